"""Speed and memory of the embedded default on this machine: `make bench`, or `python -m evals.bench [--documents DIR]`.

Measured over the sample site, and pages per second of each format over `DIR` if one is given, in the process that also
loads the machine: figures of different machines do not compare, figures of one run do. Times are wall-clock
milliseconds. A document without pages counts as one.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from rich.console import Console
from rich.table import Table

from app.settings import Settings
from app.turns import answer_turn, classify
from app.wiring import Linelead, build
from evals.bench_service import measure_service
from knowledge.errors import DocumentRefused
from knowledge.minilm import OnnxEncoder, TorchEncoder
from knowledge.parsing import Parser
from knowledge.readers import SUFFIXES
from knowledge.recorder import Pending
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


async def ingest(linelead: Linelead, paths: Sequence[Path]) -> tuple[int, int, float]:
    """Takes files in as jobs, as the server does: pages, windows, seconds."""
    started = time.perf_counter()
    accepted = [await linelead.jobs.submit(path, collection="bench", name=path.name) for path in paths]
    results = [await linelead.jobs.finished(one) for one in accepted if isinstance(one, Pending)]
    seconds = time.perf_counter() - started
    windows = sum(result.document.windows for result in results)
    return sum(len(result.report.pages) for result in results), windows, seconds


def embedding(table: Table, texts: Sequence[str]) -> None:
    """Adds windows and questions per second of both ways to run the model, measured one after the other."""
    questions = [" ".join(text.split()[:10]) for text in texts[:64]]
    for name, encoder in (("ONNX Runtime, int8", OnnxEncoder()), ("sentence-transformers", TorchEncoder())):
        encoder.many(texts[:32])
        started = time.perf_counter()
        encoder.many(texts)
        windows = len(texts) / (time.perf_counter() - started)
        spent: list[float] = []
        for question in questions:
            started = time.perf_counter()
            encoder.one(question)
            spent.append((time.perf_counter() - started) * 1000)
        table.add_row(f"embedding, {name}", f"{windows:.0f} windows/s, a question {percentiles(spent)}")


def by_format(folder: Path) -> dict[str, list[Path]]:
    """The files of a folder that can be taken in, by suffix."""
    found: dict[str, list[Path]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES):
        found.setdefault(path.suffix.lower(), []).append(path)
    return found


def parsing(table: Table, documents: Path) -> None:
    """Adds pages per second of reading alone, for each format there is a file of."""
    parser = Parser()
    try:
        for suffix, paths in by_format(documents).items():
            pages, refused, started = 0, 0, time.perf_counter()
            for path in paths:
                try:
                    _, reading = parser.read(path, path.name)
                except DocumentRefused:
                    refused += 1
                else:
                    pages += len(reading.pages)
            table.add_row(f"reading {suffix}", _pages_per_second(pages, time.perf_counter() - started, refused))
    finally:
        parser.close()


async def taking_in(table: Table, linelead: Linelead, documents: Path) -> None:
    """Adds pages per second to searchable, for each format there is a file of; leaves the library empty."""
    for suffix, paths in by_format(documents).items():
        await empty(linelead)
        pages, windows, seconds = await ingest(linelead, paths)
        rate = f"{_pages_per_second(pages, seconds)}, {windows / seconds:.0f} windows/s"
        table.add_row(f"{suffix} to searchable", rate)
    await empty(linelead)


async def empty(linelead: Linelead) -> None:
    """Deletes all documents."""
    for document in linelead.library.catalogue.documents(Scope()):
        await linelead.jobs.delete(Scope(), document.id)


def _pages_per_second(pages: int, seconds: float, refused: int = 0) -> str:
    note = f", {refused} files refused" if refused else ""
    return f"{pages / seconds:.1f} pages/s ({pages} pages{note})" if pages else f"no data{note}"


def scans(folder: Path, pages: int = 6) -> Path:
    """A scanned manual: pictures of the first pages of the fryer's manual, in a PDF without text."""
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs] - it has none
    from PIL import Image

    document: Any = pypdfium2.PdfDocument(next(SITE.rglob("frymate*.pdf")))
    images: list[Image.Image] = [
        document[n].render(scale=200 / 72).to_pil().convert("RGB") for n in range(1, pages + 1)
    ]
    path = folder / "scanned.pdf"
    images[0].save(path, save_all=True, append_images=images[1:], resolution=200)
    return path


