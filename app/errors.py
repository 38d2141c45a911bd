"""Errors of the outside, and the one table that turns error classes into HTTP statuses and exit codes.

OperatorError
└── SettingError     a setting is wrong: one line at start
InvalidInput
├── CrossOrigin      a page of another site asked for a change
├── BadQuestion      empty, over-long or not text
└── QueueFull        too many documents wait; try again later
LineleadError
└── TurnFailed       a turn could not be finished; safe to try again
"""

from __future__ import annotations

from agents.errors import UnknownSpecialist
from knowledge.errors import (
    DocumentRefused,
    DocumentRemoved,
    InvalidInput,
    LineleadError,
    NotFound,
    OperatorError,
    StoreUnavailable,
)


class SettingError(OperatorError):
    """A setting is wrong; the message names it, its value and what is allowed."""

    code = "setting_error"


class BadQuestion(InvalidInput):
    """A question that cannot be asked: empty, over-long, or not text."""

    code = "bad_question"


class CrossOrigin(InvalidInput):
    """A page of another site tried to change something with this browser's rights."""

    code = "cross_origin"


class QueueFull(InvalidInput):
    """So many documents wait that no more are taken for now."""

    code = "queue_full"


class TurnFailed(LineleadError):
    """A turn could not be finished. Nothing that was saved before is lost; the same question may be sent again."""

    code = "turn_failed"


STATUSES: tuple[tuple[type[LineleadError], int], ...] = (
    (DocumentRemoved, 410),
    (NotFound, 404),
    (UnknownSpecialist, 422),
    (DocumentRefused, 422),
    (QueueFull, 429),
    (CrossOrigin, 403),
    (InvalidInput, 422),
    (StoreUnavailable, 503),
    (TurnFailed, 503),
    (OperatorError, 503),
)
"""HTTP status by error class; the first that fits counts."""

EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_OPERATOR = 0, 1, 2, 3
"""Exit codes of the command: done; asked for something that could not be done; wrong call; the operator must act."""


def status_of(error: LineleadError) -> int:
    """The HTTP status of an error, 500 for one that no row of STATUSES covers."""
    return next((status for kind, status in STATUSES if isinstance(error, kind)), 500)


def exit_code_of(error: LineleadError) -> int:
    """The exit code of an error."""
    return EXIT_OPERATOR if isinstance(error, OperatorError) else EXIT_FAILED
