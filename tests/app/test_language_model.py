"""With a language model set, the same program routes and answers through it, and survives its failure. Over HTTP."""

from __future__ import annotations

import shutil
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.access import local_principal
from app.settings import Settings
from app.turns import TurnResult, answer_turn
from app.wiring import Linelead, build
from knowledge.types import Query
from tests.scripted_openai import CallTool, Fail, Say, Script, Step, scripted

PRINCIPAL, SCOPE = local_principal()
QUESTION = "what is the warranty on the fryer"
UNSURE = "maybe next week"


@asynccontextmanager
async def program(
    steps: Sequence[Step], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[tuple[Linelead, Script]]:
    copy = tmp_path / "data"
    shutil.copytree(data, copy)
    with scripted(steps) as script:
        monkeypatch.setenv("OPENAI_BASE_URL", script.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        with build(Settings(data=copy, model="openai-chat:scripted", model_timeout_seconds=5)) as linelead:
            yield linelead, script


async def ask(linelead: Linelead, question: str) -> TurnResult:
    return await answer_turn(linelead, question, principal=PRINCIPAL, scope=SCOPE)


async def best_span(sample: Linelead) -> tuple[str, str]:
    found = await sample.library.retriever.retrieve(Query(QUESTION, prefer=frozenset({"equipment"})), SCOPE)
    quote = (await sample.library.quoter.quote(found, SCOPE)).quotes[0]
    return quote.span_id, quote.text


async def test_the_language_models_answer_is_cited_and_checked(
    sample: Linelead, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    span, text = await best_span(sample)
    said = f"{text.rstrip('.')} [{span}]. The warranty is 99 years [{span}]."
    async with program([Say(said)], sample_data, tmp_path, monkeypatch) as (linelead, script):
        turn = await ask(linelead, QUESTION)
    assert [claim.status for claim in turn.answer.claims] == ["supported", "unsupported"]
    assert "⚠ Not confirmed by the cited page: The warranty is 99 years [1]." in turn.answer.text
    assert (turn.answer.model, [c.span_id for c in turn.answer.citations]) == ("scripted", [span])
    assert len(script.requests) == 1, "a sure route costs no request"


async def test_a_language_model_that_is_down_leaves_a_quoted_answer(
    sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with program([Fail(500)] * 3, sample_data, tmp_path, monkeypatch) as (linelead, _):
        turn = await ask(linelead, QUESTION)
    assert turn.answer.model == "linelead-extractive"
    assert turn.answer.fallback == (
        "The language model could not be used (status 500), so here is what your documents say."
    )
    assert turn.answer.citations


async def test_an_unsure_route_is_the_language_models_to_choose(
    sample: Linelead, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not (await sample.orchestrator.router.decide_text(UNSURE)).sure
    pick = CallTool("final_result", {"response": "persona"})
    async with program([pick, Say("Until tomorrow!")], sample_data, tmp_path, monkeypatch) as (linelead, _):
        turn = await ask(linelead, UNSURE)
    assert turn.route.routes == ["persona"]
    assert turn.route.reason.endswith("unsure, so the language model chose")
    assert turn.answer.text == "Until tomorrow!"


async def test_a_router_that_is_down_leaves_the_local_pick(
    sample: Linelead, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = await sample.orchestrator.router.decide_text(UNSURE)
    async with program([Fail(500)] * 3, sample_data, tmp_path, monkeypatch) as (linelead, _):
        route = await linelead.orchestrator.route(UNSURE)
    assert route.name == local.route
    assert route.reason.endswith("the language model could not be asked")
