"""Recognition of print: the lines of a picture with their boxes, and pages of words made of them.

rapidocr finds and reads the lines, offline, with the models of its wheel. How large letters are is then measured on
the picture, because the boxes found are too rough to tell a heading from a line of text.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.readers.pdf_layout import Glyphs, PageWord, PageWords
from knowledge.types import Block, Box, Word

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_SIDE = 3_000
"""Pixels of the longer side of what is recognised; a larger picture is made smaller."""
DETECTION_SIDE = 1_440
"""Pixels of the longer side of the copy in which lines are looked for: larger finds no more and takes 1 GB and more."""
ENLARGED_SIDE, ENLARGED = 1_600, 2.0
"""A picture whose longer side has fewer pixels is enlarged up to them, and at most so many times."""
TRIAL_SIDE = 1_200
"""Pixels of the longer side of the copy that is turned to find which way is up."""
THREADS = 2
LEAST_CONFIDENCE = 0.5
"""A line read with less is noise and is left out."""
SURE = 0.85
"""A mean confidence below this may mean that the picture is upside down."""
LOW_CONFIDENCE = 0.8
"""A page recognised with less is marked, so that someone checks it."""

Pixels = tuple[float, float, float, float]
"""x0, y0, x1, y1 in pixels from the top left of a picture."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print. Boxes are in pixels of the picture as given, `confidence` is 0..1.

    `words` are the words of `text` with their boxes, `size` is the height of the font in pixels: a recogniser that
    does not know them leaves them out. `turn` is by how many degrees the picture must be turned clockwise to be read.
    """

    text: str
    box: Pixels
    confidence: float
    words: tuple[tuple[str, Pixels], ...] = ()
    size: float = 0.0
    turn: int = 0


Recogniser = Callable[["Image"], list[Line]]
"""Gives the lines of a picture in any order."""


def available() -> str:
    """ "" when recognition can run, else why not, with the line that mends it."""
    missing = [module for module in ("rapidocr", "onnxruntime", "PIL") if find_spec(module) is None]
    if missing:
        return f"Recognising print needs {' and '.join(missing)}: pip install rapidocr==3.10.0 onnxruntime pillow."
    if not all(_model(task) for task in ("det", "rec")):
        return "The models of rapidocr are not where they should be: pip install --force-reinstall rapidocr==3.10.0."
    return ""


def recognise(image: Image) -> list[Line]:
    """The lines of print in a picture that is upright or turned by 90, 180 or 270 degrees."""
    picture = _scaled(flattened(image))
    lines = _read(picture)
    turn = _turn(picture, lines)
    if turn:
        picture = _turned_picture(picture, turn)
        lines = _read(picture)
    back = (360 - turn) % 360
    across = image.width / (picture.height if turn % 180 else picture.width)
    down = image.height / (picture.width if turn % 180 else picture.height)

    def as_given(box: Pixels) -> Pixels:
        x0, y0, x1, y1 = turned(box, back, picture.width, picture.height)
        return x0 * across, y0 * down, x1 * across, y1 * down

    return [
        replace(
            line,
            box=as_given(line.box),
            words=tuple((text, as_given(box)) for text, box in line.words),
            size=line.size * (across + down) / 2,
            turn=turn,
        )
        for line in lines
        if line.confidence >= LEAST_CONFIDENCE
    ]


def mean_confidence(lines: Iterable[Line]) -> float:
    """The mean over the characters of the lines; 0 without any."""
    weighed = [(len(line.text), line.confidence) for line in lines]
    characters = sum(count for count, _ in weighed)
    return sum(count * confidence for count, confidence in weighed) / characters if characters else 0.0


def turned(box: Glyphs, turn: int, width: float, height: float) -> Glyphs:
    """A box of a page of this size, in the coordinates of the page turned clockwise by a multiple of 90 degrees."""
    x0, y0, x1, y1 = box
    if turn == 90:
        return height - y1, x0, height - y0, x1
    if turn == 180:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 270:
        return y0, width - x1, y1, width - x0
    return box


def flattened(image: Image) -> Image:
    """The picture in RGB: what is transparent becomes white, and 16 bits become 8."""
    from PIL import Image as images

    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        low, high = image.getextrema()
        span = max(float(high) - float(low), 1.0)  # pyright: ignore[reportArgumentType]
        return image.point(lambda value: (value - low) * (255 / span)).convert("RGB")  # pyright: ignore
    if image.has_transparency_data:
        shown = image.convert("RGBA")
        paper = images.new("RGB", image.size, "white")
        paper.paste(shown, mask=shown.getchannel("A"))
        return paper
    return image.convert("RGB")


# --- pages ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A page made of lines, upright and in points, as the layout takes it.

    `scale` is points of the layout per unit of the boxes wanted in the end, `turn` the degrees by which the page as
    shown was turned clockwise, `confidences` is by the place of each word.
    """

    words: PageWords
    scale: float
    turn: int
    confidence: float
    confidences: Mapping[tuple[float, float], float]


