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

PASSAGES = 6
"""Passages that quotes are looked for in: an answer from further down is a guess."""
QUOTES = 6
"""Quotes beside a procedure at most: what a person reads on a phone."""
ROWS = 3
SENTENCES = 3
WARNINGS = 3

WORDS, PLACE = 0.65, 0.35
"""Shares of the words' coverage and of the passage's rank in a unit's score. Coverage alone finds the answering
sentence in 0.856 of SQuAD's paragraphs, MiniLM's cosine alone in 0.798."""
HEADING = 0.6
"""What a question word counts that only the headings above a unit hold: they say what it is about, it does not."""
PROCEDURE_HEADING, PROCEDURE_STEPS = 0.5, 0.2
"""Shares of a procedure's score that its heading's and its steps' coverage have; its rank has the rest."""
CUE = 0.2
"""What a unit gains that has the kind of thing asked for: a number for "how many", a temperature for "how hot"."""
NEAR = 0.9
"""Share of the best unit's score from which another unit of the same passage is quoted too."""
OWN_WORDS = 0.75
"""Share of the best unit's own coverage that such a unit must have: a heading alone makes no neighbour an answer."""
SECOND_PASSAGE = 0.93
"""Share of the best score from which another passage is quoted too."""
MOST_PASSAGES = 2

