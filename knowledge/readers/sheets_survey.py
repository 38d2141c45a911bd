"""A workbook before its values are read: how large it is, how its numbers are shown, which cells are merged."""

from __future__ import annotations

import posixpath
import zipfile
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from knowledge.errors import DocumentRefused
from knowledge.readers.budget import Budget
from knowledge.readers.cells import Place, cell_place
from knowledge.readers.number_formats import NumberFormat, number_format
from knowledge.readers.packages import OLE, check_unlocked, elements, list_parts, read_part, title_of
from knowledge.readers.refusals import locked

_CHUNK = 1 << 18


@dataclass(slots=True)
class Found:
    """What the survey found on one sheet: how numbers are shown, and the merged cells with their sizes."""

    shown: dict[Place, NumberFormat | str] = field(default_factory=dict[Place, "NumberFormat | str"])
    merged: list[tuple[Place, Place]] = field(default_factory=list[tuple[Place, Place]])
    low: Place | None = None
    high: Place = (0, 0)

    def add(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Widens the rectangle around the filled cells."""
        low = self.low or (row, column)
        self.low = min(low[0], row), min(low[1], column)
        self.high = max(self.high[0], last_row), max(self.high[1], last_column)

    @property
    def area(self) -> int:
        """Cells of the rectangle around the filled ones."""
        if self.low is None:
            return 0
        return (self.high[0] - self.low[0] + 1) * (self.high[1] - self.low[1] + 1)


@dataclass(frozen=True, slots=True)
class Survey:
    """A workbook before its values: `sheet` gives what was found on a sheet by its index (from 0)."""

    sheet: Callable[[int], Found]
    title: str = ""
    warnings: Sequence[str] = ()


def survey(path: Path, budget: Budget) -> Survey:
    """The survey of a workbook of any kind. Raises DocumentRefused for one that is locked or beyond the budget."""
    with path.open("rb") as file:
        is_ole = file.read(len(OLE)) == OLE
    if is_ole:
        return _survey_xls(path, budget)
    with zipfile.ZipFile(path) as archive:
        parts = list_parts(archive, budget)
    if "content.xml" not in parts:
        return _survey_xlsx(path, parts, budget)
    if "_rels/.rels" in parts:
        raise ValueError("two workbooks in one")  # calamine might read the one that was not surveyed
    return _survey_ods(path, parts, budget)


def _walk(
    file: IO[bytes],
    budget: Budget,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    data: Callable[[str], None] | None = None,
    pause: Callable[[], None] | None = None,
) -> None:
    """Calls back for every element, by its name without prefix; `pause` is called now and then between them."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise DocumentRefused(
            "security_risk", f"“{budget.name}” declares XML entities, which no workbook does.", "Save it again."
        )

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.CharacterDataHandler = data
    while chunk := file.read(_CHUNK):
        parser.Parse(chunk)
        budget.check_time("its cells")
        if pause is not None:
            pause()
    parser.Parse(b"", True)


class _XlsxSheet:
    """The handlers for one sheet's part: they follow the cells as calamine does, by names without prefixes."""

    def __init__(self, formats: Sequence[NumberFormat | None], lengths: Sequence[int], budget: Budget) -> None:
        self.found = Found()
        self._formats = formats
        self._lengths = lengths
        self._budget = budget
        self._row, self._column = -1, -1
        self._style = self._type = ""
        self._text: list[str] | None = None
        self._cells = self._characters = self._area = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            place = attributes.get("r")
            if place is None:
                self._column += 1
            else:
                self._row, self._column = cell_place(place)
            self._style, self._type = attributes.get("s", ""), attributes.get("t", "n")
        elif tag in ("v", "is"):
            self._cells += 1
            self.found.add(self._row, self._column, self._row, self._column)
            if self._type == "n":
                self._keep_format()
            else:
                self._text = []
        elif tag == "row":
            number = attributes.get("r")
            self._row = self._row + 1 if number is None else int(number) - 1
            self._column = -1

    def _keep_format(self) -> None:
        if not self._style:
            return
        style = int(self._style)
        shown = self._formats[style] if 0 <= style < len(self._formats) else None
        if shown is not None:
            self.found.shown[self._row, self._column] = shown

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if self._text is None or tag not in ("v", "is"):
            return
        text, self._text = "".join(self._text), None
        if self._type != "s":
            self._characters += len(text)
        elif (index := int(text)) < len(self._lengths):
            self._characters += self._lengths[index]

    def pause(self) -> None:
        area = self.found.area
        self._budget.spend(cells=self._cells, area=area - self._area, characters=self._characters)
        self._cells, self._characters, self._area = 0, 0, area


