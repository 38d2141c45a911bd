from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from dirty_equals import IsFloat, IsInt, IsPartialDict, IsStr
from fastapi.testclient import TestClient

from agents.registry import Registry
from app.events import DoneEvent
from app.main import create_app
from app.routes import sse
from app.settings import Settings
from app.wiring import Linelead
from knowledge.types import Scope

NOTHING_HERE = "There is nothing at this path; GET /api lists what there is."
EVENTS = {"accept": "text/event-stream"}


def problem(status: int, code: str, detail: str, path: str = "/api/v1/chat") -> dict[str, Any]:
    shown = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return {**shown, "detail": detail, "code": code, "instance": path}


def events_of(text: str) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for block in text.strip().split("\n\n"):
        if block.startswith(":"):
            continue
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        yield fields["event"], int(fields["id"]), json.loads(fields["data"])


def test_a_question_is_answered_with_located_citations(client: TestClient) -> None:
    answered = client.post("/api/v1/chat", json={"message": "The fryer shows E05, what now?"})
    assert answered.status_code == 200
    turn = answered.json()
    assert turn == IsPartialDict(
        question="The fryer shows E05, what now?",
        route="equipment",
        routes=["equipment"],
        emergency=None,
        refused=False,
        asks=False,
        fallback="",
        session_id=IsStr(regex="s[0-9a-f]{32}"),
        turn_id=IsStr(regex="t[0-9a-f]{32}"),
        milliseconds=IsFloat(gt=0),
        timings={"route": IsFloat, "first_text": IsFloat, "total": IsFloat},
    )
    assert "High-limit thermostat has tripped" in turn["answer"]
    assert {citation["document"] for citation in turn["citations"]} == {"FryMate 240 gas fryer"}
    assert turn["citations"][0] == IsPartialDict(
        marker=1, name="fryer.md", collection="equipment", page=None, boxes=[], score=IsFloat(ge=0, le=1)
    )
    assert {claim["status"] for claim in turn["claims"]} <= {"supported", "own"}


def test_a_code_of_several_machines_asks_which(client: TestClient) -> None:
    turn = client.post("/api/v1/chat", json={"message": "E05"}).json()
    assert turn["asks"] is True
    assert "FryMate 240" in turn["answer"] and "BakeStar 6" in turn["answer"]


def test_a_follow_up_is_understood_in_its_session(client: TestClient) -> None:
    first = client.post("/api/v1/chat", json={"message": "How do I filter the fryer oil?"}).json()
    second = client.post("/api/v1/chat", json={"message": "and what about E07?", "session_id": first["session_id"]})
    assert second.json()["session_id"] == first["session_id"]
    assert "drain valve" in second.json()["answer"].lower()


def test_a_question_the_documents_do_not_answer_is_refused_with_the_nearest_pages(client: TestClient) -> None:
    turn = client.post(
        "/api/v1/chat", json={"message": "What is the torque of the fryer's gas regulator bolts?"}
    ).json()
    assert turn["refused"] is True
    assert turn["citations"] == []


def test_the_event_stream_carries_the_same_turn_as_numbered_events(client: TestClient) -> None:
    streamed = client.post("/api/v1/chat", json={"message": "How hot must chicken be?"}, headers=EVENTS)
    assert streamed.headers["content-type"].startswith("text/event-stream")
    events = list(events_of(streamed.text))
    assert [number for _, number, _ in events] == list(range(1, len(events) + 1))
    names = [name for name, _, _ in events]
    assert names[:3] == ["started", "route", "specialist"]
    assert list(dict.fromkeys(names))[-4:] == ["delta", "citation", "claim", "done"]
    done = events[-1][2]
    assert "".join(data["text"] for name, _, data in events if name == "delta") == done["answer"]
    assert [data for name, _, data in events if name == "citation"] == done["citations"]
    assert done["citations"][0]["quote"] in HANDBOOK_SENTENCES


HANDBOOK_SENTENCES = ["Cook chicken and all poultry to an inside temperature of 165 °F for at least one second."]


