"""The wire: what clients send and get, in HTTP, in event streams and in the command's JSON.

These types are different from those inside (knowledge/types.py, agents/answer.py, app/turns.py); the functions at the
end of each section are the one place where the inside is turned into them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from agents.answer import Citation, Claim
from agents.specialist import Specialist
from app.approving import MAX_REASON_CHARACTERS
from app.events import Approval, CitationEvent, ClaimEvent, Decision, DoneEvent, RouteEvent, TurnEvent, TurnResult
from app.history import MAX_TITLE_CHARACTERS, Hit, SessionEntry
from app.jobs import JobEvent
from app.pausing import TurnApprovals
from app.sessions import StoredMessage, StoredTurn
from app.turns import MAX_COMMENT_CHARACTERS, Feedback
from app.turnstore import Accepted, TurnState
from knowledge.readers import FORMATS
from knowledge.types import Box, Document, DocumentReport
from tools.deps import Role
from tools.evidence import Locator, PageLocator, Place


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid")


# --- problems ---------------------------------------------------------------------------------------------------------


class Problem(BaseModel):
    """An error (RFC 9457). `code` is stable: match on it; `detail` is a sentence for people."""

    type: str = "about:blank"
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    code: str
    instance: str


# --- turns ------------------------------------------------------------------------------------------------------------


class ChatRequest(_Request):
    """A question. Leave `session_id` out to start a session; `specialist` sends it to that one."""

    message: str
    session_id: str | None = None
    specialist: str | None = None
    client_id: str | None = Field(default=None, description="The same as the header Idempotency-Key, which goes first")


class MessageRequest(_Request):
    """A question in a session; `specialist` sends it to that one."""

    message: str
    specialist: str | None = None
    client_id: str | None = Field(default=None, description="The same as the header Idempotency-Key, which goes first")


class ClassifyRequest(_Request):
    """A question to be routed and not answered."""

    message: str


class FeedbackRequest(_Request):
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


class BoxOut(BaseModel):
    """A rectangle on a page, in PDF points from the top left of the page as shown."""

    page: int = Field(ge=1)
    x0: float
    y0: float
    x1: float
    y1: float


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
    """A finished, saved turn. `refused`: the documents do not answer; `asks`: the answer is a question back."""

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


class ApprovalRequest(_Request):
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


# --- specialists, documents, health -----------------------------------------------------------------------------------


class SpecialistOut(BaseModel):
    """A specialist as its file declares it. `file` is the file's name."""

    name: str
    title: str
    description: str
    examples: list[str]
    capabilities: list[str]
    must_retrieve: bool
    fallback: bool
    file: str


class SpecialistsOut(BaseModel):
    specialists: list[SpecialistOut]


class DocumentOut(BaseModel):
    """A document of the library. Only `ready` and `partial` ones are searched; `reason` explains any other state."""

    id: str
    name: str
    title: str
    collection: str
    media_type: str
    state: str
    reason: str
    code: str = Field(description="Result kind of a file that was not taken in, else empty")
    version: int
    pages: int | None
    blocks: int
    windows: int
    size_bytes: int
    sha256: str
    created_at: str
    updated_at: str


class DocumentsOut(BaseModel):
    documents: list[DocumentOut]


class AcceptedOut(BaseModel):
    """A file that was sent. `unchanged`: the library had exactly this file; else its work is under way."""

    id: str
    name: str
    collection: str
    state: str
    unchanged: bool


class UploadOut(BaseModel):
    """What became of the files of an upload, in their order."""

    documents: list[AcceptedOut]


class DeletedOut(BaseModel):
    id: str
    name: str
    deleted: bool = True


class CancelledOut(BaseModel):
    """`cancelled` is false when no work was going on."""

    id: str
    cancelled: bool


class FormatOut(BaseModel):
    """A kind of file that is read."""

    media_type: str
    suffixes: list[str]
    max_megabytes: int


class FormatsOut(BaseModel):
    formats: list[FormatOut]


class ProgressOut(BaseModel):
    """How far a document is. The last one of a document is `ready`, `partial`, `failed` or `deleted`."""

    number: int = Field(description="Grows with every event since the program started")
    id: str
    name: str
    collection: str
    state: str
    percent: int = Field(description="0 to 100")
    pages: int = Field(description="Pages of the file, 0 until known")
    pages_done: int
    position: int = Field(description="Documents before it in the queue; 0 when it is at work")
    message: str
    at: str


class BoxesOut(BaseModel):
    """The rectangles of a span, in PDF points from the top left of the page as shown (pixels on an image)."""

    span_id: str
    text: str
    boxes: list[BoxOut]


class PageOut(BaseModel):
    """What was found on a page, slide, sheet or image; a document without pages has one."""

    page: int
    characters: int
    blocks: int
    tables: int
    images: int
    warnings: list[str]
    name: str = Field(description="Name of the sheet or title of the slide, else empty")
    confidence: float | None = Field(description="How sure recognition was of its text, 0 to 1; null: not recognised")
    seconds: float = Field(description="How long the page took to read; 0 where pages are not read one by one")


class ChangesOut(BaseModel):
    """What a version changed against the one before: headings of sections. All empty for a first version."""

    added: list[str]
    removed: list[str]
    changed: list[str]


class DocumentReportOut(DocumentOut):
    """A document with what was found on each of its pages."""

    warnings: list[str]
    changes: ChangesOut
    page_reports: list[PageOut]


