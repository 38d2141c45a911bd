"""The empty strips between columns of print, and the order in which what they separate is read."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.readers.pdf_lines import LABEL, LABEL_GAP
from knowledge.readers.pdf_words import Glyphs, Gutter, Item, PageWord, Table, are_level, grown


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


def usual_gutters(xs: Sequence[float], pages: int) -> list[float]:
    """The gutters that a document has on many pages."""
    groups: list[list[float]] = []
    for x in sorted(xs):
        if groups and x - groups[-1][-1] <= 3:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [statistics.median(group) for group in groups if len(group) >= max(2, 0.2 * pages)]


def find_gutters(
    width: float, words: Sequence[PageWord], tables: Sequence[Table], usual: Sequence[float]
) -> list[Gutter]:
    """The gutters between columns of prose; those that the document has elsewhere too need no more than two rows.

    The cells of a table stand in columns too, but seldom fill them.
    """
    boxes = [_reach(word, words) for word in words]
    boxes += [(table.x0, table.y0, table.x1, table.y1) for table in tables]
    rows = _box_rows(boxes)
    found: list[Gutter] = []
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
            found.append(Gutter(x, y0, y1))
    return _one_below_another(found)


def _one_below_another(gutters: Sequence[Gutter]) -> list[Gutter]:
    """Gutters with those made one that go on below each other: a line set tight had cut them."""
    joined: list[Gutter] = []
    for gutter in sorted(gutters, key=lambda one: one.y0):
        above = next((one for one in joined if abs(one.x - gutter.x) < 8 and gutter.y0 - one.y1 < 15), None)
        if above is not None:
            joined.remove(above)
            gutter = Gutter((above.x + gutter.x) / 2, above.y0, gutter.y1)
        joined.append(gutter)
    return joined


def _reach(word: PageWord, words: Sequence[PageWord]) -> Glyphs:
    """The box of a word, up to the text that a label or a dotted line belongs to: no gutter goes between."""
    if not word.text.strip(".…"):
        return grown(word.box, 6.0)
    if not LABEL.match(word.text):
        return word.box
    x0, y0, x1, y1 = word.box
    ahead = [w.box[0] for w in words if 0 < w.box[0] - x1 <= LABEL_GAP and are_level(word.box, w.box)]
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


def in_reading_order(items: Sequence[Item], gutters: Sequence[Gutter]) -> list[Item]:
    """The lines and tables of a page as they are read: what is above a gutter, left of it, right of it, below it."""
    if not gutters or len(items) < 2:
        return sorted(items, key=lambda item: (round(item.y0 / 3), item.x0))
    longest = max(gutters, key=lambda gutter: gutter.y1 - gutter.y0)
    rest = [gutter for gutter in gutters if gutter is not longest]
    parts: tuple[list[Item], ...] = ([], [], [], [])
    for item in items:
        middle = (item.y0 + item.y1) / 2
        if not longest.y0 <= middle <= longest.y1:
            parts[0 if middle < longest.y0 else 3].append(item)
        else:
            parts[1 if (item.x0 + item.x1) / 2 < longest.x else 2].append(item)
    return [item for part in parts for item in in_reading_order(part, rest)]
