"""What a specialist's examples do to the routing: how many questions go right with it and without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from agents.models.local_router import LocalRouter
from agents.routing import NOBODY

HELD_OUT = "examples, each held out once"
SUITE = "questions of the routing suite"
SUITE_FILE = Path("suites") / "routing" / "cases.yaml"
"""In the package `evals`, which need not be installed."""

Routed = Sequence[tuple[str, str]]
"""Whose each question is, and who it went to."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many questions the router alone sends where they belong.

    `others_right` of `others` are not the specialist's own; `others_right_without` are right when its file is not
    there. `own_right` of `own` are its own. Without a specialist to leave out all are others', and nothing is left out.
    """

    questions: str
    others: int
    others_right: int
    others_right_without: int | None
    own: int
    own_right: int


def score_routing(everybody: LocalRouter, name: str | None, tell: Callable[[str], None]) -> list[Score]:
    """The scores of a router with and without the specialist `name`: over everybody's examples, cross-validated, and
    over the routing suite's questions for those who are there, where the suite is installed. Blocks for up to a minute;
    `tell` takes a line when a step begins.
    """
    rest = everybody.without(name) if name else None
    suite = [(text, route) for text, route in suite_questions() if route == NOBODY or route in everybody.examples]
    tell("Scoring the routing, each example held out once")
    routed = everybody.held_out()
    if rest:
        tell(f"Scoring it without {name}")
    found = [_score(HELD_OUT, name, routed, rest.held_out() if rest else None)]
    if suite:
        kept = [(text, route) for text, route in suite if route != name]
        found.append(_score(SUITE, name, _decided(everybody, suite), _decided(rest, kept) if rest else None))
    return found


def suite_questions() -> list[tuple[str, str]]:
    """The questions of the routing suite that are one specialist's or NOBODY's, with whose; empty without the suite."""
    package = find_spec("evals")
    for place in (package.submodule_search_locations or []) if package is not None else []:
        file = Path(place) / SUITE_FILE
        if file.is_file():
            loaded: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
            return [
                (" ".join(case["inputs"].split()), str(case["expected_output"]["route"]))
                for case in loaded["cases"]
                if isinstance(case["inputs"], str) and case["expected_output"].get("route") is not None
            ]
    return []


def _decided(router: LocalRouter, questions: Sequence[tuple[str, str]]) -> Routed:
    classifier = router.fit()
    vectors = router.vectors.of([text for text, _ in questions])
    decided = [classifier.decide(text, vector) for (text, _), vector in zip(questions, vectors, strict=True)]
    return [(route, decision.route or NOBODY) for (_, route), decision in zip(questions, decided, strict=True)]


def _score(questions: str, name: str | None, routed: Routed, without: Routed | None) -> Score:
    own = [right == got for right, got in routed if right == name]
    others = [right == got for right, got in routed if right != name]
    before = None if without is None else sum(right == got for right, got in without)
    return Score(questions, len(others), sum(others), before, len(own), sum(own))
