"""Recognition of print: the lines of a picture with their boxes, and pages of words made of them.

rapidocr finds and reads the lines, offline, with the models of its wheel. How large letters are is then measured on
the picture, because the boxes found are too rough to tell a heading from a line of text.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.errors import DocumentRefused
from knowledge.readers.pdf_words import Glyphs, PageWord, PageWords, Rule
from knowledge.readers.progress import tell_pages
from knowledge.readers.providers import ProviderFailed
from knowledge.types import Block, Box, Word

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_SIDE = 3_000
"""Pixels of the longer side of what is recognised; a larger picture is made smaller."""
DETECTION_SIDE = 1_440
"""Pixels of the longer side of the copy in which lines are looked for: larger finds no more and takes 1 GB and more."""
ENLARGED_SIDE, ENLARGED = 1_600, 2.0
"""A picture whose longer side has fewer pixels is enlarged up to them, and at most so many times."""
LEAST_SIDE = 12
"""Pixels of the shorter side that print needs at the least."""
TRIAL_SIDE = 1_200
"""Pixels of the longer side of the copy that is turned to find which way is up."""
THREADS = 2
LEAST_CONFIDENCE = 0.5
"""A line read with less is noise and is left out."""
SURE = 0.85
"""A mean confidence below this may mean that the picture is upside down."""
LOW_CONFIDENCE = 0.8
"""A page recognised with less is marked, so that someone checks it."""
TIME_SHARE = 0.9
"""Share of the time left that recognition may take; the rest is for laying out what was recognised."""

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

    @property
    def height(self) -> float:
        """The height of the font in pixels, estimated where the recogniser gives none."""
        x0, y0, x1, y1 = self.box
        return self.size or 0.75 * (x1 - x0 if self.turn % 180 else y1 - y0)


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
    """The lines of print in a picture that is upright or turned by 90, 180 or 270 degrees.

    Print on its side among print that is upright is left out: it is mostly misread.
    """
    picture = _scaled(flattened(image))
    if min(picture.size) < LEAST_SIDE:
        return []
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
        if line.confidence >= LEAST_CONFIDENCE and not _stands(line)
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

    if image.mode.startswith(("I", "F")):
        import numpy

        values = numpy.nan_to_num(numpy.asarray(image, dtype=numpy.float32))
        low = values.min()
        values = (values - low) * (255 / max(float(values.max() - low), 1e-9))
        return images.fromarray(values.astype(numpy.uint8)).convert("RGB")
    if image.has_transparency_data:
        shown = image.convert("RGBA")
        paper = images.new("RGB", image.size, "white")
        paper.paste(shown, mask=shown.getchannel("A"))
        return paper
    return image if image.mode == "RGB" else image.convert("RGB")


# --- pages ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scan:
    """The lines of a page that was recognised and the rules drawn on it. `size` is of its picture in pixels.

    One pixel is `points` points in the layout, which is made for letters about 10 points high, and `unit` units of the
    boxes wanted in the end. `note` is what is worth knowing of how it was recognised, or "".
    """

    lines: Sequence[Line]
    size: tuple[float, float]
    points: float
    unit: float
    rules: Sequence[Pixels] = ()
    note: str = ""

    @property
    def confidence(self) -> float | None:
        """The mean over its characters, None where nothing was recognised."""
        return round(mean_confidence(self.lines), 3) if self.lines else None


def scan(image: Image, recogniser: Recogniser, points: float, unit: float) -> Scan:
    """What a recogniser and the search for rules find on a picture.

    When it is a provider that fails, this machine's own recognition takes over, and `note` says so.
    """
    note = ""
    try:
        lines = recogniser(image)
    except ProviderFailed as failed:
        if missing := available():
            raise DocumentRefused("no_text", f"A page was not recognised: {failed}.", missing) from failed
        note = f"{failed}; it was recognised offline"
        lines = recognise(image)
    return Scan(lines, image.size, points, unit, find_rules(image, lines) if lines else [], note)


@dataclass(slots=True)
class Scans:
    """The pages that were recognised, by number; `notes` says of the others why not, and what is doubtful of these.

    `seconds` is how long each took. `failure` says why the last page that failed did, and what to do about it.
    """

    pages: dict[int, Scan] = field(default_factory=dict[int, Scan])
    notes: dict[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    seconds: dict[int, float] = field(default_factory=dict[int, float])
    failure: str = ""


def scan_pages(numbers: Iterable[int], read: Callable[[int], Scan], kind: str, deadline: float) -> Scans:
    """What `read` recognises on these pages, as many as can be by `deadline`; in notes a page is called `kind`.

    `deadline` is a time of `time.monotonic`. Raises nothing but the DocumentRefused that `read` raises.
    """
    scans = Scans()
    listed = list(numbers)
    now = time.monotonic()
    until = now + TIME_SHARE * (deadline - now)
    for number in listed:
        if time.monotonic() + max(scans.seconds.values(), default=0.0) > until:
            scans.notes[number] = (f"{kind} {number} was not recognised in the time allowed",)
            scans.failure = "Recognition takes longer than is allowed: split it."
            continue
        started = time.perf_counter()
        try:
            scans.pages[number] = read(number)
            notes = _doubts(scans.pages[number].confidence, kind, number)
            note = scans.pages[number].note
            scans.notes[number] = (f"{kind} {number}: {note}", *notes) if note else notes
        except DocumentRefused:
            raise
        except Exception as error:  # noqa: BLE001 whatever its picture does, the other pages are still read
            stopped = f"recognition stopped with {type(error).__name__}"
            scans.notes[number] = (f"no text on {kind} {number}: {stopped}",)
            scans.failure = f"On {kind} {number} {stopped}: save it again with a smaller picture."
        scans.seconds[number] = time.perf_counter() - started
        tell_pages(number, listed[-1])
    return scans


def _doubts(confidence: float | None, kind: str, number: int) -> tuple[str, ...]:
    if confidence is None:
        return (f"no text on {kind} {number}: nothing was recognised in its picture",)
    if confidence >= LOW_CONFIDENCE:
        return ()
    return (f"{kind} {number} was recognised from a picture with a confidence of {confidence:.2f}; check its numbers",)


Place = tuple[int, float, float, float]
"""The page of a word and the left, top and right edge of its box in the layout."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Recognised pages by number, upright and in points, and where each word came from, with its confidence."""

    pages: Mapping[int, PageWords]
    sources: Mapping[Place, tuple[Box, float]]

    def restore(self, blocks: Iterable[Block]) -> list[Block]:
        """The blocks with the mean confidence of their words, which are put where they stand on the page as shown."""
        return [self._restored(block) for block in blocks]

    def _restored(self, block: Block) -> Block:
        words: list[Word] = []
        confidences: list[float] = []
        for word in block.words:
            box = word.box
            source = self.sources.get((box.page, box.x0, box.y0, box.x1))
            if source is not None:
                box = source[0]
                confidences.append(source[1])
            words.append(Word(word.start, word.end, box))
        if not confidences:
            return block
        return replace(block, words=tuple(words), confidence=round(statistics.fmean(confidences), 3))


