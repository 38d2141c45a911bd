"""Files into typed blocks: one reader per family of formats, behind one table."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from knowledge.errors import DocumentRefused
from knowledge.readers.checks import check
from knowledge.readers.office import read_docx
from knowledge.readers.pdf import read_pdf
from knowledge.readers.tables import read_csv
from knowledge.readers.text import read_markdown, read_text
from knowledge.readers.web import read_html
from knowledge.types import Reading

Reader = Callable[[Path, str, float], Reading]
"""Reads the file at a path, called so in messages, until a time of `time.monotonic`; raises DocumentRefused."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _whole(read: Callable[[Path, str], Reading]) -> Reader:
    """A reader of a format whose files are small enough to be read at once, without looking at the clock."""
    return lambda path, name, _deadline: read(path, name)


READERS: Mapping[str, Reader] = {
    "application/pdf": read_pdf,
    DOCX: _whole(read_docx),
    "text/markdown": _whole(read_markdown),
    "text/plain": _whole(read_text),
    "text/html": _whole(read_html),
    "text/csv": _whole(read_csv),
    "text/tab-separated-values": _whole(read_csv),
}
"""Media type to reader: the one list of what is read."""

SUFFIXES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}

DEADLINE_SECONDS = 120.0


def read_file(
    path: Path, *, name: str | None = None, deadline_seconds: float = DEADLINE_SECONDS
) -> tuple[str, Reading]:
    """The media type of a file and what is in it. `name` is what it is called when `path` is a copy.

    Raises DocumentRefused: of a kind that is not read, too large, not what its name says, a risk, damaged, protected
    by a password, without text, or too slow to read.
    """
    called = name or path.name
    if not path.is_file():
        raise DocumentRefused("invalid_content", f"{path} is not a file.", "Check the path.")
    media_type = check(path, called, SUFFIXES.get(Path(called).suffix.lower()), ", ".join(SUFFIXES))
    found = READERS[media_type](path, called, time.monotonic() + deadline_seconds)
    if not any(block.text.strip() and not block.hidden for block in found.blocks):
        raise DocumentRefused("no_text", f"“{called}” holds no text.", "Check the file, or export it with text.")
    return media_type, found
