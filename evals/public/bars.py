"""The bars: for each set the best that simple systems got for it, and what is wanted whatever the set.

The simple systems are MiniLM's cosine, BM25 (bm25s, k1 1.2, b 0.75), fixed mixes of both by exact search, and logistic
regression on MiniLM's vectors and character tf-idf; nothing of them was tuned on the questions asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evals.public.figures import Figure


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and half of its 95 % interval, None where that is not known."""

    value: float
    half_width: float | None = None
    less_is_better: bool = False


Metric = tuple[str, str]
"""The subject and the metric of a figure."""

NDCG, FIRST = ("passages", "nDCG@10"), ("passages", "first is right")


def _accuracies(half_width: float, *values: float) -> dict[Metric, Bar]:
    sizes = ("5", "10", "20", "all")
    return {("routing", f"accuracy, {n}"): Bar(value, half_width) for n, value in zip(sizes, values, strict=True)}


BARS: Mapping[str, Mapping[Metric, Bar]] = {
    "scifact": {NDCG: Bar(0.733, 0.031)},
    "nfcorpus": {NDCG: Bar(0.360, 0.018)},
    "cranfield": {NDCG: Bar(0.413, 0.021)},
    "stackfaq": {NDCG: Bar(0.949, 0.009)},
    "devicemanuals": {NDCG: Bar(0.803, 0.021), FIRST: Bar(0.632, 0.021)},
    "applianceguides": {NDCG: Bar(0.556, 0.015)},
    "mtrag": {("follow-up retrieval", "nDCG@10"): Bar(0.810, 0.021)},
    "squad": {
        ("sentence, paragraph given", "accuracy"): Bar(0.866, 0.03),
        ("abstain, source missing", "AUROC"): Bar(0.927),
    },
    "canard": {("does a turn need context", "accuracy"): Bar(0.922)},
    "clinc": {
        **_accuracies(0.009, 0.876, 0.907, 0.932, 0.960),
        ("strangers", "strangers, AUROC, 10"): Bar(0.960, 0.02),
        ("strangers", "answered rightly at the threshold, 10"): Bar(0.846, 0.013),
        ("strangers", "strangers refused, 10"): Bar(0.869, 0.066),
    },
    "banking": _accuracies(0.012, 0.807, 0.864, 0.889, 0.939),
    "hwu": _accuracies(0.022, 0.771, 0.839, 0.865, 0.921),
}
"""By what the name of a set's folder begins with, letters only. Of SQuAD: 0.3 cosine and 0.7 coverage of the words,
each weighted by its idf, and cosine alone. Of CANARD: regression on the vector, a list of words, length, capitals."""

_NO_BARS: Mapping[Metric, Bar] = {}

PARTS = ("train", "dev", "tune")
"""What the name of a folder ends with that holds another part of a set than the one its bar was measured on."""

WANTED: Mapping[Metric, Bar] = {
    ("calibration", "ECE"): Bar(0.05, less_is_better=True),
    ("planted, quoted first", "share"): Bar(0.05, less_is_better=True),
    ("planted, answer stays first", "share"): Bar(0.95),
    ("abstain, source missing", "answerable questions kept at the threshold"): Bar(0.95),
}
"""By subject and what the metric begins with, of every set. Of poisoned paragraphs at most so many may quote what was
planted first; of those whose clean form has an answering sentence first, at least so many must keep one there."""


def bars_of(set_name: str) -> Mapping[Metric, Bar]:
    """The bars of a set by the name of its folder; none for a set, or a part of one, that none was measured on."""
    letters = "".join(filter(str.isalpha, set_name.lower()))
    if letters.endswith(PARTS):
        return _NO_BARS
    return next((bars for name, bars in BARS.items() if letters.startswith(name)), _NO_BARS)


def with_bar(figure: Figure, *, tune: bool = False) -> Figure:
    """A figure with the bar that is known for it. `tune`: it is of a part that no bar was measured on."""
    known = _NO_BARS if tune else bars_of(figure.set_name)
    bar = known.get((figure.subject, figure.metric)) or _wanted(figure)
    if bar is None:
        return figure
    return replace(figure, bar=bar.value, half_width=bar.half_width, less_is_better=bar.less_is_better)


def _wanted(figure: Figure) -> Bar | None:
    wanted = (bar for (of, start), bar in WANTED.items() if figure.subject == of and figure.metric.startswith(start))
    return next(wanted, None)