_HOW = re.compile(
    r"\b(how (do|to|can|should|would|does|did|you)|steps?|procedures?|instructions?|what now|what next|"
    r"what (do|should|must) (i|we|you) do|what to do|walk me|show me|way to|guide|checklist|open(ing)?|clos(e|ing)|"
    r"clean(ing)?|reset|clear|fix|replace|change|light|relight|start( up)?|shut ?down|drain|filter|boil ?out|descale|"
    r"sanitize|calibrate|wash(ing)?|set up|unjam|unclog)\b",
    re.IGNORECASE,
)
_TIME = (
    r"\d+(?:[.,:/]\d+)?(?: (?:to|or|and) \d+)?[ -]*(?:hours?|h|minutes?|min|seconds?|s|days?|weeks?|months?|years?)\b"
)
_CUES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\b(how (hot|cold|warm)|temp\w*|degrees?)\b|°", re.I),
        re.compile(r"\d\s*°|\d\s*degrees|\d\s*[FC]\b", re.I),
    ),
    (re.compile(r"\bhow (long|soon|fast|quick\w*|many (hours|minutes|days|seconds))\b", re.I), re.compile(_TIME, re.I)),
    (
        re.compile(r"\bhow often\b|\b(interval|schedule)\b", re.I),
        re.compile(rf"{_TIME}|\b(?:daily|weekly|monthly|yearly|nightly|every|each|once|twice)\b", re.I),
    ),
    (
        re.compile(r"\b(when|what time)\b", re.I),
        re.compile(rf"{_TIME}|\d ?[ap]\.?m|\d:\d\d|\b(?:before|after|until|daily|every)\b", re.I),
    ),
    (
        re.compile(
            r"\b(how (many|much|big|strong|far|high|deep)|what (size|voltage|pressure)|cost|price|capacity)\b", re.I
        ),
        re.compile(r"\d", re.I),
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
    """A candidate for a quote; `own` is the share of the question that its own words cover."""

    quote: Quote
    own: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What one passage offers: its best units, or the procedure it belongs to."""

    passage: Passage
    score: float
    units: tuple[_Unit, ...]
    is_procedure: bool


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
        question = retrieval.query.text
        weights = self._retriever.weights(" ".join([*retrieval.query.previous, question]))
        wanted = [pattern for asked, pattern in _CUES if asked.search(question)]
        asks_how = _HOW.search(question) is not None and not wanted
        top = max(retrieval.passages[0].scores.fused, 1e-6)
        candidates: list[_Candidate] = []
        for passage in retrieval.passages[:PASSAGES]:
            rank = passage.scores.fused / top
            units = self._units(passage, weights, wanted, rank)
            has_procedure = asks_how and any(unit.quote.kind is QuoteKind.STEP for unit in units)
            # how a thing is done is not said by its warning: that comes along with the procedure
            if units and not (has_procedure and units[0].quote.kind is QuoteKind.WARNING):
                candidates.append(_Candidate(passage, units[0].quote.score, tuple(units), False))
            if has_procedure:
                candidates.append(_Candidate(passage, _procedure_score(passage, weights, rank), tuple(units), True))
        candidates.sort(key=lambda candidate: (-candidate.score, not candidate.is_procedure))
        chosen: list[Quote] = []
        seen: set[str] = set()
        sections: set[tuple[str, tuple[str, ...]]] = set()
        for candidate in candidates:
            if chosen and (candidate.score < SECOND_PASSAGE * candidates[0].score or len(sections) >= MOST_PASSAGES):
                break
            section = (candidate.passage.document.id, candidate.passage.chunk.heading_path)
            if candidate.is_procedure and section in sections:
                continue
            sections.add(section)
            quotes = (
                self._procedure(candidate.passage, candidate.score, scope)
                if candidate.is_procedure
                else _best_units(candidate.units)
            )
            for quote in quotes:
                if quote.span_id not in seen and quote.stored.id not in seen:
                    seen.add(quote.span_id)
                    chosen.append(quote)
            if sum(quote.kind is not QuoteKind.STEP for quote in chosen) >= QUOTES:
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
                covered = coverage(weights, own)
                words = covered + HEADING * coverage(weights, above - own)
                cue = CUE if any(pattern.search(quote.text) for pattern in wanted) else 0.0
                score = min(WORDS * min(words, 1.0) + PLACE * rank + cue, 1.0)
                units.append(_Unit(replace(quote, score=score), covered))
        units.sort(key=lambda unit: (-unit.quote.score, unit.quote.stored.ordinal, unit.quote.start))
        return units

    def _procedure(self, passage: Passage, score: float, scope: Scope) -> list[Quote]:
        """The whole procedure of the passage's section: its warnings first, then every step in order."""
        section = self._catalogue.section(scope, passage.document.id, passage.chunk.heading_path)
        steps = [stored for stored in section if stored.kind is BlockKind.STEP]
        warnings = [stored for stored in section if stored.kind is BlockKind.WARNING]
        return [whole(stored, passage.document, score) for stored in (*warnings[:WARNINGS], *steps)]


def _procedure_score(passage: Passage, weights: Mapping[str, float], rank: float) -> float:
    """How well a whole procedure answers (0..1): by its heading first, then by its steps, then by its rank."""
    heading = stems(" ".join([passage.document.title, *passage.chunk.heading_path[-1:]]))
    steps = heading | stems(passage.chunk.text)
    place = 1 - PROCEDURE_HEADING - PROCEDURE_STEPS
    return PROCEDURE_HEADING * coverage(weights, heading) + PROCEDURE_STEPS * coverage(weights, steps) + place * rank


def _best_units(units: Sequence[_Unit]) -> list[Quote]:
    """The best unit of a passage and those as good as it, in the document's order, with the warnings that apply."""
    best = units[0]
    near = [
        unit.quote
        for unit in units
        if unit.quote.kind is best.quote.kind
        and unit.quote.score >= NEAR * best.quote.score
        and unit.own >= OWN_WORDS * best.own
    ]
    picked = near[: ROWS if best.quote.kind is QuoteKind.ROW else SENTENCES]
    if best.quote.kind is QuoteKind.ROW:
        return picked
    warnings = [
        unit.quote
        for unit in units
        if unit.quote.kind is QuoteKind.WARNING and unit.quote.score >= 0.6 * best.quote.score
    ]
    ordered = sorted(picked, key=lambda quote: (quote.stored.ordinal, quote.start))
    return [*(warning for warning in warnings[:WARNINGS] if warning not in picked), *ordered]


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
