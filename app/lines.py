"""The lines of sessions: what is asked in one session is answered one after the other."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.errors import Conflict

MOST_WAITING = 8
"""Turns that may wait in one session: more than a person types while one answer comes."""

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class Place(Generic[T]):
    """A place in a session's line; nobody has it until they are on disk, and while they wait for an approval."""

    holder: T | None = None


class Lines(Generic[T]):
    """The lines of all sessions where somebody is. Belongs to the event loop."""

    def __init__(self, *, waits: bool) -> None:
        """`waits`: a busy session lets the next one wait."""
        self._waits = waits
        self._lines: dict[str, deque[Place[T]]] = {}

    def join(self, session_id: str, place: Place[T]) -> bool:
        """Takes a place at the end of the session's line; whether it is the first. Raises Conflict for a busy one."""
        line = self._lines.get(session_id, ())
        if line and not self._waits:
            raise Conflict("The session answers another question; wait for it or stop it.", code="session_busy")
        if len(line) > MOST_WAITING:
            raise Conflict(
                f"{MOST_WAITING} questions wait in this session already; wait for an answer or stop one.",
                code="session_busy",
            )
        self._lines.setdefault(session_id, deque()).append(place)
        return not line

    def come_back(self, session_id: str, place: Place[T]) -> None:
        """Takes the first place of the session's line."""
        self._lines.setdefault(session_id, deque()).appendleft(place)

    def leave(self, session_id: str, place: Place[T]) -> None:
        """Gives up a place in the session's line."""
        line = self._lines[session_id]
        line.remove(place)
        if not line:
            del self._lines[session_id]

    def first(self, session_id: str) -> T | None:
        """Who has the first place of the session's line."""
        line = self._lines.get(session_id)
        return line[0].holder if line else None

    def all(self, session_id: str) -> list[T]:
        """Everybody in the session's line, in order."""
        return [place.holder for place in self._lines.get(session_id, ()) if place.holder is not None]
