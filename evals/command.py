"""What `linelead eval` does: opens the target, runs the suites, and tells, saves and compares the results."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Sequence
from contextlib import AsyncExitStack, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from agents.registry import Registry
from app.errors import EXIT_FAILED, EXIT_OK, EXIT_USAGE
from app.settings import EMBEDDED, Settings
from app.version import read_commit
from app.wiring import find_model, load_registry
from evals.compare import Comparison, compare
from evals.errors import UnknownSuite
from evals.gold import spans_by_document, unresolved
from evals.html import write_html
from evals.junit import write_junit
from evals.printing import print_comparison, print_suite, print_summary
from evals.public.figures import to_stderr
from evals.reports import SavedReport, State, SuiteReport, load, now, save
from evals.runner import Plan, is_timed, run_suite
from evals.server import is_address, open_server
from evals.suites import SHIPPED, Suite, check_routes, load_suites
from evals.targets import About, EmbeddedTarget, Target, open_program
from evals.workers import run_beside, workers_for

EXIT_CODES: dict[State, int] = {"passed": EXIT_OK, "no data": EXIT_USAGE, "failed": EXIT_FAILED, "stopped": 130}
"""Exit codes by the state of a run."""


@dataclass(frozen=True, slots=True)
class Request:
    """A call of `linelead eval`. `settings` hold the library's folder and where reports go; `own`: ask that library
    and not the sample site. `target` is "embedded", a model string, or a server's address.
    """

    settings: Settings
    target: str
    suites: tuple[str, ...] = ()
    folder: Path = SHIPPED
    own: bool = False
    cases: tuple[str, ...] = ()
    plan: Plan = field(default_factory=Plan)
    baseline: Path | None = None
    output: Path | None = None
    junit: Path | None = None
    html: Path | None = None
    every_case: bool | None = None
    workers: int | None = None
    """Processes to run suites in, where the embedded default is asked over the sample site; None: what pays."""


def evaluate(request: Request, console: Console) -> int:
    """Runs what is asked for, tells and saves the results, and gives the exit code.

    Raises SuiteError, UnknownSuite and SettingError before anything is run, TargetError and other OperatorErrors when
    the target cannot be opened.
    """
    baseline = load(request.baseline) if request.baseline else None
    report = measure(request)
    comparison = compare(report, baseline) if baseline else None
    written = _write(request, report, comparison)  # first: whoever reads what is printed may stop reading
    every_case = request.every_case if request.every_case is not None else bool(request.suites or request.cases)
    for suite in report.suites:
        print_suite(console, suite, every_case=every_case)
    if comparison:
        print_comparison(console, comparison)
    print_summary(console, report)
    partly = "Interrupted; what was done by then is in " if report.state == "stopped" else "Saved as "
    console.print(f"{partly}{', '.join(map(str, written))}", highlight=False, soft_wrap=True)
    if report.state == "no data":
        to_stderr("Nothing was judged: name other suites, or ask another --target or --data, that can be judged.")
    return EXIT_CODES[report.state]


def measure(request: Request) -> SavedReport:
    """The report of a run, not saved. Progress goes to stderr. Call it outside an event loop; raises as `evaluate`."""
    started, created_at, plan = perf_counter(), now(), request.plan
    suites = chosen(request, load_registry(request.settings))
    _check_models(request)
    key = request.settings.target_key.get_secret_value()
    with ExitStack() as stack:
        opened = None if is_address(request.target) else _open(stack, request, suites)

        async def run() -> tuple[About, list[SuiteReport]]:
            async with AsyncExitStack() as server:
                target = opened or await open_server(server, request.target, key)
                return target.about, await _run_all(request, suites, target)

        about, done = asyncio.run(run())
    here = read_commit()
    return SavedReport(
        created_at=created_at,
        commit=about.program or here,
        measured_by=here if about.program else None,
        about=about,
        judge=plan.judge,
        repeat=plan.repeat,
        seconds=round(perf_counter() - started, 1),
        suites=done,
    )


def _check_models(request: Request) -> None:
    """Raises SettingError for a target or a judge that is none."""
    example = "a PydanticAI model string such as 'openai:gpt-5-mini'"
    if request.target != EMBEDDED and not is_address(request.target):
        remedy = f"A target is {EMBEDDED!r}, {example}, or a running server's address, with http:// or https://."
        find_model(request.target, "--target", remedy)
    if request.plan.judge:
        find_model(request.plan.judge, "--judge", f"A judge is {example}.")


async def _run_all(request: Request, suites: Sequence[Suite], target: Target) -> list[SuiteReport]:
    """The reports of suites in their order, up to a stop. Those that measure time run when nothing runs beside them."""
    plan, beside, done = request.plan, list[Suite](), list[SuiteReport]()
    with _progress() as progress:

        def keep(report: SuiteReport) -> None:
            done.append(report)
            progress.finish(report)

        # a language model or a server is waited for, and a data folder of one's own is open in one process
        if (
            isinstance(target, EmbeddedTarget)
            and target.about.model == EMBEDDED
            and not request.own
            and (workers := workers_for(request.workers, suites, plan))
        ):
            beside = [suite for suite in suites if not is_timed(suite)]
            await run_beside(beside, target, plan, progress, keep, workers=workers, folder=request.folder)
        for suite in suites:
            if suite not in beside and not any(report.stopped for report in done):
                keep(await run_suite(suite, target, plan, progress))
    order = [suite.name for suite in suites]
    return sorted(done, key=lambda report: order.index(report.name))


def _write(request: Request, report: SavedReport, comparison: Comparison | None) -> list[Path]:
    """Saves a report in all the forms asked for; the files written."""
    stamp = report.created_at.partition("+")[0].replace(":", "-")
    path = request.output or _unused(saved_in(request.settings), stamp)
    save(report, path)
    written = [path]
    if request.html:
        write_html(report, request.html, comparison)
        written.append(request.html)
    if request.junit:
        write_junit(report, request.junit)
        written.append(request.junit)
    return written


def saved_in(settings: Settings) -> Path:
    """The folder of the reports that no file was named for."""
    return settings.data / "evals"


def _unused(folder: Path, stamp: str) -> Path:
    """A file of one's own: two runs may end in the same second."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = folder / (f"{stamp}.json" if number == 1 else f"{stamp}-{number}.json")
        with suppress(FileExistsError):
            path.open("x").close()
            return path
    raise AssertionError("there is always a next number")


