"""XLSX, XLSM, XLS and ODS: every sheet is a page, every row a ROW under the header of its table.

The values are python-calamine's. It keeps the whole rectangle around a sheet's filled cells in memory, so a file is
surveyed before: two cells in opposite corners of a sheet would take half a terabyte. The survey also finds what
calamine does not tell: how a number is shown, and the merged cells of ODS.
"""

from __future__ import annotations

import datetime
import posixpath
import re
import struct
import time
import zipfile
import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby, pairwise
from pathlib import Path
from typing import IO, Any, cast
from xml.etree import ElementTree
from xml.parsers import expat

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import prose, rows
from knowledge.types import Block, BlockKind, CellRange, PageReport, Reading

MAX_CELLS = 2_000_000
"""Filled cells of a workbook."""
MAX_AREA = 8_000_000
"""Cells of the rectangles around the filled cells of all sheets."""
MAX_CHARACTERS = 20_000_000
"""Characters of the texts of a workbook, counted wherever they are shown."""
MAX_SHEETS = 1_000
MAX_MERGED = 200_000
"""Cells of a sheet that repeat a merged cell; beyond them the rest stays empty and the page says so."""
MAX_HEADER_ROWS = 3
FORM_ROWS = 10
"""Rows before and after that are looked at to tell a form from a table of two columns."""
MAX_LABEL = 80
"""Characters up to which a text may name a column or head a section; longer texts are sentences."""
MAX_PART = 16 * 2**20
"""Bytes of a part that is taken in as a whole, such as the styles."""

DAMAGE = (
    ElementTree.ParseError,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,  # an archive packed in a way that nobody uses
    LookupError,
    ValueError,
    OSError,
    EOFError,
    RecursionError,
)
"""What reading a damaged archive of XML raises."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 18
_YEAR = re.compile(r"(19|20)\d\d")
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


def read_workbook(path: Path, name: str, deadline: float) -> Reading:
    """The sheets in order, each under its name: its title lines, its tables with their headers, its notes.

    Numbers and prices are as shown, dates ISO, merged cells repeat their value. Raises DocumentRefused for a file that
    is damaged, protected by a password, or beyond the limits of this module.
    """
    # imported here: only needed by those who take in a workbook
    from python_calamine import CalamineError, PasswordError

    budget = Budget(name, deadline)
    try:
        survey = _survey(path, budget)
        with _open(path) as book:
            sheets = book.sheets_metadata
            if len(sheets) > MAX_SHEETS:
                raise budget.refusal(f"it has {len(sheets):,} sheets, and {MAX_SHEETS:,} are read")
            pages = [_page(book, index, survey.sheet(index), budget) for index in range(len(sheets))]
    except PasswordError as error:
        raise locked(name) from error
    except BaseException as error:
        # a panic of calamine is no Exception, and has no class that could be imported
        if not isinstance(error, (CalamineError, *DAMAGE)) and type(error).__name__ != "PanicException":
            raise
        raise damaged(name, "a workbook", error) from error
    blocks = tuple(block for page in pages for block in page[0])
    return Reading(survey.title, blocks, tuple(report for _, report in pages), tuple(survey.warnings))


def _open(path: Path) -> Any:
    import python_calamine

    return cast(Any, python_calamine).load_workbook(str(path))  # its types of paths are not fully told


def damaged(name: str, kind: str, error: BaseException) -> DocumentRefused:
    return DocumentRefused(
        "corrupted", f"“{name}” is not readable as {kind} ({type(error).__name__}).", "Open it and save it again."
    )


def locked(name: str) -> DocumentRefused:
    return DocumentRefused(
        "password_protected", f"“{name}” is protected by a password.", "Open it, remove the password, and save it."
    )


def check_unlocked(manifest: ElementTree.Element, name: str) -> None:
    """Raises DocumentRefused when the manifest of an OpenDocument package tells that parts are encrypted."""
    if next(elements(manifest, "encryption-data"), None) is not None:
        raise locked(name)


class Budget:
    """What a workbook may still take of time, cells and characters."""

    def __init__(self, name: str, deadline: float) -> None:
        self.name = name
        self._deadline = deadline
        self._cells = self._area = self._characters = 0

    def refusal(self, reason: str) -> DocumentRefused:
        return DocumentRefused("security_risk", f"“{self.name}” is too large: {reason}.", "Split it.")

    def check_time(self, where: str) -> None:
        if time.monotonic() > self._deadline:
            raise DocumentRefused(
                "security_risk", f"“{self.name}” took too long to read: stopped at {where}.", "Split it."
            )

    def spend(self, *, cells: int = 0, area: int = 0, characters: int = 0) -> None:
        """Counts what was found; raises DocumentRefused when it is more than is read."""
        self._cells += cells
        self._area += area
        self._characters += characters
        if self._cells > MAX_CELLS:
            raise self.refusal(f"more than {MAX_CELLS:,} cells are filled")
        if self._area > MAX_AREA:
            raise self.refusal(f"its filled cells lie further apart than {MAX_AREA:,} cells; clear stray ones")
        if self._characters > MAX_CHARACTERS:
            raise self.refusal(f"its texts have more than {MAX_CHARACTERS:,} characters")


# --- the survey -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is shown: at least `least` and at most `most` decimals, and at least `digits` before them."""

    prefix: str
    suffix: str
    digits: int
    least: int
    most: int
    grouped: bool
    percent: bool

    def show(self, value: float) -> str:
        number = Decimal(f"{value:.15g}") * (100 if self.percent else 1)
        rounded = abs(number).quantize(Decimal(1).scaleb(-self.most), ROUND_HALF_UP)
        whole, _, decimals = f"{rounded:f}".partition(".")
        decimals = decimals[: self.least] + decimals[self.least :].rstrip("0")
        whole = f"{int(whole):,}" if self.grouped else whole.zfill(self.digits)
        sign = "-" if number < 0 and rounded else ""
        return f"{sign}{self.prefix}{whole}{'.' if decimals else ''}{decimals}{self.suffix}"


