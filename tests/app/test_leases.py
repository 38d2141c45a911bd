"""What is open ends when what opened it holds no more, and what is said over it counts as requests do."""

from __future__ import annotations

import json
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import httpx
import pytest
from anyio.from_thread import BlockingPortal
from starlette.testclient import WebSocketTestSession
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from .conftest import Guarded, guarding, on_a_port, wait_until

ASK = {"message": "How hot must chicken be?"}
STREAM = {"accept": "text/event-stream"}


@contextmanager
def busy(guarded: Guarded) -> Generator[str]:
    """The server's address, while every turn there waits."""
    portal = cast(BlockingPortal, guarded.http.portal)
    with on_a_port(guarded.http) as address:
        portal.call(guarded.program.running.acquire)
        yield address
        portal.call(guarded.program.running.release)


def open_sockets(guarded: Guarded) -> bool:
    return "linelead_open_sockets 1.0" in guarded.http.get("/metrics", headers=guarded.key("admin")).text


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_a_key_that_holds_no_more_ends_what_it_opened(data: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.auth.leases.CHECK_SECONDS", 0.1)
    with guarding(data, max_running_turns=1) as guarded, busy(guarded) as address:
        keys = guarded.program.keys
        end = datetime.now(UTC) + timedelta(seconds=3) if how == "expired" else None
        made, secret = keys.create("tablet", "crew", workspace="default", created_by="local", expires_at=end)
        key = {"authorization": f"Bearer {secret}"}
        session = httpx.post(f"{address}/api/v1/sessions", json={"title": "mine"}, headers=key).json()["id"]

        def streamed() -> list[str]:
            with httpx.stream("POST", f"{address}/api/v1/chat", json=ASK, headers=key | STREAM, timeout=30) as stream:
                return [line for line in stream.iter_lines() if line.startswith("event:")]

        def streamed_to_the_ai_sdk() -> str:
            part = {"type": "text", "text": ASK["message"]}
            body = {"id": "c1", "messages": [{"id": "m1", "role": "user", "parts": [part]}]}
            with httpx.stream("POST", f"{address}/api/v1/vercel", json=body, headers=key, timeout=30) as stream:
                return stream.read().decode()

        def answered() -> httpx.Response:
            return httpx.post(f"{address}/api/v1/chat", json=ASK, headers=key, timeout=30)

        url = f"{address.replace('http', 'ws')}/api/v1/sessions/{session}/ws"
        with ThreadPoolExecutor() as pool, connect(url, additional_headers=key) as socket:
            stream, answer = pool.submit(streamed), pool.submit(answered)
            other = pool.submit(streamed_to_the_ai_sdk)
            wait_until(lambda: len(guarded.program.turns.living) == 3)
            if how == "revoked":
                guarded.http.delete(f"/api/v1/keys/{made.id}", headers=guarded.key("admin"))
            with pytest.raises(ConnectionClosed) as closed:
                socket.recv(timeout=20)
            assert closed.value.rcvd is not None and closed.value.rcvd.code == 1008
            assert stream.result(20) == ["event: started"], "it ended as a stream ends"
            assert '"type":"start"' in other.result(20)
            assert (answer.result(20).status_code, answer.result().json()["code"]) == (401, "login_needed")
        # the one of the AI SDK ends with its stream, the others go on
        wait_until(lambda: len(guarded.program.turns.living) == 2)


def test_a_collection_that_is_closed_ends_what_those_it_is_closed_to_hold_open(guarded: Guarded) -> None:
    http = guarded.http
    path = "/api/v1/documents/progress"
    with (
        http.websocket_connect(path, headers=guarded.key("crew")) as crew,
        http.websocket_connect(path, headers=guarded.key("manager")),
    ):
        body = {"role": "manager"}
        assert http.put("/api/v1/collections/safety", json=body, headers=guarded.key("admin")).status_code == 200
        assert crew.receive()["code"] == 1008
        wait_until(lambda: open_sockets(guarded))


def test_what_is_said_over_a_socket_counts_as_a_request(data: Path) -> None:
    with guarding(data, rate_limit="4/hour") as guarded:
        key = guarded.key("crew")
        session = guarded.http.post("/api/v1/sessions", json={"title": "mine"}, headers=key).json()["id"]

        def told(line: WebSocketTestSession, kind: str) -> dict[str, str]:
            while (said := json.loads(line.receive_text()))["type"] != kind:
                continue
            return said

        with guarded.http.websocket_connect(f"/api/v1/sessions/{session}/ws", headers=key) as line:
            for number in range(2):
                line.send_json({"type": "ask", "client_id": str(number), **ASK})
                assert told(line, "asked")["client_id"] == str(number)
            line.send_json({"type": "ask", "client_id": "2", **ASK})
            refused = told(line, "problem")
            assert (refused["client_id"], refused["code"]) == ("2", "too_many_requests")
            line.send_json({"type": "ping"})
            assert told(line, "pong"), "it stays open"
