"""What the service adds to an answer: turns over JSON, event streams and sockets, beside an endpoint without all that.

Each server is a process of its own and the clients are this one, on the same cores: compare the rows of one run.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Coroutine, Generator, Sequence
from contextlib import AsyncExitStack, contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter

import httpx
import numpy as np
import psutil
from rich.table import Table
from websockets.asyncio.client import ClientConnection, connect

CLIENTS = (1, 16, 64)
SOCKETS = 2000
START_SECONDS = 120.0
TURN_SECONDS = 120.0
CHAT = "/api/v1/chat"
ROOT = Path(__file__).parent.parent

_BARE = """
import sys
from contextlib import asynccontextmanager
from pathlib import Path
import uvicorn
from fastapi import FastAPI
from app.settings import Settings
from app.wiring import build
from knowledge.types import Scope
from tools.deps import Principal

@asynccontextmanager
async def lifespan(app):
    with build(Settings(data=Path(sys.argv[1]), model="embedded")) as app.state.linelead:
        await app.state.linelead.orchestrator.run("warm up", deps=app.state.linelead.deps(Principal(), Scope()))
        yield

app = FastAPI(lifespan=lifespan)

@app.post("/api/v1/chat")
async def chat(body: dict[str, str]) -> dict[str, str]:
    linelead = app.state.linelead
    run = await linelead.orchestrator.run(body["message"], deps=linelead.deps(Principal(), Scope()))
    return {"answer": run.output}

class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        port = self.servers[0].sockets[0].getsockname()[1]
        print(f"answers at http://127.0.0.1:{port} ", flush=True)

Server(uvicorn.Config(app, port=0, log_level="error")).run()
"""
"""An endpoint that calls the orchestrator and keeps nothing: what any answer costs, whatever is around it."""

Ask = Callable[[str], Awaitable[None]]
Timed = tuple[list[float], float]
"""The milliseconds of each turn, and the seconds of all."""


def measure_service(data: Path, questions: Sequence[str], table: Table, *, sockets: int = SOCKETS) -> None:
    """Adds the rows. `data` is a folder that no process holds; `questions` are asked in turn, each by every door."""
    bare: dict[int, float] = {}
    with serving([sys.executable, "-c", _BARE, str(data)]) as (address, process):
        for clients in CLIENTS:
            spoken, bare[clients] = told(process, partial(_over_http, address, questions, clients, stream=False))
            table.add_row(f"bare endpoint, {clients} clients", spoken)
    command = [sys.executable, "-m", "app.cli", "--data", str(data), "--model", "embedded", "serve", "--port", "0"]
    with serving(command) as (address, process):
        for clients in CLIENTS:
            doors: dict[str, Callable[[], Coroutine[None, None, Timed]]] = {
                "JSON": partial(_over_http, address, questions, clients, stream=False),
                "event stream": partial(_over_http, address, questions, clients, stream=True),
                "web socket": partial(_over_sockets, address, questions, clients),
            }
            for name, door in doors.items():
                spoken, cpu = told(process, door)
                table.add_row(f"{name}, {clients} clients", f"{spoken} ({cpu - bare[clients]:+.1f} ms beside bare)")
        kilobytes = asyncio.run(_memory_of_sockets(address, process, sockets))
        table.add_row("an open web socket", f"{kilobytes:.0f} KiB each at {sockets:,}")


def told(process: psutil.Process, door: Callable[[], Coroutine[None, None, Timed]]) -> tuple[str, float]:
    """Turns a second, their 95th percentile and the server's CPU time of each in words; the last in milliseconds too.

    The CPU time compares even where other programs take turns at the cores; it includes what prepares the turns.
    """
    before = sum(process.cpu_times()[:2])
    milliseconds, seconds = asyncio.run(door())
    cpu = (sum(process.cpu_times()[:2]) - before) / len(milliseconds) * 1000
    p95 = np.percentile(milliseconds, 95)
    return f"{len(milliseconds) / seconds:.0f} turns/s, p95 {p95:.1f} ms, {cpu:.1f} ms of CPU a turn", cpu


@contextmanager
def serving(command: Sequence[str]) -> Generator[tuple[str, psutil.Process]]:
    """Runs a server until the end; its address, once it answers there, and its process."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = next((line for line in process.stdout if "answers at http" in line), "")
            if not line:
                raise RuntimeError(f"the server {command[1:3]} ended before it answered")
            yield line.partition("answers at ")[2].split()[0], psutil.Process(process.pid)
        finally:
            process.terminate()


async def _timed(ask: Sequence[Ask], questions: Sequence[str]) -> Timed:
    """The milliseconds of each question and the seconds of all; each client asks its next when it is answered."""
    waiting = iter(questions)
    spent: list[float] = []

    async def client(one: Ask) -> None:
        for question in waiting:
            started = perf_counter()
            async with asyncio.timeout(TURN_SECONDS):
                await one(question)
            spent.append((perf_counter() - started) * 1000)

    started = perf_counter()
    await asyncio.gather(*(client(one) for one in ask))
    return spent, perf_counter() - started


async def _over_http(address: str, questions: Sequence[str], clients: int, *, stream: bool) -> Timed:
    headers = {"accept": "text/event-stream" if stream else "application/json"}
    async with httpx.AsyncClient(base_url=address, headers=headers, timeout=TURN_SECONDS) as http:

        async def ask(question: str) -> None:
            answered = await http.post(CHAT, json={"message": question})
            answered.raise_for_status()
            if stream and "event: done" not in answered.text:
                raise RuntimeError(f"{question!r} was not answered: {answered.text[-300:]}")

        await ask("warm up")
        return await _timed([ask] * clients, questions)


async def _session(address: str) -> str:
    """The address of the socket of a new session."""
    async with httpx.AsyncClient(base_url=address, timeout=TURN_SECONDS) as http:
        made = await http.post("/api/v1/sessions", json={})
        made.raise_for_status()
    return f"{address.replace('http', 'ws', 1)}/api/v1/sessions/{made.json()['id']}/ws"


async def _over_sockets(address: str, questions: Sequence[str], clients: int) -> Timed:
    """Every question is the first of a session of its own, as over HTTP; the sockets are open beforehand."""
    async with AsyncExitStack() as stack:
        waiting: list[ClientConnection] = []
        for _ in questions:
            socket = connect(await _session(address), compression=None, open_timeout=TURN_SECONDS)
            waiting.append(await stack.enter_async_context(socket))

        async def ask(question: str) -> None:
            socket = waiting.pop()
            await socket.send(json.dumps({"type": "ask", "message": question}))
            while (said := json.loads(await socket.recv())).get("event") != "done":
                if said["type"] == "problem" or said.get("event") == "error":
                    raise RuntimeError(f"{question!r} was not answered: {said}")

        return await _timed([ask] * clients, questions)


async def _memory_of_sockets(address: str, process: psutil.Process, count: int) -> float:
    """The KiB of memory that each of so many open sockets costs the server."""
    url = await _session(address)
    before = process.memory_info().rss
    opened: list[ClientConnection] = []
    try:
        for _ in range(0, count, 100):
            opened += await asyncio.gather(*(connect(url, compression=None, open_timeout=60) for _ in range(100)))
        return (process.memory_info().rss - before) / 1024 / len(opened)
    finally:
        await asyncio.gather(*(socket.close() for socket in opened), return_exceptions=True)
