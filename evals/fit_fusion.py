"""Fits what words and likeness count beside a cosine: `python -m evals.fit_fusion [--cache CACHE] FOLDER…`.

FOLDER holds a public set (corpus.jsonl, queries.jsonl, qrels.tsv). For each pair of weights the even queries of every
set are searched by the product's retriever. One pair has to do for all sets, so the best is the one whose largest loss
of nDCG@10 on any set, against the best pair for that set, is the least. It is reported on the odd queries, beside the
constant in `knowledge/ranking.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.table import Table

from evals.embedders import ndcg
from evals.public.corpus import corpus_library, read_corpus
from evals.public.figures import to_stderr
from evals.public.retrieval import Judged, documents_of, fits, read_queries
from knowledge.library import Library
from knowledge.ranking import FUSION, Fusion
from knowledge.retriever import Retriever
from knowledge.types import Scope

LEXICAL = (0.04, 0.05, 0.065, 0.08, 0.1)
LIKENESS = (0.0, 0.15, 0.25, 0.35)
QUERIES = 150
"""Queries of each half of a set, spread over it: more take longer and change the second decimal of no weight."""


@dataclass(frozen=True, slots=True)
class Half:
    """Queries of a set, and the library that answers them."""

    name: str
    library: Library
    judged: Sequence[Judged]

    async def score(self, fusion: Fusion) -> float:
        """The mean nDCG@10 with these weights."""
        found = self.library
        retriever = Retriever(found.catalogue, found.index, found.embedder, fusion=fusion)
        values: list[float] = []
        for case in self.judged:
            retrieval = await retriever.retrieve(case.query, Scope())
            values.append(ndcg(documents_of(retrieval.passages), case.relevant))
        return fmean(values)


def spread(judged: Sequence[Judged], first: int) -> list[Judged]:
    """Every second query from `first` on, thinned out evenly to at most QUERIES."""
    half = judged[first::2]
    step = max(len(half) / QUERIES, 1.0)
    return [half[int(n * step)] for n in range(int(len(half) / step))]


async def fit(tune: Sequence[Half], report: Sequence[Half]) -> Table:
    """The nDCG@10 of every pair on `tune` with its largest loss, and of the best and the present one on `report`."""
    table = Table("lexical", "likeness", *(half.name for half in tune), "mean", "loss", title="nDCG@10")

    def row(fusion: Fusion, scores: Sequence[float], note: str) -> None:
        cells = [f"{score:.4f}" for score in (*scores, fmean(scores))]
        table.add_row(f"{fusion.lexical}", f"{fusion.likeness}", *cells, note)

    pairs = [Fusion(lexical, likeness) for lexical in LEXICAL for likeness in LIKENESS]
    scores = [[await half.score(pair) for half in tune] for pair in pairs]
    most = [max(column) for column in zip(*scores, strict=True)]
    losses = [max(top - score for top, score in zip(most, found, strict=True)) for found in scores]
    for pair, found, loss in zip(pairs, scores, losses, strict=True):
        row(pair, found, f"{loss:.4f}")
    table.add_section()
    for fusion, note in ((pairs[losses.index(min(losses))], "report, best"), (FUSION, "report, present")):
        row(fusion, [await half.score(fusion) for half in report], note)
    return table


def main(arguments: Sequence[str]) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_fusion", description=fit.__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--cache", type=Path, help="where the libraries of the sets are kept for the next time")
    given = parser.parse_args(arguments)
    folders: list[Path] = given.folders
    if wrong := [folder for folder in folders if not fits(folder)]:
        parser.error(f"{wrong[0]}: a set has corpus.jsonl, queries.jsonl and qrels.tsv.")
    with ExitStack() as stack:
        tune: list[Half] = []
        report: list[Half] = []
        for folder in folders:
            entries = read_corpus(folder / "corpus.jsonl")
            library = stack.enter_context(corpus_library(entries, cache=given.cache, tell=to_stderr))
            judged = read_queries(folder)
            tune.append(Half(folder.name, library, spread(judged, 0)))
            report.append(Half(folder.name, library, spread(judged, 1)))
        Console().print(asyncio.run(fit(tune, report)))


if __name__ == "__main__":
    main(sys.argv[1:])
