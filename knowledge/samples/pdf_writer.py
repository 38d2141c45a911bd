"""A source laid out on the pages of a PDF: cover, contents, columns, boxes, tables and diagrams."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any
from xml.sax.saxutils import escape

from knowledge.samples import markdown
from knowledge.samples.diagrams import DIAGRAMS

# reportlab carries no types: everything from it is Any, from here on.
_platypus: Any = import_module("reportlab.platypus")
_toc: Any = import_module("reportlab.platypus.tableofcontents")
_styles: Any = import_module("reportlab.lib.styles")
_colors: Any = import_module("reportlab.lib.colors")
_metrics: Any = import_module("reportlab.pdfbase.pdfmetrics")

PAGE_WIDTH, PAGE_HEIGHT = 612.0, 792.0
TOP, BOTTOM = 66.0, 58.0
GUTTER = 20.0


def build_pdf(source: markdown.Source) -> bytes:
    """The source as a PDF; raises SourceError for a character the standard fonts cannot show."""
    for number, line in enumerate(source.path.read_text(encoding="utf-8").splitlines(), start=1):
        for char in line:
            try:
                char.encode("cp1252")
            except UnicodeEncodeError:
                raise markdown.SourceError(f"{source.path}:{number}: the PDF fonts have no {char!r}") from None
    return _PdfWriter(source).build()


class _PdfWriter:
    """Lays one source out on pages."""

    def __init__(self, source: markdown.Source) -> None:
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
        return next((block.name for block in self.source.blocks if isinstance(block, markdown.Figure)), "kettle")

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
            if n == 0 and not (isinstance(block, markdown.Heading) and block.level == 1):
                story += self._new_page(blocks)
            if isinstance(block, markdown.Heading):
                story += self._heading(block, blocks[n + 1 :], n)
            elif isinstance(block, markdown.Paragraph):
                story.append(_platypus.Paragraph(_markup(block.text), self.body))
            elif isinstance(block, markdown.Item):
                bullet = "\u2022" if block.number is None else f"{block.number}."
                style = self.sub if block.level else self.step
                story.append(_platypus.Paragraph(_markup(block.text), style, bulletText=bullet))
            elif isinstance(block, markdown.Box):
                story.append(self._box(block))
            elif isinstance(block, markdown.Grid):
                story += self._grid(block)
            elif isinstance(block, markdown.Figure):
                story.append(self._figure(block))
            else:
                story.append(_platypus.PageBreak())
        return story

    def _new_page(self, chapter: Sequence[markdown.Block]) -> list[Any]:
        """Start a page with the columns that suit the chapter: a table of five columns needs the full width."""
        wide = any(isinstance(block, markdown.Grid) and len(block.header) > 4 for block in _until_chapter(chapter))
        two = self.source.columns == 2 and not wide
        self.width = (self.full - GUTTER) / 2 if two else self.full
        return [_platypus.NextPageTemplate("two" if two else "one"), _platypus.PageBreak()]

    def _heading(self, block: markdown.Heading, following: Sequence[markdown.Block], number: int) -> list[Any]:
        """The heading, after a page break or with enough room below it for what it introduces."""
        if block.level == 1:
            parts = self._new_page(following)
        else:
            need = 24.0
            for below in following[:3]:
                if isinstance(below, markdown.Figure):
                    need += self._figure_size(below)[1] + 30
                else:
                    need += 110.0 if isinstance(below, markdown.Grid) else 44.0
                if not isinstance(below, markdown.Heading):
                    break
            parts = [_platypus.CondPageBreak(min(need, 500.0))]
        paragraph = _platypus.Paragraph(_markup(block.text), self.headings[block.level])
        if block.level < 3:
            paragraph.linelead_toc = (block.level - 1, markdown.plain(block.text), f"h{number}")
        return [*parts, paragraph]

    def _box(self, block: markdown.Box) -> Any:
        bar, tint = markdown.BOX_COLORS[block.kind]
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

    def _grid(self, block: markdown.Grid) -> list[Any]:
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
            return float(_metrics.stringWidth(markdown.plain(text), "Helvetica-Bold", self.cell.fontSize)) + 9.5

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

    def _figure_size(self, block: markdown.Figure) -> tuple[float, float]:
        drawing: Any = DIAGRAMS[block.name]()
        factor = min(1.0, self.width / drawing.width)
        return drawing.width * factor, drawing.height * factor

    def _figure(self, block: markdown.Figure) -> Any:
        drawing: Any = DIAGRAMS[block.name]()
        width, height = self._figure_size(block)
        factor = width / drawing.width
        drawing.scale(factor, factor)
        drawing.width, drawing.height, drawing.hAlign = width, height, "CENTER"
        caption = _platypus.Paragraph(_markup(block.caption), self.caption)
        return _platypus.KeepTogether([drawing, caption, _platypus.Spacer(1, 4)])


def _style(name: str, size: float, **more: Any) -> Any:
    """A Helvetica paragraph style with a leading that suits its size."""
    base: dict[str, Any] = {"fontName": "Helvetica", "fontSize": size, "leading": round(size * 1.32, 1)}
    return _styles.ParagraphStyle(name, **{**base, **more})


def _markup(text: str) -> str:
    """The text as reportlab paragraph markup."""
    return "".join(f"<b>{escape(part)}</b>" if bold else escape(part) for part, bold in markdown.bold_runs(text))


def _until_chapter(blocks: Sequence[markdown.Block]) -> Iterator[markdown.Block]:
    """The blocks before the next chapter heading."""
    for block in blocks:
        if isinstance(block, markdown.Heading) and block.level == 1:
            return
        yield block
