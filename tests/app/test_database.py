"""The service database: SQLite or Postgres, brought to the newest schema from every older one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.database import open_database
from app.errors import SettingError
from app.main import create_app
from app.sessions import Sessions
from app.settings import Settings
from app.tables import metadata
from app.turnstore import NewTurn, TurnStore
from app.wiring import build
from knowledge.errors import OperatorError, StoreUnavailable

from .conftest import Ran

FIRST_SCHEMA = """
CREATE TABLE sessions (
    id VARCHAR NOT NULL, workspace VARCHAR NOT NULL, principal VARCHAR NOT NULL, title VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL, updated_at VARCHAR NOT NULL, conversation BLOB NOT NULL, PRIMARY KEY (id)
);
CREATE TABLE turns (
    id VARCHAR NOT NULL, session_id VARCHAR NOT NULL, state VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    started_at VARCHAR NOT NULL, finished_at VARCHAR, result JSON,
    PRIMARY KEY (id), FOREIGN KEY(session_id) REFERENCES sessions (id)
);
CREATE INDEX ix_turns_session_id ON turns (session_id);
CREATE TABLE messages (
    id INTEGER NOT NULL, turn_id VARCHAR NOT NULL, role VARCHAR NOT NULL, text VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL, PRIMARY KEY (id), FOREIGN KEY(turn_id) REFERENCES turns (id)
);
CREATE INDEX ix_messages_turn_id ON messages (turn_id);
"""
SECOND_SCHEMA = (
    FIRST_SCHEMA
    + """
ALTER TABLE turns ADD COLUMN rating VARCHAR;
ALTER TABLE turns ADD COLUMN comment VARCHAR NOT NULL DEFAULT '';
ALTER TABLE turns ADD COLUMN sampled BOOLEAN NOT NULL DEFAULT 0;
PRAGMA user_version = 2;
"""
)


def asked(client: TestClient, message: str, session: str | None = None) -> dict[str, Any]:
    answered = client.post("/api/v1/chat", json={"message": message, "session_id": session})
    assert answered.status_code == 200, answered.text
    return answered.json()


@pytest.mark.parametrize("schema", [FIRST_SCHEMA, SECOND_SCHEMA])
def test_sessions_of_an_older_linelead_open_keep_their_turns_and_go_on(data: Path, schema: str) -> None:
    settings = Settings(data=data, model="embedded")
    with TestClient(create_app(settings)) as client:
        old = asked(client, "How do I filter the fryer oil?")
    with build(settings) as linelead:
        before = linelead.sessions.turns(old["session_id"])
    file, newest = data / "sessions.sqlite", data / "newest.sqlite"
    file.rename(newest)
    connection = sqlite3.connect(file)
    connection.executescript(schema)
    connection.execute("ATTACH ? AS newest", (str(newest),))
    for table in ("sessions", "turns", "messages"):
        names = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newest.{table}")
    connection.commit()
    connection.close()

    with TestClient(create_app(settings)) as client:
        rated = client.post(f"/api/v1/turns/{old['turn_id']}/feedback", json={"rating": "up"})
        assert rated.status_code == 200
        assert "drain valve" in asked(client, "and E07?", old["session_id"])["answer"].lower()
    with build(settings) as linelead:
        first, second = linelead.sessions.turns(old["session_id"])
    assert (first.result, first.question, first.state) == (before[0].result, before[0].question, "done")
    assert (first.rating, first.comment, first.sampled) == ("up", "", False)
    assert (second.state, second.rating) == ("done", None)


@pytest.mark.parametrize(
    "newer", ["UPDATE alembic_version SET version_num = '0099'", "DROP TABLE alembic_version; PRAGMA user_version = 99"]
)
def test_sessions_of_a_newer_linelead_are_left_alone(linelead: Callable[..., Ran], data: Path, newer: str) -> None:
    assert linelead("--data", data, "ask", "hello").code == 0
    connection = sqlite3.connect(data / "sessions.sqlite")
    connection.executescript(newer)
    before = list(connection.iterdump())
    ran = linelead("--data", data, "ask", "hello")
    assert ran.code == 3
    assert re.sub(r"knows \d+", "knows N", ran.err) == (
        f"linelead: {data / 'sessions.sqlite'}: made by a newer Linelead (schema 99, this one knows N). "
        "Update Linelead, or use another --data folder or LINELEAD_DATABASE.\n"
    )
    assert list(connection.iterdump()) == before
    connection.close()


def test_reading_does_not_upgrade(tmp_path: Path) -> None:
    file = tmp_path / "sessions.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript(SECOND_SCHEMA)
    connection.close()
    with pytest.raises(OperatorError, match=r"made by an older Linelead\. Start the server on it once"):
        open_database(file, read_only=True)
    open_database(file).close()
    open_database(file, read_only=True).close()


def is_of_the_code(_thing: object, name: str | None, *_about: object) -> bool:
    """Not so the full-text index, which each database has in its own way and no table definition can say."""
    return "messages_search" not in (name or "")


def test_the_migrations_lead_to_the_tables_of_the_code(tmp_path: Path, database_url: str) -> None:
    for _ in range(2):  # the second time nothing is left to do
        database = open_database(tmp_path / "sessions.sqlite", database_url)
        with database.read() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": is_of_the_code})
            assert compare_metadata(context, metadata) == []
        database.close()


def test_sessions_are_kept_over_a_restart(data: Path, database_url: str) -> None:
    settings = Settings(data=data, model="embedded", database=SecretStr(database_url))
    with TestClient(create_app(settings)) as client:
        first = asked(client, "How do I filter the fryer oil?")
        assert client.post(f"/api/v1/turns/{first['turn_id']}/feedback", json={"rating": "down"}).status_code == 200
    with TestClient(create_app(settings)) as client:
        asked(client, "and E07?", first["session_id"])
    with build(settings) as linelead:
        kept = [(turn.question, turn.state, turn.rating) for turn in linelead.sessions.turns(first["session_id"])]
        assert [turn.id for turn in linelead.sessions.reviewable("default")] == [first["turn_id"]]
    assert kept == [("How do I filter the fryer oil?", "done", "down"), ("and E07?", "done", None)]
    assert (data / "sessions.sqlite").exists() is not bool(database_url)


def test_turns_of_another_living_program_are_left_running(postgres: Callable[[], str], tmp_path: Path) -> None:
    url = postgres()
    one, two = (open_database(tmp_path / "unused", url) for _ in range(2))
    new = NewTurn(question="How hot must chicken be?", principal="ann", workspace="default")
    accepted = TurnStore(one).accept(new)

    def states() -> list[str]:
        return [turn.state for turn in Sessions(two).turns(accepted.session_id)]

    assert (TurnStore(two).recover(), states()) == (0, ["running"])
    one.close()
    assert (TurnStore(two).recover(), states()) == (1, ["interrupted"])
    two.close()


def test_a_server_that_is_away_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as away:
        open_database(tmp_path / "unused", "postgresql://ann:secret@127.0.0.1:1/kitchen")
    assert str(away.value) == (
        "Postgres database 'kitchen': the database does not answer; check that it runs and try again."
    )


@pytest.mark.parametrize("url", ["mysql://ann:secret@db/kitchen", "secret", "sqlite:///secret"])
def test_a_url_of_another_kind_is_refused_without_repeating_it(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingError) as refused:
        open_database(tmp_path / "unused", url)
    assert "LINELEAD_DATABASE" in str(refused.value)
    assert "secret" not in str(refused.value)
