"""A quiz grades what the document says: numbers exactly, words with a slip forgiven, steps in order."""

from __future__ import annotations

import pytest

from tests.agents.evidence import excerpt
from tools.quiz import Question, is_right, topic_of


def question(expected: str) -> Question:
    return Question(kind="cloze", prompt="_____", expected=expected, source=[excerpt("x")])


@pytest.mark.parametrize(
    ("expected", "answer", "right"),
    [
        ("165 °F", "165", True),
        ("165 °F", "165 degrees f", True),
        ("165 °F", "165 °C", False),
        ("165 °F", "156", False),
        ("4 hours", "four hours", True),
        ("4 hours", "4 minutes", False),
        ("1,600 cups", "1600", True),
        ("Class K", "class k", True),
        ("Class K", "class b", False),
    ],
)
def test_an_answer_is_right_when_it_says_the_same(expected: str, answer: str, right: bool) -> None:
    assert is_right(question(expected), answer) is right


def test_steps_are_right_only_in_their_order() -> None:
    order = Question(kind="order", prompt="?", expected="BCA", source=[excerpt("x")])
    assert is_right(order, "b, c, a")
    assert not is_right(order, "abc")


@pytest.mark.parametrize(
    ("wish", "topic"),
    [("quiz me on hand washing", "hand washing"), ("can you teach me about the danger zone", "danger zone")],
)
def test_a_wish_is_freed_of_its_wishing_words(wish: str, topic: str) -> None:
    assert topic_of(wish) == topic
