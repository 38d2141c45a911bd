"""How well passages fit a question, beside each other: cosine, words and likeness in one score.

A passage's score is the cosine of its best window, plus its BM25 score as a share of what the question's words could
weigh, plus how like the first few passages it is. None is stretched to the range of the others: where a text means the
same in other words, its cosine leads by more than shared words make up for, and where cosines lie close together the
words decide. So how much words count follows from the question and the collection, and need not be chosen.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from knowledge.lexicon import stem, words
from knowledge.types import Chunk, Document, Passage, Query, Scores, Section, Window


@dataclass(frozen=True, slots=True)
class Fusion:
    """What counts how much beside the cosine to the question.

    `lexical`: BM25 divided by the square root of the sum of its words' idf. `likeness`: the cosine to the best few.
    """

    lexical: float
    likeness: float

    def lexical_scale(self, weights: Mapping[str, float]) -> float:
        """What a BM25 score is multiplied by to stand beside a cosine, for a question's stems and their idf."""
        return self.lexical / math.sqrt(max(sum(weights.values()), 1.0))


FUSION = Fusion(lexical=0.065, likeness=0.35)
"""Fitted by `evals/fit_fusion.py` on the even queries of Cranfield, StackFAQ, SciFact (train), SQuAD (dev), MTRAG."""

EXACT_BONUS = 0.5
"""What a passage gains that holds every code of the query, where the best score is 1: a code is no matter of taste."""
DEFINITION_BONUS = 0.25
"""What a passage gains besides whose table explains a code of the query: others may only mention it."""
PREFERRED_BONUS = 0.04
"""What a passage of a preferred collection gains: enough for near ties, not for a worse answer."""
CITED_BONUS = 0.4
"""What a passage gains of a section that the last answer quoted, when a follow-up is searched; less where only the
chapter or the document is the same. Of 0, 0.2, 0.4 and 0.6 it answers most of the `tune` conversations of the suite
follow-ups (0.65, 0.67, 0.70 and 0.70 when told which turns lean on others)."""
LEAST = 0.9
"""The cosine taken for a window that is not among the nearest, as a share of the least of theirs, until it is read."""
FIRST_FEW = 5
SHARPNESS = 10.0
"""How much more the best of the first few count: e times for every tenth of score between them."""
HEADINGS = 3
"""How many times a word of a passage's title and headings counts."""
K1, B = 1.2, 0.75  # of BM25 (Robertson and Zaragoza, 2009), as SQLite has them

