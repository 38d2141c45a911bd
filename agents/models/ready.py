"""Answers that are ready, as PydanticAI model responses: whole, or streamed in small pieces."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pydantic_ai.messages import (
    Citation as NativeCitation,
)
from pydantic_ai.messages import (
    ContentCitationAnchor,
    DocumentCitationSource,
    ModelMessage,
    ModelResponse,
    ModelResponseStreamEvent,
    TextPart,
    ToolCallPart,
)
from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import RunContext
from pydantic_ai.usage import RequestUsage

from agents.answer import ANSWER, Answer

PROVIDER = "linelead"
_PIECE = re.compile(r"\S+\s*(?:\S+\s*){0,9}")


def pieces(text: str) -> Iterator[str]:
    """The text in pieces of a few words, none lost."""
    position = 0
    for match in _PIECE.finditer(text):
        yield text[position : match.end()]
        position = match.end()
    if position < len(text):
        yield text[position:]


def native_citations(answer: Answer) -> list[NativeCitation]:
    """The citations of an answer as PydanticAI's: each anchored to the sentence that carries its marker."""
    by_marker = {citation.marker: citation for citation in answer.citations}
    found: list[NativeCitation] = []
    for claim in answer.claims:
        cited = [by_marker[marker] for marker in claim.markers if marker in by_marker]
        if cited:
            sources = [
                DocumentCitationSource(document_id=c.span_id, title=c.document, excerpts=[c.text]) for c in cited
            ]
            found.append(NativeCitation(list(sources), anchor=ContentCitationAnchor(start=claim.start, end=claim.end)))
    return found


def answer_response(answer: Answer) -> ModelResponse:
    """An answer as a model response, with native citations, and the answer itself as metadata."""
    return ModelResponse(
        parts=[TextPart(answer.text, citations=native_citations(answer) or None)],
        model_name=answer.model,
        provider_name=PROVIDER,
        finish_reason="stop",
        usage=RequestUsage(),
        metadata={ANSWER: answer.model_dump(mode="json")},
    )


def calls_response(calls: Sequence[ToolCallPart], model_name: str) -> ModelResponse:
    """Tool calls as a model response."""
    return ModelResponse(
        parts=list(calls),
        model_name=model_name,
        provider_name=PROVIDER,
        finish_reason="tool_call",
        usage=RequestUsage(),
    )


@dataclass
class ReadyStream(StreamedResponse):
    """Streams a response that is complete already: tool calls whole, text a few words at a time, citations last."""

    response: ModelResponse
    _timestamp: datetime = field(default_factory=lambda: datetime.now(UTC))

    async def _get_event_iterator(self) -> AsyncIterator[ModelResponseStreamEvent]:
        for index, part in enumerate(self.response.parts):
            if isinstance(part, ToolCallPart):
                yield self._parts_manager.handle_tool_call_part(
                    vendor_part_id=index,
                    tool_name=part.tool_name,
                    args=part.args_as_dict(),
                    tool_call_id=part.tool_call_id,
                )
            elif isinstance(part, TextPart):
                for piece in pieces(part.content):
                    for event in self._parts_manager.handle_text_delta(vendor_part_id=index, content=piece):
                        yield event
                if part.citations:
                    for event in self._parts_manager.handle_text_delta(
                        vendor_part_id=index, content="", citations=part.citations
                    ):
                        yield event
        self.finish_reason = self.response.finish_reason
        self.metadata = self.response.metadata
        self._usage = self.response.usage

    async def close_stream(self) -> None:
        """Nothing to close: the response is in memory."""

    @property
    def model_name(self) -> str:
        return self.response.model_name or ""

    @property
    def provider_name(self) -> str | None:
        return PROVIDER

    @property
    def provider_url(self) -> str | None:
        return None

    @property
    def timestamp(self) -> datetime:
        return self._timestamp


class ReadyModel(Model):
    """A model without a language model: its response is made as a whole, and streamed from memory."""

    @property
    def system(self) -> str:
        return PROVIDER

    @abstractmethod
    async def respond(self, messages: Sequence[ModelMessage], parameters: ModelRequestParameters) -> ModelResponse:
        """The next response of the turn."""

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        _, parameters = self.prepare_request(model_settings, model_request_parameters)
        return await self.respond(messages, parameters)

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[object] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        _, parameters = self.prepare_request(model_settings, model_request_parameters)
        yield ReadyStream(parameters, await self.respond(messages, parameters))
