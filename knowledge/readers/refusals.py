"""The refusals that readers share: a file that is damaged, locked, nested too deep, or too slow to read."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from knowledge.errors import DocumentRefused

SAVE_AGAIN = "Open it in the program that made it and save it again."
"""The remedy for most of what a program may have written badly."""


def damaged(name: str, form: str, error: BaseException, remedy: str = "Open it and save it again.") -> DocumentRefused:
    """The refusal of a file that its parser gave up with `error`; `form` is what it should be."""
    return DocumentRefused("corrupted", f"“{name}” is not readable as {form} ({type(error).__name__}).", remedy)


def locked(name: str, remedy: str = "Open it, remove the password, and save it.") -> DocumentRefused:
    """The refusal of a file that asks for a password."""
    return DocumentRefused("password_protected", f"“{name}” is protected by a password.", remedy)


def protected(name: str) -> DocumentRefused:
    """The refusal of a book that only its seller's program opens, or of a text under a password."""
    return DocumentRefused(
        "password_protected",
        f"“{name}” is encrypted, by a password or by its seller.",
        "Save it without protection, if you may.",
    )


def too_slow(name: str, place: str) -> DocumentRefused:
    """The refusal of a file that took until its deadline, which came at `place`."""
    return DocumentRefused("security_risk", f"“{name}” took too long to read: stopped at {place}.", "Split it.")


def too_deep(name: str, max_depth: int) -> DocumentRefused:
    """The refusal of a file whose parts are nested beyond the limit."""
    return DocumentRefused("security_risk", f"“{name}” nests its parts more than {max_depth} deep.", SAVE_AGAIN)


@contextmanager
def refusing(name: str, form: str, max_depth: int) -> Generator[None]:
    """Refuses a file whose parsers fail, as they do in many ways on damaged ones; `form` is what it should be."""
    try:
        yield
    except (DocumentRefused, MemoryError, ImportError):
        raise
    except RecursionError as error:
        raise too_deep(name, max_depth) from error
    except Exception as error:
        raise damaged(name, form, error, SAVE_AGAIN) from error
