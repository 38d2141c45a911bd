"""PDF: the words of every page with their boxes, then the document that they make. Scanned pages are recognised."""

from __future__ import annotations

import ctypes
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.errors import DocumentRefused
from knowledge.readers import ocr
from knowledge.readers.pdf_layout import assemble
from knowledge.readers.pdf_lines import lies, with_stacked
from knowledge.readers.pdf_words import Glyphs, PageWord, PageWords, Rule
from knowledge.readers.pdfium import pdfium, pdfium_lock, pdfium_raw
from knowledge.readers.progress import pages_wanted, recogniser_wanted, tell_pages
from knowledge.readers.refusals import locked, too_slow
from knowledge.types import PageReport, Reading

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PAGES = 5_000
MAX_PAGE_CHARACTERS = 200_000
MAX_PAGE_POINTS = 14_400.0
MAX_PAGE_OBJECTS = 20_000
"""Drawn objects looked at per page for the lines of tables; a page beyond that is a drawing."""
TINY_POINTS = 2.0
"""Text below this height is there for machines, not for readers."""
PICTURED = 0.5
"""Share of a page that a picture takes up at least for it to be a page scanned all the same under FEW_WORDS of text: a
header or a stamp that was put on it."""
FEW_WORDS = 20
SCAN_DPI = 200
"""How finely a scanned page is drawn for recognition, unless it is so large that it is made smaller."""
_SCALE = 100_000


def read_pdf(path: Path, name: str, deadline: float, recognise: ocr.Recogniser | None = None) -> Reading:
    """The blocks of a PDF in reading order, with a report for every page.

    Pages that hold only pictures, or little beside one, are recognised, as many as can be by `deadline`, a time of
    `time.monotonic`; `recognise` takes the place of this machine's own recognition. Raises DocumentRefused: protected
    by a password, damaged, without text on any page, beyond the limits of this module, or its text not read by the
    deadline.
    """
    library = pdfium()
    with pdfium_lock:
        try:
            document = library.PdfDocument(path)
        except library.PdfiumError as error:
            if "password" in str(error).lower():
                raise locked(name, "Save it without one.") from error
            raise DocumentRefused(
                "corrupted", f"“{name}” is not readable as PDF.", "Open it in a viewer and export it again."
            ) from error
        try:
            return _read(document, name, deadline, recognise)
        finally:
            document.close()


def _read(document: Any, name: str, deadline: float, recognise: ocr.Recogniser | None) -> Reading:
    count = len(document)
    if count > MAX_PAGES:
        raise DocumentRefused(
            "invalid_size", f"“{name}” has {count:,} pages; at most {MAX_PAGES:,} are read.", "Split it."
        )
    pages: list[PageWords] = []
    seconds: dict[int, float] = {}
    wanted = pages_wanted(count)
    for number in range(1, wanted + 1):
        if time.monotonic() > deadline:
            raise too_slow(name, f"page {number} of {count}")
        started = time.perf_counter()
        try:
            page = document[number - 1]
            try:
                pages.append(_words_of(page, number))
            finally:
                page.close()
        except pdfium().PdfiumError:
            pages.append(PageWords(number, 0, 0, [], [], 0, ("this page is damaged and was not read",)))
        seconds[number] = time.perf_counter() - started
        tell_pages(number, count)
    # a first look at a long file is for what can be read at once
    scanned = [page.number for page in pages if _is_scanned(page)] if wanted == count else []
    scans = _recognised(document, scanned, deadline, recognise)
    recognised = ocr.to_pages(scans.pages)
    own = {page.number: len(page.words) for page in pages}
    pages = [_with_words(page, recognised.pages.get(page.number)) for page in pages]
    for page in pages:
        if page.number in scans.pages and _is_written(page) and len(page.words) == own[page.number]:
            del scans.pages[page.number]  # a photograph beside the text
            scans.notes.pop(page.number, None)
    if not any(page.words for page in pages):
        empty = f"pages 1–{count}" if count > 1 else "page 1" if count else "any page: it has none"
        raise DocumentRefused(
            "no_text",
            f"No text on {empty} of “{name}”; "
            + (
                "it looks scanned."
                if any(page.images for page in pages)
                else "nothing but drawings or blank paper is there."
            ),
            scans.failure or "Export it with text, or scan it again, sharper and with more contrast.",
        )
    blocks, counts = assemble(pages)
    reports = tuple(
        replace(
            _report(page, *counts.get(page.number, (0, 0, 0)), scans.notes.get(page.number, ())),
            confidence=scans.pages[page.number].confidence if page.number in scans.pages else None,
            seconds=seconds[page.number] + scans.seconds.get(page.number, 0.0),
        )
        for page in pages
    )
    in_file = 0 if wanted == count else count
    return Reading(_title(document, pages), tuple(recognised.restore(blocks)), reports, pages_in_file=in_file)


