"""Routes behind which another ASGI app answers."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send


class Delegated(Response):
    """A response that another ASGI app gives; what guards the route guards that app.

    `path` is the one that the app is asked for, in place of the request's; `receive` what it reads from.
    """

    def __init__(self, app: ASGIApp, *, path: str | None = None, receive: Receive | None = None) -> None:
        super().__init__()
        self._app = app
        self._path = path
        self._receive = receive

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._path is not None:
            scope = {**scope, "path": self._path, "raw_path": self._path.encode(), "root_path": ""}
        await self._app(scope, self._receive or receive, send)
