"""A tool that changes something waits for a person's word, over restarts and kills, and runs once at most."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.scripted_openai import CallTool, Say, scripted
from tools.discovery import find_capabilities

from .conftest import Ran, Served, guarding, wait_until
from .test_turns import begun, events, served

SPECIALIST = """---
name: records
description: Keeps the site's record of temperatures.
routing:
  examples: [log the fish fridge at 39, log the walk-in cooler at 38, write the freezer temperature down in the record]
must_retrieve: {retrieves}
capabilities:
  - TemperatureRecord: {{file: {file}, role: {role}}}
---
You keep the record of temperatures at {{{{site}}}}.
"""
WISH = {"message": "Log the walk-in cooler at 38", "specialist": "records"}
STREAM = {"accept": "text/event-stream"}


@dataclass(frozen=True)
class Records:
    """A folder with a specialist of one's own, and the file that its tool writes."""

    folder: Path
    plugins: Path
    file: Path

    @property
    def lines(self) -> list[str]:
        return self.file.read_text("utf-8").splitlines() if self.file.exists() else []

    def write(self, *, role: str = "crew", retrieves: str = "true") -> None:
        text = SPECIALIST.format(file=json.dumps(str(self.file)), role=role, retrieves=retrieves)
        (self.folder / "records.md").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def routers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the router learned with the specialist: the first test waits for it, the others find it."""
    return tmp_path_factory.mktemp("routers")


@pytest.fixture
def data(data: Path, routers: Path) -> Iterator[Path]:
    shutil.copytree(routers, data / "router", dirs_exist_ok=True)
    yield data
    shutil.copytree(data / "router", routers, dirs_exist_ok=True)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Records]:
    """The specialist, with the capability installed as another package's."""
    installed = tmp_path / "plugins" / "temperature_record-1.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: temperature-record\nVersion: 1\n")
    (installed / "entry_points.txt").write_text(
        "[linelead.capabilities]\nTemperatureRecord = tests.app.temperature_record:TemperatureRecord\n"
    )
    monkeypatch.setattr(sys, "path", [str(installed.parent), *sys.path])
    find_capabilities.cache_clear()
    (tmp_path / "specialists").mkdir()
    made = Records(tmp_path / "specialists", installed.parent, tmp_path / "record.txt")
    made.write()
    yield made
    monkeypatch.undo()
    find_capabilities.cache_clear()


async def waiting(client: httpx.AsyncClient, **more: Any) -> dict[str, Any]:
    """A turn that waits for its approval, as the JSON answer has it."""
    answered = await client.post("/api/v1/chat", json=WISH | more)
    assert answered.status_code == 202, answered.text
    return answered.json()


async def say(client: httpx.AsyncClient, turn: dict[str, Any], approve: bool, reason: str = "") -> httpx.Response:
    body = {"call_id": turn["approvals"][0]["call_id"], "approve": approve, "reason": reason}
    return await client.post(f"/api/v1/turns/{turn['turn_id']}/approvals", json=body)


