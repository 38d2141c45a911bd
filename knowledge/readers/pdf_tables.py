"""The tables that ruled lines draw around words, and the drawings that are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from knowledge.readers.pdf_words import (
    Glyphs,
    PageWord,
    PageWords,
    Rule,
    Table,
    are_level,
    around,
    grown,
    is_within,
    line_by_line,
    middle_x,
    middle_y,
    overlaps,
    to_levels,
)

_NEAR = 3.0
"""Points within which two ruled lines are the same or touch."""
GRID = 0.5
"""Share of a table's height or width over which a line between its columns or rows is drawn."""
_NEAR_PARTS = 24.0
"""Points within which two drawings are parts of one figure."""
_OPEN = 6.0
"""Points by which the lines between rows go beyond the outer lines between columns of a table open at its sides."""
TABLE_USE = 0.4
"""Share of the cells of a table that must hold words; a diagram's lines cross in far more places than it has words."""
_PARTED_WORDS = 4
"""Words of a line at most in a cell that holds several rows."""
NAMED = 0.6
"""Share of the columns of a table that its header names, or of all its cells that are filled."""

_Row = list[list[PageWord]]
"""The words of each cell of a row."""


def ruled_tables(
    page: PageWords, words: list[PageWord], before: Sequence[Table]
) -> tuple[list[Table], list[Glyphs], list[PageWord]]:
    """The tables that ruled lines draw around words, the drawings, and the words outside of the tables."""
    tables: list[Table] = []
    drawings: list[Glyphs] = []
    rest = words
    for group in _connected(page.rules):
        across = [rule for rule in group if rule.is_horizontal]
        xs = _with_open_sides(_merged(rule.x0 for rule in group if not rule.is_horizontal), across)
        ys = _merged(rule.y0 for rule in across)
        box = (min(r.x0 for r in group), min(r.y0 for r in group), max(r.x1 for r in group), max(r.y1 for r in group))
        goes_on = [table for table in before if have_same_columns(table.columns, xs)]
        if len(xs) < 3 or len(ys) < (
            2 if goes_on else 3
        ):  # a box around text, lines between paragraphs, or part of a drawing
            drawings.append(box)
            continue
        inside = [word for word in rest if is_within(word, xs[0], ys[0], xs[-1], ys[-1])]
        if not inside:
            drawings.append(box)
            continue
        cells: list[list[list[PageWord]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
        for word in inside:
            cells[_slot(ys, middle_y(word))][_slot(xs, middle_x(word))].append(word)
        filled = [(row, (y0 + y1) / 2) for row, y0, y1 in zip(cells, ys, ys[1:], strict=False) if any(row)]
        header, title, body = _header(filled, xs, [rule for rule in group if not rule.is_horizontal])
        if goes_on and not title and not any(_words_in(header) == _words_in(table.cells[0]) for table in goes_on):
            header, body = filled[0][0], [row for row, _ in filled[1:]]  # the header is not repeated
        elif not goes_on and not _is_table(header, body, group, xs, ys):
            drawings.append(box)
            continue
        body = [part for row in body for part in _parted(row)]
        tables.append(Table(page.number, xs[0], ys[0], xs[-1], ys[-1], xs, [header, *body], title))
        taken = {id(word) for word in inside}
        rest = [word for word in rest if id(word) not in taken]
    return tables, _figures(drawings, page), rest


def _parted(row: _Row) -> list[_Row]:
    """The rows that stand in one between lines: its cells have as many lines, level with each other, or one that goes
    for all of them. Short lines with figures alone: two cells of prose may have as many lines too."""
    cells = [to_levels(cell) for cell in row]
    levels = max(map(len, cells))
    several = [cell for cell in cells if len(cell) > 1]
    if (
        len(several) < 2
        or any(len(cell) != levels for cell in several)
        or not any(all(line[0].text[:1].isdigit() for line in cell) for cell in several)
        or any(len(line) > _PARTED_WORDS for cell in several for line in cell)
        or any(not are_level(line[0].box, several[0][at][0].box) for cell in several for at, line in enumerate(cell))
    ):
        return [row]
    return [
        [cell[at] if len(cell) > 1 else [*whole] for cell, whole in zip(cells, row, strict=True)]
        for at in range(levels)
    ]


def _words_in(row: _Row) -> list[list[str]]:
    return [[word.text for word in line_by_line(cell)] for cell in row]


def have_same_columns(one: Sequence[float], two: Sequence[float]) -> bool:
    """Whether two tables have the edges of their columns at the same places."""
    return len(one) == len(two) and all(abs(a - b) < 6 for a, b in zip(one, two, strict=True))


def _is_table(
    header: _Row, body: Sequence[_Row], rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]
) -> bool:
    """Whether ruled cells are those of a table: enough of them hold words, and most lines go through."""
    columns = len(xs) - 1
    named = sum(map(bool, header))
    used = sum(bool(cell) for row in body for cell in row)
    if not body or named + used < max(3, TABLE_USE * (len(body) + 1) * columns):
        return False
    return (named >= NAMED * columns or used >= NAMED * len(body) * columns) and _is_grid(rules, xs, ys)


def _is_grid(rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> bool:
    """Whether most lines inside of a table go most of the way; those of a drawing stop at its parts."""
    tall, wide = ys[-1] - ys[0], xs[-1] - xs[0]
    down = [sum(r.y1 - r.y0 for r in rules if not r.is_horizontal and abs(r.x0 - x) <= _NEAR) for x in xs[1:-1]]
    across = [sum(r.x1 - r.x0 for r in rules if r.is_horizontal and abs(r.y0 - y) <= _NEAR) for y in ys[1:-1]]
    return all(
        sum(length >= GRID * whole for length in lengths) >= 0.5 * len(lengths)
        for lengths, whole in ((down, tall), (across, wide))
    )


def _with_open_sides(xs: list[float], across: Sequence[Rule]) -> list[float]:
    """The edges of columns, with those of a table that has no lines at its sides: there its rows' lines end."""
    if not xs or not across:
        return xs
    left, right = min(rule.x0 for rule in across), max(rule.x1 for rule in across)
    whole = [rule for rule in across if rule.x1 - rule.x0 > 0.9 * (right - left)]
    return _merged([left, *xs, right], _OPEN) if len(whole) > 0.6 * len(across) and len(whole) > 2 else xs


def _figures(drawings: Sequence[Glyphs], page: PageWords) -> list[Glyphs]:
    """Figures: drawings of several parts near each other. One part alone may be a frame around text."""
    parts = [([box], box) for box in drawings if (box[2] - box[0]) * (box[3] - box[1]) < 0.7 * page.width * page.height]
    figures: list[tuple[list[Glyphs], Glyphs]] = []
    for own, box in parts:
        boxes, hull = list(own), box
        while near := [figure for figure in figures if overlaps(grown(figure[1], _NEAR_PARTS), hull)]:
            for figure in near:
                boxes.extend(figure[0])
                figures.remove(figure)
            hull = around(boxes)
        figures.append((boxes, hull))
    return [hull for boxes, hull in figures if len(boxes) > 1]


def _header(
    rows: Sequence[tuple[_Row, float]], xs: Sequence[float], verticals: Sequence[Rule]
) -> tuple[_Row, str, list[_Row]]:
    """The header of a ruled table, the title that spans it, and its other rows; `rows` come with their heights.

    A cell that spans columns names them all, together with the cells below it.
    """

    def spans(row: _Row, y: float) -> list[range]:
        edges = [
            index
            for index, x in enumerate(xs)
            if index in (0, len(xs) - 1)
            or any(abs(rule.x0 - x) <= _NEAR and rule.y0 - _NEAR <= y <= rule.y1 + _NEAR for rule in verticals)
        ]
        return [range(one, two) for one, two in pairwise(edges)]

    title = ""
    at = 0
    if len(rows) > 2 and sum(map(bool, rows[0][0])) == 1 and len(spans(*rows[0])) == 1:
        title = " ".join(word.text for cell in rows[0][0] for word in line_by_line(cell))
        at = 1
    first, y = rows[at]
    groups = [group for group in spans(first, y) if len(group) > 1 and sum(bool(first[i]) for i in group) == 1]
    if not groups or len(rows) - at < 3 or len(groups) == len(spans(first, y)) == 1:
        return first, title, [row for row, _ in rows[at + 1 :]]
    named: _Row = [list(cell) for cell in first]
    for group in groups:
        shared = [word for index in group for word in first[index]]
        for index in group:
            named[index] = list(shared)
    below = rows[at + 1][0]
    return [[*one, *two] for one, two in zip(named, below, strict=True)], title, [row for row, _ in rows[at + 2 :]]


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Ruled lines in groups that touch each other."""
    groups: list[tuple[list[float], list[Rule]]] = []
    for rule in sorted(rules, key=lambda r: (r.y0, r.x0))[:4000]:
        box = [rule.x0 - _NEAR, rule.y0 - _NEAR, rule.x1 + _NEAR, rule.y1 + _NEAR]
        joined = [group for group in groups if overlaps(group[0], box)]
        merged = [rule]
        for group in joined:
            merged.extend(group[1])
            box = [
                min(box[0], group[0][0]),
                min(box[1], group[0][1]),
                max(box[2], group[0][2]),
                max(box[3], group[0][3]),
            ]
            groups.remove(group)
        groups.append((box, merged))
    return [group for _, group in groups if len(group) >= 4]


def _merged(values: Iterable[float], near: float = _NEAR) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > near:
            kept.append(value)
    return kept


def _slot(edges: Sequence[float], value: float) -> int:
    return next((index for index, edge in enumerate(edges[1:]) if value <= edge), len(edges) - 2)