@dataclass(slots=True)
class _Found:
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
        if self.low is None:
            return 0
        return (self.high[0] - self.low[0] + 1) * (self.high[1] - self.low[1] + 1)


@dataclass(frozen=True, slots=True)
class _Survey:
    """A workbook before its values: `sheet` gives what was found on a sheet by its index (from 0)."""

    sheet: Callable[[int], _Found]
    title: str = ""
    warnings: Sequence[str] = ()


def _survey(path: Path, budget: Budget) -> _Survey:
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


def list_parts(archive: zipfile.ZipFile, budget: Budget) -> dict[str, zipfile.ZipInfo]:
    """The parts of a package by their names in small letters."""
    parts = {part.filename.replace("\\", "/").lower(): part for part in archive.infolist()}
    if any(part.flag_bits & 1 for part in parts.values()):
        raise locked(budget.name)
    return parts


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
        self.found = _Found()
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


def _survey_xlsx(path: Path, parts: dict[str, zipfile.ZipInfo], budget: Budget) -> _Survey:
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
        title = part_title(read_part(archive, parts, "docprops/core.xml", budget))
        lengths = _string_lengths(archive, parts.get(kinds.get("sharedStrings", "")), budget)
        sheets: list[str] = []
        for listed in elements(read_part(archive, parts, book, budget), "sheet"):
            link = next((value for key, value in listed.items() if key.rpartition("}")[2] == "id"), "")
            sheets.append(links[link][1])
    formats = _formats(styles)

    def sheet(index: int) -> _Found:
        walker = _XlsxSheet(formats, lengths, budget)
        with zipfile.ZipFile(path) as archive, archive.open(parts[sheets[index]]) as file:
            _walk(file, budget, walker.start, walker.end, walker.data, walker.pause)
        walker.pause()
        return walker.found

    return _Survey(sheet, title, _left_out(parts))


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

    def pause() -> None:
        if total > MAX_CHARACTERS:
            raise budget.refusal(f"its texts have more than {MAX_CHARACTERS:,} characters")

    if part is not None:
        with archive.open(part) as file:
            _walk(file, budget, start, data=data, pause=pause)
    return lengths


def read_part(
    archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], name: str, budget: Budget
) -> ElementTree.Element:
    """A small part as a tree; an empty element when there is no such part."""
    from defusedxml.ElementTree import fromstring

    part = parts.get(name)
    if part is None:
        return ElementTree.Element("none")
    if part.file_size > MAX_PART:
        raise budget.refusal(f"its part {name} has {part.file_size / 2**20:.0f} MB")
    return fromstring(archive.read(part), forbid_dtd=True)


