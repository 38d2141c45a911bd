"""Pictures of what a citation names: a page, a photo, a slide, a sheet, a frame of a video; the quote is marked on it.

Whatever has to be decoded (PDF, photos, videos) is decoded in a process of its own, see `knowledge.parsing`. Slides and
tables are drawn from the blocks that were read of them.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from knowledge.errors import DocumentRefused, NotFound
from knowledge.parsing import Parser, ParsingLimits
from knowledge.readers.cells import cell_place, column_letters
from knowledge.readers.image import open_frame
from knowledge.readers.media import frame_at
from knowledge.readers.pdfium import pdfium, pdfium_lock
from knowledge.types import Block, BlockKind, Box, page_word

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont, ImageFont

SCALE = 1.5
"""Pixels per point: a Letter page becomes 918 × 1188, readable on a phone."""
MAX_PIXELS = 40_000_000
MAX_SIDE = 1_600
"""Pixels of the longer side of a photo as shown."""
SECONDS = 20.0
"""The longest that one picture may take."""

Corners = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_FILL, _EDGE = (255, 214, 0, 90), (204, 120, 0, 255)
_MARGIN = 2
_PAPER, _INK, _GREY, _RULE, _SHADE = "#ffffff", "#141414", "#787878", "#c8c8c8", "#f0f0f0"


class Drawn(TypedDict, total=False):
    """What a page may be drawn from and how: see `render_page`."""

    blocks: Sequence[Block]
    rows: frozenset[int]
    scale: float


class Pictures:
    """Makes pictures, one at a time. Blocks; it has a process of its own, so that a long ingest delays no picture."""

    def __init__(self, parser: Parser | None = None) -> None:
        self._parser = parser or Parser(ParsingLimits(seconds=SECONDS))

    def page(
        self, path: Path, name: str, media_type: str, page: int, boxes: Sequence[Box] = (), **drawn: Unpack[Drawn]
    ) -> bytes:
        """What `render_page` makes; `name` is what the file at `path` is called in messages.

        Raises what `render_page` does, and DocumentRefused when the file made the process take too long or crash.
        """
        if _is_decoded(media_type):
            return self._parser.render(path, name, media_type, page, boxes, drawn.get("scale", SCALE))
        return render_page(path, media_type, page, boxes, name=name, **drawn)

    def moment(self, path: Path, name: str, media_type: str, seconds: float) -> bytes:
        """What `render_moment` makes; raises as `page` does."""
        return self._parser.frame(path, name, media_type, seconds)

    def close(self) -> None:
        """Ends the process; the next picture starts another."""
        self._parser.close()


def render_page(
    path: Path,
    media_type: str,
    page: int,
    boxes: Sequence[Box] = (),
    *,
    blocks: Sequence[Block] = (),
    rows: frozenset[int] = frozenset(),
    scale: float = SCALE,
    name: str = "",
) -> bytes:
    """A page, frame, slide or sheet as a PNG with its own boxes drawn; boxes of other pages are passed over.

    Slides and tables are drawn from `blocks`, those of a document or of the one page; the lines in `rows` of a table
    are marked. `name` is what the file is called in messages when `path` is a copy.

    Raises NotFound for a page the document does not have and for documents without pages, DocumentRefused when the
    file cannot be shown.
    """
    called = name or path.name
    if media_type == "application/pdf":
        picture, factor = _draw_leaf(path, called, page, scale)
    elif _is_decoded(media_type):
        picture = open_frame(path, called, page)
        factor = min(1.0, MAX_SIDE / max(picture.size))
        picture = picture.resize((max(1, round(picture.width * factor)), max(1, round(picture.height * factor))))
    elif page_word(media_type) == "slide":
        paper = _draw_slide([block for block in blocks if block.page == page], called, page, scale)
        picture, factor = paper.picture, paper.scale
    elif page_word(media_type) == "sheet" or media_type in _TABLES:
        kept = [block for block in blocks if (block.page or 1) == page and not block.hidden]
        return _png(_draw_table(kept, called, page, rows, scale).picture)
    elif media_type.startswith(("audio/", "video/")):
        raise NotFound(f"“{called}” is a recording and has no pages; ask for a moment of it.")
    else:
        raise NotFound(f"“{called}” has no pages; its citations name headings and lines.")
    _mark(picture, factor, ((box.x0, box.y0, box.x1, box.y1) for box in boxes if box.page == page))
    return _png(picture)


def render_moment(path: Path, media_type: str, seconds: float, *, name: str = "") -> bytes:
    """The frame that a video shows at a time, as a PNG; the last one beyond its end.

    Raises NotFound when there is nothing to see, DocumentRefused when the video cannot be decoded.
    """
    called = name or path.name
    if media_type.startswith("audio/"):
        raise NotFound(f"“{called}” is a sound recording: there is nothing to see at any moment. Listen to it instead.")
    if not media_type.startswith("video/"):
        raise NotFound(f"“{called}” is no recording; ask for one of its pages.")
    try:
        return _png(frame_at(path, seconds))
    except NotFound as missing:
        raise NotFound(str(missing).replace(path.name, called)) from missing
    except DocumentRefused as refused:
        reason = refused.reason.replace(path.name, called)
        raise DocumentRefused(refused.kind, reason, refused.remedy) from refused


_TABLES = ("text/csv", "text/tab-separated-values")


def _is_decoded(media_type: str) -> bool:
    return media_type == "application/pdf" or media_type.startswith("image/")


def _draw_leaf(path: Path, called: str, page: int, scale: float) -> tuple[Image, float]:
    """A page of a PDF, and its pixels per point."""
    library = pdfium()
    with pdfium_lock:
        try:
            document = library.PdfDocument(path)
            try:
                if not 1 <= page <= len(document):
                    raise NotFound(f"There is no page {page} in “{called}”; it has pages 1 to {len(document)}.")
                leaf = document[page - 1]
                factor = _bounded(scale, *leaf.get_size())
                return leaf.render(scale=factor).to_pil().convert("RGB"), factor
            finally:
                document.close()
        except library.PdfiumError as error:
            raise DocumentRefused(
                "invalid_type", f"Page {page} of “{called}” cannot be shown.", "Print the document to PDF again."
            ) from error


def _bounded(scale: float, width: float, height: float) -> float:
    """The scale, or the one at which the picture has MAX_PIXELS if that is less."""
    return min(scale, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))


def _mark(picture: Image, factor: float, places: Iterable[Corners]) -> None:
    """Highlights rectangles of a picture that has `factor` pixels for each of their units, each of them once."""
    from PIL import ImageDraw

    pen = ImageDraw.Draw(picture, "RGBA")  # which lets shine through what is below
    for x0, y0, x1, y1 in dict.fromkeys(places):
        left, top = max(x0 * factor - _MARGIN, 0), max(y0 * factor - _MARGIN, 0)
        right, bottom = min(x1 * factor + _MARGIN, picture.width - 1), min(y1 * factor + _MARGIN, picture.height - 1)
        if left < right and top < bottom:
            pen.rectangle((left, top, right, bottom), fill=_FILL, outline=_EDGE, width=2)


def _png(picture: Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=False, compress_level=3)
    return buffer.getvalue()


# --- text -------------------------------------------------------------------------------------------------------------

_FONTS = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")
"""Fonts with the letters of most languages, looked for where the system keeps its own."""
_LEADING = 1.25
"""The height of a line over the size of its font."""
_MEASURED = 64
"""The size at which widths are measured: they grow with the size, but for rounding."""
_WORD = re.compile(r"\S{1,60}")
_ASCII = str.maketrans("‐‑‒–—−⁄•▪●·→←≤≥×‘’“”", "------/****><<>x''\"\"")


@lru_cache(maxsize=64)
def _font(size: float) -> FreeTypeFont | ImageFont:
    from PIL import ImageFont

    name = system_font()
    return ImageFont.truetype(name, size) if name else ImageFont.load_default(size)


@lru_cache(maxsize=1)
def system_font() -> str:
    """The first of _FONTS that this machine has, or "": Pillow's own font, which has few letters but English ones."""
    from PIL import ImageFont

    for name in _FONTS:
        try:
            ImageFont.truetype(name, 10)
        except OSError:
            continue
        return name
    return ""


