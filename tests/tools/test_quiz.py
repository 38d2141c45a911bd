"""A lesson or quiz in a conversation with the tutor: every turn answers what was said, and an answer only is graded."""

from __future__ import annotations

import pytest

from agents.answer import Answer
from app.turns import answer_turn
from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal

WASHING = "quiz me on hand washing"


async def talk(sample: Linelead, *messages: str) -> Answer:
    """The tutor's answer to the last of the messages of one conversation."""
    session: str | None = None
    for message in messages:
        turn = await answer_turn(sample, f"@tutor {message}", principal=Principal(), scope=Scope(), session_id=session)
        session = turn.session_id
    return turn.answer  # pyright: ignore[reportPossiblyUnboundVariable] - there is a message


async def test_a_lesson_is_the_section_in_order_with_its_pages(sample: Linelead) -> None:
    answer = await talk(sample, "teach me hand washing")
    lines = [line for line in answer.text.splitlines() if line]
    assert lines[0] == "### Lesson: 3.1 How to wash hands"
    assert lines[2] == "1. Wet hands and forearms under warm running water. [2]"
    assert lines[-1] == "Say “quiz me on hand washing” when you are ready."
    assert {citation.heading_path[-1] for citation in answer.citations} == {"3.1 How to wash hands"}


async def test_a_short_section_is_filled_up_with_what_others_say_of_it(sample: Linelead) -> None:
    answer = await talk(sample, "teach me about the danger zone")
    assert answer.text.startswith("### Lesson: 2.1 The danger zone\n\nBacteria that make people ill")
    assert "**Crew Training Guide, 2.5 Practice questions**:" in answer.text


async def test_a_long_section_says_how_much_is_left_and_where(sample: Linelead) -> None:
    answer = await talk(sample, "lesson on week 2")
    assert len(answer.citations) == 12
    assert "The rest of it, 9 more, stands in Crew Training Guide, page 5." in answer.text


@pytest.mark.parametrize("wish", ["quiz me on french wines", "teach me how to roll sushi", "quiz me on week 6"])
async def test_what_the_documents_do_not_hold_is_refused_with_the_nearest_pages(sample: Linelead, wish: str) -> None:
    answer = await talk(sample, wish)
    assert (answer.refused, answer.citations, answer.strength) == (True, [], 0.0)
    assert answer.text.startswith("I can't find anything about “")
    assert len(answer.nearest) == 3


async def test_a_wish_without_a_subject_is_asked_back_and_the_next_message_is_it(sample: Linelead) -> None:
    asked = await talk(sample, "quiz me")
    assert asked.text.startswith("What shall the quiz be about? Name a subject or a section; your documents are:")
    assert "**Question 1 of 4.**" in (await talk(sample, "quiz me", "hand washing")).text


async def test_a_quiz_on_that_is_about_what_was_taught(sample: Linelead) -> None:
    answer = await talk(sample, "teach me the danger zone", "quiz me on that")
    assert answer.text.startswith("Quiz: danger zone, 2 questions.")


async def test_a_question_that_is_no_wish_is_answered_from_the_documents(sample: Linelead) -> None:
    answer = await talk(sample, "how hot must chicken be")
    assert "165 °F" in answer.text
    assert answer.citations


async def test_a_question_about_training_wishes_for_none(sample: Linelead) -> None:
    answer = await talk(sample, "how many years do we file the sign-in sheets of the chemical training")
    assert "The training log is kept 3 years" in answer.text


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("20 secs", "**Right.** It says:"),
        ("40 seconds", "**Not quite. The answer is 20 seconds.** It says:"),
        ("next question", "**Skipped. The answer is 20 seconds.** It says:"),
        ("i dont know", "**The answer is 20 seconds.** It says:"),
    ],
)
async def test_a_verdict_shows_its_span_and_asks_the_next_question(sample: Linelead, message: str, begins: str) -> None:
    answer = await talk(sample, WASHING, message)
    assert answer.text.startswith(begins)
    assert "**Question 2 of 4.**" in answer.text
    assert [citation.text for citation in answer.citations] == ["The whole job takes at least 20 seconds."]


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("give me a hint", "Hint: it looks like “•• seconds”. See Food Safety Handbook, page 7."),
        ("repeat the question", "**Question 1 of 4.**"),
        ("how did i do", "No question was answered."),
        ("lol", "That is not graded, since it does not look like an answer."),
        ("wait, the ice machine shows E05, what do i do", "That is not graded. Your documents say:"),
    ],
)
async def test_what_is_no_answer_is_not_graded_and_leaves_the_question_open(
    sample: Linelead, message: str, begins: str
) -> None:
    answer = await talk(sample, WASHING, message)
    assert answer.text.startswith(begins)
    assert "**Question 1 of 4.** “3.1 How to wash hands” (Food Safety Handbook): The whole job takes" in answer.text


async def test_a_code_asked_about_in_the_middle_is_that_of_its_machine(sample: Linelead) -> None:
    answer = await talk(sample, WASHING, "wait, the ice machine shows E05, what do i do")
    assert "Water fill timeout" in answer.text
    assert {citation.document for citation in answer.citations} == {"GlacierPro 450 Ice Machine"}


async def test_a_quiz_can_be_stopped_and_its_score_asked_for_afterwards(sample: Linelead) -> None:
    assert (await talk(sample, WASHING, "20", "stop")).text == "Quiz ended. You got 1 of 1 right on hand washing."
    assert (await talk(sample, WASHING, "20", "stop", "how did i do on the quiz")).text == (
        "You got 1 of 1 right on hand washing."
    )


async def test_a_quiz_has_as_many_questions_as_are_asked_for(sample: Linelead) -> None:
    assert (await talk(sample, "give me 3 questions about hand washing")).text.startswith(
        "Quiz: hand washing, 3 questions."
    )


async def test_what_was_missed_can_be_repeated(sample: Linelead) -> None:
    answer = await talk(sample, WASHING, "40", "stop", "quiz me on what I missed")
    assert answer.text.startswith("Quiz: hand washing, 1 question.")
    assert "The whole job takes at least _____." in answer.text


async def test_the_last_verdict_tells_the_score_and_how_to_go_on(sample: Linelead) -> None:
    answer = await talk(sample, "quiz me on the danger zone", "4 hours", "41 to 100")
    assert answer.text.endswith(
        "You got 1 of 2 right on danger zone. Say “quiz me on what I missed”, or “more questions”."
    )


async def test_harder_questions_are_others_with_the_hardest_first(sample: Linelead) -> None:
    answer = await talk(sample, WASHING, "20", "harder questions please")
    assert answer.text.startswith("Quiz: hand washing, 3 questions.")
    assert "put these steps in order" in answer.text
    assert "The whole job takes" not in answer.text


async def test_more_questions_are_not_those_that_were_asked(sample: Linelead) -> None:
    answer = await talk(sample, "quiz me on burns", "20 minutes", "more questions")
    assert answer.text.startswith("Quiz: burns, ")
    assert "Cool the burn under cool running tap water" not in answer.text


@pytest.mark.parametrize("message", ["my answer is B", "give me a hint", "next question", "stop"])
async def test_without_a_quiz_there_is_nothing_to_grade(sample: Linelead, message: str) -> None:
    assert (await talk(sample, message)).text == "No quiz is open. Say “quiz me on …” to start one."


@pytest.mark.parametrize("message", ["how did i do on the quiz", "how far am i in the training"])
async def test_without_a_quiz_there_is_no_score(sample: Linelead, message: str) -> None:
    assert (await talk(sample, message)).text == (
        "There was no quiz in this conversation. Say “quiz me on …” to start one."
    )