async def test_a_turn_waits_for_a_word_and_goes_on_with_it(data: Path, records: Records, database_url: str) -> None:
    async with served(data, specialists=records.folder, database=database_url) as (client, _):
        turn = await waiting(client)
        [asked] = turn["approvals"]
        assert {**asked, "call_id": "", "expires_at": ""} == {
            "call_id": "",
            "tool": "log_temperature",
            "arguments": {"place": "walk-in cooler", "degrees": 38},
            "action": "Log 38 °F for the walk-in cooler",
            "role": "crew",
            "asked_by": "local user",
            "expires_at": "",
            "answer": None,
        }
        assert (turn["state"], turn["turn"], records.lines) == ("waiting", None, [])
        [listed] = (await client.get("/api/v1/approvals")).json()["turns"]
        assert (listed["turn_id"], listed["approvals"]) == (turn["turn_id"], [asked])

        followed = asyncio.create_task(events(client, turn["turn_id"]))
        answered = [await say(client, turn, True, "fine") for _ in range(2)]
        assert [each.status_code for each in answered] == [200, 200]
        told = await followed
        assert [name for _, name, _ in told] == [
            *("started", "route", "specialist", "tool", "approval", "approval_answered"),
            *("tool", "delta", "claim", "done"),
        ]
        assert [number for number, _, _ in told] == list(range(1, len(told) + 1))
        assert told[5][2] == {
            "type": "approval_answered",
            "call_id": asked["call_id"],
            "approved": True,
            "reason": "fine",
            "by": "local user",
        }
        assert told[-1][2]["answer"] == "Logged: walk-in cooler, 38 °F."
        assert records.lines == ["local user: walk-in cooler 38"], "once, though it was allowed twice"
        assert (await client.get("/api/v1/approvals")).json() == {"turns": []}
        other = await say(client, turn, False)
        assert (other.status_code, other.json()["code"]) == (409, "approval_answered")

        again = await client.post("/api/v1/chat", json={"message": "Thanks", "session_id": turn["session_id"]})
        assert again.status_code == 200
        exported = (await client.get(f"/api/v1/sessions/{turn['session_id']}/export?format=markdown")).text
        assert "*Allowed by local user: Log 38 °F for the walk-in cooler* (fine)" in exported
        messages = (await client.get(f"/api/v1/sessions/{turn['session_id']}/messages")).json()["messages"]
        assert messages[0]["approvals"][0]["answer"] == {"approved": True, "reason": "fine", "by": "local user"}
        counted = (await client.get("/metrics")).text
        for what in ("asked", "approved"):
            assert f'linelead_approvals_total{{what="{what}"}} 1.0' in counted


async def test_what_is_refused_is_not_done_and_the_answer_says_so(data: Path, records: Records) -> None:
    async with served(data, specialists=records.folder) as (client, _):
        turn = await waiting(client)
        assert (await say(client, turn, False, "it was 41")).status_code == 200
        *_, (_, name, done) = await events(client, turn["turn_id"])
        said = "Not done: Log 38 °F for the walk-in cooler. local user refused it: it was 41"
        assert (name, done["answer"], records.lines) == ("done", said, [])


