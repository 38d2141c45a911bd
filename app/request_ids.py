"""An id for every request: the client's own where it is one, else a new one; it comes back in the response."""

from __future__ import annotations

import re
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
_OWN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_KEY = "linelead.request_id"


class RequestIds:
    """Pure ASGI middleware that notes the id in the scope and adds the header to the response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        request_id = given if _OWN.fullmatch(given) else uuid4().hex
        scope[_KEY] = request_id

        async def send_with_id(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.accept", "websocket.http.response.start"):
                message.setdefault("headers", [])
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            await self.app(scope, receive, send_with_id)


def request_id_of(scope: Scope) -> str:
    """The id of a request, "" for one that did not pass the middleware."""
    return str(scope.get(_KEY, ""))