def first_answer(data: Path) -> float:
    """The seconds from the start of a new process to its first answer."""
    command = [sys.executable, "-c", _FIRST_ANSWER, str(data)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300, check=True)
    return float(done.stdout)


async def measure(data: Path, table: Table, documents: Path) -> None:
    """Adds a row for each figure; `documents` are those whose formats are measured one by one."""
    written = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    # a suffix keeps every question new, so that no cache of earlier ones is measured
    plain = [case["q"] for cases in written.values() for case in cases]
    principal, scope = Principal(), Scope()
    with build(Settings(data=data, model="embedded")) as linelead:
        linelead.library.embedder.embed_now(["warm"] * 8)
        files = sorted(path for path in SITE.rglob("*") if path.is_file())
        await ingest(linelead, files[-1:])  # starts what the first file would wait for
        await empty(linelead)
        pages, windows, seconds = await ingest(linelead, files)
        rate = f"{_pages_per_second(pages, seconds)}, {windows / seconds:.0f} windows/s"
        table.add_row("sample site to searchable", rate)
        await taking_in(table, linelead, documents)
        scanned = scans(data.parent)
        pages, windows, seconds = await ingest(linelead, [scanned])
        table.add_row("scanned PDF to searchable", f"{seconds / pages:.1f} s a page ({pages} pages)")
        await ingest(linelead, files)

        async def turn(question: str) -> object:
            return await answer_turn(linelead, question, principal=principal, scope=scope)

        async def find(question: str) -> object:
            return await linelead.library.retriever.retrieve(Query(question), scope)

        async def route(question: str) -> object:
            return await classify(linelead, question, principal=principal, scope=scope)

        def fresh(mark: str) -> list[str]:
            return [f"{plain[n % len(plain)]} {mark}{n}" for n in range(TURNS)]

        await turn("warm up")
        for name, call in (("routing", route), ("retrieval", find), ("cited turn, 1 at a time", turn)):
            spent, seconds = await timed(fresh(name[:2]), call, 1)
            table.add_row(name, f"{percentiles(spent)}, {len(spent) / seconds:.0f}/s")
        spent, seconds = await timed(fresh("c"), turn, 16)
        table.add_row("cited turn, 16 at a time", f"{percentiles(spent)}, {len(spent) / seconds:.0f}/s")
        enough = asyncio.Event()
        busy = asyncio.create_task(_keep_busy(linelead, data.parent, enough))
        spent, seconds = await timed(fresh("d"), turn, 1)
        table.add_row("cited turn during an ingest", f"{percentiles(spent)}, {len(spent) / seconds:.0f}/s")
        enough.set()
        await busy  # what is left half done would be gone on with by the servers measured next
    await asyncio.to_thread(measure_service, data, fresh("s"), table)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.add_row("peak memory", f"{peak:.0f} MB in this process, the ingest included")
    starts = [await asyncio.to_thread(first_answer, data) for _ in range(3)]
    table.add_row("start-up to first answer", f"{np.median(starts):.1f} s (median of {len(starts)} new processes)")


async def _keep_busy(linelead: Linelead, folder: Path, enough: asyncio.Event) -> None:
    """Takes in the sample PDFs under new names, one by one, until it is `enough`."""
    for number, path in enumerate(cycle(sorted(SITE.rglob("*.pdf")))):
        if enough.is_set():
            return
        copy = folder / f"{number}-{path.name}"
        copy.write_bytes(path.read_bytes() + b"%% %d" % number)
        await ingest(linelead, [copy])


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description="Measures speed on this machine.")
    parser.add_argument("--documents", type=Path, default=SITE, metavar="DIR", help="measure its formats one by one")
    documents: Path = parser.parse_args(arguments).documents
    table = Table("what", "measured", title="Linelead, embedded default, sample site")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder) / "data", table, documents))
    parsing(table, documents)
    texts = [line for path in SITE.rglob("*.md") for line in path.read_text("utf-8").splitlines() if len(line) > 60]
    embedding(table, (texts * 4)[:256])
    Console().print(table)


if __name__ == "__main__":
    main()
