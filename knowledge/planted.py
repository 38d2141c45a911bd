"""Text planted in a document to steer a model, or to be quoted as an answer: recognised span by span, never quoted.

A span is judged as a whole and clause by clause, since what is planted often has the words of a question around it.
Hashed words, pairs of words and classes of words (`_CLASSES`) have weights of a logistic regression; the highest score
counts. Then its section is looked at: a question beside a planted span needs less to be suspected, and so does a span
that says the asked question word for word, which is judged by what it says beside. Steps, warnings and orders to the
crew are no plants: what is looked for is a register that the document does not have. `evals/fit_planted.py` makes
`planted.npz` and says how it does.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise
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
ECHO, FULL_ECHO = 0.5, 0.8
"""Shares of the question's runs from which a span echoes it, with and without the words it begins with."""
ROW = 3
"""Telling words of the question in a row, not all of which stand together in it, that echo it too."""

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
    runs = _runs(question)
    said = len(runs & _runs(text))
    if runs and said >= (ECHO if _opening(question) in _runs(text) else FULL_ECHO) * len(runs):
        return True
    telling, together = _telling(question)
    for are_told, group in groupby(_words(text), key=telling.__contains__):
        row = list(group)
        if are_told and len(row) >= max(ROW, ECHO * len(telling)) and not together.issuperset(pairwise(row)):
            return True
    return False


def says_nothing_else(text: str, question: str) -> bool:
    """Whether all words of a text are a question's: whatever it is, it is no answer."""
    return frozenset(_words(question)).issuperset(_words(text))


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

    Its score, or that of what is left without the question when it echoes it; how far the higher of its neighbours'
    is above UNSUSPECTED, for a span that is a question (what follows is said to answer it); and whether it echoes what
    is asked (0 or 1).
    """
    echoed = [echoes(text, question) for text in spans]
    scores = [score(without(text, question) if e else text, weights) for text, e in zip(spans, echoed, strict=True)]
    around = [UNSUSPECTED, *scores, UNSUSPECTED]
    rows: list[list[float]] = []
    for at, text in enumerate(spans):
        beside = max(around[at], around[at + 2], UNSUSPECTED) - UNSUSPECTED
        rows.append([scores[at], beside if text.rstrip().endswith("?") else 0.0, float(echoed[at])])
    return np.array(rows, dtype=np.float64).reshape(len(spans), 3)


def without(text: str, question: str) -> str:
    """A text without what it says of a question: runs of words that all are the question's, a period for each."""
    asked = frozenset(_words(question))
    left: list[str] = []
    for are_asked, words in groupby(text.split(), key=lambda word: set(_words(word)) <= asked):
        run = list(words)
        left.extend(run if not are_asked or len(run) < RUN - 1 else ["."])
    return " ".join(left)


def _words(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text.replace("’", "'"))[:LONGEST] if token[0].isalnum()]


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of RUN words of a text."""
    words = _words(text)
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _opening(question: str) -> tuple[str, ...]:
    """The words that a question begins with: they make it one, so a text that answers hardly has them."""
    return tuple(_words(question)[:RUN])


@lru_cache(maxsize=512)
def _telling(question: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """A question's telling words, and the pairs of words that stand together in it."""
    words = _words(question)
    return frozenset(content_words(question)) & frozenset(words), frozenset(pairwise(words))
