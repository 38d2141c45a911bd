"""The HTTP app: `create_app` puts it together, its lifespan opens and closes the program."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from app.approving import expire_approvals
from app.auth.ending import Endable
from app.headers import SecurityHeaders
from app.hosts import SocketKeys, TrustedHosts
from app.metrics import Counting
from app.openapi import describe
from app.problems import BodyLimit, add_problem_handlers
from app.protocols import a2a, ag_ui, mcp, openai, vercel
from app.readiness import readiness_of
from app.request_ids import HEADER, RequestIds
from app.retention import forget_old_sessions
from app.routes import (
    approvals,
    audit,
    chat,
    collections,
    documents,
    feedback,
    history,
    keys,
    messages,
    quality,
    reading,
    signin,
    sockets,
    system,
    turns,
    web,
)
from app.settings import Settings
from app.wiring import Linelead, build
from knowledge.errors import LineleadError
from knowledge.types import Query, Scope

log = logging.getLogger(__name__)

FINISH_SECONDS = 10.0
"""How long running turns may finish when the program stops; then they are interrupted, and what they wrote is kept."""


def create_app(settings: Settings, *, prepare: Callable[[Linelead], Awaitable[None]] | None = None) -> FastAPI:
    """The app for these settings. `prepare` is awaited at start, before the first request is taken.

    Starting it raises OperatorError when the program cannot be built: a locked data folder, a wrong setting.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        linelead = await asyncio.to_thread(build, settings)
        try:
            await _warn_if_closed(linelead)
            if prepare is not None:
                await prepare(linelead)
            await warm(linelead)
            app.state.linelead = linelead
            app.state.readiness = readiness_of(linelead)
            # beside the first questions: bringing a large index in line takes seconds
            beside = [
                asyncio.create_task(_recover(linelead)),
                asyncio.create_task(forget_old_sessions(linelead.history, settings.retention_days)),
                asyncio.create_task(linelead.turns.keep_recovering()),
                asyncio.create_task(expire_approvals(linelead)),
                asyncio.create_task(linelead.gate.leases.keep_checking()),
            ]
            try:
                async with mcp.mcp_server(app, linelead):
                    yield
            finally:
                for task in beside:
                    task.cancel()
                await asyncio.gather(*beside, return_exceptions=True)
                await linelead.turns.close(FINISH_SECONDS)
        finally:
            await asyncio.to_thread(linelead.close)

    app = FastAPI(
        title="Linelead",
        description="Answers frontline crews from their own manuals; every sentence is cited to its place on the page.",
        version=version("linelead"),
        lifespan=lifespan,
        openapi_url=None,  # a route of our own, so that it has a rule as every other
        docs_url=None,  # these pages load scripts from another host, which the security headers forbid
        redoc_url=None,
        # one span a request, none inside, and no log of failures: theirs would hold what was sent
        telemetry={"operation_spans": False, "logs": False, "auto_configure": False},
    )
    routers = (
        chat,
        messages,
        sockets,
        turns,
        approvals,
        history,
        feedback,
        documents,
        reading,
        quality,
        collections,
        keys,
        audit,
        signin,
        system,
        openai,
        vercel,
        ag_ui,
        mcp,
        a2a,
        web,
    )
    for module in routers:
        app.include_router(module.router)
    app.openapi = lambda: describe(app)
    add_problem_handlers(app)
    # from the innermost to the one that sees a request first
    app.add_middleware(Endable)
    app.add_middleware(BodyLimit)
    app.add_middleware(SocketKeys)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=[HEADER, "Retry-After"],
        )
    if settings.trusted_hosts:
        app.add_middleware(TrustedHosts, hosts=tuple(settings.trusted_hosts))
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Counting)
    app.add_middleware(RequestIds)
    return app


async def _warn_if_closed(linelead: Linelead) -> None:
    """Logs the remedy where a log-in is required that nobody could have."""
    if linelead.gate.required and not linelead.settings.oidc_issuer:
        keys = await asyncio.to_thread(linelead.keys.all)
        if not any(key.state == "active" for key in keys):
            log.warning(
                "A log-in is required, and there is no key: nobody can do anything. Stop the server and make one with:"
                " linelead keys create --role admin --name NAME"
            )


async def _recover(linelead: Linelead) -> None:
    """Finishes what a crash interrupted; a failure is logged, and the next start tries again."""
    try:
        waiting = await linelead.jobs.resume()
    except LineleadError as error:
        log.error("What was interrupted could not be finished: %s", error)
        return
    if waiting:
        log.warning("%d interrupted documents are taken up again.", waiting)


async def warm(linelead: Linelead) -> None:
    """Loads the embedding model, the router and the index, so that the first question does not wait for them."""
    question = "Is everything ready?"
    await linelead.orchestrator.warm(question)
    await linelead.library.retriever.retrieve(Query(question), Scope())
