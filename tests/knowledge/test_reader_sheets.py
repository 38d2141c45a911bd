"""A workbook becomes its tables, every row under its header and with its place in the sheet, or it is refused."""

from __future__ import annotations

import datetime
import struct
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from knowledge.errors import DocumentRefused
from knowledge.readers import budget, sheets_rows
from knowledge.readers.sheets import read_workbook
from knowledge.types import Block, BlockKind, CellRange, PageReport, Reading

ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {"office": "office", "table": "table", "text": "text", "style": "style"}.items()
)


def read(path: Path, seconds: float = 60.0) -> Reading:
    return read_workbook(path, path.name, time.monotonic() + seconds)


def book(path: Path, *lines: Sequence[Any]) -> Path:
    """A workbook of one sheet, "Fryer"."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Fryer"
    for line in lines:
        sheet.append(list(line))
    workbook.save(path)
    return path


def brief(reading: Reading) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, text and header of every block but the name of the sheet."""
    return [(block.kind.value, block.text, block.header) for block in reading.blocks if block.level != 1]


def refusal(path: Path, seconds: float = 60.0) -> tuple[str, str]:
    with pytest.raises(DocumentRefused) as refused:
        read(path, seconds)
    return refused.value.kind, str(refused.value)


def test_a_row_stands_under_its_header_with_its_place(tmp_path: Path) -> None:
    path = book(tmp_path / "codes.xlsx", ["Code", "Meaning", "Tries"], ["E1", "Oil too hot", 3], ["E2", "Lid open", 1])
    header = ("Code", "Meaning", "Tries")
    assert read(path) == Reading(
        "",
        (
            Block(BlockKind.HEADING, "Fryer", level=1, page=1),
            Block(
                BlockKind.ROW,
                "E1 | Oil too hot | 3",
                page=1,
                cells=("E1", "Oil too hot", "3"),
                header=header,
                table="Fryer",
                line=2,
                cell_range=CellRange("Fryer", "A2", "C2"),
            ),
            Block(
                BlockKind.ROW,
                "E2 | Lid open | 1",
                page=1,
                cells=("E2", "Lid open", "1"),
                header=header,
                table="Fryer",
                line=3,
                cell_range=CellRange("Fryer", "A3", "C3"),
            ),
        ),
        (PageReport(1, 42, 3, tables=1, name="Fryer"),),
    )


def test_title_lines_head_a_table_and_lines_after_it_are_notes(tmp_path: Path) -> None:
    path = book(
        tmp_path / "oil.xlsx",
        ["Oil changes"],
        ["All kitchens, since June."],
        [],
        ["Fryer", "Litres"],
        ["A", 12],
        [],
        ["WARNING: Let the oil cool."],
        ["1. Drain it."],
    )
    assert brief(read(path)) == [
        ("heading", "Oil changes", ()),
        ("paragraph", "All kitchens, since June.", ()),
        ("row", "A | 12", ("Fryer", "Litres")),
        ("warning", "Let the oil cool.", ()),
        ("step", "Drain it.", ()),
    ]


def test_tables_apart_have_their_own_headers_and_one_that_goes_on_keeps_its(tmp_path: Path) -> None:
    path = book(
        tmp_path / "two.xlsx",
        ["Part", "Price"],
        ["Basket", 20],
        [],
        ["Hose", 7],
        [],
        ["Name", "Phone", "Hours"],
        ["Ann", 5550100, 8],
    )
    assert brief(read(path)) == [
        ("row", "Basket | 20", ("Part", "Price")),
        ("row", "Hose | 7", ("Part", "Price")),
        ("row", "Ann | 5550100 | 8", ("Name", "Phone", "Hours")),
    ]


def test_tables_side_by_side_are_separated(tmp_path: Path) -> None:
    path = book(
        tmp_path / "beside.xlsx",
        ["Part", "Price", None, None, "Name", "Hours"],
        ["Basket", 20, None, None, "Ann", 8],
        ["Hose", 7, None, None, "Bob", 6],
    )
    reading = read(path)
    assert brief(reading) == [
        ("row", "Basket | 20", ("Part", "Price")),
        ("row", "Hose | 7", ("Part", "Price")),
        ("row", "Ann | 8", ("Name", "Hours")),
        ("row", "Bob | 6", ("Name", "Hours")),
    ]
    assert [block.cell_range for block in reading.blocks[3:]] == [
        CellRange("Fryer", "E2", "F2"),
        CellRange("Fryer", "E3", "F3"),
    ]


