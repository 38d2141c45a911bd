"""Documents over HTTP: sent, watched, reported, tried again, deleted; and nothing is lost when the program stops."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dirty_equals import IsInt, IsPartialDict, IsStr
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import FRYER, OVEN, wait_until

DOCUMENTS = "/api/v1/documents"
FINAL = {"ready", "partial", "failed", "deleted"}


@pytest.fixture
def settings(empty: Path) -> Settings:
    return Settings(data=empty, model="embedded", max_megabytes={".csv": 1})


@pytest.fixture
def http(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), raise_server_exceptions=False) as opened:
        yield opened


def send(http: TestClient, *files: tuple[str, bytes], **fields: str) -> Any:
    return http.post(DOCUMENTS, files=[("files", file) for file in files], data=fields)


def finished(http: TestClient, document_id: str) -> dict[str, Any]:
    """The document's report, once the work on it is done."""
    found: dict[str, Any] = {}

    def is_final() -> bool:
        found.update(http.get(f"{DOCUMENTS}/{document_id}").json())
        return found["state"] in FINAL

    wait_until(is_final, 30)
    return found


def test_several_files_are_taken_in_and_the_same_ones_again_change_nothing(http: TestClient) -> None:
    files = [("fryer.md", FRYER.encode()), ("manuals\\..\\oven.md", OVEN.encode())]
    sent = send(http, *files, collection="equipment")
    assert (sent.status_code, sent.json()) == (
        202,
        {
            "documents": [
                {"id": IsStr, "name": name, "collection": "equipment", "state": "queued", "unchanged": False}
                for name in ("fryer.md", "oven.md")
            ]
        },
    )
    ids = [document["id"] for document in sent.json()["documents"]]
    assert [finished(http, document_id)["state"] for document_id in ids] == ["ready", "ready"]
    again = send(http, *files, collection="equipment").json()["documents"]
    assert [(document["id"], document["state"], document["unchanged"]) for document in again] == [
        (document_id, "ready", True) for document_id in ids
    ]
    answer = http.post("/api/v1/chat", json={"message": "The fryer shows E05, what now?"}).json()
    assert "High-limit thermostat" in answer["answer"]


def test_a_new_version_reports_the_sections_it_changed(http: TestClient) -> None:
    [first] = send(http, ("fryer.md", FRYER.encode())).json()["documents"]
    finished(http, first["id"])
    send(http, ("fryer.md", (FRYER + "\n## Storage\n\nKeep it dry.\n").encode()))
    wait_until(lambda: http.get(f"{DOCUMENTS}/{first['id']}").json()["version"] == 2, 30)
    report = http.get(f"{DOCUMENTS}/{first['id']}/report").json()
    assert report["changes"] == {"added": ["FryMate 240 gas fryer › Storage"], "removed": [], "changed": []}


@pytest.mark.parametrize(
    ("name", "content", "code", "reason"),
    [
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "invalid_type", "save it as DOCX"),
        ("setup.exe", b"MZ", "invalid_type", "of a kind that is not read"),
        ("empty.md", b"", "invalid_content", "is empty"),
        ("big.csv", b"a,b\n" * 300_000, "invalid_size", "has 1.1 MB; files of this kind may have 1 MB"),
        ("photo.jpg", b"%PDF-1.7", "invalid_content", "is not a JPEG picture"),
        ("table.xlsx", b"PK\x03\x04 cut off", "corrupted", "cut off or damaged"),
    ],
)
def test_a_file_that_cannot_be_read_ends_failed_with_its_kind_and_what_to_do(
    http: TestClient, name: str, content: bytes, code: str, reason: str
) -> None:
    [document] = send(http, (name, content)).json()["documents"]
    report = finished(http, document["id"])
    assert (report["state"], report["code"]) == ("failed", code)
    assert reason in report["reason"]
    retried = http.post(f"{DOCUMENTS}/{document['id']}/retry")
    assert (retried.status_code, retried.json()["state"]) == (202, "queued")
    assert finished(http, document["id"])["code"] == code


def test_a_document_that_is_well_has_nothing_to_retry_or_cancel(http: TestClient) -> None:
    [document] = send(http, ("fryer.md", FRYER.encode())).json()["documents"]
    finished(http, document["id"])
    refused = http.post(f"{DOCUMENTS}/{document['id']}/retry")
    assert (refused.status_code, refused.json()["code"]) == (422, "not_failed")
    cancelled = http.post(f"{DOCUMENTS}/{document['id']}/cancel")
    assert (cancelled.status_code, cancelled.json()) == (200, {"id": document["id"], "cancelled": False})


