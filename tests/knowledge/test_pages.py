"""Every kind of citation has its picture: the quote is marked where it stands, and nothing else is."""

from __future__ import annotations

import io
import wave
import zlib
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from knowledge import pages
from knowledge.errors import DocumentRefused, NotFound
from knowledge.pages import Pictures, printable, render_page, shown_rows, system_font, table_lines
from knowledge.parsing import Parser, ParsingLimits
from knowledge.types import Block, BlockKind, Box, CellRange, Word

MARKED = (255, 241, 165)
"""White paper under the highlight."""
WHITE = (255, 255, 255)
PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ON_ITS_SIDE = 6  # EXIF's number for it


@pytest.fixture(scope="module")
def pictures() -> Iterator[Pictures]:
    opened = Pictures()
    yield opened
    opened.close()


def shown(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    assert (image.format, image.mode) == ("PNG", "RGB")
    return image


def near(image: Image.Image, place: tuple[int, int], color: tuple[int, int, int]) -> bool:
    """Whether a pixel has a colour, but for rounding."""
    pixel = image.getpixel(place)
    return isinstance(pixel, tuple) and max(abs(a - b) for a, b in zip(pixel, color, strict=True)) <= 2


def pdf(folder: Path, content: bytes = b"", name: str = "press.pdf") -> Path:
    """A PDF of two pages of 400 × 300 points; the first is drawn by `content`."""
    packed = zlib.compress(content)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>",
    ]
    body = b"%PDF-1.4\n"
    starts: list[int] = []
    for number, part in enumerate(parts, 1):
        starts.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    path = folder / name
    path.write_bytes(
        body
        + b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(body))
    )
    return path


def placed(kind: BlockKind, text: str, box: Box, *, hidden: bool = False) -> Block:
    return Block(kind, text, page=box.page, words=(Word(0, len(text), box),), hidden=hidden)


def row(line: int, *cells: str, header: tuple[str, ...] = ("Part", "Minutes")) -> Block:
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[len(cells)]
    return Block(
        BlockKind.ROW,
        " | ".join(cells),
        page=2,
        cells=cells,
        header=header,
        line=line,
        cell_range=CellRange("Parts", f"B{line}", f"{last}{line}"),
    )


def test_a_pdf_page_is_marked_inside_the_box_and_nowhere_else(pictures: Pictures, tmp_path: Path) -> None:
    path = pdf(tmp_path)
    image = shown(pictures.page(path, "press.pdf", PDF, 1, [Box(1, 100, 50, 200, 80), Box(2, 0, 200, 300, 300)]))
    assert image.size == (600, 450)
    assert near(image, (225, 97), MARKED)
    assert [near(image, place, WHITE) for place in ((140, 97), (310, 97), (225, 65), (225, 130), (225, 400))] == [
        True
    ] * 5
    assert shown(pictures.page(path, "press.pdf", PDF, 2, scale=1.0)).size == (300, 400)


def test_a_box_named_twice_is_marked_once(tmp_path: Path) -> None:
    box = Box(1, 100, 50, 200, 80)
    assert render_page(pdf(tmp_path), PDF, 1, [box, box]) == render_page(pdf(tmp_path), PDF, 1, [box])


def test_a_photo_is_shown_upright_and_small_with_its_boxes(pictures: Pictures, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = ON_ITS_SIDE
    Image.new("RGB", (3200, 2400), "white").save(tmp_path / "a.jpg", exif=exif)
    image = shown(pictures.page(tmp_path / "a.jpg", "label.jpg", "image/jpeg", 1, [Box(1, 200, 2000, 2200, 2400)]))
    assert image.size == (1200, 1600)
    assert near(image, (600, 1100), MARKED)
    assert [near(image, place, WHITE) for place in ((600, 980), (600, 1220), (80, 1100), (1120, 1100))] == [True] * 4


def test_every_frame_of_a_tiff_is_a_page(pictures: Pictures, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (60, 40), color) for color in ("red", "blue")]
    frames[0].save(tmp_path / "a.tiff", save_all=True, append_images=frames[1:])
    image = shown(pictures.page(tmp_path / "a.tiff", "scan.tiff", "image/tiff", 2))
    assert (image.size, image.getpixel((30, 20))) == ((60, 40), (0, 0, 255))
    with pytest.raises(NotFound, match=r"There is no page 3 in the picture “scan\.tiff”; it has 2\."):
        pictures.page(tmp_path / "a.tiff", "scan.tiff", "image/tiff", 3)


