"""HTML."""

from __future__ import annotations

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import decode, prose, reading, rows, warning_word
from knowledge.types import Block, BlockKind, Reading

_DROPPED = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "svg", "iframe", "button")
_TEXT = frozenset({"p", "blockquote", "pre", "figcaption", "caption", "dd", "dt", "address", "summary"})
_CONTAINERS = frozenset(
    {
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "header",
        "center",
        "details",
        "figure",
        "dl",
        "span",
        "td",
        "font",
    }
)
MAX_DEPTH = 200


def read_html(path: Path, name: str) -> Reading:
    """Headings, paragraphs, lists and tables of the main content; navigation, footers and scripts are left out."""
    data = path.read_bytes()
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    text, encoding = decode(data)
    if declared is not None and encoding == "cp1252":
        try:
            text = data.decode(declared.group(1).decode("ascii"), errors="replace")
        except LookupError:
            encoding = "cp1252"
    tree = LexborHTMLParser(text)
    for name in _DROPPED:
        for node in tree.css(name):
            node.decompose()
    root = tree.css_first("main") or tree.css_first("article") or tree.body
    if root is None:
        return reading("", [])
    walk = _Walk(name)
    walk.node(root, 0)
    walk.flush()
    heading = next((block.text for block in walk.blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    named = tree.css_first("title")
    title = heading or (" ".join(named.text().split()) if named is not None else "")
    return reading(title, walk.blocks, images=len(tree.css("img")))


class _Walk:
    """A walk over the elements, collecting loose text into paragraphs."""

    def __init__(self, name: str) -> None:
        self.blocks: list[Block] = []
        self._name = name
        self._loose: list[str] = []

    def flush(self) -> None:
        text = " ".join(" ".join(self._loose).split())
        self._loose = []
        if text:
            self.blocks.append(prose(text))

    def node(self, node: LexborNode, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise DocumentRefused(
                "security_risk", f"“{self._name}” nests elements more than {MAX_DEPTH} deep.", "Save it from a browser."
            )
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._loose.append(child.text(deep=False))
            elif re.fullmatch(r"h[1-6]", tag):
                self.flush()
                self._add(Block(BlockKind.HEADING, _text(child), level=int(tag[1])))
            elif tag in ("ul", "ol"):
                self.flush()
                self._list(child, ordered=tag == "ol", depth=depth)
            elif tag == "table":
                self.flush()
                self._table(child)
            elif tag in _TEXT:
                self.flush()
                self._add(prose(_text(child)))
            elif tag in _CONTAINERS and tag != "span":
                self.flush()
                self.node(child, depth + 1)
                self.flush()
            elif tag == "br":
                self._loose.append(" ")
            elif not tag.startswith("-") and not tag.startswith("_"):
                self._loose.append(child.text())

    def _add(self, block: Block) -> None:
        if block.text:
            self.blocks.append(block)

    def _list(self, node: LexborNode, *, ordered: bool, depth: int) -> None:
        number = int(node.attributes.get("start") or 1) if (node.attributes.get("start") or "1").isdigit() else 1
        for item in node.iter():
            if item.tag != "li":
                continue
            nested = [child for child in item.iter() if child.tag in ("ul", "ol")]
            text = _text(item, without=("ul", "ol"))
            warned = warning_word(text)
            if warned is not None:
                self._add(Block(BlockKind.WARNING, warned[1], label=warned[0]))
            elif ordered:
                self._add(Block(BlockKind.STEP, text, label=f"{number}."))
                number += 1
            else:
                self._add(Block(BlockKind.ITEM, text))
            if depth < MAX_DEPTH:
                for child in nested:
                    self._list(child, ordered=child.tag == "ol", depth=depth + 1)

    def _table(self, node: LexborNode) -> None:
        named = node.css_first("caption")
        cells = [[_text(cell) for cell in row.css("th, td")] for row in node.css("tr")]
        cells = [row for row in cells if any(row)]
        if not cells:
            return
        head = node.css_first("tr")
        is_header = head is not None and (head.css_first("th") is not None)
        header = cells[0] if is_header or len(cells) > 1 else []
        body = cells[1:] if header else cells
        self.blocks.extend(rows(body, header=header, table=_text(named) if named is not None else ""))


def _text(node: LexborNode, *, without: tuple[str, ...] = ()) -> str:
    parts: list[str] = []
    stack: list[LexborNode] = [node]
    while stack:
        current = stack.pop()
        tag = current.tag or ""
        if tag == "-text":
            parts.append(current.text(deep=False))
        elif current is node or tag not in without:
            if tag in ("br", "p", "div", "li", "td", "th", "tr"):
                parts.append(" ")
            stack.extend(reversed(list(current.iter(include_text=True))))
    return " ".join("".join(parts).split())
