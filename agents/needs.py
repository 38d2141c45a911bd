"""The needs of a message: "the fryer shows E05, and how hot must chicken be" is for two specialists.

A message is taken apart where it may turn to something else. A part is a need of its own when it is for another
specialist than the parts beside it and does not only point back, explain or greet; parts for the same one stay
together.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from agents import follow_ups
from agents.routing import IN_SCOPE, NOBODY, Decision
from tools.chatter import kind_of
from tools.wishes import is_wish

Decide = Callable[["Part"], Awaitable[Decision]]
"""Who a part of a message is for."""
Link = Literal["first", "stop", "and", "comma", "weak"]
"""How a part is joined to the one before: by the end of a sentence or "also"; by "and", or a comma, where a clause
begins; by one of them before anything else, as in a list."""

SURE = 0.5
"""Probability (0..1) from which a part is a need of its own."""
NOT_ANOTHERS = 0.3
"""Probability (0..1) under which a question is not for the specialists of the other parts: then it is a need of its
own, even if it is not sure whose. Set with SURE on 1,000 messages to `tune` on, of which 2 are taken for two needs, as
with 0.7 and 0.1, and on 58 with two needs, of which 49 instead of 47 are seen."""
SURELY = 0.9
"""Probability (0..1) from which a part that leans on the one before, or asks about it, is another's all the same."""
SURELY_POINTING = 0.97
"""The same when it points back with a pronoun and names no subject: "who takes it off the check"."""
MOST_NEEDS = 2
MOST_PARTS = 16
"""Parts that are looked at one by one; the last takes the rest."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message; what stands between it and the one before, and what that means; `asks` when it asks or
    wishes for something."""

    text: str
    joint: str
    link: Link
    asks: bool


@dataclass(frozen=True, slots=True)
class Need:
    """What one specialist is asked in a message, and how sure it is (0..1) that it is for that one.

    `stands_alone` when it asks for something or is a later sentence: then it counts beside small talk too.
    """

    name: str
    text: str
    confidence: float
    stands_alone: bool


# --- the parts --------------------------------------------------------------------------------------------------------

_ASKING = (
    r"(?:how|what|when|where|who|whose|which|why)(?:['’]?s|['’]?re|['’]?d)?|can|could|do|does|did|is|are|should|may|will|"
    r"would|any|quiz|teach|test|train|drill|tell|show|give|remind|explain|find|recommend|lesson|"
    r"que|qué|como|cómo|cuando|cuándo|cuanto|cuánto|cuanta|cuántos|cuantos|donde|dónde|quien|quién|cual|cuál|puedo|hay|"
    r"dame|hazme|dime"
)
_TURN = (
    rf"(?:there(?:['’]?s| is)|{_ASKING}|i|i['’]?m|we|my|the|a|our|some|someone|somebody|customer|guest|it|he|she|they|"
    r"also|then|need)\b"
)
_ALSO = r"(?:and also|and then|and after that|after that|also|plus|then|oh and|btw|by the way)"
_AND = r"(?:and|but|y|n|&)"
_BETWEEN = re.compile(
    rf"(?P<stop>[.?!;]\s+|,\s+{_ALSO}\s+|\s+{_ALSO}\s+(?={_TURN})|\s+(?:and also|also|plus)\s+)|"
    rf"(?P<and>,\s+{_AND}\s+|\s+{_AND}\s+(?={_TURN}))|"
    rf"(?P<comma>,\s+(?={_TURN}))|"
    rf"(?P<weak>\s+{_AND}\s+|,\s+)",
    re.IGNORECASE,
)
_LINK = re.compile(r"^\W*(?:(?:and|also|then|plus|but|oh|y)\s+)+", re.IGNORECASE)
_ASKS = re.compile(rf"^\W*(?:(?:so|um+|uh|hey|ok(?:ay)?|please|pls|a|en|por)\s+)*(?:{_ASKING})\b", re.IGNORECASE)
_ASKS_WITHIN = re.compile(
    r"\b(?:(?:can|could|do|does|did|should|may|will) (?:i|we|you|u|they|he|she)|(?:is|are) (?:it|they|this|that|these)|"
    r"(?:what|how|where|when|who|which|why) (?:do|does|did|is|are|can|could|should|to|now))\b",
    re.IGNORECASE,
)
"""A question behind what it is about: "oil on the floor what do i do"."""
_UNFINISHED = re.compile(
    r"^\W*(?:do|does|did|is|are|was|were|can|could|should|will|would|has|have)\s+(?:the|a|an|my|our|your)\s+"
    r"[\w'-]+(?:\s+[\w'-]+)?$",
    re.IGNORECASE,
)
"""A question that has only named what it is about: "do the ice machine" of "do the ice machine and the coolers …"."""
PART_WORDS = 3
"""Words a part must have to be a need of its own."""
SENTENCE_WORDS = 2
"""The same for a sentence: "chicken temp?"."""
_TELLING = re.compile(
    r"^\W*(?:so\s+|um+\s+|and\s+)*(?:i|we)\s+(?:(?:just|already|only|never|still|also)\s+)*"
    r"(?:have|had|got|did|was|were|put|feel|felt|tried|called|came|start|started|work|worked|saw|went|share|live)\b"
    r"(?!.*\b(?:how|what|when|where|who|which|why|can|could|do|does|should|may) )",
    re.IGNORECASE,
)