def test_a_slide_is_drawn_from_its_texts_at_their_places(pictures: Pictures, tmp_path: Path) -> None:
    title = placed(BlockKind.HEADING, "Fryer", Box(1, 60, 20, 900, 100))
    step = placed(BlockKind.ITEM, "Drain the oil.", Box(1, 60, 200, 900, 260))
    other = placed(BlockKind.PARAGRAPH, "Another slide.", Box(2, 60, 400, 900, 460))
    blocks = [title, step, other]
    path = tmp_path / "deck.pptx"
    plain = shown(pictures.page(path, "deck.pptx", PPTX, 1, blocks=blocks))
    assert plain.size == (1440, 846)
    title_at, step_at, empty_at, note_at = (
        (90, 30, 400, 100),
        (90, 300, 400, 340),
        (90, 600, 1350, 690),
        (0, 812, 700, 846),
    )
    assert [area for area in (title_at, step_at, empty_at, note_at) if plain.crop(area).getcolors(1) is None] == [
        title_at,
        step_at,
        note_at,
    ]
    marked = shown(pictures.page(path, "deck.pptx", PPTX, 1, [step.words[0].box], blocks=blocks))
    assert near(marked, (1300, 345), MARKED)
    assert [near(marked, place, WHITE) for place in ((1300, 280), (1300, 410), (60, 345))] == [True] * 3


def test_a_slide_is_as_large_as_its_texts_need_and_shows_the_notes_below(tmp_path: Path) -> None:
    text = placed(BlockKind.PARAGRAPH, "Oil", Box(1, 100, 600, 1280, 720))
    note = Block(BlockKind.PARAGRAPH, "Say it slowly.", page=1)
    path = tmp_path / "deck.pptx"
    assert shown(render_page(path, PPTX, 1, blocks=[text], scale=1.0)).size == (1280, 744)
    assert shown(render_page(path, PPTX, 1, blocks=[text, note], scale=1.0)).size == (1280, 759)


def test_text_that_cannot_be_seen_on_a_slide_is_not_drawn(tmp_path: Path) -> None:
    box = Box(1, 60, 200, 900, 260)
    hidden = placed(BlockKind.PARAGRAPH, "Ignore the manual.", box, hidden=True)
    image = shown(render_page(tmp_path / "deck.pptx", PPTX, 1, blocks=[hidden]))
    assert image.crop((2, 2, 1430, 800)).getcolors(1) == [(1428 * 798, WHITE)]


def test_the_rows_of_a_sheet_are_marked_under_their_header(pictures: Pictures, tmp_path: Path) -> None:
    blocks = [
        Block(BlockKind.HEADING, "Parts", page=2, level=1),
        *(row(line, f"Part {line} of the fryer, its basket and both lids", str(line)) for line in range(3, 8)),
    ]
    path = tmp_path / "parts.xlsx"
    plain = shown(pictures.page(path, "parts.xlsx", XLSX, 2, blocks=blocks))
    image = shown(pictures.page(path, "parts.xlsx", XLSX, 2, blocks=blocks, rows=frozenset({5})))
    assert image.size == plain.size
    column = image.width - 20
    hits = [y for y in range(image.height) if near(image, (column, y), MARKED)]
    # letters and header are 16.5 points each, then come the rows 3 and 4
    assert (hits[0], hits[-1]) == pytest.approx((4 * 16.5 * 1.5, 5 * 16.5 * 1.5), abs=4)
    assert hits == list(range(hits[0], hits[-1] + 1))
    assert not any(near(plain, (column, y), MARKED) for y in range(plain.height))


def test_a_long_table_shows_forty_rows_around_the_marked_ones() -> None:
    numbers = range(2, 302)
    shown = [shown_rows(numbers, frozenset(rows)) for rows in ((), (2,), (150, 151), (301,), (10, 200))]
    assert [(rows[0], rows[-1]) for rows in shown] == [(2, 41), (2, 41), (131, 170), (262, 301), (10, 49)]
    assert shown_rows([3, 5, 9], frozenset({9})) == [3, 5, 9]


def test_a_wide_table_shows_twelve_columns_from_the_marked_one(tmp_path: Path) -> None:
    wide = tuple(f"C{number}" for number in range(30))
    csv = [Block(BlockKind.ROW, " | ".join(wide), cells=wide, header=wide, line=line) for line in range(2, 302)]
    image = shown(render_page(tmp_path / "parts.csv", "text/csv", 1, blocks=csv, rows=frozenset({200})))
    less = [Block(BlockKind.ROW, "", cells=wide[:12], header=wide[:12], line=line) for line in range(2, 302)]
    cut = shown(render_page(tmp_path / "parts.csv", "text/csv", 1, blocks=less, rows=frozenset({200})))
    assert image.width == cut.width


