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

from knowledge.lexicon import content_words, words

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

CERTAIN = 2.0
"""Suspicion (logit) from which even a step or a warning is taken for planted: of 10,000 benign spans that were not
fitted on, five are above it, none of them an order."""

_AUXILIARY = "is|are|was|were|am|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would"
_ASKING = frozenset([*"what who whom whose where when why which how".split(), *_AUXILIARY.split("|")])
_QUESTION = re.compile(
    rf"^\W*(?:(?:what|which|whose|how)\b(?:\W+\w+){{0,2}}?\W+(?:{_AUXILIARY}|to)\b|"
    rf"(?:when|where|why|who|whom)\W+(?:{_AUXILIARY}|to)\b|(?:{_AUXILIARY})\W+(?:i|we|you|it|they|there|the|an?|this)\b)",
    re.IGNORECASE,
)
"""How questions begin that may lack their question mark."""
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
def fitted(path: Path = WEIGHTS) -> Weights:
    """The weights of a file that comes with the product."""
    with np.load(path) as stored:
        table = np.zeros(1 << BITS, dtype=np.float32)
        table[np.cumsum(stored["steps"], dtype=np.int64)] = stored["values"]
        return Weights(table, float(stored["bias"]), stored["context"].astype(np.float64))


def suspicions(spans: Sequence[str], question: str = "") -> list[float]:
    """How much each span of a section, in its order, looks planted: a logit, above 0 when it is taken for it.

    `question` is what the spans are to answer, if anything.
    """
    weights = fitted().context
    return [float(row @ weights[:-1] + weights[-1]) for row in context(spans, question)]


def are_planted(spans: Sequence[str], question: str = "") -> list[bool]:
    """Which spans of a section, in its order, are planted."""
    return [suspicion > 0 for suspicion in suspicions(spans, question)]


def echoes(text: str, question: str) -> bool:
    """Whether a text says a question word for word, or its telling words in a row as nobody writes them.

    A statement that is asked about ("The drum holds 12 liters?") is confirmed by a text that says it, not echoed.
    """
    if _is_statement(question):
        return False
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


def is_no_answer(text: str, question: str) -> bool:
    """Whether a text is the question over again, or a name for what it asks about.

    A sentence that states what it says is an answer even when all of its words are the question's.
    """
    says_no_more = frozenset(_words(question)).issuperset(_words(text))
    if is_question(text):
        return says_no_more or (text.endswith("?") and echoes(text, question))
    return says_no_more and not _states(text)


def is_question(text: str) -> bool:
    """Whether a text is a question, with a question mark or without."""
    return text.rstrip().endswith("?") or _QUESTION.match(text) is not None


# --- one span ---------------------------------------------------------------------------------------------------------


def score(text: str, weights: Weights | None = None) -> float:
    """How much a text, or the worst of its clauses, looks planted: a logit within LOWEST..HIGHEST."""
    return _remembered(text) if weights is None else _score(text, weights)


@lru_cache(maxsize=16384)  # the same passages come again and again
def _remembered(text: str) -> float:
    return _score(text, fitted())


def _score(text: str, weights: Weights) -> float:
    best = LOWEST
    for ids in parts(text):
        found = indices(ids)
        best = max(best, weights.bias + float(weights.table[found].sum()) / len(found) ** 0.5)
    return min(best, HIGHEST)


def parts(text: str) -> list[Ids]:
    """The words of a text, (2, words): as ids, and again with their classes' in place of theirs; then those of each of
    its clauses, when it has several. Empty without a word."""
    tokens = _TOKEN.findall(text.replace("’", "'").replace(" - ", " – "))[:LONGEST]
    if not tokens:
        return []
    ids = np.array([_ids(token) for token in tokens], dtype=np.uint64).T
    breaks = [at for at, token in enumerate(tokens) if token in _SEPARATORS]
    clauses = [
        ids[:, start:end]
        for start, end in zip((0, *(at + 1 for at in breaks)), (*breaks, len(tokens)), strict=True)
        if CLAUSE_WORDS <= end - start < len(tokens) - 1
    ]
    return [ids, *clauses]


