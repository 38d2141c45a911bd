"""Text planted in a document to steer a model, or to be quoted as an answer: recognised span by span, never quoted.

A span is judged as a whole and clause by clause, since what is planted often has the words of a question around it.
Hashed words, pairs of words and classes of words (`_CLASSES`) have weights of a logistic regression; the highest score
counts. Then its section is looked at: a question beside a planted span, and a span that says the asked question word for
word before it goes on, need less to be suspected. Steps, warnings and orders to the crew are no plants: what is looked for
is a register that the document does not have. `evals/fit_planted.py` makes `planted.npz` and says how it does.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.lexicon import content_words

Ids = NDArray[np.uint64]
Indices = NDArray[np.int64]

BITS = 18
"""Log2 of the number of weights: few of the 150,000 words and pairs of the fitting texts share one."""
WEIGHTS = Path(__file__).with_name("planted.npz")
CLAUSE_WORDS = 3
"""Words that a clause must have to be judged alone."""
LONGEST = 160
"""Words of a span that are looked at."""
LOWEST, HIGHEST = -8.0, 6.0
"""Bounds of a score: beyond them it says no more."""
UNSUSPECTED = -3.0
"""Score below which a neighbour says nothing."""
RUN = 4
"""Consecutive words of the question that, found in a span, are said after it."""
ECHO = 0.5
"""Share of the question's runs from which a span echoes it."""
TELEGRAM = 2
"""Pairs of its telling words, in a row though the question has other words between them, from which it does too."""

CERTAIN = 3.0
"""Suspicion (logit) from which even a step, a warning or a row is taken for planted."""

_TOKEN = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+|[^\w\s]")
_SEPARATORS = frozenset('.;:!?,()[]{}<>|"“”—–*#')
_CLASSES = {
    "RESPONSE": "answer answers response responses reply replies message messages output outputs",
    "MODEL": "assistant assistants ai chatbot chatbots bot bots gpt chatgpt llm models",
    "ORDERS": "instruction instructions prompt prompts rules guidelines directions policies restrictions commands "
    "orders",
    "SAY": "say tell print repeat display show respond state mention give reveal recite announce claim",
    "WRITE": "write compose draft create generate develop produce author",
    "EXPLAIN": "explain describe summarize summarise analyze analyse outline discuss compare recommend suggest "
    "translate classify determine evaluate identify interpret",
    "CHANGE": "replace convert render remove group combine modify enhance integrate augment include insert append",
    "OVERRIDE": "ignore disregard forget override bypass skip",
    "ASK": "what who whom whose where when why which how",
    "PERSONA": "persona character role pretend roleplay simulate imagine",
    "RULELESS": "unfiltered uncensored unethical amoral illegal immoral morals ethics ethical legality restrictions "
    "disclaimer disclaimers",
}
_PAIR, _APART, _FIRST, _LAST, _CLASSED = (
    np.uint64(number) for number in (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x5555555555)
)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: a weight for every hashed feature, their bias, and the weights of `context`, bias last.

    A span is planted when its context scores above 0.
    """

    table: NDArray[np.float32]
    bias: float
    context: NDArray[np.float64]


@cache
def fitted() -> Weights:
    """The weights that come with the product."""
    with np.load(WEIGHTS) as stored:
        table = np.zeros(1 << BITS, dtype=np.float32)
        table[np.cumsum(stored["steps"], dtype=np.int64)] = stored["values"]
        return Weights(table, float(stored["bias"]), stored["context"].astype(np.float64))


def suspicions(spans: Sequence[str], question: str = "") -> list[float]:
    """How much each span of a section, in its order, looks planted: a logit, above 0 when it is taken for it.

    `question` is what the spans are to answer, if anything.
    """
    return list(_suspicions(tuple(spans), question))


@lru_cache(maxsize=2048)  # the same passages come again and again
def _suspicions(spans: tuple[str, ...], question: str) -> tuple[float, ...]:
    weights = fitted()
    return tuple(float(row @ weights.context[:-1] + weights.context[-1]) for row in context(spans, question))


def are_planted(spans: Sequence[str], question: str = "") -> list[bool]:
    """Which spans of a section, in its order, are planted."""
    return [suspicion > 0 for suspicion in suspicions(spans, question)]


def is_planted(text: str, neighbours: Sequence[str] = ()) -> bool:
    """Whether a span is planted, given those that stand around it."""
    return are_planted([text, *neighbours])[0]


def echoes(text: str, question: str) -> bool:
    """Whether a text says a question word for word, or its telling words in a row as nobody writes them."""
    runs, telegram = _runs(question), _telegram(question)
    if runs and len(runs & _runs(text)) >= ECHO * len(runs):
        return True
    return len(telegram) >= TELEGRAM and len(telegram & _pairs_of(text)) >= max(TELEGRAM, ECHO * len(telegram))


# --- one span ---------------------------------------------------------------------------------------------------------


def score(text: str, weights: Weights | None = None) -> float:
    """How much a text, or the worst of its clauses, looks planted: a logit within LOWEST..HIGHEST."""
    weights = weights or fitted()
    best = LOWEST
    for ids in parts(text):
        found = indices(ids)
        best = max(best, weights.bias + float(weights.table[found].sum()) / len(found) ** 0.5)
    return min(best, HIGHEST)


def parts(text: str) -> list[Ids]:
    """The words of a text as ids, then those of each of its clauses when it has several. Empty without a word."""
    ids, breaks = _read(text)
    if not len(ids):
        return []
    clauses = [
        ids[start:end]
        for start, end in zip((0, *(at + 1 for at in breaks)), (*breaks, len(ids)), strict=True)
        if CLAUSE_WORDS <= end - start < len(ids) - 1
    ]
    return [ids, *clauses]


def indices(ids: Ids) -> Indices:
    """Which weights the words of a text or clause take part in: each word, pair, pair with one between, the first and
    the last, and all of these with classes in place of their words. Some may be named twice."""
    plain = _bounded(ids)
    classed = _bounded(np.array([_class_of(int(word)) for word in ids], dtype=np.uint64))
    other = plain != classed
    first = [ids[:1] * _FIRST, ids[-1:] * _LAST, (ids[:1] * _PAIR + ids[1:2]) * _FIRST if len(ids) > 1 else ids[:0]]
    found = [ids, _pairs(plain), _apart(ids), *first]
    if other.any():
        inner = other[1:-1]
        found.append(classed[other] ^ _CLASSED)
        found.append(_pairs(classed)[other[:-1] | other[1:]] ^ _CLASSED)
        found.append(_apart(classed[1:-1])[inner[:-2] | inner[2:]] ^ _CLASSED)
    hashed = np.concatenate(found)
    mixed = hashed ^ (hashed >> np.uint64(29)) ^ (hashed >> np.uint64(15))
    return (mixed & np.uint64((1 << BITS) - 1)).astype(np.int64)


def _pairs(ids: Ids) -> Ids:
    return ids[:-1] * _PAIR + ids[1:]


def _apart(ids: Ids) -> Ids:
    return ids[:-2] * _APART + ids[2:]


def _bounded(ids: Ids) -> Ids:
    return np.concatenate([[np.uint64(_id("^"))], ids, [np.uint64(_id("$"))]])


def _read(text: str) -> tuple[Ids, list[int]]:
    """The ids of a text's words and marks, and where clauses end: at marks, and before an order in capitals."""
    tokens = _TOKEN.findall(text.replace("’", "'").replace(" - ", " – "))[:LONGEST]
    breaks = [at for at, token in enumerate(tokens) if token in _SEPARATORS]
    return np.array([_id("0" if token[0].isdigit() else token.lower()) for token in tokens], dtype=np.uint64), breaks


