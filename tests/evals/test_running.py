"""Suites run: what passes, what fails, what breaks, what has no data, and what an interruption leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from pydantic_evals.reporting.analyses import ConfusionMatrix

from evals.cases import Ask
from evals.evaluators.base import CaseEvaluator, Seen, Verdict
from evals.evaluators.thresholds import Check
from evals.outcome import Outcome, Part
from evals.reports import SuiteReport
from evals.runner import Plan, run_suite
from evals.statistics import wilson
from evals.suites import Suite

from .conftest import ScriptedTarget, Silent, answer, outcome

LoadSuite = Callable[[str], Suite]

ROUTES = """\
cases:
  - {inputs: a, expected_output: {route: equipment}, metadata: {split: report, kind: code}}
  - {inputs: b, expected_output: {route: equipment}, metadata: {split: report}}
  - {inputs: c, expected_output: {route: safety}, metadata: {split: report}}
  - {inputs: d, expected_output: {route: equipment}, metadata: {split: tune}}
evaluators: [RouteIsRight]
report_evaluators:
  - ConfusionMatrixEvaluator:
      {predicted_from: labels, predicted_key: route, expected_from: labels, expected_key: expected_route}
"""


def run(suite: Suite, target: ScriptedTarget, plan: Plan | None = None) -> SuiteReport:
    return asyncio.run(run_suite(suite, target, plan or Plan(), Silent()))


def test_thresholds_judge_the_report_split_alone_and_name_the_cases_against_them(suite: LoadSuite) -> None:
    target = ScriptedTarget({q: outcome(q) for q in "abc"} | {"d": outcome("d", "tutor")})
    loaded = suite(ROUTES + "  - AtLeast: {metric: route_is_right, value: 0.7}")
    report = run(loaded, target)
    low, high = wilson(2 / 3, 3)
    assert report.checks == [
        Check(
            metric="route_is_right",
            bound=0.7,
            at_least=True,
            state="failed",
            value=2 / 3,
            low=low,
            high=high,
            n=3,
            share=True,
            failing=["c"],
        )
    ]
    assert report.state == "failed"
    assert {case.name: case.state for case in report.splits["report"].cases} == {
        "a": "passed",
        "b": "passed",
        "c": "failed",
    }
    assert report.splits["report"].cases[2].reasons == [
        "route_is_right: it went to equipment (90%: told so); it is for safety"
    ]
    assert [case.state for case in report.splits["tune"].cases] == ["failed"]
    [matrix] = report.splits["report"].report.analyses
    assert isinstance(matrix, ConfusionMatrix)
    assert (matrix.class_labels, matrix.matrix) == (["equipment", "safety"], [[2, 0], [1, 0]])
    lower = suite(ROUTES + "  - AtLeast: {metric: route_is_right, value: 0.6}")
    assert run(lower, target).state == "passed", "the tune case that went wrong does not count"


def test_only_what_some_evaluator_looks_at_is_asked_for(suite: LoadSuite) -> None:
    expected = "{route: equipment, gold: [{document: a, words: b}], needs_context: true}"
    loaded = suite(
        "cases:\n"
        "  - {inputs: a, expected_output: {route: equipment}, metadata: {split: report}}\n"
        f"  - {{inputs: b, expected_output: {expected}, metadata: {{split: report}}}}\n"
        "  - {inputs: c, metadata: {split: report}, evaluators: [{MaxDuration: 60}]}\n"
        "evaluators: [RouteIsRight, GoldRanked, NeedsContext, Says, Judge]"
    )
    target = ScriptedTarget({q: outcome(q, passages=[], needs_context=True, answer=answer("a")) for q in "abc"})
    run(loaded, target)
    assert target.wanted == {"a": {"decision"}, "b": {"decision", "passages", "context"}, "c": {"answer"}}


def test_a_case_that_raises_is_an_error_and_the_others_go_on(suite: LoadSuite) -> None:
    target = ScriptedTarget({q: outcome(q) for q in "bcd"} | {"a": RuntimeError("no such luck")})
    report = run(suite(ROUTES + "  - AtLeast: {metric: route_is_right, value: 0.1}"), target)
    [failed] = [case for case in report.splits["report"].cases if case.state == "error"]
    assert (failed.name, failed.kind, failed.reasons) == ("a", "code", ["RuntimeError: no such luck"])
    assert [check.state for check in report.checks] == ["passed"]
    assert report.state == "failed", "a suite in which something broke is not green"


def test_an_evaluator_that_raises_is_an_error_of_its_case(suite: LoadSuite) -> None:
    @dataclass(repr=False)
    class Broken(CaseEvaluator):
        """Never works."""

        def judge(self, case: Seen) -> Verdict:
            raise ValueError("cannot tell")

    loaded = suite(ROUTES)
    loaded.dataset.evaluators.append(Broken())
    report = run(loaded, ScriptedTarget({q: outcome(q, answer=answer("a")) for q in "abcd"}))
    assert report.splits["tune"].cases[0].reasons == ["broken could not judge it: ValueError: cannot tell"]
    assert report.state == "failed"


def test_a_case_that_takes_too_long_is_stopped(suite: LoadSuite) -> None:
    class Slow(ScriptedTarget):
        async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome:
            if ask.question == "a":
                await asyncio.sleep(60)
            return await super().answer(ask, parts)

    report = run(suite(ROUTES), Slow({q: outcome(q) for q in "bcd"}), Plan(seconds=0.05))
    [stopped] = [case for case in report.splits["report"].cases if case.state == "error"]
    assert stopped.reasons == ["CaseTimedOut: It took more than 0.05 seconds and was stopped."]


def test_what_a_target_cannot_give_is_no_data_and_neither_zero_nor_green(suite: LoadSuite) -> None:
    loaded = suite(
        "cases: [{inputs: a, expected_output: {gold: [{document: a, words: b}]}, metadata: {split: report}}]\n"
        "evaluators: [GoldRanked]\nreport_evaluators: [AtLeast: {metric: gold_found, value: 0}]"
    )
    report = run(loaded, ScriptedTarget({"a": outcome("a", missing={"passages": "a server does not tell"})}))
    [check] = report.checks
    assert (check.state, check.value, check.reason) == ("no data", None, "a server does not tell")
    assert report.state == "no data"
    assert report.splits["report"].figures == []
    [case] = report.splits["report"].cases
    assert (case.state, case.reasons) == ("no data", ["a server does not tell"])


def test_a_threshold_on_a_metric_that_nobody_gives_fails_and_lists_those_there_are(suite: LoadSuite) -> None:
    report = run(
        suite(ROUTES + "  - AtLeast: {metric: route_was_right, value: 0}"),
        ScriptedTarget({q: outcome(q) for q in "abcd"}),
    )
    assert report.checks[0].state == "failed"
    assert report.checks[0].reason == (
        "no case gave 'route_was_right'; correct its name, the metrics are: route_is_right"
    )


def test_repeats_of_a_case_count_once_and_all_must_pass(suite: LoadSuite) -> None:
    routes = iter(["equipment", "tutor", "equipment", "equipment"])
    target = ScriptedTarget({"a": lambda: outcome("a", next(routes))})
    loaded = suite(
        "cases: [{inputs: a, expected_output: {route: equipment}, metadata: {split: report}}]\n"
        "evaluators: [RouteIsRight]"
    )
    report = run(loaded, target, Plan(repeat=4))
    [case] = report.splits["report"].cases
    assert (case.name, case.state, case.runs, case.passed_runs) == ("a", "failed", 4, 3)
    [figure] = report.splits["report"].figures
    assert (figure.value, figure.n) == (0.75, 1)


def test_some_cases_alone_are_not_held_against_the_thresholds(suite: LoadSuite) -> None:
    loaded = suite(ROUTES + "  - AtLeast: {metric: route_is_right, value: 1}")
    target = ScriptedTarget({q: outcome(q) for q in "abcd"})
    passing = run(loaded.narrowed(["A"]), target, Plan(narrowed=True))
    assert (passing.checks[0].state, passing.state) == ("not judged", "passed")
    assert run(loaded.narrowed(["c"]), target, Plan(narrowed=True)).state == "failed"


def test_an_interruption_leaves_the_cases_that_were_done(suite: LoadSuite) -> None:
    class Stalling(ScriptedTarget):
        async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome:
            if ask.question == "c":
                await asyncio.Event().wait()
            return await super().answer(ask, parts)

    class Counting(Silent):
        def __init__(self) -> None:
            super().__init__()
            self.two_done = asyncio.Event()

        def advance(self, suite: str) -> None:
            super().advance(suite)
            if self.done == 2:
                self.two_done.set()

    async def interrupted() -> SuiteReport:
        listener = Counting()
        loaded = suite(ROUTES + "  - AtLeast: {metric: route_is_right, value: 1}")
        target = Stalling({q: outcome(q) for q in "abd"})
        task = asyncio.create_task(run_suite(loaded, target, Plan(), listener))
        await listener.two_done.wait()
        task.cancel()
        return await task

    report = asyncio.run(interrupted())
    assert report.state == "stopped"
    assert [case.name for case in report.splits["report"].cases] == ["a", "b"]
    assert "tune" not in report.splits
    assert [check.state for check in report.checks] == ["not judged"]


def test_latency_is_measured_one_case_at_a_time_with_percentiles(suite: LoadSuite) -> None:
    running = 0

    class Counting(ScriptedTarget):
        async def answer(self, ask: Ask, parts: frozenset[Part]) -> Outcome:
            nonlocal running
            running += 1
            assert running == 1
            await asyncio.sleep(0)
            running -= 1
            return await super().answer(ask, parts)

    names = [str(n) for n in range(1, 21)]
    lines = "".join(f"  - {{inputs: '{n}', metadata: {{split: report}}}}\n" for n in names)
    loaded = suite(
        f"cases:\n{lines}evaluators: [Milliseconds]\nreport_evaluators:\n"
        "  - Percentiles: {scores: [total_ms]}\n  - AtMost: {metric: total_ms p95, value: 19}\n"
        "  - AtMost: {metric: total_ms p50, value: 100}"
    )
    timed = {n: Outcome(question=n, answer=answer("a"), milliseconds={"total": float(n)}) for n in names}
    report = run(loaded, Counting(timed))
    slow, usual = report.checks
    assert (slow.state, slow.value, slow.unit, slow.failing) == ("failed", 19.1, "ms", ["20"])
    assert (usual.state, usual.value, usual.failing) == ("passed", 10.5, [])
    assert report.meanings["total_ms p95"] == "Time until the answer is whole that 95 of 100 turns keep within."


def test_the_evidence_of_refusals_gives_an_area_under_the_curve(suite: LoadSuite) -> None:
    loaded = suite(
        "cases:\n"
        + "".join(
            f"  - {{inputs: '{q}', expected_output: {{refused: {refused}}}, metadata: {{split: report}}}}\n"
            for q, refused in [("a", "true"), ("b", "false"), ("c", "true"), ("d", "false")]
        )
        + "evaluators: [Refused]\nreport_evaluators:\n"
        "  - ROCAUCEvaluator: {score_key: strength, positive_from: labels, positive_key: answerable, title: Evidence}\n"
        "  - AtLeast: {metric: Evidence AUC, value: 0.7}"
    )
    said = {
        q: outcome(q, answer=answer("x", refused=s < 0.5, strength=s))
        for q, s in [("a", 0.1), ("b", 0.9), ("c", 0.6), ("d", 0.3)]
    }
    report = run(loaded, ScriptedTarget(said))
    assert [(check.state, check.value) for check in report.checks] == [("passed", 0.75)]
    one_sided = run(loaded.narrowed(["a"]), ScriptedTarget(said))
    assert one_sided.checks[0].value is None, "without answerable questions there is no curve, and no number"
