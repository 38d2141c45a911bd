"""What kind of turn a message is, decided by rules before any model is asked: pure, deterministic, and quick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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


STILL_MEANT = 2
"""Turns back that "it" may point to."""
EMERGENCY_CHARACTERS = 2000
"""Only so much of a message is looked at: people in danger do not write essays."""


def find_emergency(text: str) -> Emergency | None:
    """The emergency that a message tells of as happening, or None."""
    found = emergencies.find(text[:EMERGENCY_CHARACTERS])
    return None if found is None else Emergency(*found)


_POINTED = re.compile(r"\b(?:it['’]?s?|this|that|some(?: of (?:it|that))?|the stuff)\b", re.IGNORECASE)
_EXPOSED = re.compile(
    r"\b(?:eyes?|face|mouth|nose|skin|hands?|arms?|legs?|foot|feet|hair|him|her|me|them|us|kid|baby|breath\w*|cough\w*|"
    r"dr[aiu]nk|swallow\w*|ate|sipped|burn\w*|sick|ojos?|cara|boca)\b",
    re.IGNORECASE,
)
_MIXES = re.compile(r"\b(?:mix|mixed|mixing|combin\w*|together|with|and|add|adding|pour|put)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\W*(?:(?:oops|oh no|uh oh|shit|crap|damn|fuck|omg|no|yes|yeah|yep|well|but|um+|sorry|too late)\W+)*"
    r"(?:(?:i|we|he|she|they|somebody|someone)(?:['’]ve)? (?:have |think i )?(?:just |already |kinda |kind of )*"
    r"(?:did|done|do|have|mix(?:ed)?|put|poured|used)\b(?: (?:it|that|this|so|them|both|together|already|just now|"
    r"by accident|accidentally|before|yet))*|too late(?: now)?|already did(?: (?:it|that))?)\W*",
    re.IGNORECASE,
)
"""Says that what was asked about is done: "oops i did it already"."""


def find_emergency_after(text: str, asked: Sequence[str]) -> Emergency | None:
    """The emergency that a message tells of with what was asked before it (oldest first), or None.

    "It got in his eye" is none by itself, but is after a question about bleach; "I did it already" is after the one
    whether it may be mixed with an acid.
    """
    for before in (one[:EMERGENCY_CHARACTERS] for one in reversed(asked[-STILL_MEANT:])):
        told = ""
        if _DONE.fullmatch(text) and _MIXES.search(before):
            told = "i mixed " + re.sub(r"[.!?;\n]+", " ", before)
        elif _POINTED.search(text) and _EXPOSED.search(text) and emergencies.names_a_chemical(before):
            told = _POINTED.sub("chemical", text, count=1)
        found = find_emergency(told) if told else None
        if found is not None and found.kind == "chemical":
            return found
    return None


_STATE = re.compile(
    r"\W*(?:(?:it(?:['’]?s)?|is|that|this|the|a|still|now|again|already|just|and|but|ok|okay|well|nope|no|not|nothing|"
    r"never|same|thing|problem|luck|change|response|responding|reply|moving|move|moved|wo?n['’]?t|does(?:n['’]?t)?|"
    r"did(?:n['’]?t)?|do(?:n['’]?t)?|(?:is|was)n['’]?t|happens|happened|happening|help|helped|helping|work|works|worked|"
    r"working|worse|red|yellow|green|orange|blinking|flashing|light|on|off|out|up|back|dead|stuck|there)\b\W*){1,5}",
    re.IGNORECASE,
)
"""Tells how it stands with something that is not named: "still nothing", "it won't move"."""
_OF_LIFE = re.compile(r"\b(?:respon\w+|reply|mov\w+|help\w*|out|up|dead|stuck)\b", re.IGNORECASE)
"""What is said of people in danger too: of a thing it is only with the word for one."""
_A_THING = re.compile(r"\b(?:it(?:['’]?s)?|that|this|the)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:i (?:feel|felt|fell|slipped|cut|burn|burned|burnt|hit|hurt|ate|drank)|"
    r"i['’]?m (?:\w+ )?(?:dizzy|sick|ill|hurt|weak|bleeding|shaking|faint)|"
    r"my (?:hand|arm|leg|foot|head|chest|eyes?|back|finger)s?|he|she|him|her|his|they|them|guests?|customers?|kids?|"
    r"child|children|baby|guys?|man|men|woman|women|lady|girl|boy|people|person|some(?:one|body)|every(?:one|body)|"
    r"co-?workers?|workers?|cooks?|chef|servers?|waiter|waitress|manager|boss|crew|staff|driver|friend|mom|dad)\b",
    re.IGNORECASE,
)
"""Speaks of somebody and not of a thing. Who asks "how do i light the pilot" does not speak of themselves."""


def about_the_work(text: str, asked: Sequence[str]) -> str:
    """What was asked before (oldest first) about the thing of which a message only tells how it stands with it: "still
    nothing", "it won't move". "" for any other message, such as "not moving", and where somebody was spoken of: then it
    may be how they are."""
    if _STATE.fullmatch(text) is None or (_OF_LIFE.search(text) and not _A_THING.search(text)):
        return ""
    about = next((one[:EMERGENCY_CHARACTERS] for one in reversed(asked) if _STATE.fullmatch(one) is None), "")
    return "" if any(_SOMEBODY.search(one[:EMERGENCY_CHARACTERS]) for one in (about, *asked[-STILL_MEANT:])) else about


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
