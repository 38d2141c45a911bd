"""What a person wants to be taught is read from their words; what they want of an open quiz too."""

from __future__ import annotations

import pytest

from tools.wishes import Intent, count_of, intent_of, topic_of


@pytest.mark.parametrize(
    ("wish", "topic"),
    [
        ("quiz me on hand washing", "hand washing"),
        ("can you teach me about the danger zone", "danger zone"),
        ("teach the new guy how to calibrate a thermometer", "calibrate a thermometer"),
        ("I want to learn how to cool soup", "cool soup"),
        ("practice questions about quat please", "quat"),
        ("lesson on section 7.2 of the fryer manual", "section 7.2 of the fryer manual"),
        ("what should I learn in week one", "week 1"),
        ("explain cross contamination like I'm new", "cross contamination"),
        ("quiz me on the ice point test", "ice point"),
        ("quiz me on that", ""),
        ("quiz time", ""),
        ("quizz me", ""),
        ("give me 3 questions about knives", "knives"),
        ("ask me five quick questions on the fryer", "fryer"),
    ],
)
def test_a_wish_is_freed_of_its_wishing_words(wish: str, topic: str) -> None:
    assert topic_of(wish) == topic


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("next question", "skip"),
        ("skip this one", "skip"),
        ("give me a hint", "hint"),
        ("I don't know, give me a clue", "hint"),
        ("idk", "reveal"),
        ("what's the answer", "reveal"),
        ("stop the quiz", "stop"),
        ("ok i'm done", "stop"),
        ("how did i do on the quiz", "score"),
        ("quiz me on what I missed", "retry"),
        ("let me try again", "retry"),
        ("repeat the question", "repeat"),
        ("harder questions please", "harder"),
        ("another quiz", "more"),
        ("is my answer right", "check"),
        ("165", None),
        ("stop the machine first", None),
        ("quiz me on oil", None),
        ("another quiz on oil", None),
    ],
)
def test_what_is_wanted_of_a_quiz_is_told_from_an_answer(message: str, intent: Intent | None) -> None:
    assert intent_of(message) == intent


@pytest.mark.parametrize(
    ("wish", "count"),
    [("give me 3 questions about knives", 3), ("five quick questions on the fryer", 5), ("quiz me on week 1", None)],
)
def test_a_wish_says_how_many_questions_it_wants_or_does_not(wish: str, count: int | None) -> None:
    assert count_of(wish) == count
