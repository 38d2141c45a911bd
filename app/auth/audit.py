"""The log of administrative acts: who did what, when, from where, and what came of it. It is only ever added to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select

from app import tables
from app.access import Caller
from app.database import ServiceDatabase
from knowledge.errors import LineleadError

DONE = "done"


@dataclass(frozen=True, slots=True)
class Place:
    """From where an act was asked for: a network address or "command line", and the id of the request, or ""."""

    address: str = "command line"
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An act. `number` grows with every entry; `at` is ISO 8601 in UTC; `outcome` is "done" or the error's code."""

    number: int
    at: str
    workspace: str
    principal: str
    name: str
    role: str
    action: str
    target: str
    outcome: str
    address: str
    request_id: str
    details: dict[str, Any]


class Audit:
    """The log in a service database. Its methods without `async` block: call them off the event loop."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

    def add(
        self, caller: Caller, place: Place, action: str, target: str, outcome: str, details: dict[str, Any]
    ) -> None:
        """Adds an entry, in the caller's workspace; it is on disk when this returns."""
        with self._database.write() as connection:
            connection.execute(
                insert(tables.audit).values(
                    at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                    workspace=caller.scope.workspace,
                    principal=caller.principal.id,
                    name=caller.principal.name,
                    role=caller.principal.role,
                    action=action,
                    target=target,
                    outcome=outcome,
                    address=place.address,
                    request_id=place.request_id,
                    details=details,
                )
            )

    @asynccontextmanager
    async def act(
        self, caller: Caller, place: Place, action: str, target: str = "", **details: Any
    ) -> AsyncGenerator[Act]:
        """Runs an act and logs what came of it, also when it fails; the act may name its target meanwhile."""
        act = Act(target)
        outcome = "failed"
        try:
            yield act
            outcome = DONE
        except LineleadError as error:
            outcome = error.code
            raise
        finally:
            await asyncio.to_thread(self.add, caller, place, action, act.target, outcome, details)

    def entries(self, workspace: str | None, *, before: int | None = None, limit: int = 50) -> list[Entry]:
        """The newest entries of a workspace or of all, newest first; `before` leaves out that number and later ones."""
        statement = select(tables.audit).order_by(tables.audit.c.number.desc()).limit(limit)
        if workspace is not None:
            statement = statement.where(tables.audit.c.workspace == workspace)
        if before is not None:
            statement = statement.where(tables.audit.c.number < before)
        with self._database.read() as connection:
            return [Entry(**row) for row in connection.execute(statement).mappings()]


@dataclass(slots=True)
class Act:
    """An act that is under way."""

    target: str
