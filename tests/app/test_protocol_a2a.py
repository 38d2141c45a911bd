"""Other agents get tasks that are turns: durable, their own, and with the citations of every other protocol."""

# pyright: reportMissingTypeStubs=false
# fasta2a is typed and does not say so (no py.typed)

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from dirty_equals import IsPartialDict, IsStr
from fasta2a.client import A2AClient
from fasta2a.schema import Message, Part
from fastapi.testclient import TestClient

from tests.app.conftest import Guarded, examples

QUESTION = "How hot must chicken be?"
CARD = "/.well-known/agent-card.json"


def message(text: str, **given: str) -> dict[str, Any]:
    return {"role": "ROLE_USER", "messageId": "m1", "parts": [{"text": text}], **given}


def rpc(client: TestClient | httpx.Client, method: str, headers: dict[str, str] | None = None, **params: Any) -> Any:
    body = {"jsonrpc": "2.0", "id": 7, "method": method, "params": params}
    answered = client.post("/a2a", json=body, headers=headers or {})
    assert answered.status_code == 200, answered.text
    assert (answered.json()["jsonrpc"], answered.json()["id"]) == ("2.0", 7)
    return answered.json().get("result", answered.json().get("error"))


def test_the_card_names_the_address_and_the_skills(client: TestClient) -> None:
    names = [specialist["name"] for specialist in client.get("/api/v1/specialists").json()["specialists"]]
    card = client.get(CARD).json()
    assert card == IsPartialDict(
        name="Linelead",
        supportedInterfaces=[{"protocolBinding": "JSONRPC", "url": "http://testserver/a2a", "protocolVersion": "1.0"}],
        capabilities={"streaming": True, "pushNotifications": False},
    )
    assert [skill["id"] for skill in card["skills"]] == names


def test_a_message_becomes_a_task_that_is_completed_with_its_citations(client: TestClient) -> None:
    told = client.post("/api/v1/chat", json={"message": QUESTION}).json()
    task = rpc(client, "SendMessage", message=message(QUESTION))["task"]
    assert task == IsPartialDict(id=IsStr(regex="t[0-9a-f]{32}"), contextId=IsStr(regex="s[0-9a-f]{32}"))
    assert task["status"]["state"] == "TASK_STATE_COMPLETED"
    [artifact] = task["artifacts"]
    text, data = artifact["parts"]
    assert text["text"] == told["answer"]
    cited = data["data"]["citations"]
    assert [{key: one[key] for key in one if key != "url"} for one in cited] == told["citations"]
    assert [client.get(one["url"]).status_code for one in cited] == [200 for _ in cited]
    assert rpc(client, "GetTask", id=task["id"]) == task


def test_the_official_client_asks_and_streams(client: TestClient, address: str) -> None:
    async def ask() -> tuple[Any, list[Any]]:
        async with httpx.AsyncClient(timeout=20) as http:
            agent = A2AClient(f"{address}/a2a", http)
            asked = Message(role="user", parts=[Part(text=QUESTION)], message_id="m1")
            sent = await agent.send_message(asked)
            return sent, [event async for event in agent.stream_message(asked)]

    portal = client.portal
    assert portal is not None
    sent, streamed = portal.call(ask)
    [whole] = sent["result"]["task"]["artifacts"]
    first, *updates, status = [event["result"] for event in streamed]
    assert first["task"]["status"]["state"] in ("submitted", "working")
    assert status["status_update"]["status"]["state"] == "completed"
    *pieces, last = [update["artifact_update"] for update in updates]
    assert "".join(piece["artifact"]["parts"][0]["text"] for piece in pieces) == whole["parts"][0]["text"]
    assert [piece["append"] for piece in pieces] == [False, *[True] * (len(pieces) - 1)]
    assert last["last_chunk"] is True
    assert last["artifact"]["parts"][1]["data"]["citations"] == whole["parts"][1]["data"]["citations"]


