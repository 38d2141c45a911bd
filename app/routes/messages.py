"""A session's messages over HTTP: asked and read, and everything that is going on in it stopped."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from app.paging import MAX_PAGE, decode_cursor, encode_cursor, wrong_cursor
from app.problems import problem_responses
from app.routes import sse
from app.routes.chat import IdempotencyKey
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas.turns import AskedOut, MessageRequest, MessagesOut, StoppedOut, asked_out, message_out
from app.turns import ask_turn

router = APIRouter(prefix="/api/v1/sessions/{session_id}", tags=["chat"])

MOST_DIGITS = 9
"""Of a message's number: a database's integers have an end."""


@router.post(
    "/messages",
    status_code=202,
    response_model=AskedOut,
    responses={
        200: {"description": f"With Accept: {EVENT_STREAM}: the turn's events", "content": {EVENT_STREAM: {}}},
        **problem_responses(400, 403, 404, 409, 413, 422, 500, 503),
    },
)
async def post_message(
    session_id: str,
    body: MessageRequest,
    request: Request,
    linelead: Program,
    access: Access,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Asks in a session; the question is saved when this answers. The answer comes as events of its turn."""
    principal, scope = access
    accepted = await ask_turn(
        linelead,
        body.message,
        principal=principal,
        scope=scope,
        session_id=session_id,
        specialist=body.specialist,
        key=idempotency_key or body.client_id,
    )
    if EVENT_STREAM in request.headers.get("accept", ""):
        return sse.turn_stream(linelead, accepted, scope)
    return JSONResponse(asked_out(accepted).model_dump(), 202)


@router.get("/messages", responses=problem_responses(404, 422, 500, 503))
async def list_messages(
    session_id: str,
    linelead: Program,
    access: Access,
    order: Annotated[Literal["oldest", "newest"], Query(description="Which come first")] = "oldest",
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before", max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 50,
) -> MessagesOut:
    """What was said in a session, with the turn of every answer."""
    principal, scope = access
    found = await asyncio.to_thread(
        linelead.sessions.messages,
        session_id,
        principal.id,
        scope.workspace,
        beyond=_number(cursor, order) if cursor is not None else None,
        newest_first=order == "newest",
        limit=limit + 1,
    )
    shown = await asyncio.to_thread(linelead.redaction.messages, found[:limit], scope)
    return MessagesOut(
        messages=[message_out(message) for message in shown],
        next_cursor=encode_cursor(order, str(shown[-1].id)) if len(found) > limit else None,
    )


@router.post("/stop", responses=problem_responses(403, 404, 500, 503))
async def stop_session(session_id: str, linelead: Program, access: Access) -> StoppedOut:
    """Stops the turn that is being answered and those that wait; what was written of an answer is kept."""
    principal, scope = access
    await asyncio.to_thread(linelead.sessions.last_sequence, session_id, principal.id, scope.workspace)
    held = await asyncio.to_thread(linelead.pauses.in_session, session_id)
    active = [*held, *linelead.turns.active(session_id)]
    # the waiting ones first: none of them begins meanwhile
    ended = [turn_id for turn_id in reversed(active) if await linelead.turns.stop(turn_id)]
    return StoppedOut(session_id=session_id, turn_ids=ended[::-1])


def _number(cursor: str, order: str) -> int:
    kind, number = decode_cursor(cursor, 2)
    if kind != order or not number.isdecimal() or len(number) > MOST_DIGITS:
        raise wrong_cursor(cursor)
    return int(number)