def _report(page: PageWords, characters: int, blocks: int, tables: int, notes: Sequence[str]) -> PageReport:
    warnings = [*page.warnings, *notes]
    if not page.words and not notes:
        scanned = "it looks scanned" if page.images else "it is blank"
        warnings.append(f"no text on page {page.number}: {scanned}")
    return PageReport(
        page.number,
        sum(len(word.text) for word in page.words if not word.hidden),
        blocks,
        tables,
        page.images,
        tuple(warnings),
    )


_NO_TITLE = re.compile(
    r"^(untitled|microsoft word|document\d*$|slide|screenshot)|"
    r"\.(docx?|indd|pdf|qxd|pptx?|xlsx?|tex|dvi|jpe?g|png|tiff?|gif|bmp|heic)$",
    re.IGNORECASE,
)
"""What programs put for a title: the name of a file."""
_TITLE_SHARE = 0.25
"""Share of the words of a page at most that are its title: more is text of one size."""


def _title(document: Any, pages: list[PageWords]) -> str:
    """The title of the metadata when it is one, else the largest words of the first page with text; "" where all of it
    is as large, or it is a figure."""
    named = " ".join(str(document.get_metadata_dict().get("Title", "")).split())
    if len(named) >= 4 and _NO_TITLE.search(named) is None:
        return named[:200]
    first = next((page for page in pages if page.words), None)
    words = [] if first is None else [word for word in with_stacked(first.words) if not lies(word)]
    for size in sorted({word.size for word in words}, reverse=True):
        largest = [word for word in words if abs(word.size - size) <= 0.6 and "@" not in word.text]
        if len(largest) > max(_TITLE_SHARE * len(words), 3):
            return ""
        if 2 * sum(word.text[:3].isalpha() and len(word.text) > 2 for word in largest) >= len(largest):
            return " ".join(word.text for word in largest)[:120]
    return ""


# --- scanned pages ----------------------------------------------------------------------------------------------------


def _is_scanned(page: PageWords) -> bool:
    written = sum(not word.hidden for word in page.words)
    is_picture = page.pictured >= PICTURED and written <= FEW_WORDS
    return page.images > 0 and page.width > 0 and (not written or is_picture)


def _is_written(page: PageWords) -> bool:
    """Whether a page has words that are no picture's."""
    return any(not word.hidden for word in page.words)


def _recognised(document: Any, numbers: Sequence[int], deadline: float, recognise: ocr.Recogniser | None) -> ocr.Scans:
    """What was recognised on these pages."""
    recognise = recognise or recogniser_wanted()
    if numbers and recognise is None and (missing := ocr.available()):
        notes = {number: (f"text in the picture on page {number} was not read. {missing}",) for number in numbers}
        return ocr.Scans(notes=notes, failure=missing)
    return ocr.scan_pages(numbers, lambda number: _scan(document, number, recognise or ocr.recognise), "page", deadline)


def _scan(document: Any, number: int, recognise: ocr.Recogniser) -> ocr.Scan:
    """The lines and rules on the picture of a page."""
    page = document[number - 1]
    try:
        scale = min(SCAN_DPI / 72, ocr.MAX_SIDE / max(page.get_size()))
        image: Image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        page.close()
    return ocr.scan(image, recognise, points=1 / scale, unit=1 / scale)


def _with_words(page: PageWords, recognised: PageWords | None) -> PageWords:
    """A page with the words recognised on it, upright, beside its own: where one of these is written, it is right."""
    if recognised is None:
        return page
    written = [word.box for word in page.words if not word.hidden]
    found = [word for word in recognised.words if not any(_overlap(word.box, box) for box in written)]
    rules = [*recognised.rules, *page.rules] if written else recognised.rules
    return replace(recognised, words=[*found, *page.words], rules=rules, images=page.images, warnings=page.warnings)


def _overlap(one: Glyphs, other: Glyphs) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


# --- words ------------------------------------------------------------------------------------------------------------


def _words_of(page: Any, number: int) -> PageWords:
    """The words of a page, with boxes in points from its top left as shown, and the ruled lines drawn on it."""
    raw = pdfium_raw()
    width, height = page.get_size()
    if not (0 < width <= MAX_PAGE_POINTS and 0 < height <= MAX_PAGE_POINTS):
        return PageWords(number, 0, 0, [], [], 0, (f"its size of {width:g} × {height:g} points is beyond the limit",))
    to_shown = _transform(page, width, height)
    rules, fills, pictures = _drawn(page, to_shown)
    images = len(pictures)
    pictured = max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in pictures), default=0.0) / (width * height)
    text_page = page.get_textpage()
    warnings: list[str] = []
    try:
        total = text_page.count_chars()
        if total > MAX_PAGE_CHARACTERS:
            warnings.append(f"only the first {MAX_PAGE_CHARACTERS:,} of its {total:,} characters were read")
            total = MAX_PAGE_CHARACTERS
        words = list(_gathered(text_page.raw, total, number, to_shown, (width, height), fills, images, raw))
    finally:
        text_page.close()
    return PageWords(number, width, height, words, rules, images, tuple(warnings), min(pictured, 1.0))


