"""Amounts are found as documents print them, and compared as people type them."""

from __future__ import annotations

import pytest

from tools.measures import AMOUNT, is_same_amount, numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hold it at 41 °F (5 °C) or colder for 4 hours.", ["41 °F (5 °C)", "4 hours"]),
        ("Germs grow between 41 and 135 °F (5 and 57 °C).", ["41 and 135 °F (5 and 57 °C)"]),
        ("From 41 °F to 135 °F in the walk-in", ["41 °F to 135 °F"]),
        ("0 °F (-18 °C), offset -15 to +15 °F", ["0 °F (-18 °C)", "-15 to +15 °F"]),
        ("1 1/2 fl oz in 4 gallons, about 1,300 ppm", ["1 1/2 fl oz", "4 gallons", "1,300 ppm"]),
        ("more than $400", ["$400"]),
        ("Cartridge GP-7012 L, section 7.2, put 3 in water", []),
    ],
)
def test_an_amount_is_a_number_with_its_unit_and_what_it_is_in_another(text: str, found: list[str]) -> None:
    assert [match.group(0) for match in AMOUNT.finditer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one sixty five", (165.0,)),
        ("one hundred and sixty five", (165.0,)),
        ("minus eighteen", (-18.0,)),
        ("10-15 secs", (10.0, 15.0)),
        ("1 1/2 cups", (1.5,)),
        ("the first one is 165", (165.0,)),
        ("the fryer shows E05", ()),
    ],
)
def test_numbers_may_be_spelled_and_a_code_is_none(text: str, found: tuple[float, ...]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("expected", "typed", "same"),
    [
        ("165 °F (74 °C)", "165F", True),
        ("165 °F (74 °C)", "74 c", True),
        ("165 °F (74 °C)", "74 f", False),
        ("165 °F (74 °C)", "165 F (74 C)", True),
        ("165 °F", "165 °C", False),
        ("4 hours", "240 minutes", True),
        ("4 hours", "4 minutes", False),
        ("10 to 15 seconds", "10-15", True),
        ("10 to 15 seconds", "15", False),
        ("$400", "400 dollars", True),
        ("1,600 cups", "1600", True),
    ],
)
def test_an_amount_is_the_same_in_any_unit_it_is_written_in(expected: str, typed: str, same: bool) -> None:
    assert is_same_amount(expected, typed) is same
