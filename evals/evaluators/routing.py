"""Who answers: the route, two needs at once, and emergencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evals.cases import NOBODY, Ask, Expected
from evals.evaluators.base import CaseEvaluator, Seen, Verdict, explained, listed, no, parts, yes


@dataclass(repr=False)
class RouteIsRight(CaseEvaluator):
    """The question goes to the specialist it is for, or to nobody when it is out of scope."""

    needs = parts("decision")
    meanings = explained(
        {
            "route_is_right": "The question went to the specialist it is for, or to nobody when it is out of scope.",
            "route": "Who it went to.",
            "expected_route": "Who it is for.",
        }
    )

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return expected.route is not None

    def judge(self, case: Seen) -> Mapping[str, Verdict]:
        decision, wanted = case.decision, str(case.expected.route)
        went = decision.route or NOBODY
        told = f"it went to {went} ({decision.confidence:.0%}: {decision.reason})"
        verdict = yes(told) if went == wanted else no(f"{told}; it is for {wanted}")
        return {"route_is_right": verdict, "route": Verdict(went), "expected_route": Verdict(wanted)}


@dataclass(repr=False)
class RoutesAreRight(CaseEvaluator):
    """A question with several needs is answered by exactly the specialists they are for."""

    needs = parts("decision")

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return expected.routes is not None

    def judge(self, case: Seen) -> Verdict:
        wanted, went = sorted(case.expected.routes or []), sorted(case.decision.routes)
        told = f"{listed(went, 'nobody')} answered ({case.decision.reason})"
        return yes(told) if went == wanted else no(f"{told}; it needs {listed(wanted)}")


@dataclass(repr=False)
class EmergencyIsRight(CaseEvaluator):
    """An emergency is recognised as one of its kind, and what only looks like one is not."""

    needs = parts("decision")
    meanings = explained(
        {
            "emergency_found": "An emergency was recognised, and as one of its kind.",
            "no_false_alarm": "What only looks like an emergency was not taken for one.",
        }
    )

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return expected.emergency is not None

    def judge(self, case: Seen) -> Mapping[str, Verdict]:
        kind, allowed = case.decision.emergency, case.expected.emergency or []
        if not allowed:
            told = f"taken for an emergency: {kind} ({case.decision.reason})" if kind else "not taken for an emergency"
            return {"no_false_alarm": no(told) if kind else yes(told)}
        told = f"recognised as {kind}" if kind else "not recognised as an emergency"
        right = kind in allowed
        return {"emergency_found": yes(told) if right else no(f"{told}; it is {' or '.join(allowed)}")}


@dataclass(repr=False)
class NeedsContext(CaseEvaluator):
    """It was seen rightly whether the last turn leans on the earlier ones to be understood."""

    needs = parts("context")

    def applies(self, ask: Ask, expected: Expected) -> bool:
        return expected.needs_context is not None

    def judge(self, case: Seen) -> Verdict:
        told = "taken as a follow-up" if case.needs_context else "taken as a question of its own"
        right = case.needs_context == case.expected.needs_context
        return yes(told) if right else no(f"{told}; it is the other")
