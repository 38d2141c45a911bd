"""How rare words are in English at large."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.rarity import rarity


def test_everyday_words_are_common_and_names_of_things_rare() -> None:
    found = [rarity(word) for word in ("the", "203", "myself", "machine", "bulb", "lasagna")]
    assert found[:2] == [0.0, 0.0]
    assert found == sorted(found)
    assert found[-1] == 1.0  # not among the commonest words


@given(st.text())
def test_every_word_has_a_rarity(word: str) -> None:
    assert 0.0 <= rarity(word) <= 1.0
