"""E-mail messages: EML (MIME) and MSG (Outlook)."""

from __future__ import annotations

import email
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import Any, cast

from knowledge.errors import DocumentRefused
from knowledge.readers import blocks as shared
from knowledge.readers.blocks import clean, decode, is_codec, item_text, prose, step_label, warning_word
from knowledge.readers.refusals import refusing, too_deep, too_slow
from knowledge.readers.web import read_embedded
from knowledge.types import Block, BlockKind, Reading

MAX_NESTING = 10
"""Parts within parts, and messages within messages."""
MAX_PARTS = 500
"""Parts of one message, attachments included."""
MAX_HEADER = 5_000
"""Characters of a header that are read; a list of recipients may have more."""
MAX_PARAMETERS = 20_000
"""Bytes of the header that tells the kind of a part; the time of parsing it grows with the square."""
MAX_TEXT = 10 * 2**20
"""Characters of a message's text; attachments do not count."""
MAX_ENTRIES = 10_000
"""Streams and folders of an Outlook file."""
MAX_UNPACKED = 100 * 2**20
"""Bytes of all streams of an Outlook file together; a hostile one counts the same bytes many times."""

_SHOWN = ("From", "To", "Cc", "Date")
_NEEDED = frozenset({"from", "to", "subject", "date", "received", "message-id", "content-type", "mime-version"})
_SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_TEXTS = frozenset({"text/plain", "text/html", "multipart/mixed"})  # the last without parts in it is damaged text
_PGP = "-----BEGIN PGP MESSAGE-----"
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_OVERLONG = re.compile(
    rb"^content-(?:type|disposition):(?:[^\r\n]|\r?\n[ \t]){%d}" % MAX_PARAMETERS, re.IGNORECASE | re.MULTILINE
)
_QUOTED = re.compile(r"\s?((?:>\s?)+)")
_TABLE_TAG = re.compile(r"<(/?)(table|caption|thead|tbody|tfoot|tr|td|th)\b", re.IGNORECASE)


def read_eml(path: Path, name: str, deadline: float) -> Reading:
    """The subject as title and heading, who wrote to whom and when, and the text; enclosed messages follow in turn.

    Plain text is preferred to HTML. Attachments are named in the warnings, not read. Raises DocumentRefused: not a
    message, damaged, encrypted, too many or too deeply nested parts, or too slow to read.
    """
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        data = decode(data)[0].encode("utf-8")
    walk = _Walk(name, deadline)
    with refusing(name, "EML", MAX_NESTING):
        # both before parsing, which compares every line with every open boundary
        if sum(1 for _ in _BOUNDARY.finditer(data)) > MAX_PARTS:
            raise _too_many(name)
        if _OVERLONG.search(data):
            raise DocumentRefused(
                "security_risk", f"“{name}” has a header of more than {MAX_PARAMETERS:,} bytes.", "Export it again."
            )
        # the older policy: the newer one takes quadratic time for long lists of addresses, and fails on bad ones
        message = email.message_from_bytes(data)
        if _NEEDED.isdisjoint(key.lower() for key in message):
            raise DocumentRefused(
                "invalid_content", f"“{name}” is not a message: it has no sender or subject.", "Export it again as EML."
            )
        walk.message(message, 1, 0)
    return walk.reading(_header(message, "Subject"))


def read_msg(path: Path, name: str, deadline: float) -> Reading:
    """What `read_eml` gives, of a message saved by Outlook.

    A text that is kept as rich text only, and messages attached to it, are not read; the warnings say so. Raises
    DocumentRefused: damaged, encrypted, signed so that its text cannot be told apart, or beyond the limits.
    """
    # imported here: only needed by those who take in Outlook messages
    from oxmsg import Message as OutlookMessage
    from oxmsg.domain import constants as ids

    walk = _Walk(name, deadline)
    with refusing(name, "MSG", MAX_NESTING):
        _check_storage(path, name)
        message: Any = OutlookMessage.load(str(path))
        properties = message.properties
        if _property(properties, ids.PID_MESSAGE_CLASS).upper().startswith(("IPM.NOTE.SMIME", "IPM.NOTE.SECURE")):
            raise _sealed(name)
        headers = email.message_from_string(_property(properties, ids.PID_TRANSPORT_MESSAGE_HEADERS))
        subject = clean(_property(properties, ids.PID_SUBJECT)) or _header(headers, "Subject")
        sent = message.sent_date
        told = {
            "From": _address(_property(properties, ids.PID_SENDER_NAME), _sender_address(properties)),
            "To": _property(properties, ids.PID_DISPLAY_TO),
            "Cc": _property(properties, ids.PID_DISPLAY_CC),
            "Date": f"{sent:%Y-%m-%d %H:%M} UTC" if sent is not None else "",
        }
        walk.heading(subject, [(key, _header(headers, key) or clean(told[key])) for key in _SHOWN], 1)
        plain = _property(properties, ids.PID_BODY)
        html = properties.binary_prop_value(ids.PID_HTML)
        if plain.strip():
            walk.plain(plain)
        elif html:
            text, encoding = decode(html)  # the code page is often missing, and then taken for a Western one
            walk.markup(_decoded(html, properties.body_encoding) if encoding == "cp1252" else text, 1)
        elif markup := _property(properties, ids.PID_BODY_HTML):
            walk.markup(markup, 1)
        elif properties.binary_prop_value(ids.PID_RTF_COMPRESSED):
            walk.warnings.append("The text is kept as rich text only and was not read; save the message as EML.")
        for attachment in message.attachments:
            walk.count()
            walk.attachment(
                _property(attachment.properties, ids.PID_ATTACH_LONG_FILENAME, ids.PID_DISPLAY_NAME),
                str(attachment.mime_type),
                attachment.file_bytes,
            )
    return walk.reading(subject)


