"""The embedded answering model: no language model, only quotes.

It calls the specialist's tools by the rules they bring (`tools/triggers.py`) and composes what they found into an
answer that quotes and cites. Any agent can run on it; it is also what every language model falls back to.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_ai.exceptions import UserError
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, ToolCallPart, ToolReturnPart
from pydantic_ai.models import ModelRequestParameters

from agents.answer import Answer
from agents.models.compose import compose
from agents.models.ready import ReadyModel, answer_response, calls_response
from knowledge.orders import without_orders
from tools.evidence import Reply, Say, current_turn, evidence_of
from tools.triggers import TRIGGER, Call, Turn, find_rule

MODEL_NAME = "linelead-extractive"


class ExtractiveModel(ReadyModel):
    """Answers with quotes from what the agent's tools find. Needs no key, no network and no graphics card."""

    @property
    def model_name(self) -> str:
        return MODEL_NAME

    async def respond(self, messages: Sequence[ModelMessage], parameters: ModelRequestParameters) -> ModelResponse:
        """The next response of the turn: the tool calls that are due, else the composed answer.

        Raises UserError when the agent wants structured output, which quotes cannot give.
        """
        if not parameters.allow_text_output:
            raise UserError(
                "The embedded model answers in text only; give the agent output_type=str or set a language model."
            )
        calls = plan_calls(messages, parameters)
        return calls_response(calls, MODEL_NAME) if calls else answer_response(self.compose(messages))

    def compose(self, messages: Sequence[ModelMessage], *, fallback: str = "") -> Answer:
        """The quoted answer of the current turn. `fallback` says why a language model's was replaced, or ""."""
        _, history, turn = current_turn(messages)
        answer = compose([*refused_calls(turn), *evidence_of(turn)], failed_tools(turn), brief=_is_brief(history))
        return answer.model_copy(update={"model": MODEL_NAME, "fallback": fallback})


def plan_calls(messages: Sequence[ModelMessage], parameters: ModelRequestParameters) -> list[ToolCallPart]:
    """The tool calls that the tools' own rules ask for in this turn and that were not made yet."""
    question, history, turn = current_turn(messages)
    if any(isinstance(part, ToolReturnPart) for message in turn for part in message.parts):
        return []
    asked = Turn(without_orders(question), history)
    due: list[ToolCallPart] = []
    for tool in parameters.declared_function_tools:
        rule = find_rule(str((tool.metadata or {}).get(TRIGGER, "")))
        call: Call | None = rule(asked) if rule is not None else None
        if call is not None and call.alone:
            return [ToolCallPart(tool.name, call.arguments)]
        if call is not None:
            due.append(ToolCallPart(tool.name, call.arguments))
    return due


def failed_tools(turn: Sequence[ModelMessage]) -> list[str]:
    """What to say of the tools that failed in a turn."""
    return [
        f"I could not finish a search ({part.tool_name.replace('_', ' ')}); what follows may be incomplete."
        for message in turn
        if isinstance(message, ModelRequest)
        for part in message.parts
        if isinstance(part, ToolReturnPart) and part.outcome not in ("success", "denied")
    ]


def refused_calls(turn: Sequence[ModelMessage]) -> list[Reply]:
    """What to say of the calls that a person did not allow in a turn."""
    return [
        Reply(parts=[Say(text=str(part.content))])
        for message in turn
        if isinstance(message, ModelRequest)
        for part in message.parts
        if isinstance(part, ToolReturnPart) and part.outcome == "denied"
    ]


def _is_brief(history: Sequence[ModelMessage]) -> bool:
    """Whether short answers were wished for, and not taken back since."""
    for finding in reversed(evidence_of(history)):
        if isinstance(finding, Reply) and "tone" in finding.state:
            return finding.state["tone"] == "brief"
    return False
