"""Whatever a language model does, the turn ends in an answer that the documents support. Over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

import pytest
from openai import AsyncOpenAI
from pydantic_ai import Agent, FunctionToolset, ToolReturn
from pydantic_ai.messages import PartDeltaEvent, PartStartEvent, TextPart, TextPartDelta
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from agents.answer import Answer, read_answer
from agents.models.extractive import ExtractiveModel
from agents.models.grounded import UNSUPPORTED, GroundedModel
from knowledge.types import QuoteKind
from tests.scripted_openai import SECRET, CallTool, Disconnect, Fail, Say, Script, Stall, Step, scripted
from tools.evidence import Evidence
from tools.triggers import TRIGGER

from .evidence import evidence, excerpt, returned

FILTER = excerpt("Filter the oil at 350 °F (177 °C) after every shift.", span="b00000000000aa.0")
WARN = excerpt("Hot oil causes severe burns.", span="b00000000000bb", kind=QuoteKind.WARNING, label="WARNING")
FOUND = evidence(WARN, FILTER)
QUOTED = "**Fryer manual, Oil**:\n\n> **WARNING:** Hot oil causes severe burns. [1]\n\n" + (
    "Filter the oil at 350 °F (177 °C) after every shift. [2]"
)


@asynccontextmanager
async def agent_on(
    script: Script, found: Evidence = FOUND, *, must_retrieve: bool = True
) -> AsyncGenerator[Agent[object, str]]:
    async def search(query: str) -> ToolReturn[object]:
        """Search.

        Args:
            query: What to look for.
        """
        return returned(found)

    toolset = FunctionToolset[object]([search], metadata={TRIGGER: "test_search"})
    quoting = ExtractiveModel()
    async with AsyncOpenAI(base_url=script.url, api_key="none", max_retries=0) as client:
        wrapped = OpenAIChatModel("scripted", provider=OpenAIProvider(openai_client=client))
        model = GroundedModel(
            FallbackModel(wrapped, quoting), quoting, must_retrieve=must_retrieve, timeout_seconds=1.5
        )
        yield Agent(model, name="equipment", deps_type=object, toolsets=[toolset])


async def ask(
    script: Script, *, stream: bool, found: Evidence = FOUND, must_retrieve: bool = True
) -> tuple[Answer, str]:
    """The answer of a turn and the text that was shown while it was written."""
    async with agent_on(script, found, must_retrieve=must_retrieve) as agent:
        if not stream:
            result = await agent.run("how do I filter the oil?", deps=None)
            answer = read_answer(result.new_messages())
            assert answer is not None
            return answer, result.output
        shown = ""
        async with agent.run_stream_events("how do I filter the oil?", deps=None) as events:
            async for event in events:
                if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart):
                    shown += event.part.content
                elif isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
                    shown += event.delta.content_delta
        assert events.result is not None
        answer = read_answer(events.result.new_messages())
        assert answer is not None
        return answer, shown


both = pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])


@both
async def test_a_good_answer_is_passed_on_with_its_citations_numbered(stream: bool) -> None:
    said = "Filter the oil at 350 °F after every shift [b00000000000aa.0]. Hot oil burns [b00000000000bb]."
    with scripted([Say(said)]) as script:
        answer, shown = await ask(script, stream=stream)
    assert shown.strip() == answer.text == "Filter the oil at 350 °F after every shift [1]. Hot oil burns [2]."
    assert [(c.marker, c.span_id) for c in answer.citations] == [(1, "b00000000000aa.0"), (2, "b00000000000bb")]
    assert [claim.status for claim in answer.claims] == ["supported", "supported"]
    assert (answer.model, answer.fallback, answer.refused) == ("scripted", "", False)


@both
async def test_evidence_is_there_before_the_language_model_is_asked(stream: bool) -> None:
    with scripted([Say("Filter the oil after every shift [b00000000000aa.0].")]) as script:
        await ask(script, stream=stream)
    roles = [message["role"] for message in script.requests[0]["messages"]]
    assert roles == ["user", "assistant", "tool"]


@both
async def test_an_invented_citation_is_removed_and_its_sentence_marked(stream: bool) -> None:
    said = "Filter the oil after every shift [b00000000000aa.0]. Replace the pump weekly [b0000000000fff.0]."
    with scripted([Say(said)]) as script:
        answer, shown = await ask(script, stream=stream)
    assert (
        shown.strip()
        == answer.text
        == (f"Filter the oil after every shift [1]. {UNSUPPORTED} Replace the pump weekly.")
    )
    assert [claim.status for claim in answer.claims] == ["supported", "unsupported"]
    assert [c.span_id for c in answer.citations] == ["b00000000000aa.0"]


@both
async def test_a_sentence_with_an_unsupported_number_is_marked(stream: bool) -> None:
    said = "Filter the oil after every shift [b00000000000aa.0]. Filter the oil at 375 °F [b00000000000aa.0]."
    with scripted([Say(said)]) as script:
        answer, shown = await ask(script, stream=stream)
    assert (
        shown.strip()
        == answer.text
        == (f"Filter the oil after every shift [1]. {UNSUPPORTED} Filter the oil at 375 °F [1].")
    )
    assert [(c.status, c.reason) for c in answer.claims] == [
        ("supported", ""),
        ("unsupported", "“375 °f” is not in the cited text"),
    ]
    assert answer.text[answer.claims[1].start : answer.claims[1].end] == "Filter the oil at 375 °F [1]."


@both
@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (Fail(429), "The language model is over its limit (status 429), so here is what your documents say."),
        (Fail(500), "The language model could not be used (status 500), so here is what your documents say."),
        (Stall(4.0), "The language model did not answer in time, so here is what your documents say."),
    ],
    ids=["429", "500", "stall"],
)
async def test_a_failure_before_the_first_word_ends_in_a_quoted_answer(step: Step, reason: str, stream: bool) -> None:
    with scripted([step]) as script:
        answer, shown = await ask(script, stream=stream)
    assert shown == answer.text == QUOTED
    assert (answer.model, answer.fallback) == ("linelead-extractive", reason)
    assert {claim.status for claim in answer.claims} <= {"supported", "own"}
    assert SECRET not in answer.model_dump_json()


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (Disconnect, "The connection to the language model failed, so here is what your documents say."),
        (Stall, "The language model did not answer in time, so here is what your documents say."),
    ],
    ids=["disconnect", "stall"],
)
async def test_a_break_in_the_middle_keeps_what_was_checked_and_ends_in_quotes(
    step: type[Disconnect] | type[Stall], reason: str
) -> None:
    before = "Filter the oil after every shift [b00000000000aa.0]. Then you should"
    broken = Disconnect(before) if step is Disconnect else Stall(4.0, after=before)
    with scripted([broken]) as script:
        answer, shown = await ask(script, stream=True)
    assert shown == answer.text
    assert answer.text.startswith(f"Filter the oil after every shift [1].\n\n{reason}\n\n**Fryer manual, Oil**:")
    assert answer.text.endswith("Filter the oil at 350 °F (177 °C) after every shift. [1]")
    assert answer.fallback == reason
    assert [(c.marker, c.span_id) for c in answer.citations] == [(1, "b00000000000aa.0"), (2, "b00000000000bb")]
    assert {claim.status for claim in answer.claims} == {"supported", "own"}


@both
@pytest.mark.parametrize("said", ["I think you filter it now and then.", ""], ids=["uncited", "empty"])
async def test_an_answer_without_a_supported_sentence_is_replaced_by_quotes(said: str, stream: bool) -> None:
    with scripted([Say(said)]) as script:
        answer, shown = await ask(script, stream=stream)
    assert shown.endswith(QUOTED)
    assert answer.model == "linelead-extractive"
    assert answer.fallback == (
        "The language model's answer was not confirmed by your documents, so here is what your documents say."
    )


@both
async def test_weak_evidence_is_refused_without_asking_the_language_model(stream: bool) -> None:
    with scripted([]) as script:
        answer, _ = await ask(script, stream=stream, found=evidence(FILTER, strength=0.02, sufficient=False))
    assert (answer.refused, answer.citations) == (True, [])
    assert answer.text == (
        "I can't find that in your documents.\n\nThe closest pages are:\n\n- Fryer manual, page 7: Cleaning"
    )


@both
async def test_what_comes_closest_is_shown_but_for_a_procedure_that_would_be_cut_short(stream: bool) -> None:
    steps = [excerpt(f"Step {n}.", span=f"b0000000000{n:03}", kind=QuoteKind.STEP) for n in range(4)]
    with scripted([]) as script:
        near, _ = await ask(script, stream=stream, found=evidence(FILTER, *steps[:2], strength=0.4, sufficient=False))
        cut, _ = await ask(script, stream=stream, found=evidence(*steps, strength=0.4, sufficient=False))
    assert [c.text for c in near.citations] == [FILTER.text, "Step 0.", "Step 1."]
    assert (cut.refused, cut.citations) == (True, [])


@both
async def test_a_tool_call_of_the_language_model_passes_through(stream: bool) -> None:
    steps: Sequence[Step] = [
        CallTool("search", {"query": "filter"}),
        Say("Filter the oil after every shift [b00000000000aa.0]."),
    ]
    with scripted(steps) as script:
        answer, _ = await ask(script, stream=stream)
    assert answer.text == "Filter the oil after every shift [1]."


@both
async def test_where_nothing_must_be_retrieved_own_words_are_left_alone(stream: bool) -> None:
    with scripted([Say("I have been waiting for my burger for ages and I am not happy!")]) as script:
        answer, shown = await ask(script, stream=stream, must_retrieve=False)
    assert shown.strip() == answer.text == "I have been waiting for my burger for ages and I am not happy!"
