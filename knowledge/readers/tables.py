"""CSV and TSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import decode, reading, rows
from knowledge.types import Reading

MAX_ROWS = 200_000
MAX_CELL_CHARACTERS = 100_000
MOST_TITLES = 5
"""Lines of a title above a header."""


def read_csv(path: Path, name: str) -> Reading:
    """Each row under the header, the first row with more than one cell; what stands above it is the table's title. The
    delimiter is told from the content.

    Raises DocumentRefused for more than MAX_ROWS rows, cells beyond MAX_CELL_CHARACTERS, and NUL characters.
    """
    text, encoding = decode(path.read_bytes())
    if "\0" in text:
        raise DocumentRefused("invalid_content", f"“{name}” holds NUL characters.", "Save it as CSV in UTF-8.")
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    sample = text[:20_000]
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(sample, delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel_tab if Path(name).suffix.lower() == ".tsv" else csv.excel
    cells: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), dialect)
    try:
        for number, row in enumerate(reader, start=1):
            if number > MAX_ROWS:
                raise DocumentRefused(
                    "invalid_size", f"“{name}” has more than {MAX_ROWS:,} rows.", "Split it into smaller files."
                )
            if any(cell.strip() for cell in row):
                cells.append(row)
                lines.append(number)
    except csv.Error as error:
        raise DocumentRefused(
            "corrupted",
            f"“{name}” is not readable as CSV near line {reader.line_num} ({error}).",
            "Save it again.",
        ) from error
    if not cells:
        return reading("", [])
    titles = _titles(cells)
    header, body = cells[len(titles)], cells[len(titles) + 1 :]
    notes = [f"Read as {encoding}."] if encoding != "utf-8" else []
    if not body:  # one row only: it is content, not a header
        return reading("", rows(cells, header=[], lines=lines), notes)
    named = [name.strip() for name in header]
    made = rows(body, header=named, table=" ".join(titles), lines=lines[len(titles) + 1 :])
    return reading(titles[0] if titles else "", made, notes)


def _titles(cells: list[list[str]]) -> list[str]:
    """The lines above the header, which have one cell each, as spreadsheets save the title of a table."""
    filled = [[cell.strip() for cell in row if cell.strip()] for row in cells[: MOST_TITLES + 1]]
    count = next((at for at, row in enumerate(filled) if len(row) > 1), 0)
    return [row[0] for row in filled[:count]]
