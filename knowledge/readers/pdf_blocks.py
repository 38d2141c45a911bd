"""Lines and tables in reading order as blocks: headings, steps, warnings, captions, paragraphs and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.readers.blocks import item_text, step_label, warning_word
from knowledge.readers.pdf_marks import NUMBERED, Document, begins_note
from knowledge.readers.pdf_tables import have_same_columns
from knowledge.readers.pdf_words import Item, Line, PageWord, Table, line_by_line
from knowledge.types import Block, BlockKind, Box, Word

_CAPTION = re.compile(r"^(table|figure|fig\.)\s+[\dA-Z][\d.\-]*\s*[:.–—-]", re.IGNORECASE)


class _Builder:
    """A block being put together from lines."""

    def __init__(self) -> None:
        self.kind = BlockKind.PARAGRAPH
        self.label = ""
        self.level = 0
        self.lines: list[Line] = []
        self.skip = 0  # words of the first line that belong to the label

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def build(self, document: Document) -> Block | None:
        if self.lines[0].figure:
            return _caption(self.lines, document)
        words = [word for index, line in enumerate(self.lines) for word in line.words[self.skip if index == 0 else 0 :]]
        text, placed = join(words, document.vocabulary)
        if not text:
            return None
        return Block(self.kind, text, level=self.level, label=self.label, page=self.lines[0].page, words=placed)


def _caption(labels: Sequence[Line], document: Document) -> Block:
    """The labels of a figure as one caption."""
    text, placed = _joined([join(line.words, document.vocabulary) for line in labels], " · ")
    return Block(BlockKind.CAPTION, text, page=labels[0].page, words=placed)


def to_blocks(items: Sequence[Item], document: Document) -> Iterator[Block]:
    """Neighbouring lines as blocks, tables as rows. What interrupts a sentence comes after it."""
    caption = ""
    previous: tuple[Table, tuple[str, ...], str] | None = None  # the table before, its header and its title
    for part in _resumed(_grouped(items, document), document):
        if isinstance(part, Table):
            caption = caption or part.caption
            goes_on = previous is not None and not caption and _continues(previous[0], part)
            known, title = (previous[1], previous[2]) if previous is not None else ((), "")
            header, made = _rows(part, document, known if goes_on else (), caption)
            if not caption and known and header == known:  # it goes on, in the next column or on the next page
                caption = title
                made = [replace(row, table=title) for row in made]
            previous = (part, header, caption)
            caption = ""
            yield from made
        elif (built := part.build(document)) is not None:
            if built.kind is not BlockKind.CAPTION:
                caption = ""
                previous = None if built.kind is BlockKind.HEADING else previous
            elif built.text.lower().startswith("table"):
                caption = built.text
            yield built


def _grouped(items: Sequence[Item], document: Document) -> Iterator[_Builder | Table]:
    """Neighbouring lines that are one block, and tables."""
    current: _Builder | None = None
    for item in items:
        if current is not None and isinstance(item, Line) and _belongs(current, item, document):
            current.lines.append(item)
            continue
        if current is not None:
            yield current
        current = _begin(item, document) if isinstance(item, Line) else None
        if isinstance(item, Table):
            yield item
    if current is not None:
        yield current


def _resumed(parts: Iterator[_Builder | Table], document: Document) -> list[_Builder | Table]:
    """The parts, with sentences made whole that a table or a figure interrupts; it follows them."""
    found: list[_Builder | Table] = []
    for part in parts:
        at = len(found)
        while at and (isinstance(before := found[at - 1], Table) or before.kind is BlockKind.CAPTION):
            at -= 1
        before = found[at - 1] if at else None
        if (
            at < len(found)
            and isinstance(before, _Builder)
            and isinstance(part, _Builder)
            and _resumes(before, part, document)
        ):
            before.lines.extend(part.lines)
        else:
            found.append(part)
    return found


def _resumes(before: _Builder, part: _Builder, document: Document) -> bool:
    """Whether lines go on with a sentence that stopped before a table or a figure."""
    one, two = before.last, part.lines[0]
    return (
        part.kind is BlockKind.PARAGRAPH
        and before.kind not in (BlockKind.HEADING, BlockKind.CAPTION)
        and not (one.is_note or two.is_note or one.figure or two.figure)
        and abs(one.size - two.size) <= 0.1 * document.body
        and _is_rest(one, two)
    )


def _is_rest(before: Line, line: Line) -> bool:
    """Whether a line goes on with a sentence that the line before left open."""
    goes_on = re.sub(r"^\d+ ", "", line.text)[:1].islower()  # "30 minutes", or behind the number of a footnote
    return goes_on and not re.search(r"[.!?:]['\"”’)]*$", before.text.strip())


def _begin(line: Line, document: Document) -> _Builder:
    """A new block that begins with a line: its kind told by its first characters, its size and its weight."""
    builder = _Builder()
    builder.lines = [line]
    text = line.text
    level = _heading_level(line, document)
    if line.figure or (_CAPTION.match(text) and len(text) < 200):
        builder.kind = BlockKind.CAPTION
    elif (warned := warning_word(text)) is not None:
        builder.kind, builder.label = BlockKind.WARNING, warned[0]
        builder.skip = _words_before(line, warned[1])
    elif level:
        builder.kind, builder.level = BlockKind.HEADING, level
    elif (numbered := step_label(text)) is not None:
        builder.kind, builder.label = BlockKind.STEP, numbered[0]
        builder.skip = _words_before(line, numbered[1])
    elif (bullet := item_text(text)) is not None:
        builder.kind = BlockKind.ITEM
        builder.skip = _words_before(line, bullet)
    return builder


def _words_before(line: Line, rest: str) -> int:
    """How many words of a line come before the rest of its text."""
    words = len(rest.split())
    return max(len(line.words) - words, 0)


def _heading_level(line: Line, document: Document) -> int:
    """The depth of a heading, from its number or its size; 0 for a line that is none."""
    text = line.text.strip()
    letters = sum(ch.isalpha() for ch in text)
    if line.is_prose or letters < 2 or len(text) > 140 or text.endswith((".", ",", ";")):
        return 0
    larger = line.size > 1.08 * document.body
    numbered = NUMBERED.match(text)
    if not larger and not (line.bold and line.size >= 0.97 * document.body):
        return 0
    if not larger and (text.endswith(":") or (numbered is None and len(text) > 80)):
        return 0
    if numbered is not None and (larger or "." in numbered.group(1)):
        return numbered.group(1).count(".") + 1
    if not larger and numbered is not None:
        return 0  # "1. Turn it off" in bold is a step
    if larger:
        size = round(line.size * 2) / 2
        rank = sum(other > size for other in document.heading_sizes)
        return min(rank + 1, 6)
    return min(len(document.heading_sizes) + 1, 6)


def _belongs(current: _Builder, line: Line, document: Document) -> bool:
    """Whether a line goes on with the block before it."""
    last = current.last
    if line.figure or last.figure:
        return line.figure == last.figure
    if line.is_note and begins_note(line):
        return False
    if current.kind is BlockKind.HEADING:
        same = abs(line.size - last.size) < 0.6 and line.bold == last.bold and line.page == last.page
        close = -2 < line.y0 - last.y1 < 0.6 * last.size
        return same and close and NUMBERED.match(line.text) is None and _heading_level(line, document) > 0
    if _heading_level(line, document) or _CAPTION.match(line.text) or warning_word(line.text) is not None:
        return False
    if step_label(line.text) is not None and not _is_mid_sentence(current, line):
        return False
    if item_text(line.text) is not None:
        return False
    if abs(line.size - last.size) > 0.15 * max(line.size, last.size):
        return False
    if line.page != last.page or line.y0 < last.y0 - 2:  # another page or column
        return _is_rest(last, line)
    gap = line.y0 - last.y1
    if gap > 0.55 * last.size:
        return False
    hanging = current.kind in (BlockKind.STEP, BlockKind.ITEM)
    if hanging and line.x0 < current.lines[0].x0 + 2 and len(current.lines) == 1 and current.skip:
        # text under the number itself is a new paragraph, unless the steps have no hanging indent at all
        return gap < 0.35 * last.size and not re.search(r"[.!?]['\"”’)]*$", last.text.strip())
    indented = line.x0 - last.x0 > 1.5 * last.size and len(current.lines) > 1
    return hanging or not indented


def _is_mid_sentence(current: _Builder, line: Line) -> bool:
    """Whether a line that begins like a step only continues a sentence: "…for at least / 15. seconds" """
    ended = re.search(r"[.!?:]['\"”’)]*$", current.last.text.strip())
    return ended is None and line.x0 > current.lines[0].x0 + 2 and current.kind is BlockKind.STEP


def _continues(before: Table, table: Table) -> bool:
    """Whether a table goes on from the one before: on the next page, with the same columns."""
    return table.page == before.page + 1 and have_same_columns(table.columns, before.columns)


def _rows(
    table: Table, document: Document, header: tuple[str, ...], caption: str
) -> tuple[tuple[str, ...], list[Block]]:
    """The header and the rows of a table. `header` is that of the page before, when the table goes on."""
    rows = [[join(line_by_line(cell), document.vocabulary) for cell in row] for row in table.cells]
    first = tuple(text for text, _ in rows[0])
    if header and first == header:
        rows = rows[1:]
    elif not header:
        header, rows = first, rows[1:]
    return header, [_row(cells, header, caption, table.page) for cells in rows]


def _row(cells: Sequence[tuple[str, tuple[Word, ...]]], header: tuple[str, ...], caption: str, page: int) -> Block:
    text, placed = _joined(cells, " | ")
    return Block(
        BlockKind.ROW,
        text,
        page=page,
        words=placed,
        cells=tuple(cell for cell, _ in cells),
        header=header,
        table=caption,
    )


def _joined(parts: Sequence[tuple[str, tuple[Word, ...]]], separator: str) -> tuple[str, tuple[Word, ...]]:
    """Texts with a separator between, and where their words stand in the whole."""
    placed: list[Word] = []
    start = 0
    for part, words in parts:
        placed.extend(Word(word.start + start, word.end + start, word.box) for word in words)
        start += len(part) + len(separator)
    return separator.join(part for part, _ in parts), tuple(placed)


def join(words: Sequence[PageWord], vocabulary: set[str]) -> tuple[str, tuple[Word, ...]]:
    """The text of words in order and where each stands in it; words broken at a line's end are made whole."""
    text = ""
    placed: list[Word] = []
    for index, word in enumerate(words):
        content = word.text.replace("\u00ad", "-")
        broken = False
        if text.endswith("-") and index and _breaks(words[index - 1], word):
            broken = True
            before = text.rsplit(None, 1)[-1][:-1].lower()
            after = re.sub(r"\W+$", "", content).lower()
            if not _is_compound(before, after, vocabulary):
                text = text[:-1]
                last = placed[-1]
                placed[-1] = Word(last.start, last.end - 1, last.box)
        if text and not broken:
            text += " "
        x0, y0, x1, y1 = word.box
        box = Box(word.page, round(x0, 2), round(y0, 2), round(max(x1, x0 + 0.1), 2), round(max(y1, y0 + 0.1), 2))
        placed.append(Word(len(text), len(text) + len(content), box))
        text += content
    return text, tuple(placed)


def _breaks(one: PageWord, two: PageWord) -> bool:
    """Whether a line ends between two words, after a hyphen that may only break the word."""
    is_new_line = two.box[1] > one.box[1] + 0.5 * one.size or two.page != one.page or two.box[0] < one.box[0]
    return is_new_line and two.text[:1].islower() and len(one.text) > 2


_PREFIXES = frozenset("any every how in into no on out over re some there under up where with within".split())
"""Words that are mostly the beginning of a longer one where a line ends after them."""


def _is_compound(before: str, after: str, vocabulary: set[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("high-limit") and not to the line ("thermo-stat")."""
    if f"{before}-{after}" in vocabulary:
        return True
    if f"{before}{after}" in vocabulary:
        return False
    return before in vocabulary and after in vocabulary and before not in _PREFIXES
