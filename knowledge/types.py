"""The nouns of the knowledge side: what a reader yields, what is stored, and what a query returns.

Units and bases, everywhere in the project: pages count from 1; boxes are PDF points (1/72 inch) with the origin at the
top left of the page as shown (rotation and crop applied); character offsets are Python string offsets, start included
and end excluded; cosine similarity is 1 for the same direction and -1 for the opposite.

**Ids.** A *document* id follows from its workspace, collection and name, so a changed file with the same name is a new
version of the same document. A *block* id follows from the document id, the heading path, the block's own text and its
occurrence among equals, never from its position: unchanged text keeps its id when pages are added before it. A *span*
id is a block id, or `block_id.n` for the block's n-th sentence (from 0). Span ids are what answers cite.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class BlockKind(StrEnum):
    """What a block of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    STEP = "step"  # a numbered instruction; consecutive steps under one heading are a procedure
    ITEM = "item"  # a bullet
    ROW = "row"  # one table row; `header` names its columns
    WARNING = "warning"  # danger, warning, caution, notice: travels with its section
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: PDF points, origin top left, x0 < x1 and y0 < y1."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Word:
    """Where the characters `start` to `end` of a block's text stand on a page. A word, or part of a broken one."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class CellRange:
    """Where a row stands in a workbook: the sheet's name and the first and last cell, as in "B4" and "F4"."""

    sheet: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Where words are heard or a frame is seen in a recording: seconds from its start, start <= end."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of a document as a reader yields it, in reading order.

    `text` is exactly what may be quoted. For a ROW it is the cells joined by " | ", `cells` and `header` hold the
    parts (as many of each, header cells may be ""), and `table` is the caption or title of the table, if any.
    `level` is the depth of a HEADING (1 is the outermost) and 0 otherwise. `label` is the printed number of a STEP
    ("3.", "b)") or the signal word of a WARNING ("DANGER"), without which `text` stands. `page` is None in formats
    without pages; `words` is empty there too. A slide, a sheet and an image count as pages. `line` is the line of the
    source file in text formats and the row of a sheet or CSV file (from 1), else None. `cell_range` is given for the
    rows of a workbook, `moment` for what was said in a recording. `confidence` (0..1) is how sure the recognition of
    print or speech was of the text; None when the text was not recognised but read. `hidden` marks text that a reader
    of the page cannot see (white, tiny, off the page): it is reported and never indexed or quoted.
    """

    kind: BlockKind
    text: str
    level: int = 0
    label: str = ""
    page: int | None = None
    words: Sequence[Word] = ()
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    table: str = ""
    line: int | None = None
    hidden: bool = False
    cell_range: CellRange | None = None
    moment: Moment | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PageReport:
    """What was found on one page (or in the whole of a document without pages, as page 1).

    A slide, a sheet and an image count as pages; `name` is the sheet's name or the slide's title, else "".
    `confidence` (0..1) is the mean over recognised characters, None when nothing was recognised. `seconds` is how long
    the page took to read; 0 where pages are not read one by one.
    """

    page: int
    characters: int
    blocks: int
    tables: int = 0
    images: int = 0
    warnings: tuple[str, ...] = ()
    name: str = ""
    confidence: float | None = None
    seconds: float = 0.0

    @property
    def has_text(self) -> bool:
        """Whether anything on the page can be found and quoted."""
        return self.characters > 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its blocks in reading order and a report for every page. `title` is "" when it names none.

    `pages_in_file` is given when only the first pages were read, else 0.
    """

    title: str
    blocks: tuple[Block, ...]
    pages: tuple[PageReport, ...]
    warnings: tuple[str, ...] = ()
    pages_in_file: int = 0

    @property
    def total_pages(self) -> int:
        """How many pages the file has."""
        return self.pages_in_file or len(self.pages)


