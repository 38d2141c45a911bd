"""What a text says of amounts: ranges as rules are stated, and whether they are for an amount that is asked about."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.amounts import agrees, number_of, ranges, with_degrees, with_measures


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("39 to 41 °F (4 to 5 °C)", ["39 °F", "41", "5 °C"], ["38", "42 °F", "6 °C"]),
        ("Above 45 °F (7 °C)", ["46", "8 C"], ["45", "7 °C", "44 f"]),
        ("41 °F (5 °C) or colder", ["41", "0 °F", "minus 4 f"], ["42", "6 C"]),
        (
            "below 135 °F for less than 2 hours",
            ["134 for 1 hour", "119 minutes"],
            ["135", "2 hours", "134 for 3 hours"],
        ),
        ("4 hours or longer", ["4 hrs", "5 h", "1 day"], ["239 minutes"]),
        ("Up to $25", ["$25", "20 dollars"], ["$26"]),
        ("no more than 2 lb at a time", ["32 oz", "2 pounds"], ["33 ounces"]),
        ("3-1/2 lb", ["56 oz"], ["3 lb"]),
        ("50 to 99 ppm", ["50 ppm", "75"], ["100 ppm"]),
    ],
)
def test_a_range_is_for_the_amounts_in_it_in_whatever_unit(text: str, held: list[str], not_held: list[str]) -> None:
    assert [agrees(ranges(amount), ranges(text)) for amount in held] == [True] * len(held)
    assert [agrees(ranges(amount), ranges(text)) for amount in not_held] == [False] * len(not_held)


@pytest.mark.parametrize("text", ["step 4 of 6:30 pm", "table 9 wants the check", "E05", "part FM-2415", "section 6.4"])
def test_what_counts_or_names_something_is_no_amount(text: str) -> None:
    assert ranges(text) == []


@pytest.mark.parametrize(("asked", "told"), [("5 hours", "above 41 °F"), ("47", "for 4 hours"), ("", "4 hours")])
def test_amounts_of_different_things_say_nothing_of_each_other(asked: str, told: str) -> None:
    assert agrees(ranges(asked), ranges(told)) is None


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_above_and_up_to_part_all_amounts_in_two(limit: int, amount: int) -> None:
    asked = ranges(f"{amount} °F")
    assert agrees(asked, ranges(f"above {limit} °F")) is (amount > limit)
    assert agrees(asked, ranges(f"up to {limit} °F")) is (amount <= limit)
    assert agrees(asked, ranges(f"below {limit} °F")) is (amount < limit)
    assert agrees(asked, ranges(f"at least {limit} °F")) is (amount >= limit)


@given(st.text(max_size=200))
def test_any_text_has_ranges_from_low_to_high(text: str) -> None:
    assert all(found.low <= found.high and not math.isnan(found.low) for found in ranges(text))


@pytest.mark.parametrize(
    ("text", "value"), [("1,200", 1200), ("3-1/2", 3.5), ("3 1/2", 3.5), ("3/4", 0.75), ("-4", -4)]
)
def test_a_written_number_has_its_value(text: str, value: float) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("walkin 47 what do", "walkin 47 degrees what do"),
        ("the walk-in is at 47", "the walk-in is at 47 degrees"),
        ("chili 90 after 2 hours", "chili 90 degrees after 2 hours"),
        ("chicken delivered at 43", "chicken delivered at 43 degrees"),
    ],
)
def test_a_number_read_off_something_warm_or_cold_is_a_temperature(said: str, meant: str) -> None:
    assert with_degrees(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "order 86 chicken",
        "cook chicken 15 minutes",
        "serve soup to 50 people",
        "2 pans of rice at 10:30",
        "drawer is 12 short after the water sale",
        "test paper is at 100 for the water",
        "who is 16 and can use the fryer",
        "do we close at 10",
    ],
)
def test_any_other_number_is_left_as_it_is(said: str) -> None:
    assert with_degrees(said) == said


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("how heavy is the fryer", "what weight is the fryer"),
        ("how much oil does the fryer hold?", "how much oil does the fryer hold capacity?"),
        ("how many pans can it fit at once", "how many pans can it fit at once capacity"),
        ("how long can i hold the soup", "how long can i hold the soup"),
        ("how much do i fill it, hold the button?", "how much do i fill it, hold the button?"),
    ],
)
def test_a_measure_is_asked_for_by_the_name_that_documents_have_for_it(said: str, meant: str) -> None:
    assert with_measures(said) == meant
