"""Files into typed blocks: one reader per family of formats, behind one table."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from knowledge.errors import DocumentRefused
from knowledge.readers.checks import check_content, check_size
from knowledge.readers.formats import BY_SUFFIX, FORMATS, MEGABYTE, SUFFIXES, Format
from knowledge.readers.ocr import Recogniser
from knowledge.readers.progress import Tell, reading_wanted
from knowledge.readers.transcription import Transcriber
from knowledge.types import Reading

__all__ = ["FORMATS", "MEGABYTE", "SUFFIXES", "Format", "format_of", "read_file", "validate"]


def format_of(name: str) -> Format:
    """The format that a file name says. Raises DocumentRefused for one that is not read, with what to send instead."""
    suffix = Path(name).suffix
    form = BY_SUFFIX.get(suffix.lower())
    if form is None:
        raise DocumentRefused(
            "invalid_type",
            f"“{name}” ({suffix or 'no suffix'}) is of a kind that is not read.",
            f"Use one of {', '.join(SUFFIXES)}.",
        )
    if form.reader is None:
        raise DocumentRefused("invalid_type", f"“{name}” is of an older format that is not read.", form.advice)
    return form


def validate(path: Path, name: str, max_bytes: int | None = None) -> tuple[Format, list[str]]:
    """The format of a file that may be read, and what is worth noting of it: macros, parts elsewhere.

    `name` is what it is called when `path` is a copy; `max_bytes` takes the place of the format's own limit. Raises
    DocumentRefused: of a kind that is not read, too large, not what its name says, or a risk.
    """
    form = format_of(name)
    if not path.is_file():
        raise DocumentRefused("invalid_content", f"{path} is not a file.", "Check the path.")
    check_size(name, path.stat().st_size, form.megabytes * MEGABYTE if max_bytes is None else max_bytes)
    return form, check_content(path, name, form)


def read_file(
    path: Path,
    *,
    name: str | None = None,
    max_bytes: int | None = None,
    deadline_seconds: float | None = None,
    first_pages: int | None = None,
    tell: Tell | None = None,
    transcribe: Transcriber | None = None,
    recognise: Recogniser | None = None,
) -> tuple[str, Reading]:
    """The media type of a file and what is in it; see `knowledge.parsing` for `first_pages` and `tell`.

    `transcribe` hears recordings, and `recognise` reads print, in place of the offline recognisers.

    Raises DocumentRefused: what `validate` refuses, damaged, protected by a password, without text, or too slow.
    """
    called = name or path.name
    form, notes = validate(path, called, max_bytes)
    assert form.reader is not None  # `format_of` refuses the others
    deadline = time.monotonic() + (form.seconds if deadline_seconds is None else deadline_seconds)
    with reading_wanted(first_pages=first_pages, tell=tell, transcribe=transcribe, recognise=recognise):
        found = form.reader(path, called, deadline)
    if not any(block.text.strip() and not block.hidden for block in found.blocks):
        raise DocumentRefused("no_text", f"“{called}” holds no text.", "Check the file, or export it with text.")
    return form.media_type, replace(found, warnings=(*(n for n in notes if n not in found.warnings), *found.warnings))
