"""PPTX and ODP: every slide is a page, its texts in reading order, each with the place of its shape.

A slide says where a shape stands but not where its lines break, so a paragraph's box is its share of the shape's
height by an estimate of its lines: no font is loaded and nothing is measured.
"""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import prose, rows, warning_word
from knowledge.readers.sheets import (
    DAMAGE,
    OLE,
    Budget,
    check_unlocked,
    damaged,
    elements,
    list_parts,
    locked,
    number_format,
    part_title,
    plain_number,
    read_part,
)
from knowledge.types import Block, BlockKind, Box, PageReport, Reading, Word

MAX_SLIDES = 2_000
MAX_SHAPES = 5_000
"""Shapes of a slide; the rest is left out, and the page says so."""
MAX_XML = 64 * 2**20
"""Bytes of all XML parts of a PPTX, unpacked."""
MAX_UNPACKED = 300 * 2**20
"""Bytes of all parts of a PPTX, unpacked: its pictures are loaded with it."""
MAX_DEPTH = 20
"""How deep groups and lists may nest; what lies deeper is left out, and the page says so."""
MAX_TITLE = 80
"""Characters up to which the topmost text of a slide may head it when nothing is marked as its title."""

_POINT = 12_700
"""English metric units of a point."""
_TEXT_SIZE = 18.0
"""Points: the size of text that names none."""
_CHARACTER_WIDTH = 0.5
"""The width of a character over the size of its font, roughly, for an estimate of lines."""
_GENERIC = re.compile(r"(power ?point )?presentation\d*|slide \d+|untitled.*", re.IGNORECASE)
_TOO_DEEP = f"Groups or lists nested more than {MAX_DEPTH} deep were left out."


# --- what both formats yield ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Frame:
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


