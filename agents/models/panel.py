"""A model that lets several specialists answer one message, each under its own heading."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_ai import Agent, DeferredToolRequests, DeferredToolResults, ToolDenied
from pydantic_ai.capabilities import HandleDeferredToolCalls
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.run import AgentRunResult
from pydantic_ai.tools import RunContext
from pydantic_ai.usage import RequestUsage, UsageLimits

from agents.answer import Answer, Citation, read_answer
from agents.claims import MARKER, check_claims
from agents.models.ready import ReadyModel, answer_response
from tools.deps import Deps
from tools.evidence import KEPT, Reply, evidence_of


@dataclass(frozen=True, slots=True)
class Assignment:
    """A specialist's part of a message: its heading, its agent, and the question it answers.

    One that `opens` speaks of Linelead itself: it comes first, without a heading, and the others know what it said of
    their answers ("short answers from now on").
    """

    title: str
    agent: Agent[Deps, str]
    question: str
    opens: bool = False


class PanelModel(ReadyModel):
    """Runs each assigned specialist once, those that do not open side by side, and joins their answers. Made anew
    for every turn."""

    def __init__(self, assignments: Sequence[Assignment], deps: Deps, history: Sequence[ModelMessage]) -> None:
        super().__init__()
        self._opening = [one for one in assignments if one.opens]
        self._others = [one for one in assignments if not one.opens]
        self._deps = deps
        self._history = history

    @property
    def model_name(self) -> str:
        return "linelead-panel"

    async def respond(self, messages: Sequence[ModelMessage], parameters: ModelRequestParameters) -> ModelResponse:
        opening = [await self._ask(one, self._history) for one in self._opening]
        heard = [*self._history, *(message for result in opening for message in result.new_messages())]
        results = [*opening, *await asyncio.gather(*(self._ask(one, heard) for one in self._others))]
        others = [one.title if len(self._others) > 1 else "" for one in self._others]
        titles = [*("" for _ in self._opening), *others]
        answer = join([(title, _answer(result)) for title, result in zip(titles, results, strict=True)])
        response = answer_response(answer)
        kept = [
            found.model_dump(mode="json")
            for result in results
            for found in evidence_of(result.new_messages())
            if isinstance(found, Reply) and found.state
        ]
        response.metadata = {**(response.metadata or {}), KEPT: kept}
        response.usage = RequestUsage(
            input_tokens=sum(result.usage.input_tokens for result in results),
            output_tokens=sum(result.usage.output_tokens for result in results),
        )
        return response

    async def _ask(self, assignment: Assignment, history: Sequence[ModelMessage]) -> AgentRunResult[str]:
        return await assignment.agent.run(
            assignment.question,
            deps=self._deps,
            message_history=list(history),
            usage_limits=UsageLimits(request_limit=8, tool_calls_limit=10),
            capabilities=[HandleDeferredToolCalls(_refuse)],
        )


def _answer(result: AgentRunResult[str]) -> Answer:
    return read_answer(result.new_messages()) or Answer(text=result.output)


def _refuse(_ctx: RunContext[Deps], requests: DeferredToolRequests) -> DeferredToolResults:
    """A part of a message cannot wait for an approval: the others' answers would wait too."""
    said = "Not done: it needs an approval. Ask for it in a message of its own."
    return requests.build_results(approvals={call.tool_call_id: ToolDenied(said) for call in requests.approvals})


def join(parts: Sequence[tuple[str, Answer]]) -> Answer:
    """One answer of several, each under its heading if any, citations renumbered so that a span keeps one number.

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
        texts.append(f"## {title}\n\n{text}" if title else text)
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
