"""Runs suites: pydantic-evals evaluates the cases of each split, this adds limits, thresholds and partial results."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Protocol, cast

from pydantic_ai import Agent
from pydantic_evals import Case, CaseLifecycle, Dataset
from pydantic_evals.evaluators import Evaluator, ReportEvaluator, ROCAUCEvaluator
from pydantic_evals.reporting import EvaluationReport, ReportCase, ReportCaseFailure
from pydantic_evals.reporting.analyses import ScalarResult

from evals.cases import SPLITS, Ask, Expected, Labels, Split
from evals.errors import CaseTimedOut
from evals.evaluators.base import CaseEvaluator, meanings_of
from evals.evaluators.judging import Judge
from evals.evaluators.thresholds import Check, Threshold
from evals.evaluators.timing import Percentiles
from evals.outcome import Part, Result
from evals.reports import SplitReport, SuiteReport
from evals.statistics import Report, figures
from evals.suites import Suite
from evals.targets import Target

logger = logging.getLogger(__name__)

AnyCase = Case[Ask, Result, Labels]
CaseResult = ReportCase[Ask, Result, Labels]
CaseError = ReportCaseFailure[Ask, Result, Labels]
CaseJudge = Evaluator[Ask, Result, Labels]


class Listener(Protocol):
    """Who is told how a run goes, while it goes."""

    def start(self, suite: str, runs: int) -> None: ...

    def advance(self, suite: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """How suites are run. `narrowed`: only some of their cases are, so that thresholds are not judged. `judge` is the
    model string of a judge, or "" for none; `seconds` is the longest a case may take.
    """

    repeat: int = 1
    at_once: int = 4
    seconds: float = 120.0
    judge: str = ""
    narrowed: bool = False


async def run_suite(suite: Suite, target: Target, plan: Plan, listener: Listener) -> SuiteReport:
    """The report of one suite. When the task is cancelled, the report of the cases that were done, `stopped`."""
    started = perf_counter()
    record_spans()
    listener.start(suite.name, len(suite.dataset.cases) * plan.repeat)
    splits: dict[Split, SplitReport] = {}
    checks: list[Check] = []
    stopped = False
    for split in SPLITS:
        cases = cast(list[AnyCase], suite.part(split))
        if not cases or stopped:
            continue
        part = _Part(suite, cases, target, plan, lambda: listener.advance(suite.name))
        try:
            report = await part.run()
        except asyncio.CancelledError:
            stopped, report = True, part.so_far()
            task = asyncio.current_task()
            assert task is not None
            task.uncancel()  # the cancellation ends here: what was done is a result
            asyncio.get_running_loop().set_exception_handler(_tell_unless_left_open)
        splits[split] = SplitReport(report=report, figures=figures(report))
        if split == "report":
            judged = not (plan.narrowed or stopped)
            checks = [_checked(threshold, report, judged=judged) for threshold in suite.thresholds]
    return SuiteReport(
        name=suite.name,
        about=suite.about,
        dataset_hash=suite.digest,
        splits=splits,
        checks=checks,
        meanings=_meanings(suite),
        seconds=round(perf_counter() - started, 2),
        narrowed=plan.narrowed,
        stopped=stopped,
    )


def _tell_unless_left_open(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Of the streams that an interruption left open, some object to being closed: that is news to nobody."""
    if "asyncgen" in context:
        logger.debug("%s: %r", context.get("message"), context.get("exception"))
    else:
        loop.default_exception_handler(context)


def _checked(threshold: Threshold, report: Report, *, judged: bool) -> Check:
    check = threshold.check(report)
    if judged:
        return check
    return check.model_copy(update={"state": "not judged", "reason": "only a part of the cases was run"})


def _meanings(suite: Suite) -> dict[str, str]:
    kinds = {type(evaluator) for evaluator in suite.dataset.evaluators}
    kinds |= {type(evaluator) for case in suite.dataset.cases for evaluator in case.evaluators}
    found = {name: words for kind in kinds for name, words in meanings_of(kind).items()}
    for after in suite.dataset.report_evaluators:
        if isinstance(after, Percentiles):
            found |= after.explanations
        elif isinstance(after, ROCAUCEvaluator):
            apart = f"How surely “{after.score_key}” tells the cases apart: 1 always, 0.5 as a coin does."
            found[f"{after.title} AUC"] = apart
    return found


