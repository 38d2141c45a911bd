"""What a layout is made of: words as printed, ruled lines, lines of words, tables, gutters, and where they stand."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

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
    """What was found on a page. `width` and `height` are in points, 0 for a page that could not be read; `pictured` is
    the share (0..1) of it that its largest picture takes up."""

    number: int
    width: float
    height: float
    words: list[PageWord]
    rules: list[Rule]
    images: int
    warnings: tuple[str, ...] = ()
    pictured: float = 0.0


@dataclass(slots=True)
class Line:
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
        return statistics.median(word.size for word in self.words for _ in word.text)

    @property
    def bold(self) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) > 0.8 * letters

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Table:
    """A table: the edges of its columns and its rows of cells, each a list of words; the first row is its header."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    columns: list[float]
    cells: list[list[list[PageWord]]]
    caption: str = ""


Item = Line | Table


@dataclass(frozen=True, slots=True)
class Gutter:
    """The empty strip between two columns: its middle, and from where to where it goes down the page."""

    x: float
    y0: float
    y1: float


def middle_x(word: PageWord) -> float:
    """Where the middle of a word is, from the left."""
    return (word.box[0] + word.box[2]) / 2


def middle_y(word: PageWord) -> float:
    """Where the middle of a word is, from the top."""
    return (word.box[1] + word.box[3]) / 2


def is_within(word: PageWord, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether the middle of a word is in a box."""
    return x0 <= middle_x(word) <= x1 and y0 <= middle_y(word) <= y1


def are_level(one: Glyphs, two: Glyphs) -> bool:
    """Whether two boxes stand side by side, by more than half the height of the lower one."""
    height = max(min(one[3] - one[1], two[3] - two[1]), 1.0)
    return min(one[3], two[3]) - max(one[1], two[1]) > 0.5 * height


def overlaps(one: Sequence[float], two: Sequence[float]) -> bool:
    """Whether two boxes overlap or touch."""
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]


def grown(box: Glyphs, by: float) -> Glyphs:
    """A box with so many points added on every side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def around(boxes: Sequence[Glyphs]) -> Glyphs:
    """The box around boxes."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def to_levels(words: Sequence[PageWord]) -> list[list[PageWord]]:
    """Words in lines from the top, however far apart they stand in one; each from the left."""
    lines: list[list[PageWord]] = []
    for word in sorted(words, key=middle_y):
        if lines and abs(middle_y(word) - middle_y(lines[-1][0])) < 0.5 * max(word.size, 4):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.box[0]) for line in lines]


def line_by_line(words: Sequence[PageWord]) -> list[PageWord]:
    """The words of a cell line by line."""
    return [word for line in to_levels(words) for word in line]
