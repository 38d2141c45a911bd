"""A code is explained for the machine that was meant; another machine's row is never given for it."""

from __future__ import annotations

import pytest

from app.turns import TurnResult, answer_turn
from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal

FRYER, ICE, OVEN = "FryMate 240 Gas Fryer", "GlacierPro 450 Ice Machine", "BakeStar 6 Combi Oven"


async def talk(sample: Linelead, *messages: str) -> TurnResult:
    """The answer to the last of the messages of one conversation."""
    session: str | None = None
    for message in messages:
        turn = await answer_turn(sample, message, principal=Principal(), scope=Scope(), session_id=session)
        session = turn.session_id
    return turn  # pyright: ignore[reportPossiblyUnboundVariable] - there is a message


@pytest.mark.parametrize(
    ("messages", "document"),
    [
        (["the fryer shows E06"], FRYER),
        (["E06", "its the ice machine, the big one"], ICE),
        (["what does E06 mean on the ice machine", "and on the fryer?"], FRYER),
        (["the fryer is broken", "E05"], FRYER),
        (["fryer e 0 5 tripped"], FRYER),
        (["error 5 on the fryer"], FRYER),
        (["got an E07 here", "oh its the coffee machine"], "Baristo 2 espresso machine: quick guide"),
    ],
    ids=["named", "answered back", "another machine", "named before", "spelled", "by its number", "a synonym"],
)
async def test_a_code_is_that_of_the_machine_that_was_meant(
    sample: Linelead, messages: list[str], document: str
) -> None:
    answer = (await talk(sample, *messages)).answer
    assert (answer.refused, answer.asks, {citation.document for citation in answer.citations}) == (
        False,
        False,
        {document},
    )


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("E30 on the oven", f"Your documents do not have E30 in the code table of {OVEN}. It is a code of {ICE}."),
        (
            "E15 on the fryer",
            f"Your documents do not have E15 in the code table of {FRYER}. It is a code of {OVEN} and {ICE}.",
        ),
        (
            "E21 on the dishwasher",
            f"Your documents do not have E21 in a code table of the dishwasher. It is a code of {OVEN} and {FRYER}.",
        ),
    ],
)
async def test_a_machine_without_the_code_never_gets_anothers_row(sample: Linelead, message: str, said: str) -> None:
    answer = (await talk(sample, message)).answer
    assert (answer.text, answer.refused, answer.citations) == (said, True, [])


async def test_a_code_by_itself_is_anothers_when_the_machine_spoken_of_does_not_have_it(sample: Linelead) -> None:
    answer = (await talk(sample, "what does E05 mean on the oven", "e30")).answer
    assert answer.text.startswith(
        f"Your documents do not have E30 in the code table of {OVEN}. It is a code of {ICE}.\n\n**{ICE}, 6.2"
    )
    assert {citation.document for citation in answer.citations} == {ICE}


@pytest.mark.parametrize("message", ["E05", "E05 is flashing on the screen, what now", "the display of it says e 05"])
async def test_a_code_of_several_machines_is_asked_back(sample: Linelead, message: str) -> None:
    answer = (await talk(sample, message)).answer
    assert (answer.asks, answer.refused) == (True, False)
    assert {FRYER, ICE, OVEN} <= {citation.document for citation in answer.citations}


async def test_a_new_question_about_a_machine_is_not_answered_with_the_code_before(sample: Linelead) -> None:
    answer = (await talk(sample, "what does E06 mean on the ice machine", "how do I filter the fryer oil")).answer
    assert {citation.document for citation in answer.citations} == {FRYER}
    assert not any("E06" in citation.text for citation in answer.citations)


async def test_an_age_is_no_code(sample: Linelead) -> None:
    answer = (await talk(sample, "is a 15 year old allowed on the fryer")).answer
    assert (answer.refused, {citation.document for citation in answer.citations}) == (False, {FRYER})
    assert not (await talk(sample, "i'm 16 can i use the slicer")).answer.refused


async def test_a_machine_may_be_called_as_crews_do(sample: Linelead) -> None:
    answer = (await talk(sample, "E12 on the frier")).answer
    assert {citation.document for citation in answer.citations} == {FRYER}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("oven shows E16", "Do not open the door: detergent is on the walls."),
        ("ice machine E14", "Close the shut-off valve."),
        ("fryer E22", "Let the oil cool below 100 °F"),
    ],
)
async def test_the_section_that_a_codes_row_sends_to_is_quoted_with_it(
    sample: Linelead, message: str, words: str
) -> None:
    assert words in (await talk(sample, message)).answer.text


async def test_who_speaks_of_pressing_names_no_machine(sample: Linelead) -> None:
    turn = await talk(sample, "E05 on the fryer", "oil is at 390 now can i press reset for E05")
    assert "the i press" not in turn.answer.text
