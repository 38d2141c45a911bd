"""What every command shares: the global options, the program they stand for, and how results are written."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

if TYPE_CHECKING:  # these load PydanticAI and more, which `--help` need not wait for
    from app.settings import Settings
    from app.wiring import Linelead
    from knowledge.library import Library

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]

STANDARD_INPUT = "-"
MOST_LINE_BYTES = 1 << 20
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass
class Options:
    """The options before the command's name."""

    data: Path | None = None
    model: str | None = None
    site: str | None = None
    config: Path | None = None
    verbose: bool = False
    _warned: bool = False

    def settings(self, **overrides: object) -> Settings:
        """The settings in force. The first time it warns of variables that are none. Raises SettingError."""
        from app.settings import load_settings, unknown_variables

        for warning in () if self._warned else unknown_variables():
            typer.echo(f"linelead: {in_line(warning)}", err=True)
        self._warned = True
        return load_settings(config=self.config, data=self.data, model=self.model, site=self.site, **overrides)


def options_of(context: typer.Context) -> Options:
    """The global options of this call."""
    return context.ensure_object(Options)


@contextmanager
def the_program(context: typer.Context) -> Generator[Linelead]:
    """The program, opened for one command. Raises OperatorError, StoreLocked with the holder's PID among them."""
    settings = options_of(context).settings()
    from app.wiring import build

    with build(settings) as linelead:
        yield linelead


@contextmanager
def the_library(context: typer.Context, *, rebuild_index: bool = False) -> Generator[Library]:
    """The library alone, opened for one command. With `rebuild_index` its vectors are gone and must be made again."""
    settings = options_of(context).settings()
    from app.wiring import make_providers
    from knowledge.embedder import make_embedder
    from knowledge.library import Library

    embedder = make_embedder(settings.embedder)
    library = Library.open(
        settings.data,
        embedder=embedder,
        threshold=settings.threshold,
        rebuild_index=rebuild_index,
        max_megabytes=settings.max_megabytes,
        providers=make_providers(settings),
    )
    try:
        yield library
    finally:
        library.close()


def set_up_logging(*, verbose: bool, tracebacks: bool) -> None:
    """Sends the log to stderr: warnings, or everything of our own when `verbose`."""

    class Formatter(logging.Formatter):
        def formatMessage(self, record: logging.LogRecord) -> str:
            return _visible(super().formatMessage(record), keep="\n\t")

        def formatException(self, ei: object) -> str:
            return super().formatException(ei) if tracebacks or verbose else ""  # pyright: ignore[reportArgumentType] - passed through

    handler = logging.StreamHandler()
    handler.setFormatter(Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    if verbose:
        for name in ("app", "agents", "tools", "knowledge"):
            logging.getLogger(name).setLevel(logging.DEBUG)


def write_json(value: object, *, one_line: bool = False) -> None:
    """Prints a value, or a Pydantic model, as JSON in UTF-8 and flushes it."""
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(value)
    _write(json.dumps(plain, ensure_ascii=False, indent=None if one_line else 2) + "\n")


def write_line(text: str = "", *, end: str = "\n") -> None:
    """Prints text and flushes it; control characters are spelt, but for the ends of lines.

    What somebody wrote into a document or a file's name could else colour, overwrite or answer the terminal.
    """
    _write(_visible(text, keep="\n\t") + end)


def in_line(text: str) -> str:
    """A name, title or path as a part of a line: control characters are spelt, line ends too."""
    return _visible(text)


def _visible(text: str, keep: str = "") -> str:
    return _CONTROL.sub(lambda sign: sign[0] if sign[0] in keep else sign[0].encode("unicode_escape").decode(), text)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a byte stream without their ends, each as soon as it is there.

    Of a line beyond MOST_LINE_BYTES only the beginning is kept: a binary file without line ends must not fill memory.
    """
    while line := stream.readline(MOST_LINE_BYTES):
        rest = line
        while not rest.endswith(b"\n") and len(rest) == MOST_LINE_BYTES:
            rest = stream.readline(MOST_LINE_BYTES)
        yield line.rstrip(b"\r\n")


def decoded(line: bytes) -> tuple[str, bool]:
    """The text of a line, and whether it is UTF-8; bytes that are not become replacement characters."""
    try:
        return line.decode("utf-8"), True
    except UnicodeDecodeError:
        return line.decode("utf-8", "replace"), False