_NOWHERE = _Frame(0.0, math.inf, 0.0, 0.0)
"""The frame of a shape that does not tell its place: it comes last and has no box."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block before it is placed, and its share of the height; an empty line has no block."""

    block: Block | None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape with text, a table or a chart, or a group of shapes. With `whole`, every block has the whole frame."""

    frame: _Frame
    pieces: Sequence[_Piece] = ()
    members: Sequence[_Shape] = ()
    is_title: bool = False
    hidden: bool = False
    whole: bool = False
    tables: int = 0


@dataclass(slots=True)
class _Slide:
    """What a slide holds before it is put in order."""

    number: int
    size: tuple[float, float]
    shapes: list[_Shape] = field(default_factory=list[_Shape])
    notes: list[str] = field(default_factory=list[str])
    images: int = 0
    warnings: list[str] = field(default_factory=list[str])
    seen: int = 0

    def warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def has_room(self) -> bool:
        """Counts a shape; whether it is still read."""
        self.seen += 1
        if self.seen > MAX_SHAPES:
            self.warn(f"More than {MAX_SHAPES:,} shapes: the rest was left out.")
        return self.seen <= MAX_SHAPES


def _page(slide: _Slide) -> tuple[list[Block], PageReport]:
    """The blocks of a slide, its title first, and what is to say of it."""
    shapes = list(_flat(slide.shapes))
    title = next((shape for shape in shapes if shape.is_title), None) or _topmost(shapes, slide)
    blocks: list[Block] = []
    if title is not None:
        shapes.remove(title)
        heading = " ".join(piece.block.text for piece in title.pieces if piece.block is not None)
        shapes.insert(0, replace(title, pieces=[_Piece(Block(BlockKind.HEADING, heading, level=1))]))
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


def _flat(shapes: Sequence[_Shape], *, hidden: bool = False) -> Iterator[_Shape]:
    """The shapes with text in reading order; a group stays together, and hides what is in it when it is hidden."""
    for shape in _in_order(shapes):
        if shape.members:
            yield from _flat(shape.members, hidden=hidden or shape.hidden)
        elif any(piece.block is not None for piece in shape.pieces):
            yield replace(shape, hidden=hidden or shape.hidden)


def _in_order(shapes: Sequence[_Shape]) -> Iterator[_Shape]:
    """Top to bottom, and left to right among those whose tops are within half a height of each other."""
    band: list[_Shape] = []
    for shape in sorted(shapes, key=lambda shape: shape.frame.y):
        if band:
            first = band[0].frame
            if shape.frame.y > first.y + 0.5 * min(first.height, shape.frame.height):
                yield from sorted(band, key=lambda shape: shape.frame.x)
                band = []
        band.append(shape)
    yield from sorted(band, key=lambda shape: shape.frame.x)


def _topmost(shapes: Sequence[_Shape], slide: _Slide) -> _Shape | None:
    """The first shape if it is a short line or two in the upper third: many slides do not mark their title."""
    if not shapes or shapes[0].tables or shapes[0].frame.y > slide.size[1] / 3:
        return None
    texts = [piece.block for piece in shapes[0].pieces if piece.block is not None]
    if len(texts) > 2 or any(block.kind is not BlockKind.PARAGRAPH or len(block.text) > MAX_TITLE for block in texts):
        return None
    return None if texts[-1].text.endswith((".", ":", ";")) else shapes[0]


def _placed(shape: _Shape, slide: _Slide) -> Iterator[Block]:
    """The blocks of a shape, each with its share of the frame."""
    frame = shape.frame
    width, height = slide.size
    outside = frame is not _NOWHERE and (
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


def _paragraph(text: str, *, label: str | None, is_title: bool) -> Block:
    """A paragraph of a shape: a step by its `label`, an item when that is "", and by its first characters if None."""
    if is_title:
        return Block(BlockKind.PARAGRAPH, text)
    if (warned := warning_word(text)) is not None:
        return Block(BlockKind.WARNING, warned[1], label=warned[0])
    if label:
        return Block(BlockKind.STEP, text, label=label)
    return prose(text) if label is None else Block(BlockKind.ITEM, text)


def _lines(text: str, size: float, width: float) -> float:
    """How many lines a text takes, about; `text` still has its own line breaks."""
    room = max(1.0, width / (_CHARACTER_WIDTH * size))
    return sum(max(1, math.ceil(len(line) / room)) for line in re.split(r"[\v\n]", text))


def _table(frame: _Frame, cells: list[list[str]], heights: Sequence[float], *, grouped: bool) -> _Shape | None:
    """A table's rows, each in its own box; `grouped` says that its first row names groups of columns."""
    if not any(any(row) for row in cells):
        return None
    names = 2 if grouped and len(cells) > 2 and cells[1][:1] in ([""], cells[0][:1]) else min(1, len(cells) - 1)
    columns: Iterator[tuple[str, ...]] = zip(*cells[:names], strict=False)
    header = [" ".join(dict.fromkeys(text for text in column if text)) for column in columns]
    pieces = [_Piece(None, height) for height in heights[:names]]
    for row, height in zip(cells[names:], heights[names:], strict=True):
        made = rows([row], header=header)
        pieces.append(_Piece(made[0] if made else None, height))
    return _Shape(frame, pieces, tables=1)


_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _numeral(number: int, form: str) -> str:
    """A number as printed in the form "1", "a", "A", "i" or "I"."""
    if form in ("a", "A") and 1 <= number <= 26:
        return chr(ord(form) + number - 1)
    if form in ("i", "I") and 1 <= number < 400:
        numeral = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            numeral += count * letters
        return numeral if form == "i" else numeral.upper()
    return str(number)


def _refuse_ole(path: Path, name: str) -> None:
    with path.open("rb") as file:
        if file.read(len(OLE)) == OLE:
            raise locked(name)


def _reading(title: str, slides: Sequence[_Slide]) -> Reading:
    pages = [_page(slide) for slide in slides]
    if not title or _GENERIC.fullmatch(title):
        title = next((report.name for _, report in pages if report.name), "")
    return Reading(title, tuple(block for blocks, _ in pages for block in blocks), tuple(report for _, report in pages))


# --- PPTX -------------------------------------------------------------------------------------------------------------


