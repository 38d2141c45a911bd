"""A SQLite file opened the one safe way: a single write connection, readers that cannot write, every commit on disk.

SQLite before 3.51.3 can corrupt a WAL file that two connections write to at once (sqlite.org, "WAL-reset bug"), so
there is exactly one write connection per file, held by one process (the lock of the data folder sees to that).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from knowledge.errors import StoreUnavailable

BUSY_TIMEOUT_MS = 10_000
READERS = 4


class Database:
    """A SQLite file with one writer and a few readers. All methods block: call them off the event loop."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the file. Raises StoreUnavailable when it cannot be written or is not a database."""
        self.path = path
        self._writing = threading.Lock()
        self._writer = self._engine(size=1, read_only=False)
        self._readers = self._engine(size=READERS, read_only=True)

    def _engine(self, *, size: int, read_only: bool) -> Engine:
        engine = create_engine(
            f"sqlite:///{self.path}",
            poolclass=QueuePool,
            pool_size=size,
            max_overflow=0,
            connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
        )

        def prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
            connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's late one
            cursor = connection.cursor()
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute("PRAGMA secure_delete=ON")  # what is removed is overwritten
            if read_only:
                cursor.execute("PRAGMA query_only=ON")
            cursor.close()

        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", begin)
        return engine

    @contextmanager
    def write(self) -> Generator[Connection]:
        """A write transaction: committed and on disk at the end, rolled back on any error."""
        with self._writing, _explained(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Generator[Connection]:
        """A consistent view for reading; writing through it fails."""
        with _explained(self.path), self._readers.connect() as connection:
            yield connection

    def compact(self) -> None:
        """Empties the write-ahead log into the file, so that what was removed is in neither; best effort while read."""
        with self._writing, _explained(self.path):
            raw = self._writer.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def close(self) -> None:
        """Closes every connection; the file may be opened again afterwards."""
        self._readers.dispose()
        self._writer.dispose()


@contextmanager
def _explained(path: Path) -> Generator[None]:
    """Turns what SQLite says of a full disk, a read-only folder or a damaged file into StoreUnavailable."""
    try:
        yield
    except DatabaseError as error:
        cause = str(error.orig)
        for sign, sentence in _CAUSES:
            if sign in cause:
                raise StoreUnavailable(f"{path}: {sentence} What was stored before is unharmed.") from error
        raise


_CAUSES = (
    ("disk is full", "the disk is full; free some space and try again."),
    ("disk I/O error", "the disk cannot be written (full, over quota or failing); check it and try again."),
    ("readonly database", "the file is read-only; make the data folder writable."),
    ("unable to open database file", "the file cannot be opened; check that the data folder exists and is writable."),
    ("file is not a database", "this is not a Linelead database; choose another data folder."),
    ("malformed", "the file is damaged; restore it from a backup."),
)
