"""A language model held to its evidence.

`GroundedModel` stands between an agent and a language model. It decides by policy what a model would decide by mood:

* where a specialist must retrieve, the retrieval calls are made before the language model is asked anything;
* where the evidence does not suffice, or a tool's reply is final, the language model is not asked at all;
* each sentence it writes is checked against the spans it cites before it is passed on, and marked when unsupported;
* when it fails, stalls, disconnects or writes nothing that holds, the turn ends in a quoted answer.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

import httpx2
from pydantic_ai.exceptions import AgentRunError, ModelHTTPError, UserError
from pydantic_ai.messages import (
    ModelMessage,
    ModelResponse,
    ModelResponseStreamEvent,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    ToolCallPart,
)
from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import RunContext
from pydantic_ai.usage import RequestUsage

from agents.answer import ANSWER, Answer, Citation, Claim
from agents.claims import MARKER, check_claims
from agents.models.extractive import MODEL_NAME as QUOTING
from agents.models.extractive import ExtractiveModel, plan_calls
from agents.models.ready import PROVIDER, ReadyStream, answer_response, calls_response, native_citations
from knowledge.sentences import split_sentences
from tools.evidence import Evidence, Excerpt, Reply, current_turn, evidence_of

POLICY = "linelead-policy"
UNSUPPORTED = "⚠ Not confirmed by the cited page:"
"""Stands before a sentence that the claim check did not confirm."""

_SPAN_MARKER = re.compile(r"\s*\[([\w.,;\s:-]{3,120})\]")
_FAILURES = (AgentRunError, UserError, httpx2.HTTPError, httpx2.StreamError, TimeoutError, OSError, ValueError)
"""What may go wrong between here and a provider: its refusals, the network, time, and answers that cannot be read."""


class GroundedModel(WrapperModel):
    """A language model whose answers are retrieved for, checked, and replaced by quotes when they do not hold."""

    def __init__(
        self, wrapped: Model, quoting: ExtractiveModel, *, must_retrieve: bool, timeout_seconds: float
    ) -> None:
        """`timeout_seconds` is the longest silence: before the first word, and between any two."""
        super().__init__(wrapped)
        self._quoting = quoting
        self._must_retrieve = must_retrieve
        self._timeout = timeout_seconds

    def _settled(self, messages: Sequence[ModelMessage], parameters: ModelRequestParameters) -> ModelResponse | None:
        """The response that policy gives without asking the language model, or None when it is to be asked."""
        if not self._must_retrieve:
            return None
        calls = plan_calls(messages, parameters)
        if calls:
            return calls_response(calls, POLICY)
        findings = evidence_of(current_turn(messages)[2])
        final = any(isinstance(found, Reply) for found in findings)
        evidence = [found for found in findings if isinstance(found, Evidence)]
        decisive = [found for found in evidence if found.decisive]
        if final or decisive or not any(found.sufficient for found in evidence):
            return answer_response(self._quoting.compose(messages))
        return None

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        settled = self._settled(messages, model_request_parameters)
        if settled is not None:
            return settled
        try:
            async with asyncio.timeout(self._timeout):
                response = await self.wrapped.request(messages, model_settings, model_request_parameters)
        except _FAILURES as error:
            return self._quoted(messages, error)
        if response.model_name == QUOTING:  # FallbackModel already fell back
            return self._noted(response, messages, _attempt_error(response))
        if any(isinstance(part, ToolCallPart) for part in response.parts):
            return response
        gate = _Gate(messages, must_cite=self._must_retrieve)
        text = "".join(part.content for part in response.parts if isinstance(part, TextPart))
        for sentence in [*gate.feed(text), *gate.flush()]:
            gate.accept(sentence)
        answer = gate.answer(response.model_name or self.model_name)
        if answer is None:
            return self._quoted(messages, None)
        checked = answer_response(answer)
        checked.usage = response.usage
        checked.provider_name = response.provider_name
        return checked

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[object] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        settled = self._settled(messages, model_request_parameters)
        if settled is not None:
            yield ReadyStream(model_request_parameters, settled)
            return
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout(self._timeout):
                    inner = await stack.enter_async_context(
                        self.wrapped.request_stream(messages, model_settings, model_request_parameters, run_context)
                    )
            except _FAILURES as error:
                yield ReadyStream(model_request_parameters, self._quoted(messages, error))
                return
            if inner.model_name == QUOTING:
                error = (inner.failed_attempts[0].error if inner.failed_attempts else None) or ""
                yield ReadyStream(model_request_parameters, self._quoted(messages, error))
                return
            yield _CheckedStream(
                model_request_parameters, inner, self._quoting, messages, self._timeout, self._must_retrieve
            )

    def _quoted(self, messages: Sequence[ModelMessage], error: object) -> ModelResponse:
        return answer_response(self._quoting.compose(messages, fallback=reason_of(error)))

    def _noted(self, response: ModelResponse, messages: Sequence[ModelMessage], error: object) -> ModelResponse:
        if any(isinstance(part, ToolCallPart) for part in response.parts):
            return response
        return self._quoted(messages, error)


def _attempt_error(response: ModelResponse) -> object:
    return (response.failed_attempts[0].error if response.failed_attempts else None) or ""


def reason_of(error: object) -> str:
    """Why a language model's answer is missing, in a sentence safe to show. None: it wrote nothing that holds.

    `error` is an exception, or the words that FallbackModel kept of one ("ModelHTTPError: status_code: 429, …").
    """
    status = error.status_code if isinstance(error, ModelHTTPError) else None
    if isinstance(error, str) and (named := re.search(r"status_code: (\d{3})", error)):
        status = int(named.group(1))
    if error is None:
        what = "The language model's answer was not confirmed by your documents"
    elif status is not None:
        what = f"The language model {'is over its limit' if status == 429 else 'could not be used'} (status {status})"
    elif isinstance(error, TimeoutError) or (isinstance(error, str) and "imeout" in error):
        what = "The language model did not answer in time"
    else:
        what = "The connection to the language model failed"
    return f"{what}, so here is what your documents say."


class _Gate:
    """Takes a language model's text as it comes, and lets checked sentences out with numbered markers."""

    def __init__(self, messages: Sequence[ModelMessage], *, must_cite: bool) -> None:
        """`must_cite`: a sentence that states something without citing it counts as unsupported."""
        self._must_cite = must_cite
        self._known: dict[str, Excerpt] = {}
        for found in evidence_of(current_turn(messages)[2]):
            items = found.excerpts if isinstance(found, Evidence) else found.parts
            self._known.update({item.span_id: item for item in items if isinstance(item, Excerpt)})
        self._pending = ""
        self._text = ""
        self._citations: dict[str, Citation] = {}
        self._claims: list[Claim] = []

    def feed(self, text: str) -> list[str]:
        """The sentences that are complete after more text came, each with the white space around it."""
        self._pending += text
        spans = split_sentences(self._pending)
        # a marker may still follow the last sentence, so it waits until the next one has begun
        complete: list[str] = []
        cut = 0
        for (_, _), (next_start, _) in pairwise(spans):
            if re.match(r"\[[^\]]*(\]\s*|$)", self._pending[next_start:]):
                continue
            complete.append(self._pending[cut:next_start])
            cut = next_start
        self._pending = self._pending[cut:]
        return complete

    def flush(self) -> list[str]:
        """What is left when the text has ended."""
        rest, self._pending = self._pending, ""
        return [rest] if rest.strip() else []

    def accept(self, raw: str) -> str:
        """The sentence as it may be shown: markers numbered, marked when it is unsupported. Adds it to the answer."""
        unknown: list[str] = []

        def number(match: re.Match[str]) -> str:
            ids = [part for part in re.split(r"[,;\s]+", match.group(1)) if part]
            known = [span for span in ids if span in self._known]
            if not known and not all(_looks_like_id(span) for span in ids):
                return match.group(0)
            unknown.extend(span for span in ids if span not in self._known)
            return "".join(f" [{self._marker(span)}]" for span in dict.fromkeys(known))

        sentence = _SPAN_MARKER.sub(number, raw)
        claims = check_claims(sentence, list(self._citations.values()))
        wrong = ("unsupported", "uncited") if self._must_cite else ("unsupported",)
        bad = bool(unknown) or any(claim.status in wrong for claim in claims)
        if bad and sentence.strip():
            lead = re.match(r"\s*(?:#{1,6}\s+|[-*•]\s+|\d{1,3}[.)]\s+)?", sentence)
            at = lead.end() if lead else 0
            sentence = f"{sentence[:at]}{UNSUPPORTED} {sentence[at:]}"
        base = len(self._text)
        self._text += sentence
        for claim in claims:
            shift = base + (len(UNSUPPORTED) + 1 if bad else 0)
            update: dict[str, object] = {"start": claim.start + shift, "end": claim.end + shift}
            if unknown:
                update |= {"status": "unsupported", "reason": "it cites something that was not found"}
            elif claim.status in wrong:
                update |= {"status": "unsupported"}
            self._claims.append(claim.model_copy(update=update))
        return sentence

    def _marker(self, span: str) -> int:
        if span not in self._citations:
            item = self._known[span]
            self._citations[span] = Citation(**item.model_dump(), marker=len(self._citations) + 1)
        return self._citations[span].marker

    def answer(self, model: str) -> Answer | None:
        """The checked answer, or None when nothing was said, or nothing supported where it must cite."""
        text = self._text.strip()
        supported = any(claim.status == "supported" for claim in self._claims)
        if not text or (self._must_cite and not supported):
            return None
        shift = len(self._text) - len(self._text.lstrip())
        claims = [c.model_copy(update={"start": c.start - shift, "end": c.end - shift}) for c in self._claims]
        return Answer(
            text=text,
            citations=list(self._citations.values()),
            claims=claims,
            strength=1.0 if supported else 0.0,
            model=model,
        )

    def shown(self) -> Answer | None:
        """What was let out so far, supported or marked; None when that is nothing."""
        must_cite, self._must_cite = self._must_cite, False
        answer = self.answer("")
        self._must_cite = must_cite
        return answer


