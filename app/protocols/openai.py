"""The OpenAI protocol: models are the specialists, a chat completion is a turn, its annotations are the citations."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from time import time
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from agents.errors import UnknownSpecialist
from app.errors import ApprovalNeeded, BadQuestion
from app.events import DeltaEvent, DoneEvent, ErrorEvent, RouteEvent, StartedEvent, StoppedEvent, TurnEvent, TurnResult
from app.problems import openai_error, problem_responses
from app.protocols.conversations import Said, is_session_id
from app.protocols.following import Asked, answer, ask, events_of
from app.protocols.links import link_of, markers_in
from app.routes.chat import IdempotencyKey
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas.turns import TurnOut, turn_out
from app.wiring import Linelead
from knowledge.errors import InvalidInput, NotFound

NAME = "linelead"

router = APIRouter(prefix="/v1", tags=["openai"])


# --- what clients send ------------------------------------------------------------------------------------------------


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class Message(BaseModel):
    """A message of the client's own history."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def parts(self) -> list[Part]:
        if isinstance(self.content, list):
            return self.content
        return [Part(type="text", text=self.content or "")]

    @property
    def text(self) -> str:
        """Its words; what is no text adds none."""
        return "\n".join(part.text for part in self.parts if part.text)


class StreamOptions(BaseModel):
    """`include_usage`: a last chunk says what the turn used."""

    include_usage: bool = False


class ResponseFormat(BaseModel):
    """Answers are Markdown with markers; no other form is made."""

    type: Literal["text"] = "text"


class ChatCompletionRequest(BaseModel):
    """A question to a model. The last user message is asked; how a model should sample is passed over."""

    model: str = NAME
    messages: list[Message] = Field(min_length=1)
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: Literal[1] | None = None
    response_format: ResponseFormat | None = None
    metadata: dict[str, str] | None = Field(
        default=None, description="`session_id`: a session to go on with, or a name of the client's own for one"
    )
    user: str | None = Field(default=None, description="The same when it is the id of a session, else passed over")

    @property
    def conversation(self) -> str | None:
        """The client's name for the conversation; those that know no metadata send a session's id as the user."""
        if self.metadata and self.metadata.get("session_id"):
            return self.metadata["session_id"]
        return self.user if self.user is not None and is_session_id(self.user) else None

    @property
    def asked(self) -> int:
        """Which of the messages asks: the user's last. Raises InvalidInput without one, BadQuestion for a picture."""
        for index in reversed(range(len(self.messages))):
            if self.messages[index].role == "user":
                for part in self.messages[index].parts:
                    if part.type != "text":
                        raise BadQuestion(
                            f"A part of type {part.type!r} cannot be read; ask in words.", code="not_text"
                        )
                return index
        raise InvalidInput("No message has the role “user”; send the question as one.", code="no_question")


# --- what they get ----------------------------------------------------------------------------------------------------


class Model(BaseModel):
    """Linelead, who asks whom a question is for, or one specialist."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = NAME
    description: str


class Models(BaseModel):
    object: Literal["list"] = "list"
    data: list[Model]


class UrlCitation(BaseModel):
    """Where the words behind a marker stand. `start_index` and `end_index` are those of the marker in the content."""

    start_index: int
    end_index: int
    url: str = Field(description="The picture of the page with the quote marked; the document where it has no pages")
    title: str = Field(description="Title of the document")
    document_id: str
    page: int | None
    place: str
    span_id: str
    quote: str


class Annotation(BaseModel):
    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


def _is_none(value: object) -> bool:
    return value is None


class Reply(BaseModel):
    """An assistant's message, or in a stream what is added to it."""

    role: Literal["assistant"] | None = Field(default=None, exclude_if=_is_none)
    content: str | None = Field(default=None, exclude_if=_is_none)
    annotations: list[Annotation] | None = Field(default=None, exclude_if=_is_none)


class Choice(BaseModel):
    index: Literal[0] = 0
    message: Reply
    finish_reason: Literal["stop"] = "stop"


class Change(BaseModel):
    index: Literal[0] = 0
    delta: Reply
    finish_reason: Literal["stop"] | None = None


