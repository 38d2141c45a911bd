"""JSON and JSON Lines."""

from __future__ import annotations

import json
import re
import time
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import clean, decode, prose, reading, rows
from knowledge.readers.refusals import too_slow
from knowledge.types import Block, BlockKind, Reading

MAX_DEPTH = 50
"""Objects and arrays within each other."""
MAX_VALUES = 200_000
"""Values of all kinds in one file; objects and arrays count too."""
MAX_COLUMNS = 60
"""Objects with more keys than this, taken together, are given one by one instead of as a table."""

_FILLED = 0.25  # the share of cells that a table has at least; objects with little in common make none
_SHORT = 120  # characters up to which a list of plain values stays on one line
_NAMES = ("title", "name", "label", "id", "code")  # the keys whose value tells one object from another, best first
_BLANKS = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class _Node:
    """A value and the line it begins in: plain text ("" for null), an object's fields, or an array's items."""

    line: int
    value: str | dict[str, _Node] | list[_Node]


def read_json(path: Path, name: str, deadline: float) -> Reading:
    """Arrays of like objects as rows under their keys; other objects as headings and "key: value" lines.

    Values one after the other, each on lines of its own (JSON Lines), are read as one array. An object's plain values
    come before its nested ones, so that they stand under its own heading. Keys within keys name a column "outer.inner".
    Numbers are given as written; null and empty values are left out. Raises DocumentRefused: not JSON (with line and
    column), or too deep, too many values or too slow to read.
    """
    root = _Parser(decode(path.read_bytes())[0], name, deadline).document()
    title = _named(root.value) if isinstance(root.value, dict) else ""
    return reading(title, list(_blocks(root, "", 1)))


class _Parser:
    """A parser that knows lines and stops at the limits, neither of which the standard library's does."""

    def __init__(self, text: str, name: str, deadline: float) -> None:
        self._text = text
        self._name = name
        self._deadline = deadline
        self._newlines = [match.start() for match in re.finditer("\n", text)]
        # numbers stay as written: 1.50 is to be quoted so; files that people edit have line ends within strings
        self._decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)
        self._values = 0

    def document(self) -> _Node:
        """The file's value, or an array of its values when there are several."""
        found: list[_Node] = []
        try:
            at = end = self._skip(0)
            while at < len(self._text) or not found:
                if found and self._line(at) == self._line(end):
                    raise json.JSONDecodeError("More text after the value", self._text, at)
                node, end = self._value(at, 1)
                found.append(node)
                at = self._skip(end)
        except json.JSONDecodeError as error:
            raise DocumentRefused(
                "corrupted",
                f"“{self._name}” is not JSON in line {error.lineno}, column {error.colno}: "
                f"{error.msg.removesuffix(' at')}.",
                "Correct it there, or export it again.",
            ) from error
        return found[0] if len(found) == 1 else _Node(1, found)

    def _value(self, start: int, depth: int) -> tuple[_Node, int]:
        """The value that begins at `start`, and where it ends."""
        line = self._line(start)
        self._check(line, depth)
        match self._text[start : start + 1]:
            case "{":
                value, end = self._object(start, depth)
            case "[":
                value, end = self._array(start, depth)
            case _:
                plain, end = self._decoder.raw_decode(self._text, start)
                value = "" if plain is None else clean(str(plain).lower() if isinstance(plain, bool) else str(plain))
        return _Node(line, value), end

    def _object(self, start: int, depth: int) -> tuple[dict[str, _Node], int]:
        fields: dict[str, _Node] = {}
        at = self._skip(start + 1)
        while not self._stands("}", at):
            if fields:
                at = self._after(",", at)
            if not self._stands('"', at):
                raise json.JSONDecodeError("Expecting a key in double quotes", self._text, at)
            key, end = self._decoder.raw_decode(self._text, at)
            node, end = self._value(self._after(":", self._skip(end)), depth + 1)
            fields[clean(str(key))] = node
            at = self._skip(end)
        return fields, at + 1

    def _array(self, start: int, depth: int) -> tuple[list[_Node], int]:
        items: list[_Node] = []
        at = self._skip(start + 1)
        while not self._stands("]", at):
            if items:
                at = self._after(",", at)
            node, end = self._value(at, depth + 1)
            items.append(node)
            at = self._skip(end)
        return items, at + 1

    def _skip(self, at: int) -> int:
        match = _BLANKS.match(self._text, at)
        return match.end() if match else at

    def _stands(self, mark: str, at: int) -> bool:
        return self._text.startswith(mark, at)

    def _after(self, mark: str, at: int) -> int:
        if not self._stands(mark, at):
            raise json.JSONDecodeError(f"Expecting “{mark}”", self._text, at)
        return self._skip(at + 1)

    def _line(self, at: int) -> int:
        return bisect_left(self._newlines, at) + 1

    def _check(self, line: int, depth: int) -> None:
        self._values += 1
        if depth > MAX_DEPTH:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” nests values more than {MAX_DEPTH} deep in line {line}.",
                "Export it with fewer levels.",
            )
        if self._values > MAX_VALUES:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” holds more than {MAX_VALUES:,} values.",
                "Split it into smaller files.",
            )
        if self._values % 1000 == 0 and time.monotonic() > self._deadline:
            raise too_slow(self._name, f"line {line}")


