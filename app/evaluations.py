"""The newest evaluation reports of a data folder, as `linelead eval` saved them, cut down to what plots need."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

from app.version import Commit

log = logging.getLogger(__name__)

FOLDER = "evals"
"""Of a data folder: where reports are saved when no other place is named."""
MOST_BYTES = 64 * 2**20
"""Largest report that is read."""
KEPT = 32

CheckState = Literal["passed", "failed", "no data", "not judged"]


class CheckOut(BaseModel):
    """A threshold, and how the suite met it. `low` and `high` bound the 95 % interval, where there is one."""

    metric: str
    bound: float
    at_least: bool
    state: CheckState
    value: float | None
    low: float | None
    high: float | None
    n: int = Field(description="Cases")
    share: bool = Field(description="Of cases: from 0 to 1")
    unit: str
    reason: str


class ConfusionOut(BaseModel):
    """Rows are what was expected, columns what was chosen; each number counts cases."""

    title: str
    labels: list[str]
    counts: list[list[int]]


class SuiteOut(BaseModel):
    """A suite as it was run; its checks and confusions are of the split that thresholds judge."""

    name: str
    about: str
    cases: int
    checks: list[CheckOut]
    confusions: list[ConfusionOut]


class EvaluationOut(BaseModel):
    """A run of `linelead eval`: what was measured, when, and of which commit."""

    name: str = Field(description="Of its file in the data folder")
    created_at: str
    commit: str
    is_changed: bool = Field(description="Whether the program differed from the commit")
    target: str
    library: str
    seconds: float
    suites: list[SuiteOut]


def newest_evaluations(data: Path, most: int) -> list[EvaluationOut]:
    """The newest reports first. One that cannot be read is passed over, and the log says which. Blocks."""
    found: list[EvaluationOut] = []
    for path in sorted((data / FOLDER).glob("*.json"), reverse=True):  # named after the moment they were made
        status = path.stat()
        if status.st_size > MOST_BYTES:
            log.warning("The report %s is larger than %d bytes and is not shown.", path, MOST_BYTES)
            continue
        report = _read(path, status.st_mtime_ns)
        if report is not None:
            found.append(report)
        if len(found) == most:
            break
    return found


@lru_cache(KEPT)
def _read(path: Path, _changed_ns: int) -> EvaluationOut | None:
    try:
        return _out(path.stem, _Report.model_validate_json(path.read_bytes()))
    except (OSError, ValidationError) as error:
        log.warning("The report %s cannot be read: %s", path, type(error).__name__)
        return None


# --- the file: only the fields that are shown, of the format of evals/reports.py --------------------------------------


class _About(BaseModel):
    target: str
    library: str = ""


class _Confusion(BaseModel):
    type: Literal["confusion_matrix"]
    title: str
    class_labels: list[str]
    matrix: list[list[int]]


class _Analysis(BaseModel):
    type: str


class _Cases(BaseModel):
    cases: list[Any]
    failures: list[Any] = []
    analyses: list[_Confusion | _Analysis] = []


class _Split(BaseModel):
    report: _Cases


class _Suite(BaseModel):
    name: str
    about: str
    splits: dict[str, _Split]
    checks: list[CheckOut]


class _Report(BaseModel):
    format: Literal[1]
    created_at: str
    commit: Commit
    about: _About
    seconds: float
    suites: list[_Suite]


def _out(name: str, report: _Report) -> EvaluationOut:
    return EvaluationOut(
        name=name,
        created_at=report.created_at,
        commit=(report.commit.sha or report.commit.version)[:12],
        is_changed=report.commit.changed,
        target=report.about.target,
        library=report.about.library,
        seconds=report.seconds,
        suites=[_suite(suite) for suite in report.suites],
    )


def _suite(suite: _Suite) -> SuiteOut:
    judged = suite.splits.get("report")
    reported = judged.report if judged else _Cases(cases=[])
    return SuiteOut(
        name=suite.name,
        about=suite.about,
        cases=len(reported.cases) + len(reported.failures),
        checks=suite.checks,
        confusions=[
            ConfusionOut(title=one.title, labels=one.class_labels, counts=one.matrix)
            for one in reported.analyses
            if isinstance(one, _Confusion)
        ],
    )
