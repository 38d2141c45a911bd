"""Emergencies are recognised before anything else, and everyday speech is not mistaken for one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.hazards import HAZARDS, Hazard
from agents.triage import find_emergency
from evals.sample import SITE
from knowledge.library import Library
from knowledge.types import Scope
from tools.escalation import emergency_section

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "evals" / "suites" / "emergency" / "cases.yaml").read_text("utf-8")
)["cases"]
REAL = {case["inputs"]: case["expected_output"]["emergency"] for case in CASES if case["expected_output"]["emergency"]}
ALIKE = [case["inputs"] for case in CASES if not case["expected_output"]["emergency"]]


def kind(text: str) -> str | None:
    """The kind of emergency that is recognised in a message."""
    found = find_emergency(text)
    return found.kind if found is not None else None


def test_every_emergency_is_recognised_as_one_of_its_kind() -> None:
    wrong = {text: kind(text) for text, kinds in REAL.items() if kind(text) not in kinds}
    assert wrong == {}


def test_everyday_speech_is_no_emergency() -> None:
    assert {text: kind(text) for text in ALIKE if kind(text) is not None} == {}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the grill is on fire today every steak perfect", "the grill is on fire today every burner is going"),
        ("the new guy is on fire hes so fast", "the curtain is on fire its going so fast"),
        ("im dying in here its so slow", "im dying in here its so cold and nobody opens"),
        ("i burned my wrist monday, its just a scab", "i burned my wrist, its not just red, its black"),
        ("next slide says worker trapped in machine", "worker trapped in machine"),
        ("he is trapped in a meeting", "two guys are trapped in the training room theres smoke"),
        ("passed out at home after the double", "she passed out on the couch and wont wake up"),
        ("kid lost his balloon", "we lost a kid he has a balloon"),
        ("boss put a fire under the dish crew", "somebody lit a fire under the dock"),
    ],
)
def test_a_turn_of_speech_is_told_from_what_it_is_taken_from(said: str, meant: str) -> None:
    assert kind(said) is None
    assert kind(meant) is not None


def test_what_is_asked_while_it_happens_is_an_emergency() -> None:
    assert kind("is it ok to throw water on a pan thats on fire asking rn") == "grease_fire"
    assert kind("is it ok to throw water on a pan thats on fire") is None


@pytest.mark.parametrize(
    "around",
    [
        "help {}",
        "um so {}",
        "what do i do {}",
        "who do i call {}",
        "i was walking to the walk in and {}",
        "{} during the lunch rush",
        "{} and the training book doesnt say anything",
        "{} what do i do",
        "{} a minute ago",
        "sorry to bother you but {}",
    ],
)
def test_what_is_said_around_an_emergency_hides_it_in_no_more_than_one_of_a_hundred(around: str) -> None:
    missed = [text for text in REAL if kind(around.format(text)) is None]
    assert len(missed) <= len(REAL) // 100, missed


@pytest.mark.parametrize("text", ["THE FRYER IS ON FIRE!!!", "the fryer is on fire", "The fryer’s on fire…"])
def test_case_and_punctuation_do_not_matter(text: str) -> None:
    assert kind(text) == "grease_fire"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hes not breathing", "unconscious"),
        ("is he not breathing", "unconscious"),
        ("the printer is not responding", None),
        ("the guy by the printer is not responding", "unconscious"),
        ("the pos froze and is not responding", None),
        ("a toddler swallowed a coin and isnt responding", "unconscious"),
        ("he fainted yesterday", None),
        ("he fainted five minutes ago", "unconscious"),
        ("what do i do if someone faints", None),
        ("what do i do she fainted", "unconscious"),
        ("where is the extinguisher for a grill fire", None),
        ("where is the extinguisher the grill is on fire", "fire"),
        ("nothing is on fire", None),
        ("nobody is hurt but the grill is on fire", "fire"),
        ("ayuda la cocinera se quemó la mano", "burn"),
        ("shes unconcious", "unconscious"),
    ],
)
def test_an_emergency_is_what_happens_to_somebody_now(text: str, expected: str | None) -> None:
    assert kind(text) == expected


def test_the_words_that_showed_it_are_told() -> None:
    found = find_emergency("um the cook cut the tip of his finger off")
    assert found is not None
    assert (found.heading, found.matched) == ("Severe bleeding", "tip of his finger")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    find_emergency(text)


async def test_the_sample_sites_card_has_a_section_for_every_hazard(library: Library) -> None:
    card = SITE / "safety" / "emergency-card.md"
    await library.ingestor.ingest(card, collection="safety", name=card.name)

    def shown(hazard: Hazard) -> str | None:
        section = emergency_section(library.catalogue, Scope(), hazard.heading)
        return section[0][0].heading_path[-1] if section is not None else None

    assert {hazard.kind: shown(hazard) for hazard in HAZARDS} == {hazard.kind: hazard.heading for hazard in HAZARDS}
