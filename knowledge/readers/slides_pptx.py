"""PPTX: the slides as python-pptx opens them."""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from knowledge.errors import DocumentRefused
from knowledge.readers import slides
from knowledge.readers.blocks import numeral, prose, rows
from knowledge.readers.budget import Budget
from knowledge.readers.number_formats import number_format, plain_number
from knowledge.readers.packages import check_not_ole, elements, list_parts, local_name
from knowledge.readers.refusals import damaged
from knowledge.types import Block, BlockKind, Reading

MAX_XML = 64 * 2**20
"""Bytes of all XML parts of a PPTX, unpacked."""
MAX_UNPACKED = 300 * 2**20
"""Bytes of all parts of a PPTX, unpacked: its pictures are loaded with it."""

_POINT = 12_700
"""English metric units of a point."""


def read_pptx(path: Path, name: str, deadline: float) -> Reading:
    """The slides in order: title, texts, tables, the figures of charts, and the speaker's notes.

    Raises DocumentRefused for a file that is not readable as PPTX, protected by a password, or beyond the limits of
    this module.
    """
    # imported here: only needed by those who take in slides
    from pptx import Presentation

    budget = Budget(name, deadline)
    check_not_ole(path, name)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = list_parts(archive, budget).values()
        unpacked = sum(part.file_size for part in parts)
        xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
        if xml > MAX_XML or unpacked > MAX_UNPACKED:
            raise budget.refusal(f"it unpacks to {unpacked / 2**20:,.0f} MB, {xml / 2**20:,.0f} of them text")
        deck: Any = Presentation(str(path))
        size = (deck.slide_width or math.inf) / _POINT, (deck.slide_height or math.inf) / _POINT
        title = " ".join(str(deck.core_properties.title or "").split())
        slides.check_count(len(deck.slides), budget)
        found = [_Pptx(slides.Slide(number, size), budget).read(slide) for number, slide in enumerate(deck.slides, 1)]
    except (DocumentRefused, MemoryError):
        raise
    except Exception as error:
        raise damaged(name, "PPTX", error) from error
    return slides.to_reading(title, found)


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

    def frame(self, shape: Any) -> slides.Frame:
        sides = (shape.left, shape.top, shape.width, shape.height)
        if any(side is None for side in sides):
            return slides.NOWHERE
        left, top, width, height = sides
        turned = round(float(getattr(shape, "rotation", 0.0)) / 90) % 2
        if turned:  # the place is told as before a quarter turn about the middle
            left, top = left + (width - height) / 2, top + (height - width) / 2
            width, height = height, width
        return slides.Frame(
            self.x + left * self.across, self.y + top * self.down, width * self.across, height * self.down
        )

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

    def __init__(self, slide: slides.Slide, budget: Budget) -> None:
        self._slide = slide
        self._budget = budget

    def read(self, slide: Any) -> slides.Slide:
        self._budget.check_time(f"slide {self._slide.number}")
        if slide._element.get("show") in ("0", "false"):
            self._slide.warn("The slide is hidden; it was read all the same.")
        master = slide.slide_layout.slide_master._element
        self._body_style = next(elements(master, "bodyStyle"), None)
        self._slide.shapes += self._shapes(slide.shapes, _Scale(), 0)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
                if text := " ".join(str(paragraph.text).split()):
                    self._slide.notes.append(text)
        return self._slide

    def _shapes(self, shapes: Any, scale: _Scale, depth: int) -> list[slides.Shape]:
        if any(local_name(element) == "AlternateContent" for element in shapes._element):
            self._slide.warn("A shape of a newer kind, such as a formula, was not read.")
        found: list[slides.Shape] = []
        for shape in shapes:
            if not self._slide.has_room():
                break
            self._budget.check_time(f"slide {self._slide.number}")
            found += self._shape(shape, scale, depth)
        return found

    def _shape(self, shape: Any, scale: _Scale, depth: int) -> Iterator[slides.Shape]:
        role = shape.placeholder_format.type.name if shape.is_placeholder else ""
        if role in _FURNITURE:
            return
        frame = scale.frame(shape)
        hidden = shape._element._nvXxPr.cNvPr.get("hidden") in ("1", "true")
        tag = shape._element.tag.rpartition("}")[2]
        if tag == "grpSp":
            if depth >= slides.MAX_DEPTH:
                self._slide.warn(slides.TOO_DEEP)
                return
            members = self._shapes(shape.shapes, scale.inside(shape), depth + 1)
            yield slides.Shape(frame, members=members, hidden=hidden)
        elif tag == "pic":
            self._slide.images += 1
        elif tag == "graphicFrame":
            if (made := self._graphic(shape, frame)) is not None:
                yield replace(made, hidden=hidden)
        elif getattr(shape, "has_text_frame", False):
            is_title = role in _TITLES
            pieces = list(self._text(shape, frame, is_title=is_title))
            yield slides.Shape(frame, pieces, is_title=is_title, hidden=hidden)

    def _graphic(self, shape: Any, frame: slides.Frame) -> slides.Shape | None:
        if shape.has_table:
            return self._table(shape.table, frame)
        if shape.has_chart:
            made = list(_chart(shape.chart._chartSpace, self._budget))
            return slides.Shape(frame, [slides.Piece(block) for block in made], whole=True, tables=1) if made else None
        kind = str(shape._element.graphicData_uri).rpartition("/")[2]
        if kind == "diagram":
            texts = self._diagram(shape)
            return slides.Shape(frame, [slides.Piece(prose(text)) for text in texts], whole=True)
        self._slide.warn("An embedded object was not opened." if kind == "ole" else f"A graphic ({kind}) was not read.")
        return None

    def _diagram(self, shape: Any) -> list[str]:
        """The texts of a diagram (SmartArt) in the order of its data."""
        from defusedxml.ElementTree import fromstring

        links = next(elements(shape._element, "relIds"), None)
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

    def _table(self, table: Any, frame: slides.Frame) -> slides.Shape | None:
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
        return slides.table_shape(frame, cells, heights, grouped=grouped)

    def _text(self, shape: Any, frame: slides.Frame, *, is_title: bool) -> Iterator[slides.Piece]:
        numbers = _Numbers()
        for paragraph in shape.text_frame.paragraphs:
            text = str(paragraph.text)
            size = next((run.font.size.pt for run in paragraph.runs if run.font.size), slides.TEXT_SIZE)
            lines = slides.line_count(text, size, frame.width) * size
            text = " ".join(text.split())
            if not text:
                yield slides.Piece(None, lines)
                continue
            label = numbers.label(self._bullet(shape, paragraph), paragraph.level)
            yield slides.Piece(slides.to_block(text, label=label, is_title=is_title), lines)

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
        return next((mark for mark in marks if local_name(mark) in _BULLETS), None)


