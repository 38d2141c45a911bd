"""What is checked of a file before it is read: that it is of a size we take, and what its name says."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.errors import DocumentRefused
from knowledge.readers.formats import MEGABYTE, Container, Format
from knowledge.readers.packages import OLE
from knowledge.readers.refusals import SAVE_AGAIN, locked

ZIP_ENTRIES = 10_000
ZIP_INFLATED = 500 * MEGABYTE
ZIP_RATIO = 200
ZIP_SMALL = MEGABYTE
"""Entries up to this size may have any ratio: an empty page of XML squeezes well."""
MAX_PART = 4 * MEGABYTE
"""How much of a small XML part (relations between parts) is looked at."""

_OTHER_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x7fELF", b"MZ\x90", b"\x89PNG", OLE, b"GIF8", b"\xff\xd8\xff")
_BINARY_GROUPS = frozenset({"executable", "archive", "audio", "video", "image", "font"})
_SURE = 0.9
"""magika's score (0..1) from which a text file is taken for the binary kind it says."""


def check_size(name: str, size: int, limit: int) -> None:
    """Passes when a file may have that many bytes. Raises DocumentRefused."""
    if size > limit:
        raise DocumentRefused(
            "invalid_size",
            f"“{name}” has {size / MEGABYTE:.1f} MB; files of this kind may have {limit // MEGABYTE} MB.",
            "Split it, or make its images smaller.",
        )
    if size == 0:
        raise DocumentRefused("invalid_content", f"“{name}” is empty.", "Check the file and send it again.")


def check_content(path: Path, name: str, form: Format) -> list[str]:
    """What is worth noting of a file that may be read: macros, parts elsewhere. Raises DocumentRefused."""
    with path.open("rb") as file:
        head = file.read(4096)
    match form.container:
        case Container.PDF:
            if b"%PDF-" not in head[:1024]:
                raise _other(name, form, path)
        case Container.ZIP:
            return _check_zip(path, name, form, head)
        case Container.OLE:
            if not head.startswith(OLE):
                raise _other(name, form, path)
        case Container.MAGIC:
            if not any(head[offset : offset + len(magic)] == magic for offset, magic in form.magic):
                raise _other(name, form, path)
        case Container.TEXT:
            _check_text(path, name, head)
    return []


def _other(name: str, form: Format, path: Path) -> DocumentRefused:
    label, _, _ = _identify(path)
    return DocumentRefused(
        "invalid_content",
        f"“{name}” is not {form.called}: its content looks like {label}.",
        "Give it the right suffix, or export it again.",
    )


def _check_text(path: Path, name: str, head: bytes) -> None:
    looks_binary = head.startswith(_OTHER_MAGIC)
    is_utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in head and not is_utf16 and not looks_binary:
        raise DocumentRefused(
            "invalid_content", f"“{name}” holds NUL bytes and is not text.", "Save it as text in UTF-8."
        )
    label, group, score = _identify(path)
    if looks_binary or (group in _BINARY_GROUPS and score >= _SURE and not is_utf16):
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


# --- archives ---------------------------------------------------------------------------------------------------------


def _check_zip(path: Path, name: str, form: Format, head: bytes) -> list[str]:
    if head.startswith(OLE):  # how Office keeps a document with a password
        raise DocumentRefused(
            "password_protected",
            f"“{name}” is protected by a password or is of an older Office format.",
            f"Open it, remove the password, and save it as {form.suffixes[0].lstrip('.').upper()}.",
        )
    if not zipfile.is_zipfile(path):
        if head.startswith(b"PK\x03\x04"):
            raise DocumentRefused(
                "corrupted",
                f"“{name}” is cut off or damaged.",
                SAVE_AGAIN,
            )
        raise _other(name, form, path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _check_entries(archive, name, form)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise DocumentRefused(
            "corrupted",
            f"“{name}” is damaged ({type(error).__name__}).",
            SAVE_AGAIN,
        ) from error


def _check_entries(archive: zipfile.ZipFile, name: str, form: Format) -> list[str]:
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
    if form.member not in names:
        raise DocumentRefused(
            "invalid_content",
            f"“{name}” is an archive, but not {form.called}.",
            f"Save it as {form.suffixes[0].lstrip('.').upper()}.",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(name, "Save it without one and send it again.")
    outside = 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        with archive.open(entry) as part:
            # EPUB and OpenDocument declare a document type without entities of their own
            if re.search(rb"<!ENTITY" if form.may_declare_type else rb"<!(?:DOCTYPE|ENTITY)", part.read(65_536)):
                raise DocumentRefused(
                    "security_risk",
                    f"“{name}” declares XML entities, which no document of its kind does.",
                    SAVE_AGAIN,
                )
        if entry.filename.endswith(".rels"):
            with archive.open(entry) as part:
                outside += _outside(part.read(MAX_PART))
    notes: list[str] = []
    if any(entry.lower().endswith("vbaproject.bin") or entry.startswith("Basic/") for entry in names):
        notes.append("It holds macros; they were not run.")
    if outside:
        notes.append(f"It refers to {outside} {'part' if outside == 1 else 'parts'} elsewhere; nothing was fetched.")
    return notes


def _outside(relations: bytes) -> int:
    """How many parts of a document are somewhere else, hyperlinks aside."""
    found = re.findall(rb"<Relationship\b[^>]*>", relations)
    return sum(b'TargetMode="External"' in relation and b"/hyperlink" not in relation for relation in found)
