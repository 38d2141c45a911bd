"""Fits the formula of the evidence: `python -m evals.fit_evidence DATA` prints its weights and how well it does.

DATA is a data folder with the sample site ingested (`linelead --data DATA ingest --sample`). The weights are fitted on
the questions of `datasets/answers.yaml` marked `tune` and reported on those marked `report`; they stand as constants in
`knowledge/retriever.py`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from knowledge.embedder import make_embedder
from knowledge.library import Library
from knowledge.retriever import THRESHOLD
from knowledge.types import Query, Scope

QUESTIONS = Path(__file__).parent / "datasets" / "answers.yaml"
REGULARISATION = 20.0
"""scikit-learn's C. Of 1, 5, 20 and 100 the smallest that orders the tuning questions about as well as larger ones."""


async def features(library: Library, questions: list[dict[str, Any]]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The features of each question, (n, 5), and whether the documents answer it, (n,)."""
    asked = [Query(case["q"]) for case in questions]
    rows = [
        library.retriever.features(query, (await library.retriever.retrieve(query, Scope())).passages)
        for query in asked
    ]
    return np.array(rows), np.array([case["expects"] is not None for case in questions])


def auroc(scores: NDArray[Any], answerable: NDArray[Any]) -> float:
    """The chance that an answerable question scores above an unanswerable one; ties count half."""
    others: NDArray[Any] = scores[~answerable]
    wanted: NDArray[Any] = scores[answerable]
    pairs = wanted[:, None] - others[None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def main(folder: Path) -> None:
    """Prints the fitted weights, and for each split the order, the share kept and the share refused."""
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    splits: dict[str, list[dict[str, Any]]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    library = Library.open(folder, embedder=make_embedder("minilm"))
    try:
        data = {split: asyncio.run(features(library, cases)) for split, cases in splits.items()}
    finally:
        library.close()
    model: Any = LogisticRegression(C=REGULARISATION)
    model.fit(*data["tune"])
    names = ("cosine", "coverage", "missing", "kind", "exact")
    weights = ", ".join(f"{name}={value:.2f}" for name, value in zip(names, model.coef_[0], strict=True))
    sys.stdout.write(f"bias={model.intercept_[0]:.2f}, {weights}\n")
    for split, (found, answerable) in data.items():
        scores: NDArray[Any] = model.predict_proba(found)[:, 1]
        kept = float(np.mean(scores[answerable] >= THRESHOLD))
        refused = float(np.mean(scores[~answerable] < THRESHOLD))
        sys.stdout.write(
            f"{split}: of {answerable.sum()} answerable {kept:.0%} kept, of {(~answerable).sum()} others {refused:.0%}"
            f" refused, AUROC {auroc(scores, answerable):.3f}\n"
        )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m evals.fit_evidence DATA")
    main(Path(sys.argv[1]))
