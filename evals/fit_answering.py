"""Fits what makes a sentence answer: `python -m evals.fit_answering [--cache CACHE] FOLDER DATA UNSEEN` prints weights.

FOLDER has paragraphs.jsonl and questions.jsonl (see `evals/public/sentences.py`), DATA is a data folder with the sample
site ingested (`linelead --data DATA ingest --sample`), UNSEEN what `evals.fit_reranker` wrote there. The weights are
fitted on all questions to `tune` on (`evals/offered.py`) that are answered, each judged by the reranker that was fitted
without its fold, and are reported on the others; they stand as constants in `knowledge/answering.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.cases import Split
from evals.offered import FOLDS, SHORT, Offered, gathered
from evals.public.sentences import fits
from knowledge.answering import NAMES
from knowledge.reranker import Network, load

LISTED, ATTENDED = NAMES.index("listed"), NAMES.index("attended")
EMBEDDED = ("cosine", "alone", "literal", "meant", "literal_gap", "meant_gap", "attended")
"""The features that cost an embedding."""
RIDGE = 10.0
"""What the squares of the weights cost, each feature brought to the same spread. Of 1, 3 and 10 the best on `tune`."""
OF_SHEETS = 0.025
"""What a question about a sheet weighs beside another: there are seven times as many, and by far the most of them ask
in words that the sheet does not have, where others ask in those of the text."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A question's candidates: their features, shape (n, len(NAMES)), and which of them answer, shape (n,). The first
    SHORT are embedded."""

    subject: str
    split: Split
    features: Matrix
    right: NDArray[np.bool_]

    @property
    def short(self) -> Case:
        """Those that are embedded alone."""
        return replace(self, features=self.features[:SHORT], right=self.right[:SHORT])


def cases_of(offers: Iterable[Offered], unseen: Sequence[Network]) -> Iterator[Case]:
    """A case for each question that is answered."""
    for one in offers:
        if one.is_answered:
            rows = np.array([astuple(features) for features in one.features]).reshape(-1, len(NAMES))
            if one.split == "tune":
                rows[: len(one.texts), ATTENDED] = unseen[one.fold].logits(one.question, one.texts)
            yield Case(one.subject, one.split, rows, np.array(one.right, dtype=bool))


def fit(cases: Sequence[Case], names: Sequence[str]) -> Matrix:
    """The weights of prose and of what is listed, shape (2, len(NAMES)), 0 for features not in `names`: the maximum of
    the chance (a softmax over a question's candidates) that what is picked is right.

    Fitted are the weights of prose and how far the others are from them, so that they part only as far as they must.
    """
    minimize: Any = import_module("scipy.optimize").minimize  # comes with scikit-learn; without types
    columns = [NAMES.index(name) for name in names if name != NAMES[LISTED]]
    used = [
        (_parted(case.features, columns), case.right, OF_SHEETS if case.subject == "sheets" else 1.0)
        for case in cases
        if case.right.any()
    ]
    spread = np.vstack([features for features, _, _ in used]).std(axis=0) + 1e-9

    def loss(scaled: Matrix) -> tuple[float, Matrix]:
        value, slope = RIDGE * float(scaled @ scaled), 2 * RIDGE * scaled
        for features, right, counts in used:
            logits: Matrix = features @ (scaled / spread)
            sizes = np.exp(logits - logits.max())
            wanted = np.where(right, sizes, 0.0)
            value -= counts * float(np.log(wanted.sum() / sizes.sum()))
            slope = slope + counts * features.T @ (sizes / sizes.sum() - wanted / wanted.sum()) / spread
        return value, slope

    best: Any = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B")
    found: Matrix = best.x / spread
    weights = np.zeros((2, len(NAMES)))
    weights[:, columns] = found[: len(columns)]
    weights[1, columns] += found[len(columns) : -1]
    weights[1, LISTED] = found[-1]
    return weights


def _parted(features: Matrix, columns: Sequence[int]) -> Matrix:
    """The features of `columns`, those of what is listed once more beside them, and what is listed."""
    listed = features[:, [LISTED]]
    return np.hstack([features[:, columns], features[:, columns] * listed, listed])


def first_is_right(cases: Sequence[Case], weights: Matrix) -> float:
    """The share of questions whose best candidate answers."""
    return float(np.mean([bool(case.right[_best(case.features, weights)]) for case in cases if len(case.right)]))


def _best(features: Matrix, weights: Matrix) -> int:
    return int(np.argmax((features * weights[features[:, LISTED].astype(int)]).sum(1)))


def main(arguments: Sequence[str]) -> None:
    """Prints the weights without and with what is embedded, and how often the first candidate is right."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_answering")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("unseen", type=Path, metavar="UNSEEN")
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args(arguments)
    if not fits(asked.folder):
        parser.error(f"{asked.folder}: needs the files paragraphs.jsonl and questions.jsonl.")
    unseen = [load(asked.unseen / f"{fold}.npz") for fold in range(FOLDS)]
    cases = list(cases_of(gathered(asked.folder, asked.data, asked.cache), unseen))
    by_words = [name for name in NAMES if name not in EMBEDDED]
    for name, used, of in (("QUICK", by_words, cases), ("FULL", NAMES, [case.short for case in cases])):
        weights = fit([case for case in of if case.split == "tune"], used)
        for kind, found in zip(("prose", "listed"), weights, strict=True):
            values = ", ".join(f"{feature}={found[NAMES.index(feature)]:.2f}" for feature in used)
            sys.stdout.write(f"{name}, {kind}: Features({values})\n")
        for subject in dict.fromkeys(case.subject for case in of):
            for split in ("tune", "report"):
                chosen = [case for case in of if (case.subject, case.split) == (subject, split)]
                share = first_is_right(chosen, weights)
                sys.stdout.write(f"  {subject}, {split}: {share:.3f} of {len(chosen)} first are right\n")


if __name__ == "__main__":
    main(sys.argv[1:])
