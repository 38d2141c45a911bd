"""The sheets are in form, each answer stands in its sheet, and nothing fitted to them judges what it has learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evals import sheets
from evals.errors import SetError
from evals.fit_reranker import Example, fit, shapes, teaches
from evals.offered import FOLDS, Offered, Offers, fold_of
from knowledge.answering import Features
from knowledge.likeness import TextVectors
from knowledge.reranker import Network

SHEET = "=== SHEET\n# Filters\nSoak them for 20 minutes.\n\n--- QUESTIONS\n"


@pytest.mark.parametrize("trade", sheets.trades())
def test_every_trade_has_questions_that_are_answered_and_near_misses(trade: str) -> None:
    asked = [asked for sheet in sheets.read(trade) for asked in sheet.asked]
    answered = sum(bool(one.gold) for one in asked)
    assert answered > 400
    assert len(asked) - answered > 200
    assert len({one.text for one in asked}) == len(asked)


def test_all_trades_but_those_to_report_by_are_learned_from() -> None:
    splits = {trade: sheets.split_of(trade) for trade in sheets.trades()}
    assert [trade for trade, split in splits.items() if split == "report"] == ["care"]
    assert len(splits) == 16


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("A: how long", "Sheet made 01: 'A: how long' is neither “A: question => answer” nor “N: question”."),
        (
            "A: how long => Soak them for an hour.",
            "Sheet made 01: 'Soak them for an hour.', which is to answer 'how long', is not in it.",
        ),
        (
            "N: how hot => Soak them for 20 minutes.",
            "Sheet made 01: 'N: how hot => Soak them for 20 minutes.' is neither “A: question => answer” nor "
            "“N: question”.",
        ),
    ],
)
def test_a_line_that_is_not_in_form_is_named(
    line: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.md").write_text(f"{SHEET}{line}\n", "utf-8")
    monkeypatch.setattr(sheets, "FOLDER", tmp_path)
    with pytest.raises(SetError) as raised:
        sheets.read("made")
    assert str(raised.value) == fault


def test_what_answers_is_found_among_what_the_product_offers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = "A: how long do they soak => Soak them for 20 minutes.\nN: how hot is the water\n"
    (tmp_path / "made.md").write_text(f"{SHEET}{questions}", "utf-8")
    monkeypatch.setattr(sheets, "FOLDER", tmp_path)
    answered, missed = Offers().about_sheets("made")
    assert (answered.is_answered, list(answered.right), len(answered.texts)) == (True, [True], 1)
    assert (missed.is_answered, list(missed.right), len(missed.texts)) == (False, [False], 1)
    assert (answered.split, answered.fold) == ("tune", fold_of("made"))
    assert 0 <= answered.fold < FOLDS


def words(seed: int, count: int) -> TextVectors:
    chance = np.random.default_rng(seed)
    layer = chance.normal(size=(count, 384))
    layer = (layer / np.linalg.norm(layer, axis=1, keepdims=True)).astype(np.float16)
    return TextVectors(np.zeros(384, np.float32), ("filter",) * count, layer, layer)


def offered(seed: int, *, right: int | None) -> Offered:
    texts = [words(100, 5), words(200, 9)]  # the first is what answers, where anything does
    features = [Features(0, 0, 0, 0, 0, 0, 0, 0)] * 2
    return Offered(
        "made up", "tune", 0, right is not None, words(seed, 4), features, [n == right for n in (0, 1)], texts
    )


def test_the_network_in_use_gives_what_was_fitted_and_learns_which_text_is_right() -> None:
    weights = fit([offered(seed, right=0) for seed in range(160)])
    assert {name: value.shape for name, value in weights.items()} == shapes()
    network = Network(**{name: value.astype(np.float32) for name, value in weights.items()})
    right, wrong = network.logits(words(999, 4), offered(0, right=0).texts)
    assert right > wrong


def test_a_question_without_its_answer_among_the_candidates_teaches_nothing() -> None:
    answered, missed = offered(1, right=0), offered(1, right=None)
    lost = Offered("made up", "tune", 0, True, answered.question, answered.features, [False, False], answered.texts)
    assert (teaches(answered), teaches(missed), teaches(lost)) == (True, True, False)


def test_an_example_tells_words_from_filling() -> None:
    import torch

    example = Example(offered(1, right=1), torch)
    assert example.there.sum(1).tolist() == [5, 9]
    assert example.right.tolist() == [False, True]
