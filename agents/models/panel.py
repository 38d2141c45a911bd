"""A model that lets several specialists answer one message, each under its own heading."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from pydantic_ai import Agent, DeferredToolRequests, DeferredToolResults, ToolDenied
from pydantic_ai.capabilities import HandleDeferredToolCalls
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import RunContext
from pydantic_ai.usage import RequestUsage, RunUsage, UsageLimits

from agents.answer import Answer, Citation, read_answer
from agents.claims import MARKER, check_claims
from agents.models.ready import PROVIDER, ReadyStream, answer_response
from tools.deps import Deps


@dataclass(frozen=True, slots=True)
class Assignment:
    """A specialist's part of a message: its heading, its agent, and the question it answers."""

    title: str
    agent: Agent[Deps, str]
    question: str


class PanelModel(Model):
    """Runs each assigned specialist once, side by side, and joins their answers. Made anew for every turn."""

    def __init__(self, assignments: Sequence[Assignment], deps: Deps, history: Sequence[ModelMessage]) -> None:
        super().__init__()
        self._assignments = assignments
        self._deps = deps
        self._history = history

    @property
    def model_name(self) -> str:
        return "linelead-panel"

    @property
    def system(self) -> str:
        return PROVIDER

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        return await self._respond()

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[object] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        yield ReadyStream(model_request_parameters, await self._respond())

    async def _respond(self) -> ModelResponse:
        results = await asyncio.gather(*(self._ask(assignment) for assignment in self._assignments))
        answer = join(
            [(assignment.title, answer) for assignment, (answer, _) in zip(self._assignments, results, strict=True)]
        )
        response = answer_response(answer)
        response.usage = RequestUsage(
            input_tokens=sum(usage.input_tokens for _, usage in results),
            output_tokens=sum(usage.output_tokens for _, usage in results),
        )
        return response

    async def _ask(self, assignment: Assignment) -> tuple[Answer, RunUsage]:
        result = await assignment.agent.run(
            assignment.question,
            deps=self._deps,
            message_history=list(self._history),
            usage_limits=UsageLimits(request_limit=8, tool_calls_limit=10),
            capabilities=[HandleDeferredToolCalls(_refuse)],
        )
        return read_answer(result.new_messages()) or Answer(text=result.output), result.usage


def _refuse(_ctx: RunContext[Deps], requests: DeferredToolRequests) -> DeferredToolResults:
    """A part of a message cannot wait for an approval: the others' answers would wait too."""
    said = "Not done: it needs an approval. Ask for it in a message of its own."
    return requests.build_results(approvals={call.tool_call_id: ToolDenied(said) for call in requests.approvals})


def join(parts: Sequence[tuple[str, Answer]]) -> Answer:
    """One answer of several, each under its heading, citations renumbered so that a span keeps one number.

    It is refused only when every part is, and asks when any part does.
    """
    texts: list[str] = []
    citations: dict[str, Citation] = {}
    for title, answer in parts:
        renumbered: dict[str, int] = {}
        for citation in answer.citations:
            kept = citations.setdefault(citation.span_id, citation.model_copy(update={"marker": len(citations) + 1}))
            renumbered[str(citation.marker)] = kept.marker
        text = MARKER.sub(
            lambda match, numbers=renumbered: f"[{numbers.get(match.group(1), match.group(1))}]", answer.text
        )
        texts.append(f"## {title}\n\n{text}")
    text = "\n\n".join(texts)
    merged = list(citations.values())
    answers = [answer for _, answer in parts]
    return Answer(
        text=text,
        citations=merged,
        claims=check_claims(text, merged),
        refused=all(answer.refused for answer in answers),
        asks=any(answer.asks for answer in answers),
        nearest=[place for answer in answers for place in answer.nearest],
        strength=min(answer.strength for answer in answers),
        model=", ".join(dict.fromkeys(answer.model for answer in answers)),
        fallback=" ".join(answer.fallback for answer in answers if answer.fallback),
    )
