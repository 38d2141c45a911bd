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


def read_csv(path: Path, name: str) -> Reading:
    """Each row under the header of the first row; the delimiter is told from the content.

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
    header, body = cells[0], cells[1:]
    notes = [f"Read as {encoding}."] if encoding != "utf-8" else []
    if not body:  # one row only: it is content, not a header
        return reading("", rows([header], header=[], lines=lines), notes)
    return reading("", rows(body, header=[name.strip() for name in header], lines=lines[1:]), notes)