Transform = tuple[float, float, float, float, float, float]


def _transform(page: Any, width: float, height: float) -> Transform:
    """The affine map from page space to points from the top left as shown: rotation and crop box come out right."""
    raw = pdfium_raw()
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(px: float, py: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page.raw, 0, 0, _SCALE, _SCALE, 0, px, py, ctypes.byref(x), ctypes.byref(y))
        return x.value / _SCALE * width, y.value / _SCALE * height

    origin, right, up = shown(0, 0), shown(1000, 0), shown(0, 1000)
    return (
        (right[0] - origin[0]) / 1000,
        (right[1] - origin[1]) / 1000,
        (up[0] - origin[0]) / 1000,
        (up[1] - origin[1]) / 1000,
        origin[0],
        origin[1],
    )


def _apply(transform: Transform, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = transform
    return a * x + c * y + e, b * x + d * y + f


def _box(transform: Transform, left: float, bottom: float, right: float, top: float) -> Glyphs:
    x0, y0 = _apply(transform, left, bottom)
    x1, y1 = _apply(transform, right, top)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _drawn(page: Any, transform: Transform) -> tuple[list[Rule], list[Glyphs], list[Glyphs]]:
    """The straight lines of a page (edges of rectangles too), its filled dark areas, and its pictures."""
    raw = pdfium_raw()
    rules: list[Rule] = []
    fills: list[Glyphs] = []
    pictures: list[Glyphs] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for index, item in enumerate(page.get_objects(max_depth=3)):
        if index >= MAX_PAGE_OBJECTS:
            break
        if item.type not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            continue
        has_box = raw.FPDFPageObj_GetBounds(item.raw, left, bottom, right, top)
        box = _box(transform, left.value, bottom.value, right.value, top.value) if has_box else (0.0, 0.0, 0.0, 0.0)
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        if item.type != raw.FPDF_PAGEOBJ_PATH or not has_box:
            continue
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item.raw, mode, stroked)
        if mode.value and raw.FPDFPageObj_GetFillColor(item.raw, red, green, blue, alpha):
            is_dark = min(red.value, green.value, blue.value) < 200
            if is_dark and box[2] - box[0] > 8 and box[3] - box[1] > 4:
                fills.append(box)
        rules.extend(_edges(item, transform, box, stroked=bool(stroked.value)))
    return rules, fills, pictures


def _edges(item: Any, transform: Transform, box: Glyphs, *, stroked: bool) -> Iterator[Rule]:
    """The horizontal and vertical lines that a path draws: its own when stroked, a thin filled bar as one line."""
    raw = pdfium_raw()
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) <= 2.0:
        if max(width, height) >= 8:
            yield Rule.of(*box)
        return
    if not stroked:
        return
    count = raw.FPDFPath_CountSegments(item.raw)
    if not 2 <= count <= 400:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item.raw, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    start: tuple[float, float] | None = None
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        px = matrix.a * x.value + matrix.c * y.value + matrix.e
        py = matrix.b * x.value + matrix.d * y.value + matrix.f
        here = _apply(transform, px, py)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield from _line(before, here)
            if raw.FPDFPathSegment_GetClose(segment) and start is not None:
                yield from _line(here, start)
        before = here


def _line(one: tuple[float, float], two: tuple[float, float]) -> Iterator[Rule]:
    dx, dy = abs(one[0] - two[0]), abs(one[1] - two[1])
    if (dx < 1.0 and dy >= 4) or (dy < 1.0 and dx >= 4):
        yield Rule.of(min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))


_SPACE = frozenset(" \t\r\n\x00\xa0\u2002\u2003\u2009\u200b\ufeff\ufffe\uffff")


