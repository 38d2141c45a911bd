"""From the words on pages to a document: lines, columns, tables, headings, steps, paragraphs.

A page is first freed of its tables, ruled ones and those whose columns only stand in line. The empty strips between
columns of print are looked for, its words are joined to lines that cross none of them, the lines are put into reading
order, and neighbouring lines become blocks. What repeats at the same height of most pages is a running header or footer
and is left out; the labels of a drawing become one caption.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.readers.blocks import item_text, step_label, warning_word
from knowledge.types import Block, BlockKind, Box, Word

Glyphs = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the top left of the page."""


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word as printed. A hyphen that only breaks it at a line's end is a soft hyphen (U+00AD)."""

    text: str
    page: int
    box: Glyphs
    size: float
    bold: bool
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def of(cls, x0: float, y0: float, x1: float, y1: float) -> Rule:
        """The line in the middle of a thin box."""
        if x1 - x0 >= y1 - y0:
            return cls(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        return cls((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)

    @property
    def is_horizontal(self) -> bool:
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class PageWords:
    """What was found on a page. `width` and `height` are in points, 0 for a page that could not be read."""

    number: int
    width: float
    height: float
    words: list[PageWord]
    rules: list[Rule]
    images: int
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Line:
    """Words on one baseline, close together."""

    words: list[PageWord]
    page: int
    figure: int = 0  # the figure it is a label of, from 1
    is_note: bool = False  # of a footnote
    is_prose: bool = False  # larger than the body, but part of running text all the same

    @property
    def x0(self) -> float:
        return min(word.box[0] for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.box[2] for word in self.words)

    @property
    def y0(self) -> float:
        return min(word.box[1] for word in self.words)

    @property
    def y1(self) -> float:
        return max(word.box[3] for word in self.words)

    @property
    def size(self) -> float:
        return statistics.median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) > 0.8 * letters

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class _Table:
    """A table: the edges of its columns and its rows of cells, each a list of words; `header` holds its first row."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    columns: list[float]
    cells: list[list[list[PageWord]]]
    caption: str = ""


_Item = _Line | _Table


@dataclass(slots=True)
class _Document:
    """What holds for the whole document: the size of its body text and the words it uses."""

    body: float
    vocabulary: set[str]
    heading_sizes: list[float] = field(default_factory=list[float])


def assemble(pages: Sequence[PageWords]) -> tuple[list[Block], dict[int, tuple[int, int, int]]]:
    """The blocks of a document in reading order, and for each page its characters, blocks and tables."""
    sheets: list[_Sheet] = []
    for page in pages:
        sheets.append(_sheet(page, sheets[-1].tables if sheets else []))
    strict = [sheet.gutters([]) for sheet in sheets]
    usual = _usual([gutter.x for gutters in strict for gutter in gutters], len(pages))
    gutters = {
        sheet.page.number: sheet.gutters(usual) if usual else own for sheet, own in zip(sheets, strict, strict=True)
    }
    items: dict[int, list[_Item]] = {}
    for sheet in sheets:
        number = sheet.page.number
        items[number] = [*sheet.tables, *_lines(sheet.words, number, gutters[number])]
    _drop_running(items, {page.number: page.height for page in pages})
    _drop_contents(items)
    lines = [item for page_items in items.values() for item in page_items if isinstance(item, _Line)]
    document = _measure(lines, [word for sheet in sheets for word in sheet.page.words])
    ordered: list[_Item] = []
    for sheet in sheets:
        own = items[sheet.page.number]
        _mark_labels(own, sheet.drawings, sheet.page.number)
        ordered.extend(_in_reading_order(own, gutters[sheet.page.number]))
    _mark_labels_above_captions(ordered)
    _mark_prose(ordered, document)
    _mark_notes(ordered, document)
    notes = [item for item in ordered if isinstance(item, _Line) and item.is_note]
    text = [item for item in ordered if not (isinstance(item, _Line) and item.is_note)]
    # the footnotes of a page follow its last block, so that none of them breaks a sentence
    blocks = sorted([*_blocks(text, document), *_blocks(notes, document)], key=lambda block: block.page or 0)
    hidden = [_hidden_block(page) for page in pages if any(word.hidden for word in page.words)]
    counts: dict[int, tuple[int, int, int]] = {}
    for sheet in sheets:
        own = [block for block in blocks if block.page == sheet.page.number]
        counts[sheet.page.number] = (sum(len(block.text) for block in own), len(own), len(sheet.tables))
    return [*blocks, *hidden], counts


@dataclass(slots=True)
class _Sheet:
    """A page with its tables and drawings found; `words` are those outside of tables."""

    page: PageWords
    tables: list[_Table]
    drawings: list[Glyphs]
    words: list[PageWord]

    def gutters(self, usual: Sequence[float]) -> list[_Gutter]:
        """The gutters between its columns; `usual` are those of other pages."""
        return _gutters(self.page.width, self.words, self.tables, usual)


def _sheet(page: PageWords, before: Sequence[_Table]) -> _Sheet:
    """`before` are the tables of the page before, which may go on."""
    visible = _with_stacked([word for word in page.words if not word.hidden])
    tables, drawings, rest = _ruled_tables(page, visible, before)
    rest = [word for word in rest if not _lies(word)]  # names of axes and notes in the margin
    aligned, rest = _aligned_tables(page, rest, tables, drawings)
    return _Sheet(page, [*tables, *aligned], drawings, rest)


def _with_stacked(words: Sequence[PageWord]) -> list[PageWord]:
    """The words, with those that stand on their side, letter above letter, made one each."""
    kept: list[PageWord] = []
    run: list[PageWord] = []

    def flush() -> None:
        kept.extend(run if len(run) < _STACKED else [_stood_up(run)])
        run.clear()

    for word in words:
        if run and not _is_stacked(run[-1], word):
            flush()
        run.append(word)
    flush()
    return kept


def _stood_up(letters: Sequence[PageWord]) -> PageWord:
    """What letters on their side say, in the order in which they are written."""
    text = letters[0].text
    for before, letter in pairwise(letters):
        apart = max(letter.box[1] - before.box[3], before.box[1] - letter.box[3])
        text += (" " if apart > 0.2 * letter.size else "") + letter.text
    return replace(letters[0], text=text, box=_hull([letter.box for letter in letters]))


def _lies(word: PageWord) -> bool:
    """Whether a word stands on its side."""
    x0, y0, x1, y1 = word.box
    return len(word.text) > 2 and y1 - y0 > 2 * (x1 - x0)


_STACKED = 6
"""Letters above each other from which they are print on its side."""


def _is_stacked(one: PageWord, two: PageWord) -> bool:
    overlap = min(one.box[2], two.box[2]) - max(one.box[0], two.box[0])
    narrow = min(one.box[2] - one.box[0], two.box[2] - two.box[0])
    apart = max(two.box[1] - one.box[3], one.box[1] - two.box[3])
    return max(len(one.text), len(two.text)) <= 2 and overlap > 0.6 * narrow and apart < max(one.size, two.size)


def _hidden_block(page: PageWords) -> Block:
    text = " ".join(word.text for word in page.words if word.hidden)
    return Block(BlockKind.PARAGRAPH, text, page=page.number, hidden=True)


# --- tables -----------------------------------------------------------------------------------------------------------

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
NAMED = 0.6
"""Share of the columns of a table that its header names, or of all its cells that are filled."""


def _ruled_tables(
    page: PageWords, words: list[PageWord], before: Sequence[_Table]
) -> tuple[list[_Table], list[Glyphs], list[PageWord]]:
    """The tables that ruled lines draw around words, the drawings, and the words outside of the tables."""
    tables: list[_Table] = []
    drawings: list[Glyphs] = []
    rest = words
    for group in _connected(page.rules):
        across = [rule for rule in group if rule.is_horizontal]
        xs = _with_open_sides(_merged(rule.x0 for rule in group if not rule.is_horizontal), across)
        ys = _merged(rule.y0 for rule in across)
        box = (min(r.x0 for r in group), min(r.y0 for r in group), max(r.x1 for r in group), max(r.y1 for r in group))
        goes_on = [table for table in before if _have_same_columns(table.columns, xs)]
        if len(xs) < 3 or len(ys) < (
            2 if goes_on else 3
        ):  # a box around text, lines between paragraphs, or part of a drawing
            drawings.append(box)
            continue
        inside = [word for word in rest if _within(word, xs[0], ys[0], xs[-1], ys[-1])]
        if not inside:
            drawings.append(box)
            continue
        cells: list[list[list[PageWord]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
        for word in inside:
            cells[_slot(ys, _middle_y(word))][_slot(xs, _middle_x(word))].append(word)
        filled = [(row, (y0 + y1) / 2) for row, y0, y1 in zip(cells, ys, ys[1:], strict=False) if any(row)]
        header, title, body = _header(filled, xs, [rule for rule in group if not rule.is_horizontal])
        if goes_on and not title and not any(_words_in(header) == _words_in(table.cells[0]) for table in goes_on):
            header, body = filled[0][0], [row for row, _ in filled[1:]]  # the header is not repeated
        elif not goes_on and not _is_table(header, body, group, xs, ys):
            drawings.append(box)
            continue
        tables.append(_Table(page.number, xs[0], ys[0], xs[-1], ys[-1], xs, [header, *body], title))
        taken = {id(word) for word in inside}
        rest = [word for word in rest if id(word) not in taken]
    return tables, _figures(drawings, page), rest


def _words_in(row: _Row) -> list[list[str]]:
    return [[word.text for word in _sorted(cell)] for cell in row]


def _have_same_columns(one: Sequence[float], two: Sequence[float]) -> bool:
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
        while near := [figure for figure in figures if _overlap(_grown(figure[1], _NEAR_PARTS), hull)]:
            for figure in near:
                boxes.extend(figure[0])
                figures.remove(figure)
            hull = _hull(boxes)
        figures.append((boxes, hull))
    return [hull for boxes, hull in figures if len(boxes) > 1]


def _grown(box: Glyphs, by: float) -> Glyphs:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _hull(boxes: Sequence[Glyphs]) -> Glyphs:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


_Row = list[list[PageWord]]


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
        title = " ".join(word.text for cell in rows[0][0] for word in _sorted(cell))
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
        joined = [group for group in groups if _overlap(group[0], box)]
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


def _overlap(one: Sequence[float], two: Sequence[float]) -> bool:
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]


def _merged(values: Iterable[float], near: float = _NEAR) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > near:
            kept.append(value)
    return kept


def _middle_x(word: PageWord) -> float:
    return (word.box[0] + word.box[2]) / 2


def _middle_y(word: PageWord) -> float:
    return (word.box[1] + word.box[3]) / 2


def _within(word: PageWord, x0: float, y0: float, x1: float, y1: float) -> bool:
    return x0 <= _middle_x(word) <= x1 and y0 <= _middle_y(word) <= y1


def _slot(edges: Sequence[float], value: float) -> int:
    return next((index for index, edge in enumerate(edges[1:]) if value <= edge), len(edges) - 2)


# --- tables without rules ---------------------------------------------------------------------------------------------

LEAST_ROWS = 3
"""Rows below the header from which words that stand in line are a table."""
CELL_WORDS = 4
"""Words of the usual cell at most: the columns of a page of prose stand in line too."""


def _aligned_tables(
    page: PageWords, words: list[PageWord], tables: Sequence[_Table], drawings: Sequence[Glyphs]
) -> tuple[list[_Table], list[PageWord]]:
    """The tables whose columns are told by white space alone, and the words outside of them."""
    gutters = _gutters(page.width, words, tables, [])
    columns: dict[tuple[bool, ...], list[_Line]] = {}
    lines = _lines(words, page.number, gutters)
    if any(re.fullmatch(r"(table of )?contents", line.text.strip(), re.IGNORECASE) for line in lines[:6]):
        return [], words
    for line in lines:
        if not any(_within(line.words[0], *drawing) for drawing in drawings):
            sides = tuple(line.x0 > gutter.x and gutter.y0 <= line.y0 <= gutter.y1 for gutter in gutters)
            columns.setdefault(sides, []).append(line)
    found: list[_Table] = []
    for parts in columns.values():
        rows = _levels(parts)
        at = 0
        while at < len(rows):
            table, at = _aligned(rows, at) or (None, at + 1)
            if table is not None:
                found.append(table)
    taken = {id(word) for table in found for row in table.cells for cell in row for word in cell}
    return found, [word for word in words if id(word) not in taken]


def _levels(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines in rows of those on one level, from the top; each row from the left."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda one: one.y0 + one.y1):
        if rows and (line.y0 + line.y1) / 2 - (rows[-1][0].y0 + rows[-1][0].y1) / 2 < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _aligned(rows: Sequence[list[_Line]], at: int) -> tuple[_Table, int] | None:
    """The table whose header is this row, and the row after it; None when there is none."""
    header = rows[at]
    lettered = sum(any(ch.isalpha() for ch in cell.text) for cell in header)
    if len(header) < 2 or lettered < (len(header) if len(header) == 2 else len(header) / 2):
        return None
    if any(_LABEL.match(cell.words[0].text) or len(cell.words) > CELL_WORDS + 2 for cell in header):
        return None
    columns = [(cell.x0, cell.x1) for cell in header]
    body: list[list[list[_Line]]] = []
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
    return _Table(header[0].page, columns[0][0], top, right, bottom, [*edges, right], cells), after


def _columns_under(cell: _Line, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns that a cell overlaps, or the one it stands near."""
    over = [index for index, (x0, x1) in enumerate(columns) if cell.x0 < x1 and cell.x1 > x0]
    near = [index for index, (x0, x1) in enumerate(columns) if cell.x0 < x1 + cell.size and cell.x1 > x0 - cell.size]
    return over or near


def _is_tabular(header: Sequence[_Line], body: Sequence[Sequence[Sequence[_Line]]]) -> bool:
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


# --- lines ------------------------------------------------------------------------------------------------------------

_LABEL = re.compile(r"^(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[a-zA-Z][.)]|[•▪‣◦●○■□·–—-])$")


_LABEL_GAP = 40.0
"""Points from the number of a step to its text at most."""


def _lines(words: Sequence[PageWord], page: int, gutters: Sequence[_Gutter]) -> list[_Line]:
    """Words joined to lines: same baseline, no wide gap between, no gutter. A step's number may stand further off."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda w: (round(_middle_y(w) / 3), w.box[0])):
        home = next((line for line in reversed(lines[-40:]) if _goes_on(line.words[-1], word, line, gutters)), None)
        if home is None:
            lines.append(_Line([word], page))
        else:
            home.words.append(word)
    return _with_marks(lines, gutters)


def _goes_on(last: PageWord, word: PageWord, line: _Line, gutters: Sequence[_Gutter]) -> bool:
    """Whether a word comes after the last one of a line."""
    height = max(min(word.box[3] - word.box[1], last.box[3] - last.box[1]), 1.0)
    gap = word.box[0] - last.box[2]
    allowed = _LABEL_GAP if len(line.words) == 1 and _LABEL.match(last.text) else 1.1 * max(word.size, last.size)
    if not -0.5 * height <= gap <= allowed or not _are_level(last.box, word.box):
        return False
    middle = _middle_y(word)
    return not any(
        last.box[2] - 2 <= gutter.x <= word.box[0] + 2 and gutter.y0 <= middle <= gutter.y1 for gutter in gutters
    )


def _are_level(one: Glyphs, two: Glyphs) -> bool:
    height = max(min(one[3] - one[1], two[3] - two[1]), 1.0)
    return min(one[3], two[3]) - max(one[1], two[1]) > 0.5 * height


def _with_marks(lines: list[_Line], gutters: Sequence[_Gutter]) -> list[_Line]:
    """The lines with the raised and lowered marks put where they stand in them, and lines that these had broken."""
    marks = [line for line in lines if len(line.text) <= 6]
    if not marks:
        return lines
    kept = [line for line in lines if len(line.text) > 6]
    for mark in marks:
        hosts = [line for line in kept if _is_mark_of(mark, line)]
        if not hosts:
            kept.append(mark)
            continue
        host = max(hosts, key=lambda line: min(line.y1, mark.y1) - max(line.y0, mark.y0))
        host.words = sorted([*host.words, *mark.words], key=lambda word: word.box[0])
        rest = next((line for line in kept if line is not host and _follows(host, line, gutters)), None)
        if rest is not None:
            host.words.extend(rest.words)
            kept.remove(rest)
    return kept


def _is_mark_of(mark: _Line, line: _Line) -> bool:
    """Whether a few small letters stand above or below the baseline of a line, within it or at its end."""
    overlap = min(line.y1, mark.y1) - max(line.y0, mark.y0)
    is_smaller = mark.size < 0.9 * line.size
    return is_smaller and overlap > 0.25 * (mark.y1 - mark.y0) and -1 <= mark.x0 - line.x0 <= line.x1 - line.x0 + 2


def _follows(line: _Line, rest: _Line, gutters: Sequence[_Gutter]) -> bool:
    last, first = line.words[-1], rest.words[0]
    large = next((word for word in reversed(line.words) if word.size >= 0.9 * line.size), last)
    return _goes_on(last, first, line, gutters) and _are_level(large.box, first.box)


def _normal(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text.lower())


def _drop_running(items: dict[int, list[_Item]], heights: dict[int, float]) -> None:
    """Takes out the lines at the top and bottom that repeat, digits aside, at the same height of most pages."""
    pages = [number for number, page_items in items.items() if page_items]
    seen: Counter[tuple[str, int]] = Counter()
    for number in pages:
        height = heights[number] or 1.0
        own: set[tuple[str, int]] = set()
        for item in items[number]:
            if isinstance(item, _Line) and not 0.1 < (item.y0 + item.y1) / 2 / height < 0.9:
                own.add((_normal(item.text), round(item.y0 / 8)))
        seen.update(own)
    needed = max(2, 0.5 * len(pages))

    def repeats(line: _Line, height: float) -> bool:
        middle = (line.y0 + line.y1) / 2 / height
        if 0.1 < middle < 0.9:
            return False
        text, place = _normal(line.text), round(line.y0 / 8)
        if sum(seen[text, place + shift] for shift in (-1, 0, 1)) >= needed:
            return True
        return not 0.06 < middle < 0.94 and re.fullmatch(r"(page )?#( (of|/) #)?|- ?# ?-", text) is not None

    for number in pages:
        height = heights[number] or 1.0
        items[number] = [item for item in items[number] if not (isinstance(item, _Line) and repeats(item, height))]


_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$|…+\s*\d+\s*$")


def _drop_contents(items: dict[int, list[_Item]]) -> None:
    """Takes out tables of contents: pages headed "Contents" whose lines end in page numbers, and dotted lines."""
    going_on = False
    for number, page_items in items.items():
        lines = [item for item in page_items if isinstance(item, _Line)]
        headed = any(re.fullmatch(r"(table of )?contents", line.text.strip(), re.IGNORECASE) for line in lines[:6])
        numbered = [line for line in lines if re.search(r"(?<![\d.,°$])\b\d{1,3}$", line.text.strip())]
        alone = [line for line in lines if re.fullmatch(r"\d{1,3}", line.text.strip())]
        is_contents = (headed or going_on) and len(numbered) + len(alone) >= 0.4 * max(len(lines), 1) and len(lines) > 4
        if is_contents:
            items[number] = [item for item in page_items if not isinstance(item, _Line)]
        else:
            items[number] = [
                item for item in page_items if not (isinstance(item, _Line) and _LEADERS.search(item.text))
            ]
        going_on = is_contents


def _ends_in_hyphen(text: str) -> bool:
    return text.endswith(("-", "\u00ad"))


def _measure(lines: Sequence[_Line], words: Sequence[PageWord]) -> _Document:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    # the halves of broken words are no words
    whole = [
        word
        for before, word in zip([None, *words], words, strict=False)
        if not _ends_in_hyphen(word.text) and not (before is not None and _ends_in_hyphen(before.text))
    ]
    vocabulary = {re.sub(r"^\W+|\W+$", "", word.text).lower() for word in whole}
    document = _Document(body, vocabulary)
    headings: Counter[float] = Counter(
        round(line.size * 2) / 2 for line in lines if line.size > 1.08 * body and len(line.text) < 140
    )
    document.heading_sizes = sorted(headings, reverse=True)
    return document


# --- reading order ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The empty strip between two columns: its middle, and from where to where it goes down the page."""

    x: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class _Strip:
    """An upright strip without words, over the rows of words `first` to `last`."""

    x0: float
    x1: float
    first: int
    last: int


_LEAST_STRIP = 5.0
"""Points of the narrowest gutter: the Federal Register's has 9."""
COLUMN_ROWS = 5
"""Rows on both sides from which an empty strip is a gutter."""
COLUMN_WIDTH = 0.16
"""Share of the page's width that the lines of a column have."""


def _usual(xs: Sequence[float], pages: int) -> list[float]:
    """The gutters that a document has on many pages."""
    groups: list[list[float]] = []
    for x in sorted(xs):
        if groups and x - groups[-1][-1] <= 3:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [statistics.median(group) for group in groups if len(group) >= max(2, 0.2 * pages)]


def _gutters(
    width: float, words: Sequence[PageWord], tables: Sequence[_Table], usual: Sequence[float]
) -> list[_Gutter]:
    """The gutters between columns of prose; those that the document has elsewhere too need no more than two rows.

    The cells of a table stand in columns too, but seldom fill them.
    """
    boxes = [_reach(word, words) for word in words]
    boxes += [(table.x0, table.y0, table.x1, table.y1) for table in tables]
    rows = _box_rows(boxes)
    found: list[_Gutter] = []
    strips = sorted(_strips(rows, width), key=lambda s: (s.first - s.last, s.x0 - s.x1))
    for strip in strips:
        known = next((x for x in usual if strip.x0 - 2 <= x <= strip.x1 + 2), None)
        x = (strip.x0 + strip.x1) / 2 if known is None else known
        own = rows[strip.first : strip.last + 1]
        left = [part for row in own if (part := _beside([box for box in row if box[2] <= x][::-1]))]
        right = [part for row in own if (part := _beside([box for box in row if box[0] >= x]))]
        if not left or not right:
            continue
        rows_needed = COLUMN_ROWS if known is None else 1
        if not (_is_column(left, width, rows_needed) and _is_column(right, width, rows_needed)):
            continue
        y0 = min(box[1] for row in own for box in row)
        y1 = max(box[3] for row in own for box in row)
        if _height(left, right) > 0 and not any(
            abs(x - other.x) < 20 and y0 < other.y1 and y1 > other.y0 for other in found
        ):
            found.append(_Gutter(x, y0, y1))
    return _one_below_another(found)


def _one_below_another(gutters: Sequence[_Gutter]) -> list[_Gutter]:
    """Gutters with those made one that go on below each other: a line set tight had cut them."""
    joined: list[_Gutter] = []
    for gutter in sorted(gutters, key=lambda one: one.y0):
        above = next((one for one in joined if abs(one.x - gutter.x) < 8 and gutter.y0 - one.y1 < 15), None)
        if above is not None:
            joined.remove(above)
            gutter = _Gutter((above.x + gutter.x) / 2, above.y0, gutter.y1)
        joined.append(gutter)
    return joined


def _reach(word: PageWord, words: Sequence[PageWord]) -> Glyphs:
    """The box of a word, up to the text that a label or a dotted line belongs to: no gutter goes between."""
    if not word.text.strip(".…"):
        return _grown(word.box, 6.0)
    if not _LABEL.match(word.text):
        return word.box
    x0, y0, x1, y1 = word.box
    ahead = [w.box[0] for w in words if 0 < w.box[0] - x1 <= _LABEL_GAP and _are_level(word.box, w.box)]
    return x0, y0, min(ahead, default=x1), y1


def _height(left: Sequence[Sequence[Glyphs]], right: Sequence[Sequence[Glyphs]]) -> float:
    """How far two columns stand side by side."""
    tops = [min(box[1] for part in side for box in part) for side in (left, right)]
    bottoms = [max(box[3] for part in side for box in part) for side in (left, right)]
    return min(bottoms) - max(tops)


def _box_rows(boxes: Iterable[Glyphs]) -> list[list[Glyphs]]:
    rows: list[list[Glyphs]] = []
    middle = 0.0
    for box in sorted(boxes, key=lambda b: b[1] + b[3]):
        if rows and (box[1] + box[3]) / 2 - middle < 0.3 * (box[3] - box[1]):
            rows[-1].append(box)
        else:
            rows.append([box])
            middle = (box[1] + box[3]) / 2
    return [sorted(row) for row in rows]


def _strips(rows: Sequence[Sequence[Glyphs]], width: float) -> Iterator[_Strip]:
    """The strips that no word crosses, each as far down as it goes."""
    active: dict[tuple[float, float], int] = {}
    for index, row in enumerate(rows):
        gaps: list[tuple[float, float]] = []
        end = 0.0
        for x0, _, x1, _ in [*row, (width, 0.0, width, 0.0)]:
            if x0 - end >= _LEAST_STRIP:
                gaps.append((end, x0))
            end = max(end, x1)
        following: dict[tuple[float, float], int] = {}
        for (x0, x1), first in active.items():
            for gap in gaps:
                common = (max(x0, gap[0]), min(x1, gap[1]))
                if common[1] - common[0] >= _LEAST_STRIP:
                    following[common] = min(first, following.get(common, first))
            if (x0, x1) not in following and index - first >= 2:
                yield _Strip(x0, x1, first, index - 1)
        for gap in gaps:
            following.setdefault(gap, index)
        active = following
    yield from (_Strip(*interval, first, len(rows) - 1) for interval, first in active.items() if len(rows) - first > 2)


def _beside(boxes: Sequence[Glyphs]) -> list[Glyphs]:
    """The boxes of a row from a strip outwards, as far as they make one line."""
    line: list[Glyphs] = []
    for box in boxes:
        if line and max(box[0] - line[-1][2], line[-1][0] - box[2]) > 1.5 * (box[3] - box[1]):
            break
        line.append(box)
    return line


def _is_column(lines: Sequence[Sequence[Glyphs]], width: float, rows: int) -> bool:
    """Whether the lines beside a strip are a column: so many of them, and wide ones.

    Unless one row is enough, they must look like prose: lines of some words, most as wide as the column.
    """
    widths = sorted(max(box[2] for box in line) - min(box[0] for box in line) for line in lines)
    widest = widths[-1] if rows == 1 else widths[int(0.9 * (len(widths) - 1))]
    if len(lines) < rows or widest < COLUMN_WIDTH * width:
        return False
    is_full = sum(one > 0.75 * widest for one in widths) >= 0.5 * len(widths)
    return rows == 1 or (is_full and statistics.median(map(len, lines)) >= 3)


def _in_reading_order(items: Sequence[_Item], gutters: Sequence[_Gutter]) -> list[_Item]:
    """The lines and tables of a page as they are read: what is above a gutter, left of it, right of it, below it."""
    if not gutters or len(items) < 2:
        return sorted(items, key=lambda item: (round(item.y0 / 3), item.x0))
    longest = max(gutters, key=lambda gutter: gutter.y1 - gutter.y0)
    rest = [gutter for gutter in gutters if gutter is not longest]
    parts: tuple[list[_Item], ...] = ([], [], [], [])
    for item in items:
        middle = (item.y0 + item.y1) / 2
        if not longest.y0 <= middle <= longest.y1:
            parts[0 if middle < longest.y0 else 3].append(item)
        else:
            parts[1 if (item.x0 + item.x1) / 2 < longest.x else 2].append(item)
    return [item for part in parts for item in _in_reading_order(part, rest)]


# --- labels and prose -------------------------------------------------------------------------------------------------

_BESIDE = 12.0
"""Points from a drawing to the labels around it."""
LABEL_WORDS = 5
"""Words of the label of a drawing at most."""


def _is_label(line: _Line) -> bool:
    """Whether a line is as short as the label of a part in a drawing, and is no step, bullet, warning or sentence."""
    text = line.text.strip()
    if len(text) > 40 or len(line.words) > LABEL_WORDS or text.endswith((".", ":", ";")):
        return False
    return step_label(text) is None and item_text(text) is None and warning_word(text) is None


def _mark_labels(items: Sequence[_Item], drawings: Sequence[Glyphs], page: int) -> None:
    """Marks the lines inside of drawings that are their labels."""
    for index, (x0, y0, x1, y1) in enumerate(drawings, start=1):
        inside = [
            item
            for item in items
            if isinstance(item, _Line)
            and item.x0 <= x1 + _BESIDE
            and item.x1 >= x0 - _BESIDE
            and y0 - _BESIDE <= (item.y0 + item.y1) / 2 <= y1 + _BESIDE
        ]
        labels = [line for line in inside if _is_label(line)]
        if len(labels) >= max(2, 0.6 * len(inside)):
            for line in labels:
                line.figure = 1000 * page + index


def _mark_labels_above_captions(items: Sequence[_Item]) -> None:
    """Marks the short lines right above the caption of a figure."""
    for index, item in enumerate(items):
        if not isinstance(item, _Line) or not _FIGURE.match(item.text):
            continue
        above: list[_Line] = []
        for before in reversed(items[:index]):
            if not isinstance(before, _Line) or before.page != item.page or not _is_label(before):
                break
            if before.y0 > item.y0 or before.size > 1.6 * item.size or _NUMBERED.match(before.text):
                break
            above.append(before)
        # the last line of a paragraph is short too
        while above and index > len(above) and _ends_paragraph(items[index - len(above) - 1], above[-1]):
            above.pop()
        for line in above:
            line.figure = -index


def _ends_paragraph(before: _Item, line: _Line) -> bool:
    """Whether a line stands right below another, from the same left edge."""
    return (
        isinstance(before, _Line)
        and before.page == line.page
        and not before.figure
        and abs(before.x0 - line.x0) < line.size
        and line.y0 - before.y1 < 0.6 * line.size
    )


_NOTE = re.compile(r"^(?:\d{1,2}(?![\d.,:/)%°])|[∗*†‡])")


def _mark_notes(items: Sequence[_Item], document: _Document) -> None:
    """Marks the footnotes: small lines at the foot of a column, from the first that begins with a mark."""
    small: list[_Line] = []
    for item, after in zip(items, [*items[1:], None], strict=True):
        if not isinstance(item, _Line) or item.size > 0.9 * document.body or item.figure:
            small.clear()
            continue
        small.append(item)
        ends = not isinstance(after, _Line) or after.page != item.page or after.y0 < item.y0 - 2 * item.size
        if ends:
            first = next((at for at, line in enumerate(small) if _begins_note(line)), len(small))
            for line in small[first:]:
                line.is_note = True
            small.clear()


def _begins_note(line: _Line) -> bool:
    return _NOTE.match(line.text) is not None and len(line.words) > 1


def _mark_prose(items: Sequence[_Item], document: _Document) -> None:
    """Marks runs of large lines that are text set large: several lines of it, with sentences in them."""
    run: list[_Line] = []

    def flush() -> None:
        text = " ".join(line.text for line in run)
        if len(run) > 1 and (len(text) > 140 or (len(run) > 2 and re.search(r"[.!?;]($|\s)", text))):
            for line in run:
                line.is_prose = True
        run.clear()

    for item in items:
        if not isinstance(item, _Line) or item.size <= 1.08 * document.body:
            flush()
            continue
        if run:
            last = run[-1]
            same = abs(item.size - last.size) < 0.6 and item.bold == last.bold and item.page == last.page
            if not same or not -2 < item.y0 - last.y1 < 0.6 * last.size or _NUMBERED.match(item.text):
                flush()
        run.append(item)
    flush()


# --- blocks -----------------------------------------------------------------------------------------------------------

_NUMBERED = re.compile(
    r"^(?:chapter\s+|section\s+|appendix\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-Z\"“(])", re.IGNORECASE
)
_CAPTION = re.compile(r"^(table|figure|fig\.)\s+[\dA-Z][\d.\-]*\s*[:.–—-]", re.IGNORECASE)
_FIGURE = re.compile(r"^(figure|fig\.)\s+[\dA-Z][\d.\-]*\s*[:.–—-]", re.IGNORECASE)


class _Builder:
    """A block being put together from lines."""

    def __init__(self) -> None:
        self.kind = BlockKind.PARAGRAPH
        self.label = ""
        self.level = 0
        self.lines: list[_Line] = []
        self.skip = 0  # words of the first line that belong to the label

    @property
    def last(self) -> _Line:
        return self.lines[-1]

    def build(self, document: _Document) -> Block | None:
        if self.lines[0].figure:
            return _caption(self.lines, document)
        words = [word for index, line in enumerate(self.lines) for word in line.words[self.skip if index == 0 else 0 :]]
        text, placed = join(words, document.vocabulary)
        if not text:
            return None
        return Block(self.kind, text, level=self.level, label=self.label, page=self.lines[0].page, words=placed)


def _caption(labels: Sequence[_Line], document: _Document) -> Block:
    """The labels of a figure as one caption."""
    text, placed = _joined([join(line.words, document.vocabulary) for line in labels], " · ")
    return Block(BlockKind.CAPTION, text, page=labels[0].page, words=placed)


def _blocks(items: Sequence[_Item], document: _Document) -> Iterator[Block]:
    """Neighbouring lines as blocks, tables as rows."""
    current: _Builder | None = None
    caption = ""
    previous: tuple[_Table, tuple[str, ...], str] | None = None  # the table before, its header and its title
    for item in items:
        if isinstance(item, _Table):
            if current is not None:
                built = current.build(document)
                current = None
                if built is not None:
                    if built.kind is BlockKind.CAPTION and built.text.lower().startswith("table"):
                        caption = built.text
                    yield built
            caption = caption or item.caption
            goes_on = previous is not None and not caption and _continues(previous[0], item)
            known, title = (previous[1], previous[2]) if previous is not None else ((), "")
            header, made = _rows(item, document, known if goes_on else (), caption)
            if not caption and known and header == known:  # it goes on, in the next column or on the next page
                caption = title
                made = [replace(row, table=title) for row in made]
            previous = (item, header, caption)
            caption = ""
            yield from made
            continue
        if current is not None and _belongs(current, item, document):
            current.lines.append(item)
            continue
        if current is not None:
            built = current.build(document)
            if built is not None:
                if built.kind is BlockKind.CAPTION and built.text.lower().startswith("table"):
                    caption = built.text
                elif built.kind is not BlockKind.CAPTION:
                    caption = ""
                    previous = None if built.kind is BlockKind.HEADING else previous
                yield built
        current = _begin(item, document)
    if current is not None and (built := current.build(document)) is not None:
        yield built


def _begin(line: _Line, document: _Document) -> _Builder:
    """A new block that begins with a line: its kind told by its first characters, its size and its weight."""
    builder = _Builder()
    builder.lines = [line]
    text = line.text
    level = _heading_level(line, document)
    if line.figure or (_CAPTION.match(text) and len(text) < 200):
        builder.kind = BlockKind.CAPTION
    elif (warned := warning_word(text)) is not None:
        builder.kind, builder.label = BlockKind.WARNING, warned[0]
        builder.skip = _words_before(line, warned[1])
    elif level:
        builder.kind, builder.level = BlockKind.HEADING, level
    elif (numbered := step_label(text)) is not None:
        builder.kind, builder.label = BlockKind.STEP, numbered[0]
        builder.skip = _words_before(line, numbered[1])
    elif (bullet := item_text(text)) is not None:
        builder.kind = BlockKind.ITEM
        builder.skip = _words_before(line, bullet)
    return builder


def _words_before(line: _Line, rest: str) -> int:
    """How many words of a line come before the rest of its text."""
    words = len(rest.split())
    return max(len(line.words) - words, 0)


def _heading_level(line: _Line, document: _Document) -> int:
    """The depth of a heading, from its number or its size; 0 for a line that is none."""
    text = line.text.strip()
    letters = sum(ch.isalpha() for ch in text)
    if line.is_prose or letters < 2 or len(text) > 140 or text.endswith((".", ",", ";")):
        return 0
    larger = line.size > 1.08 * document.body
    numbered = _NUMBERED.match(text)
    if not larger and not (line.bold and line.size >= 0.97 * document.body):
        return 0
    if not larger and (text.endswith(":") or (numbered is None and len(text) > 80)):
        return 0
    if numbered is not None and (larger or "." in numbered.group(1)):
        return numbered.group(1).count(".") + 1
    if not larger and numbered is not None:
        return 0  # "1. Turn it off" in bold is a step
    if larger:
        size = round(line.size * 2) / 2
        rank = sum(other > size for other in document.heading_sizes)
        return min(rank + 1, 6)
    return min(len(document.heading_sizes) + 1, 6)


def _belongs(current: _Builder, line: _Line, document: _Document) -> bool:
    """Whether a line goes on with the block before it."""
    last = current.last
    if line.figure or last.figure:
        return line.figure == last.figure
    if line.is_note and _begins_note(line) and re.search(r"[.!?)]$", last.text.strip()):
        return False
    if current.kind is BlockKind.HEADING:
        same = abs(line.size - last.size) < 0.6 and line.bold == last.bold and line.page == last.page
        close = -2 < line.y0 - last.y1 < 0.6 * last.size
        return same and close and _NUMBERED.match(line.text) is None and _heading_level(line, document) > 0
    if _heading_level(line, document) or _CAPTION.match(line.text) or warning_word(line.text) is not None:
        return False
    if step_label(line.text) is not None and not _is_mid_sentence(current, line):
        return False
    if item_text(line.text) is not None:
        return False
    if abs(line.size - last.size) > 0.15 * max(line.size, last.size):
        return False
    if line.page != last.page or line.y0 < last.y0 - 2:  # another page or column
        return not re.search(r"[.!?:]['\"”’)]*$", last.text.strip()) and line.text[:1].islower()
    gap = line.y0 - last.y1
    if gap > 0.55 * last.size:
        return False
    hanging = current.kind in (BlockKind.STEP, BlockKind.ITEM)
    if hanging and line.x0 < current.lines[0].x0 + 2 and len(current.lines) == 1 and current.skip:
        # text under the number itself is a new paragraph, unless the steps have no hanging indent at all
        return gap < 0.35 * last.size and not re.search(r"[.!?]['\"”’)]*$", last.text.strip())
    indented = line.x0 - last.x0 > 1.5 * last.size and len(current.lines) > 1
    return hanging or not indented


def _is_mid_sentence(current: _Builder, line: _Line) -> bool:
    """Whether a line that begins like a step only continues a sentence: "…for at least / 15. seconds" """
    ended = re.search(r"[.!?:]['\"”’)]*$", current.last.text.strip())
    return ended is None and line.x0 > current.lines[0].x0 + 2 and current.kind is BlockKind.STEP


def _continues(before: _Table, table: _Table) -> bool:
    """Whether a table goes on from the one before: on the next page, with the same columns."""
    return table.page == before.page + 1 and _have_same_columns(table.columns, before.columns)


def _rows(
    table: _Table, document: _Document, header: tuple[str, ...], caption: str
) -> tuple[tuple[str, ...], list[Block]]:
    """The header and the rows of a table. `header` is that of the page before, when the table goes on."""
    rows = [[join(_sorted(cell), document.vocabulary) for cell in row] for row in table.cells]
    first = tuple(text for text, _ in rows[0])
    if header and first == header:
        rows = rows[1:]
    elif not header:
        header, rows = first, rows[1:]
    return header, [_row(cells, header, caption, table.page) for cells in rows]


def _row(cells: Sequence[tuple[str, tuple[Word, ...]]], header: tuple[str, ...], caption: str, page: int) -> Block:
    text, placed = _joined(cells, " | ")
    return Block(
        BlockKind.ROW,
        text,
        page=page,
        words=placed,
        cells=tuple(cell for cell, _ in cells),
        header=header,
        table=caption,
    )


def _joined(parts: Sequence[tuple[str, tuple[Word, ...]]], separator: str) -> tuple[str, tuple[Word, ...]]:
    """Texts with a separator between, and where their words stand in the whole."""
    placed: list[Word] = []
    start = 0
    for part, words in parts:
        placed.extend(Word(word.start + start, word.end + start, word.box) for word in words)
        start += len(part) + len(separator)
    return separator.join(part for part, _ in parts), tuple(placed)


def _sorted(words: Sequence[PageWord]) -> list[PageWord]:
    """The words of a cell line by line."""
    lines: list[list[PageWord]] = []
    for word in sorted(words, key=_middle_y):
        if lines and abs(_middle_y(word) - _middle_y(lines[-1][0])) < 0.5 * max(word.size, 4):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [word for line in lines for word in sorted(line, key=lambda w: w.box[0])]


def join(words: Sequence[PageWord], vocabulary: set[str]) -> tuple[str, tuple[Word, ...]]:
    """The text of words in order and where each stands in it; words broken at a line's end are made whole."""
    text = ""
    placed: list[Word] = []
    for index, word in enumerate(words):
        content = word.text.replace("\u00ad", "-")
        broken = False
        if text.endswith("-") and index and _breaks(words[index - 1], word):
            broken = True
            before = text.rsplit(None, 1)[-1][:-1].lower()
            after = re.sub(r"\W+$", "", content).lower()
            if not _is_compound(before, after, vocabulary):
                text = text[:-1]
                last = placed[-1]
                placed[-1] = Word(last.start, last.end - 1, last.box)
        if text and not broken:
            text += " "
        x0, y0, x1, y1 = word.box
        box = Box(word.page, round(x0, 2), round(y0, 2), round(max(x1, x0 + 0.1), 2), round(max(y1, y0 + 0.1), 2))
        placed.append(Word(len(text), len(text) + len(content), box))
        text += content
    return text, tuple(placed)


def _breaks(one: PageWord, two: PageWord) -> bool:
    """Whether a line ends between two words, after a hyphen that may only break the word."""
    is_new_line = two.box[1] > one.box[1] + 0.5 * one.size or two.page != one.page or two.box[0] < one.box[0]
    return is_new_line and two.text[:1].islower() and len(one.text) > 2


_PREFIXES = frozenset("any every how in into no on out over re some there under up where with within".split())
"""Words that are mostly the beginning of a longer one where a line ends after them."""


def _is_compound(before: str, after: str, vocabulary: set[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("high-limit") and not to the line ("thermo-stat")."""
    if f"{before}-{after}" in vocabulary:
        return True
    if f"{before}{after}" in vocabulary:
        return False
    return before in vocabulary and after in vocabulary and before not in _PREFIXES
