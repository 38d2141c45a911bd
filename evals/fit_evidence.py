"""Fits the formulas of the evidence: `python -m evals.fit_evidence FOLDER DATA UNSEEN` prints weights and how they do.

FOLDER has paragraphs.jsonl and questions.jsonl (see `evals/public/sentences.py`), DATA is a data folder with the sample
site ingested (`linelead --data DATA ingest --sample`). The weights of a quoted span (`knowledge/evidence.py`) are
fitted on the questions that are marked `tune` in the suites answers, crew, refusal and retrieval and in
`datasets/answers.yaml`, on those about the paragraphs of every other title, each judged by its own paragraph, and on
those about the sheets of `evals/sheets.py` that are learned from, each judged by its own sheet; they are reported on
the others. A question of which the best span is known not to answer teaches nothing. Questions that
lean on earlier turns are left out, and those that name a code of a machine, which is looked up in its table. The
weights of the passages (`knowledge/retriever.py`) are fitted on `datasets/answers.yaml` alone, where what is not
answered is mostly what no document treats: passages treat what a near miss names.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from evals import sheets
from evals.cases import Gold, Split, plain
from evals.offered import FOLDS, SUITES, TOPICS, fold_of, is_gold_candidate
from evals.public.corpus import corpus_library
from evals.public.sentences import Asked as AskedOfParagraph
from evals.public.sentences import entries, found_of_its_paragraph, is_right, read
from evals.suites import SHIPPED, load_suites
from knowledge.candidates import Ranked
from knowledge.embedder import WordEmbedder, make_embedder
from knowledge.evidence import NAMES, THRESHOLD
from knowledge.library import Library
from knowledge.procedures import with_steps
from knowledge.reranker import Network, load
from knowledge.retriever import THRESHOLD as TOPIC_THRESHOLD
from knowledge.types import Query, Scope
from tools.error_codes import find_codes

OF_SPANS, OF_PASSAGES = 0.1, 0.3
"""scikit-learn's C, each feature brought to the same spread. Of 0.05, 0.1, 0.3 and 1 all order the questions about
alike; from 0.3 on those signals of a span that say nearly the same pull against each other."""
OF_SHEETS, OF_SHEETS_BY_WORDS = 0.05, 0.015
"""What a question about a sheet weighs beside another: there are nine times as many. Words alone hardly tell its near
misses, and much of them would teach to answer everything."""
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


class Judge:
    """Judges questions as the product does, but those to `tune` on by the reranker fitted without their fold."""

    def __init__(self, unseen: Sequence[Network]) -> None:
        self._unseen = unseen

    async def of_the_site(self, library: Library, questions: Iterable[Asked]) -> list[Case]:
        """Every question once."""
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
                    self._span(library, query, ranked[0], asked.split, asked.text),
                    library.retriever.features(query, passages)[: len(PASSAGES)],
                )
        return list(found.values())

    async def of_paragraphs(self, library: Library, questions: Sequence[AskedOfParagraph]) -> list[Case]:
        """Those about paragraphs, each as its own is judged; those without a passage found there are left out."""
        titles = sorted({asked.paragraph.title for asked in questions})
        found: list[Case] = []
        for asked in questions:
            query, passages = Query(asked.text), await found_of_its_paragraph(library, asked)
            ranked = library.quoter.rank(query, passages)
            if ranked:
                title = asked.paragraph.title
                split: Split = "tune" if titles.index(title) % 2 == 0 else "report"
                span = self._span(library, query, ranked[0], split, title)
                is_wrong = bool(asked.gold) and not is_right(asked, ranked[0].candidate)
                found.append(Case("paragraphs", split, bool(asked.gold), is_wrong, span, ()))
        return found

    def of_sheets(self, trade: str) -> list[Case]:
        """Those about the sheets of a trade that name no code, each as its own sheet is judged."""
        of_trade, split = sheets.read(trade), sheets.split_of(trade)
        found: list[Case] = []
        with sheets.sheets_library(of_trade) as library:
            for asked in (asked for sheet in of_trade for asked in sheet.asked if not find_codes(asked.text)):
                retrieval = sheets.found_for(library, asked, in_its_sheet=True)
                ranked = library.quoter.rank(retrieval.query, retrieval.passages)
                if ranked:
                    span = self._span(library, retrieval.query, ranked[0], split, trade)
                    is_wrong = bool(asked.gold) and not sheets.is_right(asked, ranked[0].candidate)
                    found.append(Case("sheets", split, bool(asked.gold), is_wrong, span, ()))
        return found

    def _span(self, library: Library, query: Query, best: Ranked, split: Split, together: str) -> tuple[float, ...]:
        found = library.quoter.signals(query, best)
        embedder = library.embedder
        if split == "tune" and isinstance(embedder, WordEmbedder):
            one = best.candidate
            texts = [one.headed] if one.quote is not None else [one.headed, with_steps(one)]
            question, *read = embedder.read_now([query.text, *texts])
            found = replace(found, attended=max(self._unseen[fold_of(together)].logits(question, read)))
        return astuple(found)


def auroc(scores: Matrix, answered: NDArray[np.bool_]) -> float:
    """The chance that an answered question scores above another; ties count half."""
    pairs = scores[answered][:, None] - scores[~answered][None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def fit(features: Matrix, answered: NDArray[np.bool_], counts: Matrix, regularisation: float) -> tuple[float, Matrix]:
    """The bias and the weights, shape (features,), of a logistic formula; `counts` is what each question weighs."""
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    spread = features.std(axis=0) + 1e-9
    model: Any = LogisticRegression(C=regularisation, max_iter=3000)
    model.fit(features / spread, answered, sample_weight=counts)
    return float(model.intercept_[0]), model.coef_[0] / spread


def report(
    name: str,
    names: Sequence[str],
    cases: Sequence[Case],
    rows: Matrix,
    threshold: float,
    regularisation: float,
    of_sheets: float = 1.0,
) -> None:
    """Prints the weights fitted to `rows`, the features of `cases`, the threshold that keeps KEPT, and how both do."""
    answered = np.array([case.is_answered for case in cases])
    tune = np.array([case.split == "tune" for case in cases])
    paragraphs = np.array([case.suite == "paragraphs" for case in cases])
    is_of_sheet = np.array([case.suite == "sheets" for case in cases])
    plainly = np.array([case.suite not in ("retrieval", "paragraphs", "sheets") for case in cases])
    teaches = tune & np.array([not case.is_wrong for case in cases])
    counts = np.where(is_of_sheet, of_sheets, 1.0)
    bias, weights = fit(rows[teaches], answered[teaches], counts[teaches], regularisation)
    scores: Matrix = 1 / (1 + np.exp(-(bias + rows @ weights)))
    cut = float(np.quantile(scores[tune & answered & plainly], 1 - KEPT))
    values = ", ".join(f"{one}={weight:.2f}" for one, weight in zip(names, weights, strict=True))
    sys.stdout.write(f"{name}: bias={bias:.2f}, {values}; keeps {KEPT:.1%} at {cut:.3f} (stands at {threshold})\n")
    for of, which in (("", plainly), ("paragraphs, ", paragraphs), ("sheets, ", is_of_sheet)):
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


def main(folder: Path, data: Path, unseen: Path) -> None:
    """Prints both formulas, and for each split the order, the share kept and the share refused."""
    judge = Judge([load(unseen / f"{fold}.npz") for fold in range(FOLDS)])
    paragraphs, questions = read(folder)
    with corpus_library(entries(paragraphs)) as library:
        cases = asyncio.run(judge.of_paragraphs(library, questions))
    for trade in sheets.trades():
        cases += judge.of_sheets(trade)
    library = Library.open(data, embedder=make_embedder("minilm"))
    try:
        cases += asyncio.run(judge.of_the_site(library, suite_questions()))
        topics = asyncio.run(judge.of_the_site(library, topic_questions()))
    finally:
        library.close()
    cases += topics
    spans = np.array([case.span for case in cases])
    report("WEIGHTS", NAMES, cases, spans, THRESHOLD, OF_SPANS, OF_SHEETS)
    by_words = spans[:, :EMBEDDED]
    report("WORDS_ALONE", NAMES[:EMBEDDED], cases, by_words, THRESHOLD, OF_SPANS, OF_SHEETS_BY_WORDS)
    report("passages", PASSAGES, topics, np.array([case.passages for case in topics]), TOPIC_THRESHOLD, OF_PASSAGES)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("Usage: python -m evals.fit_evidence FOLDER DATA UNSEEN")
    main(*map(Path, sys.argv[1:]))