def _gathered(
    text: Any,
    total: int,
    number: int,
    transform: Transform,
    size: tuple[float, float],
    fills: list[Glyphs],
    images: int,
    raw: Any,
) -> Iterator[PageWord]:
    """The words of a page in the order of its content stream."""
    rect = raw.FS_RECTF()
    at = ctypes.byref(rect)
    characters: list[str] = []
    box: Glyphs | None = None
    before: Glyphs = (0.0, 0.0, 0.0, 0.0)
    first = 0
    points = 0.0

    def word() -> PageWord | None:
        if box is None or not any(characters):
            return None
        style = _style(text, first, raw)
        hidden = _is_hidden(text, first, box, points, size, fills, images, raw)
        return PageWord("".join(characters), number, box, points, style, hidden)

    for index in range(total):
        code = raw.FPDFText_GetUnicode(text, index)
        character = chr(code) if code and not 0xD800 <= code <= 0xDFFF else "\ufffd" if code else "\0"
        if character in _SPACE or raw.FPDFText_IsGenerated(text, index) == 1:
            if character == "\x02":  # pdfium's sign for a hyphen at the end of a line
                characters.append("\u00ad")
            if (made := word()) is not None:
                yield made
            characters, box = [], None
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, at):
            continue
        here = _box(transform, rect.left, rect.bottom, rect.right, rect.top)
        height = here[3] - here[1]
        if character < " " and character != "\x02":  # the font does not tell what it means
            character = _MINUS if _is_minus(text, index, rect, raw) else ""
        if box is not None:
            gap = here[0] - box[2]
            apart = gap > 0.35 * height or gap < -1.5 * max(height, 1.0)
            off_line = min(here[3], box[3]) - max(here[1], box[1]) < 0.3 * min(height, box[3] - box[1])
            if apart or off_line or _is_reference(characters, before, character, here):
                if (made := word()) is not None:
                    yield made
                characters, box = [], None
        if box is None:
            first, points = index, float(raw.FPDFText_GetFontSize(text, index)) or height
            if points < 3.5 or points > 200:  # the size is scaled by a matrix: the height tells
                points = height / 1.2
        characters.append("\u00ad" if character == "\x02" else character)
        before = here
        box = (
            here
            if box is None
            else (min(box[0], here[0]), min(box[1], here[1]), max(box[2], here[2]), max(box[3], here[3]))
        )
    if (made := word()) is not None:
        yield made


_MINUS = "\u2212"
_BAR = 0.25
"""Height of a minus at most, as a share of its width."""


def _is_minus(text: Any, index: int, loose: Any, raw: Any) -> bool:
    """Whether a glyph without a meaning is the minus of the figure behind it: flat, in the middle of the line (`loose`
    is the box of its whole height). Without it the figure would be another."""
    behind = raw.FPDFText_GetUnicode(text, index + 1)
    if not 0 < behind < 0x80 or chr(behind) not in "0123456789.":
        return False
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
        return False
    width, height = right.value - left.value, top.value - bottom.value
    middle = ((bottom.value + top.value) / 2 - loose.bottom) / max(loose.top - loose.bottom, 0.1)
    return 0 < height <= _BAR * width and 0.25 < middle < 0.8


_SMALL = 0.8
"""Height of a raised number at most, as a share of that of the letters beside it."""
_UNIT = 3
"""Letters of a unit at most."""


def _is_reference(characters: Sequence[str], before: Glyphs, character: str, here: Glyphs) -> bool:
    """Whether the number of a footnote, small and raised, begins behind a word or ends before one. What is no longer
    than a unit or a formula keeps its raised digits: "m2"."""
    one, two = before[3] - before[1], here[3] - here[1]
    if character.isdigit() and two < _SMALL * one and here[3] < before[3] - 0.1 * one:
        return len(characters) > _UNIT and not characters[-1].isdigit() and "".join(characters[:3]).isalpha()
    is_note = one < _SMALL * two and before[3] < here[3] - 0.1 * two
    return is_note and character.isalpha() and "".join(characters).isdigit()


_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)


def _style(text: Any, index: int, raw: Any) -> bool:
    """Whether a character is set in bold."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(text, index, buffer, 128, ctypes.byref(flags))
    if length and _BOLD.search(buffer.value.decode("utf-8", "replace")):
        return True
    return raw.FPDFText_GetFontWeight(text, index) >= 600


def _is_hidden(
    text: Any,
    index: int,
    box: Glyphs,
    points: float,
    size: tuple[float, float],
    fills: list[Glyphs],
    images: int,
    raw: Any,
) -> bool:
    """Whether a reader of the page cannot see a word: too small, off the page, invisible, or white on white.

    Invisible text over a scanned image is the scan's own text layer and counts as seen.
    """
    if box[3] - box[1] < TINY_POINTS or box[2] <= 0 or box[3] <= 0 or box[0] >= size[0] or box[1] >= size[1]:
        return True
    item = raw.FPDFText_GetTextObject(text, index)
    if item and raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
        return images == 0
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        if alpha.value == 0:
            return True
        if min(red.value, green.value, blue.value) >= 250 and images == 0:
            middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            return not any(f[0] <= middle[0] <= f[2] and f[1] <= middle[1] <= f[3] for f in fills)
    return False
