"""What kind of turn a message is, decided by rules before any model is asked: pure, deterministic, and quick."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agents import emergencies
from agents.errors import UnknownSpecialist
from agents.hazards import Hazard

# --- emergencies ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Emergency:
    """An emergency as recognised, and the words that showed it."""

    hazard: Hazard
    matched: str

    @property
    def kind(self) -> str:
        return self.hazard.kind


EMERGENCY_CHARACTERS = 2000
"""Only so much of a message is looked at: people in danger do not write essays."""


def find_emergency(text: str) -> Emergency | None:
    """The emergency that a message tells of as happening, or None."""
    found = emergencies.find(text[:EMERGENCY_CHARACTERS])
    return None if found is None else Emergency(*found)


# --- who is addressed -------------------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"^\s*@([A-Za-z][\w-]*)[:,]?\s*")


def parse_address(text: str, names: Iterable[str]) -> tuple[str | None, str]:
    """The specialist that "@name …" addresses and the rest of the text; (None, text) when nobody is.

    Raises UnknownSpecialist for a name that does not exist.
    """
    match = _ADDRESS.match(text)
    if match is None:
        return None, text
    known = list(names)
    name = match.group(1).lower()
    if name not in known:
        raise UnknownSpecialist(match.group(1), known)
    rest = text[match.end() :].strip()
    return name, rest or text