def to_pages(scans: Mapping[int, Scan]) -> Recognised:
    """The pages that lines make, straightened: lines at one height and letters of about one size are exactly so."""
    sizes = _levelled([line.height * scan.points for scan in scans.values() for line in scan.lines for _ in line.text])
    pages: dict[int, PageWords] = {}
    sources: dict[Place, tuple[Box, float]] = {}
    for number, scan in scans.items():
        turn = statistics.mode(line.turn for line in scan.lines for _ in line.text) if scan.lines else 0
        slant = _slant(scan, turn)
        words: list[PageWord] = []
        for line, baseline in _on_baselines(scan, turn, slant):
            size = sizes[line.height * scan.points]
            for text, box in _placed_words(line):
                x0, _, x1, y1 = turned(box, turn, *scan.size)
                placed = (
                    round((x0 + slant * y1) * scan.points, 2),
                    round(baseline * scan.points - _ABOVE * size, 2),
                    round((x1 + slant * y1) * scan.points, 2),
                    round(baseline * scan.points + _BELOW * size, 2),
                )
                words.append(PageWord(text, number, placed, size, False))
                shown = Box(number, *(round(value * scan.unit, 2) for value in box))
                sources[number, placed[0], placed[1], placed[2]] = shown, line.confidence
        rules = [_straight(turned(box, turn, *scan.size), slant, scan.points) for box in scan.rules]
        width, height = scan.size if turn % 180 == 0 else (scan.size[1], scan.size[0])
        pages[number] = PageWords(number, width * scan.points, height * scan.points, words, rules, 1)
    return Recognised(pages, sources)


def _straight(box: Pixels, slant: float, points: float) -> Rule:
    x0, y0, x1, y1 = box
    across, down = slant * (y0 + y1) / 2, -slant * (x0 + x1) / 2
    return Rule.of((x0 + across) * points, (y0 + down) * points, (x1 + across) * points, (y1 + down) * points)


def _placed_words(line: Line) -> Sequence[tuple[str, Pixels]]:
    return line.words or _split(line)


def _split(line: Line) -> list[tuple[str, Pixels]]:
    """The words of a line, each with its share of the line's box."""
    x0, y0, x1, y1 = turned(line.box, line.turn, 0, 0)
    step = (x1 - x0) / len(line.text)
    return [
        (
            match.group(),
            turned((x0 + match.start() * step, y0, x0 + match.end() * step, y1), (360 - line.turn) % 360, 0, 0),
        )
        for match in re.finditer(r"\S+", line.text)
    ]


