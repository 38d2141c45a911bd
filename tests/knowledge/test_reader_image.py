from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from knowledge.errors import DocumentRefused
from knowledge.readers import image as image_reader
from knowledge.readers import ocr
from knowledge.readers.image import read_image
from knowledge.readers.ocr import Line
from knowledge.types import Block, BlockKind, Box, PageReport, Reading, Word

NEVER = float("inf")
UPSIDE_DOWN = 3  # EXIF's number for it
ON_ITS_SIDE = 6


def draw(*texts: str, size: tuple[int, int] = (800, 400), points: int = 28) -> Image.Image:
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for index, text in enumerate(texts):
        pen.text((40, 40 + 50 * index), text, font=ImageFont.load_default(size=points), fill="black")
    return image


def seen(sizes: list[tuple[int, int]]) -> ocr.Recogniser:
    """A recogniser that keeps the sizes of the pictures it is given, and finds a word on each."""

    def recognise(image: Image.Image) -> list[Line]:
        sizes.append(image.size)
        return [Line("Close", (10, 20, 60, 40), 1.0)]

    return recognise


def nothing_installed(_: str) -> None:
    """Stands in for the look for a module."""


def close(page: int) -> Block:
    """What `seen` makes of a page."""
    return Block(
        BlockKind.PARAGRAPH, "Close", page=page, words=(Word(0, 5, Box(page, 10, 20, 60, 40)),), confidence=1.0
    )


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp", "a.tiff", "a.bmp"])
def test_print_on_a_picture_becomes_blocks(name: str, tmp_path: Path) -> None:
    draw("WARNING: Hot oil burns.", "1. Close the drain valve.", "2. Fill in new oil.").save(tmp_path / name)
    reading = read_image(tmp_path / name, name, NEVER)
    assert [(block.kind, block.label, block.text, block.page) for block in reading.blocks] == [
        (BlockKind.WARNING, "WARNING", "Hot oil burns.", 1),
        (BlockKind.STEP, "1.", "Close the drain valve.", 1),
        (BlockKind.STEP, "2.", "Fill in new oil.", 1),
    ]
    assert all(block.confidence is not None and block.confidence > 0.9 for block in reading.blocks)


