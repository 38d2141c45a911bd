"""Sessions, their turns and messages, and the whole PydanticAI conversation: kept in SQLite."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic_ai import Conversation
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    false,
    insert,
    inspect,
    select,
    update,
)

from knowledge.database import Database
from knowledge.errors import NotFound, OperatorError

Rating = Literal["up", "down"]

_conversations: TypeAdapter[Conversation] = TypeAdapter(Conversation)
_tables = MetaData()
_sessions = Table(
    "sessions",
    _tables,
    Column("id", String, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("principal", String, nullable=False),
    Column("title", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("updated_at", String, nullable=False),
    Column("conversation", LargeBinary, nullable=False),
)
_turns = Table(
    "turns",
    _tables,
    Column("id", String, primary_key=True),
    Column("session_id", String, ForeignKey("sessions.id"), nullable=False, index=True),
    Column("state", String, nullable=False),  # running, done, failed, interrupted
    Column("reason", String, nullable=False, default=""),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
    Column("result", JSON),
    Column("rating", String),  # up, down; null: not rated
    Column("comment", String, nullable=False, server_default=""),
    Column("sampled", Boolean, nullable=False, server_default=false()),
)
_messages = Table(
    "messages",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("turn_id", String, ForeignKey("turns.id"), nullable=False, index=True),
    Column("role", String, nullable=False),  # user, assistant
    Column("text", String, nullable=False),
    Column("created_at", String, nullable=False),
)

SCHEMA_VERSION = 2
_UPGRADES = {
    1: (
        "ALTER TABLE turns ADD COLUMN rating VARCHAR",
        "ALTER TABLE turns ADD COLUMN comment VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE turns ADD COLUMN sampled BOOLEAN NOT NULL DEFAULT 0",
    ),
}
"""What brings a file of each earlier schema to the next one."""

TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Session:
    """A session as opened for a turn, with the conversation so far."""

    id: str
    title: str
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A turn as saved: `state` is running, done, failed or interrupted; `result` is None unless it is done.

    `rating` and `comment` are what its asker thought of it (None and "": nothing was said); `sampled`: it is to be
    reviewed. `started_at` is in UTC, ISO 8601.
    """

    id: str
    session_id: str
    question: str
    state: str
    reason: str
    started_at: str
    result: dict[str, Any] | None
    rating: Rating | None
    comment: str
    sampled: bool


def is_sampled(turn_id: str, share: float) -> bool:
    """Whether a turn belongs to a sample of that share (0..1) of all turns.

    The id's hash decides: the same turn always falls the same way, whatever was asked and whatever came of it, and a
    larger share holds every turn of a smaller one.
    """
    return int.from_bytes(hashlib.sha256(turn_id.encode()).digest()[:8]) < share * 2**64


