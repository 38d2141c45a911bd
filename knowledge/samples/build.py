"""Turns the Markdown sources of the sample site into the PDF and DOCX files that get ingested.

Run `python -m knowledge.samples.build` to write every output, or add `--check` to compare the
outputs on disk with a fresh build: it exits 1 and names each file whose bytes differ. The same
sources always give the same bytes, so a change in an output is a change in a source or in here.

Beside the keys every source has (title, subtitle, output, document_number, revision), front matter
may hold columns (1 or 2), publisher, accent (a #RRGGBB colour) and cover (the name of a diagram).
"""

from __future__ import annotations

import argparse
import datetime
import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from knowledge.samples.diagrams import DIAGRAMS

# reportlab and the XML layer of python-docx carry no types: everything from them is Any, from here on.
_platypus: Any = import_module("reportlab.platypus")
_toc: Any = import_module("reportlab.platypus.tableofcontents")
_styles: Any = import_module("reportlab.lib.styles")
_colors: Any = import_module("reportlab.lib.colors")
_metrics: Any = import_module("reportlab.pdfbase.pdfmetrics")
_docx: Any = import_module("docx")
_docx_oxml: Any = import_module("docx.oxml")
_docx_ns: Any = import_module("docx.oxml.ns")
_docx_shared: Any = import_module("docx.shared")

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
SITE = HERE / "site"

PAGE_WIDTH, PAGE_HEIGHT = 612.0, 792.0
TOP, BOTTOM = 66.0, 58.0
GUTTER = 20.0
BOX_COLORS = {
    "DANGER": ("#B71C1C", "#FBE9E7"),
    "WARNING": ("#E65100", "#FFF3E0"),
    "CAUTION": ("#B28704", "#FFFBE0"),
    "NOTE": ("#1565C0", "#E8F1FB"),
}
FIXED_TIME = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


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


# ---------------------------------------------------------------------------------------------- parsing

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


def _bold_runs(text: str) -> list[tuple[str, bool]]:
    """Split text at its ** marks into (text, is bold) runs."""
    return [(part, bool(n % 2)) for n, part in enumerate(text.split("**")) if part]


def _plain(text: str) -> str:
    """The text without its bold marks."""
    return text.replace("**", "")


# -------------------------------------------------------------------------------------------------- PDF


def _style(name: str, size: float, **more: Any) -> Any:
    """A Helvetica paragraph style with a leading that suits its size."""
    base: dict[str, Any] = {"fontName": "Helvetica", "fontSize": size, "leading": round(size * 1.32, 1)}
    return _styles.ParagraphStyle(name, **{**base, **more})


def _markup(text: str) -> str:
    """The text as reportlab paragraph markup."""
    return "".join(f"<b>{escape(part)}</b>" if bold else escape(part) for part, bold in _bold_runs(text))


