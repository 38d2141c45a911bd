"""Streams are readers of the log: from any number on, as many as like, at their own pace; history comes by pages."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr
from starlette.testclient import WebSocketDenialResponse, WebSocketTestSession
from websockets.asyncio.client import connect

from app.events import DeltaEvent
from app.main import create_app
from app.routes import sockets
from app.settings import Settings
from app.turnstore import Entry, NewTurn, TurnStore
from app.wiring import Linelead
from knowledge.types import Scope

from .test_turns import CHICKEN, EVENTS, ask, begun, events, served

ELSEWHERE = {"type": "problem", "client_id": None}


async def test_a_stream_goes_on_from_any_number_and_gives_the_same_whole(data: Path, database_url: str) -> None:
    async with served(data, database=SecretStr(database_url)) as (client, linelead):
        turn = await ask(client, CHICKEN)
        path = f"/api/v1/turns/{turn['turn_id']}/events"
        whole = await events(client, turn["turn_id"])
        assert [number for number, _, _ in whole] == list(range(1, len(whole) + 1))
        assert (whole[0][1], whole[-1][1], whole[-1][2]) == ("started", "done", turn)
        for number in range(len(whole) + 1):
            assert await events(client, turn["turn_id"], after=number) == whole[number:]
        by_header = await client.get(path, headers={"last-event-id": "2"}, params={"after": 1})
        assert by_header.text == (await client.get(path, params={"after": 2})).text, "what a browser says goes first"
        live = [
            logged
            async for logged in linelead.streams.of_turn(turn["session_id"], turn["turn_id"], Scope())
            if logged is not None
        ]
        assert [logged.number for logged in live] == [number for number, _, _ in whole]
        assert [logged.sequence for logged in live] == list(range(1, len(live) + 1))


async def test_readers_of_a_running_turn_see_it_from_where_they_begin(data: Path) -> None:
    async with served(data, max_running_turns=1) as (client, linelead):
        await linelead.running.acquire()
        asked = asyncio.create_task(client.post("/api/v1/chat", json={"message": CHICKEN}, headers=EVENTS))
        [turn_id] = await begun(linelead)
        readers = [asyncio.create_task(events(client, turn_id, after=number % 3)) for number in range(8)]
        await asyncio.sleep(0.05)  # they have read what there is, and wait
        linelead.running.release()
        whole = await events(client, turn_id)
        assert [await reader for reader in readers] == [whole[number % 3 :] for number in range(8)]
        assert (await asked).text == (await client.get(f"/api/v1/turns/{turn_id}/events")).text


async def test_messages_come_by_pages_in_either_order_with_all_that_was_said_about_them(data: Path) -> None:
    async with served(data) as (client, _):
        turns = [await ask(client, CHICKEN)]
        path = f"/api/v1/sessions/{turns[0]['session_id']}/messages"
        for question in ("The fryer shows E05, what now?", "Keep cold food at which temperature?"):
            asked = await client.post(path, json={"message": question, "specialist": "safety"})
            assert (asked.status_code, asked.json()["repeated"]) == (202, False)
            *_, (_, _, done) = await events(client, asked.json()["turn_id"])
            turns.append(done)
        await client.post(f"/api/v1/turns/{turns[1]['turn_id']}/feedback", json={"rating": "up", "comment": "yes"})

        async def pages(order: str) -> list[dict[str, Any]]:
            found: list[dict[str, Any]] = []
            cursor: dict[str, str] = {}
            while True:
                page = (await client.get(path, params={"order": order, "limit": 2, **cursor})).json()
                found += page["messages"]
                if page["next_cursor"] is None:
                    return found
                cursor = {"cursor": page["next_cursor"]}

        oldest = await pages("oldest")
        assert await pages("newest") == oldest[::-1]
        assert (await client.get(path)).json() == {"messages": oldest, "next_cursor": None}
        assert [message["role"] for message in oldest] == ["user", "assistant"] * 3
        assert [message["text"] for message in oldest[0::2]] == [turn["question"] for turn in turns]
        assert [message["turn"] for message in oldest[1::2]] == turns
        assert [message["turn"] for message in oldest[0::2]] == [None] * 3
        rated = {"turn_id": turns[1]["turn_id"], "rating": "up", "comment": "yes"}
        assert [message["feedback"] for message in oldest] == [None, None, None, rated, None, None]

        streamed = await client.post(path, json={"message": CHICKEN}, headers=EVENTS)
        assert (streamed.status_code, streamed.text.count("event: done")) == (200, 1)
        for params in ({"cursor": "x"}, {"cursor": "WyJuZXdlc3QiLCAiMSJd"}, {"limit": 0}, {"order": "best"}):
            assert (await client.get(path, params=params)).status_code == 422
        for method, url in (("GET", "messages"), ("POST", "messages"), ("POST", "stop")):
            refused = await client.request(method, f"/api/v1/sessions/s1/{url}", json={"message": CHICKEN})
            assert (refused.status_code, refused.json()["code"]) == (404, "not_found")


async def test_a_session_is_stopped_with_all_that_waits_in_it(data: Path) -> None:
    async with served(data, max_running_turns=1) as (client, linelead):
        session = (await ask(client, "hello"))["session_id"]
        await linelead.running.acquire()
        path = f"/api/v1/sessions/{session}"
        ids = [(await client.post(f"{path}/messages", json={"message": CHICKEN})).json()["turn_id"] for _ in range(3)]
        assert (await client.post(f"{path}/stop")).json() == {"session_id": session, "turn_ids": ids}
        assert (await client.post(f"{path}/stop")).json() == {"session_id": session, "turn_ids": []}
        linelead.running.release()
        assert "165 °F" in (await ask(client, CHICKEN, session_id=session))["answer"]


async def test_sixty_four_sessions_at_a_time_are_all_answered(data: Path) -> None:
    async with served(data) as (client, linelead):
        turns = await asyncio.gather(*(ask(client, CHICKEN) for _ in range(64)))
        assert all("165 °F" in turn["answer"] for turn in turns)
        assert len({turn["session_id"] for turn in turns}) == 64
        assert not linelead.turns.living


# --- web sockets ------------------------------------------------------------------------------------------------------


def told(socket_: WebSocketTestSession) -> list[dict[str, Any]]:
    """What a socket says up to the end of a turn."""
    heard = [socket_.receive_json()]
    while heard[-1].get("event") not in ("done", "stopped", "error"):
        heard.append(socket_.receive_json())
    return heard


def test_every_socket_of_a_session_sees_every_turn_and_a_new_one_goes_on_from_a_number(client: TestClient) -> None:
    first = client.post("/api/v1/chat", json={"message": CHICKEN}).json()
    path = f"/api/v1/sessions/{first['session_id']}/ws"
    with client.websocket_connect(path) as one, client.websocket_connect(path) as two:
        one.send_json({"type": "ping"})
        assert one.receive_json() == {"type": "pong"}
        one.send_json({"type": "ask", "message": "The fryer shows E05, what now?", "client_id": "mine"})
        seen = told(one)
        [answered] = [message for message in seen if message["type"] == "asked"]
        ahead = [message for message in seen if message["type"] == "event"]
        assert told(two) == ahead, "the other one sees the same events"
        assert {message["turn_id"] for message in ahead} == {answered["turn_id"]}
        one.send_json({"type": "ask", "message": "The fryer shows E05, what now?", "client_id": "mine"})
        assert one.receive_json() == {**answered, "repeated": True}
        two.send_json({"type": "ask", "message": "Keep cold food at which temperature?"})
        ahead += [message for message in told(one) if message["type"] == "event"]
    with client.websocket_connect(f"{path}?after=0") as again:
        whole = told(again) + told(again) + told(again)
    assert whole[-len(ahead) :] == ahead
    assert [message["sequence"] for message in whole] == list(range(1, len(whole) + 1))
    assert next(message["data"] for message in whole if message["event"] == "done") == first
    for sequence in range(0, len(whole), 5):
        with client.websocket_connect(f"{path}?after={sequence}") as again:
            assert again.receive_json() == whole[sequence]


def test_what_a_socket_cannot_do_is_said_and_the_socket_stays_open(client: TestClient) -> None:
    session = client.post("/api/v1/chat", json={"message": CHICKEN}).json()["session_id"]
    with client.websocket_connect(f"/api/v1/sessions/{session}/ws") as line:
        for said, code in (
            ("{", "invalid_request"),
            ('{"type": "dance"}', "invalid_request"),
            ('{"type": "ask", "message": " "}', "empty_question"),
            ('{"type": "ask", "message": "hi", "specialist": "plumber"}', "unknown_specialist"),
            ('{"type": "stop", "turn_id": "t1"}', "not_found"),
            ('{"type": "ping", "loud": true}', "invalid_request"),
        ):
            line.send_text(said)
            answered = line.receive_json()
            assert {**answered, "detail": ""} == {**ELSEWHERE, "code": code, "detail": ""}
        line.send_json({"type": "ping"})
        assert line.receive_json() == {"type": "pong"}
    with pytest.raises(WebSocketDenialResponse) as denied:
        client.websocket_connect("/api/v1/sessions/s1/ws").__enter__()
    assert (denied.value.status_code, denied.value.json()["code"]) == (404, "not_found")


@asynccontextmanager
async def listening(app: FastAPI) -> AsyncGenerator[str]:
    """The address (without its scheme) of a real server for the app, in this event loop."""
    async with app.router.lifespan_context(app):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            config = uvicorn.Config(app, ws="websockets-sansio", lifespan="off", log_config=None)
            server = uvicorn.Server(config)
            task = asyncio.create_task(server._serve([listener]))  # pyright: ignore[reportPrivateUsage] - serve() takes the signals of the whole process
            yield f"127.0.0.1:{listener.getsockname()[1]}"
            server.should_exit = True
            await task


async def test_a_reader_that_takes_nothing_is_dropped_with_a_code_and_holds_up_nobody(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "SEND_SECONDS", 0.3)
    app = create_app(Settings(data=data, model="embedded"))
    async with listening(app) as address:
        linelead: Linelead = app.state.linelead
        store = TurnStore(linelead.database)
        long = store.accept(NewTurn(question=CHICKEN, principal="local", workspace="default"))
        for number in range(120):  # 12 MB, more than the buffers between the two hold
            store.log([Entry(long.session_id, long.turn_id, number + 2, [DeltaEvent(text="x" * 100_000)])])
        path = f"/api/v1/sessions/{long.session_id}/ws"
        # by hand: a client library reads ahead on its own
        reader, writer = await asyncio.open_connection(*address.split(":"), limit=1024)
        writer.write(
            f"GET {path}?after=0 HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        await asyncio.sleep(1.5)
        async with httpx.AsyncClient(base_url=f"http://{address}", timeout=30) as client:
            assert "165 °F" in (await ask(client, CHICKEN))["answer"]
        reason = b"Too slow; connect again after the last sequence you have."
        arrived = b""
        async with asyncio.timeout(20):
            while not arrived.endswith(reason):
                arrived += await reader.read(1 << 16)
        writer.transport.abort()
        assert arrived.endswith(bytes([0x88, len(reason) + 2]) + (1013).to_bytes(2) + reason)
        heard = arrived.count(b'"sequence":')
        assert 0 < heard < 121
        async with connect(f"ws://{address}{path}?after={heard}", max_size=None, close_timeout=0.1) as again:
            assert f'"sequence":{heard + 1},' in str(await again.recv())
