"""The words that tell a label of few examples from all others: "forklift", of a specialist that somebody added today.

A fit in which hundreds of examples stand beside five learns little from these: of the questions to small specialists in
`tests/agents/small_specialists.yaml` 19 of 47 to tune on and 11 of 24 others went right, and 38 and 21 do with these
words. How much a word tells is the log of its odds in the label's examples against all others', less twice its standard
error (Monroe, Colaresi and Quinn, "Fightin' Words", 2008): what stands there by chance tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

TellingWords = Mapping[str, Sequence[tuple[int, float]]]
"""For each telling word the labels that it tells, each with what it adds to the label's logit."""

ERRORS = 2.0
"""Standard errors that are taken off."""
FEW = 0.5
"""Share of the median of the labels' examples from which on a label has enough: of 1, 1/2 and 1/4 the most with which
no more than a question is lost in what is held out of the training parts of BANKING77 and HWU64, whose labels have 28
to 159 examples."""
_PRIOR = 0.5
"""Texts that each side is taken to have more of with a word, and without it."""


def telling_words(
    texts: Sequence[str], targets: NDArray[np.int64], but: Collection[int] = frozenset[int]()
) -> TellingWords:
    """The telling words of the labels that have few examples; none where all have as many.

    What they add is the less the nearer a label comes to enough. The texts in the rows `but` are held out.
    """
    sizes = np.bincount(targets)
    scarcity = 1 - sizes / (FEW * np.median(sizes[sizes > 0]))
    scarce = {label for label in np.flatnonzero(sizes).tolist() if scarcity[label] > 0}
    if not scarce:
        return {}
    counts: dict[int, Counter[str]] = {label: Counter() for label in scarce}
    everywhere = Counter[str]()
    kept = np.delete(np.arange(len(texts)), list(but))
    for row in kept.tolist():
        words, target = _words(texts[row]), int(targets[row])
        everywhere.update(words)
        if target in scarce:
            counts[target].update(words)
    found: dict[str, list[tuple[int, float]]] = {}
    left = np.bincount(targets[kept], minlength=len(sizes))
    for label, own in counts.items():
        size, others = int(left[label]), len(kept) - int(left[label])
        for word, count in own.items():
            surely = _log_odds(count, size, everywhere[word] - count, others)
            if surely > 0:
                found.setdefault(word, []).append((label, float(scarcity[label]) * surely))
    return found


def lift(text: str, telling: TellingWords) -> dict[int, float]:
    """What the most telling word of a text adds to the logit of each label that one tells."""
    found: dict[int, float] = {}
    for word in _words(text) if telling else ():
        for label, value in telling.get(word, ()):
            found[label] = max(value, found.get(label, 0.0))
    return found


def _log_odds(count: int, size: int, elsewhere: int, others: int) -> float:
    """The least that a word's rate in `size` texts, of which `count` hold it, surely is above its rate in the others,
    as a logarithm."""
    own, other = count + _PRIOR, elsewhere + _PRIOR
    of_own, of_others = size + 2 * _PRIOR, others + 2 * _PRIOR
    error = np.sqrt(1 / own - 1 / of_own + 1 / other - 1 / of_others)
    return float(np.log(own / of_own) - np.log(other / of_others) - ERRORS * error)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w']+", text.lower()[:2000]))
