"""Writes running turns' events to the log, many small ones as few large ones."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from math import ceil

from app.eventlog import LoggedEvent
from app.events import DeltaEvent, RouteEvent, TurnEvent
from app.streams import Channel
from app.turnstore import Entry, TurnStore

WRITE_SECONDS = 0.1
"""Least time between two writes of a turn: what a reader can hardly tell from at once, and ten commits a second."""


class SharedLog:
    """Logs what several turns have at the same time in one transaction. Belongs to one event loop at a time."""

    def __init__(self, store: TurnStore) -> None:
        self._store = store
        self._waiting: list[tuple[Entry, asyncio.Future[list[LoggedEvent]]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def log(self, entry: Entry) -> list[LoggedEvent]:
        """Logs events of a turn; returns when they are on disk. Raises what their own writing raised."""
        logged: asyncio.Future[list[LoggedEvent]] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, logged))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await logged

    async def _write(self) -> None:
        while self._waiting:
            taken, self._waiting = self._waiting, []
            try:
                outcomes = await asyncio.to_thread(self._store.log, [entry for entry, _ in taken])
            except RuntimeError as error:  # no thread to be had any more: the program ends
                outcomes = [error] * len(taken)
            for (_, logged), outcome in zip(taken, outcomes, strict=True):
                if logged.done():  # whoever waited was cancelled
                    continue
                if isinstance(outcome, Exception):
                    logged.set_exception(outcome)
                else:
                    logged.set_result(outcome)


class LogWriter:
    """Takes a turn's events one by one; logs them at most every WRITE_SECONDS, then publishes them.

    All turns write at the same moments, so that they share a transaction. Pieces of text that wait together become one
    event. What waits is bounded by the answer.
    """

    def __init__(
        self, log: SharedLog, channel: Channel, session_id: str, turn_id: str, number: int, text: str = ""
    ) -> None:
        """`number` is that of the last event logged before, and `text` what those had of the answer."""
        self._log = log
        self._channel = channel
        self._session_id = session_id
        self._turn_id = turn_id
        self._number = number
        self._waiting: list[TurnEvent] = []
        self._text = [text]
        self._loop = asyncio.get_running_loop()
        self._moment = self._next_moment()
        self._settled = False
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Task[None] | None = None

    @property
    def text(self) -> str:
        """The text of the answer so far."""
        return "".join(self._text)

    @property
    def next_number(self) -> int:
        """The number of the first event that is not logged yet."""
        return self._number + 1

    def add(self, event: TurnEvent) -> None:
        """Takes the next event."""
        if isinstance(event, RouteEvent):
            self._text.clear()  # a language model has failed, and the answer begins again with quotes
        elif isinstance(event, DeltaEvent):
            self._text.append(event.text)
            if self._waiting and isinstance(last := self._waiting[-1], DeltaEvent):
                event = DeltaEvent(text=last.text + event.text)
                self._waiting.pop()
        self._waiting.append(event)
        self._schedule()

    def publish(self, logged: Sequence[LoggedEvent]) -> None:
        """Hands on events that the caller logged."""
        self._channel.publish(logged)

    def publish_unlogged(self, event: TurnEvent) -> None:
        """Hands on an event that could not be logged, so that nobody waits for it."""
        self._channel.publish([LoggedEvent(self._channel.last + 1, self._turn_id, self.next_number, event)])

    async def settle(self) -> list[TurnEvent]:
        """Ends the writing; gives what is not logged yet, for the caller to log with the turn's end.

        Raises what the last write raised.
        """
        self._settled = True
        if self._timer is not None:
            self._timer.cancel()
        if self._writing is not None:
            await asyncio.shield(self._writing)
        return self._waiting

    def _schedule(self) -> None:
        if self._timer is None and self._writing is None and not self._settled:
            self._moment = max(self._moment + WRITE_SECONDS, self._next_moment())
            self._timer = self._loop.call_at(self._moment, self._start)

    def _next_moment(self) -> float:
        return ceil(self._loop.time() / WRITE_SECONDS) * WRITE_SECONDS

    def _start(self) -> None:
        self._timer = None
        self._writing = self._loop.create_task(self._write())

    async def _write(self) -> None:
        events, self._waiting = self._waiting, []
        # an error stays in the task, where settle() finds it: nothing is logged after a gap
        logged = await self._log.log(Entry(self._session_id, self._turn_id, self.next_number, events))
        self._number += len(events)
        self._channel.publish(logged)
        self._writing = None
        if self._waiting:
            self._schedule()
