"""The quality of a workspace's answers over HTTP, for its managers."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.problems import problem_responses
from app.quality import measure
from app.routes.dependencies import ManagerAccess, Program

MOST_DAYS = 90

router = APIRouter(prefix="/api/v1/quality", tags=["quality"])


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


@router.get("", responses=problem_responses(422, 500, 503))
async def show_quality(
    linelead: Program, access: ManagerAccess, days: Annotated[int, Query(ge=1, le=MOST_DAYS)] = 7
) -> QualityOut:
    """How well the questions of the workspace were answered over the last days."""
    found = await asyncio.to_thread(measure, linelead.database, access.scope.workspace, days)
    return QualityOut.model_validate(asdict(found))