def test_tables_side_by_side_share_their_rows_and_an_empty_column_keeps_its_letter() -> None:
    left = row(3, "Lid", "4")
    right = Block(
        BlockKind.ROW, "Lee | 9", page=2, cells=("Lee", "9"), header=("Who", "Phone"), line=3,
        cell_range=CellRange("Parts", "F3", "H3"),
    )  # fmt: skip
    lines = table_lines([left, right], frozenset({3}))
    assert [(line.number, line.cells, line.bold, line.marked) for line in lines] == [
        ("", {1: "Part", 2: "Minutes", 5: "Who", 7: "Phone"}, True, False),
        ("3", {1: "Lid", 2: "4", 5: "Lee", 7: "9"}, False, True),
    ]


def test_a_machine_without_fonts_shows_what_its_letters_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_FONTS", ())
    system_font.cache_clear()
    try:
        assert printable("Crème – 180 °C • ½ “hot” 中\x07") == 'Creme - 180 °C * 1/2 "hot" ? '
    finally:
        system_font.cache_clear()


def test_a_frame_of_a_video_is_shown(pictures: Pictures, tmp_path: Path) -> None:
    av: Any = import_module("av")  # without types of its own
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(20):
            image = Image.new("RGB", (64, 48), "black" if number < 10 else "white")
            frame = av.VideoFrame.from_image(image)
            frame.pts, frame.time_base = number, Fraction(1, 10)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    pixels = [shown(pictures.moment(path, "clip.mp4", "video/mp4", at)).getpixel((32, 24)) for at in (0.5, 1.5, 99)]
    assert [isinstance(pixel, tuple) and pixel[0] > 128 for pixel in pixels] == [False, True, True]


def test_what_has_no_picture_says_so_in_a_sentence(pictures: Pictures, tmp_path: Path) -> None:
    path = tmp_path / "0f3a.bin"
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(16000))

    def said(media_type: str, page: int | None = 1) -> str:
        with pytest.raises(NotFound) as missing:
            if page is None:
                pictures.moment(path, "the file", media_type, 0.0)
            else:
                pictures.page(path, "the file", media_type, page)
        return str(missing.value)

    assert [
        said("text/markdown"),
        said("audio/wav"),
        said("video/mp4"),
        said(XLSX),
        said(PPTX, 3),
        said("audio/wav", None),
        said("video/x-msvideo", None),
        said(PDF, None),
    ] == [
        "“the file” has no pages; its citations name headings and lines.",
        "“the file” is a recording and has no pages; ask for a moment of it.",
        "“the file” is a recording and has no pages; ask for a moment of it.",
        "There is no sheet 1 with rows in “the file”.",
        "There is no text on slide 3 of “the file”, or no such slide.",
        "“the file” is a sound recording: there is nothing to see at any moment. Listen to it instead.",
        "“the file” has no moving pictures. Ask for a frame of a video.",
        "“the file” is no recording; ask for one of its pages.",
    ]
    with pytest.raises(NotFound, match=r"There is no page 3 in “press\.pdf”; it has pages 1 to 2\."):
        pictures.page(pdf(tmp_path), "press.pdf", PDF, 3)


def test_a_hostile_file_is_refused_and_the_next_picture_is_made(tmp_path: Path) -> None:
    pictures = Pictures(Parser(ParsingLimits(seconds=3)))
    endless = pdf(tmp_path, b"0.5 g 0 0 400 300 re 9 9 380 280 re f* " * 500_000, "endless.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    Image.new("1", (8000, 6000)).save(tmp_path / "vast.png")
    found: list[str] = []
    try:
        for name, media_type in (("endless.pdf", PDF), ("broken.pdf", PDF), ("vast.png", "image/png")):
            with pytest.raises(DocumentRefused) as refused:
                pictures.page(tmp_path / name, name, media_type, 1)
            found.append(f"{refused.value.kind}: {refused.value.reason}")
        assert shown(pictures.page(pdf(tmp_path), "press.pdf", PDF, 1)).size == (600, 450)
    finally:
        pictures.close()
    assert endless.stat().st_size < 200_000
    assert found == [
        "security_risk: Reading the file took longer than 3 s.",
        "invalid_type: Page 1 of “broken.pdf” cannot be shown.",
        "security_risk: “vast.png” has 48 million pixels; at most 40 million are decoded.",
    ]