def _blocks(node: _Node, key: str, level: int) -> Iterator[Block]:
    """The blocks of a value, which stands under the heading `key` if that is given; its headings have this level."""
    match node.value:
        case str():
            yield from _lines([("", node)])
        case dict():
            yield from _lines([(key, field) for key, field in node.value.items() if _plain(field) is not None])
            for inner, field in node.value.items():
                if _plain(field) is None:
                    yield from _section(field, inner, level)
        case list():
            yield from _items(node.value, key, level)


def _lines(fields: list[tuple[str, _Node]]) -> Iterator[Block]:
    for key, field in fields:
        if text := _plain(field):
            yield prose(f"{key}: {text}" if key else text, line=field.line)


def _section(node: _Node, heading: str, level: int) -> Iterator[Block]:
    inner = list(_blocks(node, heading, level + 1))
    if inner:
        yield Block(BlockKind.HEADING, heading or "(no key)", level=level, line=node.line)
        yield from inner


def _items(items: list[_Node], key: str, level: int) -> Iterator[Block]:
    table = _table(items)
    if table is not None:
        header = list(dict.fromkeys(column for row in table for column in row))
        cells = [[row.get(column, "") for column in header] for row in table]
        yield from rows(cells, header=header, table=key, lines=[item.line for item in items])
        return
    for number, item in enumerate(items, start=1):
        if isinstance(item.value, str):
            if item.value:
                block = prose(item.value, line=item.line)
                yield replace(block, kind=BlockKind.ITEM) if block.kind is BlockKind.PARAGRAPH else block
        else:
            named = _named(item.value) if isinstance(item.value, dict) else ""
            yield from _section(item, named or f"{key} {number}".strip(), level)


def _table(items: list[_Node]) -> list[dict[str, str]] | None:
    """The rows of an array of objects that are alike and hold nothing but plain values; None for any other array."""
    table: list[dict[str, str]] = []
    for item in items:
        row = _row(item.value, "") if isinstance(item.value, dict) else None
        if row is None:
            return None
        table.append(row)
    width = len({column for row in table for column in row})
    filled = sum(len(row) for row in table)
    return table if width <= MAX_COLUMNS and filled >= _FILLED * width * len(table) else None


def _row(fields: dict[str, _Node], prefix: str) -> dict[str, str] | None:
    row: dict[str, str] = {}
    for key, field in fields.items():
        inner = _row(field.value, f"{prefix}{key}.") if isinstance(field.value, dict) else None
        text = _plain(field, longest=None)
        if inner is not None:
            row |= inner
        elif text is None:
            return None
        else:
            row[f"{prefix}{key}"] = text
    return row


def _plain(node: _Node, longest: int | None = _SHORT) -> str | None:
    """A plain value, or an array of plain values as one text; None for others, and for one longer than `longest`."""
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, dict):
        return None
    values = [item.value for item in node.value]
    texts = [value for value in values if isinstance(value, str)]
    joined = ", ".join(text for text in texts if text)
    return None if len(texts) < len(values) or (longest is not None and len(joined) > longest) else joined


def _named(fields: dict[str, _Node]) -> str:
    """What an object is called by one of its own fields, or ""."""
    found = (fields[key].value for key in _NAMES if key in fields)
    return next((value for value in found if isinstance(value, str) and 0 < len(value) <= _SHORT), "")
