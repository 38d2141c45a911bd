"""XLSX, XLSM, XLS and ODS: every sheet is a page, every row a ROW under the header of its table.

The values are python-calamine's. It keeps the whole rectangle around a sheet's filled cells in memory, so a file is
surveyed before: two cells in opposite corners of a sheet would take half a terabyte. The survey also finds what
calamine does not tell: how a number is shown, and the merged cells of ODS.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from knowledge.readers.budget import Budget
from knowledge.readers.packages import DAMAGE
from knowledge.readers.refusals import damaged, locked
from knowledge.readers.sheets_rows import Row, filled_rows
from knowledge.readers.sheets_survey import Found, survey
from knowledge.readers.sheets_tables import Band, bands
from knowledge.types import Block, BlockKind, PageReport, Reading

MAX_SHEETS = 1_000


def read_workbook(path: Path, name: str, deadline: float) -> Reading:
    """The sheets in order, each under its name: its title lines, its tables with their headers, its notes.

    Numbers and prices are as shown, dates ISO, merged cells repeat their value. Raises DocumentRefused for a file that
    is damaged, protected by a password, or beyond the limits of a workbook.
    """
    # imported here: only needed by those who take in a workbook
    from python_calamine import CalamineError, PasswordError

    budget = Budget(name, deadline)
    try:
        surveyed = survey(path, budget)
        with _open(path) as book:
            sheets = book.sheets_metadata
            if len(sheets) > MAX_SHEETS:
                raise budget.refusal(f"it has {len(sheets):,} sheets, and {MAX_SHEETS:,} are read")
            pages = [_page(book, index, surveyed.sheet(index), budget) for index in range(len(sheets))]
    except PasswordError as error:
        raise locked(name) from error
    except BaseException as error:
        # a panic of calamine is no Exception, and has no class that could be imported
        if not isinstance(error, (CalamineError, *DAMAGE)) and type(error).__name__ != "PanicException":
            raise
        raise damaged(name, "a workbook", error) from error
    blocks = tuple(block for page in pages for block in page[0])
    return Reading(surveyed.title, blocks, tuple(report for _, report in pages), tuple(surveyed.warnings))


def _open(path: Path) -> Any:
    import python_calamine

    return cast(Any, python_calamine).load_workbook(str(path))  # its types of paths are not fully told


def _page(book: Any, index: int, found: Found, budget: Budget) -> tuple[list[Block], PageReport]:
    """The blocks of a sheet and what is to say of it."""
    meta = book.sheets_metadata[index]
    sheet, page = " ".join(str(meta.name).split()), index + 1
    warnings: list[str] = []
    if str(meta.visible) != "SheetVisibleEnum.Visible":
        warnings.append("The sheet is hidden; it was read all the same.")
    lines: list[Row] = []
    if str(meta.typ) == "SheetTypeEnum.WorkSheet":
        lines = list(filled_rows(book.get_sheet_by_index(index), found, budget, warnings))
    else:
        warnings.append("It is no sheet of cells (a chart, a dialog or macros); it was not read.")
    blocks = [Block(BlockKind.HEADING, sheet, level=1, page=page)]
    tables = 0
    for band in bands(lines):
        walk = Band(band, sheet, page, budget)
        blocks += walk.read()
        tables += walk.tables
    characters = sum(len(block.text) for block in blocks)
    return blocks, PageReport(page, characters if lines else 0, len(blocks), tables, 0, tuple(warnings), sheet)
