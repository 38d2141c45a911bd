"""How well a workspace's questions are answered, counted from the stored turns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from app import tables
from app.database import ServiceDatabase
from app.eventlog import utc
from tools.deps import EVALUATION

MOST_TURNS = 20_000
MOST_LISTED = 50
STAGES = ("route", "first_text", "total")
_TO_THE_MINUTE = len("2026-01-31T12:34")


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


@dataclass(frozen=True, slots=True)
class Minute:
    """The turns asked in the minute that begins at `at` (UTC), and the times of the finished ones' whole answers."""

    at: str
    turns: int
    refused: int
    unanswered: int
    times: StageTimes


@dataclass(frozen=True, slots=True)
class Health:
    """The last minutes, the oldest first and the running one last, and the stages over all of them together."""

    turns: int
    finished: int
    refused: int
    unanswered: int
    minutes: list[Minute]
    stages: list[StageTimes]


@dataclass(frozen=True, slots=True)
class _Turn:
    """What is counted of a turn; the stages in milliseconds."""

    id: str
    state: str
    started_at: str
    rating: str | None
    comment: str
    question: str
    refused: bool | None
    specialist: str | None
    route: float | None
    first_text: float | None
    total: float | None


def measure(database: ServiceDatabase, workspace: str, days: int, now: datetime | None = None) -> Quality:
    """The quality over the last days, today (UTC) included. Blocks."""
    today = (now or datetime.now(UTC)).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    start = today - timedelta(days=days - 1)
    rows = _asked(database, workspace, start)
    done = _done(rows)
    per_day = Counter(row.started_at[:10] for row in rows)
    return Quality(
        turns=len(rows),
        finished=len(done),
        refused=_refused(done),
        unanswered=_unanswered(rows),
        up=sum(row.rating == "up" for row in rows),
        down=sum(row.rating == "down" for row in rows),
        days={day: per_day[day] for day in (str((start + timedelta(days=n)).date()) for n in range(days))},
        stages=[_times(stage, done) for stage in STAGES],
        gaps=_gaps((row.question, row.started_at) for row in done if row.refused),
        disliked=[
            Disliked(row.id, row.question, row.comment, row.started_at, row.specialist)
            for row in rows
            if row.rating == "down"
        ][:MOST_LISTED],
    )


def health(database: ServiceDatabase, workspace: str, minutes: int, now: datetime | None = None) -> Health:
    """How the answering goes over the last minutes, the running one included. Blocks."""
    last = (now or datetime.now(UTC)).astimezone(UTC).replace(second=0, microsecond=0)
    start = last - timedelta(minutes=minutes - 1)
    rows = _asked(database, workspace, start)
    done = _done(rows)
    by_minute: dict[str, list[_Turn]] = {}
    for row in rows:
        by_minute.setdefault(row.started_at[:_TO_THE_MINUTE], []).append(row)
    starts = [utc(start + timedelta(minutes=n)) for n in range(minutes)]
    return Health(
        turns=len(rows),
        finished=len(done),
        refused=_refused(done),
        unanswered=_unanswered(rows),
        minutes=[_minute(at, by_minute.get(at[:_TO_THE_MINUTE], [])) for at in starts],
        stages=[_times(stage, done) for stage in STAGES],
    )


def _minute(at: str, rows: Sequence[_Turn]) -> Minute:
    done = _done(rows)
    return Minute(at, len(rows), _refused(done), _unanswered(rows), _times("total", done))


def _asked(database: ServiceDatabase, workspace: str, start: datetime) -> Sequence[_Turn]:
    """The newest turns since a moment but for those of evaluations, the newest first, at most MOST_TURNS."""
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
        .where(
            tables.sessions.c.workspace == workspace,
            tables.sessions.c.principal != EVALUATION.id,
            turns.started_at >= utc(start),
        )
        .order_by(turns.started_at.desc())
        .limit(MOST_TURNS)
    )
    with database.read() as connection:
        return [_Turn(**row) for row in connection.execute(asked).mappings()]


def _done(rows: Iterable[_Turn]) -> list[_Turn]:
    return [row for row in rows if row.state == "done"]


def _refused(done: Iterable[_Turn]) -> int:
    return sum(bool(row.refused) for row in done)


def _unanswered(rows: Iterable[_Turn]) -> int:
    return sum(row.state in ("failed", "interrupted") for row in rows)


def percentile(ordered: list[float], share: float) -> float | None:
    """The smallest value that at least this share (above 0, at most 1) of the values does not exceed: nearest rank."""
    return ordered[math.ceil(share * len(ordered)) - 1] if ordered else None


def _times(stage: str, done: Iterable[_Turn]) -> StageTimes:
    measured: Iterable[float | None] = (getattr(row, stage) for row in done)
    ordered = sorted(value for value in measured if value is not None)
    return StageTimes(stage, len(ordered), percentile(ordered, 0.5), percentile(ordered, 0.95))


def as_asked(question: str) -> str:
    """What makes a question the same one: letters' case, spaces and marks at the end make no difference."""
    return " ".join(question.casefold().split()).rstrip("?!. ")


def _gaps(refused: Iterable[tuple[str, str]]) -> list[Gap]:
    """The questions, those asked most first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for question, at in refused:
        found.setdefault(as_asked(question), []).append((question, at))
    gaps = [Gap(asked[0][0], len(asked), max(at for _, at in asked)) for asked in found.values()]
    return sorted(gaps, key=lambda gap: (gap.times, gap.last_asked_at), reverse=True)[:MOST_LISTED]
