"""HTML."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import decode, prose, reading, rows, seen, warning_word
from knowledge.readers.refusals import too_deep, too_slow
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
MAX_OPEN_TAGS = 2_000
"""Tags that are open at once; the time of parsing grows with their number."""
MAX_MARKUP = 10 * 2**20
"""Characters of a chapter, or of another part in HTML."""

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_NEVER_CLOSED = frozenset(
    "a area base br col embed hr img input link meta source wbr dd dt li option p tbody td tfoot th thead tr".split()
)
"""Tags that need no end, and links: each ends the one before."""
_UNREAD = re.compile(r"<(?:(!--)|(script|style|svg)\b)", re.IGNORECASE)
_UNREAD_ENDS = {
    "!--": re.compile("-->"),
    **{tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("script", "style", "svg")},
}
_SOFT_HYPHEN = re.compile(r"&(?:shy|#173|#x0*ad);", re.IGNORECASE)
_FRAMES = re.compile(r"<(/?)(?:main|article|header|footer|aside)\b", re.IGNORECASE)


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
    return read_markup(text, name)


def read_markup(text: str, name: str) -> Reading:
    """What `read_html` gives, of markup that is already text; `name` is what messages call it.

    Raises DocumentRefused for elements nested more than MAX_DEPTH deep, and for more than MAX_OPEN_TAGS open tags.
    """
    tree = LexborHTMLParser(_within_limit(text, name))
    for dropped in _DROPPED:
        for node in tree.css(dropped):
            node.decompose()
    walk = _Walk(name)
    for root in _roots(tree):
        walk.node(root, 0)
        walk.flush()
    heading = next((block.text for block in walk.blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
    named = tree.css_first("title")
    title = heading or (" ".join(named.text().split()) if named is not None else "")
    return reading(title, walk.blocks, images=len(tree.css("img")))


def read_embedded(markup: str, name: str, deadline: float) -> Reading:
    """What `read_html` finds in the HTML of a part of a larger file, all of which is taken for its main content.

    Raises DocumentRefused as it does, for a part of more than MAX_MARKUP characters, and when the deadline is over.
    """
    if time.monotonic() > deadline:
        raise too_slow(name, "a part in HTML")
    if len(markup) > MAX_MARKUP:
        raise DocumentRefused(
            "security_risk", f"“{name}” has more than {MAX_MARKUP // 2**20} MB of text in one part.", "Split it."
        )
    return read_markup(_FRAMES.sub(r"<\1div", _SOFT_HYPHEN.sub("", seen(markup))), name)


def _within_limit(markup: str, name: str) -> str:
    """The markup to be parsed, within the limit of open tags. What stands in scripts only looks like tags, and a
    picture drawn in SVG closes its own by a slash: where the limit asks for it, both go before they are parsed."""
    if _has_too_many_open(markup):
        markup = _without_unread(markup)
        if _has_too_many_open(markup):
            raise too_deep(name, MAX_OPEN_TAGS)
    return markup


def _has_too_many_open(markup: str) -> bool:
    """Whether more than MAX_OPEN_TAGS tags may be open at once: those that nothing of their own name closes."""
    opened: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(markup):
        name = tag.group(2).lower()
        if name in _NEVER_CLOSED:
            continue
        if not tag.group(1):
            opened[name] += 1
            depth += 1
            if depth > MAX_OPEN_TAGS:
                return True
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return False


def _without_unread(markup: str) -> str:
    """The markup without comments, scripts, styles and SVG, none of which is read; an empty comment stands for each."""
    parts: list[str] = []
    at = 0
    while (start := _UNREAD.search(markup, at)) is not None:
        end = _UNREAD_ENDS[(start.group(1) or start.group(2)).lower()].search(markup, start.end())
        if end is None:
            break  # the rest counts as it is
        parts += (markup[at : start.start()], "<!---->")
        at = end.end()
    return "".join([*parts, markup[at:]])


def _roots(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements that hold the content: <main>, else every <article> that is in no other, else the whole body."""
    for name in ("main", "article"):
        found = [node for node in tree.css(name) if not _is_inside(node, name)]
        if found:
            return found
    return [tree.body] if tree.body is not None else []


def _is_inside(node: LexborNode, name: str) -> bool:
    parent = node.parent
    while parent is not None and parent.tag != name:
        parent = parent.parent
    return parent is not None


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
        """Its rows; a table inside a cell is text of the cell."""
        own = [child for child in node.iter() if child.tag == "caption"]
        lines = [[cell for cell in row.iter() if cell.tag in ("th", "td")] for row in _table_rows(node)]
        filled = [(line, texts) for line in lines if any(texts := [_text(cell) for cell in line])]
        if not filled:
            return
        cells = [texts for _, texts in filled]
        is_header = any(cell.tag == "th" for cell in filled[0][0])
        header = cells[0] if is_header or len(cells) > 1 else []
        body = cells[1:] if header else cells
        self.blocks.extend(rows(body, header=header, table=_text(own[0]) if own else ""))


def _table_rows(table: LexborNode) -> list[LexborNode]:
    """The rows of a table, without those of tables inside of it."""
    parts = [child for child in table.iter() if child.tag in ("tr", "thead", "tbody", "tfoot")]
    return [row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr"]


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
