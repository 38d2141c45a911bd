"""A procedure is walked through step by step, and nothing else is taken for a wish to."""

from __future__ import annotations

import re

import pytest

from app.access import local_principal
from app.events import TurnResult
from app.turns import answer_turn
from app.wiring import Linelead
from knowledge.types import QuoteKind

PRINCIPAL, SCOPE = local_principal()
FILTERING = "how do i filter the fryer oil"


async def conversation(sample: Linelead, *said: str) -> list[TurnResult]:
    turns: list[TurnResult] = []
    for text in said:
        session = turns[0].session_id if turns else None
        turns.append(await answer_turn(sample, text, principal=PRINCIPAL, scope=SCOPE, session_id=session))
    return turns


def steps(turn: TurnResult) -> list[str]:
    """The printed numbers of the steps that an answer shows."""
    return [one.label for one in turn.answer.citations if one.kind is QuoteKind.STEP]


async def test_next_walks_through_the_procedure_that_was_told_and_ends_with_it(sample: Linelead) -> None:
    told, *walked = await conversation(sample, FILTERING, *["next"] * 11)
    assert [steps(turn) for turn in walked] == [*([label] for label in steps(told)), []]
    assert walked[-1].answer.text == "That was the last step of “5.2 Filtering the oil”."
    assert {turn.route.route for turn in walked} == {"equipment"}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (["step 6"], ["6."]),
        (["what is the third step"], ["3."]),
        (["last step"], ["10."]),
        (["what comes after step 2"], ["3."]),
        (["what did step 3 say"], ["3."]),
        (["i did step 3"], ["4."]),
        (["step 4", "what was that again"], ["4."]),
        (["step 4", "go back"], ["3."]),
        (["step 4", "ok done"], ["5."]),
        (["step 4", "thanks", "next"], ["5."]),
        (["step 4", "how hot must chicken be", "next step"], ["5."]),
        (["what time does the kitchen close", "next step"], ["2."]),  # of the procedure that the answer is a step of
        (["step 40"], []),
        (["how many steps"], []),
    ],
)
async def test_a_step_is_found_by_its_number_or_its_place(sample: Linelead, said: list[str], shown: list[str]) -> None:
    assert steps((await conversation(sample, FILTERING, *said))[-1]) == shown


async def test_the_first_step_comes_with_its_warning_and_says_of_how_many(sample: Linelead) -> None:
    _, first = await conversation(sample, FILTERING, "next")
    assert [one.kind for one in first.answer.citations] == [QuoteKind.WARNING, QuoteKind.STEP]
    assert first.answer.text.startswith("**FryMate 240 Gas Fryer, 5.2 Filtering the oil**: step 1 of 10")


async def test_an_emergency_card_is_walked_through_too(sample: Linelead) -> None:
    _, first, second = await conversation(sample, "i cut my hand bad its bleeding a lot", "next", "ok next")
    assert re.findall(r"step \d", first.answer.text + second.answer.text) == ["step 1", "step 2"]


@pytest.mark.parametrize(
    "said",
    [
        ["next"],  # nothing was told
        ["how hot must chicken be", "next"],  # no procedure was
        [FILTERING, "how hot must chicken be", "next"],  # something else was told since
        [FILTERING, "quiz me on knives", "next"],
        [FILTERING, "who signs step 4 of the opening checklist"],
    ],
)
async def test_without_a_procedure_just_told_nothing_is_walked_through(sample: Linelead, said: list[str]) -> None:
    assert (await conversation(sample, *said))[-1].route.reason != "it goes on with the procedure"
