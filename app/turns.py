"""One turn: a question in, typed events out, everything saved before the last of them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from time import perf_counter
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field
from pydantic_ai import AgentRunResultEvent, Conversation, UsageLimits
from pydantic_ai.exceptions import AgentRunError, RunCancelled, RunTimedOut, UsageLimitExceeded
from pydantic_ai.messages import (
    AgentStreamEvent,
    FunctionToolCallEvent,
    FunctionToolResultEvent,
    ModelRequest,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
)

from agents import triage
from agents.answer import Answer, Citation, Claim, read_answer
from agents.models.extractive import ExtractiveModel
from agents.orchestrator import EMERGENCY, RouteDecided
from app.errors import BadQuestion, TurnFailed
from app.sessions import Rating
from app.wiring import Linelead
from knowledge.errors import InvalidInput, LineleadError, StoreUnavailable
from knowledge.types import Scope
from tools.deps import Principal
from tools.evidence import Evidence, evidence_of

log = logging.getLogger(__name__)

TURN_REQUESTS, TURN_TOOL_CALLS = 12, 16
"""What one turn may use: a specialist needs two requests and one to three tool calls."""
MAX_COMMENT_CHARACTERS = 2000


class Decision(BaseModel):
    """A route as clients see it. `route` is null when the question is outside every specialist's subject."""

    question: str
    route: str | None
    confidence: float = Field(ge=0, le=1)
    probabilities: dict[str, float]
    routes: list[str] = Field(description="Who answers, in order; two for a question with two needs")
    emergency: str | None = Field(description="Kind of emergency recognised, or null")
    reason: str


class TurnResult(BaseModel):
    """A finished turn. `milliseconds` holds `route`, `first_text` and `total`, from the start of the turn."""

    session_id: str
    turn_id: str
    route: Decision
    answer: Answer
    milliseconds: dict[str, float]


class Feedback(BaseModel):
    """What its asker thinks of a turn; a null rating and an empty comment say nothing."""

    turn_id: str
    rating: Rating | None
    comment: str


class StartedEvent(BaseModel):
    """The question is saved and waits for its answer. Always the first event."""

    type: Literal["started"] = "started"
    session_id: str
    turn_id: str


class RouteEvent(BaseModel):
    """Who answers, and why."""

    type: Literal["route"] = "route"
    decision: Decision


class SpecialistEvent(BaseModel):
    """A specialist starts."""

    type: Literal["specialist"] = "specialist"
    name: str


class ToolEvent(BaseModel):
    """A tool is called."""

    type: Literal["tool"] = "tool"
    tool: str
    arguments: dict[str, Any]


class EvidenceEvent(BaseModel):
    """What a tool found: how many excerpts, how strong (0..1), and whether that is enough to answer from."""

    type: Literal["evidence"] = "evidence"
    tool: str
    excerpts: int
    strength: float
    sufficient: bool


class DeltaEvent(BaseModel):
    """The next piece of the answer's text."""

    type: Literal["delta"] = "delta"
    text: str


class CitationEvent(BaseModel):
    """Where a marker of the answer points."""

    type: Literal["citation"] = "citation"
    citation: Citation


class ClaimEvent(BaseModel):
    """A sentence of the answer, checked."""

    type: Literal["claim"] = "claim"
    claim: Claim


class DoneEvent(BaseModel):
    """The turn is finished and saved."""

    type: Literal["done"] = "done"
    turn: TurnResult


class ErrorEvent(BaseModel):
    """The turn could not be finished."""

    type: Literal["error"] = "error"
    code: str
    message: str


TurnEvent = Annotated[
    StartedEvent
    | RouteEvent
    | SpecialistEvent
    | ToolEvent
    | EvidenceEvent
    | DeltaEvent
    | CitationEvent
    | ClaimEvent
    | DoneEvent
    | ErrorEvent,
    Field(discriminator="type"),
]


def check_question(text: str, limit: int) -> str:
    """The question without surrounding white space. Raises BadQuestion when it is empty, over-long or not text."""
    question = text.strip()
    if not question:
        raise BadQuestion("The question is empty; write what you want to know.", code="empty_question")
    _check_text(question, "question", limit, BadQuestion)
    return question