def printable(text: str) -> str:
    """The text in characters that the font has."""
    text = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text)
    if system_font():
        return text
    plain = unicodedata.normalize("NFKD", text).translate(_ASCII)
    return "".join(sign if sign.isascii() or sign == "°" else "?" for sign in plain if not unicodedata.combining(sign))


@lru_cache(maxsize=20_000)
def _width(text: str) -> float:
    """The width of a text over the size of its font."""
    return _font(_MEASURED).getlength(text) / _MEASURED


def _wrap(text: str, room: float) -> list[str]:
    """The lines of a printable text that are at most `room` times the size of its font wide; long words are broken."""
    lines: list[str] = []
    used = math.inf
    space = _width(" ")
    for word in _WORD.findall(text):
        while (width := _width(word)) > room and len(word) > 1:
            cut = max(1, int(len(word) * room / width))
            while cut > 1 and _width(word[:cut]) > room:
                cut -= 1
            lines.append(word[:cut])
            word, used = word[cut:], math.inf
        if lines and used + space + width <= room:
            lines[-1] += f" {word}"
            used += space + width
        else:
            lines.append(word)
            used = width
    return lines


def _cut(lines: list[str], most: int) -> list[str]:
    """At most so many lines, with an ellipsis where the rest is left out."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-2]}…"]


class _Paper:
    """A white picture to write on, measured in points from its top left."""

    def __init__(self, width: float, height: float, scale: float) -> None:
        from PIL import Image, ImageDraw

        self.scale = _bounded(scale, width, height)
        self.picture = Image.new("RGB", (math.ceil(width * self.scale), math.ceil(height * self.scale)), _PAPER)
        self._pen = ImageDraw.Draw(self.picture)

    def write(
        self, lines: Sequence[str], x: float, y: float, size: float, *, bold: bool = False, color: str = _INK
    ) -> None:
        pixels = size * self.scale
        for number, line in enumerate(lines):
            place = x * self.scale, (y + number * size * _LEADING) * self.scale
            self._pen.text(place, line, font=_font(pixels), fill=color, stroke_width=bold * pixels / 40)

    def rectangle(self, corners: Corners, fill: str | None = None) -> None:
        self._pen.rectangle([value * self.scale for value in corners], fill=fill, outline=_RULE)


def _text_of(block: Block) -> str:
    """A block's text with the sign or number that is printed before it."""
    if block.kind is BlockKind.WARNING:
        return f"{block.label}: {block.text}"
    return f"{'•' if block.kind is BlockKind.ITEM else block.label} {block.text}".lstrip()


