"""A message becomes its subject, who wrote it and its text; what is not read is named, what is sealed is refused."""

from __future__ import annotations

import struct
import time
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import DocumentRefused
from knowledge.readers import mail
from knowledge.readers.mail import read_eml, read_msg
from knowledge.types import Reading

FROM = "From: Ana Ruiz <ana@example.com>\nTo: crew@example.com\n"
HEAD = [
    ("heading", "", "Fryer"),
    ("paragraph", "", "From: Ana Ruiz <ana@example.com>"),
    ("paragraph", "", "To: crew@example.com"),
]


def read(tmp_path: Path, data: str | bytes) -> Reading:
    path = tmp_path / "x.eml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_eml(path, "note.eml", time.monotonic() + 60)


def refused(tmp_path: Path, data: str) -> tuple[str, str]:
    with pytest.raises(DocumentRefused) as caught:
        read(tmp_path, data)
    return caught.value.kind, caught.value.reason


def brief(reading: Reading) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.label, block.text) for block in reading.blocks]


def multipart(kind: str, *parts: str) -> str:
    """A part that holds others: each is given with its header lines."""
    mark = f"b{abs(hash(parts))}"
    return (
        f'Content-Type: {kind}; boundary="{mark}"\n\n'
        + "".join(f"--{mark}\n{part}\n" for part in parts)
        + f"--{mark}--\n"
    )


# --- EML --------------------------------------------------------------------------------------------------------------


def test_a_message_is_its_subject_its_people_and_its_text(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"""Subject: =?utf-8?q?Caf=C3=A9?= fryer
{FROM}Cc: Bo <bo@example.com>,
 Cy <cy@example.com>
Date: Tue, 1 Mar 2022 08:19:03 +0000
Content-Type: text/plain; charset=utf-8

Hello all,
this is for the weekend.

WARNING: Hot oil burns.
1. Turn the fryer
   off.
2. Wait.
 - gloves

> Is it cold?
> Then clean it.
>> 1. Earlier
Yes.
""",
    )
    assert found.title == "Café fryer"
    assert brief(found) == [
        ("heading", "", "Café fryer"),
        ("paragraph", "", "From: Ana Ruiz <ana@example.com>"),
        ("paragraph", "", "To: crew@example.com"),
        ("paragraph", "", "Cc: Bo <bo@example.com>, Cy <cy@example.com>"),
        ("paragraph", "", "Date: Tue, 1 Mar 2022 08:19:03 +0000"),
        ("paragraph", "", "Hello all, this is for the weekend."),
        ("warning", "WARNING", "Hot oil burns."),
        ("step", "1.", "Turn the fryer off."),
        ("step", "2.", "Wait."),
        ("item", "", "gloves"),
        ("paragraph", "", "> Is it cold? Then clean it."),
        ("paragraph", "", ">> 1. Earlier"),
        ("paragraph", "", "Yes."),
    ]
    assert found.warnings == ()


def test_plain_text_is_preferred_and_html_is_read_when_there_is_no_other(tmp_path: Path) -> None:
    html = "Content-Type: text/html; charset=utf-8\n\n<h1>Oil</h1><p>In HTML.</p><img src='http://x/y.png'>"
    plain = "Content-Type: text/plain\n\nIn plain text."
    blank = "Content-Type: text/plain\n\n \n"
    first = read(tmp_path, f"Subject: Fryer\n{FROM}" + multipart("multipart/alternative", plain, html))
    assert brief(first) == [*HEAD, ("paragraph", "", "In plain text.")]
    second = read(tmp_path, f"Subject: Fryer\n{FROM}" + multipart("multipart/alternative", blank, html))
    assert brief(second) == [*HEAD, ("heading", "", "Oil"), ("paragraph", "", "In HTML.")]
    assert [block.level for block in second.blocks if block.level] == [1, 2]
    assert second.pages[0].images == 1


