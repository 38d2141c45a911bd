"""Answers as people read them in a terminal: streamed text, then numbered sources."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from agents.answer import Answer, Citation
from app.commands.context import in_line, write_line
from app.turns import Decision, DeltaEvent, DoneEvent, ErrorEvent, RouteEvent, TurnEvent, TurnResult

QUOTE_CHARACTERS = 140


class TurnPrinter:
    """Prints the events of a turn as they come. `result` is the finished turn, None until then."""

    def __init__(self) -> None:
        self.result: TurnResult | None = None
        self.failed: ErrorEvent | None = None
        self._wrote = False

    def show(self, event: TurnEvent) -> None:
        """Prints what an event adds."""
        match event:
            case RouteEvent() if self._wrote:
                write_line("\n\n(The language model failed; the answer starts again, quoted.)\n")
                self._wrote = False
            case DeltaEvent():
                write_line(event.text, end="")
                self._wrote = True
            case DoneEvent():
                self.result = event.turn
                write_line("" if self._wrote else event.turn.answer.text)
                self._close(event.turn.answer)
            case ErrorEvent():
                if self._wrote:
                    write_line()
                self.failed = event
            case _:
                pass

    def _close(self, answer: Answer) -> None:
        for claim in answer.claims:
            if claim.status == "unsupported":
                write_line(f"! Not supported by its source: “{claim.sentence}” ({claim.reason})")
        if answer.fallback:
            write_line(f"({answer.fallback})")
        print_sources(answer.citations)


def print_sources(citations: Sequence[Citation]) -> None:
    """Prints the numbered sources of an answer: document, page and heading; with the quote on a terminal."""
    if not citations:
        return
    lines = [
        (str(c.marker), in_line(_where(c.document, c.place, c.heading_path)), in_line(_short(c.text)))
        for c in citations
    ]
    if not sys.stdout.isatty():
        write_line("\nSources")
        for marker, where, _ in lines:
            write_line(f"  [{marker}] {where}")
        return
    # imported here: only a terminal needs it
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=None, show_header=False, padding=(0, 1), title="Sources", title_justify="left", title_style="bold"
    )
    table.add_column(justify="right", style="bold cyan", no_wrap=True)
    table.add_column(overflow="fold")
    for marker, where, quote in lines:
        table.add_row(Text(f"[{marker}]"), Text.assemble((where, "bold"), "\n", (quote, "dim")))
    Console().print(table)


def print_decision(decision: Decision) -> None:
    """Prints who answers and why."""
    who = ", ".join(decision.routes) or "nobody: out of scope"
    write_line(f"{who} ({decision.confidence:.0%}): {decision.reason}")
    if decision.emergency:
        write_line(f"  emergency: {decision.emergency}")
    best = sorted(decision.probabilities.items(), key=lambda item: -item[1])
    for name, probability in best:
        write_line(f"  {probability:7.1%}  {name}")


def _where(document: str, place: str, heading_path: Sequence[str]) -> str:
    parts = [document]
    if place:
        parts.append(place)
    headings = heading_path[1:] if heading_path and heading_path[0] == document else heading_path
    if headings:
        parts.append(" › ".join(headings))
    return ", ".join(parts)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= QUOTE_CHARACTERS else line[: QUOTE_CHARACTERS - 1].rstrip() + "…"