@pytest.mark.parametrize("headers", [{}, EVENTS])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"message": "  "}, problem(422, "empty_question", "The question is empty; write what you want to know.")),
        (
            {"message": "a" * 8001},
            problem(
                422, "question_too_long", "The question has 8,001 characters; at most 8,000 are taken. Shorten it."
            ),
        ),
        (
            {"message": "what\u0000is"},
            problem(
                422,
                "question_not_text",
                "The question holds bytes that are not text; send it as UTF-8 without control characters.",
            ),
        ),
        (
            {"message": "hello", "specialist": "plumber"},
            problem(
                422,
                "unknown_specialist",
                f"There is no specialist 'plumber'. Choose one of: {', '.join(sorted(Registry.load().names))}.",
            ),
        ),
        (
            {"message": "@plumber hello"},
            problem(
                422,
                "unknown_specialist",
                f"There is no specialist 'plumber'. Choose one of: {', '.join(sorted(Registry.load().names))}.",
            ),
        ),
        (
            {"message": "hello", "session_id": "s1"},
            problem(404, "not_found", "There is no session 's1'; leave the session out to start a new one."),
        ),
        ({}, problem(422, "invalid_request", "The body message is not right: Field required.")),
        (
            {"message": "hello", "mood": "bad"},
            problem(422, "invalid_request", "The body mood is not right: Extra inputs are not permitted."),
        ),
    ],
)
def test_a_bad_question_is_a_problem_with_a_stable_code(
    client: TestClient, body: dict[str, Any], headers: dict[str, str], expected: dict[str, Any]
) -> None:
    answered = client.post("/api/v1/chat", json=body, headers=headers)
    assert answered.headers["content-type"] == "application/problem+json"
    assert answered.json() == expected
    assert answered.status_code == expected["status"]


@pytest.mark.parametrize("body", [b"not json", b'{"message": "\xff\xfe"}', b"\x00\x01\x02", b""])
def test_a_body_that_is_not_json_in_utf_8_is_a_problem(client: TestClient, body: bytes) -> None:
    answered = client.post("/api/v1/chat", content=body, headers={"content-type": "application/json"})
    assert answered.headers["content-type"] == "application/problem+json"
    assert (answered.status_code, answered.json()["code"]) in [(400, "bad_request"), (422, "invalid_request")]


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_beyond_64_kb_is_a_problem(client: TestClient, declared: bool) -> None:
    body = json.dumps({"message": "a" * 70_000}).encode()
    content: Any = body if declared else iter([body[:40_000], body[40_000:]])
    answered = client.post("/api/v1/chat", content=content, headers={"content-type": "application/json"})
    assert answered.json() == problem(413, "body_too_large", "The body is too large; send at most 64 KB.")
    assert answered.status_code == 413


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        (
            "GET",
            "/nothing",
            problem(404, "no_such_path", "There is nothing at this path; GET /api lists what there is.", "/nothing"),
        ),
        (
            "GET",
            "/api/v1/chat",
            problem(405, "method_not_allowed", "This path does not take that method; GET /api lists those it takes."),
        ),
    ],
)
def test_a_wrong_address_is_a_problem(client: TestClient, method: str, path: str, expected: dict[str, Any]) -> None:
    answered = client.request(method, path)
    assert (answered.status_code, answered.json()) == (expected["status"], expected)


