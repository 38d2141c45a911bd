"""The Markdown sources of the sample site: their front matter and their blocks.

Beside the keys every source has (title, subtitle, output, document_number, revision), front matter
may hold columns (1 or 2), publisher, accent (a #RRGGBB colour) and cover (the name of a diagram).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.samples.diagrams import DIAGRAMS

BOX_COLORS = {
    "DANGER": ("#B71C1C", "#FBE9E7"),
    "WARNING": ("#E65100", "#FFF3E0"),
    "CAUTION": ("#B28704", "#FFFBE0"),
    "NOTE": ("#1565C0", "#E8F1FB"),
}


class SourceError(Exception):
    """A source that cannot be built; the message names the file, the line and the reason."""


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 is a chapter, 2 a section, 3 a sub-section."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text, with **bold** still marked."""

    text: str


@dataclass(frozen=True)
class Item:
    """One step (`number` is set) or one bullet (`number` is None), indented by `level`."""

    text: str
    number: int | None = None
    level: int = 0


@dataclass(frozen=True)
class Box:
    """A safety message; `kind` is a key of BOX_COLORS."""

    kind: str
    text: str


@dataclass(frozen=True)
class Grid:
    """A table with its caption (may be empty), header cells and rows."""

    caption: str
    header: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Figure:
    """A diagram drawn by name, with its caption."""

    caption: str
    name: str


@dataclass(frozen=True)
class PageBreak:
    """A forced page break."""


Block = Heading | Paragraph | Item | Box | Grid | Figure | PageBreak


@dataclass
class Source:
    """A parsed source: its front matter and its blocks in order."""

    path: Path
    meta: dict[str, str]
    blocks: list[Block] = field(default_factory=list[Block])

    @property
    def output(self) -> str:
        """Path of the output, relative to the site folder."""
        return self.meta["output"]

    @property
    def columns(self) -> int:
        """Number of body columns: 1 or 2."""
        return int(self.meta.get("columns", "1"))

    @property
    def imprint(self) -> str:
        """Who the document says it comes from."""
        return self.meta.get("publisher", "Copper Kettle Diner")


_RULE_ROW = re.compile(r"^\|?[\s:|-]+\|?$")
_STEP = re.compile(r"^( *)(\d+)\.\s+(.*)$")
_BULLET = re.compile(r"^( *)-\s+(.*)$")
_BOX = re.compile(r"^>\s*(\w+):\s*(.*)$")
_FIGURE = re.compile(r"^!\[(.*)\]\(diagram:([\w-]+)\)\s*$")
_HEADING = re.compile(r"^(#{1,3})\s+(.*)$")


def read_source(path: Path) -> Source:
    """Parse one source file; raises SourceError when it breaks the subset or lacks a needed key."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        raise SourceError(f"{path}:1: front matter between two --- lines is missing")
    end = next(n for n, line in enumerate(lines) if n and line.strip() == "---")
    meta: dict[str, str] = {}
    for line in lines[1:end]:
        key, colon, value = line.partition(":")
        if colon:
            meta[key.strip()] = re.sub(r"\s{2,}#.*$", "", value).strip().strip('"')
    for key in ("title", "subtitle", "output", "document_number", "revision"):
        if not meta.get(key):
            raise SourceError(f"{path}:1: front matter has no {key}")
    source = Source(path, meta)
    if source.columns not in (1, 2) or Path(source.output).suffix not in (".pdf", ".docx"):
        raise SourceError(f"{path}:1: columns must be 1 or 2 and output must end in .pdf or .docx")
    source.blocks = list(_blocks(path, lines, end + 1))
    return source


def _blocks(path: Path, lines: list[str], at: int) -> Iterator[Block]:
    """Yield the blocks of `lines` from line index `at` on."""
    caption = ""
    while at < len(lines):
        line = lines[at]
        where = f"{path}:{at + 1}"
        if not line.strip():
            at += 1
            continue
        if caption and not line.startswith("|"):
            raise SourceError(f"{where}: a table caption must stand directly above its table")
        if line.strip() == "<!-- page -->":
            yield PageBreak()
            at += 1
        elif match := _HEADING.match(line):
            yield Heading(len(match[1]), match[2].strip())
            at += 1
        elif line.startswith("!["):
            figure = _FIGURE.match(line)
            if figure is None or figure[2] not in DIAGRAMS:
                known = ", ".join(sorted(DIAGRAMS))
                raise SourceError(f"{where}: no diagram named {figure[2] if figure else line!r}; there is {known}")
            yield Figure(figure[1], figure[2])
            at += 1
        elif line.startswith(">"):
            match = _BOX.match(line)
            if match is None or match[1] not in BOX_COLORS:
                raise SourceError(f"{where}: a box must begin with one of {', '.join(BOX_COLORS)}")
            text, at = _gather(lines, at + 1, match[2], lambda s: s.startswith(">") and _BOX.match(s) is None)
            yield Box(match[1], text)
        elif line.startswith("|"):
            rows: list[list[str]] = []
            while at < len(lines) and lines[at].startswith("|"):
                if not _RULE_ROW.match(lines[at]):
                    rows.append([cell.strip() for cell in lines[at].strip().strip("|").split("|")])
                at += 1
            for row in rows:
                if len(row) != len(rows[0]):
                    raise SourceError(f"{where}: a row has {len(row)} cells, the header {len(rows[0])}: {row}")
            yield Grid(caption, rows[0], rows[1:])
            caption = ""
        elif match := _STEP.match(line) or _BULLET.match(line):
            indent = len(match[1])
            text, at = _gather(lines, at + 1, match[match.lastindex or 0], _continues)
            yield Item(text, int(match[2]) if match.re is _STEP else None, 1 if indent >= 2 else 0)
        elif re.match(r"^Table \S+: ", line):
            caption = line.strip()
            at += 1
        else:
            text, at = _gather(lines, at + 1, line.strip(), lambda s: not _starts_block(s))
            yield Paragraph(text)


def _gather(lines: list[str], at: int, text: str, more: Callable[[str], bool]) -> tuple[str, int]:
    """Join the following lines to `text` while `more` holds; gives the text and the next line index."""
    while at < len(lines) and lines[at].strip() and more(lines[at]):
        text += " " + lines[at].lstrip("> ").strip()
        at += 1
    return text, at


def _continues(line: str) -> bool:
    """Whether an indented line carries on the item above it."""
    return line.startswith(" ") and not _BULLET.match(line) and not _STEP.match(line)


def _starts_block(line: str) -> bool:
    """Whether a line begins a block of its own and so ends the paragraph above it."""
    starts = line.startswith(("#", ">", "|", "![", "<!--")) or re.match(r"^Table \S+: ", line) is not None
    return starts or _STEP.match(line) is not None or _BULLET.match(line) is not None


def bold_runs(text: str) -> list[tuple[str, bool]]:
    """Split text at its ** marks into (text, is bold) runs."""
    return [(part, bool(n % 2)) for n, part in enumerate(text.split("**")) if part]


def plain(text: str) -> str:
    """The text without its bold marks."""
    return text.replace("**", "")
