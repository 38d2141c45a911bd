"""Runs the HTTP server in this process, and closes the program when it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager

import uvicorn

from app.errors import SettingError
from app.hosts import LOCAL_HOSTS
from app.main import create_app
from app.settings import Settings
from app.telemetry import telemetry
from app.wiring import Linelead

BACKLOG = 4096
MOST_SOCKET_BYTES = 256 * 1024
"""Largest message that a client may send over a web socket."""
GRACE_SECONDS = 10
"""How long running answers may finish after the server was told to stop."""


class _Server(uvicorn.Server):
    """A server that stops on SIGINT and SIGTERM and then returns, so that the program is closed in order."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def serve(
    settings: Settings,
    *,
    announce: Callable[[str], None],
    prepare: Callable[[Linelead], Awaitable[None]] | None = None,
    access_log: bool = False,
) -> None:
    """Serves until it is told to stop. `announce` is given the address when the first question can be answered.

    Raises SettingError for an address that is taken or may not be served on, and what building the program raises.
    """
    settings = fit_for(settings)
    listener = _bind(settings.host, settings.port)
    port = listener.getsockname()[1]
    app = create_app(settings, prepare=prepare)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=port,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=MOST_SOCKET_BYTES,
        backlog=BACKLOG,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=GRACE_SECONDS,
        workers=1,  # the catalogue has one writer and the vectors one owner
        lifespan="off",  # entered below, so that a start that fails is one line and not a logged traceback
        log_config=None,
        access_log=access_log,
        server_header=False,
    )

    logging.getLogger("uvicorn.error").addFilter(_is_no_refused_socket)

    async def run() -> None:
        async with app.router.lifespan_context(app):
            gc.collect()
            gc.freeze()  # what is loaded now stays: the collector need not walk it again
            listener.listen(BACKLOG)  # whoever reads the address may connect at once
            announce(f"http://{_shown(settings.host)}:{port}")
            await _Server(config).serve(sockets=[listener])

    try:
        with telemetry(settings), asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(run())
    finally:
        listener.close()


def _is_no_refused_socket(record: logging.LogRecord) -> bool:
    """False for what uvicorn says, as an error, of every web socket that was refused with a response."""
    return record.getMessage() != "ASGI callable returned without completing handshake."


def fit_for(settings: Settings) -> Settings:
    """The settings as the address they serve on needs them: without log-in only by this machine's own names.

    Raises SettingError for an address that other machines can reach while everybody may do everything.
    """
    if settings.auth == "required":
        return settings
    try:
        local = settings.host == "localhost" or ipaddress.ip_address(settings.host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise SettingError(
            f"The host is {settings.host!r}, which other machines can reach, and no log-in is required. Make a key"
            " with: linelead keys create --role admin --name NAME, and set LINELEAD_AUTH=required;"
            " or serve on 127.0.0.1."
        )
    return settings if settings.trusted_hosts else settings.model_copy(update={"trusted_hosts": [*LOCAL_HOSTS]})


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two servers share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise SettingError(
            f"Port {port} of {host} cannot be used ({error.strerror}); stop the program that has it, "
            "or choose another with --port."
        ) from error
    return listener


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
