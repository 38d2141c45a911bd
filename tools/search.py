"""One search of the documents, shared by the tools: retrieve, quote, judge the evidence."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from pydantic import BaseModel

from knowledge.retriever import AbsentName
from knowledge.types import Query, Retrieval
from tools.deps import Deps
from tools.evidence import Evidence, Excerpt, excerpt, place
from tools.languages import foreign
from tools.parts import questions_of

NEAREST = 3
"""How many near pages a refusal names."""

SURELY = 0.8
"""The strength (0..1) from which one of several questions is answered without the others."""
UNPLACED_EVIDENCE = 0.8
"""The strength (0..1) a question outside every specialist's subject needs before documents answer it: the router
already doubts that it is about this site, so the ordinary threshold would let small talk through."""
UNPLACED_LIKENESS = 0.3
"""The cosine that such a question needs to some passage to be near any: "should i break up with him" has one word that
tells anything, and every rule about breaks holds it (0.19)."""


class Snippet(BaseModel):
    """A search result as a language model sees it: cite it as [id]."""

    id: str
    document: str
    section: str
    text: str


async def search_each(deps: Deps, query: str, *, prefer: frozenset[str] = frozenset(), limit: int = 8) -> Evidence:
    """The evidence for a message: of several questions in one each is looked up, and what is not found of them is said;
    where none is surely found, or only one is asked, they are looked up as one."""
    questions = questions_of(query)
    if len(questions) > 1:
        found = [await search(deps, text, before=before, prefer=prefer, limit=limit) for text, before in questions]
        if all(each.sufficient for each in found) or any(each.strength >= SURELY for each in found if each.sufficient):
            return _joined(query, [text for text, _ in questions], found)
    return await search(deps, query, prefer=prefer, limit=limit)


def _joined(query: str, questions: Sequence[str], found: Sequence[Evidence]) -> Evidence:
    """What was found for each question, as one; each span once."""
    answered = [each for each in found if each.sufficient]
    excerpts = {item.span_id: item for each in answered for item in each.excerpts}
    missing = [text for text, each in zip(questions, found, strict=True) if not each.sufficient]
    leads = [each.lead for each in answered if each.lead]
    leads += [f"I can't find a clear answer to “{text}” in your documents." for text in missing]
    return Evidence(
        query=query,
        excerpts=list(excerpts.values()),
        strength=max(each.strength for each in answered),
        sufficient=True,
        nearest=answered[0].nearest,
        lead=" ".join(leads),
    )


async def search(
    deps: Deps,
    query: str,
    *,
    before: tuple[str, ...] = (),
    prefer: frozenset[str] = frozenset(),
    limit: int = 8,
) -> Evidence:
    """The evidence for one question among what the caller may read, quoted spans in display order.

    `before` are the questions of the same message that it leans on.
    """
    previous = (*deps.turn.previous, *before)
    retrieval = await deps.library.retriever.retrieve(
        Query(text=query, previous=previous, cited=deps.turn.cited, prefer=prefer, limit=limit), deps.scope
    )
    quoted = await deps.library.quoter.quote(retrieval, deps.scope)
    chunk_of = {stored.id: p.chunk.id for p in retrieval.passages for stored in p.chunk.blocks}
    excerpts = [excerpt(q, chunk_id=chunk_of.get(q.stored.id, "")) for q in quoted.quotes]
    absent = await asyncio.to_thread(deps.library.retriever.absent_name, retrieval, deps.scope)
    answered = quoted.sufficient and bool(excerpts) and absent is None
    if deps.turn.offer:
        answered = answered and any((p.scores.cosine or 0.0) >= UNPLACED_LIKENESS for p in retrieval.passages)
    strange = "" if answered else await asyncio.to_thread(foreign, query, deps.library.catalogue)
    sufficient = answered and (not deps.turn.offer or quoted.evidence >= UNPLACED_EVIDENCE)
    return Evidence(
        query=query,
        excerpts=excerpts,
        strength=round(quoted.evidence, 4),
        sufficient=sufficient,
        nearest=[place(p) for p in _first_of_each_section(retrieval)][:NEAREST],
        # what would answer, but for the doubt whether it is this site's business at all, is shown as what comes closest
        lead=quoted.lead if answered else deps.turn.offer or (absent_lead(absent) if absent else strange),
    )


def absent_lead(name: AbsentName) -> str:
    """What to say of a machine, week or section that is none of those that the documents speak of."""
    *others, last = name.held
    held = f"{', '.join(others)} and {last}" if others else last
    return f"Your documents speak of {held}, not of {name.asked}."


def _first_of_each_section(retrieval: Retrieval):
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for passage in retrieval.passages:
        key = (passage.document.id, passage.chunk.heading_path)
        if key not in seen:
            seen.add(key)
            yield passage


def snippets(evidence: Evidence) -> list[Snippet]:
    """The excerpts as a language model should see them."""
    return [snippet(e) for e in evidence.excerpts]


def snippet(item: Excerpt) -> Snippet:
    """One excerpt as a language model should see it: a row with its column names, a warning with its word."""
    if item.header and len(item.header) == len(item.cells):
        text = "; ".join(
            f"{name}: {cell}" if name else cell for name, cell in zip(item.header, item.cells, strict=True)
        )
    else:
        text = f"{item.label} {item.text}".strip()
    return Snippet(id=item.span_id, document=item.document, section=" > ".join(item.heading_path), text=text)