def elements(root: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """The elements of this name, whatever their namespace: the strict and the usual kind of XLSX differ in it."""
    return (element for element in root.iter() if str(element.tag).rpartition("}")[2] == tag)


def part_title(root: ElementTree.Element) -> str:
    return " ".join("".join(element.text or "" for element in elements(root, "title")).split())


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


_FORMAT = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|(?P<none>[_*].)|\[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\d+)\]"
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?)|(?P<plain>[-+$€£¥%() ])|(?P<other>.)",
    re.IGNORECASE,
)


def number_format(code: str) -> NumberFormat | None:
    """A format such as `0.0" °C"`, `$#,##0.00` or `0%`, by its part for positive numbers; None for any other."""
    around: list[str] = ["", ""]
    digits = ""
    percent = False
    for match in _FORMAT.finditer(code):
        if match["other"] == ";":
            break
        if match["other"] or (match["digits"] and digits):
            return None
        if match["digits"]:
            digits = match["digits"]
            continue
        literal = match["text"] or match["sign"] or match["money"] or match["plain"] or ""
        percent = percent or match["plain"] == "%"
        around[bool(digits)] += literal
    whole, _, decimals = digits.partition(".")
    if not digits or whole.endswith(",") or len(decimals) > 10 or "," in decimals:
        return None
    return NumberFormat(
        around[0], around[1], whole.count("0"), decimals.count("0"), len(decimals), "," in whole, percent
    )


def _survey_ods(path: Path, parts: dict[str, zipfile.ZipInfo], budget: Budget) -> _Survey:
    walker = _OdsContent(budget)
    with zipfile.ZipFile(path) as archive:
        check_unlocked(read_part(archive, parts, "meta-inf/manifest.xml", budget), budget.name)
        title = part_title(read_part(archive, parts, "meta.xml", budget))
        with archive.open(parts["content.xml"]) as file:
            _walk(file, budget, walker.start, walker.end, walker.data)

    return _Survey(walker.sheets.__getitem__, title, _left_out(parts))


class _OdsContent:
    """The handlers for the content of an ODS: what stands where, with the repetitions that the format allows."""

    def __init__(self, budget: Budget) -> None:
        self.sheets: list[_Found] = []
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
                self.sheets.append(_Found())
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


def _survey_xls(path: Path, budget: Budget) -> _Survey:
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
    at, cells, found = 0, 0, _Found()
    while at + 4 <= len(data):
        record, size = int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 2 : at + 4], "little")
        body, at = at + 4, at + 4 + size
        if record == _PASSWORD:
            raise locked(budget.name)
        if record == _BEGIN:
            budget.check_time("its cells")
            budget.spend(cells=cells, area=found.area)
            cells, found = 0, _Found()
        elif record in _CELL_RECORDS and size >= 6:
            row, column = (int.from_bytes(data[body + n : body + n + 2], "little") for n in (0, 2))
            last = int.from_bytes(data[at - 2 : at], "little") if record == _MULTIPLE else column
            found.add(row, column, row, max(column, last))
            cells += max(column, last) - column + 1
    budget.spend(cells=cells, area=found.area)
    return _Survey(lambda _: _Found(), warnings=["It holds macros; they were not run."] if macros else [])


