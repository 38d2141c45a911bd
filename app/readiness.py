"""Whether the program can do its work right now: each part is tried, briefly and at most once a second."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import text

from app.wiring import Linelead
from knowledge.errors import LineleadError, StoreUnavailable
from knowledge.index import MIN_FREE_BYTES
from knowledge.minilm import MINILM

log = logging.getLogger(__name__)

FRESH_SECONDS = 1.0
"""How long a finding counts: whoever asks more often is told the same."""
CHECK_SECONDS = 2.0
"""Longest that a part may take to show that it works."""
PROBE_BYTES = 4096

Check = Callable[[], Awaitable[None]]
"""Tries a part. Raises what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it was found. `since` is when it was first found so, `checked_at` when last; ISO 8601 in UTC."""

    name: str
    state: Literal["ok", "failing"]
    since: str
    checked_at: str
    detail: str = ""


class Readiness:
    """The parts of a program and the state each is in."""

    def __init__(self, checks: Mapping[str, Check], *, check_seconds: float = CHECK_SECONDS) -> None:
        self._checks = checks
        self._check_seconds = check_seconds
        self._found: dict[str, Part] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._looking = asyncio.Lock()
        self._looked = -FRESH_SECONDS

    async def parts(self) -> list[Part]:
        """Every part as found within the last second; one that does not answer in time is failing."""
        async with self._looking:
            if time.monotonic() - self._looked >= FRESH_SECONDS:
                details = await asyncio.gather(*(self._try(name) for name in self._checks))
                now = datetime.now(UTC).isoformat(timespec="milliseconds")
                for name, detail in zip(self._checks, details, strict=True):
                    self._note(name, detail, now)
                self._looked = time.monotonic()
            return [self._found[name] for name in self._checks]

    async def _try(self, name: str) -> str:
        """What is wrong with a part, "" for nothing."""
        # one that hangs is not tried again beside itself: its threads would pile up
        task = self._running.get(name)
        if task is None:
            task = self._running[name] = asyncio.ensure_future(self._checks[name]())
        done, _ = await asyncio.wait([task], timeout=self._check_seconds)
        if not done:
            return f"It has not answered within {self._check_seconds:g} s."
        del self._running[name]
        error = task.exception()
        if error is None or isinstance(error, LineleadError):
            return str(error or "")
        log.error("The check of the %s failed.", name, exc_info=error)
        return f"It failed unexpectedly ({type(error).__name__}); the log says more."

    def _note(self, name: str, detail: str, now: str) -> None:
        state = "failing" if detail else "ok"
        before = self._found.get(name)
        same = before is not None and before.state == state
        if before is not None and not same:
            log.warning("The %s is %s now. %s", name, state, detail)
        self._found[name] = Part(name, state, before.since if before is not None and same else now, now, detail)


def readiness_of(linelead: Linelead) -> Readiness:
    """The readiness of a program that is open."""
    library = linelead.library

    def database() -> None:
        with linelead.database.write() as connection:  # a transaction that changes nothing still needs the right to
            connection.execute(text("SELECT 1"))

    def catalogue() -> None:
        with library.catalogue.database.read() as connection:
            connection.execute(text("SELECT 1"))

    async def index() -> None:
        await asyncio.to_thread(library.index.workspaces)

    async def embedder() -> None:
        if library.embedder.name == MINILM:  # a provider's is not asked: it would cost money, and quotes need none
            await library.embedder.embed(["ready"])

    async def router() -> None:
        if not linelead.orchestrator.router.is_fitted:
            raise StoreUnavailable("The router is not fitted yet; it is with the first question.")

    def jobs() -> None:
        if trouble := linelead.jobs.trouble():
            raise trouble

    return Readiness(
        {
            "disk": lambda: asyncio.to_thread(check_disk, linelead.settings.data),
            "database": lambda: asyncio.to_thread(database),
            "catalogue": lambda: asyncio.to_thread(catalogue),
            "index": index,
            "embedder": embedder,
            "router": router,
            "jobs": lambda: asyncio.to_thread(jobs),
        }
    )


def check_disk(folder: Path) -> None:
    """Writes a few bytes into a folder and takes them away again. Raises StoreUnavailable when that cannot be done."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(PROBE_BYTES))
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise StoreUnavailable(
            f"{folder} cannot be written ({error.strerror}); free some space or make it writable."
        ) from error
    if free < MIN_FREE_BYTES:
        raise StoreUnavailable(f"{folder}: less than {MIN_FREE_BYTES // 2**20} MB are free; free some space.")
