"""Amounts in text: where they stand in a document, and whether a typed one is the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS: tuple[tuple[str, str, str, float], ...] = (
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

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: \d/\d{1,2}|/\d{1,2})?"
_UNIT = rf"(?:{'|'.join(printed for printed, *_ in _UNITS)})(?![\w/])"
_RANGE = rf"(?<![\w.,/-])[-−]?{_NUMBER}(?:(?:\s?{_UNIT})?\s?(?:to|and|or|-|–)\s?[-−+]?{_NUMBER})?"
AMOUNT = re.compile(rf"{_RANGE}\s?{_UNIT}(?:\s?\({_RANGE}\s?{_UNIT}\))?|\$\s?{_NUMBER}")
"""A number or range with its unit, and the same in another unit where that follows in brackets: "41 °F (5 °C)"."""

_TYPED = [
    (re.compile(rf"(?<![a-z])(?:{printed}{'|' if typed else ''}{typed})(?![a-z])", re.IGNORECASE), family, size)
    for printed, typed, family, size in (*_UNITS, (r"\$", "dollars?|bucks", "money", 1))
]
_TYPED_NUMBER = re.compile(rf"(?<![\w.,/])-?{_NUMBER}")
_CODE = re.compile(r"\b[A-Za-z]+-?\d[\w-]*")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_SPELLED_WORD = rf"(?:{'|'.join(_SPELLED)})\b"
_SPELLED_RUN = re.compile(
    rf"\b{_SPELLED_WORD}(?:[\s-]+(?:hundred\s+and\s+{_SPELLED_WORD}|hundred\b|{_SPELLED_WORD}))*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """One or more numbers (two for a range) and their unit; `family` is "" when no unit is named."""

    numbers: tuple[float, ...]
    family: str = ""
    size: float = 1.0

    def same(self, other: Amount) -> bool:
        """Whether both are the same amount. A unit left out is taken from the other: "165" for "165 °F"."""
        if not self.family or not other.family:
            return self.numbers == other.numbers
        mine = [round(number * self.size, 6) for number in self.numbers]
        return self.family == other.family and mine == [round(number * other.size, 6) for number in other.numbers]


def numbers(text: str) -> tuple[float, ...]:
    """The numbers in a text, spelled ones too ("four", "one sixty five"); codes such as "E05" hold none."""
    plain = _CODE.sub(" ", text).replace("−", "-")
    if not re.search(r"\d", plain):  # in "the first one is 165", "one" is no number
        plain = _SPELLED_RUN.sub(lambda match: f" {_value_of(match.group(0))} ", plain)
    plain = re.sub(r"\bminus\s+(?=\d)", "-", plain, flags=re.IGNORECASE)
    return tuple(_number(match.group(0)) for match in _TYPED_NUMBER.finditer(plain))


def read_amount(text: str) -> Amount:
    """What a text says as an amount; its numbers are empty when there is none. Of several units the first counts."""
    found = [(match.start(), family, size) for unit, family, size in _TYPED if (match := unit.search(text))]
    _, family, size = min(found, default=(0, "", 1.0))
    return Amount(numbers(text), family, size)


def is_same_amount(expected: str, given: str) -> bool:
    """Whether a typed amount is the one expected, in any of the units that the expected one is written in."""
    main, _, bracket = expected.partition("(")
    said = read_amount(given)
    if read_amount(main).same(said):
        return True
    return bool(bracket) and (read_amount(bracket).same(said) or (*numbers(main), *numbers(bracket)) == said.numbers)


def _number(text: str) -> float:
    sign = -1.0 if text.startswith("-") else 1.0
    whole, _, last = text.lstrip("-").replace(",", "").rpartition(" ")
    top, _, bottom = last.partition("/")
    return sign * (float(whole or 0) + float(top) / (float(bottom or 1) or 1.0))


def _value_of(words: str) -> int:
    """The value of a spelled number: "thirty two", "one hundred and sixty five", and as spoken, "one sixty five"."""
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            total *= 100
        elif word in _SPELLED:
            value = _SPELLED[word]
            total = total * 100 + value if 0 < total < 10 <= value else total + value
    return total
