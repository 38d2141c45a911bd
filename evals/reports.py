"""What a run leaves behind: one JSON file with the results, what was measured and with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_evals.reporting import EvaluationReport, ReportCase, ReportCaseFailure

from app.version import Commit
from evals.cases import Ask, Labels, Split
from evals.errors import ModelMissing, SuiteError
from evals.evaluators.thresholds import Check
from evals.files import write_file
from evals.outcome import Outcome, Result, why_quoted
from evals.statistics import Figure
from evals.targets import About

FORMAT = 1
"""Raised when a saved report changes so that an older one cannot be read any more."""

State = Literal["passed", "failed", "no data", "stopped"]
CaseState = Literal["passed", "failed", "error", "no data"]
_WORST_FIRST: tuple[State, ...] = ("failed", "stopped", "passed", "no data")
"""Of a run the state is the first of these that a suite of it has: one without data says nothing of the others."""
_WORST_CASE_FIRST: tuple[CaseState, ...] = ("error", "failed", "passed", "no data")
CaseResult = ReportCase[Ask, Result, Labels]
CaseError = ReportCaseFailure[Ask, Result, Labels]


class CaseSummary(BaseModel):
    """A case over all its runs. `failed`: some run was not as expected; `error`: some run, or an evaluator of it,
    broke; `no data`: nothing about it could be judged. `reasons` speak against it, or for it when nothing does.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    question: str
    kind: str
    state: CaseState
    reasons: list[str]
    answer: str = Field(description='What was said in the last run; "" when no answer was wanted')
    runs: int
    passed_runs: int


class SplitReport(BaseModel):
    """The cases of one split as pydantic-evals reports them, and their averages."""

    report: EvaluationReport[Ask, Result, Labels]
    figures: list[Figure]

    @property
    def cases(self) -> list[CaseSummary]:
        """The cases, each over all its runs, in the order in which they were asked."""
        runs: dict[str, list[CaseResult | CaseError]] = {}
        for case in [*self.report.cases, *self.report.failures]:
            runs.setdefault(case.source_case_name or case.name, []).append(case)
        return [_summary(name, each) for name, each in runs.items()]


def _summary(name: str, runs: Sequence[CaseResult | CaseError]) -> CaseSummary:
    against: list[str] = []
    speaking_for: list[str] = []
    states: list[CaseState] = []
    answer = ""
    for run in runs:
        if isinstance(run, ReportCaseFailure):
            states.append("error")
            against.append(run.error_message)
            continue
        outcome = run.output
        if isinstance(outcome, Outcome) and outcome.answer is not None:
            answer = outcome.answer.text
        broken = [f"{failure.name} could not judge it: {failure.error_message}" for failure in run.evaluator_failures]
        wrong = [f"{name}: {result.reason}" for name, result in run.assertions.items() if not result.value]
        right = [f"{name}: {result.reason}" for name, result in run.assertions.items() if result.value]
        scores = [f"{name}: {result.value:.3g}" for name, result in run.scores.items()]
        against += broken + wrong
        if broken:
            states.append("error")
        elif wrong:
            states.append("failed")
        elif right or scores:
            states.append("passed")
            speaking_for += right or scores
        else:
            states.append("no data")
            if isinstance(outcome, Outcome):
                speaking_for += outcome.missing.values()
    worst = _WORST_CASE_FIRST[min(map(_WORST_CASE_FIRST.index, states))]
    first = runs[0]
    return CaseSummary(
        name=name,
        question=first.inputs.question,
        kind=first.metadata.kind if first.metadata else "",
        state=worst,
        reasons=list(dict.fromkeys(against or speaking_for)),
        answer=answer,
        runs=len(runs),
        passed_runs=states.count("passed"),
    )