def test_tables_for_layout_are_not_taken_for_tables(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"""Subject: Fryer
{FROM}Content-Type: text/html

<table><tr><td><p>Codes:</p></td></tr><tr><td><table><tr><th>Code</th><th>Action</th></tr>
<tr><td>E1</td><td>Reset</td></tr></table></td></tr></table>""",
    )
    assert brief(found) == [*HEAD, ("paragraph", "", "Codes:"), ("row", "", "E1 | Reset")]
    assert found.blocks[-1].header == ("Code", "Action")


def test_attachments_are_named_and_not_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Fryer", "Ana Ruiz <ana@example.com>"
    message.set_content("See the manual.")
    message.add_attachment(b"%PDF" * 500_000, maintype="application", subtype="pdf", filename="Müller.pdf")
    message.add_attachment("a,b\n1,2\n", subtype="csv", filename="codes.csv")
    message.add_attachment(b"x", maintype="image", subtype="png", disposition="inline")
    found = read(tmp_path, bytes(message))
    assert brief(found) == [*HEAD[:2], ("paragraph", "", "See the manual.")]
    assert found.warnings == (
        "Attachment “Müller.pdf” (2.0 MB) was not read; take it in by itself.",
        "Attachment “codes.csv” (1 kB) was not read; take it in by itself.",
    )
    assert found.pages[0].images == 1


def test_an_enclosed_message_follows_under_its_own_subject(tmp_path: Path) -> None:
    inner = "Content-Type: message/rfc822\n\nSubject: Earlier\nFrom: bo@example.com\n\nIt leaks."
    found = read(
        tmp_path,
        f"Subject: Fryer\n{FROM}" + multipart("multipart/mixed", "Content-Type: text/plain\n\nSee below.", inner),
    )
    assert brief(found) == [
        *HEAD,
        ("paragraph", "", "See below."),
        ("heading", "", "Earlier"),
        ("paragraph", "", "From: bo@example.com"),
        ("paragraph", "", "It leaks."),
    ]
    assert [block.level for block in found.blocks if block.level] == [1, 2]


def test_text_is_decoded_by_what_it_holds_when_its_charset_is_wrong(tmp_path: Path) -> None:
    for charset in ("utf-8", "us-ascii", "no-such-charset", "punycode", "zip"):
        part = f"Subject: Fryer\n{FROM}Content-Type: text/plain; charset={charset}\n\nKüche".encode()
        assert brief(read(tmp_path, part))[-1] == ("paragraph", "", "Küche")
    assert brief(read(tmp_path, f"Subject: Fryer\n{FROM}\nKüche".encode("utf-16")))[-1] == ("paragraph", "", "Küche")


def test_a_signed_message_is_read_and_a_sealed_one_refused(tmp_path: Path) -> None:
    text, signature = "Content-Type: text/plain\n\nStop.", "Content-Type: application/pgp-signature\n\nxyz"
    signed = read(tmp_path, f"Subject: Fryer\n{FROM}" + multipart("multipart/signed", text, signature))
    assert brief(signed) == [*HEAD, ("paragraph", "", "Stop.")]
    assert signed.warnings == ("The message is signed; the signature was not checked.",)
    sealed = (
        multipart("multipart/encrypted", "Content-Type: application/octet-stream\n\nxyz"),
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nxyz",
        "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\nxyz\n-----END PGP MESSAGE-----",
    )
    for body in sealed:
        assert refused(tmp_path, f"Subject: Fryer\n{FROM}{body}") == (
            "password_protected",
            "“note.eml” is encrypted, or signed so that its text is sealed.",
        )
    partly = read(tmp_path, f"Subject: Fryer\n{FROM}" + multipart("multipart/mixed", text, sealed[1]))
    assert (brief(partly), partly.warnings) == (
        [*HEAD, ("paragraph", "", "Stop.")],
        ("An encrypted part was not read.",),
    )


def test_what_is_no_message_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "Just a text.\n\nNothing else.") == (
        "invalid_content",
        "“note.eml” is not a message: it has no sender or subject.",
    )


