"""`linelead serve`, `doctor` and `settings`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.context import JsonOption, options_of, write_json, write_line
from app.errors import EXIT_FAILED

if TYPE_CHECKING:
    from app.doctor import Check
    from app.wiring import Linelead

SIGNS = {"ok": "✓", "warn": "!", "fail": "✗"}


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(serve)
    app.command()(doctor)
    app.command("settings")(show_settings)


def serve(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; others than this machine's need log-in.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Take in the sample site first, if it is not there.")
    ] = False,
    auth: Annotated[
        bool | None, typer.Option("--auth/--no-auth", help="Whether callers need a key; else as the setting says.")
    ] = None,
) -> None:
    """Run the HTTP server.

    Examples:

        linelead serve --sample

        linelead --data /srv/site7 serve --port 9000

        linelead serve --host 0.0.0.0 --auth
    """
    options = options_of(context)
    mode = None if auth is None else "required" if auth else "none"
    settings = options.settings(host=host, port=port, auth=mode)
    from app.logs import set_up_logs
    from app.serving import serve as run

    level = "debug" if options.verbose else settings.log_level
    set_up_logs(form=settings.log_format, level=level, content=settings.log_content)

    async def take_in_sample(linelead: Linelead) -> None:
        from app.intake import sample_sources, take_in
        from app.progress import LinePrinter

        await take_in(linelead.jobs, sample_sources(linelead.library), LinePrinter(tell_unchanged=False))

    def announce(address: str) -> None:
        write_line(f"Linelead answers at {address} (model: {settings.answering_model}). Stop it with Ctrl-C.")

    run(settings, announce=announce, prepare=take_in_sample if sample else None, access_log=level in ("debug", "info"))


def doctor(context: typer.Context, as_json: JsonOption = False) -> None:
    """Check that everything is there and fits together; every problem comes with its remedy.

    Exit code 1 when a check fails; warnings do not fail.

    Examples:

        linelead doctor

        linelead --data /srv/site7 doctor --json
    """
    from app.doctor import examine

    checks: list[Check] = []
    for check in examine(options_of(context).settings()):
        checks.append(check)
        if not as_json:
            write_line(f"{SIGNS[check.state]} {check.name}: {check.detail}{' ' + check.remedy if check.remedy else ''}")
    if as_json:
        write_json({"checks": checks})
    if any(check.state == "fail" for check in checks):
        raise typer.Exit(EXIT_FAILED)


def show_settings(context: typer.Context, as_json: JsonOption = False) -> None:
    """Show the settings in force and what they mean.

    Examples:

        linelead settings

        LINELEAD_SITE="Harbour Grill" linelead settings --json
    """
    settings = options_of(context).settings()
    values = settings.shown()
    if as_json:
        write_json({**values, "answering_model": settings.answering_model})
        return
    for name, field in type(settings).model_fields.items():
        write_line(f"{name} = {values[name] if values[name] is not None else ''}")
        write_line(f"    {field.description}. LINELEAD_{name.upper()}")
    write_line(f"\nAnswers come from: {settings.answering_model}")
