"""How rare a word is in English at large: what a collection of manuals is too small to tell of words that it lacks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from knowledge.minilm import vocabulary

_FIRST = 1996
"""Line of the first whole word in the vocabulary ("the"); pieces, signs and letters stand before it."""
_COMMON = 100
"""Ranks up to which words are about equally common."""


def rarity(word: str) -> float:
    """From 0 for "the" to 1 for a word that is not among the 20,000 commonest; numbers are common.

    The logarithm of its rank in the vocabulary of MiniLM's tokeniser, which is BERT's: words of Wikipedia and of books,
    the commonest first (Devlin et al., 2019).
    """
    ranks = _ranks()
    rank = max(ranks.get(word.removesuffix("'s"), len(ranks)) - _FIRST, 0)
    return 0.0 if word.isdigit() else math.log1p(rank / _COMMON) / math.log1p((len(ranks) - _FIRST) / _COMMON)


@lru_cache(maxsize=1)  # 30,000 words
def _ranks() -> Mapping[str, int]:
    return {word: rank for rank, word in enumerate(vocabulary().read_text("utf-8").splitlines())}
