"""Words that are typed wrong, put as the documents spell them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from rapidfuzz.distance import DamerauLevenshtein

from knowledge.lexicon import QUESTION_WORDS, content_words
from knowledge.rarity import rarity
from knowledge.thesaurus import KNOWN

SHORTEST = 4
"""Letters of the shortest word that is respelled, and then by a longer one: too many of four lie one letter apart."""
LONG = 9
"""Letters from which two mistakes are forgiven instead of one; of eight, "calories" would be "carries"."""

_ENDINGS = frozenset("drs")


def strange_words(text: str) -> list[str]:
    """The words of a question that may be typed wrong, each once: letters only, and not among the commonest of
    English."""
    return [
        word
        for word in dict.fromkeys(content_words(text))
        if len(word) >= SHORTEST and word.isalpha() and word not in KNOWN and word not in QUESTION_WORDS
        if rarity(word) == 1.0
    ]


def nearest(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """The word of a vocabulary (with how often each stands) that `word` is but for a typo or a hyphen, the commonest of
    several; None when there is none. The words that questions are asked with belong to every vocabulary."""
    most = 2 if len(word) >= LONG else 1
    near = [
        (distance, -vocabulary.get(known, 0), known)
        for known in chain(vocabulary, QUESTION_WORDS, KNOWN)
        if _may_be(word, joined := known.replace("-", ""))
        if (distance := DamerauLevenshtein.distance(word, joined, score_cutoff=most)) <= most
    ]
    return min(near)[2] if near else None


def _may_be(word: str, other: str) -> bool:
    """Whether `other` may have been meant by `word`: people seldom mistake the first letter, and another ending
    ("washer", "washed") makes another word."""
    is_form = len(other) == len(word) and other[:-1] == word[:-1] and {word[-1], other[-1]} <= _ENDINGS
    return other[:1] == word[0] and len(other) > SHORTEST and not is_form


def respelled(text: str, spelt: Mapping[str, str]) -> str:
    """A text with each word that `spelt` names put as it says."""
    if not spelt:
        return text
    pattern = r"\b(" + "|".join(map(re.escape, spelt)) + r")\b"
    return re.sub(pattern, lambda match: spelt[match.group(0).lower()], text, flags=re.IGNORECASE)