class _Walk:
    """A walk over the parts of a message in order, within the limits."""

    def __init__(self, name: str, deadline: float) -> None:
        self.warnings: list[str] = []
        self._blocks: list[Block] = []
        self._images = 0
        self._parts = 0
        self._characters = 0
        self._has_text = False
        self._is_sealed = False
        self._name = name
        self._deadline = deadline

    def reading(self, title: str) -> Reading:
        """What was found. Raises DocumentRefused when all the text there is, is encrypted."""
        if self._is_sealed and not self._has_text:
            raise _sealed(self._name)
        return shared.reading(title, self._blocks, self.warnings, self._images)

    def heading(self, subject: str, fields: Sequence[tuple[str, str]], level: int) -> None:
        if subject:
            self._blocks.append(Block(BlockKind.HEADING, subject, level=level))
        self._blocks.extend(Block(BlockKind.PARAGRAPH, f"{key}: {value}") for key, value in fields if value)

    def message(self, message: Message, level: int, depth: int) -> None:
        self.heading(_header(message, "Subject"), [(key, _header(message, key)) for key in _SHOWN], level)
        self._part(message, level, depth)

    def plain(self, text: str) -> None:
        if text.lstrip().startswith(_PGP):
            self._seal()
            return
        self._count_text(text)
        for count, block in enumerate(_paragraphs(text)):
            if count % 1000 == 0:
                self._check_time()
            self._blocks.append(block)

    def markup(self, markup: str, level: int) -> None:
        """Takes the text of a part in HTML; its headings stand below the subject's level."""
        self._count_text(markup)
        found = read_embedded(_without_layout(markup), self._name, self._deadline)
        self._images += sum(page.images for page in found.pages)
        self.warnings.extend(found.warnings)
        for block in found.blocks:
            self._blocks.append(replace(block, level=block.level + level) if block.kind is BlockKind.HEADING else block)

    def attachment(self, filename: str, kind: str, data: bytes | None) -> None:
        if filename.lower() == "message.rpmsg" or kind == "application/x-microsoft-rpmsg-message":
            self._seal()  # a message with restricted permission; its text is a note about that
            self._has_text = False
            return
        size = f" ({_size(len(data))})" if data else ""
        self.warnings.append(f"Attachment “{filename or kind}”{size} was not read; take it in by itself.")

    def count(self) -> None:
        """Counts a part. Raises DocumentRefused when there are too many, or when it took too long."""
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise _too_many(self._name)
        self._check_time()

    def _check_time(self) -> None:
        if time.monotonic() > self._deadline:
            raise too_slow(self._name, f"part {self._parts}, block {len(self._blocks)}")

    def _count_text(self, text: str) -> None:
        self._has_text = self._has_text or bool(text.strip())
        self._characters += len(text)
        if self._characters > MAX_TEXT:
            raise DocumentRefused(
                "security_risk", f"“{self._name}” holds more than {MAX_TEXT // 2**20} MB of text.", "Split it."
            )

    def _seal(self) -> None:
        self._is_sealed = True
        self.warnings.append("An encrypted part was not read.")

    def _part(self, part: Message, level: int, depth: int, *, with_text: bool = True) -> None:
        """Takes a part and those within it; with `with_text` False only its attachments are named."""
        self.count()
        if depth > MAX_NESTING:
            raise too_deep(self._name, MAX_NESTING)
        kind = part.get_content_type()
        filename = clean(_unencoded(part.get_filename() or ""))
        inner = cast(list[Message], part.get_payload()) if part.is_multipart() else []
        if kind in _SEALED:
            self._seal()
        elif kind == "message/rfc822":
            for message in inner:
                self.message(message, level + 1, depth + 1)
        elif inner and kind == "multipart/alternative":
            chosen = _best(inner)
            for child in inner:
                self._part(child, level, depth + 1, with_text=with_text and child is chosen)
        elif inner and kind == "multipart/signed":
            self.warnings.append("The message is signed; the signature was not checked.")
            self._part(inner[0], level, depth + 1, with_text=with_text)
        elif inner and kind.startswith("multipart/"):
            for child in inner:
                self._part(child, level, depth + 1, with_text=with_text)
        elif kind.startswith("image/") and part.get_content_disposition() != "attachment":
            self._images += 1
        elif filename or part.get_content_disposition() == "attachment" or kind not in _TEXTS:
            self.attachment(filename, kind, None if inner else _content(part))
        elif with_text and kind == "text/html":
            self.markup(_text(part), level)
        elif with_text:
            self.plain(_text(part))