class AliveOut(BaseModel):
    """That the program answers."""

    status: Literal["ok"]


class PartOut(BaseModel):
    """A part of the program as it was found. Times are ISO 8601 in UTC; `since` is when it was first found so."""

    name: str
    state: Literal["ok", "failing"]
    since: str
    checked_at: str
    detail: str


class ReadyOut(BaseModel):
    """That the program can do its work; `parts` are for admins, and empty for everybody else."""

    status: Literal["ready"] = "ready"
    parts: list[PartOut]


class NotReadyProblem(Problem):
    """That some part of the program cannot do its work, with the parts for admins."""

    parts: list[PartOut]


class InfoOut(BaseModel):
    """What the program is made of. `settings` hold no keys and no passwords; `commit` is "" outside a checkout."""

    version: str
    commit: str
    model: str
    embedder: str
    dimension: int = Field(description="Of the embedder's vectors; 0 until a provider's first ones came")
    index_version: str
    schema_revision: str
    sqlite_version: str
    python_version: str
    documents: int
    windows: int
    settings: dict[str, Any]


def specialist_out(specialist: Specialist) -> SpecialistOut:
    spec = specialist.spec
    return SpecialistOut(
        name=spec.name,
        title=spec.title,
        description=spec.description,
        examples=spec.routing.examples,
        capabilities=[entry.name for entry in spec.capabilities],
        must_retrieve=spec.must_retrieve,
        fallback=spec.fallback,
        file=specialist.path.name,
    )


def document_out(document: Document) -> DocumentOut:
    return DocumentOut(**_document(document))


def report_out(document: Document, report: DocumentReport) -> DocumentReportOut:
    return DocumentReportOut(
        **_document(document),
        warnings=list(report.warnings),
        changes=ChangesOut(
            added=list(report.changes.added),
            removed=list(report.changes.removed),
            changed=list(report.changes.changed),
        ),
        page_reports=[
            PageOut(
                page=p.page,
                characters=p.characters,
                blocks=p.blocks,
                tables=p.tables,
                images=p.images,
                warnings=list(p.warnings),
                name=p.name,
                confidence=p.confidence,
                seconds=p.seconds,
            )
            for p in report.pages
        ],
    )


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "collection": document.collection,
        "media_type": document.media_type,
        "state": document.state.value,
        "code": document.code,
        "reason": document.reason,
        "version": document.version,
        "pages": document.pages,
        "blocks": document.blocks,
        "windows": document.windows,
        "size_bytes": document.size_bytes,
        "sha256": document.sha256,
        "created_at": document.created_at,
        "updated_at": document.updated_at,
    }


def box_out(box: Box) -> BoxOut:
    return BoxOut(page=box.page, x0=box.x0, y0=box.y0, x1=box.x1, y1=box.y1)


def formats_out(max_megabytes: Mapping[str, int]) -> FormatsOut:
    """The kinds of files that are read; `max_megabytes` are limits by suffix in place of their own."""
    return FormatsOut(
        formats=[
            FormatOut(
                media_type=form.media_type,
                suffixes=list(form.suffixes),
                max_megabytes=max_megabytes.get(form.suffixes[0], form.megabytes),
            )
            for form in FORMATS
            if form.reader is not None
        ]
    )


def progress_out(event: JobEvent) -> ProgressOut:
    return ProgressOut(
        number=event.number,
        id=event.document_id,
        name=event.name,
        collection=event.collection,
        state=event.state.value,
        percent=event.percent,
        pages=event.pages,
        pages_done=event.pages_done,
        position=event.position,
        message=event.message,
        at=event.at,
    )


# --- history ----------------------------------------------------------------------------------------------------------


class SessionRequest(_Request):
    """A session's title."""

    title: str = Field(default="", description=f"At most {MAX_TITLE_CHARACTERS} characters")


class SessionOut(BaseModel):
    """A session. `title` is empty before its first question; times are UTC; `turns` counts its questions."""

    id: str
    title: str
    created_at: str
    updated_at: str
    turns: int


class SessionsOut(BaseModel):
    """A page of sessions. `next_cursor` is null on the last page."""

    sessions: list[SessionOut]
    next_cursor: str | None


class StoredTurnOut(TurnStateOut):
    """A turn as it was kept, with what its asker thought of it."""

    rating: Literal["up", "down"] | None
    comment: str


class SessionExportOut(BaseModel):
    """A whole session, its turns oldest first."""

    session: SessionOut
    turns: list[StoredTurnOut]


class HitOut(BaseModel):
    """A message that was found. `highlights` are [start, end) offsets of the words in `snippet`."""

    session_id: str
    session_title: str
    turn_id: str
    role: Literal["user", "assistant"]
    at: str
    snippet: str
    highlights: list[tuple[int, int]]


class HitsOut(BaseModel):
    """A page of what was found. `next_cursor` is null on the last page."""

    hits: list[HitOut]
    next_cursor: str | None


def session_out(entry: SessionEntry) -> SessionOut:
    return SessionOut(**asdict(entry))


def hit_out(hit: Hit) -> HitOut:
    return HitOut(**asdict(hit))


def export_out(session: SessionEntry, turns: Sequence[StoredTurn]) -> SessionExportOut:
    """A session with its turns as they were kept."""
    return SessionExportOut(
        session=session_out(session),
        turns=[StoredTurnOut(**dict(turn_state_out(turn)), rating=turn.rating, comment=turn.comment) for turn in turns],
    )
