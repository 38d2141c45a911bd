"""A small language for phrases, and finding them in the words of a message.

In a phrase `a|b` is either word, `burn*` any word that begins so, `word?` may be left out, `..` stands for up to three
words of any kind, `.?` for up to one, and `<body>` for any phrase of the concept of that name. A concept is a list of
phrases with commas between them. Deterministic, and quick: a phrase is only tried where a word it can open with stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

GAPS = {"..": 3, ".?": 1}
"""Words that a gap may take at most."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: any of `words`, a word that begins with one of `starts`, or a phrase of `concepts`.

    A gap has none of them and takes up to `gap` words of any kind.
    """

    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0


Phrase = tuple[Element, ...]


def unbroken(text: str) -> str:
    """A text without its line breaks: a choice of words may go on in the next line after its "|"."""
    return re.sub(r"\|\s+", "|", " ".join(text.split()))


def listed(text: str) -> list[str]:
    """The phrases of a list with commas between them; lines may break anywhere."""
    return [each.strip() for each in unbroken(text).split(",") if each.strip()]


def parse(text: str) -> Phrase:
    """The elements of a phrase as it is written."""
    return tuple(_element(item) for item in text.split())


def _element(item: str) -> Element:
    if item in GAPS:
        return Element(gap=GAPS[item])
    options = [option.removesuffix("?") for option in item.split("|")]
    return Element(
        words=frozenset(option for option in options if option[0] != "<" and option[-1] != "*"),
        starts=tuple(option[:-1] for option in options if option[-1] == "*"),
        concepts=tuple(option[1:-1] for option in options if option[0] == "<"),
        optional=item.endswith("?"),
    )


class Lexicon:
    """Phrases by number, the words each can open with, and the concepts they speak of."""

    def __init__(self, concepts: Mapping[str, str], phrases: Sequence[str]) -> None:
        self.phrases = tuple(parse(text) for text in phrases)
        self.plain = frozenset(number for number, each in enumerate(self.phrases) if _is_plain(each))
        self._concepts = {name: tuple(parse(each) for each in listed(text)) for name, text in concepts.items()}
        self._openings = {name: self._open(each) for name, each in self._concepts.items()}
        self._by_word, self._by_start = _index([self._opening(each) for each in self.phrases])
        self.opened_by = lru_cache(maxsize=8192)(self._opened_by)
        self.concept_phrases = lru_cache(maxsize=16384)(self._concept_phrases)

    def _open(self, phrases: Sequence[Phrase]) -> list[tuple[frozenset[str], tuple[str, ...]]]:
        return [self._opening(each) for each in phrases]

    def _opening(self, phrase: Phrase) -> tuple[frozenset[str], tuple[str, ...]]:
        """The words, and the beginnings of words, that a phrase can open with."""
        words: set[str] = set()
        starts: set[str] = set()
        for element in phrase:
            words |= element.words
            starts |= set(element.starts)
            for name in element.concepts:
                for opening in self._open(self._concepts[name]):
                    words |= opening[0]
                    starts |= set(opening[1])
            if not element.optional:
                break
        return frozenset(words), tuple(sorted(starts))

    def _opened_by(self, word: str) -> tuple[int, ...]:
        """The numbers of the phrases that `word` can open, in order."""
        found = set(self._by_word.get(word, ()))
        found.update(number for start, number in self._by_start if word.startswith(start))
        return tuple(sorted(found))

    def _concept_phrases(self, name: str, word: str) -> tuple[Phrase, ...]:
        """The phrases of a concept that `word` can open, longest first."""
        found = [
            phrase
            for phrase, (words, starts) in zip(self._concepts[name], self._openings[name], strict=True)
            if word in words or (starts and word.startswith(starts))
        ]
        return tuple(sorted(found, key=len, reverse=True))


def _is_plain(phrase: Phrase) -> bool:
    """Whether a phrase is words and beginnings of words only."""
    return not any(element.gap or element.optional or element.concepts for element in phrase)


def _index(
    openings: Sequence[tuple[frozenset[str], tuple[str, ...]]],
) -> tuple[dict[str, list[int]], list[tuple[str, int]]]:
    by_word: dict[str, list[int]] = {}
    by_start: list[tuple[str, int]] = []
    for number, (words, starts) in enumerate(openings):
        for word in words:
            by_word.setdefault(word, []).append(number)
        by_start.extend((start, number) for start in starts)
    return by_word, by_start


class Matcher:
    """The phrases of a lexicon in the words of one message."""

    def __init__(self, lexicon: Lexicon, words: Sequence[str], stop: str) -> None:
        """`stop` is the word that ends a sentence: no phrase goes over it."""
        self._lexicon = lexicon
        self._words = words
        self._stop = stop
        self._at: dict[int, list[int]] = {}
        for at, word in enumerate(words):
            for number in lexicon.opened_by(word):
                self._at.setdefault(number, []).append(at)
        self.openable = frozenset(self._at)
        """The numbers of the phrases whose opening word is there."""

    def has(self, numbers: frozenset[int], start: int, end: int) -> bool:
        """Whether one of these phrases stands between two words."""
        return any(True for number in numbers & self.openable for _ in self.find(number, start, end))

    def find(self, number: int, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The places (start, end excluded) of a phrase between two words, in order."""
        for at in self._at.get(number, ()):
            if start <= at < end:
                stop = self.end(number, at)
                if stop is not None and stop <= end:
                    yield at, stop

    def end(self, number: int, at: int) -> int | None:
        """Where a phrase that begins at word `at` ends (excluded); None when it does not stand there."""
        phrase = self._lexicon.phrases[number]
        if number not in self._lexicon.plain:
            return next(iter(self._ends(phrase, at, 0)), None)
        words = self._words[at : at + len(phrase)]
        if len(words) < len(phrase):
            return None
        for word, element in zip(words, phrase, strict=True):
            if word not in element.words and not (element.starts and word.startswith(element.starts)):
                return None
        return at + len(phrase)

    def _ends(self, phrase: Phrase, at: int, index: int) -> Iterable[int]:
        if index == len(phrase):
            yield at
            return
        element = phrase[index]
        words = self._words
        if element.gap:
            for skipped in range(element.gap + 1):
                if skipped and (at + skipped > len(words) or words[at + skipped - 1] == self._stop):
                    return
                yield from self._ends(phrase, at + skipped, index + 1)
            return
        if at < len(words):
            word = words[at]
            if word in element.words or (element.starts and word.startswith(element.starts)):
                yield from self._ends(phrase, at + 1, index + 1)
            for name in element.concepts:
                for other in self._lexicon.concept_phrases(name, word):
                    for end in self._ends(other, at, 0):
                        yield from self._ends(phrase, end, index + 1)
        if element.optional:
            yield from self._ends(phrase, at, index + 1)
