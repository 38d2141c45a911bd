"""A reading into stored blocks, chunks and windows, following the document's own structure.

A chunk is what is returned: a section, or as much of it as belongs together; a procedure with the warnings before it
and a table stay whole as long as they reasonably can. A window is what is searched: the title, the section's heading
and up to three consecutive sentences or steps, or one row with the names of its columns. All ids follow from content
alone, so unchanged text keeps its ids.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.sentences import split_sentences
from knowledge.types import Block, BlockKind, Chunk, Reading, StoredBlock, Window

RECIPE = 2
"""Raised when the same reading would give other blocks, chunks or windows, so that documents are made anew."""

CHUNK_TOKENS = 200
WHOLE_TOKENS = 600  # up to here a procedure or a table is not cut
WINDOW_UNITS = 3
WINDOW_STRIDE = 2
WINDOW_TOKENS = 180  # with its prefix it stays below the 256 tokens that MiniLM sees
TITLE_CHARACTERS = 60
HEADING_CHARACTERS = 80

_TOKENS_PER_WORD = 1.3
_FIRST_STEP = re.compile(r"\W*(?:step\s+)?(?:1|a|i)\b\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chunking:
    """A reading as it is stored. Every block that is not a heading is in exactly one chunk."""

    blocks: tuple[StoredBlock, ...]
    chunks: tuple[Chunk, ...]
    windows: tuple[Window, ...]


def chunk(document_id: str, reading: Reading) -> Chunking:
    """The blocks, chunks and windows of a reading. Hidden blocks and blocks without text are left out."""
    blocks = tuple(_stored(document_id, reading.blocks))
    body = [stored for stored in blocks if stored.kind is not BlockKind.HEADING]
    chunks: list[Chunk] = []
    windows: dict[str, Window] = {}
    # a document of headings alone is still found by them
    for path, section in groupby(body or blocks, key=lambda stored: stored.heading_path):
        for piece in _pieces(list(section)):
            chunk_id = "c" + _digest(document_id, *(stored.id for stored in piece))
            chunks.append(Chunk(chunk_id, document_id, len(chunks), path, tuple(piece)))
            for text in _window_texts(reading.title, path, piece):
                window_id = "w" + _digest(document_id, text)
                windows.setdefault(window_id, Window(window_id, chunk_id, text))
    return Chunking(blocks, tuple(chunks), tuple(windows.values()))


def document_id_of(workspace: str, collection: str, name: str) -> str:
    """The id of the document with this name; a changed file with the same name is a new version of it."""
    return "d" + _digest(workspace, collection, name)


def row_text(block: Block) -> str:
    """A table row as a sentence of its own: "Code: E05; Meaning: oil too hot". Empty cells are left out."""
    parts: list[str] = []
    for n, cell in enumerate(block.cells):
        name = block.header[n].strip() if n < len(block.header) else ""
        if cell.strip():
            parts.append(f"{name}: {cell.strip()}" if name else cell.strip())
    return "; ".join(parts) or block.text


# --- blocks -----------------------------------------------------------------------------------------------------------


def _digest(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "replace")
    return hashlib.blake2b(data, digest_size=7).hexdigest()  # of a million, two are equal with a chance of 1 : 100,000


def _stored(document_id: str, blocks: Sequence[Block]) -> Iterator[StoredBlock]:
    stack: list[tuple[int, str]] = []
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    ordinal = 0
    for block in blocks:
        if block.hidden or not block.text.strip():
            continue
        if block.kind is BlockKind.HEADING:
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            stack.append((block.level, block.text.strip()))
        path = tuple(heading for _, heading in stack)
        occurrence = seen[path, block.text]
        seen[path, block.text] += 1
        block_id = "b" + _digest(document_id, *path, block.text, str(occurrence))
        yield StoredBlock(block_id, document_id, ordinal, path, block)
        ordinal += 1


# --- chunks -----------------------------------------------------------------------------------------------------------


def _tokens(text: str) -> float:
    return len(text.split()) * _TOKENS_PER_WORD


def _size(blocks: Sequence[StoredBlock]) -> float:
    return sum(_tokens(stored.text) for stored in blocks)


def _pieces(section: Sequence[StoredBlock]) -> Iterator[list[StoredBlock]]:
    """A section cut into chunks: neighbours that fit together, procedures and tables whole where they can be."""
    current: list[StoredBlock] = []
    for part in _parts(section):
        for piece in _cut(part, WHOLE_TOKENS):
            if current and _size(current) + _size(piece) > CHUNK_TOKENS:
                yield current
                current = []
            current = [*current, *piece]
    if current:
        yield current


def _parts(section: Sequence[StoredBlock]) -> Iterator[list[StoredBlock]]:
    """What must not be cut: a procedure with the warnings before it, a table, or a single block."""
    at = 0
    while at < len(section):
        end = _procedure_end(section, at) or _table_end(section, at) or at + 1
        yield list(section[at:end])
        at = end


def _procedure_end(section: Sequence[StoredBlock], at: int) -> int:
    """Where the procedure that begins at `at` ends, or 0. Notes between two steps belong to it."""
    end = at
    while end < len(section) and section[end].kind is BlockKind.WARNING:
        end += 1
    if end == len(section) or section[end].kind is not BlockKind.STEP:
        return 0
    was_first = True
    while end < len(section):
        following = end
        while following < len(section) and section[following].kind not in (BlockKind.STEP, BlockKind.ROW):
            following += 1
        if following == len(section) or section[following].kind is not BlockKind.STEP:
            return end
        is_first = _FIRST_STEP.fullmatch(section[following].block.label) is not None
        if is_first and not was_first:
            return end  # the next procedure; where every step is printed as "1." it is all one
        was_first = is_first
        end = following + 1
    return end


def _table_end(section: Sequence[StoredBlock], at: int) -> int:
    """Where the table that begins at `at` ends, or 0."""
    first = section[at].block
    end = at
    while end < len(section) and section[end].kind is BlockKind.ROW:
        if (section[end].block.header, section[end].block.table) != (first.header, first.table):
            break
        end += 1
    return end if end > at else 0


def _cut(part: list[StoredBlock], limit: int) -> Iterator[list[StoredBlock]]:
    """The part whole if it fits the limit, else in pieces that do, cut between blocks."""
    piece: list[StoredBlock] = []
    for stored in part:
        if piece and _size(piece) + _tokens(stored.text) > limit:
            yield piece
            piece = []
        piece.append(stored)
    if piece:
        yield piece


# --- windows ----------------------------------------------------------------------------------------------------------


def _window_texts(title: str, path: Sequence[str], piece: Sequence[StoredBlock]) -> Iterator[str]:
    names = [_short(title, TITLE_CHARACTERS), *(_short(heading, HEADING_CHARACTERS) for heading in path[-2:])]
    prefix = " – ".join(dict.fromkeys(name for name in names if name))
    for family, blocks in groupby(piece, key=_family):
        units = [unit for stored in blocks for unit in _units(stored.block)]
        bodies = units if family is BlockKind.ROW else list(_sliding(units))
        yield from (f"{prefix}: {body}" if prefix else body for body in bodies)


def _short(text: str, limit: int) -> str:
    """The text on one line, cut after whole words."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit + 1].rsplit(" ", 1)[0][:limit]


