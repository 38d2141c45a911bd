"""Live streams of turns: readers of the event log, woken when there is more.

A reader holds its place in the log and nothing else: no connection, no thread, no queue of its own. What was just
written is read from memory; a reader that lags behind that, or comes later, reads the database.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import get_args
from weakref import WeakValueDictionary

from app.eventlog import EventLog, LoggedEvent
from app.events import Ending
from app.redacting import Redaction
from knowledge.types import Scope

RECENT_EVENTS = 500
"""Events of a session kept in memory while somebody answers or reads there: several whole turns."""

_ENDINGS = get_args(Ending)


class Channel:
    """The newest events of a session, and the one wake-up of all who read there. Belongs to the event loop."""

    def __init__(self) -> None:
        self._recent: deque[LoggedEvent] = deque(maxlen=RECENT_EVENTS)
        self.changed = asyncio.Event()

    @property
    def last(self) -> int:
        """The sequence of the newest event in memory, 0 when there is none."""
        return self._recent[-1].sequence if self._recent else 0

    def publish(self, events: Sequence[LoggedEvent]) -> None:
        """Hands on events that were logged, in their order, and wakes the readers."""
        self._recent.extend(events)
        changed, self.changed = self.changed, asyncio.Event()
        changed.set()

    def newer(self, turn_id: str | None, after: int) -> list[LoggedEvent] | None:
        """The events after that place, of one turn or of all; None when memory does not reach back to there."""
        found: list[LoggedEvent] = []
        for event in reversed(self._recent):
            if turn_id is not None and event.turn_id != turn_id:
                continue
            if _place(event, turn_id) <= after:
                return found[::-1]
            found.append(event)
        return found[::-1] if found and _place(found[-1], turn_id) == after + 1 else None


class Streams:
    """The streams of the sessions that this process answers in."""

    def __init__(self, log: EventLog, redaction: Redaction) -> None:
        self._log = log
        self._redaction = redaction
        self._channels: WeakValueDictionary[str, Channel] = WeakValueDictionary()

    def channel(self, session_id: str) -> Channel:
        """The session's channel, which lives as long as somebody holds it."""
        channel = self._channels.get(session_id)
        if channel is None:
            channel = self._channels[session_id] = Channel()
        return channel

    async def of_turn(
        self,
        session_id: str,
        turn_id: str,
        scope: Scope,
        *,
        after: int = 0,
        ended: bool = False,
        idle_seconds: float | None = None,
    ) -> AsyncGenerator[LoggedEvent | None]:
        """The events of a turn after that number, as they are logged, up to its last; None after each idle time.

        What a reader of `scope` may not read (as it is now) is left out in place. `ended`: nothing more will be logged.
        """
        events = self._follow(session_id, turn_id, scope, after, ended, idle_seconds)
        async for event in events:
            yield event
            if event is not None and isinstance(event.event, _ENDINGS):
                return

    def of_session(
        self, session_id: str, scope: Scope, *, after: int = 0, idle_seconds: float | None = None
    ) -> AsyncGenerator[LoggedEvent | None]:
        """The events of all turns of a session after that sequence, without end, otherwise as `of_turn`."""
        return self._follow(session_id, None, scope, after, False, idle_seconds)

    async def _follow(
        self, session_id: str, turn_id: str | None, scope: Scope, after: int, ended: bool, idle_seconds: float | None
    ) -> AsyncGenerator[LoggedEvent | None]:
        channel = self.channel(session_id)
        hidden, touched = await self._redaction.hidden_from(scope), dict[str, bool]()
        while True:
            changed = channel.changed  # taken before reading: what is logged meanwhile wakes this reader
            events = channel.newer(turn_id, after)
            if events is None:
                events = await asyncio.to_thread(self._reader(session_id, turn_id), after)
            if events and hidden:
                events = await asyncio.to_thread(self._redaction.events, events, hidden, touched)
            for event in events:
                after = _place(event, turn_id)
                yield event
            if events:
                continue
            if ended:
                return
            try:
                async with asyncio.timeout(idle_seconds):
                    await changed.wait()
            except TimeoutError:
                yield None

    def _reader(self, session_id: str, turn_id: str | None) -> Callable[[int], list[LoggedEvent]]:
        if turn_id is None:
            return lambda after: self._log.of_session(session_id, after)
        return lambda after: self._log.of_turn(turn_id, after)


def _place(event: LoggedEvent, turn_id: str | None) -> int:
    """Where an event stands for a reader of one turn, or of the whole session."""
    return event.sequence if turn_id is None else event.number
