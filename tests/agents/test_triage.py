"""What a message is: addressed to somebody."""

from __future__ import annotations

import pytest

from agents.errors import UnknownSpecialist
from agents.triage import parse_address


def test_an_address_names_a_specialist_and_is_taken_off() -> None:
    assert parse_address("@Equipment how do I drain it?", ["equipment"]) == ("equipment", "how do I drain it?")
    assert parse_address("mail me @ noon", ["equipment"]) == (None, "mail me @ noon")


def test_an_unknown_address_is_refused_with_the_known_names() -> None:
    message = "There is no specialist 'plumber'. Choose one of: equipment, safety."
    with pytest.raises(UnknownSpecialist, match=message):
        parse_address("@plumber help", ["safety", "equipment"])
