"""The particulars of a question, of which words and vectors tell too little: what is for its amount, explains its name,
or is of the machine whose code was spoken of comes first."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.amounts import Range, agrees, ranges, without_amounts
from knowledge.candidates import PASSAGES, Ranked, best_first
from knowledge.definitions import name_asked, tells_meaning
from knowledge.lexicon import code_words, content_words, stem, stems
from knowledge.procedures import unnumbered
from knowledge.retriever import all_turns
from knowledge.types import Passage, Query, Section, StoredBlock

EXPLAINS = 4.0
"""Logits that what explains a name is worth more to who asks what it means; by hand."""

OTHER_AMOUNT = 3.0
"""Logits that what is for another amount than the question's stands behind what is for that one; by hand: more than
`knowledge.showing.NEAR`, so that it is not quoted beside it."""
AS_MUCH = 8.0
"""Logits behind the best of its section up to which what is said of the question's amount is taken to speak of the same
thing; by hand."""

FEWEST_OF_A_NAME = 2
"""Words that a row's name has at least to be told from a word in passing."""
_OF_READINGS = stems(
    "reads reading shows showing says temp temperature thermometer gauge display dial degrees fine bad normal high low "
    "right alright still"
)


def as_asked(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """What was ranked, with what words do not tell: the amounts that it is for, the row that is called what is asked
    for, and what explains a name."""
    found = _by_label(question, _by_amounts(question, _by_mixing(question, ranked)))
    return _by_definition(question, found)


# --- names of procedures ----------------------------------------------------------------------------------------------

MORE = 0.6
MOST_MORE = 2.0
"""Logits that a procedure is worth less for each word that its name says and the question does not, and in all; by
hand: of 0.3, 0.6 and 1 the least with which the suites' `tune` questions gain."""


def by_name(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """With those procedures behind whose names say more than the question: who asks how to boil out asks for
    "Boil-out", not for "Spill of boil-out powder". They are held against the one that says least more."""
    asked = frozenset(map(stem, content_words(question)))
    more = {id(one): len(_named_by(one) - asked) for one in ranked if one.candidate.quote is None}
    least = min(more.values(), default=0)
    return best_first(
        replace(one, logit=one.logit - min(MORE * (more.get(id(one), least) - least), MOST_MORE)) for one in ranked
    )


def _named_by(procedure: Ranked) -> frozenset[str]:
    """The stems of what a procedure's own name says beside the title of its document."""
    name = re.sub(r"\(.*?\)", "", unnumbered(procedure.candidate.unit.text))
    return frozenset(map(stem, content_words(name))) - stems(procedure.candidate.passage.document.title)


# --- mixtures ---------------------------------------------------------------------------------------------------------

_MIXES = re.compile(r"\b(?:mix(?:ed|es|ing)?|combin(?:e|es|ed|ing))\b", re.IGNORECASE)
_HOW = re.compile(r"\bhow (?:do|to|can|should|much|many|long|strong)\b", re.IGNORECASE)
"""Asks for a recipe, not whether two things may come together."""
_OF_MIXING = stems("mix combine together add")


def _by_mixing(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Of what is said of things that a question would mix, that first which speaks of mixing: a row under "Never mix",
    and no other word on either of the two."""
    named = stems(" ".join(content_words(question))) - _OF_MIXING
    if not _MIXES.search(question) or _HOW.search(question) or not named:
        return list(ranked)

    def speaks(one: Ranked) -> bool:
        unit = one.candidate.unit
        return not named.isdisjoint(stems(unit.text)) and _MIXES.search(f"{unit.headings} {unit.text}") is not None

    speaking = {id(one) for one in ranked if speaks(one)}
    first = next((one.logit for one in ranked if id(one) in speaking), math.inf)
    return best_first(
        one if id(one) in speaking else replace(one, logit=min(one.logit, first - OTHER_AMOUNT)) for one in ranked
    )


# --- amounts ----------------------------------------------------------------------------------------------------------


def _by_amounts(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Of what a section says of different amounts, that first which is for the question's: a cooler at 47 °F is "above
    45 °F", and soup at 128 °F for 5 hours is not soup at 128 °F for 1 hour."""
    asked = ranges(question)
    if not asked:
        return list(ranked)
    told = {id(one): agrees(asked, _told(one)) for one in ranked}
    best: dict[Section, float] = {}
    fits: dict[Section, float] = {}
    for one in ranked:
        best.setdefault(one.candidate.section, one.logit)
        if told[id(one)]:
            fits.setdefault(one.candidate.section, one.logit)

    def moved(one: Ranked) -> Ranked:
        section = one.candidate.section
        if fits.get(section, -math.inf) < best[section] - AS_MUCH:
            return one
        if told[id(one)]:
            return replace(one, logit=one.logit + best[section] - fits[section])
        return replace(one, logit=min(one.logit, best[section] - OTHER_AMOUNT)) if told[id(one)] is False else one

    others = {one.candidate.section for one in ranked if told[id(one)] is False}
    return best_first(moved(one) if one.candidate.section in others else one for one in ranked)


def _told(one: Ranked) -> list[Range]:
    """The amounts that a span is for: those of a row's first cell, else the ranges of its text."""
    quote = one.candidate.quote
    if quote is None:
        return []
    if quote.stored.block.cells:
        return ranges(quote.stored.block.cells[0])
    return [found for found in ranges(quote.text) if not found.is_point]


def read_off(question: str, passages: Sequence[Passage]) -> StoredBlock | None:
    """The row of a table of ranges that holds the amount of a question, when the question names nothing but what the
    table is about: "walk in is at 47" is read off the table "Reading the walk-in"."""
    asked = ranges(question)
    named = {stem(word) for word in content_words(without_amounts(question))} - _OF_READINGS
    if not asked or not named:
        return None
    for passage in passages:
        rows = [stored for stored in passage.chunk.blocks if stored.block.cells]
        fits = [stored for stored in rows if agrees(asked, ranges(stored.block.cells[0]))]
        if not fits or all(found.is_point for found in ranges(fits[0].block.cells[0])):
            continue
        about = stems(" ".join([*passage.chunk.heading_path[-1:], fits[0].block.table, *fits[0].block.header]))
        if named <= about and any(agrees(asked, ranges(stored.block.cells[0])) is False for stored in rows):
            return fits[0]
    return None


def with_table(question: str, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages, of which that one is looked at too whose table an amount is read off."""
    row = read_off(question, passages)
    at = next((n for n, passage in enumerate(passages) if row is not None and row in passage.chunk.blocks), 0)
    return passages if at < PASSAGES else [passages[0], passages[at], *passages[1:at], *passages[at + 1 :]]


def is_of(one: Ranked, stored: StoredBlock) -> bool:
    """Whether a candidate is a quote of this block."""
    return one.candidate.quote is not None and one.candidate.quote.stored.id == stored.id


def _by_label(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Of a table's rows that first whose name the question says whole: home fries are not french fries, though the row
    of these speaks of them."""
    asked = stems(question)
    best: dict[Section, float] = {}
    called: dict[Section, frozenset[str]] = {}
    first: dict[Section, float] = {}
    for one in ranked:
        section, name = one.candidate.section, _row_name(one)
        if name:
            best.setdefault(section, one.logit)
        if len(name) >= FEWEST_OF_A_NAME and name <= asked:
            first.setdefault(section, one.logit)
            called[section] = called.get(section, frozenset[str]()) | name

    def moved(one: Ranked) -> Ranked:
        section, name = one.candidate.section, _row_name(one)
        if not name or section not in called:
            return one
        if name <= called[section]:
            return replace(one, logit=one.logit + best[section] - first[section])
        is_like_it = name & asked <= called[section]
        return replace(one, logit=min(one.logit, best[section] - OTHER_AMOUNT)) if is_like_it else one

    return best_first(map(moved, ranked))


def _row_name(one: Ranked) -> frozenset[str]:
    """The stems of a row's first cell; none of what is no row."""
    quote = one.candidate.quote
    return stems(quote.stored.block.cells[0]) if quote is not None and quote.stored.block.cells else frozenset[str]()


# --- names and codes --------------------------------------------------------------------------------------------------


def _by_definition(question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Of what is asked to be explained, that first which explains it: "the person in charge (PIC) is …", the row of a
    glossary."""
    return best_first(replace(one, logit=one.logit + EXPLAINS) if explains(question, one) else one for one in ranked)


def explains(question: str, one: Ranked) -> bool:
    """Whether a question asks what a name means, and a candidate says it."""
    name, quote = name_asked(question), one.candidate.quote
    return bool(name) and quote is not None and tells_meaning(quote.text, name)


def of_the_same(query: Query, passages: Sequence[Passage]) -> list[Passage]:
    """Without what other machines mean by a code that was spoken of: "how do I clear it" asks of the one whose code the
    last answer told, unless the turn names another machine or a code of its own that the first does not have."""
    told = {document_id for document_id, _ in query.cited}
    codes = frozenset(code_words(query.text) or code_words(all_turns(query))) if told else frozenset[str]()
    holders = {id(one) for one in passages if codes and codes & {*code_words(_with_headings(one))}}
    if not any(one.document.id in told for one in passages if id(one) in holders):
        return list(passages)
    named = stems(" ".join(content_words(query.text)))
    return [
        one
        for one in passages
        if one.document.id in told or id(one) not in holders or not named.isdisjoint(stems(one.document.title))
    ]


def _with_headings(passage: Passage) -> str:
    return " ".join([*passage.chunk.heading_path, passage.chunk.text])
