"""A quiz question follows from its span alone, can be understood by itself, and is asked once."""

from __future__ import annotations

import re

import pytest

from app.wiring import Linelead
from knowledge.types import Scope
from tools.deps import Principal
from tools.grading import is_right
from tools.questions import BLANK, Question, questions_about
from tools.subjects import find_subject

TOPICS = (
    "hand washing", "danger zone", "cooling food", "quat", "fryer error codes", "allergens", "week 1", "week 2",
    "opening", "the dish machine", "burns", "filtering oil", "sanitizer strengths", "fryer",
)  # fmt: skip


async def questions(sample: Linelead, topic: str) -> list[Question]:
    return questions_about(await find_subject(sample.deps(Principal(), Scope()), topic))


@pytest.mark.parametrize("topic", TOPICS)
async def test_the_answer_stands_in_the_source_and_not_in_the_question(sample: Linelead, topic: str) -> None:
    made = await questions(sample, topic)
    assert made
    for question in made:
        assert is_right(question, question.expected)
        if question.kind == "cloze":
            assert question.prompt.count(BLANK) == 1
            assert question.expected not in question.prompt
            assert question.expected in " ".join(question.source[0].text.split())
        else:
            choices = dict(re.findall(r"^- ([A-Z]): (.*)$", question.prompt, re.MULTILINE))
            assert [choices[letter] for letter in question.expected] == [
                " ".join(source.text.split()) for source in question.source
            ]
            assert question.expected != "".join(sorted(question.expected))


@pytest.mark.parametrize("topic", TOPICS)
async def test_a_question_names_where_it_is_from_and_begins_with_no_pronoun(sample: Linelead, topic: str) -> None:
    for question in await questions(sample, topic):
        title = re.escape(question.source[0].document)
        place = re.match(rf"(“[^”]+” \({title}\)|{title}): ", question.prompt)
        assert place, question.prompt
        assert not re.match(r"(it|they|this|these|those|change it)\b", question.prompt[place.end() :], re.IGNORECASE)


async def test_a_fact_is_asked_once(sample: Linelead) -> None:
    # two documents say how long a wash takes in all, three how long to rub
    made = await questions(sample, "hand washing")
    assert sorted(q.expected for q in made if q.kind == "cloze") == ["10 to 15 seconds", "20 seconds", "85 °F (29 °C)"]


async def test_kinds_of_questions_are_mixed(sample: Linelead) -> None:
    made = await questions(sample, "hand washing")
    assert [question.kind for question in made[:3]] == ["cloze", "order", "cloze"]


async def test_a_number_that_the_question_gives_away_is_not_asked_for(sample: Linelead) -> None:
    # "If stage 1 takes 1 hour, stage 2 may take 5."
    assert not [q for q in await questions(sample, "cooling food") if q.prompt.endswith("stage 2 may take 5.")]


async def test_codes_are_asked_for_by_their_meaning(sample: Linelead) -> None:
    first = (await questions(sample, "fryer error codes"))[0]
    assert (first.prompt, first.expected) == (
        f"“6.2 Table of codes” (FryMate 240 Gas Fryer): Which code says “Oil temperature probe: open circuit”? {BLANK}",
        "E01",
    )


async def test_a_table_of_yes_and_no_is_asked_about_cell_by_cell(sample: Linelead) -> None:
    first = (await questions(sample, "allergens"))[0]
    assert (first.prompt, first.expected) == (f"Allergen matrix: Dish: Buttermilk pancakes · Milk: {BLANK}", "yes")


async def test_a_week_of_the_training_asks_from_all_its_chapters(sample: Linelead) -> None:
    made = await questions(sample, "week 2")
    assert {question.source[0].heading_path[0] for question in made} == {"3 Week 2: fry and grill"}
    assert len({question.source[0].heading_path[-1] for question in made[:3]}) == 3


async def test_the_same_documents_give_the_same_questions(sample: Linelead) -> None:
    assert await questions(sample, "burns") == await questions(sample, "burns")
