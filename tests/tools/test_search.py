"""What a search says of a question that no specialist's subject is: an offer, or what comes closest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal, TurnContext
from tools.search import search

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
