"""Words joined to lines, and the lines taken out that are no text: running headers and footers, contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.readers.blocks import BULLETS
from knowledge.readers.pdf_words import Gutter, Item, Line, PageWord, are_level, around, middle_y

LABEL = re.compile(rf"^(?:\(?\d{{1,3}}[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?|[a-zA-Z][.)]|[{BULLETS}])$")
"""The number or the bullet that a step begins with."""
LABEL_GAP = 40.0
"""Points from the number of a step to its text at most."""


def to_lines(words: Sequence[PageWord], page: int, gutters: Sequence[Gutter]) -> list[Line]:
    """Words joined to lines: same baseline, no wide gap between, no gutter. A step's number may stand further off."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda w: (round(middle_y(w) / 3), w.box[0])):
        home = next((line for line in reversed(lines[-40:]) if _goes_on(line.words[-1], word, line, gutters)), None)
        if home is None:
            lines.append(Line([word], page))
        else:
            home.words.append(word)
    return _with_marks(_with_raised(_with_labels(lines, gutters), gutters), gutters)


def _goes_on(last: PageWord, word: PageWord, line: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether a word comes after the last one of a line."""
    height = max(min(word.box[3] - word.box[1], last.box[3] - last.box[1]), 1.0)
    gap = word.box[0] - last.box[2]
    allowed = LABEL_GAP if len(line.words) == 1 and LABEL.match(last.text) else 1.1 * max(word.size, last.size)
    if not -0.5 * height <= gap <= allowed or not are_level(last.box, word.box):
        return False
    middle = middle_y(word)
    return not any(
        last.box[2] - 2 <= gutter.x <= word.box[0] + 2 and gutter.y0 <= middle <= gutter.y1 for gutter in gutters
    )


def _with_labels(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Line]:
    """The lines, with the labels that stood alone put before the text beside them: one that is set a little lower comes
    behind it in the order of their middles."""
    labels, kept = _parted(lines, lambda line: len(line.words) == 1 and LABEL.match(line.text) is not None)
    for label in labels:
        beside = [line for line in kept if _goes_on(label.words[0], line.words[0], label, gutters)]
        if beside:
            min(beside, key=lambda line: line.x0).words.insert(0, label.words[0])
        else:
            kept.append(label)
    return kept


def _with_raised(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Line]:
    """The lines, with those joined of which one begins with the raised mark that the other one ends in: the mark comes
    before its own line in the order of their middles, and takes the words behind it along."""
    raised, kept = _parted(lines, _begins_raised)
    for line in raised:
        before = next((one for one in kept if _goes_on(one.words[-1], line.words[0], one, gutters)), None)
        if before is None:
            kept.append(line)
        else:
            before.words.extend(line.words)
    return kept


def _parted(lines: Sequence[Line], belongs: Callable[[Line], bool]) -> tuple[list[Line], list[Line]]:
    """The lines that belong, and the others."""
    parts: tuple[list[Line], list[Line]] = [], []
    for line in lines:
        parts[not belongs(line)].append(line)
    return parts


def _begins_raised(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].text.isdigit() and line.words[0].size < 0.9 * line.size


def _with_marks(lines: list[Line], gutters: Sequence[Gutter]) -> list[Line]:
    """The lines with the raised and lowered marks put where they stand in them, and lines that these had broken."""
    marks = [line for line in lines if len(line.text) <= 6]
    if not marks:
        return lines
    kept = [line for line in lines if len(line.text) > 6]
    for mark in marks:
        hosts = [line for line in kept if _is_mark_of(mark, line)]
        if not hosts:
            kept.append(mark)
            continue
        host = max(hosts, key=lambda line: min(line.y1, mark.y1) - max(line.y0, mark.y0))
        host.words = sorted([*host.words, *mark.words], key=lambda word: word.box[0])
        rest = next((line for line in kept if line is not host and _follows(host, line, gutters)), None)
        if rest is not None:
            host.words.extend(rest.words)
            kept.remove(rest)
    return kept


def _is_mark_of(mark: Line, line: Line) -> bool:
    """Whether a few small letters stand above or below the baseline of a line, within it or at its end."""
    overlap = min(line.y1, mark.y1) - max(line.y0, mark.y0)
    is_smaller = mark.size < 0.9 * line.size
    return is_smaller and overlap > 0.25 * (mark.y1 - mark.y0) and -1 <= mark.x0 - line.x0 <= line.x1 - line.x0 + 2


def _follows(line: Line, rest: Line, gutters: Sequence[Gutter]) -> bool:
    last, first = line.words[-1], rest.words[0]
    large = next((word for word in reversed(line.words) if word.size >= 0.9 * line.size), last)
    return _goes_on(last, first, line, gutters) and are_level(large.box, first.box)


def with_stacked(words: Sequence[PageWord]) -> list[PageWord]:
    """The words, with those that stand on their side, letter above letter, made one each."""
    kept: list[PageWord] = []
    run: list[PageWord] = []

    def flush() -> None:
        kept.extend(run if len(run) < _STACKED else [_stood_up(run)])
        run.clear()

    for word in words:
        if run and not _is_stacked(run[-1], word):
            flush()
        run.append(word)
    flush()
    return kept


def _stood_up(letters: Sequence[PageWord]) -> PageWord:
    """What letters on their side say, in the order in which they are written."""
    text = letters[0].text
    for before, letter in pairwise(letters):
        apart = max(letter.box[1] - before.box[3], before.box[1] - letter.box[3])
        text += (" " if apart > 0.2 * letter.size else "") + letter.text
    return replace(letters[0], text=text, box=around([letter.box for letter in letters]))


def lies(word: PageWord) -> bool:
    """Whether a word stands on its side."""
    x0, y0, x1, y1 = word.box
    return len(word.text) > 2 and y1 - y0 > 2 * (x1 - x0)


_STACKED = 6
"""Letters above each other from which they are print on its side."""


def _is_stacked(one: PageWord, two: PageWord) -> bool:
    overlap = min(one.box[2], two.box[2]) - max(one.box[0], two.box[0])
    narrow = min(one.box[2] - one.box[0], two.box[2] - two.box[0])
    apart = max(two.box[1] - one.box[3], one.box[1] - two.box[3])
    return max(len(one.text), len(two.text)) <= 2 and overlap > 0.6 * narrow and apart < max(one.size, two.size)


def drop_running(items: dict[int, list[Item]], heights: dict[int, float]) -> None:
    """Takes out the lines at the top and bottom that repeat, digits aside, at the same height of most pages."""
    pages = [number for number, page_items in items.items() if page_items]
    seen: Counter[tuple[str, int]] = Counter()
    for number in pages:
        height = heights[number] or 1.0
        own: set[tuple[str, int]] = set()
        for item in items[number]:
            if isinstance(item, Line) and not 0.1 < (item.y0 + item.y1) / 2 / height < 0.9:
                own.add((_normal(item.text), round(item.y0 / 8)))
        seen.update(own)
    needed = max(2, 0.5 * len(pages))

    def repeats(line: Line, height: float) -> bool:
        middle = (line.y0 + line.y1) / 2 / height
        if 0.1 < middle < 0.9:
            return False
        text, place = _normal(line.text), round(line.y0 / 8)
        if sum(seen[text, place + shift] for shift in (-1, 0, 1)) >= needed:
            return True
        return not 0.06 < middle < 0.94 and re.fullmatch(r"(page )?#( (of|/) #)?|- ?# ?-", text) is not None

    for number in pages:
        height = heights[number] or 1.0
        items[number] = [item for item in items[number] if not (isinstance(item, Line) and repeats(item, height))]


def _normal(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text.lower())


_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$|…+\s*\d+\s*$")


def are_headed_contents(lines: Sequence[Line]) -> bool:
    """Whether the lines of a page stand under the heading "Contents"."""
    return any(re.fullmatch(r"(table of )?contents", line.text.strip(), re.IGNORECASE) for line in lines[:6])


def drop_contents(items: dict[int, list[Item]]) -> None:
    """Takes out tables of contents: pages headed "Contents" whose lines end in page numbers, and dotted lines."""
    going_on = False
    for number, page_items in items.items():
        lines = [item for item in page_items if isinstance(item, Line)]
        headed = are_headed_contents(lines)
        numbered = [line for line in lines if re.search(r"(?<![\d.,°$])\b\d{1,3}$", line.text.strip())]
        alone = [line for line in lines if re.fullmatch(r"\d{1,3}", line.text.strip())]
        is_contents = (headed or going_on) and len(numbered) + len(alone) >= 0.4 * max(len(lines), 1) and len(lines) > 4
        if is_contents:
            items[number] = [item for item in page_items if not isinstance(item, Line)]
        else:
            items[number] = [item for item in page_items if not (isinstance(item, Line) and _LEADERS.search(item.text))]
        going_on = is_contents
