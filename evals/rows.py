"""Rows of public sets' files: what a set has otherwise than expected is told by file, line and field."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from evals.errors import SetError
from knowledge.errors import unreadable


@dataclass(frozen=True, slots=True)
class Row:
    """An object of a JSON Lines file, and where it stands (`line` from 1). Every reading of it raises SetError when the
    field is not there or is not what is read."""

    path: Path
    line: int
    values: dict[str, Any]

    def text(self, *names: str, default: str | None = None) -> str:
        """A text, or a number as text, of the first of the fields that is there; without any, the default if given."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                return str(value)
            if value is not None:
                raise self.wrong(f"field {name!r} is no text: {json.dumps(value)[:60]}")
        if default is None:
            raise self.wrong(f"there is no field {' or '.join(map(repr, names))}")
        return default

    def texts(self, name: str) -> list[str]:
        """A list of texts; an absent one is empty."""
        return [str(one) for one in self._list(name, str | int | float)]

    def numbers(self, name: str) -> list[int]:
        """A list of whole numbers; it must be there."""
        if name not in self.values:
            raise self.wrong(f"there is no field {name!r}")
        return self._list(name, int)

    def objects(self, name: str) -> Iterator[Row]:
        """A list of objects, as rows of the same line; an absent one is empty."""
        for one in self._list(name, dict):
            yield Row(self.path, self.line, one)

    def flag(self, name: str) -> bool:
        """Whether something is so."""
        value = self.values.get(name)
        if not isinstance(value, bool | int):
            raise self.wrong(f"field {name!r} must be true or false")
        return bool(value)

    def _list(self, name: str, kind: Any) -> list[Any]:
        value: object = self.values.get(name) or []
        if not isinstance(value, list) or not all(isinstance(one, kind) for one in cast(list[Any], value)):
            raise self.wrong(f"field {name!r} is not the list that it should be: {json.dumps(value)[:60]}")
        return cast(list[Any], value)

    def wrong(self, what: str) -> SetError:
        """The error that this row raises."""
        return SetError(f"{self.path}, line {self.line}: {what}.")


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file. Only a line feed ends a line: a text may hold the other ends that Unicode has.

    Raises SetError for a file without any, and for what is no object.
    """
    rows: list[Row] = []
    for number, line in _lines(path):
        try:
            found: object = json.loads(line)
        except ValueError as error:
            raise SetError(f"{path}, line {number}: it is not JSON ({error}).") from error
        if not isinstance(found, dict):
            raise SetError(f"{path}, line {number}: it is not a JSON object.")
        rows.append(Row(path, number, cast(dict[str, Any], found)))
    if not rows:
        raise SetError(f"{path} is empty.")
    return rows


def read_judgements(path: Path) -> dict[str, dict[str, float]]:
    """Query id → document id → relevance, of a tab-separated file with or without a first line of names.

    Raises SetError for a line that holds no number at its end, or no two ids before it.
    """
    found: dict[str, dict[str, float]] = {}
    for number, line in _lines(path):
        parts = line.strip("\r").split("\t")
        try:
            relevance = float(parts[-1])
        except ValueError as error:
            if number == 1:
                continue  # names
            raise SetError(f"{path}, line {number}: {parts[-1][:60]!r} is no relevance.") from error
        if len(parts) < 3:
            raise SetError(f"{path}, line {number}: it needs a query's id, a document's and a relevance, with tabs.")
        found.setdefault(parts[0], {})[parts[1 if len(parts) == 3 else 2]] = relevance
    return found


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers from 1."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SetError(" ".join(unreadable(path, error))) from error
    for number, line in enumerate(raw.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise SetError(f"{path}, line {number}: it is not UTF-8 text.") from error
        if text.strip():
            yield number, text
