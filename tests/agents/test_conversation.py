"""What a conversation's last turn leans on: the subject before, and the place where the last answer was found."""

from __future__ import annotations

import pytest

from app.access import local_principal
from app.turns import TurnResult, answer_turn
from app.wiring import Linelead

PRINCIPAL, SCOPE = local_principal()


async def last_of(sample: Linelead, *messages: str) -> TurnResult:
    """The last turn of one conversation."""
    turn: TurnResult | None = None
    for message in messages:
        session = turn.session_id if turn is not None else None
        turn = await answer_turn(sample, message, principal=PRINCIPAL, scope=SCOPE, session_id=session)
    assert turn is not None
    return turn


@pytest.mark.parametrize(
    ("messages", "words"),
    [
        (("how hot does pork loin need to be in the combi", "and for how long"), "Pork loin, 5 lb"),
        (("how do i wash the hood filters", "cool", "how often"), "Weekly on Monday"),
        (("what does E05 mean on the fryer", "ok", "how do i clear it"), "Do not press the red reset"),
        (("what does E05 mean on the fryer", "and how do i clear e05"), "Do not press the red reset"),
        (("what does E05 mean on the fryer", "and on the espresso machine"), "Flow meter: no water counted"),
    ],
)
async def test_a_follow_up_is_answered_from_where_the_last_answer_was_found(
    sample: Linelead, messages: tuple[str, ...], words: str
) -> None:
    turn = await last_of(sample, *messages)
    assert any(words in citation.text for citation in turn.answer.citations), turn.answer.text


async def test_a_follow_up_that_no_document_answers_is_refused(sample: Linelead) -> None:
    turn = await last_of(sample, "does the chowder have milk", "whats the recipe")
    assert turn.answer.refused, turn.answer.text


async def test_a_follow_up_stays_with_its_specialist_though_its_words_are_like_anothers(sample: Linelead) -> None:
    turn = await last_of(sample, "there was glass in the ice bin what do i do", "can i use the scoop to look for it")
    assert turn.route.route == "equipment"


async def test_a_mishap_with_the_chemical_that_was_asked_about_is_met_with_its_emergency_card(sample: Linelead) -> None:
    turn = await last_of(sample, "can i mix bleach with scalego", "why not", "oops i did it already")
    assert (turn.route.route, turn.route.emergency) == ("safety", "chemical"), turn.answer.text


@pytest.mark.parametrize("told", ["still nothing", "nothing", "its worse now", "it wont move", "its not responding"])
@pytest.mark.parametrize("before", ["fryer wont heat up", "how do i light the pilot of the fryer"])
async def test_how_it_stands_with_a_machine_is_no_emergency(sample: Linelead, before: str, told: str) -> None:
    turn = await last_of(sample, before, "still nothing", told)
    assert (turn.route.route, turn.route.emergency) == ("equipment", None)
    assert {citation.name for citation in turn.answer.citations} == {"frymate-240-fryer-manual.pdf"}


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("a guest fell by the door", "not responding"),
        ("somebody isnt feeling good", "not moving"),
        ("i slipped at the fryer", "its worse now"),
        ("jorge by the ice machine", "not moving"),
        ("jorge by the ice machine", "no response"),
        ("fryer wont heat up", "now its on fire"),
        ("fryer wont heat up", "he is not moving"),
    ],
)
async def test_how_it_stands_with_somebody_is_an_emergency(sample: Linelead, before: str, told: str) -> None:
    assert (await last_of(sample, before, told)).route.emergency is not None
