"""The exceptions of Linelead, drawn once, from the root down.

    LineleadError                      never raised itself
    ├── OperatorError                  whoever runs the program must act: one line at start, no traceback
    │   ├── SettingError               a setting, path or key is wrong              (app/errors.py)
    │   ├── SpecialistError            a specialist's file is wrong                 (agents/errors.py)
    │   ├── StoreLocked                another process holds the data folder
    │   ├── StoreMismatch              the index was made by another embedding model
    │   └── StoreUnavailable           the disk is full, read-only or damaged
    ├── InvalidInput                   the client must change what was sent; `code` is stable
    │   ├── DocumentRefused            a file cannot be taken in; carries the result kind
    │   └── NotFound                   no such document, page, session or specialist
    │       └── DocumentRemoved        it was there; says when it was deleted
    └── TurnFailed                     a turn could not be finished; safe to try again (app/errors.py)

A message names the value as given and then what to do about it. `code` is what clients match on: it never changes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal


class LineleadError(Exception):
    """The root of every error this project raises on purpose.

    `code` is a stable name in snake_case; `str(error)` is a sentence that may be shown to whoever must act.
    """

    code: str = "error"


class OperatorError(LineleadError):
    """Whoever runs the program must act; the program stops at start with one line and no traceback."""

    code = "operator_error"


class StoreLocked(OperatorError):
    """Another process holds the data folder; the message names the folder and the holder's process id."""

    code = "store_locked"


class StoreMismatch(OperatorError):
    """The vectors on disk were made by another embedding model or dimension; the message gives the remedy."""

    code = "store_mismatch"


class StoreUnavailable(OperatorError):
    """The data folder cannot be written or read: disk full, read-only, or a damaged file."""

    code = "store_unavailable"


class InvalidInput(LineleadError):
    """The client must change what it sent."""

    code = "invalid_input"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


RefusalKind = Literal[
    "invalid_type",
    "invalid_size",
    "invalid_content",
    "security_risk",
    "corrupted",
    "no_text",
    "password_protected",
    "no_permission",
]
"""Why a file was not taken in. `no_text` and `password_protected` are readable containers without readable words;
`no_permission` says nothing of the file, which its user may not read."""


class DocumentRefused(InvalidInput):
    """A file cannot be taken in. `kind` says why, `remedy` what to do, and what was stored before stays as it was."""

    code = "document_refused"

    def __init__(self, kind: RefusalKind, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} {remedy}", code=kind)
        self.kind: RefusalKind = kind
        self.reason = reason
        self.remedy = remedy


class NotFound(InvalidInput):
    """What was asked for by name or id does not exist, or the caller may not know that it does."""

    code = "not_found"


class DocumentRemoved(NotFound):
    """A document that was deleted; an old citation may still name it."""

    code = "document_removed"


def unreadable(path: Path, error: OSError) -> tuple[str, str]:
    """What is wrong with a file that the system does not give, and what to do: it need not be damaged."""
    if isinstance(error, PermissionError):
        return f"{path} may not be read by the user who runs Linelead.", "Give that user the permission, and try again."
    return f"{path} cannot be read ({error.strerror}).", "Check the path and its disk."
