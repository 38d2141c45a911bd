"""Suites run side by side, one in this process and others in workers: a process uses one core whatever it is asked.

A worker opens a program of its own over a copy of the sample site, and is sent whole suites, so that their evaluators
see the same spans as here. Documents are planted in this process alone, which spares each worker a second program: it
takes 0.4 GB as it is. The whole run over the sample site took 132 s with one worker and 189 s without, one after the
other on two cores.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.settings import Settings
from evals.errors import WorkerDied
from evals.public.figures import to_stderr
from evals.reports import SuiteReport
from evals.runner import Listener, Plan, is_timed, run_suite, turns
from evals.sample import sample_copy
from evals.suites import Suite, find_evaluators
from evals.targets import EmbeddedTarget, open_program
from knowledge.errors import LineleadError

MOST = 4
"""Processes at most, this one included: the longest suite takes a quarter of the time of all."""
WORTH = 200
"""Turns from which on workers pay: one takes 6 s of a core to start, in which 70 turns are answered."""
STOP_SECONDS = 10.0
"""How long a worker that is told to stop may take to hand over what it has done."""

Keep = Callable[[SuiteReport], None]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A worker can be sent suites."""


@dataclass(frozen=True, slots=True)
class _Started:
    """A worker has begun a suite."""

    suite: str
    runs: int


@dataclass(frozen=True, slots=True)
class _Advanced:
    """A worker has done a case."""

    suite: str


def workers_for(processes: int | None, suites: Sequence[Suite], plan: Plan) -> int:
    """How many workers to run suites in beside this process; `processes`, this one included: None is what pays."""
    if sys.platform == "win32":  # its event loop cannot wait for a pipe
        return 0
    if processes is None:
        pays = sum(map(turns, suites)) * plan.repeat >= WORTH
        processes = min(os.cpu_count() or 1, MOST) if pays else 1
    # one suite stays for this process
    beside = [suite for suite in suites if not is_timed(suite)]
    return max(min(processes, len(beside)) - 1, 0)


async def run_beside(
    suites: Sequence[Suite],
    target: EmbeddedTarget,
    plan: Plan,
    listener: Listener,
    keep: Keep,
    *,
    workers: int,
    folder: Path,
) -> None:
    """Runs the suites of a folder here and in so many workers, the longest first, and gives `keep` each report.

    When the task is cancelled, `keep` gets what was done of each suite by then. Raises WorkerDied.
    """
    waiting = sorted(suites, key=lambda suite: (_plants(suite), turns(suite)), reverse=True)
    stopped = False

    def kept(report: SuiteReport) -> None:
        nonlocal stopped
        stopped = stopped or report.stopped
        keep(report)

    async def here() -> None:
        while waiting and not stopped:
            kept(await run_suite(waiting.pop(0), target, plan, listener))

    async def there(worker: _Worker) -> None:
        await worker.ready()
        while suite := next((suite for suite in waiting if not _plants(suite)), None):
            waiting.remove(suite)
            await worker.run(suite, listener, kept)

    with _started(workers, target.linelead.settings, folder, plan) as started:
        try:
            async with asyncio.TaskGroup() as lanes:
                lanes.create_task(here())
                for worker in started:
                    lanes.create_task(there(worker))
        except ExceptionGroup as group:
            raise group.exceptions[0] from None
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if not stopped or task is None:
                raise  # nothing tells that the run is not whole
            task.uncancel()


def _plants(suite: Suite) -> bool:
    return any(case.inputs.planted for case in suite.dataset.cases)


@contextmanager
def _started(count: int, settings: Settings, folder: Path, plan: Plan) -> Generator[list[_Worker]]:
    """Workers, each over its own copy of the sample site. The copies are ours, so that a killed one leaves none."""
    with ExitStack() as stack:
        workers: list[_Worker] = []
        for _ in range(count):
            copy = stack.enter_context(sample_copy(settings.embedder, to_stderr))
            workers.append(_Worker(settings.model_copy(update={"data": copy}), folder, plan))
            stack.callback(workers[-1].close)
        yield workers