def chosen(request: Request, registry: Registry) -> list[Suite]:
    """The suites to run, narrowed to the cases that were asked for.

    Raises UnknownSuite when no case is named so, SuiteError for one that expects a specialist who is not there.
    """
    suites = load_suites(request.folder, request.suites, registry)
    if not is_address(request.target):  # a server may have other specialists
        check_routes(suites, registry)
    if not request.cases:
        return suites
    narrowed = [suite.narrowed(request.cases) for suite in suites]
    for text in request.cases:
        if not any(text.lower() in str(case.name).lower() for suite in narrowed for case in suite.dataset.cases):
            names = ", ".join(suite.name for suite in suites)
            raise UnknownSuite(f"No case of {names} has {text!r} in its name; `linelead eval list` shows the cases.")
    return [suite for suite in narrowed if suite.dataset.cases]


def _open(stack: ExitStack, request: Request, suites: Sequence[Suite]) -> EmbeddedTarget:
    """The program as the request wants it, closed with `stack`. Tells of gold that stands nowhere in its library."""
    settings = request.settings.model_copy(update={"model": request.target})
    plants = any(case.inputs.planted for suite in suites for case in suite.dataset.cases)
    target = open_program(stack, settings, own=request.own, plants=plants, tell=to_stderr)
    for fault in unresolved(suites, spans_by_document(target.linelead.library)):
        to_stderr(f"Gold that cannot be found: {fault}")
    return target


class _Bars:
    """Progress on stderr: a bar per suite in a terminal, else a line when a suite is done."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def start(self, suite: str, runs: int) -> None:
        if self._progress is not None:
            self._tasks[suite] = self._progress.add_task(suite, total=runs)

    def advance(self, suite: str) -> None:
        if self._progress is not None:
            self._progress.advance(self._tasks[suite])

    def finish(self, suite: SuiteReport) -> None:
        if self._progress is None:
            to_stderr(f"{suite.name}: {suite.state} in {suite.seconds:.1f} s")


@contextmanager
def _progress() -> Generator[_Bars]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Bars(None)
        return
    columns = (TextColumn("{task.description:>12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bars(progress)
