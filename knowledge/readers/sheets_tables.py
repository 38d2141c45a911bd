"""The tables of a sheet: where one starts, what its header is, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from knowledge.readers.blocks import prose, rows
from knowledge.readers.budget import Budget
from knowledge.readers.cells import column_letters
from knowledge.readers.sheets_rows import Row
from knowledge.types import Block, BlockKind, CellRange

MAX_HEADER_ROWS = 3
FORM_ROWS = 10
"""Rows before and after that are looked at to tell a form from a table of two columns."""
MAX_LABEL = 80
"""Characters up to which a text may name a column or head a section; longer texts are sentences."""


def bands(lines: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows in pieces to be read one after the other: tables that stand side by side are separated."""
    band: list[Row] = []
    for region in _regions(lines):
        parts = _side_by_side(region)
        if len(parts) > 1:
            if band:
                yield band
            yield from parts
            band = []
        else:
            band += region
    if band:
        yield band


def _regions(lines: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of rows without an empty row between them."""
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1].number - pair[0]):
        yield [row for _, row in run]


def _side_by_side(region: list[Row]) -> list[list[Row]]:
    """The region cut where two columns or more are empty, if every piece is a table of its own."""
    used = sorted({column for row in region for column in row.columns})
    cuts = [0, *(after for before, after in pairwise(used) if after - before > 2), used[-1] + 1]
    pieces: list[list[Row]] = []
    for first, last in pairwise(cuts):
        piece = [part for row in region if (part := row.cut(first, last)).kinds.strip()]
        start = next((index for index, row in enumerate(piece) if row.width > 1), 0)
        if not _header_rows(piece, start):
            return [region]
        pieces.append(piece)
    return pieces


def _header_rows(lines: Sequence[Row], at: int) -> int:
    """How many rows from `at` on are the header of a table; 0 when none starts there."""
    end = at + 1
    while end - at < MAX_HEADER_ROWS and _goes_on(lines, at, end):
        end += 1
    body: Sequence[Row] = next(_regions(lines[end : end + 3]), ())
    if not body or body[0].number - lines[end - 1].number > 2:
        return 0
    header = lines[at:end]
    columns = {column for row in header for column in row.columns}
    names = [text for row in header for text in row.own]
    if max(row.width for row in header) < 2 or any(_is_sentence(name) or name.endswith(":") for name in names):
        return 0
    if _is_form(lines, at, sorted(columns)):
        return 0
    labels = sum(_is_label(header[-1], column, body[0]) for column in header[-1].columns)
    if 2 * labels <= len(header[-1].columns):
        return 0
    widths = [row.width for row in body if row.width > 1]
    covered = all(set(row.columns[-1:]) <= set(range(max(columns) + 1)) for row in body)
    fits = bool(widths) and 3 * len(columns) >= 2 * max(widths)
    return end - at if covered and fits else 0


def _is_form(lines: Sequence[Row], at: int, columns: Sequence[int]) -> bool:
    """Whether the rows name a value each, such as "Phone | 555": two columns, texts and figures mixed in the second."""
    if len(columns) != 2:
        return False
    near = _regions(lines[max(0, at - FORM_ROWS) : at + FORM_ROWS])
    others = [row for region in near if lines[at] in region for row in region if row is not lines[at]]
    second = {row.kinds[columns[-1] : columns[-1] + 1] for row in others}
    return "t" in second and not second.isdisjoint("nd")


def _is_label(row: Row, column: int, below: Row) -> bool:
    kind = row.kinds[column]
    if kind in "tmv":
        return any(sign.isalpha() for sign in row.texts[column])  # a dash stands for a figure
    return kind == "d" and below.kinds[column : column + 1] not in ("d", "")


def _names_figures(lines: Sequence[Row], at: int) -> bool:
    """Whether the row before `at` has a text above a number or a date of the row `at`."""
    pairs = zip(lines[at - 1].kinds, lines[at].kinds, strict=False)  # the shorter one ends both
    return any(pair in ("tn", "td", "mn", "md") for pair in map("".join, pairs))


def _goes_on(lines: Sequence[Row], at: int, end: int) -> bool:
    """Whether the row `end` still belongs to the header that starts at `at`: names or units under names.

    Its first cell is empty or merged with the one above, and the row below it begins with a cell of its own.
    """
    if end + 1 >= len(lines) or lines[end].number - lines[end - 1].number > 1:
        return False
    lead = lines[at].columns[0]
    row, below = lines[end], lines[end + 1]
    leads = row.kinds[lead : lead + 1] in ("", " ", "v") and below.kinds[lead : lead + 1] not in ("", " ", "v")
    return leads and below.number - row.number <= 2 and set(row.kinds) <= set(" tmv") and row.columns[0] >= lead


class Band:
    """The walk over rows: titles, headers, rows and notes, in order."""

    def __init__(self, lines: Sequence[Row], sheet: str, page: int, budget: Budget) -> None:
        self.tables = 0
        self._lines = lines
        self._sheet = sheet
        self._page = page
        self._budget = budget
        self._blocks: list[Block] = []
        self._header: Sequence[Row] = ()
        self._body: list[Row] = []

    def read(self) -> list[Block]:
        """The blocks of the rows. Call once."""
        at = 0
        while at < len(self._lines):
            at = self._next(at)
        self._flush()
        return self._blocks

    def _starts(self, at: int) -> bool:
        """Whether a region starts here: the first row, or one after an empty row."""
        return at == 0 or self._lines[at].number - self._lines[at - 1].number > 1

    def _next(self, at: int) -> int:
        """Takes in the row `at`, and those that go with it; the index of the next."""
        row = self._lines[at]
        named = bool(self._header) and not self._body
        inside = named or (bool(self._body) and not self._starts(at))
        count = 0 if inside and self._header else _header_rows(self._lines, at)
        # below rows without names only figures under names tell a header from one more row
        if count and (not inside or _names_figures(self._lines, at + count)):
            self._flush()
            self._header = self._lines[at : at + count]
            self.tables += 1
            return at + count
        if row.width == 1 and (not inside or _is_sentence(_only(row))):
            return self._titles_or_notes(at)
        if not inside and not self._fits(row):
            self._flush()
            self._header = ()
        self._body.append(row)
        return at + 1

    def _fits(self, row: Row) -> bool:
        """Whether a row after an empty one goes on with the table: it has no column that the table has not."""
        known = {column for line in (*self._header, *self._body) for column in line.columns}
        return set(row.columns) <= known

    def _titles_or_notes(self, at: int) -> int:
        """Takes in the single cells from `at` on: what heads a table, labels rows or stands for itself."""
        end = at + 1
        while end < len(self._lines) and self._lines[end].width == 1:
            end += 1
        run = self._lines[at:end]
        if end < len(self._lines) and _header_rows(self._lines, end):
            self._flush()
            self._header = ()
            for index, row in enumerate(run, at):
                heads = self._starts(index) and not _is_sentence(_only(row))
                self._add(row, BlockKind.HEADING if heads else None)
        elif end < len(self._lines) and self._header and not self._starts(end) and self._fits(self._lines[end]):
            self._body += run
        else:
            self._flush()
            for row in run:
                self._add(row, None)
        return end

    def _add(self, row: Row, kind: BlockKind | None) -> None:
        """A block of a single cell's text; of the kind that the text tells when `kind` is None."""
        text = _only(row)
        block = Block(kind, text, level=2, line=row.number) if kind else prose(text, line=row.number)
        self._blocks.append(replace(block, page=self._page, cell_range=self._range(row)))

    def _flush(self) -> None:
        """The rows collected so far as blocks under the header."""
        body, self._body = self._body, []
        if not body:
            return
        self._budget.check_time(f"row {body[0].number} of “{self._sheet}”")
        self.tables += not self._header and len(body) > 1
        columns = sorted({column for row in (*self._header, *body) for column in row.columns})
        header = _names(self._header, columns) if self._header else []
        made = rows(
            [[_cell(row, column, merged=bool(header)) for column in columns] for row in body],
            header=header,
            table=self._sheet,
            lines=[row.number for row in body],
        )
        for block, row in zip(made, body, strict=True):
            self._blocks.append(replace(block, page=self._page, cell_range=self._range(row)))

    def _range(self, row: Row) -> CellRange:
        first, last = (f"{column_letters(column)}{row.number}" for column in (row.columns[0], row.columns[-1]))
        return CellRange(self._sheet, first, last)


def _cell(row: Row, column: int, *, merged: bool) -> str:
    """The text of a cell; without `merged` a text that goes over several columns is given once."""
    if column >= len(row.texts) or (row.kinds[column] == "m" and not merged):
        return ""
    return row.texts[column]


def _names(header: Sequence[Row], columns: Sequence[int]) -> list[str]:
    """What the columns are called: the texts above each, each once."""
    above = [*(_groups(row, columns) for row in header[:-1]), {}]
    return [
        " ".join(
            dict.fromkeys(
                text
                for row, groups in zip(header, above, strict=True)
                if (text := _cell(row, column, merged=True) or groups.get(column, ""))
            )
        )
        for column in columns
    ]


def _groups(row: Row, columns: Sequence[int]) -> dict[int, str]:
    """What a row of a header says of columns in which it is empty: a name that stands at one end of its columns, and is
    not merged over them, is a name for all. Empty where the row does not tell which end that is."""
    others = columns[1:]  # the first column names the rows
    named = [column for column in others if _cell(row, column, merged=True)]
    if not named or 2 * len(named) > len(others) or "m" in row.kinds:
        return {}
    at_first, at_last = named[0] == others[0], named[-1] == others[-1]
    if at_first == at_last:
        return {}
    found: dict[int, str] = {}
    for column in others:
        ends = [at for at in named if (at <= column if at_first else at >= column)]
        found[column] = row.texts[max(ends) if at_first else min(ends)]
    return found


def _only(row: Row) -> str:
    """The text of a row of one cell."""
    return next(text for text in row.texts if text)


def _is_sentence(text: str) -> bool:
    return len(text) > MAX_LABEL or text.endswith((".", "!", ";"))
