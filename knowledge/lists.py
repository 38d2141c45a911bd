"""Lists from tables: "which dishes have no egg" and "which tasks are monthly" are asked of all rows of a table at once.

A search finds the rows that are nearest to such a question by their words, and in a table of marks those are as good as
any row: each holds the word "egg". So what is asked for is read from the first row to the last.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.amounts import Range, agrees, ranges, without_amounts
from knowledge.catalogue import LONGEST_SECTION, Catalogue
from knowledge.lexicon import content_words, stem, stems, words
from knowledge.planted import suspicions
from knowledge.types import Block, BlockKind, Passage, Query, Scope, Section, StoredBlock

MOST_LISTS = 3
"""Tables that a list is made of at most."""
MOST_LISTED = 40
"""Rows that are listed at most."""
MOST_COLUMNS = 3
"""Columns of each row that are shown where a whole table is listed."""
FEW_ROWS, MOST_WHOLE = 8, 6
"""Rows up to which all columns are shown, and columns up to which they are."""
FEWEST_ROWS = 3
"""Rows of the shortest table that a list is made of: two are read at a glance."""

Mark = Literal["yes", "no", "may", ""]
Wish = Literal["with", "without"]

_MARKS: dict[str, Mark] = {
    **dict.fromkeys(("yes", "y", "x", "✓", "✔", "●", "•", "contains", "present", "has"), "yes"),
    **dict.fromkeys(("no", "n", "none", "free", "-", "–", "—", "✗", "✘", "0", "absent", "not present"), "no"),
    **dict.fromkeys(("may contain", "may", "maybe", "traces", "trace", "(x)", "possible", "cross-contact"), "may"),
    "": "",
}

_COLUMNS: dict[str, tuple[str, ...]] = {
    "dairy": ("milk",),
    "lactose": ("milk",),
    "gluten": ("wheat",),
    "celiac": ("gluten", "wheat"),
    "coeliac": ("gluten", "wheat"),
    "nut": ("tree nut", "peanut", "nut"),
    "seafood": ("fish", "shellfish"),
    "soya": ("soy",),
}
"""Columns that stand for what a table has no column of, by the stem of the word."""

_LISTS = re.compile(
    r"\b(which|any|anything|something|options?|list|all|every|everything|menu|dishes|foods?|items?|meals?|products?|"
    r"what (?:else )?(?:(?:is|are|has|have|can|could|does)(?:n['’]?t)?|contains?|"
    r"do (?:we|you) (?:have|serve|offer|sell))|"
    r"what'?s|how many)\b|\bfree\W*$",
    re.IGNORECASE,
)
_ADDS = re.compile(r"\W*(and|also|plus|as well as)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:(?:not|never|cannot|(?:ca|do|does|did|is|are|should|must|may|could|would|wo)n['’]?t)\b(?: [\w'’-]+){0,6}? "
    r"(?:eat|have|order|serve|touch|contain|include|hold|safe|ok|okay|allowed)|avoid\w*|stay(?:s|ing)? away|off limits|"
    r"unsafe)\b",
    re.IGNORECASE,
)
"""Denies something: the dishes that "do not have egg", the guest who "can't have egg", what a guest "can not eat"."""
_WITHOUT = re.compile(
    r"\b(free|without|no|not|never|none|nothing|non|less|minus|safe|[a-z]+n['’]t|allerg\w*|intoleran\w*|celiacs?|"
    r"coeliacs?|suitable)\b",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    r"\b(guest|customer|person|people|someone|somebody|anyone|anybody|kid|child|lady|woman|man|guy|girl|boy|table|he|she|"
    r"they|i|we)s?( \w+)? (with|has|have|had)\b",
    re.IGNORECASE,
)
"""Somebody has or is with what they ask about: "guest with a milk problem", which no dish is to have."""
_WITH = re.compile(r"\b(with|contain\w*|has|have|includ\w*|hold\w*)\b", re.IGNORECASE)
_ILL = r" (?:\w+ )?(?:allerg|intoleran|sensitiv|problem|issue)\w*"
_FILLER = r"(?: (?:any|the|a|an|some|from|of|in|it|other|\w+ or|to|have|eat|there))*"
_ALL = re.compile(
    r"^(?!\W*(?:is|are|was|were|do|does|did|can|could|should|must|may|has|have|will|how|where|when|why|who)\b).*"
    r"\b(?:list|what all|all|every ?thing)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:which|what) (?:of the |other )?(\w+s)\b", re.IGNORECASE)
_EVERYDAY = stems(
    "dish food menu item meal plate product option choice list guest customer person people kid child table eat order "
    "serve offer give make made recommend suggest safe unsafe free contain hold include allergy allergen allergic "
    "intolerance intolerant sensitivity sensitive suitable celiac coeliac avoid stay away limits allowed matrix chart "
    "sheet diet ingredient sell cannot nothing sick problem please get trouble else left many lots someone everything "
    "everybody everyone non less minus touch none without here today yes may trace bit speck amount"
)
"""Words of such questions that ask for no row or column."""
_KINDS = {
    stem(kind): kind
    for kind in "dessert breakfast lunch dinner brunch starter appetizer side main entree snack drink".split()
}
"""Kinds of dishes, which a table may know nothing of."""
_OF_LISTS = stems("list all show error need needs needed must done do row rows use used")


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that were asked for, each with its name and the columns asked for alone, and what is to be said of them:
    how many there are, and what was left out. `of` is whether they were told by marks, are the whole table, or some
    rows of it: to the latter those of other tables can be added."""

    rows: list[StoredBlock]
    lead: str
    of: Literal["marks", "whole", "some"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question for the rows of a table: the columns it names, with the word it has for each, and what it wants."""

    columns: dict[int, str]
    wish: Wish


def as_list(question: str) -> str | None:
    """A question for what is without something in the words in which a table of marks is found; None for any other.

    A guest who "can't have nuts" is spoken of by many passages that tell nothing of dishes.
    """
    told = [word for word in content_words(question) if stem(word) not in _EVERYDAY | _KINDS.keys()]
    is_told = any(cue.search(question) for cue in (_DENIED, _WITHOUT, _SUFFERS))
    if not _LISTS.search(question) or not is_told or not 0 < len(told) <= MOST_COLUMNS:
        return None
    return f"which items are free of {' '.join(told)}"


def found_lists(
    catalogue: Catalogue, query: Query, passages: Sequence[Passage], scope: Scope, *, marks_alone: bool = False
) -> list[tuple[Listing, Passage]]:
    """The lists that a question asks for of the tables of passages, or of their tables of marks alone, wherever the
    rows stand; each with the passage of its table."""
    question, previous = query.text, query.previous
    lists: list[tuple[Listing, Passage]] = []
    for passage, of in _tables(passages):
        if not _may_list(question, previous, of) or len(lists) == MOST_LISTS:
            continue
        path = passage.chunk.heading_path
        section = catalogue.section(scope, passage.document.id, path)
        if len(section) == LONGEST_SECTION:
            continue  # a list of its first rows would pass for one of all
        table = [stored for stored in section if _is_of_table(stored.block, of)]
        found = suspicions([stored.text for stored in table])
        table = [stored for stored, suspicion in zip(table, found, strict=True) if suspicion <= 0]
        listed = _listing(question, previous, [passage.document.title, *path, of.table], table)
        if listed is not None and not (marks_alone and listed.of != "marks"):
            lists.append((listed, passage))
            if listed.of == "marks":
                break
    return [one for one in lists if one[0].of != "some"][-1:] or lists


def _tables(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Block]]:
    """The tables of passages, each once, by the first row that is there of it."""
    seen: set[tuple[Section, tuple[str, ...], str]] = set()
    for passage in passages:
        for block in (stored.block for stored in passage.chunk.blocks if stored.kind is BlockKind.ROW):
            key = (passage.document.id, passage.chunk.heading_path), block.header, block.table
            if key not in seen:
                seen.add(key)
                yield passage, block


def _is_of_table(block: Block, row: Block) -> bool:
    return block.kind is BlockKind.ROW and (block.header, block.table) == (row.header, row.table)


def _may_list(question: str, previous: Sequence[str], row: Block) -> bool:
    """Whether a question may ask for rows of the table of `row`, as far as its columns tell."""
    return _asked(question, previous, row.header) is not None or _wants_all(question, row)


def _listing(
    question: str, previous: Sequence[str], names: Sequence[str], rows: Sequence[StoredBlock]
) -> Listing | None:
    """The rows of a table that a question asks for; None when it asks for none, or for one alone.

    `names` are the title and the headings that the table stands under, `previous` the turns that the question goes on
    with.
    """
    if len(rows) < FEWEST_ROWS:
        return None
    return _of_marks(question, previous, names, rows) or _of_cells(question, names, rows)


# --- by what a row's cells say ----------------------------------------------------------------------------------------


def _wants_all(question: str, row: Block) -> bool:
    """Whether a question asks for all of something: "list all", or "which tasks" of a table with a column of tasks."""
    which = _WHICH.search(question)
    return _ALL.search(question) is not None or (which is not None and stem(which[1]) in stems(" ".join(row.header)))


def _of_cells(question: str, names: Sequence[str], rows: Sequence[StoredBlock]) -> Listing | None:
    """The rows that say everything the question says of them; all, when it names nothing but the table."""
    first = rows[0].block
    if not _wants_all(question, first):
        return None
    asked_for = content_words(without_amounts(question))
    table = stems(" ".join([*names, *first.header, first.table]))
    told = {word for word in asked_for if stem(word) not in table | _EVERYDAY | _OF_LISTS}
    asked = ranges(question)
    named = stems(" ".join(asked_for))
    if not (told or asked) and named.isdisjoint(stems(f"{first.header[0]} {first.table}")):
        return None  # it asks for all of something else
    found = _saying(rows, told, asked)
    if not found:
        return None
    wanted = {at for at, name in enumerate(first.header) if not named.isdisjoint(stems(name))}
    wanted |= {at for row in found for at, cell in enumerate(row.block.cells) if _speaks(cell, told, asked)}
    is_short = len(found) <= FEW_ROWS and len(first.header) <= MOST_WHOLE
    columns = range(len(first.header)) if is_short else sorted({0, *wanted} if told or asked else range(MOST_COLUMNS))
    of = "some" if told or asked else "whole"
    count = "All" if len(found) == len(rows) else f"{len(found)} of the"
    said = f"{count} {len(rows)} rows of “{_name(names)}”" + (f", the first {MOST_LISTED}" * (len(found) > MOST_LISTED))
    return Listing([_with_columns(row, list(columns)) for row in found[:MOST_LISTED]], f"{said}.", of)


def _saying(rows: Sequence[StoredBlock], told: Collection[str], asked: Sequence[Range]) -> list[StoredBlock]:
    """The rows that hold the words, in whatever form, and the amounts; "monthly" is not "every 6 months"."""
    literal = {word for word in told if word.endswith("ly")}
    wanted = {stem(word) for word in told}
    return [
        row
        for row in rows
        if (not asked or _holds_all(row, asked)) and wanted <= stems(row.text) and literal <= set(words(row.text))
    ]


def _speaks(cell: str, told: Collection[str], asked: Sequence[Range]) -> bool:
    """Whether a cell holds one of the words, or one of the amounts."""
    return not stems(cell).isdisjoint(map(stem, told)) or any(_is_in(one, cell) for one in asked)


def _holds_all(row: StoredBlock, asked: Sequence[Range]) -> bool:
    """Whether each of the amounts stands in a cell behind the first."""
    return all(any(_is_in(one, cell) for cell in row.block.cells[1:]) for one in asked)


def _is_in(amount: Range, cell: str) -> bool:
    return any(told.is_point and not told.is_again and agrees([amount], [told]) for told in ranges(cell))


def _name(names: Sequence[str]) -> str:
    return next(name for name in reversed(names) if name)


# --- by marks ---------------------------------------------------------------------------------------------------------


def _of_marks(
    question: str, previous: Sequence[str], names: Sequence[str], rows: Sequence[StoredBlock]
) -> Listing | None:
    """The rows that are marked as a question wishes, in columns that hold nothing but marks."""
    asked = _asked(question, previous, rows[0].block.header)
    if asked is None or not all(_is_marked(rows, column) for column in asked.columns):
        return None
    named = _named(question, asked, names, rows)
    if named is None:
        return None
    spoken_of = frozenset[str]()
    if not named and not _LISTS.search(question):
        spoken_of = next(filter(None, (_spoken_of(turn, rows) for turn in reversed(previous))), spoken_of)
        if not (spoken_of or _LISTS.search(" ".join(previous[-1:]))):
            return None
    named |= spoken_of
    marks = list(zip(*(_marks(rows, column) for column in asked.columns), strict=True))
    chosen = [(row, of) for row, of in zip(rows, marks, strict=True) if named <= stems(_cell(row, 0))]
    if len(chosen) == 1 and spoken_of:
        return Listing([_narrowed(chosen[0][0], asked)], " ".join(_strange(asked, rows[0].block.header)), "marks")
    if len(chosen) < 2:
        return None
    unknown = [kind for word, kind in _KINDS.items() if word in stems(question) - named]
    return _listed(asked, _name(names), chosen, unknown)


def _asked(question: str, previous: Sequence[str], header: Sequence[str]) -> _Asked | None:
    """What a question asks of a table with these columns. A turn that goes on with another is asked as that one was:
    "and without milk?"."""
    columns = _columns(question, header)
    before = previous[-1] if previous else ""
    if columns and _ADDS.match(question) and not _LISTS.search(question):
        columns |= _columns(before, header)
    cued = question if _LISTS.search(question) else f"{before} {question}"
    if not columns or not (previous or _LISTS.search(cued)):
        return None
    wish = _wish(question, header) or _wish(cued, header)
    return None if wish is None else _Asked(columns, wish)


def _wish(text: str, header: Sequence[str]) -> Wish | None:
    """Whether a question wants what is with the columns that it names, or without; None when it does not say.

    What is denied stands behind the denial, unless it is somebody's allergy. In doubt it is without: a list of what
    holds an allergen is never to be taken for one of what does not.
    """
    named = "|".join(re.escape(word) for word in _columns(text, header).values())
    if not named:
        return None
    if (denied := _DENIED.search(text)) is not None:
        object_ = re.search(rf"\b(?:{named})\b(?P<ill>{_ILL})?", text[denied.end() :], re.IGNORECASE)
        return "without" if object_ is not None and not object_["ill"] else "with"
    if _WITHOUT.search(text) or _SUFFERS.search(text):
        return "without"
    holds = any(re.match(rf"{_FILLER} (?:{named})\b", text[found.end() :], re.I) for found in _WITH.finditer(text))
    return "with" if holds or re.search(rf"\b(?:{named}) in\b", text, re.IGNORECASE) else None


def _columns(question: str, header: Sequence[str]) -> dict[int, str]:
    """The columns behind the first that a question names, each with the question's word for it."""
    names = {at: stems(name) for at, name in enumerate(header) if at and name.strip()}
    found: dict[int, str] = {}
    for word in content_words(question):
        own = [at for at, name in names.items() if stem(word) in name and len(name) == 1]
        others = _COLUMNS.get(word.removesuffix("s"), ()) if not own or word.removesuffix("s") == "nut" else ()
        for at in [*own, *(at for at, name in names.items() if any(stems(other) == name for other in others))]:
            found.setdefault(at, word)
    for at, name in names.items():
        if len(name) > 1 and name <= stems(question):
            found.setdefault(at, header[at].strip().lower())
    return found


def _is_marked(rows: Sequence[StoredBlock], column: int) -> bool:
    """Whether a column holds marks and nothing else."""
    cells = [_cell(row, column) for row in rows]
    return all(cell.lower() in _MARKS for cell in cells) and any(cells)


def _cell(row: StoredBlock, column: int) -> str:
    return " ".join(row.block.cells[column].split()) if column < len(row.block.cells) else ""


def _marks(rows: Sequence[StoredBlock], column: int) -> list[Mark]:
    """What is marked in a column. Where only what is there is marked, an empty cell says that it is not."""
    found: list[Mark] = [_MARKS[_cell(row, column).lower()] for row in rows]
    if "no" not in found:
        found = ["no" if mark == "" else mark for mark in found]
    return found


def _named(question: str, asked: _Asked, names: Sequence[str], rows: Sequence[StoredBlock]) -> frozenset[str] | None:
    """The stems by which a question names some of the rows: "which salads …". None when it speaks of something else
    than the table, of which its columns know nothing."""
    labels = frozenset[str]().union(*(stems(_cell(row, 0)) for row in rows))
    first = rows[0].block
    headers = [first.header[column] for column in asked.columns]
    table = stems(" ".join([*names, first.header[0], first.table, *asked.columns.values(), *headers]))
    known = _EVERYDAY | table | (_KINDS.keys() - labels)
    left = frozenset(stem(word) for word in content_words(question)) - known
    return left if left <= labels else None


def _spoken_of(turn: str, rows: Sequence[StoredBlock]) -> frozenset[str]:
    """The stems by which an earlier turn names some of the rows."""
    columns = stems(" ".join([*_columns(turn, rows[0].block.header).values(), *rows[0].block.header]))
    told = frozenset(map(stem, content_words(turn))) - columns - _EVERYDAY - _KINDS.keys()
    labels = [stems(_cell(row, 0)) for row in rows]
    said = told & frozenset[str]().union(*labels)
    return said if any(said <= label for label in labels) else frozenset()


def _listed(
    asked: _Asked, name: str, rows: Sequence[tuple[StoredBlock, tuple[Mark, ...]]], unknown: Sequence[str]
) -> Listing | None:
    """The rows that are as is wished; those that only may hold what is asked for are told of, and the kinds that the
    question names and the table does not know."""
    may = [row for row, marks in rows if "may" in marks and "yes" not in marks]
    if asked.wish == "with":
        sure = [row for row, marks in rows if "yes" in marks]
        shown = [*sure, *may]
    else:
        sure = [row for row, marks in rows if set(marks) == {"no"}]
        shown = sure or may
    if not shown:
        return None
    header = rows[0][0].block.header
    columns = _joined([header[at].strip() for at in asked.columns], "and" if asked.wish == "without" else "or")
    said = [f"In “{name}” {len(sure) or 'none'} of {len(rows)} rows {_are(sure)} marked as {asked.wish} {columns}."]
    if may and shown is may:
        said.append("These may be with it.")
    elif may:
        said.append(f"{len(may)} more {_are(may)} marked “may contain”{_LEFT[asked.wish]}.")
    said += _strange(asked, header)
    said += [f"It does not say which of them is a {kind}." for kind in unknown]
    if len(shown) > MOST_LISTED:
        said.append(f"The first {MOST_LISTED} are shown.")
    return Listing([_narrowed(row, asked) for row in shown[:MOST_LISTED]], " ".join(said), "marks")


def _strange(asked: _Asked, header: Sequence[str]) -> list[str]:
    """What is to be said of the question's words that no column has."""
    return [
        f"There is no column for “{word}”; {header[at].strip()} comes nearest."
        for at, word in asked.columns.items()
        if word.removesuffix("s") not in header[at].lower()
    ]


_LEFT: dict[Wish, str] = {"with": ", and come last", "without": ", and left out"}


def _are(rows: Sequence[StoredBlock]) -> str:
    return "is" if len(rows) == 1 else "are"


def _joined(names: Sequence[str], word: str) -> str:
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last


def _narrowed(row: StoredBlock, asked: _Asked) -> StoredBlock:
    """A row with its name, the columns asked for, and the notes that speak of them."""
    block = row.block
    told = stems(" ".join([*asked.columns.values(), *(block.header[column] for column in asked.columns)]))
    notes = (
        column
        for column in range(1, len(block.cells))
        if _cell(row, column).lower() not in _MARKS and not told.isdisjoint(stems(_cell(row, column)))
    )
    return _with_columns(row, [0, *sorted({*asked.columns, *notes})])


def _with_columns(row: StoredBlock, kept: Sequence[int]) -> StoredBlock:
    """A row with these columns alone."""
    block = row.block
    return replace(row, block=replace(block, cells=_picked(block.cells, kept), header=_picked(block.header, kept)))


def _picked(cells: Sequence[str], columns: Iterable[int]) -> tuple[str, ...]:
    return tuple(cells[column] if column < len(cells) else "" for column in columns)