_NUMERALS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
"""How the names of numberings begin that do not count in digits."""


class _Numbers:
    """The next number of each level of the lists in one shape."""

    def __init__(self) -> None:
        self._next: dict[int, tuple[str, int]] = {}

    def label(self, mark: Any, level: int) -> str | None:
        """The number that a paragraph is printed with, "" for a bullet, None for neither."""
        number = mark if mark is not None and local_name(mark) == "buAutoNum" else None
        for deeper in [key for key in self._next if key > level or (key == level and number is None)]:
            del self._next[deeper]
        if number is None:
            return None if mark is None or local_name(mark) == "buNone" else ""
        form = str(number.get("type"))
        before, count = self._next.get(level, ("", 0))
        count = count + 1 if before == form else int(number.get("startAt") or 1)
        self._next[level] = form, count
        shown = numeral(count, next((own for start, own in _NUMERALS.items() if form.startswith(start)), "1"))
        if form.endswith("ParenBoth"):
            return f"({shown})"
        return f"{shown})" if form.endswith("ParenR") else f"{shown}."


def _chart(space: Any, budget: Budget) -> Iterator[Block]:
    """The title of a chart, and a row for each category with the values of the series.

    python-pptx is not asked for them: it would make room for as many points as the file claims to have.
    """
    title = next(elements(space, "title"), None)
    named = "" if title is None or local_name(title.getparent()) != "chart" else _texts(title, "t")
    names: list[str] = []
    columns: list[dict[int, str]] = []
    categories: dict[int, str] = {}
    for series in elements(space, "ser"):
        parts = {local_name(child): child for child in series}
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
    return " ".join("".join(found.text or "" for found in elements(element, tag)).split())


def _points(source: Any) -> dict[int, str]:
    """The points that are in the file, by their index, as shown."""
    if source is None:
        return {}
    code = next((element.text or "" for element in elements(source, "formatCode")), "")
    form = number_format(code)
    points: dict[int, str] = {}
    for point in elements(source, "pt"):
        text, index = _texts(point, "v"), int(point.get("idx", 0))
        try:
            value = float(text)
            text = form.show(value) if form is not None and abs(value) < 1e15 else plain_number(value)
        except ValueError:
            text = " ".join(text.split())
        points[index] = f"{text} {points[index]}" if index in points else text
    return points