class DocumentState(StrEnum):
    """Where a document stands. READY and PARTIAL ones are searched, and the first pages of long INDEXING ones."""

    QUEUED = "queued"
    VALIDATING = "validating"
    PARSING = "parsing"
    INDEXING = "indexing"
    READY = "ready"
    PARTIAL = "partial"  # searchable, but some pages have no text: the report says which
    FAILED = "failed"
    DELETED = "deleted"  # a tombstone: it says when, and nothing of the content is left


@dataclass(frozen=True, slots=True)
class Document:
    """A source file as the catalogue knows it. `version` counts from 1 and grows when the content changes.

    `pages` is the number of pages, or None for formats without pages. `sha256` is of the file's bytes.
    `created_at` and `updated_at` are ISO 8601 in UTC. `reason` says in a sentence what is wrong, or is ""; `code`
    is the result kind of a file that was not taken in.
    """

    id: str
    workspace: str
    collection: str
    name: str
    title: str
    media_type: str
    sha256: str
    size_bytes: int
    version: int
    state: DocumentState
    pages: int | None
    blocks: int
    windows: int
    reason: str
    created_at: str
    updated_at: str
    code: str = ""

    @property
    def is_for_emergencies(self) -> bool:
        """Whether its title or name says that it tells what to do in an emergency."""
        return "emergency" in f"{self.title} {self.name}".lower()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a version changed against the one before, as headings of sections joined by " › ", in reading order."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What was found in a document page by page, the warnings of its whole, and what its last version changed."""

    pages: tuple[PageReport, ...] = ()
    warnings: tuple[str, ...] = ()
    changes: Changes = NO_CHANGES


NO_REPORT = DocumentReport()


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """A block with its place: `id` is stable over versions, `ordinal` is its position in this version (from 0)."""

    id: str
    document_id: str
    ordinal: int
    heading_path: tuple[str, ...]
    block: Block

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def kind(self) -> BlockKind:
        return self.block.kind


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stored piece of a document: consecutive blocks of one section, a whole procedure or table where it fits.

    `heading_path` runs from the document's outermost heading to the section's own. `text` is the blocks' text, one per
    line, without the headings.
    """

    id: str
    document_id: str
    ordinal: int
    heading_path: tuple[str, ...]
    blocks: tuple[StoredBlock, ...]

    @property
    def text(self) -> str:
        return "\n".join(stored.text for stored in self.blocks)


@dataclass(frozen=True, slots=True)
class Window:
    """What is embedded and searched: the section's title and up to three consecutive sentences, steps or rows.

    `id` follows from the document id and `text`, so an unchanged window is never embedded twice.
    """

    id: str
    chunk_id: str
    text: str


# --- access -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scope:
    """What a caller may read. A parameter of every read; it filters before ranking.

    `collections` None means every collection of the workspace that `roles` may read.
    """

    workspace: str = "default"
    collections: frozenset[str] | None = None
    roles: frozenset[str] = frozenset({"crew", "manager", "admin"})


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of a workspace. `roles` are those that may read it, None when everybody may."""

    name: str
    roles: frozenset[str] | None
    documents: int


# --- answers to a query -----------------------------------------------------------------------------------------------


Section = tuple[str, tuple[str, ...]]
"""A document's id and a heading path in it."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the retriever takes it.

    `previous` holds the earlier user turns of the conversation, oldest first, when `text` is a follow-up that needs
    them, and `cited` the sections that the last answer quoted; else both are empty. `prefer` names collections whose
    passages win near ties (a specialist's own).
    """

    text: str
    previous: tuple[str, ...] = ()
    cited: tuple[Section, ...] = ()
    prefer: frozenset[str] = frozenset()
    limit: int = 8


