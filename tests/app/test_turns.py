"""Turns live on their own: repeated, waiting in line, stopped, asked again, and ended when the program stops."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy.exc import NoResultFound

from app.database import open_database
from app.eventlog import EventLog, LoggedEvent
from app.events import DeltaEvent, ErrorEvent
from app.logwriter import SharedLog
from app.main import create_app
from app.settings import Settings
from app.turnstore import Entry, NewTurn, TurnStore
from app.wiring import Linelead
from knowledge.types import Scope
from tests.scripted_openai import Say, Stall, scripted

CHICKEN = "How hot must chicken be?"
EVENTS = {"accept": "text/event-stream"}


@asynccontextmanager
async def served(data: Path, **settings: Any) -> AsyncGenerator[tuple[httpx.AsyncClient, Linelead]]:
    """A client of the app over this data folder, and the program behind it, in this event loop."""
    given: dict[str, Any] = {"data": data, "model": "embedded", **settings}
    app = create_app(Settings(**given))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test", timeout=30) as client:
            yield client, app.state.linelead


async def ask(client: httpx.AsyncClient, message: str, **more: Any) -> dict[str, Any]:
    answered = await client.post("/api/v1/chat", json={"message": message, **more})
    assert answered.status_code == 200, answered.text
    return answered.json()


async def events(client: httpx.AsyncClient, turn_id: str, after: int = 0) -> list[tuple[int, str, dict[str, Any]]]:
    """Number, name and data of a turn's events, up to its end."""
    text = (await client.get(f"/api/v1/turns/{turn_id}/events", params={"after": after})).text
    blocks = [dict(line.split(": ", 1) for line in block.splitlines()) for block in text.split("\n\n") if block]
    return [(int(block["id"]), block["event"], json.loads(block["data"])) for block in blocks]


async def begun(linelead: Linelead, count: int = 1) -> list[str]:
    """The turns that are answered or wait, when there are so many."""
    for _ in range(1000):
        if len(linelead.turns.living) >= count:
            break
        await asyncio.sleep(0.01)
    assert len(linelead.turns.living) == count
    return list(linelead.turns.living)


async def test_a_request_that_is_sent_again_gives_the_same_turn_and_makes_no_second(
    data: Path, database_url: str
) -> None:
    async with served(data, database=SecretStr(database_url)) as (client, linelead):
        body, key = {"message": CHICKEN}, {"idempotency-key": "first"}
        sent = await asyncio.gather(*(client.post("/api/v1/chat", json=body, headers=key) for _ in range(12)))
        turns = [answered.json() for answered in sent]
        assert {answered.status_code for answered in sent} == {200}
        assert all(turn == turns[0] for turn in turns)
        assert [turn.question for turn in linelead.sessions.turns(turns[0]["session_id"])] == [CHICKEN]
        assert await ask(client, CHICKEN, client_id="first") == turns[0]

        other = await client.post("/api/v1/chat", json={"message": "And fish?"}, headers=key)
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
        overlong = await client.post("/api/v1/chat", json=body, headers={"idempotency-key": "k" * 201})
        assert (overlong.status_code, overlong.json()["code"]) == (422, "bad_idempotency_key")
        assert (await ask(client, CHICKEN, client_id="second"))["turn_id"] != turns[0]["turn_id"]


async def test_a_session_answers_one_question_after_the_other(data: Path) -> None:
    async with served(data, max_running_turns=1) as (client, linelead):
        session = (await ask(client, "How do I filter the fryer oil?"))["session_id"]
        await linelead.running.acquire()
        first = asyncio.create_task(ask(client, "The fryer shows E05, what now?", session_id=session))
        [one] = await begun(linelead)
        second = asyncio.create_task(ask(client, "and E07?", session_id=session))
        ids = await begun(linelead, 2)
        assert [(await client.get(f"/api/v1/turns/{each}")).json()["state"] for each in ids] == ["running", "queued"]
        linelead.running.release()
        answers = await asyncio.gather(first, second)
        assert [answer["turn_id"] for answer in answers] == ids
        assert one == ids[0]
        assert "drain valve" in answers[1]["answer"].lower(), "it follows the answer before it"
        states = [turn.state for turn in linelead.sessions.turns(session)]
        assert states == ["done", "done", "done"]


