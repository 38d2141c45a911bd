"""The server's log: one line for each event, as JSON or as text, with the ids of the request and turn that it is about.

What people asked and were answered stays out of it unless a setting asks for content, and keys always do: the message
of an exception that is not written for operators may quote either, so only its type and place are logged.
"""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType
from typing import Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from knowledge.errors import OperatorError

Format = Literal["json", "text"]
Level = Literal["debug", "info", "warning", "error"]

OWN = ("app", "agents", "tools", "knowledge", "uvicorn")
"""Loggers that the level is for; others are heard from warnings on."""
_SECRETS = re.compile(
    r"ll_[\w-]{20,}"  # our keys
    r"|eyJ[\w-]+\.[\w-]+\.[\w-]*"  # tokens of an issuer
    r"|(?<=[Bb]earer )[\w.~+/=-]+"
    r"|(?<=://)[^/@\s:]*:[^/@\s]*(?=@)"  # user and password in an address
)
HIDDEN = "**********"


def set_up_logs(
    *, form: Format = "text", level: Level = "warning", content: bool = False, stream: TextIO | None = None
) -> None:
    """Sends the log to stderr, or to `stream`. With `content` the messages of all exceptions are in it."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter(form, content=content))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in OWN:
        logging.getLogger(name).setLevel(level.upper())


def formatter(form: Format, *, content: bool) -> logging.Formatter:
    """What makes a record of the standard library a line."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        _read_access,
        _Exceptions(content=content),
    ]
    render: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False, timestamp_key="at", pad_event_to=0, pad_level=False)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        pass_foreign_args=True,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render, _hide_secrets],
    )


def bind(**ids: str) -> None:
    """Adds ids to every line that this request, or turn, logs from here on."""
    structlog.contextvars.bind_contextvars(**ids)


def _read_access(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """The server's line about a request as fields; without the query, which may hold a question."""
    arguments = event.pop("positional_args", ())
    if event["logger"] == "uvicorn.access":
        client, method, path, version, status = arguments
        event["event"] = "request"
        event.update(client=client, method=method, path=str(path).partition("?")[0], http=version, status=status)
    return event


class _Exceptions:
    """Puts the traceback of a record's exception into its event."""

    def __init__(self, *, content: bool) -> None:
        self._content = content

    def __call__(self, _logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        _, error, _ = event.pop("exc_info", None) or (None, None, None)
        if error is not None:
            event["exception"] = "".join(self._lines(error))
        return event

    def _lines(self, error: BaseException) -> list[str]:
        if self._content:
            return traceback.format_exception(error)
        chain: list[BaseException] = []
        current: BaseException | None = error
        while current is not None and current not in chain:
            chain.append(current)
            current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
        return [line for one in reversed(chain) for line in (*_frames(one.__traceback__), _told(one))]


def _frames(trace: TracebackType | None) -> list[str]:
    return traceback.format_list(traceback.extract_tb(trace))


def _told(error: BaseException) -> str:
    name = type(error).__qualname__
    # these are written for whoever runs the program
    return f"{name}: {error}\n" if isinstance(error, OperatorError | OSError | ImportError) else f"{name}\n"


def _hide_secrets(_logger: WrappedLogger, _name: str, line: EventDict) -> str:
    return _SECRETS.sub(HIDDEN, str(line))