def test_a_ruled_table_becomes_rows_under_its_header(tmp_path: Path) -> None:
    image = Image.new("RGB", (900, 300), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 40, 840, 100), fill=(60, 60, 60))
    cells = [("Code", "Cause", "Action"), ("E05", "Oil too hot", "Call service"), ("E16", "No power", "Run level L1")]
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            color = "black" if row else "white"
            pen.text((60 + 270 * column, 55 + 60 * row), text, font=ImageFont.load_default(size=26), fill=color)
    for at in range(4):
        pen.line((40, 40 + 60 * at, 840, 40 + 60 * at), fill="black", width=2)
        pen.line((40 + at * 800 // 3, 40, 40 + at * 800 // 3, 220), fill="black", width=2)
    image.rotate(0.5, fillcolor="white").save(tmp_path / "a.png")
    reading = read_image(tmp_path / "a.png", "a.png", NEVER)
    assert [(block.kind, block.cells, block.header) for block in reading.blocks] == [
        (BlockKind.ROW, cells[1], cells[0]),
        (BlockKind.ROW, cells[2], cells[0]),
    ]
    assert reading.pages[0].tables == 1


def test_every_frame_of_a_tiff_is_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw("a").save(tmp_path / "a.tif", save_all=True, append_images=[draw("b", size=(300, 200))])
    sizes: list[tuple[int, int]] = []
    reading = read_image(tmp_path / "a.tif", "a.tif", NEVER, seen(sizes))
    assert sizes == [(800, 400), (300, 200)]
    assert reading.blocks == (close(1), close(2))
    assert [(page.page, page.images, page.confidence, page.seconds > 0) for page in reading.pages] == [
        (1, 1, 1.0, True),
        (2, 1, 1.0, True),
    ]
    monkeypatch.setattr(image_reader, "MAX_FRAMES", 1)
    with pytest.raises(DocumentRefused, match=r"“a\.tif” has more than 1 frames\. Split it\."):
        read_image(tmp_path / "a.tif", "a.tif", NEVER, seen([]))


def test_frames_for_which_no_time_is_left_are_named(tmp_path: Path) -> None:
    draw("a").save(tmp_path / "a.tif", save_all=True, append_images=[draw("b")])
    with pytest.raises(DocumentRefused) as refused:
        read_image(tmp_path / "a.tif", "a.tif", 0.0, seen([]))
    assert str(refused.value) == (
        "No words were recognised in “a.tif”. Recognition takes longer than is allowed: split it."
    )


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png"])
def test_only_the_first_frame_of_a_moving_picture_is_read(name: str, tmp_path: Path) -> None:
    draw("a").save(tmp_path / name, save_all=True, append_images=[draw("b"), draw("c")])
    sizes: list[tuple[int, int]] = []
    reading = read_image(tmp_path / name, name, NEVER, seen(sizes))
    assert sizes == [(800, 400)]
    assert reading == Reading(
        "",
        (close(1),),
        (PageReport(1, 5, 1, images=1, confidence=1.0, seconds=reading.pages[0].seconds),),
        ("it has 3 frames; only the first was read",),
    )


@pytest.mark.parametrize("name", ["a.jpg", "a.tif", "a.png", "a.webp"])
@pytest.mark.parametrize(("orientation", "size"), [(UPSIDE_DOWN, (800, 400)), (ON_ITS_SIDE, (400, 800))])
def test_a_picture_is_turned_as_its_camera_says(
    name: str, orientation: int, size: tuple[int, int], tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = draw("a")
    image.paste("red", (0, 0, 100, 100))
    image.save(tmp_path / name, exif=exif)
    shown: list[Image.Image] = []

    def recognise(image: Image.Image) -> list[Line]:
        shown.append(image)
        return [Line("Close", (10, 20, 60, 40), 1.0)]

    read_image(tmp_path / name, name, NEVER, recognise)
    assert shown[0].size == size
    corner = shown[0].getpixel((size[0] - 50, size[1] - 50 if orientation == UPSIDE_DOWN else 50))
    assert corner == pytest.approx((255, 0, 0), abs=5)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_every_kind_of_pixel_is_shown_black_on_white(mode: str, tmp_path: Path) -> None:
    grey = draw("a", size=(100, 100)).convert("L")
    grey.paste(0, (0, 0, 50, 100))
    if mode in ("LA", "RGBA"):  # black everywhere, and seen only where it is dark
        grey, alpha = Image.new("L", grey.size), grey.point([255 - value for value in range(256)])
        image = grey.convert(mode)
        image.putalpha(alpha)
    elif mode == "I;16":
        image = Image.frombytes(mode, grey.size, b"".join(bytes((0, value)) for value in grey.tobytes()))
    else:
        image = grey.convert(mode)
    image.save(tmp_path / "a.tif")
    shown: list[Image.Image] = []

    def recognise(image: Image.Image) -> list[Line]:
        shown.append(image)
        return [Line("Close", (10, 20, 60, 40), 1.0)]

    read_image(tmp_path / "a.tif", "a.tif", NEVER, recognise)
    assert shown[0].mode == "RGB"
    assert (shown[0].getpixel((20, 90)), shown[0].getpixel((90, 90))) == ((0, 0, 0), (255, 255, 255))


def test_a_picture_with_too_many_pixels_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw("a").save(tmp_path / "a.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)  # the reader sets it for its whole process
    sizes: list[tuple[int, int]] = []
    for limit, pixels in ((300_000, "0 million"), (100_000, "more than 0 million")):
        monkeypatch.setattr(image_reader, "MAX_PIXELS", limit)
        with pytest.raises(DocumentRefused, match=f"“a.png” has {pixels} pixels; at most 0 million") as refused:
            read_image(tmp_path / "a.png", "a.png", NEVER, seen(sizes))
        assert refused.value.kind == "security_risk"
    assert sizes == []


def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw("a").save(tmp_path / "whole.jpg")
    whole = (tmp_path / "whole.jpg").read_bytes()
    for name, data in (("half.jpg", whole[: len(whole) // 2]), ("text.png", b"hello"), ("a.heic", b"hello")):
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr(image_reader, "find_spec", nothing_installed)

    def refusal(name: str, recognise: ocr.Recogniser) -> tuple[str, str]:
        with pytest.raises(DocumentRefused) as refused:
            read_image(tmp_path / name, name, NEVER, recognise)
        return refused.value.kind, str(refused.value)

    again = "Open it in a viewer and save it again."
    assert [refusal(name, seen([])) for name in ("half.jpg", "text.png", "a.heic")] == [
        ("corrupted", f"“half.jpg” is not readable as a picture (OSError). {again}"),
        ("corrupted", f"“text.png” is not readable as a picture (UnidentifiedImageError). {again}"),
        ("invalid_type", "“a.heic” is a HEIC picture. Save it as JPG or PNG."),
    ]
    assert refusal("whole.jpg", lambda _: []) == (
        "no_text",
        "No words were recognised in “whole.jpg”. "
        "Take a sharper picture, straight from above and in good light, or send the document.",
    )


def test_without_a_recogniser_a_picture_is_refused_with_the_line_that_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw("a").save(tmp_path / "a.png")
    monkeypatch.setattr(ocr, "find_spec", nothing_installed)
    with pytest.raises(DocumentRefused) as refused:
        read_image(tmp_path / "a.png", "a.png", NEVER)
    assert str(refused.value) == (
        "“a.png” is a picture, and its print was not recognised. Recognising print needs rapidocr and onnxruntime "
        "and PIL: pip install rapidocr==3.10.0 onnxruntime pillow."
    )