def _check_text(text: str, what: str, limit: int, error: type[InvalidInput]) -> None:
    if len(text) > limit:
        raise error(
            f"The {what} has {len(text):,} characters; at most {limit:,} are taken. Shorten it.",
            code=f"{what}_too_long",
        )
    if any(ord(ch) < 32 and ch not in "\t\n\r" for ch in text) or "\ufffd" in text:
        raise error(
            f"The {what} holds bytes that are not text; send it as UTF-8 without control characters.",
            code=f"{what}_not_text",
        )
    if any(0xD800 <= ord(ch) <= 0xDFFF for ch in text):
        raise error(f"The {what} is not valid UTF-8; send it as UTF-8.", code=f"{what}_not_text")


async def classify(linelead: Linelead, text: str, *, principal: Principal, scope: Scope) -> Decision:
    """Who would answer a question of somebody who may read `scope`.

    Raises BadQuestion, or UnknownSpecialist for an unknown @name.
    """
    question = check_question(text, linelead.settings.max_question_characters)
    route = await linelead.orchestrator.route(question, deps=linelead.deps(principal, scope))
    return _decision(question, route.event)


def _decision(question: str, event: RouteDecided) -> Decision:
    lane = event.route or ""
    return Decision(
        question=question,
        route=event.route,
        confidence=event.confidence,
        probabilities=event.probabilities,
        routes=[lane if name == EMERGENCY else name for name in event.specialists] if event.route else [],
        emergency=event.emergency or None,
        reason=event.reason,
    )


async def run_turn(
    linelead: Linelead,
    text: str,
    *,
    principal: Principal,
    scope: Scope,
    session_id: str | None = None,
    specialist: str | None = None,
) -> AsyncGenerator[TurnEvent]:
    """The events of a turn, the last of them DoneEvent or ErrorEvent. The turn is saved before either is given.

    `specialist` sends the question to that one, as "@name" in front of it does; an emergency still goes first.
    Raises BadQuestion, NotFound (no such session) and UnknownSpecialist before the first event; nothing is stored then.
    """
    started = perf_counter()
    question = check_question(text, linelead.settings.max_question_characters)
    prompt = question
    if specialist is not None:
        prompt = f"@{linelead.registry.get(specialist).name} {question}"
    elif triage.find_emergency(question) is None:
        triage.parse_address(question, linelead.registry.names)  # an unknown @name is refused before anything is saved
    sessions = linelead.sessions
    session, turn_id = await asyncio.to_thread(
        sessions.start,
        session_id,
        principal.id,
        scope.workspace,
        question,
        sample=linelead.settings.sample_turns,
    )
    deps = linelead.deps(principal, scope)
    marks: dict[str, float] = {}
    route: Decision | None = None
    result: Conversation | None = None
    messages: list[Any] = []
    try:
        yield StartedEvent(session_id=session.id, turn_id=turn_id)
        async with linelead.running:
            attempts = (None, ExtractiveModel()) if linelead.uses_language_model else (None,)
            for model in attempts:
                try:
                    async with (
                        linelead.orchestrator.run_stream_events(
                            prompt,
                            deps=deps,
                            conversation=session.conversation,
                            model=model,
                            usage_limits=_limits(session.conversation),
                            timeout=linelead.settings.turn_timeout_seconds,
                        ) as stream,
                        aclosing(_translate(stream, question)) as events,
                    ):
                        async for event in events:
                            if isinstance(event, RouteEvent):
                                route = event.decision
                                marks.setdefault("route", (perf_counter() - started) * 1000)
                            elif isinstance(event, DeltaEvent):
                                marks.setdefault("first_text", (perf_counter() - started) * 1000)
                            yield event
                        if stream.result is not None:
                            result, messages = stream.result.conversation, stream.result.new_messages()
                    break
                except AgentRunError as error:
                    if model is not None or len(attempts) == 1 or isinstance(error, RunCancelled):
                        raise
                    log.warning("The run failed (%s); answering with quotes.", type(error).__name__, exc_info=error)
        answer = read_answer(messages)
        if answer is None or route is None or result is None:
            raise TurnFailed("The run ended without an answer. Ask again.")
        marks["total"] = (perf_counter() - started) * 1000
        done = TurnResult(
            session_id=session.id,
            turn_id=turn_id,
            route=route,
            answer=answer,
            milliseconds={name: round(value, 2) for name, value in marks.items()},
        )
        await asyncio.to_thread(sessions.finish_turn, session.id, turn_id, done.model_dump(mode="json"), result)
    except (asyncio.CancelledError, GeneratorExit):
        sessions.fail_turn(turn_id, "cancelled")  # blocking on purpose: nothing may be awaited any more
        raise
    except Exception as error:  # noqa: BLE001 - the last line of defence: the client gets a safe sentence
        try:
            await asyncio.to_thread(sessions.fail_turn, turn_id, _code(error))
        except StoreUnavailable as unsaved:  # a full disk, say: the next start marks the turn as interrupted
            log.error("The failed turn %s could not be marked: %s", turn_id, unsaved)
        yield ErrorEvent(code=_code(error), message=_message(error))
        return
    for citation in answer.citations:
        yield CitationEvent(citation=citation)
    for claim in answer.claims:
        yield ClaimEvent(claim=claim)
    yield DoneEvent(turn=done)