class _Worker:
    """A process that runs suites, as this process sees it."""

    def __init__(self, settings: Settings, folder: Path, plan: Plan) -> None:
        self._pipe, other = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(target=_work, args=(other, settings, folder, plan))
        self._is_ready = False
        # the worker inherits the mask: Ctrl-C, which a terminal sends to every process of a command, is for us alone
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        other.close()  # only the worker's own is left: when it dies, the pipe ends

    async def ready(self) -> None:
        """Waits until it can be sent suites."""
        await self._received("was opening the program")
        self._is_ready = True

    async def run(self, suite: Suite, listener: Listener, keep: Keep) -> None:
        """Gives `keep` the report of a suite; when the task is cancelled, of the cases that were done."""
        self._send(suite, suite.name)
        try:
            keep(await self._report(suite.name, listener))
        except asyncio.CancelledError:
            self._send(None, suite.name)
            with suppress(TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    keep(await self._report(suite.name, listener))
            raise

    async def _report(self, suite: str, listener: Listener) -> SuiteReport:
        while True:
            match await self._received(f"ran the suite {suite!r}"):
                case _Started() as started:
                    listener.start(started.suite, started.runs)
                case _Advanced() as advanced:
                    listener.advance(advanced.suite)
                case report:
                    assert isinstance(report, SuiteReport)
                    return report

    async def _received(self, doing: str) -> object:
        """What the worker sends next. Raises what it could not open the program for, and WorkerDied."""
        loop, arrived = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._pipe, arrived.set)
        try:
            await arrived.wait()
        finally:
            loop.remove_reader(self._pipe)
        try:
            message = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died(doing) from error
        if isinstance(message, LineleadError):
            raise message
        return message

    def _send(self, message: Suite | None, suite: str) -> None:
        try:
            self._pipe.send(message)
        except OSError as error:
            raise self._died(f"was sent the suite {suite!r}") from error

    def _died(self, doing: str) -> WorkerDied:
        self._process.join(STOP_SECONDS)
        code = self._process.exitcode or 0
        how = f"was killed ({signal.Signals(-code).name})" if code < 0 else f"ended (exit code {code})"
        return WorkerDied(
            f"A worker process {how} while it {doing}; nothing of this run is saved. "
            "With --workers 1 there is none, and the least memory is needed."
        )

    def close(self) -> None:
        """Ends the process: an idle one ends by itself when its pipe does."""
        self._pipe.close()
        if self._is_ready:
            self._process.join(STOP_SECONDS)
        self._process.kill()
        self._process.join()


# --- in the worker ----------------------------------------------------------------------------------------------------


class _Relay:
    """Tells the parent how a run goes."""

    def __init__(self, pipe: Connection[Any, Any]) -> None:
        self._pipe = pipe

    def start(self, suite: str, runs: int) -> None:
        self._pipe.send(_Started(suite, runs))

    def advance(self, suite: str) -> None:
        with suppress(OSError):  # the parent is gone: `_serve` sees it
            self._pipe.send(_Advanced(suite))


def _work(pipe: Connection[Any, Any], settings: Settings, folder: Path, plan: Plan) -> None:
    """Opens the program and runs the suites that are sent through the pipe."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    find_evaluators(folder)  # what the suites are made of
    with suppress(EOFError, OSError), ExitStack() as stack:  # the parent is gone
        try:
            target = open_program(stack, settings, own=True, plants=False, tell=to_stderr)
        except LineleadError as error:
            pipe.send(error)
        else:
            asyncio.run(_serve(pipe, target, plan))


async def _serve(pipe: Connection[Any, Any], target: EmbeddedTarget, plan: Plan) -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None

    def stop() -> None:  # what comes while a suite runs, be it the pipe's end, means that it shall stop
        loop.remove_reader(pipe)
        task.cancel()

    pipe.send(_Ready())
    while suite := pipe.recv():
        loop.add_reader(pipe, stop)
        report = await run_suite(suite, target, plan, _Relay(pipe))
        loop.remove_reader(pipe)
        pipe.send(report)
