"""Fits what makes a sentence answer: `python -m evals.fit_answering [--cache CACHE] FOLDER DATA` prints the weights.

FOLDER has paragraphs.jsonl and questions.jsonl (see `evals/public/sentences.py`), DATA is a data folder with the sample
site ingested (`linelead --data DATA ingest --sample`). The paragraphs' titles are parted into two halves: of the first,
sorted, every other one is in `tune`. The weights are fitted on the questions of `tune`, once among the sentences of
their paragraph and once among those of all passages found, and on the site's questions marked `tune` (those of
`datasets/answers.yaml`, and of the suites answers, crew and retrieval with their gold spans), which alone have rows and
procedures. They are reported on the other titles and on the site's questions marked `report`; they stand as constants
in `knowledge/answering.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import numpy as np
import yaml
from numpy.typing import NDArray

from evals.cases import Gold
from evals.outcome import is_gold
from evals.public.corpus import corpus_library
from evals.public.sentences import entries, fits, given, is_right, read
from evals.suites import SHIPPED, load_suites
from knowledge.answering import NAMES, QUICK, Features, embedded, score
from knowledge.embedder import make_embedder
from knowledge.library import Library
from knowledge.quoting import Candidate, asks_for_steps, candidates
from knowledge.types import BlockKind, Passage, Query, Scope

QUESTIONS = Path(__file__).parent / "datasets" / "answers.yaml"
SUITES = ("answers", "crew", "retrieval")
LISTED = NAMES.index("listed")
EMBEDDED = ("cosine", "alone", "literal", "meant", "literal_gap", "meant_gap")
"""The features that cost an embedding."""
SHORT = 16
"""Candidates that are embedded, best by their words: some more than when a question is answered."""
RIDGE = 10.0
"""What the squares of the weights cost, each feature brought to the same spread. Of 1, 3 and 10 the best on `tune`."""

Split = Literal["tune", "report"]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A question's candidates: their features, shape (n, len(NAMES)), and which of them answer, shape (n,). The first
    SHORT are embedded."""

    subject: str
    split: Split
    features: Matrix
    right: NDArray[np.bool_]

    @classmethod
    def of(cls, subject: str, split: Split, features: Sequence[Features], right: Sequence[bool]) -> Case:
        rows = np.array([astuple(one) for one in features]).reshape(-1, len(NAMES))
        return cls(subject, split, rows, np.array(right, dtype=bool))

    @property
    def short(self) -> Case:
        """Those that are embedded alone."""
        return replace(self, features=self.features[:SHORT], right=self.right[:SHORT])


def paragraph_cases(library: Library, folder: Path) -> Iterator[Case]:
    """Two cases for each question that its paragraph answers."""
    _, questions = read(folder)
    titles = sorted({asked.paragraph.title for asked in questions if asked.gold})
    for asked in questions:
        if not asked.gold:
            continue
        split: Split = "tune" if titles.index(asked.paragraph.title) % 2 == 0 else "report"
        found = asyncio.run(library.retriever.retrieve(Query(asked.text), Scope()))
        for subject, passages in (("paragraph given", given(library, asked.paragraph)), ("end to end", found.passages)):
            offered, features = judged(library, found.query, passages)
            yield Case.of(subject, split, features, [is_right(asked, one) for one in offered])


