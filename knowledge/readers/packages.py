"""Documents that are ZIP packages of XML parts: the parts within the limits, and their elements by name."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # the parsing is left to defusedxml
from xml.parsers import expat

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import clean
from knowledge.readers.budget import Budget
from knowledge.readers.refusals import SAVE_AGAIN, locked, protected, refusing

MAX_PART = 16 * 2**20
"""Bytes of a part that is taken in as a whole beside the content, such as the styles."""
MAX_ENTRY = 50 * 2**20
"""Bytes of one entry of a book, unpacked."""
MAX_TEXT = 100 * 2**20
"""Bytes of all entries of a book that are read, unpacked."""
MAX_DEPTH = 100
"""Elements within each other in a book."""

DAMAGE = (
    ElementTree.ParseError,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,  # an archive packed in a way that nobody uses
    LookupError,
    ValueError,
    OSError,
    EOFError,
    RecursionError,
)
"""What reading a damaged archive of XML raises."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of the older Office formats begins, and so does a newer one under a password."""


# --- elements ---------------------------------------------------------------------------------------------------------


def local_name(element: Any) -> str:
    """The name of an element without its namespace, which files of different ages spell differently; "" of a comment.

    The element may be of the standard library or of lxml.
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def elements(root: Any, name: str) -> Iterator[Any]:
    """The elements of this name in a tree, whatever their namespace: the strict and the usual XLSX differ in it."""
    return (element for element in root.iter() if local_name(element) == name)


def title_of(root: ElementTree.Element) -> str:
    """The first dc:title of a file's metadata, or ""."""
    return next((clean("".join(element.itertext())) for element in elements(root, "title")), "")


# --- sheets and slides ------------------------------------------------------------------------------------------------


def list_parts(archive: zipfile.ZipFile, budget: Budget) -> dict[str, zipfile.ZipInfo]:
    """The parts of a package by their names in small letters. Raises DocumentRefused when one has a password."""
    parts = {part.filename.replace("\\", "/").lower(): part for part in archive.infolist()}
    if any(part.flag_bits & 1 for part in parts.values()):
        raise locked(budget.name)
    return parts


def read_part(
    archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], name: str, budget: Budget
) -> ElementTree.Element:
    """A small part as a tree; an empty element when there is no such part."""
    from defusedxml.ElementTree import fromstring

    part = parts.get(name)
    if part is None:
        return ElementTree.Element("none")
    if part.file_size > MAX_PART:
        raise budget.refusal(f"its part {name} has {part.file_size / 2**20:.0f} MB")
    return fromstring(archive.read(part), forbid_dtd=True)


def check_unlocked(manifest: ElementTree.Element, name: str) -> None:
    """Raises DocumentRefused when the manifest of an OpenDocument package tells that parts are encrypted."""
    if next(elements(manifest, "encryption-data"), None) is not None:
        raise locked(name)


def check_not_ole(path: Path, name: str) -> None:
    """Raises DocumentRefused for what is no package but an OLE file: one under a password."""
    with path.open("rb") as file:
        if file.read(len(OLE)) == OLE:
            raise locked(name)


# --- books and texts --------------------------------------------------------------------------------------------------


class Archive:
    """The ZIP file of a book or a text document, whose entries are read within the limits."""

    def __init__(self, file: zipfile.ZipFile, name: str) -> None:
        self._file = file
        self._name = name
        self._left = MAX_TEXT
        self.names = frozenset(file.namelist())

    def read(self, entry: str) -> bytes:
        """The bytes of an entry. Raises DocumentRefused when it is too large or has a password, KeyError without it."""
        info = self._file.getinfo(entry)
        if info.flag_bits & 1:
            raise protected(self._name)
        with self._file.open(info) as part:
            data = part.read(min(MAX_ENTRY, self._left) + 1)
        self._left -= len(data)
        if len(data) > MAX_ENTRY or self._left < 0:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” unpacks to more than {MAX_ENTRY // 2**20} MB in one part, or {MAX_TEXT // 2**20} MB.",
                "Split it.",
            )
        return data

    def xml(self, entry: str) -> ElementTree.Element:
        """The root element of an entry. Raises as `read` does, and ParseError."""
        # imported here, as whatever only some readers need
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            return fromstring(self.read(entry))
        except DefusedXmlException as error:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” declares XML entities in {entry}, which no such document needs.",
                SAVE_AGAIN,
            ) from error


@contextmanager
def opened_archive(path: Path, name: str, form: str) -> Generator[Archive]:
    """The archive in a file; what turns out to be damaged in it is refused."""
    with refusing(name, form, MAX_DEPTH), zipfile.ZipFile(path) as file:
        yield Archive(file, name)
