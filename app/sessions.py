"""Sessions, their turns and messages, and the whole PydanticAI conversation: kept in SQLite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic_ai import Conversation
from sqlalchemy import JSON, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, insert, select, update

from knowledge.database import Database
from knowledge.errors import NotFound

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

TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Session:
    """A session as opened for a turn, with the conversation so far."""

    id: str
    title: str
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A turn as saved: `state` is running, done, failed or interrupted; `result` is None unless it is done."""

    id: str
    question: str
    state: str
    reason: str
    result: dict[str, Any] | None


class Sessions:
    """The sessions of one data folder. All methods block: call them off the event loop."""

    def __init__(self, path: Path) -> None:
        """Opens the file; turns that a killed process left running are marked interrupted."""
        self._database = Database(path)
        with self._database.write() as connection:
            _tables.create_all(connection)
            connection.execute(
                update(_turns)
                .where(_turns.c.state == "running")
                .values(state="interrupted", reason="The program stopped during this turn; ask again.")
            )

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def start(self, session_id: str | None, principal: str, workspace: str, question: str) -> tuple[Session, str]:
        """The session of that id, or a new one titled after the question, and the id of a new running turn in it.

        The user's message is on disk when this returns. Raises NotFound for an unknown id and for somebody else's.
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
                insert(_turns).values(id=turn_id, session_id=session.id, state="running", reason="", started_at=now)
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

    def turns(self, session_id: str) -> list[StoredTurn]:
        """The turns of a session, oldest first; empty for an unknown id."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(_turns.c.id, _messages.c.text, _turns.c.state, _turns.c.reason, _turns.c.result)
                .join(_messages, (_messages.c.turn_id == _turns.c.id) & (_messages.c.role == "user"))
                .where(_turns.c.session_id == session_id)
                .order_by(_messages.c.id)
            ).all()
        return [StoredTurn(row.id, row.text, row.state, row.reason, row.result) for row in rows]


def _title(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= TITLE_CHARACTERS else line[: TITLE_CHARACTERS - 1].rstrip() + "…"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
