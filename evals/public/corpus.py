"""A public set's corpus in a library of the product: its own chunks, windows, vectors and rows; only no file is read.

An entry {id, title, text} becomes a document named by its id: the title is its heading, each line of the text a
paragraph. Chunking, embedding, recording and indexing are what `knowledge.ingest` does, for many documents at a time.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.public.figures import Tell
from evals.rows import read_rows
from knowledge.chunking import RECIPE, document_id_of
from knowledge.embedder import Embedder, make_embedder
from knowledge.library import Library
from knowledge.recorder import NewVersion, Pending
from knowledge.schema import SCHEMA_VERSION
from knowledge.types import Block, BlockKind, DocumentState, PageReport, Reading
from knowledge.versions import make_version

COLLECTION = "corpus"
WORKSPACE = "default"
_AT_ONCE = 128  # documents whose windows are embedded together, and that an interruption may cost


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of a corpus. `id` is the set's own; `title` is "" where the set has none."""

    id: str
    title: str
    text: str


def read_corpus(path: Path) -> list[Entry]:
    """The entries of a corpus.jsonl, in order."""
    return [Entry(row.text("id", "_id"), row.text("title", default=""), row.text("text")) for row in read_rows(path)]


@contextmanager
def corpus_library(
    entries: Sequence[Entry], *, cache: Path | None = None, embedder: Embedder | None = None, tell: Tell | None = None
) -> Generator[Library]:
    """An open library that holds exactly these entries.

    In a temporary folder, or in a folder of `cache` that is named by the content, the embedder and the recipe: found
    there, nothing is made again, and what an interruption left is completed. `embedder` is MiniLM by default.
    """
    embedder = embedder or make_embedder("minilm")
    if cache is not None:
        with _opened(cache / _key(entries, embedder.name), entries, embedder, tell) as library:
            yield library
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        _opened(Path(folder) / "data", entries, embedder, tell) as library,
    ):
        yield library


@contextmanager
def _opened(folder: Path, entries: Sequence[Entry], embedder: Embedder, tell: Tell | None) -> Generator[Library]:
    library = Library.open(folder, embedder=embedder)
    try:
        fill(library, entries, tell or _silent)
        yield library
    finally:
        library.close()


def fill(library: Library, entries: Sequence[Entry], tell: Tell) -> None:
    """Makes the entries searchable; those that are already are passed over."""
    recorder = library.ingestor.recorder
    todo = [entry for entry in entries if not recorder.settled(_document_id(entry), _sha256([entry]), RECIPE)]
    for start in range(0, len(todo), _AT_ONCE):
        made = [(_pending(entry), _version(entry)) for entry in todo[start : start + _AT_ONCE]]
        windows = {
            window.id: (window.text, pending.document_id) for pending, version in made for window in version.windows
        }
        present = library.index.present(WORKSPACE, list(windows))
        new = [window for window in windows if window not in present]
        vectors = library.embedder.embed_now([windows[window][0] for window in new])
        # vectors before rows, as in an ingest: what is visible can be found by all channels
        library.index.upsert(WORKSPACE, new, vectors, [(windows[window][1], COLLECTION) for window in new])
        for pending, version in made:
            recorder.queue(pending)
            recorder.commit(pending, version)
        tell(f"{start + len(made):,} of {len(todo):,} documents are searchable")


def _pending(entry: Entry) -> Pending:
    size = len(entry.text.encode("utf-8", "replace"))
    return Pending(_document_id(entry), WORKSPACE, COLLECTION, entry.id, _sha256([entry]), size, _document_id(entry))


def _version(entry: Entry) -> NewVersion:
    blocks = [Block(BlockKind.HEADING, entry.title, level=1)] if entry.title else []
    blocks.extend(Block(BlockKind.PARAGRAPH, line.strip()) for line in entry.text.splitlines() if line.strip())
    report = PageReport(page=1, characters=len(entry.text), blocks=len(blocks))
    reading = Reading(entry.title, tuple(blocks), (report,))
    return make_version(_document_id(entry), reading, media_type="text/plain", state=DocumentState.READY)


def _document_id(entry: Entry) -> str:
    return document_id_of(WORKSPACE, COLLECTION, entry.id)


def _key(entries: Sequence[Entry], embedder_name: str) -> str:
    return _sha256(entries, f"{embedder_name}\0{RECIPE}\0{SCHEMA_VERSION}")[:16]


def _sha256(entries: Iterable[Entry], seed: str = "") -> str:
    digest = hashlib.sha256(seed.encode())
    for entry in entries:
        digest.update(f"{entry.id}\0{entry.title}\0{entry.text}\1".encode("utf-8", "replace"))
    return digest.hexdigest()


def _silent(_line: str) -> None:
    """Tells nobody."""