# --- slides -----------------------------------------------------------------------------------------------------------

SLIDE = (960.0, 540.0)
"""Points: the least size of a slide; it is as large as the places of its texts need."""
MAX_SLIDE = 4_032.0
"""Points of a side of a slide: no program makes larger ones."""
SLIDE_NOTE = "text of the slide; its layout and pictures are not shown"
MAX_WRITTEN = 20_000
"""Characters written on a slide; no reader could make out more."""
_MAX_PLACES, _MAX_CELLS = 400, 40
"""Places of a slide and cells of a row of its tables; the rest is left out."""
_MAX_CHARACTERS = 3_000
_SMALL, _BODY, _TITLE = 6, 20, 32


def _draw_slide(blocks: Sequence[Block], called: str, page: int, scale: float) -> _Paper:
    """The texts of a slide at their places, and below it those that have none: the speaker's notes."""
    if not blocks:
        raise NotFound(f"There is no text on slide {page} of “{called}”, or no such slide.")
    shown = [block for block in blocks if not block.hidden]
    places: dict[Box, list[Block]] = {}
    for block in shown:
        if block.words:
            places.setdefault(block.words[0].box, []).append(block)
    width = min(max([SLIDE[0], *(box.x1 for box in places)]), MAX_SLIDE)
    height = min(max([SLIDE[1], *(box.y1 for box in places)]), MAX_SLIDE)
    spoken = " ".join(block.text for block in shown if not block.words and block.kind is not BlockKind.HEADING)
    spoken = printable(f"Notes: {spoken[:_MAX_CHARACTERS]}") if spoken else ""
    notes = _cut(_wrap(spoken, (width - 24) / 12), 40)
    below = height + 6 + len(notes) * 12 * _LEADING
    paper = _Paper(width, below + 18, min(scale, MAX_SIDE / max(width, height)))
    paper.rectangle((0, 0, width - 1, height - 1))
    header: tuple[str, ...] = ()
    written = 0
    for box, texts in list(places.items())[:_MAX_PLACES]:
        written += min(sum(len(block.text) for block in texts), _MAX_CHARACTERS)
        if written > MAX_WRITTEN:
            break
        x0, y0, x1, y1 = max(box.x0, 0), max(box.y0, 0), min(box.x1, width), min(box.y1, height)
        row = texts[0] if len(texts) == 1 and texts[0].kind is BlockKind.ROW else None
        if x0 >= x1 or y0 >= y1:
            continue
        if row is None:
            _fill_box(paper, (x0, y0, x1, y1), texts)
            continue
        if row.header != header and any(row.header) and 2 * y0 >= y1:
            _fill_row(paper, (x0, 2 * y0 - y1, x1, y0), row.header, bold=True)
        header = row.header
        _fill_row(paper, (x0, y0, x1, y1), row.cells)
    paper.write(notes, 12, height + 4, 12, color=_GREY)
    paper.write([SLIDE_NOTE], 12, below, 10, color=_GREY)
    return paper


