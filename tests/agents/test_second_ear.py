"""What no rule finds is heard by its likeness to other alarms; questions, the past and everyday speech are not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from agents.alarms import ALARMS, LOOK_ALIKES
from agents.hazards import HAZARDS
from agents.models.local_router import LocalRouter
from agents.second_ear import SecondEar
from agents.triage import find_emergency
from app.access import local_principal
from app.turns import Decision, answer_turn, classify
from app.wiring import Linelead
from knowledge.embedder import Embedder

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
        "E21 and it wont go away",
    ],
)
async def test_what_is_only_asked_told_or_taught_is_not(sample: Linelead, text: str) -> None:
    assert (await asked(sample, text)).emergency is None


TOLD_IN_PASSING = (
    "Delivery came at seven, all there but the cream. The till is two pounds short. Sonia has been on the bathroom "
    "floor for an hour saying her tummy is tearing. Can you order cream?"
)


async def test_what_is_told_in_passing_among_everyday_news_is_heard(sample: Linelead) -> None:
    ear = SecondEar(sample.orchestrator.router)
    assert await ear.listen(TOLD_IN_PASSING) is not None
    assert await ear.listen(TOLD_IN_PASSING.replace("Sonia has been", "Last month sonia was")) is None
    # nor do everyday news make a talk of what a rule found among them
    assert not await ear.is_surely_calm(TOLD_IN_PASSING.replace("Sonia", "Sonia collapsed and"))


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("my chest hurts lol", True),
        ("my cheeks hurt from laughing lol", False),
        ("he has slept in his cab with the stove lit since last night and wont wake when we knock", True),
        ("he slept in his cab with the stove lit last night and we had to knock", False),
    ],
)
async def test_a_pain_laughed_off_or_what_goes_on_since_yesterday_is_heard(
    sample: Linelead, text: str, is_heard: bool
) -> None:
    ear = SecondEar(sample.orchestrator.router)
    assert (await ear.listen(text) is not None) == is_heard


class Leaving:
    """An embedder that cannot be reached any more once it `is_gone`."""

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.dimension, self.at_once = embedder.name, embedder.dimension, embedder.at_once
        self.is_gone = False
        self._embedder = embedder

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.is_gone:
            raise ConnectionError("no route to the provider")
        return await self._embedder.embed(texts)

    def embed_now(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embedder.embed_now(texts)


FIGURE = "the accountant has been stabbing at that calculator all week"


async def test_what_rules_take_for_an_emergency_is_none_when_it_is_surely_everyday_talk(sample: Linelead) -> None:
    assert find_emergency(FIGURE) is not None
    assert (await asked(sample, FIGURE)).emergency is None
    assert (await asked(sample, "the accountant is stabbing a guy at the register")).emergency == "violence"
    # whom it is said to changes nothing: somebody unknown is not told of first
    assert (await asked(sample, f"@nobody {FIGURE}")).emergency == "violence"


async def test_the_rule_stands_while_the_ear_cannot_hear(sample: Linelead) -> None:
    known = sample.orchestrator.router
    ear = SecondEar(known)
    assert not await ear.is_surely_calm(FIGURE)  # not fitted yet: nobody waits for it
    await ear.listen("hello")
    assert await ear.is_surely_calm(FIGURE)
    embedder = Leaving(sample.library.embedder)
    left = SecondEar(
        LocalRouter(known.examples, embedder, cache=sample.settings.data / "router", vectors=known.vectors)
    )
    await left.listen("hello")
    embedder.is_gone = True
    assert not await left.is_surely_calm(FIGURE)


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


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("some idiot left the pit open and ruby is at the bottom, not a sound", True),
        ("you are an idiot", False),
        ("no joke, the crane has the lad up against the beam", True),
        ("tell me a joke", False),
    ],
)
async def test_a_cry_for_help_with_swearing_is_no_small_talk(sample: Linelead, text: str, is_heard: bool) -> None:
    assert ((await asked(sample, text)).emergency is not None) == is_heard


async def test_whoever_thinks_of_suicide_is_not_first_told_to_get_out_of_danger(sample: Linelead) -> None:
    turn = await answer_turn(sample, "i want to kill myself", principal=PRINCIPAL, scope=SCOPE)
    assert turn.answer.text.startswith("**You are not alone with this.** Stay with the person")
    assert "**Call 911 at once** if anybody is hurt" in turn.answer.text


@pytest.mark.parametrize(
    "text",
    [
        "and the red one",
        "And the Boots one?",
        "or the acid one",
        "what about the blue ones",
        "what does propane smell like",
        "what does a stroke look like?",
    ],
)
async def test_a_question_about_another_or_about_how_a_thing_is_told_is_no_alarm(sample: Linelead, text: str) -> None:
    assert await SecondEar(sample.orchestrator.router).listen(text) is None
