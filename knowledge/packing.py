"""Blocks as compact JSON, for the catalogue and for the pipe from the parsing process.

A page has hundreds of words and few of them are ever shown, so the words of an unpacked block stay packed until
somebody asks for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypedDict, overload

from knowledge.types import Block, BlockKind, Box, CellRange, Moment, PageReport, Reading, Word

_POINT = 100  # coordinates are kept to a hundredth of a PDF point, finer than any screen or printer


class PackedWords(Sequence[Word]):
    """Words that are decoded when first looked at; equal to the same words in a tuple."""

    __slots__ = ("_packed", "_words")

    def __init__(self, packed: str) -> None:
        self._packed = packed
        self._words: tuple[Word, ...] | None = None

    @property
    def packed(self) -> str:
        """The words as `pack_words` wrote them."""
        return self._packed

    def _all(self) -> tuple[Word, ...]:
        if self._words is None:
            numbers: list[int] = json.loads(self._packed)
            self._words = tuple(
                Word(
                    numbers[i],
                    numbers[i + 1],
                    Box(
                        numbers[i + 2],
                        numbers[i + 3] / _POINT,
                        numbers[i + 4] / _POINT,
                        numbers[i + 5] / _POINT,
                        numbers[i + 6] / _POINT,
                    ),
                )
                for i in range(0, len(numbers), 7)
            )
        return self._words

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Word]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PackedWords):
            return self._packed == other._packed
        return isinstance(other, tuple) and self._all() == other

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


def pack_words(words: Sequence[Word]) -> str:
    """The words as a flat JSON list: start, end, page and the four edges of each, in hundredths of a point."""
    if isinstance(words, PackedWords):
        return words.packed
    numbers: list[int] = []
    for word in words:
        box = word.box
        edges = (round(edge * _POINT) for edge in (box.x0, box.y0, box.x1, box.y1))
        numbers += (word.start, word.end, box.page, *edges)
    return json.dumps(numbers, separators=(",", ":"))


def unpack_words(packed: str) -> Sequence[Word]:
    """The words that `pack_words` wrote, decoded on first use."""
    return PackedWords(packed) if packed != "[]" else ()


def pack_place(block: Block) -> str:
    """Where a block stands in a workbook or recording and how surely it was recognised, as JSON; "" when neither."""
    place: dict[str, object] = {}
    if block.cell_range is not None:
        place["cells"] = [block.cell_range.sheet, block.cell_range.first, block.cell_range.last]
    if block.moment is not None:
        place["moment"] = [block.moment.start, block.moment.end]
    if block.confidence is not None:
        place["confidence"] = round(block.confidence, 3)
    return json.dumps(place, ensure_ascii=False, separators=(",", ":")) if place else ""


class PlaceFields(TypedDict):
    """The fields of a Block that `pack_place` writes."""

    cell_range: CellRange | None
    moment: Moment | None
    confidence: float | None


def unpack_place(packed: str) -> PlaceFields:
    """The fields that `pack_place` wrote."""
    place: dict[str, Any] = json.loads(packed) if packed else {}
    return {
        "cell_range": CellRange(*place["cells"]) if "cells" in place else None,
        "moment": Moment(*place["moment"]) if "moment" in place else None,
        "confidence": place.get("confidence"),
    }


def pack_reading(media_type: str, reading: Reading) -> bytes:
    """A reading as JSON, for the pipe between two processes."""
    return json.dumps(
        {
            "media_type": media_type,
            "title": reading.title,
            "blocks": [
                [
                    block.kind, block.text, block.level, block.label, block.page, pack_words(block.words),
                    block.cells, block.header, block.table, block.line, block.hidden, pack_place(block),
                ]
                for block in reading.blocks
            ],
            "pages": [
                [
                    page.page, page.characters, page.blocks, page.tables, page.images, page.warnings, page.name,
                    page.confidence, page.seconds,
                ]
                for page in reading.pages
            ],
            "warnings": reading.warnings,
            "pages_in_file": reading.pages_in_file,
        },
        ensure_ascii=False,
        # a lone surrogate of a damaged file becomes "?", one for one, so that offsets hold
    ).encode("utf-8", "replace")  # fmt: skip


def unpack_reading(packed: bytes) -> tuple[str, Reading]:
    """The media type and the reading that `pack_reading` wrote."""
    found: dict[str, Any] = json.loads(packed)
    blocks = tuple(
        Block(
            kind=BlockKind(kind), text=text, level=level, label=label, page=page, words=unpack_words(words),
            cells=tuple(cells), header=tuple(header), table=table, line=line, hidden=hidden, **unpack_place(place),
        )
        for kind, text, level, label, page, words, cells, header, table, line, hidden, place in found["blocks"]
    )  # fmt: skip
    pages = tuple(
        PageReport(page, characters, blocks, tables, images, tuple(warnings), name, confidence, seconds)
        for page, characters, blocks, tables, images, warnings, name, confidence, seconds in found["pages"]
    )
    return found["media_type"], Reading(found["title"], blocks, pages, tuple(found["warnings"]), found["pages_in_file"])
