"""Public sets run through the product: figures as defined, bars by name, and a corpus that is made once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.embedders import ndcg
from evals.public.corpus import Entry, corpus_library, read_corpus
from evals.public.figures import Figure, Measuring
from evals.public.retrieval import FORM
from knowledge.embedder import Embedder
from knowledge.types import Query, Scope

CORPUS = [
    {"id": "fryer", "title": "Fryer", "text": "The oil is changed every eight days.\n\nDrain it when it is cold."},
    {"id": "ice", "title": "Ice machine", "text": "Descale the ice machine twice a year with the citric cleaner."},
    {"id": "oven", "title": "", "text": "The oven door switch is behind the panel on the right."},
    {"id": "sick", "title": "Illness", "text": "Who throws up stays at home until a day after the last time."},
    {"id": "empty", "title": "", "text": ""},
]
QUERIES: list[dict[str, Any]] = [
    {"id": "q1", "text": "how often is the fryer oil changed"},
    {"id": "q2", "text": "where is the switch of the oven door"},
    {"id": "q3", "text": "nobody judged this one"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\tfryer\t2\nq1\tsick\t0\nq2\toven\t1\n"


def folder_of(
    path: Path, queries: Sequence[Mapping[str, object]], qrels: str, corpus: Sequence[Mapping[str, object]] = CORPUS
) -> Path:
    """A set in its form, in a new folder."""
    path.mkdir()
    (path / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)), "utf-8")
    (path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)) + "\n", "utf-8")
    (path / "qrels.tsv").write_text(qrels, "utf-8")
    return path


SILENT = Measuring(lambda _line: None)


class Counting:
    """An embedder that counts the texts it is given."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.name = inner.name
        self.dimension = inner.dimension
        self.at_once = inner.at_once
        self.texts = 0

    async def embed(self, texts: Sequence[str]) -> Any:
        return await self._inner.embed(texts)

    def embed_now(self, texts: Sequence[str]) -> Any:
        self.texts += len(texts)
        return self._inner.embed_now(texts)


def test_a_folder_needs_its_three_files(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "set", QUERIES, QRELS)
    assert FORM.fits(folder)
    (folder / "qrels.tsv").unlink()
    assert not FORM.fits(folder)


def test_judged_queries_are_measured_and_a_known_set_has_its_bar(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "device_manuals", QUERIES, QRELS)
    assert list(FORM.measure(folder, SILENT)) == [
        Figure("passages", "device_manuals", 2, "nDCG@10", 1.0, 0.803, 0.021),
        Figure("passages", "device_manuals", 2, "recall@10", 1.0),
        Figure("passages", "device_manuals", 2, "first is right", 1.0, 0.632, 0.021),
    ]


def test_a_known_set_is_held_against_simple_systems_when_these_are_asked_beside(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "device_manuals", QUERIES, QRELS)
    figures = {figure.metric: figure for figure in FORM.measure(folder, replace(SILENT, beside=True))}
    assert figures["first is right"] == Figure(
        "passages", "device_manuals", 2, "first is right", 1.0, 1.0, 0.0, "bar: cosine, measured beside"
    )


def test_a_part_of_a_set_that_no_bar_was_measured_on_gets_none_of_its_bars(tmp_path: Path) -> None:
    figures = {
        figure.metric: figure for figure in FORM.measure(folder_of(tmp_path / "scifact_train", QUERIES, QRELS), SILENT)
    }
    assert figures["nDCG@10"].note == "bar: cosine, measured beside"
    known = next(iter(FORM.measure(folder_of(tmp_path / "scifact-2", QUERIES, QRELS), SILENT)))
    assert (known.bar, known.half_width) == (0.733, 0.031)


def test_an_unknown_set_is_held_against_simple_systems_on_the_same_queries_and_a_miss_costs(tmp_path: Path) -> None:
    wrong = "q1\tice\t1\nq2\toven\t1\n"  # no line of names, and what answers is not what is judged
    figures = {figure.metric: figure for figure in FORM.measure(folder_of(tmp_path / "ours", QUERIES, wrong), SILENT)}
    assert figures["first is right"] == Figure(
        "passages", "ours", 2, "first is right", 0.5, 0.5, 0.0, "bar: cosine, measured beside"
    )
    assert figures["first is right"].value == 0.5
    ranks = [place for place in range(2, 6) if figures["nDCG@10"].value == pytest.approx((1 + gain(place)) / 2)]
    assert len(ranks) == 1


