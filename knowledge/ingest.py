"""Files in, searchable documents out: stored, checked, read, chunked, embedded, committed; resumable at every step.

`Ingestor.accept` puts a file on disk and on record; `check`, `look_ahead`, `read`, `index` and `finish` bring it to its
end, each step safe to run again. What was read is kept in a file until it is committed, vectors are stored before the
catalogue's one transaction makes a version visible, stale vectors are deleted after. Whatever a crash leaves behind,
`pending` names and the same steps finish; `align` removes or restores the rest.

Steps of one document may meet: it is deleted, cancelled or sent again while it is read. Every accepted version has a
ticket, and the catalogue commits it only while that ticket is the current one; who comes too late leaves no trace.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.catalogue import Catalogue
from knowledge.chunking import RECIPE, document_id_of
from knowledge.embedder import Embedder
from knowledge.errors import DocumentRefused, InvalidInput, LineleadError, NotFound
from knowledge.index import VectorIndex
from knowledge.originals import Originals, explained, fingerprint
from knowledge.pacing import Pacing
from knowledge.packing import pack_reading, unpack_reading
from knowledge.parsing import Parser, ParsingLimits
from knowledge.readers.providers import Providers
from knowledge.recorder import NewVersion, Pending, Recorder
from knowledge.types import NO_REPORT, Changes, Document, DocumentReport, DocumentState, Reading, Scope
from knowledge.versions import has_text, judge, make_version, title_of

MAX_FILE_BYTES = 500 * 2**20
BATCH_WINDOWS = 256
"""Windows of one step of `index`: about half a second of work, and what a crash may make us do again."""
LOOK_AHEAD_PAGES = 24
"""Pages of a long new document that can be searched while the rest is read."""
_STORE_AT_ONCE = 64
"""Vectors per write. Chroma lets nothing else run in this process while it writes: 16 ms for 8, 27 for 32, 38 for 64
and 113 for 256, medians on two shared cores."""
_REMEMBERED = 2
_RESULTS = 2000
_log = logging.getLogger(__name__)

T = TypeVar("T")
Outcome = Literal["added", "updated", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far a file is; totals are 0 until they are known."""

    name: str
    state: DocumentState
    pages: int = 0
    pages_done: int = 0
    windows_done: int = 0
    windows_total: int = 0


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of a file. When `outcome` is "failed", `reason` says why and what to do, and `code` names the kind.

    `embedded` windows are new, `kept` ones had their vectors already. `document` is what is searchable now, or the
    failed document when nothing is. `seconds` is how long the work took, waiting aside; 0 when it is not known.
    """

    document: Document
    outcome: Outcome
    report: DocumentReport = NO_REPORT
    embedded: int = 0
    kept: int = 0
    reason: str = ""
    code: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Recovery:
    """What `recover` found to do."""

    finished: tuple[IngestResult, ...]
    vectors_removed: int
    vectors_restored: int


Progress = Callable[[IngestProgress], None]


def _silent(_progress: IngestProgress) -> None:
    """Tells nobody."""


class Ingestor:
    """Takes files into a library. The steps block and may run in several threads, for several documents at a time."""

    def __init__(
        self,
        catalogue: Catalogue,
        index: VectorIndex,
        embedder: Embedder,
        *,
        limits: ParsingLimits | None = None,
        max_megabytes: Mapping[str, int] | None = None,
        providers: Providers | None = None,
        pacing: Pacing | None = None,
    ) -> None:
        """`max_megabytes` are limits by suffix (".pdf") that take the place of the formats' own; `providers` recognise
        speech and print in place of this machine; embedding and storing stand back as `pacing` says."""
        self._catalogue = catalogue
        self._recorder = Recorder(catalogue)
        self._index = index
        self._embedder = embedder
        self._pacing = pacing or Pacing()
        self._parser = Parser(limits, providers=providers)
        self._max_megabytes = dict(max_megabytes or {})
        self._originals = Originals(catalogue, self._recorder)
        self._vectors = threading.Lock()  # what is stale is decided and deleted while no version becomes visible
        self._guard = threading.Lock()
        self._versions: OrderedDict[str, NewVersion] = OrderedDict()
        self._embedded: dict[str, int] = {}
        self._began: dict[str, float] = {}
        self._done: OrderedDict[str, IngestResult] = OrderedDict()  # by ticket, for those who wait
        self._reading = threading.Lock()
        self._stopping = False
        self._read_now = ""  # id of the document whose file is being read

    @property
    def recorder(self) -> Recorder:
        """The catalogue's writing side."""
        return self._recorder

    def stop(self) -> None:
        """Makes the steps that are at work end soon, with Stopped; what they did is kept, and taken up later."""
        self._stopping = True
        self._parser.abort()

    def close(self) -> None:
        """Ends the parsing process."""
        self._parser.close()

    # --- whole files --------------------------------------------------------------------------------------------------

    async def ingest(
        self,
        path: Path,
        *,
        workspace: str = "default",
        collection: str = "general",
        name: str | None = None,
        progress: Progress | None = None,
    ) -> IngestResult:
        """Takes a file in under `name` (its own by default); the same file again changes nothing.

        A file that cannot be read gives the outcome "failed" and leaves an earlier version searchable. Raises NotFound
        for a path without a file, InvalidInput for a folder, StoreUnavailable when the disk is full or read-only.
        """

        def work() -> IngestResult:
            accepted = self.accept(path, workspace=workspace, collection=collection, name=name)
            return accepted if isinstance(accepted, IngestResult) else self.run(accepted, progress)

        try:
            return await asyncio.to_thread(work)
        except asyncio.CancelledError:
            self._parser.abort()
            raise

    def run(self, pending: Pending, progress: Progress | None = None) -> IngestResult:
        """Brings an accepted version to its end, whatever that is: all steps, one after the other."""
        tell = progress or _silent
        if self.check(pending, tell):
            self.look_ahead(pending, tell)
            batches = self.read(pending, tell)
            if batches is not None and all(self.index(pending, batch, tell) for batch in range(batches)):
                return self.finish(pending, tell)
        return self.result(pending)

    async def recover(self, progress: Progress | None = None) -> Recovery:
        """Finishes what a crash interrupted, and brings vectors and stored files in line with the catalogue."""
        finished: list[IngestResult] = []
        for pending in await asyncio.to_thread(self.pending):
            finished.append(await asyncio.to_thread(self.run, pending, progress))
        removed, restored = await asyncio.to_thread(self.align, progress)
        return Recovery(tuple(finished), removed, restored)

    async def delete(self, scope: Scope, document_id: str) -> None:
        """Deletes a document: its rows, its vectors, and its original unless another document has the same.

        Work on a newer version of it ends. Raises NotFound when there is none in scope.
        """
        await asyncio.to_thread(self._delete, scope, document_id)

    def _delete(self, scope: Scope, document_id: str) -> None:
        document = self._catalogue.document(scope, document_id)
        waiting = [pending.ticket for pending in self.pending() if pending.document_id == document_id]
        self._recorder.remove(document_id)
        self._stop_reading(document_id)
        for ticket in waiting:
            self._forget(ticket)
        self._remove_stale_vectors(document.workspace, document_id)
        self._originals.sweep()

    async def reindex(self, progress: Progress | None = None) -> int:
        """Makes all vectors again from the catalogue; the number of windows embedded."""
        return await asyncio.to_thread(self._reindex, progress or _silent)

    def _reindex(self, tell: Progress) -> int:
        total = 0
        for workspace in self._workspaces():
            self._index.reset(workspace)
            places = self._recorder.window_places(workspace)
            total += self._restore(workspace, places, tell)
        return total

    # --- the steps ----------------------------------------------------------------------------------------------------

    def accept(
        self, path: Path, *, workspace: str = "default", collection: str = "general", name: str | None = None
    ) -> Pending | IngestResult:
        """Puts a file on disk and on record: what is to be done then, or its result when there is nothing to do.

        Raises NotFound for a path without a file, InvalidInput for a folder, StoreUnavailable when the disk is full.
        """
        name = name or path.name
        document_id = document_id_of(workspace, collection, name)
        sha256, size = fingerprint(path)
        if self._recorder.settled(document_id, sha256, RECIPE):
            report = self._catalogue.report_of(document_id)
            document = self._known(document_id)
            return IngestResult(document, "unchanged", report, kept=document.windows)
        # a file that is too large is put on record without being stored: `check` refuses it
        stored = self._originals.copied(path, name) if size <= MAX_FILE_BYTES else nullcontext((sha256, size))
        with stored as (sha256, size):
            pending = Pending(document_id, workspace, collection, name, sha256, size, uuid.uuid4().hex)
            self._recorder.queue(pending)
        return pending

    def pending(self) -> list[Pending]:
        """The versions that were accepted and are not finished, oldest first."""
        return self._recorder.pending()

    def check(self, pending: Pending, tell: Progress = _silent) -> bool:
        """Whether the file may be read: of a kind and size that are taken, and what its name says."""

        def work() -> bool:
            self._began[pending.ticket] = time.monotonic()
            self._advance(pending, DocumentState.VALIDATING, tell)
            if pending.size_bytes > MAX_FILE_BYTES:
                raise DocumentRefused(
                    "invalid_size",
                    f"The file has {pending.size_bytes / 2**20:.0f} MB; at most {MAX_FILE_BYTES // 2**20} are taken.",
                    "Split it into smaller files.",
                )
            original = self._original(pending)
            self._parser.check(original, pending.name, max_bytes=self._max_bytes(pending.name))
            return True

        return self._attempt(pending, work) or False

    def look_ahead(self, pending: Pending, tell: Progress = _silent) -> bool:
        """Makes the first pages of a long new document searchable while the rest is read; whether it did.

        The document stays in the state "indexing" and says how far it is. Whatever goes wrong here is left to `read`.
        """
        suffix = Path(pending.name).suffix.lower()
        if suffix != ".pdf" or self._recorder.is_visible(pending.document_id):
            return False
        self._check_stop()
        try:
            return self._look(pending, tell)
        except (DocumentRefused, _Over):
            self._check_stop()  # the reader was ended by us, not by the file
        except (Stopped, LineleadError):
            raise
        except Exception:  # noqa: BLE001 `read` meets the same trouble and puts it on record
            _log.exception("looking ahead in %s failed", pending.name)
        return False

    def _look(self, pending: Pending, tell: Progress) -> bool:
        media_type, reading = self._parse(pending, tell, first_pages=LOOK_AHEAD_PAGES)
        if reading.total_pages == len(reading.pages):
            self._keep(pending, media_type, reading)  # it was short: `read` need not read it again
            return False
        if not has_text(reading):
            return False
        reason = f"Pages 1–{len(reading.pages)} of {reading.total_pages} can be searched; the rest is being read."
        version = make_version(
            pending.document_id, reading, media_type=media_type, state=DocumentState.INDEXING, reason=reason
        )
        self._embed(pending, version, range(len(version.windows)), tell)
        return self._commit(pending, version) is not None

    def read(self, pending: Pending, tell: Progress = _silent) -> int | None:
        """Reads the file and keeps what was read; how many batches `index` has, or None when it cannot be taken in."""

        def work() -> int:
            kept = self._kept(pending)
            if not kept.exists():
                self._advance(pending, DocumentState.PARSING, tell)
                self._keep(pending, *self._parse(pending, tell))
            version = self._version(pending)
            if version.state is DocumentState.FAILED:
                raise _NoText(version)
            self._advance(pending, DocumentState.INDEXING, tell, len(version.reports))
            return -(-len(version.windows) // BATCH_WINDOWS)

        return self._attempt(pending, work)

    def index(self, pending: Pending, batch: int, tell: Progress = _silent) -> bool:
        """Embeds and stores a batch of windows, counted from 0; whether the work goes on."""

        def work() -> bool:
            version = self._version(pending)
            start = batch * BATCH_WINDOWS
            part = range(start, min(start + BATCH_WINDOWS, len(version.windows)))
            self._embed(pending, version, part, tell)
            return True

        return self._attempt(pending, work) or False

    def finish(self, pending: Pending, tell: Progress = _silent) -> IngestResult:
        """Makes the version searchable in place of the one before, and tidies up after it."""
        if not self._recorder.is_current(pending):
            return self.result(pending)
        version = self._version(pending)
        before = self._recorder.document(pending.document_id)
        embedded = self._embedded.get(pending.ticket, 0)
        seconds = time.monotonic() - self._began.get(pending.ticket, time.monotonic())
        changes = self._commit(pending, version)
        if changes is None:
            self._end(pending)
            return self.result(pending)
        was_searchable = before is not None and before.state in (DocumentState.READY, DocumentState.PARTIAL)
        # the version is in place: what follows only tidies up, and `align` would do it as well
        self._end(pending)
        total = len(version.windows)
        pages = len(version.reports)
        tell(IngestProgress(pending.name, version.state, pages, pages, total, total))
        result = IngestResult(
            self._known(pending.document_id),
            "updated" if was_searchable else "added",
            DocumentReport(tuple(version.reports), tuple(version.warnings), changes),
            embedded=embedded,
            kept=total - embedded,
            reason=version.reason,
            seconds=seconds,
        )
        with self._guard:
            self._done[pending.ticket] = result
            while len(self._done) > _RESULTS:
                self._done.popitem(last=False)
        return result

    def result(self, pending: Pending) -> IngestResult:
        """What became of an accepted version that is at its end: finished, given up, or ended by somebody else."""
        if pending.ticket in self._done:
            return self._done[pending.ticket]
        document = self._known(pending.document_id)
        report = self._catalogue.report_of(pending.document_id)
        if document.state is DocumentState.DELETED:
            reason = "The document was deleted while it was taken in."
            return IngestResult(document, "failed", report, reason=reason, code="document_removed")
        if not self._recorder.is_latest(pending):
            reason = "A newer file of the same name was sent, and took this one's place."
            return IngestResult(document, "failed", report, reason=reason, code="superseded")
        if document.code:
            return IngestResult(document, "failed", report, reason=document.reason, code=document.code)
        outcome = "updated" if document.version > 1 else "added"  # finished by an earlier run of the program
        return IngestResult(document, outcome, report, kept=document.windows, reason=document.reason)

    def cancel(self, document_id: str) -> bool:
        """Gives up the version that is not finished; an earlier one stays. False when there is none."""
        found = next((pending for pending in self.pending() if pending.document_id == document_id), None)
        if found is None:
            return False
        self._give_up(found, "Cancelled. Send it again, or retry it.", "cancelled")
        self._stop_reading(document_id)
        return True

    def retry(self, scope: Scope, document_id: str) -> Pending:
        """Puts the version that failed or was cancelled on record again.

        Raises NotFound when there is no such document in scope, InvalidInput when nothing of it failed.
        """
        document = self._catalogue.document(scope, document_id)
        with self._originals.kept():
            pending = self._recorder.retry(document_id, uuid.uuid4().hex)
            if pending is None:
                raise InvalidInput(
                    f"“{document.name}” is {document.state.value}: there is nothing to try again.", code="not_failed"
                )
        return pending

    def align(self, progress: Progress | None = None) -> tuple[int, int]:
        """Brings vectors and stored files in line with the catalogue: vectors removed, and restored.

        Vectors of versions that are not finished yet are left alone.
        """
        removed = restored = 0
        for workspace in self._workspaces():
            with self._vectors:
                # in this order: what is finished or accepted meanwhile is then never taken for stray
                stored = self._index.ids(workspace)
                unfinished = {pending.document_id for pending in self.pending() if pending.workspace == workspace}
                places = self._recorder.window_places(workspace)
                stray = stored - places.keys()
                if unfinished:
                    stray -= self._index.ids_of(workspace, unfinished)
                self._index.delete(workspace, stray)
            removed += len(stray)
            missing = {window: place for window, place in places.items() if window not in stored}
            restored += self._restore(workspace, missing, progress or _silent)
        self._originals.sweep(everything=True)
        return removed, restored

    # --- inside -------------------------------------------------------------------------------------------------------

    def _attempt(self, pending: Pending, work: Callable[[], T]) -> T | None:
        """What `work` gives; None when the version is given up, by it or by somebody else: that is on record then."""
        self._check_stop()
        if not self._recorder.is_current(pending):
            return None
        try:
            done = work()
            if self._recorder.is_current(pending):
                return done
            self._end(pending)  # somebody else gave it up meanwhile, and could not tidy up what was being made
        except Stopped:
            raise
        except _Over:
            self._end(pending)
        except _NoText as empty:
            report = DocumentReport(tuple(empty.version.reports), tuple(empty.version.warnings))
            self._give_up(pending, empty.version.reason, "no_text", report)
        except DocumentRefused as refusal:
            self._check_stop()  # the reader was ended by us, not by the file
            self._give_up(pending, str(refusal), refusal.code)
        except LineleadError:
            raise  # the store, not the file: the version stays pending and is taken up again
        except Exception as error:  # noqa: BLE001 one file must not stop the next; the log has the traceback
            _log.exception("taking in %s failed", pending.name)
            reason = f"An unexpected error stopped the work ({type(error).__name__}); the log has it. Try again."
            self._give_up(pending, reason, "unexpected")
        return None

    def _check_stop(self) -> None:
        if self._stopping:
            raise Stopped

    def _give_up(self, pending: Pending, reason: str, code: str, report: DocumentReport = NO_REPORT) -> None:
        self._recorder.fail(pending, reason, code, report)
        self._end(pending)

    def _commit(self, pending: Pending, version: NewVersion) -> Changes | None:
        """Makes the version searchable, all its vectors with it; None when it is not waited for any more."""
        with self._vectors:
            changes = self._recorder.commit(pending, version)
            if changes is None:
                return None
            ids = [window.id for window in version.windows]
            present = self._index.present(pending.workspace, ids)
        # those that a version given up meanwhile took along
        place = (pending.document_id, pending.collection)
        self._restore(pending.workspace, {window: place for window in ids if window not in present}, _silent)
        return changes

    def _end(self, pending: Pending) -> None:
        """Tidies up after a version that is finished or given up: what was kept of it, files and vectors."""
        self._forget(pending.ticket)
        self._remove_stale_vectors(pending.workspace, pending.document_id)
        self._originals.sweep()

    def _remove_stale_vectors(self, workspace: str, document_id: str) -> None:
        with self._vectors:
            stored = self._index.ids_of(workspace, {document_id})
            if any(pending.document_id == document_id for pending in self.pending()):
                return  # a newer version is being made, and will do this at its own end
            self._index.delete(workspace, stored - set(self._recorder.window_ids_of(document_id)))

    def _advance(self, pending: Pending, state: DocumentState, tell: Progress, pages: int = 0) -> None:
        self._recorder.advance(pending, state)
        tell(IngestProgress(pending.name, state, pages, pages))

    def _original(self, pending: Pending) -> Path:
        path = self._catalogue.original(pending.sha256, pending.name)
        if not path.exists():
            raise DocumentRefused("corrupted", "The stored file is gone.", "Send it again.")
        return path

    def _parse(self, pending: Pending, tell: Progress, first_pages: int | None = None) -> tuple[str, Reading]:
        def told(done: int, total: int) -> None:
            tell(IngestProgress(pending.name, DocumentState.PARSING, total, done))

        original = self._original(pending)
        with self._reading:
            self._read_now = pending.document_id
            try:
                if not self._recorder.is_current(pending):
                    raise _Over
                media_type, reading = self._parser.read(
                    original,
                    pending.name,
                    max_bytes=self._max_bytes(pending.name),
                    first_pages=first_pages,
                    tell=told,
                )
            finally:
                self._read_now = ""
        return media_type, replace(reading, title=reading.title.strip() or title_of(pending.name))

    def _max_bytes(self, name: str) -> int | None:
        """The limit that was set for files of this suffix; None for the format's own."""
        megabytes = self._max_megabytes.get(Path(name).suffix.lower())
        return None if megabytes is None else megabytes * 2**20

    def _stop_reading(self, document_id: str) -> None:
        if self._read_now == document_id:
            self._parser.abort()

    def _kept(self, pending: Pending) -> Path:
        """Where what was read of a version is kept until it is committed."""
        return self._originals.work / f"{pending.ticket}-{RECIPE}.json"

    def _keep(self, pending: Pending, media_type: str, reading: Reading) -> None:
        kept = self._kept(pending)
        kept.parent.mkdir(exist_ok=True)
        partly = kept.with_suffix(".part")
        with explained(partly, pending.name):
            partly.write_bytes(pack_reading(media_type, reading))
            partly.replace(kept)

    def _version(self, pending: Pending) -> NewVersion:
        """The version as read, from memory or from its file."""
        with self._guard:
            if pending.ticket in self._versions:
                return self._versions[pending.ticket]
        kept = self._kept(pending)
        try:
            media_type, reading = unpack_reading(kept.read_bytes())
        except (OSError, ValueError) as error:
            kept.unlink(missing_ok=True)
            raise DocumentRefused("corrupted", "What was read of the file is gone.", "Try it again.") from error
        state, reason = judge(reading)
        version = make_version(pending.document_id, reading, media_type=media_type, state=state, reason=reason)
        with self._guard:
            self._versions[pending.ticket] = version
            while len(self._versions) > _REMEMBERED:
                self._versions.popitem(last=False)
        return version

    def _forget(self, ticket: str) -> None:
        with self._guard:
            self._versions.pop(ticket, None)
            self._embedded.pop(ticket, None)
            self._began.pop(ticket, None)

    def _known(self, document_id: str) -> Document:
        document = self._recorder.document(document_id)
        if document is None:
            raise NotFound(f'The document "{document_id}" was deleted meanwhile.')
        return document

    # --- vectors ------------------------------------------------------------------------------------------------------

    def _workspaces(self) -> list[str]:
        return sorted({*self._recorder.workspaces(), *self._index.workspaces()})

    def _embed(self, pending: Pending, version: NewVersion, part: range, tell: Progress) -> None:
        """Embeds and stores the windows of a part that have no vector yet. Short ones first: little is padded."""
        ordered = sorted(version.windows, key=lambda window: (len(window.text), window.id))
        wanted = {ordered[n].id: ordered[n].text for n in part}
        present = self._index.present(pending.workspace, list(wanted))
        new = [window for window in wanted if window not in present]
        place = (pending.document_id, pending.collection)
        pages = len(version.reports)
        base = IngestProgress(pending.name, DocumentState.INDEXING, pages, pages, part.start, len(ordered))
        tell(replace(base, windows_done=part.start))
        for at in range(0, len(new), _STORE_AT_ONCE):
            some = new[at : at + _STORE_AT_ONCE]
            vectors = self._vectors_of([wanted[window] for window in some])
            self._pacing.stand_back()
            self._index.upsert(pending.workspace, some, vectors, [place] * len(some))
            tell(replace(base, windows_done=part.start + at + len(some)))
            with self._guard:
                self._embedded[pending.ticket] = self._embedded.get(pending.ticket, 0) + len(some)
        tell(replace(base, windows_done=part.stop))

    def _restore(self, workspace: str, places: dict[str, tuple[str, str]], tell: Progress) -> int:
        """Embeds windows that the catalogue holds; how many there were."""
        texts = self._recorder.window_texts(list(places))
        ids = sorted(texts, key=lambda window: (len(texts[window]), window))
        for at in range(0, len(ids), _STORE_AT_ONCE):
            some = ids[at : at + _STORE_AT_ONCE]
            vectors = self._vectors_of([texts[window] for window in some])
            self._pacing.stand_back()
            self._index.upsert(workspace, some, vectors, [places[window] for window in some])
            done = IngestProgress(workspace, DocumentState.INDEXING, windows_done=at + len(some))
            tell(replace(done, windows_total=len(ids)))
        return len(ids)

    def _vectors_of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embeds as many at once as the embedder likes."""
        vectors: list[NDArray[np.float32]] = []
        for start in range(0, len(texts), self._embedder.at_once):
            self._check_stop()
            self._pacing.stand_back()
            vectors.append(self._embedder.embed_now(texts[start : start + self._embedder.at_once]))
        return np.concatenate(vectors)


class Stopped(Exception):
    """The program is being stopped; the step that was at work is done again at the next start."""


class _Over(Exception):
    """The version is not waited for any more."""


class _NoText(Exception):
    """A reading without anything to quote, with the version that it would have made."""

    def __init__(self, version: NewVersion) -> None:
        super().__init__(version.reason)
        self.version = version
