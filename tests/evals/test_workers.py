"""Suites in worker processes: the same results as in one process, and what an end before its time leaves."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, cast

import pytest

from app.cli import main
from evals.reports import load

ROOT = Path(__file__).parents[2]
EVALUATORS = '''
import asyncio
import os
import signal
import time
from dataclasses import dataclass
from multiprocessing import active_children, parent_process
from pathlib import Path

from pydantic_evals.evaluators import EvaluationReason, Evaluator

from evals.evaluators.base import CaseEvaluator, Seen, Verdict, no, yes


@dataclass(repr=False)
class Beside(Evaluator):
    """A worker judges too."""

    kill: bool = False
    seconds: float = 0.0

    async def evaluate(self, ctx) -> EvaluationReason:
        begun, until = Path("begun"), time.monotonic() + 120
        if parent_process() is not None:
            begun.write_text(str(os.getpid()), "utf-8")
            if self.kill:
                os.kill(os.getpid(), signal.SIGKILL)
        while not begun.exists() and time.monotonic() < until:
            await asyncio.sleep(0.05)
        await asyncio.sleep(self.seconds)
        return EvaluationReason(begun.exists(), "a worker has begun")


@dataclass(repr=False)
class Alone(CaseEvaluator):
    """No worker is there."""

    def judge(self, case: Seen) -> Verdict:
        return no("there is a worker") if active_children() else yes("there is none")
'''
LONG = """\
name: long
cases:
  - inputs: {earlier: [what does E05 mean on the fryer], question: and how do i clear it}
    expected_output: {route: equipment}
    metadata: {split: report}
  - {inputs: thanks, expected_output: {route: persona}, metadata: {split: tune}}
evaluators: [RouteIsRight, BESIDE]
report_evaluators: [AtLeast: {metric: route_is_right, value: 1}]
"""
SHORT = """\
name: short
cases:
  - inputs: how hot must chicken be
    expected_output: {route: tutor, says: ["165"], gold: [{document: none.md, words: nowhere}]}
    metadata: {split: report, kind: wrong}
evaluators: [RouteIsRight, Says, MaxModelRequests: 3, BESIDE]
report_evaluators:
  - ConfusionMatrixEvaluator:
      {predicted_from: labels, predicted_key: route, expected_from: labels, expected_key: expected_route}
  - AtLeast: {metric: route_is_right, value: 1}
"""
TIMED = """\
name: timed
cases: [{inputs: thanks, metadata: {split: report}}]
evaluators: [Milliseconds, Alone]
"""
CHANGING = {"created_at", "seconds", "milliseconds", "task_duration", "total_duration", "trace_id", "span_id"}


def write(folder: Path, beside: str = "Beside") -> str:
    """A folder of suites. A worker runs `short`, while `long`, which takes more turns, waits for it in the parent."""
    for text in (LONG, SHORT, TIMED):
        path = folder / "suites" / re.findall(r"^name: (\w+)", text)[0] / "cases.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text.replace("BESIDE", beside), "utf-8")
    (folder / "suites" / "evaluators.py").write_text(EVALUATORS, "utf-8")
    return str(folder / "suites")


def unchanging(value: object) -> object:
    """What is the same in every run."""
    if isinstance(value, dict):
        known = cast(dict[str, object], value)
        return {key: unchanging(each) for key, each in known.items() if key not in CHANGING}
    return [unchanging(each) for each in cast(list[object], value)] if isinstance(value, list) else value


def test_workers_give_what_one_process_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write(tmp_path)
    reports: list[dict[str, Any]] = []
    for workers in ("2", "1"):
        words = ["eval", "timed", "short", "long", "--suites", folder, "--workers", workers, "--output", "r.json"]
        assert main(words) == 1, "one threshold is missed"
        told = [line.partition(" in ")[0] for line in capfd.readouterr().err.splitlines()]
        assert sorted(told[1:]) == ["long: passed", "short: failed", "timed: passed"]
        assert told[0].startswith("Gold that cannot be found: "), "which is told once"
        reports.append(json.loads((tmp_path / "r.json").read_text("utf-8")))
    timed, short, long = [[report["suites"][n] for report in reports] for n in range(3)]
    assert unchanging(short[0]) == unchanging(short[1])
    assert unchanging(long[0]) == unchanging(long[1])
    assert reports[0]["about"] == reports[1]["about"]
    assert [case["assertions"]["alone"]["reason"] for case in timed[0]["splits"]["report"]["report"]["cases"]] == [
        "there is none"
    ]


def test_a_worker_that_is_killed_is_an_error_that_names_its_suite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write(tmp_path, "Beside: {kill: true}")
    assert main(["eval", "long", "short", "--suites", folder, "--workers", "2", "--output", "r.json"]) == 3
    err = capfd.readouterr().err
    assert err.splitlines()[-1] == (
        "linelead: A worker process was killed (SIGKILL) while it ran the suite 'short'; nothing of this run is saved. "
        "With --workers 1 there is none, and the least memory is needed."
    ), err
    assert not (tmp_path / "r.json").exists()


def test_ctrl_c_saves_what_was_done_in_every_process_and_leaves_none(tmp_path: Path) -> None:
    folder = write(tmp_path, "Beside: {seconds: 0.05}")
    command = [sys.executable, "-m", "app.cli", "eval", "long", "short", "--suites", folder, "--workers", "2"]
    process = subprocess.Popen(
        [*command, "--repeat", "500", "--output", "r.json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until = time.monotonic() + 120
    while not (tmp_path / "begun").exists():
        assert time.monotonic() < until, "no worker began in time"
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, out + err
    assert "Interrupted; what was done by then is in r.json" in out
    assert "Traceback" not in err
    report = load(tmp_path / "r.json")
    assert [(suite.name, suite.stopped) for suite in report.suites] == [("long", True), ("short", True)]
    assert all(0 < len(suite.splits["report"].report.cases) < 500 for suite in report.suites)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "begun").read_text("utf-8")), 0)
