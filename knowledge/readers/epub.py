"""EPUB: books and handbooks, whose chapters are pages of HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element  # the parsing is left to defusedxml

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import decode, is_codec, reading
from knowledge.readers.packages import Archive, elements, opened_archive, title_of
from knowledge.readers.refusals import protected
from knowledge.readers.web import read_embedded
from knowledge.types import Block, BlockKind, Reading

MAX_CHAPTERS = 2_000

_HTML = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_FONT_ALGORITHMS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_EMPTY_TAG = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)"
    r"([a-z][\w:.-]*)(?![\w:.-])([^<>]*)/>",
    re.IGNORECASE,
)
"""Without possessive quantifiers: of a group with alternatives Python 3.11.2, which is Debian's, loses the match."""
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding=["']([\w.-]+)""")


def read_epub(path: Path, name: str, deadline: float) -> Reading:
    """The chapters in the order of the book's spine, each as a page of HTML is read; the table of contents is left out.

    Raises DocumentRefused: damaged, protected by its seller, or beyond the limits.
    """
    blocks: list[Block] = []
    warnings: list[str] = []
    images = 0
    with opened_archive(path, name, "EPUB") as archive:
        book = next(
            (root.get("full-path", "") for root in elements(archive.xml("META-INF/container.xml"), "rootfile")), ""
        )
        package = archive.xml(book)
        chapters = _chapters(package, book)
        if len(chapters) > MAX_CHAPTERS:
            raise DocumentRefused("security_risk", f"“{name}” has {len(chapters):,} chapters.", "Split it.")
        if _is_protected(archive, chapters):
            raise protected(name)
        for chapter, kind in chapters.items():
            if kind not in _HTML:
                warnings.append(f"Chapter “{chapter}” is {kind or 'of no kind'}, not text, and was not read.")
            elif chapter not in archive.names:
                warnings.append(f"Chapter “{chapter}” is named but is not in the file.")
            else:
                found = read_embedded(_html(archive.read(chapter)), name, deadline)
                blocks += found.blocks
                warnings += found.warnings
                images += sum(page.images for page in found.pages)
        title = title_of(package)
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return reading(title or first, blocks, warnings, images)


def _chapters(package: Element, book: str) -> dict[str, str]:
    """The entry and the media type of each chapter, in order; they are told by paths relative to the package's own."""
    items = {item.get("id", ""): item for item in elements(package, "item")}
    chapters: dict[str, str] = {}
    for reference in elements(package, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is not None and "nav" not in item.get("properties", "").split():
            target = unquote(item.get("href", "").partition("#")[0])
            entry = posixpath.normpath(posixpath.join(posixpath.dirname(book), target))
            chapters.setdefault(entry, item.get("media-type", "").lower())
    return chapters


def _is_protected(archive: Archive, chapters: Collection[str]) -> bool:
    """Whether chapters are encrypted. Fonts often are, to keep them from being copied: that does no harm here."""
    if "META-INF/encryption.xml" not in archive.names:
        return False
    for data in elements(archive.xml("META-INF/encryption.xml"), "EncryptedData"):
        methods = {method.get("Algorithm", "") for method in elements(data, "EncryptionMethod")}
        targets = {unquote(target.get("URI", "")) for target in elements(data, "CipherReference")}
        if not methods <= _FONT_ALGORITHMS and (not targets or not targets.isdisjoint(chapters)):
            return True
    return False


def _html(data: bytes) -> str:
    """A chapter's XHTML as HTML: there "<title/>" would open a title that never ends."""
    text, used = decode(data)
    declared = _DECLARED.match(data)
    if used == "cp1252" and declared is not None and is_codec(encoding := declared.group(1).decode("ascii")):
        text = data.decode(encoding, "replace")
    return _EMPTY_TAG.sub(r"<\1\2></\1>", text)
