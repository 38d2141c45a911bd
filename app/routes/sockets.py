"""A session over a web socket: every event of all its turns as it happens, and questions and stops back."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Annotated

import anyio
from fastapi import APIRouter, Query, WebSocket, WebSocketDisconnect
from pydantic import BaseModel, ValidationError

from app.access import Caller
from app.approving import answer_approval
from app.problems import sentence_of
from app.routes.dependencies import Access, Program
from app.socket_schemas import SAID, Answered, Approve, Ask, Ping, Pong, Refused, Stop, Stopped, asked, told
from app.turns import ask_turn, stop_turn
from app.wiring import Linelead
from knowledge.errors import LineleadError

SEND_SECONDS = 20.0
"""How long a message may take to be taken: a phone in a cellar takes it, a reader that has gone does not."""
CLOSE_SECONDS = 60.0
"""How long a reader that was too slow may take to read what is on its way, and then why it was dropped."""
SLOW_READER = 1013
"""Close code for a reader that is too slow: it connects again, and goes on after the last sequence it has."""

router = APIRouter(prefix="/api/v1/sessions/{session_id}", tags=["chat"])


@router.websocket("/ws")
async def session_socket(
    session_id: str,
    socket: WebSocket,
    linelead: Program,
    access: Access,
    after: Annotated[int | None, Query(ge=0, description="Sequence of the last event that is known")] = None,
) -> None:
    """The events of a session after a sequence, from now on without one; takes ask, stop, approve and ping."""
    principal, scope = access
    last = await asyncio.to_thread(linelead.sessions.last_sequence, session_id, principal.id, scope.workspace)
    await socket.accept()
    line = _Line(socket)
    try:
        async with (
            aclosing(linelead.streams.of_session(session_id, scope, after=last if after is None else after)) as events,
            anyio.create_task_group() as tasks,
        ):

            async def tell() -> None:
                async for logged in events:
                    if logged is not None:
                        await line.send(told(logged))

            tasks.start_soon(tell)
            while (text := await line.receive()) is not None:
                await line.send(await _answer(text, socket, linelead, session_id, access))
            tasks.cancel_scope.cancel()
    except* TimeoutError:
        with anyio.move_on_after(CLOSE_SECONDS):
            await socket.close(SLOW_READER, "Too slow; connect again after the last sequence you have.")
    except* WebSocketDisconnect:
        pass  # it has gone, and its turns go on


class _Line:
    """The two directions of a socket; what two tasks send goes out one after the other, each in bounded time."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._sending = asyncio.Lock()

    async def send(self, message: BaseModel) -> None:
        """Raises TimeoutError for a reader that does not take it in time."""
        async with asyncio.timeout(SEND_SECONDS), self._sending:
            await self._socket.send_text(message.model_dump_json())

    async def receive(self) -> str | None:
        """The next text; None when the client has gone."""
        message = await self._socket.receive()
        return None if message["type"] == "websocket.disconnect" else message.get("text") or ""


async def _answer(text: str, socket: WebSocket, linelead: Linelead, session_id: str, access: Caller) -> BaseModel:
    """What a message of the client comes to; the events that follow from it come besides."""
    client_id: str | None = None
    principal, scope = access
    try:
        said = SAID.validate_json(text)
        client_id = said.client_id if isinstance(said, Ask) else None
        if not isinstance(said, Ping):
            await linelead.gate.take(socket, access)
        match said:
            case Ask() as ask:
                accepted = await ask_turn(
                    linelead,
                    ask.message,
                    principal=principal,
                    scope=scope,
                    session_id=session_id,
                    specialist=ask.specialist,
                    key=client_id,
                )
                return asked(accepted, client_id)
            case Stop(turn_id=turn_id):
                turn = await stop_turn(linelead, turn_id, principal=principal, scope=scope)
                return Stopped(turn_id=turn_id, state=turn.state)
            case Approve(turn_id=turn_id, call_id=call_id) as word:
                turn = await answer_approval(
                    linelead, turn_id, call_id, approved=word.approve, reason=word.reason, caller=access
                )
                return Answered(turn_id=turn_id, call_id=call_id, state=turn.state)
            case Ping():
                return Pong()
    except ValidationError as error:
        return Refused(client_id=None, code="invalid_request", detail=sentence_of("message", error.errors()[0]))
    except LineleadError as error:
        return Refused(client_id=client_id, code=error.code, detail=str(error))
