"""How live turns went: figures over those that were sampled or rated, made later and off the turns' path."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from agents.answer import Claim
from app.turns import TurnResult
from app.version import Commit, read_commit
from app.wiring import Review
from evals.cases import NOBODY
from evals.printing import interval
from evals.reports import now
from evals.statistics import Figure, average
from knowledge.types import Scope
from tools.deps import EVALUATION

log = logging.getLogger(__name__)

ALL = "all"
"""The group of all turns; every other is a specialist's."""
CANCELLED = "cancelled"
"""Reason of a turn that its asker stopped: nobody knows how it would have ended."""


@dataclass(frozen=True, slots=True)
class LiveTurn:
    """A live turn that was sampled, rated or commented.

    `result` is None when it ended without an answer, for `reason`.
    """

    id: str
    session_id: str
    question: str
    started_at: str
    reason: str
    sampled: bool
    rating: Literal["up", "down"] | None
    comment: str
    result: TurnResult | None

    @property
    def refused(self) -> bool | None:
        return self.result.answer.refused if self.result else None

    @property
    def asks(self) -> bool | None:
        return self.result.answer.asks if self.result else None

    @property
    def routes(self) -> list[str]:
        """Who answered; [NOBODY] when the question was out of scope, empty when there is no answer."""
        return (self.result.route.routes or [NOBODY]) if self.result else []

    def claims(self, status: str) -> list[Claim]:
        """The sentences of the answer that the claim check gave this status."""
        return [claim for claim in self.result.answer.claims if claim.status == status] if self.result else []

    def has(self, status: str) -> bool | None:
        """Whether a sentence has this status; None when the answer states nothing that could be checked."""
        states_something = self.result and any(claim.status != "own" for claim in self.result.answer.claims)
        return bool(self.claims(status)) if states_something else None


@dataclass(frozen=True, slots=True)
class Share:
    """A share of turns: what it means, and whether a turn counts (None: it can neither count nor not)."""

    meaning: str
    counts: Callable[[LiveTurn], bool | None]


SHARES: Mapping[str, Share] = {
    "failed": Share("Turns that ended in an error or were cut off.", lambda turn: turn.result is None),
    "refused": Share("Turns that the documents did not answer.", lambda turn: turn.refused),
    "asked back": Share("Turns answered with a question.", lambda turn: turn.asks),
    "unsupported": Share(
        "Of the turns that state something, those with a sentence that its source does not confirm.",
        lambda turn: turn.has("unsupported"),
    ),
    "uncited": Share(
        "Of the turns that state something, those with a sentence that cites nothing.", lambda turn: turn.has("uncited")
    ),
    "thumbs up": Share("Of the rated turns, those that helped.", lambda turn: turn.rating and turn.rating == "up"),
    "thumbs down": Share(
        "Of the rated turns, those that did not help.", lambda turn: turn.rating and turn.rating == "down"
    ),
}
PERCENTILES = (50, 95)
"""Of the milliseconds from a question to its saved answer."""


class Part(BaseModel):
    """Figures over some turns; None where there is no data."""

    model_config = ConfigDict(frozen=True)

    turns: int
    figures: dict[str, Figure | None]


class Group(BaseModel):
    """The turns that one specialist had a part in, or ALL. Sampled ones stand for every turn; rated ones chose
    themselves, so theirs are figures of what people speak up about."""

    model_config = ConfigDict(frozen=True)

    name: str
    sampled: Part
    rated: Part


class OnlineReport(BaseModel):
    """How live turns went. `since` is None for all of them; `comments` counts the turns somebody wrote about."""

    model_config = ConfigDict(frozen=True)

    created_at: str
    commit: Commit
    library: str
    since: str | None
    comments: int
    groups: list[Group]
    meanings: dict[str, str]


