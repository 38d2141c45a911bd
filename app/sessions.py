"""Sessions, their turns and messages, and the whole PydanticAI conversation: kept in the service database."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic_ai import Conversation
from sqlalchemy import ColumnElement, insert, select, update

from app import tables
from app.database import ServiceDatabase
from knowledge.errors import NotFound

Rating = Literal["up", "down"]

_conversations: TypeAdapter[Conversation] = TypeAdapter(Conversation)

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
    """The sessions in a service database. All methods block: call them off the event loop."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

    def recover(self) -> None:
        """Marks as interrupted the turns that a stopped process left running."""
        running = tables.turns.c.state == "running"
        with self._database.read() as connection:
            owners = set(connection.scalars(select(tables.turns.c.owner).where(running).distinct()))
        gone = self._database.gone(owners)
        if not gone:
            return
        with self._database.write() as connection:
            connection.execute(
                update(tables.turns)
                .where(running, tables.turns.c.owner.in_(gone))
                .values(state="interrupted", reason="The program stopped during this turn; ask again.")
            )

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
                    insert(tables.sessions).values(
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
                insert(tables.turns).values(
                    id=turn_id,
                    session_id=session.id,
                    state="running",
                    reason="",
                    started_at=now,
                    sampled=is_sampled(turn_id, sample),
                    owner=self._database.owner,
                )
            )
            connection.execute(
                insert(tables.messages).values(turn_id=turn_id, role="user", text=question, created_at=now)
            )
        return session, turn_id

    def _open(self, session_id: str, principal: str, workspace: str) -> Session:
        with self._database.read() as connection:
            row = connection.execute(
                select(tables.sessions.c.title, tables.sessions.c.conversation).where(
                    tables.sessions.c.id == session_id,
                    tables.sessions.c.principal == principal,
                    tables.sessions.c.workspace == workspace,
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
                update(tables.turns)
                .where(tables.turns.c.id == turn_id)
                .values(state="done", finished_at=now, result=result)
            )
            connection.execute(
                insert(tables.messages).values(
                    turn_id=turn_id, role="assistant", text=result["answer"]["text"], created_at=now
                )
            )
            connection.execute(
                update(tables.sessions)
                .where(tables.sessions.c.id == session_id)
                .values(updated_at=now, conversation=_conversations.dump_json(conversation))
            )

    def fail_turn(self, turn_id: str, reason: str) -> None:
        """Marks a running turn as failed; a finished one stays as it is."""
        with self._database.write() as connection:
            connection.execute(
                update(tables.turns)
                .where(tables.turns.c.id == turn_id, tables.turns.c.state == "running")
                .values(state="failed", reason=reason, finished_at=_now())
            )

    def rate(self, turn_id: str, principal: str, workspace: str, rating: Rating | None, comment: str) -> None:
        """Stores what its asker thinks of a turn, in place of what was stored before; None and "" remove it.

        Raises NotFound for an unknown id and for somebody else's.
        """
        own = select(tables.sessions.c.id).where(
            tables.sessions.c.principal == principal, tables.sessions.c.workspace == workspace
        )
        with self._database.write() as connection:
            found = connection.execute(
                update(tables.turns)
                .where(tables.turns.c.id == turn_id, tables.turns.c.session_id.in_(own))
                .values(rating=rating, comment=comment)
            ).rowcount
        if not found:
            raise NotFound(f"There is no turn {turn_id!r}; send the turn_id that came with the answer.")

    def turns(self, session_id: str) -> list[StoredTurn]:
        """The turns of a session, oldest first; empty for an unknown id."""
        return self._read(tables.turns.c.session_id == session_id)

    def reviewable(self, workspace: str, *, since: datetime | None = None, besides: str = "") -> list[StoredTurn]:
        """The turns of a workspace that were sampled, rated or commented, oldest first, but for running ones.

        `since` leaves out those started before; `besides` those of that principal.
        """
        wanted = [
            tables.turns.c.sampled | tables.turns.c.rating.is_not(None) | (tables.turns.c.comment != ""),
            tables.turns.c.state != "running",
            tables.sessions.c.workspace == workspace,
            tables.sessions.c.principal != besides,
        ]
        return self._read(*wanted, *([tables.turns.c.started_at >= _utc(since)] if since else []))

    def _read(self, *conditions: ColumnElement[bool]) -> list[StoredTurn]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(tables.turns, tables.messages.c.text)
                .join(
                    tables.messages,
                    (tables.messages.c.turn_id == tables.turns.c.id) & (tables.messages.c.role == "user"),
                )
                .join(tables.sessions, tables.sessions.c.id == tables.turns.c.session_id)
                .where(*conditions)
                .order_by(tables.messages.c.id)
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


def _title(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= TITLE_CHARACTERS else line[: TITLE_CHARACTERS - 1].rstrip() + "…"


def _now() -> str:
    return _utc(datetime.now(UTC))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