def _fill_box(paper: _Paper, corners: Corners, blocks: Sequence[Block]) -> None:
    """Writes texts into a rectangle, as large as there is room; the figures of a chart share one."""
    x0, y0, x1, y1 = corners
    is_title = blocks[0].kind is BlockKind.HEADING
    texts: list[str] = []
    header: tuple[str, ...] = ()
    for block in blocks:
        if block.header != header and any(block.header):
            texts.append(" | ".join(block.header))
        header = block.header
        texts.append(_text_of(block))
    size, lines = _fit(texts, x1 - x0, y1 - y0, _TITLE if is_title else _BODY)
    paper.write(lines, x0, y0, size, bold=is_title)


def _fill_row(paper: _Paper, corners: Corners, cells: Sequence[str], *, bold: bool = False) -> None:
    """Writes the cells of a row side by side into a rectangle, in one size."""
    x0, y0, x1, y1 = corners
    cells = cells[:_MAX_CELLS]
    each = (x1 - x0) / len(cells)
    size = min(_fit([cell], each - 8, y1 - y0 - 4, _BODY)[0] for cell in cells)
    for number, cell in enumerate(cells):
        left = x0 + number * each
        paper.rectangle((left, y0, left + each, y1), fill=_SHADE if bold else None)
        _, lines = _fit([cell], each - 8, y1 - y0 - 4, size)
        paper.write(lines, left + 4, y0 + 2, size, bold=bold)


def _fit(texts: Sequence[str], width: float, height: float, largest: int) -> tuple[int, list[str]]:
    """The largest size in which the texts have room, and their lines in it; they are cut in the smallest."""
    budget = _MAX_CHARACTERS
    kept: list[str] = []
    for text in texts:
        kept.append(printable(text[:budget]))
        budget -= len(text) + 1
        if budget <= 0:
            break
    lines: list[str] = []
    for size in range(largest, _SMALL - 1, -1):
        lines = [line for text in kept for line in _wrap(text, max(width, 1.0) / size)]
        if len(lines) * size * _LEADING <= height:
            return size, lines
    return _SMALL, _cut(lines, max(1, int(height / (_SMALL * _LEADING))))


# --- tables -----------------------------------------------------------------------------------------------------------

