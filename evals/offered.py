"""What the product offers in answer to every question that is learned from: candidates, and which of them are right.

The questions are those of the suites answers, crew, refusal and retrieval and of `datasets/answers.yaml` about the
sample site, those about the paragraphs of a public set (`evals/public/sentences.py`), and those about the sheets
(`evals/sheets.py`). What is fitted to them in turn must not judge its own learning: by `fold` they are parted into
FOLDS, so that a question can be judged by what was fitted without its fold.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals import sheets
from evals.cases import Gold, Split
from evals.outcome import is_gold
from evals.public.corpus import corpus_library
from evals.public.figures import to_stderr
from evals.public.sentences import entries, given, is_right, read
from evals.suites import SHIPPED, load_suites
from knowledge.answering import QUICK, Features, embedded, score
from knowledge.candidates import Candidate, candidates
from knowledge.embedder import WordEmbedder, make_embedder
from knowledge.library import Library
from knowledge.likeness import TextVectors
from knowledge.procedures import asks_for_steps
from knowledge.types import BlockKind, Passage, Query, Scope

TOPICS = Path(__file__).parent / "datasets" / "answers.yaml"
SUITES = ("answers", "crew", "refusal", "retrieval")
SHORT = 16
"""Candidates that are embedded, best by their words: some more than when a question is answered."""
FOLDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Offered:
    """A question, its candidates' features, best by their words first, and which of them are right, each (n,); none of
    them where the question is not answered. The first SHORT are embedded: `texts` are those, as MiniLM reads them."""

    subject: str
    split: Split
    fold: int
    is_answered: bool
    question: TextVectors
    features: Sequence[Features]
    right: Sequence[bool]
    texts: Sequence[TextVectors]


class Offers:
    """Offers what the product does. A text is read once, whatever the number of questions that it is offered for."""

    def __init__(self) -> None:
        embedder = make_embedder("minilm")
        assert isinstance(embedder, WordEmbedder)
        self._embedder = embedder
        self._known: dict[str, TextVectors] = {}

    def about_paragraphs(self, folder: Path, cache: Path | None = None) -> Iterator[Offered]:
        """Of each question about a set's paragraphs, among the sentences of its own ("paragraph given") and, where it
        answers, of all ("end to end"). Every other title, sorted, is to `tune` on."""
        paragraphs, questions = read(folder)
        titles = sorted({asked.paragraph.title for asked in questions})
        with corpus_library(entries(paragraphs), cache=cache) as library:
            for asked in questions:
                title = asked.paragraph.title
                split: Split = "tune" if titles.index(title) % 2 == 0 else "report"
                among: dict[str, Sequence[Passage]] = {"paragraph given": given(library, asked.paragraph)}
                if asked.gold:
                    among["end to end"] = asyncio.run(library.retriever.retrieve(Query(asked.text), Scope())).passages
                for subject, passages in among.items():
                    found = judged(library, Query(asked.text), passages)
                    right = [is_right(asked, one) for one, _ in found]
                    yield self._offered(subject, split, title, asked.text, bool(asked.gold), found, right)

    def about_the_site(self, data: Path) -> Iterator[Offered]:
        """Of the questions that stand alone about the sample site, which is ingested in the data folder `data`. In the
        file of topics what holds all the words of a right answer is right; in the suites the gold spans are."""
        library = Library.open(data, embedder=make_embedder("minilm"))
        try:
            for subject, split, text, is_answered, check in (*_topics(), *_of_suites()):
                retrieval = asyncio.run(library.retriever.retrieve(Query(text), Scope()))
                found = judged(library, retrieval.query, retrieval.passages)
                right = [check(one) for one, _ in found]
                yield self._offered(subject, split, text, text, is_answered, found, right)
        finally:
            library.close()

    def about_sheets(self, trade: str) -> Iterator[Offered]:
        """Of the questions about a trade's sheets: among what is found in all of them, or in its own where what answers
        is not found."""
        of_trade = sheets.read(trade)
        with sheets.sheets_library(of_trade) as library:
            for asked in (asked for sheet in of_trade for asked in sheet.asked):
                for in_its_sheet in (False, True):
                    retrieval = sheets.found_for(library, asked, in_its_sheet=in_its_sheet)
                    found = judged(library, retrieval.query, retrieval.passages)
                    right = [sheets.is_right(asked, one) for one, _ in found]
                    if any(right) or not asked.gold:
                        split = sheets.split_of(trade)
                        yield self._offered("sheets", split, trade, asked.text, bool(asked.gold), found, right)
                        break

    def _offered(
        self,
        subject: str,
        split: Split,
        together: str,
        text: str,
        is_answered: bool,
        found: Sequence[tuple[Candidate, Features]],
        right: Sequence[bool],
    ) -> Offered:
        texts = self._read([one.headed for one, _ in found[:SHORT]])
        features = [features for _, features in found]
        [question] = self._read([text])
        return Offered(subject, split, fold_of(together), is_answered, question, features, right, texts)

    def _read(self, texts: Sequence[str]) -> list[TextVectors]:
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(missing, self._embedder.read_now(missing), strict=True))
        return [self._known[text] for text in texts]


def gathered(folder: Path, data: Path, cache: Path | None = None) -> Iterator[Offered]:
    """All of it: of the set in `folder`, the sample site in `data` and the sheets. It takes minutes, told on stderr."""
    offers = Offers()
    to_stderr("the paragraphs of the public set")
    yield from offers.about_paragraphs(folder, cache)
    to_stderr("the sample site")
    yield from offers.about_the_site(data)
    for trade in sheets.trades():
        to_stderr(f"the sheets of {trade}")
        yield from offers.about_sheets(trade)


def fold_of(together: str) -> int:
    """The fold of all that has this name in common."""
    return zlib.crc32(together.encode()) % FOLDS


def judged(library: Library, query: Query, passages: Sequence[Passage]) -> list[tuple[Candidate, Features]]:
    """The candidates of passages and their features, best by their words first; the best SHORT embedded.

    As `Quoter.rank` judges them, but with those that it leaves out because they say the question: what is planted in
    documents is fitted by itself (`evals/fit_planted.py`).
    """
    question = library.quoter.question(query)
    is_how = asks_for_steps(query.text, question)
    found = [(one, question.features(one.unit)) for one in candidates(passages) if is_how or one.quote is not None]
    found.sort(key=lambda each: -score(each[1], QUICK))
    near = library.quoter.near(query, [one for one, _ in found[:SHORT]])
    short = [(one, embedded(features, *each)) for (one, features), each in zip(found, near, strict=False)]
    return [*short, *found[SHORT:]]


def is_gold_candidate(one: Candidate, gold: Sequence[Gold]) -> bool:
    """Whether a candidate holds gold words; a procedure does when one of its passage's steps does."""
    if one.quote is None:
        steps = [stored.text for stored in one.passage.chunk.blocks if stored.kind is BlockKind.STEP]
        return any(is_gold(one.passage.document.name, step, span) for step in steps for span in gold)
    return any(is_gold(one.passage.document.name, one.quote.text, span) for span in gold)


