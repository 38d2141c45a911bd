"""What is shown of what was ranked: the best of each section with what belongs to it, in the order to read it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.candidates import Candidate, Ranked
from knowledge.catalogue import Catalogue
from knowledge.lexicon import stems
from knowledge.planted import suspicions
from knowledge.procedures import ROWS, WARNINGS, procedure
from knowledge.types import Quote, QuoteKind, Retrieval, Scope, Section

QUOTES = 6
"""Quotes beside a procedure at most: what a person reads on a phone."""
SENTENCES = 3

MOST_ITEMS = 6
"""Items of an announced list that is shown whole because of one of them."""

NEAR = 2.5
"""Logits behind the best span of a passage up to which another of its kind is quoted too. Of questions in crews' words
one in a hundred more is shown what answers than with 2, for a quote more in every seven answers; with 3 the list that a
sentence announces is crowded out."""
APPLIES = 4.0
"""Logits behind the best span up to which a warning of the same passage is taken to speak of the same thing."""
SECOND_PASSAGE = 0.3
"""Logits behind the best up to which another passage is quoted too."""
FIRST_FOUND = 1.5
"""The same for the passage that was found first: where finding and picking disagree, both are shown."""
MOST_PASSAGES = 2
HARMLESS = -5.0
"""Suspicion (log odds) up to which a sentence is shown for standing beside another: it need say nothing of what was
asked, as what was planted does not. Nine in ten sentences of manuals are below it."""

_SAME = re.compile(r"\| (same\b|as above|ditto)", re.IGNORECASE)


def quotes_of(catalogue: Catalogue, retrieval: Retrieval, ranked: Sequence[Ranked], scope: Scope) -> list[Quote]:
    """The quotes of what was ranked, in the order in which they are shown."""
    chances = _chances(ranked)
    asked = stems(retrieval.query.text)
    chosen: list[Quote] = []
    seen: set[str] = set()
    first = (retrieval.passages[0].document.id, retrieval.passages[0].chunk.heading_path)
    for best in _to_show(ranked, first):
        if best.candidate.quote is None:
            quotes = procedure(catalogue, best.candidate.passage, chances[id(best.candidate)], scope)
        else:
            quotes = [replace(quote, score=chances[id(one)]) for one, quote in _spans(best, ranked, asked)]
        for quote in quotes:
            if quote.span_id not in seen and quote.stored.id not in seen:
                seen.add(quote.span_id)
                chosen.append(quote)
        if sum(quote.kind is not QuoteKind.STEP for quote in chosen) >= QUOTES:
            break
    return chosen


def _chances(ranked: Sequence[Ranked]) -> dict[int, float]:
    """The softmax of the logits, by the identity of the candidate."""
    sizes = [math.exp(one.logit - ranked[0].logit) for one in ranked]
    return {id(one.candidate): size / sum(sizes) for one, size in zip(ranked, sizes, strict=True)}


def _to_show(ranked: Sequence[Ranked], first: Section) -> list[Ranked]:
    """The best of each section that is worth showing, best first. `first` is the section that was found first."""
    procedures = {one.candidate.section: one for one in ranked if one.candidate.quote is None}
    best: dict[Section, Ranked] = {}
    told: dict[tuple[str, str], Section] = {}
    for one in ranked:
        section = one.candidate.section
        if told.setdefault((section[0], one.candidate.unit.text), section) != section:
            continue  # the same words in another section of the document say nothing more
        quote = one.candidate.quote
        # how a thing is done is not said by its warning: that comes along with the procedure
        if quote is not None and quote.kind is QuoteKind.WARNING and section in procedures:
            one = replace(procedures[section], logit=one.logit)
        best.setdefault(section, one)
    worth = [
        one
        for section, one in best.items()
        if one.logit >= ranked[0].logit - (FIRST_FOUND if section == first else SECOND_PASSAGE)
    ]
    return worth[:MOST_PASSAGES]


def _spans(best: Ranked, ranked: Sequence[Ranked], asked: frozenset[str]) -> list[tuple[Candidate, Quote]]:
    """The best span and those of its passage that are as good, with the warnings that speak of the same thing.

    The best comes first, the others as they stand in the document; steps all do, after the warnings. `asked` are the
    stems of the question.
    """
    assert best.candidate.quote is not None
    kind = best.candidate.quote.kind
    there = [
        (one, one.candidate.quote)
        for one in ranked
        if one.candidate.passage is best.candidate.passage and one.candidate.quote is not None
    ]
    near = [(one.candidate, quote) for one, quote in there if quote.kind is kind and one.logit >= best.logit - NEAR]
    if kind is QuoteKind.ROW:
        rows = near[:ROWS]
        if _SAME.search(best.candidate.quote.text):  # of what stands above it
            above = [(one.candidate, quote) for one, quote in there if _is_above(quote, best.candidate.quote)]
            rows = [*rows, *(entry for entry in above if entry not in rows)]
        return [*rows, *_notes(best, best.candidate.quote, ranked, asked)]
    picked = _announced(best.candidate.quote, there)
    picked = picked or [*near[:SENTENCES], *_beside(best.candidate.quote, there, near)]
    warnings = [
        (one.candidate, quote)
        for one, quote in there
        if quote.kind is QuoteKind.WARNING and kind is not QuoteKind.WARNING and one.logit >= best.logit - APPLIES
    ][:WARNINGS]
    if kind is QuoteKind.STEP:
        return [*warnings, *sorted(picked, key=_place)]
    return [*picked[:1], *sorted(picked[1:], key=_place), *warnings]


def _is_above(quote: Quote, row: Quote) -> bool:
    return quote.kind is QuoteKind.ROW and quote.stored.ordinal == row.stored.ordinal - 1


def _beside(
    quote: Quote, there: Sequence[tuple[Ranked, Quote]], near: Sequence[tuple[Candidate, Quote]]
) -> Iterator[tuple[Candidate, Quote]]:
    """What a span is half of: the list that a sentence announces, else the sentences before and after it."""
    shown = {id(other) for _, other in near[:SENTENCES]}
    others = sorted(((one.candidate, other) for one, other in there if id(other) not in shown), key=_place)
    if quote.text.rstrip().endswith(":"):
        at = quote.stored.ordinal
        for entry in others:
            if entry[1].kind in (QuoteKind.ITEM, QuoteKind.STEP) and entry[1].stored.ordinal == at + 1:
                at += 1
                yield entry
        return
    touching = [
        entry
        for entry in others
        if entry[1].stored.id == quote.stored.id and abs(_number(entry[1]) - _number(quote)) == 1
    ]
    found = suspicions([other.text for _, other in touching])
    harmless = [entry for entry, suspicion in zip(touching, found, strict=True) if suspicion <= HARMLESS]
    yield from harmless[: SENTENCES - len(shown)]


def _announced(item: Quote, there: Sequence[tuple[Ranked, Quote]]) -> list[tuple[Candidate, Quote]]:
    """The sentence that announces the list which an item stands in, and the list, which is not whole without any of
    them: "Change gloves:". None of a long one."""
    items = {quote.stored.ordinal: (one.candidate, quote) for one, quote in there if quote.kind is QuoteKind.ITEM}
    first = last = item.stored.ordinal
    while first - 1 in items:
        first -= 1
    while last + 1 in items:
        last += 1
    leads = [
        (one.candidate, quote)
        for one, quote in there
        if quote.stored.ordinal == first - 1 and quote.kind is QuoteKind.SENTENCE and quote.text.rstrip().endswith(":")
    ]
    if item.kind is not QuoteKind.ITEM or not leads or last - first >= MOST_ITEMS:
        return []
    return [*leads, *(items[at] for at in range(first, last + 1))]


def _number(quote: Quote) -> int:
    """Which sentence of its block a quote is."""
    return int(quote.span_id.partition(".")[2] or 0)


def _notes(
    row: Ranked, quote: Quote, ranked: Sequence[Ranked], asked: frozenset[str]
) -> Iterator[tuple[Candidate, Quote]]:
    """The note of a row's section that says more of what the question and the row name, such as a house rule."""
    named = stems(quote.text) & asked
    for one in ranked:
        note = one.candidate.quote
        if (
            note is not None
            and note.kind not in (QuoteKind.ROW, QuoteKind.STEP)
            and one.candidate.section == row.candidate.section
            and one.features.cue == row.features.cue
            and named
            and named <= stems(note.text)
        ):
            yield one.candidate, note
            return


def _place(entry: tuple[Candidate, Quote]) -> tuple[int, int]:
    return entry[1].stored.ordinal, entry[1].start
