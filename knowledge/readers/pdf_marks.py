"""What lines are beside plain text: the labels of drawings, footnotes, prose set large."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.readers.blocks import item_text, step_label, warning_word
from knowledge.readers.pdf_words import Glyphs, Item, Line, PageWord

NUMBERED = re.compile(
    r"^(?:chapter\s+|section\s+|appendix\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-Z\"“(])", re.IGNORECASE
)
_FIGURE = re.compile(r"^(figure|fig\.)\s+[\dA-Z][\d.\-]*\s*[:.–—-]", re.IGNORECASE)
_BESIDE = 12.0
"""Points from a drawing to the labels around it."""
LABEL_WORDS = 5
"""Words of the label of a drawing at most."""


@dataclass(slots=True)
class Document:
    """What holds for the whole document: the size of its body text and the words it uses."""

    body: float
    vocabulary: set[str]
    heading_sizes: list[float] = field(default_factory=list[float])


def measure(lines: Sequence[Line], words: Sequence[PageWord]) -> Document:
    """What holds for a document with these lines of text and these words."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    # the halves of broken words are no words
    whole = [
        word
        for before, word in zip([None, *words], words, strict=False)
        if not _ends_in_hyphen(word.text) and not (before is not None and _ends_in_hyphen(before.text))
    ]
    vocabulary = {re.sub(r"^\W+|\W+$", "", word.text).lower() for word in whole}
    document = Document(body, vocabulary)
    headings: Counter[float] = Counter(
        round(line.size * 2) / 2 for line in lines if line.size > 1.08 * body and len(line.text) < 140
    )
    document.heading_sizes = sorted(headings, reverse=True)
    return document


def _ends_in_hyphen(text: str) -> bool:
    return text.endswith(("-", "\u00ad"))


def _is_label(line: Line) -> bool:
    """Whether a line is as short as the label of a part in a drawing, and is no step, bullet, warning or sentence."""
    text = line.text.strip()
    if len(text) > 40 or len(line.words) > LABEL_WORDS or text.endswith((".", ":", ";")):
        return False
    return step_label(text) is None and item_text(text) is None and warning_word(text) is None


def mark_labels(items: Sequence[Item], drawings: Sequence[Glyphs], page: int) -> None:
    """Marks the lines inside of drawings that are their labels."""
    for index, (x0, y0, x1, y1) in enumerate(drawings, start=1):
        inside = [
            item
            for item in items
            if isinstance(item, Line)
            and item.x0 <= x1 + _BESIDE
            and item.x1 >= x0 - _BESIDE
            and y0 - _BESIDE <= (item.y0 + item.y1) / 2 <= y1 + _BESIDE
        ]
        labels = [line for line in inside if _is_label(line)]
        if len(labels) >= max(2, 0.6 * len(inside)):
            for line in labels:
                line.figure = 1000 * page + index


def mark_labels_above_captions(items: Sequence[Item]) -> None:
    """Marks the short lines right above the caption of a figure."""
    for index, item in enumerate(items):
        if not isinstance(item, Line) or not _FIGURE.match(item.text):
            continue
        above: list[Line] = []
        for before in reversed(items[:index]):
            if not isinstance(before, Line) or before.page != item.page or not _is_label(before):
                break
            if before.y0 > item.y0 or before.size > 1.6 * item.size or NUMBERED.match(before.text):
                break
            above.append(before)
        # the last line of a paragraph is short too
        while above and index > len(above) and _ends_paragraph(items[index - len(above) - 1], above[-1]):
            above.pop()
        for line in above:
            line.figure = -index


def _ends_paragraph(before: Item, line: Line) -> bool:
    """Whether a line stands right below another, from the same left edge."""
    return (
        isinstance(before, Line)
        and before.page == line.page
        and not before.figure
        and abs(before.x0 - line.x0) < line.size
        and line.y0 - before.y1 < 0.6 * line.size
    )


_NUMBER = re.compile(r"^\d{1,2}(?![\d.,:/)%°])")
_SIGN = re.compile(r"^[∗*†‡]")
_RAISED = 0.85
"""Share of the size of its line that the number of a footnote has at most."""


def mark_notes(items: Sequence[Item], document: Document) -> None:
    """Marks the footnotes: small lines at the foot of a column, from the first that begins with a mark. A number that
    is not raised is a mark in the first of them alone."""
    small: list[Line] = []
    for at, item in enumerate(items):
        if not isinstance(item, Line) or item.size > 0.9 * document.body or item.figure:
            small.clear()
            continue
        small.append(item)
        after = items[at + 1] if at + 1 < len(items) else None
        ends = not isinstance(after, Line) or after.page != item.page or after.y0 < item.y0 - 2 * item.size
        if ends:
            is_numbered = _NUMBER.fullmatch(small[0].words[0].text) is not None
            first = 0 if is_numbered else next((n for n, line in enumerate(small) if begins_note(line)), len(small))
            for line in small[first:]:
                line.is_note = True
            small.clear()


def begins_note(line: Line) -> bool:
    """Whether a line begins as a footnote does: with a sign, or with a raised number. One as large as the words behind
    it is of the text: "14 CFR 39.19"."""
    if len(line.words) < 2:
        return False
    is_raised = line.words[0].size <= _RAISED * line.words[1].size
    return _SIGN.match(line.text) is not None or (is_raised and _NUMBER.match(line.text) is not None)


def mark_prose(items: Sequence[Item], document: Document) -> None:
    """Marks runs of large lines that are text set large: several lines of it, with sentences in them."""
    run: list[Line] = []

    def flush() -> None:
        text = " ".join(line.text for line in run)
        if len(run) > 1 and (len(text) > 140 or (len(run) > 2 and re.search(r"[.!?;]($|\s)", text))):
            for line in run:
                line.is_prose = True
        run.clear()

    for item in items:
        if not isinstance(item, Line) or item.size <= 1.08 * document.body:
            flush()
            continue
        if run:
            last = run[-1]
            same = abs(item.size - last.size) < 0.6 and item.bold == last.bold and item.page == last.page
            if not same or not -2 < item.y0 - last.y1 < 0.6 * last.size or NUMBERED.match(item.text):
                flush()
        run.append(item)
    flush()