@dataclass(frozen=True, slots=True)
class Scores:
    """How a passage was found: per channel the min-max score in 0..1 of its best window (None: not found by it),
    `cosine` the raw similarity of the best window, and `fused` the score it is ranked by."""

    fused: float
    dense: float | None = None
    lexical: float | None = None
    exact: float | None = None
    cosine: float | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk as returned for a query, best first, with its document and its scores."""

    chunk: Chunk
    document: Document
    scores: Scores
    window: str  # text of the best window


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What the retriever found for a query.

    `evidence` is the calibrated probability (0..1) that the passages treat what is asked; `sufficient` says whether it
    reaches the threshold. Whether they answer it is told when they are quoted. `milliseconds` holds the time of each
    stage ("embed", "dense", "lexical", "exact", "fuse"). `dense_weight` is the weight chosen for the dense channel
    (0..1) for this query.
    """

    query: Query
    passages: tuple[Passage, ...]
    evidence: float
    sufficient: bool
    dense_weight: float
    milliseconds: dict[str, float] = field(default_factory=dict[str, float])


class QuoteKind(StrEnum):
    """What a quote is, and so how it is shown."""

    SENTENCE = "sentence"
    STEP = "step"
    ROW = "row"
    WARNING = "warning"
    ITEM = "item"


_QUOTE_KINDS = {
    BlockKind.STEP: QuoteKind.STEP,
    BlockKind.ROW: QuoteKind.ROW,
    BlockKind.WARNING: QuoteKind.WARNING,
    BlockKind.ITEM: QuoteKind.ITEM,
}


def quote_kind(kind: BlockKind) -> QuoteKind:
    """How a quote from a block of this kind is shown."""
    return _QUOTE_KINDS.get(kind, QuoteKind.SENTENCE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A span that answers, verbatim. `start` and `end` are its offsets in the block's text; `score` is 0..1."""

    span_id: str
    kind: QuoteKind
    text: str
    stored: StoredBlock
    document: Document
    start: int
    end: int
    score: float

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The rectangles of the quoted words, one per visual line; empty in formats without pages."""
        return merge_lines(
            [word for word in self.stored.block.words if word.start < self.end and word.end > self.start]
        )


def page_word(media_type: str) -> Literal["page", "slide", "sheet", "picture"]:
    """What a page of such a file is called: "page", "slide", "sheet" or "picture"."""
    if media_type.startswith("image/"):
        return "picture"
    if "presentation" in media_type or "powerpoint" in media_type:
        return "slide"
    return "sheet" if "sheet" in media_type or "excel" in media_type else "page"


def clock(seconds: float) -> str:
    """A moment of a recording as people write it: "1:05", "1:02:03"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def place_of(block: Block, media_type: str) -> str:
    """Where a block stands in words for people: "page 6", "slide 2", "sheet Parts, B4:F4", "at 1:05"; "" for none."""
    if block.cell_range is not None:
        return f"sheet {block.cell_range.sheet}, {block.cell_range.first}:{block.cell_range.last}"
    if block.moment is not None:
        return f"at {clock(block.moment.start)}"
    if block.page is None:
        return ""
    word = page_word(media_type)
    return word if word == "picture" and block.page == 1 else f"{word} {block.page}"


def whole(stored: StoredBlock, document: Document, score: float = 1.0) -> Quote:
    """A quote of a whole block."""
    return Quote(stored.id, quote_kind(stored.kind), stored.text, stored, document, 0, len(stored.text), score)


def merge_lines(words: Sequence[Word]) -> tuple[Box, ...]:
    """The boxes of `words` merged into one rectangle per visual line and column, in the order given."""
    merged: list[Box] = []
    for word in words:
        box = word.box
        if merged:
            last = merged[-1]
            height = min(last.y1 - last.y0, box.y1 - box.y0)
            overlap = min(last.y1, box.y1) - max(last.y0, box.y0)
            same_line = last.page == box.page and overlap > 0.5 * height
            gap = max(box.x0 - last.x1, last.x0 - box.x1)
            if same_line and gap < 3 * max(height, 1.0):
                merged[-1] = Box(
                    box.page, min(last.x0, box.x0), min(last.y0, box.y0), max(last.x1, box.x1), max(last.y1, box.y1)
                )
                continue
        merged.append(box)
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A row of an error-code table: the machine is the document's title; absent columns are ""."""

    code: str
    machine: str
    meaning: str
    cause: str
    action: str
    stored: StoredBlock
    document: Document
