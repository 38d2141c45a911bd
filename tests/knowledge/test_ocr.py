from __future__ import annotations

from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from knowledge.errors import DocumentRefused
from knowledge.readers import ocr
from knowledge.readers.ocr import Line, Pixels, Recogniser
from knowledge.readers.pdf import read_pdf
from knowledge.readers.pdf_layout import assemble
from knowledge.types import Block, BlockKind, Box, PageReport, Word

TEXTS = ("Turn the gas valve to OFF.", "Wait for 5 minutes.")
FONT = ImageFont.load_default(size=28)
NEVER = float("inf")


def draw(*texts: str, size: tuple[int, int] = (640, 180)) -> Image.Image:
    """A white picture with lines of print from 40, 40 downwards."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for index, text in enumerate(texts):
        pen.text((40, 40 + 50 * index), text, font=FONT, fill="black")
    return image


def first_word(line: Line, size: tuple[int, int]) -> Pixels:
    """Where the first word of a line stands on the picture when that is upright; `size` is as given."""
    return ocr.turned(line.words[0][1], line.turn, *size)


def fixed(*lines: Line) -> Recogniser:
    return lambda _: list(lines)


def line(text: str, y: float, x: float = 40, confidence: float = 1.0) -> Line:
    """A line as a recogniser gives it that knows only lines: letters 10 wide, 20 high."""
    return Line(text, (x, y, x + 10 * len(text), y + 20), confidence)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_print_is_read_whichever_way_up_with_boxes_of_the_picture_as_given(
    turn: int, capfd: pytest.CaptureFixture[str]
) -> None:
    image = draw(*TEXTS).rotate(turn, expand=True)
    lines = ocr.recognise(image)
    assert [line.text for line in lines] == list(TEXTS)
    assert [line.turn for line in lines] == [turn, turn]
    assert [[word for word, _ in line.words] for line in lines] == [text.split() for text in TEXTS]
    assert all(line.confidence > 0.9 and 25 < line.size < 32 for line in lines)
    assert [first_word(line, image.size) for line in lines] == [
        pytest.approx((40, 45, 40 + FONT.getlength("Turn"), 74), abs=5),
        pytest.approx((40, 95, 40 + FONT.getlength("Wait"), 124), abs=5),
    ]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("size", [(1, 1), (5, 5), (3000, 1), (1, 3000), (400, 300)])
def test_a_picture_without_print_has_no_lines(size: tuple[int, int]) -> None:
    assert ocr.recognise(Image.new("RGB", size, "white")) == []


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("rapidocr", "Recognising print needs rapidocr: pip install rapidocr==3.10.0 onnxruntime pillow."),
        ("onnxruntime", "Recognising print needs onnxruntime: pip install rapidocr==3.10.0 onnxruntime pillow."),
    ],
)
def test_what_is_missing_is_named_with_the_line_that_mends_it(
    module: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ocr.available() == ""
    hide(module, monkeypatch)
    assert ocr.available() == message


def hide(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def found(name: str) -> ModuleSpec | None:
        return None if name == module else find_spec(name)

    monkeypatch.setattr(ocr, "find_spec", found)


# --- pages ------------------------------------------------------------------------------------------------------------


def laid_out(*lines: Line, turn: int = 0) -> list[Block]:
    """The blocks of a page of 600 × 800 pixels, in points of half a pixel, boxes in pixels."""
    scan = ocr.Scan(lines, (600, 800), points=0.5, unit=1)
    recognised = ocr.to_pages({1: scan})
    blocks, _ = assemble(list(recognised.pages.values()))
    return recognised.restore(blocks)


def test_a_recogniser_that_knows_only_lines_gets_words_by_their_letters() -> None:
    assert laid_out(line("Close it", 100, confidence=0.9)) == [
        Block(
            BlockKind.PARAGRAPH,
            "Close it",
            page=1,
            words=(Word(0, 5, Box(1, 40, 100, 90, 120)), Word(6, 8, Box(1, 100, 100, 120, 120))),
            confidence=0.9,
        )
    ]


def test_lines_of_a_slanted_page_are_read_level() -> None:
    """Each line sinks by 12 pixels from its first word to its last, more than half of the way to the next."""

    def slanted(text: str, y: float) -> Line:
        words = text.split()
        places = [(40 + 100 * index, y + 4 * index) for index in range(len(words))]
        boxes = [(x, top, x + 90, top + 20) for x, top in places]
        return Line(text, (40, y, 430, y + 32), 1.0, tuple(zip(words, boxes, strict=True)), size=20)

    blocks = laid_out(slanted("one two three four", 100), slanted("five six seven eight.", 122))
    assert [block.text for block in blocks] == ["one two three four five six seven eight."]
    assert blocks[0].words[3] == Word(14, 18, Box(1, 340, 112, 430, 132))


def test_letters_a_little_larger_make_no_heading_and_much_larger_ones_do() -> None:
    body = [line("Some text that goes on for a while", y) for y in (200, 220, 240)]
    a_little = Line("A bit larger", (40, 140, 200, 162), 1.0, size=16.5)
    much = Line("Cleaning", (40, 80, 200, 110), 1.0, size=24)
    assert [(block.kind, block.text[:12]) for block in laid_out(much, a_little, *body)] == [
        (BlockKind.HEADING, "Cleaning"),
        (BlockKind.PARAGRAPH, "A bit larger"),
        (BlockKind.PARAGRAPH, "Some text th"),
    ]


# --- scanned PDFs -----------------------------------------------------------------------------------------------------


def save_pdf(path: Path, *pages: Image.Image) -> Path:
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=144)
    return path


def test_a_scanned_page_is_recognised_with_boxes_in_points(tmp_path: Path) -> None:
    path = save_pdf(tmp_path / "a.pdf", draw("1. " + TEXTS[0], "2. " + TEXTS[1]).rotate(180))
    reading = read_pdf(path, "a.pdf", NEVER)
    assert [(block.kind, block.label, block.text) for block in reading.blocks] == [
        (BlockKind.STEP, "1.", TEXTS[0]),
        (BlockKind.STEP, "2.", TEXTS[1]),
    ]
    box = reading.blocks[0].words[0].box  # 144 dpi: half as many points, and the page is upside down
    left = 320 - (40 + FONT.getlength("1. ")) / 2
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx((left - FONT.getlength("Turn") / 2, 53, left, 68), abs=4)
    (page,) = reading.pages
    assert page.confidence is not None and page.confidence > 0.9
    assert [block.confidence is not None and block.confidence > 0.9 for block in reading.blocks] == [True, True]
    assert page.seconds > 0
    assert (page.characters, page.blocks, page.images, page.warnings) == (41, 2, 1, ())


def test_a_picture_under_a_header_is_recognised_too_and_the_header_stays_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas: Any = Canvas(str(path), pagesize=(320, 120))  # it has no types
    canvas.drawInlineImage(draw(*TEXTS), 0, 0, 320, 90)
    canvas.drawString(20, 102, "Fryer manual, page 7")
    canvas.showPage()
    canvas.drawInlineImage(draw(), 0, 0, 320, 90)
    canvas.drawString(20, 102, "Our kitchen")
    canvas.save()
    reading = read_pdf(path, "a.pdf", NEVER)
    assert [block.text for block in reading.blocks] == ["Fryer manual, page 7", *TEXTS, "Our kitchen"]
    assert [(page.confidence is not None, page.warnings) for page in reading.pages] == [(True, ()), (False, ())]


def test_a_doubtful_page_and_one_without_print_are_marked(tmp_path: Path) -> None:
    path = save_pdf(tmp_path / "a.pdf", draw("a"), draw("b"), draw("c"))
    answers = iter([[line("Heat to 165", 40)], [line("Heat to 16S", 40, confidence=0.71)], []])
    reading = read_pdf(path, "a.pdf", NEVER, lambda _: next(answers))
    assert [(page.confidence, page.warnings) for page in reading.pages] == [
        (1.0, ()),
        (0.71, ("page 2 was recognised from a picture with a confidence of 0.71; check its numbers",)),
        (None, ("no text on page 3: nothing was recognised in its picture",)),
    ]
    assert [(block.page, block.confidence) for block in reading.blocks] == [(1, 1.0), (2, 0.71)]


def test_pages_for_which_no_time_is_left_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_pdf(tmp_path / "a.pdf", draw("a"), draw("b"), draw("c"))
    tens = SimpleNamespace(monotonic=count(0, 10).__next__, perf_counter=count(0, 10).__next__)
    monkeypatch.setattr(ocr, "time", tens)  # ten seconds pass from look to look; a page takes ten
    monkeypatch.setattr("knowledge.readers.pdf.time", SimpleNamespace(monotonic=lambda: 0.0, perf_counter=lambda: 0.0))
    reading = read_pdf(path, "a.pdf", 34.0, fixed(line("Some text", 40)))
    assert reading.pages == (
        PageReport(1, 8, 1, images=1, confidence=1.0, seconds=10.0),
        PageReport(2, 8, 1, images=1, confidence=1.0, seconds=10.0),
        PageReport(3, 0, 0, images=1, warnings=("page 3 was not recognised in the time allowed",)),
    )


def test_a_page_whose_recognition_fails_leaves_the_others(tmp_path: Path) -> None:
    path = save_pdf(tmp_path / "a.pdf", draw("a"), draw("b"))
    answers = iter([[line("Some text", 40)]])

    def recognise(_: Image.Image) -> list[Line]:
        for answer in answers:
            return answer
        raise RuntimeError("no memory")

    reading = read_pdf(path, "a.pdf", NEVER, recognise)
    assert [page.warnings for page in reading.pages] == [
        (),
        ("no text on page 2: recognition stopped with RuntimeError",),
    ]


def failing(_: Image.Image) -> list[Line]:
    raise RuntimeError("no memory")


@pytest.mark.parametrize(
    ("recognise", "remedy"),
    [
        (fixed(), "Export it with text, or scan it again, sharper and with more contrast."),
        (failing, "On page 1 recognition stopped with RuntimeError: save it again with a smaller picture."),
        (None, "Recognising print needs rapidocr: pip install rapidocr==3.10.0 onnxruntime pillow."),
    ],
)
def test_a_scan_of_which_nothing_is_recognised_is_refused_with_what_helps(
    recognise: Callable[[Image.Image], list[Line]] | None,
    remedy: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = save_pdf(tmp_path / "a.pdf", draw("a"))
    if recognise is None:
        hide("rapidocr", monkeypatch)
    with pytest.raises(DocumentRefused) as refused:
        read_pdf(path, "a.pdf", NEVER, recognise)
    assert (refused.value.kind, str(refused.value)) == (
        "no_text",
        f"No text on page 1 of “a.pdf”; it looks scanned. {remedy}",
    )
