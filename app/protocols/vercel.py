"""The UI message stream of the AI SDK: what `useChat` sends and shows, the route and the citations as data parts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field
from pydantic_ai.ui.vercel_ai.response_types import (
    AbortChunk,
    BaseChunk,
    DataChunk,
    DoneChunk,
    ErrorChunk,
    FinishChunk,
    SourceUrlChunk,
    StartChunk,
    TextDeltaChunk,
    TextEndChunk,
    TextStartChunk,
)

from app.errors import ApprovalNeeded, BadQuestion
from app.events import (
    CitationEvent,
    DeltaEvent,
    DoneEvent,
    ErrorEvent,
    RouteEvent,
    StartedEvent,
    StoppedEvent,
    TurnEvent,
)
from app.problems import problem_responses
from app.protocols.conversations import Said
from app.protocols.following import Asked, ask, events_of
from app.protocols.links import link_of
from app.routes.chat import IdempotencyKey
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas.turns import citation_out, decision_out, turn_out
from knowledge.errors import InvalidInput

SDK_VERSION = 6
HEADERS = {"Cache-Control": "no-store", "x-vercel-ai-ui-message-stream": "v1"}

router = APIRouter(prefix="/api/v1", tags=["protocols"])


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class UIMessage(BaseModel):
    """A message as the AI SDK keeps it."""

    role: Literal["system", "user", "assistant"]
    parts: list[Part]

    @property
    def text(self) -> str:
        """Its words; what is no text adds none."""
        return "".join(part.text for part in self.parts if part.type == "text")


class UIChatRequest(BaseModel):
    """What `useChat` sends: its chat's `id`, and the messages that it shows. The user's last one is asked."""

    id: str = Field(description="The client's name for the chat, or the id of a session")
    messages: list[UIMessage] = Field(min_length=1)
    trigger: Literal["submit-message", "regenerate-message"] = "submit-message"
    specialist: str | None = Field(default=None, description="Who shall answer; an emergency still goes first")

    @property
    def asked(self) -> int:
        """Which of the messages asks. Raises InvalidInput where the user said nothing, BadQuestion for a file."""
        for index in reversed(range(len(self.messages))):
            if self.messages[index].role == "user":
                if any(part.type == "file" for part in self.messages[index].parts):
                    raise BadQuestion("A file cannot be read in a question; ask in words.", code="not_text")
                return index
        raise InvalidInput("No message has the role “user”; send the question as one.", code="no_question")


@router.post(
    "/vercel",
    response_class=StreamingResponse,
    responses={
        200: {"description": "The turn as a UI message stream", "content": {EVENT_STREAM: {}}},
        **problem_responses(400, 404, 409, 413, 422, 500, 503),
    },
)
async def ui_chat(
    body: UIChatRequest, request: Request, linelead: Program, access: Access, idempotency_key: IdempotencyKey = None
) -> StreamingResponse:
    """Answers for the AI SDK (`useChat`), as its UI message stream. Going away from it stops the turn."""
    index = body.asked
    said = [Said(message.role, message.text) for message in body.messages[:index] if message.role != "system"]
    asked = Asked(
        question=body.messages[index].text,
        specialist=body.specialist,
        conversation=body.id,
        earlier=said,
        key=idempotency_key,
    )
    accepted = await ask(linelead, access, asked)
    lines = _lines(events_of(linelead, access, accepted), _Parts(str(request.base_url)))
    return StreamingResponse(lines, media_type=EVENT_STREAM, headers=HEADERS)


class _Parts:
    """The chunks of a turn's events."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._text = 0  # parts of text that were begun
        self._open = False

    def of(self, event: TurnEvent | ApprovalNeeded) -> Iterator[BaseChunk]:
        match event:
            case StartedEvent():
                metadata = {"session_id": event.session_id, "turn_id": event.turn_id}
                yield StartChunk(message_id=event.turn_id, message_metadata=metadata)
            case RouteEvent():
                yield from self._end_text()  # where a language model has failed, the answer begins again as quotes
                yield _data("route", decision_out(event.decision), "route")
            case DeltaEvent():
                if not self._open:
                    self._text, self._open = self._text + 1, True
                    yield TextStartChunk(id=str(self._text))
                yield TextDeltaChunk(id=str(self._text), delta=event.text)
            case CitationEvent(citation=citation):
                yield from self._end_text()
                yield _data("citation", citation_out(citation), str(citation.marker))
                url = link_of(citation, self._base)
                title = ", ".join(filter(None, (citation.document, citation.place)))
                yield SourceUrlChunk(source_id=citation.span_id, url=url, title=title)
            case DoneEvent(turn=turn):
                yield from self._end_text()
                yield _data("turn", turn_out(turn), "turn")
                yield FinishChunk(finish_reason="stop")
            case ErrorEvent():
                yield from self._end_text()
                yield _data("problem", {"code": event.code, "message": event.message}, "problem")
                yield ErrorChunk(error_text=event.message)
                yield FinishChunk(finish_reason="error")
            case StoppedEvent():
                yield from self._end_text()
                yield AbortChunk(reason="Stopped on request.")
            case ApprovalNeeded():
                yield from self._end_text()
                yield _data("approval", {"turn_id": event.turn_id, "actions": event.actions}, "approval")
                yield TextStartChunk(id="approval")
                yield TextDeltaChunk(id="approval", delta=str(event))
                yield TextEndChunk(id="approval")
                yield FinishChunk(finish_reason="stop")
            case _:
                return

    def _end_text(self) -> Iterator[BaseChunk]:
        if self._open:
            self._open = False
            yield TextEndChunk(id=str(self._text))


def _data(name: str, data: BaseModel | dict[str, Any], id_: str) -> DataChunk:
    shown = data.model_dump(mode="json") if isinstance(data, BaseModel) else data
    return DataChunk(type=f"data-{name}", id=id_, data=shown)


async def _lines(events: AsyncGenerator[TurnEvent | ApprovalNeeded | None], parts: _Parts) -> AsyncGenerator[bytes]:
    async with aclosing(events):
        async for event in events:
            if event is None:
                yield b": waiting\n\n"
                continue
            for chunk in parts.of(event):
                yield _line(chunk)
    yield _line(DoneChunk())


def _line(chunk: BaseChunk) -> bytes:
    return f"data: {chunk.encode(SDK_VERSION)}\n\n".encode()
