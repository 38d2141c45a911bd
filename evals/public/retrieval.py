"""Passages for questions: a folder with corpus.jsonl, queries.jsonl and qrels.tsv.

`python -m evals.public.retrieval [--cache CACHE] FOLDER…` prints the figures of each folder. The corpus is put into a
library, every judged query goes through `Retriever.retrieve`, and a document stands where its best passage does. Where
queries carry their conversation, those after the first turn are searched with the earlier user turns, as the product
searches a follow-up.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from evals.embedders import DEPTH, ndcg, read_judgements, read_lines
from evals.public.corpus import corpus_library, read_corpus
from evals.public.figures import Figure, Form, Tell
from knowledge.library import Library
from knowledge.types import Passage, Query, Scope

PASSAGES = 50
"""Passages asked for, so that ten documents are among them where documents have several."""
_FILES = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")

Bar = tuple[float, float]

BARS: dict[str, dict[str, Bar]] = {
    "scifact": {"nDCG@10": (0.733, 0.031)},
    "nfcorpus": {"nDCG@10": (0.360, 0.018)},
    "cranfield": {"nDCG@10": (0.413, 0.021)},
    "stackfaq": {"nDCG@10": (0.949, 0.009)},
    "devicemanuals": {"nDCG@10": (0.803, 0.021), "first is right": (0.632, 0.021)},
    "applianceguides": {"nDCG@10": (0.556, 0.015)},
    "mtrag": {"nDCG@10": (0.810, 0.021)},
}
"""Best of MiniLM, BM25 (bm25s, k1 1.2, b 0.75) and their fixed mixes, each by exact search, with half of its 95 %
interval: by the name of the folder, letters only. MTRAG's is of the later turns."""


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
    for line in read_lines(folder / "queries.jsonl"):
        relevant = {document: gain for document, gain in judgements.get(str(line["id"]), {}).items() if gain > 0}
        turns: list[dict[str, Any]] = line.get("turns") or []
        previous = tuple(str(turn["text"]) for turn in turns[:-1] if turn["speaker"] == "user")
        if relevant:
            judged.append(Judged(Query(str(line["text"]), previous, limit=PASSAGES), relevant, bool(previous)))
    return judged


def documents_of(passages: Sequence[Passage]) -> list[str]:
    """The corpus ids of passages, best first, each once."""
    return list(dict.fromkeys(passage.document.name for passage in passages))


def measure(folder: Path, tell: Tell, cache: Path | None = None) -> Iterator[Figure]:
    """nDCG@10, recall@10 and the share whose first document is right; for conversations, of their later turns too.

    `cache` is where the library of the corpus is kept for the next time.
    """
    judged = read_queries(folder)
    entries = read_corpus(folder / "corpus.jsonl")
    tell(f"{folder.name}: {len(entries):,} documents, {len(judged):,} queries")
    with corpus_library(entries, cache=cache, tell=tell) as library:
        ranked = asyncio.run(_rank(library, judged))
    later = [(case, found) for case, found in zip(judged, ranked, strict=True) if case.later]
    if later:
        first = [(case, found) for case, found in zip(judged, ranked, strict=True) if not case.later]
        yield from _figures("follow-up retrieval", folder.name, later, barred=True)
        yield from _figures("passages, first turns", folder.name, first, barred=False)
    else:
        yield from _figures("passages", folder.name, list(zip(judged, ranked, strict=True)), barred=True)


async def _rank(library: Library, judged: Sequence[Judged]) -> list[list[str]]:
    scope = Scope()
    return [documents_of((await library.retriever.retrieve(case.query, scope)).passages) for case in judged]


def _figures(
    subject: str, name: str, found: Sequence[tuple[Judged, Sequence[str]]], *, barred: bool
) -> Iterator[Figure]:
    bars = BARS.get("".join(filter(str.isalpha, name.lower())), {}) if barred else {}
    values = {
        "nDCG@10": [ndcg(ranked, case.relevant) for case, ranked in found],
        "recall@10": [len(case.relevant.keys() & set(ranked[:DEPTH])) / len(case.relevant) for case, ranked in found],
        "first is right": [float(bool(ranked) and ranked[0] in case.relevant) for case, ranked in found],
    }
    for metric, per_query in values.items():
        bar, half_width = bars.get(metric, (None, None))
        value = fmean(per_query) if per_query else None
        note = "" if per_query else "no judged query"
        yield Figure(subject, name, len(per_query), metric, value, bar, half_width, note)


FORM = Form("passages for questions", fits, measure)


def main(arguments: Sequence[str]) -> None:
    """Prints a line for each figure of each folder."""
    parser = argparse.ArgumentParser(prog="python -m evals.public.retrieval", description=measure.__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args(arguments)
    for folder in given.folders:
        if not fits(folder):
            parser.error(f"{folder}: needs the files {', '.join(_FILES)}.")
        for figure in measure(folder, _tell, given.cache):
            value = "no data" if figure.value is None else f"{figure.value:.3f}"
            bar = "" if figure.bar is None else f"  (bar {figure.bar:.3f} ± {figure.half_width:.3f})"
            sys.stdout.write(
                f"{figure.set_name}  {figure.subject}  {figure.metric} {value}, n={figure.size}{bar} {figure.note}\n"
            )


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