class _PdfWriter:
    """Lays one source out on pages."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.accent: Any = _colors.HexColor(source.meta.get("accent", "#8A3B12"))
        narrow = source.columns == 2
        self.margin = 48.0 if narrow else 62.0
        self.full = PAGE_WIDTH - 2 * self.margin
        self.width = self.full
        size = 9.2 if narrow else 10.0
        cell = 7.4 if narrow else 8.6
        bold = {"fontName": "Helvetica-Bold"}
        self.body = _style("body", size, spaceAfter=6)
        self.step = _style("step", size, leftIndent=20, spaceAfter=4)
        self.sub = _style("sub", size, leftIndent=34, bulletIndent=20, spaceAfter=3)
        self.box = _style("box", size)
        self.caption = _style("caption", size - 1, spaceBefore=4, spaceAfter=4, textColor="#333333", **bold)
        self.cell = _style("cell", cell)
        self.head = _style("head", cell, textColor="#FFFFFF", **bold)
        self.headings = {
            1: _style("h1", 19, spaceAfter=12, textColor=self.accent, **bold),
            2: _style("h2", 13 if not narrow else 12, spaceBefore=10, spaceAfter=5, **bold),
            3: _style("h3", 10.5 if not narrow else 9.8, spaceBefore=6, spaceAfter=3, textColor="#333333", **bold),
        }

    def build(self) -> bytes:
        """The finished PDF."""
        meta, out = self.source.meta, io.BytesIO()
        doc = _platypus.BaseDocTemplate(
            out,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=meta["title"],
            author=self.source.imprint,
            subject=meta["subtitle"],
            creator="Linelead sample site",
            invariant=1,
            pageCompression=0,
        )
        doc.addPageTemplates(
            [
                self._template("cover", 1, self._draw_cover),
                self._template("one", 1, self._draw_furniture),
                self._template("two", 2, self._draw_furniture),
            ]
        )

        def after(flowable: Any) -> None:
            entry: tuple[int, str, str] | None = getattr(flowable, "linelead_toc", None)
            if entry:
                level, text, key = entry
                doc.canv.bookmarkPage(key)
                doc.canv.addOutlineEntry(text, key, level, closed=level > 0)
                doc.notify("TOCEntry", (level, escape(text), doc.page, key))

        doc.afterFlowable = after
        doc.multiBuild(self._story())
        return out.getvalue()

    def _template(self, name: str, columns: int, draw: Callable[[Any, Any], None]) -> Any:
        width = (self.full - GUTTER * (columns - 1)) / columns
        frames = [
            _platypus.Frame(
                self.margin + n * (width + GUTTER),
                BOTTOM,
                width,
                PAGE_HEIGHT - TOP - BOTTOM,
                leftPadding=0,
                rightPadding=0,
                topPadding=0,
                bottomPadding=0,
            )
            for n in range(columns)
        ]
        return _platypus.PageTemplate(name, frames, onPage=draw)

    def _draw_cover(self, canvas: Any, _doc: Any) -> None:
        meta = self.source.meta
        canvas.saveState()
        canvas.setFillColor(self.accent)
        canvas.rect(0, PAGE_HEIGHT - 250, PAGE_WIDTH, 250, stroke=0, fill=1)
        canvas.rect(self.margin, 96, self.full, 1.2, stroke=0, fill=1)
        canvas.setFillColor(_colors.white)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(self.margin, PAGE_HEIGHT - 60, self.source.imprint)
        title = _platypus.Paragraph(
            escape(meta["title"]), _style("ct", 32, textColor="#FFFFFF", fontName="Helvetica-Bold")
        )
        _, height = title.wrap(self.full, 160)
        title.drawOn(canvas, self.margin, PAGE_HEIGHT - 112 - height)
        subtitle = _platypus.Paragraph(escape(meta["subtitle"]), _style("cs", 15, textColor="#FFFFFF"))
        _, sub_height = subtitle.wrap(self.full, 60)
        subtitle.drawOn(canvas, self.margin, PAGE_HEIGHT - 124 - height - sub_height)
        drawing: Any = DIAGRAMS[meta.get("cover") or self._first_figure()]()
        factor = min(380 / drawing.width, 330 / drawing.height)
        canvas.saveState()
        canvas.translate((PAGE_WIDTH - drawing.width * factor) / 2, 322 - drawing.height * factor / 2)
        canvas.scale(factor, factor)
        drawing.drawOn(canvas, 0, 0)
        canvas.restoreState()
        canvas.setFillColor(_colors.black)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(self.margin, 76, f"Document {meta['document_number']}")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(self.margin, 61, meta["revision"])
        canvas.restoreState()

    def _first_figure(self) -> str:
        """The diagram for a cover whose source names none: its own first figure, else the kettle."""
        return next((block.name for block in self.source.blocks if isinstance(block, Figure)), "kettle")

    def _draw_furniture(self, canvas: Any, doc: Any) -> None:
        meta, right = self.source.meta, PAGE_WIDTH - self.margin
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.setFillColor(_colors.HexColor("#444444"))
        canvas.drawString(self.margin, PAGE_HEIGHT - 40, meta["title"])
        canvas.drawRightString(right, PAGE_HEIGHT - 40, self.source.imprint)
        canvas.drawString(self.margin, 34, f"{meta['document_number']}   {meta['revision']}")
        canvas.drawRightString(right, 34, f"Page {doc.page}")
        canvas.setStrokeColor(self.accent)
        canvas.setLineWidth(0.8)
        canvas.line(self.margin, PAGE_HEIGHT - 46, right, PAGE_HEIGHT - 46)
        canvas.line(self.margin, 45, right, 45)
        canvas.restoreState()

    def _story(self) -> list[Any]:
        toc = _toc.TableOfContents()
        toc.dotsMinLevel = 0
        toc.tableStyle = _platypus.TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
        toc.levelStyles = [
            _style("toc1", 10, fontName="Helvetica-Bold", spaceBefore=4),
            _style("toc2", 9, leftIndent=16, leading=11),
        ]
        story: list[Any] = [
            _platypus.NextPageTemplate("two" if self.source.columns == 2 else "one"),
            _platypus.PageBreak(),
            _platypus.Paragraph("Contents", self.headings[1]),
            toc,
        ]
        blocks = self.source.blocks
        for n, block in enumerate(blocks):
            if n == 0 and not (isinstance(block, Heading) and block.level == 1):
                story += self._new_page(blocks)
            if isinstance(block, Heading):
                story += self._heading(block, blocks[n + 1 :], n)
            elif isinstance(block, Paragraph):
                story.append(_platypus.Paragraph(_markup(block.text), self.body))
            elif isinstance(block, Item):
                bullet = "\u2022" if block.number is None else f"{block.number}."
                style = self.sub if block.level else self.step
                story.append(_platypus.Paragraph(_markup(block.text), style, bulletText=bullet))
            elif isinstance(block, Box):
                story.append(self._box(block))
            elif isinstance(block, Grid):
                story += self._grid(block)
            elif isinstance(block, Figure):
                story.append(self._figure(block))
            else:
                story.append(_platypus.PageBreak())
        return story

    def _new_page(self, chapter: Sequence[Block]) -> list[Any]:
        """Start a page with the columns that suit the chapter: a table of five columns needs the full width."""
        wide = any(isinstance(block, Grid) and len(block.header) > 4 for block in _until_chapter(chapter))
        two = self.source.columns == 2 and not wide
        self.width = (self.full - GUTTER) / 2 if two else self.full
        return [_platypus.NextPageTemplate("two" if two else "one"), _platypus.PageBreak()]

    def _heading(self, block: Heading, following: Sequence[Block], number: int) -> list[Any]:
        """The heading, after a page break or with enough room below it for what it introduces."""
        if block.level == 1:
            parts = self._new_page(following)
        else:
            need = 24.0
            for below in following[:3]:
                if isinstance(below, Figure):
                    need += self._figure_size(below)[1] + 30
                else:
                    need += 110.0 if isinstance(below, Grid) else 44.0
                if not isinstance(below, Heading):
                    break
            parts = [_platypus.CondPageBreak(min(need, 500.0))]
        paragraph = _platypus.Paragraph(_markup(block.text), self.headings[block.level])
        if block.level < 3:
            paragraph.linelead_toc = (block.level - 1, _plain(block.text), f"h{number}")
        return [*parts, paragraph]

    def _box(self, block: Box) -> Any:
        bar, tint = BOX_COLORS[block.kind]
        text = _platypus.Paragraph(f'<font color="{bar}"><b>{block.kind}:</b></font> {_markup(block.text)}', self.box)
        style = [
            ("BACKGROUND", (0, 0), (0, 0), _colors.HexColor(bar)),
            ("BACKGROUND", (1, 0), (1, 0), _colors.HexColor(tint)),
            ("BOX", (0, 0), (-1, -1), 0.6, _colors.HexColor(bar)),
            ("LEFTPADDING", (1, 0), (1, 0), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
        return _platypus.Table([["", text]], [6, self.width - 6], style=style, spaceBefore=5, spaceAfter=8)

    def _grid(self, block: Grid) -> list[Any]:
        def cells(row: list[str], style: Any) -> list[Any]:
            return [_platypus.Paragraph(_markup(cell), style) for cell in row]

        data = [cells(block.header, self.head), *(cells(row, self.cell) for row in block.rows)]
        style = [
            ("BACKGROUND", (0, 0), (-1, 0), self.accent),
            ("GRID", (0, 0), (-1, -1), 0.4, _colors.HexColor("#9E9E9E")),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [_colors.white, _colors.HexColor("#F5F3F1")]),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
        widths = self._widths([block.header, *block.rows])
        table = _platypus.Table(data, widths, style=style, repeatRows=1, spaceAfter=10)
        parts: list[Any] = [_platypus.CondPageBreak(86)]
        if block.caption:
            parts.append(_platypus.Paragraph(_markup(block.caption), self.caption))
        return [*parts, table]

    def _widths(self, rows: list[list[str]]) -> list[float]:
        """Column widths: each column gets its longest word, the rest is shared by the text it holds."""

        def measure(text: str) -> float:
            return float(_metrics.stringWidth(_plain(text), "Helvetica-Bold", self.cell.fontSize)) + 9.5

        columns = list(zip(*rows, strict=True))
        least = [max(measure(word) for cell in column for word in (cell.split() or [""])) for column in columns]
        ideal = [max(measure(cell) for cell in column) for column in columns]
        spare = self.width - sum(least)
        wish = [max(a - b, 0.0) for a, b in zip(ideal, least, strict=True)]
        if spare <= 0:
            return [value * self.width / sum(least) for value in least]
        if sum(wish) <= spare:
            return [value * self.width / sum(ideal) for value in ideal]
        # The square root keeps one very long cell from starving the other columns.
        share = [value**0.6 for value in wish]
        return [low + spare * part / sum(share) for low, part in zip(least, share, strict=True)]

    def _figure_size(self, block: Figure) -> tuple[float, float]:
        drawing: Any = DIAGRAMS[block.name]()
        factor = min(1.0, self.width / drawing.width)
        return drawing.width * factor, drawing.height * factor

    def _figure(self, block: Figure) -> Any:
        drawing: Any = DIAGRAMS[block.name]()
        width, height = self._figure_size(block)
        factor = width / drawing.width
        drawing.scale(factor, factor)
        drawing.width, drawing.height, drawing.hAlign = width, height, "CENTER"
        caption = _platypus.Paragraph(_markup(block.caption), self.caption)
        return _platypus.KeepTogether([drawing, caption, _platypus.Spacer(1, 4)])


def _until_chapter(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks before the next chapter heading."""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            return
        yield block


