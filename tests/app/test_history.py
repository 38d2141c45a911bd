"""One's own sessions: listed, renamed, deleted for good, searched and exported, on SQLite and on Postgres."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.main import create_app
from app.settings import Settings
from app.wiring import build


@pytest.fixture
def client(data: Path, database_url: str) -> Generator[TestClient]:
    """A server of its own data, on each kind of database."""
    with TestClient(create_app(Settings(data=data, model="embedded", database=SecretStr(database_url)))) as client:
        yield client


def asked(client: TestClient, message: str, session: str | None = None) -> dict[str, Any]:
    answered = client.post("/api/v1/chat", json={"message": message, "session_id": session})
    assert answered.status_code == 200, answered.text
    return answered.json()


def titles(client: TestClient, **query: Any) -> tuple[list[str], str | None]:
    page = client.get("/api/v1/sessions", params=query).json()
    return [entry["title"] for entry in page["sessions"]], page["next_cursor"]


def test_sessions_are_listed_last_used_first_in_pages(client: TestClient) -> None:
    assert titles(client) == ([], None)
    first = asked(client, "The fryer shows E05")
    for question in ("How hot must chicken be?", "Is there milk in the cheeseburger?"):
        asked(client, question)
    asked(client, "and E07?", first["session_id"])
    page, cursor = titles(client, limit=2)
    assert page == ["The fryer shows E05", "Is there milk in the cheeseburger?"]
    asked(client, "How do I filter the oil?")  # what comes meanwhile shifts nothing
    assert titles(client, limit=2, cursor=cursor) == (["How hot must chicken be?"], None)
    entry = client.get(f"/api/v1/sessions/{first['session_id']}").json()
    assert (entry["turns"], entry["created_at"] < entry["updated_at"]) == (2, True)


@pytest.mark.parametrize("cursor", ["x", "W10", "WyJhIl0", "é", "bnVsbA"])
def test_a_cursor_that_is_none_is_refused(client: TestClient, cursor: str) -> None:
    refused = client.get("/api/v1/sessions", params={"cursor": cursor})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_cursor")
    assert f"The cursor {cursor!r} is not one of this list" in refused.json()["detail"]


def test_a_session_begun_empty_takes_its_first_question_as_title_unless_it_has_one(client: TestClient) -> None:
    begun = client.post("/api/v1/sessions", json={})
    assert (begun.status_code, begun.json()["title"], begun.json()["turns"]) == (201, "", 0)
    named = client.post("/api/v1/sessions", json={"title": "  Fryer\ntraining "}).json()
    assert named["title"] == "Fryer training"
    for session in (begun.json(), named):
        asked(client, "How hot must chicken be?", session["id"])
    assert titles(client)[0] == ["Fryer training", "How hot must chicken be?"]


def test_a_session_is_renamed(client: TestClient) -> None:
    session = asked(client, "The fryer shows E05")["session_id"]
    renamed = client.patch(f"/api/v1/sessions/{session}", json={"title": "Fryer trouble"})
    assert (renamed.status_code, renamed.json()["title"]) == (200, "Fryer trouble")
    assert titles(client)[0] == ["Fryer trouble"]
    for wrong, code in (("  ", "empty_title"), ("x" * 201, "title_too_long"), ("a\x00b", "title_not_text")):
        refused = client.patch(f"/api/v1/sessions/{session}", json={"title": wrong})
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert titles(client)[0] == ["Fryer trouble"]


def test_a_deleted_session_is_gone_with_its_words(client: TestClient, data: Path, database_url: str) -> None:
    kept = asked(client, "How hot must chicken be?")["session_id"]
    gone = asked(client, "The fryer of Zebedee shows E05")["session_id"]
    assert client.get("/api/v1/search", params={"q": "zebedee"}).json()["hits"] != []
    assert client.delete(f"/api/v1/sessions/{gone}").status_code == 204
    assert client.delete(f"/api/v1/sessions/{gone}").status_code == 404
    assert client.get("/api/v1/search", params={"q": "zebedee"}).json()["hits"] == []
    refused = client.post("/api/v1/chat", json={"message": "and then?", "session_id": gone})
    assert refused.status_code == 404
    assert titles(client)[0] == ["How hot must chicken be?"]
    assert client.get(f"/api/v1/sessions/{kept}/export").json()["turns"][0]["turn"]["citations"] != []
    if not database_url:
        assert [path.name for path in data.glob("sessions.sqlite*") if b"ebedee" in path.read_bytes()] == []


def test_messages_are_found_by_all_words_with_their_place_marked(client: TestClient) -> None:
    fryer = asked(client, "The fryer shows E05 and it stinks")
    asked(client, "How hot must chicken be?")
    page = client.get("/api/v1/search", params={"q": "STINK fry"}).json()
    assert page["next_cursor"] is None
    assert [(hit["session_id"], hit["turn_id"], hit["role"]) for hit in page["hits"]] == [
        (fryer["session_id"], fryer["turn_id"], "user")
    ]
    hit = page["hits"][0]
    assert [hit["snippet"][start:end] for start, end in hit["highlights"]] == ["fryer", "stinks"]
    answers = client.get("/api/v1/search", params={"q": "poultry 165"}).json()["hits"]
    assert [hit["role"] for hit in answers] == ["assistant"]
    assert client.get("/api/v1/search", params={"q": "fryer unicorn"}).json()["hits"] == []


def test_what_was_found_comes_in_pages(client: TestClient) -> None:
    session = asked(client, "The fryer shows E05")["session_id"]
    for _ in range(3):
        asked(client, "The fryer shows E07", session)
    found: list[str] = []
    query: dict[str, Any] = {"q": "fryer shows", "limit": 2}
    for _ in range(4):
        page = client.get("/api/v1/search", params=query).json()
        found += [hit["turn_id"] + hit["role"] for hit in page["hits"]]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert len(found) == len(set(found)) >= 4


@pytest.mark.parametrize(
    "query", ['"', "* OR", "NEAR(a b)", "text:fryer", "'; DROP TABLE messages; --", "a & b | !c", "fryer\\", "ff:*"]
)
def test_a_search_is_words_and_never_a_query_language(client: TestClient, query: str) -> None:
    asked(client, "How hot must chicken be?")
    answered = client.get("/api/v1/search", params={"q": query})
    assert answered.status_code == (422 if query == '"' else 200)
    assert titles(client)[0] == ["How hot must chicken be?"]


def test_a_session_is_exported_with_its_citations(client: TestClient) -> None:
    session = asked(client, "How hot must chicken be?")["session_id"]
    exported = client.get(f"/api/v1/sessions/{session}/export").json()
    turn = exported["turns"][0]
    assert (turn["question"], turn["state"]) == ("How hot must chicken be?", "done")
    assert turn["turn"]["citations"][0]["name"] == "handbook.md"
    text = client.get(f"/api/v1/sessions/{session}/export", params={"format": "markdown"})
    assert text.headers["content-type"] == "text/markdown; charset=utf-8"
    assert text.headers["content-disposition"] == f'attachment; filename="{session}.md"'
    assert re.fullmatch(
        r"# How hot must chicken be\?\n\nBegun \S+Z?, last used \S+\.\n\n## 1\. How hot must chicken be\?\n\n"
        r"\*Asked \S+\*\n\n.*165 °F.*\[\^1-1\].*\n\n\[\^1-1\]: Food safety handbook.*: “.*165 °F.*”\n",
        text.text,
        re.DOTALL,
    ), text.text


def test_old_sessions_are_forgotten_after_the_retention(data: Path, database_url: str) -> None:
    settings = Settings(data=data, model="embedded", database=SecretStr(database_url))
    with TestClient(create_app(settings)) as client:
        old, new = (asked(client, f"The fryer shows {code}")["session_id"] for code in ("E05", "E07"))
    with build(settings) as linelead:
        moment = datetime.fromisoformat(json.loads(json.dumps(linelead.sessions.turns(new)[0].started_at)))
        assert linelead.history.forget_before(moment - timedelta(days=1)) == 0
        assert linelead.history.forget_before(moment) == 1
        assert linelead.sessions.turns(old) == []
        assert len(linelead.sessions.turns(new)) == 1
        assert linelead.history.forget_before(datetime.now(UTC) + timedelta(days=1)) == 1