def test_parts_nesting_text_headers_and_time_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = "Content-Type: text/plain\n\nx"
    nested = part
    for _ in range(mail.MAX_NESTING + 1):
        nested = multipart("multipart/mixed", nested)
    assert refused(tmp_path, f"Subject: Fryer\n{nested}")[1] == "“note.eml” nests its parts more than 10 deep."
    messages = "Content-Type: message/rfc822\n\n" * 3000
    assert refused(tmp_path, f"Subject: Fryer\n{messages}")[1] == "“note.eml” nests its parts more than 10 deep."
    many = multipart("multipart/mixed", *[part] * mail.MAX_PARTS)
    assert refused(tmp_path, f"Subject: Fryer\n{many}")[1] == "“note.eml” has more than 500 parts."
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(600))
    assert refused(tmp_path, f"Subject: Fryer\n{deep}")[1] == "“note.eml” has more than 500 parts."
    long = "Content-Type: text/plain" + ";a=b" * 10_000
    assert refused(tmp_path, f"Subject: Fryer\n{long}\n\nx")[1] == "“note.eml” has a header of more than 20,000 bytes."
    subject = read(tmp_path, f"Subject: {'a ' * 10_000}\n\nx").title
    assert subject == ("a " * 2500).strip()
    with pytest.raises(DocumentRefused, match="took too long to read: stopped at part 1"):
        read_eml(tmp_path / "x.eml", "note.eml", 0)
    monkeypatch.setattr(mail, "MAX_TEXT", 3)
    assert refused(tmp_path, "Subject: Fryer\n\nlong")[0] == "security_risk"


# --- MSG --------------------------------------------------------------------------------------------------------------

Tree = dict[str, Any]
"""What a compound file holds: streams (bytes) and folders (trees) by name."""

SUBJECT, CLASS, HEADERS, BODY, HTML, RTF = 0x0037, 0x001A, 0x007D, 0x1000, 0x1013, 0x1009
SENDER, SENDER_ADDRESS, DISPLAY_TO, FILE_NAME, FILE_BYTES, MIME = 0x0C1A, 0x0C1F, 0x0E04, 0x3707, 0x3701, 0x370E


def properties(values: dict[int, str | bytes], header: int) -> Tree:
    """The streams of a folder of an Outlook file: texts in UTF-16, and bytes."""
    streams: Tree = {}
    listed = b"\0" * header
    for number, value in sorted(values.items()):
        form, data = (0x1F, value.encode("utf-16-le")) if isinstance(value, str) else (0x102, value)
        streams[f"__substg1.0_{number:04X}{form:04X}"] = data
        listed += struct.pack("<HHIQ", form, number, 6, len(data))
    return {"__properties_version1.0": listed, **streams}


def compound_file(tree: Tree) -> bytes:
    """A compound file of `tree`. Streams are filled up with zeros to 4,096 bytes: shorter ones are kept otherwise."""
    sectors: list[bytes] = []
    following: list[int] = []

    def store(data: bytes) -> int:
        first = len(sectors)
        for at in range(0, len(data), 512):
            sectors.append(data[at : at + 512].ljust(512, b"\0"))
            following.append(len(sectors))
        following[-1] = 0xFFFFFFFE
        return first

    entries: list[list[Any]] = [["Root Entry", 5, -1, -1, 0xFFFFFFFE, 0]]  # name, kind, next, child, start, size

    def add(parent: int, children: Tree) -> None:
        previous = -1
        for name, value in children.items():
            index = len(entries)
            if isinstance(value, bytes):
                data = value.ljust(4096, b"\0")
                entries.append([name, 2, -1, -1, store(data), len(data)])
            else:
                entries.append([name, 1, -1, -1, 0, 0])
                add(index, value)
            entries[previous if previous >= 0 else parent][2 if previous >= 0 else 3] = index
            previous = index

    add(0, tree)
    directory = b""
    for name, kind, after, child, start, size in entries:
        text = str(name).encode("utf-16-le") + b"\0\0"
        directory += text.ljust(64, b"\0") + struct.pack(
            "<HBBiii36xIQ", len(text), kind, 1, -1, after, child, start, size
        )
    first = store(directory)
    tables = len(sectors) // 126 + 1
    numbers = range(len(sectors), len(sectors) + tables)
    allocation = [*following, *[0xFFFFFFFD] * tables]
    allocation += [0xFFFFFFFF] * (128 * tables - len(allocation))
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
        + struct.pack("<5H6x3I", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, first)
        + struct.pack("<6I", 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
        + struct.pack("<109i", *numbers, *[-1] * (109 - tables))
        + b"".join(sectors)
        + struct.pack(f"<{128 * tables}I", *allocation)
    )


