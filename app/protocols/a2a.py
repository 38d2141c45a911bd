"""A2A: other agents send a message and get a task, which is a turn; its artifact is the answer with its citations."""

# pyright: reportMissingTypeStubs=false
# fasta2a is typed and does not say so (no py.typed)

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from importlib.metadata import version
from typing import Any, Literal

from fasta2a import FastA2A
from fasta2a.broker import InMemoryBroker
from fasta2a.jsonrpc_v1 import V1_METHODS
from fasta2a.schema import (
    AgentCapabilities,
    AgentCard,
    AgentInterface,
    Artifact,
    CancelTaskRequest,
    CancelTaskResponse,
    GetTaskRequest,
    GetTaskResponse,
    HttpSecurityScheme,
    JSONRPCError,
    Message,
    Part,
    ResubscribeTaskRequest,
    SecurityScheme,
    SendMessageRequest,
    SendMessageResponse,
    SendMessageResult,
    Skill,
    StreamMessageRequest,
    StreamMessageResponse,
    StreamResponse,
    Task,
    TaskArtifactUpdateEvent,
    TaskNotCancelableError,
    TaskNotFoundError,
    TaskState,
    TaskStatus,
    TaskStatusUpdateEvent,
    agent_card_ta,
)
from fasta2a.storage import InMemoryStorage
from fasta2a.task_manager import TaskManager
from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, ValidationError
from starlette.responses import JSONResponse, Response
from starlette.types import Message as AsgiMessage
from starlette.types import Receive

from app.access import Caller
from app.errors import ApprovalNeeded, BadQuestion
from app.events import ApprovalEvent, DeltaEvent, RouteEvent, TurnResult
from app.problems import problem_responses
from app.protocols.delegating import Delegated
from app.protocols.following import Asked, ask
from app.protocols.links import linked
from app.routes.dependencies import Access, Program, PublicAccess
from app.schemas.turns import turn_out
from app.sessions import StoredTurn
from app.turns import approval_needed, find_turn, stop_turn, wait_for_turn
from app.turnstore import AT_WORK, TurnState
from app.wiring import Linelead
from knowledge.errors import InvalidInput, LineleadError, NotFound

STATES: dict[TurnState, TaskState] = {
    "queued": "submitted",
    "running": "working",
    "waiting": "input-required",
    "done": "completed",
    "failed": "failed",
    "stopped": "canceled",
    "interrupted": "failed",
}
MODES = ["text/markdown", "application/json"]

router = APIRouter(tags=["protocols"])


class JsonRpc(BaseModel):
    """A request of A2A's JSON-RPC binding."""

    jsonrpc: Literal["2.0"]
    id: str | int | None = None
    method: str
    params: dict[str, Any] = Field(default_factory=dict[str, Any])


@router.get("/.well-known/agent-card.json", responses=problem_responses(500))
async def agent_card(request: Request, linelead: Program, access: PublicAccess) -> Response:
    """Who Linelead is for other agents; its specialists, as skills, are for callers who are logged in."""
    card = AgentCard(
        name="Linelead",
        description="Answers frontline crews from their own manuals, every sentence cited to its place on the page.",
        version=version("linelead"),
        supported_interfaces=[
            AgentInterface(protocol_binding="JSONRPC", url=f"{request.base_url}a2a", protocol_version="1.0")
        ],
        skills=[] if access is None else [_skill(linelead, specialist.name) for specialist in linelead.registry],
        default_input_modes=["text/plain"],
        default_output_modes=MODES,
        capabilities=AgentCapabilities(streaming=True, push_notifications=False),
    )
    if linelead.gate.required:
        bearer = HttpSecurityScheme(scheme="Bearer", description="A key of Linelead")
        card["security_schemes"] = {"key": SecurityScheme(http_auth_security_scheme=bearer)}
    return Response(agent_card_ta.dump_json(card, by_alias=True), media_type="application/json")


def _skill(linelead: Linelead, name: str) -> Skill:
    spec = linelead.registry.get(name).spec
    return Skill(
        id=spec.name,
        name=spec.title,
        description=spec.description,
        tags=[spec.name],
        examples=spec.routing.examples[:3],
        input_modes=["text/plain"],
        output_modes=MODES,
    )


