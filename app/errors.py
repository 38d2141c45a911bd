"""Errors of the outside, and the one table that turns error classes into HTTP statuses and exit codes.

OperatorError
├── SettingError     a setting is wrong: one line at start
├── OutputFailed     what a command prints cannot be written: the disk is full
└── IssuerDown       the issuer of log-ins cannot be asked; safe to try again
InvalidInput
├── LoginNeeded      no key or token, or one that does not hold
├── Forbidden        the caller's role may not do this
├── TooMany          the caller asks more often than the limits let; says when to ask again
├── CrossOrigin      a page of another site asked for a change
├── WrongCall        a command was called with a name that there is not
├── BadQuestion      empty, over-long or not text
├── KeyReused        an idempotency key came with another question than before
├── Conflict         not in this state: the session is busy, the turn cannot be retried
│   └── ApprovalNeeded   the turn waits for a person's word; says how to give it
└── QueueFull        too many documents wait; try again later
LineleadError
├── TurnFailed       a turn could not be finished; safe to try again
├── OutputClosed     whoever read what a command prints has gone; nobody is told
└── Stopping         the program is being stopped; ask again when it runs
"""

from __future__ import annotations

from collections.abc import Sequence

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


class OutputFailed(OperatorError):
    """Standard output cannot be written."""

    code = "output_failed"


class IssuerDown(OperatorError):
    """The issuer's keys cannot be fetched, so no token of it can be checked. The log says why."""

    code = "issuer_unavailable"


class LoginNeeded(InvalidInput):
    """Nobody is logged in: no key or token was sent, or one that does not hold; `code` says which."""

    code = "login_needed"

    @property
    def challenge(self) -> str:
        """What the header WWW-Authenticate says (RFC 6750)."""
        realm = 'Bearer realm="linelead"'
        return realm if self.code == LoginNeeded.code else f'{realm}, error="invalid_token"'


class Forbidden(InvalidInput):
    """The caller is known and may not do this."""

    code = "forbidden"


class TooMany(InvalidInput):
    """More requests than the limits let; `retry_after` is in whole seconds."""

    code = "too_many_requests"

    def __init__(self, message: str, *, retry_after: int, code: str | None = None) -> None:
        super().__init__(message, code=code)
        self.retry_after = retry_after


class WrongCall(InvalidInput):
    """A command's argument names something that there is not; the message lists what there is."""

    code = "wrong_call"


class BadQuestion(InvalidInput):
    """A question that cannot be asked: empty, over-long, or not text."""

    code = "bad_question"


class KeyReused(InvalidInput):
    """An idempotency key that stands for another question already."""

    code = "idempotency_key_reused"


class Conflict(InvalidInput):
    """What was asked for cannot be done in this state; the error's `code` says which."""

    code = "conflict"

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class ApprovalNeeded(Conflict):
    """A turn that has no answer yet: it waits for a person to allow what it wants to do."""

    def __init__(self, turn_id: str, actions: Sequence[str]) -> None:
        self.turn_id = turn_id
        self.actions = list(actions)
        wanted = "; ".join(actions)
        super().__init__(
            f"This waits for an approval: {wanted}. Allow or refuse it in Linelead's chat, or with"
            f" POST /api/v1/turns/{turn_id}/approvals; the answer is in GET /api/v1/turns/{turn_id} then.",
            code="approval_needed",
        )


class CrossOrigin(InvalidInput):
    """A page of another site tried to change something with this browser's rights."""

    code = "cross_origin"


class QueueFull(InvalidInput):
    """So many documents wait that no more are taken for now."""

    code = "queue_full"


class TurnFailed(LineleadError):
    """A turn could not be finished. Nothing that was saved before is lost; the same question may be sent again."""

    code = "turn_failed"


class OutputClosed(LineleadError):
    """Whoever read standard output has closed it, as `head` does when it has enough."""

    code = "output_closed"


class Stopping(LineleadError):
    """The program is being stopped and takes no more questions."""

    code = "stopping"


STATUSES: tuple[tuple[type[LineleadError], int], ...] = (
    (DocumentRemoved, 410),
    (NotFound, 404),
    (UnknownSpecialist, 422),
    (DocumentRefused, 422),
    (QueueFull, 429),
    (TooMany, 429),
    (LoginNeeded, 401),
    (Forbidden, 403),
    (CrossOrigin, 403),
    (Conflict, 409),
    (InvalidInput, 422),
    (StoreUnavailable, 503),
    (TurnFailed, 503),
    (Stopping, 503),
    (OperatorError, 503),
)
"""HTTP status by error class; the first that fits counts."""

EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_OPERATOR, EXIT_OUTPUT_CLOSED = 0, 1, 2, 3, 141
"""Exit codes of the command: done; asked for something that could not be done; wrong call; the operator must act;
nobody reads what it prints any more, which shells know as the signal SIGPIPE (128 + 13)."""


def status_of(error: LineleadError) -> int:
    """The HTTP status of an error, 500 for one that no row of STATUSES covers."""
    return next((status for kind, status in STATUSES if isinstance(error, kind)), 500)


def headers_of(error: LineleadError) -> dict[str, str]:
    """The headers that an error's response carries besides its body."""
    match error:
        case LoginNeeded():
            return {"WWW-Authenticate": error.challenge}
        case TooMany():
            return {"Retry-After": str(error.retry_after)}
        case _:
            return {}


def exit_code_of(error: LineleadError) -> int:
    """The exit code of an error."""
    match error:
        case OperatorError():
            return EXIT_OPERATOR
        case OutputClosed():
            return EXIT_OUTPUT_CLOSED
        case WrongCall():
            return EXIT_USAGE
        case _:
            return EXIT_FAILED