def outlook(tmp_path: Path, values: dict[int, str | bytes], *attachments: dict[int, str | bytes]) -> Reading:
    tree = properties(values, 32)
    tree |= {f"__attach_version1.0_#{at:08X}": properties(each, 8) for at, each in enumerate(attachments)}
    path = tmp_path / "x.msg"
    path.write_bytes(compound_file(tree))
    return read_msg(path, "note.msg", time.monotonic() + 60)


PEOPLE: dict[int, str | bytes] = {
    SUBJECT: "Fryer",
    SENDER: "Ana Ruiz",
    SENDER_ADDRESS: "ana@example.com",
    DISPLAY_TO: "crew@example.com",
}


def test_an_outlook_message_is_read_like_any_other(tmp_path: Path) -> None:
    found = outlook(
        tmp_path,
        {**PEOPLE, BODY: "Stop.\r\n\r\n1. Wait.", HTML: b"<p>In HTML.</p>"},
        {FILE_NAME: "manual.pdf", FILE_BYTES: b"x" * 12_000, MIME: "application/pdf"},
        {FILE_NAME: "Earlier.msg"},
    )
    assert found.title == "Fryer"
    assert brief(found) == [*HEAD, ("paragraph", "", "Stop."), ("step", "1.", "Wait.")]
    assert found.warnings == (
        "Attachment “manual.pdf” (12 kB) was not read; take it in by itself.",
        "Attachment “Earlier.msg” was not read; take it in by itself.",
    )


def test_the_headers_an_outlook_message_came_with_are_preferred(tmp_path: Path) -> None:
    headers = "From: Bo <bo@example.com>\r\nDate: Tue, 1 Mar 2022 08:19:03 +0000\r\n\r\n"
    found = outlook(tmp_path, {**PEOPLE, HEADERS: headers, HTML: "<h2>Küche</h2>".encode()})
    assert brief(found) == [
        ("heading", "", "Fryer"),
        ("paragraph", "", "From: Bo <bo@example.com>"),
        ("paragraph", "", "To: crew@example.com"),
        ("paragraph", "", "Date: Tue, 1 Mar 2022 08:19:03 +0000"),
        ("heading", "", "Küche"),
    ]


def test_a_text_in_rich_text_only_is_told_to_be_missing(tmp_path: Path) -> None:
    found = outlook(tmp_path, {**PEOPLE, RTF: b"xyz"})
    assert brief(found) == HEAD
    assert found.warnings == ("The text is kept as rich text only and was not read; save the message as EML.",)


@pytest.mark.parametrize(
    ("values", "attachments"),
    [({CLASS: "IPM.Note.SMIME"}, []), ({BODY: "Protected."}, [{FILE_NAME: "message.rpmsg", FILE_BYTES: b"x"}])],
)
def test_a_sealed_outlook_message_is_refused(
    tmp_path: Path, values: dict[int, str | bytes], attachments: list[dict[int, str | bytes]]
) -> None:
    with pytest.raises(DocumentRefused) as caught:
        outlook(tmp_path, {**PEOPLE, **values}, *attachments)
    assert caught.value.kind == "password_protected"


def test_a_damaged_or_swollen_outlook_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.msg"
    for data in (b"", b"From: a\n\nb", compound_file({"other": b"x"}), compound_file(properties(PEOPLE, 32))[:2000]):
        path.write_bytes(data)
        with pytest.raises(DocumentRefused) as caught:
            read_msg(path, "note.msg", time.monotonic() + 60)
        assert caught.value.kind == "corrupted"
    monkeypatch.setattr(mail, "MAX_UNPACKED", 1000)
    with pytest.raises(DocumentRefused, match="would unpack to 0 MB in"):
        outlook(tmp_path, {**PEOPLE, BODY: "x" * 1000})
