"""Whether a text answers a question, judged by what each word of the one finds in the other.

Each word, as MiniLM sees it (`knowledge.likeness`), is held against what it attends to on the other side, and what
comes of the comparisons is weighed and summed (decomposable attention: Parikh et al., 2016). So it is learned, and not
set by rules, that "how long" is met by "20 minutes" and "it died" by "no power". `evals/fit_reranker.py` makes
`reranker.npz`. By this alone the first candidate is right for 0.73 of the questions about sheets that it has not seen,
and 0.86 is the AUROC against their near misses; with half as many sheets to learn from it was 0.70 and 0.81, with an
eighth 0.68 and 0.75. Ten texts take some 4 ms once MiniLM has read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.likeness import TextVectors
from knowledge.networks import gelu
from knowledge.rarity import rarity

WEIGHTS = Path(__file__).with_name("reranker.npz")
ASKED, GIVEN = 28, 80
"""Words of a question and of a text that are looked at, from their beginnings: most have fewer."""

Vectors = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The weights, for words of `inputs` numbers and d within: `project` (inputs, d) and its bias; `asked` and `given`
    (4d + 2, d), which compare a word of the question or of the text to what it attends to, and their biases;
    `asked_gate` (d + 1,) and `given_gate` (d,), by which words are weighed; `hidden` (4d, d) and `out` (d,) with their
    biases; and how sharply words attend."""

    project: Vectors
    project_bias: Vectors
    asked: Vectors
    asked_bias: Vectors
    given: Vectors
    given_bias: Vectors
    asked_gate: Vectors
    given_gate: Vectors
    hidden: Vectors
    hidden_bias: Vectors
    out: Vectors
    out_bias: Vectors
    sharpness: Vectors

    def logits(self, question: TextVectors, texts: Sequence[TextVectors]) -> list[float]:
        """The logit that each text answers the question; 0 where one of the two has no word."""
        asked, rare = inputs(question, ASKED), rarities(question)
        if not len(asked):
            return [0.0] * len(texts)
        inner = asked @ self.project + self.project_bias
        return [self._logit(asked, inner, rare, words) if len(words := inputs(text, GIVEN)) else 0.0 for text in texts]

    def _logit(self, asked: Vectors, asked_inner: Vectors, rare: Vectors, given: Vectors) -> float:
        given_inner = given @ self.project + self.project_bias
        cosines = asked @ given.T / 2  # a word is two vectors of unit length
        heights = (_unit(asked_inner) @ _unit(given_inner).T + cosines) * self.sharpness
        to_given, to_asked = _softmax(heights, 1), _softmax(heights, 0).T
        nearest = (cosines.max(1, keepdims=True), cosines.max(0)[:, None])
        of_asked = _compared(asked_inner, to_given @ given_inner, nearest[0], rare, self.asked, self.asked_bias)
        of_given = _compared(
            given_inner, to_asked @ asked_inner, nearest[1], to_asked @ rare, self.given, self.given_bias
        )
        by_asked = _softmax(np.hstack([asked_inner, rare]) @ self.asked_gate, 0)
        by_given = _softmax(of_given @ self.given_gate, 0)
        summed = np.concatenate([by_asked @ of_asked, of_asked.max(0), by_given @ of_given, of_given.max(0)])
        return float(gelu(summed @ self.hidden + self.hidden_bias) @ self.out + self.out_bias)


def inputs(text: TextVectors, most: int) -> NDArray[np.float32]:
    """What the first `most` words of a text are seen as, (words, 768)."""
    return np.hstack([text.literal[:most], text.meant[:most]]).astype(np.float32)


def rarities(question: TextVectors) -> NDArray[np.float32]:
    """How rare each word of a question is in English, (words, 1)."""
    return np.array([[rarity(word)] for word in question.words[:ASKED]], dtype=np.float32).reshape(-1, 1)


@cache
def fitted() -> Network:
    """The network that comes with the product."""
    return load(WEIGHTS)


def load(path: Path) -> Network:
    """The network in a file. Raises OSError or KeyError when there is none."""
    with np.load(path) as stored:
        return Network(*(stored[field.name].astype(np.float32) for field in fields(Network)))


def _compared(
    own: Vectors, other: Vectors, nearest: Vectors, rare: Vectors, weights: Vectors, bias: Vectors
) -> Vectors:
    found = np.hstack([own, other, own * other, np.abs(own - other), nearest, rare])
    return gelu(found @ weights + bias)


def _unit(vectors: Vectors) -> Vectors:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)


def _softmax(heights: Vectors, axis: int) -> Vectors:
    sizes = np.exp(heights - heights.max(axis=axis, keepdims=True))
    return sizes / sizes.sum(axis=axis, keepdims=True)