def parts_of(text: str) -> list[Part]:
    """The parts of a message that may be separate needs, in order; one when it does not fall apart.

    Whether they are separate is for the router to say: only parts for different specialists are answered apart.
    """
    parts: list[Part] = []
    start, link, before = 0, "first", 0
    for match in (*islice(_BETWEEN.finditer(text), MOST_PARTS - 1), None):
        end = len(text) if match is None else match.start()
        piece = text[start:end].rstrip(" ,.;?!")
        said = _LINK.sub("", piece).lstrip(" ,.;?!")
        at = start + len(piece) - len(said)
        after: Link = "stop" if match is None else _link(match)
        asks = text[start : end + 1].rstrip().endswith("?") or _asks(said)
        part = Part(said, text[before:at], link, asks)
        if parts and (_is_no_part(parts[-1], link) or _is_no_part(part, after)):
            part = joined(parts.pop(), part)
        parts.append(part)
        if match is not None:
            start, link, before = match.end(), after, at + len(said)
    return parts if parts[0].text else [Part(text, "", "first", False)]


def _asks(said: str) -> bool:
    return bool(_ASKS.match(said) or _ASKS_WITHIN.search(said)) or is_wish(said)


def joined(first: Part, *others: Part) -> Part:
    """Parts in a row as one, as they are written."""
    text = "".join([first.text, *(f"{part.joint}{part.text}" for part in others)])
    return Part(text, first.joint, first.link, any(part.asks for part in (first, *others)))


def _link(match: re.Match[str]) -> Link:
    found: dict[str, Link] = {"stop": "stop", "and": "and", "comma": "comma", "weak": "weak"}
    return found[match.lastgroup or "weak"]


def _is_no_part(part: Part, after: Link) -> bool:
    """Whether a part is too short to be one, or only begins a question, before what is joined so."""
    is_sentence = part.link in ("first", "stop") and after == "stop"
    return len(part.text.split()) < (SENTENCE_WORDS if is_sentence else PART_WORDS) or bool(
        _UNFINISHED.match(part.text)
    )


def _only_tells(part: Part) -> bool:
    """Whether a part tells what somebody has or did and asks for nothing: it explains another part."""
    return not part.asks and _TELLING.match(part.text) is not None


def asks_more(text: str) -> bool:
    """Whether a message of small talk asks for something else in another part: "void an item how, and tell a joke"."""
    parts = parts_of(text)
    return len(parts) > 1 and any(part.asks and kind_of(part.text) == "other" for part in parts)


# --- the needs --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part, or several that belong together, and who it is for; `tells` when it only explains another part."""

    part: Part
    decision: Decision
    tells: bool


