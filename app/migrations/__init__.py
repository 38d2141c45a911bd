"""Brings a service database to the newest schema, one Alembic revision after the other, in one transaction.

A revision is a file in versions/, named NNNN_what.py; it is never changed once it was released. There is no env.py:
revisions run only from here, on the connection that the program opened.
"""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from knowledge.errors import OperatorError

_SCRIPTS = ScriptDirectory(str(Path(__file__).parent))
_LOCK = 0x4C_69_6E_65
"""Key of the Postgres advisory lock under which one process at a time migrates."""


def migrate(connection: Connection, name: str) -> None:
    """Creates or updates the tables; what is in them stays. `name` is the database's, as errors say it.

    Raises OperatorError when a newer Linelead made it.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    context = MigrationContext.configure(connection)
    found = _revision(connection, context)
    _refuse_newer(found, name)
    if found is not None and context.get_current_revision() is None:
        context.stamp(_SCRIPTS, found)
    pending = [script for script in _SCRIPTS.iterate_revisions("head", found or "base") if script.revision != found]
    for script in reversed(pending):
        with Operations.context(context):
            script.module.upgrade()
        context.stamp(_SCRIPTS, script.revision)


def check_revision(connection: Connection, name: str) -> None:
    """Raises OperatorError unless the tables are of the newest schema. Changes nothing."""
    found = _revision(connection, MigrationContext.configure(connection))
    _refuse_newer(found, name)
    if found != _newest():
        raise OperatorError(f"{name}: made by an older Linelead. Start the server on it once to bring it up to date.")


def current_revision(connection: Connection) -> str:
    """The revision of the tables, "" when they have none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def _newest() -> str:
    head = _SCRIPTS.get_current_head()
    assert head is not None
    return head


def _revision(connection: Connection, context: MigrationContext) -> str | None:
    """The schema's revision, also of the files from before revisions were noted; None for an empty database."""
    noted = context.get_current_revision()
    if noted is None and connection.dialect.name == "sqlite" and inspect(connection).has_table("turns"):
        schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        return f"{schema or 1:04}"  # the first schema did not note its version
    return noted


def _refuse_newer(found: str | None, name: str) -> None:
    if found is not None and found not in {script.revision for script in _SCRIPTS.walk_revisions()}:
        raise OperatorError(
            f"{name}: made by a newer Linelead (schema {found.lstrip('0')}, this one knows {_newest().lstrip('0')})."
            " Update Linelead, or use another --data folder or LINELEAD_DATABASE."
        )
