"""What a reader is told and tells besides the file: how many pages are wanted and are done, who recognises."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.readers.transcription import Transcriber

if TYPE_CHECKING:
    from knowledge.readers.ocr import Recogniser

Tell = Callable[[int, int], None]

TELL_SECONDS = 0.25
"""Least time between two reports: a page takes milliseconds, and nobody reads that fast."""


@dataclass(slots=True)
class _Wanted:
    first_pages: int | None
    tell: Tell | None
    transcribe: Transcriber | None
    recognise: Recogniser | None
    told: float = 0.0


_wanted: ContextVar[_Wanted | None] = ContextVar("pages wanted", default=None)


@contextmanager
def reading_wanted(
    *,
    first_pages: int | None = None,
    tell: Tell | None = None,
    transcribe: Transcriber | None = None,
    recognise: Recogniser | None = None,
) -> Generator[None]:
    """What readers in this context are asked for: all pages, or the first of a long file; and who hears recordings and
    recognises print in place of the offline recognisers."""
    token = _wanted.set(_Wanted(first_pages, tell, transcribe, recognise))
    try:
        yield
    finally:
        _wanted.reset(token)


def pages_wanted(total: int) -> int:
    """How many of a file's pages are to be read: a file not twice as long as what is asked for is read whole."""
    wanted = _wanted.get()
    if wanted is None or wanted.first_pages is None or total <= 2 * wanted.first_pages:
        return total
    return wanted.first_pages


def transcriber_wanted() -> Transcriber | None:
    """Who is to hear recordings; None for the offline recogniser."""
    wanted = _wanted.get()
    return None if wanted is None else wanted.transcribe


def recogniser_wanted() -> Recogniser | None:
    """Who is to recognise print; None for the offline recogniser."""
    wanted = _wanted.get()
    return None if wanted is None else wanted.recognise


def tell_pages(done: int, total: int) -> None:
    """Says how far the reading is, a few times a second at most."""
    wanted = _wanted.get()
    now = time.monotonic()
    if wanted is not None and wanted.tell is not None and now - wanted.told >= TELL_SECONDS:
        wanted.told = now
        wanted.tell(done, total)