def build_pdf(source: Source) -> bytes:
    """The source as a PDF; raises SourceError for a character the standard fonts cannot show."""
    for number, line in enumerate(source.path.read_text(encoding="utf-8").splitlines(), start=1):
        for char in line:
            try:
                char.encode("cp1252")
            except UnicodeEncodeError:
                raise SourceError(f"{source.path}:{number}: the PDF fonts have no {char!r}") from None
    return _PdfWriter(source).build()


# ------------------------------------------------------------------------------------------------- DOCX


class _DocxWriter:
    """Writes one source as a Word document with real styles, lists and tables."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.doc: Any = _docx.Document()

    def build(self) -> bytes:
        """The finished DOCX, with fixed times inside."""
        doc, meta = self.doc, self.source.meta
        properties = doc.core_properties
        properties.title, properties.subject = meta["title"], meta["subtitle"]
        properties.author = properties.last_modified_by = self.source.imprint
        properties.comments, properties.revision = "", 1
        properties.created = properties.modified = FIXED_TIME.replace(tzinfo=None)
        doc.styles["Normal"].font.name = "Calibri"
        doc.styles["Normal"].font.size = _docx_shared.Pt(11)
        section = doc.sections[0]
        section.page_width, section.page_height = _docx_shared.Inches(8.5), _docx_shared.Inches(11)
        section.left_margin = section.right_margin = _docx_shared.Inches(1)
        section.header.paragraphs[0].text = f"{meta['title']}\t\t{self.source.imprint}"
        footer = section.footer.paragraphs[0]
        footer.text = f"{meta['document_number']}   {meta['revision']}\t\tPage "
        self._field(footer, "PAGE")
        doc.add_paragraph(meta["title"], style="Title")
        doc.add_paragraph(meta["subtitle"], style="Subtitle")
        doc.add_paragraph(f"{self.source.imprint}. Document {meta['document_number']}, {meta['revision']}")
        last_number: int | None = None
        list_id = 0
        for block in self.source.blocks:
            if isinstance(block, Item) and block.number is not None:
                if last_number is None or block.number != last_number + 1:
                    list_id = self._new_list(block.number)
                last_number = block.number
                self._numbered(block, list_id)
            else:
                # A warning, note or sub-bullet between two steps does not end their list.
                if not (isinstance(block, Box | Paragraph) or (isinstance(block, Item) and block.level)):
                    last_number = None
                self._block(block)
        out = io.BytesIO()
        doc.save(out)
        return _fixed_zip(out.getvalue())

    def _block(self, block: Block) -> None:
        """Add any block that is not a numbered step."""
        if isinstance(block, Heading):
            self.doc.add_heading(_plain(block.text), level=block.level)
        elif isinstance(block, Paragraph):
            self._runs(self.doc.add_paragraph(), block.text)
        elif isinstance(block, Item):
            self._runs(self.doc.add_paragraph(style="List Bullet 2" if block.level else "List Bullet"), block.text)
        elif isinstance(block, Box):
            paragraph = self.doc.add_paragraph()
            paragraph.paragraph_format.left_indent = _docx_shared.Inches(0.2)
            paragraph.add_run(f"{block.kind}:").bold = True
            self._shade(paragraph, BOX_COLORS[block.kind])
            self._runs(paragraph, " " + block.text)
        elif isinstance(block, Grid):
            self._table(block)
        elif isinstance(block, Figure):
            raise SourceError(f"{self.source.path}: diagram:{block.name}: diagrams can only be drawn in a PDF")
        else:
            self.doc.add_page_break()

    def _runs(self, paragraph: Any, text: str, bold: bool = False) -> None:
        for part, strong in _bold_runs(text):
            paragraph.add_run(part).bold = True if strong or bold else None

    def _element(self, tag: str, **attributes: str) -> Any:
        element = _docx_oxml.OxmlElement(tag)
        for name, value in attributes.items():
            element.set(_docx_ns.qn(f"w:{name}"), value)
        return element

    def _field(self, paragraph: Any, code: str) -> None:
        """Append a Word field such as PAGE."""
        element = self._element("w:fldSimple", instr=code)
        paragraph._p.append(element)

    def _shade(self, paragraph: Any, colors: tuple[str, str]) -> None:
        """Give a paragraph a coloured bar at its left and a tinted background."""
        bar, tint = (color.lstrip("#") for color in colors)
        properties = paragraph._p.get_or_add_pPr()
        borders = self._element("w:pBdr")
        borders.append(self._element("w:left", val="single", sz="36", space="6", color=bar))
        shade = self._element("w:shd", val="clear", color="auto", fill=tint)
        # The schema wants borders and shading before the indent.
        indent = properties.find(_docx_ns.qn("w:ind"))
        indent.addprevious(borders)
        indent.addprevious(shade)

    def _new_list(self, start: int) -> int:
        """A fresh numbering instance of the List Number style, counting from `start`."""
        numbering = self.doc.part.numbering_part.element
        style = self.doc.styles["List Number"].element
        own = style.pPr.numPr.numId.val
        abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == own)
        num = numbering.add_num(abstract)
        num.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(num.numId)

    def _numbered(self, block: Item, list_id: int) -> None:
        paragraph = self.doc.add_paragraph(style="List Number")
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = list_id
        self._runs(paragraph, block.text)

    def _table(self, block: Grid) -> None:
        if block.caption:
            caption = self.doc.add_paragraph(_plain(block.caption), style="Caption")
            caption.paragraph_format.keep_with_next = True
        table = self.doc.add_table(rows=0, cols=len(block.header), style="Table Grid")
        for n, row in enumerate([block.header, *block.rows]):
            line = table.add_row()
            for cell, text in zip(line.cells, row, strict=True):
                self._runs(cell.paragraphs[0], text, bold=n == 0)
                if n == 0:
                    cell._tc.get_or_add_tcPr().append(self._element("w:shd", val="clear", color="auto", fill="EADFD6"))
            if n == 0:
                line._tr.get_or_add_trPr().append(self._element("w:tblHeader", val="true"))
        self.doc.add_paragraph()


def _fixed_zip(data: bytes) -> bytes:
    """The same archive, stored uncompressed and with one fixed time for every entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6])
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return out.getvalue()


