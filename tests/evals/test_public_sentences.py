"""A set of paragraphs and questions is measured by the product's own sentences, numbered as the set numbers them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.public.corpus import corpus_library
from evals.public.figures import Measuring
from evals.public.sentences import FORM, Paragraph, entries, given, number_of
from knowledge.candidates import candidates
from knowledge.embedder import Embedder

PARAGRAPHS: list[dict[str, Any]] = [
    {
        "id": "p0",
        "title": "Lighthouse",
        "text": "The tower was built in 1823. Its lamp is\nlit by gas. A keeper, Mr. Hale, climbs it at dusk.",
        "sentences": [
            "The tower was built in 1823.",
            "Its lamp is lit by gas.",
            "A keeper, Mr.",
            "Hale, climbs it at dusk.",
        ],
    },
    {
        "id": "p1",
        "title": "Orchard",
        "text": "The orchard has 40 pear trees. They are pruned in March.",
        "sentences": ["The orchard has 40 pear trees.", "They are pruned in March."],
    },
]
QUESTIONS: list[dict[str, Any]] = [
    {"text": "When was the tower built?", "paragraph": "p0", "answers": ["1823"], "gold": [0]},
    {"text": "How many pear trees has the orchard?", "paragraph": "p1", "answers": ["40"], "gold": [0]},
    {"text": "Who paid for the bridge?", "paragraph": "p1", "answers": [], "gold": []},
]


def write(folder: Path, name: str, lines: list[dict[str, Any]]) -> None:
    (folder / name).write_text("\n".join(json.dumps(line) for line in lines), "utf-8")


def test_a_folder_fits_when_it_has_both_files(tmp_path: Path) -> None:
    write(tmp_path, "paragraphs.jsonl", [])
    assert FORM.fits(tmp_path) is False
    write(tmp_path, "questions.jsonl", [])
    assert FORM.fits(tmp_path) is True


def test_every_figure_of_a_set_is_measured(tmp_path: Path) -> None:
    folder = tmp_path / "squad"
    folder.mkdir()
    write(folder, "paragraphs.jsonl", PARAGRAPHS)
    write(folder, "questions.jsonl", QUESTIONS)
    told: list[str] = []
    figures = {(figure.subject, figure.metric): figure for figure in FORM.measure(folder, Measuring(told.append))}
    assert {key: (figure.value, figure.size) for key, figure in figures.items()} == {
        ("sentence, paragraph given", "accuracy"): (1.0, 2),
        ("sentence, end to end", "first quote holds the answer"): (1.0, 2),
        ("sentence, end to end", "a quote holds the answer"): (1.0, 2),
        ("abstain, source missing", "AUROC"): (1.0, 3),
        ("abstain, source missing", "answerable questions kept at the threshold"): (1.0, 2),
        ("abstain, source missing", "others refused at it, by their own paragraph"): (1.0, 1),
    }
    bars = {key: figure.bar for key, figure in figures.items() if figure.bar is not None}
    wanted = {("abstain, source missing", "answerable questions kept at the threshold"): 0.95}
    assert bars == {
        ("sentence, paragraph given", "accuracy"): 0.866,
        ("abstain, source missing", "AUROC"): 0.927,
        **wanted,
    }
    other = folder.rename(tmp_path / "squad_dev")
    bars = {(one.subject, one.metric): one.bar for one in FORM.measure(other, Measuring(told.append)) if one.bar}
    assert bars == wanted, "no bar was measured on that part"
    assert told[0].endswith("2 paragraphs, 2 of 3 questions answered")


def test_paragraphs_need_no_title(tmp_path: Path) -> None:
    bare = [{name: value for name, value in line.items() if name != "title"} for line in PARAGRAPHS]
    write(tmp_path, "paragraphs.jsonl", bare)
    write(tmp_path, "questions.jsonl", QUESTIONS)
    assert next(iter(FORM.measure(tmp_path, Measuring(lambda _line: None)))).value == 1.0


def test_a_set_without_answers_gives_no_data_instead_of_a_number(tmp_path: Path) -> None:
    write(tmp_path, "paragraphs.jsonl", PARAGRAPHS)
    write(tmp_path, "questions.jsonl", [QUESTIONS[2]])
    figures = list(FORM.measure(tmp_path, Measuring(lambda _line: None)))
    assert [figure.value for figure in figures] == [*[None] * 5, 1.0]
    assert {figure.note for figure in figures if figure.value is None} == {
        "no question is answered",
        "needs questions with and without an answer",
    }


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The tower was built in 1823.", 0),
        ("Its lamp is", 1),  # the text breaks a line where the set has one sentence
        ("lit by gas.", 1),
        ("A keeper, Mr. Hale, climbs it at dusk.", 3),  # the set has two sentences: most of it is in the second
    ],
)
def test_our_sentences_are_numbered_as_the_set_numbers_its_own(sentence: str, number: int, minilm: Embedder) -> None:
    paragraph = Paragraph("p0", "Lighthouse", PARAGRAPHS[0]["text"], tuple(PARAGRAPHS[0]["sentences"]))
    with corpus_library(entries([paragraph]), embedder=minilm) as library:
        quotes = [one.quote for one in candidates(given(library, paragraph)) if one.quote is not None]
    assert {quote.text: number_of(paragraph, quote) for quote in quotes}[sentence] == number
