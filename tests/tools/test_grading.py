"""A quiz grades what the document says: amounts exactly, words with a slip forgiven, steps in order."""

from __future__ import annotations

import pytest

from tests.agents.evidence import excerpt
from tools.grading import is_attempt, is_right
from tools.questions import Question

ORDER = Question(kind="order", prompt="?", expected="BCA", source=[excerpt("x")])


def question(expected: str) -> Question:
    return Question(kind="cloze", prompt="_____", expected=expected, source=[excerpt("x")])


@pytest.mark.parametrize(
    ("expected", "answer", "right"),
    [
        ("165 °F", "165", True),
        ("165 °F", "i think it's 165 degrees f", True),
        ("165 °F", "165 °C", False),
        ("165 °F", "156", False),
        ("4 hours", "four hours", True),
        ("4 hours", "4 minutes", False),
        ("Class K", "class k", True),
        ("Class K", "class b", False),
        ("Water fill timeout", "water fil timeout", True),
        ("Stay home, call the manager", "call the manager and stay home", True),
        ("Stay home, call the manager", "never call the manager, stay home", False),
        ("may contain", "contains", False),
        ("yes", "yep", True),
        ("no", "yes", False),
        ("E05", "e-5", True),
        ("E05", "E06", False),
    ],
)
def test_an_answer_is_right_when_it_says_the_same(expected: str, answer: str, right: bool) -> None:
    assert is_right(question(expected), answer) is right


@pytest.mark.parametrize("answer", ["b, c, a", "BCA", "the order is B C A", "b then c then a"])
def test_steps_are_right_in_their_order(answer: str) -> None:
    assert is_right(ORDER, answer)


@pytest.mark.parametrize("answer", ["abc", "b", "cab is it"])
def test_steps_are_wrong_in_any_other(answer: str) -> None:
    assert not is_right(ORDER, answer)


@pytest.mark.parametrize(
    ("expected", "message", "attempt"),
    [
        ("165 °F", "is it 150?", True),
        ("165 °F", "very hot", True),
        ("165 °F", "99 bananas", True),
        ("165 °F", "lol", False),
        ("165 °F", "thanks", False),
        ("165 °F", "wait, the ice machine shows E05, what do i do", False),
        ("165 °F", "the fryer is leaking oil", False),
        ("Red", "blue", True),
        ("Red", "which tongs do you mean?", False),
    ],
)
def test_only_what_may_be_meant_as_an_answer_is_graded(expected: str, message: str, attempt: bool) -> None:
    assert is_attempt(question(expected), message) is attempt


def test_an_order_is_answered_with_letters() -> None:
    assert is_attempt(ORDER, "a, c, b")
    assert not is_attempt(ORDER, "first you wash")
