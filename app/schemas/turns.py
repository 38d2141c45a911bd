"""The shapes of turns over HTTP: questions in, answers with their citations out, approvals, feedback."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from agents.answer import Citation, Claim
from app.approving import MAX_REASON_CHARACTERS
from app.events import Approval, CitationEvent, ClaimEvent, Decision, DoneEvent, RouteEvent, TurnEvent, TurnResult
from app.pausing import TurnApprovals
from app.schemas.common import BoxOut, Request
from app.sessions import StoredMessage, StoredTurn
from app.turns import MAX_COMMENT_CHARACTERS, Feedback
from app.turnstore import Accepted, TurnState
from tools.deps import Role
from tools.evidence import Locator, PageLocator, Place


class ChatRequest(Request):
    """A question. Leave `session_id` out to start a session; `specialist` sends it to that one."""

    message: str
    session_id: str | None = None
    specialist: str | None = None
    client_id: str | None = Field(default=None, description="The same as the header Idempotency-Key, which goes first")


class MessageRequest(Request):
    """A question in a session; `specialist` sends it to that one."""

    message: str
    specialist: str | None = None
    client_id: str | None = Field(default=None, description="The same as the header Idempotency-Key, which goes first")


class ClassifyRequest(Request):
    """A question to be routed and not answered."""

    message: str


class FeedbackRequest(Request):
    """What the asker thinks of a turn, in place of what was sent before; nothing takes it back."""

    rating: Literal["up", "down"] | None = None
    comment: str = Field(default="", description=f"At most {MAX_COMMENT_CHARACTERS:,} characters")


class DecisionOut(BaseModel):
    """Who answers and why. `route` is null when the question is outside every specialist's subject."""

    question: str
    route: str | None
    confidence: float = Field(ge=0, le=1, description="Calibrated probability of the route; 1 when a rule decided")
    probabilities: dict[str, float]
    routes: list[str] = Field(description="Who answers, in order; two for a question with two needs")
    emergency: str | None = Field(description="Kind of emergency recognised, or null")
    reason: str


class CitationOut(BaseModel):
    """Where the words behind a marker [n] of the answer stand. `quote` is verbatim; `span_id` stays over versions."""

    marker: int = Field(ge=1)
    document: str = Field(description="Title of the document")
    page: int | None = Field(description="First page of the quote, from 1; null in formats without pages")
    boxes: list[BoxOut] = Field(description="One per visual line of the quote; empty in formats without pages")
    place: str = Field(description="Where the quote stands, in words: “page 6”, “slide 2”, “at 1:05”; may be empty")
    confidence: float | None = Field(description="How surely print or speech was recognised; null: read as stored")
    locator: Locator
    heading_path: list[str]
    label: str = Field(description="Printed number of a step, or signal word of a warning")
    quote: str
    score: float = Field(ge=0, le=1)
    span_id: str
    document_id: str
    name: str = Field(description="File name of the document inside its collection")
    collection: str


class ClaimOut(BaseModel):
    """One sentence of the answer, checked against the spans it cites; `start` and `end` are offsets in `answer`."""

    sentence: str
    start: int
    end: int
    markers: list[int]
    status: Literal["supported", "unsupported", "uncited", "own"]
    reason: str


class PlaceOut(BaseModel):
    """A page or section near to a question that the documents do not answer."""

    document_id: str
    document: str
    page: int | None
    heading_path: list[str]
    place: str


class UsageOut(BaseModel):
    """What a turn used of language models. `cost` is in US dollars; null: a model's price is not known."""

    requests: int
    input_tokens: int
    output_tokens: int
    cost: float | None


class TurnOut(DecisionOut):
    """A finished, saved turn. `refused`: the documents do not clearly answer, and what is cited only comes closest;
    `asks`: the answer is a question back."""

    answer: str = Field(description="Markdown with markers [n] that point into `citations`")
    refused: bool
    asks: bool
    citations: list[CitationOut]
    claims: list[ClaimOut]
    nearest: list[PlaceOut]
    model: str = Field(description="What wrote the answer")
    fallback: str = Field(description='Why a language model\'s answer was replaced by a quoted one, or ""')
    session_id: str
    turn_id: str
    milliseconds: float = Field(description="From the question to the saved answer")
    timings: dict[str, float] = Field(description="Milliseconds to `route`, `first_text` and `total`")
    usage: UsageOut | None = Field(description="What it used of language models; null: none was asked")


class AskedOut(BaseModel):
    """A question that is saved and being answered. `repeated`: it was before, by the same request."""

    session_id: str
    turn_id: str
    repeated: bool


class ApprovalRequest(Request):
    """A person's word on a call that a turn waits for."""

    call_id: str
    approve: bool
    reason: str = Field(default="", description=f"Said with the answer; at most {MAX_REASON_CHARACTERS} characters")


class ApprovalAnswerOut(BaseModel):
    """What was said to a call. `by` is a name."""

    approved: bool
    reason: str
    by: str


class ApprovalOut(BaseModel):
    """A tool's call that a person must allow, with the `answer` that it had; null while it waits."""

    call_id: str
    tool: str
    arguments: dict[str, Any]
    action: str = Field(description="What the call would do, in words")
    role: Role = Field(description="Least role that may answer; above crew, everybody of the workspace who has it")
    asked_by: str
    expires_at: str = Field(description="The turn fails when nobody has answered by then")
    answer: ApprovalAnswerOut | None


class TurnApprovalsOut(BaseModel):
    """A turn, and those of its calls that are for you to allow; of your own turns all."""

    turn_id: str
    state: TurnState
    started_at: str
    approvals: list[ApprovalOut]


