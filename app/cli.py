"""The command `linelead`: its own commands, and those that installed packages add (entry points COMMANDS)."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated

import typer

from app.commands import access, asking, library, mcp, operating, specialists
from app.commands.context import Options, in_line, set_up_logging
from app.errors import OutputClosed, exit_code_of
from app.output import guarded_output
from knowledge.errors import LineleadError

COMMANDS = "linelead.commands"
"""Group of entry points that each name a `typer.Typer` with commands: `eval` is ours, the evaluation suites."""

EXAMPLES = """
Answers frontline crews from their own manuals, with every sentence cited to its place on the page.

Examples:

    linelead ingest manuals/            take in a folder of documents

    linelead ask "The fryer shows E05, what now?"

    linelead serve --sample             the server, with a sample restaurant to try

    linelead --data /srv/site7 documents list
"""

app = typer.Typer(
    name="linelead",
    help=EXAMPLES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (asking, library, access, specialists, operating, mcp):
    module.register(app)
for point in entry_points(group=COMMANDS):
    try:
        app.add_typer(point.load(), name=point.name)
    except (ImportError, AttributeError) as error:  # somebody's broken package must not take the other commands along
        logging.getLogger(__name__).warning("The command %r (%s) cannot be loaded: %s", point.name, point.value, error)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"linelead {version('linelead')}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(help="Folder of documents, vectors and sessions.")] = None,
    model: Annotated[str | None, typer.Option(help="PydanticAI model string, or 'embedded' to quote.")] = None,
    site: Annotated[str | None, typer.Option(help="Name of the place, as answers say it.")] = None,
    config: Annotated[Path | None, typer.Option(help="YAML file with settings.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log more, with tracebacks.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    context.obj = Options(data, model, site, config, verbose)
    set_up_logging(verbose=verbose, tracebacks=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code; an error is one line on stderr."""
    os.environ.setdefault("PYDANTIC_AI_NO_BANNER", "1")  # it would stand in the middle of the first answer
    try:
        with guarded_output():
            app(args=None if arguments is None else list(arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 1
    except LineleadError as error:
        if not isinstance(error, OutputClosed):
            sys.stderr.write(f"linelead: {in_line(' '.join(str(error).split()))}\n")
        return exit_code_of(error)
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