async def test_a_busy_session_refuses_when_it_is_set_to_and_when_its_line_is_full(data: Path) -> None:
    async with served(data, busy_session="refuse", max_running_turns=1) as (client, linelead):
        session = (await ask(client, "hello"))["session_id"]
        await linelead.running.acquire()
        running = asyncio.create_task(ask(client, CHICKEN, session_id=session))
        await begun(linelead)
        refused = await client.post("/api/v1/chat", json={"message": "And fish?", "session_id": session})
        assert (refused.status_code, refused.json()["code"]) == (409, "session_busy")
        linelead.running.release()
        assert "165 °F" in (await running)["answer"]
        await ask(client, CHICKEN, session_id=session)
    async with served(data, max_running_turns=1) as (client, linelead):
        await linelead.running.acquire()
        waiting = [asyncio.create_task(ask(client, CHICKEN, session_id=session)) for _ in range(9)]
        await begun(linelead, 9)
        refused = await client.post("/api/v1/chat", json={"message": "And fish?", "session_id": session})
        assert (refused.status_code, refused.json()["code"]) == (409, "session_busy")
        linelead.running.release()
        assert len({turn["turn_id"] for turn in await asyncio.gather(*waiting)}) == 9


async def test_a_stopped_turn_keeps_what_was_written_and_its_question_can_be_asked_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = "Good evening to you all. "
    with scripted([Stall(20, after=f"{written}And then there"), Say("Good evening!")]) as script:
        monkeypatch.setenv("OPENAI_BASE_URL", script.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        async with served(data, model="openai-chat:scripted") as (client, linelead):
            asked = asyncio.create_task(
                client.post("/api/v1/chat", json={"message": "good evening", "specialist": "persona"})
            )
            [turn_id] = await begun(linelead)
            session_id = linelead.sessions.turn(turn_id, "local", "default").session_id
            async for logged in linelead.streams.of_turn(session_id, turn_id, Scope()):
                if logged is not None and logged.event.type == "delta":
                    break
            stopped = (await client.post(f"/api/v1/turns/{turn_id}/stop")).json()
            assert (stopped["state"], stopped["reason"], stopped["turn"]) == ("stopped", "Stopped on request.", None)
            assert (await client.post(f"/api/v1/turns/{turn_id}/stop")).json() == stopped, "stopping twice is no error"
            answered = await asked
            assert (answered.status_code, answered.json()["code"]) == (409, "turn_stopped")
            *_, (_, name, data_) = await events(client, turn_id)
            assert (name, data_["text"].strip()) == ("stopped", written.strip())

            first, second = await asyncio.gather(*(client.post(f"/api/v1/turns/{turn_id}/retry") for _ in range(2)))
            assert (first.status_code, second.status_code) == (202, 202)
            again = first.json()["turn_id"]
            assert second.json()["turn_id"] == again != turn_id
            *_, (_, name, done) = await events(client, again)
            assert (name, done["answer"], done["routes"]) == ("done", "Good evening!", ["persona"])
            refused = await client.post(f"/api/v1/turns/{again}/retry")
            assert (refused.status_code, refused.json()["code"]) == (409, "turn_not_retryable")
    spoken = [part["content"] for part in script.requests[1]["messages"] if part["role"] in ("user", "assistant")]
    assert written.strip() in [str(part).strip() for part in spoken], "the conversation holds what was written"


async def test_a_waiting_turn_can_be_stopped_and_the_next_one_is_answered(data: Path) -> None:
    async with served(data, max_running_turns=1) as (client, linelead):
        session = (await ask(client, "hello"))["session_id"]
        await linelead.running.acquire()
        asked = [
            asyncio.create_task(client.post("/api/v1/chat", json={"message": CHICKEN, "session_id": session}))
            for _ in range(3)
        ]
        ids = await begun(linelead, 3)
        for turn_id in (ids[1], ids[0]):
            assert (await client.post(f"/api/v1/turns/{turn_id}/stop")).json()["state"] == "stopped"
        linelead.running.release()
        assert sorted([(await each).status_code for each in asked]) == [200, 409, 409]
        assert [turn.state for turn in linelead.sessions.turns(session)] == ["done", "stopped", "stopped", "done"]


async def test_turns_that_outlast_the_programs_end_are_interrupted_and_can_be_asked_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.main.FINISH_SECONDS", 0.1)
    async with served(data, max_running_turns=1) as (client, linelead):
        session = (await ask(client, "hello"))["session_id"]
        await linelead.running.acquire()
        asked = [
            asyncio.create_task(client.post("/api/v1/chat", json={"message": CHICKEN, "session_id": session}))
            for _ in range(2)
        ]
        ids = await begun(linelead, 2)
        await linelead.turns.close(0.1)
        assert [(each.status_code, each.json()["code"]) for each in await asyncio.gather(*asked)] == [
            (503, "turn_interrupted")
        ] * 2
        refused = await client.post("/api/v1/chat", json={"message": CHICKEN})
        assert (refused.status_code, refused.json()["code"]) == (503, "stopping")
    async with served(data) as (client, linelead):
        assert [turn.state for turn in linelead.sessions.turns(session)] == ["done", "interrupted", "interrupted"]
        again = (await client.post(f"/api/v1/turns/{ids[0]}/retry")).json()
        *_, (_, name, done) = await events(client, again["turn_id"])
        assert (name, "165 °F" in done["answer"]) == ("done", True)


async def test_a_turn_of_a_program_that_stopped_beside_is_ended(
    data: Path, postgres: Callable[[], str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("app.running.RECOVER_SECONDS", 0.05)
    url = postgres()
    async with served(data, database=SecretStr(url)) as (client, _):
        beside = open_database(tmp_path / "unused", url)
        new = NewTurn(question=CHICKEN, principal="local", workspace="default")
        turn_id = TurnStore(beside).accept(new).turn_id
        await asyncio.sleep(0.2)
        assert (await client.get(f"/api/v1/turns/{turn_id}")).json()["state"] == "running"
        beside.close()
        for _ in range(200):
            if (await client.get(f"/api/v1/turns/{turn_id}")).json()["state"] == "interrupted":
                break
            await asyncio.sleep(0.05)
        assert (await events(client, turn_id))[-1][1] == "error"


async def test_turns_that_log_at_the_same_time_share_no_trouble(tmp_path: Path, database_url: str) -> None:
    with closing(open_database(tmp_path / "service.sqlite3", database_url)) as database:
        store = TurnStore(database)
        log = SharedLog(store)
        new = NewTurn(question=CHICKEN, principal="local", workspace="default")
        turns = [store.accept(new) for _ in range(3)]
        entries = [Entry(turn.session_id, turn.turn_id, 2, [DeltaEvent(text=turn.turn_id)]) for turn in turns]
        entries[1] = replace(entries[1], session_id="s-that-was-deleted")

        outcomes = await asyncio.gather(*map(log.log, entries), return_exceptions=True)

        assert isinstance(outcomes[1], NoResultFound)
        for turn, entry, outcome in ((turns[n], entries[n], outcomes[n]) for n in (0, 2)):
            assert outcome == [LoggedEvent(2, turn.turn_id, 2, entry.events[0])]
            assert EventLog(database).of_turn(turn.turn_id, after=1) == outcome


async def test_a_turn_that_was_cut_is_not_logged_any_more(tmp_path: Path, database_url: str) -> None:
    with closing(open_database(tmp_path / "service.sqlite3", database_url)) as database:
        store = TurnStore(database)
        new = NewTurn(question=CHICKEN, principal="local", workspace="default")
        cut, other = store.accept(new), store.accept(new)
        ended = ErrorEvent(code="turn_interrupted", message="The program stopped.")
        store.cut(cut.session_id, cut.turn_id, "interrupted", "The program stopped.", "", None, [ended])

        late, logged = store.log(
            [Entry(turn.session_id, turn.turn_id, 2, [DeltaEvent(text="75")]) for turn in (cut, other)]
        )

        assert (late, logged) == ([], [LoggedEvent(2, other.turn_id, 2, DeltaEvent(text="75"))])
        assert [each.event for each in EventLog(database).of_turn(cut.turn_id, after=1)] == [ended]


@pytest.mark.parametrize("method_and_path", ["GET ", "GET /events", "POST /stop", "POST /retry"])
async def test_a_turn_of_somebody_else_is_not_found(data: Path, method_and_path: str) -> None:
    method, path = method_and_path.split(" ")
    async with served(data) as (client, _):
        refused = await client.request(method, f"/api/v1/turns/t1{path}")
        assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
