"""Markdown and plain text."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.readers.blocks import decode, item_text, prose, reading, rows, step_label, warning_word
from knowledge.types import Block, BlockKind, Reading

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_markdown(path: Path, _name: str) -> Reading:
    """Headings, paragraphs, numbered and bulleted lists, quotes as warnings, and tables, with their lines."""
    text, _ = decode(path.read_bytes())
    front = _FRONT_MATTER.match(text.replace("\r\n", "\n"))
    if front:
        text = "\n" * front.group(0).count("\n") + text.replace("\r\n", "\n")[front.end() :]
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(text)
    blocks = _Markdown(tokens).blocks()
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return reading(title, blocks)


class _Markdown:
    """A walk over the tokens of a Markdown document."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._blocks: list[Block] = []
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets
        self._item = False  # the next inline text is the first of a list item
        self._table: list[tuple[int, list[str]]] = []
        self._caption = ""

    def blocks(self) -> list[Block]:
        level = 0
        in_table = False
        for token in self._tokens:
            line = token.map[0] + 1 if token.map else None
            match token.type:
                case "heading_open":
                    level = int(token.tag[1])
                case "heading_close":
                    level = 0
                case "ordered_list_open":
                    self._lists.append(int(token.attrGet("start") or 1))
                case "bullet_list_open":
                    self._lists.append(None)
                case "ordered_list_close" | "bullet_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._item = True
                case "table_open":
                    in_table, self._table = True, []
                case "tr_open":
                    self._table.append((line or 1, []))
                case "table_close":
                    in_table = False
                    self._add_table()
                case "inline" if in_table:
                    self._table[-1][1].append(_plain(token))
                case "inline":
                    self._add(_plain(token), level, line)
                case "fence" | "code_block":
                    self._add(" ".join(token.content.split()), 0, line)
                case _:
                    continue
        return self._blocks

    def _add(self, text: str, level: int, line: int | None) -> None:
        if not text:
            return
        if level:
            self._blocks.append(Block(BlockKind.HEADING, text, level=level, line=line))
        elif (warned := warning_word(text)) is not None:
            self._blocks.append(Block(BlockKind.WARNING, warned[1], label=warned[0], line=line))
        elif self._lists and self._item:
            number = self._lists[-1]
            self._item = False
            if number is None:
                self._blocks.append(Block(BlockKind.ITEM, text, line=line))
            else:
                self._lists[-1] = number + 1
                self._blocks.append(Block(BlockKind.STEP, text, label=f"{number}.", line=line))
        else:
            self._blocks.append(Block(BlockKind.PARAGRAPH, text, line=line))

    def _add_table(self) -> None:
        if not self._table:
            return
        caption = ""
        if self._blocks and re.match(r"table\b.{0,120}$", self._blocks[-1].text, re.IGNORECASE):
            caption = self._blocks.pop().text
        (_, header), *body = self._table
        self._blocks.extend(
            rows([cells for _, cells in body], header=header, table=caption, lines=[line for line, _ in body])
        )


def _plain(token: Token) -> str:
    """The text of an inline token without its marks."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(child.content)
    return " ".join("".join(parts).split())


_UNDERLINE = re.compile(r"^\s*(=|-|~){3,}\s*$")


def read_text(path: Path, _name: str) -> Reading:
    """Paragraphs between blank lines, numbered lines as steps, underlined and ALL-CAPS lines as headings."""
    text, encoding = decode(path.read_bytes())
    lines = text.splitlines()
    blocks: list[Block] = []
    paragraph: list[str] = []
    start = 1

    def flush() -> None:
        if paragraph:
            blocks.append(prose(" ".join(paragraph), line=start))
            paragraph.clear()

    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        after = lines[number] if number < len(lines) else ""
        if not line or _UNDERLINE.match(line):
            flush()
        elif _UNDERLINE.match(after) and not paragraph:
            level = 1 if after.strip().startswith("=") else 2
            blocks.append(Block(BlockKind.HEADING, line, level=level, line=number))
        elif not paragraph and _is_shouted(line) and not after.strip():
            blocks.append(Block(BlockKind.HEADING, line, level=2, line=number))
        else:
            if paragraph and (step_label(line) or item_text(line) is not None or warning_word(line)):
                flush()
            if not paragraph:
                start = number
            paragraph.append(line)
    flush()
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    notes = [f"Read as {encoding}."] if encoding != "utf-8" else []
    return reading(title, blocks, notes)


def _is_shouted(line: str) -> bool:
    letters = [ch for ch in line if ch.isalpha()]
    return len(letters) >= 3 and len(line) <= 80 and all(ch.isupper() for ch in letters) and warning_word(line) is None
