"""Whether the exported embedding model ranks as the published weights do: `python -m evals.embedders FOLDER [NAME…]`.

FOLDER holds data sets as corpus.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv. For each, nDCG@10 of
exact search by cosine over whole texts (the first 256 tokens), with both ways to run the model, and their difference,
which may be 0.005.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from evals.rows import read_judgements, read_rows
from knowledge.minilm import Encoder, OnnxEncoder, TorchEncoder

ALLOWED = 0.005
DEPTH = 10


def ndcg(ranked: Sequence[str], judged: Mapping[str, float]) -> float:
    """nDCG at DEPTH with the relevance itself as gain (Järvelin and Kekäläinen, 2002), 0..1."""
    gains = [judged.get(document, 0.0) / np.log2(place + 2) for place, document in enumerate(ranked[:DEPTH])]
    best = sorted(judged.values(), reverse=True)[:DEPTH]
    return float(sum(gains) / sum(gain / np.log2(place + 2) for place, gain in enumerate(best)))


def score(encoder: Encoder, folder: Path) -> float:
    """The mean nDCG@10 over the judged queries of a data set."""
    corpus = read_rows(folder / "corpus.jsonl")
    judged = read_judgements(folder / "qrels.tsv")
    queries = {
        row.text("id", "_id"): row.text("text")
        for row in read_rows(folder / "queries.jsonl")
        if sum(judged.get(row.text("id", "_id"), {}).values()) > 0
    }
    texts = [f"{row.text('title', default='')} {row.text('text')}".strip() for row in corpus]
    documents: NDArray[np.float32] = encoder.many(texts)
    asked: NDArray[np.float32] = np.concatenate([encoder.one(text) for text in queries.values()])
    order: list[list[int]] = np.argsort(-(asked @ documents.T), axis=1)[:, :DEPTH].tolist()
    ids = [row.text("id", "_id") for row in corpus]
    found = [ndcg([ids[n] for n in places], judged[query]) for query, places in zip(queries, order, strict=True)]
    return sum(found) / len(found)


def main(folder: Path, names: Sequence[str]) -> bool:
    """Prints the table; whether every difference is allowed."""
    table = Table("data set", "published weights", "exported, int8", "difference", title="nDCG@10")
    encoders = (TorchEncoder(), OnnxEncoder())
    fits = True
    for name in names:
        reference, exported = (score(encoder, folder / name) for encoder in encoders)
        fits = fits and abs(reference - exported) <= ALLOWED
        table.add_row(name, f"{reference:.4f}", f"{exported:.4f}", f"{exported - reference:+.4f}")
    Console().print(table)
    return fits


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Usage: python -m evals.embedders FOLDER [NAME…]")
    sys.exit(0 if main(Path(sys.argv[1]), sys.argv[2:] or ["cranfield", "stackfaq"]) else 1)