# --- a sheet's rows ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with something in it: its number (from 1), the texts by column, and the kind of each cell.

    Kinds: "t" text, "n" number, "d" date or year, " " nothing; "m" and "v" repeat a merged cell from the left and from
    above.
    """

    number: int
    texts: Sequence[str]
    kinds: str

    @property
    def columns(self) -> list[int]:
        return [column for column, kind in enumerate(self.kinds) if kind != " "]

    @property
    def width(self) -> int:
        """How many cells are filled; a merged one counts once."""
        return sum(kind not in " m" for kind in self.kinds)

    @property
    def own(self) -> list[str]:
        """The texts without those that only repeat a merged cell."""
        return [self.texts[column] for column, kind in enumerate(self.kinds) if kind not in " mv"]

    def cut(self, first: int, last: int) -> _Row:
        """The row without what stands before `first` and from `last` on."""
        return _Row(self.number, [*[""] * first, *self.texts[first:last]], " " * first + self.kinds[first:last])


def _page(book: Any, index: int, found: _Found, budget: Budget) -> tuple[list[Block], PageReport]:
    """The blocks of a sheet and what is to say of it."""
    meta = book.sheets_metadata[index]
    sheet, page = " ".join(str(meta.name).split()), index + 1
    warnings: list[str] = []
    if str(meta.visible) != "SheetVisibleEnum.Visible":
        warnings.append("The sheet is hidden; it was read all the same.")
    lines: list[_Row] = []
    if str(meta.typ) == "SheetTypeEnum.WorkSheet":
        lines = list(_lines(book.get_sheet_by_index(index), found, budget, warnings))
    else:
        warnings.append("It is no sheet of cells (a chart, a dialog or macros); it was not read.")
    blocks = [Block(BlockKind.HEADING, sheet, level=1, page=page)]
    tables = 0
    for band in _bands(lines):
        walk = _Band(band, sheet, page, budget)
        blocks += walk.read()
        tables += walk.tables
    characters = sum(len(block.text) for block in blocks)
    return blocks, PageReport(page, characters if lines else 0, len(blocks), tables, 0, tuple(warnings), sheet)


def _lines(sheet: Any, found: _Found, budget: Budget, warnings: list[str]) -> Iterator[_Row]:
    """The rows that are not empty, with merged cells filled in."""
    if sheet.start is None:
        return
    first = int(sheet.start[1])
    merged: list[tuple[Place, Place]] = [*found.merged, *(sheet.merged_cell_ranges or [])]
    repeats = _repeats(merged, sheet.start, sheet.end, warnings)
    kept: dict[Place, tuple[str, str]] = {}
    for row, values in enumerate(sheet.iter_rows()):
        if row % 1_000 == 0:
            budget.check_time(f"row {row + 1} of “{sheet.name}”")
        texts, kinds = [""] * (first + len(values)), [" "] * (first + len(values))
        for column, value in enumerate(values, first):
            if value != "":
                texts[column], kinds[column] = _shown(value, found.shown.get((row, column)))
        for column, origin in repeats.pop(row, ()):
            if origin == (row, column):
                kept[origin] = texts[column], kinds[column]
            elif kept[origin][0] and not texts[column]:
                texts[column] = kept[origin][0]
                kinds[column] = "m" if origin[1] < column else "v"
        while kinds and kinds[-1] == " ":
            kinds.pop()
        if not set(kinds) <= set(" mv"):
            yield _Row(row + 1, texts[: len(kinds)], "".join(kinds))


def _repeats(
    merged: Sequence[tuple[Place, Place]], low: Place, high: Place, warnings: list[str]
) -> dict[int, list[tuple[int, Place]]]:
    """For each row the columns that a merged cell covers within the filled rectangle, each with the cell it repeats."""
    repeats: dict[int, list[tuple[int, Place]]] = defaultdict(list)
    left = MAX_MERGED
    for (top, start), (bottom, end) in sorted(merged):
        if not (low[0] <= top <= high[0] and low[1] <= start <= high[1]):
            continue
        bottom, end = min(bottom, high[0]), min(end, high[1])
        left -= (bottom - top + 1) * (end - start + 1)
        if left < 0:
            warnings.append(f"More than {MAX_MERGED:,} cells are merged; the rest of them were left empty.")
            break
        for row in range(top, bottom + 1):
            repeats[row] += [(column, (top, start)) for column in range(start, end + 1)]
    return repeats


def _shown(value: Any, form: NumberFormat | str | None) -> tuple[str, str]:
    """A value as a person sees it, and its kind (see _Row)."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return text, "t" if text else " "
    if isinstance(value, bool):
        return str(value).upper(), "n"
    if isinstance(value, int | float):
        if form is None or (isinstance(form, NumberFormat) and not abs(value) < 1e15):
            text = plain_number(value)
        else:
            text = form if isinstance(form, str) else form.show(value)
        return text, "d" if _YEAR.fullmatch(text) else "n"
    if isinstance(value, datetime.datetime):
        clock = "" if value.time() == datetime.time() else f" {_clock(value.time())}"
        return f"{value.date().isoformat()}{clock}", "d"
    if isinstance(value, datetime.date):
        return value.isoformat(), "d"
    if isinstance(value, datetime.time):
        return _clock(value), "d"
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else ""), "n"
    return str(value), "t"


def _clock(value: datetime.time) -> str:
    return value.strftime("%H:%M:%S" if value.second else "%H:%M")


