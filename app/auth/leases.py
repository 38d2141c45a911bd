"""Connections that stay open are ended when what let them in holds no more: a key revoked, a role changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, cast

from starlette.types import Scope

from app.access import Caller
from app.errors import Forbidden, LoginNeeded
from knowledge.errors import LineleadError

CHECK_SECONDS = 2.0
"""How often what let somebody in is looked at again, once for all that they hold open."""
END = "linelead.end"
"""Key of a connection's scope: what ends it, as the middleware Endable has put it there."""


class _End(Protocol):
    def __call__(self, *, streams_only: bool) -> None: ...


@dataclass(eq=False, frozen=True, slots=True)
class _Lease:
    """A connection that is open: with what, whose it is, and how to end it."""

    secret: str
    caller: Caller
    end: _End


class Leases:
    """The connections that are open. Belongs to the event loop."""

    def __init__(self, identify: Callable[[str], Awaitable[Caller]]) -> None:
        """`identify` tells whose a secret is, and raises LoginNeeded or Forbidden when it is nobody's."""
        self._identify = identify
        self._open: set[_Lease] = set()

    @contextmanager
    def held(self, scope: Scope, secret: str, caller: Caller) -> Generator[None]:
        """Ends the connection of `scope`, as long as this lasts, when the secret is the caller's no more."""
        lease = _Lease(secret, caller, cast(_End, scope[END]))
        self._open.add(lease)
        try:
            yield
        finally:
            self._open.discard(lease)

    def end(self, whose: Callable[[Caller], bool]) -> None:
        """Ends the streams and sockets of these callers; they may open them again with what holds then."""
        for lease in list(self._open):
            if whose(lease.caller):
                lease.end(streams_only=True)

    async def check(self) -> None:
        """Ends what is held open with something that holds no more, or gives another role now."""
        for secret in {lease.secret for lease in self._open}:
            try:
                caller = await self._identify(secret)
            except (LoginNeeded, Forbidden):
                caller = None
            except LineleadError:
                continue  # it cannot be told now, and a server that is away must not end every stream
            for lease in list(self._open):
                if lease.secret == secret and lease.caller != caller:
                    lease.end(streams_only=False)

    async def keep_checking(self) -> None:
        """Checks again and again, without end."""
        while True:
            await asyncio.sleep(CHECK_SECONDS)
            await self.check()
