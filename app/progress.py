"""Shows how an intake goes: lines anywhere, a moving bar on a terminal; and its report at the end."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from app.commands.context import in_line, write_line
from app.intake import Outcome, Source
from app.jobs import JobEvent
from knowledge.errors import NotFound
from knowledge.words import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class LinePrinter:
    """A line for every file when it is done."""

    def __init__(self, *, tell_unchanged: bool = True) -> None:
        self._tell_unchanged = tell_unchanged
        self._files = 0
        self._done = 0

    def start(self, files: int) -> None:
        self._files = files

    def advance(self, source: Source, event: JobEvent) -> None:
        pass

    def finish(self, outcome: Outcome) -> None:
        if outcome.unchanged and not self._tell_unchanged:
            self._done += 1
        else:
            write_line(self._line(outcome))

    def _line(self, outcome: Outcome) -> str:
        """What a finished file is told as; counts it."""
        path, reason = in_line(str(outcome.path)), in_line(outcome.reason)
        if outcome.skipped:
            return f"skipped  {path}: {reason}"
        if outcome.document is None and outcome.code == NotFound.code:
            return f"FAILED   {reason}"
        self._done += 1
        count = f"[{self._done}/{self._files}]"
        if outcome.failed or outcome.document is None:
            return f"{count} FAILED   {path}: {reason}"
        if outcome.unchanged:
            return f"{count} same     {path}"
        note = f": {reason}" if reason else ""
        return f"{count} {outcome.document.state.value:<8} {path} ({outcome.seconds:.1f} s){note}"


class SilentPrinter(LinePrinter):
    """Nothing: the report says it all."""

    def finish(self, outcome: Outcome) -> None:
        pass


class BarPrinter(LinePrinter):
    """The same lines above a bar that shows the file at work. Use it as a context manager, on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        # imported here: only a terminal needs it
        from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
        from rich.progress import Progress as Bar

        self._bar: Bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            transient=True,
        )
        self._task = self._bar.add_task("reading", total=None)

    def __enter__(self) -> BarPrinter:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def start(self, files: int) -> None:
        super().start(files)
        self._bar.update(self._task, total=files)

    def advance(self, source: Source, event: JobEvent) -> None:
        self._bar.update(self._task, description=in_line(f"{source.name}: {event.message}"))

    def finish(self, outcome: Outcome) -> None:
        self._bar.console.print(self._line(outcome), markup=False, highlight=False, soft_wrap=True)
        self._bar.update(self._task, completed=self._done)


def print_report(outcomes: Sequence[Outcome], *, every_page: bool) -> None:
    """Prints what was found in every document, page by page where there is something to say or `every_page`."""
    taken = [outcome for outcome in outcomes if outcome.document is not None and not outcome.failed]
    rows = [("state", "pages", "characters", "blocks", "tables", "warnings", "document")]
    for outcome in taken:
        assert outcome.document is not None
        rows.append(
            (
                outcome.document.state.value,
                str(len(outcome.report.pages)),
                f"{sum(page.characters for page in outcome.report.pages):,}",
                f"{sum(page.blocks for page in outcome.report.pages):,}",
                f"{sum(page.tables for page in outcome.report.pages):,}",
                str(len(outcome.report.warnings) + sum(len(page.warnings) for page in outcome.report.pages)),
                in_line(f"{outcome.document.collection}/{outcome.document.name}"),
            )
        )
    if taken:
        write_line()
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
        for row in rows:
            numbers = "  ".join(f"{cell:>{width}}" for cell, width in zip(row[1:-1], widths[1:], strict=True))
            write_line(f"{row[0]:<{widths[0]}}  {numbers}  {row[-1]}")
    for outcome in outcomes:
        _print_pages(outcome, every_page)
    failed = sum(outcome.failed for outcome in outcomes)
    skipped = sum(outcome.skipped for outcome in outcomes)
    pages = sum(len(outcome.report.pages) for outcome in taken)
    write_line(f"\n{counted(len(taken), 'document')}, {counted(pages, 'page')}; {failed} failed, {skipped} skipped.")


def _print_pages(outcome: Outcome, every_page: bool) -> None:
    pages = [page for page in outcome.report.pages if every_page or page.warnings]
    if not pages and not outcome.report.warnings:
        return
    write_line(f"\n{in_line(str(outcome.path))}")
    for warning in outcome.report.warnings:
        write_line(f"  ! {warning}")
    for page in pages:
        write_line(
            f"  page {page.page:>4}: {page.characters:>6,} characters, {page.blocks:>3} blocks, {page.tables} tables"
            + "".join(f"\n             ! {warning}" for warning in page.warnings)
        )
