"""The history: sessions, their turns and messages, and what people thought of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, select, update

from app import tables
from app.database import ServiceDatabase
from app.eventlog import utc
from app.events import Approval
from app.pausing import approvals_of
from app.turnstore import ACTIVE, TurnState
from knowledge.errors import NotFound

Rating = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A turn as saved. `result` is None unless it is done; `specialist` is the one that it was sent to,
    `retry_of` the turn whose question it asks again, if any, `approvals` the calls that a person was asked to allow.

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
    approvals: list[Approval]


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message of the history, and how its turn stands. `id` grows with every message; `role`: user or assistant."""

    id: int
    role: str
    text: str
    created_at: str
    turn_id: str
    state: TurnState
    reason: str
    result: dict[str, Any] | None
    rating: Rating | None
    comment: str
    retry_of: str | None
    approvals: list[Approval]


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

    def last_sequence(self, session_id: str, principal: str, workspace: str) -> int:
        """The sequence of a session's last event, 0 without one. Raises NotFound for an unknown id and another's."""
        with self._database.read() as connection:
            return _sequence(connection, session_id, principal, workspace)

    def messages(
        self,
        session_id: str,
        principal: str,
        workspace: str,
        *,
        beyond: int | None = None,
        newest_first: bool = False,
        limit: int = 50,
    ) -> list[StoredMessage]:
        """Messages of a session in order, those after the one with the id `beyond`, or before it when newest first.

        Raises NotFound for an unknown session and for somebody else's.
        """
        said, turns = tables.messages.c, tables.turns.c
        shown = (said.id, said.turn_id, said.role, said.text, said.created_at)
        of_turn = (turns.state, turns.reason, turns.result, turns.rating, turns.comment)
        more = (turns.retry_of, turns.approvals)
        statement = (
            select(*shown, *of_turn, *more)
            .join(tables.turns, turns.id == said.turn_id)
            .where(turns.session_id == session_id)
            .order_by(said.id.desc() if newest_first else said.id)
            .limit(limit)
        )
        if beyond is not None:
            statement = statement.where(said.id < beyond if newest_first else said.id > beyond)
        with self._database.read() as connection:
            _sequence(connection, session_id, principal, workspace)
            rows = [dict(row) for row in connection.execute(statement).mappings()]
        return [StoredMessage(approvals=approvals_of(row.pop("approvals")), **row) for row in rows]

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
                approvals=approvals_of(row.approvals),
            )
            for row in rows
        ]


def _sequence(connection: Connection, session_id: str, principal: str, workspace: str) -> int:
    found = connection.execute(
        select(tables.sessions.c.sequence).where(
            tables.sessions.c.id == session_id,
            tables.sessions.c.principal == principal,
            tables.sessions.c.workspace == workspace,
        )
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(f"There is no session {session_id!r}; leave the session out to start a new one.")
    return found