SAME_SIZE = 1.15
"""Letters larger than others by less are of one size: so far apart are the measures of one font."""


def _levelled(sizes: Sequence[float]) -> dict[float, float]:
    """For each size of letters the size of its group; the group of the usual size is made first."""
    levelled: dict[float, float] = {}
    if sizes:
        body = statistics.median(sizes)
        levelled = {size: body for size in sizes if body / SAME_SIZE < size < body * SAME_SIZE}
    first = 0.0
    for size in sorted(set(sizes) - levelled.keys()):
        if size >= first * SAME_SIZE:
            first = size
        levelled[size] = first
    return levelled


def _slant(scan: Scan, turn: int) -> float:
    """How far the long lines of a page sink for each pixel to the right, in pixels."""
    slopes: list[float] = []
    for line in scan.lines:
        first, last = (turned(_placed_words(line)[at][1], turn, *scan.size) for at in (0, -1))
        if last[0] - first[0] > 10 * line.height:
            slopes += [(last[3] - first[3]) / (last[0] - first[0])] * len(line.text)
    return statistics.median(slopes) if slopes else 0.0


def _on_baselines(scan: Scan, turn: int, slant: float) -> list[tuple[Line, float]]:
    """The lines of a page from the top, with their baselines on the straightened page; those side by side share one."""
    found: list[tuple[float, int]] = []
    for index, line in enumerate(scan.lines):
        words = [turned(box, turn, *scan.size) for _, box in _placed_words(line)]
        level = statistics.median(y1 - slant * (x0 + x1) / 2 for x0, _, x1, y1 in words)
        found.append((level - _BELOW * line.height, index))
    placed: list[tuple[Line, float]] = []
    shared = float("-inf")
    for baseline, index in sorted(found):
        line = scan.lines[index]
        if baseline - shared > 0.25 * line.height:
            shared = baseline
        placed.append((line, shared))
    return placed


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
    import_module("cv2").setNumThreads(THREADS)
    return import_module("rapidocr").RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Global.use_cls": False,  # it would hide that a page is upside down
            "Global.use_preprocess_img": False,  # it would make a strip of 3,000 × 1 pixels 30 pixels high
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
        text = " ".join(raw.translate(_SIGNS).split())
        box = _hull(corners)
        if text and box[2] > box[0] and box[3] > box[1]:
            line = Line(text, box, float(score), _words(text, found))
            lines.append(_measured(replace(line, words=tuple(_placed_words(line))), grey))
    return lines


_SIGNS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x3002: ".", 0x2103: "C", 0x2109: "F"}
"""The model also knows Chinese and gives some signs in their wide form, and "°F" as "°℉"."""


def _hull(corners: Any) -> Pixels:
    xs, ys = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _words(text: str, parts: Sequence[tuple[str, float, Any]]) -> tuple[tuple[str, Pixels], ...]:
    """The words of a line with the boxes of the parts that they are made of; none when the two do not agree."""
    made: list[tuple[str, Pixels]] = []
    left = [(part.translate(_SIGNS), _hull(corners)) for part, _, corners in parts]
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
    standing = sum(len(line.text) for line in lines if _stands(line))
    is_on_its_side = standing > 0.5 * sum(len(line.text) for line in lines if len(line.text) > 2)
    if not is_on_its_side and mean_confidence(lines) >= SURE:
        return 0
    trial = picture.copy()
    trial.thumbnail((TRIAL_SIDE, TRIAL_SIDE))
    candidates = (90, 270) if is_on_its_side else (0, 180)
    return max(candidates, key=lambda turn: mean_confidence(_read(_turned_picture(trial, turn))))


def _stands(line: Line) -> bool:
    """Whether a line runs up or down."""
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


# --- the rules of tables ----------------------------------------------------------------------------------------------

MAX_RULES = 800
"""Straight lines kept of a page; a page with more is a drawing or a photo."""
RULE_SIDE = 2_000
"""Pixels of the longer side of the copy in which rules are looked for."""
RULE_LENGTH = 0.02
"""How long a rule is at least, as a share of the longer side of the picture."""


