"""What goes through the pipe and into the catalogue comes back the same."""

from __future__ import annotations

from dataclasses import replace

from knowledge.packing import pack_reading, pack_words, unpack_reading, unpack_words
from knowledge.types import Block, BlockKind, Box, PageReport, Reading, Word

WORDS = (Word(0, 3, Box(1, 72.0, 700.25, 90.5, 712.0)), Word(4, 7, Box(2, 0.01, 1.0, 2.0, 3.0)))


def test_a_reading_survives_the_pipe() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Fünf °F", level=2, page=1),
        Block(BlockKind.ROW, "a | b", page=2, words=WORDS, cells=("a", "b"), header=("A", ""), table="T", line=3),
        Block(BlockKind.STEP, "Drain.", label="3.", hidden=True),
    )
    reading = Reading("Manual", blocks, (PageReport(1, 10, 3, 1, 2, ("skewed",)),), ("damaged index",))
    media_type, found = unpack_reading(pack_reading("application/pdf", reading))
    assert (media_type, found) == ("application/pdf", reading)


def test_a_lone_surrogate_becomes_one_character_so_that_offsets_hold() -> None:
    reading = Reading("", (Block(BlockKind.PARAGRAPH, "a\ud800b"),), ())
    _, found = unpack_reading(pack_reading("text/plain", reading))
    assert found.blocks == (replace(reading.blocks[0], text="a?b"),)


def test_packed_words_are_words() -> None:
    words = unpack_words(pack_words(WORDS))
    assert words == WORDS
    assert (len(words), words[1], list(words[:1])) == (2, WORDS[1], [WORDS[0]])
    assert pack_words(words) == pack_words(WORDS)
    assert unpack_words(pack_words(())) == ()