def build_docx(source: Source) -> bytes:
    """The source as a DOCX; raises SourceError if it holds a diagram."""
    return _DocxWriter(source).build()


# ---------------------------------------------------------------------------------------------- command


def build_all(only: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield (path relative to the site folder, bytes) of every output, or of those named in `only`."""
    seen: dict[str, Path] = {}
    for path in sorted(SOURCES.rglob("*.md")):
        if only and not any(name in str(path) for name in only):
            continue
        source = read_source(path)
        if source.output in seen:
            raise SourceError(f"{path}:1: {source.output} is already the output of {seen[source.output]}")
        seen[source.output] = path
        yield source.output, (build_pdf if source.output.endswith(".pdf") else build_docx)(source)


def main(argv: Sequence[str] | None = None) -> int:
    """Build or check; gives the exit status."""
    parser = argparse.ArgumentParser(description="Build the documents of the sample site.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if an output is out of date")
    parser.add_argument("only", nargs="*", help="build only the sources whose path contains one of these words")
    options = parser.parse_args(argv)
    stale: list[str] = []
    try:
        for name, data in build_all(options.only):
            target = SITE / name
            if target.is_file() and target.read_bytes() == data:
                continue
            if options.check:
                stale.append(name)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                sys.stdout.write(f"wrote {name} ({len(data):,} bytes)\n")
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for name in stale:
        sys.stderr.write(f"differs from a fresh build: {name}\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
