"""The quality of a workspace's answers over HTTP, for its managers."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.access import covers
from app.citing import questions_citing
from app.evaluations import EvaluationOut, newest_evaluations
from app.problems import problem_responses
from app.quality import health, measure
from app.routes.dependencies import Access, ManagerAccess, Program

MOST_DAYS = 90
MOST_MINUTES = 240
MOST_EVALUATIONS = 20

router = APIRouter(prefix="/api/v1", tags=["quality"])


class StageTimesOut(BaseModel):
    """Milliseconds of a stage. `turns` is the size of the sample; null: no turn yet."""

    stage: str
    turns: int
    p50: float | None
    p95: float | None


class GapOut(BaseModel):
    """A question that the documents did not answer."""

    question: str
    times: int
    last_asked_at: str


class DislikedOut(BaseModel):
    """A turn that got a thumb down."""

    turn_id: str
    question: str
    comment: str
    asked_at: str
    specialist: str | None


class MinuteOut(BaseModel):
    """The turns asked in the minute that begins at `at`, and the times to their whole answers."""

    at: str
    turns: int
    refused: int
    unanswered: int
    times: StageTimesOut


class HealthOut(BaseModel):
    """The last minutes, the oldest first and the running one last. The queue is that of now."""

    turns: int
    finished: int
    refused: int
    unanswered: int = Field(description="Turns that failed or were interrupted")
    minutes: list[MinuteOut]
    stages: list[StageTimesOut] = Field(description="Over all the minutes together")
    answering: int = Field(description="Turns that are being answered or wait now, in all workspaces")
    documents_waiting: int = Field(description="Documents of the workspace that wait now or are being taken in")


class EvaluationsOut(BaseModel):
    """Reports of `linelead eval`, the newest first; none before the first run."""

    evaluations: list[EvaluationOut]


class CitingQuestionOut(BaseModel):
    """A question whose answers cite the document. `session_id` and `turn_id` are your own last one; null: not yours."""

    question: str
    times: int
    last_asked_at: str
    places: list[str]
    session_id: str | None
    turn_id: str | None


class CitingOut(BaseModel):
    """The questions, the last asked first, and how many turns they are from."""

    turns: int
    questions: list[CitingQuestionOut]


class QualityOut(BaseModel):
    """Counts over the turns of the last days, in UTC. `refused` of the `finished` ones were not in the documents."""

    turns: int
    finished: int
    refused: int
    unanswered: int = Field(description="Turns that failed or were interrupted")
    up: int
    down: int
    days: dict[str, int] = Field(description="Turns by the day they were asked, the oldest first")
    stages: list[StageTimesOut]
    gaps: list[GapOut]
    disliked: list[DislikedOut]


@router.get("/quality", responses=problem_responses(422, 500, 503))
async def show_quality(
    linelead: Program, access: ManagerAccess, days: Annotated[int, Query(ge=1, le=MOST_DAYS)] = 7
) -> QualityOut:
    """How well the questions of the workspace were answered over the last days."""
    found = await asyncio.to_thread(measure, linelead.database, access.scope.workspace, days)
    return QualityOut.model_validate(asdict(found))


@router.get("/quality/health", responses=problem_responses(422, 500, 503))
async def show_health(
    linelead: Program, access: ManagerAccess, minutes: Annotated[int, Query(ge=1, le=MOST_MINUTES)] = 30
) -> HealthOut:
    """How the answering goes right now: turns, times, refusals and failures by the minute, and what waits."""
    workspace = access.scope.workspace
    found = await asyncio.to_thread(health, linelead.database, workspace, minutes)
    pending = await asyncio.to_thread(linelead.jobs.ingestor.pending)
    return HealthOut.model_validate(
        {
            **asdict(found),
            "answering": len(linelead.turns.living),
            "documents_waiting": sum(one.workspace == workspace for one in pending),
        }
    )


@router.get("/quality/evaluations", responses=problem_responses(422, 500, 503))
async def list_evaluations(
    linelead: Program, _access: ManagerAccess, limit: Annotated[int, Query(ge=1, le=MOST_EVALUATIONS)] = 5
) -> EvaluationsOut:
    """The newest evaluation reports of the data folder: each suite's figures against its thresholds, no case's text."""
    return EvaluationsOut(evaluations=await asyncio.to_thread(newest_evaluations, linelead.settings.data, limit))


@router.get("/documents/{document_id}/questions", responses=problem_responses(404, 410, 422, 500, 503))
async def list_citing_questions(document_id: str, linelead: Program, access: Access) -> CitingOut:
    """The questions whose answers cite a document: your own, for managers those of everybody in the workspace."""
    principal, scope = access
    await asyncio.to_thread(linelead.library.catalogue.document, scope, document_id)
    found = await asyncio.to_thread(
        questions_citing,
        linelead.database,
        document_id,
        scope.workspace,
        principal.id,
        of_everybody=covers(principal.role, "manager"),
    )
    return CitingOut.model_validate(asdict(found))
