"""A question for all rows of a table that are so gets them all, as the file has them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from dirty_equals import IsStr

from app.wiring import Linelead
from knowledge import samples
from knowledge.library import Library
from knowledge.quoting import Quoted
from knowledge.types import Query, Scope

EVERYTHING = Scope()
MATRIX = Path(samples.__file__).parent / "site" / "safety" / "allergen-matrix.csv"
DISHES = list(csv.DictReader(MATRIX.read_text("utf-8").splitlines()))


async def asked(library: Library, question: str, *previous: str) -> Quoted:
    retrieval = await library.retriever.retrieve(Query(question, previous), EVERYTHING)
    return await library.quoter.quote(retrieval, EVERYTHING)


def listed(quoted: Quoted) -> list[str]:
    """The names of the rows that a list shows; none where there is no list."""
    return [quote.stored.block.cells[0] for quote in quoted.quotes if quote.kind == "row"] if quoted.lead else []


def dishes(*columns: str, mark: str) -> list[str]:
    return [row["Dish"] for row in DISHES if all(row[column] == mark for column in columns)]


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("what is egg free", ["Egg"]),
        ("is there anything dairy free", ["Milk"]),
        ("whats gluten free", ["Wheat"]),
        ("which dishes are safe for peanut allergy", ["Peanut"]),
        ("any dessert without nuts", ["Tree nuts", "Peanut"]),
        ("no nuts no dairy what can i offer", ["Tree nuts", "Peanut", "Milk"]),
        ("which dishes do not contain sesame", ["Sesame"]),
        ("which dishes do not have egg", ["Egg"]),
        ("what doesn't have milk in it", ["Milk"]),
        ("which items do not contain any trace of egg", ["Egg"]),
        ("what is not made with milk", ["Milk"]),
        ("which items dont have any fish", ["Fish"]),
        ("list dishes that never have egg", ["Egg"]),
        ("nothing with nuts please what do you have", ["Tree nuts", "Peanut"]),
        ("guest can't have nuts, what can i offer", ["Tree nuts", "Peanut"]),
        ("guest cannot have dairy what can she eat", ["Milk"]),
        ("a guest is not allowed dairy, what can i serve", ["Milk"]),
        ("he gets sick from milk what can he have", ["Milk"]),
        ("guest has a nut problem what can she eat", ["Tree nuts", "Peanut"]),
        ("customer with a milk problem what can they eat", ["Milk"]),
        ("customer is avoiding gluten, any options", ["Wheat"]),
        ("she has to stay away from nuts, what can she have", ["Tree nuts", "Peanut"]),
        ("what can someone with a nut allergy have", ["Tree nuts", "Peanut"]),
    ],
)
async def test_what_is_free_of_something_is_every_dish_that_is_marked_so_and_no_other(
    sample: Linelead, question: str, columns: list[str]
) -> None:
    quoted = await asked(sample.library, question)
    assert listed(quoted) == dishes(*columns, mark="no")
    assert quoted.sufficient


@pytest.mark.parametrize(
    ("question", "column"),
    [
        ("which dishes have sesame", "Sesame"),
        ("list everything with fish in it", "Fish"),
        ("what can a shellfish allergy guest not eat", "Shellfish"),
        ("what can't someone with a peanut allergy eat", "Peanut"),
        ("which dishes should a peanut allergy guest avoid", "Peanut"),
        ("which dishes are not safe for a peanut allergy", "Peanut"),
        ("which dishes should a guest avoid with a peanut allergy", "Peanut"),
        ("what has egg in it", "Egg"),
        ("which dishes is there milk in", "Milk"),
    ],
)
async def test_what_holds_something_is_every_dish_that_is_marked_so_then_those_that_may(
    sample: Linelead, question: str, column: str
) -> None:
    quoted = await asked(sample.library, question)
    assert listed(quoted) == [*dishes(column, mark="yes"), *dishes(column, mark="may contain")]


async def test_a_list_tells_what_it_leaves_out_and_which_column_stands_for_another(sample: Linelead) -> None:
    assert (await asked(sample.library, "is there anything dairy free")).lead == (
        "In “Allergen matrix” 7 of 42 rows are marked as without Milk. 12 more are marked “may contain”, and left out. "
        "There is no column for “dairy”; Milk comes nearest."
    )


async def test_a_list_tells_which_kind_of_dish_the_table_does_not_know(sample: Linelead) -> None:
    lead = (await asked(sample.library, "any dessert without sesame")).lead
    assert lead.endswith("It does not say which of them is a dessert.")


async def test_a_row_of_a_list_shows_its_name_what_was_asked_and_the_note_that_speaks_of_it(sample: Linelead) -> None:
    quoted = await asked(sample.library, "what is milk free")
    chili = next(quote.stored.block for quote in quoted.quotes if quote.stored.block.cells[0] == "Beef chili")
    assert dict(zip(chili.header, chili.cells, strict=True)) == {
        "Dish": "Beef chili",
        "Milk": "no",
        "Notes": "Cheese and sour cream on the side contain milk. Crackers contain wheat.",
    }


async def test_a_list_brings_the_rule_that_says_it_is_no_promise(sample: Linelead) -> None:
    quoted = await asked(sample.library, "whats gluten free")
    assert "does not promise gluten-free" in quoted.quotes[-1].text


async def test_a_list_goes_on_with_the_list_before(sample: Linelead) -> None:
    before = "which dishes are safe for peanut allergy"
    assert listed(await asked(sample.library, "and without milk", before)) == dishes("Peanut", "Milk", mark="no")
    assert listed(await asked(sample.library, "what about sesame", before)) == dishes("Sesame", mark="no")


@pytest.mark.parametrize(
    ("previous", "question", "row"),
    [
        (["whats in the caesar"], "safe for egg allergy?", "Caesar salad | yes | Dressing contains anchovy (fish)"),
        (["whats in the caesar", "who made that"], "ok for an egg allergy?", "Caesar salad | yes | Dressing contains"),
        (["is there fish in the clam chowder"], "ok with a peanut allergy?", "Quay Street clam chowder | no"),
        (
            ["guest wants the grilled salmon"],
            "she cant have dairy",
            "Grilled salmon | may contain | Clean pan",
        ),
    ],
)
async def test_a_follow_up_about_a_dish_gets_its_marks_and_no_other_dish(
    sample: Linelead, previous: list[str], question: str, row: str
) -> None:
    quoted = await asked(sample.library, question, *previous)
    rows = [quote for quote in quoted.quotes if quote.kind == "row"]
    assert [" | ".join(filter(None, quote.stored.block.cells)) for quote in rows] == [
        IsStr(regex=f"{re.escape(row)}.*")
    ]


async def test_rows_that_a_question_names_are_all_that_a_list_is_made_of(sample: Linelead) -> None:
    assert listed(await asked(sample.library, "which salads have egg")) == ["Chicken walnut salad", "Caesar salad"]


@pytest.mark.parametrize(
    "question",
    [
        "does the chowder have milk",
        "can a peanut allergy guest eat the fries",
        "what allergens are in the tuna melt",
        "what do i do for a nut allergy",
        "how hot must fish be",
        "where do i store the milk",
        "what temperature does fish need",
        "which fish is on the delivery list",
    ],
)
async def test_a_question_about_one_dish_or_something_else_makes_no_list(sample: Linelead, question: str) -> None:
    assert (await asked(sample.library, question)).lead == ""


@pytest.mark.parametrize(
    ("table", "free"),
    [
        ("Product,Nuts,Milk\nFudge,x,x\nMints,,\nToffee,,x\nBrittle,(x),x\n", ["Mints", "Toffee"]),
        ("Product,Nuts,Milk\nCake,yes,yes\nJelly,no,no\nSponge,,yes\nTart,no,yes\n", ["Jelly", "Tart"]),
    ],
)
async def test_an_empty_cell_says_no_only_where_nothing_else_does(
    library: Library, tmp_path: Path, table: str, free: list[str]
) -> None:
    (tmp_path / "sweets.csv").write_text(table, "utf-8")
    await library.ingestor.ingest(tmp_path / "sweets.csv")
    assert listed(await asked(library, "which products are free of nuts")) == free


async def test_a_long_list_is_cut_and_says_so(library: Library, tmp_path: Path) -> None:
    rows = "".join(f"Bread {number},{'no' if number else 'yes'}\n" for number in range(60))
    (tmp_path / "bread.csv").write_text(f"Product,Nuts\n{rows}", "utf-8")
    await library.ingestor.ingest(tmp_path / "bread.csv")
    quoted = await asked(library, "which bread is nut free")
    assert (len(listed(quoted)), quoted.lead) == (
        40,
        "In “Bread” 59 of 60 rows are marked as without Nuts. The first 40 are shown.",
    )


MAINTENANCE = list(
    csv.DictReader((MATRIX.parents[1] / "equipment" / "maintenance-schedule.csv").read_text("utf-8").splitlines())
)


async def test_which_tasks_are_monthly_are_those_of_every_table_and_not_what_is_done_every_six_months(
    sample: Linelead,
) -> None:
    quoted = await asked(sample.library, "which tasks are monthly")
    rows = [dict(zip(q.stored.block.header, q.stored.block.cells, strict=True)) for q in quoted.quotes]
    monthly = [row["Task"] for row in MAINTENANCE if row["Interval"] == "Monthly"]
    assert [row["Task"] for row in rows if "Machine" in row] == monthly
    assert {row.get("Interval") or row["Frequency"] for row in rows} == {"Monthly"}
    assert {q.document.title for q in quoted.quotes} > {"Maintenance schedule"}


@pytest.mark.parametrize(
    ("question", "names", "lead"),
    [
        (
            "which foods keep 3 days",
            ["Cooked rice, cooked pasta", "Cut melon, cut tomatoes, washed lettuce", "Tuna, egg and chicken salad"],
            "3 of the 7 rows of “Table 7: House shelf life in the cooler, when shorter than 7 days”.",
        ),
        (
            "all food that keeps 4 days",
            ["Gravy, chowder, chili"],
            "1 of the 7 rows of “Table 7: House shelf life in the cooler, when shorter than 7 days”.",
        ),
        (
            "which codes lock the oven",
            ["E01", "E05", "E08", "E13", "E16", "E21"],
            "6 of the 19 rows of “Table 8: Codes of the BakeStar 6”.",
        ),
    ],
)
async def test_rows_that_say_so_are_listed(sample: Linelead, question: str, names: list[str], lead: str) -> None:
    quoted = await asked(sample.library, question)
    assert (listed(quoted), quoted.lead) == (names, lead)


async def test_a_whole_table_is_listed_with_its_first_columns(sample: Linelead) -> None:
    quoted = await asked(sample.library, "list all error codes of the fryer")
    assert quoted.lead == "All 16 rows of “Table 6: Codes of the FryMate 240”."
    assert len(quoted.quotes) == 16
    assert {quote.stored.block.header for quote in quoted.quotes} == {("Code", "Meaning", "Likely cause")}


@pytest.mark.parametrize(
    "question", ["are all allergens on the menu", "do all employees need hairnets", "how do i clean all the filters"]
)
async def test_all_in_a_question_of_another_kind_lists_nothing(sample: Linelead, question: str) -> None:
    assert (await asked(sample.library, question)).lead == ""


async def test_a_table_too_long_to_be_read_whole_is_not_listed(library: Library, tmp_path: Path) -> None:
    rows = "".join(f"Bread {number},{'no' if number % 2 else 'yes'}\n" for number in range(2_100))
    (tmp_path / "bread.csv").write_text(f"Product,Nuts\n{rows}", "utf-8")
    await library.ingestor.ingest(tmp_path / "bread.csv")
    assert (await asked(library, "which bread is nut free")).lead == ""
