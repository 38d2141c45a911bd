"""The router's classifier: which specialist a question is for, how sure that is, and whether it is anybody's.

Kernel logistic regression over sentence embeddings and hashed words (`agents/regression.py`), fitted on the
specialists' own example questions and on their names; a label of few examples is helped by the words that tell it
(`agents/telling_words.py`). Questions about the wide world (`agents/background.py`) are one more class, so that
"nobody" is a calibrated answer. Where there are none, a question is nobody's when the energy of its logits (their
logsumexp; Liu et al., 2020) is lower than that of nearly all examples held out.

Accuracy, calibration and strangers are measured on public sets by `linelead eval bench`; the constants here and in
`agents/regression.py` were chosen with its `--tune`, on a fifth held out of their training parts.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, astuple, dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from agents import regression
from agents.regression import (
    LANDMARKS,
    NEARNESSES,
    Regression,
    Vectors,
    Weights,
    landmarks_among,
    nearness,
    threads_for,
)
from agents.telling_words import ERRORS, FEW, TellingWords, lift, telling_words

Embed = Callable[[Sequence[str]], Vectors]
"""Texts to vectors of unit length, (n, dimension)."""

NOBODY = "none"
"""The label of a question that is no specialist's."""

FOLDS = 5
HELD_OUT = 500
"""Held-out examples that are enough to calibrate by; folds are fitted until there are as many."""
STRANGE = 0.06
"""Share of held-out examples (0..1) whose energy is too low to be known: what that refuses of good questions."""
STEEPNESS = 12.0
"""How fast the doubt about a stranger grows below that energy, in units of its distance to the median."""
MEASURED_BY = 50
"""Held-out examples of a label that are enough for it to weigh as much as any other in the calibration: by five that
are hard to tell apart from hundreds, all would be judged less sure than they are. With a specialist of five added the
log loss of the suite routing's `tune` questions is 0.28 where all weigh the same, and 0.19 with 20 or 50."""
STATE_VERSION = 7

SURE = 0.55
"""Probability (0..1) from which a pick stands without a second opinion."""
IN_SCOPE = 0.5
"""Probability that a question is some specialist's, under which it is nobody's."""


@dataclass(frozen=True, slots=True)
class Method:
    """How the words of a text become features, and what NOBODY's examples weigh.

    A text's words, pairs of words and pieces of `piece` letters (0: none) are counted in `word_buckets`. `words_length`
    is the length of that part beside the unit-length embedding: below 1 the embedding leads, and words decide near
    ties. NOBODY's examples are `nobodys_share` (0..1) of the weight of all, or weigh as much as any label's when None.
    """

    word_buckets: int = 2048
    words_length: float = 0.6
    piece: int = 0
    nobodys_share: float | None = None


ROUTING = Method()
"""What questions are routed by."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a question goes. `route` is None when it is nobody's; `probabilities` sum to 1 with NOBODY among them.

    `confidence` is the probability of `route`, or of NOBODY when it is None. `sure` tells whether a second opinion is
    worth asking for. `nearest` is the example most like the question among those of the most probable label.
    """

    route: str | None
    confidence: float
    probabilities: Mapping[str, float]
    sure: bool
    reason: str
    nearest: str = ""

    @property
    def best(self) -> str:
        """The most probable specialist, also when the question is probably nobody's."""
        return max((label for label in self.probabilities if label != NOBODY), key=lambda x: self.probabilities[x])


@dataclass(frozen=True, slots=True)
class Calibration:
    """How logits become probabilities, learned on examples held out of the fit.

    Logits are divided by `temperature`; the log-odds of the most probable label then become `slope * log-odds + offset`
    (Platt, 1999), because few examples leave the low ones too low and the high ones too high. Energies below `strange`
    are strangers'; `spread` is how far that is under the median of the known.
    """

    temperature: float = 1.0
    slope: float = 1.0
    offset: float = 0.0
    strange: float = -np.inf
    spread: float = 1.0

    def probabilities(self, logits: Vectors) -> NDArray[np.float64]:
        """Probability of each label, (labels,), given that the question is for one; the most probable stays so."""
        found = _softmax(logits / self.temperature)
        if len(found) > 1:
            second, first = np.sort(found)[-2:]
            confidence = float(_sigmoid(self.slope * _log_odds(first) + self.offset))
            confidence = max(confidence, float(second / (1 - first + second)))
            top = found.argmax()
            found *= (1 - confidence) / max(1 - first, 1e-9)
            found[top] = confidence
        return found / found.sum()

    def strangeness(self, logits: Vectors) -> float:
        """Probability that a question is like none of the examples, whatever their labels."""
        return float(_sigmoid(STEEPNESS * (self.strange - _energy(logits)) / self.spread))


