"""Search of the data-set catalogues among the documents: by words, agency, format and date."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic_ai import FunctionToolset, RunContext, ToolReturn
from pydantic_ai.capabilities import AbstractCapability

from knowledge.catalogue import Catalogue
from knowledge.types import BlockKind, Document, Quote, Scope, StoredBlock, whole
from tools.deps import Deps
from tools.evidence import Evidence, excerpt
from tools.search import Snippet, snippets
from tools.triggers import Call, Turn, kept, rule, toolset

_ASKED = re.compile(r"\b(data ?-?sets?|open data|databases?|statistics|stats|catalogue of data|download|api)\b", re.I)
_FORMAT = re.compile(r"\b(csv|json|xml|xlsx?|excel|api|pdf|shapefile|geojson|parquet)\b", re.I)
_YEAR = re.compile(r"\b(?:since|after|from|newer than|updated in|updated since)\s+((?:19|20)\d\d(?:-\d\d)?)\b", re.I)
_ASIDE = frozenset(
    "data set sets dataset datasets open database databases statistics stats catalogue of the a an is are there any "
    "on about for in what which where can could i we find get download from do does have has with by that this which "
    "who publishes published agency format updated since after me show list us our to and or".split()
)
LIMIT = 6
"""Rows returned at most."""


@rule("find_data_sets")
def _when_data_is_asked(turn: Turn) -> Call | None:
    question = turn.question
    if not _ASKED.search(question):
        return None
    arguments = {"text": question}
    if (named := _FORMAT.search(question)) is not None:
        arguments["format"] = named.group(1)
    if (year := _YEAR.search(question)) is not None:
        arguments["updated_since"] = year.group(1)
    return Call(arguments)


def _column(stored: StoredBlock, *names: str) -> str:
    for header, cell in zip(stored.block.header, stored.block.cells, strict=False):
        if header.strip().lower() in names:
            return cell
    return ""


_TITLE = ("title", "name", "data set", "dataset")
_AGENCY = ("agency", "publisher", "provider", "organisation", "organization", "source")
_FORMATS = ("format", "formats", "file type")
_UPDATED = ("updated", "date", "last updated", "modified")


def _rows(catalogue: Catalogue, scope: Scope) -> Iterator[tuple[StoredBlock, Document]]:
    """The rows of every table that lists data sets: one with a title, an agency and a format column."""
    for document in catalogue.sources(scope):
        if document.media_type not in ("text/csv", "text/tab-separated-values"):
            continue
        for stored in catalogue.blocks(scope, document.id):
            if stored.kind is BlockKind.ROW and _column(stored, *_TITLE) and _column(stored, *_AGENCY):
                if not _column(stored, *_FORMATS):
                    break
                yield stored, document


def _terms(text: str) -> set[str]:
    words = set(re.findall(r"[a-z0-9]+", text.lower())) - _ASIDE
    return {word.removesuffix("s") if len(word) > 3 else word for word in words}


def find(catalogue: Catalogue, scope: Scope, text: str, agency: str, format: str, updated_since: str) -> list[Quote]:
    """The matching rows, best first; a row must hold at least half of the telling words of `text`."""
    wanted = _terms(text) - _terms(format)
    found: list[tuple[float, Quote]] = []
    for stored, document in _rows(catalogue, scope):
        if agency and not _terms(agency) & _terms(_column(stored, *_AGENCY)):
            continue
        if format and format.lower() not in _column(stored, *_FORMATS).lower():
            continue
        date = re.search(r"(?:19|20)\d\d(?:-\d\d)?", _column(stored, *_UPDATED))
        if updated_since and (date is None or date.group(0) < updated_since):
            continue
        coverage = len(wanted & _terms(stored.text)) / len(wanted) if wanted else 1.0
        if coverage >= 0.5:
            found.append((coverage, whole(stored, document, coverage)))
    found.sort(key=lambda pair: -pair[0])
    return [quote for _, quote in found[:LIMIT]]


@dataclass
class DatasetSearch(AbstractCapability[Deps]):
    """Search of the catalogues of data sets among the documents."""

    @kept
    def get_toolset(self) -> FunctionToolset[Deps]:
        async def find_data_sets(
            ctx: RunContext[Deps], text: str, agency: str = "", format: str = "", updated_since: str = ""
        ) -> ToolReturn[list[Snippet]]:
            """Find data sets in the site's catalogue. Call it when somebody looks for data, statistics or downloads.

            Args:
                text: What the data should be about.
                agency: Who publishes it; empty for anybody.
                format: A file format such as CSV or API; empty for any.
                updated_since: A year or year and month such as 2024 or 2024-06; empty for any time.
            """
            deps = ctx.deps
            quotes = await asyncio.to_thread(
                find, deps.library.catalogue, deps.scope, text, agency, format, updated_since
            )
            evidence = Evidence(
                query=text,
                excerpts=[excerpt(quote) for quote in quotes],
                strength=round(quotes[0].score, 4) if quotes else 0.0,
                sufficient=bool(quotes),
            )
            return ToolReturn(return_value=snippets(evidence), metadata=evidence.model_dump(mode="json"))

        return toolset(find_data_sets)
