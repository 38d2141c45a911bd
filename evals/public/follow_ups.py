"""Does a turn need the earlier ones: a folder with turns.jsonl.

`python -m evals.public.follow_ups FOLDER…` prints the figures of each folder. A turn is {history, text, rewrite,
needs_context}; `history` holds what was said before, the user's turns and the answers in alternation. A turn that needs
context has a `rewrite` that says the same without needing any: both are judged, so that always saying yes is right only
half of the time. Turns without history are left out: there is nothing that they could lean on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from agents.follow_ups import resolve_follow_up
from evals.embedders import read_lines
from evals.public.figures import Figure, Form, Tell

BAR = 0.922
"""Logistic regression on MiniLM's vector, a list of words, the length and the capitals of a turn."""
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
    for line in read_lines(folder / _FILE):
        before, topic = tuple(line["history"][::2]), " / ".join(line.get("topic") or [])
        if not before:
            continue
        needs = bool(line["needs_context"])
        turns.append(Turn(str(line["text"]), before, needs, topic))
        if needs and line.get("rewrite"):
            turns.append(Turn(str(line["rewrite"]), before, False, topic))
    return turns


def measure(folder: Path, tell: Tell) -> Iterator[Figure]:
    """The share judged rightly, of all and of either kind."""
    turns = read(folder)
    tell(f"{folder.name}: {len(turns):,} turns and rewrites after others")
    judged = [(turn, resolve_follow_up(turn.text, turn.before).needs_context) for turn in turns]
    subject = "does a turn need context"
    yield _figure(subject, folder.name, "accuracy", [found == turn.needs_context for turn, found in judged], BAR)
    yield _figure(subject, folder.name, "needed and seen", [found for turn, found in judged if turn.needs_context])
    yield _figure(
        subject, folder.name, "not needed and let be", [not found for turn, found in judged if not turn.needs_context]
    )


def _figure(subject: str, name: str, metric: str, right: Sequence[bool], bar: float | None = None) -> Figure:
    value = fmean(right) if right else None
    return Figure(subject, name, len(right), metric, value, bar, note="" if right else "no such turn")


FORM = Form("turns that need context", fits, measure)


def main(arguments: Sequence[str]) -> None:
    """Prints a line for each figure of each folder."""
    parser = argparse.ArgumentParser(prog="python -m evals.public.follow_ups", description=measure.__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    for folder in parser.parse_args(arguments).folders:
        if not fits(folder):
            parser.error(f"{folder}: needs the file {_FILE}.")
        for figure in measure(folder, _tell):
            value = "no data" if figure.value is None else f"{figure.value:.3f}"
            bar = "" if figure.bar is None else f"  (bar {figure.bar:.3f})"
            sys.stdout.write(
                f"{figure.set_name}  {figure.subject}  {figure.metric} {value}, n={figure.size}{bar} {figure.note}\n"
            )


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
