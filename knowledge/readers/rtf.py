"""RTF: marked up text, decoded by striprtf with its structure kept."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import clean, is_caption, is_codec, prose, reading, rows, warning_word
from knowledge.readers.refusals import refusing, too_deep, too_slow
from knowledge.types import Block, BlockKind, Reading

MAX_GROUPS = 1_000
"""Groups within each other in an RTF file."""
MAX_FONTS = 100_000
"""Characters of the font table of an RTF file, which is searched in a time that grows with the square."""
MAX_STYLES = 500_000
"""Characters of the style table of an RTF file that are read."""
MAX_RTF = 50 * 2**20
"""Characters of an RTF file."""

# marks that are written into the text before striprtf decodes it: private characters that no font gives a shape
_CELL, _ROW, _LABEL, _LABELLED, _IN_TABLE, _PLAIN = (chr(0xE0E0 + at) for at in range(6))
_LEVEL = 0xE0F0  # the mark of a paragraph's heading level, 0 for text; the title has the level after the deepest
_TITLE_LEVEL = 10

_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,9})? ?|\\[^a-z]|[{}]", re.IGNORECASE)
_BINARY = re.compile(rb"(?<!\\)\\bin(\d{1,9}) ?")
_STYLE = re.compile(r"\{\\s(\d{1,5})(?![\w-])([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_TITLE = re.compile(r"\{\\title ([^{}]{1,1000})\}")
_CODEPAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_PIECES = re.compile(f"([\n{_CELL}-{chr(_LEVEL + _TITLE_LEVEL)}])")

_MARKS = {
    "cell": _CELL,
    "nestcell": _CELL,
    "row": _ROW,
    "nestrow": _ROW,
    "intbl": _IN_TABLE,
}
_DROPPED = {
    "pict": "",
    "nonshppict": "",
    "fldinst": "",
    "footnote": "Footnotes and endnotes",
    "annotation": "Comments",
    "shptxt": "Text boxes",
    "objdata": "Embedded objects",
}
"""Groups that are not read, and what the report calls them."""


def read_rtf(path: Path, name: str, deadline: float) -> Reading:
    """Paragraphs, headings by style or outline level, lists with the numbers written in the file, and tables.

    Footnotes, comments, text boxes and hidden text are left out, and the warnings say so. A merged cell is not
    repeated. Raises DocumentRefused: not RTF, damaged, or too large or slow to read.
    """
    # imported here: only needed by those who take in RTF
    from striprtf import striprtf

    rtf: Any = striprtf
    data = path.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise DocumentRefused("corrupted", f"“{name}” does not begin as RTF does.", "Save it as RTF or DOCX again.")
    codepage = _CODEPAGE.search(data)
    encoding = f"cp{codepage.group(1).decode('ascii')}" if codepage else "cp1252"
    source = _without_binary(data).decode(encoding if is_codec(encoding) else "cp1252", "replace")
    if len(source) > MAX_RTF or len(rtf.font_table_group(source)) > MAX_FONTS:
        raise DocumentRefused("security_risk", f"“{name}” is larger than any text document.", "Save it as DOCX.")
    marking = _Marking(source, name, deadline)
    with refusing(name, "RTF", MAX_GROUPS):
        text = str(rtf.rtf_to_text(marking.marked(), errors="replace"))
        titled = _TITLE.search(source)
        title = str(rtf.rtf_to_text("{\\rtf1\\ansi " + titled.group(1) + "}", errors="replace")) if titled else ""
    blocks = _blocks(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return reading(clean(title) or first, blocks, marking.warnings(), marking.images)


def _without_binary(data: bytes) -> bytes:
    """RTF without the bytes of pictures and objects that are in it as they are, and that would pass for marks."""
    parts: list[bytes] = []
    at = 0
    while (match := _BINARY.search(data, at)) is not None:
        parts.append(data[at : match.start()])
        at = match.end() + int(match.group(1))
    return b"".join([*parts, data[at:]])


class _Marking:
    """A pass over RTF that writes private marks where striprtf would lose the structure, and leaves groups out."""

    def __init__(self, source: str, name: str, deadline: float) -> None:
        self.images = 0
        self._source = source
        self._name = name
        self._deadline = deadline
        self._levels = _heading_levels(source)
        self._left_out: Counter[str] = Counter()
        self._out: list[str] = []
        self._dropping = False
        self._hidden = False
        self._in_label = False
        self._in_body = False  # before the first paragraph, styles and not text are said to be hidden
        self._stack: list[tuple[bool, bool, bool]] = []

    def marked(self) -> str:
        """The source with the marks. Call once."""
        at = 0
        for count, match in enumerate(_TOKEN.finditer(self._source)):
            if count % 20_000 == 0 and time.monotonic() > self._deadline:
                raise too_slow(self._name, f"character {at:,}")
            self._text(self._source[at : match.start()])
            at = match.end()
            token, word = match.group(0), match.group(1)
            if token == "{":
                if len(self._stack) >= MAX_GROUPS:
                    raise too_deep(self._name, MAX_GROUPS)
                self._stack.append((self._dropping, self._hidden, self._in_label))
                self._put(token)
            elif token == "}":
                self._close()
            elif word:
                self._word(token, word, match.group(2))
            elif not self._hidden or token == "\\*":
                self._put(token)
        self._text(self._source[at:])
        return "".join(self._out)

    def warnings(self) -> list[str]:
        ended = ["The file ends before its text does; what follows is missing."] if self._stack else []
        return [f"{what} were left out: {count}." for what, count in self._left_out.items()] + ended

    def _put(self, source: str) -> None:
        if not self._dropping:
            self._out.append(source)

    def _mark(self, mark: str) -> None:
        self._put(f"{{\\uc0\\u{ord(mark)} }}")

    def _text(self, text: str) -> None:
        if not self._hidden:
            self._put(text)
        elif not self._dropping and text.strip():
            self._left_out["Hidden passages"] += 1

    def _close(self) -> None:
        was_label = self._in_label
        if self._stack:
            self._dropping, self._hidden, self._in_label = self._stack.pop()
        if was_label and not self._in_label:
            self._mark(_LABELLED)
        self._put("}")

    def _word(self, token: str, word: str, number: str | None) -> None:
        if word in _DROPPED and not self._dropping:
            self._dropping = True
            self.images += word == "pict"
            if what := _DROPPED[word]:
                self._left_out[what] += 1
        elif word in ("v", "deleted"):
            self._hidden = self._in_body and number != "0"
        elif word in ("listtext", "pntext"):
            self._in_label = True
            self._mark(_LABEL)
        elif word in _MARKS:
            self._mark(_MARKS[word])
        elif word in ("pard", "plain", "s", "outlinelevel"):
            self._format(word, int(number or 0))
            self._put(token)
        elif word == "line":
            self._put("\\tab ")
        elif word in ("u", "uc"):
            if number is not None and -0x8000 <= int(number) <= 0x10FFFF and not self._hidden:
                self._put(token)
        elif word != "field":  # striprtf searches fields for addresses in a time without bounds
            self._put(token)

    def _format(self, word: str, number: int) -> None:
        """Takes in what is said of a paragraph; within the number of an item it is said of the number alone."""
        if word in ("pard", "plain"):
            self._hidden = False
            self._in_body = True
        if self._in_label:
            return
        if word == "pard":
            self._mark(_PLAIN)
        elif word == "s":
            self._mark(chr(_LEVEL + self._levels.get(number, 0)))
        elif word == "outlinelevel":
            self._mark(chr(_LEVEL + (number + 1 if 0 <= number < 9 else 0)))


def _heading_levels(source: str) -> dict[int, int]:
    """The heading levels of the paragraph styles that are for headings, by the style's number."""
    start = source.find("{\\stylesheet")
    if start < 0:
        return {}
    depth, end = 0, start
    for match in _TOKEN.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match.group(0), 0)
        end = match.end()
        if depth == 0 or end - start > MAX_STYLES:
            break
    levels: dict[int, int] = {}
    for style in _STYLE.finditer(source, start, end):
        name = re.sub(r"\\\*?[a-z]*-?\d* ?|[{};]", "", style.group(2)).strip().casefold()
        outline = re.search(r"\\outlinelevel([0-8])(?!\d)", style.group(2))
        if name == "title":
            levels[int(style.group(1))] = _TITLE_LEVEL
        elif (heading := re.fullmatch(r"heading ([1-9])", name)) is not None:
            levels[int(style.group(1))] = int(heading.group(1))
        elif outline is not None:
            levels[int(style.group(1))] = int(outline.group(1)) + 1
    return levels