@router.post("/a2a", response_class=Response, responses=problem_responses(400, 413, 422, 500, 503))
@router.post("/a2a/", response_class=Response, include_in_schema=False)
async def a2a(body: JsonRpc, request: Request, linelead: Program, access: Access) -> Response:
    """The A2A server: SendMessage, SendStreamingMessage, GetTask, CancelTask and SubscribeToTask."""

    async def unreadable(_request: Request, _error: Exception) -> Response:
        known = body.method in V1_METHODS or body.method in V1_METHODS.values()
        code, message = (-32602, "Invalid parameters") if known else (-32601, "Method not found")
        return JSONResponse({"jsonrpc": "2.0", "id": body.id, "error": {"code": code, "message": message}})

    storage, broker = InMemoryStorage(), InMemoryBroker()  # neither is used: the turns are the tasks
    app = FastA2A(storage=storage, broker=broker, docs_url=None, exception_handlers={ValidationError: unreadable})
    app.task_manager = Tasks(broker, storage, linelead, access, str(request.base_url))
    return Delegated(app, path="/", receive=_replayed(await request.body(), request.receive))


def _replayed(body: bytes, receive: Receive) -> Receive:
    """What `receive` gives, after a body that was read from it already."""
    waiting: list[AsgiMessage] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> AsgiMessage:
        return waiting.pop() if waiting else await receive()

    return replay


