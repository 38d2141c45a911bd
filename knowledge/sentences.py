"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    "e.g i.e etc vs no nos fig figs approx min max temp dept mr mrs ms dr st jr sr inc ltd co sec ch pp ed rev vol art "
    "a.m p.m u.s jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun tel ext".split()
)
_UNITS = frozenset("in ft yd mi lb lbs oz gal qt pt tbsp tsp sq cu hr hrs kg cm mm".split())
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_OF_A_LAW = re.compile(r"§|\d")
"""What follows the name of a law: "11 U.S.C. § 704"."""
_OPENERS = "\"'“‘(["


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of `text`, in order, without the white space around them.

    A period ends no sentence after an abbreviation, a single initial or a list number, inside a number, between a unit
    and the same in another ("1/8 in. (3 mm)") or a law and its paragraph ("11 U.S.C. § 704"), or before a small letter.
    Line ends always end one. Text without a sentence gives an empty list; the same text always gives the same offsets,
    since span ids are made from their order.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group(0)[0] != "\n" and not _ends_sentence(text, match.start(), match.end()):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _ends_sentence(text: str, mark: int, end: int) -> bool:
    if text[mark] != ".":
        return True
    before = text[:mark].rsplit(None, 1)[-1] if text[:mark].strip() else ""
    word = before.lstrip(_OPENERS).lower()
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and re.search(r"(?:^|[.!?:])\s*$", text[: mark - len(before)]):
        return False  # "1. Open the valve": a list number where a sentence begins
    after = text[end:].lstrip()
    if word in _UNITS and re.match(r"\(?\d", after) and re.search(r"\d\W*$", text[: mark - len(before)]):
        return False
    if _INITIALS.fullmatch(word) and _OF_A_LAW.match(after):
        return False
    return not after or not after.lstrip(_OPENERS)[:1].islower()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))
