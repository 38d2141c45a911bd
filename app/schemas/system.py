"""The shapes of what runs here over HTTP: specialists, readiness, versions."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from agents.specialist import Specialist
from app.schemas.common import Problem


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


def specialist_out(specialist: Specialist, examples: int | None = None) -> SpecialistOut:
    """A specialist with so many of its examples: None is all, of which a specialist has some hundred."""
    spec = specialist.spec
    return SpecialistOut(
        name=spec.name,
        title=spec.title,
        description=spec.description,
        examples=spec.routing.examples[:examples],
        capabilities=[entry.name for entry in spec.capabilities],
        must_retrieve=spec.must_retrieve,
        fallback=spec.fallback,
        file=specialist.path.name,
    )
