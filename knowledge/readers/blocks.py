"""What every reader does alike: text is decoded and cleaned, its first words tell its kind, blocks get a report."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from knowledge.types import Block, BlockKind, PageReport, Reading

_WARNING = re.compile(r"^\W{0,3}(DANGER|WARNING|CAUTION|NOTICE|NOTE|IMPORTANT|ATTENTION)\b\W{0,3}(?=\S)", re.IGNORECASE)
_STEP = re.compile(r"^(?:step\s+)?(\d{1,3}[.)]|\(\d{1,3}\)|[a-z][.)])\s+(?=\S)", re.IGNORECASE)
BULLETS = "•▪‣◦●○■□·⁃∙➢➤►▶❖◆♦☐☑❑❒\uf020-\uf0ff–—-"
"""The marks of a list, as the characters of a pattern. From F020 to F0FF stand the signs of symbol fonts, which have no
letters: Word prints its bullets with them."""
_ITEM = re.compile(rf"^(?:[*{BULLETS}]|\[[ xX]?\])\s+(?=\S)")
_CAPTION = re.compile(r"(table|figure)\s+\d+\s*[:.]", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
"""Soft hyphens, marks of no width and control characters: they keep words from being found."""
_SLOW_CODECS = frozenset({"punycode", "idna"})
"""Their time grows with the square, and no document is written in them."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def warning_word(text: str) -> tuple[str, str] | None:
    """The signal word that a text begins with, in capitals, and the rest; None for ordinary text.

    In running text the word must be in capitals or be followed by a colon: "Note the level" is no note.
    """
    match = _WARNING.match(text)
    if match is None:
        return None
    word = match.group(1)
    if not word.isupper() and ":" not in match.group(0):
        return None
    return word.upper(), text[match.end() :].strip()


def step_label(text: str) -> tuple[str, str] | None:
    """The printed number that a step begins with, and the rest; None for ordinary text."""
    match = _STEP.match(text)
    return (match.group(1), text[match.end() :].strip()) if match else None


def item_text(text: str) -> str | None:
    """The text of a bullet without its mark, or None for ordinary text."""
    match = _ITEM.match(text)
    return text[match.end() :].strip() if match else None


def is_caption(text: str) -> bool:
    """Whether a text begins as the caption of a table or figure does: "Table 3: …"."""
    return _CAPTION.match(text) is not None


def numeral(number: int, form: str) -> str:
    """A number as a list prints it in the form "1", "a", "A", "i" or "I"; "" for a bullet, whose form is "" or "•".

    Letters go from a to z, then aa, up to 260; Roman numerals up to 3,999; digits stand for what is beyond.
    """
    if form in ("", "•"):
        return ""
    text = str(number)
    if form in "aA" and 0 < number <= 260:
        text = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in "iI" and 0 < number < 4000:
        text, rest = "", number
        for value, letters in _ROMAN:
            text += letters * (rest // value)
            rest %= value
    return text.upper() if form in ("A", "I") else text


def prose(text: str, *, line: int | None = None) -> Block:
    """A paragraph, or the warning, step or bullet that it turns out to be by its first characters."""
    text = " ".join(text.split())
    if (warned := warning_word(text)) is not None:
        return Block(BlockKind.WARNING, warned[1], label=warned[0], line=line)
    if (numbered := step_label(text)) is not None:
        return Block(BlockKind.STEP, numbered[1], label=numbered[0], line=line)
    if (bullet := item_text(text)) is not None:
        return Block(BlockKind.ITEM, bullet, line=line)
    return Block(BlockKind.PARAGRAPH, text, line=line)


def rows(
    cells: Sequence[Sequence[str]], *, header: Sequence[str], table: str = "", lines: Sequence[int] = ()
) -> list[Block]:
    """Rows under a header: every row has as many cells as the header has names; empty rows are left out."""
    width = max([len(header), *(len(row) for row in cells)], default=0)
    names = (*header, *[""] * (width - len(header)))
    made: list[Block] = []
    for index, row in enumerate(cells):
        padded = tuple(" ".join(cell.split()) for cell in [*row, *[""] * (width - len(row))])
        if any(padded):
            made.append(
                Block(
                    BlockKind.ROW,
                    " | ".join(padded),
                    cells=padded,
                    header=names,
                    table=table,
                    line=lines[index] if lines else None,
                )
            )
    return made


def reading(title: str, blocks: Sequence[Block], warnings: Sequence[str] = (), images: int = 0) -> Reading:
    """A reading of a document without pages: its whole is page 1 of the report."""
    tables = 0
    last: tuple[str, ...] | None = None
    for block in blocks:
        here = block.header if block.kind is BlockKind.ROW else None
        tables += here is not None and here != last
        last = here
    report = PageReport(1, sum(len(block.text) for block in blocks), len(blocks), tables, images)
    return Reading(title, tuple(blocks), (report,), tuple(warnings))


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it was in: UTF-8, UTF-16 by its mark, else Windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def is_codec(encoding: str) -> bool:
    """Whether an encoding that a file declares is known, and decodes in a time that grows with the text alone."""
    try:
        return codecs.lookup(encoding).name not in _SLOW_CODECS
    except (LookupError, ValueError):
        return False


def seen(text: str) -> str:
    """Text without what nobody sees; half a surrogate pair becomes a question mark."""
    return _UNSEEN.sub("", text).encode("utf-8", "replace").decode()


def clean(text: str) -> str:
    """What `seen` gives, with its blanks collapsed."""
    return " ".join(seen(text).split())