def test_a_context_goes_on_and_a_task_does_not(client: TestClient) -> None:
    first = rpc(client, "SendMessage", message=message("How do I filter the fryer oil?"))["task"]
    follow_up = "and what must I wear for that?"
    second = rpc(client, "SendMessage", message=message(follow_up, contextId=first["contextId"]))["task"]
    assert second["contextId"] == first["contextId"]
    assert "gloves" in second["artifacts"][0]["parts"][0]["text"]
    refused = rpc(client, "SendMessage", message=message(follow_up, taskId=first["id"]))
    assert refused["data"]["detail"] == "A task ends with its answer; send its contextId, and no taskId, to go on."


def test_an_emergency_is_answered_by_its_card(client: TestClient) -> None:
    task = rpc(client, "SendMessage", message=message("The fryer is on fire!"))["task"]
    assert "911" in task["artifacts"][0]["parts"][0]["text"]
    assert task["artifacts"][0]["parts"][1]["data"]["emergency"] == "grease_fire"


def test_a_task_that_has_ended_is_not_canceled_and_can_be_read_again(client: TestClient) -> None:
    task = rpc(client, "SendMessage", message=message(QUESTION))["task"]
    assert rpc(client, "CancelTask", id=task["id"]) == {"code": -32002, "message": "Task not cancelable"}
    body = {"jsonrpc": "2.0", "id": 1, "method": "SubscribeToTask", "params": {"id": task["id"]}}
    lines = [line[6:] for line in client.post("/a2a", json=body).text.split("\n\n") if line]
    assert [json.loads(line)["result"]["task"] for line in lines] == [task]


@pytest.mark.parametrize(
    ("method", "params", "error"),
    [
        ("Dance", {}, {"code": -32601, "message": "Method not found"}),
        ("SendMessage", {}, {"code": -32602, "message": "Invalid parameters"}),
        ("GetTask", {"id": "t0"}, {"code": -32001, "message": "Task not found"}),
        ("CancelTask", {"id": "t0"}, {"code": -32001, "message": "Task not found"}),
        (
            "SendMessage",
            {"message": message(" ")},
            {
                "code": -32602,
                "message": "Invalid parameters",
                "data": {"code": "empty_question", "detail": "The question is empty; write what you want to know."},
            },
        ),
        (
            "SendMessage",
            {"message": {**message("What is this?"), "parts": [{"url": "https://kitchen.example/a.png"}]}},
            {
                "code": -32602,
                "message": "Invalid parameters",
                "data": {"code": "not_text", "detail": "Only text can be read in a question; ask in words."},
            },
        ),
    ],
)
def test_what_cannot_be_done_is_an_error_of_the_protocol(
    client: TestClient, method: str, params: dict[str, Any], error: dict[str, Any]
) -> None:
    assert rpc(client, method, **params) == error


@pytest.mark.parametrize("body", [[], {"jsonrpc": "2.0", "method": "SendMessage", "params": 5}])
def test_what_is_no_request_is_a_problem(client: TestClient, body: Any) -> None:
    refused = client.post("/a2a", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")


def test_a_task_is_its_callers_own(guarded: Guarded) -> None:
    crew, manager = guarded.key("crew"), guarded.key("manager")
    assert guarded.http.post("/a2a", json={"jsonrpc": "2.0", "method": "GetTask"}).status_code == 401
    task = rpc(guarded.http, "SendMessage", crew, message=message(QUESTION))["task"]
    missing = {"code": -32001, "message": "Task not found"}
    assert rpc(guarded.http, "GetTask", manager, id=task["id"]) == missing
    assert rpc(guarded.http, "CancelTask", manager, id=task["id"]) == missing
    assert rpc(guarded.http, "GetTask", crew, id=task["id"])["id"] == task["id"]
    card, known = guarded.http.get(CARD).json(), guarded.http.get(CARD, headers=crew).json()
    assert card["skills"] == [] and known["skills"]
    assert card["securitySchemes"]["key"]["httpAuthSecurityScheme"]["scheme"] == "Bearer"


def test_the_example_in_the_readme_runs(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = [block for block in examples("python") if "fasta2a" in block]
    exec(example.replace("http://127.0.0.1:8000", address), {})
    shown = capsys.readouterr().out
    assert shown.startswith("completed ") and "High-limit thermostat" in shown
