"""An open quiz in a conversation that goes elsewhere in between: every message goes where it belongs."""

from __future__ import annotations

import pytest

from app.access import local_principal
from app.turns import TurnResult, answer_turn
from app.wiring import Linelead

PRINCIPAL, SCOPE = local_principal()
WASHING = "quiz me on hand washing"
FIRST = "**Question 1 of 4.** “3.1 How to wash hands” (Food Safety Handbook): The whole job takes"


async def talk(sample: Linelead, *messages: str) -> list[TurnResult]:
    """The turns of one conversation."""
    turns: list[TurnResult] = []
    for message in messages:
        session = turns[-1].session_id if turns else None
        turns.append(await answer_turn(sample, message, principal=PRINCIPAL, scope=SCOPE, session_id=session))
    return turns


@pytest.mark.parametrize(
    ("aside", "specialist"),
    [
        ("how hot must chicken be", "safety"),
        ("wait, the ice machine shows E05, what do i do", "equipment"),
        ("E07 on the fryer", "equipment"),
        ("pilot is out on the fryer", "equipment"),
        ("what float does the register start with?", "operations"),
        ("thank you so much", "persona"),
        ("are you sure", "persona"),
    ],
)
async def test_something_else_goes_where_it_belongs_and_the_quiz_stays_open(
    sample: Linelead, aside: str, specialist: str
) -> None:
    _, between, back, graded = await talk(sample, WASHING, aside, "back to the quiz", "20 secs")
    assert between.route.route == specialist
    assert (back.route.route, FIRST in back.answer.text) == ("tutor", True)
    assert graded.answer.text.startswith("**Right.** It says:")


@pytest.mark.parametrize(
    ("reply", "begins"),
    [
        ("20 seconds", "**Right.** It says:"),
        ("is it 40 seconds?", "**Not quite. The answer is 20 seconds.** It says:"),
        ("give me a hint", "Hint: "),
        ("ok continue", "**Question 1 of 4.**"),
        ("where were we", "**Question 1 of 4.**"),
        ("skip", "**Skipped. The answer is 20 seconds.** It says:"),
        ("stop the quiz", "Quiz ended."),
        ("how many questions are left", "No question was answered.\n\n**Question 1 of 4.**"),
    ],
)
async def test_after_something_else_what_is_said_to_the_quiz_is_heard(
    sample: Linelead, reply: str, begins: str
) -> None:
    *_, last = await talk(sample, WASHING, "how cold does the walk in have to be?", reply)
    assert last.route.route == "tutor"
    assert last.answer.text.startswith(begins)


async def test_a_machine_named_to_a_question_back_is_no_answer_to_the_quiz(sample: Linelead) -> None:
    *_, asked, named, graded = await talk(sample, WASHING, "what does E05 mean?", "the ice machine", "20 seconds")
    assert asked.answer.asks
    assert (named.route.route, "Water fill timeout" in named.answer.text) == ("equipment", True)
    assert graded.answer.text.startswith("**Right.** It says:")


async def test_a_follow_up_to_something_else_stays_there(sample: Linelead) -> None:
    *_, follow_up = await talk(sample, WASHING, "how do I descale the ice machine?", "and how often?")
    assert follow_up.route.route == "equipment"


@pytest.mark.parametrize("more", ["again", "another one", "more questions", "how did i do"])
async def test_after_a_quiz_more_of_it_goes_to_the_tutor(sample: Linelead, more: str) -> None:
    *_, last = await talk(sample, "quiz me on burns", "stop", more)
    assert last.route.route == "tutor"


async def test_after_a_quiz_and_something_else_again_is_not_the_quizs(sample: Linelead) -> None:
    *_, last = await talk(sample, "quiz me on burns", "stop", "how do I descale the ice machine?", "say that again")
    assert last.route.route == "equipment"


@pytest.mark.parametrize("wish", ["teach me what to say when a guest complains", "quiz us on the fryer codes"])
async def test_a_wish_to_be_taught_goes_to_the_tutor_whatever_its_subject(sample: Linelead, wish: str) -> None:
    assert (await talk(sample, wish))[0].route.route == "tutor"


@pytest.mark.parametrize("on", ["next", "go on"])
async def test_after_a_lesson_comes_a_quiz_on_it(sample: Linelead, on: str) -> None:
    *_, asked = await talk(sample, "teach me about hand washing", on)
    assert (asked.route.route, FIRST in asked.answer.text) == ("tutor", True)
