"""Turns as event streams: every event with its number, resumable from any of them, kept alive while nothing happens."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from fastapi.responses import StreamingResponse

from app.eventlog import LoggedEvent
from app.routes.dependencies import EVENT_STREAM
from app.schemas.turns import event_out
from app.turnstore import Accepted
from app.wiring import Linelead
from knowledge.types import Scope

HEARTBEAT_SECONDS = 15.0
"""Silence after which a stream sends a comment, so that proxies keep it open."""


def turn_stream(linelead: Linelead, accepted: Accepted, scope: Scope) -> StreamingResponse:
    """The response that sends the events of a turn from its first on, to a reader of `scope`."""
    return event_stream(
        linelead.streams.of_turn(accepted.session_id, accepted.turn_id, scope, idle_seconds=HEARTBEAT_SECONDS)
    )


def event_stream(events: AsyncGenerator[LoggedEvent | None]) -> StreamingResponse:
    """The response that sends a turn's events. A client that goes away ends the stream and not the turn."""
    return StreamingResponse(_lines(events), media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


async def _lines(events: AsyncGenerator[LoggedEvent | None]) -> AsyncGenerator[bytes]:
    async with aclosing(events):
        async for logged in events:
            if logged is None:
                yield b": waiting\n\n"
                continue
            name, data = event_out(logged.event)
            yield f"event: {name}\nid: {logged.number}\ndata: {data.model_dump_json()}\n\n".encode()
