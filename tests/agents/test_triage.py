"""What a message is: addressed to somebody, or an emergency with what was asked before it."""

from __future__ import annotations

import pytest

from agents.errors import UnknownSpecialist
from agents.triage import find_emergency, find_emergency_after, parse_address


def test_an_address_names_a_specialist_and_is_taken_off() -> None:
    assert parse_address("@Equipment how do I drain it?", ["equipment"]) == ("equipment", "how do I drain it?")
    assert parse_address("mail me @ noon", ["equipment"]) == (None, "mail me @ noon")


def test_an_unknown_address_is_refused_with_the_known_names() -> None:
    message = "There is no specialist 'plumber'. Choose one of: equipment, safety."
    with pytest.raises(UnknownSpecialist, match=message):
        parse_address("@plumber help", ["safety", "equipment"])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("can i mix bleach with scalego", "oops i did it already"),
        ("can i mix bleach with scalego", "too late"),
        ("can you put bleach and ammonia together?", "we did"),
        ("how do i use the oven cleaner", "it go in his eye"),
        ("where do we keep bleach", "the baby drank it"),
        ("how do i use the drain opener", "i got it on my hands and it burns"),
        ("how do i mix sanitizer", "this stuff burns my eyes"),
    ],
)
def test_what_happened_with_a_chemical_that_was_asked_about_is_an_emergency(asked: str, told: str) -> None:
    found = find_emergency_after(told, [asked, "ok"])
    assert found is not None
    assert found.kind == "chemical"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("can i mix bleach with scalego", "why not"),
        ("can i mix bleach with water", "i did"),
        ("can i mix bleach with water", "what if it gets in my eye"),
        ("is it ok to use bleach on the floor", "i did that yesterday"),
        ("how do i use the oven cleaner", "can it hurt my eyes"),
        ("how do i use the oven cleaner", "i put it in the machine, now what"),
        ("how do i make sanitizer", "i did it now what"),
        ("where do we keep bleach", "what if a kid drinks it"),
        ("where do we keep the towels", "the baby drank it"),
    ],
)
def test_what_goes_on_about_a_chemical_and_tells_of_no_harm_is_none(asked: str, told: str) -> None:
    assert find_emergency_after(told, [asked]) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i already mixed bleach and scalego", "chemical"),
        ("somebody put bleach in with the descaler by accident", "chemical"),
        ("can i mix bleach and vinegar", None),
        ("what happens if you mix bleach with ammonia", None),
        ("is bleach mixed with quat ok", None),
        ("i mixed bleach with water", None),
    ],
)
def test_bleach_that_was_mixed_with_what_makes_gas_of_it_is_an_emergency(text: str, kind: str | None) -> None:
    found = find_emergency(text)
    assert (found.kind if found else None) == kind
