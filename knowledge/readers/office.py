"""DOCX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from knowledge.readers.blocks import is_caption, item_text, reading, rows, step_label, warning_word
from knowledge.readers.refusals import damaged
from knowledge.types import Block, BlockKind, Reading

_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(path: Path, name: str) -> Reading:
    """The body in order: headings by style, numbered lists as steps with their numbers, bullets, tables, warnings.

    Raises DocumentRefused for a file that is not readable as DOCX.
    """
    # imported here: python-docx is only needed by those who take in a DOCX
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    try:
        # a document with macros is the same kind of part under another name; its macros are not looked at
        PartFactory.part_type_for[_WITH_MACROS] = DocumentPart
        main_part = cast(Any, Package.open(str(path)).main_document_part)
        document: Any = main_part.document
        body: list[Any] = list(document.iter_inner_content())
    except Exception as error:
        raise damaged(name, "DOCX", error) from error
    walk = _Walk(_Numbering(document))
    for item in body:
        if isinstance(item, Table):
            walk.table(item)
        elif isinstance(item, Paragraph):
            walk.paragraph(item)
    first = next((block.text for block in walk.blocks if block.kind is BlockKind.HEADING), "")
    title = str(document.core_properties.title or "").strip() or walk.title or first
    return reading(title, walk.blocks, images=len(document.inline_shapes))


class _Numbering:
    """Which list definitions number with digits or letters, and the next number of each list and level."""

    def __init__(self, document: Any) -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._next: dict[tuple[str, int], int] = {}
        try:
            root = document.part.numbering_part.element
        except (NotImplementedError, KeyError, AttributeError):
            return  # no lists in this document
        abstract: dict[str, dict[int, str]] = {}
        for definition in root.iter(f"{_W}abstractNum"):
            levels: dict[int, str] = {}
            for level in definition.iter(f"{_W}lvl"):
                named = level.find(f"{_W}numFmt")
                levels[int(level.get(f"{_W}ilvl") or 0)] = "" if named is None else str(named.get(f"{_W}val"))
            abstract[str(definition.get(f"{_W}abstractNumId"))] = levels
        for number in root.iter(f"{_W}num"):
            named = number.find(f"{_W}abstractNumId")
            key = str(number.get(f"{_W}numId"))
            for level, form in abstract.get("" if named is None else str(named.get(f"{_W}val")), {}).items():
                self._formats[key, level] = form

    def label(self, list_id: str, level: int) -> str | None:
        """The next number of a list as printed, "" for a bullet, None for a list that is not defined."""
        form = self._formats.get((list_id, level))
        if form is None:
            return None
        if form in ("bullet", "none"):
            return ""
        number = self._next.get((list_id, level), 0) + 1
        self._next[list_id, level] = number
        for key in [key for key in self._next if key[0] == list_id and key[1] > level]:
            del self._next[key]
        return f"{chr(96 + number)})" if form == "lowerLetter" and number <= 26 else f"{number}."


class _Walk:
    def __init__(self, numbering: _Numbering) -> None:
        self.blocks: list[Block] = []
        self.title = ""
        self._numbering = numbering
        self._caption = ""

    def paragraph(self, paragraph: Any) -> None:
        text = " ".join(str(paragraph.text).split())
        if not text:
            return
        style = str(paragraph.style.name if paragraph.style is not None else "")
        if style == "Title":
            self.title = self.title or text
            self.blocks.append(Block(BlockKind.HEADING, text, level=1))
            return
        heading = re.fullmatch(r"Heading (\d)", style)
        if heading is not None:
            level = int(heading.group(1)) + (1 if self.title else 0)
            self.blocks.append(Block(BlockKind.HEADING, text, level=level))
            return
        if style == "Caption" or is_caption(text):
            self._caption = text if text.lower().startswith("table") else ""
            self.blocks.append(Block(BlockKind.CAPTION, text))
            return
        if (warned := warning_word(text)) is not None:
            self.blocks.append(Block(BlockKind.WARNING, warned[1], label=warned[0]))
            return
        self.blocks.append(self._listed(paragraph, style, text))

    def _listed(self, paragraph: Any, style: str, text: str) -> Block:
        label = self._list_label(paragraph, style)
        if label:
            return Block(BlockKind.STEP, text, label=label)
        if label == "" or style.startswith("List Bullet"):
            return Block(BlockKind.ITEM, text)
        if (numbered := step_label(text)) is not None:
            return Block(BlockKind.STEP, numbered[1], label=numbered[0])
        if (bullet := item_text(text)) is not None:
            return Block(BlockKind.ITEM, bullet)
        return Block(BlockKind.PARAGRAPH, text)

    def _list_label(self, paragraph: Any, style: str) -> str | None:
        properties = paragraph._p.pPr
        numbered = None if properties is None else properties.find(f"{_W}numPr")
        if numbered is None and paragraph.style is not None and style.startswith("List"):
            found = list(paragraph.style.element.iter(f"{_W}numPr"))
            numbered = found[0] if found else None
        if numbered is None:
            return None
        list_id, level = numbered.find(f"{_W}numId"), numbered.find(f"{_W}ilvl")
        if list_id is None:
            return None
        depth = 0 if level is None else int(level.get(f"{_W}val") or 0)
        return self._numbering.label(str(list_id.get(f"{_W}val")), depth)

    def table(self, table: Any) -> None:
        cells = [list(_cells(row)) for row in table.rows]
        cells = [row for row in cells if any(row)]
        if not cells:
            return
        header, body = (cells[0], cells[1:]) if len(cells) > 1 else ([], cells)
        caption, self._caption = self._caption, ""
        self.blocks.extend(rows(body, header=header, table=caption))


def _cells(row: Any) -> Iterator[str]:
    """The texts of a row's cells; a merged cell is repeated, as python-docx gives it."""
    for cell in row.cells:
        yield " ".join(str(cell.text).split())
