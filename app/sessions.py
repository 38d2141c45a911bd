"""The history: sessions, their turns and messages, and what people thought of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, select, update

from app import tables
from app.database import ServiceDatabase
from app.eventlog import utc
from app.turnstore import ACTIVE, TurnState
from knowledge.errors import NotFound

Rating = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A turn as saved. `result` is None unless it is done; `specialist` is the one that it was sent to,
    and `retry_of` the turn whose question it asks again, if any.

    `rating` and `comment` are what its asker thought of it (None and "": nothing was said); `sampled`: it is to be
    reviewed. `started_at` is in UTC, ISO 8601.
    """

    id: str
    session_id: str
    question: str
    state: TurnState
    reason: str
    started_at: str
    result: dict[str, Any] | None
    rating: Rating | None
    comment: str
    sampled: bool
    specialist: str | None
    retry_of: str | None


class Sessions:
    """The sessions in a service database. All methods block: call them off the event loop."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

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

    def turn(self, turn_id: str, principal: str, workspace: str) -> StoredTurn:
        """One turn. Raises NotFound for an unknown id and for somebody else's."""
        found = self._read(
            tables.turns.c.id == turn_id,
            tables.sessions.c.principal == principal,
            tables.sessions.c.workspace == workspace,
        )
        if not found:
            raise NotFound(f"There is no turn {turn_id!r}; send the turn_id that came with the answer.")
        return found[0]

    def check(self, session_id: str, principal: str, workspace: str) -> None:
        """Raises NotFound for an unknown session and for somebody else's."""
        with self._database.read() as connection:
            found = connection.execute(
                select(tables.sessions.c.id).where(
                    tables.sessions.c.id == session_id,
                    tables.sessions.c.principal == principal,
                    tables.sessions.c.workspace == workspace,
                )
            ).one_or_none()
        if found is None:
            raise NotFound(f"There is no session {session_id!r}; leave session_id out to start a new one.")

    def turns(self, session_id: str) -> list[StoredTurn]:
        """The turns of a session, oldest first; empty for an unknown id."""
        return self._read(tables.turns.c.session_id == session_id)

    def reviewable(self, workspace: str, *, since: datetime | None = None, besides: str = "") -> list[StoredTurn]:
        """The turns of a workspace that were sampled, rated or commented, oldest first, but for those not ended.

        `since` leaves out those started before; `besides` those of that principal.
        """
        wanted = [
            tables.turns.c.sampled | tables.turns.c.rating.is_not(None) | (tables.turns.c.comment != ""),
            tables.turns.c.state.not_in(ACTIVE),
            tables.sessions.c.workspace == workspace,
            tables.sessions.c.principal != besides,
        ]
        return self._read(*wanted, *([tables.turns.c.started_at >= utc(since)] if since else []))

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
                specialist=row.specialist,
                retry_of=row.retry_of,
            )
            for row in rows
        ]
