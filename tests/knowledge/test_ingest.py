"""Ingestion is idempotent, incremental and resumable, and never says ready when it is not."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from knowledge.errors import InvalidInput, NotFound
from knowledge.ingest import Ingestor, IngestProgress, Stopped
from knowledge.library import Library
from knowledge.parsing import ParsingLimits
from knowledge.recorder import Pending
from knowledge.types import DocumentState, Scope

from ..fakes import HashingEmbedder

EVERYTHING = Scope()
MANUAL = """# FryMate 240

## Cleaning

Clean the filter every day. Use a soft brush.

1. Switch the fryer off.
2. Lift the basket out.
3. Drain the oil.

## Storage

Keep the fryer dry. Cover it with the lid.
"""


def write(folder: Path, text: str = MANUAL, name: str = "fryer.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def spans(library: Library, document_id: str) -> dict[str, str]:
    return {stored.id: stored.text for stored in library.catalogue.blocks(EVERYTHING, document_id)}


async def found(library: Library, text: str) -> str:
    """The text of the nearest window that is searchable."""
    vector = (await library.embedder.embed([text]))[0]
    hits = library.index.search(EVERYTHING, None, vector, 20)
    windows = library.catalogue.load(EVERYTHING, [window for window, _ in hits])
    return next((windows[window][0].text for window, _ in hits if window in windows), "")


async def test_a_file_becomes_searchable_and_its_states_are_told_in_order(library: Library, tmp_path: Path) -> None:
    told: list[IngestProgress] = []
    result = await library.ingestor.ingest(write(tmp_path), collection="equipment", progress=told.append)
    document = result.document
    assert (result.outcome, document.state, document.title, document.version) == ("added", "ready", "FryMate 240", 1)
    assert (document.collection, document.media_type, document.pages) == ("equipment", "text/markdown", None)
    assert (result.embedded, result.kept) == (document.windows, 0)
    assert list(dict.fromkeys(progress.state for progress in told)) == [
        "validating",
        "parsing",
        "indexing",
        "ready",
    ]
    assert (told[-1].windows_done, told[-1].windows_total) == (document.windows, document.windows)
    assert "Drain the oil" in await found(library, "drain oil")
    assert library.catalogue.file(document).read_text("utf-8") == MANUAL


async def test_the_same_file_again_changes_nothing(library: Library, tmp_path: Path) -> None:
    first = await library.ingestor.ingest(write(tmp_path))
    before = spans(library, first.document.id)
    again = await library.ingestor.ingest(write(tmp_path))
    assert (again.outcome, again.embedded, again.kept) == ("unchanged", 0, first.document.windows)
    assert (again.document, again.report) == (first.document, first.report)
    assert spans(library, first.document.id) == before


async def test_a_changed_paragraph_embeds_only_its_windows_and_keeps_the_other_span_ids(
    library: Library, tmp_path: Path
) -> None:
    first = await library.ingestor.ingest(write(tmp_path))
    before = spans(library, first.document.id)
    second = await library.ingestor.ingest(write(tmp_path, MANUAL.replace("Keep the fryer dry", "Keep the fryer warm")))
    after = spans(library, first.document.id)
    assert (second.outcome, second.document.id, second.document.version) == ("updated", first.document.id, 2)
    assert (second.embedded, second.kept) == (1, first.document.windows - 1)
    assert {text for span, text in before.items() if span not in after} == {
        "Keep the fryer dry. Cover it with the lid."
    }
    assert library.index.ids("default") == set(library.ingestor.recorder.window_ids_of(first.document.id))
    assert len(list(library.catalogue.file(second.document).parent.iterdir())) == 1


async def test_a_new_version_that_cannot_be_read_leaves_the_old_one_searchable(
    library: Library, tmp_path: Path
) -> None:
    first = await library.ingestor.ingest(write(tmp_path))
    path = tmp_path / "fryer.md"
    path.write_bytes(b"")
    second = await library.ingestor.ingest(path)
    assert second.outcome == "failed"
    assert second.document.state is DocumentState.READY
    assert second.reason in second.document.reason
    assert "Drain the oil" in await found(library, "drain oil")
    assert library.catalogue.file(first.document).read_text("utf-8") == MANUAL


async def test_a_file_without_text_is_failed_with_the_reason_and_can_be_sent_again(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "empty.md"
    path.write_bytes(b"")
    failed = await library.ingestor.ingest(path)
    assert (failed.outcome, failed.document.state, failed.document.windows) == ("failed", "failed", 0)
    assert failed.document.reason == failed.reason != ""
    path.write_text(MANUAL, encoding="utf-8")
    assert (await library.ingestor.ingest(path)).outcome == "added"


async def test_a_name_in_another_collection_or_workspace_is_another_document(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path)
    results = [
        await library.ingestor.ingest(path),
        await library.ingestor.ingest(path, collection="safety"),
        await library.ingestor.ingest(path, workspace="other"),
        await library.ingestor.ingest(path, name="copy/fryer.md"),
    ]
    assert [result.outcome for result in results] == ["added"] * 4
    assert len({result.document.id for result in results}) == 4
    assert len(library.catalogue.documents(EVERYTHING)) == 3


async def test_deleting_removes_rows_vectors_and_the_original_unless_it_is_shared(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path)
    first, second = [await library.ingestor.ingest(path, collection=name) for name in ("a", "b")]
    original = library.catalogue.file(first.document)
    await library.ingestor.delete(EVERYTHING, first.document.id)
    assert original.exists()
    assert len(library.index.ids("default")) == second.document.windows
    with pytest.raises(NotFound):
        await library.ingestor.delete(Scope(workspace="other"), second.document.id)
    await library.ingestor.delete(EVERYTHING, second.document.id)
    assert (library.index.ids("default"), original.exists()) == (set(), False)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [("nothing", NotFound, "there is no such file"), ("folder", InvalidInput, "is a folder")],
)
async def test_a_path_that_is_no_file_is_refused_by_name(
    library: Library, tmp_path: Path, make: str, error: type[InvalidInput], message: str
) -> None:
    path = tmp_path / "manual.pdf"
    if make == "folder":
        path.mkdir()
    with pytest.raises(error, match=f"{path}.*{message}"):
        await library.ingestor.ingest(path)
    assert library.catalogue.documents(EVERYTHING) == []


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (ParsingLimits(seconds=0.01), "took longer than 0.01 s"),
        (ParsingLimits(memory_bytes=8 * 2**20), "made its reader crash|took more than 8 MB"),
    ],
    ids=["time", "memory"],
)
async def test_a_file_that_takes_too_much_to_read_is_refused_and_the_next_one_is_read(
    library: Library, tmp_path: Path, limits: ParsingLimits, reason: str
) -> None:
    strict = Ingestor(library.catalogue, library.index, library.embedder, limits=limits)
    result = await strict.ingest(write(tmp_path, MANUAL * 40_000))
    strict.close()
    assert (result.outcome, result.document.state) == ("failed", "failed")
    assert re.search(reason, result.reason)
    assert (await library.ingestor.ingest(write(tmp_path))).outcome == "added"


async def test_files_sent_at_the_same_time_are_all_taken_in(library: Library, tmp_path: Path) -> None:
    paths = [write(tmp_path, f"# Machine {n}\n\nIts number is {n}.\n", f"{n}.md") for n in range(4)]
    results = await asyncio.gather(*(library.ingestor.ingest(path) for path in paths))
    assert [result.outcome for result in results] == ["added"] * 4
    assert len({result.document.id for result in results}) == 4


async def test_reindex_makes_the_vectors_again_from_the_catalogue(library: Library, tmp_path: Path) -> None:
    await library.ingestor.ingest(write(tmp_path))
    before = library.index.ids("default")
    library.index.reset("default")
    assert await found(library, "drain oil") == ""
    assert await library.ingestor.reindex() == len(before)
    assert library.index.ids("default") == before
    assert "Drain the oil" in await found(library, "drain oil")


async def test_recovery_brings_vectors_and_files_in_line_with_the_catalogue(library: Library, tmp_path: Path) -> None:
    result = await library.ingestor.ingest(write(tmp_path))
    windows = sorted(library.index.ids("default"))
    stray = await library.embedder.embed(["stray"])
    library.index.upsert("default", ["w-stray"], stray, [("d-gone", "general")])
    library.index.upsert("gone", ["w-stray"], stray, [("d-gone", "general")])
    library.index.delete("default", windows[:2])
    leftover = library.catalogue.original("incoming-1", "x.pdf")
    leftover.write_bytes(b"half a file")
    recovery = await library.ingestor.recover()
    assert (recovery.finished, recovery.vectors_removed, recovery.vectors_restored) == ((), 2, 2)
    assert library.index.ids("default") == set(windows)
    assert (leftover.exists(), library.catalogue.file(result.document).exists()) == (False, True)


def once(state: DocumentState, act: Callable[[], object]) -> Callable[[IngestProgress], None]:
    """A listener that acts in the middle of the work: the first time that a document is in `state`."""
    left = [act]

    def tell(progress: IngestProgress) -> None:
        if progress.state is state and left:
            left.pop()()

    return tell


def stored_files(library: Library) -> list[Path]:
    """Originals and readings in the data folder."""
    return [path for name in ("files", "work") for path in (library.catalogue.files.parent / name).glob("*")]


@pytest.mark.parametrize("state", [DocumentState.VALIDATING, DocumentState.PARSING, DocumentState.INDEXING])
async def test_a_document_deleted_while_it_is_taken_in_stays_deleted_and_leaves_nothing(
    library: Library, tmp_path: Path, state: DocumentState
) -> None:
    accepted = library.ingestor.accept(write(tmp_path))
    assert isinstance(accepted, Pending)
    delete = once(state, lambda: asyncio.run(library.ingestor.delete(EVERYTHING, accepted.document_id)))
    result = await asyncio.to_thread(library.ingestor.run, accepted, delete)
    assert (result.outcome, result.code) == ("failed", "document_removed")
    assert library.catalogue.documents(EVERYTHING) == []
    assert (library.index.ids("default"), library.ingestor.pending(), stored_files(library)) == (set(), [], [])


@pytest.mark.parametrize("state", [DocumentState.VALIDATING, DocumentState.PARSING, DocumentState.INDEXING])
async def test_cancelling_work_that_is_under_way_leaves_the_version_before_it(
    library: Library, tmp_path: Path, state: DocumentState
) -> None:
    first = await library.ingestor.ingest(write(tmp_path))
    vectors = library.index.ids("default")
    accepted = library.ingestor.accept(write(tmp_path, MANUAL.replace("dry", "warm")))
    assert isinstance(accepted, Pending)
    cancel = once(state, lambda: library.ingestor.cancel(accepted.document_id))
    result = await asyncio.to_thread(library.ingestor.run, accepted, cancel)
    assert (result.outcome, result.code, result.document.version) == ("failed", "cancelled", 1)
    assert (library.index.ids("default"), library.ingestor.pending()) == (vectors, [])
    assert "Keep the fryer dry" in await found(library, "keep dry")
    again = await asyncio.to_thread(library.ingestor.run, library.ingestor.retry(EVERYTHING, first.document.id))
    assert (again.outcome, again.document.version) == ("updated", 2)
    assert "Keep the fryer warm" in await found(library, "keep warm")


@pytest.mark.parametrize("state", [DocumentState.PARSING, DocumentState.INDEXING])
async def test_a_newer_file_takes_the_place_of_one_that_is_still_being_taken_in(
    library: Library, tmp_path: Path, state: DocumentState
) -> None:
    older = library.ingestor.accept(write(tmp_path))
    newer: list[Pending] = []

    def send() -> None:
        accepted = library.ingestor.accept(write(tmp_path, MANUAL.replace("dry", "warm")))
        assert isinstance(accepted, Pending)
        newer.append(accepted)

    assert isinstance(older, Pending)
    first = await asyncio.to_thread(library.ingestor.run, older, once(state, send))
    assert (first.outcome, first.code) == ("failed", "superseded")
    second = await asyncio.to_thread(library.ingestor.run, newer[0])
    assert (second.outcome, second.document.version) == ("added", 1)
    assert library.index.ids("default") == set(library.ingestor.recorder.window_ids_of(second.document.id))
    assert "Keep the fryer warm" in await found(library, "keep warm")


async def test_work_that_is_stopped_goes_on_at_the_next_start(tmp_path: Path) -> None:
    def opened() -> Library:
        return Library.open(tmp_path / "data", embedder=HashingEmbedder())

    library = opened()
    accepted = library.ingestor.accept(write(tmp_path, MANUAL * 20_000))  # long enough to be stopped while it is read
    assert isinstance(accepted, Pending)
    with pytest.raises(Stopped):
        await asyncio.to_thread(
            library.ingestor.run, accepted, once(DocumentState.PARSING, lambda: stop_soon(library.ingestor))
        )
    assert library.ingestor.pending() == [accepted]
    library.close()
    library = opened()
    library.ingestor.accept(write(tmp_path))  # the same name, shorter: the test need not wait for the long one
    recovery = await library.ingestor.recover()
    assert [(result.outcome, result.document.state) for result in recovery.finished] == [("added", "ready")]
    library.close()


def stop_soon(ingestor: Ingestor) -> None:
    """Stops the work a little later, from another thread, as a program that is told to end does."""
    threading.Timer(0.4, ingestor.stop).start()


async def test_the_first_pages_of_a_long_pdf_can_be_searched_before_the_last_is_read(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "press.pdf"
    canvas = Canvas(str(path))
    for page in range(1, 61):
        for line in range(8):
            canvas.drawString(72, 700 - 20 * line, f"Part {page * 10 + line} of the press is on shelf {page}.")
        canvas.showPage()
    canvas.save()
    seen: list[tuple[str, str, bool]] = []

    def look(progress: IngestProgress) -> None:
        documents = library.catalogue.documents(EVERYTHING)
        if progress.pages_done >= 30 and documents and not seen:
            answer = asyncio.run(found(library, "part 20 shelf 2"))
            seen.append((documents[0].state.value, documents[0].reason, "on shelf 2." in answer))

    result = await library.ingestor.ingest(path, progress=look)
    assert seen == [("indexing", "Pages 1–24 of 60 can be searched; the rest is being read.", True)]
    assert (result.outcome, result.document.state, result.document.pages) == ("added", "ready", 60)
    assert (result.document.version, len(result.report.pages)) == (1, 60)
    assert "on shelf 60." in await found(library, "part 600 shelf 60")
