"""Tables without rules: those whose columns are told by white space alone."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise

from knowledge.readers.pdf_columns import find_gutters
from knowledge.readers.pdf_lines import LABEL, are_headed_contents, to_lines
from knowledge.readers.pdf_tables import NAMED
from knowledge.readers.pdf_words import Glyphs, Line, PageWord, PageWords, Table, is_within

LEAST_ROWS = 3
"""Rows below the header from which words that stand in line are a table."""
CELL_WORDS = 4
"""Words of the usual cell at most: the columns of a page of prose stand in line too."""


def aligned_tables(
    page: PageWords, words: list[PageWord], tables: Sequence[Table], drawings: Sequence[Glyphs]
) -> tuple[list[Table], list[PageWord]]:
    """The tables whose columns are told by white space alone, and the words outside of them."""
    gutters = find_gutters(page.width, words, tables, [])
    columns: dict[tuple[bool, ...], list[Line]] = {}
    lines = to_lines(words, page.number, gutters)
    if are_headed_contents(lines):
        return [], words
    for line in lines:
        if not any(is_within(line.words[0], *drawing) for drawing in drawings):
            sides = tuple(line.x0 > gutter.x and gutter.y0 <= line.y0 <= gutter.y1 for gutter in gutters)
            columns.setdefault(sides, []).append(line)
    found: list[Table] = []
    for parts in columns.values():
        rows = _levels(parts)
        at = 0
        while at < len(rows):
            table, at = _aligned(rows, at) or (None, at + 1)
            if table is not None:
                found.append(table)
    taken = {id(word) for table in found for row in table.cells for cell in row for word in cell}
    return found, [word for word in words if id(word) not in taken]


def _levels(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in rows of those on one level, from the top; each row from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.y0 + one.y1):
        if rows and (line.y0 + line.y1) / 2 - (rows[-1][0].y0 + rows[-1][0].y1) / 2 < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _aligned(rows: Sequence[list[Line]], at: int) -> tuple[Table, int] | None:
    """The table whose header is this row, and the row after it; None when there is none."""
    header = rows[at]
    lettered = sum(any(ch.isalpha() for ch in cell.text) for cell in header)
    if len(header) < 2 or lettered < (len(header) if len(header) == 2 else len(header) / 2):
        return None
    if any(LABEL.match(cell.words[0].text) or len(cell.words) > CELL_WORDS + 2 for cell in header):
        return None
    columns = [(cell.x0, cell.x1) for cell in header]
    body: list[list[list[Line]]] = []
    last = header
    after = at + 1
    for row in rows[at + 1 :]:
        size = header[0].size
        gap = min(cell.y0 for cell in row) - max(cell.y1 for cell in last)
        slots = [_columns_under(cell, columns) for cell in row]
        fits = all(len(slot) == 1 for slot in slots) and len({slot[0] for slot in slots}) == len(row)
        alike = all(abs(cell.size - size) <= 0.2 * size for cell in row)
        if not fits or not alike or gap > 2 * size:
            break
        places = [slot[0] for slot in slots]
        if len(row) >= max(2, NAMED * len(columns)):
            body.append([[] for _ in columns])
        elif not body or 0 in places or gap > 0.5 * size:
            break  # neither a row nor the rest of one
        for cell, place in zip(row, places, strict=True):
            body[-1][place].append(cell)
            columns[place] = (min(columns[place][0], cell.x0), max(columns[place][1], cell.x1))
        last = row
        after += 1
    if len(body) < LEAST_ROWS or not _is_tabular(header, body):
        return None
    edges = [columns[0][0], *((one[1] + two[0]) / 2 for one, two in pairwise(columns))]
    cells = [[cell.words for cell in header]]
    cells += [[[word for part in cell for word in part.words] for cell in row] for row in body]
    top, bottom = min(cell.y0 for cell in header), max(cell.y1 for cell in last)
    right = max(x1 for _, x1 in columns)
    return Table(header[0].page, columns[0][0], top, right, bottom, [*edges, right], cells), after


def _columns_under(cell: Line, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns that a cell overlaps, or the one it stands near."""
    over = [index for index, (x0, x1) in enumerate(columns) if cell.x0 < x1 and cell.x1 > x0]
    near = [index for index, (x0, x1) in enumerate(columns) if cell.x0 < x1 + cell.size and cell.x1 > x0 - cell.size]
    return over or near


def _is_tabular(header: Sequence[Line], body: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether rows under a header are short cells, with a column of figures or a header that stands out."""
    cells = [" ".join(part.text for part in cell) for row in body for cell in row if cell]
    if statistics.median(len(cell.split()) for cell in cells) > CELL_WORDS:
        return False
    lines = [part for row in body for cell in row for part in cell]
    stands_out = all(cell.bold for cell in header) and sum(line.bold for line in lines) < 0.5 * len(lines)
    if len(header) == 2:
        return stands_out
    columns = [[row[index] for row in body if row[index]] for index in range(len(header))]
    figures = [sum(cell[0].text[:1].isdigit() for cell in column) >= 0.6 * len(column) > 0 for column in columns[1:]]
    return stands_out or any(figures)
