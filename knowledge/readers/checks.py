"""What is checked of a file before it is read: that it is there, of a kind and size we take, and what its name says."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.errors import DocumentRefused

MEGABYTE = 1024 * 1024
SIZES = {
    "application/pdf": 50 * MEGABYTE,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": 50 * MEGABYTE,
}
OTHER_SIZE = 10 * MEGABYTE

ZIP_ENTRIES = 10_000
ZIP_INFLATED = 500 * MEGABYTE
ZIP_RATIO = 200
ZIP_SMALL = MEGABYTE
"""Entries up to this size may have any ratio: an empty page of XML squeezes well."""

_BINARY_GROUPS = frozenset({"executable", "archive", "audio", "video", "image", "font"})
_SURE = 0.9
"""magika's score (0..1) from which a text file is taken for the binary kind it says."""


def check(path: Path, name: str, media_type: str | None, known: str) -> str:
    """The media type, when the file may be read. Raises DocumentRefused with the reason and the remedy."""
    if media_type is None:
        suffix = Path(name).suffix or "no suffix"
        raise DocumentRefused(
            "invalid_type", f"“{name}” ({suffix}) is of a kind that is not read.", f"Use one of {known}."
        )
    size = path.stat().st_size
    limit = SIZES.get(media_type, OTHER_SIZE)
    if size > limit:
        raise DocumentRefused(
            "invalid_size",
            f"“{name}” has {size / MEGABYTE:.1f} MB; files of this kind may have {limit // MEGABYTE} MB.",
            "Split it, or make its images smaller.",
        )
    if size == 0:
        raise DocumentRefused("invalid_content", f"“{name}” is empty.", "Check the file and send it again.")
    with path.open("rb") as file:
        head = file.read(4096)
    if media_type == "application/pdf":
        if b"%PDF-" not in head[:1024]:
            raise _other(name, "a PDF", path)
    elif media_type in SIZES:
        _check_docx(path, name)
    else:
        _check_text(path, name, head)
    return media_type


def _other(name: str, expected: str, path: Path) -> DocumentRefused:
    label, _, _ = _identify(path)
    return DocumentRefused(
        "invalid_content",
        f"“{name}” is not {expected}: its content looks like {label}.",
        "Give it the right suffix, or export it again.",
    )


def _check_text(path: Path, name: str, head: bytes) -> None:
    if head.startswith(
        (b"%PDF-", b"PK\x03\x04", b"\x7fELF", b"MZ\x90", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"GIF8", b"\xff\xd8\xff")
    ):
        raise _other(name, "text", path)
    is_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in head and not is_utf16:
        raise DocumentRefused(
            "invalid_content", f"“{name}” holds NUL bytes and is not text.", "Save it as text in UTF-8."
        )
    label, group, score = _identify(path)
    if group in _BINARY_GROUPS and score >= _SURE and not is_utf16:
        raise DocumentRefused(
            "invalid_content",
            f"“{name}” is not text: its content looks like {label}.",
            "Give it the right suffix, or export it again.",
        )


@cache
def _magika() -> Any:
    # imported here: it loads a model and a runtime, which only those who take files in need
    from magika import Magika

    return Magika()


def _identify(path: Path) -> tuple[str, str, float]:
    """What magika takes the content for: a name for people, its group, and how sure it is (0..1)."""
    result = _magika().identify_path(path)
    return str(result.output.description or result.output.label), str(result.output.group), float(result.score)


def _check_docx(path: Path, name: str) -> None:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            encrypted = file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        if encrypted:
            raise DocumentRefused(
                "password_protected",
                f"“{name}” is protected by a password or is an old DOC file.",
                "Open it, remove the password, and save it as DOCX.",
            )
        raise _other(name, "a DOCX file", path)
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        inflated = sum(entry.file_size for entry in entries)
        bomb = any(e.file_size > ZIP_SMALL and e.file_size > ZIP_RATIO * max(e.compress_size, 1) for e in entries)
        if len(entries) > ZIP_ENTRIES or inflated > ZIP_INFLATED or bomb:
            raise DocumentRefused(
                "security_risk",
                f"“{name}” would unpack to {inflated / MEGABYTE:,.0f} MB in {len(entries):,} parts.",
                "Open it and save it again; a real document is far smaller.",
            )
        names = {entry.filename for entry in entries}
        if "word/document.xml" not in names:
            raise DocumentRefused(
                "invalid_content", f"“{name}” is an archive, but not a Word document.", "Save it as DOCX."
            )
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    if re.search(rb"<!(?:DOCTYPE|ENTITY)", part.read(65_536)):
                        raise DocumentRefused(
                            "security_risk",
                            f"“{name}” declares XML entities, which no Word document does.",
                            "Open it in a word processor and save it again.",
                        )
