"""Standard output of a command, whose trouble is an error of our own: of a full disk or a closed pipe nobody else knows
whether it was the output's."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from app.errors import OutputClosed, OutputFailed


@contextmanager
def guarded_output() -> Generator[None]:
    """While inside, what cannot be printed raises OutputClosed or OutputFailed, whoever prints it; signs that the
    output's encoding lacks become question marks.

    Typer and Rich end the program by themselves when a pipe is closed, with the exit code of a failure; and neither
    knows of full disks.
    """
    output = sys.stdout
    sys.stdout = cast(TextIO, _Guarded(output))
    try:
        yield
    except (OutputClosed, OutputFailed):
        # what Python flushes at exit must not fail again
        os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())
        raise
    finally:
        sys.stdout = output


class _Guarded:
    """A stream that is like the one it stands for, but for its errors and for what its encoding lacks."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        encoding = self._stream.encoding or "utf-8"
        with _explained():
            return self._stream.write(text.encode(encoding, "replace").decode(encoding))

    def flush(self) -> None:
        with _explained():
            self._stream.flush()


@contextmanager
def _explained() -> Generator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise OutputClosed("Nobody reads what is printed any more.") from error
    except OSError as error:
        raise OutputFailed(
            f"What there is to print cannot be written ({error.strerror}). Free some space, or send it elsewhere."
        ) from error
