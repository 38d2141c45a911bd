"""Where the place that a citation names can be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from pydantic import Field

from agents.answer import Citation
from app.schemas.turns import CitationOut, citation_out
from tools.evidence import CellLocator, PageLocator, TimeLocator

_MARKER = re.compile(r"\[(\d+)\]")


class LinkedCitation(CitationOut):
    """A citation with the address of its place."""

    url: str = Field(description="The picture of the page with the quote marked; the document where it has no pages")


def linked(citation: Citation, base: str) -> LinkedCitation:
    """The citation with the address of its place."""
    return LinkedCitation(**citation_out(citation).model_dump(), url=link_of(citation, base))


def link_of(citation: Citation, base: str) -> str:
    """The address of the page's picture with the quote marked, of a recording from the moment on, else of the document.

    `base` is the address of this server as the client called it.
    """
    document = f"{base.rstrip('/')}/api/v1/documents/{quote(citation.document_id, safe='')}"
    match citation.locator:
        case PageLocator() | CellLocator():
            return f"{document}/pages/{citation.page or 1}.png?span={quote(citation.span_id, safe='')}"
        case TimeLocator(start_seconds=start, end_seconds=end):
            return f"{document}#t={start:g},{end:g}"
        case _:
            return document


def markers_in(text: str, citations: Sequence[Citation]) -> Iterator[tuple[int, int, Citation]]:
    """Every marker [n] of the text: its start and end in characters, and what it points to."""
    known = {citation.marker: citation for citation in citations}
    for found in _MARKER.finditer(text):
        if (citation := known.get(int(found[1]))) is not None:
            yield found.start(), found.end(), citation
