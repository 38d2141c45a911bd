"""Sheets: some 580 short manuals and procedures of sixteen trades, with questions, to learn from and to report by.

A file of `datasets/sheets` holds those of one trade, all written for it. A sheet begins with a line `=== SHEET`, is
Markdown down to `--- QUESTIONS`, and then has a question a line. `A:` is one that it answers, with the sentence, step
or row that does after ` => `, in its own words; ` || ` parts several of them, each right. `N:` is a near miss, which
shares its subject with the sheet and is not answered by it. No suite asks these questions: they are learned from, but
for those of the trades in REPORTED.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.cases import Split
from evals.errors import SetError
from knowledge.candidates import Candidate
from knowledge.embedder import make_embedder
from knowledge.library import Library
from knowledge.types import BlockKind, Query, Retrieval, Scope

FOLDER = Path(__file__).parent / "datasets" / "sheets"
REPORTED = frozenset({"care"})
"""Trades that nothing is learned from."""
_SHEET, _QUESTIONS = "=== SHEET\n", "--- QUESTIONS\n"
_SHORTEST = 3
"""Words of the shortest candidate that is right for standing within the words that answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a sheet; `gold` is empty when the sheet does not answer it."""

    text: str
    gold: tuple[str, ...]
    sheet: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet under its name, the trade's and a number, and what is asked about it."""

    name: str
    text: str
    asked: tuple[Asked, ...]


def trades() -> list[str]:
    """The names of the files, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.md"))


def split_of(trade: str) -> Split:
    """Whether a trade is learned from or reported by."""
    return "report" if trade in REPORTED else "tune"


def read(trade: str) -> list[Sheet]:
    """The sheets of a trade. Raises SetError that names the sheet and what is wrong with it."""
    parts = (FOLDER / f"{trade}.md").read_text("utf-8").split(_SHEET)[1:]
    return [_sheet(f"{trade} {number:02}", part) for number, part in enumerate(parts, 1)]


def _sheet(name: str, part: str) -> Sheet:
    text, _, questions = part.partition(_QUESTIONS)
    found: list[Asked] = []
    for line in filter(None, questions.splitlines()):
        kind, _, rest = line.partition(": ")
        question, _, answers = rest.partition(" => ")
        gold = tuple(answers.split(" || ")) if answers else ()
        if kind not in ("A", "N") or (kind == "A") != bool(gold):
            raise SetError(f"Sheet {name}: {line!r} is neither “A: question => answer” nor “N: question”.")
        if missing := [one for one in gold if one not in text]:
            raise SetError(f"Sheet {name}: {missing[0]!r}, which is to answer {question!r}, is not in it.")
        found.append(Asked(question, gold, name))
    return Sheet(name, text.strip() + "\n", tuple(found))


@contextmanager
def sheets_library(sheets: list[Sheet]) -> Generator[Library]:
    """An open library in a temporary folder that holds the sheets, each in a collection that has its name."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "data", embedder=make_embedder("minilm"))
        try:
            for sheet in sheets:
                file = Path(folder) / f"{sheet.name}.md"
                file.write_text(sheet.text, "utf-8")
                asyncio.run(library.ingestor.ingest(file, collection=sheet.name))
            yield library
        finally:
            library.close()


def found_for(library: Library, asked: Asked, *, in_its_sheet: bool = False) -> Retrieval:
    """What is found for a question among all sheets of the library, or in its own alone."""
    scope = Scope(collections=frozenset({asked.sheet})) if in_its_sheet else Scope()
    return asyncio.run(library.retriever.retrieve(Query(asked.text), scope))


def is_right(asked: Asked, one: Candidate) -> bool:
    """Whether a candidate answers: it holds the words that do, or is a part of them; a procedure when a step does."""
    if one.passage.document.name != f"{asked.sheet}.md":
        return False
    shown = list(_shown(one))
    return any(_answers(words, _words(gold)) for words in shown for gold in asked.gold)


def _shown(one: Candidate) -> Iterator[list[str]]:
    if one.quote is not None:
        yield _words(one.quote.text)
        return
    yield from (_words(stored.text) for stored in one.passage.chunk.blocks if stored.kind is BlockKind.STEP)


def _answers(shown: list[str], gold: list[str]) -> bool:
    within, whole = " ".join(shown), " ".join(gold)
    # the cells of a row may be shown with the names of their columns between them
    return whole in within or (len(shown) >= _SHORTEST and within in whole) or set(gold) <= set(shown)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9°%]+", text.lower())
