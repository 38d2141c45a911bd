"""From the words on pages to a document: lines, columns, tables, headings, steps, paragraphs.

A page is first freed of its tables, ruled ones and those whose columns only stand in line. The empty strips between
columns of print are looked for, its words are joined to lines that cross none of them, the lines are put into reading
order, and neighbouring lines become blocks. What repeats at the same height of most pages is a running header or footer
and is left out; the labels of a drawing become one caption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers.pdf_aligned import aligned_tables
from knowledge.readers.pdf_blocks import to_blocks
from knowledge.readers.pdf_columns import find_gutters, in_reading_order, usual_gutters
from knowledge.readers.pdf_lines import drop_contents, drop_running, lies, to_lines, with_stacked
from knowledge.readers.pdf_marks import mark_labels, mark_labels_above_captions, mark_notes, mark_prose, measure
from knowledge.readers.pdf_row_rules import row_ruled_tables
from knowledge.readers.pdf_tables import ruled_tables
from knowledge.readers.pdf_words import Glyphs, Gutter, Item, Line, PageWord, PageWords, Table
from knowledge.types import Block, BlockKind


def assemble(pages: Sequence[PageWords]) -> tuple[list[Block], dict[int, tuple[int, int, int]]]:
    """The blocks of a document in reading order, and for each page its characters, blocks and tables."""
    sheets: list[_Sheet] = []
    for page in pages:
        sheets.append(_sheet(page, sheets[-1].tables if sheets else []))
    strict = [sheet.gutters([]) for sheet in sheets]
    usual = usual_gutters([gutter.x for gutters in strict for gutter in gutters], len(pages))
    gutters = {
        sheet.page.number: sheet.gutters(usual) if usual else own for sheet, own in zip(sheets, strict, strict=True)
    }
    items: dict[int, list[Item]] = {}
    for sheet in sheets:
        number = sheet.page.number
        items[number] = [*sheet.tables, *to_lines(sheet.words, number, gutters[number])]
    drop_running(items, {page.number: page.height for page in pages})
    drop_contents(items)
    lines = [item for page_items in items.values() for item in page_items if isinstance(item, Line)]
    document = measure(lines, [word for sheet in sheets for word in sheet.page.words])
    ordered: list[Item] = []
    for sheet in sheets:
        own = items[sheet.page.number]
        mark_labels(own, sheet.drawings, sheet.page.number)
        ordered.extend(in_reading_order(own, gutters[sheet.page.number]))
    mark_labels_above_captions(ordered)
    mark_prose(ordered, document)
    mark_notes(ordered, document)
    notes = [item for item in ordered if isinstance(item, Line) and item.is_note]
    text = [item for item in ordered if not (isinstance(item, Line) and item.is_note)]
    # the footnotes of a page follow its last block, so that none of them breaks a sentence
    blocks = sorted([*to_blocks(text, document), *to_blocks(notes, document)], key=lambda block: block.page or 0)
    hidden = [_hidden_block(page) for page in pages if any(word.hidden for word in page.words)]
    counts: dict[int, tuple[int, int, int]] = {}
    for sheet in sheets:
        own = [block for block in blocks if block.page == sheet.page.number]
        counts[sheet.page.number] = (sum(len(block.text) for block in own), len(own), len(sheet.tables))
    return [*blocks, *hidden], counts


@dataclass(slots=True)
class _Sheet:
    """A page with its tables and drawings found; `words` are those outside of tables."""

    page: PageWords
    tables: list[Table]
    drawings: list[Glyphs]
    words: list[PageWord]

    def gutters(self, usual: Sequence[float]) -> list[Gutter]:
        """The gutters between its columns; `usual` are those of other pages."""
        return find_gutters(self.page.width, self.words, self.tables, usual)


def _sheet(page: PageWords, before: Sequence[Table]) -> _Sheet:
    """`before` are the tables of the page before, which may go on."""
    visible = with_stacked([word for word in page.words if not word.hidden])
    by_rows, without, rest = row_ruled_tables(page, visible, before)
    tables, drawings, rest = ruled_tables(without, rest, before)
    tables += by_rows
    rest = [word for word in rest if not lies(word)]  # names of axes and notes in the margin
    aligned, rest = aligned_tables(page, rest, tables, drawings)
    return _Sheet(page, [*tables, *aligned], drawings, rest)


def _hidden_block(page: PageWords) -> Block:
    text = " ".join(word.text for word in page.words if word.hidden)
    return Block(BlockKind.PARAGRAPH, text, page=page.number, hidden=True)