def _blocks(text: str) -> list[Block]:
    """The blocks of decoded text with its marks."""
    walk = _Walk()
    for piece in _PIECES.split(text):
        walk.take(piece)
    walk.end_paragraph()
    walk.end_table()
    return walk.blocks


class _Walk:
    """A walk over decoded text, from mark to mark."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._label: list[str] = []
        self._in_label = False
        self._in_table = False
        self._level = 0
        self._has_title = False
        self._caption = ""
        self._cell: list[str] = []  # the paragraphs of the cell at hand
        self._cells: list[str] = []
        self._rows: list[list[str]] = []

    def take(self, piece: str) -> None:
        if piece == "\n":
            self.end_paragraph()
        elif piece == _CELL:
            self._cell.append(self._paragraph())
            self._cells.append(" ".join(self._cell))
            self._cell = []
        elif piece == _ROW:
            self._rows.append(self._cells)
            self._cells = []
        elif piece in (_LABEL, _LABELLED):
            self._in_label = piece == _LABEL
        elif piece == _IN_TABLE:
            self._in_table = True
        elif piece == _PLAIN:
            self._in_table, self._level = False, 0
        elif len(piece) == 1 and 0 <= ord(piece) - _LEVEL <= _TITLE_LEVEL:
            self._level = ord(piece) - _LEVEL
        else:
            (self._label if self._in_label else self._text).append(piece)

    def end_paragraph(self) -> None:
        label = clean("".join(self._label))
        text = self._paragraph()
        if self._in_table or self._cells:
            self._cell.append(f"{label} {text}".strip())
        else:
            self.end_table()
            if text:
                self.blocks.append(self._block(text, label))

    def end_table(self) -> None:
        table = [row for row in self._rows if any(row)]
        self._rows = []
        if table:
            caption, self._caption = self._caption, ""
            header, body = (table[0], table[1:]) if len(table) > 1 else ([], table)
            self.blocks.extend(rows(body, header=header, table=caption))

    def _paragraph(self) -> str:
        text = clean("".join(self._text))
        self._text, self._label, self._in_label = [], [], False
        return text

    def _block(self, text: str, label: str) -> Block:
        if self._level == _TITLE_LEVEL and not self._has_title:
            self._has_title = True
            return Block(BlockKind.HEADING, text, level=1)
        if self._level:
            level = min(self._level, _TITLE_LEVEL - 1) + (1 if self._has_title else 0)
            return Block(BlockKind.HEADING, f"{label} {text}".strip(), level=level)
        if is_caption(text):
            self._caption = text if text.lower().startswith("table") else ""
            return Block(BlockKind.CAPTION, text)
        if not label or (warned := warning_word(text)) is None:
            if not label:
                return prose(text)
            is_number = label[-1] in ".)" or any(character.isdigit() for character in label)
            return Block(BlockKind.STEP, text, label=label) if is_number else Block(BlockKind.ITEM, text)
        return Block(BlockKind.WARNING, warned[1], label=warned[0])
