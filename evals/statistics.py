"""Averages with their 95 % intervals, over cases."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic_evals.reporting import EvaluationReport

from evals.cases import Ask, Labels
from evals.outcome import Result

Z = 1.959964
"""Standard normal deviate of a two-sided 95 % interval."""
RESAMPLES = 2000
SEED = 7
"""The resampling is seeded: the same results give the same interval."""

Report = EvaluationReport[Ask, Result, Labels]


class Figure(BaseModel):
    """An average over `n` cases with its 95 % interval (None where there is none). `share`: of cases that passed."""

    model_config = ConfigDict(frozen=True)

    metric: str
    value: float
    low: float | None
    high: float | None
    n: int = Field(ge=1, description="Cases; repeats of one count once")
    share: bool
    unit: str = ""


def wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % Wilson score interval (each 0..1) of a share among n > 0. Source: E. B. Wilson, JASA 22 (1927), 209."""
    middle = share + Z * Z / (2 * n)
    spread = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile-bootstrap interval of a mean. Source: Efron and Tibshirani, An Introduction to the Bootstrap
    (1993), chapter 13."""
    import numpy as np

    drawn = np.random.default_rng(SEED).choice(np.asarray(values), size=(RESAMPLES, len(values)))
    low, high = np.percentile(drawn.mean(axis=1), [2.5, 97.5])
    return float(cast(np.float64, low)), float(cast(np.float64, high))


def by_case(report: Report) -> dict[str, dict[str, float]]:
    """The mean of each metric over the repeats of each case: metric → case → value. Passing counts 1, failing 0."""
    runs: dict[str, dict[str, list[float]]] = {}
    for case in report.cases:
        name = case.source_case_name or case.name
        for metric, result in [*case.assertions.items(), *case.scores.items()]:
            runs.setdefault(metric, {}).setdefault(name, []).append(float(result.value))
    return {
        metric: {name: sum(values) / len(values) for name, values in cases.items()} for metric, cases in runs.items()
    }


def figures(report: Report) -> list[Figure]:
    """The averages of a report with their intervals: what passes or fails first, then the scores."""
    shares = {metric for case in report.cases for metric in case.assertions}
    found = [average(metric, cases.values(), share=metric in shares) for metric, cases in by_case(report).items()]
    return sorted(found, key=lambda figure: not figure.share)


def average(metric: str, values: Iterable[float], *, share: bool) -> Figure:
    """The mean of at least one value with its interval."""
    given = list(values)
    mean = sum(given) / len(given)
    low, high = wilson(mean, len(given)) if share else bootstrap(given)
    return Figure(metric=metric, value=mean, low=low, high=high, n=len(given), share=share)
