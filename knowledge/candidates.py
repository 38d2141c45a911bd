"""What could be shown of the passages that were found: spans and whole procedures, without what was planted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.answering import Features, Unit
from knowledge.chunking import row_text
from knowledge.lexicon import stems
from knowledge.planted import CERTAIN, is_no_answer, suspicions
from knowledge.sentences import split_sentences
from knowledge.types import BlockKind, Passage, Quote, QuoteKind, Section, StoredBlock, whole

PASSAGES = 6
"""Passages that quotes are looked for in: an answer from further down is a guess."""

_JOINING = frozenset({"and", "&", "y", "or"})
_ORDERS = frozenset({QuoteKind.STEP, QuoteKind.WARNING})
"""Kinds of spans that give orders: they must be planted beyond doubt to be kept back, since a procedure without one of
its steps is worse than none."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What could be shown of a passage: a span, or with `quote` None the whole procedure of its section.

    `unit` is what it is judged by, `headed` its text under its headings, as it is embedded.
    """

    passage: Passage
    unit: Unit
    headed: str
    quote: Quote | None

    @property
    def section(self) -> Section:
        return self.passage.document.id, self.passage.chunk.heading_path


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A candidate with what it is judged by and the logit of its chance to be what answers."""

    candidate: Candidate
    features: Features
    logit: float


def best_first(found: Iterable[Ranked]) -> list[Ranked]:
    """Sorted by logits; equal ones stay as they stood."""
    return sorted(found, key=lambda one: -one.logit)


def candidates(passages: Sequence[Passage], question: str = "") -> Iterator[Candidate]:
    """What could be shown of the first passages (best first): each span, then the procedure if there is one.

    What was planted in a document to be quoted in answer to `question` could not (`knowledge.planted`).
    """
    top = max((passage.scores.fused for passage in passages[:1]), default=0.0)
    above_all = _headings(passages[:PASSAGES])
    for passage in passages[:PASSAGES]:
        rank = passage.scores.fused / max(top, 1e-6)
        title, path = passage.document.title, passage.chunk.heading_path
        headings = above_all[id(passage)]
        prefix = " – ".join(dict.fromkeys(name for name in (title, *path[-2:]) if name))
        steps: list[str] = []
        before = lead = ""
        for quote in _trusted(passage, question):
            text, stored = quote.text, quote.stored
            is_item = stored.kind is BlockKind.ITEM
            if stored.kind is BlockKind.ROW:
                text, before = " ".join([text, *stored.block.header, stored.block.table]), ""
            shown = row_text(stored.block) if stored.kind is BlockKind.ROW else quote.text
            unit = Unit(
                text,
                headings,
                lead if is_item else before,
                rank,
                is_row=stored.kind is BlockKind.ROW,
                is_listed=quote.kind is not QuoteKind.SENTENCE,
            )
            if not _asks(quote):
                yield Candidate(passage, unit, f"{prefix}: {shown}" if prefix else shown, quote)
            before = text
            if not is_item:
                lead = text  # a list belongs to the sentence that leads to it
            if stored.kind is BlockKind.STEP:
                steps.append(text)
        if steps:
            name = path[-1] if path else title
            above = headings.removesuffix(name).rstrip()
            unit = Unit(name, above, " ".join(steps), rank, is_procedure=True, is_listed=True)
            yield Candidate(passage, unit, prefix or steps[0], None)


def _headings(passages: Sequence[Passage]) -> dict[int, str]:
    """The title and the headings above each passage, by its id. Of a title that joins several things, without the words
    that other headings of the document have: what stands under "Opening" of "Opening and Closing" is not about closing.
    """
    of_document: dict[str, frozenset[str]] = {}
    for passage in passages:
        told = stems(" ".join(_under_title(passage)))
        of_document[passage.document.id] = of_document.get(passage.document.id, frozenset[str]()) | told
    found: dict[int, str] = {}
    for passage in passages:
        under = _under_title(passage)
        title = passage.document.title.split()
        if not _JOINING.isdisjoint(title):
            others = of_document[passage.document.id] - stems(" ".join(under))
            title = [word for word in title if stems(word).isdisjoint(others)]
        found[id(passage)] = " ".join([*title, *under])
    return found


def _under_title(passage: Passage) -> list[str]:
    return [name for name in passage.chunk.heading_path if name != passage.document.title]


def _asks(quote: Quote) -> bool:
    """Whether a span is a question of the document's own, which the text after it answers."""
    return quote.kind in (QuoteKind.SENTENCE, QuoteKind.ITEM) and quote.text.rstrip().endswith("?")


def _trusted(passage: Passage, question: str) -> list[Quote]:
    """The spans of a passage, in order, without those that were planted in it."""
    spans = [quote for stored in passage.chunk.blocks for quote in _spans_of(stored, passage)]
    found = suspicions([quote.text for quote in spans], question)
    return [
        quote
        for quote, suspicion in zip(spans, found, strict=True)
        if suspicion <= (CERTAIN if quote.kind in _ORDERS else 0)
        and not (quote.kind is not QuoteKind.STEP and is_no_answer(quote.text, question))
    ]


def _spans_of(stored: StoredBlock, passage: Passage) -> list[Quote]:
    """A block whole, or each of its sentences when it is prose."""
    if stored.kind in (BlockKind.HEADING, BlockKind.CAPTION):
        return []
    if stored.kind is not BlockKind.PARAGRAPH:
        return [whole(stored, passage.document, 0.0)]
    return [
        Quote(
            f"{stored.id}.{number}",
            QuoteKind.SENTENCE,
            stored.text[start:end],
            stored,
            passage.document,
            start,
            end,
            0.0,
        )
        for number, (start, end) in enumerate(split_sentences(stored.text))
    ]
