"""By which names the server may be called, and how a browser's web socket carries a key."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import problem_response

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
PROTOCOL = "linelead"
KEY_PROTOCOL = "bearer."


class TrustedHosts:
    """Pure ASGI middleware that refuses requests for another name with a problem.

    Without log-in it keeps out pages of other sites that had their name lead here (DNS rebinding). "*.example.com" is
    every name below example.com, "*" any.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._endings = tuple(host[1:].lower() for host in hosts if host.startswith("*."))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not self._is_known(Headers(scope=scope).get("host", "")):
            detail = "This server is not called by that name; whoever runs it can name it in LINELEAD_TRUSTED_HOSTS."
            await problem_response(400, "unknown_host", detail, scope["path"])(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        name = (host.partition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]).lower()
        return "*" in self._hosts or name in self._hosts or bool(self._endings and name.endswith(self._endings))


class SocketKeys:
    """Pure ASGI middleware for web sockets of browsers, which can send no headers of their own.

    A socket that offers the protocols "linelead" and "bearer.KEY" counts as one with that key; "linelead" is agreed on.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        offered: list[str] = scope.get("subprotocols", []) if scope["type"] == "websocket" else []
        keys = [name.removeprefix(KEY_PROTOCOL) for name in offered if name.startswith(KEY_PROTOCOL)]
        if PROTOCOL not in offered or len(keys) != 1:
            await self.app(scope, receive, send)
            return
        # in place: what stands outside reads from the scope which route was taken
        scope.update(subprotocols=[PROTOCOL], headers=list(scope["headers"]))
        MutableHeaders(scope=scope)["authorization"] = f"Bearer {keys[0]}"

        async def send_with_protocol(message: Message) -> None:
            if message["type"] == "websocket.accept" and message.get("subprotocol") is None:
                message["subprotocol"] = PROTOCOL
            await send(message)

        await self.app(scope, receive, send_with_protocol)
