"""Pictures of print: JPG, PNG, GIF, WEBP, TIFF, BMP and, where the machine can open them, HEIC."""

from __future__ import annotations

import statistics
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from knowledge.errors import DocumentRefused, NotFound
from knowledge.readers import ocr
from knowledge.readers.pdf_layout import assemble
from knowledge.readers.progress import recogniser_wanted
from knowledge.readers.refusals import damaged
from knowledge.types import BlockKind, PageReport, Reading

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 40_000_000
"""Pixels of one frame; checked before it is decoded."""
MAX_FRAMES = 500
BODY_POINTS = 10.0
"""What the layout takes for the usual size of letters: pixels are scaled so that most letters have it."""
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_HEIF_SUFFIXES = frozenset({".heic", ".heif"})


def read_image(path: Path, name: str, deadline: float, recognise: ocr.Recogniser | None = None) -> Reading:
    """What is printed on a picture, as blocks; every frame of a TIFF is a page, boxes are in pixels as shown.

    As many frames are recognised as can be by `deadline`, a time of `time.monotonic`; `recognise` takes the place of
    this machine's own recognition. Raises DocumentRefused: damaged, beyond the limits of this module, of a kind that
    this machine cannot open, or without print.
    """
    recognise = recognise or recogniser_wanted()
    if recognise is None and (missing := ocr.available()):
        raise DocumentRefused("no_text", f"“{name}” is a picture, and its print was not recognised.", missing)
    with path.open("rb") as file, _opened(file, name) as image:
        count = _count(image, name)
        numbers = _pages(image, count)
        scans = ocr.scan_pages(
            numbers,
            lambda number: ocr.scan(_shown(image, number, name), recognise or ocr.recognise, points=1, unit=1),
            "frame",
            deadline,
        )
    sizes = [line.height for scan in scans.pages.values() for line in scan.lines for _ in line.text]
    if not sizes:
        raise DocumentRefused(
            "no_text",
            f"No words were recognised in “{name}”.",
            scans.failure or "Take a sharper picture, straight from above and in good light, or send the document.",
        )
    points = BODY_POINTS / statistics.median(sizes)
    recognised = ocr.to_pages({number: replace(scan, points=points) for number, scan in scans.pages.items()})
    blocks, counts = assemble(list(recognised.pages.values()))
    reports = tuple(
        PageReport(
            number,
            *counts.get(number, (0, 0, 0)),
            images=1,
            warnings=scans.notes[number],
            confidence=scans.pages[number].confidence if number in scans.pages else None,
            seconds=scans.seconds.get(number, 0.0),
        )
        for number in numbers
    )
    notes = () if count == len(numbers) else (f"it has {count} frames; only the first was read",)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return Reading(title, tuple(recognised.restore(blocks)), reports, notes)


def open_frame(path: Path, name: str, number: int) -> Image:
    """A page of a picture as `read_image` counts them, in RGB and upright.

    Raises NotFound for a page the picture does not have, DocumentRefused as `read_image` does.
    """
    with path.open("rb") as file, _opened(file, name) as image:
        numbers = _pages(image, _count(image, name))
        if number not in numbers:
            raise NotFound(f"There is no page {number} in the picture “{name}”; it has {len(numbers)}.")
        return _shown(image, number, name)


def _pages(image: Image, count: int) -> range:
    """The frames that are pages: all of a TIFF, of an animation the first."""
    return range(1, (count if image.format == "TIFF" else 1) + 1)


def _opened(file: BinaryIO, name: str) -> Image:
    """The picture, not yet decoded.

    It is opened as a file, not by its path: Pillow 13 garbles an uncompressed TIFF on its side when it can map it.
    """
    from PIL import Image as images

    formats = _FORMATS
    if Path(name).suffix.lower() in _HEIF_SUFFIXES:
        if find_spec("pillow_heif") is None:
            raise DocumentRefused("invalid_type", f"“{name}” is a HEIC picture.", "Save it as JPG or PNG.")
        import_module("pillow_heif").register_heif_opener()
        formats = ("HEIF",)
    images.MAX_IMAGE_PIXELS = MAX_PIXELS
    with _decoding(name):
        return images.open(file, formats=formats)


@contextmanager
def _decoding(name: str) -> Generator[None]:
    """Tells as a refusal what goes wrong with a file inside of it."""
    from PIL.Image import DecompressionBombError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged tags and of sizes that are checked below
            yield
    except DecompressionBombError as error:
        raise _too_large(name, f"more than {2 * MAX_PIXELS / 1e6:,.0f} million") from error
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, OverflowError) as error:
        raise damaged(name, "a picture", error, "Open it in a viewer and save it again.") from error


def _too_large(name: str, pixels: str) -> DocumentRefused:
    return DocumentRefused(
        "security_risk",
        f"“{name}” has {pixels} pixels; at most {MAX_PIXELS / 1e6:,.0f} million are decoded.",
        "Make it smaller, or cut it into pages.",
    )


def _count(image: Image, name: str) -> int:
    """How many frames a picture has."""
    with _decoding(name):
        if image.format != "TIFF":  # the other pictures of a photo (MPO) are its previews
            return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        for number in range(1, MAX_FRAMES + 1):  # a chain, which may be far longer than wanted
            try:
                image.seek(number)
            except EOFError:
                return number
    raise DocumentRefused("invalid_size", f"“{name}” has more than {MAX_FRAMES} frames.", "Split it.")


def _shown(image: Image, number: int, name: str) -> Image:
    """A frame in RGB, turned as its camera says."""
    from PIL import ImageOps

    with _decoding(name):
        image.seek(number - 1)
        if (pixels := image.width * image.height) > MAX_PIXELS:
            raise _too_large(name, f"{pixels / 1e6:,.0f} million")
        image.load()  # Pillow turns a TIFF while it loads, and would turn it twice otherwise
        return ocr.flattened(ImageOps.exif_transpose(image))
