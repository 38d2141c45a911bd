"""Words of a question are held against the nearest of a text, by what they are and by what they stand for."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.embedder import make_embedder
from knowledge.lexicon import stem
from knowledge.likeness import Likeness, TextVectors, likeness
from knowledge.minilm import MiniLM

X, Y, Z = np.eye(3, dtype=np.float16)


def text(**vectors: np.ndarray) -> TextVectors:
    layer = np.array(list(vectors.values()), dtype=np.float16).reshape(-1, 3)
    return TextVectors(np.ones(3, dtype=np.float32), tuple(vectors), layer, layer)


def test_each_telling_word_counts_by_its_weight_and_its_nearest_word() -> None:
    asked = text(oil=X, cold=Y, the=Z)
    found = likeness(asked, {"oil": 3.0, "cold": 1.0}, text(oil=X, the=Z))
    assert found == Likeness(0.75, 0.75, literal_gap=1 / 3, meant_gap=1 / 3, literal_back=1.0, meant_back=1.0)


def test_what_leads_to_a_text_is_searched_too_but_is_none_of_its_words() -> None:
    asked = text(oil=X, cold=Y)
    found = likeness(asked, {"oil": 1.0, "cold": 1.0}, text(oil=X, pan=Z), text(cold=Y))
    assert found == Likeness(1.0, 1.0, 0.0, 0.0, literal_back=0.5, meant_back=0.5)


@pytest.mark.parametrize(("weights", "of"), [({}, text(oil=X)), ({"oil": 1.0}, text())])
def test_without_a_telling_word_or_a_text_nothing_is_alike(weights: dict[str, float], of: TextVectors) -> None:
    assert likeness(text(oil=X), weights, of) == Likeness()


def test_another_word_for_the_same_thing_is_nearer_than_another_thing() -> None:
    minilm = make_embedder("minilm")
    assert isinstance(minilm, MiniLM)
    asked, same, other = minilm.read_now(
        ["How long does defrosting take?", "Thawing takes a day in the cooler.", "Polishing takes a day in the hall."]
    )
    weights = {stem("defrosting"): 1.0}
    near, far = likeness(asked, weights, same), likeness(asked, weights, other)
    assert near.literal > far.literal + 0.1
    assert near.meant > far.meant + 0.1
