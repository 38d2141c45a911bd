"""What kind of turn a message is, decided by rules before any model is asked: pure, deterministic, and quick."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agents import emergencies
from agents.errors import UnknownSpecialist

# --- emergencies ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Emergency:
    """An emergency as recognised: its kind, the emergency card's heading for it, and the words that showed it."""

    kind: str
    heading: str
    matched: str


EMERGENCY_CHARACTERS = 2000
"""Only so much of a message is looked at: people in danger do not write essays."""


def find_emergency(text: str) -> Emergency | None:
    """The emergency that a message tells of as happening, or None."""
    found = emergencies.find(text[:EMERGENCY_CHARACTERS])
    return None if found is None else Emergency(found[0].kind, found[0].heading, found[1])


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


# --- two needs --------------------------------------------------------------------------------------------------------

_BETWEEN = re.compile(
    r"(?:[.?!;]\s+|,?\s+\b(?:and also|and then|and after that|after that|and|also|plus|but|then|y)\b\s+|,\s+)"
    r"(?=(?:there(?:['’]?s| is)|(?:how|what|when|where|who|which|why)(?:['’]?s|['’]?re)?|can|could|do|does|is|are|"
    r"should|i|i['’]?m|we|my|the|a|our|some|someone|somebody|customer|guest|it|he|she|they|also|then|quiz|teach|test|"
    r"train|tell|show|give|remind|explain|que|qué|como|cómo|cuando|cuándo|cuanto|cuánto|donde|dónde|quien|quién)\b)",
    re.IGNORECASE,
)
_LINK = re.compile(r"^\W*(?:(?:and|also|then|plus|but)\s+)+", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"^\W*(?:do|does|did|is|are|was|were|can|could|should|will|would|has|have)\s+(?:the|a|an|my|our|your)\s+"
    r"[\w'-]+(?:\s+[\w'-]+)?$",
    re.IGNORECASE,
)
"""A question that has only named what it is about: "do the ice machine" of "do the ice machine and the coolers …"."""
PART_WORDS = 3
"""Words a part must have to be a need of its own."""


def split_needs(text: str) -> list[str]:
    """The parts of a message that may be separate needs, in order; one part when it does not fall apart.

    Whether they are separate is for the router to say: only parts for different specialists are answered apart.
    """
    pieces = [_LINK.sub("", piece).strip(" ,.;?!") for piece in _BETWEEN.split(text)]
    parts: list[str] = []
    for piece in pieces:
        if parts and _UNFINISHED.match(parts[-1]):
            parts[-1] = f"{parts[-1]} and {piece}"
        elif len(piece.split()) >= PART_WORDS or not parts:
            parts.append(piece)
        else:
            parts[-1] = f"{parts[-1]} {piece}"
    if len(parts) > 1 and len(parts[0].split()) < PART_WORDS:
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    return [part for part in parts if part] or [text]


_TELLING = re.compile(
    r"^\W*(?:so\s+|um+\s+|and\s+)*(?:i|we)\s+(?:(?:just|already|only|never|still|also)\s+)*"
    r"(?:have|had|got|did|was|were|put|feel|felt|tried|called|came|start|started|work|worked|saw|went|share|live)\b"
    r"(?!.*\b(?:how|what|when|where|who|which|why|can|could|do|does|should|may) )",
    re.IGNORECASE,
)


def only_tells(part: str) -> bool:
    """Whether a part of a message tells what somebody has or did and asks for nothing: it explains another part."""
    return _TELLING.match(part) is not None