def read_pptx(path: Path, name: str, deadline: float) -> Reading:
    """The slides in order: title, texts, tables, the figures of charts, and the speaker's notes.

    Raises DocumentRefused for a file that is not readable as PPTX, protected by a password, or beyond the limits of
    this module.
    """
    # imported here: only needed by those who take in slides
    from pptx import Presentation

    budget = Budget(name, deadline)
    _refuse_ole(path, name)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = list_parts(archive, budget).values()
        unpacked = sum(part.file_size for part in parts)
        xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
        if xml > MAX_XML or unpacked > MAX_UNPACKED:
            raise budget.refusal(f"it unpacks to {unpacked / 2**20:,.0f} MB, {xml / 2**20:,.0f} of them text")
        deck: Any = Presentation(str(path))
        count = len(deck.slides)
        size = (deck.slide_width or math.inf) / _POINT, (deck.slide_height or math.inf) / _POINT
        title = " ".join(str(deck.core_properties.title or "").split())
        if count > MAX_SLIDES:
            raise budget.refusal(f"it has {count:,} slides, and {MAX_SLIDES:,} are read")
        slides = [_Pptx(_Slide(number, size), budget).read(slide) for number, slide in enumerate(deck.slides, 1)]
    except (DocumentRefused, MemoryError):
        raise
    except Exception as error:
        raise damaged(name, "PPTX", error) from error
    return _reading(title, slides)


_FURNITURE = ("DATE", "FOOTER", "SLIDE_NUMBER", "HEADER")
"""Placeholders that say the same on every slide."""
_TITLES = ("TITLE", "CENTER_TITLE", "VERTICAL_TITLE")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates of a group to points on the slide."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1 / _POINT
    down: float = 1 / _POINT

    def frame(self, shape: Any) -> _Frame:
        sides = (shape.left, shape.top, shape.width, shape.height)
        if any(side is None for side in sides):
            return _NOWHERE
        left, top, width, height = sides
        turned = round(float(getattr(shape, "rotation", 0.0)) / 90) % 2
        if turned:  # the place is told as before a quarter turn about the middle
            left, top = left + (width - height) / 2, top + (height - width) / 2
            width, height = height, width
        return _Frame(self.x + left * self.across, self.y + top * self.down, width * self.across, height * self.down)

    def inside(self, group: Any) -> _Scale:
        """The scale of what is in a group."""
        xfrm = group._element.grpSpPr.find(f"{_A}xfrm")
        if xfrm is None:
            return self
        place = {child.tag.rpartition("}")[2]: [int(value) for value in child.values()] for child in xfrm}
        (x, y), (width, height) = place["off"], place["ext"]
        (inner_x, inner_y), (inner_width, inner_height) = place["chOff"], place["chExt"]
        across = self.across * (width / inner_width if inner_width else 1.0)
        down = self.down * (height / inner_height if inner_height else 1.0)
        return _Scale(
            self.x + x * self.across - inner_x * across, self.y + y * self.down - inner_y * down, across, down
        )