def read_turns(review: Review, since: datetime | None) -> list[LiveTurn]:
    """The live turns that were sampled, rated or commented, oldest first: not those that were cancelled, nor those of
    evaluations."""
    found: list[LiveTurn] = []
    for stored in review.sessions.reviewable(Scope().workspace, since=since, besides=EVALUATION.id):
        if stored.state == "failed" and stored.reason == CANCELLED:
            continue
        try:
            result = TurnResult.model_validate(stored.result) if stored.result is not None else None
        except ValidationError:
            log.warning("The turn %s was saved by another version of Linelead and is left out.", stored.id)
            continue
        found.append(
            LiveTurn(
                id=stored.id,
                session_id=stored.session_id,
                question=stored.question,
                started_at=stored.started_at,
                reason=stored.reason,
                sampled=stored.sampled,
                rating=stored.rating,
                comment=stored.comment,
                result=result,
            )
        )
    return found


def score(review: Review, since: datetime | None) -> OnlineReport:
    """The figures of the live turns, over all and by specialist.

    Intervals take turns for independent of each other; those of one conversation are less so than that.
    """
    turns = read_turns(review, since)
    names = [specialist.name for specialist in review.registry]
    gone = {route for turn in turns for route in turn.routes} - {*names, NOBODY}
    groups = {ALL: turns} | {
        name: [turn for turn in turns if name in turn.routes] for name in (*names, *sorted(gone), NOBODY)
    }
    return OnlineReport(
        created_at=now(),
        commit=read_commit(),
        library=str(review.settings.data),
        since=since.isoformat() if since else None,
        comments=sum(bool(turn.comment) for turn in turns),
        groups=[
            Group(
                name=name,
                sampled=_part([turn for turn in members if turn.sampled]),
                rated=_part([turn for turn in members if turn.rating]),
            )
            for name, members in groups.items()
        ],
        meanings={name: share.meaning for name, share in SHARES.items()}
        | {f"ms p{rank}": f"{rank} % of the answered turns took at most this long." for rank in PERCENTILES},
    )


def _part(turns: Sequence[LiveTurn]) -> Part:
    shares = {name: _share(name, [share.counts(turn) for turn in turns]) for name, share in SHARES.items()}
    times = [turn.result.milliseconds["total"] for turn in turns if turn.result]
    return Part(turns=len(turns), figures=shares | {f"ms p{rank}": _percentile(rank, times) for rank in PERCENTILES})


def _share(name: str, verdicts: Sequence[bool | None]) -> Figure | None:
    known = [float(verdict) for verdict in verdicts if verdict is not None]
    return average(name, known, share=True) if known else None


def _percentile(rank: int, values: Sequence[float]) -> Figure | None:
    if not values:
        return None
    import numpy as np

    value = round(float(np.percentile(values, rank)), 1)
    return Figure(metric=f"ms p{rank}", value=value, low=None, high=None, n=len(values), share=False, unit="ms")


def print_report(report: OnlineReport, console: Console) -> None:
    """Prints the figures of every group; "no data" where there are none."""
    whole = report.groups[0]
    since = f" since {report.since.partition('T')[0]}" if report.since else ""
    counts = f"{whole.sampled.turns} sampled, {whole.rated.turns} rated, {report.comments} with a comment"
    console.print(f"[bold]Live turns{since}[/]: {counts}", highlight=False)
    if not whole.sampled.turns:
        console.print("No turn was sampled; the setting sample_turns (LINELEAD_SAMPLE_TURNS) says how many are.")
    if whole.rated.turns:
        console.print("[dim]Rated turns chose themselves: their shares are not those of all turns.[/]")
    for group in report.groups:
        if not (group.sampled.turns or group.rated.turns):
            console.print(f"\n  [bold]{escape(group.name)}[/]  no data", highlight=False)
            continue
        table = Table(box=None, padding=(0, 1, 0, 2), header_style="dim")
        table.add_column(f"[bold]{escape(group.name)}[/]")
        table.add_column("sampled", justify="right")
        table.add_column("rated", justify="right")
        for name in report.meanings:
            table.add_row(name, *(_told(part.figures[name]) for part in (group.sampled, group.rated)))
        console.print()
        console.print(table, highlight=False)


def _told(figure: Figure | None) -> str:
    if figure is None:
        return "no data"
    value = f"{figure.value:.3f}{interval(figure.low, figure.high)}" if figure.share else f"{figure.value:.0f} ms"
    return f"{value}, n {figure.n}"
