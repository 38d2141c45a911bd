"""Whether the exported embedding model ranks as the published weights do: `python -m evals.embedders FOLDER [NAME…]`.

FOLDER holds data sets as corpus.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv. For each, nDCG@10 of
exact search by cosine over whole texts (the first 256 tokens), with both ways to run the model, and their difference,
which may be 0.005.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from knowledge.minilm import Encoder, OnnxEncoder, TorchEncoder

ALLOWED = 0.005
DEPTH = 10


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read_judgements(path: Path) -> dict[str, dict[str, float]]:
    """Query id → document id → relevance, of a tab-separated file with or without a first line of names."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("\t")
        if parts[-1].strip().replace(".", "", 1).lstrip("-").isdecimal():
            found[parts[0]][parts[1 if len(parts) == 3 else 2]] = float(parts[-1])
    return found


def ndcg(ranked: Sequence[str], judged: Mapping[str, float]) -> float:
    """nDCG at DEPTH with the relevance itself as gain (Järvelin and Kekäläinen, 2002), 0..1."""
    gains = [judged.get(document, 0.0) / np.log2(place + 2) for place, document in enumerate(ranked[:DEPTH])]
    best = sorted(judged.values(), reverse=True)[:DEPTH]
    return float(sum(gains) / sum(gain / np.log2(place + 2) for place, gain in enumerate(best)))


def score(encoder: Encoder, folder: Path) -> float:
    """The mean nDCG@10 over the judged queries of a data set."""
    corpus = read_lines(folder / "corpus.jsonl")
    judged = read_judgements(folder / "qrels.tsv")
    queries = [query for query in read_lines(folder / "queries.jsonl") if sum(judged.get(query["id"], {}).values()) > 0]
    texts = [f"{document.get('title', '')} {document['text']}".strip() for document in corpus]
    documents: NDArray[np.float32] = encoder.many(texts)
    asked: NDArray[np.float32] = np.concatenate([encoder.one(query["text"]) for query in queries])
    order: list[list[int]] = np.argsort(-(asked @ documents.T), axis=1)[:, :DEPTH].tolist()
    ids: list[str] = [document["id"] for document in corpus]
    found = [ndcg([ids[n] for n in row], judged[query["id"]]) for query, row in zip(queries, order, strict=True)]
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
