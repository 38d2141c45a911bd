"""One's own sessions over HTTP: listed, begun, renamed, deleted, searched and exported."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from fastapi.responses import PlainTextResponse

from app.export import as_markdown
from app.history import Hit, Owner
from app.paging import MAX_PAGE
from app.problems import problem_responses
from app.routes.dependencies import Access, Program
from app.schemas.sessions import (
    HitsOut,
    SessionExportOut,
    SessionOut,
    SessionRequest,
    SessionsOut,
    export_out,
    hit_out,
    session_out,
)
from knowledge.types import Scope
from tools.deps import Principal

router = APIRouter(prefix="/api/v1", tags=["history"])

Limit = Annotated[int, Query(ge=1, le=MAX_PAGE, description="Most entries of the page")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next_cursor` of the page before")]


def owner_of(access: tuple[Principal, Scope]) -> Owner:
    """Whose history a caller sees: their own, in their workspace."""
    principal, scope = access
    return Owner(principal.id, scope.workspace)


@router.get("/sessions", responses=problem_responses(422, 500, 503))
async def list_sessions(linelead: Program, access: Access, limit: Limit = 50, cursor: Cursor = None) -> SessionsOut:
    """Your sessions, the last used first."""
    found, after = await asyncio.to_thread(linelead.history.sessions, owner_of(access), limit, cursor)
    return SessionsOut(sessions=[session_out(entry) for entry in found], next_cursor=after)


@router.post("/sessions", status_code=201, responses=problem_responses(400, 403, 413, 422, 500, 503))
async def begin_session(body: SessionRequest, linelead: Program, access: Access) -> SessionOut:
    """Begins a session without a question; its first question becomes the title when none is given."""
    return session_out(await asyncio.to_thread(linelead.history.create, owner_of(access), body.title))


@router.get("/sessions/{session_id}", responses=problem_responses(404, 422, 500, 503))
async def show_session(session_id: str, linelead: Program, access: Access) -> SessionOut:
    """One of your sessions."""
    return session_out(await asyncio.to_thread(linelead.history.session, owner_of(access), session_id))


@router.patch("/sessions/{session_id}", responses=problem_responses(400, 403, 404, 413, 422, 500, 503))
async def rename_session(session_id: str, body: SessionRequest, linelead: Program, access: Access) -> SessionOut:
    """Gives a session another title."""
    return session_out(await asyncio.to_thread(linelead.history.rename, owner_of(access), session_id, body.title))


@router.delete("/sessions/{session_id}", status_code=204, responses=problem_responses(403, 404, 409, 422, 500, 503))
async def delete_session(session_id: str, linelead: Program, access: Access) -> Response:
    """Removes a session with everything that was said in it, for good."""
    await asyncio.to_thread(linelead.history.delete, owner_of(access), session_id)
    return Response(status_code=204)


@router.get(
    "/sessions/{session_id}/export",
    response_model=SessionExportOut,
    responses={
        200: {"description": "The session; with format=markdown as a text", "content": {"text/markdown": {}}},
        **problem_responses(404, 422, 500, 503),
    },
)
async def export_session(
    session_id: str, linelead: Program, access: Access, format: Literal["json", "markdown"] = "json"
) -> SessionExportOut | PlainTextResponse:
    """A session to keep: every turn with its citations."""
    session = await asyncio.to_thread(linelead.history.session, owner_of(access), session_id)
    turns = await asyncio.to_thread(lambda: linelead.redaction.turns(linelead.sessions.turns(session_id), access.scope))
    if format == "json":
        return export_out(session, turns)
    return PlainTextResponse(
        as_markdown(session, turns),
        media_type="text/markdown",
        headers={"Content-Disposition": f'attachment; filename="{session_id}.md"'},
    )


@router.get("/search", responses=problem_responses(422, 500, 503))
async def search(
    linelead: Program,
    access: Access,
    q: Annotated[str, Query(description="Words, or their beginnings, that all are in the message")],
    limit: Limit = 20,
    cursor: Cursor = None,
) -> HitsOut:
    """Your messages and their answers that hold all the words, the best first; a page may hold less than `limit`."""

    def find() -> tuple[list[Hit], str | None]:
        found, after = linelead.history.search(owner_of(access), q, limit, cursor)
        answers = {hit.turn_id for hit in found if hit.role == "assistant"}
        # not even that its words are there
        gone = linelead.redaction.touched(answers, linelead.redaction.hidden(access.scope))
        return [hit for hit in found if hit.role == "user" or hit.turn_id not in gone], after

    hits, after = await asyncio.to_thread(find)
    return HitsOut(hits=[hit_out(hit) for hit in hits], next_cursor=after)
