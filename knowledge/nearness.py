"""How near candidates are to a question as MiniLM sees them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.candidates import Candidate
from knowledge.embedder import WordEmbedder
from knowledge.lexicon import stems
from knowledge.likeness import Likeness, TextVectors, likeness
from knowledge.reranker import fitted
from knowledge.retriever import all_turns, own_share
from knowledge.types import Query

T = TypeVar("T")


class Nearness:
    """What candidates are to a question as MiniLM sees them; the last texts are remembered: the same passages come
    again."""

    REMEMBERED = 4096
    READ = 512
    """Texts remembered with the vectors of their words, each of some 50 KB."""
    AT_ONCE = 4
    """So many texts are embedded as a question is, at once and not after the windows of an ingest."""
    LEADING = 400
    """Characters at the end of what leads to a span that are read: a procedure's steps can be long."""

    def __init__(self, embedder: WordEmbedder) -> None:
        self._embedder = embedder
        self._vectors = _Recent[NDArray[np.float32]](self.REMEMBERED, self._embed)
        self._read = _Recent[TextVectors](self.READ, embedder.read_now)

    def near(
        self, query: Query, weights: Mapping[str, float], found: Sequence[Candidate]
    ) -> list[tuple[float, float, Likeness, float]]:
        """The cosines of each candidate to the question, under its headings and by itself, how like their words are,
        and the reranker's logit. The question is its last turn and all its turns, as the retriever mixes them."""
        asked = self._embedder.embed_now([query.text])[0]
        alone = self._vectors.of([one.unit.text for one in found])
        headed = self._read.of([one.headed for one in found])
        if query.previous:
            own = own_share(query.text)
            asked = own * asked + (1 - own) * self._embedder.embed_now([all_turns(query)])[0]
        words = self._asked(query, weights)
        return [
            (float(text.whole @ asked), float(vector @ asked), likeness(words, weights, text), logit)
            for text, vector, logit in zip(headed, alone, self._attended(query, headed), strict=True)
        ]

    def attended(self, query: Query, text: str) -> float:
        """The reranker's logit of a text."""
        return self._attended(query, self._read.of([text]))[0]

    def _attended(self, query: Query, texts: Sequence[TextVectors]) -> list[float]:
        """The reranker's logits: of the question's last turn and all its turns, as cosines are mixed."""
        found = np.array(fitted().logits(self._read.of([query.text])[0], texts))
        if query.previous:
            own, turns = own_share(query.text), self._read.of([all_turns(query)])[0]
            found = own * found + (1 - own) * np.array(fitted().logits(turns, texts))
        return [float(logit) for logit in found]

    def likeness(self, query: Query, weights: Mapping[str, float], one: Candidate) -> Likeness:
        """How like the words of a question and of a candidate with what leads to it are."""
        before = one.unit.before[-self.LEADING :]
        text, led = (self._read.of([one.headed, before])) if before else (*self._read.of([one.headed]), None)
        return likeness(self._asked(query, weights), weights, text, led)

    def _asked(self, query: Query, weights: Mapping[str, float]) -> TextVectors:
        """The question's words: those of its last turn, unless none of them tells anything."""
        has_own = not stems(query.text).isdisjoint(weights)
        return self._read.of([query.text if has_own or not query.previous else all_turns(query)])[0]

    def _embed(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        parts = (texts[start : start + self.AT_ONCE] for start in range(0, len(texts), self.AT_ONCE))
        return [vector for part in parts for vector in self._embedder.embed_now(part)]


class _Recent(Generic[T]):
    """What was made of the last texts."""

    def __init__(self, size: int, make: Callable[[Sequence[str]], Sequence[T]]) -> None:
        self._size, self._make = size, make
        self._guard = threading.Lock()
        self._kept: OrderedDict[str, T] = OrderedDict()

    def of(self, texts: Sequence[str]) -> list[T]:
        """In the order of the texts; made now where it is not remembered."""
        with self._guard:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found.update(zip(missing, self._make(missing), strict=True))
        with self._guard:
            self._kept.update((text, found[text]) for text in missing)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return [found[text] for text in texts]
