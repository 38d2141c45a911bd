"""The parts of a message: where it may turn to something else, by its words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from knowledge.lexicon import content_words
from tools.wishes import is_wish

Link = Literal["first", "also", "stop", "and", "comma", "weak"]
"""How a part is joined to the one before: by "also" or "by the way"; by the end of a sentence; by "and", or a comma,
where a clause begins; by one of them before anything else, as in a list."""

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


_ASKING = (
    r"(?:how|what|when|where|who|whose|which|why)(?:['’]?s|['’]?re|['’]?d)?|can|could|do|does|did|is|are|should|may|will|"
    r"would|was|were|has (?:any|some|the|it|he|she)\w*|have (?:you|u|we|i|they)|"
    r"any|(?:i|we) (?:need|want|wanna) (?:to )?know|"
    r"quiz|teach|test|train|drill|tell|show|give|remind|explain|find|recommend|lesson|help|let['’]?s|"
    r"que|qué|como|cómo|cuando|cuándo|cuanto|cuánto|cuanta|cuántos|cuantos|donde|dónde|quien|quién|cual|cuál|puedo|hay|"
    r"dame|hazme|dime"
)
_TURN = (
    rf"(?:there(?:['’]?s| is)|{_ASKING}|i|i['’]?m|we|my|the|a|our|some|someone|somebody|customer|guest|it|he|she|they|"
    r"also|then|need)\b"
)
_ASIDE = (  # what announces something else
    r"(?:btw|by the way|while (?:i have you|i['’]?m (?:here|at it|thinking about it)|we['’]?re at it)|"
    r"(?:a |on a )?(?:different|another|new|separate|unrelated) (?:thing|topic|subject|question|note)|unrelated|"
    r"(?:one|1) more (?:thing|question)|(?:one|1) (?:last|other) (?:thing|question)|"
    r"(?:another |a )?quick (?:one|question|thing)(?! (?:about|before|for|of|on|to)\b)|quick one before that)"
)
_ALSO = rf"(?:(?:(?:and|but|oh|ok|okay) )*{_ASIDE}|and also|also|plus|oh and|meanwhile)"
_THEN = r"(?:and then|and after that|after that|then)"
_AND = r"(?:and|but|y|n|&)"
_BETWEEN = re.compile(
    rf"(?P<also>(?:[.?!;,]+|\s-+)\s+{_ALSO}[,:]?\s+|\s+{_ALSO}\s+(?={_TURN})|\s+(?:and also|also|plus|btw)\s+)|"
    rf"(?P<stop>[.?!;]\s+|\s+-+\s+|,\s+{_THEN}\s+|\s+{_THEN}\s+(?={_TURN}))|"
    rf"(?P<and>,\s+{_AND}\s+|\s+{_AND}\s+(?={_TURN}))|"
    rf"(?P<comma>,\s+(?={_TURN})|,?\s+so\s+(?=(?:quiz|test|teach|train|drill|give|make|build|ask)\b))|"
    rf"(?P<weak>\s+{_AND}\s+|,\s+)|"
    r"(?P<next>\s+(?=(?:what|how|where|when|who|why)(?:['’]?s)?\s+"
    r"(?:temp\w*|much|many|long|hot|cold|often|do|did|are|can|should|[a-z]+s)\b))",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:and|or|but|about|of|on|to|by|for|from|with|than|know|knows|tell|say|see|check|sure|me|us|ask|asks|remember|"
    r"idea|clue|like|is|are|was|that|just|exactly)$",
    re.IGNORECASE,
)
"""What a question word goes on with: "who knows how much", "tell me when"."""
_LINK = re.compile(rf"^\W*(?:(?:and|also|then|plus|but|oh|y|{_ASIDE}[,:]?)\s+)+", re.IGNORECASE)
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
MOST_QUESTIONS = 3
"""Questions of a message that are looked up one by one; the last takes the rest."""
SENTENCE_WORDS = 2
"""The same for a sentence: "chicken temp?"."""
QUESTION_WORDS = 5
"""The same for a question, before another begins with no mark between them."""


def parts_of(text: str) -> list[Part]:
    """The parts of a message that may be separate needs, in order; one when it does not fall apart.

    Whether they are separate is for the router to say: only parts for different specialists are answered apart.
    """
    parts: list[Part] = []
    start, link, before = 0, "first", 0
    turns = (match for match in _BETWEEN.finditer(text) if not match["next"] or _asks_again(text[: match.start()]))
    for match in (*islice(turns, MOST_PARTS - 1), None):
        end = len(text) if match is None else match.start()
        piece = text[start:end].rstrip(" ,.;?!")
        said = _LINK.sub("", piece).lstrip(" ,.;?!")
        at = start + len(piece) - len(said)
        after: Link = "stop" if match is None else _link(match)
        asking = text[start : end + 1].rstrip().endswith("?") or asks(said)
        part = Part(said, text[before:at], link, asking)
        if parts and (_is_no_part(parts[-1], link) or _is_no_part(part, after)):
            part = joined(parts.pop(), part)
        parts.append(part)
        if match is not None:
            start, link, before = match.end(), after, at + len(said)
    return parts if parts[0].text else [Part(text, "", "first", False)]


def _asks_again(before: str) -> bool:
    """Whether a question word begins a second question where nothing else parts it from the first."""
    said = re.split(r"[.?!;,]\s", before)[-1]
    return len(said.split()) >= QUESTION_WORDS and asks(said) and _LEADS_ON.search(said) is None


def asks(said: str) -> bool:
    """Whether a text asks or wishes for something."""
    return bool(_ASKS.match(said) or _ASKS_WITHIN.search(said)) or is_wish(said)


def joined(first: Part, *others: Part) -> Part:
    """Parts in a row as one, as they are written."""
    text = "".join([first.text, *(f"{part.joint}{part.text}" for part in others)])
    return Part(text, first.joint, first.link, any(part.asks for part in (first, *others)))


def _link(match: re.Match[str]) -> Link:
    found: dict[str, Link] = {"also": "also", "stop": "stop", "and": "and", "comma": "comma", "next": "comma"}
    return found.get(match.lastgroup or "", "weak")


def _is_no_part(part: Part, after: Link) -> bool:
    """Whether a part is too short to be one, or only begins a question, before what is joined so."""
    is_sentence = part.link in ("first", "also", "stop") and after in ("also", "stop")
    return len(part.text.split()) < (SENTENCE_WORDS if is_sentence else PART_WORDS) or bool(
        _UNFINISHED.match(part.text)
    )


_POINTS = re.compile(r"\b(?:it|its|that|this|these|those|they|them|there|then|one|ones)\b", re.IGNORECASE)


def questions_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The questions of a message in order, each with those before it that it leans on; one when it asks one thing.

    What explains a question stays with it: "the fryer shows E05. what do i do, and who do i call" has two.
    """
    groups: list[list[Part]] = []
    for part in parts_of(text):
        is_new = part.asks and part.link not in ("first", "weak") and any(one.asks for one in groups[-1])
        if is_new and len(groups) < MOST_QUESTIONS:
            groups.append([part])
        elif groups:
            groups[-1].append(part)
        else:
            groups = [[part]]
    told = [joined(*group).text for group in groups]
    if len(told) == 1:
        return [(text, ())]
    return [
        (question, tuple(told[:number]) if number and _leans(question) else ()) for number, question in enumerate(told)
    ]


def _leans(question: str) -> bool:
    """Whether a question says too little by itself: it points back, or has one telling word."""
    return _POINTS.search(question) is not None or len(content_words(question)) < 2
