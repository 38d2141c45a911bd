"""Which table rows explain an error code."""

from __future__ import annotations

import pytest

from knowledge.codes import code_rows, normalise_code
from knowledge.types import Block, BlockKind, StoredBlock


def row(header: tuple[str, ...], cells: tuple[str, ...], table: str = "", path: tuple[str, ...] = ()) -> StoredBlock:
    block = Block(BlockKind.ROW, " | ".join(cells), header=header, cells=cells, table=table)
    return StoredBlock("b1", "d1", 0, path, block)


@pytest.mark.parametrize("written", ["E05", "e05", "E-05", "E 05", "e‑05", "E.05"])
def test_a_code_is_the_same_however_it_is_written(written: str) -> None:
    assert normalise_code(written) == "e05"


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        (
            ("Code", "Meaning", "Possible cause", "What to do"),
            ("E05", "Oil too hot", "Probe", "Turn off"),
            [("E05", "Oil too hot", "Probe", "Turn off")],
        ),
        (("Fault", "Cause", "Remedy"), ("F-12", "No water", "Fill"), [("F-12", "", "No water", "Fill")]),
        (("Display", "Meaning"), ("E1 / E2", "Probe"), [("E1", "Probe", "", ""), ("E2", "Probe", "", "")]),
        (("Error code", "Fault", "Action"), ("dE 05", "Fan", "Call service"), [("dE 05", "Fan", "", "Call service")]),
    ],
)  # fmt: skip
def test_a_row_of_a_code_table_gives_its_codes(
    header: tuple[str, ...], cells: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    found = [(code, *columns.values()) for _, code, columns in code_rows([row(header, cells)])]
    assert found == expected


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (("Item code", "Description", "Price"), ("40012", "Basket", "$30")),
        (("Problem", "Cause", "Remedy"), ("No ice", "No water", "Open the valve")),
        (("Code", "Description"), ("40012", "Basket")),
        (("Alarm", "What to do"), ("the whole screen turns red", "Leave the building")),
    ],
)
def test_other_tables_give_none(header: tuple[str, ...], cells: tuple[str, ...]) -> None:
    assert list(code_rows([row(header, cells, table="Spare parts")])) == []
