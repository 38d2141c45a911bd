"""The filled rows of a sheet: every value as a person sees it, merged cells repeated."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.readers.budget import Budget
from knowledge.readers.cells import Place
from knowledge.readers.number_formats import NumberFormat, plain_number
from knowledge.readers.sheets_survey import Found

MAX_MERGED = 200_000
"""Cells of a sheet that repeat a merged cell; beyond them the rest stays empty and the page says so."""

_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it: its number (from 1), the texts by column, and the kind of each cell.

    Kinds: "t" text, "n" number, "d" date or year, " " nothing; "m" and "v" repeat a merged cell from the left and from
    above.
    """

    number: int
    texts: Sequence[str]
    kinds: str

    @property
    def columns(self) -> list[int]:
        return [column for column, kind in enumerate(self.kinds) if kind != " "]

    @property
    def width(self) -> int:
        """How many cells are filled; a merged one counts once."""
        return sum(kind not in " m" for kind in self.kinds)

    @property
    def own(self) -> list[str]:
        """The texts without those that only repeat a merged cell."""
        return [self.texts[column] for column, kind in enumerate(self.kinds) if kind not in " mv"]

    def cut(self, first: int, last: int) -> Row:
        """The row without what stands before `first` and from `last` on."""
        return Row(self.number, [*[""] * first, *self.texts[first:last]], " " * first + self.kinds[first:last])


def filled_rows(sheet: Any, found: Found, budget: Budget, warnings: list[str]) -> Iterator[Row]:
    """The rows that are not empty, with merged cells filled in."""
    if sheet.start is None:
        return
    first = int(sheet.start[1])
    merged: list[tuple[Place, Place]] = [*found.merged, *(sheet.merged_cell_ranges or [])]
    repeats = _repeats(merged, sheet.start, sheet.end, warnings)
    kept: dict[Place, tuple[str, str]] = {}
    for row, values in enumerate(sheet.iter_rows()):
        if row % 1_000 == 0:
            budget.check_time(f"row {row + 1} of “{sheet.name}”")
        texts, kinds = [""] * (first + len(values)), [" "] * (first + len(values))
        for column, value in enumerate(values, first):
            if value != "":
                texts[column], kinds[column] = _shown(value, found.shown.get((row, column)))
        for column, origin in repeats.pop(row, ()):
            if origin == (row, column):
                kept[origin] = texts[column], kinds[column]
            elif kept[origin][0] and not texts[column]:
                texts[column] = kept[origin][0]
                kinds[column] = "m" if origin[1] < column else "v"
        while kinds and kinds[-1] == " ":
            kinds.pop()
        if not set(kinds) <= set(" mv"):
            yield Row(row + 1, texts[: len(kinds)], "".join(kinds))


def _repeats(
    merged: Sequence[tuple[Place, Place]], low: Place, high: Place, warnings: list[str]
) -> dict[int, list[tuple[int, Place]]]:
    """For each row the columns that a merged cell covers within the filled rectangle, each with the cell it repeats."""
    repeats: dict[int, list[tuple[int, Place]]] = defaultdict(list)
    left = MAX_MERGED
    for (top, start), (bottom, end) in sorted(merged):
        if not (low[0] <= top <= high[0] and low[1] <= start <= high[1]):
            continue
        bottom, end = min(bottom, high[0]), min(end, high[1])
        left -= (bottom - top + 1) * (end - start + 1)
        if left < 0:
            warnings.append(f"More than {MAX_MERGED:,} cells are merged; the rest of them were left empty.")
            break
        for row in range(top, bottom + 1):
            repeats[row] += [(column, (top, start)) for column in range(start, end + 1)]
    return repeats


def _shown(value: Any, form: NumberFormat | str | None) -> tuple[str, str]:
    """A value as a person sees it, and its kind (see Row)."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return text, "t" if text else " "
    if isinstance(value, bool):
        return str(value).upper(), "n"
    if isinstance(value, int | float):
        if form is None or (isinstance(form, NumberFormat) and not abs(value) < 1e15):
            text = plain_number(value)
        else:
            text = form if isinstance(form, str) else form.show(value)
        return text, "d" if _YEAR.fullmatch(text) else "n"
    if isinstance(value, datetime.datetime):
        clock = "" if value.time() == datetime.time() else f" {_clock(value.time())}"
        return f"{value.date().isoformat()}{clock}", "d"
    if isinstance(value, datetime.date):
        return value.isoformat(), "d"
    if isinstance(value, datetime.time):
        return _clock(value), "d"
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else ""), "n"
    return str(value), "t"


def _clock(value: datetime.time) -> str:
    return value.strftime("%H:%M:%S" if value.second else "%H:%M")
