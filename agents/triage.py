"""What kind of turn a message is, decided by rules before any model is asked: pure, deterministic, and quick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
    """The emergency that a message tells of, or None."""
    clean = emergencies.normalise(text[:EMERGENCY_CHARACTERS])
    for idiom in emergencies.idioms():
        clean = idiom.sub(" _ ", clean)
    for hazard, phrase in emergencies.phrases():
        for match in phrase.finditer(clean):
            if _is_happening(clean, match):
                return Emergency(hazard.kind, hazard.heading, match.group(0).strip())
    return None


def _is_happening(clean: str, match: re.Match[str]) -> bool:
    """Whether the sentence around a hazard's phrase says that it is happening now."""
    start = clean.rfind(";", 0, match.start()) + 1
    end = clean.find(";", match.end())
    sentence = clean[start : end if end >= 0 else len(clean)].strip()
    if any(shape.search(sentence) for shape in emergencies.not_now()):
        return emergencies.PRESENT.search(sentence) is not None and not _is_asked_about(sentence)
    return True


_ASKED_ABOUT = re.compile(
    r"\b(?:if|in case|what if|suppose|quiz|teach|train\w*|lesson|explain|yesterday|last (?:week|month|year|night)|"
    r"ago|false alarm|kidding|menu|recipe|"
    r"policy|procedure for|steps for|first aid for|drill|signs? of|symptoms? of)\b|^how (?:do|should|to|would|"
    r"can) (?:you|we|i|one)? ?(?:treat|prevent|avoid|handle|test|check|use)"
)


def _is_asked_about(sentence: str) -> bool:
    return _ASKED_ABOUT.search(sentence) is not None


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
PART_WORDS = 3
"""Words a part must have to be a need of its own."""


def split_needs(text: str) -> list[str]:
    """The parts of a message that may be separate needs, in order; one part when it does not fall apart.

    Whether they are separate is for the router to say: only parts for different specialists are answered apart.
    """
    pieces = [_LINK.sub("", piece).strip(" ,.;?!") for piece in _BETWEEN.split(text)]
    parts: list[str] = []
    for piece in pieces:
        if len(piece.split()) >= PART_WORDS or not parts:
            parts.append(piece)
        else:
            parts[-1] = f"{parts[-1]} {piece}"
    if len(parts) > 1 and len(parts[0].split()) < PART_WORDS:
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    return [part for part in parts if part] or [text]


# --- follow-ups -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Whether a turn needs the earlier ones to be understood, which they are (oldest first), and why."""

    needs_context: bool
    previous: tuple[str, ...] = ()
    reason: str = ""


CONTEXT_TURNS = 4
"""Earlier user turns that are searched with a follow-up; older ones are another subject more often than not."""

_PRONOUN = re.compile(r"\b(it|its|they|them|their|that|those|these|this|he|she|him|her|one|ones|same|there)\b", re.I)
_OPENING = re.compile(
    r"^\W*(and|but|or|so|then|also|what about|how about|why|why not|when|where|how long|how often|how much|how many|"
    r"how come|"
    r"which one|who|again|else|anything else|more|next|another|the (first|second|third|fourth|last|next|other)|step|"
    r"after that|"
    r"for how long|at what|in what|with what|what else|what then|then what|really|are you sure|ok and|okay and)\b",
    re.I,
)
_DUMMY = re.compile(
    r"\b(is it (ok|okay|safe|allowed|true|legal|normal)|it is|it's (ok|okay)|there (is|are|was|were)|theres)\b", re.I
)
_FILLER = frozenset(
    "and but or so then also what how about why when where who which long often much many come one again else "
    "anything more next "
    "another the first second third last other step steps after that for at in with is are was were do does did can "
    "could should "
    "would must have has to of on it its they them this those these a an i we you my our ok okay please really sure "
    "not if too there "
    "same be get got me us".split()
)


def resolve_follow_up(text: str, user_turns: Sequence[str]) -> FollowUp:
    """Whether a turn leans on the earlier ones, by what it lacks (a subject) and what it points with (pronouns)."""
    if not user_turns:
        return FollowUp(False)
    previous = tuple(user_turns[-CONTEXT_TURNS:])
    words = re.findall(r"[a-z0-9']+", text.lower())
    content = [word for word in words if word not in _FILLER]
    if not content:
        return FollowUp(True, previous, "it names no subject")
    opening = _OPENING.match(text)
    if opening is not None and len(content) <= 3 and len(words) <= 7:
        return FollowUp(True, previous, f"it goes on with “{opening.group(1).lower()}”")
    pointing = _PRONOUN.search(_DUMMY.sub(" ", text))
    if pointing is not None and len(content) <= 4:
        return FollowUp(True, previous, f"it points back with “{pointing.group(1).lower()}”")
    return FollowUp(False)


_NEW = re.compile(
    r"^\W*(how|what|whats|where|when|who|which|why|can|could|do|does|is|are|should|teach|quiz|test|hi|hello|thanks|"
    r"thank)\b",
    re.I,
)


def asks_something_new(text: str) -> bool:
    """Whether a message that could be an answer to a question is a question of its own."""
    return bool(_NEW.match(text)) and (text.rstrip().endswith("?") or len(text.split()) >= 4)