def plain_number(value: float) -> str:
    """A number without a format: whole ones without a point, others to ten digits, as a cell has room for."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return f"{value:.10g}"


# --- tables -----------------------------------------------------------------------------------------------------------


def _bands(lines: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """The rows in pieces to be read one after the other: tables that stand side by side are separated."""
    band: list[_Row] = []
    for region in _regions(lines):
        parts = _side_by_side(region)
        if len(parts) > 1:
            if band:
                yield band
            yield from parts
            band = []
        else:
            band += region
    if band:
        yield band


def _regions(lines: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Runs of rows without an empty row between them."""
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1].number - pair[0]):
        yield [row for _, row in run]


def _side_by_side(region: list[_Row]) -> list[list[_Row]]:
    """The region cut where two columns or more are empty, if every piece is a table of its own."""
    used = sorted({column for row in region for column in row.columns})
    cuts = [0, *(after for before, after in pairwise(used) if after - before > 2), used[-1] + 1]
    pieces: list[list[_Row]] = []
    for first, last in pairwise(cuts):
        piece = [part for row in region if (part := row.cut(first, last)).kinds.strip()]
        start = next((index for index, row in enumerate(piece) if row.width > 1), 0)
        if not _header_rows(piece, start):
            return [region]
        pieces.append(piece)
    return pieces


def _header_rows(lines: Sequence[_Row], at: int) -> int:
    """How many rows from `at` on are the header of a table; 0 when none starts there."""
    end = at + 1
    while end - at < MAX_HEADER_ROWS and _goes_on(lines, at, end):
        end += 1
    body: Sequence[_Row] = next(_regions(lines[end : end + 3]), ())
    if not body or body[0].number - lines[end - 1].number > 2:
        return 0
    header = lines[at:end]
    columns = {column for row in header for column in row.columns}
    names = [text for row in header for text in row.own]
    if max(row.width for row in header) < 2 or any(_is_sentence(name) or name.endswith(":") for name in names):
        return 0
    if _is_form(lines, at, sorted(columns)):
        return 0
    labels = sum(_is_label(header[-1], column, body[0]) for column in header[-1].columns)
    if 2 * labels <= len(header[-1].columns):
        return 0
    widths = [row.width for row in body if row.width > 1]
    covered = all(set(row.columns[-1:]) <= set(range(max(columns) + 1)) for row in body)
    fits = bool(widths) and 3 * len(columns) >= 2 * max(widths)
    return end - at if covered and fits else 0


def _is_form(lines: Sequence[_Row], at: int, columns: Sequence[int]) -> bool:
    """Whether the rows name a value each, such as "Phone | 555": two columns, texts and figures mixed in the second."""
    if len(columns) != 2:
        return False
    near = _regions(lines[max(0, at - FORM_ROWS) : at + FORM_ROWS])
    others = [row for region in near if lines[at] in region for row in region if row is not lines[at]]
    second = {row.kinds[columns[-1] : columns[-1] + 1] for row in others}
    return "t" in second and not second.isdisjoint("nd")


def _is_label(row: _Row, column: int, below: _Row) -> bool:
    kind = row.kinds[column]
    if kind in "tmv":
        return any(sign.isalpha() for sign in row.texts[column])  # a dash stands for a figure
    return kind == "d" and below.kinds[column : column + 1] not in ("d", "")


def _names_figures(lines: Sequence[_Row], at: int) -> bool:
    """Whether the row before `at` has a text above a number or a date of the row `at`."""
    pairs = zip(lines[at - 1].kinds, lines[at].kinds, strict=False)  # the shorter one ends both
    return any(pair in ("tn", "td", "mn", "md") for pair in map("".join, pairs))


def _goes_on(lines: Sequence[_Row], at: int, end: int) -> bool:
    """Whether the row `end` still belongs to the header that starts at `at`: names or units under names.

    Its first cell is empty or merged with the one above, and the row below it begins with a cell of its own.
    """
    if end + 1 >= len(lines) or lines[end].number - lines[end - 1].number > 1:
        return False
    lead = lines[at].columns[0]
    row, below = lines[end], lines[end + 1]
    leads = row.kinds[lead : lead + 1] in ("", " ", "v") and below.kinds[lead : lead + 1] not in ("", " ", "v")
    return leads and below.number - row.number <= 2 and set(row.kinds) <= set(" tmv") and row.columns[0] >= lead


