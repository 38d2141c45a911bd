"""The page image route, over a PDF made here."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.cli import main
from app.main import create_app
from app.settings import Settings


@pytest.fixture(scope="module")
def client(fitted: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("press")
    canvas = Canvas(str(folder / "press.pdf"), pagesize=(400, 300))
    canvas.setTitle("PanPress 3 sandwich press")
    for page in ("Unplug the press before you clean its plates.", "Grease the hinge every two weeks."):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(40, 200, page)
        canvas.showPage()
    canvas.save()
    data = folder / "data"
    shutil.copytree(fitted, data / "router")
    assert main(["--data", str(data), "ingest", str(folder / "press.pdf"), "--collection", "equipment"]) == 0
    with TestClient(create_app(Settings(data=data, model="embedded"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def citation(client: TestClient) -> dict[str, Any]:
    question = {"message": "@equipment How often do I grease the hinge of the sandwich press?"}
    turn = client.post("/api/v1/chat", json=question).json()
    return next(one for one in turn["citations"] if "hinge" in one["quote"])


def image(client: TestClient, citation: dict[str, Any], page: int, **parameters: str) -> bytes:
    answered = client.get(f"/api/v1/documents/{citation['document_id']}/pages/{page}.png", params=parameters)
    assert (answered.status_code, answered.headers["content-type"]) == (200, "image/png")
    return answered.content


def test_a_citation_points_to_boxes_that_cover_its_words(citation: dict[str, Any]) -> None:
    assert (citation["quote"], citation["page"]) == ("Grease the hinge every two weeks.", 2)
    [box] = citation["boxes"]
    assert box["page"] == 2
    assert box["x0"] == pytest.approx(40, abs=2)
    assert box["y0"] < 300 - 200 < box["y1"] + 3  # the baseline, from the top
    assert box["x1"] > 180


def test_the_boxes_of_a_span_are_drawn_on_its_page_and_on_no_other(
    client: TestClient, citation: dict[str, Any]
) -> None:
    plain, marked = image(client, citation, 2), image(client, citation, 2, span=citation["span_id"])
    assert Image.open(io.BytesIO(plain)).size == (600, 450)  # 1.5 pixels per point
    assert plain != marked
    assert image(client, citation, 1) == image(client, citation, 1, span=citation["span_id"])


def test_an_image_is_not_sent_again_to_a_client_that_has_it(client: TestClient, citation: dict[str, Any]) -> None:
    path = f"/api/v1/documents/{citation['document_id']}/pages/2.png"
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, params={"span": citation["span_id"]}, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("nothing/pages/1.png", 404, "not_found"),
        ("{id}/pages/3.png", 404, "not_found"),
        ("{id}/pages/0.png", 422, "invalid_request"),
        ("{id}/pages/x.png", 422, "invalid_request"),
        ("{id}/pages/1.png?span=nothing", 404, "not_found"),
    ],
)
def test_a_page_or_span_that_is_not_there_is_a_problem(
    client: TestClient, citation: dict[str, Any], path: str, status: int, code: str
) -> None:
    answered = client.get("/api/v1/documents/" + path.format(id=citation["document_id"]))
    assert (answered.status_code, answered.json()["code"]) == (status, code)
    assert answered.headers["content-type"] == "application/problem+json"
