"""Cursors: where a page of a list ended, as clients send it back. What comes and goes meanwhile shifts nothing."""

from __future__ import annotations

import base64
import json

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import InvalidInput

MAX_PAGE = 200
"""Most entries of a page."""

_place: TypeAdapter[list[str]] = TypeAdapter(list[str])


def encode_cursor(*place: str) -> str:
    """The cursor after an entry, from the values that the list is sorted by. Opaque to clients, and safe in a URL."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, values: int) -> list[str]:
    """The values of a cursor. Raises InvalidInput for what `encode_cursor` did not make of so many."""
    try:
        place = _place.validate_json(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, ValidationError) as error:
        raise wrong_cursor(cursor) from error
    if len(place) != values:
        raise wrong_cursor(cursor)
    return place


def wrong_cursor(cursor: str) -> InvalidInput:
    """The error for a cursor that is none of the list's."""
    return InvalidInput(
        f"The cursor {cursor[:40]!r} is not one of this list; send next_cursor as it came, or none to begin anew.",
        code="invalid_cursor",
    )
