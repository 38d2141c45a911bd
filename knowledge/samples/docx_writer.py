"""A source as a Word document with real styles, lists and tables."""

from __future__ import annotations

import datetime
import io
import zipfile
from importlib import import_module
from typing import Any

from knowledge.samples import markdown

# The XML layer of python-docx carries no types: everything from it is Any, from here on.
_docx: Any = import_module("docx")
_docx_oxml: Any = import_module("docx.oxml")
_docx_ns: Any = import_module("docx.oxml.ns")
_docx_shared: Any = import_module("docx.shared")

FIXED_TIME = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


def build_docx(source: markdown.Source) -> bytes:
    """The source as a DOCX; raises SourceError if it holds a diagram."""
    return _DocxWriter(source).build()


class _DocxWriter:
    """Writes one source as a Word document with real styles, lists and tables."""

    def __init__(self, source: markdown.Source) -> None:
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
            if isinstance(block, markdown.Item) and block.number is not None:
                if last_number is None or block.number != last_number + 1:
                    list_id = self._new_list(block.number)
                last_number = block.number
                self._numbered(block, list_id)
            else:
                # A warning, note or sub-bullet between two steps does not end their list.
                if not (
                    isinstance(block, markdown.Box | markdown.Paragraph)
                    or (isinstance(block, markdown.Item) and block.level)
                ):
                    last_number = None
                self._block(block)
        out = io.BytesIO()
        doc.save(out)
        return _fixed_zip(out.getvalue())

    def _block(self, block: markdown.Block) -> None:
        """Add any block that is not a numbered step."""
        if isinstance(block, markdown.Heading):
            self.doc.add_heading(markdown.plain(block.text), level=block.level)
        elif isinstance(block, markdown.Paragraph):
            self._runs(self.doc.add_paragraph(), block.text)
        elif isinstance(block, markdown.Item):
            self._runs(self.doc.add_paragraph(style="List Bullet 2" if block.level else "List Bullet"), block.text)
        elif isinstance(block, markdown.Box):
            paragraph = self.doc.add_paragraph()
            paragraph.paragraph_format.left_indent = _docx_shared.Inches(0.2)
            paragraph.add_run(f"{block.kind}:").bold = True
            self._shade(paragraph, markdown.BOX_COLORS[block.kind])
            self._runs(paragraph, " " + block.text)
        elif isinstance(block, markdown.Grid):
            self._table(block)
        elif isinstance(block, markdown.Figure):
            raise markdown.SourceError(f"{self.source.path}: diagram:{block.name}: diagrams can only be drawn in a PDF")
        else:
            self.doc.add_page_break()

    def _runs(self, paragraph: Any, text: str, bold: bool = False) -> None:
        for part, strong in markdown.bold_runs(text):
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

    def _numbered(self, block: markdown.Item, list_id: int) -> None:
        paragraph = self.doc.add_paragraph(style="List Number")
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = list_id
        self._runs(paragraph, block.text)

    def _table(self, block: markdown.Grid) -> None:
        if block.caption:
            caption = self.doc.add_paragraph(markdown.plain(block.caption), style="Caption")
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
