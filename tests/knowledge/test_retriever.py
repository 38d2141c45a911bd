"""Over the sample site, with the real model: the right passage is found and quoted in full, and only in scope."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.wiring import Linelead
from knowledge.types import Query, QuoteKind, Scope

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "evals" / "datasets" / "answers.yaml").read_text("utf-8")
)
EVERYTHING = Scope()


async def test_most_answerable_questions_are_kept_and_most_others_refused(sample: Linelead) -> None:
    kept = refused = 0
    answerable = [case["q"] for case in CASES["report"] if case["expects"] is not None]
    others = [case["q"] for case in CASES["report"] if case["expects"] is None]
    for question in answerable:
        kept += (await sample.library.retriever.retrieve(Query(question), EVERYTHING)).sufficient
    for question in others:
        refused += not (await sample.library.retriever.retrieve(Query(question), EVERYTHING)).sufficient
    assert kept / len(answerable) >= 0.9
    assert refused / len(others) >= 0.75


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("FM-2415", "FryMate 240 Gas Fryer"),
        ("GP-7021", "GlacierPro 450 Ice Machine"),
        ("bs-6151 filter", "BakeStar 6 Combi Oven"),
    ],
)
async def test_a_part_number_finds_its_manual(sample: Linelead, question: str, document: str) -> None:
    found = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
    assert found.passages[0].document.title == document
    assert found.passages[0].scores.exact == 1.0


async def test_a_question_about_doing_gets_the_whole_procedure_with_its_warning_first(sample: Linelead) -> None:
    found = await sample.library.retriever.retrieve(Query("how do I light the pilot of the fryer"), EVERYTHING)
    quotes = await sample.library.quoter.quote(found, EVERYTHING)
    assert quotes[0].kind is QuoteKind.WARNING
    steps = [quote for quote in quotes if quote.kind is QuoteKind.STEP]
    assert [quote.stored.block.label for quote in steps[:7]] == [f"{n}." for n in range(1, 8)]
    assert all(quote.text == quote.stored.text[quote.start : quote.end] for quote in quotes)


async def test_nothing_outside_the_scope_is_found(sample: Linelead) -> None:
    narrow = Scope(collections=frozenset({"safety"}))
    found = await sample.library.retriever.retrieve(Query("the fryer shows E05"), narrow)
    assert {passage.document.collection for passage in found.passages} <= {"safety"}
    elsewhere = await sample.library.retriever.retrieve(Query("the fryer shows E05"), Scope(workspace="other"))
    assert (elsewhere.passages, elsewhere.sufficient) == ((), False)


async def test_a_follow_up_is_searched_with_the_earlier_turns(sample: Linelead) -> None:
    alone = await sample.library.retriever.retrieve(Query("and how often?"), EVERYTHING)
    with_turns = await sample.library.retriever.retrieve(
        Query("and how often?", previous=("how do I descale the ice machine",)), EVERYTHING
    )
    titles = [passage.document.title for passage in with_turns.passages[:3]]
    assert "GlacierPro 450 Ice Machine" in titles
    assert with_turns.evidence > alone.evidence


@pytest.mark.parametrize("question", ['"', "NEAR(", "a AND OR NOT *", "🔥🔥🔥", "x" * 8000, "\n", "col:umn ^2"])
async def test_odd_questions_are_searched_like_any_other(sample: Linelead, question: str) -> None:
    found = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
    assert 0.0 <= found.evidence <= 1.0
