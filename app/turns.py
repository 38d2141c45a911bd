"""Questions in, turns out: the door of the program for everything that asks, on the command line or over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from pydantic import BaseModel
from pydantic_ai.messages import ModelMessage

from agents import triage
from app.answering import decision_of
from app.errors import ApprovalNeeded, BadQuestion, Conflict, TurnFailed
from app.events import (
    Approval,
    ApprovalAnsweredEvent,
    ApprovalEvent,
    CitationEvent,
    ClaimEvent,
    Decision,
    DeltaEvent,
    DoneEvent,
    Ending,
    ErrorEvent,
    EvidenceEvent,
    ModelUsage,
    RouteEvent,
    SpecialistEvent,
    StartedEvent,
    StoppedEvent,
    ToolEvent,
    TurnEvent,
    TurnResult,
)
from app.running import Question
from app.sessions import Rating, StoredTurn
from app.texts import check_text
from app.turnstore import Accepted, NewTurn
from app.wiring import Linelead
from knowledge.errors import InvalidInput
from knowledge.types import Scope
from tools.deps import Principal

__all__ = [  # the events belong to this door: whoever asks reads them
    "Approval",
    "ApprovalAnsweredEvent",
    "ApprovalEvent",
    "CitationEvent",
    "ClaimEvent",
    "Decision",
    "DeltaEvent",
    "DoneEvent",
    "Ending",
    "ErrorEvent",
    "EvidenceEvent",
    "ModelUsage",
    "RouteEvent",
    "SpecialistEvent",
    "StartedEvent",
    "StoppedEvent",
    "ToolEvent",
    "TurnEvent",
    "TurnResult",
    "answer_turn",
    "approval_needed",
    "ask_turn",
    "classify",
    "find_turn",
    "rate_turn",
    "retry_turn",
    "run_turn",
    "stop_turn",
    "wait_for_turn",
]

MAX_COMMENT_CHARACTERS = 2000
MAX_KEY_CHARACTERS = 200
RETRIED = ("failed", "stopped", "interrupted")
_NOT_RETRIED = {
    "done": "has its answer; ask its question anew",
    "waiting": "waits for an approval; allow or refuse what it wants to do",
}


class Feedback(BaseModel):
    """What its asker thinks of a turn; a null rating and an empty comment say nothing."""

    turn_id: str
    rating: Rating | None
    comment: str


def check_question(text: str, limit: int) -> str:
    """The question without surrounding white space. Raises BadQuestion when it is empty, over-long or not text."""
    question = text.strip()
    if not question:
        raise BadQuestion("The question is empty; write what you want to know.", code="empty_question")
    check_text(question, "question", limit, BadQuestion)
    return question


async def classify(linelead: Linelead, text: str, *, principal: Principal, scope: Scope) -> Decision:
    """Who would answer a question of somebody who may read `scope`.

    Raises BadQuestion, or UnknownSpecialist for an unknown @name.
    """
    question = check_question(text, linelead.settings.max_question_characters)
    route = await linelead.orchestrator.route(question, deps=linelead.deps(principal, scope))
    return decision_of(question, route.event)


async def ask_turn(
    linelead: Linelead,
    text: str,
    *,
    principal: Principal,
    scope: Scope,
    session_id: str | None = None,
    specialist: str | None = None,
    key: str | None = None,
    creates: bool = False,
    earlier: Sequence[ModelMessage] = (),
) -> Accepted:
    """A turn that is saved and goes on by itself; `linelead.streams.of_turn` follows it, `wait_for_turn` its end.

    `specialist` sends the question to that one, as "@name" in front of it does; an emergency still goes first. The same
    `key` is the same turn, however often it is sent. `creates`: the session is made when there is none of that id, and
    a session that is made begins with the `earlier` messages. Raises BadQuestion, NotFound (no such session),
    UnknownSpecialist, KeyReused, Conflict (the session is busy) and Stopping; nothing is stored then.
    """
    question = check_question(text, linelead.settings.max_question_characters)
    if key is not None and not (0 < len(key) <= MAX_KEY_CHARACTERS and key.isprintable()):
        raise InvalidInput(
            f"The idempotency key must be 1 to {MAX_KEY_CHARACTERS} printable characters; send a UUID, say.",
            code="bad_idempotency_key",
        )
    new = NewTurn(
        question=question,
        principal=principal.id,
        workspace=scope.workspace,
        session_id=session_id,
        specialist=specialist,
        key=key,
        creates=creates,
        earlier=earlier,
    )
    return await _ask(linelead, new, principal, scope)


async def _ask(linelead: Linelead, new: NewTurn, principal: Principal, scope: Scope) -> Accepted:
    prompt = new.question
    if new.specialist is not None:
        prompt = f"@{linelead.registry.get(new.specialist).name} {prompt}"
    elif triage.find_emergency(prompt) is None:
        triage.parse_address(prompt, linelead.registry.names)  # an unknown @name is refused before anything is saved
    return await linelead.turns.ask(Question(new, prompt, linelead.deps(principal, scope)))


async def retry_turn(linelead: Linelead, turn_id: str, *, principal: Principal, scope: Scope) -> Accepted:
    """Asks the question of a failed, stopped or interrupted turn again, as a new turn of its session.

    Done again it gives the same new turn. Raises NotFound, and Conflict for a turn that has its answer or awaits it,
    besides what `ask_turn` raises.
    """
    turn = await find_turn(linelead, turn_id, principal=principal, scope=scope)
    if turn.state not in RETRIED:
        what = _NOT_RETRIED.get(turn.state, "is being answered; wait for it")
        raise Conflict(f"The turn {turn_id!r} {what}.", code="turn_not_retryable")
    new = NewTurn(
        question=turn.question,
        principal=principal.id,
        workspace=scope.workspace,
        session_id=turn.session_id,
        specialist=turn.specialist,
        retry_of=turn.id,
    )
    return await _ask(linelead, new, principal, scope)


async def find_turn(linelead: Linelead, turn_id: str, *, principal: Principal, scope: Scope) -> StoredTurn:
    """The asker's own turn, without what they may no longer read. Raises NotFound."""

    def find() -> StoredTurn:
        turn = linelead.sessions.turn(turn_id, principal.id, scope.workspace)
        return linelead.redaction.turns([turn], scope)[0]

    return await asyncio.to_thread(find)


