"""ODP: the slides of an OpenDocument presentation."""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from knowledge.readers import slides
from knowledge.readers.blocks import numeral, rows
from knowledge.readers.budget import Budget
from knowledge.readers.packages import (
    DAMAGE,
    check_not_ole,
    check_unlocked,
    elements,
    list_parts,
    local_name,
    read_part,
    title_of,
)
from knowledge.readers.refusals import damaged
from knowledge.types import Block, BlockKind, Reading


def read_odp(path: Path, name: str, deadline: float) -> Reading:
    """The slides in order: title, texts, tables, the figures of charts, and the speaker's notes.

    Raises DocumentRefused for a file that is not readable as ODP, protected by a password, or beyond the limits of
    this module and those of one part.
    """
    budget = Budget(name, deadline)
    check_not_ole(path, name)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = list_parts(archive, budget)
            check_unlocked(read_part(archive, parts, "meta-inf/manifest.xml", budget), name)
            content = read_part(archive, parts, "content.xml", budget)
            styles = _Styles(read_part(archive, parts, "styles.xml", budget), content)
            title = title_of(read_part(archive, parts, "meta.xml", budget))
            pages = list(elements(content, "page"))
            slides.check_count(len(pages), budget)

            def read_object(link: str) -> ElementTree.Element:
                part = posixpath.normpath(posixpath.join(link, "content.xml")).lower()
                return read_part(archive, parts, part, budget)

            found = [
                _Odp(slides.Slide(number, styles.size(page)), styles, budget, read_object).read(page)
                for number, page in enumerate(pages, 1)
            ]
    except DAMAGE as error:
        raise damaged(name, "ODP", error) from error
    return slides.to_reading(title, found)


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
            kind, name = local_name(element), _attribute(element, "name")
            if kind == "style":
                self._keep_style(element, name)
            elif kind == "list-style":
                for level in element:
                    self._marks[name, int(_attribute(level, "level") or 1)] = _mark(level)
            elif kind == "page-layout":
                for child in element:
                    if local_name(child) == "page-layout-properties":
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
    if not local_name(level).endswith("number"):
        return _Mark("")
    form = _attribute(level, "num-format") or None
    start = int(_attribute(level, "start-value") or 1)
    return _Mark(form, _attribute(level, "num-prefix"), _attribute(level, "num-suffix"), start)


