"""Errors of the agents' side.

OperatorError
└── SpecialistError    a specialist's file, or a capability it names, is wrong
InvalidInput
└── UnknownSpecialist  the client named a specialist that does not exist
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.errors import InvalidInput, OperatorError


class SpecialistError(OperatorError):
    """A specialist cannot be loaded; the message names the file, the key, and the remedy."""

    code = "specialist_error"


class UnknownSpecialist(InvalidInput):
    """No specialist has that name; the message lists those that exist."""

    code = "unknown_specialist"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"There is no specialist {name!r}. Choose one of: {', '.join(sorted(known))}.")
