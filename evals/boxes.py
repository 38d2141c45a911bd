"""Do the boxes of a quote cover its words? `python -m evals.boxes FOLDER [--sample 200]` prints a table per document.

A seeded sample of the sentences, steps and rows of every PDF and picture under FOLDER is read back from under its
boxes, by pdfium's own reading of a rectangle, and from scanned pages and pictures by recognising what the boxes cut
out. A quote is covered when all its words are found under its boxes, and clean when few other characters are.
"""

from __future__ import annotations

import argparse
import ctypes
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from knowledge.errors import DocumentRefused
from knowledge.parsing import Parser
from knowledge.readers import ocr
from knowledge.readers.formats import BY_SUFFIX
from knowledge.readers.pdfium import pdfium, pdfium_lock, pdfium_raw
from knowledge.sentences import split_sentences
from knowledge.types import Block, BlockKind, Box, Word, merge_lines

if TYPE_CHECKING:
    from PIL.Image import Image

FOREIGN = 0.15
"""Share of the characters under the boxes of a clean quote that may be others than its own."""
ALIKE = 75.0
"""rapidfuzz's partial ratio from which a word counts as found in what was recognised a second time."""
INSET_ABOVE, INSET_BELOW = 0.3, 0.2
"""Shares of a box's height left out when looking for other words: lines set tight overlap with their neighbours'."""
DPI = 200
WORST = 8
_FINE = 100_000


@dataclass(frozen=True, slots=True)
class Sampled:
    """A quote of a document: the characters `start` to `end` of a block, the words among them and their boxes."""

    path: Path
    block: Block
    start: int
    end: int
    words: tuple[Word, ...]
    boxes: tuple[Box, ...]

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def parts(self) -> list[str]:
        """Its words as they are compared."""
        cut = (self.block.text[max(word.start, self.start) : min(word.end, self.end)] for word in self.words)
        return [part for part in map(plain, cut) if part]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under the boxes of a quote: the words missing there and the share of foreign characters."""

    sampled: Sampled
    missing: tuple[str, ...]
    foreign: float
    under: str

    @property
    def is_covered(self) -> bool:
        return not self.missing

    @property
    def is_clean(self) -> bool:
        return self.foreign <= FOREIGN


def plain(text: str) -> str:
    """The text as it is compared: NFKC, without case, hyphens, spaces and control characters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(ch for ch in folded if unicodedata.category(ch)[0] not in "ZC" and unicodedata.category(ch) != "Pd")


def spans(block: Block) -> list[tuple[int, int]]:
    """Where the quotable units of a block begin and end: the sentences of a paragraph, else the whole."""
    return split_sentences(block.text) if block.kind is BlockKind.PARAGRAPH else [(0, len(block.text))]


def quotes(path: Path, blocks: Sequence[Block]) -> Iterator[Sampled]:
    """Every quote of a document that has a place on a page, headings aside."""
    for block in blocks:
        if block.hidden or block.kind is BlockKind.HEADING:
            continue
        for start, end in spans(block):
            words = tuple(word for word in block.words if word.start < end and word.end > start)
            if words:
                yield Sampled(path, block, start, end, words, merge_lines(words))


def read_back(sampled: Sequence[Sampled]) -> Iterator[Found]:
    """What is found under the boxes of quotes of one document."""
    path = sampled[0].path
    if path.suffix.lower() != ".pdf":
        for quote in sampled:
            yield _compared_by_eye(quote, [_cut(_frame(path, box.page), box, 1.0) for box in quote.boxes])
        return
    with pdfium_lock:
        document = pdfium().PdfDocument(path)
        try:
            for quote in sampled:
                if quote.block.confidence is None:
                    whole = "".join(_text_under(document, box, 0, 0) for box in quote.boxes)
                    inner = "".join(_text_under(document, box, INSET_ABOVE, INSET_BELOW) for box in quote.boxes)
                    yield _compared(quote, plain(whole), plain(inner))
                else:
                    yield _compared_by_eye(quote, [_cut_from_page(document, box) for box in quote.boxes])
        finally:
            document.close()


def _compared(quote: Sampled, whole: str, inner: str) -> Found:
    missing = tuple(part for part in quote.parts if part not in whole)
    foreign = Counter(inner) - Counter("".join(quote.parts))
    return Found(quote, missing, foreign.total() / max(len(inner), 1), whole)


def _compared_by_eye(quote: Sampled, cuts: Sequence[Image]) -> Found:
    from rapidfuzz.fuzz import partial_ratio

    under = plain("".join(_recognised(cut) for cut in cuts))
    missing = tuple(part for part in quote.parts if partial_ratio(part, under) < ALIKE)
    foreign = Counter(under) - Counter("".join(quote.parts))
    return Found(quote, missing, foreign.total() / max(len(under), 1), under)


