"""From the words on pages to a document: lines, columns, tables, headings, steps, paragraphs.

A page is first freed of its ruled tables, then its words are joined to lines, the lines are put into reading order
(two-column pages column by column, between headings that span both), and neighbouring lines become blocks. What repeats
at the same height of most pages is a running header or footer and is left out.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.readers.blocks import item_text, step_label, warning_word
from knowledge.types import Block, BlockKind, Box, Word

Glyphs = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the top left of the page."""


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word as printed. A hyphen that only breaks it at a line's end is a soft hyphen (U+00AD)."""

    text: str
    page: int
    box: Glyphs
    size: float
    bold: bool
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def of(cls, x0: float, y0: float, x1: float, y1: float) -> Rule:
        """The line in the middle of a thin box."""
        if x1 - x0 >= y1 - y0:
            return cls(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        return cls((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)

    @property
    def is_horizontal(self) -> bool:
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class PageWords:
    """What was found on a page. `width` and `height` are in points, 0 for a page that could not be read."""

    number: int
    width: float
    height: float
    words: list[PageWord]
    rules: list[Rule]
    images: int
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Line:
    """Words on one baseline, close together."""

    words: list[PageWord]
    page: int

    @property
    def x0(self) -> float:
        return min(word.box[0] for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.box[2] for word in self.words)

    @property
    def y0(self) -> float:
        return min(word.box[1] for word in self.words)

    @property
    def y1(self) -> float:
        return max(word.box[3] for word in self.words)

    @property
    def size(self) -> float:
        return statistics.median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) > 0.8 * letters

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class _Table:
    """A ruled table: rows of cells, each a list of words."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    columns: list[float]
    cells: list[list[list[PageWord]]]
    caption: str = ""


_Item = _Line | _Table


@dataclass(slots=True)
class _Document:
    """What holds for the whole document: the size of its body text and the words it uses."""

    body: float
    vocabulary: set[str]
    heading_sizes: list[float] = field(default_factory=list[float])


def assemble(pages: Sequence[PageWords]) -> tuple[list[Block], dict[int, tuple[int, int, int]]]:
    """The blocks of a document in reading order, and for each page its characters, blocks and tables."""
    items: dict[int, list[_Item]] = {}
    tables: Counter[int] = Counter()
    for page in pages:
        visible = [word for word in page.words if not word.hidden]
        found, rest = _ruled_tables(page, visible)
        tables[page.number] = len(found)
        items[page.number] = [*found, *_lines(rest, page.number)]
    _drop_running(items, {page.number: page.height for page in pages})
    _drop_contents(items)
    lines = [item for page_items in items.values() for item in page_items if isinstance(item, _Line)]
    document = _measure(lines, [word for page in pages for word in page.words])
    gutters = {page.number: _gutter(items[page.number], page.width) for page in pages}
    usual = _usual([gutter for gutter in gutters.values() if gutter is not None], len(pages))
    ordered: list[_Item] = []
    for page in pages:
        own = items[page.number]
        gutter = gutters[page.number]
        if gutter is None and usual is not None and _stands_apart(own, usual):
            gutter = usual
        ordered.extend(_in_reading_order(own, gutter))
    blocks = list(_blocks(ordered, document))
    hidden = [_hidden_block(page) for page in pages if any(word.hidden for word in page.words)]
    counts: dict[int, tuple[int, int, int]] = {}
    for page in pages:
        own = [block for block in blocks if block.page == page.number]
        counts[page.number] = (sum(len(block.text) for block in own), len(own), tables[page.number])
    return [*blocks, *hidden], counts


def _hidden_block(page: PageWords) -> Block:
    text = " ".join(word.text for word in page.words if word.hidden)
    return Block(BlockKind.PARAGRAPH, text, page=page.number, hidden=True)


# --- tables -----------------------------------------------------------------------------------------------------------

_NEAR = 3.0
"""Points within which two ruled lines are the same or touch."""


TABLE_USE = 0.4
"""Share of the cells of a table that must hold words; a diagram's lines cross in far more places than it has words."""


def _ruled_tables(page: PageWords, words: list[PageWord]) -> tuple[list[_Table], list[PageWord]]:
    """The tables that ruled lines draw around words, and the words outside of them."""
    tables: list[_Table] = []
    rest = words
    for group in _connected(page.rules):
        xs = _merged(rule.x0 for rule in group if not rule.is_horizontal)
        ys = _merged(rule.y0 for rule in group if rule.is_horizontal)
        if len(xs) < 3 or len(ys) < 3:
            continue  # a box around text, or lines between paragraphs
        inside = [word for word in rest if _within(word, xs[0], ys[0], xs[-1], ys[-1])]
        if not inside:
            continue
        cells: list[list[list[PageWord]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
        for word in inside:
            cells[_slot(ys, _middle_y(word))][_slot(xs, _middle_x(word))].append(word)
        filled = [row for row in cells if any(row)]
        used = sum(bool(cell) for row in filled for cell in row)
        named = sum(bool(cell) for cell in filled[0])
        if len(filled) < 2 or named < 0.6 * (len(xs) - 1) or used < max(3, TABLE_USE * len(filled) * (len(xs) - 1)):
            continue  # a drawing with words in it
        tables.append(_Table(page.number, xs[0], ys[0], xs[-1], ys[-1], xs, filled))
        taken = {id(word) for word in inside}
        rest = [word for word in rest if id(word) not in taken]
    return tables, rest


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Ruled lines in groups that touch each other."""
    groups: list[tuple[list[float], list[Rule]]] = []
    for rule in sorted(rules, key=lambda r: (r.y0, r.x0))[:4000]:
        box = [rule.x0 - _NEAR, rule.y0 - _NEAR, rule.x1 + _NEAR, rule.y1 + _NEAR]
        joined = [group for group in groups if _overlap(group[0], box)]
        merged = [rule]
        for group in joined:
            merged.extend(group[1])
            box = [
                min(box[0], group[0][0]),
                min(box[1], group[0][1]),
                max(box[2], group[0][2]),
                max(box[3], group[0][3]),
            ]
            groups.remove(group)
        groups.append((box, merged))
    return [group for _, group in groups if len(group) >= 4]


def _overlap(one: Sequence[float], two: Sequence[float]) -> bool:
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]


def _merged(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _middle_x(word: PageWord) -> float:
    return (word.box[0] + word.box[2]) / 2


def _middle_y(word: PageWord) -> float:
    return (word.box[1] + word.box[3]) / 2


def _within(word: PageWord, x0: float, y0: float, x1: float, y1: float) -> bool:
    return x0 <= _middle_x(word) <= x1 and y0 <= _middle_y(word) <= y1


def _slot(edges: Sequence[float], value: float) -> int:
    return next((index for index, edge in enumerate(edges[1:]) if value <= edge), len(edges) - 2)


# --- lines ------------------------------------------------------------------------------------------------------------

_LABEL = re.compile(r"^(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[a-zA-Z][.)]|[•▪‣◦●○■□·–—-])$")


def _lines(words: Sequence[PageWord], page: int) -> list[_Line]:
    """Words joined to lines: same baseline, no wide gap between. The number of a step may stand further off."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda w: (round(_middle_y(w) / 3), w.box[0])):
        home: _Line | None = None
        for line in reversed(lines[-40:]):
            last = line.words[-1]
            height = max(min(word.box[3] - word.box[1], last.box[3] - last.box[1]), 1.0)
            level = min(word.box[3], last.box[3]) - max(word.box[1], last.box[1]) > 0.5 * height
            gap = word.box[0] - last.box[2]
            allowed = 40.0 if len(line.words) == 1 and _LABEL.match(last.text) else 1.1 * max(word.size, last.size)
            if level and -0.5 * height <= gap <= allowed:
                home = line
                break
        if home is None:
            lines.append(_Line([word], page))
        else:
            home.words.append(word)
    return lines


def _normal(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text.lower())


def _drop_running(items: dict[int, list[_Item]], heights: dict[int, float]) -> None:
    """Takes out the lines at the top and bottom that repeat, digits aside, at the same height of most pages."""
    pages = [number for number, page_items in items.items() if page_items]
    seen: Counter[tuple[str, int]] = Counter()
    for number in pages:
        height = heights[number] or 1.0
        own: set[tuple[str, int]] = set()
        for item in items[number]:
            if isinstance(item, _Line) and not 0.1 < (item.y0 + item.y1) / 2 / height < 0.9:
                own.add((_normal(item.text), round(item.y0 / 8)))
        seen.update(own)
    needed = max(2, 0.5 * len(pages))

    def repeats(line: _Line, height: float) -> bool:
        middle = (line.y0 + line.y1) / 2 / height
        if 0.1 < middle < 0.9:
            return False
        text, place = _normal(line.text), round(line.y0 / 8)
        if sum(seen[text, place + shift] for shift in (-1, 0, 1)) >= needed:
            return True
        return not 0.06 < middle < 0.94 and re.fullmatch(r"(page )?#( (of|/) #)?|- ?# ?-", text) is not None

    for number in pages:
        height = heights[number] or 1.0
        items[number] = [item for item in items[number] if not (isinstance(item, _Line) and repeats(item, height))]


_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$|…+\s*\d+\s*$")


def _drop_contents(items: dict[int, list[_Item]]) -> None:
    """Takes out tables of contents: pages headed "Contents" whose lines end in page numbers, and dotted lines."""
    going_on = False
    for number, page_items in items.items():
        lines = [item for item in page_items if isinstance(item, _Line)]
        headed = any(re.fullmatch(r"(table of )?contents", line.text.strip(), re.IGNORECASE) for line in lines[:6])
        numbered = [line for line in lines if re.search(r"(?<![\d.,°$])\b\d{1,3}$", line.text.strip())]
        alone = [line for line in lines if re.fullmatch(r"\d{1,3}", line.text.strip())]
        is_contents = (headed or going_on) and len(numbered) + len(alone) >= 0.4 * max(len(lines), 1) and len(lines) > 4
        if is_contents:
            items[number] = [item for item in page_items if not isinstance(item, _Line)]
        else:
            items[number] = [
                item for item in page_items if not (isinstance(item, _Line) and _LEADERS.search(item.text))
            ]
        going_on = is_contents


def _measure(lines: Sequence[_Line], words: Sequence[PageWord]) -> _Document:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    vocabulary = {re.sub(r"^\W+|\W+$", "", word.text).lower() for word in words}
    document = _Document(body, vocabulary)
    headings: Counter[float] = Counter(
        round(line.size * 2) / 2 for line in lines if line.size > 1.08 * body and len(line.text) < 140
    )
    document.heading_sizes = sorted(headings, reverse=True)
    return document


# --- reading order ----------------------------------------------------------------------------------------------------


def _usual(gutters: Sequence[float], pages: int) -> float | None:
    """The gutter of a document that is set in two columns, or None for one that is not."""
    return statistics.median(gutters) if len(gutters) >= max(2, 0.2 * pages) else None


def _stands_apart(items: Sequence[_Item], gutter: float) -> bool:
    """Whether a page that is short of lines has the document's two columns all the same: something stands on both
    sides at one height, and little crosses the gutter."""
    left = [item for item in items if item.x1 <= gutter + 2]
    right = [item for item in items if item.x0 >= gutter - 2]
    crossing = len(items) - len(left) - len(right)
    beside = any(a.y0 < b.y1 and b.y0 < a.y1 for a in left for b in right)
    return beside and crossing <= 0.25 * len(items)


def _in_reading_order(items: Sequence[_Item], gutter: float | None) -> list[_Item]:
    """The lines and tables of a page as they are read: bands of columns between what spans them."""
    if gutter is None:
        return sorted(items, key=lambda item: (round(item.y0 / 3), item.x0))
    ordered: list[_Item] = []
    band: list[_Item] = []

    def flush() -> None:
        for side in (True, False):
            column = [item for item in band if ((item.x0 + item.x1) / 2 < gutter) is side]
            ordered.extend(sorted(column, key=lambda item: (round(item.y0 / 3), item.x0)))
        band.clear()

    for item in sorted(items, key=lambda item: item.y0):
        if item.x0 < gutter - 4 and item.x1 > gutter + 4:
            flush()
            ordered.append(item)
        else:
            band.append(item)
    flush()
    return ordered


def _gutter(items: Sequence[_Item], width: float) -> float | None:
    """The x of the empty strip between two columns, or None for a page of one column."""
    lines = [item for item in items if isinstance(item, _Line) and len(item.words) >= 2]
    narrow = [line for line in lines if line.x1 - line.x0 < 0.56 * width]
    if len(narrow) < 10 or len(narrow) < 0.5 * len(lines):
        return None
    best: tuple[int, float, float] | None = None
    for step in range(int(0.3 * width), int(0.7 * width), 3):
        crossing = sum(line.x0 < step - 2 and line.x1 > step + 2 for line in narrow)
        left = sum(line.x1 <= step + 2 for line in narrow)
        right = sum(line.x0 >= step - 2 for line in narrow)
        if crossing <= 0.04 * len(narrow) and min(left, right) >= max(5, 0.2 * len(narrow)):
            found = (crossing, abs(step - width / 2), float(step))
            best = found if best is None else min(best, found)
    # two columns of prose have long lines; the cells of an unruled table do not
    is_prose = statistics.median(line.x1 - line.x0 for line in narrow) > 0.22 * width
    return best[2] if best is not None and is_prose else None


# --- blocks -----------------------------------------------------------------------------------------------------------

_NUMBERED = re.compile(
    r"^(?:chapter\s+|section\s+|appendix\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-Z\"“(])", re.IGNORECASE
)
_CAPTION = re.compile(r"^(table|figure|fig\.)\s+[\dA-Z][\d.\-]*\s*[:.–—-]", re.IGNORECASE)


class _Builder:
    """A block being put together from lines."""

    def __init__(self) -> None:
        self.kind = BlockKind.PARAGRAPH
        self.label = ""
        self.level = 0
        self.lines: list[_Line] = []
        self.skip = 0  # words of the first line that belong to the label

    @property
    def last(self) -> _Line:
        return self.lines[-1]

    def build(self, document: _Document) -> Block | None:
        words = [word for index, line in enumerate(self.lines) for word in line.words[self.skip if index == 0 else 0 :]]
        text, placed = join(words, document.vocabulary)
        if not text:
            return None
        return Block(self.kind, text, level=self.level, label=self.label, page=self.lines[0].page, words=placed)


def _blocks(items: Sequence[_Item], document: _Document) -> Iterator[Block]:
    """Neighbouring lines as blocks, tables as rows."""
    current: _Builder | None = None
    caption = ""
    previous: tuple[_Table, tuple[str, ...], str] | None = None  # the table before, its header and its title
    for item in items:
        if isinstance(item, _Table):
            if current is not None:
                built = current.build(document)
                current = None
                if built is not None:
                    if built.kind is BlockKind.CAPTION and built.text.lower().startswith("table"):
                        caption = built.text
                    yield built
            goes_on = previous is not None and _continues(previous[0], item)
            known, title = (previous[1], previous[2]) if previous is not None else ((), "")
            header, made = _rows(item, document, known if goes_on else (), caption)
            if not caption and known and header == known:  # it goes on, in the next column or on the next page
                caption = title
                made = [replace(row, table=title) for row in made]
            previous = (item, header, caption)
            caption = ""
            yield from made
            continue
        if current is not None and _belongs(current, item, document):
            current.lines.append(item)
            continue
        if current is not None:
            built = current.build(document)
            if built is not None:
                if built.kind is BlockKind.CAPTION and built.text.lower().startswith("table"):
                    caption = built.text
                elif built.kind is not BlockKind.CAPTION:
                    caption = ""
                    previous = None if built.kind is BlockKind.HEADING else previous
                yield built
        current = _begin(item, document)
    if current is not None and (built := current.build(document)) is not None:
        yield built


def _begin(line: _Line, document: _Document) -> _Builder:
    """A new block that begins with a line: its kind told by its first characters, its size and its weight."""
    builder = _Builder()
    builder.lines = [line]
    text = line.text
    level = _heading_level(line, document)
    if _CAPTION.match(text) and len(text) < 200:
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


def _words_before(line: _Line, rest: str) -> int:
    """How many words of a line come before the rest of its text."""
    words = len(rest.split())
    return max(len(line.words) - words, 0)


def _heading_level(line: _Line, document: _Document) -> int:
    """The depth of a heading, from its number or its size; 0 for a line that is none."""
    text = line.text.strip()
    letters = sum(ch.isalpha() for ch in text)
    if letters < 2 or len(text) > 140 or text.endswith((".", ",", ";")):
        return 0
    larger = line.size > 1.08 * document.body
    numbered = _NUMBERED.match(text)
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


def _belongs(current: _Builder, line: _Line, document: _Document) -> bool:
    """Whether a line goes on with the block before it."""
    last = current.last
    if current.kind is BlockKind.HEADING:
        same = abs(line.size - last.size) < 0.6 and line.bold == last.bold and line.page == last.page
        close = -2 < line.y0 - last.y1 < 0.6 * last.size
        return same and close and _NUMBERED.match(line.text) is None and _heading_level(line, document) > 0
    if _heading_level(line, document) or _CAPTION.match(line.text) or warning_word(line.text) is not None:
        return False
    if step_label(line.text) is not None and not _is_mid_sentence(current, line):
        return False
    if item_text(line.text) is not None:
        return False
    if abs(line.size - last.size) > 0.15 * max(line.size, last.size):
        return False
    if line.page != last.page or line.y0 < last.y0 - 2:  # another page or column
        return not re.search(r"[.!?:]['\"”’)]*$", last.text.strip()) and line.text[:1].islower()
    gap = line.y0 - last.y1
    if gap > 0.55 * last.size:
        return False
    hanging = current.kind in (BlockKind.STEP, BlockKind.ITEM)
    if hanging and line.x0 < current.lines[0].x0 + 2 and len(current.lines) == 1 and current.skip:
        # text under the number itself is a new paragraph, unless the steps have no hanging indent at all
        return gap < 0.35 * last.size and not re.search(r"[.!?]['\"”’)]*$", last.text.strip())
    indented = line.x0 - last.x0 > 1.5 * last.size and len(current.lines) > 1
    return hanging or not indented


def _is_mid_sentence(current: _Builder, line: _Line) -> bool:
    """Whether a line that begins like a step only continues a sentence: "…for at least / 15. seconds" """
    ended = re.search(r"[.!?:]['\"”’)]*$", current.last.text.strip())
    return ended is None and line.x0 > current.lines[0].x0 + 2 and current.kind is BlockKind.STEP


def _continues(before: _Table, table: _Table) -> bool:
    """Whether a table goes on from the one before: on the next page, with the same columns."""
    return (
        table.page == before.page + 1
        and len(table.columns) == len(before.columns)
        and all(abs(a - b) < 6 for a, b in zip(table.columns, before.columns, strict=True))
    )


def _rows(
    table: _Table, document: _Document, header: tuple[str, ...], caption: str
) -> tuple[tuple[str, ...], list[Block]]:
    """The header and the rows of a table. `header` is that of the page before, when the table goes on."""
    rows = [[join(_sorted(cell), document.vocabulary) for cell in row] for row in table.cells]
    first = tuple(text for text, _ in rows[0])
    if header and first == header:
        rows = rows[1:]
    elif not header:
        header, rows = first, rows[1:]
    return header, [_row(cells, header, caption, table.page) for cells in rows]


def _row(cells: Sequence[tuple[str, tuple[Word, ...]]], header: tuple[str, ...], caption: str, page: int) -> Block:
    text = ""
    placed: list[Word] = []
    for index, (cell, words) in enumerate(cells):
        if index:
            text += " | "
        placed.extend(Word(word.start + len(text), word.end + len(text), word.box) for word in words)
        text += cell
    return Block(
        BlockKind.ROW,
        text,
        page=page,
        words=tuple(placed),
        cells=tuple(cell for cell, _ in cells),
        header=header,
        table=caption,
    )


def _sorted(words: Sequence[PageWord]) -> list[PageWord]:
    """The words of a cell line by line."""
    lines: list[list[PageWord]] = []
    for word in sorted(words, key=_middle_y):
        if lines and abs(_middle_y(word) - _middle_y(lines[-1][0])) < 0.5 * max(word.size, 4):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [word for line in lines for word in sorted(line, key=lambda w: w.box[0])]


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


def _is_compound(before: str, after: str, vocabulary: set[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("high-limit") and not to the line ("thermo-stat")."""
    if f"{before}-{after}" in vocabulary:
        return True
    if f"{before}{after}" in vocabulary:
        return False
    return before in vocabulary and after in vocabulary
