"""What PPTX and ODP yield alike: every slide is a page, its texts in reading order, each with the place of its shape.

A slide says where a shape stands but not where its lines break, so a paragraph's box is its share of the shape's
height by an estimate of its lines: no font is loaded and nothing is measured.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.readers.blocks import prose, rows, warning_word
from knowledge.readers.budget import Budget
from knowledge.types import Block, BlockKind, Box, PageReport, Reading, Word

MAX_SLIDES = 2_000
MAX_SHAPES = 5_000
"""Shapes of a slide; the rest is left out, and the page says so."""
MAX_DEPTH = 20
"""How deep groups and lists may nest; what lies deeper is left out, and the page says so."""
MAX_TITLE = 80
"""Characters up to which the topmost text of a slide may head it when nothing is marked as its title."""

TEXT_SIZE = 18.0
"""Points: the size of text that names none."""
_CHARACTER_WIDTH = 0.5
"""The width of a character over the size of its font, roughly, for an estimate of lines."""
_GENERIC = re.compile(r"(power ?point )?presentation\d*|slide \d+|untitled.*", re.IGNORECASE)
TOO_DEEP = f"Groups or lists nested more than {MAX_DEPTH} deep were left out."
"""The warning that goes with MAX_DEPTH."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a shape stands on its slide: points, origin top left."""

    x: float
    y: float
    width: float
    height: float

    def box(self, page: int, top: float, bottom: float) -> Box | None:
        """The part between two shares (0..1) of the height; None when it has no area."""
        sides = (self.x, self.y + top * self.height, self.x + self.width, self.y + bottom * self.height)
        box = Box(page, *(round(side, 2) for side in sides))
        return box if box.x0 < box.x1 < math.inf and box.y0 < box.y1 < math.inf else None


NOWHERE = Frame(0.0, math.inf, 0.0, 0.0)
"""The frame of a shape that does not tell its place: it comes last and has no box."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it is placed, and its share of the height; an empty line has no block."""

    block: Block | None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with text, a table or a chart, or a group of shapes. With `whole`, every block has the whole frame."""

    frame: Frame
    pieces: Sequence[Piece] = ()
    members: Sequence[Shape] = ()
    is_title: bool = False
    hidden: bool = False
    whole: bool = False
    tables: int = 0


@dataclass(slots=True)
class Slide:
    """What a slide holds before it is put in order."""

    number: int
    size: tuple[float, float]
    shapes: list[Shape] = field(default_factory=list[Shape])
    notes: list[str] = field(default_factory=list[str])
    images: int = 0
    warnings: list[str] = field(default_factory=list[str])
    seen: int = 0

    def warn(self, sentence: str) -> None:
        """Adds a warning, once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def has_room(self) -> bool:
        """Counts a shape; whether it is still read."""
        self.seen += 1
        if self.seen > MAX_SHAPES:
            self.warn(f"More than {MAX_SHAPES:,} shapes: the rest was left out.")
        return self.seen <= MAX_SHAPES


def check_count(count: int, budget: Budget) -> None:
    """Raises DocumentRefused for more slides than are read."""
    if count > MAX_SLIDES:
        raise budget.refusal(f"it has {count:,} slides, and {MAX_SLIDES:,} are read")


def to_reading(title: str, slides: Sequence[Slide]) -> Reading:
    """The slides in order, under their `title`, or that of the first slide with one if it says nothing."""
    pages = [_page(slide) for slide in slides]
    if not title or _GENERIC.fullmatch(title):
        title = next((report.name for _, report in pages if report.name), "")
    return Reading(title, tuple(block for blocks, _ in pages for block in blocks), tuple(report for _, report in pages))


def _page(slide: Slide) -> tuple[list[Block], PageReport]:
    """The blocks of a slide, its title first, and what is to say of it."""
    shapes = list(_flat(slide.shapes))
    title = next((shape for shape in shapes if shape.is_title), None) or _topmost(shapes, slide)
    blocks: list[Block] = []
    if title is not None:
        shapes.remove(title)
        heading = " ".join(piece.block.text for piece in title.pieces if piece.block is not None)
        shapes.insert(0, replace(title, pieces=[Piece(Block(BlockKind.HEADING, heading, level=1))]))
        name = heading
    else:
        name = ""
        blocks.append(Block(BlockKind.HEADING, f"Slide {slide.number}", level=1, page=slide.number))
    for shape in shapes:
        blocks += _placed(shape, slide)
    blocks += [Block(BlockKind.PARAGRAPH, text, page=slide.number) for text in slide.notes]
    said = blocks if title is not None else blocks[1:]
    characters = sum(len(block.text) for block in said if not block.hidden)
    if slide.images and not characters:
        slide.warn("The slide holds only pictures; words in them were not read.")
    tables = sum(shape.tables for shape in shapes)
    report = PageReport(slide.number, characters, len(blocks), tables, slide.images, tuple(slide.warnings), name)
    return blocks, report


