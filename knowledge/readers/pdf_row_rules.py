"""Tables whose ruled lines go across only: above and below the header, and below the last row or every row.

Printed books, papers and the manuals of many makers set theirs so. Where the columns part is told by the white space
that goes down through all rows.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.readers.pdf_words import PageWord, PageWords, Rule, Table, is_within, middle_x, middle_y, to_levels

_SAME = 3.0
"""Points within which the ends of two lines, or two lines, are the same."""
_LEAST_WIDTH = 100.0
"""Points of the shortest line that goes across a table: shorter ones underline words or part off footnotes."""
_MOST_RULES = 80
"""Lines across a page that are looked at."""
_STRIP = 0.6
"""Widths of a letter's height that the white between columns has at least; between words it is a quarter."""
_HEADER_LINES = 4
_HEADER_WORDS = 8
"""Lines of a header, and words of one of its cells, at most: more is text between two lines."""
_CELL_WORDS = 4
"""Words of the usual cell at most where no lines part the rows: prose in columns stands between lines too."""
_ROW_WORDS = 25
"""Words of the usual cell at most where lines do part them."""
_FULL = 0.6
"""Share of the columns that have words where a row begins; a line with fewer goes on with the row above."""

_TITLES = 0.2
"""Share of the lines of a table at most that are titles between rows."""

_Row = list[list[PageWord]]
_Column = tuple[float, float]


@dataclass(slots=True)
class _Run:
    """Words on one level without white between them that could part columns."""

    words: list[PageWord]
    x0: float
    x1: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


_Level = list[_Run]
"""The runs of one level, from the left."""


def row_ruled_tables(
    page: PageWords, words: list[PageWord], before: Sequence[Table]
) -> tuple[list[Table], PageWords, list[PageWord]]:
    """The tables of a page whose lines go across only, the page without those lines, and the words outside of them.

    `before` are the tables of the page before, which may go on without their header.
    """
    tables: list[Table] = []
    upright = [rule for rule in page.rules if not rule.is_horizontal and rule.y1 - rule.y0 > 2 * _SAME]
    for chain in _chains(page.rules):
        start = 0
        while start + 1 < len(chain):
            found = (
                (table, end)
                for end in range(len(chain) - 1, start, -1)
                if (table := _table(page.number, words, chain[start : end + 1], upright, before)) is not None
            )
            table, start = next(found, (None, start + 1))
            if table is not None:
                tables.append(table)
    if not tables:
        return [], page, words
    rules = [rule for rule in page.rules if not any(_touches(rule, table) for table in tables)]
    taken = {id(word) for table in tables for row in table.cells for cell in row for word in cell}
    return tables, replace(page, rules=rules), [word for word in words if id(word) not in taken]


def _touches(rule: Rule, table: Table) -> bool:
    return (
        table.x0 - _SAME <= rule.x0
        and rule.x1 <= table.x1 + _SAME
        and table.y0 - _SAME <= rule.y0
        and rule.y1 <= table.y1 + _SAME
    )