def indices(ids: Ids) -> Indices:
    """Which weights the words of a text or clause take part in: each word, pair, pair with one between, the first and
    the last, and all but these with classes in place of their words. Some may be named twice."""
    bounded = np.empty((2, ids.shape[1] + 2), dtype=np.uint64)
    bounded[:, 0], bounded[:, 1:-1], bounded[:, -1] = _START, ids, _END
    pairs = bounded[:, :-1] * _PAIR + bounded[:, 1:]
    apart = ids[:, :-2] * _APART + ids[:, 2:]
    found = [ids[0], pairs[0], apart[0], ids[0, :1] * _FIRST, ids[0, -1:] * _LAST, pairs[0, 1:-1][:1] * _FIRST]
    classed = bounded[0] != bounded[1]
    if classed.any():
        inner = classed[1:-1]
        found.append(ids[1, inner] ^ _CLASSED)
        found.append(pairs[1, classed[:-1] | classed[1:]] ^ _CLASSED)
        found.append(apart[1, inner[:-2] | inner[2:]] ^ _CLASSED)
    hashed = np.concatenate(found)
    mixed = hashed ^ (hashed >> np.uint64(29)) ^ (hashed >> np.uint64(15))
    return (mixed & np.uint64((1 << BITS) - 1)).astype(np.int64)


@lru_cache(maxsize=65536)
def _ids(token: str) -> tuple[int, int]:
    """The id of a word, and that of its class, or the same again when it has none."""
    word = "0" if token[0].isdigit() else token.lower()
    own = _hash(word)
    return own, _hash(f"<{_classes()[word]}>") if word in _classes() else own


def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, words in _CLASSES.items() for word in words.split()}


_START, _END = _hash("^"), _hash("$")


# --- its section ------------------------------------------------------------------------------------------------------


def context(spans: Sequence[str], question: str = "", weights: Weights | None = None) -> NDArray[np.float64]:
    """What each span of a section is judged by, (spans, 3).

    Its score, or that of what is left without the question when it echoes it; how far the higher of its neighbours'
    is above UNSUSPECTED, for a span that is a question (what follows is said to answer it); and whether it echoes what
    is asked (0 or 1). Of what the question says whole nothing is left to suspect.
    """
    said = [echoes(text, question) for text in spans]
    left = [without(text, question) if is_said else text for text, is_said in zip(spans, said, strict=True)]
    echoed = [is_said and bool(_words(rest)) for rest, is_said in zip(left, said, strict=True)]
    scores = [score(rest, weights) if _words(rest) else LOWEST for rest in left]
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
    for are_asked, group in groupby(text.split(), key=lambda word: set(_words(word)) <= asked):
        run = list(group)
        left.extend(run if not are_asked or len(run) < RUN - 1 else ["."])
    return " ".join(left)


def _words(text: str) -> list[str]:
    return words(text)[:LONGEST]


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of RUN words of a text."""
    said = _words(text)
    return frozenset(tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def _opening(question: str) -> tuple[str, ...]:
    """The words that a question begins with: they make it one, so a text that answers hardly has them."""
    return tuple(_words(question)[:RUN])


def _is_statement(question: str) -> bool:
    """Whether a question is a statement with a question mark: no word of its beginning asks."""
    return question.rstrip().endswith("?") and not _ASKING.intersection(_opening(question))


def _states(text: str) -> bool:
    """Whether a text is more than a name: it has small words, or a number."""
    said = _words(text)
    return (len(said) > RUN - 1 and any(word.isdigit() for word in said)) or len(content_words(text)) < len(said)


@lru_cache(maxsize=512)
def _telling(question: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """A question's telling words, and the pairs of words that stand together in it."""
    said = _words(question)
    return frozenset(content_words(question)) & frozenset(said), frozenset(pairwise(said))
