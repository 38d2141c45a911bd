"""What a unit of text is judged by, and that it ranks what answers before what merely shares words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answering import FULL, QUICK, Features, Question, Unit, Weights, embedded, score
from knowledge.lexicon import stem
from knowledge.likeness import Likeness

WEIGHTS = {stem("descale"): 4.0, stem("ice"): 2.0, stem("machine"): 2.0}
QUESTION = "how often should I descale the ice machine"


def judged(text: str, *, question: str = QUESTION, headings: str = "", before: str = "") -> float:
    return score(Question(question, WEIGHTS).features(Unit(text, headings, before)), QUICK)


def test_a_unit_is_judged_by_its_own_words_its_headings_and_what_leads_to_it() -> None:
    unit = Unit("Descaling is due every 6 months.", "Ice bins", "The machine makes 450 lb a day.", rank=0.5)
    found = Question(QUESTION, WEIGHTS).features(unit)
    assert embedded(found, 0.7, 0.6, Likeness(0.5, 0.4, 0.3, 0.2, 0.1, 0.0), 1.5) == Features(
        coverage=0.5,
        share=pytest.approx(1 / 3),  # pyright: ignore[reportArgumentType] - equal to a float near it
        forms=0.0,  # "descaling" is not "descale"
        small=0.0,
        before=0.25,
        headings=0.25,
        cue=1.0,
        rank=0.5,
        cosine=0.7,
        alone=0.6,
        literal=0.5,
        meant=0.4,
        literal_gap=0.3,
        meant_gap=0.2,
        attended=1.5,
    )


@pytest.mark.parametrize(
    ("asked", "text", "counts"),
    [("lamp", "the headlamp", 0.5), ("disinfect", "the disinfectant", 0.5), ("ice", "the slicer", 0.0)],
)
def test_a_word_counts_half_where_another_has_it_as_a_part(asked: str, text: str, counts: float) -> None:
    assert Question(asked, {stem(asked): 3.0}).features(Unit(text, "")).coverage == counts


def test_the_kind_of_thing_asked_for_decides_between_texts_with_the_same_words() -> None:
    assert judged("Descale the ice machine every 6 months.") > judged("Descale the ice machine with nickel-safe acid.")


def test_what_the_question_says_itself_is_no_answer_to_it() -> None:
    question = "how long is the 30 minutes program"
    told, asked = Unit("It runs for 34 minutes.", ""), Unit("The 30 minutes program.", "")
    features = Question(question, {"program": 2.0}).features
    assert (features(told).cue, features(asked).cue) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("how hot must it be", "Heat it to 165 °F.", "Heat it through."),
        ("how long must it soak", "Soak it for 20 minutes.", "Soak it in water."),
        ("how many yrs is it kept", "It is kept for 5 years.", "5 are kept."),
        ("onion rings timer?", "Onion rings: 2 min 15 s", "Onion rings: 1 lb"),
        ("last day to comment on it", "Comment by September 21.", "Comment on it."),
        ("at what point is it full", "It is full at 12 liters.", "It is full."),
        ("when is it cleaned", "It is cleaned before opening.", "It is cleaned with a brush."),
        ("how many guests fit in", "There are forty-two or 42 seats.", "There are seats."),
        ("who signs the log", "It is signed by the manager.", "It is signed."),
        ("where is the valve", "It sits behind the panel.", "It is a ball valve."),
        ("why must it be dry", "Dry it, because water splashes.", "Dry it."),
        ("what does a filter cost", "A filter is $14.", "Order 14 filters."),
        ("how heavy is the basket", "It weighs 12 lb when full.", "It holds 12 portions."),
        ("how loud is the hood", "The hood runs at 62 dB.", "The hood has 2 speeds."),
        ("number for the plumber", "Plumber: (555) 014-0111", "Plumber: 24 hours"),
        ("number of the pest control company", "Pest control: 555 014-0190", "Pest control comes monthly."),
        ("how many liters is the boiler", "The boiler holds 11 l.", "The boiler fills in 90 s."),
        ("part number for the ready lamp", "FM-2431 Ready lamp", "Ready lamp: control panel."),
        ("how much powder goes in", "Put in 3 g of powder.", "Rinse powder off for 15 minutes."),
        ("how many filters are there", "The hood has 4 filters.", "Soak filters 20 minutes at 140 °F."),
        ("who designed the hood", "The hood was designed by Northline.", "The hood was designed in 1962."),
        ("who founded the diner", "Ada Moss founded the diner.", "The diner was founded in 1962."),
    ],
)
def test_each_kind_of_question_has_its_cue(question: str, answer: str, other: str) -> None:
    asked = Question(question, {})
    assert asked.asks_for_a_thing
    assert [asked.features(Unit(text, "")).cue for text in (answer, other)] == [1.0, 0.0]


def test_neither_a_loud_machine_nor_a_part_number_asks_for_a_measure() -> None:
    assert Question("the ice machine is loud", {}).is_met_by("Tighten the fan.")
    assert Question("part number for the pilot", {}).is_met_by("FM-2415")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("where are the price labels kept", "Price labels lie in the drawer."),
        ("can the colored boards be mixed", "Boards of two colors are never used together."),
        ("when was the diner founded", "The diner was founded in 1962."),
        ("what causes the weight to drift", "Dirt under the pan makes the weight drift."),
    ],
)
def test_a_question_that_names_an_attribute_may_ask_for_something_else(question: str, answer: str) -> None:
    assert not Question(question, {}).lacks_attribute(answer)


@pytest.mark.parametrize(
    ("asking", "telling"),
    [
        ("when is the hood cleaned", "what do i do when the fryer beeps"),
        ("so when do we close", "when the fryer beeps what do i do"),
        ("tell me who signs the log", "what do i say to a guest who is drunk"),
        ("mop bucket where is it", "the drawer where cash goes is stuck"),
    ],
)
def test_when_who_and_where_ask_for_nothing_in_the_middle_of_what_is_told(asking: str, telling: str) -> None:
    assert (Question(asking, {}).asks_for_a_thing, Question(telling, {}).asks_for_a_thing) == (True, False)


def test_a_question_of_doing_asks_for_no_thing() -> None:
    assert not Question("how do I clean the slicer", {}).asks_for_a_thing


def test_a_sentence_that_says_it_is_found_by_the_sentence_before() -> None:
    alone = judged("It is due twice a year.")
    assert judged("It is due twice a year.", before="Descale the ice machine.") > alone
    assert judged("It is due twice a year.", headings="Descaling the ice machine") > alone


def test_a_row_counts_for_what_its_cells_hold() -> None:
    features = Question(QUESTION, WEIGHTS).features(Unit("Ice machine | Clean the bin", "", is_row=True))
    assert (features.row, features.procedure) == (0.5, 0.0)


def test_a_question_without_telling_words_is_judged_by_what_is_left() -> None:
    features = Question("and how often?", {}).features(Unit("Every day.", "", rank=0.8))
    assert features == Features(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.8)


def test_the_cosine_counts_only_where_it_was_measured() -> None:
    assert QUICK.prose.cosine == QUICK.listed.alone == 0.0
    assert FULL.prose.cosine > 0.0


def test_a_sentence_that_only_announces_is_worth_less_than_one_that_says_it() -> None:
    assert judged("To descale the ice machine every 6 months:") < judged("Descale the ice machine every 6 months.")


def test_prose_and_what_is_listed_have_weights_of_their_own() -> None:
    unit = Unit("Descale every 6 months.", "Ice machine")
    prose, listed = (Question(QUESTION, WEIGHTS).features(one) for one in (unit, replace(unit, is_listed=True)))
    weights = Weights(prose=Features(*[1.0] * 8), listed=Features(*[0.0] * 8, listed=2.0))
    assert score(listed, weights) == 2.0 != score(prose, weights)
