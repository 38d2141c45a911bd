"""MCP over streamable HTTP: one route, guarded as every other, behind which the server of the tools stands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from fastapi import APIRouter, FastAPI, Request
from starlette.responses import Response

from app.problems import problem_responses
from app.protocols.delegating import Delegated
from app.routes.dependencies import Access
from app.wiring import Linelead

if TYPE_CHECKING:
    from mcp.server.mcpserver import Context

    from app.protocols.mcp_tools import Guest

router = APIRouter(tags=["protocols"])


@asynccontextmanager
async def mcp_server(app: FastAPI, linelead: Linelead) -> AsyncGenerator[None]:
    """Runs the MCP server of the program behind the app's route."""
    from mcp.server.transport_security import TransportSecuritySettings

    from app.protocols.mcp_tools import make_server

    server = make_server(linelead, _guest)
    server.streamable_http_app(
        json_response=True,
        stateless_http=True,  # every call brings its key; what a caller may read is looked up anew
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),  # the gate sees to it
    )
    opened, closing = asyncio.Event(), asyncio.Event()

    async def run() -> None:
        async with server.session_manager.run():
            opened.set()
            await closing.wait()

    # in a task of its own: its task group would wrap whatever error ends the app in a group
    running = asyncio.create_task(run())
    running.add_done_callback(lambda _: opened.set())
    await opened.wait()
    try:
        app.state.mcp = server.session_manager.handle_request
        yield
    finally:
        closing.set()
        await running


def _guest(ctx: Context) -> Guest:
    from app.protocols.mcp_tools import Guest

    request = cast(Request, ctx.request_context.request)  # the one that the route was given
    return Guest(request.state.caller, str(request.base_url))


@router.post("/mcp", response_class=Response, responses=problem_responses(400, 406, 413, 415, 500, 503))
async def mcp(request: Request, access: Access) -> Response:
    """The MCP server: the tools ask, search, open_page and list_documents."""
    request.state.caller = access
    return Delegated(request.app.state.mcp)