def _best(parts: Sequence[Message]) -> Message | None:
    """The form of a message to read of those offered: plain text unless it is empty, else the last that holds text."""
    for part in parts:
        if part.get_content_type() == "text/plain" and _text(part).strip():
            return part
    rich = [part for part in parts if part.get_content_type() == "text/html" or part.is_multipart()]
    return rich[-1] if rich else None


def _paragraphs(text: str) -> Iterator[Block]:
    """Paragraphs, steps, bullets and warnings; lines quoted from an earlier message stay apart, with their marks."""
    paragraph: list[str] = []
    marks = ""
    for raw in [*text.splitlines(), ""]:
        quoted = _QUOTED.match(raw)
        depth = ">" * quoted.group(1).count(">") if quoted else ""
        line = (raw[quoted.end() :] if quoted else raw).strip()
        begins = not depth and (step_label(line) or item_text(line) is not None or warning_word(line))
        if paragraph and (not line or depth != marks or begins):
            joined = clean(" ".join(paragraph))
            yield Block(BlockKind.PARAGRAPH, f"{marks} {joined}") if marks else prose(joined)
            paragraph = []
        if line:
            paragraph.append(line)
            marks = depth


def _without_layout(markup: str) -> str:
    """HTML whose tables are all tables: one that holds another is there for the layout and becomes plain blocks."""
    tags = list(_TABLE_TAG.finditer(markup))
    open_tables: list[int] = []
    owners: list[int | None] = []  # of each tag: the table, by the tag that opens it
    layout: set[int] = set()
    for index, tag in enumerate(tags):
        closes, is_table = bool(tag.group(1)), tag.group(2).lower() == "table"
        if is_table and not closes:
            layout.update(open_tables[-1:])
            open_tables.append(index)
        owners.append(open_tables[-1] if open_tables else None)
        if is_table and closes and open_tables:
            open_tables.pop()
    at = 0
    parts: list[str] = []
    for tag, owner in zip(tags, owners, strict=True):
        if owner in layout:
            parts += (markup[at : tag.start()], f"<{tag.group(1)}div")
            at = tag.end()
    return "".join([*parts, markup[at:]])


def _header(message: Message, key: str) -> str:
    """A header as people read it, or ""; of several with the same name, the first."""
    return clean(_unencoded(str(message.get(key) or "")[:MAX_HEADER]))


def _unencoded(raw: str) -> str:
    """The text of a header in which letters beyond ASCII are written as in "=?utf-8?q?caf=C3=A9?="."""
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, ValueError, LookupError):
        return raw  # as written: readable but for the letters that are encoded


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message) -> str:
    return _decoded(_content(part), part.get_content_charset("us-ascii"))


def _decoded(content: bytes, charset: str) -> str:
    """The text of a part; when the charset it names is unknown or cannot hold it, as files are decoded."""
    if is_codec(charset):
        with suppress(LookupError, ValueError):
            return content.decode(charset)
    return decode(content)[0]


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"


# --- Outlook ----------------------------------------------------------------------------------------------------------


def _check_storage(path: Path, name: str) -> None:
    """Raises DocumentRefused when an Outlook file has too many entries, or more in them than it can hold."""
    import olefile  # pyright: ignore[reportMissingTypeStubs] - it has none

    ole: Any
    with olefile.OleFileIO(str(path)) as ole:
        entries = [entry for entry in ole.direntries if entry is not None]
        unpacked = sum(int(entry.size) for entry in entries if entry is not ole.root)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise DocumentRefused(
            "security_risk",
            f"“{name}” would unpack to {unpacked / 2**20:,.0f} MB in {len(entries):,} parts.",
            "Open it in Outlook and save it again, without its attachments.",
        )


def _property(properties: Any, *ids: int) -> str:
    """The first of the properties that is there and readable, or ""."""
    for number in ids:
        try:
            value = properties.str_prop_value(number)
        except (LookupError, UnicodeError):
            continue  # its stream is missing or in another encoding than it says; the rest can be read
        if value:
            return str(value).rstrip("\0")
    return ""


def _sender_address(properties: Any) -> str:
    from oxmsg.domain import constants as ids

    return _property(properties, ids.PID_SENDER_SMTP_ADDRESS, ids.PID_SENDER_EMAIL_ADDRESS)


def _address(person: str, address: str) -> str:
    if not person or not address or person == address:
        return person or address
    return f"{person} <{address}>"


# --- refusals ---------------------------------------------------------------------------------------------------------


def _too_many(name: str) -> DocumentRefused:
    return DocumentRefused(
        "security_risk", f"“{name}” has more than {MAX_PARTS} parts.", "Save it without its attachments."
    )


def _sealed(name: str) -> DocumentRefused:
    return DocumentRefused(
        "password_protected",
        f"“{name}” is encrypted, or signed so that its text is sealed.",
        "Open it in your mail program and save its text, or forward it without encryption.",
    )