class _Odp:
    """The walk over one slide of an ODP."""

    def __init__(
        self, slide: slides.Slide, styles: _Styles, budget: Budget, read_object: Callable[[str], ElementTree.Element]
    ) -> None:
        self._slide = slide
        self._styles = styles
        self._budget = budget
        self._read_object = read_object
        self._numbers: dict[tuple[str, int], int] = {}

    def read(self, page: ElementTree.Element) -> slides.Slide:
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

    def _shapes(self, parent: ElementTree.Element, depth: int) -> list[slides.Shape]:
        found: list[slides.Shape] = []
        for element in parent:
            kind, role = local_name(element), _attribute(element, "class")
            if kind == "notes" or role in _ODF_FURNITURE or _attribute(element, "placeholder") == "true":
                continue
            if not self._slide.has_room():
                break
            if kind == "g":
                if depth < slides.MAX_DEPTH:
                    members = self._shapes(element, depth + 1)
                    found += [slides.Shape(_around(members), members=members)] if members else []
                else:
                    self._slide.warn(slides.TOO_DEEP)
            elif (made := self._shape(element, role)) is not None:
                found.append(made)
        return found

    def _shape(self, element: ElementTree.Element, role: str) -> slides.Shape | None:
        frame = _frame(element)
        content = {local_name(child): child for child in reversed(element)}
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
        return slides.Shape(frame, pieces, is_title=is_title) if pieces else None

    def _texts(self, parent: ElementTree.Element, frame: slides.Frame, *, is_title: bool) -> Iterator[slides.Piece]:
        for child in parent:
            if local_name(child) in ("p", "h"):
                yield self._piece(child, frame, None, is_title=is_title)
            elif local_name(child) == "list":
                yield from self._list(child, frame, "", 1)

    def _list(
        self, element: ElementTree.Element, frame: slides.Frame, style: str, level: int
    ) -> Iterator[slides.Piece]:
        if level > slides.MAX_DEPTH:
            self._slide.warn(slides.TOO_DEEP)
            return
        style = _attribute(element, "style-name") or style
        mark = self._styles.mark(style, level)
        if _attribute(element, "continue-numbering") != "true" and not _attribute(element, "continue-list"):
            self._numbers.pop((style, level), None)
        for item in element:
            numbered = local_name(item) == "list-item"
            if start := _attribute(item, "start-value"):
                self._numbers[style, level] = int(start) - 1
            for child in item:
                if local_name(child) == "list":
                    yield from self._list(child, frame, style, level + 1)
                elif local_name(child) in ("p", "h"):
                    label = self._label(mark, (style, level)) if numbered and _text(child).strip() else None
                    numbered = False
                    yield self._piece(child, frame, label)

    def _label(self, mark: _Mark, key: tuple[str, int]) -> str | None:
        if not mark.form:
            return mark.form
        number = self._numbers[key] = self._numbers.get(key, mark.start - 1) + 1
        return f"{mark.prefix}{numeral(number, mark.form)}{mark.suffix or '.'}"

    def _piece(
        self, paragraph: ElementTree.Element, frame: slides.Frame, label: str | None, *, is_title: bool = False
    ) -> slides.Piece:
        text = _text(paragraph)
        shown = " ".join(text.split())
        block = slides.to_block(shown, label=label, is_title=is_title) if shown else None
        return slides.Piece(block, slides.line_count(text, slides.TEXT_SIZE, frame.width))

    def _table(self, table: ElementTree.Element, frame: slides.Frame) -> slides.Shape | None:
        cells, grouped = self._cells(table)
        heights = [self._styles.heights.get(_attribute(row, "style-name"), 1.0) for row in elements(table, "table-row")]
        return slides.table_shape(frame, cells, heights, grouped=grouped)

    def _cells(self, table: ElementTree.Element) -> tuple[list[list[str]], bool]:
        """The texts of a table, merged cells repeated, and whether its first row names groups of columns."""
        cells: list[list[str]] = []
        covered: dict[tuple[int, int], str] = {}
        grouped = False
        for row in elements(table, "table-row"):
            texts: list[str] = []
            for cell in row:
                if local_name(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                here = len(cells), len(texts)
                text = covered.pop(here, "")
                if local_name(cell) == "table-cell":
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

    def _chart(self, held: ElementTree.Element, frame: slides.Frame) -> slides.Shape | None:
        root = self._read_object(_attribute(held, "href"))
        table = next(elements(root, "table"), None)
        if table is None or next(elements(root, "chart"), None) is None:
            self._slide.warn("An embedded object was not opened.")
            return None
        named = " ".join(" ".join(_text(title) for title in elements(root, "title")).split())
        cells, _ = self._cells(table)
        pieces = [slides.Piece(Block(BlockKind.CAPTION, named))] if named else []
        pieces += [slides.Piece(block) for block in rows(cells[1:], header=cells[0] if cells else [], table=named)]
        return slides.Shape(frame, pieces, whole=True, tables=1)


def _attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute by its name without namespace, "" when there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _length(element: ElementTree.Element, name: str) -> float:
    """A length in points; 0 when it is not told."""
    return _points_of(_attribute(element, name))


def _points_of(length: str) -> float:
    match = re.fullmatch(r"\s*(-?\d*\.?\d+)\s*([a-z]*)\s*", length)
    return float(match[1]) * _UNITS.get(match[2], 1.0) if match else 0.0


def _frame(element: ElementTree.Element) -> slides.Frame:
    """Where a shape stands: its own place, or what its turns and shifts make of it."""
    if _attribute(element, "x1"):  # a line
        x1, y1, x2, y2 = (_length(element, side) for side in ("x1", "y1", "x2", "y2"))
        return slides.Frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    width, height = _length(element, "width"), _length(element, "height")
    turned = _attribute(element, "transform")
    if not turned:
        return slides.Frame(_length(element, "x"), _length(element, "y"), width, height)
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
    return slides.Frame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _around(shapes: Sequence[slides.Shape]) -> slides.Frame:
    """The frame around shapes."""
    x, y = min(shape.frame.x for shape in shapes), min(shape.frame.y for shape in shapes)
    right = max(shape.frame.x + shape.frame.width for shape in shapes)
    return slides.Frame(x, y, right - x, max(shape.frame.y + shape.frame.height for shape in shapes) - y)


def _text(element: ElementTree.Element) -> str:
    """The text of a paragraph with its line breaks; what an editor noted in the margin is left out."""
    if local_name(element) in ("annotation", "note"):
        return ""
    own = {"line-break": "\n", "tab": " ", "s": " "}.get(local_name(element), element.text or "")
    return own + "".join(_text(child) + (child.tail or "") for child in element)
