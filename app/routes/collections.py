"""Collections over HTTP: which there are, and who may read them."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter

from app.auth.schemas import CollectionOut, CollectionRequest, CollectionsOut, collection_out
from app.collections import is_closed_to, open_to
from app.problems import problem_responses
from app.routes.dependencies import Access, From, ManagerAccess, Program

router = APIRouter(prefix="/api/v1/collections", tags=["documents"])


@router.get("", responses=problem_responses(500, 503))
async def list_collections(linelead: Program, access: Access) -> CollectionsOut:
    """The collections that the caller may read."""
    found = await asyncio.to_thread(linelead.library.catalogue.listed_collections, access.scope)
    return CollectionsOut(collections=[collection_out(collection) for collection in found])


@router.put("/{name}", responses=problem_responses(404, 413, 422, 500, 503))
async def set_collection_role(
    name: str, body: CollectionRequest, linelead: Program, access: ManagerAccess, place: From
) -> CollectionOut:
    """Opens a collection to a role and those above it, and closes it to those below; counts from the next request."""
    workspace = access.scope.workspace
    async with linelead.audit.act(access, place, "collection.role_changed", name, role=body.role):
        found = await asyncio.to_thread(open_to, linelead.library, access, name, body.role)
    # what they hold open shows what they could read when they opened it
    linelead.gate.leases.end(lambda caller: caller.scope.workspace == workspace and is_closed_to(found, caller))
    return collection_out(found)
