"""What the documents say about who a question is for, where the router is in doubt.

The router knows what its examples say; a site's own products, dishes and forms stand in its documents. A collection is
at home with the specialist that prefers it first, and a question in doubt is searched for in what its asker may read:
the better the passages answer it, the more their homes count beside the router's probabilities. Both are pooled as
logarithms: the router's probability of a specialist grows by `exp(WEIGHT * evidence * share)`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from agents.registry import Registry
from agents.routing import IN_SCOPE, NOBODY, SURE, Decision
from knowledge.types import Query, Retrieval
from tools.deps import Deps

IN_DOUBT = 0.85
"""Probability (0..1) of the router's pick from which the documents are not asked: asking them of all questions is right
as often."""
WEIGHT = 3.0
"""What passages that surely answer, all at home with one specialist, add to the logarithm of its probability. Fitted by
`evals/fit_second_opinion.py` on the suites' questions to `tune`: 0.938 of those whose answers stand in one collection
go right, and 0.905 by the router alone."""
FADING = 0.5
"""What a passage counts beside the one before it."""
PASSAGES = 8
SEARCH = "KnowledgeSearch"
"""The capability that names the collections a specialist prefers."""


def homes(registry: Registry, *, but: frozenset[str]) -> dict[str, str]:
    """The specialist at home in each collection, by collection. Those in `but` are at home nowhere: what they do with a
    question, not its subject, makes it theirs.
    """
    found: dict[str, str] = {}
    for specialist in registry:
        if specialist.name in but:
            continue
        for entry in specialist.spec.capabilities:
            arguments = entry.kwargs if entry.name == SEARCH else {}
            for collection in [*arguments.get("prefer", ()), *arguments.get("collections", ())][:1]:
                found.setdefault(str(collection), specialist.name)
    return found


async def ask_documents(
    decision: Decision, text: str, homes: Mapping[str, str], yielding: frozenset[str], deps: Deps
) -> Decision:
    """The decision with the documents' word in it, or as it was when it is in no doubt."""
    if decision.confidence >= IN_DOUBT or not homes:
        return decision
    retrieval = await deps.library.retriever.retrieve(Query(text, limit=PASSAGES), deps.scope)
    return weigh(decision, shares(retrieval, homes), yielding, retrieval.evidence)


def shares(retrieval: Retrieval, homes: Mapping[str, str]) -> dict[str, float]:
    """How much of what was found is at home with each of those at home somewhere, summing to 1; empty when none is."""
    found = dict.fromkeys(homes.values(), 0.0)
    for rank, passage in enumerate(retrieval.passages):
        name = homes.get(passage.document.collection)
        if name is not None:
            found[name] += FADING**rank
    total = sum(found.values())
    return {name: share / total for name, share in found.items()} if total else {}


def weigh(
    decision: Decision,
    shares: Mapping[str, float],
    yielding: frozenset[str],
    evidence: float,
    weight: float = WEIGHT,
) -> Decision:
    """The decision after documents that answer with the probability `evidence` (0..1) and are at home so.

    Those at home somewhere gain from each other, from NOBODY and from those who look nothing up (`yielding`); what the
    others have stays theirs.
    """
    if not shares:
        return decision
    before = decision.probabilities
    moved = {name for name in before if name in shares or name in yielding or name == NOBODY}
    after = {name: p * math.exp(weight * evidence * shares.get(name, 0.0)) for name, p in before.items()}
    scale = sum(before[name] for name in moved) / sum(after[name] for name in moved)
    after = {name: p * scale if name in moved else before[name] for name, p in after.items()}
    best = max((name for name in after if name != NOBODY), key=lambda name: after[name])
    is_nobodys = after[NOBODY] > 1 - IN_SCOPE
    route = None if is_nobodys else best
    confidence = after[NOBODY] if is_nobodys else after[best]
    reason = decision.reason
    if route != decision.route:
        reason = f"{best} {confidence:.0%}: the documents speak of it ({evidence:.0%}); the examples: {decision.reason}"
    return replace(
        decision,
        route=route,
        confidence=confidence,
        probabilities=after,
        sure=confidence >= SURE,
        reason=reason,
    )
