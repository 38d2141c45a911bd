"""What every reader does alike: warnings and numbers told by their first words, and a report over blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.types import Block, BlockKind, PageReport, Reading

_WARNING = re.compile(r"^\W{0,3}(DANGER|WARNING|CAUTION|NOTICE|NOTE|IMPORTANT|ATTENTION)\b\W{0,3}(?=\S)", re.IGNORECASE)
_STEP = re.compile(r"^(?:step\s+)?(\d{1,3}[.)]|\(\d{1,3}\)|[a-z][.)])\s+(?=\S)", re.IGNORECASE)
_ITEM = re.compile(r"^[•▪‣◦●○■□·*–—-]\s+(?=\S)")


def warning_word(text: str) -> tuple[str, str] | None:
    """The signal word that a text begins with, in capitals, and the rest; None for ordinary text.

    In running text the word must be in capitals or be followed by a colon: "Note the level" is no note.
    """
    match = _WARNING.match(text)
    if match is None:
        return None
    word = match.group(1)
    if not word.isupper() and ":" not in match.group(0):
        return None
    return word.upper(), text[match.end() :].strip()


def step_label(text: str) -> tuple[str, str] | None:
    """The printed number that a step begins with, and the rest; None for ordinary text."""
    match = _STEP.match(text)
    return (match.group(1), text[match.end() :].strip()) if match else None


def item_text(text: str) -> str | None:
    """The text of a bullet without its mark, or None for ordinary text."""
    match = _ITEM.match(text)
    return text[match.end() :].strip() if match else None


def prose(text: str, *, line: int | None = None) -> Block:
    """A paragraph, or the warning, step or bullet that it turns out to be by its first characters."""
    text = " ".join(text.split())
    if (warned := warning_word(text)) is not None:
        return Block(BlockKind.WARNING, warned[1], label=warned[0], line=line)
    if (numbered := step_label(text)) is not None:
        return Block(BlockKind.STEP, numbered[1], label=numbered[0], line=line)
    if (bullet := item_text(text)) is not None:
        return Block(BlockKind.ITEM, bullet, line=line)
    return Block(BlockKind.PARAGRAPH, text, line=line)


def rows(
    cells: Sequence[Sequence[str]], *, header: Sequence[str], table: str = "", lines: Sequence[int] = ()
) -> list[Block]:
    """Rows under a header: every row has as many cells as the header has names; empty rows are left out."""
    width = max([len(header), *(len(row) for row in cells)], default=0)
    names = (*header, *[""] * (width - len(header)))
    made: list[Block] = []
    for index, row in enumerate(cells):
        padded = tuple(" ".join(cell.split()) for cell in [*row, *[""] * (width - len(row))])
        if any(padded):
            made.append(
                Block(
                    BlockKind.ROW,
                    " | ".join(padded),
                    cells=padded,
                    header=names,
                    table=table,
                    line=lines[index] if lines else None,
                )
            )
    return made


def reading(title: str, blocks: Sequence[Block], warnings: Sequence[str] = (), images: int = 0) -> Reading:
    """A reading of a document without pages: its whole is page 1 of the report."""
    tables = 0
    last: tuple[str, ...] | None = None
    for block in blocks:
        here = block.header if block.kind is BlockKind.ROW else None
        tables += here is not None and here != last
        last = here
    report = PageReport(1, sum(len(block.text) for block in blocks), len(blocks), tables, images)
    return Reading(title, tuple(blocks), (report,), tuple(warnings))


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it was in: UTF-8, UTF-16 by its mark, else Windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"