async def find_needs(text: str, decide: Decide, yielding: frozenset[str]) -> list[Need]:
    """The needs that a message tells apart, each with who answers it; fewer than two when it is one question, or one
    beside what nobody needs to look up.

    A part for a specialist of `yielding`, who look nothing up, is no need beside another.
    """
    placed = await _place(parts_of(text), decide)
    if len(placed) < 2:
        return []
    is_asked = any(one.part.asks for one in placed)
    placed = [replace(one, decision=_without_small_talk(one, yielding)) for one in placed]
    sure = {d.route for d in (one.decision for one in placed) if d.route is not None and d.confidence >= SURE}
    needs: list[tuple[Part, Decision]] = []
    before: Part | None = None
    for one in placed:
        part, decision = one.part, one.decision
        others = sum(decision.probabilities.get(other, 0.0) for other in sure - {decision.route})
        is_sure = decision.route in sure or (others <= NOT_ANOTHERS and part.asks)
        is_own = (
            is_sure and not (is_asked and one.tells) and decision.route is not None and decision.route not in yielding
        )
        if is_own and all(decision.route != other.route for _, other in needs):
            needs.append((part if before is None else joined(before, part), decision))
            before = None
        elif needs:
            needs[-1] = joined(needs[-1][0], part), needs[-1][1]
        else:
            before = part if before is None else joined(before, part)
    while len(needs) > MOST_NEEDS:
        least = min(range(1, len(needs)), key=lambda index: needs[index][1].confidence)
        gone, _ = needs.pop(least)
        needs[least - 1] = joined(needs[least - 1][0], gone), needs[least - 1][1]
    return [
        Need(decision.route or "", part.text, decision.confidence, part.asks or part.link == "stop")
        for part, decision in needs
    ]


async def _place(parts: list[Part], decide: Decide) -> list[_Placed]:
    """Who each part is for, those that belong together as one."""
    placed: list[_Placed] = []
    for part in parts:
        one = _Placed(part, await decide(part), _only_tells(part))
        last = placed[-1] if placed else None
        joins = last is not None and (_is_listed(one, last) or _is_about(one, last))
        leans = last is not None and follow_ups.resolve_follow_up(part.text, [last.part.text]).needs_context
        if last is None:
            placed.append(one)
        elif leans and is_wish(part.text):
            if last.part.asks:  # "how do i clean the slicer, and test me on that"
                placed.append(replace(one, part=joined(last.part, part)))
            else:  # "… the slicer …, can you teach me that": what stands before is its subject
                placed = [_Placed(joined(*(other.part for other in placed), part), one.decision, False)]
        elif joins or (leans and not _is_anothers(one, last)):
            both = joined(last.part, part)
            names_subject = follow_ups.signs(part.text, ()).subjects > 0
            placed[-1] = _Placed(both, await decide(both), last.tells and (one.tells or not names_subject))
        else:
            placed.append(one)
    return placed


def _is_anothers(one: _Placed, last: _Placed) -> bool:
    """Whether a part that leans on the one before is surely for another specialist all the same.

    It must name a subject, or be a second question: "where do i call" is about what was told before it.
    """
    if one.decision.route is None or one.decision.route == last.decision.route:
        return False
    signs = follow_ups.signs(one.part.text, ())
    points = signs.pointing or signs.demonstrative
    both_ask = one.part.asks and last.part.asks
    least = SURELY_POINTING if points and not signs.subjects else SURELY
    return one.decision.confidence >= least and (signs.subjects > 0 or both_ask)


def _is_listed(one: _Placed, last: _Placed) -> bool:
    """Whether what "and" or a comma joins only goes on: to be two, both parts must surely be different specialists'."""
    both = (one.decision, last.decision)
    sure = all(decision.route is not None and decision.confidence >= SURELY for decision in both)
    return one.part.link == "weak" and (not sure or one.decision.route == last.decision.route)


def _is_about(one: _Placed, last: _Placed) -> bool:
    """Whether a question only a comma away is about what was told before it: "my roommate has it, do i come in"."""
    if one.part.link != "comma" or not one.part.asks or last.part.asks:
        return False
    return not (_is_anothers(one, last) and last.decision.confidence >= SURELY)


def _without_small_talk(one: _Placed, yielding: frozenset[str]) -> Decision:
    """The decision on a part that is no small talk by its words: beside a question about the work it is hardly any."""
    decision = one.decision
    if kind_of(one.part.text) != "other":
        return decision
    left = {name: p for name, p in decision.probabilities.items() if name not in yielding}
    total = sum(left.values())
    best = max(left, key=lambda name: left[name])
    if total <= 0 or left[best] / total < IN_SCOPE:
        return decision
    route = None if best == NOBODY else best
    return replace(
        decision, route=route, confidence=left[best] / total, probabilities={k: p / total for k, p in left.items()}
    )
