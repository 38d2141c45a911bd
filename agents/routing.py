"""The router's classifier: which specialist a question is for, how sure that is, and whether it is anybody's.

Multinomial logistic regression over sentence embeddings and hashed character n-grams, fitted on the specialists' own
example questions. Questions about the wide world (`agents/background.py`) are one more class, so that "nobody" is a
calibrated answer and not a threshold on how unsure the others are. Probabilities are calibrated by one temperature,
chosen by cross-validation on the examples.

Nearest-neighbour voting is weaker by 4 to 15 points at 5 to 20 examples a class (measured on CLINC150, BANKING77 and
HWU64); the character n-grams carry typos and codes that the embedding does not.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

NOBODY = "none"
"""The label of a question that is no specialist's."""

NGRAM_DIMENSIONS = 4096
NGRAM_LENGTHS = (3, 4, 5)
NGRAM_WEIGHT = 0.6
"""Length of the n-gram part beside the unit-length embedding: the embedding leads, spelling decides near ties."""
REGULARISATION = 12.0
"""scikit-learn's C: examples are few and the features of unit length, so little shrinking is needed."""
FOLDS = 5
STATE_VERSION = 3

SURE = 0.55
"""Probability (0..1) from which a pick stands without a second opinion."""
IN_SCOPE = 0.5
"""Probability that a question is some specialist's, under which it is nobody's."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a question goes. `route` is None when it is nobody's; `probabilities` sum to 1 with NOBODY among them.

    `confidence` is the probability of `route`, or of NOBODY when it is None. `sure` tells whether a second opinion is
    worth asking for. `nearest` is the example most like the question.
    """

    route: str | None
    confidence: float
    probabilities: Mapping[str, float]
    sure: bool
    reason: str
    nearest: str = ""


@dataclass(frozen=True)
class Classifier:
    """A fitted classifier: a few matrices, the same for the same examples."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]  # (embedding dimension + NGRAM_DIMENSIONS, labels)
    bias: NDArray[np.float32]
    idf: NDArray[np.float32]
    temperature: float
    examples: Vectors
    example_texts: tuple[str, ...]
    example_labels: tuple[str, ...]

    @classmethod
    def fit(cls, examples: Mapping[str, Sequence[str]], vectors: Mapping[str, Vectors]) -> Classifier:
        """Fits on examples by label; `vectors[label]` holds their embeddings, (len(examples[label]), dimension).

        Deterministic. Labels with fewer than two examples take part without cross-validation of their own.
        """
        labels = tuple(sorted(examples))
        texts = [text for label in labels for text in examples[label]]
        targets = np.array([index for index, label in enumerate(labels) for _ in examples[label]])
        embedded = np.concatenate([vectors[label] for label in labels]).astype(np.float32)
        counts = np.stack([_ngrams(text) for text in texts])
        idf = (np.log((1 + len(texts)) / (1 + (counts > 0).sum(axis=0))) + 1).astype(np.float32)
        features = _features(embedded, counts, idf)
        temperature = _temperature(features, targets, len(labels))
        weights, bias = _regression(features, targets, len(labels))
        named = tuple(label for label in labels for _ in examples[label])
        return cls(labels, weights, bias, idf, temperature, embedded, tuple(texts), named)

    def probabilities(self, text: str, vector: Vectors) -> dict[str, float]:
        """Calibrated probability of each label, NOBODY included."""
        features = _features(vector.reshape(1, -1), _ngrams(text).reshape(1, -1), self.idf)
        logits = (features @ self.weights + self.bias)[0] / self.temperature
        values = np.exp(logits - logits.max())
        return dict(zip(self.labels, (values / values.sum()).tolist(), strict=True))

    def decide(self, text: str, vector: Vectors) -> Decision:
        """The decision for a text and its embedding of unit length."""
        probabilities = self.probabilities(text, vector)
        similar = self.examples @ vector
        nearest = int(similar.argmax())
        own = {label: p for label, p in probabilities.items() if label != NOBODY}
        best = max(own, key=lambda label: own[label])
        in_scope = 1 - probabilities.get(NOBODY, 0.0)
        like = f"like “{self.example_texts[nearest]}” ({self.example_labels[nearest]})"
        if in_scope < IN_SCOPE:
            confidence = 1 - in_scope
            sure = confidence >= SURE
            return Decision(None, confidence, probabilities, sure, f"no specialist's subject; {like}", like)
        confidence = probabilities[best]
        return Decision(best, confidence, probabilities, confidence >= SURE, f"{best} {confidence:.0%}; {like}", like)

    def to_bytes(self) -> bytes:
        """The state as a NumPy archive, without pickles."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            weights=self.weights,
            bias=self.bias,
            idf=self.idf,
            temperature=np.float64(self.temperature),
            examples=self.examples,
            names=np.frombuffer(
                json.dumps([self.labels, self.example_texts, self.example_labels]).encode(), dtype=np.uint8
            ),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Classifier:
        """The classifier of `to_bytes`. Raises ValueError, KeyError or OSError for anything else."""
        with np.load(io.BytesIO(data), allow_pickle=False) as state:
            labels, texts, named = json.loads(state["names"].tobytes().decode())
            return cls(
                tuple(labels),
                state["weights"],
                state["bias"],
                state["idf"],
                float(state["temperature"]),
                state["examples"],
                tuple(texts),
                tuple(named),
            )


