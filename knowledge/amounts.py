"""Amounts, and the ranges of amounts that rules are stated for: "above 41 °F for 4 hours or longer: throw it away"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.lexicon import numbered_words, without_guests_tables

UNITS: tuple[tuple[str, str, str, float], ...] = (
    # as printed, what people type besides, family, size in the family's smallest unit
    (r"seconds?|secs?", "s", "time", 1),
    (r"minutes?|mins?", "", "time", 60),
    (r"hours?|hrs?", "h", "time", 3600),
    (r"days?", "", "time", 86_400),
    (r"weeks?", "", "time", 604_800),
    (r"months?", "", "calendar", 1),
    (r"years?", "", "calendar", 12),
    (r"°\s?F|degrees? F(?:ahrenheit)?", "f|fahrenheit", "fahrenheit", 1),
    (r"°\s?C|degrees? C(?:elsius)?", "c|celsius", "celsius", 1),
    (r"%", "percent", "share", 1),
    (r"ppm", "", "strength", 1),
    (r"psi", "", "pressure", 1),
    (r"inch(?:es)?|in\.", "in", "length", 1),
    (r"feet|foot|ft", "", "length", 12),
    (r"mm", "", "metric length", 1),
    (r"cm", "", "metric length", 10),
    (r"fl oz|fluid ounces?", "", "volume", 1),
    (r"cups?", "", "volume", 8),
    (r"quarts?|qt", "", "volume", 32),
    (r"gallons?|gal", "", "volume", 128),
    (r"teaspoons?|tsp", "", "spoon", 1),
    (r"tablespoons?|tbsp", "", "spoon", 3),
    (r"mL|ml", "", "metric volume", 1),
    (r"liters?|litres?|L|l", "", "metric volume", 1000),
    (r"ounces?|oz", "", "weight", 1),
    (r"pounds?|lbs?", "", "weight", 16),
    (r"grams?|g", "", "metric weight", 1),
    (r"kg", "", "metric weight", 1000),
    (r"baskets?", "", "baskets", 1),
)
"""Families do not convert into one another: where a document gives both, both are read from it."""

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[ -]\d/\d{1,2}|/\d{1,2})?"


def number_of(text: str) -> float:
    """The value of a written number: "1,200", "3-1/2", "3/4", "-4"."""
    sign = -1.0 if text.startswith("-") else 1.0
    whole, _, last = text.lstrip("-").replace(",", "").replace("-", " ").rpartition(" ")
    top, _, bottom = last.partition("/")
    return sign * (float(whole or 0) + float(top) / (float(bottom or 1) or 1.0))


# --- ranges -----------------------------------------------------------------------------------------------------------

_LASTING = frozenset({"time", "calendar"})
_WRITTEN = [  # "128 in the steam table" is no length
    (rf"{printed}|{typed}" if typed not in ("", "in") else printed, family, size)
    for printed, typed, family, size in UNITS
]
_ANY_UNIT = "|".join(unit for unit, *_ in _WRITTEN) + r"|degrees?|degs?"
_UNIT = rf"(?:{_ANY_UNIT})(?![a-z/])"
_MORE = r"more|longer|hotter|warmer|higher|above|over|older|greater|later"
_LESS = r"less|fewer|colder|cooler|lower|below|under|shorter|earlier|younger"
_RANGE = re.compile(
    r"(?:\b(?P<above>above|over|past|exceed(?:s|ing)?|(?:more|hotter|warmer|higher|greater|longer|older) than)\s+|"
    r"\b(?P<below>below|under|within|(?:less|fewer|colder|cooler|lower|shorter|younger) than)\s+|"
    r"\b(?P<most>up to|at most|(?:no|not) (?:more|longer|hotter|warmer|higher|over) than)\s+|"
    r"\b(?P<least>at least|(?:no|not) (?:less|fewer|colder|cooler|lower|under) than)\s+)?"
    rf"(?<![\w.,/:-])(?P<money>\$\s?)?(?P<first>{NUMBER})(?!:\d)[\s-]?"
    rf"(?:(?:{_UNIT})?\s?(?:to|-|–)\s?\$?\s?(?P<second>{NUMBER})[\s-]?)?(?P<unit>{_UNIT})?(?![\w/])"
    rf"(?:\s?\((?P<other>{NUMBER})(?:\s?(?:to|-|–)\s?(?P<last>{NUMBER}))?\s?(?P<its>{_UNIT})\))?"
    rf"(?:,?\s+(?:or|and) (?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b)?",
    re.IGNORECASE,
)
_UNIT_OF = [(re.compile(unit, re.IGNORECASE), family, size) for unit, family, size in _WRITTEN]


_WARM_OR_COLD = (
    r"(?:walk[- ]?ins?|coolers?|fridges?|freezers?|refrigerators?|reach[- ]?ins?|rail|steam table|hot box|warmer|oven|"
    r"fryer|oil|water|tank|motor|bearing|food|meat|chicken|turkey|duck|poultry|beef|burgers?|steaks?|pork|ham|ribs|"
    r"bacon|sausages?|fish|salmon|tuna|shrimp|eggs?|rice|pasta|beans|soups?|chili|chowder|stew|curry|gravy|sauce|"
    r"stock|casserole|roasts?|meatloaf|potato(?:es)?|milk|cream|cheese|dairy|salads?|lettuce|melons?|tomato(?:es)?|"
    r"leftovers?|delivery|delivered|batter|dough)"
)
_NAMES_WARM_OR_COLD = re.compile(rf"\b{_WARM_OR_COLD}\b", re.IGNORECASE)
_OTHERWISE_MEASURED = re.compile(
    r"\b(?:strips?|paper|ppm|sanitizer|sanitiser|quat|chlorine|bleach|drawer|till|register|cash|orders?|tickets?|guests?|"
    r"covers|psi|pressure|ph|scale|weighs?)\b|\$",
    re.IGNORECASE,
)
_READ_OFF = re.compile(
    r"(?P<before>(?<!\bwho )(?<!\bhe )(?<!\bshe )"
    r"\b(?:at|is|was|its|it['’]s|reads?|reading|shows?|showing|says?|hits?|temps?|temped|around|about|to|only|still|now|"
    rf"{_WARM_OR_COLD})\s+)(?P<number>-?\d{{2,3}})"
    r"(?=\W*$|[,;.!?]\s|\s+(?:after|for|what|when|is|and|now|do|does|can|should|ok|okay|safe|since|still|so|but|then|"
    r"today|inside|accept|reject|keep|serve|toss|throw|send|use)\b)",
    re.IGNORECASE,
)
"""A number without a unit that is read off something warm or cold: "walk-in at 47", "chili 90 after 2 hours"."""


def with_degrees(text: str) -> str:
    """A question in which a number that is surely a temperature is called one, as documents do."""
    if not _NAMES_WARM_OR_COLD.search(text) or _OTHERWISE_MEASURED.search(text):
        return text
    return _READ_OFF.sub(r"\g<before>\g<number> degrees", text)


_HEAVY = re.compile(r"\bhow heavy\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:how (?:much|many)|what) .*\b(?:holds?|fits?)(?: in(?:side)?(?: (?:it|there|one))?)?"
    r"(?: (?:at once|at a time|in total|total|max|when full))?(?=\W*$)",
    re.IGNORECASE,
)


def with_measures(text: str) -> str:
    """A question for a measure with the name that lists of technical data have for it: who asks how much oil the fryer
    holds asks for its capacity."""
    return _HOLDS.sub(r"\g<0> capacity", _HEAVY.sub("what weight", text))


@dataclass(frozen=True, slots=True)
class Range:
    """What a text says of an amount: from `low` to `high`, both included, in the smallest unit of its family.

    `family` is "" where no unit is named. `is_point` when it is one amount and no range, `is_again` when it says in
    brackets what stands before it in another unit.
    """

    low: float
    high: float
    family: str
    is_point: bool = False
    is_again: bool = False

    def meets(self, other: Range) -> bool:
        """Whether some amount is in both."""
        return self.low <= other.high and other.low <= self.high


def ranges(text: str) -> list[Range]:
    """The amounts and ranges of a text, in order: "39 to 41 °F", "above 45 °F (7 °C)", "4 hours or longer"."""
    for numbered in numbered_words(text):  # "step 4" is no amount
        text = text.replace(numbered, " ")
    return [found for match in _RANGE.finditer(without_guests_tables(text)) for found in _read(match)]


def _read(match: re.Match[str]) -> Iterator[Range]:
    first, second, unit = match["first"], match["second"], match["unit"] or ""
    if match["money"]:
        yield _range(match, first, second, "money", 1.0)
    else:
        yield _range(match, first, second, *_family(unit))
    if match["other"]:
        yield replace(_range(match, match["other"], match["last"], *_family(match["its"])), is_again=True)


def _family(unit: str) -> tuple[str, float]:
    return next(((family, size) for known, family, size in _UNIT_OF if known.fullmatch(unit.strip())), ("", 1.0))


def _range(match: re.Match[str], first: str, second: str | None, family: str, size: float) -> Range:
    low = number_of(first) * size
    high = low if second is None else number_of(second) * size
    if match["above"]:
        return Range(math.nextafter(low, math.inf), math.inf, family)
    if match["below"]:
        return Range(-math.inf, math.nextafter(high, -math.inf), family)
    if match["least"] or match["up"]:
        return Range(low, math.inf, family)
    if match["most"] or match["down"]:
        return Range(-math.inf, high, family)
    return Range(min(low, high), max(low, high), family, is_point=second is None)


def agrees(asked: Sequence[Range], told: Sequence[Range]) -> bool | None:
    """Whether what is told is for the amounts that are asked about: None where none can be compared.

    An amount without a unit, as people say it ("the fridge is at 43"), is any but a time.
    """
    verdict: bool | None = None
    for one in asked:
        others = [each for each in told if _comparable(one, each)]
        if others and not any(one.meets(each) for each in others):
            return False
        if others:
            verdict = True
    return verdict


def _comparable(asked: Range, told: Range) -> bool:
    if asked.family:
        return asked.family == told.family
    return bool(told.family) and told.family not in _LASTING and not told.is_again


def without_amounts(text: str) -> str:
    """A text without its amounts and their units."""
    return _RANGE.sub(" ", text)
