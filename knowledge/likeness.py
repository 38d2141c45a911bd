"""How like the words of a question and of a text are in meaning, word by word.

A model that embeds a text has a vector for each of its words on the way. Near its first layers that vector says which
word it is, "thawing" beside "defrosting"; at its last what the word stands for in what is said. A text that answers is
near at the last layer where it is not at the first; one that only shares words is not. Each telling word of the
question is held against the nearest word of the text (ColBERT's MaxSim: Khattab and Zaharia, 2020).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.lexicon import stem


@dataclass(frozen=True, slots=True, eq=False)
class TextVectors:
    """A text as MiniLM sees it: its own vector, shape (384,), and those of its words near the first layers (`literal`)
    and at the last (`meant`), each of shape (words, 384). All are of unit length."""

    whole: NDArray[np.float32]
    words: tuple[str, ...]
    literal: NDArray[np.float16]
    meant: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a question and a text are, each -1..1 but in practice 0..1.

    `literal` and `meant` are the mean over the question's telling words, weighted, of the cosine to the nearest word of
    the text, near the model's first layers and at its last. `literal_gap` and `meant_gap` are how far the worst met of
    them is from its nearest, as a share of the heaviest. `literal_back` and `meant_back` are the mean over the text's
    words of the cosine to the nearest word of the question: how much of the text speaks of what is asked.
    """

    literal: float = 0.0
    meant: float = 0.0
    literal_gap: float = 0.0
    meant_gap: float = 0.0
    literal_back: float = 0.0
    meant_back: float = 0.0


def likeness(
    question: TextVectors, weights: Mapping[str, float], text: TextVectors, before: TextVectors | None = None
) -> Likeness:
    """How like `question` is to `text`, of which `before` is what leads to it; `weights` are those of the stems of its
    telling words. All 0 when the question has no telling word or the text no word."""
    telling = [n for n, word in enumerate(question.words) if stem(word) in weights]
    if not telling or not text.words:
        return Likeness()
    counts = np.array([weights[stem(question.words[n])] for n in telling])
    literal, meant = (
        _nearest(asked, (own, led), telling)
        for asked, own, led in (
            (question.literal, text.literal, before.literal if before else None),
            (question.meant, text.meant, before.meant if before else None),
        )
    )
    return Likeness(
        literal=float(literal @ counts / counts.sum()),
        meant=float(meant @ counts / counts.sum()),
        literal_gap=float((counts * (1 - literal)).max() / counts.max()),
        meant_gap=float((counts * (1 - meant)).max() / counts.max()),
        literal_back=_back(question.literal, text.literal),
        meant_back=_back(question.meant, text.meant),
    )


def _nearest(
    asked: NDArray[np.float16], given: Sequence[NDArray[np.float16] | None], telling: Sequence[int]
) -> NDArray[np.float32]:
    """The cosine of each telling word to the nearest of all words given."""
    there = np.concatenate([part for part in given if part is not None]).astype(np.float32)
    return (asked[telling].astype(np.float32) @ there.T).max(axis=1)


def _back(asked: NDArray[np.float16], text: NDArray[np.float16]) -> float:
    return float((text.astype(np.float32) @ asked.astype(np.float32).T).max(axis=1).mean())
