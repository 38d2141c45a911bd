"""What a tool brings back for an answer: located excerpts, or words of Linelead's own.

A tool returns `ToolReturn(return_value=<short form for a language model>, metadata=<Evidence or Reply>)`. The metadata
is what answers are composed, cited and checked from; it is kept with the conversation, so these are Pydantic models
that survive a JSON round trip. `evidence_of` reads them back from messages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, ToolReturnPart, UserPromptPart

from knowledge.types import Passage, Quote, QuoteKind, page_word, place_of


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageBox(_Model):
    """A rectangle on a page, in PDF points (on a picture: pixels) from the top left of the page as shown."""

    page: int = Field(ge=1)
    x0: float
    y0: float
    x1: float
    y1: float


class PageLocator(_Model):
    """Where a quote stands in a document with pages: one box per visual line. Slides and pictures are pages too."""

    kind: Literal["page"] = "page"
    page: int = Field(ge=1, description="First page of the quote, counted from 1")
    boxes: list[PageBox]
    unit: Literal["page", "slide", "sheet", "picture"] = "page"


class TextLocator(_Model):
    """Where a quote stands in a document without pages: its headings, line in the file, and characters of its block."""

    kind: Literal["text"] = "text"
    heading_path: list[str]
    line: int | None = Field(default=None, description="Line of the source file, counted from 1")
    start: int
    end: int


class CellLocator(_Model):
    """Where a quote stands in a sheet or CSV file."""

    kind: Literal["cells"] = "cells"
    sheet: str = ""
    row: int = Field(ge=1, description="Row of the sheet, counted from 1, the header included")
    first: str = Field(default="", description="First cell, as in B4; empty in CSV files")
    last: str = Field(default="", description="Last cell, as in F4; empty in CSV files")


class TimeLocator(_Model):
    """Where a quote is heard in a recording, in seconds from its start."""

    kind: Literal["time"] = "time"
    start_seconds: float = Field(ge=0)
    end_seconds: float = Field(ge=0)


Locator = Annotated[PageLocator | TextLocator | CellLocator | TimeLocator, Field(discriminator="kind")]


class Excerpt(_Model):
    """A located, verbatim piece of a document: what answers quote."""

    span_id: str
    kind: QuoteKind
    text: str
    label: str = Field(default="", description="Printed number of a step, or signal word of a warning")
    score: float = Field(description="How well it answers, 0 to 1")
    document_id: str
    document: str = Field(description="Title of the document")
    name: str = Field(description="File name of the document inside its collection")
    version: int
    collection: str
    heading_path: list[str]
    page: int | None
    place: str = Field(default="", description="Where it stands, in words: “page 6”, “sheet Parts, B4:F4”, “at 1:05”")
    confidence: float | None = Field(default=None, description="How surely print or speech was recognised, 0 to 1")
    locator: Locator
    chunk_id: str = ""
    header: list[str] = Field(default_factory=list, description="Column names, for a table row")
    cells: list[str] = Field(default_factory=list, description="The row's cells, as many as `header`")


class Place(_Model):
    """A page or section near to a question that the documents do not answer."""

    document_id: str
    document: str
    page: int | None
    heading_path: list[str]
    place: str = ""


class Evidence(_Model):
    """What a search found. `excerpts` stand in the order they should be shown; the first group answers best.

    `strength` is the calibrated probability (0..1) that they answer the question, `sufficient` whether that reaches the
    threshold. `ask` is a question back to the person when what they asked fits several things; the excerpts are then
    the choices. `lead` is what Linelead itself says first, or instead when nothing is sufficient, or "". `decisive`
    means that this tool has the last word: what others found does not stand in for it.
    """

    kind: Literal["evidence"] = "evidence"
    query: str
    excerpts: list[Excerpt]
    strength: float
    sufficient: bool
    nearest: list[Place] = Field(default_factory=list[Place])
    ask: str = ""
    lead: str = ""
    decisive: bool = False


class Say(_Model):
    """Words of Linelead's own that state nothing from a document: a greeting, a quiz question, a verdict."""

    text: str