async def stop_turn(linelead: Linelead, turn_id: str, *, principal: Principal, scope: Scope) -> StoredTurn:
    """Stops a turn; what was written of its answer is kept. One that has ended stays as it is.

    Raises NotFound for a turn that is not the asker's.
    """
    await find_turn(linelead, turn_id, principal=principal, scope=scope)
    await linelead.turns.stop(turn_id)
    return await find_turn(linelead, turn_id, principal=principal, scope=scope)


async def wait_for_turn(linelead: Linelead, accepted: Accepted, scope: Scope) -> TurnResult:
    """The turn when it is finished, as a reader of `scope` may see it.

    Raises TurnFailed when it ends in an error, Conflict when it is stopped, ApprovalNeeded when it waits for one.
    """
    events = linelead.streams.of_turn(accepted.session_id, accepted.turn_id, scope)
    async with aclosing(events):
        async for logged in events:
            if logged is None:
                continue
            if isinstance(logged.event, ApprovalEvent) and (needed := await approval_needed(linelead, logged.turn_id)):
                raise needed
            if isinstance(logged.event, Ending):
                return result_of(logged.event)
    raise TurnFailed("The turn ended without an answer. Ask again.")


async def approval_needed(linelead: Linelead, turn_id: str) -> ApprovalNeeded | None:
    """What a turn waits for, as an error that says how to answer; None when it does not wait now."""
    waiting = await asyncio.to_thread(linelead.pauses.waiting, turn_id)
    return ApprovalNeeded(turn_id, [each.action for each in waiting]) if waiting else None


def result_of(ending: Ending) -> TurnResult:
    """The result that a turn ended with. Raises TurnFailed for an error, Conflict for a turn that was stopped."""
    match ending:
        case DoneEvent():
            return ending.turn
        case StoppedEvent():
            raise Conflict("The turn was stopped before its answer was whole.", code="turn_stopped")
        case ErrorEvent():
            failed = TurnFailed(ending.message)
            failed.code = ending.code
            raise failed


async def run_turn(
    linelead: Linelead,
    text: str,
    *,
    principal: Principal,
    scope: Scope,
    session_id: str | None = None,
    specialist: str | None = None,
) -> AsyncGenerator[TurnEvent]:
    """The events of a turn, the last of them an Ending. Each is saved before it is given.

    Whoever stops reading stops the turn. Raises what `ask_turn` raises, before the first event.
    """
    accepted = await ask_turn(
        linelead, text, principal=principal, scope=scope, session_id=session_id, specialist=specialist
    )
    ended = False
    events = linelead.streams.of_turn(accepted.session_id, accepted.turn_id, scope)
    try:
        async with aclosing(events):
            async for logged in events:
                if logged is not None:
                    ended = isinstance(logged.event, Ending)
                    yield logged.event
    finally:
        if not ended:
            await linelead.turns.stop(accepted.turn_id)


async def answer_turn(
    linelead: Linelead,
    text: str,
    *,
    principal: Principal,
    scope: Scope,
    session_id: str | None = None,
    specialist: str | None = None,
) -> TurnResult:
    """A whole turn at once. Raises what `run_turn` raises, and TurnFailed when it ends in an error.

    There is nobody to allow anything here: a turn that waits for an approval is stopped, and ApprovalNeeded raised.
    """
    turn = run_turn(linelead, text, principal=principal, scope=scope, session_id=session_id, specialist=specialist)
    turn_id = ""
    async with aclosing(turn) as events:
        async for event in events:
            if isinstance(event, StartedEvent):
                turn_id = event.turn_id
            if isinstance(event, ApprovalEvent):
                raise ApprovalNeeded(turn_id, [event.action])
            if isinstance(event, Ending):
                return result_of(event)
    raise TurnFailed("The turn ended without an answer. Ask again.")


async def rate_turn(
    linelead: Linelead, turn_id: str, rating: Rating | None, comment: str, *, principal: Principal, scope: Scope
) -> Feedback:
    """Stores what its asker thinks of a turn; the last word counts, and None with an empty comment takes it back.

    Raises InvalidInput for a comment that is over-long or not text, NotFound for a turn that is not the asker's.
    """
    words = comment.strip()
    check_text(words, "comment", MAX_COMMENT_CHARACTERS, InvalidInput)
    await asyncio.to_thread(linelead.sessions.rate, turn_id, principal.id, scope.workspace, rating, words)
    return Feedback(turn_id=turn_id, rating=rating, comment=words)
