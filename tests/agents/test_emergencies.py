"""Emergencies are recognised before anything else, and everyday speech is not mistaken for one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.hazards import HAZARDS, Hazard
from agents.triage import find_emergency
from app.turns import answer_turn
from app.wiring import Linelead
from evals.sample import SITE
from knowledge.library import Library
from knowledge.types import Scope
from tools.deps import Principal
from tools.escalation import emergency_section

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "evals" / "suites" / "emergency" / "cases.yaml").read_text("utf-8")
)["cases"]
REAL = {
    case["inputs"]: case["expected_output"]["emergency"]
    for case in CASES
    # what is unforeseen may be left to the second ear
    if case["expected_output"]["emergency"] and case["metadata"]["kind"] != "unforeseen"
}
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
        ("chef has anyone collapsed the boxes", "chef has collapsed"),
        ("the interview went down in flames", "the curtain went up in flames"),
        ("she is drowning in emails", "she is drowning in the lake"),
        ("the clock ate another battery", "the baby ate another of those little round batteries"),
        ("the keys are under the forklift", "my brother is under the forklift"),
        ("how many ambulances do we need", "the cook fell off the dock do we need an ambulance"),
        ("suffocating in this polyester uniform", "suffocating in the silo"),
    ],
)
def test_a_turn_of_speech_is_told_from_what_it_is_taken_from(said: str, meant: str) -> None:
    assert kind(said) is None
    assert kind(meant) is not None


OVER_AND_NOT = [
    ("he choked on a fry but he's fine now", "he choked on a fry, was fine, and now hes choking again"),
    ("marco fainted at lunch but he is back at work", "he fainted, is back at work and now his chest hurts"),
    ("jen fainted in may but she recovered", "he fainted but is fine now"),
    ("burned my arm on the fryer but it healed up", "burned my arm on the fryer and its not healed its black"),
    ("the outlet was sparking but it got fixed", "the outlet was sparking and it never got fixed now its smoking"),
    ("the fryer caught fire but its all good now", "the fryer caught fire and its not all good now"),
    ("i was choking at lunch earlier but its all good now", "he was choking earlier and now he is blue"),
    ("he had a stroke in may but he recovered", "his face was drooping earlier but its fine now"),
    ("grease fire this morning is handled", "grease fire this morning is back and its spreading"),
    ("the gas was leaking but the hose was replaced", "gas is still leaking and the hose was replaced"),
    ("the grill was on fire, it is out now", "the grill is on fire but everyone is ok"),
]
GONE_BY_AND_NOT = [
    ("after last year's ammonia leak they moved the exit", "last year's extinguisher fails and the fryer is on fire"),
    ("after last weeks fire where do we store oil", "last weeks propane tank is leaking"),
    ("during last years rush he fainted", "first day back she collapsed"),
    ("the fire in 2019 started in the hood", "fire in 2nd kitchen"),
    ("jen fainted back in may", "jen is back and she fainted"),
    ("ex coworker lost a fingertip in that slicer", "former employee lost it and cut his finger off"),
    ("my uncle lost two fingers in a press in the 80s", "he lost two fingers in the press"),
    ("she had a seizure at her old job", "she is having a seizure like at her old job"),
    ("jose is back from surgery after he cut his hand", "jose is back from surgery and his hand is bleeding bad"),
]
DRILLS_AND_NOT = [
    ("tabletop exercise for ammonia release need an outline", "at the tabletop exercise the projector caught fire"),
    ("mock seizure for the class friday", "the mock drill is off jose is really having a seizure"),
    ("walkthrough for a chlorine leak", "in the middle of the walkthrough she collapsed"),
    ("need a script for an active shooter exercise", "during the shooter exercise somebody came with a gun"),
    ("tabletop drill for a fire", "table top on fire"),
    ("choking during training", "during training the new guy collapsed"),
    ("training exercise for ammonia release at 3", "this is not an exercise there is a gas leak"),
]
FIGURES_AND_NOT = [
    ("i got burned on that supplier deal", "he got burned on that fryer"),
    ("i have been stabbing at this schedule", "he is stabbing at this guy"),
    ("im choking on this spreadsheet", "im choking on this sandwich"),
    ("held hostage by the schedule", "held hostage by a guy with a gun"),
    ("a bus load just hit us", "a bus just hit us"),
    ("the rush just hit us", "a rush of steam hit us and burned her face"),
    ("a wave of walkins just hit the line", "a wave of hot oil hit him in the face"),
    ("customer is threatening to post on yelp", "customer is threatening to stab the cashier"),
]
THINGS_AND_NOT = [
    ("the dishwasher leaves the plates bleeding red", "the cook is bleeding on the plates"),
    ("the pens are bleeding through the paper", "he is bleeding through the towels"),
    ("paint is bleeding under the tape", "her arm is bleeding on the paint"),
    ("the marker bled through the label", "bled through three aprons"),
    ("the plates collapsed", "cook carrying plates collapsed"),
]


@pytest.mark.parametrize(
    ("told", "happening"), [*OVER_AND_NOT, *GONE_BY_AND_NOT, *DRILLS_AND_NOT, *FIGURES_AND_NOT, *THINGS_AND_NOT]
)
def test_what_is_over_rehearsed_or_a_figure_is_told_from_what_is_happening(told: str, happening: str) -> None:
    assert kind(told) is None
    assert kind(happening) is not None


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
        ("drill me on fire", None),
        ("near miss pan fire went out", None),
        ("i cut myself little bit", None),
    ],
)
def test_an_emergency_is_what_happens_to_somebody_now(text: str, expected: str | None) -> None:
    assert kind(text) == expected


def test_the_words_that_showed_it_are_told() -> None:
    found = find_emergency("um the cook cut the tip of his finger off")
    assert found is not None
    assert (found.hazard.heading, found.matched) == ("Severe bleeding", "tip of his finger")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    find_emergency(text)


async def test_the_sample_sites_card_has_a_section_for_every_hazard(library: Library) -> None:
    card = SITE / "safety" / "emergency-card.md"
    await library.ingestor.ingest(card, collection="safety", name=card.name)

    def shown(hazard: Hazard) -> str | None:
        section = emergency_section(library.catalogue, Scope(), hazard.heading)
        return section[0][-1] if section is not None else None

    assert {hazard.kind: shown(hazard) for hazard in HAZARDS} == {hazard.kind: hazard.heading for hazard in HAZARDS}


@pytest.mark.parametrize(
    ("message", "first", "step"),
    [
        ("got oven cleaner in my eye", "Eyes", "Go to the eyewash"),
        ("my kid brother swallowed some degreaser", "Swallowed", "Take the product away"),
        (
            "locked in the walk in freezer help",
            "Shut in the walk-in cooler or freezer",
            "Push the round glow-in-the-dark",
        ),
        ("hand stuck in the mixer", "A machine has caught a hand", "Hit the stop button"),
    ],
)
async def test_a_card_with_parts_is_shown_whole_and_the_part_that_is_told_of_first(
    sample: Linelead, message: str, first: str, step: str
) -> None:
    turn = await answer_turn(sample, message, principal=Principal(), scope=Scope())
    headings = re.findall(r"^#### (.+)$", turn.answer.text, re.MULTILINE)
    assert headings[0] == first
    assert len(headings) == len(set(headings)) > 1
    assert re.search(rf"#### {first}\n+1\. {step}", turn.answer.text)
