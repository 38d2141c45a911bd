"""Answers one question: runs the orchestrator and says, as events and at the end as a whole, what came of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

from pydantic_ai import (
    AgentRunResultEvent,
    Conversation,
    DeferredToolRequests,
    DeferredToolResults,
    ToolApproved,
    ToolDenied,
    UsageLimits,
)
from pydantic_ai.exceptions import AgentRunError, RunCancelled
from pydantic_ai.messages import (
    AgentStreamEvent,
    FunctionToolCallEvent,
    FunctionToolResultEvent,
    ModelMessage,
    ModelRequest,
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    ToolCallPart,
)

from agents.answer import Answer, read_answer
from agents.models.extractive import ExtractiveModel
from agents.orchestrator import EMERGENCY, Orchestrator, RouteDecided
from app.errors import TurnFailed
from app.eventlog import utc
from app.events import (
    ApprovalAnswer,
    ApprovalEvent,
    Decision,
    DeltaEvent,
    EvidenceEvent,
    ModelUsage,
    RouteEvent,
    SpecialistEvent,
    ToolEvent,
)
from app.pausing import Resumption
from app.redacting import Redaction, collections_in, readable
from tools.approvals import ACTION, ROLE
from tools.deps import Deps
from tools.evidence import Evidence, Excerpt, current_turn, evidence_of

log = logging.getLogger(__name__)

TURN_REQUESTS, TURN_TOOL_CALLS = 12, 16
"""What one turn may use: a specialist needs two requests and one to three tool calls."""

ProgressEvent = RouteEvent | SpecialistEvent | ToolEvent | EvidenceEvent | DeltaEvent


@dataclass(frozen=True, slots=True)
class Answered:
    """A whole answer, and the conversation with it. `milliseconds` holds `route` and `first_text`, from the start."""

    route: Decision
    answer: Answer
    conversation: Conversation
    usage: ModelUsage | None
    milliseconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Paused:
    """An answer that goes on when a person has answered what it `asked`: with the conversation so far."""

    route: Decision
    asked: list[ApprovalEvent]
    conversation: Conversation
    milliseconds: dict[str, float]


class Answering:
    """Answers questions, a bounded number at a time."""

    def __init__(
        self,
        orchestrator: Orchestrator,
        running: asyncio.Semaphore,
        redaction: Redaction,
        *,
        timeout_seconds: float,
        approval_seconds: float,
        uses_language_model: bool,
    ) -> None:
        """`approval_seconds` is how long a person may take to allow a tool's call."""
        self._orchestrator = orchestrator
        self._running = running
        self._redaction = redaction
        self._timeout_seconds = timeout_seconds
        self._approval_seconds = approval_seconds
        self._attempts = (None, ExtractiveModel()) if uses_language_model else (None,)

    async def answer(
        self,
        question: str,
        prompt: str,
        deps: Deps,
        conversation: Conversation,
        started: float,
        resumption: Resumption | None = None,
    ) -> AsyncGenerator[ProgressEvent | Answered | Paused]:
        """The events of an answer as they happen; the last item is the whole of it, or what it waits for.

        `prompt` is the question with the specialist it is sent to; `started` a reading of `perf_counter`; with a
        `resumption`, a paused answer goes on. When a language model fails, quotes answer; not so where a tool may
        have run that was allowed once. Raises AgentRunError, and TurnFailed when there is no answer.
        """
        marks = dict(resumption.pause.milliseconds) if resumption is not None else {}
        route = resumption.pause.route if resumption is not None else None
        if conversation.messages and (hidden := await self._redaction.hidden_from(deps.scope)):
            conversation = readable(conversation, hidden)
        result: Conversation | None = None
        output: object = None
        async with self._running:
            for model in self._attempts if resumption is None else self._attempts[:1]:
                try:
                    async with (
                        self._orchestrator.run_stream_events(
                            prompt if resumption is None else None,
                            deps=deps,
                            conversation=conversation,
                            deferred_tool_results=_results(resumption) if resumption is not None else None,
                            output_type=[str, DeferredToolRequests],
                            model=model,
                            usage_limits=_limits(conversation),
                            timeout=self._timeout_seconds,
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
                            result, output = stream.result.conversation, stream.result.output
                    break
                except AgentRunError as error:
                    if model is not None or len(self._attempts) == 1 or isinstance(error, RunCancelled):
                        raise
                    log.warning("The run failed (%s); answering with quotes.", type(error).__name__, exc_info=error)
        if route is None or result is None:
            raise TurnFailed("The run ended without an answer. Ask again.")
        if isinstance(output, DeferredToolRequests):
            yield Paused(route, self._asked(output, deps), result, marks)
            return
        messages = current_turn(result.messages)[2]  # with what was there before a pause
        answer = read_answer(messages)
        if answer is None:
            raise TurnFailed("The run ended without an answer. Ask again.")
        yield Answered(route, answer, result, _usage(messages), marks)

    def _asked(self, requests: DeferredToolRequests, deps: Deps) -> list[ApprovalEvent]:
        """What a person is asked to allow. Raises TurnFailed for a call that somebody else's program would have to
        make: there is none here."""
        if requests.calls or not requests.approvals:
            names = ", ".join(sorted({call.tool_name for call in requests.calls}))
            raise TurnFailed(f"The tool {names} cannot be called from here. Ask for something else.")
        expires = utc(datetime.now(UTC) + timedelta(seconds=self._approval_seconds))
        return [
            ApprovalEvent(
                call_id=call.tool_call_id,
                tool=call.tool_name,
                arguments=call.args_as_dict(),
                action=_action(call, requests),
                role=requests.metadata.get(call.tool_call_id, {}).get(ROLE, "crew"),
                asked_by=deps.principal.name,
                expires_at=expires,
            )
            for call in requests.approvals
        ]


def _action(call: ToolCallPart, requests: DeferredToolRequests) -> str:
    """What a call would do, in words: the tool's own, or its name."""
    said = requests.metadata.get(call.tool_call_id, {}).get(ACTION)
    return str(said) if said else f"Use the tool {call.tool_name.replace('_', ' ')}"


def _results(resumption: Resumption) -> DeferredToolResults:
    """What people said to the calls that a paused answer asked for, as PydanticAI takes it."""
    requests = resumption.pause.conversation.deferred_tool_requests or DeferredToolRequests()
    waited = {call.tool_call_id for call in requests.approvals}
    return requests.build_results(
        approvals={
            answer.call_id: ToolApproved() if answer.approved else ToolDenied(_denial(answer, requests))
            for answer in resumption.answers
            if answer.call_id in waited
        }
    )


def _denial(answer: ApprovalAnswer, requests: DeferredToolRequests) -> str:
    """What a refused call comes to, for the answer."""
    call = next(call for call in requests.approvals if call.tool_call_id == answer.call_id)
    said = f": {answer.reason}" if answer.reason else "."
    return f"Not done: {_action(call, requests)}. {answer.by} refused it{said}"


def decision_of(question: str, event: RouteDecided) -> Decision:
    """A route as clients see it."""
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


def _limits(conversation: Conversation) -> UsageLimits:
    """What the next turn of a conversation may use: limits count from its beginning, so its use so far is added."""
    used = conversation.usage
    return UsageLimits(request_limit=used.requests + TURN_REQUESTS, tool_calls_limit=used.tool_calls + TURN_TOOL_CALLS)


def _usage(messages: Sequence[ModelMessage]) -> ModelUsage | None:
    """What language models were used; one that wrote nothing of the answer leaves no message, and is not counted."""
    responses = [m for m in messages if isinstance(m, ModelResponse) and m.usage.input_tokens + m.usage.output_tokens]
    if not responses:
        return None
    return ModelUsage(
        requests=len(responses),
        input_tokens=sum(response.usage.input_tokens for response in responses),
        output_tokens=sum(response.usage.output_tokens for response in responses),
        cost=_cost(responses),
    )


def _cost(responses: Sequence[ModelResponse]) -> float | None:
    try:
        return float(sum(response.cost().total_price for response in responses))
    except (LookupError, ValueError, AssertionError):  # a model whose price nobody has told
        return None


async def _translate(
    stream: AsyncGenerator[AgentStreamEvent | AgentRunResultEvent[str]] | Any, question: str
) -> AsyncGenerator[ProgressEvent]:
    """The product's events from PydanticAI's."""
    async for event in stream:
        match event:
            case RouteDecided():
                yield RouteEvent(decision=decision_of(question, event))
                for name in event.specialists:
                    yield SpecialistEvent(name=name)
            case FunctionToolCallEvent():
                yield ToolEvent(tool=event.part.tool_name, arguments=event.part.args_as_dict())
            case FunctionToolResultEvent():
                for found in _evidence(event):
                    yield found
            case PartStartEvent(part=TextPart(content=content)) if content:
                yield DeltaEvent(text=content)
            case PartDeltaEvent(delta=TextPartDelta(content_delta=content)) if content:
                yield DeltaEvent(text=content)
            case _:
                continue


def _evidence(event: FunctionToolResultEvent) -> list[EvidenceEvent]:
    """The evidence that a tool's result carries, as an event; none for a reply in own words alone."""
    tool, found = event.part.tool_name or "", evidence_of([ModelRequest(parts=[event.part])])
    collections = sorted(collections_in(event.part.metadata))
    events: list[EvidenceEvent] = []
    for item in found:
        if isinstance(item, Evidence):
            excerpts, strength, sufficient = len(item.excerpts), item.strength, item.sufficient
        elif collections:
            excerpts = sum(isinstance(part, Excerpt) for part in item.parts)
            strength, sufficient = 1.0, not item.refused
        else:
            continue
        events.append(
            EvidenceEvent(
                tool=tool, excerpts=excerpts, strength=strength, sufficient=sufficient, collections=collections
            )
        )
    return events