async def test_a_language_model_goes_on_after_the_word(
    data: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    records.write(retrieves="false")
    call = CallTool("log_temperature", {"place": "fish fridge", "degrees": 39})
    with scripted([call, Say("Done, it is in the record.")]) as script:
        monkeypatch.setenv("OPENAI_BASE_URL", script.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        async with served(data, model="openai-chat:scripted", specialists=records.folder) as (client, _):
            turn = await waiting(client, message="the fish fridge has 39, please note it")
            assert turn["approvals"][0]["action"] == "Log 39 °F for the fish fridge"
            assert (await say(client, turn, True)).status_code == 200
            *_, (_, name, done) = await events(client, turn["turn_id"])
            assert (name, done["answer"], done["usage"]["requests"]) == ("done", "Done, it is in the record.", 2)
    assert records.lines == ["local user: fish fridge 39"]
    assert [message["role"] for message in script.requests[1]["messages"]][-2:] == ["assistant", "tool"]


async def test_a_session_takes_no_question_while_it_waits_and_a_stop_ends_the_turn(
    data: Path, records: Records
) -> None:
    async with served(data, specialists=records.folder) as (client, linelead):
        turn = await waiting(client)
        body = {"message": "How hot must chicken be?", "session_id": turn["session_id"]}
        refused = await client.post("/api/v1/chat", json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "approval_open")
        assert turn["turn_id"] in refused.json()["detail"]
        assert (await client.delete(f"/api/v1/sessions/{turn['session_id']}")).status_code == 409
        again = await client.post(f"/api/v1/turns/{turn['turn_id']}/retry")
        assert (again.status_code, again.json()["code"]) == (409, "turn_not_retryable")
        stopped = (await client.post(f"/api/v1/turns/{turn['turn_id']}/stop")).json()
        assert (stopped["state"], stopped["reason"]) == ("stopped", "Stopped on request.")
        late = await say(client, turn, True)
        assert (late.status_code, late.json()["code"]) == (409, "turn_not_waiting")
        assert (await client.post("/api/v1/chat", json=body)).status_code == 200
        assert (records.lines, list(linelead.turns.living)) == ([], [])


async def test_a_question_that_stood_in_line_waits_too_and_is_interrupted_when_the_server_stops(
    data: Path, records: Records
) -> None:
    async with served(data, specialists=records.folder, max_running_turns=1) as (client, linelead):
        session = (await client.post("/api/v1/sessions", json={"title": "log"})).json()["id"]

        async def in_line() -> tuple[dict[str, Any], str]:
            """A turn that waits for its approval, and the one behind it."""
            await linelead.running.acquire()
            first = asyncio.create_task(waiting(client, session_id=session))
            await begun(linelead)
            path, body = f"/api/v1/sessions/{session}/messages", {"message": "How hot must chicken be?"}
            second = (await client.post(path, json=body)).json()["turn_id"]
            linelead.running.release()
            turn = await first
            assert (await client.get(f"/api/v1/turns/{second}")).json()["state"] == "queued"
            return turn, second

        turn, second = await in_line()
        assert (await say(client, turn, True)).status_code == 200
        assert [(await events(client, each))[-1][1] for each in (turn["turn_id"], second)] == ["done", "done"]

        turn, second = await in_line()
        stopped = (await client.post(f"/api/v1/sessions/{session}/stop")).json()["turn_ids"]
        assert sorted(stopped) == sorted([turn["turn_id"], second])

        turn, second = await in_line()
    async with served(data, specialists=records.folder) as (client, _):
        states = [(await client.get(f"/api/v1/turns/{each}")).json()["state"] for each in (turn["turn_id"], second)]
        assert states == ["waiting", "interrupted"]
        assert (await say(client, turn, True)).status_code == 200
        assert (await events(client, turn["turn_id"]))[-1][1] == "done"
    assert records.lines == ["local user: walk-in cooler 38"] * 2


async def test_a_turn_that_nobody_allows_to_go_on_expires(
    data: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.approving.LOOK_EVERY_SECONDS", 0.05)
    async with served(data, specialists=records.folder, approval_seconds=0.2) as (client, _):
        turn = await waiting(client)
        *_, (_, name, ended) = await events(client, turn["turn_id"])
        assert (name, ended["code"]) == ("error", "approval_expired")
        stored = (await client.get(f"/api/v1/turns/{turn['turn_id']}")).json()
        assert (stored["state"], stored["approvals"][0]["answer"]) == ("failed", None)
        assert (await say(client, turn, True)).json()["code"] == "turn_not_waiting"
    assert records.lines == []


def test_a_waiting_turn_survives_a_kill(serve: Callable[..., Served], data: Path, records: Records) -> None:
    more = {"LINELEAD_SPECIALISTS": str(records.folder), "PYTHONPATH": str(records.plugins)}
    first = serve(data, **more)
    turn = httpx.post(f"{first.address}/api/v1/chat", json=WISH, timeout=30).json()
    first.process.send_signal(signal.SIGKILL)
    first.process.wait()

    second = serve(data, **more)
    assert httpx.get(f"{second.address}/api/v1/turns/{turn['turn_id']}").json() == turn
    body = {"call_id": turn["approvals"][0]["call_id"], "approve": True}
    assert httpx.post(f"{second.address}/api/v1/turns/{turn['turn_id']}/approvals", json=body).status_code == 200
    with httpx.stream("GET", f"{second.address}/api/v1/turns/{turn['turn_id']}/events", timeout=30) as stream:
        names = [line.removeprefix("event: ") for line in stream.iter_lines() if line.startswith("event: ")]
    assert (names[-1], records.lines) == ("done", ["local user: walk-in cooler 38"])


def test_a_manager_allows_what_is_the_managers_to_allow(data: Path, records: Records) -> None:
    records.write(role="manager")
    with guarding(data, specialists=records.folder) as guarded:
        http = guarded.http
        other = guarded.program.keys.create("another crew", "crew", workspace="default", created_by="local")[1]
        elsewhere = guarded.program.keys.create("elsewhere", "admin", workspace="harbour", created_by="local")[1]
        turn = http.post("/api/v1/chat", json=WISH, headers=guarded.key("crew")).json()
        path, body = f"/api/v1/turns/{turn['turn_id']}/approvals", {"approve": True}
        body["call_id"] = turn["approvals"][0]["call_id"]

        def answered(key: dict[str, str]) -> tuple[int, str]:
            got = http.post(path, json=body, headers=key)
            return got.status_code, got.json().get("code", "")

        def listed(key: dict[str, str]) -> list[str]:
            turns = http.get("/api/v1/approvals", headers=key).json()["turns"]
            return [each["turn_id"] for each in turns]

        assert answered(guarded.key("crew")) == (403, "forbidden")
        for stranger in (other, elsewhere):
            key = {"authorization": f"Bearer {stranger}"}
            assert (answered(key), listed(key)) == ((404, "not_found"), [])
        assert listed(guarded.key("crew")) == []
        assert listed(guarded.key("manager")) == [turn["turn_id"]]
        assert http.get(f"/api/v1/turns/{turn['turn_id']}", headers=guarded.key("manager")).status_code == 404
        assert answered(guarded.key("manager")) == (200, "")
        wait_until(lambda: records.lines == ["the crew: walk-in cooler 38"])
        late = http.post("/api/v1/chat", json=WISH, headers={"authorization": f"Bearer {other}"}).json()
        [gone] = [key for key in guarded.program.keys.all() if key.name == "another crew"]
        guarded.program.keys.revoke(gone.id)
        path, body["call_id"] = f"/api/v1/turns/{late['turn_id']}/approvals", late["approvals"][0]["call_id"]
        assert answered(guarded.key("manager")) == (409, "asker_gone")
        assert len(records.lines) == 1
        path = f"/api/v1/turns/{turn['turn_id']}/approvals"
        told = http.get(f"/api/v1/turns/{turn['turn_id']}/events", headers=guarded.key("crew")).text
        assert '"by":"the manager"' in told


def test_over_a_socket(data: Path, records: Records) -> None:
    with TestClient(create_app(Settings(data=data, model="embedded", specialists=records.folder))) as client:
        session = client.post("/api/v1/sessions", json={"title": "the log"}).json()["id"]
        with client.websocket_connect(f"/api/v1/sessions/{session}/ws") as line:

            def told(kind: str, name: str = "") -> dict[str, Any]:
                while (said := line.receive_json())["type"] != kind or said.get("event", "") != name:
                    continue
                return said

            line.send_json({"type": "ask", **WISH})
            asked = told("event", "approval")
            answer = {"type": "approve", "turn_id": asked["turn_id"], "call_id": "another", "approve": True}
            line.send_json(answer)
            assert told("problem")["code"] == "not_found"
            line.send_json(answer | {"call_id": asked["data"]["call_id"]})
            assert told("event", "done")["data"]["answer"] == "Logged: walk-in cooler, 38 °F."
    assert records.lines == ["local user: walk-in cooler 38"]


def vercel(client: TestClient) -> str:
    message = {"id": "m1", "role": "user", "parts": [{"type": "text", "text": WISH["message"]}]}
    body = {"id": "c1", "messages": [message], "specialist": "records"}
    return client.post("/api/v1/vercel", json=body).text


def ag_ui(client: TestClient) -> str:
    asked = {"id": "1", "role": "user", "content": f"@records {WISH['message']}"}
    empty: dict[str, Any] = {"tools": [], "context": [], "forwardedProps": {}, "state": {}}
    told = client.post("/api/v1/ag-ui", json={"threadId": "t", "runId": "r", "messages": [asked], **empty}).text
    assert '"outcome":{"type":"interrupt"' in told
    return told


def openai(client: TestClient, *, stream: bool = False) -> str:
    asked = {"role": "user", "content": WISH["message"]}
    body = {"model": "linelead/records", "messages": [asked], "stream": stream}
    return client.post("/v1/chat/completions", json=body).text


def openai_stream(client: TestClient) -> str:
    told = openai(client, stream=True)
    assert told.endswith("data: [DONE]\n\n")
    return told


def mcp(client: TestClient) -> str:
    called = {"name": "ask", "arguments": {"question": WISH["message"], "specialist": "records"}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": called}
    accept = {"accept": "application/json, text/event-stream"}
    return client.post("/mcp", json=body, headers=accept).text


def a2a(client: TestClient, method: str = "SendMessage") -> str:
    message = {"role": "ROLE_USER", "messageId": "m1", "parts": [{"text": WISH["message"]}]}
    params = {"message": message | {"metadata": {"specialist": "records"}}}
    told = client.post("/a2a", json={"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).text
    assert "TASK_STATE_INPUT_REQUIRED" in told
    return told


def a2a_stream(client: TestClient) -> str:
    return a2a(client, "SendStreamingMessage")


@pytest.mark.parametrize("protocol", [vercel, ag_ui, openai, openai_stream, mcp, a2a, a2a_stream])
def test_every_protocol_ends_a_turn_that_waits_with_what_it_waits_for(
    data: Path, records: Records, protocol: Callable[[TestClient], str]
) -> None:
    with TestClient(create_app(Settings(data=data, model="embedded", specialists=records.folder))) as client:
        told = protocol(client).replace("\\u00b0", "°")
        [turn] = client.get("/api/v1/approvals").json()["turns"]
        assert "This waits for an approval: Log 38 °F for the walk-in cooler." in told
        assert f"POST /api/v1/turns/{turn['turn_id']}/approvals" in told
        body = {"call_id": turn["approvals"][0]["call_id"], "approve": True}
        assert client.post(f"/api/v1/turns/{turn['turn_id']}/approvals", json=body).status_code == 200
        wait_until(lambda: client.get(f"/api/v1/turns/{turn['turn_id']}").json()["state"] == "done")
    assert records.lines == ["local user: walk-in cooler 38"], "going away from it did not stop it"


def test_the_command_refuses_where_nobody_can_allow(
    linelead: Callable[..., Ran], data: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINELEAD_SPECIALISTS", str(records.folder))
    ran = linelead("--data", data, "ask", "--specialist", "records", WISH["message"])
    assert (ran.code, ran.out.strip()) == (
        0,
        "Not done: Log 38 °F for the walk-in cooler. local user refused it: nobody is at a terminal to allow it",
    )
    ran = linelead("--data", data, "ask", "--json", "--specialist", "records", WISH["message"])
    assert (ran.code, "This waits for an approval" in ran.err, records.lines) == (1, True, [])


def test_a_message_with_two_needs_cannot_wait_for_one_of_them(data: Path, records: Records) -> None:
    with TestClient(create_app(Settings(data=data, model="embedded", specialists=records.folder))) as client:
        question = "Why does the fryer show E05, and can you log the walk-in cooler at 38?"
        turn = client.post("/api/v1/chat", json={"message": question}).json()
    assert turn["routes"] == ["equipment", "records"]
    assert "Not done: it needs an approval. Ask for it in a message of its own." in turn["answer"]
    assert ("thermostat" in turn["answer"], records.lines) == (True, [])
