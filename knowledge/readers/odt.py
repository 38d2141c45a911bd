"""ODT: OpenDocument text."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element  # the parsing is left to defusedxml

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import clean, is_caption, numeral, prose, reading, rows, warning_word
from knowledge.readers.packages import MAX_DEPTH, opened_archive, title_of
from knowledge.readers.refusals import protected, too_deep, too_slow
from knowledge.types import Block, BlockKind, Reading

MAX_COLUMNS = 1_000
MAX_CELLS = 500_000
"""Cells of all tables of a document; a repeated cell counts every time."""

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

_LEFT_OUT = {
    f"{_TEXT}note": "Footnotes and endnotes",
    f"{_OFFICE}annotation": "Comments",
    f"{_TEXT}hidden-text": "Hidden passages",
    f"{_TEXT}hidden-paragraph": "Hidden passages",
    f"{_TEXT}table-of-content": "Generated indexes",
    f"{_TEXT}alphabetical-index": "Generated indexes",
    f"{_TEXT}illustration-index": "Generated indexes",
    f"{_TEXT}table-index": "Generated indexes",
    f"{_DRAW}object": "Embedded objects",
    f"{_DRAW}object-ole": "Embedded objects",
}
_NO_TEXT = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}ruby-text", f"{_OFFICE}forms"})


def read_odt(path: Path, name: str, deadline: float) -> Reading:
    """The text in order: headings, numbered lists as steps with their numbers, bullets, tables, and text boxes.

    A text box follows the paragraph that holds it; a merged cell is repeated. Footnotes, comments, hidden text and
    generated indexes are left out, and the warnings say so. Raises DocumentRefused: damaged, under a password, not a
    text document, or beyond the limits.
    """
    with opened_archive(path, name, "ODT") as archive:
        if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise protected(name)
        content = archive.xml("content.xml")
        styles = _Styles([archive.xml("styles.xml")] if "styles.xml" in archive.names else [], content)
        named = title_of(archive.xml("meta.xml")) if "meta.xml" in archive.names else ""
        body = content.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise DocumentRefused(
                "invalid_content", f"“{name}” is an OpenDocument file, but not a text.", "Save it as ODT."
            )
        walk = _Walk(styles, name, deadline)
        walk.blocks_in(body, 0)
    first = next((block.text for block in walk.blocks if block.kind is BlockKind.HEADING), "")
    return reading(named or walk.title or first, walk.blocks, walk.warnings(), walk.images)


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered: `form` is "1", "a", "A", "i" or "I", "" for no number, "•" for a bullet.

    `shown` is how many levels a number shows, as in "2.1."; `start` is the first number.
    """

    form: str
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1