_Numbers = NDArray[np.float64]
_Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that is searched for, its share in the score, and what each channel found: window id → score.

    `weights` are the idf of its stems. Cosines and BM25 scores are raw; exact ones are the share of codes held.
    `defined` are the ids of the table rows that explain its codes.
    """

    share: float
    vector: _Vectors
    weights: Mapping[str, float]
    dense: Mapping[str, float]
    lexical: Mapping[str, float]
    exact: Mapping[str, float]
    defined: frozenset[str]


@dataclass(slots=True)
class Candidate:
    """A passage that some channel found. `windows` are its best for each text, `worded` its best BM25 scores."""

    chunk_id: str
    worded: list[float]
    windows: list[str] = field(default_factory=list[str])
    exact: float = 0.0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Read:
    """A candidate with what is in it. `vectors`, shape (windows, dimension), are those of `windows`."""

    candidate: Candidate
    chunk: Chunk
    document: Document
    windows: Sequence[Window]
    vectors: _Vectors


def shortlist(asked: Sequence[Asked], chunk_of: Mapping[str, str], most: int, fusion: Fusion) -> list[Candidate]:
    """The passages that are worth reading, at most `most`, best first by what the channels say of their windows.

    `chunk_of` names the passage of each window; windows that are not in it are left out.
    """
    found: dict[str, Candidate] = {}
    for n, one in enumerate(asked):
        least = LEAST * min(one.dense.values(), default=0.0)
        scale = fusion.lexical_scale(one.weights)
        dense, lexical, exact = (_best(scores, chunk_of) for scores in (one.dense, one.lexical, one.exact))
        for chunk_id in {*dense, *lexical, *exact}:
            near, worded, held = dense.get(chunk_id), lexical.get(chunk_id), exact.get(chunk_id)
            candidate = found.setdefault(chunk_id, Candidate(chunk_id, [0.0] * len(asked)))
            if best := near or worded or held:
                candidate.windows.append(best[1])
            score = near[0] - least if near else 0.0
            if worded:
                candidate.worded[n] = worded[0]
                score += scale * worded[0]
            if held:
                candidate.exact += one.share * held[0]
                score += EXACT_BONUS * held[0]
            candidate.score += one.share * score
    return sorted(found.values(), key=lambda candidate: (-candidate.score, candidate.chunk_id))[:most]


def _best(scores: Mapping[str, float], chunk_of: Mapping[str, str]) -> dict[str, tuple[float, str]]:
    """For each passage, the score and id of its best window."""
    best: dict[str, tuple[float, str]] = {}
    for window_id, score in scores.items():
        chunk_id = chunk_of.get(window_id)
        if chunk_id is not None and (chunk_id not in best or score > best[chunk_id][0]):
            best[chunk_id] = score, window_id
    return best


def rank(query: Query, asked: Sequence[Asked], read: Sequence[Read], fusion: Fusion) -> tuple[list[Passage], float]:
    """The passages, best first, at most `query.limit`, and the share (0..1) of cosines in the best scores."""
    if not read:
        return [], 0.0
    shares = np.array([one.share for one in asked])
    questions = np.array([one.vector for one in asked])
    similar = [entry.vectors @ questions.T for entry in read]  # each (windows, texts)
    cosines = np.array([found.max(axis=0) for found in similar], dtype=np.float64)
    scales = np.array([fusion.lexical_scale(one.weights) for one in asked])
    # the words of the whole passage, or of its best window where that is a row among many
    worded = np.maximum(_bm25(asked, read), [entry.candidate.worded for entry in read]) * scales
    scores = (cosines + worded) @ shares
    scores += fusion.likeness * _likeness(scores, np.array([entry.vectors[0] for entry in read]))
    scores /= max(float(scores.max()), 1e-6)
    scores += EXACT_BONUS * np.array([entry.candidate.exact for entry in read])
    defined = frozenset[str]().union(*(one.defined for one in asked))
    scores += DEFINITION_BONUS * np.array([any(s.id in defined for s in entry.chunk.blocks) for entry in read])
    scores += PREFERRED_BONUS * np.array([entry.document.collection in query.prefer for entry in read])
    scores += CITED_BONUS * np.array([_nearness(entry, query.cited) for entry in read])
    near, said = (cosines @ shares), (worded @ shares)
    best_near, best_said = max(float(near.max()), 1e-6), max(float(said.max()), 1e-6)
    passages = [
        Passage(
            read[n].chunk,
            read[n].document,
            Scores(
                fused=float(scores[n]),
                dense=max(float(near[n]) / best_near, 0.0),
                lexical=float(said[n]) / best_said if said[n] > 0 else None,
                exact=min(read[n].candidate.exact, 1.0) or None,
                cosine=float(cosines[n].max()),
            ),
            read[n].windows[int((similar[n] @ shares).argmax())].text,
        )
        for n in sorted(range(len(read)), key=lambda n: (-scores[n], read[n].chunk.id))[: query.limit]
    ]
    return passages, best_near / (best_near + best_said)


def _nearness(entry: Read, cited: Sequence[Section]) -> float:
    """How near a passage stands to the nearest of some sections: 1 within it, 0 in another document, else the share of
    its headings, the document for one, that they have in common."""
    nearest, path = 0.0, entry.chunk.heading_path
    for document_id, headings in cited:
        if document_id == entry.document.id:
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, headings, strict=False)))
            nearest = max(nearest, (1 + shared) / (1 + len(headings)))
    return nearest


def _likeness(scores: _Numbers, vectors: _Vectors) -> _Numbers:
    """The cosine of each passage's vector, shape (n, dimension), to the mean of the best few, shape (n,).

    Feedback from the first results (Rocchio, 1971), kept to the passages at hand: what means the same as those that fit
    best is likely to answer too.
    """
    best = np.argsort(-scores, kind="stable")[:FIRST_FEW]
    centre = np.exp(SHARPNESS * (scores[best] - scores[best[0]])) @ vectors[best]
    return vectors @ (centre / max(float(np.linalg.norm(centre)), 1e-9))


# --- words ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text as BM25 sees them: stem → how often, and how many there are."""

    counts: Mapping[str, int]
    length: int


@lru_cache(maxsize=4_000)  # a few KB each; the same passages are looked at again and again
def _words(text: str) -> _Words:
    found = words(text)
    counts: dict[str, int] = {}
    for word, count in Counter(found).items():
        counts[stem(word)] = counts.get(stem(word), 0) + count
    return _Words(counts, len(found))


def idf(count: int, total: int) -> float:
    """What a word is worth that stands in `count` of `total` texts; 0 or more."""
    count = min(count, total)
    return math.log(1 + (total - count + 0.5) / (count + 0.5))


def _bm25(asked: Sequence[Asked], read: Sequence[Read]) -> _Numbers:
    """The BM25 scores of whole passages with their headings, shape (passages, texts).

    Their own mean length is taken for the collection's.
    """
    pairs = [(_words(_headings(entry)), _words(_body(entry.chunk))) for entry in read]
    lengths = np.array([HEADINGS * head.length + body.length for head, body in pairs], dtype=np.float64)
    saturation = K1 * (1 - B + B * lengths / max(float(lengths.mean()), 1.0))
    scores = np.zeros((len(read), len(asked)))
    for word in {word for one in asked for word in one.weights}:
        count = np.array([HEADINGS * head.counts.get(word, 0) + body.counts.get(word, 0) for head, body in pairs])
        part = count * (K1 + 1) / (count + saturation)
        for n, one in enumerate(asked):
            scores[:, n] += one.weights.get(word, 0.0) * part
    return scores


def _headings(entry: Read) -> str:
    return " ".join(dict.fromkeys([entry.document.title, *entry.chunk.heading_path]))


def _body(chunk: Chunk) -> str:
    names: Iterable[str] = (name for stored in chunk.blocks for name in (stored.block.table, *stored.block.header))
    return " ".join([*dict.fromkeys(names), chunk.text])
