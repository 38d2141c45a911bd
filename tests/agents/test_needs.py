"""A message with two needs falls apart into them, and one with one need does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal
from tools.parts import parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the fryer shows E05 and there's oil on the floor", ["the fryer shows E05", "there's oil on the floor"]),
        ("how hot must chicken be, and when do we close", ["how hot must chicken be", "when do we close"]),
        ("chicken temp? also who signs the list", ["chicken temp", "who signs the list"]),
        ("ice machine E09, and sysco shorted us", ["ice machine E09", "sysco shorted us"]),
        ("do the fryer and the oven get cleaned", ["do the fryer and the oven get cleaned"]),
        ("salt and pepper on every table", ["salt and pepper on every table"]),
        ("close the till how, btw who reads this", ["close the till how", "who reads this"]),
        ("who has the keys, different topic, is bleach ok on wood", ["who has the keys", "is bleach ok on wood"]),
        ("what do i offer a guest what temp is soup held at", ["what do i offer a guest", "what temp is soup held at"]),
        ("do you know how much the fryer holds", ["do you know how much the fryer holds"]),
        ("quick question about the oven", ["quick question about the oven"]),
        ("E05", ["E05"]),
        ("?", ["?"]),
    ],
)
def test_a_message_is_parted_where_it_may_turn_to_something_else(text: str, parts: list[str]) -> None:
    assert [part.text for part in parts_of(text)] == parts


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["E05", "and", "also", "how hot", "the fryer is down", ",", "?", ". ", "n", "&"])))
def test_the_parts_and_what_joins_them_are_the_message(words: list[str]) -> None:
    message = " ".join(words)
    parts = parts_of(message)
    again = "".join(part.joint + part.text for part in parts)
    assert message.startswith(again)
    assert message[len(again) :].strip(" ,.;?!") == ""


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (
            "fryer pilot keeps going out, also i might be ten minutes late tomorrow",
            {"equipment": "fryer pilot keeps going out", "operations": "i might be ten minutes late tomorrow"},
        ),
        (
            "can i work with a cold sore and how do i call off",
            {"safety": "can i work with a cold sore", "operations": "how do i call off"},
        ),
        (
            "how do i boil out the fryer, then test me on it",
            {"equipment": "how do i boil out the fryer", "tutor": "how do i boil out the fryer, then test me on it"},
        ),
        (
            "oven door seal is torn, who do i call, and how much cash stays in the drawer",
            {"equipment": "oven door seal is torn, who do i call", "operations": "how much cash stays in the drawer"},
        ),
        (
            "shorter answers please, and how hot must chicken be",
            {"persona": "shorter answers please", "safety": "how hot must chicken be"},
        ),
        (
            "short answers from now on. chicken temp",
            {"persona": "short answers from now on", "safety": "chicken temp"},
        ),
        (
            "are you a real person? and how do i count the drawer",
            {"persona": "are you a real person", "operations": "how do i count the drawer"},
        ),
    ],
)
async def test_each_need_is_for_one_specialist(sample: Linelead, text: str, needs: dict[str, str]) -> None:
    route = await sample.orchestrator.route(text, deps=sample.deps(Principal(), Scope()))
    assert dict(zip(route.specialists, route.questions, strict=True)) == needs


@pytest.mark.parametrize(
    ("text", "specialist"),
    [
        ("i cleaned the drip tray and it still says E06", "equipment"),
        ("my drawer is over by 5 and i already closed it, who do i tell", "operations"),
        ("a guest has a nut and dairy allergy", "safety"),
        ("quiz me on hand washing and gloves", "tutor"),
        ("fryer wont light and who won the game", "equipment"),
        ("hi and thanks for yesterday", "persona"),
        ("hi, thanks for earlier, how hot must chicken be", "safety"),
        ("ice machine stopped and there's water all over, whats wrong with it", "equipment"),
        ("my trainer showed me once and i forgot. how do you calibrate the espresso grinder", "equipment"),
        ("let's pretend i'm a guest and my soup is cold and i want my money back", "persona"),
        ("i have to know every never mix chemical by friday, so ask me some questions about it", "tutor"),
    ],
)
async def test_what_only_goes_on_or_greets_is_no_second_need(sample: Linelead, text: str, specialist: str) -> None:
    route = await sample.orchestrator.route(text, deps=sample.deps(Principal(), Scope()))
    assert (route.specialists, route.questions) == ((specialist,), (text,))
