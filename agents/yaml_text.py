"""Files that people write in YAML, read with errors that tell them the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import yaml

from knowledge.errors import OperatorError, unreadable

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where PyYAML has it: some six times as fast, which a thousand cases feel."""


class _AsWritten(yaml.SafeLoader):
    """Leaves numbers, dates and yes and no as the text they are written in."""


_AsWritten.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

Wrong = Callable[[str], OperatorError]
"""Makes the error that is raised, of its message."""


def read_text(path: Path, wrong: Wrong) -> str:
    """The text of a file. Raises `wrong` when it cannot be read, or is not UTF-8."""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise wrong(" ".join(unreadable(path, error))) from error
    except UnicodeDecodeError as error:
        raise wrong(f"{path} cannot be read as UTF-8 text ({type(error).__name__}).") from error


def read_mapping(text: str, wrong: Wrong, *, what: str, holds: str, first_line: int = 1) -> dict[str, Any]:
    """The keys and values of a YAML text. `what` names it to people and `holds` says what belongs in it; it begins in
    line `first_line` (from 1) of its file.

    Raises `wrong` naming the line when it is not YAML, and when it is no mapping.
    """
    return _mapping(_loaded(text, wrong, _Loader, what=what, first_line=first_line), wrong, what=what, holds=holds)


def read_as_written(text: str, wrong: Wrong, *, what: str, holds: str) -> dict[str, Any]:
    """The keys and values of a YAML text whose types somebody else knows: numbers, too, are text, since the emergency
    number 000 read as a number is 0. An empty text has none.

    Raises `wrong` as `read_mapping` does.
    """
    loaded = _loaded(text, wrong, _AsWritten, what=what, first_line=1)
    return {} if loaded is None else _mapping(loaded, wrong, what=what, holds=holds)


def _loaded(text: str, wrong: Wrong, loader: Any, *, what: str, first_line: int) -> object:
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + first_line}" if mark is not None else ""
        raise wrong(f"{what} is not valid YAML{line}; check quotes, colons and indents.") from error


def _mapping(loaded: object, wrong: Wrong, *, what: str, holds: str) -> dict[str, Any]:
    if not isinstance(loaded, dict):
        raise wrong(f"{what} must hold {holds}.")
    return cast(dict[str, Any], loaded)
