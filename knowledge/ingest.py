"""Files in, searchable documents out: stored, parsed, chunked, embedded, committed; resumable at every point.

The order is what makes it safe. The original is on disk before it is read; vectors are stored before the catalogue's
one transaction makes a version visible; stale vectors are deleted after. Whatever a crash leaves behind, `recover`
finishes or removes.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from knowledge.catalogue import Catalogue
from knowledge.chunking import RECIPE, chunk, document_id_of
from knowledge.codes import code_rows
from knowledge.embedder import Embedder
from knowledge.errors import DocumentRefused, InvalidInput, LineleadError, NotFound, StoreUnavailable
from knowledge.index import VectorIndex
from knowledge.parsing import Parser, ParsingLimits
from knowledge.recorder import Code, NewVersion, Pending, Recorder
from knowledge.types import NO_REPORT, Document, DocumentReport, DocumentState, Reading, Scope

MAX_FILE_BYTES = 500 * 2**20

_EMBED_AT_ONCE = 32  # a question that comes in between waits for one such batch, about 0.3 s
_STORE_AT_ONCE = 128
_log = logging.getLogger(__name__)

Outcome = Literal["added", "updated", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class IngestProgress:
    """How far a file is; `pages` and `windows_total` are 0 until they are known."""

    name: str
    state: DocumentState
    pages: int = 0
    windows_done: int = 0
    windows_total: int = 0


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of a file. When `outcome` is "failed", `reason` says why and what to do, and `code` names the kind.

    `embedded` windows are new, `kept` ones had their vectors already. `document` is what is searchable now, or the
    failed document when nothing is.
    """

    document: Document
    outcome: Outcome
    report: DocumentReport = NO_REPORT
    embedded: int = 0
    kept: int = 0
    reason: str = ""
    code: str = ""


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
    """Takes files into a library, one at a time."""

    def __init__(
        self, catalogue: Catalogue, index: VectorIndex, embedder: Embedder, *, limits: ParsingLimits | None = None
    ) -> None:
        self._catalogue = catalogue
        self._recorder = Recorder(catalogue)
        self._index = index
        self._embedder = embedder
        self._parser = Parser(limits)
        self._turn = asyncio.Lock()

    @property
    def recorder(self) -> Recorder:
        """The catalogue's writing side, for roles of collections."""
        return self._recorder

    def close(self) -> None:
        """Ends the parsing process."""
        self._parser.close()

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
        name = name or path.name
        document_id = document_id_of(workspace, collection, name)
        async with self._turn:
            sha256, size = await asyncio.to_thread(_fingerprint, path)
            if await asyncio.to_thread(self._recorder.settled, document_id, sha256, RECIPE):
                return await asyncio.to_thread(self._unchanged, document_id)
            if size <= MAX_FILE_BYTES:
                sha256, size = await asyncio.to_thread(self._keep, path, name)
            pending = Pending(document_id, workspace, collection, name, sha256, size)
            await asyncio.to_thread(self._recorder.queue, pending)
            return await self._process(pending, progress or _silent)

    async def delete(self, scope: Scope, document_id: str) -> None:
        """Deletes a document: its rows, its vectors, and its original unless another document has the same.

        Raises NotFound when there is none in scope.
        """
        async with self._turn:
            document = await asyncio.to_thread(self._catalogue.document, scope, document_id)
            windows = await asyncio.to_thread(self._recorder.remove, document_id)
            await asyncio.to_thread(self._index.delete, document.workspace, windows)
            await asyncio.to_thread(self._sweep_originals)

    async def reindex(self, progress: Progress | None = None) -> int:
        """Makes all vectors again from the catalogue; the number of windows embedded."""
        total = 0
        async with self._turn:
            known = await asyncio.to_thread(self._recorder.workspaces)
            for workspace in sorted({*known, *await asyncio.to_thread(self._index.workspaces)}):
                await asyncio.to_thread(self._index.reset, workspace)
                places = await asyncio.to_thread(self._recorder.window_places, workspace)
                total += await self._embed_known(workspace, places, workspace, progress or _silent)
        return total

    async def recover(self, progress: Progress | None = None) -> Recovery:
        """Finishes what a crash interrupted, and brings vectors and stored files in line with the catalogue."""
        tell = progress or _silent
        finished: list[IngestResult] = []
        removed = restored = 0
        async with self._turn:
            for pending in await asyncio.to_thread(self._recorder.pending):
                finished.append(await self._process(pending, tell))
            known = await asyncio.to_thread(self._recorder.workspaces)
            for workspace in sorted({*known, *await asyncio.to_thread(self._index.workspaces)}):
                places = await asyncio.to_thread(self._recorder.window_places, workspace)
                stored = await asyncio.to_thread(self._index.ids, workspace)
                await asyncio.to_thread(self._index.delete, workspace, stored - places.keys())
                removed += len(stored - places.keys())
                missing = {window: place for window, place in places.items() if window not in stored}
                restored += await self._embed_known(workspace, missing, workspace, tell)
            await asyncio.to_thread(self._sweep_originals)
        return Recovery(tuple(finished), removed, restored)

    # --- one file -----------------------------------------------------------------------------------------------------

    async def _process(self, pending: Pending, tell: Progress) -> IngestResult:
        """Brings an accepted version to its end, whatever that is."""
        old = await asyncio.to_thread(self._recorder.window_ids_of, pending.document_id)
        try:
            result = await self._take_in(pending, tell)
        except DocumentRefused as refusal:
            result = await self._failed(pending, str(refusal), code=refusal.code)
        except LineleadError:
            raise  # the store, not the file: the version stays pending and `recover` takes it up
        except asyncio.CancelledError:
            self._parser.abort()
            raise
        except Exception as error:  # noqa: BLE001 one file must not stop the next; the log has the traceback
            _log.exception("taking in %s failed", pending.name)
            reason = f"An unexpected error stopped the work ({type(error).__name__}); the log has it. Try again."
            result = await self._failed(pending, reason, code="unexpected")
        # the version is in place: what follows only tidies up, and `recover` would do it as well
        now = await asyncio.to_thread(self._recorder.window_ids_of, pending.document_id)
        await asyncio.to_thread(self._index.delete, pending.workspace, set(old) - set(now))
        await asyncio.to_thread(self._sweep_originals)
        state = DocumentState.FAILED if result.outcome == "failed" else result.document.state
        tell(IngestProgress(pending.name, state, len(result.report.pages), result.embedded, result.embedded))
        return result

    async def _take_in(self, pending: Pending, tell: Progress) -> IngestResult:
        if pending.size_bytes > MAX_FILE_BYTES:
            raise DocumentRefused(
                "invalid_size",
                f"The file has {pending.size_bytes / 2**20:.0f} MB; at most {MAX_FILE_BYTES // 2**20} are taken.",
                "Split it into smaller files.",
            )
        await self._advance(pending, DocumentState.PARSING, tell)
        original = self._catalogue.original(pending.sha256, pending.name)
        if not original.exists():
            raise DocumentRefused("corrupted", "The stored file is gone.", "Send it again.")
        media_type, reading = await asyncio.to_thread(self._parser.read, original, pending.name)
        reading = replace(reading, title=reading.title.strip() or _title_of(pending.name))
        state, reason = _judge(reading)
        if state is DocumentState.FAILED:
            return await self._failed(pending, reason, reading, code="no_text")

        await self._advance(pending, DocumentState.INDEXING, tell, len(reading.pages))
        version = await asyncio.to_thread(_make_version, pending.document_id, media_type, reading, state, reason)
        texts = {window.id: window.text for window in version.windows}
        present = await asyncio.to_thread(self._index.present, pending.workspace, list(texts))
        new = {window: text for window, text in texts.items() if window not in present}
        place = (pending.document_id, pending.collection)
        base = IngestProgress(pending.name, DocumentState.INDEXING, len(reading.pages))
        await self._embed(pending.workspace, new, dict.fromkeys(new, place), base, tell)

        before = await asyncio.to_thread(self._recorder.document, pending.document_id)
        changes = await asyncio.to_thread(self._recorder.commit, pending, version)
        was_searchable = before is not None and before.state in (DocumentState.READY, DocumentState.PARTIAL)
        return IngestResult(
            await self._document(pending.document_id),
            "updated" if was_searchable else "added",
            DocumentReport(reading.pages, reading.warnings, changes),
            embedded=len(new),
            kept=len(texts) - len(new),
            reason=reason,
        )

    async def _failed(
        self, pending: Pending, reason: str, reading: Reading | None = None, *, code: str
    ) -> IngestResult:
        report = DocumentReport(reading.pages, reading.warnings) if reading else NO_REPORT
        await asyncio.to_thread(self._recorder.fail, pending.document_id, reason, code, report)
        document = await self._document(pending.document_id)
        return IngestResult(document, "failed", report, reason=reason, code=code)

    def _unchanged(self, document_id: str) -> IngestResult:
        report = self._catalogue.report_of(document_id)
        document = self._known(document_id)
        return IngestResult(document, "unchanged", report, kept=document.windows)

    async def _advance(self, pending: Pending, state: DocumentState, tell: Progress, pages: int = 0) -> None:
        await asyncio.to_thread(self._recorder.advance, pending.document_id, state)
        tell(IngestProgress(pending.name, state, pages))

    async def _document(self, document_id: str) -> Document:
        return await asyncio.to_thread(self._known, document_id)

    def _known(self, document_id: str) -> Document:
        document = self._recorder.document(document_id)
        if document is None:
            raise NotFound(f'The document "{document_id}" was deleted meanwhile.')
        return document

    # --- vectors ------------------------------------------------------------------------------------------------------

    async def _embed_known(self, workspace: str, places: dict[str, tuple[str, str]], name: str, tell: Progress) -> int:
        """Embeds windows that the catalogue holds; how many there were."""
        ids = list(places)
        texts = dict(zip(ids, await asyncio.to_thread(self._recorder.window_texts, ids), strict=True))
        await self._embed(workspace, texts, places, IngestProgress(name, DocumentState.INDEXING), tell)
        return len(ids)

    async def _embed(
        self,
        workspace: str,
        texts: dict[str, str],
        places: dict[str, tuple[str, str]],
        base: IngestProgress,
        tell: Progress,
    ) -> None:
        """Embeds and stores windows, short ones first, so that little is padded; stored ones survive a crash."""
        ids = sorted(texts, key=lambda window: len(texts[window]))
        for start in range(0, len(ids), _STORE_AT_ONCE):
            part = ids[start : start + _STORE_AT_ONCE]
            for at in range(0, len(part), _EMBED_AT_ONCE):
                some = part[at : at + _EMBED_AT_ONCE]
                vectors = await self._embedder.embed([texts[window] for window in some])
                await asyncio.to_thread(
                    self._index.upsert, workspace, some, vectors, [places[window] for window in some]
                )
                tell(replace(base, windows_done=start + at + len(some), windows_total=len(ids)))

    # --- originals ----------------------------------------------------------------------------------------------------

    def _keep(self, path: Path, name: str) -> tuple[str, int]:
        """Copies the file among the originals, complete and on disk or not at all; its SHA-256 and size."""
        incoming = self._catalogue.original(f"incoming-{uuid.uuid4().hex}", name)
        try:
            incoming.parent.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as source, incoming.open("xb") as target:
                digest, size = hashlib.sha256(), 0
                while part := source.read(1 << 20):
                    digest.update(part)
                    size += len(part)
                    target.write(part)
                target.flush()
                os.fsync(target.fileno())
            sha256 = digest.hexdigest()
            incoming.replace(self._catalogue.original(sha256, name))
            _sync_folder(incoming.parent)
        except OSError as error:
            incoming.unlink(missing_ok=True)
            raise StoreUnavailable(
                f"{path.name} could not be stored in {incoming.parent} ({error.strerror}). Free some space or make the"
                " folder writable, and try again. What was stored before is unharmed."
            ) from error
        return sha256, size

    def _sweep_originals(self) -> None:
        """Deletes the stored originals that no document needs."""
        used = self._recorder.originals_in_use()
        for path in self._catalogue.files.iterdir() if self._catalogue.files.exists() else ():
            if path not in used:
                path.unlink(missing_ok=True)


