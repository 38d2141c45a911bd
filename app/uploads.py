"""Files of a multipart body, streamed to disk part by part as they arrive."""

from __future__ import annotations

import re
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from starlette.requests import Request

from knowledge.errors import InvalidInput

MAX_FILES = 100
MAX_FIELD_BYTES = 1000
_COLLECTION = re.compile(r"[\w][\w .-]{0,63}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: what it was called, and where it lies until the request ends."""

    name: str
    path: Path


@dataclass(slots=True)
class _Part:
    name: str = ""
    filename: str | None = None
    value: bytes = b""


@asynccontextmanager
async def received(
    request: Request, folder: Path, limit_bytes: int
) -> AsyncGenerator[tuple[list[Upload], dict[str, str]]]:
    """The files and the other fields of a multipart request; the files are gone when the context ends.

    Nothing larger than a network packet is held in memory. Raises InvalidInput: not multipart, broken off, beyond
    `limit_bytes`, MAX_FILES or MAX_FIELD_BYTES.
    """
    with tempfile.TemporaryDirectory(prefix="upload-", dir=folder) as place:
        receiver = _Receiver(Path(place), request.headers.get("content-type", ""))
        size = 0
        try:
            async for data in request.stream():
                size += len(data)
                if size > limit_bytes:
                    raise InvalidInput(
                        f"The upload is larger than {limit_bytes // 2**20} MB; send fewer files at a time.",
                        code="body_too_large",
                    )
                receiver.write(data)
        finally:
            receiver.close()
        yield receiver.finish(), receiver.fields


class _Receiver:
    """Writes the parts of a multipart body to files as they come."""

    def __init__(self, folder: Path, content_type: str) -> None:
        from python_multipart.multipart import MultipartParser, parse_options_header

        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary")
        if kind != b"multipart/form-data" or not boundary:
            raise InvalidInput(
                "Documents are sent as multipart/form-data with one part “files” for each file.", code="not_multipart"
            )
        self._options_of = parse_options_header
        self._folder = folder
        self._part = _Part()
        self._header = b""
        self._value = b""
        self._file: Any = None
        self._ended = False
        self.fields: dict[str, str] = {}
        self._files: list[Upload] = []
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._header_name,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_end,
                "on_part_data": self._data,
                "on_part_end": self._end,
                "on_end": self._body_end,
            },
        )

    def write(self, data: bytes) -> None:
        from python_multipart.exceptions import FormParserError

        try:
            self._parser.write(data)
        except FormParserError as error:
            raise InvalidInput(
                "The body is not readable as multipart/form-data; send it again.", code="bad_request"
            ) from error

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def finish(self) -> list[Upload]:
        """The files, when the body was whole."""
        if not self._ended:
            raise InvalidInput("The upload broke off; send it again.", code="bad_request")
        return self._files

    # --- what the parser calls ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._part, self._header, self._value = _Part(), b"", b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = self._options_of(self._value)
            self._part.name = options.get(b"name", b"").decode("utf-8", "replace")
            if b"filename" in options:
                self._part.filename = options[b"filename"].decode("utf-8", "replace")
        self._header, self._value = b"", b""

    def _headers_end(self) -> None:
        if self._part.filename is None:
            return
        if len(self._files) >= MAX_FILES:
            raise InvalidInput(f"At most {MAX_FILES} files are taken at a time; send the others afterwards.")
        self._file = (self._folder / str(len(self._files))).open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file.write(data[start:end])
        elif len(self._part.value) + end - start <= MAX_FIELD_BYTES:
            self._part.value += data[start:end]
        else:
            raise InvalidInput(f"The field “{self._part.name[:40]}” is too long.")

    def _end(self) -> None:
        if self._file is None:
            self.fields[self._part.name] = self._part.value.decode("utf-8", "replace")
            return
        self._file.close()
        self._file = None
        self._files.append(Upload(file_name(self._part.filename or ""), self._folder / str(len(self._files))))

    def _body_end(self) -> None:
        self._ended = True


def file_name(sent: str) -> str:
    """The name that a document gets from a sent file name: the last part of a path, without control characters.

    Raises InvalidInput when nothing is left of it.
    """
    last = PurePosixPath(sent.replace("\\", "/")).name
    name = " ".join("".join(character if character.isprintable() else " " for character in last).split())
    if not name or name in (".", ".."):
        raise InvalidInput("A file came without a name; give it one.", code="no_file_name")
    stem, dot, suffix = name.rpartition(".")
    return f"{stem[:180]}{dot}{suffix[:15]}" if dot else name[:180]


def collection_name(sent: str) -> str:
    """The collection that was asked for. Raises InvalidInput for a name that is none."""
    name = " ".join(sent.split())
    if not _COLLECTION.fullmatch(name):
        raise InvalidInput(
            f"The collection “{name[:80]}” has no valid name: letters, digits, spaces, “.”, “_” and “-”, 64 at most.",
            code="invalid_collection",
        )
    return name
