"""Evidence for tests of answers: excerpts as a search would give them, without a library."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_ai import ToolReturn

from knowledge.types import QuoteKind
from tools.evidence import Evidence, Excerpt, PageBox, PageLocator, Place
from tools.search import snippets
from tools.triggers import Call, Turn, rule


def excerpt(
    text: str,
    *,
    span: str = "b1a2b3c4d5e6f7.0",
    kind: QuoteKind = QuoteKind.SENTENCE,
    label: str = "",
    document: str = "Fryer manual",
    heading: str = "Oil",
    header: Sequence[str] = (),
    cells: Sequence[str] = (),
) -> Excerpt:
    """An excerpt of page 4 of a manual."""
    return Excerpt(
        span_id=span,
        kind=kind,
        text=text,
        label=label,
        score=0.9,
        document_id="d" + document.lower().replace(" ", ""),
        document=document,
        name=f"{document}.pdf",
        version=1,
        collection="equipment",
        heading_path=[heading],
        page=4,
        locator=PageLocator(page=4, boxes=[PageBox(page=4, x0=72, y0=100, x1=300, y1=112)]),
        header=list(header),
        cells=list(cells),
    )


def evidence(*excerpts: Excerpt, strength: float = 0.9, sufficient: bool = True, **more: object) -> Evidence:
    """Evidence of these excerpts."""
    place = Place(document_id="d1", document="Fryer manual", page=7, heading_path=["Cleaning"], place="page 7")
    return Evidence.model_validate(
        {
            "query": "q",
            "excerpts": list(excerpts),
            "strength": strength,
            "sufficient": sufficient,
            "nearest": [place],
            **more,
        }
    )


def returned(found: Evidence) -> ToolReturn[object]:
    """What a search tool returns for evidence."""
    return ToolReturn(return_value=snippets(found), metadata=found.model_dump(mode="json"))


@rule("test_search")
def _always(turn: Turn) -> Call | None:
    return Call({"query": turn.question})
