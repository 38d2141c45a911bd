"""Words typed wrong are searched as the documents spell them; what they do not hold is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wiring import Linelead
from knowledge.library import Library
from knowledge.spelling import nearest, respelled, strange_words
from knowledge.types import Query, Scope

EVERYTHING = Scope()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how long do i cook samlon in the bakestar", "how long do i cook salmon in the bakestar"),
        ("what tempreature does the walkin cooler need", "what temperature does the walk-in cooler need"),
        ("how oftn is the fryer boild out", "how often is the fryer boiled out"),
        ("whats the par for LETUCE", "whats the par for lettuce"),
        # no document speaks of these: neither is taken for what one does speak of
        ("how many calories in the burger", "how many calories in the burger"),
        ("wash tablets for the glass washer", "wash tablets for the glass washer"),
        ("how long do i bake lasagna", "how long do i bake lasagna"),
        # codes, numbers and short words are as they are
        ("E5O on the ovn", "E5O on the ovn"),
    ],
)
async def test_a_word_typed_wrong_is_searched_as_the_documents_spell_it(
    sample: Linelead, typed: str, meant: str
) -> None:
    found = await sample.library.retriever.retrieve(Query(typed), EVERYTHING)
    assert found.query == Query(meant)


async def test_a_question_typed_wrong_is_answered_as_the_same_typed_right(sample: Linelead) -> None:
    async def answer(question: str) -> tuple[list[str], bool]:
        found = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
        quoted = await sample.library.quoter.quote(found, EVERYTHING)
        return [quote.span_id for quote in quoted.quotes], quoted.sufficient

    spans, is_answered = await answer("how do i descale the steam generator")
    assert spans and is_answered
    assert await answer("how do i desclae the stean genrator") == (spans, True)


async def test_the_turns_that_a_follow_up_leans_on_are_respelled_too(sample: Linelead) -> None:
    asked = Query("and how oftn", ("how do i clean the condensr filter",))
    found = await sample.library.retriever.retrieve(asked, EVERYTHING)
    assert found.query == Query("and how often", ("how do i clean the condenser filter",))


async def test_a_word_of_a_document_is_known_once_it_was_taken_in_and_no_more_once_it_is_gone(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "kit.md"
    file.write_text("# Kit\n\nThe flurbotron is greased every week.\n", "utf-8")

    async def searched() -> str:
        return (await library.retriever.retrieve(Query("how often is the flurbtron greased"), EVERYTHING)).query.text

    assert await searched() == "how often is the flurbtron greased"
    added = await library.ingestor.ingest(file, collection="equipment", name="kit.md")
    assert await searched() == "how often is the flurbotron greased"
    assert added.document is not None
    await library.ingestor.delete(EVERYTHING, added.document.id)
    assert await searched() == "how often is the flurbtron greased"


async def test_nobody_is_given_words_of_documents_that_they_may_not_read(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "secret.md"
    file.write_text("# Secret\n\nThe flurbotron is greased every week.\n", "utf-8")
    await library.ingestor.ingest(file, workspace="other", collection="equipment", name="secret.md")
    await library.ingestor.ingest(file, collection="payroll", name="secret.md")

    async def searched(text: str, scope: Scope) -> str:
        return (await library.retriever.retrieve(Query(text), scope)).query.text

    typed, spelt = "how often is the flurbtron greased", "how often is the flurbotron greased"
    assert await searched(typed, Scope("other")) == await searched(typed, EVERYTHING) == spelt
    assert await searched(typed, Scope("third")) == typed
    assert await searched(typed, Scope(collections=frozenset({"equipment"}))) == typed


@given(st.text(), st.dictionaries(st.text(min_size=1), st.integers(1, 9)))
def test_any_text_may_be_respelled(text: str, vocabulary: dict[str, int]) -> None:
    spelt = {word: known for word in strange_words(text) if (known := nearest(word, vocabulary))}
    again = respelled(text, spelt)
    assert spelt or again == text