def _recognised(cut: Image) -> str:
    """The print on a cut-out line, which may stand on its side or its head: the surer reading of two."""
    turns = (90, 270) if cut.height > 1.5 * cut.width else (0, 180)
    readings = [ocr.recognise(cut.rotate(turn, expand=True)) for turn in turns]
    best = max(readings, key=lambda lines: sum(len(line.text) * line.confidence**4 for line in lines))
    return "".join(line.text for line in sorted(best, key=lambda line: line.box[0]))


def _frame(path: Path, number: int) -> Image:
    """A frame of a picture as shown."""
    from PIL import Image as images
    from PIL import ImageOps

    if path.suffix.lower() in (".heic", ".heif"):
        import_module("pillow_heif").register_heif_opener()
    with path.open("rb") as file, images.open(file) as image:
        image.seek(number - 1)
        image.load()
        return ocr.flattened(ImageOps.exif_transpose(image))


def _cut(picture: Image, box: Box, scale: float) -> Image:
    """What a box shows, on a white margin: recognition finds no line that fills its picture."""
    from PIL import ImageOps

    part = picture.crop((box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale))
    return ImageOps.expand(part, border=max(12, part.height // 2), fill="white")


def _cut_from_page(document: Any, box: Box) -> Image:
    page = document[box.page - 1]
    scale = DPI / 72
    return _cut(page.render(scale=scale).to_pil().convert("RGB"), box, scale)


def _text_under(document: Any, box: Box, above: float, below: float) -> str:
    """What pdfium reads in a box, less these shares of its height: in the page's own space, whatever its rotation."""
    raw = pdfium_raw()
    page = document[box.page - 1]
    width, height = page.get_size()
    x, y = ctypes.c_double(), ctypes.c_double()
    corners: list[tuple[float, float]] = []
    tall = box.y1 - box.y0
    for shown_x, shown_y in ((box.x0, box.y0 + above * tall), (box.x1, box.y1 - below * tall)):
        at = (round(shown_x / width * _FINE), round(shown_y / height * _FINE))
        raw.FPDF_DeviceToPage(page.raw, 0, 0, _FINE, _FINE, 0, *at, ctypes.byref(x), ctypes.byref(y))
        corners.append((x.value, y.value))
    (x0, y0), (x1, y1) = corners
    text = page.get_textpage().get_text_bounded(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return str(text)


def measure(folder: Path, sample: int, seed: int) -> tuple[list[Found], dict[str, str]]:
    """What was found for a sample over all documents of a folder, and the refused ones with the reason."""
    suffixes = {
        suffix for suffix, form in BY_SUFFIX.items() if form.media_type.startswith(("application/pdf", "image"))
    }
    everything: list[Sampled] = []
    refused: dict[str, str] = {}
    parser = Parser()
    try:
        for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes):
            try:
                everything.extend(quotes(path, parser.read(path, path.name)[1].blocks))
            except DocumentRefused as refusal:
                refused[path.name] = refusal.reason
    finally:
        parser.close()
    taken = random.Random(seed).sample(everything, min(sample, len(everything)))
    found: list[Found] = []
    for path in sorted({quote.path for quote in taken}):
        found.extend(read_back([quote for quote in taken if quote.path == path]))
    return found, refused


def show(found: Sequence[Found], refused: dict[str, str], console: Console) -> None:
    """Prints the table and the worst examples."""
    table = Table("document", *(("sampled", "covered", "clean")), title="Words under the boxes of quotes")
    names = sorted({one.sampled.path.name for one in found})
    for name, own in [*((n, [f for f in found if f.sampled.path.name == n]) for n in names), ("all", list(found))]:
        covered, clean = sum(one.is_covered for one in own), sum(one.is_clean for one in own)
        table.add_row(escape(name), str(len(own)), str(covered), str(clean))
    console.print(table)
    for name, reason in refused.items():
        console.print(f"refused: {escape(name)}: {escape(reason)}")
    worst = sorted(found, key=lambda one: (-len(one.missing) / len(one.sampled.words), -one.foreign))
    for one in [one for one in worst if not (one.is_covered and one.is_clean)][:WORST]:
        quote = one.sampled
        console.print(
            escape(
                f"\n{quote.path.name}, page {quote.boxes[0].page}, {quote.block.kind}: “{quote.text[:200]}”\n"
                f"  missing: {', '.join(one.missing[:12]) or 'nothing'}; foreign: {one.foreign:.0%}\n"
                f"  under the boxes: {one.under[:200]}"
            )
        )


def main() -> None:
    """Measures and prints. It ends with 1 when less than 99 % of the sample is covered."""
    asked = argparse.ArgumentParser(prog="python -m evals.boxes", description="Reads quotes back from their boxes.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--sample", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    if not given.folder.is_dir():
        asked.error(f"{given.folder} is no folder; name one that holds PDFs or pictures.")
    found, refused = measure(given.folder, given.sample, given.seed)
    show(found, refused, Console())
    sys.exit(sum(one.is_covered for one in found) < 0.99 * len(found))


if __name__ == "__main__":
    main()
