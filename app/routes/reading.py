"""Reading routes for clients that show answers and documents: Markdown made safe, outlines, text, the file itself."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field

from app.markdown import render
from app.problems import problem_responses
from app.routes.dependencies import Access, Program
from knowledge.errors import NotFound
from knowledge.types import BlockKind, StoredBlock

MOST_TEXTS = 50
MOST_BLOCKS = 500
SHOWN = ("application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif", "audio/", "video/")
"""What a browser may show in a tab; everything else is saved, as a page or a drawing could hold a script."""

router = APIRouter(prefix="/api/v1", tags=["reading"])


class MarkdownRequest(BaseModel):
    """Texts in Markdown, answers as a rule."""

    model_config = ConfigDict(extra="forbid")

    texts: list[str] = Field(min_length=1, max_length=MOST_TEXTS)


class MarkdownOut(BaseModel):
    """HTML of the texts in their order, safe to be put into a page: no scripts, styles, pictures or forms."""

    blocks: list[str]


class HeadingOut(BaseModel):
    heading_path: list[str]
    page: int | None


class OutlineOut(BaseModel):
    """The sections of a document in reading order."""

    headings: list[HeadingOut]


class TextBlockOut(BaseModel):
    """A piece of a document's text. `span_id` is that of the block; a sentence's is this, a dot and its number."""

    span_id: str
    kind: str
    level: int
    label: str
    text: str
    page: int | None
    header: list[str]
    cells: list[str]


class TextOut(BaseModel):
    """A part of a document's text. `start` is the place of the first block among all `total`, from 0."""

    total: int
    start: int
    blocks: list[TextBlockOut]


@router.post("/markdown", responses=problem_responses(400, 413, 422, 500))
async def render_markdown(body: MarkdownRequest, _access: Access) -> MarkdownOut:
    """Turns Markdown into HTML that runs nothing."""
    return MarkdownOut(blocks=await asyncio.to_thread(lambda: [render(text) for text in body.texts]))


@router.get("/documents/{document_id}/outline", responses=problem_responses(404, 410, 500, 503))
async def show_outline(document_id: str, linelead: Program, access: Access) -> OutlineOut:
    """The headings of a document with their pages."""
    blocks = await asyncio.to_thread(linelead.library.catalogue.blocks, access.scope, document_id)
    return OutlineOut(
        headings=[
            HeadingOut(heading_path=[*stored.heading_path], page=stored.block.page)
            for stored in blocks
            if stored.kind is BlockKind.HEADING
        ]
    )


@router.get("/documents/{document_id}/text", responses=problem_responses(404, 410, 422, 500, 503))
async def show_text(
    document_id: str,
    linelead: Program,
    access: Access,
    around: Annotated[str | None, Query(description="A span of it, which will be in the middle")] = None,
    heading: Annotated[list[str] | None, Query(description="The headings of a section, outermost first")] = None,
    start: Annotated[int, Query(ge=0, description="First block, from 0, unless a span or section is given")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_BLOCKS)] = 200,
) -> TextOut:
    """The text of a document from a block on, around a span, or around the start of a section."""
    found = await asyncio.to_thread(linelead.library.catalogue.blocks, access.scope, document_id)
    blocks = [stored for stored in found if not stored.block.hidden]
    first = start
    if around is not None:
        first = _before(_place(blocks, around), limit)
    elif heading:
        first = _before(next((n for n, one in enumerate(blocks) if [*one.heading_path] == heading), 0), limit)
    return TextOut(total=len(blocks), start=first, blocks=[_text_out(one) for one in blocks[first : first + limit]])


@router.get(
    "/documents/{document_id}/file",
    response_class=FileResponse,
    responses={
        200: {"description": "The file, or the part that a Range asks for", "content": {"*/*": {}}},
        206: {"description": "A part of the file"},
        416: {"description": "The file has no such part"},
        **problem_responses(404, 410, 500, 503),
    },
)
async def download(document_id: str, linelead: Program, access: Access) -> FileResponse:
    """The file of a document as it was taken in."""
    catalogue = linelead.library.catalogue
    document = await asyncio.to_thread(catalogue.document, access.scope, document_id)
    path = catalogue.file(document)
    if not await asyncio.to_thread(path.is_file):
        raise NotFound(f"The file of “{document.name}” is not kept; send it again.")
    return FileResponse(
        path,
        media_type=document.media_type if document.media_type.startswith(SHOWN) else "application/octet-stream",
        filename=document.name.rpartition("/")[2],
        content_disposition_type="inline" if document.media_type.startswith(SHOWN) else "attachment",
        headers={"Cache-Control": "private, no-cache", "Content-Security-Policy": "sandbox; default-src 'none'"},
    )


def _place(blocks: list[StoredBlock], span_id: str) -> int:
    for number, stored in enumerate(blocks):
        if span_id == stored.id or span_id.startswith(f"{stored.id}."):
            return number
    raise NotFound(f"There is no span {span_id!r} in this document; take both from one citation.")


def _before(number: int, limit: int) -> int:
    return max(0, number - limit // 2)


def _text_out(stored: StoredBlock) -> TextBlockOut:
    block = stored.block
    return TextBlockOut(
        span_id=stored.id,
        kind=block.kind.value,
        level=block.level,
        label=block.label,
        text=block.text,
        page=block.page,
        header=[*block.header],
        cells=[*block.cells],
    )