def _fingerprint(path: Path) -> tuple[str, int]:
    try:
        if path.is_dir():
            raise InvalidInput(f"{path} is a folder. Name the files in it.")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size
    except FileNotFoundError as error:
        raise NotFound(f"{path}: there is no such file. Check the path.") from error
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read ({error.strerror}). Check its permissions.") from error


def _sync_folder(folder: Path) -> None:
    """Makes a rename durable; Windows does so by itself and cannot open folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _title_of(name: str) -> str:
    """A title for a document that names none: "oil-change_2.md" → "Oil change 2"."""
    words = re.sub(r"[\s_-]+", " ", Path(name).stem).strip()
    return words[:1].upper() + words[1:]


def _judge(reading: Reading) -> tuple[DocumentState, str]:
    """The state a reading deserves, with the reason unless it is complete."""
    empty = [page.page for page in reading.pages if not page.has_text]
    if not any(block.text.strip() and not block.hidden for block in reading.blocks):
        hint = (
            " It looks scanned: run text recognition (OCR) on it, then send it again." if _has_images(reading) else ""
        )
        return DocumentState.FAILED, f"There is no text in the file.{hint}"
    if empty:
        return (
            DocumentState.PARTIAL,
            f"No text on {_numbers(empty)}. If they are scanned, run text recognition on them.",
        )
    return DocumentState.READY, ""


def _has_images(reading: Reading) -> bool:
    return any(page.images for page in reading.pages)


def _numbers(pages: Sequence[int]) -> str:
    """ "page 3" or "pages 3, 5, 8–12"."""
    runs: list[tuple[int, int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], page)
        else:
            runs.append((page, page))
    listed = ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in runs)
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"


def _make_version(document_id: str, media_type: str, reading: Reading, state: DocumentState, reason: str) -> NewVersion:
    made = chunk(document_id, reading)
    paged = any(block.page is not None for block in reading.blocks)
    return NewVersion(
        title=reading.title,
        media_type=media_type,
        state=state,
        reason=reason,
        pages=len(reading.pages) if paged else None,
        reports=reading.pages,
        warnings=reading.warnings,
        blocks=made.blocks,
        chunks=made.chunks,
        windows=made.windows,
        codes=[
            Code(code, cells["meaning"], cells["cause"], cells["action"], stored.id)
            for stored, code, cells in code_rows(made.blocks)
        ],
        recipe=RECIPE,
    )
