"""The files as they were sent, beside the catalogue: complete and on disk, or not there at all."""

from __future__ import annotations

import hashlib
import os
import threading
import uuid
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.errors import InvalidInput, NotFound, StoreUnavailable, unreadable
from knowledge.recorder import Recorder


class Originals:
    """Stores originals and deletes those that no document needs. What `work` keeps for a version goes the same way."""

    def __init__(self, catalogue: Catalogue, recorder: Recorder) -> None:
        self._catalogue = catalogue
        self._recorder = recorder
        self._guard = threading.Lock()
        self._incoming: set[Path] = set()  # copies under way; guarded

    @contextmanager
    def kept(self) -> Generator[None]:
        """While inside, nothing is swept away: an original is put on record before anybody may."""
        with self._guard:
            yield

    @contextmanager
    def copied(self, path: Path, name: str) -> Generator[tuple[str, int]]:
        """Copies a file in, gives its SHA-256 and size, and keeps it as `kept` does while inside.

        Raises StoreUnavailable when the disk is full or read-only; nothing is left behind then.
        """
        incoming = self._catalogue.original(f"incoming-{uuid.uuid4().hex}", name)
        with self._guard:
            self._incoming.add(incoming)
        try:
            sha256, size = self._copy(path, incoming, name)
        except BaseException:
            with self._guard:
                self._incoming.discard(incoming)
            raise
        with self._guard:
            self._incoming.discard(incoming)
            with explained(incoming, name):
                incoming.replace(self._catalogue.original(sha256, name))
                _sync_folder(incoming.parent)
            yield sha256, size

    def _copy(self, path: Path, incoming: Path, name: str) -> tuple[str, int]:
        with explained(incoming, name):
            incoming.parent.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as source, incoming.open("xb") as target:
                digest, size = hashlib.sha256(), 0
                while part := source.read(1 << 20):
                    digest.update(part)
                    size += len(part)
                    target.write(part)
                target.flush()
                os.fsync(target.fileno())
        return digest.hexdigest(), size

    @property
    def work(self) -> Path:
        """Where what was read of a version is kept, in files that begin with its ticket."""
        return self._catalogue.files.parent / "work"

    def sweep(self, *, everything: bool = False) -> None:
        """Deletes stored originals and readings that no document needs; `everything`: also what an earlier run of the
        program copied only half."""
        with self._guard:
            used = self._recorder.originals_in_use() | self._incoming
            tickets = {pending.ticket for pending in self._recorder.pending()}
            for path in _listed(self._catalogue.files):
                if path not in used and (everything or not path.name.startswith("incoming-")):
                    path.unlink(missing_ok=True)
            for path in _listed(self.work):
                if path.name.partition("-")[0] not in tickets:
                    path.unlink(missing_ok=True)


def fingerprint(path: Path) -> tuple[str, int]:
    """The SHA-256 and the size of a file. Raises NotFound when there is none, InvalidInput for a folder and for what
    never ends, as a pipe or a device."""
    try:
        if path.is_dir():
            raise InvalidInput(f"{path} is a folder. Name the files in it.")
        if path.exists() and not path.is_file():
            raise InvalidInput(f"{path} is a pipe or a device. Name a file that holds what comes out of it.")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size
    except FileNotFoundError as error:
        raise NotFound(f"{path}: there is no such file. Check the path.") from error
    except OSError as error:
        raise InvalidInput(" ".join(unreadable(path, error))) from error


@contextmanager
def explained(path: Path, name: str) -> Generator[None]:
    """Turns what the system says of a disk that cannot be written into StoreUnavailable, leaving no half file."""
    try:
        yield
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StoreUnavailable(
            f"{name} could not be stored in {path.parent} ({error.strerror}). Free some space or make the"
            " folder writable, and try again. What was stored before is unharmed."
        ) from error


def _listed(folder: Path) -> Iterator[Path]:
    # a list first: files may go while they are looked at
    yield from list(folder.iterdir()) if folder.exists() else ()


def _sync_folder(folder: Path) -> None:
    """Makes a rename durable; Windows does so by itself and cannot open folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