def test_merged_cells_repeat_their_value_and_a_header_may_take_several_rows(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in (
        ["Station", "Monday", None],
        [None, "open", "close"],
        ["Grill", "Ann", "Bob"],
        [None, "Cy", "Di"],
    ):
        sheet.append(line)
    for merged in ("A1:A2", "B1:C1", "A3:A4"):
        sheet.merge_cells(merged)
    workbook.save(tmp_path / "shifts.xlsx")
    header = ("Station", "Monday open", "Monday close")
    assert brief(read(tmp_path / "shifts.xlsx")) == [
        ("row", "Grill | Ann | Bob", header),
        ("row", "Grill | Cy | Di", header),
    ]


@pytest.mark.parametrize(
    "above",
    [["In millions", "", "2023", "", "2022"], ["In millions", "2023", "", "2022", ""]],
    ids=["at the end of its columns", "at their beginning"],
)
def test_a_name_that_is_not_merged_over_its_columns_is_one_for_all_of_them(tmp_path: Path, above: list[str]) -> None:
    reading = read(book(tmp_path / "b.xlsx", above, ["", "Sales", "Profit", "Sales", "Profit"], ["Zone A", 5, 6, 7, 8]))
    names = ("In millions", "2023 Sales", "2023 Profit", "2022 Sales", "2022 Profit")
    assert [block.header for block in reading.blocks if block.kind is BlockKind.ROW] == [names]


def test_a_name_that_stands_over_one_of_many_columns_is_its_own_alone(tmp_path: Path) -> None:
    reading = read(
        book(tmp_path / "b.xlsx", ["Part", "", "Net", ""], ["", "Box", "weight", "Unit"], ["FM-1", "a", 6, "kg"])
    )
    assert [block.header for block in reading.blocks if block.kind is BlockKind.ROW] == [
        ("Part", "Box", "Net weight", "Unit")
    ]


def test_forms_and_bare_figures_are_rows_without_names(tmp_path: Path) -> None:
    lines: list[list[str | int]] = [["Store", "Harbour"], ["Phone", 5550100], ["Manager", "Ann"], [], [1, 2], [3, 4]]
    blocks = read(book(tmp_path / "form.xlsx", *lines)).blocks[1:]
    assert [block.text for block in blocks] == ["Store | Harbour", "Phone | 5550100", "Manager | Ann", "1 | 2", "3 | 4"]
    assert {block.header for block in blocks} == {("", "")}


def test_a_header_below_a_line_of_particulars_is_told_by_its_figures(tmp_path: Path) -> None:
    path = book(
        tmp_path / "log.xlsx", ["Log", "Date:", datetime.date(2024, 6, 1)], ["Fridge", "Time", "°C"], ["A", None, 3.5]
    )
    assert brief(read(path)) == [
        ("row", "Log | Date: | 2024-06-01", ("", "", "")),
        ("row", "A |  | 3.5", ("Fridge", "Time", "°C")),
    ]


def test_dates_and_years_may_be_names_of_columns(tmp_path: Path) -> None:
    path = book(
        tmp_path / "weeks.xlsx",
        ["Name", datetime.date(2024, 6, 3), datetime.date(2024, 6, 4)],
        ["Ann", "6-14", "off"],
        [],
        ["Waste", 2019, 2020],
        ["Harbour", 120, 110],
    )
    assert brief(read(path)) == [
        ("row", "Ann | 6-14 | off", ("Name", "2024-06-03", "2024-06-04")),
        ("row", "Harbour | 120 | 110", ("Waste", "2019", "2020")),
    ]


def test_values_are_printed_as_a_person_sees_them(tmp_path: Path) -> None:
    values: list[tuple[Any, str, str]] = [
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.3333333333"),
        (2.5, "0.00", "2.50"),
        (2.675, "0.00", "2.68"),
        (-1234.5, "#,##0.00", "-1,234.50"),
        (0.155, "0.0%", "15.5%"),
        (4.5, '0.0" °C"', "4.5 °C"),
        (9.99, "[$€-407] #,##0.00;[Red]-#,##0.00", "€ 9.99"),
        (7, "000", "007"),
        (1e20, "0.00", "1e+20"),
        (0.5, "# ?/?", "0.5"),
        (True, "General", "TRUE"),
        (datetime.date(2024, 5, 1), "dd.mm.yy", "2024-05-01"),
        (datetime.datetime(2024, 5, 1, 14, 30), "dd.mm.yy hh:mm", "2024-05-01 14:30"),
        (datetime.time(6, 5), "hh:mm", "06:05"),
        (datetime.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        ("  two\n words ", "General", "two words"),
    ]
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for column, (value, code, _) in enumerate(values, 1):
        cell: Any = sheet.cell(1, column, value)
        cell.number_format = code
    workbook.save(tmp_path / "values.xlsx")
    assert read(tmp_path / "values.xlsx").blocks[1].cells == tuple(text for _, _, text in values)


def test_hidden_sheets_are_read_and_reported(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    hidden: Any = workbook.create_sheet("Secret")
    hidden.append(["Safe", "Code"])
    hidden.append(["Front", "none"])
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "hidden.xlsx")
    reading = read(tmp_path / "hidden.xlsx")
    assert brief(reading) == [("row", "Front | none", ("Safe", "Code"))]
    assert reading.pages == (
        PageReport(1, 0, 1, name="Sheet"),
        PageReport(2, 18, 2, tables=1, name="Secret", warnings=("The sheet is hidden; it was read all the same.",)),
    )


def test_what_is_not_read_is_said_and_macros_are_not_run(tmp_path: Path) -> None:
    path = book(tmp_path / "macros.xlsm", ["Code", "Meaning"], ["E1", "Hot"])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        archive.writestr("xl/media/image1.png", b"")
        archive.writestr("xl/comments1.xml", "<comments/>")
    reading = read(path)
    assert reading.warnings == (
        "It holds macros; they were not run.",
        "It holds 1 picture; they were not read.",
        "It holds comments on cells; they were not read.",
    )
    assert brief(reading) == [("row", "E1 | Hot", ("Code", "Meaning"))]


def test_the_title_is_that_of_the_properties(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.properties.title = "Fryer  parts"
    workbook.save(tmp_path / "titled.xlsx")
    assert read(tmp_path / "titled.xlsx").title == "Fryer parts"


# --- ODS and XLS ------------------------------------------------------------------------------------------------------


def ods(path: Path, content: str, *, manifest: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{manifest}</m:manifest>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODF}><office:body><office:spreadsheet>{content}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def value(attributes: str, shown: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"


def cell(text: str, attributes: str = "") -> str:
    return value(f'office:value-type="string" {attributes}', text)


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def table(*lines: str) -> str:
    return f'<table:table table:name="Fryer">{"".join(lines)}</table:table>'


def test_ods_repeats_merged_cells_and_shows_numbers_as_printed(tmp_path: Path) -> None:
    percent = value('office:value-type="percentage" office:value="0.15"', "15 %")
    day = value('office:value-type="date" office:date-value="2024-05-01"', "1.5.24")
    path = ods(
        tmp_path / "oil.ods",
        table(
            row(cell("Fryer"), cell("Water"), cell("Day")),
            row(cell("A", 'table:number-rows-spanned="2"'), percent, day),
            row("<table:covered-table-cell/>", percent, day),
            row("<table:table-cell/>", repeated=1_000_000),
        ),
    )
    header = ("Fryer", "Water", "Day")
    assert brief(read(path)) == [
        ("row", "A | 15 % | 2024-05-01", header),
        ("row", "A | 15 % | 2024-05-01", header),
    ]


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def label(line: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", line, column, 0, len(text), 0) + text.encode("latin-1"))


def number(line: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", line, column, 0, value))


def xls(path: Path, *cells: bytes, settings: bytes = b"") -> Path:
    """An XLS with one sheet, "Fryer": a stream of records in a container of sectors of 512 bytes."""

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))

    def first(position: int) -> bytes:
        bound = record(0x0085, struct.pack("<IBBBB", position, 0, 0, 5, 0) + b"Fryer")
        return begin(0x0005) + settings + bound + record(0x000A, b"")

    stream = first(len(first(0))) + begin(0x0010) + b"".join(cells) + record(0x000A, b"")
    path.write_bytes(container("Workbook", stream))
    return path


def container(name: str, stream: bytes) -> bytes:
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    chain = [0xFFFFFFFD, end, *range(3, sectors + 2), end]
    allocation = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        title = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<HBBIII", len(title), kind, 1, free, free, child)
        return title.ljust(64, b"\0") + links + b"\0" * 36 + struct.pack("<IQ", start, size)

    directory = (entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, len(stream))).ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    return header + allocation + directory + stream


def test_xls_is_read_like_xlsx(tmp_path: Path) -> None:
    path = xls(tmp_path / "codes.xls", label(2, 1, "Code"), label(2, 2, "Tries"), label(3, 1, "E1"), number(3, 2, 3.0))
    reading = read(path)
    assert brief(reading) == [("row", "E1 | 3", ("Code", "Tries"))]
    assert (reading.blocks[1].line, reading.blocks[1].cell_range) == (4, CellRange("Fryer", "B4", "C4"))


# --- refusals ---------------------------------------------------------------------------------------------------------


def test_a_damaged_workbook_is_refused_as_corrupted(tmp_path: Path) -> None:
    path = book(tmp_path / "codes.xlsx", ["Code", "Meaning"], ["E1", "Hot"])
    path.write_bytes(path.read_bytes()[:-400])
    assert refusal(path) == (
        "corrupted",
        "“codes.xlsx” is not readable as a workbook (BadZipFile). Open it and save it again.",
    )


def test_a_panic_of_the_library_is_refused_as_damage(tmp_path: Path) -> None:
    path = xls(tmp_path / "codes.xls", label(0, 0, "Code"), record(0x00E5, b""))
    assert refusal(path) == (
        "corrupted",
        "“codes.xls” is not readable as a workbook (PanicException). Open it and save it again.",
    )


def test_a_workbook_with_a_password_is_refused_as_such(tmp_path: Path) -> None:
    files = [
        ods(tmp_path / "a.ods", table(), manifest="<m:encryption-data/>"),
        xls(tmp_path / "b.xls", settings=record(0x002F, b"\0" * 6)),
        tmp_path / "c.xlsx",
    ]
    files[2].write_bytes(container("EncryptedPackage", b""))
    assert [refusal(path) for path in files] == [
        ("password_protected", f"“{path.name}” is protected by a password. Open it, remove the password, and save it.")
        for path in files
    ]


def test_cells_far_apart_are_refused_before_room_is_made_for_them(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    sheet["A1"] = sheet["XFD1048576"] = 1
    workbook.save(tmp_path / "far.xlsx")
    corners = [number(line, column, 1.0) for line, column in ((0, 0), (65_535, 255))]
    reason = "is too large: its filled cells lie further apart than 8,000,000 cells; clear stray ones. Split it."
    assert [refusal(path) for path in (tmp_path / "far.xlsx", xls(tmp_path / "far.xls", *corners))] == [
        ("security_risk", f"“far.xlsx” {reason}"),
        ("security_risk", f"“far.xls” {reason}"),
    ]


def test_cells_and_texts_are_counted_as_often_as_they_are_shown(tmp_path: Path) -> None:
    cells = table(row(cell("x", 'table:number-columns-repeated="16384"'), repeated=1_048_576))
    texts = table(row(cell("x" * 300_000, 'table:number-columns-repeated="100"')))
    assert [refusal(ods(tmp_path / "bomb.ods", content)) for content in (cells, texts)] == [
        ("security_risk", "“bomb.ods” is too large: more than 2,000,000 cells are filled. Split it."),
        ("security_risk", "“bomb.ods” is too large: its texts have more than 20,000,000 characters. Split it."),
    ]


def test_shared_texts_are_counted_as_often_as_they_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_CHARACTERS", 1_000)
    path = book(tmp_path / "shared.xlsx", *[["x" * 300]] * 5)
    assert refusal(path) == (
        "security_risk",
        "“shared.xlsx” is too large: its texts have more than 1,000 characters. Split it.",
    )


def test_merged_cells_beyond_the_limit_stay_empty_and_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets_rows, "MAX_MERGED", 3)
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    for line in (["Station", "Name"], ["Grill", "Ann"], [None, "Bob"], ["Bar", "Cy"], [None, "Di"]):
        sheet.append(line)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A4:A5")
    workbook.save(tmp_path / "merged.xlsx")
    reading = read(tmp_path / "merged.xlsx")
    assert [block.cells for block in reading.blocks[1:]] == [
        ("Grill", "Ann"),
        ("Grill", "Bob"),
        ("Bar", "Cy"),
        ("", "Di"),
    ]
    assert reading.pages[0].warnings == ("More than 3 cells are merged; the rest of them were left empty.",)


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "entities.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert refusal(path)[0] == "security_risk"


def test_reading_stops_at_the_deadline(tmp_path: Path) -> None:
    path = book(tmp_path / "codes.xlsx", ["Code", "Meaning"], ["E1", "Hot"])
    assert refusal(path, seconds=-1.0) == (
        "security_risk",
        "“codes.xlsx” took too long to read: stopped at its cells. Split it.",
    )