def test_a_deleted_document_says_when_it_was_removed(http: TestClient) -> None:
    [document] = send(http, ("fryer.md", FRYER.encode())).json()["documents"]
    finished(http, document["id"])
    assert http.delete(f"{DOCUMENTS}/{document['id']}").json() == {
        "id": document["id"],
        "name": "fryer.md",
        "deleted": True,
    }
    gone = http.get(f"{DOCUMENTS}/{document['id']}")
    assert (gone.status_code, gone.json()["code"]) == (410, "document_removed")
    assert "“fryer.md” was removed on 2" in gone.json()["detail"]
    assert http.get(DOCUMENTS).json() == {"documents": []}


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"content": b"{}", "headers": {"content-type": "application/json"}}, 422, "not_multipart"),
        ({"content": b"--x\r\n", "headers": {"content-type": "multipart/form-data; boundary=x"}}, 422, "bad_request"),
        ({"data": {"collection": "a"}, "files": {}}, 422, "not_multipart"),
        ({"files": [("files", ("a.md", b"x"))], "data": {"collection": "../etc"}}, 422, "invalid_collection"),
        ({"files": [("files", ("..", b"x"))]}, 422, "no_file_name"),
        ({"files": [("files", ("a.md", b"x"))], "headers": {"origin": "http://evil.example"}}, 403, "cross_origin"),
    ],
)
def test_an_upload_that_is_none_is_refused_and_leaves_nothing(
    http: TestClient, settings: Settings, sent: dict[str, Any], status: int, code: str
) -> None:
    refused = http.post(DOCUMENTS, **sent)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert http.get(DOCUMENTS).json() == {"documents": []}
    assert list(settings.data.glob("upload-*")) == []


def test_progress_is_told_as_an_event_stream_until_the_end_and_over_a_web_socket(http: TestClient) -> None:
    with http.websocket_connect(f"{DOCUMENTS}/progress") as socket:
        [document] = send(http, ("fryer.md", FRYER.encode())).json()["documents"]
        heard: list[dict[str, Any]] = []
        while not heard or heard[-1]["state"] not in FINAL:
            heard.append(json.loads(socket.receive_text()))
    assert list(dict.fromkeys(event["state"] for event in heard)) == [
        "queued",
        "validating",
        "parsing",
        "indexing",
        "ready",
    ]
    assert [event["percent"] for event in heard] == sorted(event["percent"] for event in heard)
    assert heard[-1] == IsPartialDict(id=document["id"], name="fryer.md", percent=100, number=IsInt(gt=4))
    with http.stream("GET", f"{DOCUMENTS}/progress", params={"document": document["id"]}) as stream:
        lines = [line for line in stream.iter_lines() if line.startswith("data:")]
    assert [json.loads(line[5:])["state"] for line in lines] == ["ready"]


def test_a_page_of_another_site_may_not_listen(http: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    with (
        pytest.raises(WebSocketDisconnect),
        http.websocket_connect(f"{DOCUMENTS}/progress", headers={"origin": "http://evil.example"}),
    ):
        raise AssertionError("the socket was opened")


def test_the_formats_tell_the_limits_in_force(http: TestClient) -> None:
    formats = {
        suffix: form for form in http.get(f"{DOCUMENTS}/formats").json()["formats"] for suffix in form["suffixes"]
    }
    assert (formats[".csv"]["max_megabytes"], formats[".pdf"]["max_megabytes"]) == (1, 50)
    assert ".doc" not in formats
    assert {".pptx", ".xlsm", ".eml", ".m4a", ".webp", ".epub"} <= formats.keys()


def test_what_was_accepted_before_a_stop_is_finished_after_the_next_start(settings: Settings) -> None:
    texts = {f"machine-{n}.md": f"# Machine {n}\n\nIts number is {n}.\n" for n in range(12)}
    with TestClient(create_app(settings)) as first:
        send(first, *((name, text.encode()) for name, text in texts.items()))
    with TestClient(create_app(settings)) as second:

        def states() -> list[str]:
            return [document["state"] for document in second.get(DOCUMENTS).json()["documents"]]

        wait_until(lambda: states() == ["ready"] * 12, 30)