MAX_COLUMNS, MAX_ROWS = 12, 40
"""What is shown of a table."""
_CELL_SIZE, _PADDING = 10, 4
_MAX_LINES, _MAX_MARKED_LINES = 3, 12
_NARROW, _WIDE, _TABLE = 24.0, 220.0, 1_000.0
"""Points: the narrowest and the widest a column may be, and all of them together."""


@dataclass(slots=True)
class Line:
    """A row of the picture: its number in the file ("" for a header) and the texts by column."""

    number: str
    cells: dict[int, str] = field(default_factory=dict[int, str])
    bold: bool = False
    marked: bool = False
    alone: bool = False
    """Whether it is a text of its own, which may run over the columns beside it."""

    def fill(self, columns: Sequence[int], texts: Sequence[str]) -> None:
        shown = zip(columns, (printable(text[:_MAX_CHARACTERS]) for text in texts), strict=True)
        self.cells |= {column: text for column, text in shown if text}


def _draw_table(blocks: Sequence[Block], called: str, page: int, rows: frozenset[int], scale: float) -> _Paper:
    """The rows of a sheet around those in `rows`, with the letters of the columns where they are known."""
    numbers = sorted({block.line for block in blocks if block.line is not None})
    if not numbers:
        raise NotFound(f"There is no sheet {page} with rows in “{called}”.")
    window = shown_rows(numbers, rows)
    inside = [block for block in blocks if block.line is not None and window[0] <= block.line <= window[-1]]
    lines = table_lines(inside, rows)
    used = sorted({column for line in lines for column in line.cells})
    first = min((column for line in lines if line.marked for column in line.cells), default=used[0])
    columns = used[max(0, min(used.index(first), len(used) - MAX_COLUMNS)) :][:MAX_COLUMNS]
    lettered = any(block.cell_range is not None for block in inside)
    name = next((block.cell_range.sheet for block in inside if block.cell_range is not None), called)
    title = f"{name}: rows {window[0]}–{window[-1]} of {numbers[-1]}"
    if len(columns) < len(used):
        title += f", {len(columns)} of {len(used)} columns"
    return _Grid(lines, columns, lettered=lettered).draw(title, scale)


def shown_rows(numbers: Sequence[int], wanted: frozenset[int]) -> Sequence[int]:
    """MAX_ROWS of the rows with these numbers: the wanted ones in their middle, or the first of them on top."""
    marked = [at for at, number in enumerate(numbers) if number in wanted] or [0]
    above = max(0, MAX_ROWS - (marked[-1] - marked[0] + 1)) // 2
    start = max(0, min(marked[0] - above, len(numbers) - MAX_ROWS))
    return numbers[start : start + MAX_ROWS]


def table_lines(blocks: Sequence[Block], rows: frozenset[int]) -> list[Line]:
    """The rows in order, each table with its header above its first one; tables side by side share their rows."""
    found: dict[tuple[int, bool], Line] = {}
    for header, run in groupby(blocks, key=lambda block: block.header):
        table = list(run)
        columns = _columns(table)
        for at, block in enumerate(table):
            line = block.line or 0
            if at == 0 and any(header):
                head = found.setdefault((line, False), Line("", bold=True))
                head.fill(columns, header)
            row = found.setdefault((line, True), Line(str(line), marked=line in rows))
            if block.cells:
                row.fill(columns, block.cells)
            else:
                row.fill([_first(block)], [_text_of(block)])
                row.alone, row.bold = len(row.cells) == 1, block.kind is BlockKind.HEADING
    return [found[key] for key in sorted(found)]


def _first(block: Block) -> int:
    """The column (from 0) in which a block begins."""
    return 0 if block.cell_range is None else cell_place(block.cell_range.first)[1]


def _columns(table: Sequence[Block]) -> list[int]:
    """The columns that the cells of a table stand in; an empty one between them is told by where its rows end."""
    known: dict[int, int] = {}
    for block in table:
        filled = [at for at, text in enumerate(block.cells) if text]
        if filled and block.cell_range is not None:
            known[filled[0]] = cell_place(block.cell_range.first)[1]
            if any(block.header):  # without one, the end of a merged cell is empty
                known[filled[-1]] = cell_place(block.cell_range.last)[1]
    columns: list[int] = []
    for at in range(max(len(block.cells) for block in table)):
        last = columns[-1] if columns else -1
        start = known[min(known)] - min(known) if known else 0
        columns.append(max(last + 1, known.get(at, last + 1 if columns else start)))
    return columns


