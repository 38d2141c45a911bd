"""Over the sample site, with the real model: the right passage is found and quoted in full, and only in scope."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.wiring import Linelead
from knowledge.library import Library
from knowledge.types import Query, QuoteKind, Scope

EVERYTHING = Scope()


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


@pytest.mark.parametrize(
    ("question", "document", "heading"),
    [
        ("fryer manual section 6.4", "FryMate 240 Gas Fryer", "6.4 "),
        ("section 5.4 of the ice machine manual", "GlacierPro 450 Ice Machine", "5.4 "),
        ("food safety handbook 7.3", "Food Safety Handbook", "7.3 "),
    ],
)
async def test_a_section_is_found_by_its_number(sample: Linelead, question: str, document: str, heading: str) -> None:
    found = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
    assert found.passages[0].document.title == document
    assert found.passages[0].chunk.heading_path[-1].startswith(heading)


async def test_a_measure_is_not_the_number_of_a_section(sample: Linelead) -> None:
    found = await sample.library.retriever.retrieve(Query("how much sanitizer goes into 1.5 gallons"), EVERYTHING)
    assert [passage.scores.exact for passage in found.passages] == [None] * len(found.passages)


@pytest.mark.parametrize(("question", "machine"), [("E10 fryer", "FryMate"), ("E30 ice machine", "GlacierPro")])
async def test_the_table_that_explains_a_code_comes_before_who_mentions_it(
    sample: Linelead, question: str, machine: str
) -> None:
    found = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
    assert machine in found.passages[0].document.title
    assert found.passages[0].chunk.heading_path[-1] == "6.2 Table of codes"
    assert [passage.scores.exact for passage in found.passages[:2]] == [1.0, 1.0]


async def test_the_words_count_for_less_the_better_the_meaning_fits(sample: Linelead) -> None:
    retriever = sample.library.retriever
    same = await retriever.retrieve(Query("how do I light the pilot of the fryer"), EVERYTHING)
    other = await retriever.retrieve(Query("thermopile FM-2415 piezo"), EVERYTHING)
    assert 0.5 < other.dense_weight < same.dense_weight < 1.0
    assert (same.passages[0].scores.dense, other.passages[0].scores.lexical) == (1.0, 1.0)


async def test_passages_come_best_first_each_once_and_as_many_as_asked(sample: Linelead) -> None:
    found = await sample.library.retriever.retrieve(Query("clean the ice machine", limit=40), EVERYTHING)
    fused = [passage.scores.fused for passage in found.passages]
    assert (len(fused), fused) == (40, sorted(fused, reverse=True))
    assert len({passage.chunk.id for passage in found.passages}) == 40
    fewer = await sample.library.retriever.retrieve(Query("clean the ice machine", limit=3), EVERYTHING)
    assert [p.chunk.id for p in fewer.passages] == [p.chunk.id for p in found.passages[:3]]


async def test_a_question_about_doing_gets_the_whole_procedure_with_its_warning_first(sample: Linelead) -> None:
    found = await sample.library.retriever.retrieve(Query("how do I light the pilot of the fryer"), EVERYTHING)
    quotes = (await sample.library.quoter.quote(found, EVERYTHING)).quotes
    assert quotes[0].kind is QuoteKind.WARNING
    steps = [quote for quote in quotes if quote.kind is QuoteKind.STEP]
    assert [quote.stored.block.label for quote in steps[:7]] == [f"{n}." for n in range(1, 8)]
    assert all(quote.text == quote.stored.text[quote.start : quote.end] for quote in quotes)


async def test_nothing_outside_the_scope_is_found(sample: Linelead) -> None:
    narrow = Scope(collections=frozenset({"safety"}))
    for question in ("the fryer shows E05", "fryer manual section 6.4"):
        found = await sample.library.retriever.retrieve(Query(question), narrow)
        assert {passage.document.collection for passage in found.passages} == {"safety"}
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


async def test_only_the_turns_just_before_count(sample: Linelead) -> None:
    long_ago = ("who may use the slicer", "how much do I tip out", "what is the par for bread")
    near = ("how do I descale the ice machine", "how long does it take", "what do I need for it")
    retriever = sample.library.retriever
    everything = await retriever.retrieve(Query("and how often?", previous=(*long_ago, *near)), EVERYTHING)
    just_before = await retriever.retrieve(Query("and how often?", previous=near), EVERYTHING)
    assert [p.chunk.id for p in everything.passages] == [p.chunk.id for p in just_before.passages]


async def test_a_changed_or_deleted_document_is_found_as_it_is_now(library: Library, tmp_path: Path) -> None:
    async def headings() -> list[str]:
        found = await library.retriever.retrieve(Query("descale the boiler"), EVERYTHING)
        return [passage.chunk.heading_path[-1] for passage in found.passages]

    note = tmp_path / "note.md"
    note.write_text("# Machines\n\n## Weekly\n\nDescale the boiler.\n", "utf-8")
    document = (await library.ingestor.ingest(note)).document
    assert await headings() == ["Weekly"]
    note.write_text("# Machines\n\n## Monthly\n\nDescale the boiler.\n", "utf-8")
    await library.ingestor.ingest(note)
    assert await headings() == ["Monthly"]
    await library.ingestor.delete(EVERYTHING, document.id)
    assert await headings() == []


@pytest.mark.parametrize("question", ['"', "NEAR(", "a AND OR NOT *", "🔥🔥🔥", "x" * 8000, "\n", "col:umn ^2"])
async def test_odd_questions_are_searched_like_any_other(sample: Linelead, question: str) -> None:
    found = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
    assert 0.0 <= found.evidence <= 1.0