class Reply(_Model):
    """A finished reply made by a tool, of own words and excerpts in order; the answer takes it as it is.

    `state` is what the tool needs to find again in a later turn (the open quiz question), as JSON values. `refused`
    means that it says so because the documents do not hold what was asked for; `nearest` are the places that come
    closest then.
    """

    kind: Literal["reply"] = "reply"
    parts: list[Say | Excerpt]
    state: dict[str, object] = Field(default_factory=dict)
    refused: bool = False
    nearest: list[Place] = Field(default_factory=list[Place])


Finding = Annotated[Evidence | Reply, Field(discriminator="kind")]
_finding: TypeAdapter[Evidence | Reply] = TypeAdapter(Finding)


def excerpt(quote: Quote, *, chunk_id: str = "") -> Excerpt:
    """The wire form of a quote."""
    block, document = quote.stored.block, quote.document
    boxes = [PageBox(page=b.page, x0=b.x0, y0=b.y0, x1=b.x1, y1=b.y1) for b in quote.boxes]
    locator: Locator
    if block.moment is not None:
        locator = TimeLocator(start_seconds=block.moment.start, end_seconds=block.moment.end)
    elif block.cell_range is not None and block.line is not None:
        cells = block.cell_range
        locator = CellLocator(sheet=cells.sheet, row=block.line, first=cells.first, last=cells.last)
    elif boxes:
        locator = PageLocator(page=boxes[0].page, boxes=boxes, unit=page_word(document.media_type))
    elif block.kind == "row" and block.line is not None:
        locator = CellLocator(sheet=block.table, row=block.line)
    else:
        locator = TextLocator(
            heading_path=list(quote.stored.heading_path), line=block.line, start=quote.start, end=quote.end
        )
    return Excerpt(
        span_id=quote.span_id,
        kind=quote.kind,
        text=quote.text,
        label=block.label,
        score=round(quote.score, 4),
        document_id=document.id,
        document=document.title,
        name=document.name,
        version=document.version,
        collection=document.collection,
        heading_path=list(quote.stored.heading_path),
        page=boxes[0].page if boxes else block.page,
        place=place_of(block, document.media_type),
        confidence=block.confidence,
        locator=locator,
        chunk_id=chunk_id,
        header=list(block.header),
        cells=list(block.cells),
    )


def place(passage: Passage) -> Place:
    """Where a passage stands, for "not in your documents; nearest pages"."""
    blocks = [stored.block for stored in passage.chunk.blocks]
    pages = [block.page for block in blocks if block.page is not None]
    return Place(
        document_id=passage.document.id,
        document=passage.document.title,
        page=pages[0] if pages else None,
        place=place_of(blocks[0], passage.document.media_type) if blocks else "",
        heading_path=list(passage.chunk.heading_path),
    )


def current_turn(messages: Sequence[ModelMessage]) -> tuple[str, Sequence[ModelMessage], Sequence[ModelMessage]]:
    """The last user prompt as text, the messages before it, and the messages from it on."""
    for index in range(len(messages) - 1, -1, -1):
        message = messages[index]
        if isinstance(message, ModelRequest):
            for part in message.parts:
                if isinstance(part, UserPromptPart):
                    content = part.content
                    text = content if isinstance(content, str) else " ".join(c for c in content if isinstance(c, str))
                    return text, messages[:index], messages[index:]
    return "", messages, []


KEPT = "linelead.kept"
"""Where a response that joins several runs keeps, as metadata, what their tools need to find again."""


def evidence_of(messages: Iterable[ModelMessage]) -> list[Evidence | Reply]:
    """The findings of every successful tool call in `messages`, oldest first; other tools' returns are passed over.

    Of runs that one response joined there are the replies with a state.
    """
    found: list[Evidence | Reply] = []
    for message in messages:
        if isinstance(message, ModelResponse):
            found += [Reply.model_validate(kept) for kept in (message.metadata or {}).get(KEPT, ())]
            continue
        for part in message.parts:
            if isinstance(part, ToolReturnPart) and part.outcome == "success" and part.metadata is not None:
                try:
                    found.append(_finding.validate_python(part.metadata))
                except ValidationError:
                    continue  # a tool of somebody else's, with metadata of its own
    return found
