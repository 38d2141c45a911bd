"""Over the sample site, with the real model: what answers is quoted first, and no more than what answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from app.wiring import Linelead
from knowledge.answering import Question
from knowledge.lexicon import words
from knowledge.library import Library
from knowledge.likeness import TextVectors
from knowledge.minilm import DIMENSION, MINILM
from knowledge.procedures import asks_for_steps, asks_how
from knowledge.quoting import EMBEDDED
from knowledge.types import Query, Quote, QuoteKind, Scope

from ..fakes import HashingEmbedder

EVERYTHING = Scope()
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "evals" / "datasets" / "answers.yaml").read_text("utf-8")
)
MANUAL = """# Frost 12 ice cream machine

## Daily cleaning

DANGER: Pull the plug before you open the front.

1. Empty the drum.
2. Rinse the drum with warm water.
3. Dry the blades.

## Service

The drum holds 12 liters. The blades are changed every 6 months. A dealer changes the blades.

The warranty is 2 years.
"""


async def quoted(library: Library, question: str, *previous: str) -> list[Quote]:
    retrieval = await library.retriever.retrieve(Query(question, previous), EVERYTHING)
    return (await library.quoter.quote(retrieval, EVERYTHING)).quotes


async def test_most_questions_find_the_words_of_the_answer_among_their_quotes(sample: Linelead) -> None:
    answerable = [case for case in CASES["report"] if case["expects"] is not None]
    found = 0
    for case in answerable:
        quotes = await quoted(sample.library, case["q"])
        text = " ".join(f"{quote.stored.block.label} {quote.text}" for quote in quotes).lower()
        found += all(word.lower() in text for word in case["expects"])
    assert found / len(answerable) >= 0.75


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how long do i wash my hands", "20 seconds"),
        ("how hot does chicken have to be", "165"),
        ("final rinse at the manifold of a dual temperature machine", "180"),
        ("how strong is the quat sanitizer", "200"),
        ("part number for the pilot", "FM-2415"),
    ],
)
async def test_the_first_quote_of_a_fact_holds_it(sample: Linelead, question: str, words: str) -> None:
    first = (await quoted(sample.library, question))[0]
    assert words in first.text
    assert first.text == first.stored.text[first.start : first.end]


async def test_a_question_that_several_rows_answer_is_answered_with_each(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "final rinse temperature dish machine")
    found = {limit for limit in ("165 °F", "180 to 194 °F") if any(limit in quote.text for quote in quotes[:2])}
    assert found == {"165 °F", "180 to 194 °F"}  # the machine with one temperature, and the one with two


async def test_quotes_of_one_passage_stand_behind_the_best_and_none_is_quoted_twice(sample: Linelead) -> None:
    for case in CASES["tune"]:
        quotes = await quoted(sample.library, case["q"])
        assert len({quote.span_id for quote in quotes}) == len(quotes)
        assert all(0.0 <= quote.score <= 1.0 for quote in quotes)
        if quotes and quotes[0].kind is QuoteKind.SENTENCE:
            assert quotes[0].score == max(quote.score for quote in quotes)


async def test_a_fact_is_not_answered_with_a_whole_procedure(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "what is the warranty on the fryer")
    assert {quote.kind for quote in quotes} & {QuoteKind.STEP} == set()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("soup at 128 in the steam table for 5 hours, can i reheat it?", "Throw away"),
        ("soup at 128 in the steam table for 1 hour, can i reheat it?", "Reheat to 165 °F (74 °C) within 2 hours"),
    ],
)
async def test_of_rows_that_differ_by_an_amount_the_one_that_is_asked_about_is_quoted(
    sample: Linelead, question: str, told: str
) -> None:
    quotes = await quoted(sample.library, question)
    assert [quote.stored.block.cells[1] for quote in quotes] == [told]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("walk in is at 47", ["Above 45 °F (7 °C)", "42 to 45 °F (6 to 7 °C)"]),  # "same" as in the row above
        ("the walk-in cooler reads 47 degrees what do i do", ["Above 45 °F (7 °C)", "42 to 45 °F (6 to 7 °C)"]),
        ("fridge is 43 is that ok", ["42 to 45 °F (6 to 7 °C)"]),
        ("cooler at 36 is that fine", ["34 to 38 °F (1 to 3 °C)"]),
        ("walk in cooler reading 5 C", ["39 to 41 °F (4 to 5 °C)"]),
    ],
)
async def test_a_reading_is_read_off_the_table_of_ranges(sample: Linelead, question: str, told: list[str]) -> None:
    quotes = await quoted(sample.library, question)
    assert [quote.stored.block.cells[0] for quote in quotes] == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cold rail at 46 for 5 hours", "Above 41 °F for 4 hours or longer: throw it away."),
        ("cold rail at 46 for 2 hours", "Above 41 °F for less than 4 hours: move it to the walk-in"),
        ("hot hold at 130 for 1 hour", "House rule: below 135 °F for less than 2 hours, reheat to 165 °F"),
        ("hot hold at 130 for 3 hours", "Below 135 °F for 2 hours or longer"),
    ],
)
async def test_of_rules_for_different_amounts_the_one_for_the_question_comes_first(
    sample: Linelead, question: str, told: str
) -> None:
    assert (await quoted(sample.library, question))[0].text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what does PIC mean", "The person in charge (PIC) is the manager"),
        ("who is the pic", "The person in charge (PIC) is the manager"),
        ("what is a near miss", "A near miss is an event"),
        ("whats par", "Par | The amount"),
    ],
)
async def test_what_explains_a_name_answers_what_it_means(sample: Linelead, question: str, told: str) -> None:
    assert (await quoted(sample.library, question))[0].text.startswith(told)


async def test_who_asks_by_when_is_told_a_day_and_not_that_there_is_one(library: Library, tmp_path: Path) -> None:
    note = (
        "# Buying\n\n## Orders\n\nThe dealer may change all orders received after the deadline for orders.\n\n"
        "## Changes\n\nAll orders received by the closing date for orders may count.\n\n"
        "## Days\n\nThe dealer must receive orders by September 21.\n"
    )
    (tmp_path / "buying.md").write_text(note, "utf-8")
    await library.ingestor.ingest(tmp_path / "buying.md")
    told = await quoted(library, "by when must orders be received")
    assert told[0].text == "The dealer must receive orders by September 21."


async def test_what_a_short_name_means_is_found_among_many_that_only_use_it(library: Library, tmp_path: Path) -> None:
    notes = [f"## Week {n}\n\nThe HLT of fryer {n} was tested, and the HLT is fine.\n" for n in range(60)]
    spelt = "## Parts\n\nAbove the oil sits a spring. Its high-limit thermostat (HLT) shuts the gas off for good.\n"
    other = "## Prices\n\nThe dealer has no thermostat (HLT) on the shelf this year.\n"
    (tmp_path / "log.md").write_text("# Fryer log\n\n" + "\n".join([*notes[:30], spelt, other, *notes[30:]]), "utf-8")
    await library.ingestor.ingest(tmp_path / "log.md")
    for question in ("what does HLT stand for", "whats an hlt?"):
        assert [quote.text for quote in await quoted(library, question)][:1] == [
            "Its high-limit thermostat (HLT) shuts the gas off for good."
        ]


@pytest.mark.parametrize("question", ["closing checklist", "how do i close", "what do i do first at closing"])
async def test_who_names_a_chapter_of_procedures_is_told_them_all_in_order(sample: Linelead, question: str) -> None:
    retrieval = await sample.library.retriever.retrieve(Query(question), EVERYTHING)
    told = await sample.library.quoter.quote(retrieval, EVERYTHING)
    assert told.lead == "“3 Closing” has 3 procedures: “3.1 Kitchen”, “3.2 Front”, “3.3 Last walk”."
    places = [(quote.stored.heading_path[-1], quote.stored.ordinal) for quote in told.quotes if quote.kind == "step"]
    assert list(dict.fromkeys(place for place, _ in places)) == ["3.1 Kitchen", "3.2 Front", "3.3 Last walk"]
    assert places == sorted(places)


async def test_who_names_one_procedure_of_a_chapter_is_told_that_one(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "closing the kitchen")
    assert {quote.stored.heading_path[-1] for quote in quotes} == {"3.1 Kitchen"}


async def test_who_asks_how_is_told_a_procedure_before_a_row(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "how do i cool soup down")
    assert quotes[0].stored.heading_path[-1] == "10.1 Two-stage cooling"


async def test_who_asks_how_is_told_the_whole_procedure_and_not_its_best_step(sample: Linelead) -> None:
    steps = [quote for quote in await quoted(sample.library, "how do i clean the fryer") if quote.kind == "step"]
    assert {quote.stored.heading_path[-1] for quote in steps} == {"7.1 Every day"}
    assert [quote.stored.block.label for quote in steps] == ["1.", "2.", "3.", "4."]


async def test_of_procedures_the_one_that_is_called_what_is_asked_comes_first(sample: Linelead) -> None:
    assert (await quoted(sample.library, "how do i boil out"))[0].stored.heading_path[-1] == "7.2 Boil-out (every week)"


async def test_an_item_comes_with_the_list_that_is_announced(sample: Linelead) -> None:
    assert [quote.text for quote in await quoted(sample.library, "how often do i change gloves")] == [
        "Change gloves, and wash hands between pairs:",
        "when they tear or get dirty",
        "before a different task, and always between raw and ready-to-eat",
        "after an interruption such as the phone, a door or money",
        "at least every 4 hours in one continuous task",
    ]


async def test_a_row_is_called_by_its_whole_name(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "home fries allergens")
    assert [quote.stored.block.cells[0] for quote in quotes] == ["Home fries"]


async def test_a_reading_without_its_degrees_is_read_off_too(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "walkin 47 what do")
    assert [quote.stored.block.cells[0] for quote in quotes] == ["Above 45 °F (7 °C)", "42 to 45 °F (6 to 7 °C)"]


async def test_what_is_only_told_of_is_answered_by_what_is_done_then(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "guest got sick from our food")
    assert {quote.stored.heading_path[-1] for quote in quotes} == {"15.4 A guest says the food made them ill"}
    assert len([quote for quote in quotes if quote.kind is QuoteKind.STEP]) > 2


@pytest.mark.parametrize(
    ("question", "heading", "first"),
    [
        ("can i mix bleach with quat", "9 Never mix", "BrightLine bleach | SaniQuat 10 | Both weakened"),
        ("is it safe to mix bleach and vinegar", "9 Never mix", "BrightLine bleach | ScaleGo NS, vinegar"),
        ("how do i mix the quat for the bucket", "4.3 Skill: mixing the sanitizer", "Bleach is never mixed with any"),
    ],
)
async def test_what_may_be_mixed_is_told_by_what_speaks_of_mixing(
    sample: Linelead, question: str, heading: str, first: str
) -> None:
    best = (await quoted(sample.library, question))[0]
    assert (best.stored.heading_path[-1], best.text[: len(first)]) == (heading, first)


async def test_a_word_that_no_document_has_is_looked_up_as_they_say_it(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "someone puked in the dining room")
    assert {quote.stored.heading_path[-1] for quote in quotes} == {"4.4 Cleaning up vomit or diarrhea"}


async def test_a_warning_that_answers_best_brings_its_procedure(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "how do i cool down chili")
    assert [quote.kind for quote in quotes[:1]] == [QuoteKind.WARNING]
    assert [quote.text.partition(":")[0] for quote in quotes if quote.kind is QuoteKind.STEP][:2] == [
        "Divide",
        "Choose one or more",
    ]


async def test_a_follow_up_is_quoted_by_the_words_of_the_turn_before(sample: Linelead) -> None:
    quotes = await quoted(sample.library, "and how often?", "how do I descale the ice machine")
    assert any("descal" in f"{quote.text} {quote.stored.heading_path}".lower() for quote in quotes)


@pytest.mark.parametrize(
    ("text", "is_how"),
    [
        ("how do I clean the slicer", True),
        ("clean the slicer", True),
        ("what now", True),
        ("the power is out", True),
        ("the delivery just came", True),
        ("someone puked in the dining room", True),
        ("glass in the ice bin", True),
        ("the register is $7 short, do i tell anybody or is that fine", False),
        ("what filter does the ice machine take", False),
        ("can i clean it with bleach", False),
        ("chicken temperature", False),
    ],
)
def test_a_procedure_may_answer_only_what_asks_how(text: str, is_how: bool) -> None:
    assert asks_how(text) is is_how


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("steps to check the oil temperature", True),
        ("how do I check the pressure of the pump", True),
        ("how do i clean it and how often", False),
        ("how long does it take to clean the fryer", False),
        ("how do i know what temperature it needs", False),
    ],
)
def test_what_is_done_may_be_about_a_thing_that_is_not_asked_for(text: str, is_asked: bool) -> None:
    assert asks_for_steps(text, Question(text, {})) is is_asked


# --- an embedder of any kind ------------------------------------------------------------------------------------------


class Counting(HashingEmbedder):
    """Remembers what it was asked to embed on the spot."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return HashingEmbedder.embed_now(self, texts)

    def embed_now(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.extend(texts)
        return super().embed_now(texts)


class LikeMiniLM(Counting):
    """An embedder that sees words as well: each as the bag of words sees it alone."""

    name = MINILM

    def read_now(self, texts: Sequence[str]) -> list[TextVectors]:
        found: list[TextVectors] = []
        for text in texts:
            alone = tuple(words(text))
            seen = np.pad(HashingEmbedder.embed_now(self, alone), ((0, 0), (0, DIMENSION - self.dimension)))
            seen = seen.astype(np.float16)
            found.append(TextVectors(self.embed_now([text])[0], alone, seen, seen))
        return found


async def filled(folder: Path, embedder: Counting) -> Library:
    file = folder / "frost.md"
    file.write_text(MANUAL, "utf-8")
    library = Library.open(folder / "data", embedder=embedder)
    await library.ingestor.ingest(file)
    embedder.asked.clear()
    return library


async def test_the_words_alone_decide_where_the_cosine_is_of_another_model(tmp_path: Path) -> None:
    embedder = Counting()
    library = await filled(tmp_path, embedder)
    try:
        quotes = await quoted(library, "how often are the blades changed")
        assert (quotes[0].text, embedder.asked) == ("The blades are changed every 6 months.", [])
    finally:
        library.close()


async def test_only_a_few_candidates_are_embedded_and_each_once(tmp_path: Path) -> None:
    embedder = LikeMiniLM()
    library = await filled(tmp_path, embedder)
    try:
        question = "blades"
        quotes = await quoted(library, question)
        first = list(embedder.asked)
        assert first[:1] == question.split()
        # the candidates under their headings and by themselves, the question's words, and what leads to the best
        assert 2 <= len(set(first)) - 1 <= 2 * EMBEDDED + 1
        assert Counter(first) - Counter(set(first)) == {question: 1}, "it alone is embedded again: with its words too"
        assert "Frost 12 ice cream machine – Service: A dealer changes the blades." in first
        again = await quoted(library, question)
        assert embedder.asked == [*first, question], "for picking; the evidence knows it from there"
        assert again == quotes
    finally:
        library.close()


TWICE = """# Depot rules

## North gate

Report a lost key to the guard.

## South gate

Report a lost key to the guard.
"""


async def test_the_same_words_in_two_sections_are_quoted_once(library: Library, tmp_path: Path) -> None:
    (tmp_path / "rules.md").write_text(TWICE, "utf-8")
    await library.ingestor.ingest(tmp_path / "rules.md")
    texts = [quote.text for quote in await quoted(library, "report a lost key")]
    assert texts.count("Report a lost key to the guard.") == 1


async def test_a_procedure_whose_name_says_nothing_of_the_question_is_no_answer(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "manual.md").write_text(MANUAL, "utf-8")
    await library.ingestor.ingest(tmp_path / "manual.md")
    quotes = await quoted(library, "water everywhere, what now")
    assert "Dry the blades." not in [quote.text for quote in quotes]


async def test_how_is_answered_by_the_procedure_with_its_warning_and_nothing_else(tmp_path: Path) -> None:
    library = await filled(tmp_path, Counting())
    try:
        quotes = await quoted(library, "how do I clean the ice cream machine every day")
        assert [(quote.kind, quote.text) for quote in quotes] == [
            (QuoteKind.WARNING, "Pull the plug before you open the front."),
            (QuoteKind.STEP, "Empty the drum."),
            (QuoteKind.STEP, "Rinse the drum with warm water."),
            (QuoteKind.STEP, "Dry the blades."),
        ]
    finally:
        library.close()


COOLING = """# Cooling card

## How to cool broth

DANGER

1. Pour the broth into flat pans.
2. Stir it over ice.

| From | To | Within |
|---|---|---|
| 135 °F | 70 °F | 2 hours |
| 70 °F | 41 °F | 6 hours |

## Inside temperatures

| Dish | Inside temperature |
|---|---|
| Lentil patty | 150 °F |
| Corn patty | 140 °F |

House rule: a lentil patty is served at an inside temperature of 160 °F. The oven is cleaned at 140 °F.
"""


async def test_a_small_table_of_limits_is_shown_with_its_procedure(library: Library, tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text(COOLING, "utf-8")
    await library.ingestor.ingest(tmp_path / "card.md")
    assert [quote.text for quote in await quoted(library, "how do I cool broth")] == [
        "Pour the broth into flat pans.",
        "Stir it over ice.",
        "135 °F | 70 °F | 2 hours",
        "70 °F | 41 °F | 6 hours",
    ]


async def test_a_row_brings_the_note_of_its_section_that_names_the_same(library: Library, tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text(COOLING, "utf-8")
    await library.ingestor.ingest(tmp_path / "card.md")
    found = [quote.text for quote in await quoted(library, "what temperature for the lentil patty")]
    assert found[0] == "Lentil patty | 150 °F"
    assert "House rule: a lentil patty is served at an inside temperature of 160 °F." in found
    assert "The oven is cleaned at 140 °F." not in found


PUMP = """# Duster 3 pump

## Questions

Why does the pump stop by itself?

The motor was too hot. Wait ten minutes and press the green key.

## Filter box

The box sits on the left. To clean the filter box of the pump:

- Rap its frame on the floor.
- Wash the mesh in warm water.

## Oil

The oil of the pump is changed every 3 months. Its grade is 32, as that of the compressor. Old oil\
 goes back to the dealer. The dealer is in town.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # a question of the document's own is no answer: what stands after it is
        (
            "why does the pump stop by itself",
            ["The motor was too hot.", "Wait ten minutes and press the green key."],
        ),
        # a sentence that ends with a colon is half of what it says
        (
            "what is done to clean the filter box of the pump",
            [
                "To clean the filter box of the pump:",
                "Rap its frame on the floor.",
                "Wash the mesh in warm water.",
            ],
        ),
        # the sentence beside it may be the one that was meant
        (
            "how often is the oil of the pump changed",
            [
                "The oil of the pump is changed every 3 months.",
                "Its grade is 32, as that of the compressor.",
            ],
        ),
    ],
)
async def test_a_sentence_comes_with_its_other_half(
    library: Library, tmp_path: Path, question: str, answer: list[str]
) -> None:
    (tmp_path / "pump.md").write_text(PUMP, "utf-8")
    await library.ingestor.ingest(tmp_path / "pump.md")
    assert [quote.text for quote in await quoted(library, question)] == answer