class _Pptx:
    """The walk over one slide of a PPTX."""

    def __init__(self, slide: _Slide, budget: Budget) -> None:
        self._slide = slide
        self._budget = budget

    def read(self, slide: Any) -> _Slide:
        self._budget.check_time(f"slide {self._slide.number}")
        if slide._element.get("show") in ("0", "false"):
            self._slide.warn("The slide is hidden; it was read all the same.")
        master = slide.slide_layout.slide_master._element
        self._body_style = next((style for style in master.iter() if _local(style) == "bodyStyle"), None)
        self._slide.shapes += self._shapes(slide.shapes, _Scale(), 0)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
                if text := " ".join(str(paragraph.text).split()):
                    self._slide.notes.append(text)
        return self._slide

    def _shapes(self, shapes: Any, scale: _Scale, depth: int) -> list[_Shape]:
        if any(_local(element) == "AlternateContent" for element in shapes._element):
            self._slide.warn("A shape of a newer kind, such as a formula, was not read.")
        found: list[_Shape] = []
        for shape in shapes:
            if not self._slide.has_room():
                break
            self._budget.check_time(f"slide {self._slide.number}")
            found += self._shape(shape, scale, depth)
        return found

    def _shape(self, shape: Any, scale: _Scale, depth: int) -> Iterator[_Shape]:
        role = shape.placeholder_format.type.name if shape.is_placeholder else ""
        if role in _FURNITURE:
            return
        frame = scale.frame(shape)
        hidden = shape._element._nvXxPr.cNvPr.get("hidden") in ("1", "true")
        tag = shape._element.tag.rpartition("}")[2]
        if tag == "grpSp":
            if depth >= MAX_DEPTH:
                self._slide.warn(_TOO_DEEP)
                return
            members = self._shapes(shape.shapes, scale.inside(shape), depth + 1)
            yield _Shape(frame, members=members, hidden=hidden)
        elif tag == "pic":
            self._slide.images += 1
        elif tag == "graphicFrame":
            if (made := self._graphic(shape, frame)) is not None:
                yield replace(made, hidden=hidden)
        elif getattr(shape, "has_text_frame", False):
            is_title = role in _TITLES
            pieces = list(self._text(shape, frame, is_title=is_title))
            yield _Shape(frame, pieces, is_title=is_title, hidden=hidden)

    def _graphic(self, shape: Any, frame: _Frame) -> _Shape | None:
        if shape.has_table:
            return self._table(shape.table, frame)
        if shape.has_chart:
            made = list(_chart(shape.chart._chartSpace, self._budget))
            return _Shape(frame, [_Piece(block) for block in made], whole=True, tables=1) if made else None
        kind = str(shape._element.graphicData_uri).rpartition("/")[2]
        if kind == "diagram":
            texts = self._diagram(shape)
            return _Shape(frame, [_Piece(prose(text)) for text in texts], whole=True)
        self._slide.warn("An embedded object was not opened." if kind == "ole" else f"A graphic ({kind}) was not read.")
        return None

    def _diagram(self, shape: Any) -> list[str]:
        """The texts of a diagram (SmartArt) in the order of its data."""
        from defusedxml.ElementTree import fromstring

        links = next((element for element in shape._element.iter() if _local(element) == "relIds"), None)
        link = next((value for key, value in links.items() if key.endswith("}dm")), None) if links is not None else None
        if link is None:
            return []
        root = fromstring(shape.part.related_part(link).blob, forbid_dtd=True)
        texts: list[str] = []
        for point in elements(root, "pt"):
            for paragraph in elements(point, "p"):
                if text := " ".join("".join(run.text or "" for run in elements(paragraph, "t")).split()):
                    texts.append(text)
        return texts

    def _table(self, table: Any, frame: _Frame) -> _Shape | None:
        cells: list[list[str]] = []
        grouped = False
        heights: list[float] = []
        for row in table._tbl.tr_lst:
            heights.append(max(float(row.h), 1.0))
            texts: list[str] = []
            for cell in row.tc_lst:
                if cell.hMerge and texts:
                    text = texts[-1]
                elif cell.vMerge and cells and len(texts) < len(cells[-1]):
                    text = cells[-1][len(texts)]
                else:
                    text = " ".join(str(cell.text).split())
                grouped = grouped or (not cells and cell.gridSpan > 1)
                texts.append(text)
            self._budget.spend(cells=len(texts), characters=sum(map(len, texts)))
            cells.append(texts)
        return _table(frame, cells, heights, grouped=grouped)

    def _text(self, shape: Any, frame: _Frame, *, is_title: bool) -> Iterator[_Piece]:
        numbers = _Numbers()
        for paragraph in shape.text_frame.paragraphs:
            text = str(paragraph.text)
            size = next((run.font.size.pt for run in paragraph.runs if run.font.size), _TEXT_SIZE)
            lines = _lines(text, size, frame.width) * size
            text = " ".join(text.split())
            if not text:
                yield _Piece(None, lines)
                continue
            label = numbers.label(self._bullet(shape, paragraph), paragraph.level)
            yield _Piece(_paragraph(text, label=label, is_title=is_title), lines)

    def _bullet(self, shape: Any, paragraph: Any) -> Any:
        """What says how a paragraph is marked: its own properties, or those of its place, layout or master."""
        name = f"{_A}lvl{paragraph.level + 1}pPr"
        styles = [shape._element.txBody.find(f"{_A}lstStyle")]
        if shape.is_placeholder:
            base = shape._base_placeholder
            while base is not None:
                styles.append(base._element.txBody.find(f"{_A}lstStyle") if base._element.txBody is not None else None)
                base = getattr(base, "_base_placeholder", None)
            styles.append(self._body_style)
        own = [paragraph._p.pPr, *(style.find(name) for style in styles if style is not None)]
        marks = (mark for properties in own if properties is not None for mark in properties)
        return next((mark for mark in marks if _local(mark) in _BULLETS), None)


