"""The shapes of sessions over HTTP: lists, exports, hits of a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from pydantic import BaseModel, Field

from app.history import MAX_TITLE_CHARACTERS, Hit, SessionEntry
from app.schemas.common import Request
from app.schemas.turns import TurnStateOut, turn_state_out
from app.sessions import StoredTurn


class SessionRequest(Request):
    """A session's title."""

    title: str = Field(default="", description=f"At most {MAX_TITLE_CHARACTERS} characters")


class SessionOut(BaseModel):
    """A session. `title` is empty before its first question; times are UTC; `turns` counts its questions."""

    id: str
    title: str
    created_at: str
    updated_at: str
    turns: int


class SessionsOut(BaseModel):
    """A page of sessions. `next_cursor` is null on the last page."""

    sessions: list[SessionOut]
    next_cursor: str | None


class StoredTurnOut(TurnStateOut):
    """A turn as it was kept, with what its asker thought of it."""

    rating: Literal["up", "down"] | None
    comment: str


class SessionExportOut(BaseModel):
    """A whole session, its turns oldest first."""

    session: SessionOut
    turns: list[StoredTurnOut]


class HitOut(BaseModel):
    """A message that was found. `highlights` are [start, end) offsets of the words in `snippet`."""

    session_id: str
    session_title: str
    turn_id: str
    role: Literal["user", "assistant"]
    at: str
    snippet: str
    highlights: list[tuple[int, int]]


class HitsOut(BaseModel):
    """A page of what was found. `next_cursor` is null on the last page."""

    hits: list[HitOut]
    next_cursor: str | None


def session_out(entry: SessionEntry) -> SessionOut:
    return SessionOut(**asdict(entry))


def hit_out(hit: Hit) -> HitOut:
    return HitOut(**asdict(hit))


def export_out(session: SessionEntry, turns: Sequence[StoredTurn]) -> SessionExportOut:
    """A session with its turns as they were kept."""
    return SessionExportOut(
        session=session_out(session),
        turns=[StoredTurnOut(**dict(turn_state_out(turn)), rating=turn.rating, comment=turn.comment) for turn in turns],
    )