class ApprovalsOut(BaseModel):
    turns: list[TurnApprovalsOut]


class TurnStateOut(BaseModel):
    """How a turn stands. `reason` says why one failed, was stopped or interrupted; `turn` is there when it is done."""

    session_id: str
    turn_id: str
    state: TurnState
    reason: str
    question: str
    started_at: str
    retry_of: str | None = Field(description="The turn whose question it asks again")
    approvals: list[ApprovalOut] = Field(description="What a person was asked to allow")
    turn: TurnOut | None


class FeedbackOut(BaseModel):
    """What is now stored with a turn."""

    turn_id: str
    rating: Literal["up", "down"] | None
    comment: str


class StoppedOut(BaseModel):
    """The turns of a session that were stopped."""

    session_id: str
    turn_ids: list[str]


class MessageOut(BaseModel):
    """A message of a session. `turn` comes with a whole answer: its route, citations, claims, timings and use."""

    id: int = Field(description="Grows with every message")
    turn_id: str
    role: Literal["user", "assistant"]
    text: str
    at: str
    state: TurnState = Field(description="How its turn stands")
    reason: str = Field(description="Why its turn failed, was stopped or interrupted, else empty")
    retry_of: str | None = Field(description="The turn whose question its turn asks again")
    approvals: list[ApprovalOut] = Field(description="With a question: what a person was asked to allow for it")
    turn: TurnOut | None
    feedback: FeedbackOut | None


class MessagesOut(BaseModel):
    messages: list[MessageOut]
    next_cursor: str | None = Field(description="Gives the next page; null on the last one")


def feedback_out(feedback: Feedback) -> FeedbackOut:
    return FeedbackOut(**feedback.model_dump())


def decision_out(decision: Decision) -> DecisionOut:
    return DecisionOut(**decision.model_dump())


def citation_out(citation: Citation) -> CitationOut:
    boxes = citation.locator.boxes if isinstance(citation.locator, PageLocator) else []
    return CitationOut(
        marker=citation.marker,
        document=citation.document,
        page=citation.page,
        boxes=[BoxOut(**box.model_dump()) for box in boxes],
        place=citation.place,
        confidence=citation.confidence,
        locator=citation.locator,
        heading_path=citation.heading_path,
        label=citation.label,
        quote=citation.text,
        score=min(max(citation.score, 0.0), 1.0),
        span_id=citation.span_id,
        document_id=citation.document_id,
        name=citation.name,
        collection=citation.collection,
    )


def claim_out(claim: Claim) -> ClaimOut:
    return ClaimOut(**claim.model_dump())


def place_out(place: Place) -> PlaceOut:
    return PlaceOut(**place.model_dump())


def turn_out(turn: TurnResult) -> TurnOut:
    answer = turn.answer
    return TurnOut(
        **decision_out(turn.route).model_dump(),
        answer=answer.text,
        refused=answer.refused,
        asks=answer.asks,
        citations=[citation_out(c) for c in answer.citations],
        claims=[claim_out(c) for c in answer.claims],
        nearest=[place_out(p) for p in answer.nearest],
        model=answer.model,
        fallback=answer.fallback,
        session_id=turn.session_id,
        turn_id=turn.turn_id,
        milliseconds=turn.milliseconds.get("total", 0.0),
        timings=turn.milliseconds,
        usage=UsageOut(**turn.usage.model_dump()) if turn.usage is not None else None,
    )


def approval_out(approval: Approval) -> ApprovalOut:
    return ApprovalOut(**approval.model_dump())


def turn_approvals_out(turn: TurnApprovals) -> TurnApprovalsOut:
    return TurnApprovalsOut(
        turn_id=turn.turn_id,
        state=turn.state,
        started_at=turn.started_at,
        approvals=[approval_out(each) for each in turn.approvals],
    )


def asked_out(accepted: Accepted) -> AskedOut:
    return AskedOut(session_id=accepted.session_id, turn_id=accepted.turn_id, repeated=accepted.repeated)


def message_out(message: StoredMessage) -> MessageOut:
    answers = message.role == "assistant"
    rated = answers and (message.rating is not None or message.comment)
    return MessageOut(
        id=message.id,
        turn_id=message.turn_id,
        role="assistant" if answers else "user",
        text=message.text,
        at=message.created_at,
        state=message.state,
        reason=message.reason,
        retry_of=message.retry_of,
        approvals=[] if answers else [approval_out(each) for each in message.approvals],
        turn=turn_out(TurnResult.model_validate(message.result)) if answers and message.result is not None else None,
        feedback=FeedbackOut(turn_id=message.turn_id, rating=message.rating, comment=message.comment)
        if rated
        else None,
    )


def turn_state_out(turn: StoredTurn) -> TurnStateOut:
    return TurnStateOut(
        session_id=turn.session_id,
        turn_id=turn.id,
        state=turn.state,
        reason=turn.reason,
        question=turn.question,
        started_at=turn.started_at,
        retry_of=turn.retry_of,
        approvals=[approval_out(each) for each in turn.approvals],
        turn=turn_out(TurnResult.model_validate(turn.result)) if turn.result is not None else None,
    )


def event_out(event: TurnEvent) -> tuple[str, BaseModel]:
    """The name and the data of an event as streams send it."""
    match event:
        case RouteEvent():
            return event.type, decision_out(event.decision)
        case CitationEvent():
            return event.type, citation_out(event.citation)
        case ClaimEvent():
            return event.type, claim_out(event.claim)
        case DoneEvent():
            return event.type, turn_out(event.turn)
        case _:
            return event.type, event