def _survey_xlsx(path: Path, parts: dict[str, zipfile.ZipInfo], budget: Budget) -> Survey:
    with zipfile.ZipFile(path) as archive:

        def follow(part: str) -> dict[str, tuple[str, str]]:
            """The relationships of a part: its kind and the part that it leads to, by id."""
            folder, file = posixpath.split(part)
            links = read_part(archive, parts, posixpath.join(folder, "_rels", f"{file}.rels").lower(), budget)
            return {
                link.get("Id", ""): (link.get("Type", "").rpartition("/")[2], _target(folder, link.get("Target", "")))
                for link in elements(links, "Relationship")
            }

        book = next((part for kind, part in follow("").values() if kind == "officeDocument"), "xl/workbook.xml")
        links = follow(book)
        kinds = dict(links.values())
        styles = read_part(archive, parts, kinds.get("styles", ""), budget)
        title = title_of(read_part(archive, parts, "docprops/core.xml", budget))
        lengths = _string_lengths(archive, parts.get(kinds.get("sharedStrings", "")), budget)
        sheets: list[str] = []
        for listed in elements(read_part(archive, parts, book, budget), "sheet"):
            link = next((value for key, value in listed.items() if key.rpartition("}")[2] == "id"), "")
            sheets.append(links[link][1])
    formats = _formats(styles)

    def sheet(index: int) -> Found:
        walker = _XlsxSheet(formats, lengths, budget)
        with zipfile.ZipFile(path) as archive, archive.open(parts[sheets[index]]) as file:
            _walk(file, budget, walker.start, walker.end, walker.data, walker.pause)
        walker.pause()
        return walker.found

    return Survey(sheet, title, _left_out(parts))