_NUMERALS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
"""How the names of numberings begin that do not count in digits."""


class _Numbers:
    """The next number of each level of the lists in one shape."""

    def __init__(self) -> None:
        self._next: dict[int, tuple[str, int]] = {}

    def label(self, mark: Any, level: int) -> str | None:
        """The number that a paragraph is printed with, "" for a bullet, None for neither."""
        number = mark if mark is not None and _local(mark) == "buAutoNum" else None
        for deeper in [key for key in self._next if key > level or (key == level and number is None)]:
            del self._next[deeper]
        if number is None:
            return None if mark is None or _local(mark) == "buNone" else ""
        form = str(number.get("type"))
        before, count = self._next.get(level, ("", 0))
        count = count + 1 if before == form else int(number.get("startAt") or 1)
        self._next[level] = form, count
        shown = _numeral(count, next((own for start, own in _NUMERALS.items() if form.startswith(start)), "1"))
        if form.endswith("ParenBoth"):
            return f"({shown})"
        return f"{shown})" if form.endswith("ParenR") else f"{shown}."


def _local(element: Any) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _chart(space: Any, budget: Budget) -> Iterator[Block]:
    """The title of a chart, and a row for each category with the values of the series.

    python-pptx is not asked for them: it would make room for as many points as the file claims to have.
    """
    title = next((element for element in space.iter() if _local(element) == "title"), None)
    named = "" if title is None or _local(title.getparent()) != "chart" else _texts(title, "t")
    names: list[str] = []
    columns: list[dict[int, str]] = []
    categories: dict[int, str] = {}
    for series in (element for element in space.iter() if _local(element) == "ser"):
        parts = {_local(child): child for child in series}
        names.append(_texts(parts["tx"], "v") if "tx" in parts else "")
        columns.append(_points(parts.get("val", parts.get("yVal"))))
        for index, text in _points(parts.get("cat", parts.get("xVal"))).items():
            categories.setdefault(index, text)
    indexes = sorted({index for column in (categories, *columns) for index in column})
    budget.spend(cells=len(indexes) * (1 + len(columns)))
    if named:
        yield Block(BlockKind.CAPTION, named)
    cells = [[categories.get(index, ""), *(column.get(index, "") for column in columns)] for index in indexes]
    yield from rows(cells, header=["", *names], table=named)


def _texts(element: Any, tag: str) -> str:
    return " ".join("".join(found.text or "" for found in element.iter() if _local(found) == tag).split())


def _points(source: Any) -> dict[int, str]:
    """The points that are in the file, by their index, as shown."""
    if source is None:
        return {}
    code = next((element.text or "" for element in source.iter() if _local(element) == "formatCode"), "")
    form = number_format(code)
    points: dict[int, str] = {}
    for point in (element for element in source.iter() if _local(element) == "pt"):
        text, index = _texts(point, "v"), int(point.get("idx", 0))
        try:
            value = float(text)
            text = form.show(value) if form is not None and abs(value) < 1e15 else plain_number(value)
        except ValueError:
            text = " ".join(text.split())
        points[index] = f"{text} {points[index]}" if index in points else text
    return points


# --- ODP --------------------------------------------------------------------------------------------------------------