def find_rules(image: Image, lines: Sequence[Line]) -> list[Pixels]:
    """The straight lines drawn on a picture, the longest first, as thin upright or level boxes.

    What is printed on it is painted over first, because letters have straight strokes too.
    """
    if find_spec("cv2") is None:  # it comes with rapidocr, which another recogniser does without
        return []
    import numpy

    cv2: Any = import_module("cv2")
    copy = image.convert("L")
    copy.thumbnail((RULE_SIDE, RULE_SIDE))
    across, down = image.width / copy.width, image.height / copy.height
    grey = numpy.array(copy)
    for line in lines:
        for _, (x0, y0, x1, y1) in _placed_words(line):
            word = grey[max(int(y0 / down), 0) : int(y1 / down) + 1, max(int(x0 / across), 0) : int(x1 / across) + 1]
            if word.size:
                word[:] = numpy.median(word)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, blockSize=15, C=10)
    length = max(round(RULE_LENGTH * max(copy.size)), 8)
    found: list[Pixels] = []
    for rows, columns in ((1, length), (length, 1)):
        # thickened first, so that a line that is not quite level stays whole
        thick = cv2.dilate(ink, numpy.ones((3, 1) if rows == 1 else (1, 3)))
        straight = cv2.morphologyEx(thick, cv2.MORPH_OPEN, numpy.ones((rows, columns)))
        for left, top, width, height, _ in cv2.connectedComponentsWithStats(straight)[2][1:].tolist():
            if min(width, height) <= max(12, 0.03 * max(width, height)):
                found.append((left * across, top * down, (left + width) * across, (top + height) * down))
    return sorted(found, key=lambda box: min(box[0] - box[2], box[1] - box[3]))[:MAX_RULES]


# --- the size of letters ----------------------------------------------------------------------------------------------

_RISE, _LOW_RISE, _FALL = 0.73, 0.53, 0.21
"""How far letters reach above and below their baseline, in font sizes: "bd", "ac" and "pq"."""
_ABOVE, _BELOW = 0.78, 0.24
"""How far a word's box reaches above and below its baseline, in font sizes."""
_RISING = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789bdfhklti()[]{}/|\\?!&%$£€#@'\"“”‘’°")
_FALLING = frozenset("gjpqyQ()[]{}/|\\,;$@")


def _measured(line: Line, grey: Any) -> Line:
    """The line with the size of its letters, and its words as wide and as high as they are; as it is without ink."""
    found: dict[int, tuple[float, float]] = {}  # size and baseline by index of the word
    for index, (text, box) in enumerate(line.words):
        rows = _inked(grey, box, 0) if any(character.isalnum() for character in text) else None
        if rows is None:
            continue
        gap = max(1.0, 0.1 * (box[3] - box[1]))
        middle, reach = (box[1] + box[3]) / 2, (box[3] - box[1]) / 4
        runs = _runs(rows, gap)  # what stands above or below a gap belongs to other lines
        top, bottom = max(runs, key=lambda run: min(run[1], middle + reach) - max(run[0], middle - reach))
        fall = _FALL if _FALLING.intersection(text) else 0.0
        size = (bottom - top) / ((_RISE if _RISING.intersection(text) else _LOW_RISE) + fall)
        found[index] = size, bottom - fall * size
    if not found:
        return line
    usual = statistics.median_low(size for index, (size, _) in found.items() for _ in line.words[index][0])
    size = statistics.fmean(size for size, _ in found.values() if abs(size - usual) <= 0.15 * usual)
    words: list[tuple[str, Pixels]] = []
    _, baseline = next(iter(found.values()))
    edges = [line.box[0], *((a[2] + b[0]) / 2 for (_, a), (_, b) in pairwise(line.words)), line.box[2]]
    for index, (text, (x0, _, x1, _)) in enumerate(line.words):
        _, baseline = found.get(index, (size, baseline))
        y0, y1 = baseline - _ABOVE * size, baseline + _BELOW * size
        columns = _inked(grey, (max(edges[index], x0 - size / 2), y0, min(edges[index + 1], x1 + size / 2), y1), 1)
        own = [] if columns is None else _runs(columns, 0.15 * size)  # letters stand closer than words
        own = [run for run in own if run[1] > x0 + size / 5 and run[0] < x1 - size / 5]
        words.append((text, (own[0][0], y0, own[-1][1], y1) if own else (x0, y0, x1, y1)))
    return replace(line, words=tuple(words), size=size)


def _inked(grey: Any, box: Pixels, axis: int) -> Any:
    """The rows (axis 0) or columns (1) with ink in a box, in pixels of the picture; None when there is none.

    Ink is what differs from the box's usual brightness.
    """
    import numpy

    x0, y0, x1, y1 = (max(round(value), 0) for value in box)
    area = grey[y0:y1, x0:x1].astype(numpy.int16)
    if min(area.shape) < 2:
        return None
    differs = numpy.abs(area - numpy.median(area))
    peak = int(differs.max())
    if peak < 40:
        return None
    return numpy.flatnonzero((differs > 0.5 * peak).any(axis=1 - axis)) + (x0 if axis else y0)


def _runs(places: Any, gap: float) -> list[tuple[float, float]]:
    """The first place of each run of neighbours and the one after its last; a gap of more than `gap` ends a run."""
    import numpy

    runs = numpy.split(places, numpy.flatnonzero(numpy.diff(places) > gap + 1) + 1)
    return [(float(run[0]), float(run[-1] + 1)) for run in runs]
