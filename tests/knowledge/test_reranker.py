"""Whether a text answers is told from the words of both, not from how many they share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.embedder import make_embedder
from knowledge.likeness import TextVectors
from knowledge.minilm import MiniLM
from knowledge.reranker import GIVEN, fitted

NOTHING = TextVectors(np.zeros(384, np.float32), (), np.zeros((0, 384), np.float16), np.zeros((0, 384), np.float16))


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    found = make_embedder("minilm")
    assert isinstance(found, MiniLM)
    return found


def logits(minilm: MiniLM, question: str, texts: Sequence[str]) -> list[float]:
    asked, *given = minilm.read_now([question, *texts])
    return fitted().logits(asked, given)


@pytest.mark.parametrize(
    ("question", "answers", "only_shares"),
    [
        (
            "how long do the trays soak",
            "Leave the trays in the sink for 20 minutes.",
            "The trays soak in the left sink, never in the right one.",
        ),
        (
            "the sander died, what do i check",
            "If there is no power, look at the fuse behind the cover.",
            "The sander takes discs of 125 mm.",
        ),
        (
            "who do i tell when the belt is torn",
            "Report a torn belt to the shift leader before you go on.",
            "A torn belt slips and heats the motor.",
        ),
    ],
)
def test_what_answers_is_before_what_shares_more_words(
    minilm: MiniLM, question: str, answers: str, only_shares: str
) -> None:
    right, wrong = logits(minilm, question, [answers, only_shares])
    assert right > wrong


def test_a_text_is_judged_alike_in_whatever_company(minilm: MiniLM) -> None:
    question, texts = "when is the oil changed", ["Change the oil on Mondays.", "The oil is in the store.", "Call Ann."]
    together = logits(minilm, question, texts)
    assert together == [logits(minilm, question, [text])[0] for text in texts]


def test_without_words_nothing_is_told(minilm: MiniLM) -> None:
    [asked] = minilm.read_now(["when is the oil changed"])
    assert fitted().logits(asked, [NOTHING]) == [0.0]
    assert fitted().logits(NOTHING, [asked, asked]) == [0.0, 0.0]
    assert fitted().logits(asked, []) == []


def test_of_a_long_text_the_beginning_is_looked_at(minilm: MiniLM) -> None:
    [asked, long] = minilm.read_now(["when is the oil changed", "oil " * 200])
    cut = TextVectors(long.whole, long.words[:GIVEN], long.literal[:GIVEN], long.meant[:GIVEN])
    assert len(long.words) > GIVEN
    assert fitted().logits(asked, [long]) == fitted().logits(asked, [cut])
