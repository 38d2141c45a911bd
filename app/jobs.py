"""Durable ingestion: every accepted file is a DBOS workflow, one step per batch, taken up again after a crash.

The catalogue says what there is to do and the workflow how far it is; whatever of the two a crash loses, the other
makes good: at start every unfinished document is enqueued again under its ticket, which DBOS takes for the same job.
Progress is told to whoever listens, from memory; what counts is in the catalogue.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, wraps
from pathlib import Path
from types import TracebackType
from typing import Any

from app.errors import QueueFull
from knowledge.errors import OperatorError
from knowledge.ingest import Ingestor, IngestProgress, IngestResult
from knowledge.recorder import Pending
from knowledge.types import DocumentState, Scope

QUEUE = "ingest"
WORKERS = 2
"""Documents at work at the same time: while one is embedded, the next is read."""
MAX_WAITING = 1000
STEP_ATTEMPTS = 8
"""Tries of a step when the disk is full or the index cannot be used, 1, 2, 4 … 64 s apart: two minutes in all."""
STOP_SECONDS = 10.0
"""How long a step that is at work may take to end when the program stops."""
BEAT_SECONDS = 1.5
"""Silence after which listeners hear of running work again."""
_BUFFERED = 256
_log = logging.getLogger(__name__)

FINAL = frozenset({DocumentState.READY, DocumentState.PARTIAL, DocumentState.FAILED, DocumentState.DELETED})


@dataclass(frozen=True, slots=True)
class JobEvent:
    """How far a document is. `percent` is 0..100; `position` counts those before it in the queue, 0 when at work.

    `at` is ISO 8601 in UTC; `number` grows by one with every event of this process.
    """

    number: int
    document_id: str
    workspace: str
    collection: str
    name: str
    state: DocumentState
    percent: int
    pages: int
    pages_done: int
    position: int
    message: str
    at: str


def percent_of(progress: IngestProgress) -> int:
    """The share of the work that is done: checking 1, reading up to 50, embedding up to 99."""
    match progress.state:
        case DocumentState.READY | DocumentState.PARTIAL | DocumentState.FAILED | DocumentState.DELETED:
            return 100
        case DocumentState.VALIDATING:
            return 1
        case DocumentState.PARSING:
            return 2 + (48 * progress.pages_done // progress.pages if progress.pages else 0)
        case DocumentState.INDEXING:
            return 50 + (49 * progress.windows_done // progress.windows_total if progress.windows_total else 0)
        case _:
            return 0


class Jobs:
    """The documents on their way into a library. Starts its engine with the first document, not before."""

    def __init__(self, ingestor: Ingestor, *, database_url: str, max_waiting: int = MAX_WAITING) -> None:
        """`database_url` is where DBOS keeps its steps: "sqlite:///…" or "postgresql://…"."""
        self._ingestor = ingestor
        self.database_url = database_url
        self._max_waiting = max_waiting
        self._guard = threading.Lock()
        self._last: dict[str, JobEvent] = {}
        self._troubles: dict[str, OperatorError] = {}
        self._number = 0
        self._listeners: list[_Listener] = []
        self._accepting = asyncio.Lock()
        self._idle = threading.Condition()
        self._working = 0
        self.closing = threading.Event()

    # --- work ---------------------------------------------------------------------------------------------------------

    async def submit(
        self,
        path: Path,
        *,
        workspace: str = "default",
        collection: str = "general",
        name: str | None = None,
        wait: bool = False,
    ) -> Pending | IngestResult:
        """Accepts a file: what is under way then, or its result when the library has exactly this file.

        The file itself may be removed afterwards. `wait` waits for room in a full queue. Raises QueueFull, and what
        `Ingestor.accept` raises.
        """
        async with self._accepting:
            while (waiting := len(await asyncio.to_thread(self._ingestor.pending))) >= self._max_waiting:
                if wait:
                    await asyncio.sleep(0.2)
                    continue
                raise QueueFull(
                    f"{waiting:,} documents are waiting, and no more are taken. Send this one again in a few minutes."
                )
            accepted = await asyncio.to_thread(
                self._ingestor.accept, path, workspace=workspace, collection=collection, name=name
            )
        if isinstance(accepted, Pending):
            await asyncio.to_thread(self._enqueue, accepted)
        return accepted

    async def retry(self, scope: Scope, document_id: str) -> Pending:
        """Takes up again what failed or was cancelled. Raises NotFound, or InvalidInput when nothing did."""
        pending = await asyncio.to_thread(self._ingestor.retry, scope, document_id)
        await asyncio.to_thread(self._enqueue, pending)
        return pending

    async def cancel(self, document_id: str) -> bool:
        """Gives up what is under way; False when nothing is."""
        found = next((p for p in await asyncio.to_thread(self._ingestor.pending) if p.document_id == document_id), None)
        if found is None or not await asyncio.to_thread(self._ingestor.cancel, document_id):
            return False
        self._publish_end(found)
        return True

    async def delete(self, scope: Scope, document_id: str) -> None:
        """Deletes a document and ends the work on it. Raises NotFound."""
        found = next((p for p in await asyncio.to_thread(self._ingestor.pending) if p.document_id == document_id), None)
        await self._ingestor.delete(scope, document_id)
        if found is not None:
            self._publish_end(found)

    async def resume(self) -> int:
        """Takes up what a crash or a stop interrupted, after bringing vectors and files in line; how many there are."""
        await asyncio.to_thread(self._ingestor.align)
        waiting = await asyncio.to_thread(self._ingestor.pending)
        for pending in waiting:
            await asyncio.to_thread(self._enqueue, pending)
        return len(waiting)

    async def finished(self, pending: Pending, tell: Callable[[JobEvent], None] | None = None) -> IngestResult:
        """What became of an accepted document, as soon as it is at its end; `tell` hears of it meanwhile.

        Raises OperatorError when the work cannot go on: the disk is full, the index cannot be used.
        """
        async for event in self.events(document_id=pending.document_id):
            if tell is not None:
                tell(event)
            if (trouble := self._troubles.get(pending.ticket)) is not None:
                raise trouble
            current = await asyncio.to_thread(self._ingestor.recorder.is_current, pending)
            if event.state in FINAL and not current:
                break
        return await asyncio.to_thread(self._ingestor.result, pending)

    def close(self) -> None:
        """Stops the engine; what is under way is taken up again at the next start."""
        self.closing.set()
        self._ingestor.stop()
        with self._idle:
            self._idle.wait_for(lambda: not self._working, STOP_SECONDS)
        _engine.leave(self)

    def _enqueue(self, pending: Pending) -> None:
        # said first: the engine may be done before this returns
        self._publish(pending, IngestProgress(pending.name, DocumentState.QUEUED), "waiting")
        _engine.enqueue(self, pending)

    # --- what the workflow calls --------------------------------------------------------------------------------------

    def work(self, ticket: str, step: Callable[[Pending, Callable[[IngestProgress], None]], Any]) -> Any:
        """What a step of the version with this ticket gives; None when the version is not waited for any more."""
        pending = next((p for p in self._ingestor.pending() if p.ticket == ticket), None)
        if pending is None:
            return None
        try:
            with self._at_work():
                done = step(pending, lambda progress: self._publish_step(pending, progress))
        except OperatorError as error:
            # the engine tries again; whoever waits hears of it meanwhile
            self._troubles[ticket] = error
            self._publish(pending, IngestProgress(pending.name, DocumentState.QUEUED), str(error))
            raise
        self._troubles.pop(ticket, None)
        if not self._ingestor.recorder.is_current(pending):
            self._publish_end(pending)
        return done

    @contextmanager
    def _at_work(self) -> Generator[None]:
        with self._idle:
            self._working += 1
        try:
            yield
        finally:
            with self._idle:
                self._working -= 1
                self._idle.notify_all()

    @property
    def ingestor(self) -> Ingestor:
        return self._ingestor

    # --- telling ------------------------------------------------------------------------------------------------------

    def _publish_step(self, pending: Pending, progress: IngestProgress) -> None:
        if progress.state not in FINAL:  # the end is told once, when it is on record
            self._publish(pending, progress)

    @property
    def has_work(self) -> bool:
        """Whether a document is on its way."""
        return bool(self._last)

    def trouble(self) -> OperatorError | None:
        """Why the work on some document cannot go on for now: the disk is full, the index cannot be used. Blocks."""
        waiting = (self._troubles.get(pending.ticket) for pending in self._ingestor.pending())
        return next((trouble for trouble in waiting if trouble is not None), None)

    @property
    def working(self) -> int:
        """How many documents are at work right now."""
        return self._working

    def _publish_end(self, pending: Pending) -> None:
        document = self._ingestor.recorder.document(pending.document_id)
        if document is None:
            return
        # an older version may still be searchable: the state told is that of the work, not of the document
        state = DocumentState.FAILED if document.code else document.state
        progress = IngestProgress(pending.name, state, document.pages or 0, document.pages or 0)
        self._publish(pending, progress, document.reason)

    def _publish(self, pending: Pending, progress: IngestProgress, message: str = "") -> None:
        waiting = [p.document_id for p in self._ingestor.pending()] if progress.state is DocumentState.QUEUED else []
        position = waiting.index(pending.document_id) if pending.document_id in waiting else 0
        with self._guard:
            self._number += 1
            event = JobEvent(
                number=self._number,
                document_id=pending.document_id,
                workspace=pending.workspace,
                collection=pending.collection,
                name=pending.name,
                state=progress.state,
                percent=percent_of(progress),
                pages=progress.pages,
                pages_done=progress.pages_done,
                position=position,
                message=message or _told(progress),
                at=_now(),
            )
            if progress.state in FINAL:
                self._last.pop(pending.document_id, None)
            else:
                self._last[pending.document_id] = event
            listeners = list(self._listeners)
        for listener in listeners:
            listener.put(event)

    async def events(
        self, *, document_id: str | None = None, allowed: Callable[[JobEvent], bool] | None = None
    ) -> AsyncGenerator[JobEvent]:
        """The events of one document or of all, from what is under way now on; silence is broken while work goes on.

        With `document_id` the stream begins with the document's present state and ends with its end.
        """

        def wanted(event: JobEvent) -> bool:
            return (document_id is None or event.document_id == document_id) and (allowed is None or allowed(event))

        listener = _Listener(asyncio.get_running_loop())
        with self._guard:
            self._listeners.append(listener)
            running = [event for event in self._last.values() if wanted(event)]
        try:
            for event in running:
                yield event
            if document_id is not None and not running:
                now = await asyncio.to_thread(self._present, document_id)
                if now is not None and wanted(now):
                    yield now
                    return
            while True:
                try:
                    event = await asyncio.wait_for(listener.queue.get(), BEAT_SECONDS)
                except TimeoutError:
                    with self._guard:
                        beats = [event for event in self._last.values() if wanted(event)]
                    for event in beats:
                        yield replace(event, at=_now())
                    continue
                if wanted(event):
                    yield event
                    if document_id is not None and event.state in FINAL:
                        return
        finally:
            with self._guard:
                self._listeners.remove(listener)

    def _present(self, document_id: str) -> JobEvent | None:
        """The state of a document on which no work is going on."""
        document = self._ingestor.recorder.document(document_id)
        if document is None or document.state not in FINAL:
            return None
        pages = document.pages or 0
        return JobEvent(
            number=self._number,
            document_id=document.id,
            workspace=document.workspace,
            collection=document.collection,
            name=document.name,
            state=DocumentState.FAILED if document.code else document.state,
            percent=100,
            pages=pages,
            pages_done=pages,
            position=0,
            message=document.reason or document.state.value,
            at=document.updated_at,
        )

    def __enter__(self) -> Jobs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _told(progress: IngestProgress) -> str:
    """How far the work is, in words."""
    match progress.state:
        case DocumentState.PARSING if progress.pages:
            return f"page {progress.pages_done} of {progress.pages} read"
        case DocumentState.INDEXING if progress.windows_total:
            return f"{progress.windows_done} of {progress.windows_total} passages indexed"
        case _:
            return progress.state.value


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class _Listener:
    """A queue that other threads may put into. A listener that is too slow loses the oldest events, never the last."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.queue: asyncio.Queue[JobEvent] = asyncio.Queue(_BUFFERED)
        self._loop = loop

    def put(self, event: JobEvent) -> None:
        try:
            self._loop.call_soon_threadsafe(self._put, event)
        except RuntimeError:  # its loop has ended between two events: nobody listens any more
            _log.debug("a listener went away")

    def _put(self, event: JobEvent) -> None:
        if self.queue.full():
            self.queue.get_nowait()
        self.queue.put_nowait(event)


