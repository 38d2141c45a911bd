"""Pictures of print: JPG, PNG, GIF, WEBP, TIFF, BMP and, where the machine can open them, HEIC."""

from __future__ import annotations

import statistics
import time
import warnings
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import DocumentRefused
from knowledge.readers import ocr
from knowledge.readers.ocr import Line, Pixels, Recogniser
from knowledge.readers.pdf_layout import assemble
from knowledge.types import Block, BlockKind, PageReport, Reading

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 40_000_000
"""Pixels of one frame; checked before it is decoded."""
MAX_FRAMES = 500
BODY_POINTS = 10.0
"""What the layout takes for the usual size of letters: pixels are scaled so that most letters have it."""
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_HEIF_SUFFIXES = frozenset({".heic", ".heif"})


def read_image(path: Path, name: str, deadline: float, recognise: Recogniser | None = None) -> Reading:
    """What is printed on a picture, as blocks; every frame of a TIFF is a page, boxes are in pixels as shown.

    `recognise` takes the place of this machine's own recognition. Frames not recognised by `deadline`, a time of
    `time.monotonic`, are left out with a warning; the first is always read. Raises DocumentRefused: damaged, beyond
    the limits of this module, of a kind that this machine cannot open, or without print.
    """
    if recognise is None and (missing := ocr.available()):
        raise DocumentRefused("no_text", f"“{name}” is a picture, and its print was not recognised.", missing)
    frames: list[_Frame] = []
    with _opened(path, name) as image:
        count = _count(image, name)
        pages = count if image.format == "TIFF" else 1
        for number in range(pages):
            if number and time.monotonic() > deadline:
                break
            frames.append(_recognised(_shown(image, number, name), recognise or ocr.recognise))
    if not any(frame.lines for frame in frames):
        raise DocumentRefused(
            "no_text",
            f"No words were recognised in “{name}”.",
            "Take a sharper picture, straight from above and in good light, or send the document itself.",
        )
    blocks, reports = _laid_out(frames)
    late = [
        PageReport(number, 0, 0, images=1, warnings=(ocr.too_late("frame", number),))
        for number in range(len(frames) + 1, pages + 1)
    ]
    notes = () if count == pages else (f"it has {count} frames; only the first was read",)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return Reading(title, tuple(blocks), (*reports, *late), notes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What was recognised in a frame of this size in pixels, and how long that took."""

    size: tuple[int, int]
    lines: list[Line]
    rules: list[Pixels]
    seconds: float


def _opened(path: Path, name: str) -> Image:
    """The picture, not yet decoded."""
    from PIL import Image as images

    formats = _FORMATS
    if Path(name).suffix.lower() in _HEIF_SUFFIXES:
        if find_spec("pillow_heif") is None:
            raise DocumentRefused("invalid_type", f"“{name}” is a HEIC picture.", "Save it as JPG or PNG.")
        import_module("pillow_heif").register_heif_opener()
        formats = ("HEIF",)
    images.MAX_IMAGE_PIXELS = MAX_PIXELS
    with _decoding(name):
        return images.open(path, formats=formats)


@contextmanager
def _decoding(name: str) -> Generator[None]:
    """Tells as a refusal what goes wrong with a file inside of it."""
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damaged tags are of no interest, the sizes are looked at below
            yield
    except (DecompressionBombError, DecompressionBombWarning) as error:
        raise _too_large(name, "far too many") from error
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, OverflowError) as error:
        raise DocumentRefused(
            "corrupted",
            f"“{name}” is not readable as a picture ({type(error).__name__}).",
            "Open it in a viewer and save it again.",
        ) from error


def _too_large(name: str, pixels: str) -> DocumentRefused:
    return DocumentRefused(
        "security_risk",
        f"“{name}” has {pixels} pixels; at most {MAX_PIXELS // 1_000_000} million are decoded.",
        "Make it smaller, or cut it into pages.",
    )


def _count(image: Image, name: str) -> int:
    """How many frames a picture has."""
    if image.format != "TIFF":
        # the other pictures of a photo (MPO) are its previews
        return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
    for number in range(1, MAX_FRAMES + 1):  # they are a chain, which may be far longer than wanted
        try:
            with _decoding(name):
                image.seek(number)
        except DocumentRefused as refusal:
            if isinstance(refusal.__cause__, EOFError):
                return number
            raise
    raise DocumentRefused("invalid_size", f"“{name}” has more than {MAX_FRAMES} frames.", "Split it.")


def _shown(image: Image, number: int, name: str) -> Image:
    """A frame (from 0) in RGB, turned as its camera says."""
    from PIL import ImageOps

    with _decoding(name):
        image.seek(number)
        if (pixels := image.width * image.height) > MAX_PIXELS:
            raise _too_large(name, f"{pixels / 1e6:,.0f} million")
        return ocr.flattened(ImageOps.exif_transpose(image))


def _recognised(shown: Image, recognise: Recogniser) -> _Frame:
    started = time.perf_counter()
    lines = recognise(shown)
    rules = ocr.find_rules(shown, lines) if lines else []
    return _Frame(shown.size, lines, rules, time.perf_counter() - started)


def _laid_out(frames: Sequence[_Frame]) -> tuple[list[Block], list[PageReport]]:
    """The blocks of the frames, and a report for each."""
    sizes = [line.height for frame in frames for line in frame.lines for _ in line.text]
    points = BODY_POINTS / statistics.median(sizes)
    scans = {
        number: ocr.Scan(frame.lines, frame.size, points, unit=1.0, rules=frame.rules)
        for number, frame in enumerate(frames, start=1)
    }
    recognised = ocr.to_pages(scans)
    blocks, counts = assemble(list(recognised.pages.values()))
    reports: list[PageReport] = []
    for (number, scan), frame in zip(scans.items(), frames, strict=True):
        characters, own, tables = counts[number]
        reports.append(
            PageReport(
                number,
                characters,
                own,
                tables,
                images=1,
                warnings=scan.doubts("frame", number),
                confidence=scan.confidence,
                seconds=frame.seconds,
            )
        )
    return recognised.restore(blocks), reports