class _Styles:
    """The styles of a document, by family and name."""

    def __init__(self, shared: Sequence[Element], content: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        for root in (*shared, content):
            for style in root.iter(f"{_STYLE}style"):
                self._styles[style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")] = style
            for style in root.iter(f"{_TEXT}list-style"):
                for level in style:
                    key = (style.get(f"{_STYLE}name", ""), _number(level, f"{_TEXT}level"))
                    self._levels[key] = _level(level)

    def level(self, list_style: str, level: int) -> _Level:
        """How a level of a list is numbered; a bullet when that is not said."""
        return self._levels.get((list_style, level), _Level("•"))

    def names(self, family: str, name: str) -> list[str]:
        """A style's name and those it is derived from, in small letters; built-in ones need not be in the file."""
        parents = [style.get(f"{_STYLE}parent-style-name", "") for style in self._chain(family, name)]
        return [name.casefold(), *(parent.casefold() for parent in parents)]

    def list_style(self, paragraph: Element) -> str:
        """The list style that comes with a paragraph's style, or ""."""
        chain = self._chain("paragraph", paragraph.get(f"{_TEXT}style-name", ""))
        return next((found for style in chain if (found := style.get(f"{_STYLE}list-style-name", ""))), "")

    def is_hidden(self, family: str, element: Element) -> bool:
        """Whether the style of a paragraph or span keeps it from being shown."""
        for style in self._chain(family, element.get(f"{_TEXT}style-name", "")):
            for properties in style.iter(f"{_STYLE}text-properties"):
                if display := properties.get(f"{_TEXT}display"):
                    return display == "none"
        return False

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(20):  # derived from each other in a circle, they would have no end
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{_STYLE}parent-style-name", "")


def _level(level: Element) -> _Level:
    if level.tag != f"{_TEXT}list-level-style-number":
        return _Level("•")
    return _Level(
        level.get(f"{_STYLE}num-format", ""),
        level.get(f"{_STYLE}num-prefix", ""),
        level.get(f"{_STYLE}num-suffix", ""),
        _number(level, f"{_TEXT}display-levels"),
        _number(level, f"{_TEXT}start-value"),
    )


def _number(element: Element, attribute: str, default: int = 1) -> int:
    """A number that an attribute holds, up to a million."""
    text = element.get(attribute, "")
    return min(int(text), 1_000_000) if text.isdecimal() and len(text) < 10 else default


class _Walk:
    """A walk over the body of a document in order."""

    def __init__(self, styles: _Styles, name: str, deadline: float) -> None:
        self.blocks: list[Block] = []
        self.title = ""
        self.images = 0
        self._styles = styles
        self._name = name
        self._deadline = deadline
        self._left_out: Counter[str] = Counter()
        self._numbers: dict[tuple[str, int], int] = {}
        self._boxes: list[Element] = []  # drawings met in the paragraph at hand, whose text comes after it
        self._caption = ""
        self._cells = 0

    def warnings(self) -> list[str]:
        return [f"{what} were left out: {count}." for what, count in self._left_out.items()]

    def blocks_in(self, node: Element, depth: int) -> None:
        """Takes in all that an element holds."""
        self._check(depth)
        for child in node:
            self._take(child, depth)

    def _take(self, node: Element, depth: int) -> None:
        tag = node.tag
        if tag in _LEFT_OUT:
            self._left_out[_LEFT_OUT[tag]] += 1
        elif tag == f"{_TEXT}section" and node.get(f"{_TEXT}display") == "none":
            self._left_out["Hidden passages"] += 1
        elif tag == f"{_TEXT}h":
            self._heading(node, depth)
        elif tag == f"{_TEXT}p":
            self._paragraph(node, None, depth)
        elif tag == f"{_TEXT}list":
            self._list(node, "", 1, depth)
        elif tag == f"{_TABLE}table":
            self._table(node, depth)
        elif tag == f"{_DRAW}frame":
            self._frame(node, depth)
        elif tag not in _NO_TEXT:
            self.blocks_in(node, depth + 1)

    def _check(self, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise too_deep(self._name, MAX_DEPTH)
        if time.monotonic() > self._deadline:
            raise too_slow(self._name, f"block {len(self.blocks) + 1}")

    def _heading(self, node: Element, depth: int) -> None:
        text = self._shown(node, depth)
        if text:
            level = _number(node, f"{_TEXT}outline-level") + (1 if self.title else 0)
            self.blocks.append(Block(BlockKind.HEADING, text, level=max(1, level)))
        self._take_boxes(depth)

    def _paragraph(self, node: Element, label: str | None, depth: int) -> None:
        """Takes a paragraph: `label` is the number of an item of a list, "" for a bullet, None outside of lists."""
        text = self._shown(node, depth)
        if text:
            self.blocks.append(self._block(node, text, label))
        self._take_boxes(depth)

    def _block(self, node: Element, text: str, label: str | None) -> Block:
        styles = self._styles.names("paragraph", node.get(f"{_TEXT}style-name", ""))
        if "title" in styles and not self.title:
            self.title = text
            return Block(BlockKind.HEADING, text, level=1)
        if "caption" in styles or is_caption(text):
            self._caption = text if text.lower().startswith("table") else ""
            return Block(BlockKind.CAPTION, text)
        if label is None:
            return prose(text)
        if (warned := warning_word(text)) is not None:
            return Block(BlockKind.WARNING, warned[1], label=warned[0])
        return Block(BlockKind.STEP if label else BlockKind.ITEM, text, label=label)

    def _take_boxes(self, depth: int) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._frame(box, depth + 1)

    def _frame(self, frame: Element, depth: int) -> None:
        objects = [child for child in frame if child.tag in _LEFT_OUT]
        if objects:  # the image beside it only shows what it holds
            self._left_out[_LEFT_OUT[objects[0].tag]] += 1
            return
        self.images += any(child.tag == f"{_DRAW}image" for child in frame)
        self.blocks_in(frame, depth + 1)

    def _shown(self, node: Element, depth: int) -> str:
        """The text of a paragraph, "" when it is hidden."""
        if self._styles.is_hidden("paragraph", node):
            self._left_out["Hidden passages"] += 1
            return ""
        return clean(self._inline(node, depth))

    def _inline(self, node: Element, depth: int) -> str:
        self._check(depth)
        parts = [node.text or ""]
        for child in node:
            if child.tag in _LEFT_OUT:
                self._left_out[_LEFT_OUT[child.tag]] += 1
            elif child.tag.startswith(_DRAW) and child.tag != f"{_DRAW}a":
                self._boxes.append(child)
            elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
                parts.append(" ")
            elif child.tag == f"{_TEXT}span" and self._styles.is_hidden("text", child):
                self._left_out["Hidden passages"] += 1
            elif child.tag not in _NO_TEXT:
                parts.append(self._inline(child, depth + 1))
            parts.append(child.tail or "")
        return "".join(parts)

    def _list(self, node: Element, style: str, level: int, depth: int) -> None:
        self._check(depth)
        style = node.get(f"{_TEXT}style-name") or style
        if not style:
            first = node.find(f"{_TEXT}list-item/{_TEXT}p")
            style = "" if first is None else self._styles.list_style(first)
        key, form = (style, level), self._styles.level(style, level)
        if node.get(f"{_TEXT}continue-numbering") != "true" and node.get(f"{_TEXT}continue-list") is None:
            self._numbers[key] = form.start - 1
        for item in node:
            self._numbers[key] = _number(item, f"{_TEXT}start-value", self._numbers.get(key, 0) + 1) - 1
            is_first = item.tag == f"{_TEXT}list-item"
            for child in item:
                label = None
                if is_first and child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    label, is_first = self._label(style, level), False
                if child.tag == f"{_TEXT}list":
                    self._list(child, style, level + 1, depth + 2)
                elif child.tag == f"{_TEXT}p":
                    self._paragraph(child, label, depth)
                else:
                    self._take(child, depth + 1)

    def _label(self, style: str, level: int) -> str | None:
        """The next number of a list as printed, "" for a bullet, None where nothing is printed."""
        form = self._styles.level(style, level)
        self._numbers[style, level] = self._numbers.get((style, level), 0) + 1
        if form.form in ("", "•"):
            return "" if form.form else None
        shown = range(max(1, level - form.shown + 1), level + 1)
        numbers = [numeral(self._numbers.get((style, at), 1), self._styles.level(style, at).form) for at in shown]
        return f"{form.prefix}{'.'.join(number for number in numbers if number)}{form.suffix}".strip()

    def _table(self, node: Element, depth: int) -> None:
        grid: list[list[str]] = []
        heads = 0
        above: dict[int, str] = {}
        for row, is_head in _rows(node):
            cells = self._row(row, above, depth)
            repeated = _number(row, f"{_TABLE}number-rows-repeated") if any(cells) else 0
            self._cells += repeated * len(cells)
            if self._cells > MAX_CELLS:
                raise DocumentRefused(
                    "security_risk", f"“{self._name}” has more than {MAX_CELLS:,} cells in its tables.", "Split it."
                )
            grid += [cells] * repeated
            heads += is_head and bool(repeated)
        heads = heads or int(len(grid) > 1)
        columns = range(max((len(row) for row in grid), default=0))
        header = [
            " ".join(dict.fromkeys(row[at] for row in grid[:heads] if at < len(row) and row[at])) for at in columns
        ]
        caption, self._caption = self._caption, ""
        self.blocks.extend(rows(grid[heads:], header=header if heads else [], table=caption))

    def _row(self, row: Element, above: dict[int, str], depth: int) -> list[str]:
        """The texts of a row's cells; `above` holds, by column, the text of the last cell that reached over it."""
        self._check(depth)
        cells: list[str] = []
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            is_covered = cell.tag == f"{_TABLE}covered-table-cell"
            text = "" if is_covered else clean(self._flat(cell, depth + 1))
            for _ in range(min(_number(cell, f"{_TABLE}number-columns-repeated"), MAX_COLUMNS - len(cells))):
                if not is_covered:
                    spanned = min(_number(cell, f"{_TABLE}number-columns-spanned"), MAX_COLUMNS)
                    above.update((len(cells) + at, text) for at in range(spanned))
                cells.append(above.get(len(cells), ""))
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _flat(self, node: Element, depth: int) -> str:
        """All the text in a cell as one, with that of lists, boxes and tables in it."""
        self._check(depth)
        if node.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text = self._shown(node, depth)
            boxes, self._boxes = self._boxes, []
            return " ".join([text, *(self._flat(box, depth + 1) for box in boxes)])
        if node.tag in _LEFT_OUT:
            self._left_out[_LEFT_OUT[node.tag]] += 1
            return ""
        self.images += node.tag == f"{_DRAW}image"
        return " ".join(self._flat(child, depth + 1) for child in node if child.tag not in _NO_TEXT)


def _rows(table: Element, *, is_head: bool = False) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether each is part of its head."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child, is_head
        elif child.tag == f"{_TABLE}table-header-rows":
            yield from _rows(child, is_head=True)
        elif child.tag in (f"{_TABLE}table-rows", f"{_TABLE}table-row-group"):
            yield from _rows(child, is_head=is_head)
