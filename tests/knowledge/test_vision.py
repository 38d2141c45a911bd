"""Print read by a model that sees, against a scripted server: what is sent, whose words and places count, failures."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from knowledge.errors import OperatorError
from knowledge.parsing import Parser
from knowledge.readers import ocr
from knowledge.readers.providers import Providers
from knowledge.readers.vision import ALONE, VisionModel
from knowledge.types import Block, PageReport
from tests.scripted_openai import CallTool, Fail, Script, Step, scripted

PRINTED = ("Press the red button", "Wait 15 minutes")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of two printed lines."""
    image = Image.new("RGB", (1000, 400), "white")
    draw = ImageDraw.Draw(image)
    for n, line in enumerate(PRINTED):
        draw.text((80, 80 + 120 * n), line, fill="black", font=ImageFont.load_default(48))
    path = tmp_path / "photo.png"
    image.save(path)
    return path


def seen(*lines: tuple[str, Sequence[float]]) -> CallTool:
    return CallTool("final_result", {"lines": [{"text": text, "box": list(box)} for text, box in lines]})


def read(photo: Path, steps: Sequence[Step]) -> tuple[list[Block], PageReport, Script]:
    """The blocks and the page that the model of this script makes of a photo."""
    with scripted(steps) as script:
        provider = OpenAIProvider(base_url=script.url, api_key="none")
        model = OpenAIChatModel("scripted", provider=provider)
        parser = Parser(providers=Providers(see=VisionModel(model).see))
        try:
            _, reading = parser.read(photo, photo.name)
        finally:
            parser.close()
    return list(reading.blocks), reading.pages[0], script


def test_the_words_are_the_models_and_the_places_are_measured(photo: Path) -> None:
    blocks, page, script = read(
        photo, [seen(("Press the RED button.", (0, 0, 10, 10)), ("Wait 15 minutes", (900, 900, 990, 990)))]
    )
    assert " ".join(block.text for block in blocks) == "Press the RED button. Wait 15 minutes"
    for block in blocks:
        for word in block.words:
            assert 70 <= word.box.x0 < word.box.x1 <= 700, "the model's rough place was taken for the word's"
            assert 70 <= word.box.y0 < word.box.y1 <= 280
    assert page.confidence is not None
    assert 0.85 < page.confidence < 1.0
    sent = script.requests[0]["messages"][-1]["content"]
    picture = next(part["image_url"]["url"] for part in sent if part["type"] == "image_url")
    assert Image.open(io.BytesIO(base64.b64decode(picture.partition(",")[2]))).size == (1000, 400)


def test_a_line_that_only_the_model_saw_is_kept_where_it_says_and_marked(photo: Path) -> None:
    blocks, page, _ = read(photo, [seen(("Ask Dana before you open it", (100, 700, 600, 800)))])
    assert [block.text for block in blocks] == ["Ask Dana before you open it"]
    first = blocks[0].words[0].box
    assert (round(first.x0), round(first.y0)) == (100, 280)
    assert page.confidence == ALONE
    assert page.warnings == ("frame 1 was recognised from a picture with a confidence of 0.50; check its numbers",)


@pytest.mark.parametrize(
    "steps",
    [[Fail(500)] * 3, [Fail(401)], [CallTool("final_result", {"lines": "none"})] * 2],
    ids=["broken", "wrong key", "no lines"],
)
def test_a_model_that_fails_leaves_the_page_to_the_offline_recogniser(photo: Path, steps: list[Step]) -> None:
    blocks, page, _ = read(photo, steps)
    assert " ".join(block.text for block in blocks) == " ".join(PRINTED)
    assert page.warnings[0].startswith("frame 1: the vision model did not answer (")
    assert page.warnings[0].endswith("; it was recognised offline")


def test_a_model_that_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(OperatorError, match=r"The model 'nobody:x' cannot be used to read pictures: .*"):
        VisionModel("nobody:x")


def test_the_offline_recogniser_reads_the_photo_without_a_model(photo: Path) -> None:
    assert ocr.available() == ""
    parser = Parser()
    try:
        _, reading = parser.read(photo, photo.name)
    finally:
        parser.close()
    assert " ".join(block.text for block in reading.blocks) == " ".join(PRINTED)
