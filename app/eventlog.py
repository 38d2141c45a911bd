"""The log of the events of turns: numbered in each turn and in each session, kept in the service database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, insert, select, update

from app.database import ServiceDatabase
from app.events import DoneEvent, TurnEvent
from app.tables import events, sessions, turns

PAGE_EVENTS = 200
"""Most events read at once; one turn has some ten to fifty, and one more for every 100 ms of streamed text."""

_adapter: TypeAdapter[TurnEvent] = TypeAdapter(TurnEvent)


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event as logged. `sequence` counts from 1 in its session, `number` from 1 in its turn, both without gaps."""

    sequence: int
    turn_id: str
    number: int
    event: TurnEvent


def append(
    connection: Connection, session_id: str, turn_id: str, number: int, new: Sequence[TurnEvent], **session: Any
) -> list[LoggedEvent]:
    """Logs events of a turn, the first of them as its `number`th, in the transaction of `connection`.

    `session` are columns of the session that change with them: one statement does both.
    """
    if not new and not session:
        return []
    last = connection.execute(
        update(sessions)  # locks the session's row on Postgres, so that its numbers are in order of commit
        .where(sessions.c.id == session_id)
        .values(sequence=sessions.c.sequence + len(new), **session)
        .returning(sessions.c.sequence)
    ).scalar_one()
    return insert_events(connection, session_id, turn_id, number, last - len(new) + 1, new)


def insert_events(
    connection: Connection, session_id: str, turn_id: str, number: int, sequence: int, new: Sequence[TurnEvent]
) -> list[LoggedEvent]:
    """Like `append`, for a caller that has taken the session's numbers from `sequence` on itself."""
    if not new:
        return []
    logged = [LoggedEvent(sequence + n, turn_id, number + n, event) for n, event in enumerate(new)]
    at = now()
    connection.execute(
        insert(events),
        [
            {
                "session_id": session_id,
                "sequence": each.sequence,
                "turn_id": turn_id,
                "number": each.number,
                "type": each.event.type,
                "data": _data(each.event),
                "at": at,
            }
            for each in logged
        ],
    )
    return logged


class EventLog:
    """Reads the log. All methods block: call them off the event loop."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

    def of_session(self, session_id: str, after: int, limit: int = PAGE_EVENTS) -> list[LoggedEvent]:
        """The session's events whose sequence is greater than `after`, in order, at most `limit` of them."""
        return self._read((events.c.session_id == session_id) & (events.c.sequence > after), limit)

    def of_turn(self, turn_id: str, after: int, limit: int = PAGE_EVENTS) -> list[LoggedEvent]:
        """The turn's events whose number is greater than `after`, in order, at most `limit` of them."""
        return self._read((events.c.turn_id == turn_id) & (events.c.number > after), limit)

    def _read(self, wanted: Any, limit: int) -> list[LoggedEvent]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(events.c.sequence, events.c.turn_id, events.c.number, events.c.data)
                .where(wanted)
                .order_by(events.c.sequence)
                .limit(limit)
            ).all()
            ended = [row.turn_id for row in rows if row.data["type"] == "done"]
            found = select(turns.c.id, turns.c.result).where(turns.c.id.in_(ended))
            results = {row.id: row.result for row in connection.execute(found)} if ended else {}
        return [
            LoggedEvent(row.sequence, row.turn_id, row.number, _event(row.data, results.get(row.turn_id)))
            for row in rows
        ]


def _data(event: TurnEvent) -> dict[str, Any]:
    if isinstance(event, DoneEvent):
        return {"type": event.type}  # what it carries is the turn's result, which is stored with the turn
    return event.model_dump(mode="json")


def _event(data: dict[str, Any], result: dict[str, Any] | None) -> TurnEvent:
    return _adapter.validate_python({**data, "turn": result} if data["type"] == "done" else data)


def now() -> str:
    """This moment as the service database stores it: UTC, ISO 8601, milliseconds."""
    return utc(datetime.now(UTC))


def utc(moment: datetime) -> str:
    """A moment as the service database stores it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
