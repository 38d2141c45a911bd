"""Suites as pytest tests: one per case, or one per threshold. Each suite is run once, when its first test needs it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.settings import Settings
from evals.cases import Split
from evals.command import Request, measure
from evals.evaluators.thresholds import Check
from evals.printing import told
from evals.reports import CaseSummary, SuiteReport
from evals.suites import SHIPPED, load_suites

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True, slots=True)
class CaseTest:
    """A case of a suite, to be asserted on in a test."""

    folder: Path
    suite: str
    split: Split
    name: str

    @property
    def result(self) -> CaseSummary:
        """What came of it."""
        cases = _report(self.folder, self.suite).splits[self.split].cases
        return next(case for case in cases if case.name == self.name)

    def check(self) -> None:
        """Fails with the reasons when the case did not go as expected."""
        result = self.result
        assert result.state == "passed", f"{result.question}: {'; '.join(result.reasons)}"


@dataclass(frozen=True, slots=True)
class ThresholdTest:
    """A threshold of a suite, to be asserted on in a test."""

    folder: Path
    suite: str
    rule: str

    @property
    def result(self) -> Check:
        """How it was met."""
        return next(check for check in _report(self.folder, self.suite).checks if check.rule == self.rule)

    def check(self) -> None:
        """Fails with the value and the cases against it when the threshold was missed."""
        result = self.result
        assert result.state == "passed", told(result)


def cases(suite: str, *, split: Split = "report", folder: Path = SHIPPED) -> pytest.MarkDecorator:
    """Makes a test with a parameter `case` (a CaseTest) one test per case of a split, over the sample site."""
    import pytest

    [loaded] = load_suites(folder, [suite], None)
    tests = [CaseTest(folder, suite, split, str(case.name)) for case in loaded.part(split)]
    return pytest.mark.parametrize("case", [pytest.param(test, id=test.name) for test in tests])


def thresholds(suite: str, *, folder: Path = SHIPPED) -> pytest.MarkDecorator:
    """Makes a test with a parameter `threshold` (a ThresholdTest) one test per threshold of a suite."""
    import pytest

    [loaded] = load_suites(folder, [suite], None)
    tests = [ThresholdTest(folder, suite, threshold.rule) for threshold in loaded.thresholds]
    return pytest.mark.parametrize("threshold", [pytest.param(test, id=f"{suite}: {test.rule}") for test in tests])


@cache
def _report(folder: Path, suite: str) -> SuiteReport:
    settings = Settings(model="embedded")
    [report] = measure(Request(settings=settings, target="embedded", suites=(suite,), folder=folder)).suites
    return report
