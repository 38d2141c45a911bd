"""The library over HTTP: documents, what was found on their pages, and page images with a quote's boxes drawn."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response, WebSocket
from fastapi.responses import StreamingResponse

from app.access import local_principal, same_origin
from app.errors import CrossOrigin
from app.intake import GENERAL
from app.jobs import JobEvent
from app.problems import problem_responses
from app.routes.dependencies import EVENT_STREAM, Access, Program
from app.schemas import (
    AcceptedOut,
    CancelledOut,
    DeletedOut,
    DocumentReportOut,
    DocumentsOut,
    FormatsOut,
    UploadOut,
    document_out,
    formats_out,
    progress_out,
    report_out,
)
from app.uploads import collection_name, received
from app.wiring import Linelead
from knowledge.catalogue import Catalogue
from knowledge.errors import InvalidInput, NotFound
from knowledge.pages import render_page
from knowledge.recorder import Pending
from knowledge.sentences import split_sentences
from knowledge.types import Box, Document, DocumentState, Scope, merge_lines

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


@router.post(
    "",
    status_code=202,
    dependencies=[Depends(same_origin)],
    responses=problem_responses(400, 403, 422, 429, 500, 503),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                            "collection": {"type": "string", "default": GENERAL},
                        },
                        "required": ["files"],
                    }
                }
            },
        }
    },
)
async def upload_documents(request: Request, linelead: Program, access: Access) -> UploadOut:
    """Takes in files of a multipart body; the work goes on afterwards, and its progress can be watched.

    A file with the name of a document in the collection is a new version of it.
    """
    limit = linelead.settings.max_upload_megabytes * 2**20
    async with received(request, linelead.settings.data, limit) as (uploads, fields):
        if not uploads:
            raise InvalidInput("No file was sent; send one part “files” for each file.", code="no_files")
        collection = collection_name(fields.get("collection") or GENERAL)
        accepted: list[AcceptedOut] = []
        for upload in uploads:
            taken = await linelead.jobs.submit(
                upload.path, workspace=access[1].workspace, collection=collection, name=upload.name
            )
            is_new = isinstance(taken, Pending)
            accepted.append(
                AcceptedOut(
                    id=taken.document_id if is_new else taken.document.id,
                    name=upload.name,
                    collection=collection,
                    state=DocumentState.QUEUED.value if is_new else taken.document.state.value,
                    unchanged=not is_new,
                )
            )
    return UploadOut(documents=accepted)


@router.get("/formats", responses=problem_responses(500))
async def list_formats(linelead: Program, _access: Access) -> FormatsOut:
    """The kinds of files that are read, with the largest size taken."""
    return formats_out(linelead.settings.max_megabytes)


@router.get(
    "/progress",
    responses={
        200: {"description": "Events, one for every step of a document", "content": {EVENT_STREAM: {}}},
        **problem_responses(500, 503),
    },
    response_class=StreamingResponse,
)
async def watch_progress(
    linelead: Program,
    access: Access,
    document: Annotated[str | None, Query(description="Id of one document; the stream ends with its end")] = None,
) -> StreamingResponse:
    """How far the documents are on their way in, as an event stream; all of them, or one."""

    async def lines() -> AsyncGenerator[bytes]:
        yield b": watching\n\n"
        async for event in linelead.jobs.events(document_id=document, allowed=_allowed(access[1])):
            yield f"event: progress\nid: {event.number}\ndata: {progress_out(event).model_dump_json()}\n\n".encode()

    return StreamingResponse(lines(), media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


@router.websocket("/progress")
async def watch_progress_socket(socket: WebSocket, document: str | None = None) -> None:
    """The same over a web socket: one JSON text per event."""
    linelead: Linelead = socket.app.state.linelead
    _, scope = local_principal()
    try:
        same_origin(socket)
    except CrossOrigin as refused:
        await socket.close(1008, str(refused)[:120])
        return
    await socket.accept()
    events = linelead.jobs.events(document_id=document, allowed=_allowed(scope))
    sending = asyncio.create_task(_send_all(socket, events))
    leaving = asyncio.create_task(_until_left(socket))
    try:
        await asyncio.wait((sending, leaving), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (sending, leaving):
            task.cancel()
        await asyncio.gather(sending, leaving, return_exceptions=True)
        await events.aclose()


async def _send_all(socket: WebSocket, events: AsyncGenerator[JobEvent]) -> None:
    async for event in events:
        await socket.send_text(progress_out(event).model_dump_json())
    await socket.close()


async def _until_left(socket: WebSocket) -> None:
    """Returns when the client goes; what it sends is passed over."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        continue


def _allowed(scope: Scope) -> Callable[[JobEvent], bool]:
    """Which events the caller may see: those of documents that the scope may read."""
    return lambda event: (
        event.workspace == scope.workspace and (scope.collections is None or event.collection in scope.collections)
    )


@router.delete(
    "/{document_id}", dependencies=[Depends(same_origin)], responses=problem_responses(403, 404, 410, 500, 503)
)
async def delete_document(document_id: str, linelead: Program, access: Access) -> DeletedOut:
    """Deletes a document with all that was made of it; its id then answers that it was removed, and when."""
    document = await asyncio.to_thread(linelead.library.catalogue.document, access[1], document_id)
    await linelead.jobs.delete(access[1], document_id)
    return DeletedOut(id=document.id, name=document.name)


@router.post(
    "/{document_id}/retry",
    status_code=202,
    dependencies=[Depends(same_origin)],
    responses=problem_responses(403, 404, 410, 422, 500, 503),
)
async def retry_document(document_id: str, linelead: Program, access: Access) -> AcceptedOut:
    """Takes up again what failed or was cancelled."""
    pending = await linelead.jobs.retry(access[1], document_id)
    return AcceptedOut(
        id=pending.document_id,
        name=pending.name,
        collection=pending.collection,
        state=DocumentState.QUEUED.value,
        unchanged=False,
    )


@router.post(
    "/{document_id}/cancel",
    dependencies=[Depends(same_origin)],
    responses=problem_responses(403, 404, 410, 500, 503),
)
async def cancel_document(document_id: str, linelead: Program, access: Access) -> CancelledOut:
    """Stops the work on a document; a version that was searchable before stays."""
    await asyncio.to_thread(linelead.library.catalogue.document, access[1], document_id)
    return CancelledOut(id=document_id, cancelled=await linelead.jobs.cancel(document_id))


@router.get("/{document_id}", responses=problem_responses(404, 410, 500, 503))
@router.get("/{document_id}/report", responses=problem_responses(404, 410, 500, 503))
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
