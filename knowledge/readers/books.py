"""EPUB, OpenDocument text and RTF: books, handbooks and letters that are packed, or marked up, text."""

from __future__ import annotations

import codecs
import posixpath
import re
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element  # the parsing is left to defusedxml

from knowledge.errors import DocumentRefused
from knowledge.readers.blocks import decode, prose, reading, rows, warning_word
from knowledge.readers.web import read_html
from knowledge.types import Block, BlockKind, Reading

MAX_ENTRY = 50 * 2**20
"""Bytes of one entry of a ZIP file, unpacked."""
MAX_TEXT = 100 * 2**20
"""Bytes of all entries of a ZIP file that are read, unpacked."""
MAX_MARKUP = 10 * 2**20
"""Characters of a chapter, or of another part in HTML."""
MAX_CHAPTERS = 2_000
MAX_DEPTH = 100
"""Elements within each other."""
MAX_OPEN_TAGS = 2_000
"""Tags of HTML that are open at once; the time of parsing grows with their number."""
MAX_COLUMNS = 1_000
MAX_CELLS = 500_000
"""Cells of all tables of a document; a repeated cell counts every time."""
MAX_GROUPS = 1_000
"""Groups within each other in an RTF file."""
MAX_FONTS = 100_000
"""Characters of the font table of an RTF file, which is searched in a time that grows with the square."""
MAX_STYLES = 500_000
"""Characters of the style table of an RTF file that are read."""
MAX_RTF = 50 * 2**20
"""Characters of an RTF file."""

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
"""Soft hyphens, marks of no width and control characters: they keep words from being found."""
_CAPTION = re.compile(r"(table|figure)\s+\d+\s*[:.]", re.IGNORECASE)


@contextmanager
def refusing(name: str, form: str, max_depth: int) -> Generator[None]:
    """Refuses a file whose parsers fail, as they do in many ways on damaged ones; `form` is what it should be."""
    try:
        yield
    except (DocumentRefused, MemoryError, ImportError):
        raise
    except RecursionError as error:
        raise too_deep(name, max_depth) from error
    except Exception as error:
        raise DocumentRefused(
            "corrupted",
            f"“{name}” is not readable as {form} ({type(error).__name__}).",
            "Open it in the program that made it and save it again.",
        ) from error


def too_slow(name: str, place: str) -> DocumentRefused:
    """The refusal of a file that took until its deadline."""
    return DocumentRefused("security_risk", f"“{name}” took too long to read: stopped at {place}.", "Split it.")


def too_deep(name: str, max_depth: int) -> DocumentRefused:
    """The refusal of a file whose parts are nested beyond the limit."""
    return DocumentRefused(
        "security_risk",
        f"“{name}” nests its parts more than {max_depth} deep.",
        "Open it in the program that made it and save it again.",
    )


def clean(text: str) -> str:
    """Text with its blanks collapsed, without what nobody sees; half a surrogate pair becomes a question mark."""
    return " ".join(_INVISIBLE.sub("", text).split()).encode("utf-8", "replace").decode()


# --- HTML within other files ------------------------------------------------------------------------------------------

