"""Multinomial logistic regression over a kernel and a sparse matrix, fitted in a dozen steps.

A label's logit is a weighted sum of a text's nearness to *landmarks* (some or all of the examples), of its words, and a
bias. Nearness is the Gaussian kernel of unit vectors, `exp(SHARPNESS * (cosine - 1))`: far from every example all of it
fades, and with it every logit, which is how a stranger is told. With as many landmarks as examples this is kernel
logistic regression; with fewer it is the Nyström approximation of it (Williams and Seeger, 2001).

The variables are changed by the Cholesky factor of the penalty plus a bound of the curvature, so that L-BFGS needs some
fifteen steps where it needs sixty without.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

SHARPNESS = 2.0
"""Of the kernel. Of 1 to 6 the best in accuracy at 5 to 20 examples a label; 3 tells strangers a little better."""
SHRINKING = 1 / 30
"""Weight of the squared norm beside the summed log loss: examples are few and the features about unit length."""
LANDMARKS = 2048
"""Most examples that nearness is measured to. Of 2,800 examples of crews' questions, 1,024 landmarks lost 1 to 4 % of
the right answers on three sets of other questions against all of them, 2,048 up to 1.3 %; a fit took 0.8, 1.3 and (all)
1.4 to 1.7 s."""
NEARNESSES = 16_000_000
"""Most nearnesses that a fit is made of (examples times landmarks): it bounds the seconds that a large fit takes."""
_CURVATURE = 0.1
"""Assumed p(1 - p) of a fitted label, times the number of labels; it sets the number of steps, not the result."""
_STEPS = 15
_ALONE = 1_000_000
"""Logits of all examples (examples times labels) up to which one thread is as fast as several, and does not make the
machine wait for others that are busy."""
_JITTER = 1e-3  # added to the kernel's diagonal: examples may be said twice


def threads_for(examples: int, labels: int) -> AbstractContextManager[object]:
    """Within it, arithmetic takes as many threads as a fit of that size is worth."""
    import_module("scipy.optimize")  # only what is loaded by now is limited
    limits: Any = import_module("threadpoolctl").threadpool_limits
    return limits(1 if examples * labels <= _ALONE else os.cpu_count())


def keep_to_one_thread() -> None:
    """From now on arithmetic takes one thread, but in a large fit.

    The products that a question needs are small: shared out, each waits until a core is free for the other threads. On
    a busy machine of two cores the nearness to 2,048 landmarks took 12 ms instead of 0.1.
    """
    limits: Any = import_module("threadpoolctl").threadpool_limits
    limits(1, user_api="blas")


def landmarks_among(vectors: Vectors) -> Vectors:
    """The landmarks of examples' vectors: all of them, or as many drawn at random as the two limits allow."""
    drawn = np.random.default_rng(0).permutation(len(vectors))
    return vectors[np.sort(drawn[: min(LANDMARKS, NEARNESSES // max(len(vectors), 1))])]


def nearness(vectors: Vectors, landmarks: Vectors) -> Vectors:
    """The kernel of vectors of unit length with the landmarks, (n, m), each in 0..1."""
    return np.exp(SHARPNESS * (vectors @ landmarks.T - 1))


@dataclass(frozen=True)
class Weights:
    """What is learned, by label: of the landmarks (m, labels), of the words (buckets, labels), the bias (labels,)."""

    landmarks: Vectors
    words: Vectors
    bias: Vectors


class Regression:
    """The fitting of one set of examples, or of parts of it, over the same landmarks."""

    def __init__(
        self,
        vectors: Vectors,
        landmarks: Vectors,
        words: Sequence[Mapping[int, float]],
        buckets: int,
        targets: NDArray[np.int64],
        importance: Vectors,
    ) -> None:
        """`vectors` (n, dimension) are the examples' embeddings, `words` their words' weights by bucket, `targets`
        their labels, from 0 without gaps, and `importance` their weights in the loss, 1 in the mean.
        """
        # scipy has no types, and is slow to import for those who only decide
        sparse: Any = import_module("scipy.sparse")
        ends = np.cumsum([0, *map(len, words)])
        columns = np.fromiter((bucket for row in words for bucket in row), np.int64, ends[-1])
        values = np.fromiter((value for row in words for value in row.values()), np.float32, ends[-1])
        self._words: Any = sparse.csr_matrix((values, columns, ends), shape=(len(words), buckets))
        self._targets, self._importance = targets, importance
        self._n_labels = int(targets.max()) + 1
        self._curvature = _CURVATURE / self._n_labels
        near = nearness(vectors, landmarks)
        kernel = nearness(landmarks, landmarks) + _JITTER * np.eye(len(landmarks), dtype=np.float32)
        bound = (self._curvature * (near.T @ near) + SHRINKING * kernel).astype(np.float64)
        self._factor = np.linalg.cholesky(bound).astype(np.float32)
        self._near: Vectors = _solved(self._factor, near.T).T
        squares = np.asarray(self._words.multiply(self._words).sum(axis=0)).reshape(-1, 1)
        self._word_scale = (1 / np.sqrt(self._curvature * squares + SHRINKING)).astype(np.float32)
        self._bias_scale = np.float32(1 / np.sqrt(self._curvature * len(near)))

    def fit(self, rows: NDArray[np.int64] | None = None) -> Weights:
        """The weights that fit all examples, or those in `rows`."""
        by_landmark, by_word, bias = self._solve(np.arange(len(self._targets)) if rows is None else rows)
        return Weights(_solved(self._factor, by_landmark, transposed=True), by_word, bias)

    def held_out(self, rows: NDArray[np.int64]) -> Vectors:
        """The logits of the examples in `rows` under the weights that fit all others, (len(rows), labels)."""
        others = np.setdiff1d(np.arange(len(self._targets)), rows)
        by_landmark, by_word, bias = self._solve(others)
        return self._near[rows] @ by_landmark + self._words[rows] @ by_word + bias

    def _solve(self, rows: NDArray[np.int64]) -> tuple[Vectors, Vectors, Vectors]:
        """The weights of the changed landmarks, of the words and of the bias."""
        minimize: Any = import_module("scipy.optimize").minimize
        near, targets, importance = self._near, self._targets[rows], self._importance[rows]
        words: Any = self._words[rows]
        columns: Any = words.T.tocsr()
        m, n, at = near.shape[1], self._n_labels, np.arange(len(rows))

        def split(state: NDArray[np.float64]) -> tuple[Vectors, Vectors, Vectors]:
            table = state.astype(np.float32).reshape(-1, n)
            return table[:m], table[m:-1] * self._word_scale, table[-1] * self._bias_scale

        def loss(state: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            by_landmark, by_word, bias = split(state)
            heights = near @ by_landmark
            logits: Vectors = heights[rows]
            logits += words @ by_word
            logits += bias
            logits -= logits.max(axis=1, keepdims=True)
            right = logits[at, targets]
            wrong = np.exp(logits, out=logits)
            total = wrong.sum(axis=1)
            wrong /= total[:, None]
            wrong[at, targets] -= 1
            wrong *= importance[:, None]
            value = float(importance @ (np.log(total) - right))
            # bound and penalty of the changed variables are the identity together: the penalty needs no matrix
            value += 0.5 * (
                float((by_landmark * by_landmark).sum()) - self._curvature * float((heights * heights).sum())
            )
            value += 0.5 * SHRINKING * float((by_word * by_word).sum())
            heights *= -self._curvature
            heights[rows] += wrong
            slope = np.empty((len(state) // n, n))
            slope[:m] = near.T @ heights + by_landmark
            slope[m:-1] = self._word_scale * (columns @ wrong + SHRINKING * by_word)
            slope[-1] = self._bias_scale * wrong.sum(axis=0)
            return value, slope.ravel()

        start = np.zeros((m + len(self._word_scale) + 1) * n)
        found: Any = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "maxcor": 8})
        return split(found.x)


def _solved(factor: Vectors, right: Vectors, *, transposed: bool = False) -> Vectors:
    """The solution of a lower triangular system, or of its transpose, without the inverse that would take thrice the
    time."""
    solve: Any = import_module("scipy.linalg").solve_triangular
    return solve(factor, right, lower=True, trans=int(transposed), check_finite=False)
