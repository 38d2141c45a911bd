"""Turns over HTTP: their state, their events from any number on, stopped and asked again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query
from fastapi.responses import StreamingResponse

from app.problems import problem_responses
from app.routes import sse
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas.turns import AskedOut, TurnStateOut, asked_out, turn_state_out
from app.turns import find_turn, retry_turn, stop_turn
from app.turnstore import ACTIVE

router = APIRouter(prefix="/api/v1/turns", tags=["chat"])


@router.get("/{turn_id}", responses=problem_responses(404, 500, 503))
async def get_turn(turn_id: str, linelead: Program, access: Access) -> TurnStateOut:
    """A turn as it stands, with its answer when it is done."""
    principal, scope = access
    return turn_state_out(await find_turn(linelead, turn_id, principal=principal, scope=scope))


@router.get(
    "/{turn_id}/events",
    response_class=StreamingResponse,
    responses={200: {"content": {EVENT_STREAM: {}}}, **problem_responses(404, 422, 500, 503)},
)
async def turn_events(
    turn_id: str,
    linelead: Program,
    access: Access,
    after: Annotated[int, Query(ge=0, description="Number of the last event that is known")] = 0,
    last_event_id: Annotated[int | None, Header(ge=0, description="The same, as browsers send it")] = None,
) -> StreamingResponse:
    """The events of a turn from a number on, as they happen; ends after the last one."""
    principal, scope = access
    turn = await find_turn(linelead, turn_id, principal=principal, scope=scope)
    return sse.event_stream(
        linelead.streams.of_turn(
            turn.session_id,
            turn.id,
            scope,
            after=after if last_event_id is None else last_event_id,
            ended=turn.state not in ACTIVE,
            idle_seconds=sse.HEARTBEAT_SECONDS,
        )
    )


@router.post(
    "/{turn_id}/stop",
    responses=problem_responses(403, 404, 500, 503),
)
async def stop(turn_id: str, linelead: Program, access: Access) -> TurnStateOut:
    """Stops a turn and keeps what was written of its answer; one that has ended stays as it is."""
    principal, scope = access
    return turn_state_out(await stop_turn(linelead, turn_id, principal=principal, scope=scope))


@router.post(
    "/{turn_id}/retry",
    status_code=202,
    responses=problem_responses(403, 404, 409, 422, 500, 503),
)
async def retry(turn_id: str, linelead: Program, access: Access) -> AskedOut:
    """Asks the question of a failed, stopped or interrupted turn again, as a new turn; once, however often sent."""
    principal, scope = access
    return asked_out(await retry_turn(linelead, turn_id, principal=principal, scope=scope))
