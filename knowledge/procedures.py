"""When a whole procedure is the answer, and what is shown of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import Question
from knowledge.candidates import Candidate
from knowledge.catalogue import Catalogue
from knowledge.lexicon import content_words, stem, stems
from knowledge.planted import CERTAIN, suspicions
from knowledge.types import BlockKind, Document, Passage, Quote, Scope, StoredBlock, whole
from knowledge.words import counted

ROWS = 4
WARNINGS = 3
"""Rows of a table and warnings that are shown of a section at most."""
FEWEST_OF_A_CHAPTER = 2
OF_A_PROCEDURE = 600
"""Characters of a procedure that the reranker reads: some more than the words that it looks at."""

MOST_STEPS = 60
"""Steps of a chapter that is shown whole at most."""

_HOW = re.compile(
    r"\b(how (do|to|can|should|would|does|did|you)|steps?|procedures?|instructions?|what now|what next|"
    r"what (do|should|must) (i|we|you) do|what to do|walk me|show me|way to|guide|checklist)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(open(ing)?|clos(e|ing)|clean(ing)?|reset|clear|fix|replace|change|light|relight|start( up)?|shut ?down|drain|"
    r"filter|boil ?out|descale|sanitize|calibrate|wash(ing)?|set up|unjam|unclog)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:someone|somebody|he|she|they|we|i|"
    r"(?:an? |the |our |my |one of the )?(?:\w+ )?(?:guest|customer|kid|child|cook|server|worker))"
)
_HAPPENS = re.compile(
    r"^(?!.*(?:\?|\b(?:how|what|which|when|where|who|why|whose|(?:do|does|can|could|should|may|must|would) \w+)\b))"
    r"(?:.*\b(?:is|are|was|were|went|has|have|just|got|gets|keeps?|stopped|broke|fell|failed|left|lost|found|spilled|spilt|"
    rf"dropped)\b|\W*{_PEOPLE} \w+ed\b|"
    r"(?:\w+ ){1,3}(?:on|in|under|behind|all over|near) (?:the|a|my|our) (?:\w+\W+){0,2}\w+\W*$)",
    re.IGNORECASE,
)
"""Tells of something that happens, and asks for nothing: "the power is out", "vomit in the dining room"."""
_UNNUMBERED = re.compile(r"^\W*(?:(?:chapter|part|section) )?\d[\d.]*\W*", re.IGNORECASE)
_STEPS = re.compile(
    r"\b(steps?|procedures?|instructions?|checklist|walk me|show me|how (do|to|can|should))\b"
    r"(?!.*\b(how (hot|cold|warm|long|soon|often|many|much|high|deep|big|far)|what|which|when|where|who|why|know)\b)",
    re.IGNORECASE,
)
"""Asks for what is done, whatever it is about: "steps to check the oil temperature" asks for no temperature."""
_FACT = re.compile(
    r"^\W*(what|which|who|whose|where|when|why|is|are|was|were|does|did|has|have|can|could|may|should|must)\b",
    re.IGNORECASE,
)


_OF_COURSES = stems(
    "checklist list duties duty tasks task jobs routine procedure steps step guide instructions process first "
    "everything whole full complete walk show give tell"
)
"""Words that ask for what is done, and name nothing that is."""


def asks_how(text: str) -> bool:
    """Whether a message asks how something is done, so that a whole procedure may be the answer."""
    if _HOW.search(text) is not None:
        return True
    return (_DOING.search(text) or _HAPPENS.search(text)) is not None and _FACT.match(text) is None


def asks_for_steps(text: str, question: Question) -> bool:
    """Whether a whole procedure may answer: it is asked how something is done, and not for a number, a time or such."""
    return asks_how(text) and (not question.asks_for_a_thing or _STEPS.search(text) is not None)


def is_a_card(text: str, procedure: Candidate) -> bool:
    """Whether a procedure is for an emergency, and a message only tells of something: "the fryer is leaking" is no
    leak of gas, or it would have been heard as one."""
    is_only_told = _HOW.search(text) is None and _DOING.search(text) is None
    return is_only_told and procedure.passage.document.is_for_emergencies


def with_steps(procedure: Candidate) -> str:
    """A procedure under its headings and with its first steps, as the reranker reads it."""
    return f"{procedure.headed}: {procedure.unit.before}"[:OF_A_PROCEDURE]


def procedure(catalogue: Catalogue, passage: Passage, score: float, scope: Scope) -> list[Quote]:
    """The whole procedure of the passage's section: its warnings first, then every step in order.

    A small table of the section belongs to it: the limits that the steps are to keep.
    """
    section = catalogue.section(scope, passage.document.id, passage.chunk.heading_path)
    return _of_section(section, passage.document, score)


def chapter(
    catalogue: Catalogue, question: str, passages: Sequence[Passage], scope: Scope
) -> tuple[str, list[Quote]] | None:
    """The procedures of a chapter, one after the other, and what is to be said before them, when a question asks how
    something is done and names nothing but the chapter: "closing checklist". None for any other question, and for a
    chapter of one procedure or of more than MOST_STEPS steps."""
    named = frozenset(stem(word) for word in content_words(question)) - _OF_COURSES
    if not named or not asks_how(question):
        return None
    for passage in passages:
        path = passage.chunk.heading_path
        for depth, heading in enumerate(path[:-1], 1):
            if heading != passage.document.title and stems(unnumbered(heading)) == named:
                return _of_chapter(catalogue, passage.document, path[:depth], scope)
    return None


def unnumbered(heading: str) -> str:
    """A heading without its number: "Closing" of "3 Closing" and of "Chapter 3: Closing"."""
    return _UNNUMBERED.sub("", heading)


def _of_chapter(
    catalogue: Catalogue, document: Document, path: tuple[str, ...], scope: Scope
) -> tuple[str, list[Quote]] | None:
    sections: dict[tuple[str, ...], list[StoredBlock]] = {}
    for stored in catalogue.blocks(scope, document.id):
        if stored.heading_path[: len(path)] == path:
            sections.setdefault(stored.heading_path, []).append(stored)
    courses = {under: blocks for under, blocks in sections.items() if any(b.kind is BlockKind.STEP for b in blocks)}
    steps = sum(stored.kind is BlockKind.STEP for blocks in courses.values() for stored in blocks)
    if len(courses) < FEWEST_OF_A_CHAPTER or steps > MOST_STEPS:
        return None
    names = ", ".join(f"“{under[-1]}”" for under in courses)
    quotes = [quote for blocks in courses.values() for quote in _of_section(blocks, document, 1.0)]
    return f"“{path[-1]}” has {counted(len(courses), 'procedure')}: {names}.", quotes


def _of_section(section: Sequence[StoredBlock], document: Document, score: float) -> list[Quote]:
    found = suspicions([stored.text for stored in section])
    kept = [
        stored
        for stored, suspicion in zip(section, found, strict=True)
        if suspicion <= (0 if stored.kind is BlockKind.ROW else CERTAIN)
    ]
    rows = sum(stored.kind is BlockKind.ROW for stored in kept)
    shown = {BlockKind.STEP, BlockKind.ROW} if rows <= ROWS else {BlockKind.STEP}
    course = [stored for stored in kept if stored.kind in shown]
    warnings = [stored for stored in kept if stored.kind is BlockKind.WARNING]
    return [whole(stored, document, score) for stored in (*warnings[:WARNINGS], *course)]
