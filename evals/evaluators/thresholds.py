"""Thresholds: what a whole suite must reach to be green. They judge the `report` split alone."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic_evals.evaluators import ReportEvaluator, ReportEvaluatorContext
from pydantic_evals.reporting.analyses import ReportAnalysis, ScalarResult

from evals.cases import Ask, Labels
from evals.outcome import Outcome, Result
from evals.statistics import Figure, Report, average, by_case


class Check(BaseModel):
    """How a threshold was met, and with what value (`share`: of cases). `state`: `passed`; `failed`; `no data`: the
    target cannot give it, `reason` says why; `not judged`: only a part of the cases was run. `failing` names the cases
    that count against it, worst first.
    """

    model_config = ConfigDict(frozen=True)

    metric: str
    bound: float
    at_least: bool
    state: Literal["passed", "failed", "no data", "not judged"]
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    share: bool = False
    unit: str = ""
    reason: str = ""
    failing: list[str] = []

    @property
    def rule(self) -> str:
        """The threshold in short: "route_is_right ≥ 0.9"."""
        return f"{self.metric} {'≥' if self.at_least else '≤'} {self.bound:g}"


@dataclass(repr=False)
class Threshold(ReportEvaluator[Ask, Result, Labels]):
    """A bound on a metric: the name of an assertion, of a score, or of a scalar that a report evaluator before it gave,
    such as "total_ms p95"."""

    metric: str
    value: float

    # without an annotation: pydantic-evals takes every annotated name for an argument in a suite's file
    at_least = True

    @property
    def rule(self) -> str:
        """It in short: "route_is_right ≥ 0.9"."""
        return self._blank.rule

    @property
    def _blank(self) -> Check:
        return Check(metric=self.metric, bound=self.value, at_least=self.at_least, state="not judged")

    def evaluate(self, ctx: ReportEvaluatorContext[Ask, Result, Labels]) -> list[ReportAnalysis]:
        check = self.check(ctx.report)
        if check.value is None:
            return []
        return [ScalarResult(title=check.rule, value=check.value, description=check.state)]

    def check(self, report: Report) -> Check:
        """How the cases of a report meet it."""
        figure, cases = measured(report, self.metric)
        if figure is None:
            return self._blank.model_copy(update=why_missing(report, self.metric))
        # of a share of cases every single one that did not pass counts against it, whatever the bound
        bound = self.value if not figure.share else 1.0 if self.at_least else 0.0
        failing = sorted((value, name) for name, value in cases.items() if not self.holds(value, bound))
        return self._blank.model_copy(
            update={
                "state": "passed" if self.holds(figure.value, self.value) else "failed",
                "value": figure.value,
                "low": figure.low,
                "high": figure.high,
                "n": figure.n,
                "share": figure.share,
                "unit": figure.unit,
                "failing": [name for _, name in (failing if self.at_least else reversed(failing))],
            }
        )

    @abstractmethod
    def holds(self, value: float, bound: float) -> bool:
        """Whether a value is on the right side of a bound."""
        ...


@dataclass(repr=False)
class AtLeast(Threshold):
    """The metric's average must reach the value."""

    # both again: the schema for editors takes a class's own fields alone for its arguments
    metric: str
    value: float

    def holds(self, value: float, bound: float) -> bool:
        return value >= bound


@dataclass(repr=False)
class AtMost(Threshold):
    """The metric's average must not exceed the value."""

    metric: str
    value: float

    at_least = False

    def holds(self, value: float, bound: float) -> bool:
        return value <= bound


def measured(report: Report, metric: str) -> tuple[Figure | None, dict[str, float]]:
    """A metric's figure, None without data, and its value in each case.

    A scalar of a report evaluator is looked at case by case through the score that its name begins with.
    """
    values = by_case(report)
    if metric in values:
        share = any(metric in case.assertions for case in report.cases)
        return average(metric, values[metric].values(), share=share), values[metric]
    for analysis in report.analyses:
        if isinstance(analysis, ScalarResult) and analysis.title == metric and analysis.value == analysis.value:
            cases = values.get(metric.partition(" ")[0], {})
            count = len(cases) or len(report.cases)
            unit = analysis.unit or ""
            return Figure(
                metric=metric, value=analysis.value, low=None, high=None, n=count, share=False, unit=unit
            ), cases
    return None, {}


def why_missing(report: Report, metric: str) -> dict[str, str]:
    """State and reason of a threshold without data: what the target could not give, what broke in an evaluator, else
    what is wrong in the file."""
    reasons = [
        reason for case in report.cases if isinstance(case.output, Outcome) for reason in case.output.missing.values()
    ]
    if reasons:
        return {"state": "no data", "reason": max(set(reasons), key=reasons.count)}
    if report.failures and not report.cases:
        return {"state": "failed", "reason": "every case ended in an error"}
    broken = [(case.name, failure) for case in report.cases for failure in case.evaluator_failures]
    if broken:
        case, failure = next((one for one in broken if one[1].name == metric), broken[0])
        told = f"the evaluator {failure.name} could not judge “{case}”: {failure.error_message}"
        return {"state": "failed", "reason": told}
    scalars = [a.title for a in report.analyses if isinstance(a, ScalarResult)]
    known = sorted([*by_case(report), *scalars])
    given = ", ".join(known) if known else "none"
    return {"state": "failed", "reason": f"no case gave {metric!r}; correct its name, the metrics are: {given}"}