class Tasks(TaskManager):
    """The turns of one caller as tasks: the task's id is the turn's, its context's the session's."""

    def __init__(
        self, broker: InMemoryBroker, storage: InMemoryStorage, linelead: Linelead, caller: Caller, base: str
    ) -> None:
        super().__init__(broker, storage)
        self._linelead = linelead
        self._caller = caller
        self._base = base

    @property
    def is_running(self) -> bool:
        return True

    async def send_message(self, request: SendMessageRequest) -> SendMessageResponse:
        """Asks, and waits for the answer: the task that it gives has ended."""
        try:
            accepted = await ask(self._linelead, self._caller, _asked(request["params"]["message"]))
            try:
                await wait_for_turn(self._linelead, accepted, self._caller.scope)
            except LineleadError as error:  # the task says so too, unless even that could not be stored
                task = await self._task(accepted.turn_id)
                if task["status"]["state"] not in ("failed", "canceled", "input-required"):
                    raise error
            else:
                task = await self._task(accepted.turn_id)
        except LineleadError as error:
            return SendMessageResponse(jsonrpc="2.0", id=request["id"], error=_refused(error))
        return SendMessageResponse(jsonrpc="2.0", id=request["id"], result=SendMessageResult(task=task))

    async def get_task(self, request: GetTaskRequest) -> GetTaskResponse:
        """The task as it stands."""
        try:
            task = await self._task(request["params"]["id"])
        except NotFound:
            return GetTaskResponse(jsonrpc="2.0", id=request["id"], error=_not_found())
        return GetTaskResponse(jsonrpc="2.0", id=request["id"], result=task)

    async def cancel_task(self, request: CancelTaskRequest) -> CancelTaskResponse:
        """Stops the task, unless it has ended."""
        turn_id = request["params"]["id"]
        principal, scope = self._caller
        try:
            turn = await stop_turn(self._linelead, turn_id, principal=principal, scope=scope)
        except NotFound:
            return CancelTaskResponse(jsonrpc="2.0", id=request["id"], error=_not_found())
        if turn.state != "stopped":
            ended = TaskNotCancelableError(code=-32002, message="Task not cancelable")
            return CancelTaskResponse(jsonrpc="2.0", id=request["id"], error=ended)
        return CancelTaskResponse(jsonrpc="2.0", id=request["id"], result=self._task_of(turn))

    async def stream_message(self, request: StreamMessageRequest) -> AsyncIterator[bytes]:
        """Asks, and tells what becomes of it. The task goes on when the client goes: it can subscribe again."""
        try:
            accepted = await ask(self._linelead, self._caller, _asked(request["params"]["message"]))
        except LineleadError as error:
            refused = StreamMessageResponse(jsonrpc="2.0", id=request["id"], error=_refused(error))
            yield self._format_sse_event(refused)
            return
        async with aclosing(self._stream(accepted.turn_id, request["id"])) as events:
            async for event in events:
                yield event

    async def resubscribe_task(self, request: ResubscribeTaskRequest) -> AsyncIterator[bytes]:
        """Tells the whole task again, and what becomes of it."""
        try:
            await self._task(request["params"]["id"])
        except NotFound:
            missing = StreamMessageResponse(jsonrpc="2.0", id=request["id"], error=_not_found())
            yield self._format_sse_event(missing)
            return
        async with aclosing(self._stream(request["params"]["id"], request["id"])) as events:
            async for event in events:
                yield event

    async def _stream(self, turn_id: str, request_id: int | str | None) -> AsyncGenerator[bytes]:
        def line(result: StreamResponse) -> bytes:
            return self._format_sse_event(StreamMessageResponse(jsonrpc="2.0", id=request_id, result=result))

        turn = await self._turn(turn_id)
        yield line(StreamResponse(task=self._task_of(turn)))
        if turn.state not in AT_WORK:
            return
        pieces = 0
        events = self._linelead.streams.of_turn(turn.session_id, turn_id, self._caller.scope)
        async with aclosing(events):
            async for logged in events:
                match logged.event if logged is not None else None:
                    case RouteEvent():
                        pieces = 0  # where a language model has failed, the answer begins again
                    case DeltaEvent(text=text):
                        part = Artifact(artifact_id=turn_id, name="answer", parts=[Part(text=text)])
                        update = self._update(turn, part, append=pieces > 0, last_chunk=False)
                        pieces += 1
                        yield line(StreamResponse(artifact_update=update))
                    case ApprovalEvent() if await approval_needed(self._linelead, turn_id):
                        break
                    case _:
                        continue
        task = await self._task(turn_id)
        for artifact in task.get("artifacts", []):
            yield line(StreamResponse(artifact_update=self._update(turn, artifact, append=False, last_chunk=True)))
        status = TaskStatusUpdateEvent(task_id=turn_id, context_id=turn.session_id, status=task["status"])
        yield line(StreamResponse(status_update=status))

    def _update(
        self, turn: StoredTurn, artifact: Artifact, *, append: bool, last_chunk: bool
    ) -> TaskArtifactUpdateEvent:
        return TaskArtifactUpdateEvent(
            task_id=turn.id, context_id=turn.session_id, artifact=artifact, append=append, last_chunk=last_chunk
        )

    async def _turn(self, turn_id: str) -> StoredTurn:
        """The caller's turn. Raises NotFound."""
        principal, scope = self._caller
        return await find_turn(self._linelead, turn_id, principal=principal, scope=scope)

    async def _task(self, turn_id: str) -> Task:
        return self._task_of(await self._turn(turn_id))

    def _task_of(self, turn: StoredTurn) -> Task:
        asked = Message(role="user", parts=[Part(text=turn.question)], message_id=f"{turn.id}.question")
        task = Task(
            id=turn.id,
            context_id=turn.session_id,
            status=TaskStatus(state=STATES[turn.state], timestamp=turn.started_at),
            history=[asked],
        )
        waits = [each.action for each in turn.approvals if each.answer is None] if turn.state == "waiting" else []
        if reason := str(ApprovalNeeded(turn.id, waits)) if waits else turn.reason:
            said = Message(role="agent", parts=[Part(text=reason)], message_id=f"{turn.id}.reason")
            task["status"]["message"] = said
        if turn.result is not None:
            task["artifacts"] = [self._artifact(TurnResult.model_validate(turn.result))]
        return task

    def _artifact(self, turn: TurnResult) -> Artifact:
        """The answer in words, and the turn with its citations as data."""
        data = turn_out(turn).model_dump(mode="json")
        data["citations"] = [linked(c, self._base).model_dump(mode="json") for c in turn.answer.citations]
        parts = [Part(text=turn.answer.text, media_type=MODES[0]), Part(data=data, media_type=MODES[1])]
        return Artifact(artifact_id=turn.turn_id, name="answer", parts=parts)


def _asked(message: Message) -> Asked:
    """The question of a message. Raises BadQuestion for what is no text, InvalidInput for a task that has ended."""
    if "task_id" in message:
        raise InvalidInput("A task ends with its answer; send its contextId, and no taskId, to go on.", code="ended")
    if not all("text" in part for part in message["parts"]):
        raise BadQuestion("Only text can be read in a question; ask in words.", code="not_text")
    text = "\n".join(part.get("text", "") for part in message["parts"])
    specialist = (message.get("metadata") or {}).get("specialist")
    return Asked(
        question=text,
        conversation=message.get("context_id"),
        specialist=specialist if isinstance(specialist, str) else None,
    )


def _refused(error: LineleadError) -> JSONRPCError[Any, Any]:
    """An error of ours: the agent that asks reads what to change, or that it may try again."""
    code, message = (-32602, "Invalid parameters") if isinstance(error, InvalidInput) else (-32603, "Internal error")
    return JSONRPCError(code=code, message=message, data={"code": error.code, "detail": str(error)})


def _not_found() -> TaskNotFoundError:
    return TaskNotFoundError(code=-32001, message="Task not found")
