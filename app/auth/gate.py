"""The gate that every request passes: who is it, how often do they come, and how many at a time."""

from __future__ import annotations

import ipaddress
from collections import Counter
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from app.access import Caller, covers, local_principal, refuse_other_origins
from app.auth.keys import KEY_START, Keys
from app.auth.leases import Leases
from app.auth.limits import RateLimits
from app.auth.tokens import Tokens
from app.errors import Forbidden, LoginNeeded, TooMany
from tools.deps import Role


class Gate:
    """Lets callers in. Without `required` everybody is the local user, who may do everything."""

    def __init__(
        self,
        keys: Keys,
        tokens: Tokens | None,
        limits: RateLimits,
        *,
        required: bool,
        max_open_requests: int,
        origins: frozenset[str] = frozenset(),
    ) -> None:
        """`max_open_requests` a caller may have at the same time; pages of `origins` may change things."""
        self.required = required
        self._keys = keys
        self.tokens = tokens
        self._limits = limits
        self._max_open = max_open_requests
        self._origins = origins
        self._open: Counter[str] = Counter()
        self.leases = Leases(self._caller)

    @asynccontextmanager
    async def admitted(self, connection: HTTPConnection, role: Role | None) -> AsyncGenerator[Caller | None]:
        """The caller, while their request lasts; None for one who is not logged in where `role` is None.

        Raises LoginNeeded, Forbidden, TooMany, IssuerDown, and CrossOrigin where no log-in is required.
        """
        if not self.required:
            refuse_other_origins(connection, self._origins)
            yield local_principal()
            return
        address = address_of(connection)
        await self._limits.take_address(address)
        secret = _secret(connection)
        if secret is None:
            if role is not None:
                raise LoginNeeded("This needs a key; send it as “Authorization: Bearer KEY”.")
            yield None
            return
        caller = await self._identify(secret, address)
        if role is not None and not covers(caller.principal.role, role):
            raise Forbidden(f"This needs the role {role}, and “{caller.principal.name}” has {caller.principal.role}.")
        await self._limits.take_caller(caller.principal.id)
        with self._room(caller.principal.id), self.leases.held(connection.scope, secret, caller):
            yield caller

    async def take(self, connection: HTTPConnection, caller: Caller) -> None:
        """Counts what a caller says over a connection that is open already, as if it were a request. Raises TooMany."""
        if self.required:
            await self._limits.take_address(address_of(connection))
            await self._limits.take_caller(caller.principal.id)

    async def _caller(self, secret: str) -> Caller:
        """Whose a key or token is. Raises LoginNeeded, Forbidden and IssuerDown."""
        if secret.startswith(KEY_START):
            return await run_in_threadpool(self._keys.caller, secret)
        if self.tokens is not None:
            return await self.tokens.caller(secret)
        raise LoginNeeded("What was sent is not a key of Linelead.", code="invalid_key")

    async def _identify(self, secret: str, address: str) -> Caller:
        try:
            return await self._caller(secret)
        except LoginNeeded:
            # after the check: a tablet with an old key must not lock out the others behind the same address
            await self._limits.take_failure(address)
            raise

    @contextmanager
    def _room(self, caller: str) -> Generator[None]:
        if self._open[caller] >= self._max_open:
            raise TooMany(
                f"{self._max_open} requests of this caller are open; close one first.",
                retry_after=1,
                code="too_many_open_requests",
            )
        self._open[caller] += 1
        try:
            yield
        finally:
            self._open[caller] -= 1
            if not self._open[caller]:
                del self._open[caller]


def address_of(connection: HTTPConnection) -> str:
    """The caller's address as limits and logs count it: of IPv6 the network, since a machine has all of it."""
    host = connection.client.host if connection.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        if not address.is_loopback:
            return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _secret(connection: HTTPConnection) -> str | None:
    scheme, _, value = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and value.strip():
        return value.strip()
    return connection.headers.get("x-api-key", "").strip() or None
