"""Pictures of print: JPG, PNG, GIF, WEBP, TIFF, BMP and, where the machine can open them, HEIC."""

from __future__ import annotations

import statistics
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import DocumentRefused
from knowledge.readers import ocr
from knowledge.readers.ocr import LOW_CONFIDENCE, Line, RecognisedPage, Recogniser, restore, to_page
from knowledge.readers.pdf_layout import assemble
from knowledge.types import BlockKind, PageReport, Reading

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 40_000_000
"""Pixels of one frame; checked before it is decoded."""
MAX_FRAMES = 500
BODY_POINTS = 10.0
"""What the layout takes for the usual size of letters: pixels are scaled so that most have it."""
_FORMATS = ("JPEG", "MPO", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_HEIF_SUFFIXES = frozenset({".heic", ".heif"})


def read_image(path: Path, name: str, deadline: float, recognise: Recogniser | None = None) -> Reading:
    """What is printed on a picture, as blocks; every frame of a TIFF is a page, boxes are in pixels as shown.

    `recognise` takes the place of this machine's own recognition. Frames not recognised by `deadline`, a time of
    `time.monotonic`, are left out with a warning. Raises DocumentRefused: damaged, beyond the limits of this module,
    of a kind that this machine cannot open, or without print.
    """
    if recognise is None and (missing := ocr.available()):
        raise DocumentRefused("no_text", f"“{name}” is a picture, and its print was not recognised.", missing)
    frames: list[_Frame] = []
    with _opened(path, name) as image:
        count = _frames(image, name)
        pages = count if image.format == "TIFF" else 1
        for number in range(1, pages + 1):
            if number > 1 and time.monotonic() > deadline:
                break
            frames.append(_recognised(image, number, name, recognise or ocr.recognise))
    if not any(frame.lines for frame in frames):
        raise DocumentRefused(
            "no_text",
            f"No words were recognised in “{name}”.",
            "Take a sharper picture, straight from above and in good light, or send the document itself.",
        )
    notes = [f"it has {count} frames; only the first was read"] if count > pages else []
    notes += [f"frame {number} was {ocr.TOO_LATE}" for number in range(len(frames) + 1, pages + 1)]
    return _laid_out(frames, pages, notes)