def _looks_like_id(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z]{0,3}[0-9a-f]{4,}(?:\.\d+)?|[\w-]*\d[\w-]*\.\d+", text))


@dataclass
class _CheckedStream(StreamedResponse):
    """Passes a language model's stream on, sentence by sentence, each checked; ends in quotes when it breaks."""

    inner: StreamedResponse
    quoting: ExtractiveModel
    messages: list[ModelMessage]
    timeout: float
    must_cite: bool
    _held: str = ""
    _started: datetime = field(default_factory=lambda: datetime.now(UTC))

    async def _get_event_iterator(self) -> AsyncIterator[ModelResponseStreamEvent]:
        gate = _Gate(self.messages, must_cite=self.must_cite)
        calls: list[ToolCallPart] = []
        error: Exception | None = None
        iterator = aiter(self.inner)
        while True:
            try:
                async with asyncio.timeout(self.timeout):
                    event = await anext(iterator)
            except StopAsyncIteration:
                break
            except _FAILURES as failure:
                error = failure
                break
            text = _text_of(event)
            for sentence in gate.feed(text) if text else ():
                for shown in self._shown(gate.accept(sentence)):
                    yield shown
        if error is None and self.inner.finish_reason is None:
            error = ConnectionError("the stream ended before the answer did")
        if error is None:
            for sentence in gate.flush():
                for shown in self._shown(gate.accept(sentence)):
                    yield shown
            calls = [part for part in self.inner.get().parts if isinstance(part, ToolCallPart)]
            for index, call in enumerate(calls):
                yield self._parts_manager.handle_tool_call_part(
                    vendor_part_id=f"call-{index}",
                    tool_name=call.tool_name,
                    args=call.args_as_dict(),
                    tool_call_id=call.tool_call_id,
                )
        self._usage = self.inner.usage if error is None else RequestUsage()
        if calls:
            self.finish_reason = "tool_call"
            return
        answer = gate.answer(self.inner.model_name) if error is None else None
        if answer is None:
            answer, addition = self._ending(gate, error)
            for shown in self._shown(addition):
                yield shown
        for shown in self._parts_manager.handle_text_delta(
            vendor_part_id="text", content="", citations=native_citations(answer)
        ):
            yield shown
        self.finish_reason = "stop"
        self.metadata = {ANSWER: answer.model_dump(mode="json")}

    def _shown(self, text: str) -> list[ModelResponseStreamEvent]:
        """The events that show a text. White space at its end waits for what follows, so that none ends the answer."""
        whole = self._held + text
        kept = whole.rstrip()
        self._held = whole[len(kept) :]
        return list(self._parts_manager.handle_text_delta(vendor_part_id="text", content=kept)) if kept else []

    def _ending(self, gate: _Gate, error: Exception | None) -> tuple[Answer, str]:
        """The quoted answer, and what of it is still to be shown after the sentences that were shown already."""
        reason = reason_of(error)
        quoted = self.quoting.compose(self.messages, fallback=reason)
        shown = gate.shown()
        if shown is None:
            return quoted, quoted.text
        self._held = ""
        joined = _append(shown, reason, quoted)
        return joined, joined.text[len(shown.text) :]

    async def close_stream(self) -> None:
        await self.inner.close_stream()

    @property
    def model_name(self) -> str:
        return self.inner.model_name

    @property
    def provider_name(self) -> str | None:
        return self.inner.provider_name or PROVIDER

    @property
    def provider_url(self) -> str | None:
        return self.inner.provider_url

    @property
    def timestamp(self) -> datetime:
        return self._started


def _text_of(event: ModelResponseStreamEvent) -> str:
    if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart):
        return event.part.content
    if isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
        return event.delta.content_delta
    return ""


def _append(shown: Answer, reason: str, quoted: Answer) -> Answer:
    """What was shown (checked already), the reason, and the quoted answer, as one with one numbering."""
    citations = {citation.span_id: citation for citation in shown.citations}
    renumbered: dict[str, int] = {}
    for citation in quoted.citations:
        kept = citations.setdefault(citation.span_id, citation.model_copy(update={"marker": len(citations) + 1}))
        renumbered[str(citation.marker)] = kept.marker
    tail = MARKER.sub(lambda match: f"[{renumbered.get(match.group(1), match.group(1))}]", quoted.text)
    lead = f"{shown.text}\n\n{reason}\n\n"
    text = lead + tail
    merged = list(citations.values())
    tail_claims = [
        claim.model_copy(update={"start": claim.start + len(lead), "end": claim.end + len(lead)})
        for claim in check_claims(tail, merged)
    ]
    return quoted.model_copy(update={"text": text, "citations": merged, "claims": [*shown.claims, *tail_claims]})