def to_page(
    lines: Sequence[Line], number: int, size: tuple[float, float], points: float, scale: float = 1.0, images: int = 1
) -> RecognisedPage:
    """The page that lines make. `size` is of the picture in pixels, `points` of the layout are one pixel."""
    turns = [line.turn for line in lines for _ in line.text]
    turn = statistics.mode(turns) if turns else 0
    words: list[PageWord] = []
    confidences: dict[tuple[float, float], float] = {}
    for line in lines:
        x0, y0, x1, y1 = turned(line.box, turn, *size)
        letters = (line.size or 0.75 * (y1 - y0)) * points
        for text, box in line.words or _split(line.text, (x0, y0, x1, y1), turn, size):
            a0, b0, a1, b1 = turned(box, turn, *size)
            placed = (a0 * points, b0 * points, a1 * points, b1 * points)
            words.append(PageWord(text, number, placed, letters, False))
            confidences[_place(placed[0], placed[1])] = line.confidence
    width, height = (size[1], size[0]) if turn % 180 else size
    page = PageWords(number, width * points, height * points, words, [], images)
    return RecognisedPage(page, scale, turn, mean_confidence(lines), confidences)


def restore(blocks: Iterable[Block], pages: Mapping[int, RecognisedPage]) -> list[Block]:
    """The blocks with the confidence of their words, which stand where they are on the pages as shown.

    `pages` holds the recognised ones by number; what stands on others is left as it is.
    """
    return [_restored(block, pages) if block.page in pages or block.words else block for block in blocks]


def _restored(block: Block, pages: Mapping[int, RecognisedPage]) -> Block:
    words: list[Word] = []
    confidences: list[float] = []
    for word in block.words:
        page = pages.get(word.box.page)
        if page is None:
            words.append(word)
            continue
        box = word.box
        confidences.append(page.confidences.get(_place(box.x0, box.y0), page.confidence))
        upright = turned(
            (box.x0, box.y0, box.x1, box.y1), (360 - page.turn) % 360, page.words.width, page.words.height
        )
        x0, y0, x1, y1 = (round(value / page.scale, 2) for value in upright)
        words.append(Word(word.start, word.end, Box(box.page, x0, y0, x1, y1)))
    if not confidences:
        return block
    return replace(block, words=tuple(words), confidence=round(statistics.fmean(confidences), 3))


def _place(x: float, y: float) -> tuple[float, float]:
    return round(x, 2), round(y, 2)


def _split(text: str, box: Pixels, turn: int, size: tuple[float, float]) -> list[tuple[str, Pixels]]:
    """The words of a line, each in its share of the line's upright box; boxes of the picture as given."""
    x0, y0, x1, y1 = box
    step = (x1 - x0) / max(len(text), 1)
    width, height = (size[1], size[0]) if turn % 180 else size
    found: list[tuple[str, Pixels]] = []
    start = 0
    for word in text.split():
        start = text.index(word, start)
        share = (x0 + start * step, y0, x0 + (start + len(word)) * step, y1)
        found.append((word, turned(share, (360 - turn) % 360, width, height)))
        start += len(word)
    return found


# --- recognition ------------------------------------------------------------------------------------------------------


def _model(task: str) -> str:
    """The path of a model in rapidocr's wheel, "" when it is not there."""
    spec = find_spec("rapidocr")
    folders = spec.submodule_search_locations if spec is not None else None
    found = sorted(Path(folders[0], "models").glob(f"*_{task}_*.onnx")) if folders else []
    return str(found[0]) if found else ""


@cache
def _engine() -> Any:
    # imported here: only those who read pictures need it, and it takes most of a second
    return import_module("rapidocr").RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Global.use_cls": False,  # it would hide that a page is upside down
            "Global.max_side_len": MAX_SIDE,
            "Global.return_word_box": True,
            "Det.limit_type": "max",
            "Det.limit_side_len": DETECTION_SIDE,
            "Det.model_path": _model("det"),  # named, so that none is looked for on the network
            "Rec.model_path": _model("rec"),
            "Rec.rec_batch_num": 1,  # lines of one length are rare: larger batches are no faster and take 300 MB more
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _read(picture: Image) -> list[Line]:
    """The lines of an upright picture in RGB."""
    import numpy

    pixels = numpy.asarray(picture)
    result = _engine()(numpy.ascontiguousarray(pixels[:, :, ::-1]))
    texts: Sequence[str] = getattr(result, "txts", None) or ()
    if not texts:
        return []
    grey = numpy.asarray(picture.convert("L"))
    parts = result.word_results if len(result.word_results) == len(texts) else [()] * len(texts)
    lines: list[Line] = []
    for raw, corners, score, found in zip(texts, result.boxes, result.scores, parts, strict=True):
        text = " ".join(raw.translate(_NARROW).split())
        box = _hull(corners)
        if text and box[2] > box[0] and box[3] > box[1]:
            words = _words(text, found) or tuple(_split(text, box, 0, picture.size))
            lines.append(_measured(Line(text, box, float(score), words), grey))
    return lines


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x3002: "."}
"""The model also knows Chinese and gives some signs in their wide form."""


