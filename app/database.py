"""The service database: what the program keeps besides documents. A SQLite file, or a Postgres server by a setting.

One table definition and one set of statements serve both. Everything here blocks: call it off the event loop.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.errors import SettingError
from knowledge.database import Database
from knowledge.errors import StoreUnavailable

POOL_CONNECTIONS = 8
WAIT_SECONDS = 10
"""Longest wait for a connection of the pool, and for the server to accept a new one."""
STATEMENT_SECONDS = 30


class ServiceDatabase(Protocol):
    """What the stores of app/ need of a database."""

    @property
    def name(self) -> str:
        """What errors call it; holds no password."""
        ...

    @property
    def owner(self) -> str:
        """This opening's own mark on what it works at, as long as it lives."""
        ...

    def write(self) -> AbstractContextManager[Connection]:
        """A write transaction: committed and on disk at the end, rolled back on any error."""
        ...

    def read(self) -> AbstractContextManager[Connection]:
        """A consistent view for reading; writing through it fails."""
        ...

    def gone(self, owners: Collection[str]) -> set[str]:
        """Those owners that live no more."""
        ...

    def compact(self) -> None:
        """Lets nothing that was removed stay readable in the files, as far as that is the program's to do."""
        ...

    def close(self) -> None:
        """Closes every connection."""
        ...


def open_database(path: Path, url: str = "", *, read_only: bool = False) -> ServiceDatabase:
    """The database at `url` (postgresql://…), or without one the SQLite file, brought to the newest schema.

    `read_only` changes nothing, so that it may be done while a server holds the folder. Raises StoreUnavailable when
    it cannot be reached or written, SettingError for a URL that is none, OperatorError when a newer Linelead made it.
    """
    from app.migrations import check_revision, migrate  # here: Alembic takes long to import, and `--help` needs none

    database: ServiceDatabase = PostgresDatabase(url) if url else SqliteDatabase(path)
    try:
        if read_only:
            with database.read() as connection:
                check_revision(connection, database.name)
        else:
            with database.write() as connection:
                migrate(connection, database.name)
    except BaseException:
        database.close()
        raise
    return database


class SqliteDatabase(Database):
    """The file of a data folder. The folder's lock sees to it that one process writes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.name = str(path)
        self.owner = secrets.token_hex(8)

    def gone(self, owners: Collection[str]) -> set[str]:
        return set(owners) - {self.owner}


class PostgresDatabase:
    """A Postgres database. An owner holds an advisory lock, which the server drops when the owner's process ends."""

    def __init__(self, url: str) -> None:
        try:
            address = make_url(url)
        except ArgumentError as error:
            raise SettingError(_WRONG_URL) from error
        if address.drivername not in ("postgresql", "postgres"):
            raise SettingError(_WRONG_URL)
        address = address.set(drivername="postgresql+psycopg")
        self.name = f"Postgres database {address.database!r}"
        number = secrets.randbits(62)
        self.owner = str(number)
        self._engine = create_engine(
            address,
            pool_size=POOL_CONNECTIONS,
            max_overflow=0,
            pool_timeout=WAIT_SECONDS,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": WAIT_SECONDS,
                "options": f"-c statement_timeout={STATEMENT_SECONDS * 1000} -c lock_timeout={WAIT_SECONDS * 1000}",
            },
        )
        self._reading = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with _explained(self.name):
            self._life = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            self._life.execute(text("SELECT pg_advisory_lock(:owner)"), {"owner": number})

    @contextmanager
    def write(self) -> Generator[Connection]:
        with _explained(self.name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Generator[Connection]:
        with _explained(self.name), self._reading.connect() as connection:
            yield connection

    def compact(self) -> None:
        """Does nothing: Postgres clears removed rows by itself (autovacuum)."""

    def gone(self, owners: Collection[str]) -> set[str]:
        found: set[str] = set()
        with self.write() as connection:
            for owner in set(owners) - {self.owner}:
                # a number that another program locks too would keep turns running, never end living ones
                locked = text("SELECT pg_try_advisory_xact_lock(:owner)")
                if not owner or connection.execute(locked, {"owner": int(owner)}).scalar_one():
                    found.add(owner)
        return found

    def close(self) -> None:
        # said, not left to the server: it sees that a connection has gone only some time after, and until then whoever
        # looks would find this program alive
        with suppress(DBAPIError):  # a server that is away has dropped the lock
            self._life.execute(text("SELECT pg_advisory_unlock(:owner)"), {"owner": int(self.owner)})
        self._life.close()
        self._engine.dispose()


_WRONG_URL = (
    "The setting database (LINELEAD_DATABASE) is not a Postgres URL; write postgresql://user:password@host/name, "
    "or leave it empty for SQLite in the data folder."
)


@contextmanager
def _explained(name: str) -> Generator[None]:
    """Turns a server that is away, full, read-only or too busy into StoreUnavailable."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreUnavailable(f"{name}: every connection is busy; try again.") from error
    except IntegrityError:
        raise
    except (OperationalError, InterfaceError) as error:
        raise StoreUnavailable(f"{name}: the database does not answer; check that it runs and try again.") from error
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in ("25006", "42501"):
            raise StoreUnavailable(f"{name}: this user may not write; grant it the database's tables.") from error
        raise