def test_an_unexpected_error_is_a_safe_sentence(
    client: TestClient, program: Linelead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(program.library.catalogue, "documents", broken)
    answered = client.get("/api/v1/documents")
    assert answered.json() == problem(
        500, "internal_error", "Something went wrong here; it has been logged. Try again.", "/api/v1/documents"
    )
    assert answered.headers["x-content-type-options"] == "nosniff"


def test_classify_decides_without_saving(client: TestClient) -> None:
    decided = client.post("/api/v1/classify", json={"message": "There is smoke and fire in the kitchen!"}).json()
    assert decided == IsPartialDict(
        question="There is smoke and fire in the kitchen!",
        route="safety",
        routes=["safety"],
        confidence=1.0,
        emergency="fire",
        reason=IsStr,
    )
    nobody = client.post("/api/v1/classify", json={"message": "Who won the football world cup in 1974?"}).json()
    assert (nobody["route"], nobody["routes"], nobody["emergency"]) == (None, [], None)


def test_the_listing_of_specialists_follows_the_registry(client: TestClient, program: Linelead) -> None:
    listed = client.get("/api/v1/specialists").json()["specialists"]
    assert [specialist["name"] for specialist in listed] == program.registry.names
    assert all(specialist["description"] and specialist["examples"] for specialist in listed)
    few = client.get("/api/v1/specialists?examples=2").json()["specialists"]
    assert few == [{**specialist, "examples": specialist["examples"][:2]} for specialist in listed]


def test_documents_come_with_a_report_of_every_page(client: TestClient) -> None:
    documents = client.get("/api/v1/documents").json()["documents"]
    assert [(d["collection"], d["name"], d["state"]) for d in documents] == [
        ("equipment", "fryer.md", "ready"),
        ("equipment", "oven.md", "ready"),
        ("safety", "allergens.csv", "ready"),
        ("safety", "handbook.md", "ready"),
    ]
    report = client.get(f"/api/v1/documents/{documents[0]['id']}").json()
    assert report["title"] == "FryMate 240 gas fryer"
    assert report["page_reports"] == [IsPartialDict(page=1, characters=IsInt(gt=100), tables=1, warnings=[])]
    path = f"/api/v1/documents/{documents[0]['id']}/pages/1.png"
    sentence = "“fryer.md” has no pages; its citations name headings and lines."
    assert client.get(path).json() == problem(404, "not_found", sentence, path)
    missing = client.get("/api/v1/documents/nothing")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")


def test_every_response_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/", "/health", "/nothing"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_the_index_lists_every_route(client: TestClient) -> None:
    listed = client.get("/api").text
    assert all(path in listed for path in client.get("/openapi.json").json()["paths"])


async def test_a_waiting_turn_is_kept_alive_and_goes_on_when_its_client_goes_away(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sse, "HEARTBEAT_SECONDS", 0.05)
    app = create_app(Settings(data=data, model="embedded", max_running_turns=1))
    async with app.router.lifespan_context(app):
        linelead: Linelead = app.state.linelead
        await linelead.running.acquire()  # so the turn waits
        sent: list[bytes] = []
        asked = asyncio.Event()
        gone = asyncio.Event()

        async def receive() -> dict[str, Any]:
            if not asked.is_set():
                asked.set()
                return {"type": "http.request", "body": b'{"message": "How hot must chicken be?"}', "more_body": False}
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message.get("body"):
                sent.append(message["body"])
                if message["body"].startswith(b":"):
                    gone.set()

        headers = [(b"content-type", b"application/json"), (b"accept", b"text/event-stream")]
        scope = {"type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1"}
        scope |= {"method": "POST", "path": "/api/v1/chat", "raw_path": b"/api/v1/chat", "query_string": b""}
        scope |= {"headers": headers, "scheme": "http", "server": ("test", 80), "client": ("test", 1)}
        await asyncio.wait_for(app(scope, receive, send), 10)
        [(name, _, started)] = list(events_of(b"".join(sent).decode()))
        assert name == "started"
        linelead.running.release()
        ending = [
            logged
            async for logged in linelead.streams.of_turn(started["session_id"], started["turn_id"], Scope(), after=1)
        ][-1]
        assert ending is not None
        assert isinstance(ending.event, DoneEvent)
        assert "165 °F" in ending.event.turn.answer.text


def test_turns_are_on_disk_when_they_are_acknowledged(client: TestClient, program: Linelead) -> None:
    turn = client.post("/api/v1/chat", json={"message": "Keep cold food at which temperature?"}).json()
    [stored] = program.sessions.turns(turn["session_id"])
    assert (stored.state, stored.question) == ("done", "Keep cold food at which temperature?")
    assert stored.result is not None
    assert stored.result["answer"]["text"] == turn["answer"]


def test_a_conversation_may_be_long(client: TestClient) -> None:
    session: str | None = None
    for turn in range(14):
        answer = client.post("/api/v1/chat", json={"message": "How hot must chicken be?", "session_id": session}).json()
        session = answer["session_id"]
        assert "165 °F" in answer["answer"], f"turn {turn + 1}"
