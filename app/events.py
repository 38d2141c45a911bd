"""The typed events of a turn, as they are made, logged and turned into what clients see."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from agents.answer import Answer, Citation, Claim
from tools.deps import Role


class Decision(BaseModel):
    """A route as clients see it. `route` is null when the question is outside every specialist's subject."""

    question: str
    route: str | None
    confidence: float = Field(ge=0, le=1)
    probabilities: dict[str, float]
    routes: list[str] = Field(description="Who answers, in order; two for a question with two needs")
    emergency: str | None = Field(description="Kind of emergency recognised, or null")
    reason: str


class ModelUsage(BaseModel):
    """What a turn used of language models. `cost` is in US dollars; null: a model's price is not known."""

    requests: int
    input_tokens: int
    output_tokens: int
    cost: float | None


class TurnResult(BaseModel):
    """A finished turn. `milliseconds` holds `route`, `first_text` and `total`, from the start of the turn.

    `usage` is None when no language model was asked.
    """

    session_id: str
    turn_id: str
    route: Decision
    answer: Answer
    milliseconds: dict[str, float]
    usage: ModelUsage | None = None


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
    """What a tool found: how many excerpts, how strong (0..1), and whether that is enough to answer from.

    `collections` are those that the excerpts, or what the tool keeps for later, are from.
    """

    type: Literal["evidence"] = "evidence"
    tool: str
    excerpts: int
    strength: float
    sufficient: bool
    collections: list[str] = Field(default_factory=list[str])


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


class ApprovalRequest(BaseModel):
    """A tool's call that a person must allow. Times are UTC, ISO 8601."""

    call_id: str
    tool: str
    arguments: dict[str, Any]
    action: str = Field(description="What the call would do, in words")
    role: Role = Field(description="Least role that may answer; above crew, everybody of the workspace who has it")
    asked_by: str = Field(description="Name of whoever asked the question")
    expires_at: str = Field(description="The turn fails when nobody has answered by then")


class ApprovalEvent(ApprovalRequest):
    """The turn waits for a person's word on a tool's call. One event for each call that waits."""

    type: Literal["approval"] = "approval"


class ApprovalAnswer(BaseModel):
    """A person's word on a tool's call. `by` is their name."""

    call_id: str
    approved: bool
    reason: str
    by: str


class ApprovalAnsweredEvent(ApprovalAnswer):
    """Somebody has allowed or refused a tool's call; the turn goes on after the last one's answer."""

    type: Literal["approval_answered"] = "approval_answered"


class Approval(ApprovalRequest):
    """A call as it stands: `answer` is None while it waits."""

    answer: ApprovalAnswer | None = None


class DoneEvent(BaseModel):
    """The turn is finished and saved."""

    type: Literal["done"] = "done"
    turn: TurnResult


class ErrorEvent(BaseModel):
    """The turn could not be finished."""

    type: Literal["error"] = "error"
    code: str
    message: str


class StoppedEvent(BaseModel):
    """The turn was stopped on request; `text` is the part of the answer that was written, and it is kept."""

    type: Literal["stopped"] = "stopped"
    text: str


TurnEvent = Annotated[
    StartedEvent
    | RouteEvent
    | SpecialistEvent
    | ToolEvent
    | EvidenceEvent
    | DeltaEvent
    | CitationEvent
    | ClaimEvent
    | ApprovalEvent
    | ApprovalAnsweredEvent
    | DoneEvent
    | ErrorEvent
    | StoppedEvent,
    Field(discriminator="type"),
]

Ending = DoneEvent | ErrorEvent | StoppedEvent
"""The last event of a turn is one of these, and no other event is."""