_SOFT_HYPHEN = re.compile(r"&(?:shy|#173|#x0*ad);", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_NEVER_CLOSED = frozenset(
    "area base br col embed hr img input link meta source wbr dd dt li option p tbody td tfoot th thead tr".split()
)
"""Tags that need no end."""
_FRAMES = re.compile(r"<(/?)(?:main|article|header|footer|aside)\b", re.IGNORECASE)


def read_markup(markup: str, name: str, deadline: float) -> Reading:
    """What `read_html` finds in the HTML of a part of a larger file, all of which is taken for its main content.

    Raises DocumentRefused as it does, for a part beyond the limits, and when the deadline is over.
    """
    if time.monotonic() > deadline:
        raise too_slow(name, "a part in HTML")
    if len(markup) > MAX_MARKUP:
        raise DocumentRefused(
            "security_risk", f"“{name}” has more than {MAX_MARKUP // 2**20} MB of text in one part.", "Split it."
        )
    open_tags = 0
    for tag in _TAG.finditer(markup):
        if tag.group(2).lower() not in _NEVER_CLOSED:
            open_tags = max(0, open_tags + (-1 if tag.group(1) else 1))
            if open_tags > MAX_OPEN_TAGS:
                raise too_deep(name, MAX_OPEN_TAGS)
    with tempfile.TemporaryDirectory(prefix="linelead-") as folder:
        part = Path(folder, "part.html")
        shown = _SOFT_HYPHEN.sub("", _INVISIBLE.sub("", markup))
        part.write_text(_FRAMES.sub(r"<\1div", shown), "utf-8", errors="replace")
        return read_html(part, name)


# --- ZIP and XML ------------------------------------------------------------------------------------------------------


class _Archive:
    """A ZIP file whose entries are read within the limits."""

    def __init__(self, file: zipfile.ZipFile, name: str) -> None:
        self._file = file
        self._name = name
        self._left = MAX_TEXT
        self.names = frozenset(file.namelist())

    def read(self, entry: str) -> bytes:
        """The bytes of an entry. Raises DocumentRefused when it is too large or has a password, KeyError without it."""
        info = self._file.getinfo(entry)
        if info.flag_bits & 1:
            raise _locked(self._name)
        with self._file.open(info) as part:
            data = part.read(min(MAX_ENTRY, self._left) + 1)
        self._left -= len(data)
        if len(data) > MAX_ENTRY or self._left < 0:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” unpacks to more than {MAX_ENTRY // 2**20} MB in one part, or {MAX_TEXT // 2**20} MB.",
                "Split it.",
            )
        return data

    def xml(self, entry: str) -> Element:
        """The root element of an entry. Raises as `read` does, and ParseError."""
        # imported here, as whatever only some readers need
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            return fromstring(self.read(entry))
        except DefusedXmlException as error:
            raise DocumentRefused(
                "security_risk",
                f"“{self._name}” declares XML entities in {entry}, which no such document needs.",
                "Open it in the program that made it and save it again.",
            ) from error


@contextmanager
def _opened(path: Path, name: str, form: str) -> Generator[_Archive]:
    """The archive in a file; what turns out to be damaged in it is refused."""
    with refusing(name, form, MAX_DEPTH), zipfile.ZipFile(path) as file:
        yield _Archive(file, name)


def _locked(name: str) -> DocumentRefused:
    return DocumentRefused(
        "password_protected",
        f"“{name}” is encrypted, by a password or by its seller.",
        "Save it without protection, if you may.",
    )


def _local(element: Element) -> str:
    """The name of an element without its namespace, which files of different ages spell differently."""
    return element.tag.rpartition("}")[2]


def _named(root: Element, local: str) -> Iterator[Element]:
    return (element for element in root.iter() if _local(element) == local)


def _title(root: Element) -> str:
    """The first dc:title of a file's metadata, or ""."""
    return next((clean("".join(element.itertext())) for element in _named(root, "title")), "")


# --- EPUB -------------------------------------------------------------------------------------------------------------

_HTML = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_FONT_ALGORITHMS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_EMPTY_TAG = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)"
    r"([a-z][\w:.-]*+)((?:[^<>/]|/(?!>))*+)/>",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding=["']([\w.-]+)""")


def read_epub(path: Path, name: str, deadline: float) -> Reading:
    """The chapters in the order of the book's spine, each as a page of HTML is read; the table of contents is left out.

    Raises DocumentRefused: damaged, protected by its seller, or beyond the limits.
    """
    blocks: list[Block] = []
    warnings: list[str] = []
    images = 0
    with _opened(path, name, "EPUB") as archive:
        book = next(
            (root.get("full-path", "") for root in _named(archive.xml("META-INF/container.xml"), "rootfile")), ""
        )
        package = archive.xml(book)
        chapters = _chapters(package, book)
        if len(chapters) > MAX_CHAPTERS:
            raise DocumentRefused("security_risk", f"“{name}” has {len(chapters):,} chapters.", "Split it.")
        if _is_protected(archive, chapters):
            raise _locked(name)
        for chapter, kind in chapters.items():
            if kind not in _HTML:
                warnings.append(f"Chapter “{chapter}” is {kind or 'of no kind'}, not text, and was not read.")
            elif chapter not in archive.names:
                warnings.append(f"Chapter “{chapter}” is named but is not in the file.")
            else:
                found = read_markup(_html(archive.read(chapter)), name, deadline)
                blocks += found.blocks
                warnings += found.warnings
                images += sum(page.images for page in found.pages)
        title = _title(package)
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return reading(title or first, blocks, warnings, images)