class Sessions:
    """The sessions of one data folder. All methods block: call them off the event loop."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Opens the file; turns that a killed process left running are marked interrupted.

        `read_only` changes nothing, so that it may be done while a server holds the folder. Raises StoreUnavailable
        when it cannot be written, OperatorError when another version of Linelead made it.
        """
        self._database = Database(path)
        if read_only:
            with self._database.read() as connection:
                _check_version(connection, path)
            return
        with self._database.write() as connection:
            _bring_up(connection, path)
            connection.execute(
                update(_turns)
                .where(_turns.c.state == "running")
                .values(state="interrupted", reason="The program stopped during this turn; ask again.")
            )

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def start(
        self, session_id: str | None, principal: str, workspace: str, question: str, *, sample: float = 0.0
    ) -> tuple[Session, str]:
        """The session of that id, or a new one titled after the question, and the id of a new running turn in it.

        The user's message is on disk when this returns, and the turn marked for review when it belongs to a sample of
        that share. Raises NotFound for an unknown id and for somebody else's.
        """
        session = self._open(session_id, principal, workspace) if session_id is not None else None
        turn_id, now = f"t{uuid4().hex}", _now()
        with self._database.write() as connection:
            if session is None:
                session = Session(f"s{uuid4().hex}", _title(question), Conversation())
                connection.execute(
                    insert(_sessions).values(
                        id=session.id,
                        workspace=workspace,
                        principal=principal,
                        title=session.title,
                        created_at=now,
                        updated_at=now,
                        conversation=_conversations.dump_json(session.conversation),
                    )
                )
            connection.execute(
                insert(_turns).values(
                    id=turn_id,
                    session_id=session.id,
                    state="running",
                    reason="",
                    started_at=now,
                    sampled=is_sampled(turn_id, sample),
                )
            )
            connection.execute(insert(_messages).values(turn_id=turn_id, role="user", text=question, created_at=now))
        return session, turn_id

    def _open(self, session_id: str, principal: str, workspace: str) -> Session:
        with self._database.read() as connection:
            row = connection.execute(
                select(_sessions.c.title, _sessions.c.conversation).where(
                    _sessions.c.id == session_id,
                    _sessions.c.principal == principal,
                    _sessions.c.workspace == workspace,
                )
            ).one_or_none()
        if row is None:
            raise NotFound(f"There is no session {session_id!r}; leave session_id out to start a new one.")
        return Session(session_id, row.title, _conversations.validate_json(row.conversation))

    def finish_turn(self, session_id: str, turn_id: str, result: dict[str, Any], conversation: Conversation) -> None:
        """Saves the answer, the message and the conversation in one transaction."""
        now = _now()
        with self._database.write() as connection:
            connection.execute(
                update(_turns).where(_turns.c.id == turn_id).values(state="done", finished_at=now, result=result)
            )
            connection.execute(
                insert(_messages).values(
                    turn_id=turn_id, role="assistant", text=result["answer"]["text"], created_at=now
                )
            )
            connection.execute(
                update(_sessions)
                .where(_sessions.c.id == session_id)
                .values(updated_at=now, conversation=_conversations.dump_json(conversation))
            )

    def fail_turn(self, turn_id: str, reason: str) -> None:
        """Marks a running turn as failed; a finished one stays as it is."""
        with self._database.write() as connection:
            connection.execute(
                update(_turns)
                .where(_turns.c.id == turn_id, _turns.c.state == "running")
                .values(state="failed", reason=reason, finished_at=_now())
            )

    def rate(self, turn_id: str, principal: str, workspace: str, rating: Rating | None, comment: str) -> None:
        """Stores what its asker thinks of a turn, in place of what was stored before; None and "" remove it.

        Raises NotFound for an unknown id and for somebody else's.
        """
        own = select(_sessions.c.id).where(_sessions.c.principal == principal, _sessions.c.workspace == workspace)
        with self._database.write() as connection:
            found = connection.execute(
                update(_turns)
                .where(_turns.c.id == turn_id, _turns.c.session_id.in_(own))
                .values(rating=rating, comment=comment)
            ).rowcount
        if not found:
            raise NotFound(f"There is no turn {turn_id!r}; send the turn_id that came with the answer.")

    def turns(self, session_id: str) -> list[StoredTurn]:
        """The turns of a session, oldest first; empty for an unknown id."""
        return self._read(_turns.c.session_id == session_id)

    def reviewable(self, workspace: str, *, since: datetime | None = None, besides: str = "") -> list[StoredTurn]:
        """The turns of a workspace that were sampled, rated or commented, oldest first, but for running ones.

        `since` leaves out those started before; `besides` those of that principal.
        """
        wanted = [
            _turns.c.sampled | _turns.c.rating.is_not(None) | (_turns.c.comment != ""),
            _turns.c.state != "running",
            _sessions.c.workspace == workspace,
            _sessions.c.principal != besides,
        ]
        return self._read(*wanted, *([_turns.c.started_at >= _utc(since)] if since else []))

    def _read(self, *conditions: ColumnElement[bool]) -> list[StoredTurn]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(_turns, _messages.c.text)
                .join(_messages, (_messages.c.turn_id == _turns.c.id) & (_messages.c.role == "user"))
                .join(_sessions, _sessions.c.id == _turns.c.session_id)
                .where(*conditions)
                .order_by(_messages.c.id)
            ).all()
        return [
            StoredTurn(
                id=row.id,
                session_id=row.session_id,
                question=row.text,
                state=row.state,
                reason=row.reason,
                started_at=row.started_at,
                result=row.result,
                rating=row.rating,
                comment=row.comment,
                sampled=row.sampled,
            )
            for row in rows
        ]


def _bring_up(connection: Connection, path: Path) -> None:
    """Creates the tables in an empty file, or brings those of an earlier schema up to date, keeping what is in them."""
    found = _version(connection, path)
    if inspect(connection).has_table("turns"):
        for version in range(found or 1, SCHEMA_VERSION):  # the first schema did not note its version
            for statement in _UPGRADES[version]:
                connection.exec_driver_sql(statement)
    else:
        _tables.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _version(connection: Connection, path: Path) -> int:
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if found > SCHEMA_VERSION:
        raise OperatorError(
            f"{path}: made by a newer Linelead (schema {found}, this one knows {SCHEMA_VERSION})."
            " Update Linelead, or use another --data folder."
        )
    return found


def _check_version(connection: Connection, path: Path) -> None:
    if _version(connection, path) < SCHEMA_VERSION:
        raise OperatorError(f"{path}: made by an older Linelead. Start the server on it once to bring it up to date.")


def _title(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= TITLE_CHARACTERS else line[: TITLE_CHARACTERS - 1].rstrip() + "…"


def _now() -> str:
    return _utc(datetime.now(UTC))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