@lru_cache(maxsize=65536)
def _id(word: str) -> int:
    return zlib.crc32(word.encode())


@cache
def _classes() -> dict[int, int]:
    return {_id(word): _id(f"<{name}>") for name, words in _CLASSES.items() for word in words.split()}


def _class_of(word: int) -> int:
    return _classes().get(word, word)


# --- its section ------------------------------------------------------------------------------------------------------


def context(spans: Sequence[str], question: str = "", weights: Weights | None = None) -> NDArray[np.float64]:
    """What each span of a section is judged by, (spans, 3).

    Its score; how far the higher of its neighbours' is above UNSUSPECTED, for a span that is a question (what follows
    is said to answer it); and whether it echoes what is asked (0 or 1).
    """
    scores = [score(text, weights) for text in spans]
    around = [UNSUSPECTED, *scores, UNSUSPECTED]
    rows: list[list[float]] = []
    for at, (text, own) in enumerate(zip(spans, scores, strict=True)):
        beside = max(around[at], around[at + 2], UNSUSPECTED) - UNSUSPECTED
        rows.append([own, beside if text.rstrip().endswith("?") else 0.0, float(echoes(text, question))])
    return np.array(rows, dtype=np.float64).reshape(len(spans), 3)


def _words(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text.replace("’", "'"))[:LONGEST] if token[0].isalnum()]


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of RUN words of a text."""
    words = _words(text)
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


@lru_cache(maxsize=4096)
def _pairs_of(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(_words(text)))


@lru_cache(maxsize=512)
def _telegram(question: str) -> frozenset[tuple[str, str]]:
    """The pairs that a question's telling words make once the words between them are left out."""
    telling = frozenset(content_words(question))
    return frozenset(pairwise(word for word in _words(question) if word in telling)) - _pairs_of(question)
