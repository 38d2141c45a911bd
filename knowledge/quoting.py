"""From passages to the spans that answer: whole procedures, rows of tables, sentences, and their warnings."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.catalogue import Catalogue
from knowledge.embedder import Embedder
from knowledge.index import VectorIndex
from knowledge.lexicon import stems
from knowledge.retriever import Retriever, coverage
from knowledge.sentences import split_sentences
from knowledge.types import (
    BlockKind,
    Passage,
    Quote,
    QuoteKind,
    Retrieval,
    Scope,
    StoredBlock,
    whole,
)

PASSAGES = 5
"""Passages that quotes are looked for in: an answer from further down is a guess."""
QUOTES = 8
"""Quotes beside whole procedures at most: what a person reads on a phone."""
ROWS = 3
SENTENCES = 3
WARNINGS = 3

WORDS, PLACE = 0.7, 0.3
"""Shares of the words' coverage and of the passage's rank in a unit's score. Coverage alone finds the answering
sentence in 0.856 of SQuAD's paragraphs, MiniLM's cosine alone in 0.798."""
HEADING = 0.45
"""What a question word counts that only the headings above a unit hold: they say what it is about, it does not."""
CUE = 0.12
"""What a unit gains that has the kind of thing asked for: a number for "how many", a temperature for "how hot"."""
NEAR = 0.82
"""Share of the best unit's score from which another unit of the same passage is quoted too."""
SECOND_PASSAGE = 0.9
"""Share of the best unit's score from which another passage is quoted too."""

_HOW = re.compile(
    r"\b(how (do|to|can|should|would|does|did|you)|steps?|procedures?|instructions?|what now|what next|"
    r"what (do|should|must) (i|we|you) do|what to do|walk me|show me|way to|guide|checklist|open(ing)?|clos(e|ing)|"
    r"clean(ing)?|reset|clear|fix|replace|change|light|relight|start( up)?|shut ?down|drain|filter|boil ?out|descale|"
    r"sanitize|calibrate|wash(ing)?|set up|unjam|unclog)\b",
    re.IGNORECASE,
)
_CUES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\b(how (hot|cold|warm)|temp\w*|degrees?)\b|°", re.I),
        re.compile(r"\d\s*°|\d\s*degrees|\d\s*[FC]\b", re.I),
    ),
    (
        re.compile(
            r"\b(how long|how (soon|often|fast|quick\w*)|when|what time|how many (hours|minutes|days|"
            r"seconds))\b",
            re.I,
        ),
        re.compile(
            r"\b\d+(?:[.,:]\d+)?\s*(?:hours?|h|minutes?|min|seconds?|s|days?|weeks?|months?|years?|a\.?m|p\.?m)\b|"
            r"\b(?:daily|weekly|monthly|yearly|every|each|twice|once|before|after|until)\b|\d:\d\d",
            re.I,
        ),
    ),
    (
        re.compile(
            r"\b(how (many|much|big|strong|far|high|deep)|what (size|voltage|pressure|capacity|ratio)|cost|price)\b",
            re.I,
        ),
        re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|quarter)\b", re.I),
    ),
    (
        re.compile(r"\bwho\b", re.I),
        re.compile(r"\b(?:manager|lead|crew|staff|technician|supervisor|owner|[A-Z]\w+ [A-Z]\w+)\b"),
    ),
)
_INSTRUCTION = re.compile(
    r"\b(ignore|disregard|forget) (?:\w+ ){0,3}(previous|above|prior|earlier|all|your) (?:\w+ ){0,2}(instructions?|"
    r"rules?|prompts?|directions?)|\b(system prompt|as an ai|you are now|new instructions?|do anything now|"
    r"jailbreak)\b",
    re.IGNORECASE,
)
"""Text that talks to a model instead of a reader. It may stand in a document; it is never an answer."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A candidate for a quote."""

    quote: Quote
    passage: Passage


