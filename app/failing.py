"""What the asker is told of a turn that failed: a stable code and a safe sentence."""

from __future__ import annotations

import logging

from pydantic_ai.exceptions import RunTimedOut, UsageLimitExceeded

from app.errors import TurnFailed
from app.events import ErrorEvent
from knowledge.errors import LineleadError

log = logging.getLogger(__name__)


def failure(error: Exception) -> ErrorEvent:
    """The end of a turn that an error ended. One that nobody foresaw is logged."""
    return ErrorEvent(code=_code(error), message=_message(error))


def _code(error: Exception) -> str:
    if isinstance(error, LineleadError):
        return error.code
    return "turn_timed_out" if isinstance(error, RunTimedOut) else TurnFailed.code


def _message(error: Exception) -> str:
    if isinstance(error, LineleadError):
        return str(error)
    if isinstance(error, RunTimedOut):
        return "The answer took too long and was stopped. Ask again, perhaps in fewer words."
    if isinstance(error, UsageLimitExceeded):
        return "The answer needed more steps than a turn may take and was stopped. Ask a narrower question."
    log.error("A turn failed.", exc_info=error)
    return "Something went wrong while answering; it has been logged. Ask again."
