"""What a tool may do only when a person allows it: who is asked, their answers, and the end of what nobody answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from app.access import Caller
from app.events import ApprovalAnswer
from app.pausing import Pause, TurnApprovals
from app.texts import check_text
from app.wiring import Linelead
from knowledge.errors import InvalidInput, LineleadError
from tools.deps import Deps

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 5.0
MAX_REASON_CHARACTERS = 500
MOST_LISTED = 100


async def answer_approval(
    linelead: Linelead, turn_id: str, call_id: str, *, approved: bool, reason: str = "", caller: Caller
) -> TurnApprovals:
    """Allows or refuses a call that a turn waits for; with the last answer the turn goes on. Twice is once.

    Returns the turn as it stands then.

    Raises what `PauseStore.answer` raises, Stopping, and InvalidInput for a reason that is over-long or not text.
    """
    words = " ".join(reason.split())
    check_text(words, "reason", MAX_REASON_CHARACTERS, InvalidInput)

    def deps(pause: Pause) -> Deps:
        if caller.principal.id == pause.principal.id:  # what they may read now, and not when they asked
            return linelead.deps(*caller)
        return linelead.deps(pause.principal, pause.scope)

    answer = ApprovalAnswer(call_id=call_id, approved=approved, reason=words, by=caller.principal.name)
    await linelead.turns.go_on(turn_id, answer, caller, deps)
    return await asyncio.to_thread(linelead.pauses.find, turn_id, caller)


async def open_approvals(linelead: Linelead, caller: Caller) -> Sequence[TurnApprovals]:
    """The turns with calls that the caller may answer, oldest first, MOST_LISTED at most."""
    return await asyncio.to_thread(linelead.pauses.answerable, caller, MOST_LISTED)


async def expire_approvals(linelead: Linelead) -> None:
    """Ends turns that have waited for too long, again and again, also those from before the program was started."""
    while True:
        try:
            for turn_id in await asyncio.to_thread(linelead.pauses.expired):
                await linelead.turns.expire(turn_id)
        except LineleadError as error:
            log.error("Turns that wait for an approval could not be looked at; they are tried again: %s", error)
        await asyncio.sleep(LOOK_EVERY_SECONDS)
