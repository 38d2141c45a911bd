"""Files that people write in YAML, read with errors that tell them the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import yaml

from knowledge.errors import OperatorError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where PyYAML has it: some six times as fast, which a thousand cases feel."""

Wrong = Callable[[str], OperatorError]
"""Makes the error that is raised, of its message."""


def read_text(path: Path, wrong: Wrong) -> str:
    """The text of a file. Raises `wrong` when it cannot be read as UTF-8."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise wrong(f"{path} cannot be read as UTF-8 text ({type(error).__name__}).") from error


def read_mapping(text: str, wrong: Wrong, *, what: str, holds: str, first_line: int = 1) -> dict[str, Any]:
    """The keys and values of a YAML text. `what` names it to people and `holds` says what belongs in it; it begins in
    line `first_line` (from 1) of its file.

    Raises `wrong` naming the line when it is not YAML, and when it is no mapping.
    """
    try:
        loaded: object = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + first_line}" if mark is not None else ""
        raise wrong(f"{what} is not valid YAML{line}; check quotes, colons and indents.") from error
    if not isinstance(loaded, dict):
        raise wrong(f"{what} must hold {holds}.")
    return cast(dict[str, Any], loaded)
