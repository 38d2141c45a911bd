"""Amounts in text: where they stand in a document, and whether a typed one is the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.amounts import NUMBER, UNITS, number_of

_UNIT = rf"(?:{'|'.join(printed for printed, *_ in UNITS)})(?![\w/])"
_RANGE = rf"(?<![\w.,/-])[-−]?{NUMBER}(?:(?:\s?{_UNIT})?\s?(?:to|and|or|-|–)\s?[-−+]?{NUMBER})?"
AMOUNT = re.compile(rf"{_RANGE}\s?{_UNIT}(?:\s?\({_RANGE}\s?{_UNIT}\))?|\$\s?{NUMBER}")
"""A number or range with its unit, and the same in another unit where that follows in brackets: "41 °F (5 °C)"."""

_TYPED = [
    (re.compile(rf"(?<![a-z])(?:{printed}{'|' if typed else ''}{typed})(?![a-z])", re.IGNORECASE), family, size)
    for printed, typed, family, size in (*UNITS, (r"\$", "dollars?|bucks", "money", 1))
]
_TYPED_NUMBER = re.compile(rf"(?<![\w.,/])-?{NUMBER}")
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
    return tuple(number_of(match.group(0)) for match in _TYPED_NUMBER.finditer(plain))


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