@dataclass(frozen=True)
class Classifier:
    """A fitted classifier: a few matrices, the same for the same examples."""

    labels: tuple[str, ...]
    landmarks: Vectors  # (at most regression.LANDMARKS, dimension)
    weights: Weights
    idf: Vectors  # (method.word_buckets,)
    telling: TellingWords
    method: Method
    calibration: Calibration
    examples: NDArray[np.float16]  # only to explain by
    example_texts: tuple[str, ...]
    example_labels: tuple[str, ...]

    @classmethod
    def fit(cls, examples: Mapping[str, Sequence[str]], embed: Embed, method: Method = ROUTING) -> Classifier:
        """Fits on examples by label; a label's name counts as one more. NOBODY's examples are those of no label.

        Deterministic. Every label weighs the same, however many examples it has (but see `Method`).
        """
        return Fitting(examples, embed, method).classifier()

    def logits(self, text: str, vector: Vectors) -> Vectors:
        """The logit of each label, in the order of `labels`."""
        words = _word_weights(_word_counts(text, self.method), self.idf, self.method)
        found = nearness(vector[None, :], self.landmarks)[0] @ self.weights.landmarks + self.weights.bias
        if words:
            found += np.array(list(words.values()), dtype=np.float32) @ self.weights.words[list(words)]
        for label, value in lift(text, self.telling).items():
            found[label] += value
        return found

    def probabilities(self, text: str, vector: Vectors) -> dict[str, float]:
        """Calibrated probability of each label, NOBODY included."""
        logits = self.logits(text, vector)
        found = dict(zip(self.labels, self.calibration.probabilities(logits).tolist(), strict=True))
        if NOBODY not in found:
            strangeness = self.calibration.strangeness(logits)
            found = {label: p * (1 - strangeness) for label, p in found.items()} | {NOBODY: strangeness}
        return found

    def decide(self, text: str, vector: Vectors) -> Decision:
        """The decision for a text and its embedding of unit length."""
        probabilities = self.probabilities(text, vector)
        best = max((label for label in probabilities if label != NOBODY), key=lambda label: probabilities[label])
        nobody = probabilities[NOBODY]
        is_nobodys = 1 - nobody < IN_SCOPE
        label = NOBODY if is_nobodys and NOBODY in self.labels else best
        nearest = self._nearest(label, vector)
        like = f"like “{nearest}” ({label})"
        if is_nobodys:
            return Decision(None, nobody, probabilities, nobody >= SURE, f"no specialist's subject; {like}", nearest)
        confidence = probabilities[best]
        reason = f"{best} {confidence:.0%}; {like}"
        return Decision(best, confidence, probabilities, confidence >= SURE, reason, nearest)

    @cached_property
    def _known(self) -> Mapping[str, tuple[list[str], Vectors]]:
        """The examples of each label and their vectors, (n, dimension). Made once: it takes longer than to decide."""
        rows: dict[str, list[int]] = {}
        for row, label in enumerate(self.example_labels):
            rows.setdefault(label, []).append(row)
        return {
            label: ([self.example_texts[row] for row in own], self.examples[own].astype(np.float32))
            for label, own in rows.items()
        }

    def _nearest(self, label: str, vector: Vectors) -> str:
        texts, vectors = self._known[label]
        return texts[int((vectors @ vector).argmax())]

    def to_bytes(self) -> bytes:
        """The state as a NumPy archive, without pickles."""
        buffer = io.BytesIO()
        told = [self.labels, self.example_texts, self.example_labels, asdict(self.method), self.telling]
        np.savez_compressed(
            buffer,
            landmarks=self.landmarks,
            by_landmark=self.weights.landmarks,
            by_word=self.weights.words,
            bias=self.weights.bias,
            idf=self.idf,
            calibration=np.array(astuple(self.calibration)),
            examples=self.examples,
            names=np.frombuffer(json.dumps(told).encode(), dtype=np.uint8),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Classifier:
        """The classifier of `to_bytes`. Raises ValueError, KeyError, OSError or BadZipFile for anything else."""
        with np.load(io.BytesIO(data), allow_pickle=False) as state:
            labels, texts, named, method, telling = json.loads(state["names"].tobytes().decode())
            return cls(
                tuple(labels),
                state["landmarks"],
                Weights(state["by_landmark"], state["by_word"], state["bias"]),
                state["idf"],
                {word: [(label, value) for label, value in lifted] for word, lifted in telling.items()},
                Method(**method),
                Calibration(*state["calibration"].tolist()),
                state["examples"],
                tuple(texts),
                tuple(named),
            )


class Fitting:
    """The fitting of one set of examples, of which the classifier is made and its cross-validation: what both need is
    computed once. Takes tens of megabytes: keep the classifier, not this.
    """

    def __init__(self, examples: Mapping[str, Sequence[str]], embed: Embed, method: Method = ROUTING) -> None:
        self._known = known = _Examples.of(examples, embed, method)
        self._folds = known.folds()
        self._held_out: dict[int, Vectors] = {}
        with self._threads():
            self._regression = known.regression()

    def classifier(self) -> Classifier:
        """What `Classifier.fit` gives."""
        known = self._known
        with self._threads():
            calibration = self._calibration()
            weights = self._regression.fit()
        kept, named = known.vectors[: len(known.texts)].astype(np.float16), known.labels_of_texts
        telling = telling_words(known.spoken, known.targets)
        return Classifier(
            known.labels,
            known.landmarks,
            weights,
            known.idf,
            telling,
            known.method,
            calibration,
            kept,
            known.texts,
            named,
        )

    def held_out(self) -> list[tuple[str, str]]:
        """The label of every example and the one that is most probable for it when it is not learned from: FOLDS-fold
        cross-validation. An example that is its label's only one is left out.
        """
        labels, found = self._known.labels, list[tuple[str, str]]()
        with self._threads():
            for number, part in enumerate(self._folds):
                right: list[int] = self._known.targets[part].tolist()
                got: list[int] = self._logits(number).argmax(axis=1).tolist()
                found.extend((labels[one], labels[other]) for one, other in zip(right, got, strict=True))
        return found

    def _calibration(self) -> Calibration:
        """The calibration on as many folds, held out, as have HELD_OUT texts; none without texts to hold out."""
        numbers: list[int] = []
        for number in range(len(self._folds)):
            if sum(len(self._folds[used]) for used in numbers) < HELD_OUT:
                numbers.append(number)
        if not numbers:
            return Calibration()
        rows = np.concatenate([self._folds[number] for number in numbers])
        logits = np.concatenate([self._logits(number) for number in numbers])
        targets, importance = self._known.targets[rows], self._known.importance[rows]
        of_label = np.bincount(targets)[targets]
        return _calibrated(logits, targets, importance * np.minimum(of_label / MEASURED_BY, 1.0).astype(np.float32))

    def _logits(self, number: int) -> Vectors:
        """The logits of a fold's texts, held out."""
        if number not in self._held_out:
            known, rows = self._known, self._folds[number]
            logits = self._regression.held_out(rows)
            telling = telling_words(known.spoken, known.targets, but=rows.tolist())
            for at, row in enumerate(rows.tolist() if telling else ()):
                for label, value in lift(known.spoken[row], telling).items():
                    logits[at, label] += value
            self._held_out[number] = logits
        return self._held_out[number]

    def _threads(self) -> AbstractContextManager[object]:
        return threads_for(len(self._known.targets), len(self._known.labels))


def fingerprint(examples: Mapping[str, Sequence[str]], embedder_name: str, method: Method = ROUTING) -> str:
    """A name for the fitted state: the same for the same examples, embedder and method."""
    shape = [regression.SHARPNESS, regression.SHRINKING, LANDMARKS, NEARNESSES, ERRORS, FEW, MEASURED_BY]
    made = [STATE_VERSION, *astuple(method), STRANGE, STEEPNESS, *shape]
    content = json.dumps([made, embedder_name, {k: list(v) for k, v in sorted(examples.items())}])
    return hashlib.blake2b(content.encode(), digest_size=12).hexdigest()


# --- words ------------------------------------------------------------------------------------------------------------


def _word_counts(text: str, method: Method) -> Counter[int]:
    """How often each bucket holds a word, two words in a row, or a piece of one, of a text's first 2,000 characters."""
    words = re.findall(r"[\w']+", text.lower()[:2000])
    found = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
    if method.piece:
        # with a mark at both ends: a piece at the end of a word is not one within it
        ended = [f"#{word}#" for word in words]
        found += [f"{word[at : at + method.piece]}…" for word in ended for at in range(len(word) - method.piece + 1)]
    return Counter(zlib.crc32(feature.encode()) % method.word_buckets for feature in found)


def _word_weights(counts: Mapping[int, int], idf: Vectors, method: Method) -> dict[int, float]:
    weighted = {bucket: count**0.5 * float(idf[bucket]) for bucket, count in counts.items()}
    length = sum(value * value for value in weighted.values()) ** 0.5
    return {bucket: method.words_length * value / length for bucket, value in weighted.items()}


@dataclass(frozen=True)
class _Examples:
    """Examples as they are fitted: `spoken` are the texts, then the names of the labels but NOBODY, each a row of
    `vectors`, `words`, `targets` and `importance`."""

    labels: tuple[str, ...]
    texts: tuple[str, ...]
    spoken: Sequence[str]
    vectors: Vectors
    landmarks: Vectors
    words: list[dict[int, float]]
    idf: Vectors
    targets: NDArray[np.int64]
    importance: Vectors
    method: Method

    @classmethod
    def of(cls, examples: Mapping[str, Sequence[str]], embed: Embed, method: Method) -> _Examples:
        labels = tuple(sorted(examples))
        texts = tuple(text for label in labels for text in examples[label])
        of_names = [label for label in labels if label != NOBODY]
        spoken = [*texts, *(re.sub(r"[_-]+", " ", label).lower() for label in of_names)]
        named = [label for label in labels for _ in examples[label]]
        targets = np.array([labels.index(label) for label in (*named, *of_names)])
        vectors = embed(spoken).astype(np.float32)
        counts = [_word_counts(text, method) for text in spoken]
        seen = np.bincount([bucket for found in counts for bucket in found], minlength=method.word_buckets)
        idf = (np.log((1 + len(spoken)) / (1 + seen)) + 1).astype(np.float32)
        words = [_word_weights(found, idf, method) for found in counts]
        shares = np.full(len(labels), 1 / len(labels))
        if method.nobodys_share is not None and len(labels) > 1:
            shares = np.full(len(labels), (1 - method.nobodys_share) / (len(labels) - 1))
            shares[labels.index(NOBODY)] = method.nobodys_share
        importance = (len(spoken) * shares / np.bincount(targets))[targets].astype(np.float32)
        return cls(labels, texts, spoken, vectors, landmarks_among(vectors), words, idf, targets, importance, method)

    @property
    def labels_of_texts(self) -> tuple[str, ...]:
        targets: list[int] = self.targets[: len(self.texts)].tolist()
        return tuple(self.labels[target] for target in targets)

    def regression(self) -> Regression:
        buckets = self.method.word_buckets
        return Regression(self.vectors, self.landmarks, self.words, buckets, self.targets, self.importance)

    def folds(self) -> list[NDArray[np.int64]]:
        """The rows of the texts in FOLDS parts, each label's spread evenly; a label's only one is in none."""
        fold = np.full(len(self.targets), -1)
        chance = np.random.default_rng(1)
        for label in np.unique(self.targets):
            own = chance.permutation(np.flatnonzero(self.targets[: len(self.texts)] == label))
            if len(own) > 1:
                fold[own] = (np.arange(len(own)) + chance.integers(FOLDS)) % FOLDS
        parts = [np.flatnonzero(fold == number) for number in range(FOLDS)]
        return [part for part in parts if len(part)]


# --- calibration ------------------------------------------------------------------------------------------------------


def _calibrated(logits: Vectors, right: NDArray[np.int64], importance: Vectors) -> Calibration:
    """The calibration on texts held out: their logits, their labels and what they weigh."""
    share = (importance / importance.sum()).astype(np.float64)
    grid = np.geomspace(0.05, 4.0, 90)
    temperature = float(grid[np.argmin([_log_loss(logits / t, right, share) for t in grid])])
    found = _softmax(logits / temperature)
    slope, offset = _platt(_log_odds(found.max(axis=1)), found.argmax(axis=1) == right, share * len(right))
    energies = _energy(logits)
    rising = np.argsort(energies)
    below = np.cumsum(share[rising])
    strange, median = (float(energies[rising[np.searchsorted(below, at)]]) for at in (STRANGE, 0.5))
    return Calibration(temperature, slope, offset, strange, max(median - strange, 1e-6))


def _platt(
    log_odds: NDArray[np.float64], is_right: NDArray[np.bool_], importance: NDArray[np.float64]
) -> tuple[float, float]:
    """Slope and offset of the log-odds of being right, by Newton's method; the prior, (1, 0), weighs two questions."""
    features = np.stack([log_odds, np.ones_like(log_odds)], axis=1)
    prior = np.array([1.0, 0.0])
    found = prior.copy()
    for _ in range(20):
        p = _sigmoid(features @ found)
        slope = features.T @ (importance * (p - is_right)) + 2 * (found - prior)
        curvature = (features * (importance * p * (1 - p))[:, None]).T @ features + 2 * np.eye(2)
        found = found - np.linalg.solve(curvature, slope)
    return max(float(found[0]), 0.05), float(found[1])


def _energy(logits: Vectors) -> NDArray[np.float64]:
    top = logits.max(axis=-1, keepdims=True)
    return np.asarray(top[..., 0] + np.log(np.exp(logits - top).sum(axis=-1)), dtype=np.float64)


def _softmax(logits: Vectors) -> NDArray[np.float64]:
    odds = np.exp((logits - logits.max(axis=-1, keepdims=True)).astype(np.float64))
    return odds / odds.sum(axis=-1, keepdims=True)


def _log_loss(logits: Vectors, targets: NDArray[np.int64], share: NDArray[np.float64]) -> float:
    return float(share @ (_energy(logits) - logits[np.arange(len(targets)), targets]))


def _log_odds(p: NDArray[np.float64]) -> NDArray[np.float64]:
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return np.log(p) - np.log1p(-p)


def _sigmoid(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(x, -20, 20)))