# --- the engine -------------------------------------------------------------------------------------------------------


class _Left(BaseException):
    """A step that was cut short by the program's end: no error that DBOS may put on record as the step's outcome."""


class _Engine:
    """DBOS, of which a process has one: it runs for the Jobs that used it last, and changes over when that is idle."""

    def __init__(self) -> None:
        self._guard = threading.RLock()
        self._jobs: Jobs | None = None

    def enqueue(self, jobs: Jobs, pending: Pending) -> None:
        with self._guard:
            self._run_for(jobs)
            dbos = _dbos()
            with dbos.SetWorkflowID(pending.ticket):
                handle = dbos.DBOS.enqueue_workflow(QUEUE, _workflow(), pending.ticket)
            # a job that ended without finishing its document (the disk stayed full) is begun anew
            if handle.get_status().status in ("ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"):
                dbos.DBOS.resume_workflow(pending.ticket)

    def goes_on(self, seconds: float) -> bool:
        """Whether the engine still runs after so many seconds; at once when it is stopped before."""
        jobs = self._jobs
        return jobs is not None and not jobs.closing.wait(seconds)

    def current(self) -> Jobs:
        if self._jobs is None:
            raise RuntimeError("a workflow ran after its engine was stopped")
        return self._jobs

    def leave(self, jobs: Jobs) -> None:
        """Stops the engine if it runs for these jobs."""
        with self._guard:
            if self._jobs is jobs:
                # without waiting: a step that was cut short is done again at the next start; what the engine says of it
                # until then is of no use to anybody
                logging.getLogger("dbos").disabled = True
                self._jobs = None
                _dbos().DBOS.destroy(destroy_registry=False, workflow_completion_timeout_sec=0)

    def _run_for(self, jobs: Jobs) -> None:
        if self._jobs is jobs:
            return
        if self._jobs is not None:
            until = time.monotonic() + STOP_SECONDS
            while self._jobs.has_work:
                if time.monotonic() > until:
                    raise OperatorError(
                        "Another data folder is being filled by this same process. Wait for it, or close it first; the"
                        " document stays on record and is taken up at the next start."
                    )
                time.sleep(0.05)
            self.leave(self._jobs)
        _workflow()  # registered before the launch, which takes up what was interrupted
        dbos = _dbos()
        self._jobs = jobs
        dbos.DBOS(
            config={
                "name": "linelead",
                "system_database_url": jobs.database_url,
                "run_admin_server": False,
                "application_version": "1",  # its own default hashes the code: an update would strand running work
                "executor_id": "local",
                "log_level": "ERROR",
                "enable_otlp": False,
                "notification_listener_polling_interval_sec": 0.25,
                "scheduler_polling_interval_sec": 3600.0,
            }
        )
        dbos.DBOS.launch()
        logging.getLogger("dbos").disabled = False
        dbos.DBOS.register_queue(
            QUEUE, worker_concurrency=WORKERS, polling_interval_sec=0.1, on_conflict="always_update"
        )