_Question = tuple[str, Split, str, bool, Callable[[Candidate], bool]]


def _topics() -> Iterator[_Question]:
    written: dict[Split, list[dict[str, Any]]] = yaml.safe_load(TOPICS.read_text("utf-8"))
    for split, cases in written.items():
        for case in cases:
            wanted = [word.lower() for word in case["expects"] or ()]
            yield "sample site", split, case["q"], bool(wanted), _holding(wanted)


def _of_suites() -> Iterator[_Question]:
    for suite in load_suites(SHIPPED, SUITES, None):
        for case in suite.dataset.cases:
            ask, expected, labels = case.inputs, case.expected_output, case.metadata
            if expected is None or labels is None or expected.asks or ask.planted or ask.earlier:
                continue
            if expected.gold or expected.refused:
                gold = expected.gold or []
                yield "suites", labels.split, ask.question, bool(gold), _gold(gold)


def _holding(wanted: Sequence[str]) -> Callable[[Candidate], bool]:
    return lambda one: bool(wanted) and all(word in _shown(one).lower() for word in wanted)


def _gold(gold: Sequence[Gold]) -> Callable[[Candidate], bool]:
    return lambda one: is_gold_candidate(one, gold)


def _shown(one: Candidate) -> str:
    if one.quote is None:
        return f"{one.unit.text} {one.unit.before}"
    return f"{one.quote.stored.block.label} {one.quote.text}"
