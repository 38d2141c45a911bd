"""A specialist: one Markdown file whose front matter declares it and whose body instructs it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_ai import Agent, AgentSpec, RunContext, ToolDefinition
from pydantic_ai.capabilities import AbstractCapability
from pydantic_ai.exceptions import ToolFailed
from pydantic_ai.messages import ModelResponse, ToolCallPart
from pydantic_ai.models import Model, ModelRequestContext

from agents.errors import SpecialistError
from agents.yaml_text import read_mapping, read_text
from knowledge.errors import InvalidInput, OperatorError
from tools.deps import Deps

log = logging.getLogger(__name__)

AGENT = "linelead.agent"
"""Key of `ModelResponse.metadata` that names the specialist which wrote the response."""


class Routing(BaseModel):
    """What the router learns from: questions for this specialist."""

    model_config = ConfigDict(extra="forbid")

    examples: list[str] = Field(min_length=1)


class EvalCase(BaseModel):
    """A question with the route it must take (None: out of scope) and words its answer must hold."""

    model_config = ConfigDict(extra="forbid")

    question: str
    route: str | None
    expects: list[str] = []


class SpecialistSpec(AgentSpec):
    """The front matter of a specialist's file. Unknown keys are errors.

    `must_retrieve` means that it never answers without evidence from its tools. `fallback` marks the one specialist
    that takes questions the router places nowhere. The file's body becomes `instructions`.
    """

    model_config = ConfigDict(extra="forbid")

    # Both are optional in AgentSpec; a specialist must have them. Specs are never assigned to after loading.
    name: str = Field(pattern=r"^[a-z][a-z0-9_-]{1,39}$")  # pyright: ignore[reportIncompatibleVariableOverride] - see above
    description: str = Field(min_length=1)  # pyright: ignore[reportIncompatibleVariableOverride] - see above
    routing: Routing
    must_retrieve: bool = True
    fallback: bool = False
    eval: list[EvalCase] = Field(default_factory=list[EvalCase])

    @property
    def title(self) -> str:
        """The name as a heading."""
        return self.name.replace("_", " ").replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Specialist:
    """A specialist as found: its declaration and where it stands."""

    spec: SpecialistSpec
    path: Path

    @property
    def name(self) -> str:
        return self.spec.name


def read_specialist(path: Path) -> Specialist:
    """The specialist declared in a Markdown file.

    Raises SpecialistError naming the file and the key when the front matter is missing, is not YAML, has an unknown
    key, or a value of the wrong kind.
    """
    text = read_text(path, SpecialistError)
    if not text.startswith("---\n") or "\n---\n" not in text[3:]:
        raise SpecialistError(f"{path} has no front matter; start it with a line '---', the keys, and a line '---'.")
    head, _, body = text[4:].partition("\n---\n")
    holds = "keys and values, such as 'name: equipment'"
    values = read_mapping(head, SpecialistError, what=f"{path}: the front matter", holds=holds, first_line=2)
    try:
        spec = SpecialistSpec.model_validate({**values, "instructions": body.strip() or None})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            known = ", ".join(sorted(SpecialistSpec.model_fields))
            raise SpecialistError(f"{path}: unknown key {key!r}; the keys are {known}.") from error
        raise SpecialistError(f"{path}: {key}: {first['msg']} (given: {first.get('input')!r}).") from error
    return Specialist(spec, path)


@dataclass
class Stamp(AbstractCapability[Deps]):
    """Marks every response with the specialist that wrote it, so that a follow-up finds its way back."""

    @classmethod
    def get_serialization_name(cls) -> str | None:
        return None  # the registry adds it; a file cannot leave it out or name it

    async def after_model_request(
        self, ctx: RunContext[Deps], *, request_context: ModelRequestContext, response: ModelResponse
    ) -> ModelResponse:
        name = ctx.agent.name if ctx.agent is not None else None
        return replace(response, metadata={**(response.metadata or {}), AGENT: name})


@dataclass
class FailSafely(AbstractCapability[Deps]):
    """Turns a tool's unexpected error into `ToolFailed`: the turn goes on and says what could not be done.

    What went wrong goes to the log; the model and the user see the tool's name, or the message of bad input.
    """

    @classmethod
    def get_serialization_name(cls) -> str | None:
        return None

    async def on_tool_execute_error(
        self,
        ctx: RunContext[Deps],
        *,
        call: ToolCallPart,
        tool_def: ToolDefinition,
        args: dict[str, Any],
        error: Exception,
    ) -> Any:
        if isinstance(error, InvalidInput):
            raise ToolFailed(str(error)) from error
        log.error("The tool %s failed.", call.tool_name, exc_info=error)
        raise ToolFailed(f"The tool {call.tool_name} failed; its result is missing.") from error


def build_agent(
    specialist: Specialist,
    *,
    capabilities: Mapping[str, type[AbstractCapability[Any]]],
    model: Callable[[SpecialistSpec], Model],
    extra: Sequence[AbstractCapability[Deps]] = (),
) -> Agent[Deps, str]:
    """The agent of a specialist. `model` gives the answering model for its policy.

    Raises SpecialistError naming the file when it names an unknown capability or gives one a wrong argument.
    """
    spec = specialist.spec
    for entry in spec.capabilities:
        if entry.name not in capabilities:
            raise SpecialistError(
                f"{specialist.path}: capabilities: there is no capability {entry.name!r}; "
                f"the ones here are {', '.join(sorted(capabilities))}."
            )
    try:
        return Agent.from_spec(
            spec,
            name=spec.name,
            deps_type=Deps,
            custom_capability_types=tuple(capabilities.values()),
            model=model(spec),
            capabilities=[Stamp(), FailSafely(), *extra],
        )
    except OperatorError:
        raise
    except Exception as error:  # of whatever library reads what the file says
        told = str(error).splitlines() or [type(error).__name__]
        raise SpecialistError(f"{specialist.path}: {told[0]}") from error