_engine = _Engine()


@cache
def _dbos() -> Any:
    # what it says goes the way of all that is logged, not to a handler that it would make of its own
    logging.getLogger("dbos").addHandler(logging.NullHandler())
    # imported here: 0.35 s that only those who take files in need
    import dbos

    return dbos


@cache
def _workflow() -> Any:
    """The workflow, registered once per process."""
    dbos = _dbos()

    def step(name: str) -> Callable[[Callable[..., Any]], Any]:
        def durable(work: Callable[..., Any]) -> Any:
            @wraps(work)
            def tried(*asked: object) -> Any:
                # DBOS would try again as well, but nothing wakes it between two tries, and Python waits for it at exit
                for attempt in range(STEP_ATTEMPTS):
                    try:
                        return work(*asked)
                    except Exception as error:
                        is_last = attempt == STEP_ATTEMPTS - 1
                        if not _engine.goes_on(0 if is_last else 2**attempt):
                            raise _Left from error
                        if is_last:
                            raise

            return dbos.DBOS.step(name=name)(tried)

        return durable

    @step("check")
    def check(ticket: str) -> bool:
        jobs = _engine.current()
        return bool(jobs.work(ticket, jobs.ingestor.check))

    @step("look_ahead")
    def look_ahead(ticket: str) -> bool:
        jobs = _engine.current()
        return bool(jobs.work(ticket, jobs.ingestor.look_ahead))

    @step("read")
    def read(ticket: str) -> int | None:
        jobs = _engine.current()
        return jobs.work(ticket, jobs.ingestor.read)

    @step("index")
    def index(ticket: str, batch: int) -> bool:
        jobs = _engine.current()
        return bool(jobs.work(ticket, lambda pending, tell: jobs.ingestor.index(pending, batch, tell)))

    @step("finish")
    def finish(ticket: str) -> str:
        jobs = _engine.current()
        result = jobs.work(ticket, jobs.ingestor.finish)
        return result.outcome if isinstance(result, IngestResult) else ""

    @dbos.DBOS.workflow(name="take_in")
    def take_in(ticket: str) -> str:
        if not check(ticket):
            return ""
        look_ahead(ticket)
        batches = read(ticket)
        if batches is None or not all(index(ticket, batch) for batch in range(batches)):
            return ""
        return finish(ticket)

    return take_in
