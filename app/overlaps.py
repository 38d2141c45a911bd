"""Checks specialists against each other: examples too close to another's, where their eval questions go, and what a
specialist costs the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from agents.models.extractive import ExtractiveModel
from agents.models.local_router import LocalRouter
from agents.orchestrator import Orchestrator
from agents.regression import keep_to_one_thread
from app.routing_score import Score, score_routing
from app.settings import Settings
from app.wiring import load_registry
from knowledge.embedder import make_embedder

TOO_CLOSE = 0.85
"""Cosine similarity from which two specialists' examples are hard to tell apart."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """An example whose nearest neighbour is another specialist's, at least TOO_CLOSE."""

    specialist: str
    example: str
    other: str
    other_example: str
    cosine: float


@dataclass(frozen=True, slots=True)
class Misrouted:
    """An eval question that goes elsewhere; None is nobody."""

    specialist: str
    question: str
    expected: str | None
    got: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class SpecialistsReport:
    """What a check found. `routed` of `cases` eval questions go where they should."""

    names: list[str]
    overlaps: list[Overlap]
    misrouted: list[Misrouted]
    routed: int
    cases: int
    scores: list[Score]


async def check_specialists(settings: Settings, name: str | None, tell: Callable[[str], None]) -> SpecialistsReport:
    """The report on one specialist, or on all; `tell` takes a line when a step begins.

    Raises SpecialistError for a file that does not load, UnknownSpecialist.

    The router is the one that answers questions, with its rules, but without a language model.
    """
    keep_to_one_thread()
    registry = load_registry(settings)
    checked = [registry.get(name)] if name else list(registry)
    embedder = make_embedder(settings.embedder)
    agents = registry.build(model=lambda _spec: ExtractiveModel())
    router = LocalRouter(registry.examples, embedder, cache=settings.data / "router")
    left_out = name if name and len(registry) > 1 else None
    # first: it fits the router for the cases, too
    scores = await asyncio.to_thread(score_routing, router, left_out, tell)
    orchestrator = Orchestrator(registry, agents, router)
    tell("Routing the eval questions, and looking for examples that overlap")
    misrouted: list[Misrouted] = []
    cases = [(specialist.name, case) for specialist in checked for case in specialist.spec.eval]
    for owner, case in cases:
        route = await orchestrator.route(case.question)
        if route.name != case.route:
            misrouted.append(Misrouted(owner, case.question, case.route, route.name, route.reason))
    return SpecialistsReport(
        names=[s.name for s in checked],
        overlaps=await asyncio.to_thread(_overlaps, router, [s.name for s in checked]),
        misrouted=misrouted,
        routed=len(cases) - len(misrouted),
        cases=len(cases),
        scores=scores,
    )


def _overlaps(router: LocalRouter, checked: list[str]) -> list[Overlap]:
    owners = [(name, text) for name, texts in router.examples.items() for text in texts]
    vectors = router.vectors.of([text for _, text in owners])
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1.0)
    found: list[Overlap] = []
    for row, (name, text) in enumerate(owners):
        nearest = int(cosines[row].argmax())
        other, other_text = owners[nearest]
        cosine = float(cosines[row, nearest])
        if name in checked and other != name and cosine >= TOO_CLOSE:
            found.append(Overlap(name, text, other, other_text, round(cosine, 3)))
    return found