def fingerprint(examples: Mapping[str, Sequence[str]], embedder_name: str) -> str:
    """A name for the fitted state: the same for the same examples, embedder and method."""
    content = json.dumps(
        [STATE_VERSION, NGRAM_WEIGHT, REGULARISATION, embedder_name, {k: list(v) for k, v in sorted(examples.items())}]
    )
    return hashlib.blake2b(content.encode(), digest_size=12).hexdigest()


def _features(embedded: Vectors, counts: Vectors, idf: NDArray[np.float32]) -> Vectors:
    weighted = counts * idf
    lengths = np.linalg.norm(weighted, axis=1, keepdims=True)
    weighted = NGRAM_WEIGHT * weighted / np.where(lengths == 0, 1, lengths)
    return np.concatenate([embedded, weighted.astype(np.float32)], axis=1)


def _ngrams(text: str) -> Vectors:
    """Hashed counts (square roots) of the character n-grams inside the words of a text, spaces at their ends."""
    counts = np.zeros(NGRAM_DIMENSIONS, dtype=np.float32)
    for word in re.findall(r"[a-z0-9']+", text.lower()[:2000]):
        padded = f" {word} "
        for length in NGRAM_LENGTHS:
            for start in range(max(len(padded) - length, 0) + 1):
                counts[_hash(padded[start : start + length])] += 1
    return np.sqrt(counts)


def _hash(gram: str) -> int:
    value = 2166136261  # FNV-1a, 32 bit: the same in every process, which Python's own hash is not
    for byte in gram.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value % NGRAM_DIMENSIONS


def _regression(
    features: Vectors, targets: NDArray[np.int64], n_labels: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    # imported here: it is slow to import and only needed when examples have changed
    from sklearn.linear_model import LogisticRegression  # pyright: ignore[reportMissingTypeStubs] - it has none

    model: Any = LogisticRegression(C=REGULARISATION, max_iter=300, class_weight="balanced")
    model.fit(features, targets)
    if n_labels == 2:  # scikit-learn keeps one row for two classes
        weights = np.concatenate([-model.coef_ / 2, model.coef_ / 2]).T
        bias = np.concatenate([-model.intercept_ / 2, model.intercept_ / 2])
    else:
        weights, bias = model.coef_.T, model.intercept_
    return weights.astype(np.float32), bias.astype(np.float32)


def _temperature(features: Vectors, targets: NDArray[np.int64], n_labels: int) -> float:
    """The temperature (0.2..3) with the least log loss on held-out folds of the examples; 1 when there are too few."""
    from sklearn.model_selection import StratifiedKFold  # pyright: ignore[reportMissingTypeStubs] - it has none

    smallest = int(np.bincount(targets, minlength=n_labels).min())
    if smallest < 3 or n_labels < 2:
        return 1.0
    held_out = np.zeros((len(targets), n_labels), dtype=np.float32)
    folds: Any = StratifiedKFold(min(FOLDS, smallest), shuffle=True, random_state=0)
    for train, test in folds.split(features, targets):
        weights, bias = _regression(features[train], targets[train], n_labels)
        held_out[test] = features[test] @ weights + bias
    grid = np.geomspace(0.2, 3.0, 40)
    losses = [_log_loss(held_out / temperature, targets) for temperature in grid]
    return float(grid[int(np.argmin(losses))])


def _log_loss(logits: NDArray[np.float32], targets: NDArray[np.int64]) -> float:
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_probabilities = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-log_probabilities[np.arange(len(targets)), targets].mean())
