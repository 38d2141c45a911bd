"""A turn that leans on the earlier ones is told from one that stands alone, and why is said in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from agents.follow_ups import CONTEXT_TURNS, asks_something_new, resolve_follow_up

CREWS = Path(__file__).parents[2] / "evals" / "datasets" / "follow_ups.yaml"


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("and how long?", True),
        ("what about the ice machine?", True),
        ("why", True),
        ("where do I find it", True),
        ("it is leaking", True),
        ("no i meant the ice machine", True),
        ("no, the oven", True),
        ("no hot water in the dish room", False),
        ("E07 on the ice machine", False),
        ("how do I clear e05", True),
        ("safe for egg allergy?", True),
        ("still good after 3 days", True),
        ("safe to mix bleach and quat?", False),
        ("how do I clear E05 on the oven", False),
        ("how do I descale the ice machine", False),
        ("is it ok to thaw chicken on the counter overnight", False),
        ("there is oil on the kitchen floor", False),
    ],
)
def test_a_turn_that_names_no_subject_leans_on_the_earlier_ones(text: str, needs: bool) -> None:
    found = resolve_follow_up(text, ["the fryer shows E05"])
    assert (found.needs_context, found.previous) == (needs, ("the fryer shows E05",) if needs else ())


def test_a_first_turn_is_never_a_follow_up() -> None:
    assert resolve_follow_up("and how long?", []).needs_context is False


def test_another_machine_with_its_code_stands_alone() -> None:
    assert resolve_follow_up("what about the ice machine E05?", ["how do I light the pilot"]).needs_context is False


def test_a_pronoun_that_the_turn_itself_explains_points_to_nothing_before() -> None:
    before = ["how do I descale the ice machine"]
    assert resolve_follow_up("does the caesar salad have fish in it", before).needs_context is False
    assert resolve_follow_up("does it have fish", before).needs_context is True


def test_only_the_last_turns_are_taken_along() -> None:
    turns = [f"turn {number}" for number in range(9)]
    assert resolve_follow_up("and then?", turns).previous == tuple(turns[-CONTEXT_TURNS:])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("and how often?", "it goes on with “and”"),
        ("What about fish?", "it goes on with “what about”"),
        ("where do I find it", "it points back with “it”"),
        ("is that too much", "it points back with “that”"),
        ("how long", "it names no subject"),
        ("what else can I try", "it asks for “else”"),
        ("the mop bucket?", "it says only “the mop bucket”"),
        ("how much water", "it does not say what it is about"),
    ],
)
def test_the_reason_names_the_words_that_showed_it(text: str, reason: str) -> None:
    assert resolve_follow_up(text, ["how do I mix the sanitizer"]).reason == reason


@pytest.mark.parametrize(
    ("text", "needs"), [("", True), ("???", True), ("🔥", True), ("IT", True), ("x" * 8000, False), ("E05\n", False)]
)
def test_odd_turns_are_judged_by_the_subject_they_name(text: str, needs: bool) -> None:
    assert resolve_follow_up(text, ["how do I light the pilot"]).needs_context is needs


def test_crews_follow_ups_are_seen_and_their_new_subjects_let_be() -> None:
    turns = yaml.safe_load(CREWS.read_text("utf-8"))["report"]
    right = [resolve_follow_up(turn["text"], [turn["before"]]).needs_context == turn["needs"] for turn in turns]
    assert sum(right) / len(right) >= 0.85


@pytest.mark.parametrize(
    ("text", "is_new"),
    [("the ice machine", False), ("how?", True), ("what does E05 mean there", True), ("what", False)],
)
def test_an_answer_is_told_from_a_question_of_its_own(text: str, is_new: bool) -> None:
    assert asks_something_new(text) is is_new
