"""What the program is: its health, its specialists, who is asking, and the description of its interface."""

from __future__ import annotations

import asyncio
import platform
import sqlite3
from dataclasses import asdict
from importlib.metadata import version
from typing import Annotated, cast

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from app.access import covers
from app.auth.schemas import CallerOut
from app.errors import Forbidden, LoginNeeded
from app.metrics import MEDIA_TYPE
from app.migrations import current_revision
from app.problems import MEDIA_TYPE as PROBLEM_TYPE
from app.problems import problem_responses
from app.readiness import Readiness
from app.routes.dependencies import Access, AdminAccess, Program, PublicAccess
from app.schemas.system import AliveOut, InfoOut, NotReadyProblem, PartOut, ReadyOut, SpecialistsOut, specialist_out
from app.version import read_commit

router = APIRouter(tags=["system"])


@router.get("/health", responses=problem_responses(500))
async def health(_access: PublicAccess) -> AliveOut:
    """That the program answers. It looks at nothing: whether it can do its work is said by /ready."""
    return AliveOut(status="ok")


@router.get(
    "/ready",
    responses={
        **problem_responses(500),
        503: {"description": "Not ready", "content": {PROBLEM_TYPE: {"schema": NotReadyProblem.model_json_schema()}}},
    },
    response_model=ReadyOut,
)
async def ready(request: Request, access: PublicAccess) -> ReadyOut | JSONResponse:
    """Whether the program can do its work: disk, databases, index, embedder, router and jobs, named for admins."""
    found = await cast(Readiness, request.app.state.readiness).parts()
    sees = access is not None and covers(access.principal.role, "admin")
    parts = [PartOut(**asdict(part)) for part in found] if sees else []
    failing = [part.name for part in found if part.state == "failing"]
    if not failing:
        return ReadyOut(parts=parts)
    problem = NotReadyProblem(
        title="Service Unavailable",
        status=503,
        detail=f"Not ready: {', '.join(failing)}." if sees else "Not ready; an admin is told which part is not.",
        code="not_ready",
        instance=request.url.path,
        parts=parts,
    )
    return JSONResponse(problem.model_dump(), 503, {"Retry-After": "5"}, PROBLEM_TYPE)


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        **problem_responses(403, 500),
    },
)
async def metrics(linelead: Program, access: PublicAccess) -> Response:
    """What the service counts, in the text format of Prometheus; for admins, or for everybody by a setting."""
    if linelead.settings.metrics == "admin":
        if access is None:
            raise LoginNeeded("This needs a key; send it as “Authorization: Bearer KEY”.")
        if not covers(access.principal.role, "admin"):
            raise Forbidden("This needs the role admin; the setting metrics can open it to everybody.")
    return Response(await asyncio.to_thread(linelead.metrics.exposition), media_type=MEDIA_TYPE)


@router.get("/info", responses=problem_responses(500))
async def info(linelead: Program, access: AdminAccess) -> InfoOut:
    """What the program is made of, and its settings without keys and passwords."""

    def gather() -> InfoOut:
        commit = read_commit()
        library = linelead.library
        with linelead.database.read() as connection:
            revision = current_revision(connection)
        return InfoOut(
            version=commit.version,
            commit=commit.sha,
            model=linelead.settings.answering_model,
            embedder=library.embedder.name,
            dimension=library.embedder.dimension,
            index_version=f"chromadb {version('chromadb')}",
            schema_revision=revision,
            sqlite_version=sqlite3.sqlite_version,
            python_version=platform.python_version(),
            documents=len(library.catalogue.documents(access.scope)),
            windows=library.catalogue.window_count(access.scope),
            settings=linelead.settings.shown(),
        )

    return await asyncio.to_thread(gather)


@router.get("/api/v1/specialists", responses=problem_responses(500))
async def list_specialists(
    linelead: Program,
    _access: Access,
    examples: Annotated[int | None, Query(ge=0, description="At most so many examples of each; all without it")] = None,
) -> SpecialistsOut:
    """Who answers what, as the specialists' files declare it."""
    return SpecialistsOut(specialists=[specialist_out(s, examples) for s in linelead.registry])


@router.get("/api/v1/me", responses=problem_responses(500))
async def show_caller(access: Access) -> CallerOut:
    """Who the caller is, and what role they have in which workspace."""
    principal = access.principal
    return CallerOut(id=principal.id, name=principal.name, role=principal.role, workspace=access.scope.workspace)


@router.get("/openapi.json", include_in_schema=False)
async def describe(request: Request, _access: PublicAccess) -> JSONResponse:
    """The description of this interface for programs."""
    return JSONResponse(request.app.openapi())
