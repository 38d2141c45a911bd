"""E-mail messages: EML (MIME) and MSG (Outlook)."""

from __future__ import annotations

import codecs
import email.errors
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import Any

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import decode, item_text, prose, reading, step_label, warning_word
from knowledge.readers.books import read_markup
from knowledge.types import Block, BlockKind, Reading

MAX_NESTING = 10
"""Parts within parts, and messages within messages."""
MAX_PARTS = 500
"""Parts of one message, attachments included."""
MAX_HEADER = 5_000
"""Characters of a header line that are read."""
MAX_STREAMS = 10_000
"""Entries of an Outlook file."""

_SHOWN = ("From", "To", "Cc", "Date")
_HEADERS = frozenset({"from", "to", "subject", "date", "received", "message-id", "content-type", "mime-version"})
_SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_PGP = "-----BEGIN PGP MESSAGE-----"
_QUADRATIC = frozenset({"punycode", "idna"})
"""Encodings that take ever longer to decode, and that no message is written in."""


def read_eml(path: Path, name: str, deadline: float) -> Reading:
    """The subject as title and heading, who wrote to whom and when, and the text; messages within it follow in turn.

    Plain text is preferred to HTML. Attachments are named in the warnings, not read. Raises DocumentRefused: no
    message, damaged, encrypted, too many or too deeply nested parts, or too slow to read.
    """
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        data = decode(data)[0].encode("utf-8")
    if len(re.findall(rb"\bboundary\b", data, re.IGNORECASE)) > MAX_PARTS:
        raise _too_many(name)  # before parsing, which compares every line with every open boundary
    walk = _Walk(name, deadline)
    try:
        message = email.message_from_bytes(data)
        if not _HEADERS.intersection(key.lower() for key in message):
            raise DocumentRefused(
                "invalid_content", f"“{name}” is not a message: it has no header lines.", "Export it again as EML."
            )
        walk.message(message, 1)
    except RecursionError as error:
        raise _too_deep(name) from error
    except (email.errors.MessageError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        raise _damaged(name, "EML", error) from error
    if walk.sealed and not walk.has_text:
        raise _sealed(name)
    return reading(_subject(message), walk.blocks, walk.warnings, walk.images)
