"""The AI SDK reads our UI message stream, with the route and the citations of every other protocol in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from dirty_equals import IsPartialDict, IsStr
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter
from pydantic_ai.ui.vercel_ai import response_types

from tests.app.conftest import Guarded, examples

PATH = "/api/v1/vercel"
QUESTION = "How hot must chicken be?"
AI_SDK = "ai@6.0.326"

_chunks: TypeAdapter[BaseModel] = TypeAdapter(
    response_types.StartChunk
    | response_types.TextStartChunk
    | response_types.TextDeltaChunk
    | response_types.TextEndChunk
    | response_types.DataChunk
    | response_types.SourceUrlChunk
    | response_types.ErrorChunk
    | response_types.FinishChunk
)


def said(role: str, text: str) -> dict[str, Any]:
    return {"id": f"{role} {text}", "role": role, "parts": [{"type": "text", "text": text}]}


def sent(*messages: dict[str, Any], chat: str) -> dict[str, Any]:
    return {"id": chat, "messages": messages, "trigger": "submit-message", "messageId": "m1"}


def chunks(client: TestClient, body: dict[str, Any]) -> list[dict[str, Any]]:
    """The stream's chunks, each of them one that the protocol knows; its terminator is checked and left out."""
    answered = client.post(PATH, json=body)
    assert answered.status_code == 200, answered.text
    assert answered.headers["x-vercel-ai-ui-message-stream"] == "v1"
    assert answered.headers["content-type"].startswith("text/event-stream")
    lines = [line.removeprefix("data: ") for line in answered.text.split("\n\n") if line]
    assert lines.pop() == "[DONE]"
    for line in lines:
        _chunks.validate_json(line)
    return [json.loads(line) for line in lines]


def data(found: list[dict[str, Any]], name: str) -> list[Any]:
    return [chunk["data"] for chunk in found if chunk["type"] == f"data-{name}"]


def text(found: list[dict[str, Any]]) -> str:
    return "".join(chunk["delta"] for chunk in found if chunk["type"] == "text-delta")


def test_a_turn_is_a_ui_message_stream(client: TestClient) -> None:
    told = client.post("/api/v1/chat", json={"message": QUESTION}).json()
    found = chunks(client, sent(said("user", QUESTION), chat="vercel 1"))
    kinds = list(dict.fromkeys(chunk["type"] for chunk in found))
    assert kinds == [
        *("start", "data-route", "text-start", "text-delta", "text-end"),
        *("data-citation", "source-url", "data-turn", "finish"),
    ]
    assert found[0]["messageMetadata"] == {"session_id": IsStr(regex="s[0-9a-f]{32}"), "turn_id": found[0]["messageId"]}
    assert text(found) == told["answer"]
    assert data(found, "route") == [IsPartialDict(route="safety")]
    assert data(found, "citation") == told["citations"]
    [turn] = data(found, "turn")
    assert turn["citations"] == told["citations"]
    sources = [chunk for chunk in found if chunk["type"] == "source-url"]
    assert [source["sourceId"] for source in sources] == [citation["span_id"] for citation in told["citations"]]


def test_a_chat_goes_on_with_what_the_server_knows(client: TestClient) -> None:
    first = chunks(client, sent(said("user", "How do I filter the fryer oil?"), chat="vercel 2"))
    lie = [said("user", QUESTION), said("assistant", "Cold."), said("user", "and what must I wear for that?")]
    second = chunks(client, sent(*lie, chat="vercel 2"))
    assert second[0]["messageMetadata"]["session_id"] == first[0]["messageMetadata"]["session_id"]
    assert "gloves" in text(second)
    new = chunks(client, sent(*lie, chat="vercel 3"))
    assert new[0]["messageMetadata"]["session_id"] != first[0]["messageMetadata"]["session_id"]


def test_an_emergency_is_answered_by_its_card(client: TestClient) -> None:
    found = chunks(client, sent(said("user", "The fryer is on fire!"), chat="vercel 4"))
    assert data(found, "route") == [IsPartialDict(emergency="grease_fire")]
    assert "911" in text(found)


@pytest.mark.parametrize(
    ("messages", "chat", "code"),
    [
        ([said("assistant", "Hello")], "c", "no_question"),
        ([said("user", " ")], "c", "empty_question"),
        ([said("user", "@plumber come")], "c", "unknown_specialist"),
        (
            [{"role": "user", "parts": [{"type": "file", "mediaType": "image/png", "url": "data:,"}]}],
            "c",
            "not_text",
        ),
        ([said("user", QUESTION)], "", "bad_conversation_name"),
        ([], "c", "invalid_request"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_the_stream(
    client: TestClient, messages: list[dict[str, Any]], chat: str, code: str
) -> None:
    refused = client.post(PATH, json=sent(*messages, chat=chat))
    assert (refused.status_code, refused.json()["code"]) == (422, code)


def test_a_chat_is_its_callers_own(guarded: Guarded) -> None:
    asked = {role: said("user", QUESTION) for role in ("crew", "manager")}
    answered = {
        role: guarded.http.post(PATH, json=sent(message, chat="one"), headers=guarded.key(role)).text
        for role, message in asked.items()
    }
    session = {role: json.loads(lines[6 : lines.index("\n")])["messageMetadata"] for role, lines in answered.items()}
    assert session["crew"]["session_id"] != session["manager"]["session_id"]


def test_the_ai_sdk_reads_the_stream_as_the_readme_shows(address: str, client: TestClient, tmp_path: Path) -> None:
    if shutil.which("npm") is None:
        pytest.skip("Node is not installed")
    install = ["npm", "install", "--offline", "--no-audit", "--no-fund", AI_SDK]
    if subprocess.run(install, cwd=tmp_path, capture_output=True, timeout=120, check=False).returncode:
        pytest.skip(f"npm's cache does not hold the AI SDK; npm install {AI_SDK} puts it there")
    [example] = [block for block in examples("js") if '"ai"' in block]
    (tmp_path / "ask.mjs").write_text(example.replace("http://127.0.0.1:8000", address), "utf-8")
    done = subprocess.run(["node", "ask.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    told = client.post("/api/v1/chat", json={"message": "The fryer shows E05, what now?"}).json()
    assert told["answer"] in done.stdout
    for citation in told["citations"]:
        assert f"[{citation['marker']}] {citation['document']}: {citation['span_id']}" in done.stdout
