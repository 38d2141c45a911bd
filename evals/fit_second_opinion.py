"""Fits how much the documents' word counts beside the router's: `python -m evals.fit_second_opinion` prints the weight.

A question is for who is at home in the collection that answers it, by the gold spans of the suites answers and
retrieval, or by the route of the suite routing; one of several, and what the specialist that teaches is asked, are left
out. The weight is the middle one of the first row of weights in GRID with which the most of `tune` go right: as far
from too little as from too much. The shares are printed for `tune` and `report`, with it and with the router alone.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path
from statistics import fmean, median_low

from agents.routing import NOBODY, Decision
from agents.second_opinion import IN_DOUBT, PASSAGES, homes, shares, weigh
from app.settings import Settings
from app.wiring import Linelead
from evals.cases import Split
from evals.sample import SITE
from evals.suites import SHIPPED, CaseOf, load_suites
from evals.targets import open_program
from knowledge.types import Query, Scope

SUITES = ("answers", "retrieval", "routing")
GRID = tuple(half / 2 for half in range(21))


@dataclass(frozen=True, slots=True)
class Question:
    """A question, who it is for (NOBODY too), what the router says, and what the documents do."""

    split: Split
    wanted: str
    decision: Decision
    shares: dict[str, float]
    evidence: float

    def weighed(self, weight: float, yielding: frozenset[str]) -> Decision:
        if self.decision.confidence >= IN_DOUBT:
            return self.decision
        return weigh(self.decision, self.shares, yielding, self.evidence, weight)


def best_weight(questions: Sequence[Question], yielding: frozenset[str]) -> float:
    """The middle one of the first row of weights in GRID with which the most questions of `tune` go right."""
    tune = [question for question in questions if question.split == "tune"]
    right = {weight: share_right(tune, weight, yielding) for weight in GRID}
    best = max(right.values())
    from_best = dropwhile(lambda weight: right[weight] < best, GRID)
    return median_low(takewhile(lambda weight: right[weight] == best, from_best))


def share_right(questions: Iterable[Question], weight: float, yielding: frozenset[str]) -> float:
    """The share (0..1) of questions that go to whom they are for."""
    return fmean((one.weighed(weight, yielding).route or NOBODY) == one.wanted for one in questions)


async def _seen(linelead: Linelead, wanted: Iterable[tuple[CaseOf, str]]) -> list[Question]:
    registry, router = linelead.registry, linelead.orchestrator.router
    at_home = homes(registry, but=frozenset({"tutor"}))
    found: list[Question] = []
    for case, name in wanted:
        assert case.metadata is not None
        text = case.inputs.question
        retrieval = await linelead.library.retriever.retrieve(Query(text, limit=PASSAGES), Scope())
        decision = await router.decide_text(text)
        found.append(Question(case.metadata.split, name, decision, shares(retrieval, at_home), retrieval.evidence))
    return found


def _wanted(linelead: Linelead) -> Iterable[tuple[CaseOf, str]]:
    """The cases that one specialist should answer, and which."""
    at_home = homes(linelead.registry, but=frozenset({"tutor"}))
    collections = {path.name: path.parent.name for path in SITE.rglob("*") if path.is_file()}
    for suite in load_suites(SHIPPED, SUITES, None):
        for case in suite.dataset.cases:
            expected = case.expected_output
            if expected is None or case.inputs.earlier or case.inputs.planted or len(expected.routes or [""]) > 1:
                continue
            names = {at_home.get(collections[span.document], "") for span in expected.gold or []}
            name = expected.route or (names.pop() if len(names) == 1 else "")
            if name in at_home.values() or name == NOBODY:
                yield case, name


def main() -> None:
    """Fits and prints."""
    with ExitStack() as stack:
        settings = Settings(data=Path(), model="embedded")
        target = open_program(stack, settings, own=False, plants=False, tell=lambda line: None)
        questions = asyncio.run(_seen(target.linelead, _wanted(target.linelead)))
        yielding = frozenset(one.name for one in target.linelead.registry if not one.spec.must_retrieve)
    weight = best_weight(questions, yielding)
    sys.stdout.write(f"weight {weight}\n")
    for split in ("tune", "report"):
        asked = [question for question in questions if question.split == split]
        alone, both = (share_right(asked, each, yielding) for each in (0.0, weight))
        sys.stdout.write(f"{split}: {both:.3f} of {len(asked)} go right, {alone:.3f} by the router alone\n")


if __name__ == "__main__":
    main()
