"""Ends connections from elsewhere, as their protocols have it."""

from __future__ import annotations

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.auth.leases import END
from app.errors import LoginNeeded
from app.problems import problem_response

POLICY = 1008
"""Close code of a web socket (RFC 6455): what it was opened with holds no more."""
ENDED = "What this connection was opened with holds no more; log in again."


class Endable:
    """Pure ASGI middleware that lets a connection be ended from elsewhere, as its protocol has it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        last: Message | None = None
        has_length, is_stream = False, False

        async def noted(message: Message) -> None:
            nonlocal last, has_length, is_stream
            if message["type"] == "http.response.start":
                headers = Headers(raw=message["headers"])
                has_length = "content-length" in headers
                is_stream = headers.get("content-type", "").startswith("text/event-stream")
            elif message["type"] == "websocket.accept":
                is_stream = True
            last = message
            await send(message)

        with anyio.CancelScope() as until:

            def end(*, streams_only: bool) -> None:
                if is_stream or not streams_only:
                    until.cancel()

            scope[END] = end
            await self.app(scope, receive, noted)
        if not until.cancelled_caught:
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY, "reason": ENDED})
        elif last is None:
            refused = problem_response(401, LoginNeeded.code, ENDED, scope["path"])
            await refused(scope, receive, send)
        elif not has_length and (last["type"] == "http.response.start" or last.get("more_body", False)):
            await send({"type": "http.response.body", "body": b"", "more_body": False})