def read_odp(path: Path, name: str, deadline: float) -> Reading:
    """The slides in order: title, texts, tables, the figures of charts, and the speaker's notes.

    Raises DocumentRefused for a file that is not readable as ODP, protected by a password, or beyond the limits of
    this module and those of one part.
    """
    budget = Budget(name, deadline)
    _refuse_ole(path, name)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = list_parts(archive, budget)
            check_unlocked(read_part(archive, parts, "meta-inf/manifest.xml", budget), name)
            content = read_part(archive, parts, "content.xml", budget)
            styles = _Styles(read_part(archive, parts, "styles.xml", budget), content)
            title = part_title(read_part(archive, parts, "meta.xml", budget))
            pages = list(elements(content, "page"))
            if len(pages) > MAX_SLIDES:
                raise budget.refusal(f"it has {len(pages):,} slides, and {MAX_SLIDES:,} are read")

            def read_object(link: str) -> ElementTree.Element:
                part = posixpath.normpath(posixpath.join(link, "content.xml")).lower()
                return read_part(archive, parts, part, budget)

            slides = [
                _Odp(_Slide(number, styles.size(page)), styles, budget, read_object).read(page)
                for number, page in enumerate(pages, 1)
            ]
    except DAMAGE as error:
        raise damaged(name, "ODP", error) from error
    return _reading(title, slides)


