"""A data folder, opened: one process owns it, and everything that reads or writes it hangs together here."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from knowledge.catalogue import Catalogue
from knowledge.embedder import Embedder
from knowledge.errors import StoreLocked, StoreUnavailable
from knowledge.evidence import THRESHOLD
from knowledge.index import VectorIndex
from knowledge.ingest import Ingestor
from knowledge.pacing import Pacing
from knowledge.quoting import Quoter
from knowledge.readers.providers import Providers
from knowledge.retriever import Retriever

CATALOGUE = "catalogue.sqlite3"
"""The file of a data folder that holds its documents."""


class Library:
    """The documents of a data folder and what answers from them.

    After `open`, await `ingestor.recover()` once: it finishes what a crash interrupted. Searching need not wait for it.
    """

    def __init__(
        self,
        lock: FolderLock,
        catalogue: Catalogue,
        index: VectorIndex,
        embedder: Embedder,
        retriever: Retriever,
        quoter: Quoter,
        ingestor: Ingestor,
    ) -> None:
        self._lock = lock
        self.catalogue = catalogue
        self.index = index
        self.embedder = embedder
        self.retriever = retriever
        self.quoter = quoter
        self.ingestor = ingestor

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        embedder: Embedder,
        threshold: float | None = None,
        rebuild_index: bool = False,
        max_megabytes: Mapping[str, int] | None = None,
        providers: Providers | None = None,
    ) -> Library:
        """Opens or creates the library in `folder`. Loads no model.

        `threshold` is the evidence (0..1) under which nothing is answered, by default the one of `knowledge.evidence`.
        `max_megabytes` are size limits by suffix (".pdf") in place of the formats' own; `providers` recognise speech
        and print in place of this machine.
        `rebuild_index` throws the vectors away, whatever made them: `ingestor.reindex()` must follow. Raises
        StoreLocked when another process has the folder, StoreMismatch when another embedder made its vectors, and
        StoreUnavailable when it cannot be written.
        """
        lock = FolderLock(folder)
        catalogue: Catalogue | None = None
        try:
            catalogue = Catalogue(folder / CATALOGUE)
            index = VectorIndex(
                folder / "index",
                embedder_name=embedder.name,
                dimension=embedder.dimension,
                rebuild=rebuild_index,
            )
            pacing = Pacing()
            retriever = Retriever(catalogue, index, embedder, pacing=pacing)
            quoter = Quoter(catalogue, embedder, index, threshold=THRESHOLD if threshold is None else threshold)
        except BaseException:
            if catalogue is not None:
                catalogue.close()
            lock.release()
            raise
        ingestor = Ingestor(catalogue, index, embedder, max_megabytes=max_megabytes, providers=providers, pacing=pacing)
        return cls(lock, catalogue, index, embedder, retriever, quoter, ingestor)

    def close(self) -> None:
        """Closes everything and gives the folder free."""
        self.ingestor.close()
        self.index.close()
        self.catalogue.close()
        self._lock.release()


class FolderLock:
    """The lock of a data folder, held until `release`, with a note of who holds it."""

    def __init__(self, folder: Path) -> None:
        """Creates and locks `folder`. Raises StoreLocked, naming the holder, or StoreUnavailable."""
        self._note = folder / "lock.json"
        # not per thread: the program is opened in one thread and closed in another
        self._lock = FileLock(folder / "lock", blocking=False, thread_local=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
            holder = {"pid": os.getpid(), "command": _command(), "since": datetime.now(UTC).isoformat("T", "seconds")}
            self._note.write_text(json.dumps(holder), encoding="utf-8")
        except Timeout as error:
            raise StoreLocked(
                f"{folder} is in use by {_holder(self._note)}. Stop it, or use another --data folder."
            ) from error
        except OSError as error:
            self._lock.release()
            raise StoreUnavailable(
                f"{folder}: the data folder cannot be used ({error.strerror}). Make it writable, free some space, or"
                " use another --data folder."
            ) from error

    def release(self) -> None:
        """Gives the folder free."""
        self._note.unlink(missing_ok=True)
        self._lock.release()


def _command() -> str:
    """What was started, without arguments that may be private: "linelead serve"."""
    words = [Path(sys.argv[0]).name, *sys.argv[1:2]] if sys.argv and sys.argv[0] else ["python"]
    return " ".join(word for word in words if not word.startswith("-"))


def _holder(note: Path) -> str:
    try:
        holder = json.loads(note.read_text(encoding="utf-8"))
        return f"process {holder['pid']} ({holder['command']})"
    except (OSError, ValueError, KeyError):
        return "another process"  # which has not written its note yet
