"""A question of another protocol as a turn: refused at once, or followed event by event until its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from app.access import Caller
from app.errors import ApprovalNeeded
from app.events import ApprovalEvent, Ending, TurnEvent, TurnResult
from app.protocols.conversations import Said, messages_of, session_of
from app.turns import approval_needed, ask_turn, result_of, stop_turn
from app.turnstore import Accepted
from app.wiring import Linelead

IDLE_SECONDS = 15.0
"""Silence after which a reader is told that nothing happened, to keep its connection open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it came: `conversation` is the client's name for where it belongs, or a session's id.

    `earlier` is what the client says was said before; where the server knows the conversation, its own history counts.
    `key` is the client's name for this request.
    """

    question: str
    specialist: str | None = None
    conversation: str | None = None
    earlier: Sequence[Said] = ()
    key: str | None = None


async def ask(linelead: Linelead, caller: Caller, asked: Asked) -> Accepted:
    """The turn that a question became. Raises what `ask_turn` raises, and InvalidInput for a name that is none."""
    principal, scope = caller
    return await ask_turn(
        linelead,
        asked.question,
        principal=principal,
        scope=scope,
        specialist=asked.specialist,
        key=asked.key,
        **session_of(asked.conversation, caller),
        earlier=messages_of(asked.earlier),
    )


async def events_of(
    linelead: Linelead, caller: Caller, accepted: Accepted
) -> AsyncGenerator[TurnEvent | ApprovalNeeded | None]:
    """The events of a turn up to its Ending, or to the ApprovalNeeded that it waits for; None after each idle time.

    Whoever stops reading stops the turn: these protocols have no other way to say so.
    """
    ended = False
    events = linelead.streams.of_turn(accepted.session_id, accepted.turn_id, caller.scope, idle_seconds=IDLE_SECONDS)
    try:
        async with aclosing(events):
            async for logged in events:
                if logged is not None and isinstance(logged.event, ApprovalEvent):
                    if needed := await approval_needed(linelead, accepted.turn_id):
                        ended = True  # for this reader: the turn waits without it
                        yield needed
                        return
                    continue
                ended = logged is not None and isinstance(logged.event, Ending)
                yield logged.event if logged is not None else None
    finally:
        if not ended:
            principal, scope = caller
            stop = stop_turn(linelead, accepted.turn_id, principal=principal, scope=scope)
            await asyncio.shield(asyncio.create_task(stop))  # a client that goes cancels what awaits here


async def answer(linelead: Linelead, caller: Caller, asked: Asked) -> TurnResult:
    """The whole turn.

    Raises what `ask` raises, ApprovalNeeded when it waits, and TurnFailed or Conflict when it ends without an answer.
    """
    async with aclosing(events_of(linelead, caller, await ask(linelead, caller, asked))) as events:
        ending = [event async for event in events][-1]
    if isinstance(ending, ApprovalNeeded):
        raise ending
    assert isinstance(ending, Ending)
    return result_of(ending)
