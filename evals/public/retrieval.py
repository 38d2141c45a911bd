"""Passages for questions: a folder with corpus.jsonl, queries.jsonl and qrels.tsv.

The corpus is put into a library, every judged query goes through `Retriever.retrieve`, and a document stands where its
best passage does. Where queries carry their conversation, those after the first turn are searched with the earlier user
turns, as the product searches a follow-up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from evals.embedders import DEPTH, ndcg
from evals.public.bars import bars_of, with_bar
from evals.public.corpus import Entry, corpus_library, read_corpus
from evals.public.figures import Figure, Form, Measuring, Tell, bar_beside
from evals.public.simple import simple_rankings
from evals.rows import read_judgements, read_rows
from knowledge.embedder import make_embedder
from knowledge.library import Library
from knowledge.types import Passage, Query, Scope

PASSAGES = 50
"""Passages asked for, so that ten documents are among them where documents have several."""
_FILES = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with what is relevant to it (document id → relevance above 0). `later` when it follows other turns."""

    query: Query
    relevant: Mapping[str, float]
    later: bool


def fits(folder: Path) -> bool:
    """Whether a folder has the three files."""
    return all((folder / name).is_file() for name in _FILES)


def read_queries(folder: Path) -> list[Judged]:
    """The queries that have something relevant."""
    judgements = read_judgements(folder / "qrels.tsv")
    judged: list[Judged] = []
    for row in read_rows(folder / "queries.jsonl"):
        relevant = {document: gain for document, gain in judgements.get(row.text("id", "_id"), {}).items() if gain > 0}
        before = list(row.objects("turns"))[:-1]
        previous = tuple(turn.text("text") for turn in before if turn.text("speaker") == "user")
        if relevant:
            judged.append(Judged(Query(row.text("text"), previous, limit=PASSAGES), relevant, bool(previous)))
    return judged


def documents_of(passages: Sequence[Passage]) -> list[str]:
    """The corpus ids of passages, best first, each once."""
    return list(dict.fromkeys(passage.document.name for passage in passages))


def measure(folder: Path, how: Measuring) -> Iterator[Figure]:
    """nDCG@10, recall@10 and the share whose first document is right; of a conversation's later turns apart.

    Where no bar is known, or it is to be measured beside, the simple systems are asked the same queries and the best of
    them is the bar; its half-width is then that of the difference per query.
    """
    judged = read_queries(folder)
    entries = read_corpus(folder / "corpus.jsonl")
    how.tell(f"{folder.name}: {len(entries):,} documents, {len(judged):,} queries")
    with corpus_library(entries, cache=how.cache, tell=how.tell) as library:
        ranked = asyncio.run(_rank(library, judged))
    asked = list(zip(judged, ranked, strict=True))
    later = [(case, found) for case, found in asked if case.later]
    if later:
        yield from _figures("follow-up retrieval", folder.name, later, entries, how)
        first = [(case, found) for case, found in asked if not case.later]
        yield from _figures("passages, first turns", folder.name, first, entries, how)
    else:
        yield from _figures("passages", folder.name, asked, entries, how)


async def _rank(library: Library, judged: Sequence[Judged]) -> list[list[str]]:
    scope = Scope()
    return [documents_of((await library.retriever.retrieve(case.query, scope)).passages) for case in judged]


def _figures(
    subject: str,
    name: str,
    found: Sequence[tuple[Judged, Sequence[str]]],
    entries: Sequence[Entry],
    how: Measuring,
) -> Iterator[Figure]:
    is_known = not how.beside and any(of == subject for of, _ in bars_of(name))
    cases = [case for case, _ in found]
    simple = _simple(cases, entries, how.tell) if found and not is_known else []
    for metric, value in METRICS.items():
        ours = [value(case, ranked) for case, ranked in found]
        bar, half_width, note = None, None, ""
        if not found:
            note = "no judged query"
        elif simple:
            best, theirs = max(
                (
                    (system, [value(case, row) for case, row in zip(cases, rows, strict=True)])
                    for system, rows in simple
                ),
                key=lambda measured: fmean(measured[1]),
            )
            bar, half_width = bar_beside(ours, theirs)
            note = f"bar: {best}, measured beside"
        figure = Figure(subject, name, len(found), metric, fmean(ours) if ours else None, bar, half_width, note)
        yield with_bar(figure) if is_known else figure


def _simple(cases: Sequence[Judged], entries: Sequence[Entry], tell: Tell) -> list[tuple[str, list[list[str]]]]:
    tell("the simple systems are asked the same")
    documents = {entry.id: f"{entry.title} {entry.text}".strip() for entry in entries}
    return list(simple_rankings(documents, [case.query for case in cases], make_embedder("minilm")).items())


METRICS: dict[str, Callable[[Judged, Sequence[str]], float]] = {
    "nDCG@10": lambda case, ranked: ndcg(ranked, case.relevant),
    "recall@10": lambda case, ranked: len(case.relevant.keys() & set(ranked[:DEPTH])) / len(case.relevant),
    "first is right": lambda case, ranked: float(bool(ranked) and ranked[0] in case.relevant),
}


FORM = Form("passages for questions", fits, measure)
