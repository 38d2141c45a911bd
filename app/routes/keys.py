"""API keys over HTTP: made, listed and revoked by admins, each within their workspace."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter

from app.auth.schemas import KeyOut, KeyRequest, KeysOut, NewKeyOut, key_out, new_key_out
from app.problems import problem_responses
from app.routes.dependencies import AdminAccess, From, Program

router = APIRouter(prefix="/api/v1/keys", tags=["access"])


@router.get("", responses=problem_responses(500, 503))
async def list_keys(linelead: Program, access: AdminAccess) -> KeysOut:
    """The keys of the workspace, with those that hold no more."""
    return KeysOut(keys=[key_out(key) for key in await asyncio.to_thread(linelead.keys.all, access.scope.workspace)])


@router.post("", status_code=201, responses=problem_responses(413, 422, 500, 503))
async def create_key(body: KeyRequest, linelead: Program, access: AdminAccess, place: From) -> NewKeyOut:
    """Makes a key; this response is the only one that ever holds it."""
    async with linelead.audit.act(access, place, "key.created", name=body.name, role=body.role) as act:
        key, secret = await asyncio.to_thread(
            linelead.keys.create,
            body.name,
            body.role,
            workspace=access.scope.workspace,
            created_by=access.principal.id,
            expires_at=body.expires_at,
        )
        act.target = key.id
    return new_key_out(key, secret)


@router.delete("/{key_id}", responses=problem_responses(404, 500, 503))
async def revoke_key(key_id: str, linelead: Program, access: AdminAccess, place: From) -> KeyOut:
    """Revokes a key; the next request with it is refused."""
    async with linelead.audit.act(access, place, "key.revoked", key_id):
        return key_out(await asyncio.to_thread(linelead.keys.revoke, key_id, access.scope.workspace))