class Usage(BaseModel):
    """Tokens of language models; 0 where none was asked."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class _Completion(BaseModel):
    id: str
    created: int
    model: str
    linelead: TurnOut | None = Field(
        default=None, exclude_if=_is_none, description="The whole turn with its typed citations"
    )


class ChatCompletion(_Completion):
    """An answered turn."""

    object: Literal["chat.completion"] = "chat.completion"
    choices: list[Choice]
    usage: Usage


class ChatCompletionChunk(_Completion):
    """A piece of a turn; the last one with a choice carries the annotations and the whole turn."""

    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    choices: list[Change]
    usage: Usage | None = Field(default=None, exclude_if=_is_none)


# --- routes -----------------------------------------------------------------------------------------------------------


@router.get("/models", responses=problem_responses(500))
async def list_models(linelead: Program, _access: Access) -> Models:
    """Linelead and its specialists as models of the OpenAI protocol."""
    return Models(data=_models(linelead))


@router.get("/models/{model:path}", responses=problem_responses(404, 500))
async def show_model(model: str, linelead: Program, _access: Access) -> Model:
    """One of them."""
    for each in _models(linelead):
        if each.id == model:
            return each
    raise _no_such_model(model)


@router.post(
    "/chat/completions",
    response_model=ChatCompletion,
    responses={
        200: {"description": "The turn, or with `stream` its chunks", "content": {EVENT_STREAM: {}}},
        **problem_responses(400, 404, 409, 413, 422, 500, 503),
    },
)
async def complete(
    body: ChatCompletionRequest,
    request: Request,
    linelead: Program,
    access: Access,
    idempotency_key: IdempotencyKey = None,
    x_session_id: Annotated[str | None, Header(description="The same as `metadata.session_id`")] = None,
) -> ChatCompletion | StreamingResponse:
    """Answers the last user message as a chat completion with citations. Going away from a stream stops the turn."""
    index = body.asked
    asked = Asked(
        question=body.messages[index].text,
        specialist=_specialist(linelead, body.model),
        conversation=x_session_id or body.conversation,
        earlier=_said(body.messages[:index]),
        key=idempotency_key,
    )
    form = _Form(body.model, str(request.base_url))
    if not body.stream:
        try:
            return form.completion(await answer(linelead, access, asked))
        except ApprovalNeeded as needed:
            return form.waiting(needed)
    accepted = await ask(linelead, access, asked)
    with_usage = body.stream_options is not None and body.stream_options.include_usage
    lines = _lines(events_of(linelead, access, accepted), form, with_usage=with_usage)
    return StreamingResponse(lines, media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


def _models(linelead: Linelead) -> list[Model]:
    everybody = Model(id=NAME, description="Sends each question to the specialist that it is for.")
    return [everybody, *(Model(id=f"{NAME}/{s.name}", description=s.spec.description) for s in linelead.registry)]


def _specialist(linelead: Linelead, model: str) -> str | None:
    """The specialist that a model stands for, None for Linelead itself. Raises NotFound for no such model."""
    if model == NAME:
        return None
    try:
        if model.startswith(f"{NAME}/"):
            return linelead.registry.get(model.removeprefix(f"{NAME}/")).name
    except UnknownSpecialist as error:
        raise _no_such_model(model) from error
    raise _no_such_model(model)


def _no_such_model(model: str) -> NotFound:
    return NotFound(f"There is no model {model!r}; GET /v1/models lists them.", code="model_not_found")


def _said(messages: list[Message]) -> list[Said]:
    return [Said(message.role, message.text) for message in messages if message.role in ("user", "assistant")]


class _Form:
    """How a turn looks in this protocol."""

    def __init__(self, model: str, base: str) -> None:
        self._model = model
        self._base = base
        self._created = int(time())

    def completion(self, turn: TurnResult) -> ChatCompletion:
        text = turn.answer.text
        message = Reply(role="assistant", content=text, annotations=self.annotations(turn, 0))
        return ChatCompletion(
            **self._head(turn.turn_id), choices=[Choice(message=message)], usage=_usage(turn), linelead=turn_out(turn)
        )

    def waiting(self, needed: ApprovalNeeded) -> ChatCompletion:
        """A turn that waits for an approval: what it wants, and how to answer."""
        message = Reply(role="assistant", content=str(needed), annotations=[])
        usage = Usage(prompt_tokens=0, completion_tokens=0, total_tokens=0)
        return ChatCompletion(**self._head(needed.turn_id), choices=[Choice(message=message)], usage=usage)

    def chunk(self, turn_id: str, delta: Reply) -> ChatCompletionChunk:
        return ChatCompletionChunk(**self._head(turn_id), choices=[Change(delta=delta)])

    def stop_chunk(self, turn_id: str) -> ChatCompletionChunk:
        """The end of a stream without an answer."""
        return ChatCompletionChunk(**self._head(turn_id), choices=[Change(delta=Reply(), finish_reason="stop")])

    def last_chunk(self, turn: TurnResult, before: int) -> ChatCompletionChunk:
        """The end of a stream; the answer stands after `before` characters that were sent."""
        change = Change(delta=Reply(annotations=self.annotations(turn, before)), finish_reason="stop")
        return ChatCompletionChunk(**self._head(turn.turn_id), choices=[change], linelead=turn_out(turn))

    def usage_chunk(self, turn: TurnResult) -> ChatCompletionChunk:
        return ChatCompletionChunk(**self._head(turn.turn_id), choices=[], usage=_usage(turn))

    def annotations(self, turn: TurnResult, before: int) -> list[Annotation]:
        return [
            Annotation(
                url_citation=UrlCitation(
                    start_index=before + start,
                    end_index=before + end,
                    url=link_of(citation, self._base),
                    title=citation.document,
                    document_id=citation.document_id,
                    page=citation.page,
                    place=citation.place,
                    span_id=citation.span_id,
                    quote=citation.text,
                )
            )
            for start, end, citation in markers_in(turn.answer.text, turn.answer.citations)
        ]

    def _head(self, turn_id: str) -> dict[str, Any]:
        return {"id": f"chatcmpl-{turn_id}", "created": self._created, "model": self._model}


def _usage(turn: TurnResult) -> Usage:
    used = turn.usage
    read, written = (used.input_tokens, used.output_tokens) if used is not None else (0, 0)
    return Usage(prompt_tokens=read, completion_tokens=written, total_tokens=read + written)


async def _lines(
    events: AsyncGenerator[TurnEvent | ApprovalNeeded | None], form: _Form, *, with_usage: bool
) -> AsyncGenerator[bytes]:
    turn_id, sent, before = "", 0, 0
    async with aclosing(events):
        async for event in events:
            match event:
                case None:
                    yield b": waiting\n\n"
                case StartedEvent():
                    turn_id = event.turn_id
                    yield _line(form.chunk(turn_id, Reply(role="assistant", content="")))
                case RouteEvent() if sent:  # a language model has failed, and the answer begins again with quotes
                    sent += 2
                    before = sent
                    yield _line(form.chunk(turn_id, Reply(content="\n\n")))
                case DeltaEvent():
                    sent += len(event.text)
                    yield _line(form.chunk(turn_id, Reply(content=event.text)))
                case DoneEvent():
                    yield _line(form.last_chunk(event.turn, before))
                    if with_usage:
                        yield _line(form.usage_chunk(event.turn))
                    yield b"data: [DONE]\n\n"
                case ApprovalNeeded():
                    yield _line(form.chunk(turn_id, Reply(content=f"\n\n{event}" if sent else str(event))))
                    yield _line(form.stop_chunk(turn_id))
                    yield b"data: [DONE]\n\n"
                case ErrorEvent():
                    yield _error(503, event.code, event.message)
                case StoppedEvent():
                    yield _error(409, "turn_stopped", "The turn was stopped before its answer was whole.")
                case _:
                    continue


def _line(chunk: ChatCompletionChunk) -> bytes:
    return f"data: {chunk.model_dump_json()}\n\n".encode()


def _error(status: int, code: str, message: str) -> bytes:
    return f"data: {json.dumps({'error': openai_error(status, code, message)})}\n\n".encode()
