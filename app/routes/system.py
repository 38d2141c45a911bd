"""What the program is: its health, its specialists, and a page that lists the rest."""

from __future__ import annotations

import asyncio
import sqlite3
from html import escape
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from app.auth.schemas import CallerOut
from app.problems import problem_responses
from app.routes.dependencies import Access, Program, PublicAccess
from app.schemas import AliveOut, HealthOut, SpecialistsOut, specialist_out

router = APIRouter(tags=["system"])


@router.get("/health", responses=problem_responses(500, 503))
async def health(linelead: Program, access: PublicAccess) -> HealthOut | AliveOut:
    """Whether the program answers, and with what; the second only for callers who are logged in."""
    if access is None:
        return AliveOut(status="ok")
    catalogue = linelead.library.catalogue
    documents = await asyncio.to_thread(catalogue.documents, access.scope)
    return HealthOut(
        status="ok",
        version=version("linelead"),
        sqlite_version=sqlite3.sqlite_version,
        documents=len(documents),
        windows=await asyncio.to_thread(catalogue.window_count, access.scope),
        model=linelead.settings.answering_model,
        embedder=linelead.library.embedder.name,
    )


@router.get("/api/v1/specialists", responses=problem_responses(500))
async def list_specialists(linelead: Program, _access: Access) -> SpecialistsOut:
    """Who answers what, as the specialists' files declare it."""
    return SpecialistsOut(specialists=[specialist_out(s) for s in linelead.registry])


@router.get("/api/v1/me", responses=problem_responses(500))
async def show_caller(access: Access) -> CallerOut:
    """Who the caller is, and what role they have in which workspace."""
    principal = access.principal
    return CallerOut(id=principal.id, name=principal.name, role=principal.role, workspace=access.scope.workspace)


@router.get("/openapi.json", include_in_schema=False)
async def describe(request: Request, _access: PublicAccess) -> JSONResponse:
    """The description of this interface for programs."""
    return JSONResponse(request.app.openapi())


@router.get("/", include_in_schema=False)
async def index(request: Request, _access: PublicAccess) -> HTMLResponse:
    """A page that lists the routes; the framework's own ones load scripts from another host."""
    schema: dict[str, dict[str, dict[str, Any]]] = request.app.openapi()
    rows = "".join(
        f"<li><code>{method.upper()} {escape(path)}</code>: {escape(str(operation.get('description', '')))}</li>"
        for path, operations in schema["paths"].items()
        for method, operation in operations.items()
    )
    return HTMLResponse(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Linelead</title><h1>Linelead</h1>'
        f'<ul>{rows}</ul><p>Described for programs in <a href="/openapi.json">/openapi.json</a>.</p></html>'
    )
