"""Intents: a folder with train.jsonl and one of test.jsonl, val.jsonl and valid.jsonl, each of {text, label}.

The router's own classifier is fitted on 5, 10, 20 and all examples of each label and asked every question of the other
part. Fewer than all are those of train_5.jsonl and the like where there are such, else SAMPLES fixed samples of the
training part, each fitted and asked by itself: a figure is their mean. No label is NOBODY's, so it tells strangers by
the energy of the logits; oos_test.jsonl or oos_val.jsonl, questions that no label is for, measure that. To tune, a
fifth of the training part is asked instead, which the fit then does not see, and oos_train.jsonl: the constants of the
router were chosen so, and the figures without it never looked at for it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from agents.models.local_router import RememberedVectors
from agents.routing import NOBODY, Classifier
from evals.errors import SetError
from evals.public.bars import with_bar
from evals.public.figures import Figure, Form, Measuring, bar_beside
from evals.public.simple import simple_labels
from evals.rows import read_rows
from knowledge.embedder import make_embedder

SIZES = (5, 10, 20, None)
"""Examples of a label; None is all of them."""
SAMPLES = 3
"""Samples of a size that the set gives no file for: at 5 examples one differs from the next by up to 0.03."""
BINS = 15
"""Of equal width, for the expected calibration error (Guo et al., 2017)."""
TIMED = 300
"""Decisions timed one by one."""
TUNED_ON = 5
"""One in so many training questions is held out to tune on."""

Labelled = Sequence[tuple[str, str]]
"""Questions with their labels."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A set: samples of examples to fit on by size ("5", "10", "20", "all"), questions to ask, and strangers."""

    samples: Mapping[str, Sequence[Mapping[str, Sequence[str]]]]
    asked: Labelled
    strangers: Sequence[str]


def fits(folder: Path) -> bool:
    """Whether a folder has labelled questions to train on, and others."""
    return (folder / "train.jsonl").is_file() and _first(folder, "test", "val", "valid") is not None


def read(folder: Path, *, tune: bool = False) -> Parts:
    """The parts of a set; with `tune`, all of its training part."""
    train = _labelled(folder / "train.jsonl")
    if tune:
        random.Random(0).shuffle(train)
        held_out = len(train) // TUNED_ON
        if not held_out:
            raise SetError(f"{folder / 'train.jsonl'} has {len(train)} questions; to tune, it needs {TUNED_ON}.")
        asked, train = train[:held_out], train[held_out:]
        strangers = _first(folder, "oos_train")
    else:
        other = _first(folder, "test", "val", "valid")
        assert other is not None
        asked, strangers = _labelled(other), _first(folder, "oos_test", "oos_val")
    samples: dict[str, Sequence[Mapping[str, Sequence[str]]]] = {}
    for size in SIZES:
        given = folder / f"train_{size}.jsonl"
        if size is None:
            samples["all"] = [_by_label(train, None, 0)]
        elif given.is_file() and not tune:
            samples[str(size)] = [_by_label(_labelled(given), None, 0)]
        else:
            samples[str(size)] = [_by_label(train, size, seed) for seed in range(SAMPLES)]
    return Parts(samples, asked, [row.text("text") for row in read_rows(strangers)] if strangers else [])


def _first(folder: Path, *names: str) -> Path | None:
    return next((path for name in names if (path := folder / f"{name}.jsonl").is_file()), None)


def _labelled(path: Path) -> list[tuple[str, str]]:
    return [(row.text("text"), row.text("label")) for row in read_rows(path)]


def _by_label(labelled: Labelled, size: int | None, seed: int) -> dict[str, list[str]]:
    """At most `size` questions of each label, the same every time for a seed."""
    found: dict[str, list[str]] = defaultdict(list)
    for text, label in labelled:
        found[label].append(text)
    chance = random.Random(seed)
    return {
        label: texts if size is None or len(texts) <= size else chance.sample(texts, size)
        for label, texts in sorted(found.items())
    }