def _chains(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines across the page with the same ends, from the top; those in pieces are joined, double ones are one."""
    whole: list[Rule] = []
    for rule in sorted((one for one in rules if one.is_horizontal), key=lambda one: (round(one.y0), one.x0)):
        last = whole[-1] if whole else None
        if last is not None and abs(rule.y0 - last.y0) <= 1 and rule.x0 - last.x1 <= _SAME:
            whole[-1] = Rule(last.x0, last.y0, max(last.x1, rule.x1), last.y0)
        else:
            whole.append(rule)
    chains: list[list[Rule]] = []
    for rule in [one for one in whole if one.x1 - one.x0 >= _LEAST_WIDTH][:_MOST_RULES]:
        chain = next(
            (one for one in chains if abs(one[0].x0 - rule.x0) <= _SAME and abs(one[0].x1 - rule.x1) <= _SAME), None
        )
        if chain is None:
            chains.append([rule])
        elif rule.y0 - chain[-1].y0 > _SAME:
            chain.append(rule)
    return chains


def _table(
    number: int, words: Sequence[PageWord], chain: Sequence[Rule], upright: Sequence[Rule], before: Sequence[Table]
) -> Table | None:
    """The table between the first and the last of some lines; None when what stands there is none."""
    x0, x1 = min(rule.x0 for rule in chain), max(rule.x1 for rule in chain)
    y0, y1 = chain[0].y0, chain[-1].y0
    if any(x0 - _SAME <= rule.x0 <= x1 + _SAME and rule.y0 < y1 - _SAME and rule.y1 > y0 + _SAME for rule in upright):
        return None  # a grid
    inside = [word for word in words if is_within(word, x0 - _SAME, y0, x1 + _SAME, y1)]
    bands = [_levels([word for word in inside if one.y0 < middle_y(word) <= two.y0]) for one, two in pairwise(chain)]
    bands = [band for band in bands if band]
    if not bands:
        return None
    goes_on = next((table for table in before if _goes_on(table, bands, x0, x1)), None)
    if goes_on is not None:
        edges = goes_on.columns
        rows = _rows(bands, edges)
        return Table(number, x0, y0, x1, y1, edges, rows) if _are_rows(rows, bands) else None
    header, body = bands[0], bands[1:]
    if not body or len(header) > _HEADER_LINES:
        return None
    columns = _columns([level for band in body for level in band], [run for level in header for run in level])
    if len(columns) < 2 or not _are_few(_titles(body, columns), body):
        return None
    edges = [x0, *((one[1] + two[0]) / 2 for one, two in pairwise(columns)), x1]
    head = _named(header, columns, edges)
    rows = _rows(body, edges)
    if sum(map(bool, head)) < _FULL * len(head) or max(map(len, head)) > _HEADER_WORDS or not _are_rows(rows, body):
        return None
    return Table(number, x0, y0, x1, y1, edges, [head, *rows])


def _goes_on(table: Table, bands: Sequence[Sequence[_Level]], x0: float, x1: float) -> bool:
    """Whether bands go on with the table of a page before: it ends where they do, its columns cut no run of theirs, and
    its header is not said again."""
    if abs(table.columns[0] - x0) > _SAME or abs(table.columns[-1] - x1) > _SAME:
        return False
    if any(run.x0 < edge < run.x1 for band in bands for level in band for run in level for edge in table.columns):
        return False
    said = sorted(word.text for cell in table.cells[0] for word in cell)
    return sorted(word.text for level in bands[0] for run in level for word in run.words) != said


def _levels(words: Sequence[PageWord]) -> list[_Level]:
    """Words in runs, level by level from the top."""
    return [_runs(level) for level in to_levels(words)]


def _runs(words: Sequence[PageWord]) -> _Level:
    runs: list[_Run] = []
    for word in words:
        if runs and word.box[0] - runs[-1].x1 < _STRIP * word.size:
            runs[-1].words.append(word)
            runs[-1].x1 = max(runs[-1].x1, word.box[2])
        else:
            runs.append(_Run([word], word.box[0], word.box[2]))
    return runs


def _columns(levels: Sequence[_Level], header: Sequence[_Run]) -> list[_Column]:
    """From where to where the words of columns go: what is white through all levels but those of one run parts them.
    Those of one run may be titles between rows. None where columns have no names."""
    columns: list[_Column] = []
    for run in sorted((run for level in levels if len(level) > 1 for run in level), key=lambda one: one.x0):
        if columns and run.x0 <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], run.x1))
        else:
            columns.append((run.x0, run.x1))
    for run in header:
        over = _over(run, columns)
        if len(over) == 1:
            columns[over[0]] = (min(columns[over[0]][0], run.x0), max(columns[over[0]][1], run.x1))
    if any(one[1] >= two[0] for one, two in pairwise(columns)):
        return []
    return columns


def _over(run: _Run, columns: Sequence[_Column]) -> list[int]:
    """The columns that a run stands in."""
    return [at for at, (x0, x1) in enumerate(columns) if run.x0 < x1 and run.x1 > x0]


def _titles(bands: Sequence[Sequence[_Level]], columns: Sequence[_Column]) -> list[_Run]:
    """What stands alone on its level, over several columns."""
    alone = [level[0] for band in bands for level in band if len(level) == 1]
    return [run for run in alone if len(_over(run, columns)) > 1]


def _are_few(titles: Sequence[_Run], bands: Sequence[Sequence[_Level]]) -> bool:
    """Whether what stands over columns are titles between rows, and not text between tables."""
    return len(titles) <= _TITLES * sum(map(len, bands)) and all(len(run.words) <= _HEADER_WORDS for run in titles)


def _named(header: Sequence[_Level], columns: Sequence[_Column], edges: Sequence[float]) -> _Row:
    """The words over each column; those over several name them all."""
    named: _Row = [[] for _ in columns]
    for run in (run for level in header for run in level):
        over = _over(run, columns)
        for word in run.words:
            for at in over or [_column(word, edges)]:
                named[at].append(word)
    return named


def _column(word: PageWord, edges: Sequence[float]) -> int:
    return next((at for at, edge in enumerate(edges[1:]) if middle_x(word) <= edge), len(edges) - 2)


def _rows(bands: Sequence[Sequence[_Level]], edges: Sequence[float]) -> list[_Row]:
    """The rows between lines: one between every two where lines part the rows, else one for every level that is full
    enough. A first cell that stands alone beside several rows is the name of them all."""
    columns = len(edges) - 1
    rests = [level for band in bands for level in band[1:]]
    go_on = sum(any(run.text[:1].islower() for run in level) for level in rests)
    single = sum(len(band) == 1 for band in bands)
    are_parted = len(bands) > 1 and (2 * single > len(bands) or 2 * go_on > len(rests))
    found: list[_Row] = []
    for band in bands:
        rows: list[_Row] = []
        for level in band:
            row: _Row = [[] for _ in range(columns)]
            for run in level:
                for word in run.words:
                    row[_column(word, edges)].append(word)
            if not rows or not (are_parted or sum(map(bool, row)) < max(2, _FULL * columns)):
                rows.append(row)
            else:
                rows[-1] = [[*above, *below] for above, below in zip(rows[-1], row, strict=True)]
        names = [row[0] for row in rows if row[0]]
        found += [[names[0], *row[1:]] for row in rows] if len(names) == 1 else rows
    return found


def _are_rows(rows: Sequence[_Row], bands: Sequence[Sequence[_Level]]) -> bool:
    """Whether rows are those of a table: most cells are filled, and the usual one is short for how rows are parted."""
    counts = [len(cell) for row in rows for cell in row if cell]
    if len(rows) < 2 or len(counts) < _FULL * sum(map(len, rows)):
        return False
    return statistics.median(counts) <= (_ROW_WORDS if len(rows) <= len(bands) else _CELL_WORDS)