def _chapters(package: Element, book: str) -> dict[str, str]:
    """The entry and the media type of each chapter, in order; they are told by paths relative to the package's own."""
    items = {item.get("id", ""): item for item in _named(package, "item")}
    chapters: dict[str, str] = {}
    for reference in _named(package, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is not None and "nav" not in item.get("properties", "").split():
            target = unquote(item.get("href", "").partition("#")[0])
            entry = posixpath.normpath(posixpath.join(posixpath.dirname(book), target))
            chapters.setdefault(entry, item.get("media-type", "").lower())
    return chapters


def _is_protected(archive: _Archive, chapters: Collection[str]) -> bool:
    """Whether chapters are encrypted. Fonts often are, to keep them from being copied: that does no harm here."""
    if "META-INF/encryption.xml" not in archive.names:
        return False
    for data in _named(archive.xml("META-INF/encryption.xml"), "EncryptedData"):
        methods = {method.get("Algorithm", "") for method in _named(data, "EncryptionMethod")}
        targets = {unquote(target.get("URI", "")) for target in _named(data, "CipherReference")}
        if not methods <= _FONT_ALGORITHMS and (not targets or not targets.isdisjoint(chapters)):
            return True
    return False


def _html(data: bytes) -> str:
    """A chapter's XHTML as HTML: there "<title/>" would open a title that never ends."""
    text, used = decode(data)
    declared = _DECLARED.match(data)
    if used == "cp1252" and declared is not None and _is_codec(encoding := declared.group(1).decode("ascii")):
        text = data.decode(encoding, "replace")
    return _EMPTY_TAG.sub(r"<\1\2></\1>", text)


def _is_codec(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name not in ("punycode", "idna")  # slow beyond bounds, and no book's encoding
    except LookupError:
        return False


# --- OpenDocument text ------------------------------------------------------------------------------------------------

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

_LEFT_OUT = {
    f"{_TEXT}note": "Footnotes and endnotes",
    f"{_OFFICE}annotation": "Comments",
    f"{_TEXT}hidden-text": "Hidden passages",
    f"{_TEXT}hidden-paragraph": "Hidden passages",
    f"{_TEXT}table-of-content": "Generated indexes",
    f"{_TEXT}alphabetical-index": "Generated indexes",
    f"{_TEXT}illustration-index": "Generated indexes",
    f"{_TEXT}table-index": "Generated indexes",
    f"{_DRAW}object": "Embedded objects",
    f"{_DRAW}object-ole": "Embedded objects",
}
_NO_TEXT = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}ruby-text", f"{_OFFICE}forms"})


def read_odt(path: Path, name: str, deadline: float) -> Reading:
    """The text in order: headings, numbered lists as steps with their numbers, bullets, tables, and text boxes.

    A text box follows the paragraph that holds it; a merged cell is repeated. Footnotes, comments, hidden text and
    generated indexes are left out, and the warnings say so. Raises DocumentRefused: damaged, under a password, not a
    text document, or beyond the limits.
    """
    with _opened(path, name, "ODT") as archive:
        if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise _locked(name)
        content = archive.xml("content.xml")
        styles = _Styles([archive.xml("styles.xml")] if "styles.xml" in archive.names else [], content)
        named = _title(archive.xml("meta.xml")) if "meta.xml" in archive.names else ""
        body = content.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise DocumentRefused(
                "invalid_content", f"“{name}” is an OpenDocument file, but not a text.", "Save it as ODT."
            )
        walk = _OdtWalk(styles, name, deadline)
        walk.blocks_in(body, 0)
    first = next((block.text for block in walk.blocks if block.kind is BlockKind.HEADING), "")
    return reading(named or walk.title or first, walk.blocks, walk.warnings(), walk.images)


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered: `form` is "1", "a", "A", "i" or "I", "" for no number, "•" for a bullet.

    `shown` is how many levels a number shows, as in "2.1."; `start` is the first number.
    """

    form: str
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1


class _Styles:
    """The styles of a document, by family and name."""

    def __init__(self, shared: Sequence[Element], content: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        for root in (*shared, content):
            for style in root.iter(f"{_STYLE}style"):
                self._styles[style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")] = style
            for style in root.iter(f"{_TEXT}list-style"):
                for level in style:
                    key = (style.get(f"{_STYLE}name", ""), _number(level, f"{_TEXT}level"))
                    self._levels[key] = _level(level)

    def level(self, list_style: str, level: int) -> _Level:
        """How a level of a list is numbered; a bullet when that is not said."""
        return self._levels.get((list_style, level), _Level("•"))

    def names(self, family: str, name: str) -> list[str]:
        """A style's name and those it is derived from, in small letters; built-in ones need not be in the file."""
        parents = [style.get(f"{_STYLE}parent-style-name", "") for style in self._chain(family, name)]
        return [name.casefold(), *(parent.casefold() for parent in parents)]

    def list_style(self, paragraph: Element) -> str:
        """The list style that comes with a paragraph's style, or ""."""
        chain = self._chain("paragraph", paragraph.get(f"{_TEXT}style-name", ""))
        return next((found for style in chain if (found := style.get(f"{_STYLE}list-style-name", ""))), "")

    def is_hidden(self, family: str, element: Element) -> bool:
        """Whether the style of a paragraph or span keeps it from being shown."""
        for style in self._chain(family, element.get(f"{_TEXT}style-name", "")):
            for properties in style.iter(f"{_STYLE}text-properties"):
                if display := properties.get(f"{_TEXT}display"):
                    return display == "none"
        return False

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(20):  # derived from each other in a circle, they would have no end
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{_STYLE}parent-style-name", "")


def _level(level: Element) -> _Level:
    if level.tag != f"{_TEXT}list-level-style-number":
        return _Level("•")
    return _Level(
        level.get(f"{_STYLE}num-format", ""),
        level.get(f"{_STYLE}num-prefix", ""),
        level.get(f"{_STYLE}num-suffix", ""),
        _number(level, f"{_TEXT}display-levels"),
        _number(level, f"{_TEXT}start-value"),
    )


def _number(element: Element, attribute: str, default: int = 1) -> int:
    """A number that an attribute holds, up to a million."""
    text = element.get(attribute, "")
    return min(int(text), 1_000_000) if text.isdecimal() and len(text) < 10 else default


class _OdtWalk:
    """A walk over the body of a document in order."""

    def __init__(self, styles: _Styles, name: str, deadline: float) -> None:
        self.blocks: list[Block] = []
        self.title = ""
        self.images = 0
        self._styles = styles
        self._name = name
        self._deadline = deadline
        self._left_out: Counter[str] = Counter()
        self._numbers: dict[tuple[str, int], int] = {}
        self._boxes: list[Element] = []  # drawings met in the paragraph at hand, whose text comes after it
        self._caption = ""
        self._cells = 0

    def warnings(self) -> list[str]:
        return [f"{what} were left out: {count}." for what, count in self._left_out.items()]

    def blocks_in(self, node: Element, depth: int) -> None:
        """Takes in all that an element holds."""
        self._check(depth)
        for child in node:
            self._take(child, depth)

    def _take(self, node: Element, depth: int) -> None:
        tag = node.tag
        if tag in _LEFT_OUT:
            self._left_out[_LEFT_OUT[tag]] += 1
        elif tag == f"{_TEXT}section" and node.get(f"{_TEXT}display") == "none":
            self._left_out["Hidden passages"] += 1
        elif tag == f"{_TEXT}h":
            self._heading(node, depth)
        elif tag == f"{_TEXT}p":
            self._paragraph(node, None, depth)
        elif tag == f"{_TEXT}list":
            self._list(node, "", 1, depth)
        elif tag == f"{_TABLE}table":
            self._table(node, depth)
        elif tag == f"{_DRAW}frame":
            self._frame(node, depth)
        elif tag not in _NO_TEXT:
            self.blocks_in(node, depth + 1)

    def _check(self, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise too_deep(self._name, MAX_DEPTH)
        if time.monotonic() > self._deadline:
            raise too_slow(self._name, f"block {len(self.blocks) + 1}")

    def _heading(self, node: Element, depth: int) -> None:
        text = self._shown(node, depth)
        if text:
            level = _number(node, f"{_TEXT}outline-level") + (1 if self.title else 0)
            self.blocks.append(Block(BlockKind.HEADING, text, level=max(1, level)))
        self._take_boxes(depth)

    def _paragraph(self, node: Element, label: str | None, depth: int) -> None:
        """Takes a paragraph: `label` is the number of an item of a list, "" for a bullet, None outside of lists."""
        text = self._shown(node, depth)
        if text:
            self.blocks.append(self._block(node, text, label))
        self._take_boxes(depth)

    def _block(self, node: Element, text: str, label: str | None) -> Block:
        styles = self._styles.names("paragraph", node.get(f"{_TEXT}style-name", ""))
        if "title" in styles and not self.title:
            self.title = text
            return Block(BlockKind.HEADING, text, level=1)
        if "caption" in styles or _CAPTION.match(text):
            self._caption = text if text.lower().startswith("table") else ""
            return Block(BlockKind.CAPTION, text)
        if label is None:
            return prose(text)
        if (warned := warning_word(text)) is not None:
            return Block(BlockKind.WARNING, warned[1], label=warned[0])
        return Block(BlockKind.STEP if label else BlockKind.ITEM, text, label=label)

    def _take_boxes(self, depth: int) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._frame(box, depth + 1)

    def _frame(self, frame: Element, depth: int) -> None:
        objects = [child for child in frame if child.tag in _LEFT_OUT]
        if objects:  # the image beside it only shows what it holds
            self._left_out[_LEFT_OUT[objects[0].tag]] += 1
            return
        self.images += any(child.tag == f"{_DRAW}image" for child in frame)
        self.blocks_in(frame, depth + 1)

    def _shown(self, node: Element, depth: int) -> str:
        """The text of a paragraph, "" when it is hidden."""
        if self._styles.is_hidden("paragraph", node):
            self._left_out["Hidden passages"] += 1
            return ""
        return clean(self._inline(node, depth))

    def _inline(self, node: Element, depth: int) -> str:
        self._check(depth)
        parts = [node.text or ""]
        for child in node:
            if child.tag in _LEFT_OUT:
                self._left_out[_LEFT_OUT[child.tag]] += 1
            elif child.tag.startswith(_DRAW) and child.tag != f"{_DRAW}a":
                self._boxes.append(child)
            elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
                parts.append(" ")
            elif child.tag == f"{_TEXT}span" and self._styles.is_hidden("text", child):
                self._left_out["Hidden passages"] += 1
            elif child.tag not in _NO_TEXT:
                parts.append(self._inline(child, depth + 1))
            parts.append(child.tail or "")
        return "".join(parts)

    def _list(self, node: Element, style: str, level: int, depth: int) -> None:
        self._check(depth)
        style = node.get(f"{_TEXT}style-name") or style
        if not style:
            first = node.find(f"{_TEXT}list-item/{_TEXT}p")
            style = "" if first is None else self._styles.list_style(first)
        key, form = (style, level), self._styles.level(style, level)
        if node.get(f"{_TEXT}continue-numbering") != "true" and node.get(f"{_TEXT}continue-list") is None:
            self._numbers[key] = form.start - 1
        for item in node:
            self._numbers[key] = _number(item, f"{_TEXT}start-value", self._numbers.get(key, 0) + 1) - 1
            is_first = item.tag == f"{_TEXT}list-item"
            for child in item:
                label = None
                if is_first and child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    label, is_first = self._label(style, level), False
                if child.tag == f"{_TEXT}list":
                    self._list(child, style, level + 1, depth + 2)
                elif child.tag == f"{_TEXT}p":
                    self._paragraph(child, label, depth)
                else:
                    self._take(child, depth + 1)

    def _label(self, style: str, level: int) -> str | None:
        """The next number of a list as printed, "" for a bullet, None where nothing is printed."""
        form = self._styles.level(style, level)
        self._numbers[style, level] = self._numbers.get((style, level), 0) + 1
        if form.form in ("", "•"):
            return "" if form.form else None
        shown = range(max(1, level - form.shown + 1), level + 1)
        numbers = [_numeral(self._numbers.get((style, at), 1), self._styles.level(style, at).form) for at in shown]
        return f"{form.prefix}{'.'.join(number for number in numbers if number)}{form.suffix}".strip()

    def _table(self, node: Element, depth: int) -> None:
        grid: list[list[str]] = []
        heads = 0
        above: dict[int, str] = {}
        for row, is_head in _rows(node):
            cells = self._row(row, above, depth)
            repeated = _number(row, f"{_TABLE}number-rows-repeated") if any(cells) else 0
            self._cells += repeated * len(cells)
            if self._cells > MAX_CELLS:
                raise DocumentRefused(
                    "security_risk", f"“{self._name}” has more than {MAX_CELLS:,} cells in its tables.", "Split it."
                )
            grid += [cells] * repeated
            heads += is_head and bool(repeated)
        heads = heads or int(len(grid) > 1)
        columns = range(max((len(row) for row in grid), default=0))
        header = [
            " ".join(dict.fromkeys(row[at] for row in grid[:heads] if at < len(row) and row[at])) for at in columns
        ]
        caption, self._caption = self._caption, ""
        self.blocks.extend(rows(grid[heads:], header=header if heads else [], table=caption))

    def _row(self, row: Element, above: dict[int, str], depth: int) -> list[str]:
        """The texts of a row's cells; `above` holds, by column, the text of the last cell that reached over it."""
        self._check(depth)
        cells: list[str] = []
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            is_covered = cell.tag == f"{_TABLE}covered-table-cell"
            text = "" if is_covered else clean(self._flat(cell, depth + 1))
            for _ in range(min(_number(cell, f"{_TABLE}number-columns-repeated"), MAX_COLUMNS - len(cells))):
                if not is_covered:
                    spanned = min(_number(cell, f"{_TABLE}number-columns-spanned"), MAX_COLUMNS)
                    above.update((len(cells) + at, text) for at in range(spanned))
                cells.append(above.get(len(cells), ""))
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _flat(self, node: Element, depth: int) -> str:
        """All the text in a cell as one, with that of lists, boxes and tables in it."""
        self._check(depth)
        if node.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text = self._shown(node, depth)
            boxes, self._boxes = self._boxes, []
            return " ".join([text, *(self._flat(box, depth + 1) for box in boxes)])
        if node.tag in _LEFT_OUT:
            self._left_out[_LEFT_OUT[node.tag]] += 1
            return ""
        self.images += node.tag == f"{_DRAW}image"
        return " ".join(self._flat(child, depth + 1) for child in node if child.tag not in _NO_TEXT)


def _rows(table: Element, *, is_head: bool = False) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether each is part of its head."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child, is_head
        elif child.tag == f"{_TABLE}table-header-rows":
            yield from _rows(child, is_head=True)
        elif child.tag in (f"{_TABLE}table-rows", f"{_TABLE}table-row-group"):
            yield from _rows(child, is_head=is_head)


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _numeral(number: int, form: str) -> str:
    """A number as a list prints it: in digits, as a letter (a to z, then aa), or in Roman numerals up to 3,999."""
    if form in ("", "•"):
        return ""
    text = str(number)
    if form in "aA" and 0 < number <= 260:
        text = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in "iI" and 0 < number < 4000:
        text, rest = "", number
        for value, letters in _ROMAN:
            text += letters * (rest // value)
            rest %= value
    return text.upper() if form in ("A", "I") else text


# --- RTF --------------------------------------------------------------------------------------------------------------

# marks that are written into the text before striprtf decodes it: private characters that no font gives a shape
_CELL, _ROW, _LABEL, _LABELLED, _IN_TABLE, _PLAIN = (chr(0xE0E0 + at) for at in range(6))
_LEVEL = 0xE0F0  # the mark of a paragraph's heading level, 0 for text; the title has the level after the deepest
_TITLE_LEVEL = 10

_RTF_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,9})? ?|\\[^a-z]|[{}]", re.IGNORECASE)
_RTF_BINARY = re.compile(rb"(?<!\\)\\bin(\d{1,9}) ?")
_RTF_STYLE = re.compile(r"\{\\s(\d{1,5})(?![\w-])([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_RTF_TITLE = re.compile(r"\{\\title ([^{}]{1,1000})\}")
_RTF_CODEPAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_RTF_PIECES = re.compile(f"([\n{_CELL}-{chr(_LEVEL + _TITLE_LEVEL)}])")

_RTF_MARKS = {
    "cell": _CELL,
    "nestcell": _CELL,
    "row": _ROW,
    "nestrow": _ROW,
    "intbl": _IN_TABLE,
}
_RTF_DROPPED = {
    "pict": "",
    "nonshppict": "",
    "fldinst": "",
    "footnote": "Footnotes and endnotes",
    "annotation": "Comments",
    "shptxt": "Text boxes",
    "objdata": "Embedded objects",
}
"""Groups that are not read, and what the report calls them."""


def read_rtf(path: Path, name: str, deadline: float) -> Reading:
    """Paragraphs, headings by style or outline level, lists with the numbers written in the file, and tables.

    Footnotes, comments, text boxes and hidden text are left out, and the warnings say so. A merged cell is not
    repeated. Raises DocumentRefused: not RTF, damaged, or too large or slow to read.
    """
    # imported here: only needed by those who take in RTF
    from striprtf import striprtf

    rtf: Any = striprtf
    data = path.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise DocumentRefused("corrupted", f"“{name}” does not begin as RTF does.", "Save it as RTF or DOCX again.")
    codepage = _RTF_CODEPAGE.search(data)
    encoding = f"cp{codepage.group(1).decode('ascii')}" if codepage else "cp1252"
    source = _without_binary(data).decode(encoding if _is_codec(encoding) else "cp1252", "replace")
    if len(source) > MAX_RTF or len(rtf.font_table_group(source)) > MAX_FONTS:
        raise DocumentRefused("security_risk", f"“{name}” is larger than any text document.", "Save it as DOCX.")
    marking = _RtfMarking(source, name, deadline)
    with refusing(name, "RTF", MAX_DEPTH):
        text = str(rtf.rtf_to_text(marking.marked(), errors="replace"))
        titled = _RTF_TITLE.search(source)
        title = str(rtf.rtf_to_text("{\\rtf1\\ansi " + titled.group(1) + "}", errors="replace")) if titled else ""
    blocks = _rtf_blocks(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return reading(clean(title) or first, blocks, marking.warnings(), marking.images)


def _without_binary(data: bytes) -> bytes:
    """RTF without the bytes of pictures and objects that are in it as they are, and that would pass for marks."""
    parts: list[bytes] = []
    at = 0
    while (match := _RTF_BINARY.search(data, at)) is not None:
        parts.append(data[at : match.start()])
        at = match.end() + int(match.group(1))
    return b"".join([*parts, data[at:]])


class _RtfMarking:
    """A pass over RTF that writes private marks where striprtf would lose the structure, and leaves groups out."""

    def __init__(self, source: str, name: str, deadline: float) -> None:
        self.images = 0
        self._source = source
        self._name = name
        self._deadline = deadline
        self._levels = _rtf_levels(source)
        self._left_out: Counter[str] = Counter()
        self._out: list[str] = []
        self._dropping = False
        self._hidden = False
        self._in_label = False
        self._in_body = False  # before the first paragraph, styles and not text are said to be hidden
        self._stack: list[tuple[bool, bool, bool]] = []

    def marked(self) -> str:
        """The source with the marks. Call once."""
        at = 0
        for count, match in enumerate(_RTF_TOKEN.finditer(self._source)):
            if count % 20_000 == 0 and time.monotonic() > self._deadline:
                raise too_slow(self._name, f"character {at:,}")
            self._text(self._source[at : match.start()])
            at = match.end()
            token, word = match.group(0), match.group(1)
            if token == "{":
                if len(self._stack) >= MAX_GROUPS:
                    raise too_deep(self._name, MAX_GROUPS)
                self._stack.append((self._dropping, self._hidden, self._in_label))
                self._put(token)
            elif token == "}":
                self._close()
            elif word:
                self._word(token, word, match.group(2))
            elif not self._hidden or token == "\\*":
                self._put(token)
        self._text(self._source[at:])
        return "".join(self._out)

    def warnings(self) -> list[str]:
        ended = ["The file ends before its text does; what follows is missing."] if self._stack else []
        return [f"{what} were left out: {count}." for what, count in self._left_out.items()] + ended

    def _put(self, source: str) -> None:
        if not self._dropping:
            self._out.append(source)

    def _mark(self, mark: str) -> None:
        self._put(f"{{\\uc0\\u{ord(mark)} }}")

    def _text(self, text: str) -> None:
        if not self._hidden:
            self._put(text)
        elif not self._dropping and text.strip():
            self._left_out["Hidden passages"] += 1

    def _close(self) -> None:
        was_label = self._in_label
        if self._stack:
            self._dropping, self._hidden, self._in_label = self._stack.pop()
        if was_label and not self._in_label:
            self._mark(_LABELLED)
        self._put("}")

    def _word(self, token: str, word: str, number: str | None) -> None:
        if word in _RTF_DROPPED and not self._dropping:
            self._dropping = True
            self.images += word == "pict"
            if what := _RTF_DROPPED[word]:
                self._left_out[what] += 1
        elif word in ("v", "deleted"):
            self._hidden = self._in_body and number != "0"
        elif word in ("listtext", "pntext"):
            self._in_label = True
            self._mark(_LABEL)
        elif word in _RTF_MARKS:
            self._mark(_RTF_MARKS[word])
        elif word in ("pard", "plain", "s", "outlinelevel"):
            self._format(word, int(number or 0))
            self._put(token)
        elif word == "line":
            self._put("\\tab ")
        elif word in ("u", "uc"):
            if number is not None and -0x8000 <= int(number) <= 0x10FFFF and not self._hidden:
                self._put(token)
        elif word != "field":  # striprtf searches fields for addresses in a time without bounds
            self._put(token)

    def _format(self, word: str, number: int) -> None:
        """Takes in what is said of a paragraph; within the number of an item it is said of the number alone."""
        if word in ("pard", "plain"):
            self._hidden = False
            self._in_body = True
        if self._in_label:
            return
        if word == "pard":
            self._mark(_PLAIN)
        elif word == "s":
            self._mark(chr(_LEVEL + self._levels.get(number, 0)))
        elif word == "outlinelevel":
            self._mark(chr(_LEVEL + (number + 1 if 0 <= number < 9 else 0)))


def _rtf_levels(source: str) -> dict[int, int]:
    """The heading levels of the paragraph styles that are for headings, by the style's number."""
    start = source.find("{\\stylesheet")
    if start < 0:
        return {}
    depth, end = 0, start
    for match in _RTF_TOKEN.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match.group(0), 0)
        end = match.end()
        if depth == 0 or end - start > MAX_STYLES:
            break
    levels: dict[int, int] = {}
    for style in _RTF_STYLE.finditer(source, start, end):
        name = re.sub(r"\\\*?[a-z]*-?\d* ?|[{};]", "", style.group(2)).strip().casefold()
        outline = re.search(r"\\outlinelevel([0-8])(?!\d)", style.group(2))
        if name == "title":
            levels[int(style.group(1))] = _TITLE_LEVEL
        elif (heading := re.fullmatch(r"heading ([1-9])", name)) is not None:
            levels[int(style.group(1))] = int(heading.group(1))
        elif outline is not None:
            levels[int(style.group(1))] = int(outline.group(1)) + 1
    return levels


def _rtf_blocks(text: str) -> list[Block]:
    """The blocks of decoded text with its marks."""
    walk = _RtfWalk()
    for piece in _RTF_PIECES.split(text):
        walk.take(piece)
    walk.end_paragraph()
    walk.end_table()
    return walk.blocks


class _RtfWalk:
    """A walk over decoded text, from mark to mark."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._label: list[str] = []
        self._in_label = False
        self._in_table = False
        self._level = 0
        self._has_title = False
        self._caption = ""
        self._cell: list[str] = []  # the paragraphs of the cell at hand
        self._cells: list[str] = []
        self._rows: list[list[str]] = []

    def take(self, piece: str) -> None:
        if piece == "\n":
            self.end_paragraph()
        elif piece == _CELL:
            self._cell.append(self._paragraph())
            self._cells.append(" ".join(self._cell))
            self._cell = []
        elif piece == _ROW:
            self._rows.append(self._cells)
            self._cells = []
        elif piece in (_LABEL, _LABELLED):
            self._in_label = piece == _LABEL
        elif piece == _IN_TABLE:
            self._in_table = True
        elif piece == _PLAIN:
            self._in_table, self._level = False, 0
        elif len(piece) == 1 and 0 <= ord(piece) - _LEVEL <= _TITLE_LEVEL:
            self._level = ord(piece) - _LEVEL
        else:
            (self._label if self._in_label else self._text).append(piece)

    def end_paragraph(self) -> None:
        label = clean("".join(self._label))
        text = self._paragraph()
        if self._in_table or self._cells:
            self._cell.append(f"{label} {text}".strip())
        else:
            self.end_table()
            if text:
                self.blocks.append(self._block(text, label))

    def end_table(self) -> None:
        table = [row for row in self._rows if any(row)]
        self._rows = []
        if table:
            caption, self._caption = self._caption, ""
            header, body = (table[0], table[1:]) if len(table) > 1 else ([], table)
            self.blocks.extend(rows(body, header=header, table=caption))

    def _paragraph(self) -> str:
        text = clean("".join(self._text))
        self._text, self._label, self._in_label = [], [], False
        return text

    def _block(self, text: str, label: str) -> Block:
        if self._level == _TITLE_LEVEL and not self._has_title:
            self._has_title = True
            return Block(BlockKind.HEADING, text, level=1)
        if self._level:
            level = min(self._level, _TITLE_LEVEL - 1) + (1 if self._has_title else 0)
            return Block(BlockKind.HEADING, f"{label} {text}".strip(), level=level)
        if _CAPTION.match(text):
            self._caption = text if text.lower().startswith("table") else ""
            return Block(BlockKind.CAPTION, text)
        if not label or (warned := warning_word(text)) is None:
            if not label:
                return prose(text)
            is_number = label[-1] in ".)" or any(character.isdigit() for character in label)
            return Block(BlockKind.STEP, text, label=label) if is_number else Block(BlockKind.ITEM, text)
        return Block(BlockKind.WARNING, warned[1], label=warned[0])
