"""Error codes in tables: which rows of a document say what a code on a display means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.types import BlockKind, StoredBlock

_CODE_COLUMN = re.compile(
    r"(?:(?:error|fault|alarm|display|status|service|diagnostic|trouble)s?[ -]*)?(?:codes?|numbers?|no\.?)"
    r"|errors?|faults?|alarms?|displays?|(?:display|code|screen) (?:shows|shown|reads)|shown?"
)
_COLUMNS = {
    "meaning": re.compile(
        r"(?:what (?:it|this) )?mean(?:s|ing)|description|definition|condition|problem|fault|error|alarm|name|message"
    ),
    "cause": re.compile(r"(?:(?:possible|probable|likely|usual) )*causes?|reasons?|why"),
    "action": re.compile(
        r"(?:(?:corrective|required|crew|first) )*actions?(?: required| to take)?|remed(?:y|ies)|solutions?|fix(?:es)?"
        r"|what to do(?: first)?|do this|do|response|repair|correction|next steps?|steps?"
    ),
}
_CODE = re.compile(r"(?=.{1,16}$)(?:.*\d.*|[A-Z][A-Z0-9 -]*)")
_ABOUT_CODES = re.compile(r"\b(?:code|error|fault|alarm|display|trouble)s?\b", re.IGNORECASE)


def normalise_code(code: str) -> str:
    """The code without case, spaces, hyphens and dots: "E-05", "e 05" and "E05" are the same."""
    return re.sub(r"[\s.\-‐‑–—_]+", "", code).casefold()


def code_rows(blocks: Sequence[StoredBlock]) -> Iterator[tuple[StoredBlock, str, dict[str, str]]]:
    """The codes of every table row that explains one, with its "meaning", "cause" and "action" ("" where absent).

    A row that names several codes ("E05 / E06") comes once for each. A parts list is no code table: without a column
    for cause or action, the header, the table's title or the section must speak of meanings, codes or errors.
    """
    for stored in blocks:
        block = stored.block
        if block.kind is not BlockKind.ROW or not block.header:
            continue
        header = [re.sub(r"\s+", " ", name).strip(" :?").lower() for name in block.header]
        code_at = _code_column(header)
        if code_at is None:
            continue
        columns = {
            name: next((n for n, title in enumerate(header) if n != code_at and pattern.fullmatch(title)), None)
            for name, pattern in _COLUMNS.items()
        }
        if columns["cause"] is None and columns["action"] is None and not _speaks_of_codes(stored, header, code_at):
            continue
        cells = {name: "" if at is None else block.cells[at].strip() for name, at in columns.items()}
        for code in re.split(r"\s*(?:[,/;\n]|\band\b|\bor\b)\s*", block.cells[code_at].strip()):
            if _CODE.fullmatch(code):
                yield stored, code, cells


def _code_column(header: Sequence[str]) -> int | None:
    """The column that holds the code: one called so, before one called "error" or "display"."""
    found = [n for n, title in enumerate(header) if _CODE_COLUMN.fullmatch(title)]
    named = [n for n in found if "code" in header[n]]
    return (named or found or [None])[0]


def _speaks_of_codes(stored: StoredBlock, header: Sequence[str], code_at: int) -> bool:
    if not any(_COLUMNS["meaning"].fullmatch(title) for n, title in enumerate(header) if n != code_at):
        return False
    about = (*(title for title in header if title != "code"), stored.block.table, *stored.heading_path[-1:])
    return any("mean" in title for title in header) or _ABOUT_CODES.search(" ".join(about)) is not None