def _target(folder: str, target: str) -> str:
    """The part that a relationship leads to: from its own folder unless it begins with a slash."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()


def _string_lengths(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None, budget: Budget) -> Sequence[int]:
    """The lengths of the shared strings, in order."""
    lengths = array("L")
    total = 0

    def start(tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            lengths.append(0)

    def data(text: str) -> None:
        nonlocal total
        if lengths:
            lengths[-1] += len(text)
            total += len(text)

    if part is not None:
        with archive.open(part) as file:
            _walk(file, budget, start, data=data, pause=lambda: budget.check_characters(total))
    return lengths


def _left_out(parts: dict[str, zipfile.ZipInfo]) -> list[str]:
    """Sentences on what a workbook holds that is not read."""
    warnings: list[str] = []
    if any(part.endswith("vbaproject.bin") or part.startswith(("basic/", "scripts/")) for part in parts):
        warnings.append("It holds macros; they were not run.")
    pictures = sum(part.startswith(("xl/media/", "pictures/")) and not part.endswith("/") for part in parts)
    if pictures:
        warnings.append(f"It holds {pictures} picture{'s' if pictures > 1 else ''}; they were not read.")
    if any(part.startswith(("xl/comments", "xl/threadedcomments")) for part in parts):
        warnings.append("It holds comments on cells; they were not read.")
    return warnings


_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0"} | {
    39: "#,##0.00",
    40: "#,##0.00",
}
"""The formats of numbers that a workbook may use without spelling them out."""


def _formats(styles: ElementTree.Element) -> list[NumberFormat | None]:
    """How each cell style shows a number; None where that is left to the program or too intricate."""
    codes = dict(_BUILT_IN)
    for element in elements(styles, "numFmt"):
        codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
    return [
        number_format(codes.get(int(style.get("numFmtId", "0")), ""))
        for styled in elements(styles, "cellXfs")
        for style in elements(styled, "xf")
    ]


def _survey_ods(path: Path, parts: dict[str, zipfile.ZipInfo], budget: Budget) -> Survey:
    walker = _OdsContent(budget)
    with zipfile.ZipFile(path) as archive:
        check_unlocked(read_part(archive, parts, "meta-inf/manifest.xml", budget), budget.name)
        title = title_of(read_part(archive, parts, "meta.xml", budget))
        with archive.open(parts["content.xml"]) as file:
            _walk(file, budget, walker.start, walker.end, walker.data)

    return Survey(walker.sheets.__getitem__, title, _left_out(parts))


class _OdsContent:
    """The handlers for the content of an ODS: what stands where, with the repetitions that the format allows."""

    def __init__(self, budget: Budget) -> None:
        self.sheets: list[Found] = []
        self._budget = budget
        self._depth = 0
        self._row = self._column = self._rows = self._columns = 0
        self._text: list[str] | None = None
        self._number = False
        self._area = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(Found())
                self._row = self._rows = self._area = 0
        elif self._depth != 1:
            return
        elif tag == "table-row":
            self._row += self._rows
            self._rows = _count(attributes, "rows-repeated")
            self._column = self._columns = 0
        elif tag in ("table-cell", "covered-table-cell"):
            self._column += self._columns
            self._columns = _count(attributes, "columns-repeated")
            self._cell(attributes)
        elif tag == "p" and self._text:
            self._text.append("\n")

    def _cell(self, attributes: dict[str, str]) -> None:
        kind = next((value for key, value in attributes.items() if key == "office:value-type"), "")
        self._text = [] if kind else None
        self._number = kind in ("float", "percentage", "currency")
        if not kind:
            return
        found = self.sheets[-1]
        found.add(self._row, self._column, self._row + self._rows - 1, self._column + self._columns - 1)
        area = found.area
        self._budget.spend(cells=self._rows * self._columns, area=area - self._area)
        self._area = area
        height, width = _count(attributes, "rows-spanned"), _count(attributes, "columns-spanned")
        if height > 1 or width > 1:
            found.merged.append(((self._row, self._column), (self._row + height - 1, self._column + width - 1)))

    def data(self, text: str) -> None:
        if self._text is not None and self._depth == 1:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
        elif tag == "table-cell" and self._depth == 1 and self._text is not None:
            text, self._text = " ".join("".join(self._text).split()), None
            self._budget.spend(characters=len(text) * self._rows * self._columns)
            if self._number and text:
                for row in range(self._row, self._row + self._rows):
                    for column in range(self._column, self._column + self._columns):
                        self.sheets[-1].shown[row, column] = text


def _count(attributes: dict[str, str], name: str) -> int:
    return max(1, int(attributes.get(f"table:number-{name}", "1")))


_CELL_RECORDS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""FORMULA, MULRK, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK: the records that begin with a row and a column."""
_BEGIN, _PASSWORD, _MULTIPLE = 0x0809, 0x002F, 0x00BD


def _survey_xls(path: Path, budget: Budget) -> Survey:
    # imported here: only needed by those who take in an old workbook
    import olefile

    with olefile.OleFileIO(str(path)) as ole:
        if ole.exists("EncryptedPackage"):
            raise locked(budget.name)
        stream = next((name for name in ("Workbook", "Book") if ole.exists(name)), None)
        if stream is None:
            raise DocumentRefused("invalid_content", f"“{budget.name}” is not a workbook.", "Save it as XLSX.")
        data = ole.openstream(stream).read()
        macros = ole.exists("_VBA_PROJECT_CUR")
    at, cells, found = 0, 0, Found()
    while at + 4 <= len(data):
        record, size = int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 2 : at + 4], "little")
        body, at = at + 4, at + 4 + size
        if record == _PASSWORD:
            raise locked(budget.name)
        if record == _BEGIN:
            budget.check_time("its cells")
            budget.spend(cells=cells, area=found.area)
            cells, found = 0, Found()
        elif record in _CELL_RECORDS and size >= 6:
            row, column = (int.from_bytes(data[body + n : body + n + 2], "little") for n in (0, 2))
            last = int.from_bytes(data[at - 2 : at], "little") if record == _MULTIPLE else column
            found.add(row, column, row, max(column, last))
            cells += max(column, last) - column + 1
    budget.spend(cells=cells, area=found.area)
    return Survey(lambda _: Found(), warnings=["It holds macros; they were not run."] if macros else [])
