"""Questions over HTTP: answered at once, streamed as events, or only routed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from app.problems import problem_responses
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas import ChatRequest, ClassifyRequest, DecisionOut, TurnOut, decision_out, event_out, turn_out
from app.turns import TurnEvent, answer_turn, classify, run_turn

HEARTBEAT_SECONDS = 15.0
"""Silence after which a stream sends a comment, so that proxies keep it open."""

router = APIRouter(prefix="/api/v1", tags=["chat"])


@router.post(
    "/chat",
    response_model=TurnOut,
    responses={
        200: {
            "description": f"The turn, or with Accept: {EVENT_STREAM} its events",
            "content": {EVENT_STREAM: {}},
        },
        **problem_responses(400, 404, 413, 422, 500, 503),
    },
)
async def chat(body: ChatRequest, request: Request, linelead: Program, access: Access) -> TurnOut | StreamingResponse:
    """Answers a question with citations. The turn is saved before the answer is given."""
    principal, scope = access
    asked = {"session_id": body.session_id, "specialist": body.specialist}
    if EVENT_STREAM not in request.headers.get("accept", ""):
        return turn_out(await answer_turn(linelead, body.message, principal=principal, scope=scope, **asked))
    stream = _Stream(run_turn(linelead, body.message, principal=principal, scope=scope, **asked))
    await stream.started()  # a question that is refused is a problem response, not an event
    return StreamingResponse(stream.lines(), media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


@router.post("/classify", responses=problem_responses(400, 413, 422, 500))
async def classify_question(body: ClassifyRequest, linelead: Program, access: Access) -> DecisionOut:
    """Says who would answer a question and why; nothing is answered or saved."""
    principal, scope = access
    return decision_out(await classify(linelead, body.message, principal=principal, scope=scope))


class _Stream:
    """A turn's events as lines of an event stream, with heartbeats. When the client goes, the turn is cancelled."""

    def __init__(self, events: AsyncGenerator[TurnEvent]) -> None:
        self._queue: asyncio.Queue[TurnEvent | None] = asyncio.Queue()
        self._first: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        # a task of its own: the turn's timeouts and cancellation belong to the task that iterates it
        self._task = asyncio.create_task(self._pump(events))

    async def _pump(self, events: AsyncGenerator[TurnEvent]) -> None:
        try:
            async with aclosing(events):
                async for event in events:
                    self._queue.put_nowait(event)
                    if not self._first.done():
                        self._first.set_result(None)
        except Exception as error:
            if self._first.done():
                raise
            self._first.set_exception(error)
        finally:
            self._queue.put_nowait(None)

    async def started(self) -> None:
        """Waits for the first event. Raises what the turn raises before it."""
        try:
            await self._first
        except asyncio.CancelledError:
            self._task.cancel()
            raise

    async def lines(self) -> AsyncGenerator[bytes]:
        """The stream: every event with its number, its type and its data as JSON."""
        number = 0
        try:
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT_SECONDS):
                        event = await self._queue.get()
                except TimeoutError:
                    yield b": waiting\n\n"
                    continue
                if event is None:
                    break
                number += 1
                name, data = event_out(event)
                yield f"event: {name}\nid: {number}\ndata: {data.model_dump_json()}\n\n".encode()
        finally:
            self._task.cancel()
