"""What no rule finds is heard by its likeness to other alarms; questions, the past and everyday speech are not."""

from __future__ import annotations

import pytest

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.hazards import HAZARDS
from agents.second_ear import SecondEar
from agents.triage import find_emergency
from app.access import local_principal
from app.turns import Decision, answer_turn, classify
from app.wiring import Linelead

PRINCIPAL, SCOPE = local_principal()
UNFORESEEN = (
    "the porter is curled up by the drain and turning a funny color",
    "we were given the wrong plate and now his neck is all lumps and he rasps",
    "she leaned on the char broiler and her forearm is raw",
)


async def asked(sample: Linelead, text: str) -> Decision:
    return await classify(sample, text, principal=PRINCIPAL, scope=SCOPE)


def test_every_alarm_is_of_a_known_kind_and_no_message_is_both() -> None:
    assert set(ALARMS) == {hazard.kind for hazard in HAZARDS}
    alarms = [message for messages in ALARMS.values() for message in messages]
    assert len(set(alarms)) == len(alarms)
    assert set(alarms).isdisjoint(LOOK_ALIKES)


@pytest.mark.parametrize("text", UNFORESEEN)
async def test_an_emergency_that_no_rule_foresees_is_heard(sample: Linelead, text: str) -> None:
    decision = await asked(sample, text)
    assert find_emergency(text) is None
    assert decision.emergency is not None
    assert decision.reason.startswith(f"emergency ({decision.emergency}): like “")


@pytest.mark.parametrize(
    "text",
    [
        "what do we do if the porter is curled up by the drain",
        "last month a cook leaned on the char broiler and her forearm was raw",
        "quiz me on what to do when she leaned on the char broiler and her forearm is raw",
        "the char broiler leans and its front is raw",
    ],
)
async def test_what_is_only_asked_told_or_taught_is_not(sample: Linelead, text: str) -> None:
    assert (await asked(sample, text)).emergency is None


async def test_a_gas_is_no_machines_code(sample: Linelead) -> None:
    ear = SecondEar(sample.orchestrator.router)
    heard = await ear.listen("nh3 meter in the engine room is over 300 and two guys are still inside")
    assert heard is not None
    assert heard.kind == "chemical"
    assert await ear.listen("e3 on the fryer in the engine room is over 300 and two guys are still inside") is None


async def test_what_is_heard_is_answered_by_the_emergency_card(sample: Linelead) -> None:
    text = UNFORESEEN[0]
    turn = await answer_turn(sample, text, principal=PRINCIPAL, scope=SCOPE)
    assert turn.answer.text.startswith("**Call 911 now.** Get people out of danger first.")
    assert {citation.document for citation in turn.answer.citations} == {"Emergency card"}


async def test_the_specialists_own_questions_are_no_alarms(sample: Linelead) -> None:
    ear = SecondEar(sample.orchestrator.router)
    questions = [case.question for specialist in sample.registry for case in specialist.spec.eval]
    assert [text for text in questions if await ear.listen(text)] == []
