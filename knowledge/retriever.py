"""From a question to the passages that may answer it, and how likely it is that they do.

Three channels look for windows: the *dense* one by meaning, the *lexical* one by words (BM25), the *exact* one by codes
and part numbers. Each gives scores in 0..1; they are mixed with a weight chosen for the query, and a passage is worth
what its best window is worth. Nothing outside the scope takes part in any of it.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from knowledge.catalogue import Catalogue
from knowledge.embedder import Embedder
from knowledge.index import VectorIndex
from knowledge.lexicon import CANONICAL, QUESTION_WORDS, code_words, content_words, numbered_words, stem, stems
from knowledge.types import Chunk, Document, Passage, Query, Retrieval, Scope, Scores, Window

CANDIDATES = 80
"""Windows looked at per channel: a passage beyond that in both has no chance of being the best."""
LEXICAL_TERMS = 8
"""Rarest query words given to BM25. Cost follows the rows matched, and common words decide nothing."""
LAST_TURN = 0.6
"""Share of the last turn beside all user turns together, when a follow-up needs them; mixed by score, not joined as
text (MTRAG, later turns: joined 0.662, last turn alone 0.750, mixed 0.810 nDCG@10)."""
EXACT_BONUS = 0.5
"""What a window gains that holds every code of the query: a code is never a matter of taste."""
PREFERRED_BONUS = 0.04
"""What a passage of a preferred collection gains: enough for near ties, not for a worse answer."""

# Weight of the dense channel: DENSE_BASE when the query's telling words are as rare as can be, and up to DENSE_SPAN
# more the commoner they are, since BM25 has little to hold on to then.
DENSE_BASE = 0.45
DENSE_SPAN = 0.35

THRESHOLD = 0.4
"""Evidence from which a question is answered. On the sample site's questions (evals/datasets/answers.yaml, `report`)
it keeps 96 % of those that the documents answer."""


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """A logistic formula over `Retriever.features`: the probability that the best passages answer the question."""

    bias: float
    cosine: float
    coverage: float
    missing: float
    exact: float


EVIDENCE = EvidenceWeights(bias=-6.35, cosine=7.35, coverage=5.04, missing=-0.3, exact=1.5)
"""Fitted by `evals/fit_evidence.py` on the `tune` questions, but for `exact`: questions that are only a part number
are too few there to fit it, so it is set to lift such a question, found word for word, over the threshold."""


class Retriever:
    """Finds passages. Safe to use from many tasks at once; the work is done off the event loop."""

    def __init__(
        self, catalogue: Catalogue, index: VectorIndex, embedder: Embedder, *, threshold: float = THRESHOLD
    ) -> None:
        self._catalogue = catalogue
        self._index = index
        self._embedder = embedder
        self.threshold = threshold

    async def retrieve(self, query: Query, scope: Scope) -> Retrieval:
        """The passages for a question, best first, at most `query.limit`. Empty when nothing in scope is like it."""
        started = perf_counter()
        texts = [query.text]
        if query.previous:
            texts.append(" ".join([*query.previous, query.text]))
        vectors = await self._embedder.embed(texts)
        embedded = (perf_counter() - started) * 1000
        return await asyncio.to_thread(self._search, query, scope, texts, vectors, embedded)

    def _search(
        self, query: Query, scope: Scope, texts: Sequence[str], vectors: NDArray[np.float32], embedded: float
    ) -> Retrieval:
        spent = {"embed": embedded, "dense": 0.0, "lexical": 0.0, "exact": 0.0, "fuse": 0.0}
        allowed = self._catalogue.restriction(scope)
        total = self._catalogue.window_count(scope)
        if total == 0 or (allowed is not None and not allowed):
            return Retrieval(query, (), 0.0, False, 0.0, spent)
        mixed: dict[str, _Found] = {}
        weight = 0.0
        shares = [1.0] if len(texts) == 1 else [LAST_TURN, 1 - LAST_TURN]
        for text, vector, share in zip(texts, vectors, shares, strict=True):
            mark = perf_counter()
            dense = dict(self._index.search(scope, allowed, vector, CANDIDATES))
            spent["dense"] += _since(mark)
            mark = perf_counter()
            terms = self._terms(text)
            lexical = self._lexical(scope, terms)
            spent["lexical"] += _since(mark)
            mark = perf_counter()
            exact = self._exact(scope, text)
            spent["exact"] += _since(mark)
            here = dense_weight(terms, total)
            weight += share * here
            for window_id, found in _mix(dense, lexical, exact, here).items():
                mixed.setdefault(window_id, _Found()).add(found, share)
        mark = perf_counter()
        passages = self._passages(query, scope, mixed)
        strength = self.evidence(texts[-1] if query.previous else query.text, passages)
        spent["fuse"] = _since(mark)
        rounded = {stage: round(value, 3) for stage, value in spent.items()}
        return Retrieval(query, tuple(passages), strength, strength >= self.threshold, round(weight, 3), rounded)

    def _terms(self, text: str) -> dict[str, int]:
        """The rarest telling words of a text that the documents hold at all, with the number of windows they are in."""
        said = list(dict.fromkeys(content_words(text)))[:64]
        meant = [CANONICAL[word] for word in said if word in CANONICAL]
        found = self._catalogue.frequencies([*said, *meant])
        known = sorted((count, term) for term, count in found.items() if count > 0)
        return {term: count for count, term in known[:LEXICAL_TERMS]}

    def _lexical(self, scope: Scope, terms: Mapping[str, int]) -> dict[str, float]:
        if not terms:
            return {}
        match = " OR ".join(f'"{term.replace(chr(34), "")}"' for term in terms)
        return dict(self._catalogue.lexical(scope, match, CANDIDATES))

    def _exact(self, scope: Scope, text: str) -> dict[str, float]:
        """For each window, the share (0..1) of the query's codes and numbered parts that it holds; empty for none."""
        codes = [*code_words(text), *numbered_words(text)][:6]
        found: dict[str, float] = {}
        for code in codes:
            phrase = " ".join(part for part in code.replace("-", " ").split())
            for window_id, _ in self._catalogue.lexical(scope, f'"{phrase}"', CANDIDATES):
                found[window_id] = found.get(window_id, 0.0) + 1 / len(codes)
        return found

    def _passages(self, query: Query, scope: Scope, mixed: Mapping[str, _Found]) -> list[Passage]:
        loaded = self._catalogue.load(scope, list(mixed))
        best: dict[str, tuple[float, _Found, Window, Chunk, Document]] = {}
        for window_id, (window, chunk, document) in loaded.items():
            found = mixed[window_id]
            score = found.fused + (PREFERRED_BONUS if document.collection in query.prefer else 0.0)
            if chunk.id not in best or score > best[chunk.id][0]:
                best[chunk.id] = (score, found, window, chunk, document)
        ranked = sorted(best.values(), key=lambda entry: (-entry[0], entry[3].id))[: query.limit]
        return [
            Passage(
                chunk,
                document,
                Scores(fused=score, dense=found.dense, lexical=found.lexical, exact=found.exact, cosine=found.cosine),
                window.text,
            )
            for score, found, window, chunk, document in ranked
        ]

    def evidence(self, text: str, passages: Sequence[Passage]) -> float:
        """The calibrated probability (0..1) that passages answer a question."""
        if not passages:
            return 0.0
        cosine, covered, missing, exact = self.features(text, passages)
        w = EVIDENCE
        logit = w.bias + w.cosine * cosine + w.coverage * covered + w.missing * missing + w.exact * exact
        return 1 / (1 + math.exp(-logit))

    def features(self, text: str, passages: Sequence[Passage]) -> tuple[float, float, float, float]:
        """What the evidence is judged by, each 0..1, over the best three passages.

        The cosine of the nearest window; how much of what the question names one of them holds with its headings and
        its document's title, each word weighted by how rare it is; the weight of the rarest word that none of them
        holds, as a share of the rarest's; and the share of the question's codes that one of them holds.
        """
        best = passages[:3]
        cosine = max((p.scores.cosine for p in best if p.scores.cosine is not None), default=0.0)
        weights = self.weights(text)
        held = [passage_stems(passage) for passage in best]
        covered = max((coverage(weights, words) for words in held), default=0.0)
        absent = [value for word, value in weights.items() if not any(word in words for words in held)]
        missing = max(absent, default=0.0) / max(weights.values(), default=1.0)
        exact = max((p.scores.exact or 0.0 for p in best), default=0.0)
        return max(cosine, 0.0), covered, missing, exact

    def weights(self, text: str) -> dict[str, float]:
        """The stems of a question's telling words, each with its idf: how much a text that holds it is worth."""
        words = list(dict.fromkeys(content_words(text)))[:64]
        terms = [word for word in words if word not in QUESTION_WORDS] or words
        counts = self._catalogue.frequencies(terms)
        total = max(sum(counts.values()), 1000)
        weights: dict[str, float] = {}
        for term in terms:
            value = math.log(1 + total / (1 + counts[term]))
            weights[stem(term)] = max(value, weights.get(stem(term), 0.0))
        return weights


