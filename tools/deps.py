"""What a run is given: who asks, what they may read, where the knowledge is, and the turn being answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import is_instance_schema, plain_serializer_function_ser_schema

from knowledge.library import Library
from knowledge.types import Scope, Section

Role = Literal["crew", "manager", "admin"]


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks. `id` is stable; `role` decides what they may do."""

    id: str = "local"
    name: str = "local user"
    role: Role = "admin"


EVALUATION = Principal(id="evals", name="evaluation", role="admin")
"""Who asks what only measures the program: nobody finds such turns among their own, and no figure of live turns counts
them."""


@dataclass(frozen=True, slots=True)
class TurnContext:
    """The turn being answered, as triage understood it.

    `previous` holds the earlier user turns, oldest first, when this one is a follow-up that needs them, and `cited` the
    sections that the last answer quoted. `offer` is set when no specialist's subject was recognised: what Linelead can
    do, to be said if the documents do not answer either. `emergency` is the heading of the emergency card's section to
    show, or "", and `call` the call for help before it, with {number} where the site's number stands.
    """

    previous: tuple[str, ...] = ()
    cited: tuple[Section, ...] = ()
    offer: str = ""
    emergency: str = ""
    call: str = ""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Deps:
    """The deps of every agent here. Immutable: the orchestrator passes a changed copy to the specialist.

    `emergency_number` is the number to call for help where the site is.
    """

    library: Library
    principal: Principal = field(default_factory=Principal)
    scope: Scope = field(default_factory=Scope)
    site: str = "this site"
    emergency_number: str = "911"
    turn: TurnContext = field(default_factory=TurnContext)
    clock: Callable[[], datetime] = _now

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[object], handler: GetCoreSchemaHandler) -> CoreSchema:
        # PydanticAI fills the {{names}} in a specialist's instructions from the deps as Pydantic dumps them
        serialize = plain_serializer_function_ser_schema(_named_in_instructions)
        return is_instance_schema(cls, serialization=serialize)


def _named_in_instructions(deps: Deps) -> dict[str, str]:
    """What a specialist's instructions may name: {{site}} and {{emergency_number}}."""
    return {"site": deps.site, "emergency_number": deps.emergency_number}
