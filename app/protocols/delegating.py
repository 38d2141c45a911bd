"""Routes behind which another ASGI app answers."""

from __future__ import annotations

import json
from typing import cast

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import problem_response

_REFUSED = {
    400: ("bad_request", "The body could not be read as JSON-RPC 2.0 in UTF-8; send one request as a JSON object."),
    406: ("not_acceptable", "This answers as application/json and text/event-stream; accept both."),
    415: ("unsupported_media_type", "The body must be JSON; send it as application/json."),
    500: ("internal_error", "Something went wrong here; it has been logged. Try again."),
}
"""Code and sentence of what the other app refuses over HTTP; what it says itself may be anything."""


class Delegated(Response):
    """A response that another ASGI app gives; what guards the route guards that app.

    What it could not read as a request of its protocol it refuses with a problem, as every other route does.

    `path` is the one that the app is asked for, in place of the request's; `receive` what it reads from.
    """

    def __init__(self, app: ASGIApp, *, path: str | None = None, receive: Receive | None = None) -> None:
        super().__init__()
        self._app = app
        self._path = path
        self._receive = receive

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused: list[Message] = []

        async def send_unless_refused(message: Message) -> None:
            if refused or (message["type"] == "http.response.start" and message["status"] >= 400):
                refused.append(message)
            else:
                await send(message)

        inner = scope
        if self._path is not None:
            inner = {**scope, "path": self._path, "raw_path": self._path.encode(), "root_path": ""}
        await self._app(inner, self._receive or receive, send_unless_refused)
        if _answers_a_request(refused):
            for message in refused:
                await send(message)
        elif refused:
            status = refused[0]["status"]
            code, detail = _REFUSED.get(status, ("refused", "This protocol takes no such request here."))
            await problem_response(status, code, detail, scope["path"])(scope, receive, send)


def _answers_a_request(refused: list[Message]) -> bool:
    """Whether what was refused is the answer to a JSON-RPC request that was understood: its client reads that."""
    try:
        answer = json.loads(b"".join(message.get("body", b"") for message in refused[1:]))
    except ValueError:
        return False
    return isinstance(answer, dict) and cast(dict[str, object], answer).get("id") is not None