def _family(stored: StoredBlock) -> BlockKind:
    """What may share a window: a list goes with the sentence that leads to it, steps and warnings keep apart."""
    alone = (BlockKind.STEP, BlockKind.ROW, BlockKind.WARNING)
    return stored.kind if stored.kind in alone else BlockKind.PARAGRAPH


def _units(block: Block) -> list[str]:
    if block.kind is BlockKind.ROW:
        row = row_text(block)
        return [f"{block.table}: {row}" if block.table else row]
    if block.kind in (BlockKind.STEP, BlockKind.ITEM):
        units = [block.text]
    else:
        units = [block.text[start:end] for start, end in split_sentences(block.text)]
        if block.kind is BlockKind.WARNING and block.label and units:
            units[0] = f"{block.label}: {units[0]}"
    return [part for unit in units for part in _fitting(unit)]


def _fitting(unit: str) -> list[str]:
    """The unit, cut between words where it is too long for a window."""
    words = unit.split()
    most = int(WINDOW_TOKENS / _TOKENS_PER_WORD)
    return [" ".join(words[n : n + most]) for n in range(0, len(words), most)]


def _sliding(units: Sequence[str]) -> Iterator[str]:
    """Up to three units at a time, each window one unit into the one before; long units come fewer at a time."""
    start = 0
    while start < len(units):
        end = start + 1
        while end < min(start + WINDOW_UNITS, len(units)) and _tokens(" ".join(units[start : end + 1])) < WINDOW_TOKENS:
            end += 1
        yield " ".join(units[start:end])
        if end == len(units):
            return
        start = min(start + WINDOW_STRIDE, end)
