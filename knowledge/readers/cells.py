"""The places of cells and what they are called: row 4 of column 2 is "B4"."""

from __future__ import annotations

import re

Place = tuple[int, int]
"""Row and column of a cell, from 0."""

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def column_letters(column: int) -> str:
    """The name of a column (from 0): A to Z, AA and so on."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def cell_place(name: str) -> Place:
    """The row and column (from 0) of a cell such as "B4"."""
    match = _PLACE.fullmatch(name.upper())
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]) - 1, column - 1
