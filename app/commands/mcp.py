"""`linelead mcp`: the MCP server for a program that starts it and talks to it through its input and output."""

from __future__ import annotations

import typer

from app.commands.context import options_of


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("mcp")(run_mcp)


def run_mcp(context: typer.Context) -> None:
    """Be an MCP server on standard input and output, for the program that starts it.

    It needs the data folder for itself: while a server runs there, use that one's address /mcp.

    Examples:

        linelead mcp

        linelead --data /srv/site7 mcp
    """
    import asyncio

    from app.access import local_principal
    from app.main import FINISH_SECONDS, warm
    from app.protocols.mcp_tools import Guest, make_server
    from app.wiring import build

    guest = Guest(local_principal(), "")

    async def run() -> None:
        with build(options_of(context).settings()) as linelead:
            await warm(linelead)
            try:
                await make_server(linelead, lambda _: guest).run_stdio_async()
            finally:
                await linelead.turns.close(FINISH_SECONDS)

    asyncio.run(run())
