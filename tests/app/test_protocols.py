"""One orchestrator behind every protocol: the same question has the same answer and the same citations everywhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import on_a_port, wait_until
from tests.scripted_openai import Disconnect, Say, Stall, Step, scripted

QUESTIONS = [
    "The fryer shows E05, what now?",
    "How hot must chicken be?",
    "Is there peanut in the satay skewer?",
    "What is the torque of the fryer's gas regulator bolts?",
    "The fryer is on fire!",
]
Ask = Callable[[TestClient, str], tuple[str, list[str]]]


def _spans(citations: list[dict[str, Any]]) -> list[str]:
    return [citation["span_id"] for citation in citations]


def _data(text: str) -> list[dict[str, Any]]:
    lines = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: ")]
    return [json.loads(line) for line in lines if line != "[DONE]"]


def rest(client: TestClient, question: str) -> tuple[str, list[str]]:
    turn = client.post("/api/v1/chat", json={"message": question}).json()
    return turn["answer"], _spans(turn["citations"])


def rest_stream(client: TestClient, question: str) -> tuple[str, list[str]]:
    accept = {"accept": "text/event-stream"}
    *_, done = _data(client.post("/api/v1/chat", json={"message": question}, headers=accept).text)
    return done["answer"], _spans(done["citations"])


def openai(client: TestClient, question: str) -> tuple[str, list[str]]:
    completion = client.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": question}]}).json()
    return completion["choices"][0]["message"]["content"], _spans(completion["linelead"]["citations"])


def openai_stream(client: TestClient, question: str) -> tuple[str, list[str]]:
    body = {"messages": [{"role": "user", "content": question}], "stream": True}
    chunks = _data(client.post("/v1/chat/completions", json=body).text)
    text = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    return text, _spans(chunks[-1]["linelead"]["citations"])


def vercel(client: TestClient, question: str) -> tuple[str, list[str]]:
    messages = [{"role": "user", "parts": [{"type": "text", "text": question}]}]
    chunks = _data(client.post("/api/v1/vercel", json={"id": f"all {question}", "messages": messages}).text)
    text = "".join(chunk["delta"] for chunk in chunks if chunk["type"] == "text-delta")
    return text, _spans([chunk["data"] for chunk in chunks if chunk["type"] == "data-citation"])


def ag_ui(client: TestClient, question: str) -> tuple[str, list[str]]:
    messages = [{"id": "1", "role": "user", "content": question}]
    body = {"threadId": f"run {question}", "runId": "1", "messages": messages}
    events = _data(client.post("/api/v1/ag-ui", json={**body, "tools": [], "context": [], "forwardedProps": {}}).text)
    text = "".join(event["delta"] for event in events if event["type"] == "TEXT_MESSAGE_CONTENT")
    return text, _spans([event["value"] for event in events if event.get("name") == "citation"])


def mcp(client: TestClient, question: str) -> tuple[str, list[str]]:
    call = {"name": "ask", "arguments": {"question": question}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
    accept = {"accept": "application/json, text/event-stream"}
    answered = client.post("/mcp", json=body, headers=accept).json()["result"]["structuredContent"]
    return answered["answer"], _spans(answered["citations"])


def a2a(client: TestClient, question: str) -> tuple[str, list[str]]:
    message = {"role": "ROLE_USER", "messageId": "1", "parts": [{"text": question}]}
    body = {"jsonrpc": "2.0", "id": 1, "method": "SendMessage", "params": {"message": message}}
    [artifact] = client.post("/a2a", json=body).json()["result"]["task"]["artifacts"]
    text, data = artifact["parts"]
    return text["text"], _spans(data["data"]["citations"])


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_protocol_gives_the_same_answer_with_the_same_spans(client: TestClient, question: str) -> None:
    ways: list[Ask] = [rest, rest_stream, openai, openai_stream, vercel, ag_ui, mcp, a2a]
    given = {way.__name__: way(client, question) for way in ways}
    assert given == dict.fromkeys(given, given["rest"])


@contextmanager
def asking(steps: list[Step], filled: Path, tmp_path: Path, patch: pytest.MonkeyPatch) -> Generator[TestClient]:
    """The site behind a language model that does as scripted."""
    data = shutil.copytree(filled, tmp_path / "data")
    with scripted(steps) as script:
        patch.setenv("OPENAI_BASE_URL", script.url)
        patch.setenv("OPENAI_API_KEY", "none")
        with TestClient(create_app(Settings(data=data, model="openai-chat:scripted"))) as client:
            yield client


def test_what_a_language_model_used_is_told(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with asking([Say("Good evening!")], filled, tmp_path, monkeypatch) as client:
        body = {"messages": [{"role": "user", "content": "good evening"}], "model": "linelead/persona"}
        completion = client.post("/v1/chat/completions", json=body).json()
    assert completion["linelead"]["usage"] == {"requests": 1, "input_tokens": 10, "output_tokens": 5, "cost": None}
    assert completion["usage"] == {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}


def test_annotations_point_at_their_markers_when_an_answer_began_anew(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = "It is one of the things that everybody who cooks should know by heart. And "
    with asking([Disconnect(after=begun)], filled, tmp_path, monkeypatch) as client:
        body = {"messages": [{"role": "user", "content": QUESTIONS[1]}], "stream": True}
        chunks = _data(client.post("/v1/chat/completions", json=body).text)
    text = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    marked = [one["url_citation"] for one in chunks[-1]["choices"][0]["delta"]["annotations"]]
    assert marked and [text[one["start_index"] : one["end_index"]] for one in marked] == ["[1]" for _ in marked]
    assert text.endswith(chunks[-1]["linelead"]["answer"])


def test_a_client_that_goes_away_stops_the_turn(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = "Good evening! I hope that the shift has been kind to all of you so far. And "
    body = {"messages": [{"role": "user", "content": "good evening"}], "model": "linelead/persona", "stream": True}
    with asking([Stall(20, after=begun)], filled, tmp_path, monkeypatch) as client, on_a_port(client) as address:
        with httpx.stream("POST", f"{address}/v1/chat/completions", json=body) as stream:
            chunks = (json.loads(line.removeprefix("data: ")) for line in stream.iter_lines() if line)
            chunk = next(chunk for chunk in chunks if chunk["choices"][0]["delta"]["content"])
        turn = f"/api/v1/turns/{chunk['id'].removeprefix('chatcmpl-')}"
        wait_until(lambda: client.get(turn).json()["state"] == "stopped")


READS = {"accept": "application/json, text/event-stream"}
UNREADABLE: list[dict[str, Any]] = [
    {"content": b"hello", "headers": READS | {"content-type": "text/plain"}},
    {"data": {"question": "hello"}, "headers": READS},
    {"headers": READS},
    {"content": b"{", "headers": READS | {"content-type": "application/json"}},
    {"content": b"\xff\xfe", "headers": READS | {"content-type": "application/json"}},
    {"json": [], "headers": READS},
    {"json": {"question": "hello"}, "headers": READS},
]


@pytest.mark.parametrize("sent", UNREADABLE)
@pytest.mark.parametrize("path", ["/mcp", "/a2a", "/api/v1/vercel", "/api/v1/ag-ui", "/v1/chat/completions"])
def test_what_is_no_request_of_the_protocol_is_refused_with_a_problem(
    client: TestClient, path: str, sent: dict[str, Any]
) -> None:
    refused = client.post(path, **sent)
    assert refused.headers["content-type"] == "application/problem+json"
    problem = refused.json()
    assert (problem["status"], problem["instance"]) == (refused.status_code, path)
    assert refused.status_code in (400, 422)


def test_what_mcp_answers_to_a_request_that_it_could_read_stays_its_own(client: TestClient) -> None:
    body = {"jsonrpc": "2.0", "id": 7, "method": "tools/list"}
    told = client.post("/mcp", json=body, headers=READS | {"mcp-protocol-version": "1999-01-01"})
    assert (told.status_code, told.json()["id"], "error" in told.json()) == (400, 7, True)
    no_stream = client.post("/mcp", json=body, headers={"accept": "image/png"})
    assert (no_stream.status_code, no_stream.json()["code"]) == (406, "not_acceptable")
