"""`linelead eval online` and `linelead eval draft`. Nothing heavy is imported here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.context import options_of, write_line
from knowledge.errors import InvalidInput
from knowledge.words import counted

if TYPE_CHECKING:
    from app.settings import Settings

DataOption = Annotated[Path | None, typer.Option(help="Data folder whose live turns are meant.")]
SinceOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only turns from this day on (UTC).")
]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(online)
    app.command()(draft)


def online(
    context: typer.Context,
    data: DataOption = None,
    since: SinceOption = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Save the figures here.")] = None,
) -> None:
    """Say how the live turns went that were sampled or rated: shares with 95 % intervals, and times, by specialist.

    The setting sample_turns says which share of the turns is sampled; people rate turns by thumbs and comments.

    Examples:

        linelead eval online

        linelead eval online --since 2026-01-31 --json live.json
    """
    from rich.console import Console

    from app.wiring import open_review
    from evals.files import write_file
    from evals.online import print_report, score

    with open_review(_settings(context, data)) as review:
        report = score(review, _day(since))
    print_report(report, Console())
    if json_file is not None:
        write_file(json_file, report.model_dump_json(indent=1) + "\n")


def draft(
    context: typer.Context,
    data: DataOption = None,
    since: SinceOption = None,
    output: Annotated[
        Path | None, typer.Option(help="YAML file to write; else evals/drafts.yaml in the data folder.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Turn the live turns that went wrong into draft cases: rated down, or sampled and refused or not supported.

    The file holds what crews wrote, word for word. An author fills in what a right answer is like and moves the cases
    into a suite.

    Examples:

        linelead eval draft

        linelead eval draft --since 2026-01-31 --output drafts.yaml
    """
    from app.wiring import open_review
    from evals.drafts import as_yaml, find_drafts
    from evals.files import write_file

    settings = _settings(context, data)
    with open_review(settings) as review:
        drafts = find_drafts(review, _day(since))
    if not drafts:
        write_line("No live turn went wrong: none was rated down, no sampled one was refused or not supported.")
        return
    path = output or settings.data / "evals" / "drafts.yaml"
    if path.exists() and not force:
        raise InvalidInput(
            f"{path} exists already; name another file with --output, or replace it with --force.", code="file_exists"
        )
    write_file(path, as_yaml(drafts))
    turns = sum(len(each.turns) for each in drafts)
    write_line(f"{counted(len(drafts), 'draft case')} from {counted(turns, 'live turn')}: {path}")
    write_line("They hold what crews wrote, word for word: read them before you share the file.")


def _settings(context: typer.Context, data: Path | None) -> Settings:
    settings = options_of(context).settings()
    return settings.model_copy(update={"data": data}) if data is not None else settings


def _day(since: datetime | None) -> datetime | None:
    return since.replace(tzinfo=UTC) if since is not None else None