class _Grid:
    """The picture of a table: how wide its columns and how high its rows are."""

    def __init__(self, lines: Sequence[Line], columns: Sequence[int], *, lettered: bool) -> None:
        self._lines = lines
        self._columns = columns
        self._lettered = lettered
        self._margin = 2 * _PADDING + _CELL_SIZE * max(_width(line.number) for line in lines)
        self._widths = self._measured()

    def draw(self, title: str, scale: float) -> _Paper:
        step = _CELL_SIZE * _LEADING
        right = self._margin + sum(self._widths)
        wrapped = [self._wrapped(line) for line in self._lines]
        heights = [max([1, *map(len, cells.values())]) * step + _PADDING for cells in wrapped]
        top = step + _PADDING if self._lettered else 0.0
        bottom = top + sum(heights)
        note = _wrap(printable(title), max(right - 12, 200) / _CELL_SIZE)
        paper = _Paper(max(right, 212) + 1, bottom + len(note) * step + 8, scale)
        if self._lettered:
            for column, (x0, x1) in self._sides():
                paper.rectangle((x0, 0, x1, top), fill=_SHADE)
                letters = column_letters(column)
                middle = (x0 + x1 - _width(letters) * _CELL_SIZE) / 2
                paper.write([letters], middle, 2, _CELL_SIZE, color=_GREY)
        y0 = top
        marked: list[Corners] = []
        for line, cells, height in zip(self._lines, wrapped, heights, strict=True):
            y1 = y0 + height
            paper.rectangle((0, y0, self._margin, y1), fill=_SHADE)
            number = self._margin - _PADDING - _width(line.number) * _CELL_SIZE
            paper.write([line.number], number, y0 + 2, _CELL_SIZE, color=_GREY)
            if line.marked:
                marked.append((self._margin, y0, right, y1))
            if line.alone:
                paper.rectangle((self._margin, y0, right, y1))
            for column, (x0, x1) in self._sides():
                if not line.alone:
                    paper.rectangle((x0, y0, x1, y1), fill=_SHADE if line.bold else None)
                paper.write(cells.get(column, ()), x0 + _PADDING, y0 + 2, _CELL_SIZE, bold=line.bold)
            y0 = y1
        _mark(paper.picture, paper.scale, marked)
        paper.write(note, 6, bottom + 4, _CELL_SIZE, color=_GREY)
        return paper

    def _sides(self) -> Iterator[tuple[int, tuple[float, float]]]:
        """The columns with their left and right."""
        x = self._margin
        for column, width in zip(self._columns, self._widths, strict=True):
            yield column, (x, x + width)
            x += width

    def _measured(self) -> list[float]:
        """How wide each column is: as its longest text, within limits that shrink until all have room."""
        beside = [line for line in self._lines if not line.alone]
        wanted = [
            max((_width(line.cells.get(column, "")[:200]) for line in beside), default=0.0) * _CELL_SIZE
            + 2 * _PADDING
            + 1
            for column in self._columns
        ]
        limit = _WIDE
        while limit > _NARROW and sum(min(width, limit) for width in wanted) > _TABLE:
            limit -= 10
        return [min(max(width, _NARROW), limit) for width in wanted]

    def _wrapped(self, line: Line) -> dict[int, list[str]]:
        """The lines of each cell of a row."""
        most = _MAX_MARKED_LINES if line.marked else _MAX_LINES
        cells: dict[int, list[str]] = {}
        right = self._margin + sum(self._widths)
        for column, (x0, x1) in self._sides():
            if text := line.cells.get(column, ""):
                room = (right if line.alone else x1) - x0 - 2 * _PADDING
                cells[column] = _cut(_wrap(text, room / _CELL_SIZE), most)
        return cells