def coverage(weights: Mapping[str, float], held: frozenset[str]) -> float:
    """The share (0..1) of the weights of the stems that a text holds; 0 when there are none."""
    total = sum(weights.values())
    return sum(value for word, value in weights.items() if word in held) / total if total else 0.0


def passage_stems(passage: Passage) -> frozenset[str]:
    """The stems of a passage, its headings, its columns' names and its document's title."""
    headers = [name for stored in passage.chunk.blocks for name in (*stored.block.header, stored.block.table)]
    return stems(" ".join([passage.document.title, *passage.chunk.heading_path, *headers, passage.chunk.text]))


def dense_weight(terms: Mapping[str, int], total: int) -> float:
    """The weight (0..1) of the dense channel for a query with these terms (windows that hold each) among `total`.

    The two rarest terms decide: BM25 is trusted as far as they are rare.
    """
    if not terms or total < 2:
        return 1.0
    rarest = sorted(terms.values())[:2]
    rarity = sum(math.log(total / count) for count in rarest) / (len(rarest) * math.log(total))
    return DENSE_BASE + DENSE_SPAN * (1 - max(0.0, min(1.0, rarity)))


@dataclass(slots=True)
class _Found:
    """What the channels say of a window."""

    fused: float = 0.0
    dense: float | None = None
    lexical: float | None = None
    exact: float | None = None
    cosine: float | None = None

    def add(self, other: _Found, share: float) -> None:
        self.fused += share * other.fused
        self.dense = _larger(self.dense, other.dense)
        self.lexical = _larger(self.lexical, other.lexical)
        self.exact = _larger(self.exact, other.exact)
        self.cosine = _larger(self.cosine, other.cosine)


def _larger(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else max(one, other)


def _mix(
    dense: Mapping[str, float], lexical: Mapping[str, float], exact: Mapping[str, float], weight: float
) -> dict[str, _Found]:
    """The channels' scores as shares of their best, and their sum with `weight` on the dense one.

    Zero is the floor of both: over a whole library the least cosine is about 0 and the least BM25 score is 0, so this
    is the min-max of an exhaustive search without having to make one.
    """
    top_dense = max(max(dense.values(), default=0.0), 1e-6)
    top_lexical = max(max(lexical.values(), default=0.0), 1e-6)
    mixed: dict[str, _Found] = {}
    for window_id in {*dense, *lexical, *exact}:
        cosine = dense.get(window_id)
        near = max(cosine, 0.0) / top_dense if cosine is not None else None
        worded = lexical[window_id] / top_lexical if window_id in lexical else None
        holds = exact.get(window_id)
        fused = weight * (near or 0.0) + (1 - weight) * (worded or 0.0) + EXACT_BONUS * (holds or 0.0)
        mixed[window_id] = _Found(fused, near, worded, holds, cosine)
    return mixed


def _since(mark: float) -> float:
    return (perf_counter() - mark) * 1000
