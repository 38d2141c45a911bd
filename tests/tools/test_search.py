"""What a search says of a question that no specialist's subject is: an offer, or what comes closest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal, TurnContext
from tools.parts import questions_of
from tools.search import search, search_each

OFFER = "I can help with machines."


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("who won the world cup in 1998", OFFER),
        ("should i break up with him", OFFER),
        ("how long is soup good", ""),
    ],
    ids=["nothing answers", "it only shares a word", "something may"],
)
async def test_what_is_nobodys_is_offered_help_unless_the_documents_may_answer(
    sample: Linelead, question: str, lead: str
) -> None:
    unplaced = replace(sample.deps(Principal(), Scope()), turn=TurnContext(offer=OFFER))
    found = await search(unplaced, question)
    assert (found.sufficient, found.lead) == (False, lead)


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("how do i drain and filter the oil", [("how do i drain and filter the oil", ())]),
        (
            "when do we filter the oil and who signs the log",
            [("when do we filter the oil", ()), ("who signs the log", ())],
        ),
        (
            "how hot must chicken be and how long does it hold",
            [("how hot must chicken be", ()), ("how long does it hold", ("how hot must chicken be",))],
        ),
        (
            "The oven beeps. What do I do? And who do I call?",
            [("The oven beeps. What do I do", ()), ("who do I call", ("The oven beeps. What do I do",))],
        ),
        ("my roommate is sick, do i come in", [("my roommate is sick, do i come in", ())]),
    ],
)
def test_a_message_has_the_questions_that_it_asks_with_what_explains_them(
    message: str, questions: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert questions_of(message) == questions


async def test_each_of_two_questions_for_one_specialist_is_looked_up(sample: Linelead) -> None:
    deps = sample.deps(Principal(), Scope())
    found = await search_each(deps, "how often are slicer parts washed and which gloves go with the slicer")
    told = " ".join(item.text for item in found.excerpts)
    assert "every 4 hours" in told
    assert "Cut-resistant gloves" in told
    assert (found.sufficient, found.lead) == (True, "")


async def test_the_one_of_two_questions_that_nothing_answers_is_named(sample: Linelead) -> None:
    deps = sample.deps(Principal(), Scope())
    found = await search_each(deps, "how strong is the quat sanitizer and who invented the telephone")
    assert found.sufficient
    assert found.lead == "I can't find a clear answer to “who invented the telephone” in your documents."