def measure(folder: Path, how: Measuring) -> Iterator[Figure]:
    """Accuracy and calibration at each size, and what becomes of strangers; the seconds of a fit, the milliseconds of
    a decision, both without embedding. Beside, the bar of the accuracy is logistic regression fitted on the same
    samples.
    """
    parts = read(folder, tune=how.tune)
    vectors = RememberedVectors(make_embedder("minilm"), how.cache)
    asked = vectors.of([text for text, _ in parts.asked])
    strange = vectors.of(parts.strangers) if parts.strangers else None

    def figure(subject: str, size: int, metric: str, value: float | None, note: str = "") -> Figure:
        return with_bar(Figure(subject, folder.name, size, metric, value, note=note), tune=how.tune)

    for size, samples in parts.samples.items():
        texts = sum(map(len, samples[0].values()))
        how.tell(f"{folder.name}: {size} examples of {len(samples[0])} labels, {len(parts.asked):,} questions")
        found = [_asked(parts, examples, vectors, asked, strange) for examples in samples]
        n = len(parts.asked)
        told = f"mean of {len(found)} samples, " if len(found) > 1 else ""
        right = np.mean([one.right for one in found], axis=0).tolist()
        one = figure("routing", n, f"accuracy, {size}", fmean(right), f"{told}of the most probable label")
        if how.beside:
            how.tell("logistic regression is fitted on the same")
            bar, half_width = bar_beside(right, _beside(parts, samples, vectors, asked))
            one = replace(one, bar=bar, half_width=half_width, note=f"{one.note}; bar measured beside")
        yield one
        error = fmean(one.error for one in found)
        yield figure(
            "calibration",
            n,
            f"ECE, {size}",
            error,
            f"{told}{BINS} bins, given that it is in scope",
        )
        if strange is not None:
            away = len(parts.strangers)
            auroc_of_all = fmean(one.strangers_auroc for one in found)
            yield figure("strangers", n + away, f"strangers, AUROC, {size}", auroc_of_all)
            answered = fmean(one.answered for one in found)
            yield figure("strangers", n, f"answered rightly at the threshold, {size}", answered)
            yield figure("strangers", away, f"strangers refused, {size}", fmean(one.refused for one in found))
        seconds = max(one.seconds for one in found)
        yield figure("speed", texts, f"seconds of a fit, {size}", seconds, "embeddings known")
        milliseconds = median(one.milliseconds for one in found)
        yield figure("speed", TIMED, f"milliseconds of a decision, {size}", milliseconds)


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of one fit, `right` by question; of strangers 0 where the set has none."""

    right: Sequence[bool]
    error: float
    strangers_auroc: float
    answered: float
    refused: float
    seconds: float
    milliseconds: float


def _asked(
    parts: Parts,
    examples: Mapping[str, Sequence[str]],
    vectors: RememberedVectors,
    asked: NDArray[np.float32],
    strange: NDArray[np.float32] | None,
) -> _Result:
    """The result of a fit on these examples. `asked` and `strange` are the vectors of the questions and strangers."""
    vectors.of([text for own in examples.values() for text in own])  # embedding is not timed
    started = perf_counter()
    classifier = Classifier.fit(examples, vectors.of)
    seconds = perf_counter() - started
    labels = [label for _, label in parts.asked]
    found = [classifier.decide(text, vector) for (text, _), vector in zip(parts.asked, asked, strict=True)]
    doubts = [decision.probabilities[NOBODY] for decision in found]
    best = [d.probabilities[d.best] / (1 - doubt) for d, doubt in zip(found, doubts, strict=True)]
    right = [decision.best == label for decision, label in zip(found, labels, strict=True)]
    refused = [
        classifier.decide(text, vector)
        for text, vector in (zip(parts.strangers, strange, strict=True) if strange is not None else ())
    ]
    return _Result(
        right,
        calibration_error(np.array(best), np.array(right)),
        auroc([decision.probabilities[NOBODY] for decision in refused], doubts) if refused else 0.0,
        fmean(decision.route == label for decision, label in zip(found, labels, strict=True)),
        fmean(decision.route is None for decision in refused) if refused else 0.0,
        seconds,
        _milliseconds(classifier, parts, asked),
    )


def _beside(
    parts: Parts,
    samples: Sequence[Mapping[str, Sequence[str]]],
    vectors: RememberedVectors,
    asked: NDArray[np.float32],
) -> list[float]:
    """For each question the share of the samples by which logistic regression has it right."""
    texts, labels = [text for text, _ in parts.asked], [label for _, label in parts.asked]
    given = [simple_labels(examples, texts, asked, vectors.of) for examples in samples]
    return [fmean(one[n] == label for one in given) for n, label in enumerate(labels)]


def calibration_error(confidence: NDArray[np.float64], is_right: NDArray[np.bool_]) -> float:
    """The expected calibration error: how far confidence is from the share that is right, over BINS bins."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = [abs(float((confidence[bins == b] - is_right[bins == b]).sum())) for b in range(BINS)]
    return sum(gaps) / len(confidence)


def auroc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """The chance that one of the first is above one of the second; ties count half."""
    pairs = np.asarray(higher)[:, None] - np.asarray(lower)[None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def _milliseconds(classifier: Classifier, parts: Parts, vectors: NDArray[np.float32]) -> float:
    spent: list[float] = []
    for (text, _), vector in zip(parts.asked[:TIMED], vectors, strict=False):
        started = perf_counter()
        classifier.decide(text, vector)
        spent.append((perf_counter() - started) * 1000)
    return median(spent)


FORM = Form("labelled questions", fits, measure, tunes=True)