class _Band:
    """The walk over rows: titles, headers, rows and notes, in order."""

    def __init__(self, lines: Sequence[_Row], sheet: str, page: int, budget: Budget) -> None:
        self.tables = 0
        self._lines = lines
        self._sheet = sheet
        self._page = page
        self._budget = budget
        self._blocks: list[Block] = []
        self._header: Sequence[_Row] = ()
        self._body: list[_Row] = []

    def read(self) -> list[Block]:
        at = 0
        while at < len(self._lines):
            at = self._next(at)
        self._flush()
        return self._blocks

    def _starts(self, at: int) -> bool:
        """Whether a region starts here: the first row, or one after an empty row."""
        return at == 0 or self._lines[at].number - self._lines[at - 1].number > 1

    def _next(self, at: int) -> int:
        """Takes in the row `at`, and those that go with it; the index of the next."""
        row = self._lines[at]
        named = bool(self._header) and not self._body
        inside = named or (bool(self._body) and not self._starts(at))
        count = 0 if inside and self._header else _header_rows(self._lines, at)
        # below rows without names only figures under names tell a header from one more row
        if count and (not inside or _names_figures(self._lines, at + count)):
            self._flush()
            self._header = self._lines[at : at + count]
            self.tables += 1
            return at + count
        if row.width == 1 and (not inside or _is_sentence(_only(row))):
            return self._titles_or_notes(at)
        if not inside and not self._fits(row):
            self._flush()
            self._header = ()
        self._body.append(row)
        return at + 1

    def _fits(self, row: _Row) -> bool:
        """Whether a row after an empty one goes on with the table: it has no column that the table has not."""
        known = {column for line in (*self._header, *self._body) for column in line.columns}
        return set(row.columns) <= known

    def _titles_or_notes(self, at: int) -> int:
        """Takes in the single cells from `at` on: what heads a table, labels rows or stands for itself."""
        end = at + 1
        while end < len(self._lines) and self._lines[end].width == 1:
            end += 1
        run = self._lines[at:end]
        if end < len(self._lines) and _header_rows(self._lines, end):
            self._flush()
            self._header = ()
            for index, row in enumerate(run, at):
                heads = self._starts(index) and not _is_sentence(_only(row))
                self._add(row, BlockKind.HEADING if heads else None)
        elif end < len(self._lines) and self._header and not self._starts(end) and self._fits(self._lines[end]):
            self._body += run
        else:
            self._flush()
            for row in run:
                self._add(row, None)
        return end

    def _add(self, row: _Row, kind: BlockKind | None) -> None:
        """A block of a single cell's text; of the kind that the text tells when `kind` is None."""
        text = _only(row)
        block = Block(kind, text, level=2, line=row.number) if kind else prose(text, line=row.number)
        self._blocks.append(replace(block, page=self._page, cell_range=self._range(row)))

    def _flush(self) -> None:
        """The rows collected so far as blocks under the header."""
        body, self._body = self._body, []
        if not body:
            return
        self._budget.check_time(f"row {body[0].number} of “{self._sheet}”")
        self.tables += not self._header and len(body) > 1
        columns = sorted({column for row in (*self._header, *body) for column in row.columns})
        header = [_name(self._header, column) for column in columns] if self._header else []
        made = rows(
            [[_cell(row, column, merged=bool(header)) for column in columns] for row in body],
            header=header,
            table=self._sheet,
            lines=[row.number for row in body],
        )
        for block, row in zip(made, body, strict=True):
            self._blocks.append(replace(block, page=self._page, cell_range=self._range(row)))

    def _range(self, row: _Row) -> CellRange:
        first, last = (f"{column_letters(column)}{row.number}" for column in (row.columns[0], row.columns[-1]))
        return CellRange(self._sheet, first, last)


def _cell(row: _Row, column: int, *, merged: bool) -> str:
    """The text of a cell; without `merged` a text that goes over several columns is given once."""
    if column >= len(row.texts) or (row.kinds[column] == "m" and not merged):
        return ""
    return row.texts[column]


def _name(header: Sequence[_Row], column: int) -> str:
    """What a column is called: the texts above it, each once."""
    return " ".join(dict.fromkeys(text for row in header if (text := _cell(row, column, merged=True))))


def _only(row: _Row) -> str:
    """The text of a row of one cell."""
    return next(text for text in row.texts if text)


def _is_sentence(text: str) -> bool:
    return len(text) > MAX_LABEL or text.endswith((".", "!", ";"))


def column_letters(column: int) -> str:
    """The name of a column (from 0): A to Z, AA and so on."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def cell_place(name: str) -> Place:
    """The row and column (from 0) of a cell such as "B4"."""
    match = _PLACE.fullmatch(name.upper())
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]) - 1, column - 1