_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75, "": 1.0}
"""Points of each unit of length."""
_ODF_FURNITURE = ("date-time", "footer", "page-number", "header", "page")
_TURN = re.compile(r"(rotate|translate)\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class _Mark:
    """How the paragraphs of a list's level are marked; `form` is "" for a bullet and None for nothing."""

    form: str | None
    prefix: str = ""
    suffix: str = ""
    start: int = 1


class _Styles:
    """What the styles of an ODP say of pages, rows and lists, by name."""

    def __init__(self, *roots: ElementTree.Element) -> None:
        self.hidden: set[str] = set()
        self.heights: dict[str, float] = {}
        self._marks: dict[tuple[str, int], _Mark] = {}
        self._layouts: dict[str, tuple[float, float]] = {}
        self._masters: dict[str, str] = {}
        for element in (element for root in roots for element in root.iter()):
            kind, name = _local(element), _attribute(element, "name")
            if kind == "style":
                self._keep_style(element, name)
            elif kind == "list-style":
                for level in element:
                    self._marks[name, int(_attribute(level, "level") or 1)] = _mark(level)
            elif kind == "page-layout":
                for child in element:
                    if _local(child) == "page-layout-properties":
                        self._layouts[name] = _length(child, "page-width"), _length(child, "page-height")
            elif kind == "master-page":
                self._masters[name] = _attribute(element, "page-layout-name")

    def _keep_style(self, style: ElementTree.Element, name: str) -> None:
        for properties in style:
            if _attribute(properties, "visibility") == "hidden":
                self.hidden.add(name)
            if _attribute(properties, "row-height"):
                self.heights[name] = _length(properties, "row-height")

    def size(self, page: ElementTree.Element) -> tuple[float, float]:
        """The width and height of a page; without limits when they are not told."""
        layout = self._masters.get(_attribute(page, "master-page-name"), "")
        return self._layouts.get(layout, (math.inf, math.inf))

    def mark(self, style: str, level: int) -> _Mark:
        return self._marks.get((style, level), _Mark(""))


def _mark(level: ElementTree.Element) -> _Mark:
    if not _local(level).endswith("number"):
        return _Mark("")
    form = _attribute(level, "num-format") or None
    start = int(_attribute(level, "start-value") or 1)
    return _Mark(form, _attribute(level, "num-prefix"), _attribute(level, "num-suffix"), start)


class _Odp:
    """The walk over one slide of an ODP."""

    def __init__(
        self, slide: _Slide, styles: _Styles, budget: Budget, read_object: Callable[[str], ElementTree.Element]
    ) -> None:
        self._slide = slide
        self._styles = styles
        self._budget = budget
        self._read_object = read_object
        self._numbers: dict[tuple[str, int], int] = {}

    def read(self, page: ElementTree.Element) -> _Slide:
        self._budget.check_time(f"slide {self._slide.number}")
        if _attribute(page, "style-name") in self._styles.hidden:
            self._slide.warn("The slide is hidden; it was read all the same.")
        self._slide.shapes += self._shapes(page, 0)
        for notes in elements(page, "notes"):
            for frame in notes:
                if _attribute(frame, "class") == "notes" and _attribute(frame, "placeholder") != "true":
                    texts = (" ".join(_text(paragraph).split()) for paragraph in elements(frame, "p"))
                    self._slide.notes += [text for text in texts if text]
        return self._slide

    def _shapes(self, parent: ElementTree.Element, depth: int) -> list[_Shape]:
        found: list[_Shape] = []
        for element in parent:
            kind, role = _local(element), _attribute(element, "class")
            if kind == "notes" or role in _ODF_FURNITURE or _attribute(element, "placeholder") == "true":
                continue
            if not self._slide.has_room():
                break
            if kind == "g":
                if depth < MAX_DEPTH:
                    members = self._shapes(element, depth + 1)
                    found += [_Shape(_around(members), members=members)] if members else []
                else:
                    self._slide.warn(_TOO_DEEP)
            elif (made := self._shape(element, role)) is not None:
                found.append(made)
        return found

    def _shape(self, element: ElementTree.Element, role: str) -> _Shape | None:
        frame = _frame(element)
        content = {_local(child): child for child in reversed(element)}
        if (table := content.get("table")) is not None:
            return self._table(table, frame)
        if (held := content.get("object")) is not None:
            return self._chart(held, frame)
        if "plugin" in content:
            self._slide.warn("A recording or another medium was not read.")
        elif "image" in content and "text-box" not in content:
            self._slide.images += 1
        self._numbers = {}
        is_title = role == "title"
        pieces = list(self._texts(content.get("text-box", element), frame, is_title=is_title))
        return _Shape(frame, pieces, is_title=is_title) if pieces else None

    def _texts(self, parent: ElementTree.Element, frame: _Frame, *, is_title: bool) -> Iterator[_Piece]:
        for child in parent:
            if _local(child) in ("p", "h"):
                yield self._piece(child, frame, None, is_title=is_title)
            elif _local(child) == "list":
                yield from self._list(child, frame, "", 1)

    def _list(self, element: ElementTree.Element, frame: _Frame, style: str, level: int) -> Iterator[_Piece]:
        if level > MAX_DEPTH:
            self._slide.warn(_TOO_DEEP)
            return
        style = _attribute(element, "style-name") or style
        mark = self._styles.mark(style, level)
        if _attribute(element, "continue-numbering") != "true" and not _attribute(element, "continue-list"):
            self._numbers.pop((style, level), None)
        for item in element:
            numbered = _local(item) == "list-item"
            if start := _attribute(item, "start-value"):
                self._numbers[style, level] = int(start) - 1
            for child in item:
                if _local(child) == "list":
                    yield from self._list(child, frame, style, level + 1)
                elif _local(child) in ("p", "h"):
                    label = self._label(mark, (style, level)) if numbered and _text(child).strip() else None
                    numbered = False
                    yield self._piece(child, frame, label)

    def _label(self, mark: _Mark, key: tuple[str, int]) -> str | None:
        if not mark.form:
            return mark.form
        number = self._numbers[key] = self._numbers.get(key, mark.start - 1) + 1
        return f"{mark.prefix}{_numeral(number, mark.form)}{mark.suffix or '.'}"

    def _piece(
        self, paragraph: ElementTree.Element, frame: _Frame, label: str | None, *, is_title: bool = False
    ) -> _Piece:
        text = _text(paragraph)
        shown = " ".join(text.split())
        block = _paragraph(shown, label=label, is_title=is_title) if shown else None
        return _Piece(block, _lines(text, _TEXT_SIZE, frame.width))

    def _table(self, table: ElementTree.Element, frame: _Frame) -> _Shape | None:
        cells, grouped = self._cells(table)
        heights = [self._styles.heights.get(_attribute(row, "style-name"), 1.0) for row in elements(table, "table-row")]
        return _table(frame, cells, heights, grouped=grouped)

    def _cells(self, table: ElementTree.Element) -> tuple[list[list[str]], bool]:
        """The texts of a table, merged cells repeated, and whether its first row names groups of columns."""
        cells: list[list[str]] = []
        covered: dict[tuple[int, int], str] = {}
        grouped = False
        for row in elements(table, "table-row"):
            texts: list[str] = []
            for cell in row:
                if _local(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                here = len(cells), len(texts)
                text = covered.pop(here, "")
                if _local(cell) == "table-cell":
                    text = " ".join(" ".join(_text(paragraph) for paragraph in elements(cell, "p")).split())
                down, across, repeated = (
                    max(1, int(_attribute(cell, name) or 1))
                    for name in ("number-rows-spanned", "number-columns-spanned", "number-columns-repeated")
                )
                self._budget.spend(cells=down * across * repeated, characters=len(text) * down * across * repeated)
                grouped = grouped or (not cells and across > 1)
                for y in range(down):
                    for x in range(across):
                        covered[here[0] + y, here[1] + x] = text
                texts += [text] * repeated
            cells.append(texts)
        return cells, grouped

    def _chart(self, held: ElementTree.Element, frame: _Frame) -> _Shape | None:
        root = self._read_object(_attribute(held, "href"))
        table = next(elements(root, "table"), None)
        if table is None or next(elements(root, "chart"), None) is None:
            self._slide.warn("An embedded object was not opened.")
            return None
        named = " ".join(" ".join(_text(title) for title in elements(root, "title")).split())
        cells, _ = self._cells(table)
        pieces = [_Piece(Block(BlockKind.CAPTION, named))] if named else []
        pieces += [_Piece(block) for block in rows(cells[1:], header=cells[0] if cells else [], table=named)]
        return _Shape(frame, pieces, whole=True, tables=1)


def _attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute by its name without namespace, "" when there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _length(element: ElementTree.Element, name: str) -> float:
    """A length in points; 0 when it is not told."""
    return _points_of(_attribute(element, name))


def _points_of(length: str) -> float:
    match = re.fullmatch(r"\s*(-?\d*\.?\d+)\s*([a-z]*)\s*", length)
    return float(match[1]) * _UNITS.get(match[2], 1.0) if match else 0.0


def _frame(element: ElementTree.Element) -> _Frame:
    """Where a shape stands: its own place, or what its turns and shifts make of it."""
    if _attribute(element, "x1"):  # a line
        x1, y1, x2, y2 = (_length(element, side) for side in ("x1", "y1", "x2", "y2"))
        return _Frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    width, height = _length(element, "width"), _length(element, "height")
    turned = _attribute(element, "transform")
    if not turned:
        return _Frame(_length(element, "x"), _length(element, "y"), width, height)
    corners = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)]
    for kind, values in _TURN.findall(turned):
        numbers = values.replace(",", " ").split()
        if kind == "translate" and numbers:
            across, down = _points_of(numbers[0]), _points_of(numbers[1]) if len(numbers) > 1 else 0.0
            corners = [(x + across, y + down) for x, y in corners]
        elif numbers:
            sine, cosine = math.sin(float(numbers[0])), math.cos(float(numbers[0]))
            corners = [(x * cosine + y * sine, y * cosine - x * sine) for x, y in corners]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return _Frame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _around(shapes: Sequence[_Shape]) -> _Frame:
    """The frame around shapes."""
    x, y = min(shape.frame.x for shape in shapes), min(shape.frame.y for shape in shapes)
    right = max(shape.frame.x + shape.frame.width for shape in shapes)
    return _Frame(x, y, right - x, max(shape.frame.y + shape.frame.height for shape in shapes) - y)


def _text(element: ElementTree.Element) -> str:
    """The text of a paragraph with its line breaks; what an editor noted in the margin is left out."""
    if _local(element) in ("annotation", "note"):
        return ""
    own = {"line-break": "\n", "tab": " ", "s": " "}.get(_local(element), element.text or "")
    return own + "".join(_text(child) + (child.tail or "") for child in element)