def site_cases(library: Library) -> Iterator[Case]:
    """A case for each question that the sample site answers; what holds all the words of a right answer is right."""
    written: dict[Split, list[dict[str, Any]]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    for split, cases in written.items():
        for case in cases:
            if case["expects"] is None:
                continue
            found = asyncio.run(library.retriever.retrieve(Query(case["q"]), Scope()))
            offered, features = judged(library, found.query, found.passages)
            wanted = [word.lower() for word in case["expects"]]
            right = [all(word in _shown(one).lower() for word in wanted) for one in offered]
            yield Case.of("sample site", split, features, right)


def suite_cases(library: Library) -> Iterator[Case]:
    """A case for each question of the suites with gold spans of its own, asked alone."""
    for suite in load_suites(SHIPPED, SUITES, None):
        for case in suite.dataset.cases:
            ask, expected, labels = case.inputs, case.expected_output, case.metadata
            if expected is None or labels is None or not expected.gold or expected.asks or ask.planted or ask.earlier:
                continue
            found = asyncio.run(library.retriever.retrieve(Query(ask.question), Scope()))
            offered, features = judged(library, found.query, found.passages)
            right = [is_gold_candidate(one, expected.gold) for one in offered]
            yield Case.of("suites", labels.split, features, right)


def judged(library: Library, query: Query, passages: Sequence[Passage]) -> tuple[list[Candidate], list[Features]]:
    """The candidates of passages and their features, best by their words first; the best SHORT embedded.

    As `Quoter.rank` judges them, but with those that it leaves out because they say the question: what is planted in
    documents is fitted by itself (`evals/fit_planted.py`).
    """
    question = library.quoter.question(query)
    is_how = asks_for_steps(query.text, question)
    found = [(one, question.features(one.unit)) for one in candidates(passages) if is_how or one.quote is not None]
    found.sort(key=lambda each: -score(each[1], QUICK))
    near = library.quoter.near(query, [one for one, _ in found[:SHORT]])
    short = [embedded(features, *each) for (_, features), each in zip(found, near, strict=False)]
    return [one for one, _ in found], [*short, *(features for _, features in found[SHORT:])]


def is_gold_candidate(one: Candidate, gold: Sequence[Gold]) -> bool:
    """Whether a candidate holds gold words; a procedure does when one of its passage's steps does."""
    if one.quote is None:
        steps = [stored.text for stored in one.passage.chunk.blocks if stored.kind is BlockKind.STEP]
        return any(is_gold(one.passage.document.name, step, span) for step in steps for span in gold)
    return any(is_gold(one.passage.document.name, one.quote.text, span) for span in gold)


def _shown(one: Candidate) -> str:
    if one.quote is None:
        return f"{one.unit.text} {one.unit.before}"
    return f"{one.quote.stored.block.label} {one.quote.text}"


def fit(cases: Sequence[Case], names: Sequence[str]) -> Matrix:
    """The weights of prose and of what is listed, shape (2, len(NAMES)), 0 for features not in `names`: the maximum of
    the chance (a softmax over a question's candidates) that what is picked is right.

    Fitted are the weights of prose and how far the others are from them, so that they part only as far as they must.
    """
    minimize: Any = import_module("scipy.optimize").minimize  # comes with scikit-learn; without types
    columns = [NAMES.index(name) for name in names if name != NAMES[LISTED]]
    used = [(_parted(case.features, columns), case.right) for case in cases if case.right.any()]
    spread = np.vstack([features for features, _ in used]).std(axis=0) + 1e-9

    def loss(scaled: Matrix) -> tuple[float, Matrix]:
        value, slope = RIDGE * float(scaled @ scaled), 2 * RIDGE * scaled
        for features, right in used:
            logits: Matrix = features @ (scaled / spread)
            sizes = np.exp(logits - logits.max())
            wanted = np.where(right, sizes, 0.0)
            value -= float(np.log(wanted.sum() / sizes.sum()))
            slope = slope + features.T @ (sizes / sizes.sum() - wanted / wanted.sum()) / spread
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
    """Prints the weights without and with the cosine, and how often the first candidate is right."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_answering")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--cache", type=Path)
    asked = parser.parse_args(arguments)
    if not fits(asked.folder):
        parser.error(f"{asked.folder}: needs the files paragraphs.jsonl and questions.jsonl.")
    paragraphs, _ = read(asked.folder)
    with corpus_library(entries(paragraphs), cache=asked.cache) as library:
        cases = list(paragraph_cases(library, asked.folder))
    library = Library.open(asked.data, embedder=make_embedder("minilm"))
    try:
        cases += [*site_cases(library), *suite_cases(library)]
    finally:
        library.close()
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