class SuiteReport(BaseModel):
    """A suite as it was run. `meanings` say of each metric in plain words what it is; `narrowed`: only some cases were
    run; `stopped`: it was interrupted, and `splits` hold what was done by then."""

    name: str
    about: str
    dataset_hash: str
    splits: dict[Split, SplitReport]
    checks: list[Check]
    meanings: dict[str, str]
    seconds: float
    narrowed: bool = False
    stopped: bool = False

    @property
    def state(self) -> State:
        """`failed`: a threshold was missed, or something broke; with `narrowed`, a case failed."""
        cases = [case.state for split in self.splits.values() for case in split.cases]
        broken = any(split.report.report_evaluator_failures for split in self.splits.values())
        if broken or "error" in cases or any(check.state == "failed" for check in self.checks):
            return "failed"
        if self.stopped:
            return "stopped"
        if self.narrowed and "failed" in cases:
            return "failed"
        judged = self.checks or cases
        blank = [check.state for check in self.checks] or cases
        return "no data" if not judged or all(state == "no data" for state in blank) else "passed"

    @property
    def why_no_data(self) -> str:
        """The commonest reason for which a case was not judged, or "" when all were."""
        reasons = [
            reason
            for split in self.splits.values()
            for case in split.cases
            if case.state == "no data"
            for reason in case.reasons or ["no evaluator judges its cases"]
        ]
        return max(set(reasons), key=reasons.count, default="")

    @property
    def faults(self) -> list[str]:
        """What broke beside the cases: evaluators of the whole report."""
        return [
            f"{failure.name}: {failure.error_message}"
            for split in self.splits.values()
            for failure in split.report.report_evaluator_failures
        ]


class Usage(BaseModel):
    """What the target spent on language models: tokens, and dollars where their price is known."""

    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None


class Quoted(BaseModel):
    """How many of the `answers` were quoted in place of a language model's words, and why, each reason with its
    count. One that could not be asked at all is an error of its case."""

    answers: int
    reasons: dict[str, int]

    @property
    def told(self) -> str:
        """It in a sentence; "" when every answer is who it is said to be from."""
        why = ", ".join(f"{reason} ({count})" for reason, count in self.reasons.items())
        return f"{sum(self.reasons.values())} of {self.answers} answers were quoted instead: {why}" if why else ""


class SavedReport(BaseModel):
    """A run: what was asked of whom, with what, and what came of it. `commit` is the program that was asked."""

    format: int = FORMAT
    created_at: str
    commit: Commit
    measured_by: Commit | None = Field(default=None, description="The program that asked, where a server was asked")
    about: About
    judge: str = Field(default="", description="Model string of the judge, or empty")
    repeat: int = 1
    seconds: float
    suites: list[SuiteReport]

    @property
    def state(self) -> State:
        """The worst of the suites' states; `no data` when nothing at all was judged."""
        return _WORST_FIRST[min(_WORST_FIRST.index(suite.state) for suite in self.suites)]

    @property
    def not_judged(self) -> dict[str, str]:
        """The suites that had nothing to judge, and why."""
        return {suite.name: suite.why_no_data for suite in self.suites if suite.state == "no data"}

    @property
    def usage(self) -> Usage:
        """What was spent on language models, all suites together; the judge's own is not counted."""
        metrics = [
            case.metrics for suite in self.suites for split in suite.splits.values() for case in split.report.cases
        ]

        def total(name: str) -> float:
            return sum(float(one.get(name, 0)) for one in metrics)

        input_tokens, output_tokens = int(total("input_tokens")), int(total("output_tokens"))
        if not input_tokens + output_tokens:
            return Usage()
        priced = any("cost" in one for one in metrics)
        return Usage(
            input_tokens=input_tokens,
            output_tokens=output_tokens,
            cost=round(total("cost"), 6) if priced else None,
        )

    @property
    def quoted(self) -> Quoted:
        """What was not written by the language model that is measured, all suites together."""
        splits = [split.report for suite in self.suites for split in suite.splits.values()]
        outcomes = [case.output for split in splits for case in split.cases]
        answers = [one.answer for one in outcomes if isinstance(one, Outcome) and one.answer is not None]
        told = [failure.error_message.partition(": ") for split in splits for failure in split.failures]
        missing = [words.partition(";")[0] for name, _, words in told if name == ModelMissing.__name__]
        reasons = Counter([why_quoted(answer.fallback) for answer in answers if answer.fallback] + missing)
        return Quoted(answers=len(answers) + len(missing), reasons=dict(reasons.most_common()))


def now() -> str:
    """This moment in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def save(report: SavedReport, path: Path) -> None:
    """Writes a report. Raises OperatorError when it cannot."""
    write_file(path, report.model_dump_json())


def load(path: Path) -> SavedReport:
    """A saved report. Raises SuiteError when the file is none, or one of another format."""
    try:
        return SavedReport.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SuiteError(
            f"{path} cannot be read ({error.strerror}); name a report that `linelead eval` saved."
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SuiteError(
            f"{path} is not a report of this version of Linelead ({field}: {first['msg']}); measure the baseline anew."
        ) from error
