"""What a message is: addressed, two needs."""

from __future__ import annotations

import pytest

from agents.errors import UnknownSpecialist
from agents.triage import parse_address, split_needs


def test_an_address_names_a_specialist_and_is_taken_off() -> None:
    assert parse_address("@Equipment how do I drain it?", ["equipment"]) == ("equipment", "how do I drain it?")
    assert parse_address("mail me @ noon", ["equipment"]) == (None, "mail me @ noon")


def test_an_unknown_address_is_refused_with_the_known_names() -> None:
    message = "There is no specialist 'plumber'. Choose one of: equipment, safety."
    with pytest.raises(UnknownSpecialist, match=message):
        parse_address("@plumber help", ["safety", "equipment"])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the fryer shows E05 and there's oil on the floor", ["the fryer shows E05", "there's oil on the floor"]),
        ("how hot must chicken be, and when do we close", ["how hot must chicken be", "when do we close"]),
        ("salt and pepper on every table", ["salt and pepper on every table"]),
        ("E05", ["E05"]),
    ],
)
def test_two_needs_are_parted_and_one_is_left_whole(text: str, parts: list[str]) -> None:
    assert split_needs(text) == parts
