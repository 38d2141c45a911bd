"""One search of the documents, shared by the tools: retrieve, quote, judge the evidence."""

from __future__ import annotations

import asyncio

from pydantic import BaseModel

from knowledge.retriever import AbsentName
from knowledge.types import Query, Retrieval
from tools.deps import Deps
from tools.evidence import Evidence, Excerpt, excerpt, place
from tools.languages import foreign

NEAREST = 3
"""How many near pages a refusal names."""

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


async def search(deps: Deps, query: str, *, prefer: frozenset[str] = frozenset(), limit: int = 8) -> Evidence:
    """The evidence for `query` among what the caller may read, quoted spans in display order."""
    retrieval = await deps.library.retriever.retrieve(
        Query(text=query, previous=deps.turn.previous, cited=deps.turn.cited, prefer=prefer, limit=limit), deps.scope
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
