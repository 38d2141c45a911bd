"""Does a turn need the earlier ones: a folder with turns.jsonl.

A turn is {topic, history, text, rewrite, needs_context}; `history` holds what was said before, the user's turns and the
answers in alternation. A turn that needs context has a `rewrite` that says the same without needing any: both are
judged, so that always saying yes is right only half of the time. Turns without history are left out: there is nothing
that they could lean on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from agents.follow_ups import resolve_follow_up
from evals.public.bars import with_bar
from evals.public.figures import Figure, Form, Measuring
from evals.rows import read_rows

_FILE = "turns.jsonl"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn after at least one other; `before` holds the user's, oldest first."""

    text: str
    before: tuple[str, ...]
    needs_context: bool
    topic: str


def fits(folder: Path) -> bool:
    """Whether a folder has the file."""
    return (folder / _FILE).is_file()


def read(folder: Path) -> list[Turn]:
    """The turns that follow others, each that needs context followed by its rewrite, which needs none."""
    turns: list[Turn] = []
    for row in read_rows(folder / _FILE):
        before, topic = tuple(row.texts("history")[::2]), " / ".join(row.texts("topic"))
        if not before:
            continue
        needs, rewrite = row.flag("needs_context"), row.text("rewrite", default="")
        turns.append(Turn(row.text("text"), before, needs, topic))
        if needs and rewrite:
            turns.append(Turn(rewrite, before, False, topic))
    return turns


def measure(folder: Path, how: Measuring) -> Iterator[Figure]:
    """The share judged rightly, of all and of either kind."""
    turns = read(folder)
    how.tell(f"{folder.name}: {len(turns):,} turns and rewrites after others")
    judged = [(turn, resolve_follow_up(turn.text, turn.before).needs_context) for turn in turns]
    subject = "does a turn need context"
    yield _figure(subject, folder.name, "accuracy", [found == turn.needs_context for turn, found in judged])
    yield _figure(subject, folder.name, "needed and seen", [found for turn, found in judged if turn.needs_context])
    yield _figure(
        subject, folder.name, "not needed and let be", [not found for turn, found in judged if not turn.needs_context]
    )


def _figure(subject: str, name: str, metric: str, right: Sequence[bool]) -> Figure:
    value = fmean(right) if right else None
    return with_bar(Figure(subject, name, len(right), metric, value, note="" if right else "no such turn"))


FORM = Form("turns that need context", fits, measure)