def _hull(corners: Any) -> Pixels:
    xs, ys = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _words(text: str, parts: Sequence[tuple[str, float, Any]]) -> tuple[tuple[str, Pixels], ...]:
    """The words of a line with the boxes of the parts that they are made of; none when the two do not agree."""
    made: list[tuple[str, Pixels]] = []
    left = [(part.translate(_NARROW), _hull(corners)) for part, _, corners in parts]
    for word in text.split():
        content, boxes = "", list[Pixels]()
        while left and len(content) < len(word):
            part, box = left.pop(0)
            content += part
            boxes.append(box)
        if content != word:
            return ()
        hull = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        made.append((word, hull))
    return tuple(made)


# --- which way is up --------------------------------------------------------------------------------------------------


def _turn(picture: Image, lines: Sequence[Line]) -> int:
    """By how many degrees a picture must be turned clockwise to be upright, given what was read of it as it is."""
    if not lines:
        return 0
    is_on_its_side = sum(_is_tall(line) for line in lines) > 0.5 * len(lines)
    sure = mean_confidence(lines)
    if sure >= SURE and not is_on_its_side:
        return 0
    trial = picture.copy()
    trial.thumbnail((TRIAL_SIDE, TRIAL_SIDE))
    candidates = (90, 270) if is_on_its_side else (0, 180)
    return max(candidates, key=lambda turn: mean_confidence(_read(_turned_picture(trial, turn))))


def _is_tall(line: Line) -> bool:
    x0, y0, x1, y1 = line.box
    return len(line.text) > 2 and y1 - y0 > 1.5 * (x1 - x0)


def _turned_picture(picture: Image, turn: int) -> Image:
    """The picture turned clockwise."""
    from PIL.Image import Transpose

    if not turn:
        return picture
    return picture.transpose({90: Transpose.ROTATE_270, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_90}[turn])


def _scaled(picture: Image) -> Image:
    longer = max(picture.size)
    factor = min(ENLARGED, ENLARGED_SIDE / longer) if longer < ENLARGED_SIDE else min(1.0, MAX_SIDE / longer)
    if factor == 1.0:
        return picture
    from PIL.Image import Resampling

    size = (max(round(picture.width * factor), 1), max(round(picture.height * factor), 1))
    return picture.resize(size, Resampling.LANCZOS if factor < 1 else Resampling.BICUBIC)


# --- the size of letters ----------------------------------------------------------------------------------------------

_RISE, _LOW_RISE, _FALL = 0.73, 0.53, 0.21
"""How far letters reach above and below their baseline, in font sizes: "bd", "ac" and "pq"."""
_RISING = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789bdfhklti()[]{}/|\\?!&%$£€#@'\"“”‘’°")
_FALLING = frozenset("gjpqyQ()[]{}/|\\,;$@")


def _measured(line: Line, grey: Any) -> Line:
    """The line with the size of its letters, and its words as high as that; unchanged where no ink stands out."""
    found: list[tuple[int, float, float]] = []  # index, size, baseline
    for index, (text, box) in enumerate(line.words):
        band = _inked(grey, box) if any(character.isalnum() for character in text) else None
        if band is not None:
            rise = _RISE if _RISING.intersection(text) else _LOW_RISE
            fall = _FALL if _FALLING.intersection(text) else 0.0
            size = (band[1] - band[0]) / (rise + fall)
            found.append((index, size, band[1] - fall * size))
    if not found:
        return line
    size = statistics.median(size for index, size, _ in found for _ in line.words[index][0])
    baselines = {index: baseline for index, _, baseline in found}
    words: list[tuple[str, Pixels]] = []
    baseline = found[0][2]
    for index, (text, (x0, _, x1, _)) in enumerate(line.words):
        baseline = baselines.get(index, baseline)
        words.append((text, (x0, baseline - (_RISE + 0.05) * size, x1, baseline + (_FALL + 0.03) * size)))
    return replace(line, words=tuple(words), size=size)


def _inked(grey: Any, box: Pixels) -> tuple[float, float] | None:
    """The first and the last row of the ink in the middle of a box, None when there is none.

    Ink is what differs from the box's usual brightness; what stands above or below a gap belongs to other lines.
    """
    import numpy

    x0, y0, x1, y1 = (max(round(value), 0) for value in box)
    area = grey[y0:y1, x0:x1].astype(numpy.int16)
    if area.shape[0] < 4 or area.shape[1] < 2:
        return None
    differs = numpy.abs(area - numpy.median(area))
    peak = int(differs.max())
    if peak < 40:
        return None
    rows = numpy.flatnonzero((differs > 0.5 * peak).sum(axis=1) > 0)
    gap = max(1, round(0.1 * (y1 - y0)))
    middle = area.shape[0] / 2
    bands = numpy.split(rows, numpy.flatnonzero(numpy.diff(rows) > gap) + 1)
    band = max(bands, key=lambda rows: min(rows[-1], middle + middle / 2) - max(rows[0], middle / 2))
    return float(y0 + band[0]), float(y0 + band[-1] + 1)
