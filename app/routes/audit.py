"""The log of administrative acts over HTTP."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query

from app.auth.schemas import AuditOut, entry_out
from app.paging import MAX_PAGE, decode_cursor, encode_cursor, wrong_cursor
from app.problems import problem_responses
from app.routes.dependencies import AdminAccess, Program

router = APIRouter(prefix="/api/v1/audit", tags=["access"])

MOST_DIGITS = 9
"""Of an entry's number: a database's integers have an end."""


@router.get("", responses=problem_responses(422, 500, 503))
async def list_acts(
    linelead: Program,
    access: AdminAccess,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before", max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 50,
) -> AuditOut:
    """What was done in the workspace by admins and managers, newest first."""
    before = _number(cursor) if cursor is not None else None
    found = await asyncio.to_thread(linelead.audit.entries, access.scope.workspace, before=before, limit=limit + 1)
    shown = found[:limit]
    return AuditOut(
        entries=[entry_out(entry) for entry in shown],
        next_cursor=encode_cursor(str(shown[-1].number)) if len(found) > limit else None,
    )


def _number(cursor: str) -> int:
    [number] = decode_cursor(cursor, 1)
    if not number.isdecimal() or len(number) > MOST_DIGITS:
        raise wrong_cursor(cursor)
    return int(number)
