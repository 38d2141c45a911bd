"""The library over HTTP: documents, what was found on their pages, and page images with a quote's boxes drawn."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query, Response

from app.problems import problem_responses
from app.routes.dependencies import Access, Program
from app.schemas import DocumentReportOut, DocumentsOut, document_out, report_out
from knowledge.catalogue import Catalogue
from knowledge.errors import NotFound
from knowledge.pages import render_page
from knowledge.sentences import split_sentences
from knowledge.types import Box, Document, Scope, merge_lines

SCALE = 1.5
"""Pixels per PDF point of a page image."""
CACHED_IMAGES = 64
MOST_SPANS = 32

router = APIRouter(prefix="/api/v1/documents", tags=["documents"])


class PageImages:
    """The page images drawn last, by what they show. A changed document has another hash, so none is ever stale."""

    def __init__(self, size: int = CACHED_IMAGES) -> None:
        self._size = size
        self._images: OrderedDict[str, bytes] = OrderedDict()

    async def get(self, key: str, catalogue: Catalogue, document: Document, page: int, boxes: list[Box]) -> bytes:
        """The PNG of a page, drawn off the event loop when it is not kept. Raises NotFound for a page out of range."""
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        file = await asyncio.to_thread(catalogue.file, document)
        image = await asyncio.to_thread(render_page, file, page, boxes, scale=SCALE)
        self._images[key] = image
        while len(self._images) > self._size:
            self._images.popitem(last=False)
        return image


_images = PageImages()


@router.get("", responses=problem_responses(500, 503))
async def list_documents(linelead: Program, access: Access) -> DocumentsOut:
    """The documents that the caller may read."""
    documents = await asyncio.to_thread(linelead.library.catalogue.documents, access[1])
    return DocumentsOut(documents=[document_out(d) for d in documents])


@router.get("/{document_id}", responses=problem_responses(404, 500, 503))
async def show_document(document_id: str, linelead: Program, access: Access) -> DocumentReportOut:
    """A document with what was found on each of its pages."""
    catalogue = linelead.library.catalogue

    def read() -> DocumentReportOut:
        document = catalogue.document(access[1], document_id)
        return report_out(document, catalogue.report(access[1], document_id))

    return await asyncio.to_thread(read)


@router.get(
    "/{document_id}/pages/{page}.png",
    response_class=Response,
    responses={
        200: {"description": "The page as an image", "content": {"image/png": {}}},
        304: {"description": "The image that the client has is still right"},
        **problem_responses(404, 422, 500, 503),
    },
)
async def page_image(
    document_id: str,
    page: Annotated[int, Path(ge=1, description="Counted from 1")],
    linelead: Program,
    access: Access,
    span: Annotated[
        list[str] | None, Query(description="Span ids whose boxes are drawn", max_length=MOST_SPANS)
    ] = None,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """The image of a page, with the boxes of the named spans drawn on it."""
    catalogue = linelead.library.catalogue
    document = await asyncio.to_thread(catalogue.document, access[1], document_id)
    if document.pages is None:
        raise NotFound(f"{document.name!r} is of a kind without pages; its citations name headings and lines.")
    boxes = await asyncio.to_thread(_boxes, catalogue, access[1], document, page, span or [])
    key = hashlib.sha256(repr((document.sha256, page, boxes, SCALE)).encode()).hexdigest()
    headers = {"ETag": f'"{key[:32]}"', "Cache-Control": "private, max-age=0, must-revalidate"}
    if if_none_match is not None and headers["ETag"] in if_none_match:
        return Response(status_code=304, headers=headers)
    image = await _images.get(key, catalogue, document, page, boxes)
    return Response(image, media_type="image/png", headers=headers)


def _boxes(catalogue: Catalogue, scope: Scope, document: Document, page: int, spans: list[str]) -> list[Box]:
    """The boxes of the spans on that page. Raises NotFound for a span that is not in the document."""
    boxes: list[Box] = []
    for span_id in spans:
        stored, owner = catalogue.block(scope, span_id)
        if owner.id != document.id:
            raise NotFound(f"The span {span_id!r} is not in the document {document.id!r}; take both from one citation.")
        start, end = 0, len(stored.text)
        sentence = span_id.removeprefix(stored.id).removeprefix(".")
        if sentence:
            sentences = split_sentences(stored.text)
            if not sentence.isdecimal() or int(sentence) >= len(sentences):
                raise NotFound(f"There is no span {span_id!r}; take its id from a citation.")
            start, end = sentences[int(sentence)]
        words = [word for word in stored.block.words if word.start < end and word.end > start]
        boxes.extend(box for box in merge_lines(words) if box.page == page)
    return boxes
