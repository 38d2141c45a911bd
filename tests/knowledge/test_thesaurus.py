"""Crews find a thing by any of its usual words, in any of their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wiring import Linelead
from knowledge.lexicon import content_words, stem
from knowledge.thesaurus import KNOWN, meant_by, words_for
from knowledge.types import Query, Scope


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("fridges", "cooler"),
        ("bulb", "lamps"),
        ("threw", "discarded"),
        ("dumping", "discard"),
        ("frozen", "freezes"),
        ("swapped", "replacing"),
        ("shelves", "shelf"),
        ("allergies", "allergic"),
        ("nite", "night"),
        ("hallways", "aisle"),
        ("scorched", "burnt"),
        ("beeping", "buzzer"),
        ("allowed", "permitted"),
        ("lawyer", "attorneys"),
        ("six", "6"),
        ("mths", "months"),
    ],
)
def test_words_for_one_thing_share_their_stem(said: str, written: str) -> None:
    assert stem(said) == stem(written)


@pytest.mark.parametrize(
    ("word", "other"),
    [("rates", "rodent"), ("bleach", "chlorine"), ("led", "lead"), ("scan", "scald")],
)
def test_words_that_only_look_alike_share_none(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@given(st.sampled_from(sorted(KNOWN)))
def test_every_listed_word_means_what_the_words_for_it_mean(word: str) -> None:
    assert {meant_by(other) for other in words_for(word)} == {meant_by(meant_by(word))}
    assert content_words(word) == [word]  # a stop word would never be looked up


@given(st.text())
def test_a_word_is_among_the_words_for_it(word: str) -> None:
    assert words_for(word)[0] == word


@pytest.mark.parametrize(
    ("question", "held"),
    [("lamp for the bakestar oven", "BS-6128"), ("bulb for the bakestar oven", "BS-6128")],
)
async def test_a_document_is_found_by_a_word_that_it_does_not_use(sample: Linelead, question: str, held: str) -> None:
    retrieval = await sample.library.retriever.retrieve(Query(question), Scope())
    assert held in retrieval.passages[0].chunk.text