def _flat(shapes: Sequence[Shape], *, hidden: bool = False) -> Iterator[Shape]:
    """The shapes with text in reading order; a group stays together, and hides what is in it when it is hidden."""
    for shape in _in_order(shapes):
        if shape.members:
            yield from _flat(shape.members, hidden=hidden or shape.hidden)
        elif any(piece.block is not None for piece in shape.pieces):
            yield replace(shape, hidden=hidden or shape.hidden)


def _in_order(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Top to bottom, and left to right among those whose tops are within half a height of each other."""
    band: list[Shape] = []
    for shape in sorted(shapes, key=lambda shape: shape.frame.y):
        if band:
            first = band[0].frame
            if shape.frame.y > first.y + 0.5 * min(first.height, shape.frame.height):
                yield from sorted(band, key=lambda shape: shape.frame.x)
                band = []
        band.append(shape)
    yield from sorted(band, key=lambda shape: shape.frame.x)


def _topmost(shapes: Sequence[Shape], slide: Slide) -> Shape | None:
    """The first shape if it is a short line or two in the upper third: many slides do not mark their title."""
    if not shapes or shapes[0].tables or shapes[0].frame.y > slide.size[1] / 3:
        return None
    texts = [piece.block for piece in shapes[0].pieces if piece.block is not None]
    if len(texts) > 2 or any(block.kind is not BlockKind.PARAGRAPH or len(block.text) > MAX_TITLE for block in texts):
        return None
    return None if texts[-1].text.endswith((".", ":", ";")) else shapes[0]


def _placed(shape: Shape, slide: Slide) -> Iterator[Block]:
    """The blocks of a shape, each with its share of the frame."""
    frame = shape.frame
    width, height = slide.size
    outside = frame is not NOWHERE and (
        frame.x >= width or frame.y >= height or frame.x + frame.width <= 0 or frame.y + frame.height <= 0
    )
    total = sum(piece.share for piece in shape.pieces) or 1.0
    above = 0.0
    for piece in shape.pieces:
        below = above + piece.share
        if piece.block is not None:
            box = (
                frame.box(slide.number, 0.0, 1.0)
                if shape.whole
                else frame.box(slide.number, above / total, below / total)
            )
            words = () if box is None else (Word(0, len(piece.block.text), box),)
            hidden = shape.hidden or outside
            yield replace(piece.block, page=slide.number, words=words, hidden=hidden)
        above = below


def to_block(text: str, *, label: str | None, is_title: bool) -> Block:
    """A paragraph of a shape: a step by its `label`, an item when that is "", and by its first characters if None."""
    if is_title:
        return Block(BlockKind.PARAGRAPH, text)
    if (warned := warning_word(text)) is not None:
        return Block(BlockKind.WARNING, warned[1], label=warned[0])
    if label:
        return Block(BlockKind.STEP, text, label=label)
    return prose(text) if label is None else Block(BlockKind.ITEM, text)


def line_count(text: str, size: float, width: float) -> float:
    """How many lines a text takes, about; `text` still has its own line breaks."""
    room = max(1.0, width / (_CHARACTER_WIDTH * size))
    return sum(max(1, math.ceil(len(line) / room)) for line in re.split(r"[\v\n]", text))


def table_shape(frame: Frame, cells: list[list[str]], heights: Sequence[float], *, grouped: bool) -> Shape | None:
    """A table's rows, each in its own box; `grouped` says that its first row names groups of columns."""
    if not any(any(row) for row in cells):
        return None
    names = 2 if grouped and len(cells) > 2 and cells[1][:1] in ([""], cells[0][:1]) else min(1, len(cells) - 1)
    columns: Iterator[tuple[str, ...]] = zip(*cells[:names], strict=False)
    header = [" ".join(dict.fromkeys(text for text in column if text)) for column in columns]
    pieces = [Piece(None, height) for height in heights[:names]]
    for row, height in zip(cells[names:], heights[names:], strict=True):
        made = rows([row], header=header)
        pieces.append(Piece(made[0] if made else None, height))
    return Shape(frame, pieces, tables=1)