class Quoter:
    """Picks the spans of a retrieval that answer its question."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder, index: VectorIndex) -> None:
        self._catalogue = catalogue
        self._retriever = Retriever(catalogue, index, embedder)

    async def quote(self, retrieval: Retrieval, scope: Scope) -> list[Quote]:
        """The quotes in display order: the best passage's first, warnings before the procedure they belong to.

        Empty when there is no passage. Scores are 0..1 and rank quotes of one question only.
        """
        if not retrieval.passages:
            return []
        return await asyncio.to_thread(self._quote, retrieval, scope)

    def _quote(self, retrieval: Retrieval, scope: Scope) -> list[Quote]:
        text = " ".join([*retrieval.query.previous, retrieval.query.text])
        weights = self._retriever.weights(text)
        wanted = [pattern for asked, pattern in _CUES if asked.search(retrieval.query.text)]
        passages = retrieval.passages[:PASSAGES]
        top = max(passages[0].scores.fused, 1e-6)
        by_passage = [
            (passage, self._units(passage, weights, wanted, passage.scores.fused / top)) for passage in passages
        ]
        by_passage = [(passage, units) for passage, units in by_passage if units]
        if not by_passage:
            return []
        by_passage.sort(key=lambda entry: -max(unit.quote.score for unit in entry[1]))
        best = max(unit.quote.score for unit in by_passage[0][1])
        chosen: list[Quote] = []
        seen: set[str] = set()
        others = 0
        for passage, units in by_passage:
            if units[0].quote.score < SECOND_PASSAGE * best and chosen:
                break
            for quote in self._from_passage(retrieval.query.text, passage, units, weights, scope):
                if quote.span_id not in seen and quote.stored.id not in seen:
                    seen.add(quote.span_id)
                    chosen.append(quote)
                    others += quote.kind is not QuoteKind.STEP
            if others >= QUOTES:
                break
        return chosen

    def _units(
        self, passage: Passage, weights: Mapping[str, float], wanted: Sequence[re.Pattern[str]], rank: float
    ) -> list[_Unit]:
        """Everything in a passage that could be quoted, best first."""
        above = stems(" ".join([passage.document.title, *passage.chunk.heading_path]))
        units: list[_Unit] = []
        for stored in passage.chunk.blocks:
            for quote in _candidates(stored, passage):
                if _INSTRUCTION.search(quote.text):
                    continue
                named = " ".join([quote.text, *stored.block.header, stored.block.table])
                own = stems(named)
                words = coverage(weights, own) + HEADING * coverage(weights, above - own)
                cue = CUE if any(pattern.search(named) for pattern in wanted) else 0.0
                score = min(WORDS * min(words, 1.0) + PLACE * rank + cue, 1.0)
                units.append(_Unit(replace(quote, score=score), passage))
        units.sort(key=lambda unit: (-unit.quote.score, unit.quote.stored.ordinal, unit.quote.start))
        return units

    def _from_passage(
        self, question: str, passage: Passage, units: Sequence[_Unit], weights: Mapping[str, float], scope: Scope
    ) -> list[Quote]:
        best = units[0].quote
        procedure = [unit for unit in units if unit.quote.kind is QuoteKind.STEP]
        heading = coverage(weights, stems(" ".join(passage.chunk.heading_path[-1:])))
        asks_how = _HOW.search(question) is not None
        if (
            procedure
            and (best.kind is QuoteKind.STEP or (asks_how and heading >= 0.3))
            and (asks_how or heading >= 0.4)
        ):
            return self._procedure(passage, best.score, scope)
        near = [unit.quote for unit in units if unit.quote.score >= NEAR * best.score and unit.quote.kind is best.kind]
        limit = ROWS if best.kind is QuoteKind.ROW else SENTENCES
        picked = near[:limit]
        if best.kind is QuoteKind.ROW:
            return picked
        warnings = [
            unit.quote
            for unit in units
            if unit.quote.kind is QuoteKind.WARNING and unit.quote.score >= 0.6 * best.score
        ][:WARNINGS]
        return [*(w for w in warnings if w not in picked), *sorted(picked, key=lambda q: (q.stored.ordinal, q.start))]

    def _procedure(self, passage: Passage, score: float, scope: Scope) -> list[Quote]:
        """The whole procedure of the passage's section: its warnings first, then every step in order."""
        section = self._catalogue.section(scope, passage.document.id, passage.chunk.heading_path)
        steps = [stored for stored in section if stored.kind is BlockKind.STEP]
        warnings = [stored for stored in section if stored.kind is BlockKind.WARNING]
        return [whole(stored, passage.document, score) for stored in (*warnings[:WARNINGS], *steps)]


def _candidates(stored: StoredBlock, passage: Passage) -> list[Quote]:
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