def _limits(conversation: Conversation) -> UsageLimits:
    """What the next turn of a conversation may use: limits count from its beginning, so its use so far is added."""
    used = conversation.usage
    return UsageLimits(request_limit=used.requests + TURN_REQUESTS, tool_calls_limit=used.tool_calls + TURN_TOOL_CALLS)


def _code(error: Exception) -> str:
    if isinstance(error, LineleadError):
        return error.code
    return "turn_timed_out" if isinstance(error, RunTimedOut) else TurnFailed.code


def _message(error: Exception) -> str:
    if isinstance(error, LineleadError):
        return str(error)
    if isinstance(error, RunTimedOut):
        return "The answer took too long and was stopped. Ask again, perhaps in fewer words."
    if isinstance(error, UsageLimitExceeded):
        return "The answer needed more steps than a turn may take and was stopped. Ask a narrower question."
    log.error("A turn failed.", exc_info=error)
    return "Something went wrong while answering; it has been logged. Ask again."


async def _translate(
    stream: AsyncGenerator[AgentStreamEvent | AgentRunResultEvent[str]] | Any, question: str
) -> AsyncGenerator[TurnEvent]:
    """The product's events from PydanticAI's."""
    async for event in stream:
        match event:
            case RouteDecided():
                yield RouteEvent(decision=_decision(question, event))
                for name in event.specialists:
                    yield SpecialistEvent(name=name)
            case FunctionToolCallEvent():
                yield ToolEvent(tool=event.part.tool_name, arguments=event.part.args_as_dict())
            case FunctionToolResultEvent():
                for found in evidence_of_result(event):
                    yield found
            case PartStartEvent(part=TextPart(content=content)) if content:
                yield DeltaEvent(text=content)
            case PartDeltaEvent(delta=TextPartDelta(content_delta=content)) if content:
                yield DeltaEvent(text=content)
            case _:
                continue


def evidence_of_result(event: FunctionToolResultEvent) -> list[EvidenceEvent]:
    """The evidence that a tool's result carries, as an event; none for a reply in own words."""
    found = evidence_of([ModelRequest(parts=[event.part])])
    return [
        EvidenceEvent(
            tool=event.part.tool_name or "",
            excerpts=len(item.excerpts),
            strength=item.strength,
            sufficient=item.sufficient,
        )
        for item in found
        if isinstance(item, Evidence)
    ]


async def answer_turn(
    linelead: Linelead,
    text: str,
    *,
    principal: Principal,
    scope: Scope,
    session_id: str | None = None,
    specialist: str | None = None,
) -> TurnResult:
    """A whole turn at once. Raises what `run_turn` raises, and TurnFailed when it ends in an error."""
    turn = run_turn(linelead, text, principal=principal, scope=scope, session_id=session_id, specialist=specialist)
    async with aclosing(turn) as events:
        async for event in events:
            if isinstance(event, DoneEvent):
                return event.turn
            if isinstance(event, ErrorEvent):
                failed = TurnFailed(event.message)
                failed.code = event.code
                raise failed
    raise TurnFailed("The turn ended without an answer. Ask again.")


async def rate_turn(
    linelead: Linelead, turn_id: str, rating: Rating | None, comment: str, *, principal: Principal, scope: Scope
) -> Feedback:
    """Stores what its asker thinks of a turn; the last word counts, and None with an empty comment takes it back.

    Raises InvalidInput for a comment that is over-long or not text, NotFound for a turn that is not the asker's.
    """
    words = comment.strip()
    _check_text(words, "comment", MAX_COMMENT_CHARACTERS, InvalidInput)
    await asyncio.to_thread(linelead.sessions.rate, turn_id, principal.id, scope.workspace, rating, words)
    return Feedback(turn_id=turn_id, rating=rating, comment=words)