def gain(place: int) -> float:
    """The nDCG of one relevant document at a place, from 1."""
    return ndcg([*("other" for _ in range(place - 1)), "it"], {"it": 1.0})


def test_without_a_judged_query_there_is_no_data(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "cranfield", QUERIES, "")
    assert next(iter(FORM.measure(folder, SILENT))) == Figure(
        "passages", "cranfield", 0, "nDCG@10", None, 0.413, 0.021, "no judged query"
    )


def test_conversations_are_measured_on_their_later_turns_with_the_earlier_ones(tmp_path: Path) -> None:
    first = {"speaker": "user", "text": "how do I descale the ice machine"}
    said = {"speaker": "agent", "text": "With the citric cleaner."}
    last = {"speaker": "user", "text": "and how often?"}
    queries = [
        {"id": "t1", "text": first["text"], "turns": [first]},
        {"id": "t2", "text": last["text"], "turns": [first, said, last]},
    ]
    folder = folder_of(tmp_path / "mtrag", queries, "t1\tice\t1\nt2\tice\t1\n")
    figures = [figure for figure in FORM.measure(folder, SILENT) if figure.metric == "nDCG@10"]
    assert figures == [
        Figure("follow-up retrieval", "mtrag", 1, "nDCG@10", 1.0, 0.810, 0.021),
        Figure("passages, first turns", "mtrag", 1, "nDCG@10", 1.0, 1.0, 0.0, "bar: cosine, measured beside"),
    ]


def test_ids_may_be_called_as_in_beir_and_a_text_may_hold_unicodes_ends_of_lines(tmp_path: Path) -> None:
    corpus = [{"_id": entry["id"], "text": f"{entry['title']}\u2028{entry['text']}\x85"} for entry in CORPUS]
    queries = [{"_id": query["id"], "text": query["text"]} for query in QUERIES]
    folder = folder_of(tmp_path / "set", queries, QRELS)
    raw = "\n".join(json.dumps(entry, ensure_ascii=False) for entry in corpus)
    (folder / "corpus.jsonl").write_text(raw, "utf-8-sig")
    assert [figure.value for figure in FORM.measure(folder, SILENT)][:2] == [1.0, 1.0]


async def test_an_entry_is_a_document_with_its_title_as_heading_and_its_lines_as_paragraphs(
    tmp_path: Path, minilm: Embedder
) -> None:
    entries = read_corpus(folder_of(tmp_path / "set", QUERIES, QRELS) / "corpus.jsonl")
    with corpus_library(entries, embedder=minilm) as library:
        documents = library.catalogue.documents(Scope())
        assert sorted((document.name, document.title) for document in documents) == sorted(
            (entry["id"], entry["title"]) for entry in CORPUS
        )
        found = await library.retriever.retrieve(Query("how often is the fryer oil changed"), Scope())
    chunk = found.passages[0].chunk
    assert chunk.heading_path == ("Fryer",)
    assert [stored.text for stored in chunk.blocks] == [
        "The oil is changed every eight days.",
        "Drain it when it is cold.",
    ]


def test_a_kept_corpus_is_not_made_again_and_another_is(tmp_path: Path, minilm: Embedder) -> None:
    entries = [Entry("a", "Fryer", "Change the oil."), Entry("b", "Oven", "Close the door.")]
    for expected in (2, 0):
        embedder = Counting(minilm)
        with corpus_library(entries, cache=tmp_path, embedder=embedder) as library:
            assert library.catalogue.window_count(Scope()) == 2
        assert embedder.texts == expected
    embedder = Counting(minilm)
    with corpus_library([*entries, Entry("c", "", "Count the till.")], cache=tmp_path, embedder=embedder) as library:
        assert library.catalogue.window_count(Scope()) == 3
    assert (embedder.texts, len(list(tmp_path.iterdir()))) == (3, 2)


def test_what_an_interruption_left_is_completed(tmp_path: Path, minilm: Embedder) -> None:
    entries = [Entry(str(n), f"Section {n}", f"Rule {n} is about step {n}.") for n in range(300)]

    def stop(line: str) -> None:
        raise KeyboardInterrupt(line)

    with pytest.raises(KeyboardInterrupt), corpus_library(entries, cache=tmp_path, embedder=minilm, tell=stop):
        pass
    embedder = Counting(minilm)
    with corpus_library(entries, cache=tmp_path, embedder=embedder) as library:
        assert len(library.catalogue.documents(Scope())) == library.catalogue.window_count(Scope()) == 300
        assert len(library.index.ids("default")) == 300
    assert 0 < embedder.texts < 300
