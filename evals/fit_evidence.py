"""Fits the formulas of the evidence: `python -m evals.fit_evidence FOLDER DATA` prints weights and how well they do.

FOLDER has paragraphs.jsonl and questions.jsonl (see `evals/public/sentences.py`), DATA is a data folder with the sample
site ingested (`linelead --data DATA ingest --sample`). The weights of a quoted span (`knowledge/evidence.py`) are
fitted on the questions that are marked `tune` in the suites answers, crew, refusal and retrieval and in
`datasets/answers.yaml`, and on those about the paragraphs of every other title, each judged by its own paragraph; they
are reported on the others. A question of which the best span is known not to answer teaches nothing. Questions that
lean on earlier turns are left out, and those that name a code of a machine, which is looked up in its table. The
weights of the passages (`knowledge/retriever.py`) are fitted on `datasets/answers.yaml` alone, where what is not
answered is mostly what no document treats: passages treat what a near miss names.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from evals.cases import Gold, Split, plain
from evals.fit_answering import is_gold_candidate
from evals.public.corpus import corpus_library
from evals.public.sentences import Asked as AskedOfParagraph
from evals.public.sentences import entries, found_of_its_paragraph, is_right, read
from evals.suites import SHIPPED, load_suites
from knowledge.embedder import make_embedder
from knowledge.evidence import NAMES, THRESHOLD
from knowledge.library import Library
from knowledge.retriever import THRESHOLD as TOPIC_THRESHOLD
from knowledge.types import Query, Scope
from tools.error_codes import find_codes

TOPICS = Path(__file__).parent / "datasets" / "answers.yaml"
SUITES = ("answers", "crew", "refusal", "retrieval")
OF_SPANS, OF_PASSAGES = 0.1, 0.3
"""scikit-learn's C, each feature brought to the same spread. Of 0.05, 0.1, 0.3 and 1 all order the questions about
alike; from 0.3 on those signals of a span that say nearly the same pull against each other."""
KEPT = 0.95
"""The share of the answered `tune` questions that the threshold printed beside the product's keeps. Those of the suite
retrieval set no threshold: they ask in other words than the documents on purpose, so that some are refused."""
EMBEDDED = NAMES.index("headed")
"""From here on signals cost an embedding by MiniLM."""
PASSAGES = ("cosine", "coverage", "missing")
"""Without `exact`: questions that are only a part number are too few to fit it."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what its best span and its passages are judged by."""

    suite: str
    split: Split
    is_answered: bool
    is_wrong: bool
    """Whether the documents answer, and the span known not to be what does: it teaches neither."""
    span: tuple[float, ...]
    passages: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a suite, or of the file of topics."""

    text: str
    suite: str
    split: Split
    is_answered: bool
    gold: Sequence[Gold] = ()


def suite_questions() -> Iterator[Asked]:
    """The questions of the suites that stand alone and name no code."""
    for suite in load_suites(SHIPPED, SUITES, None):
        for case in suite.dataset.cases:
            asked, expected, labels = case.inputs, case.expected_output, case.metadata
            question = plain(asked.question)
            if not (asked.earlier or find_codes(question) or expected is None or labels is None):
                yield Asked(question, suite.name, labels.split, not expected.refused, expected.gold or ())


def topic_questions() -> Iterator[Asked]:
    """The questions of the file of topics."""
    splits: dict[Split, list[dict[str, Any]]] = yaml.safe_load(TOPICS.read_text("utf-8"))
    for split, cases in splits.items():
        for case in cases:
            yield Asked(case["q"], "topics", split, case["expects"] is not None)


async def judged(library: Library, questions: Iterable[Asked]) -> list[Case]:
    """Every question once, as the product judges it."""
    found: dict[str, Case] = {}
    for asked in questions:
        retrieval = await library.retriever.retrieve(Query(asked.text), Scope())
        query, passages = retrieval.query, retrieval.passages
        ranked = library.quoter.rank(query, passages)
        if ranked and asked.text not in found:
            found[asked.text] = Case(
                asked.suite,
                asked.split,
                asked.is_answered,
                bool(asked.gold) and not is_gold_candidate(ranked[0].candidate, asked.gold),
                astuple(library.quoter.signals(query, ranked[0])),
                library.retriever.features(query, passages)[: len(PASSAGES)],
            )
    return list(found.values())


async def judged_by_paragraph(library: Library, questions: Sequence[AskedOfParagraph]) -> list[Case]:
    """The questions about paragraphs, each as its own is judged; those without a passage found there are left out."""
    titles = sorted({asked.paragraph.title for asked in questions})
    found: list[Case] = []
    for asked in questions:
        query, passages = Query(asked.text), await found_of_its_paragraph(library, asked)
        ranked = library.quoter.rank(query, passages)
        if ranked:
            split: Split = "tune" if titles.index(asked.paragraph.title) % 2 == 0 else "report"
            span = astuple(library.quoter.signals(query, ranked[0]))
            is_wrong = bool(asked.gold) and not is_right(asked, ranked[0].candidate)
            found.append(Case("paragraphs", split, bool(asked.gold), is_wrong, span, ()))
    return found


def auroc(scores: Matrix, answered: NDArray[np.bool_]) -> float:
    """The chance that an answered question scores above another; ties count half."""
    pairs = scores[answered][:, None] - scores[~answered][None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def fit(features: Matrix, answered: NDArray[np.bool_], regularisation: float) -> tuple[float, Matrix]:
    """The bias and the weights, shape (features,), of a logistic formula."""
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    spread = features.std(axis=0) + 1e-9
    model: Any = LogisticRegression(C=regularisation, max_iter=3000)
    model.fit(features / spread, answered)
    return float(model.intercept_[0]), model.coef_[0] / spread


def report(
    name: str, names: Sequence[str], cases: Sequence[Case], rows: Matrix, threshold: float, regularisation: float
) -> None:
    """Prints the weights fitted to `rows`, the features of `cases`, the threshold that keeps KEPT, and how both do."""
    answered = np.array([case.is_answered for case in cases])
    tune = np.array([case.split == "tune" for case in cases])
    paragraphs = np.array([case.suite == "paragraphs" for case in cases])
    plainly = np.array([case.suite not in ("retrieval", "paragraphs") for case in cases])
    teaches = tune & np.array([not case.is_wrong for case in cases])
    bias, weights = fit(rows[teaches], answered[teaches], regularisation)
    scores: Matrix = 1 / (1 + np.exp(-(bias + rows @ weights)))
    cut = float(np.quantile(scores[tune & answered & plainly], 1 - KEPT))
    values = ", ".join(f"{one}={weight:.2f}" for one, weight in zip(names, weights, strict=True))
    sys.stdout.write(f"{name}: bias={bias:.2f}, {values}; keeps {KEPT:.1%} at {cut:.3f} (stands at {threshold})\n")
    for of, which in (("", plainly), ("paragraphs, ", paragraphs)):
        for split, chosen in (("tune", tune & which), ("report", ~tune & which)):
            if not chosen.any():
                continue
            kept = float(np.mean(scores[chosen & answered] >= threshold))
            refused = float(np.mean(scores[chosen & ~answered] < threshold))
            sys.stdout.write(
                f"  {of}{split}: of {(chosen & answered).sum()} answered {kept:.1%} kept, of "
                f"{(chosen & ~answered).sum()} others {refused:.1%} refused, "
                f"AUROC {auroc(scores[chosen], answered[chosen]):.3f}\n"
            )


def main(folder: Path, data: Path) -> None:
    """Prints both formulas, and for each split the order, the share kept and the share refused."""
    paragraphs, questions = read(folder)
    with corpus_library(entries(paragraphs)) as library:
        cases = asyncio.run(judged_by_paragraph(library, questions))
    library = Library.open(data, embedder=make_embedder("minilm"))
    try:
        cases += asyncio.run(judged(library, suite_questions()))
        topics = asyncio.run(judged(library, topic_questions()))
    finally:
        library.close()
    cases += topics
    spans = np.array([case.span for case in cases])
    report("WEIGHTS", NAMES, cases, spans, THRESHOLD, OF_SPANS)
    report("WORDS_ALONE", NAMES[:EMBEDDED], cases, spans[:, :EMBEDDED], THRESHOLD, OF_SPANS)
    report("passages", PASSAGES, topics, np.array([case.passages for case in topics]), TOPIC_THRESHOLD, OF_PASSAGES)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Usage: python -m evals.fit_evidence FOLDER DATA")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
