"""How well a workspace's questions are answered, counted from the stored turns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from app import tables
from app.database import ServiceDatabase
from app.eventlog import utc

MOST_TURNS = 20_000
MOST_LISTED = 50
STAGES = ("route", "first_text", "total")


@dataclass(frozen=True, slots=True)
class StageTimes:
    """Milliseconds of a stage over `turns` finished turns; nearest-rank percentiles, None without a turn."""

    stage: str
    turns: int
    p50: float | None
    p95: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that the documents did not answer, and how often it was asked."""

    question: str
    times: int
    last_asked_at: str


@dataclass(frozen=True, slots=True)
class Disliked:
    """A turn that got a thumb down."""

    turn_id: str
    question: str
    comment: str
    asked_at: str
    specialist: str | None


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts over the newest turns of a time, at most 20,000 of them. `days` holds every day, the oldest first."""

    turns: int
    finished: int
    refused: int
    unanswered: int
    up: int
    down: int
    days: dict[str, int]
    stages: list[StageTimes]
    gaps: list[Gap]
    disliked: list[Disliked]


def measure(database: ServiceDatabase, workspace: str, days: int, now: datetime | None = None) -> Quality:
    """The quality over the last days, today (UTC) included. Blocks."""
    today = (now or datetime.now(UTC)).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    start = today - timedelta(days=days - 1)
    turns, messages = tables.turns.c, tables.messages.c
    result = turns.result
    asked = (
        select(
            turns.id,
            turns.state,
            turns.started_at,
            turns.rating,
            turns.comment,
            messages.text.label("question"),
            result[("answer", "refused")].as_boolean().label("refused"),
            result[("route", "route")].as_string().label("specialist"),
            *(result[("milliseconds", stage)].as_float().label(stage) for stage in STAGES),
        )
        .join(tables.sessions, tables.sessions.c.id == turns.session_id)
        .join(tables.messages, (messages.turn_id == turns.id) & (messages.role == "user"))
        .where(tables.sessions.c.workspace == workspace, turns.started_at >= utc(start))
        .order_by(turns.started_at.desc())
        .limit(MOST_TURNS)
    )
    with database.read() as connection:
        rows = connection.execute(asked).all()
    done = [row for row in rows if row.state == "done"]
    per_day = Counter(row.started_at[:10] for row in rows)
    return Quality(
        turns=len(rows),
        finished=len(done),
        refused=sum(bool(row.refused) for row in done),
        unanswered=sum(row.state in ("failed", "interrupted") for row in rows),
        up=sum(row.rating == "up" for row in rows),
        down=sum(row.rating == "down" for row in rows),
        days={day: per_day[day] for day in (str((start + timedelta(days=n)).date()) for n in range(days))},
        stages=[_times(stage, (getattr(row, stage) for row in done)) for stage in STAGES],
        gaps=_gaps((row.question, row.started_at) for row in done if row.refused),
        disliked=[
            Disliked(row.id, row.question, row.comment, row.started_at, row.specialist)
            for row in rows
            if row.rating == "down"
        ][:MOST_LISTED],
    )


def percentile(ordered: list[float], share: float) -> float | None:
    """The smallest value that at least this share (above 0, at most 1) of the values does not exceed: nearest rank."""
    return ordered[math.ceil(share * len(ordered)) - 1] if ordered else None


def _times(stage: str, milliseconds: Iterable[float | None]) -> StageTimes:
    ordered = sorted(value for value in milliseconds if value is not None)
    return StageTimes(stage, len(ordered), percentile(ordered, 0.5), percentile(ordered, 0.95))


def _gaps(refused: Iterable[tuple[str, str]]) -> list[Gap]:
    """The questions, those asked most first; letters' case, spaces and marks at the end make no difference."""
    found: dict[str, list[tuple[str, str]]] = {}
    for question, at in refused:
        found.setdefault(" ".join(question.casefold().split()).rstrip("?!. "), []).append((question, at))
    gaps = [Gap(asked[0][0], len(asked), max(at for _, at in asked)) for asked in found.values()]
    return sorted(gaps, key=lambda gap: (gap.times, gap.last_asked_at), reverse=True)[:MOST_LISTED]
