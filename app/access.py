"""Who is asking, and the rule that every route declares: which role it needs, or that it is public."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast
from urllib.parse import urlsplit

from fastapi import Depends, Security
from fastapi.security import APIKeyHeader, HTTPBearer
from starlette.requests import HTTPConnection

from app.errors import CrossOrigin
from app.logs import bind
from knowledge.types import Scope
from tools.deps import Principal, Role

if TYPE_CHECKING:
    from app.auth.gate import Gate

TOKEN = HTTPBearer(auto_error=False, description="An API key, or a token of the issuer")
KEY = APIKeyHeader(name="X-API-Key", auto_error=False, description="An API key")
ROLES: tuple[Role, ...] = ("crew", "manager", "admin")
"""Each may do what those before it may."""


class Caller(NamedTuple):
    """Who asks, and what they may read."""

    principal: Principal
    scope: Scope


def caller_of(principal: Principal, workspace: str) -> Caller:
    """The caller with what the principal's role may read in a workspace."""
    return Caller(principal, Scope(workspace, roles=roles_up_to(principal.role)))


def local_principal() -> Caller:
    """The one user of a program without log-in, and of the command line, who may do everything."""
    return Caller(Principal(), Scope())


def roles_up_to(role: Role) -> frozenset[str]:
    """The role and those below it: what is open to one of them is open to its holder."""
    return frozenset(ROLES[: ROLES.index(role) + 1])


def least_role(roles: frozenset[str] | None) -> Role:
    """The lowest of the roles that a collection is open to; None stands for everybody."""
    for role in ROLES:
        if roles is None or role in roles:
            return role
    return "admin"


def covers(role: Role, needed: Role) -> bool:
    """Whether a role may do what the needed one may."""
    return ROLES.index(role) >= ROLES.index(needed)


def refuse_other_origins(connection: HTTPConnection, allowed: frozenset[str]) -> None:
    """Raises CrossOrigin for a page of another site that is not among the allowed ones and could change something.

    Without a log-in the browser's own rights are all there is: any page it shows could otherwise send a form here.
    """
    if connection.scope["type"] == "http" and connection.scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return
    origin = connection.headers.get("origin")
    if origin is None or origin in allowed:
        return
    if urlsplit(origin).netloc != connection.headers.get("host", ""):
        raise CrossOrigin(f"The page {origin} may not change anything here; open Linelead itself.")


class Rule:
    """A dependency that lets a caller in who has the role, and gives it; None lets everybody in.

    It holds until the response is sent or the socket closed. Raises what `Gate.admitted` raises.
    """

    def __init__(self, role: Role | None) -> None:
        self.role: Role | None = role

    async def __call__(
        self,
        connection: HTTPConnection,
        _token: Annotated[object, Security(TOKEN)],
        _key: Annotated[object, Security(KEY)],
    ) -> AsyncGenerator[Caller | None]:
        gate = cast("Gate", connection.app.state.linelead.gate)
        async with gate.admitted(connection, self.role) as caller:
            if caller is not None:
                bind(principal=caller.principal.id)
            yield caller


PUBLIC = Rule(None)

Access = Annotated[Caller, Security(Rule("crew"))]
"""Everybody who is logged in: asks, and reads what their role may read."""
ManagerAccess = Annotated[Caller, Security(Rule("manager"))]
"""Managers and admins: change the documents of their workspace."""
AdminAccess = Annotated[Caller, Security(Rule("admin"))]
"""Admins: keys, and the log of administrative acts."""
PublicAccess = Annotated[Caller | None, Depends(PUBLIC)]
"""Everybody; None for one who is not logged in."""
