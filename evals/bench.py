"""Speed and memory of the embedded default on this machine: `make bench`, or `python -m evals.bench`.

Measured over the sample site, in the process that also loads the machine, so figures of different machines do not
compare; figures of one run do. Times are wall-clock milliseconds.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import numpy as np
import yaml
from rich.console import Console
from rich.table import Table

from app.settings import Settings
from app.turns import answer_turn, classify
from app.wiring import Linelead, build
from knowledge.types import Query, Scope
from tools.deps import Principal

SITE = Path(__file__).parent.parent / "knowledge" / "samples" / "site"
QUESTIONS = Path(__file__).parent / "datasets" / "answers.yaml"
TURNS = 200
"""Turns per measurement: enough that the 95th percentile stands on ten of them."""

_FIRST_ANSWER = """
import asyncio, sys, time
started = time.perf_counter()
from pathlib import Path
from app.settings import Settings
from app.turns import answer_turn
from app.wiring import build
from knowledge.types import Scope
from tools.deps import Principal
async def main():
    with build(Settings(data=Path(sys.argv[1]), model="embedded")) as linelead:
        await answer_turn(linelead, "The fryer shows E05, what now?", principal=Principal(), scope=Scope())
        print(time.perf_counter() - started)
asyncio.run(main())
"""


def percentiles(milliseconds: Sequence[float]) -> str:
    """The median and the 95th percentile, in words."""
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return f"p50 {p50:.1f} ms, p95 {p95:.1f} ms"


async def timed(
    questions: Sequence[str], ask: Callable[[str], Awaitable[object]], at_once: int
) -> tuple[list[float], float]:
    """The milliseconds of each call, `at_once` running together, and the seconds of all."""
    gate = asyncio.Semaphore(at_once)
    spent: list[float] = []

    async def one(question: str) -> None:
        async with gate:
            started = time.perf_counter()
            await ask(question)
            spent.append((time.perf_counter() - started) * 1000)

    started = time.perf_counter()
    await asyncio.gather(*(one(question) for question in questions))
    return spent, time.perf_counter() - started


async def ingest(linelead: Linelead) -> tuple[int, int, float]:
    """Takes in the sample site: pages, windows, seconds. The model is loaded before the clock starts."""
    linelead.library.embedder.embed_now(["warm"])
    pages = windows = 0
    started = time.perf_counter()
    for path in sorted(path for path in SITE.rglob("*") if path.is_file()):
        result = await linelead.library.ingestor.ingest(path, collection=path.parent.name, name=path.name)
        pages += len(result.report.pages)
        windows += result.document.windows
    return pages, windows, time.perf_counter() - started


def first_answer(data: Path) -> float:
    """The seconds from the start of a new process to its first answer."""
    command = [sys.executable, "-c", _FIRST_ANSWER, str(data)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300, check=True)
    return float(done.stdout)


async def measure(data: Path, table: Table) -> None:
    """Adds a row for each figure."""
    written = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    # a suffix keeps every question new, so that no cache of earlier ones is measured
    plain = [case["q"] for cases in written.values() for case in cases]
    principal, scope = Principal(), Scope()
    with build(Settings(data=data, model="embedded")) as linelead:
        pages, windows, seconds = await ingest(linelead)
        table.add_row("ingest", f"{pages / seconds:.1f} pages/s, {windows / seconds:.0f} windows/s ({pages} pages)")

        async def turn(question: str) -> object:
            return await answer_turn(linelead, question, principal=principal, scope=scope)

        async def find(question: str) -> object:
            return await linelead.library.retriever.retrieve(Query(question), scope)

        async def route(question: str) -> object:
            return await classify(linelead, question)

        def fresh(mark: str) -> list[str]:
            return [f"{plain[n % len(plain)]} {mark}{n}" for n in range(TURNS)]

        await turn("warm up")
        for name, call in (("routing", route), ("retrieval", find), ("cited turn, 1 at a time", turn)):
            spent, seconds = await timed(fresh(name[:2]), call, 1)
            table.add_row(name, f"{percentiles(spent)}, {len(spent) / seconds:.0f}/s")
        spent, seconds = await timed(fresh("c"), turn, 16)
        table.add_row("cited turn, 16 at a time", f"{percentiles(spent)}, {len(spent) / seconds:.0f}/s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.add_row("peak memory", f"{peak:.0f} MB in this process, the ingest included")
    starts = [await asyncio.to_thread(first_answer, data) for _ in range(3)]
    table.add_row("start-up to first answer", f"{np.median(starts):.1f} s (median of {len(starts)} new processes)")


def main() -> None:
    """Prints the table."""
    table = Table("what", "measured", title="Linelead, embedded default, sample site")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder) / "data", table))
    Console().print(table)


if __name__ == "__main__":
    main()