class _Part:
    """The cases of one split, being run."""

    def __init__(
        self, suite: Suite, cases: Sequence[AnyCase], target: Target, plan: Plan, advance: Callable[[], None]
    ) -> None:
        own = cast(list[CaseJudge], suite.dataset.evaluators)
        self._own = [_with_judge(evaluator, plan.judge) for evaluator in own]
        evaluators = list(self._own)
        if plan.judge and not any(isinstance(evaluator, Judge) for evaluator in evaluators):
            evaluators.append(Judge(model=plan.judge))  # judges the answers that are there anyway
        after = [e for e in suite.dataset.report_evaluators if not isinstance(e, Threshold)]
        self._dataset = Dataset[Ask, Result, Labels](
            name=suite.name,
            cases=cases,
            evaluators=evaluators,
            report_evaluators=cast(list[ReportEvaluator[Ask, Result, Labels]], after),
        )
        self._target, self._plan, self._advance = target, plan, advance
        self._done: list[CaseResult] = []
        self._failed: list[CaseError] = []
        # nothing else may run beside a measurement of time, the recording of spans included
        self._alone = is_timed(suite)

    async def run(self) -> Report:
        """The report of all cases. What is done before a cancellation stays in `so_far`."""
        if self._alone:
            Agent.instrument_all(False)
        try:
            report = await self._dataset.evaluate(
                self._ask,
                task_name=self._target.about.target,
                max_concurrency=1 if self._alone else self._plan.at_once,
                progress=False,
                repeat=self._plan.repeat,
                lifecycle=self._lifecycle,
            )
        finally:
            if self._alone:
                Agent.instrument_all()
        # a curve without cases has the area "not a number", which JSON cannot say; a threshold on it has no data then
        kept = [a for a in report.analyses if not (isinstance(a, ScalarResult) and a.value != a.value)]
        return replace(report, analyses=kept)

    def so_far(self) -> Report:
        """The report of the cases that are done."""
        return EvaluationReport(name=self._target.about.target, cases=self._done, failures=self._failed)

    def _lifecycle(self, case: AnyCase) -> CaseLifecycle[Ask, Result, Labels]:
        return _Lifecycle(case, wanted_parts(case, self._own), self._collect)

    def _collect(self, result: CaseResult | CaseError | None) -> None:
        if isinstance(result, ReportCase):
            self._done.append(result)
        elif result is not None:
            self._failed.append(result)
        self._advance()

    async def _ask(self, ask: Ask) -> Result:
        try:
            async with asyncio.timeout(self._plan.seconds):
                outcome = await self._target.answer(ask, _wanted.get())
                if not ask.without:
                    return outcome
                bare = ask.model_copy(update={"question": ask.without, "without": ""})
                without = await self._target.answer(bare, _wanted.get())
                return outcome.model_copy(update={"without": without})
        except TimeoutError as error:
            raise CaseTimedOut(f"It took more than {self._plan.seconds:g} seconds and was stopped.") from error


_wanted: ContextVar[frozenset[Part]] = ContextVar("wanted parts")


class _Lifecycle(CaseLifecycle[Ask, Result, Labels]):
    """Says which parts of the outcome a case needs, and hands its result on as soon as it is there."""

    def __init__(
        self, case: AnyCase, wanted: frozenset[Part], collect: Callable[[CaseResult | CaseError | None], None]
    ) -> None:
        super().__init__(case)
        self._parts, self._collect = wanted, collect

    async def setup(self) -> None:
        _wanted.set(self._parts)

    async def teardown(self, result: CaseResult | CaseError | None) -> None:
        self._collect(result)


def wanted_parts(case: AnyCase, evaluators: Sequence[CaseJudge]) -> frozenset[Part]:
    """The parts of the outcome that some evaluator of a case looks at; of pydantic-evals' own: the answer."""
    expected = case.expected_output if isinstance(case.expected_output, Expected) else Expected()
    wanted: set[Part] = set()
    for evaluator in [*case.evaluators, *evaluators]:
        if not isinstance(evaluator, CaseEvaluator):
            if not isinstance(evaluator, Judge) or evaluator.model:
                wanted.add("answer")
        elif evaluator.applies(case.inputs, expected):
            wanted |= evaluator.needs
    if "quiz" in wanted:
        wanted.add("answer")
    return frozenset(wanted)


def is_timed(suite: Suite) -> bool:
    """Whether some evaluator of a suite measures time, so that nothing else may run beside it."""
    return any(isinstance(evaluator, CaseEvaluator) and evaluator.alone for evaluator in suite.dataset.evaluators)


def turns(suite: Suite) -> int:
    """The turns that a suite takes, which are what takes time: a decision alone takes a tenth of one."""
    evaluators = cast(list[CaseJudge], suite.dataset.evaluators)
    cases = cast(list[AnyCase], suite.dataset.cases)
    return sum(1 + len(case.inputs.earlier) for case in cases if "answer" in wanted_parts(case, evaluators))


def _with_judge(evaluator: CaseJudge, model: str) -> CaseJudge:
    return replace(evaluator, model=model) if isinstance(evaluator, Judge) and model else evaluator


def record_spans() -> None:
    """Records the spans of agents in this process, for evaluators that look at them and for tokens and cost.

    Does nothing where a provider of spans is set already.
    """
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider

    if isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        trace.set_tracer_provider(TracerProvider())
        logging.getLogger("opentelemetry").setLevel(logging.ERROR)
    Agent.instrument_all()
