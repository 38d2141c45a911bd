"""Questions over HTTP: answered at once, streamed as events, or only routed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse

from app.access import covers
from app.errors import ApprovalNeeded, Forbidden
from app.problems import problem_responses
from app.routes import sse
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas.turns import (
    ChatRequest,
    ClassifyRequest,
    DecisionOut,
    TurnOut,
    TurnStateOut,
    decision_out,
    turn_out,
    turn_state_out,
)
from app.turns import ask_turn, classify, find_turn, wait_for_turn
from tools.deps import EVALUATION

router = APIRouter(prefix="/api/v1", tags=["chat"])

IdempotencyKey = Annotated[
    str | None,
    Header(description="The client's own name for this request; sent again, it gives the same turn"),
]

Evaluation = Annotated[
    bool,
    Header(
        alias="X-Linelead-Evaluation",
        description="For admins: the turn only measures the program. It stands among nobody's sessions, is not "
        "sampled, and the figures of live turns leave it out",
    ),
]


@router.post(
    "/chat",
    response_model=TurnOut,
    responses={
        200: {
            "description": f"The turn, or with Accept: {EVENT_STREAM} its events",
            "content": {EVENT_STREAM: {}},
        },
        202: {"description": "The turn as it stands: it waits for an approval", "model": TurnStateOut},
        **problem_responses(400, 403, 404, 409, 413, 422, 500, 503),
    },
)
async def chat(
    body: ChatRequest,
    request: Request,
    linelead: Program,
    access: Access,
    idempotency_key: IdempotencyKey = None,
    evaluation: Evaluation = False,
) -> TurnOut | Response:
    """Answers a question with citations. The turn is saved before it is given, and goes on without the client.

    Where a tool needs an approval there is no answer yet: 202 and the turn as it stands.
    """
    principal, scope = access
    if evaluation:
        if not covers(principal.role, "admin"):
            raise Forbidden("Only an admin may mark a turn as an evaluation's; leave X-Linelead-Evaluation out.")
        principal = EVALUATION
    accepted = await ask_turn(
        linelead,
        body.message,
        principal=principal,
        scope=scope,
        session_id=body.session_id,
        specialist=body.specialist,
        key=idempotency_key or body.client_id,
    )
    if EVENT_STREAM in request.headers.get("accept", ""):
        return sse.turn_stream(linelead, accepted, scope)
    try:
        return turn_out(await wait_for_turn(linelead, accepted, scope))
    except ApprovalNeeded:
        turn = await find_turn(linelead, accepted.turn_id, principal=principal, scope=scope)
        return JSONResponse(turn_state_out(turn).model_dump(mode="json"), 202)


@router.post("/classify", responses=problem_responses(400, 413, 422, 500))
async def classify_question(body: ClassifyRequest, linelead: Program, access: Access) -> DecisionOut:
    """Says who would answer a question and why; nothing is answered or saved."""
    principal, scope = access
    return decision_out(await classify(linelead, body.message, principal=principal, scope=scope))
