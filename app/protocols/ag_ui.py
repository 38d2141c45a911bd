"""AG-UI: a turn as a run of its events, with the route and the citations as custom events."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from ag_ui.core import (
    AssistantMessage,
    BaseEvent,
    CustomEvent,
    Interrupt,
    RunAgentInput,
    RunErrorEvent,
    RunFinishedEvent,
    RunFinishedInterruptOutcome,
    RunFinishedSuccessOutcome,
    RunStartedEvent,
    StepFinishedEvent,
    StepStartedEvent,
    TextInputContent,
    TextMessageContentEvent,
    TextMessageEndEvent,
    TextMessageStartEvent,
    TokenUsage,
    UserMessage,
)
from ag_ui.encoder import EventEncoder
from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from app.errors import ApprovalNeeded, BadQuestion
from app.events import (
    CitationEvent,
    DeltaEvent,
    DoneEvent,
    ErrorEvent,
    ModelUsage,
    RouteEvent,
    SpecialistEvent,
    StartedEvent,
    StoppedEvent,
    TurnEvent,
)
from app.problems import problem_responses
from app.protocols.conversations import Said
from app.protocols.following import Asked, ask, events_of
from app.protocols.links import linked
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas.turns import decision_out, turn_out
from knowledge.errors import InvalidInput

router = APIRouter(prefix="/api/v1", tags=["protocols"])


@router.post(
    "/ag-ui",
    response_class=StreamingResponse,
    responses={
        200: {"description": "The turn as a run of AG-UI events", "content": {EVENT_STREAM: {}}},
        **problem_responses(400, 404, 409, 413, 422, 500, 503),
    },
)
async def run_agent(body: RunAgentInput, request: Request, linelead: Program, access: Access) -> StreamingResponse:
    """Answers the last user message as a run of AG-UI events. Going away from it stops the turn."""
    asked = _asked(body)
    accepted = await ask(linelead, access, asked)
    run = _Run(body.thread_id, body.run_id, str(request.base_url))
    lines = _lines(events_of(linelead, access, accepted), run)
    return StreamingResponse(lines, media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


def _asked(body: RunAgentInput) -> Asked:
    """The question of a run. Raises InvalidInput where the user said nothing, BadQuestion for what is no text."""
    for index in reversed(range(len(body.messages))):
        message = body.messages[index]
        if isinstance(message, UserMessage):
            return Asked(
                question=_question(message),
                conversation=body.thread_id,
                earlier=[said for each in body.messages[:index] if (said := _said(each))],
            )
    raise InvalidInput("No message has the role “user”; send the question as one.", code="no_question")


def _question(message: UserMessage) -> str:
    if isinstance(message.content, list) and not all(isinstance(part, TextInputContent) for part in message.content):
        raise BadQuestion("Only text can be read in a question; ask in words.", code="not_text")
    return _text(message)


def _said(message: object) -> Said | None:
    match message:
        case UserMessage():
            return Said("user", _text(message))
        case AssistantMessage():
            return Said("assistant", message.content or "")
        case _:
            return None


def _text(message: UserMessage) -> str:
    if isinstance(message.content, str):
        return message.content
    return "\n".join(part.text for part in message.content if isinstance(part, TextInputContent))


class _Run:
    """The AG-UI events of a turn's events."""

    def __init__(self, thread_id: str, run_id: str, base: str) -> None:
        self._thread_id = thread_id
        self._run_id = run_id
        self._base = base
        self._turn_id = ""
        self._texts = 0  # messages of text that were begun
        self._open = False
        self._steps: list[str] = []

    def of(self, event: TurnEvent | ApprovalNeeded) -> Iterator[BaseEvent]:
        match event:
            case StartedEvent():
                self._turn_id = event.turn_id
                yield RunStartedEvent(thread_id=self._thread_id, run_id=self._run_id)
                yield _custom("started", event)
            case RouteEvent():
                yield from self._close()  # where a language model has failed, the answer begins again as quotes
                yield _custom("route", decision_out(event.decision))
            case SpecialistEvent():
                self._steps.append(event.name)
                yield StepStartedEvent(step_name=event.name)
            case DeltaEvent():
                if not self._open:
                    self._texts, self._open = self._texts + 1, True
                    yield TextMessageStartEvent(message_id=self._message_id)
                yield TextMessageContentEvent(message_id=self._message_id, delta=event.text)
            case CitationEvent(citation=citation):
                yield _custom("citation", linked(citation, self._base))
            case DoneEvent(turn=turn):
                yield from self._close()
                result = turn_out(turn).model_dump(mode="json")
                yield RunFinishedEvent(
                    thread_id=self._thread_id,
                    run_id=self._run_id,
                    result=result,
                    outcome=RunFinishedSuccessOutcome(),
                    usage=_usage(turn.usage, turn.answer.model),
                )
            case ErrorEvent():
                yield from self._close()
                yield RunErrorEvent(message=event.message, code=event.code)
            case StoppedEvent():
                yield from self._close()
                yield RunErrorEvent(message="The turn was stopped before its answer was whole.", code="turn_stopped")
            case ApprovalNeeded():
                yield from self._close()
                message_id = f"{self._turn_id}.approval"
                yield TextMessageStartEvent(message_id=message_id)
                yield TextMessageContentEvent(message_id=message_id, delta=str(event))
                yield TextMessageEndEvent(message_id=message_id)
                waits = Interrupt(id=event.turn_id, reason=event.code, message=str(event))
                outcome = RunFinishedInterruptOutcome(interrupts=[waits])
                yield RunFinishedEvent(thread_id=self._thread_id, run_id=self._run_id, outcome=outcome)
            case _:
                return

    @property
    def _message_id(self) -> str:
        return f"{self._turn_id}.{self._texts}"

    def _close(self) -> Iterator[BaseEvent]:
        """Ends what is open: the text, and the specialists' steps."""
        if self._open:
            self._open = False
            yield TextMessageEndEvent(message_id=self._message_id)
        while self._steps:
            yield StepFinishedEvent(step_name=self._steps.pop())


def _custom(name: str, value: BaseModel) -> CustomEvent:
    return CustomEvent(name=name, value=value.model_dump(mode="json"))


def _usage(used: ModelUsage | None, model: str) -> list[TokenUsage] | None:
    if used is None:
        return None
    return [TokenUsage(model=model, input_tokens=used.input_tokens, output_tokens=used.output_tokens)]


async def _lines(events: AsyncGenerator[TurnEvent | ApprovalNeeded | None], run: _Run) -> AsyncGenerator[bytes]:
    encoder = EventEncoder()
    async with aclosing(events):
        async for event in events:
            if event is None:
                yield b": waiting\n\n"
                continue
            for shown in run.of(event):
                yield encoder.encode(shown).encode()
