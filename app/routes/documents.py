"""The library over HTTP: documents, what was found on their pages, and page images with a quote's boxes drawn."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Header, Path, Query, Request, Response, WebSocket
from fastapi.responses import StreamingResponse

from app.errors import Forbidden
from app.intake import GENERAL
from app.jobs import JobEvent
from app.problems import problem_responses
from app.routes.dependencies import EVENT_STREAM, Access, From, ManagerAccess, Program
from app.schemas.common import box_out
from app.schemas.documents import (
    AcceptedOut,
    BoxesOut,
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
from knowledge.errors import DocumentRemoved, InvalidInput, NotFound
from knowledge.recorder import Pending
from knowledge.sentences import split_sentences
from knowledge.types import Block, Box, Document, DocumentState, Scope, StoredBlock, merge_lines, page_word

SCALE = 1.5
"""Pixels per PDF point of a page image."""
CACHED_IMAGES = 64
MOST_SPANS = 32
_ROWS_OF_TEXT = frozenset({"text/csv", "text/tab-separated-values"})

router = APIRouter(prefix="/api/v1/documents", tags=["documents"])


class PageImages:
    """The pictures drawn last, by what they show. A changed document has another hash, so none is ever stale."""

    def __init__(self, size: int = CACHED_IMAGES) -> None:
        self._size = size
        self._images: OrderedDict[str, bytes] = OrderedDict()

    async def get(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """The PNG with this key, drawn off the event loop when it is not kept. Raises what `draw` raises."""
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        image = await asyncio.to_thread(draw)
        self._images[key] = image
        while len(self._images) > self._size:
            self._images.popitem(last=False)
        return image

    def forget(self, document: Document) -> None:
        """Drops the pictures of a document."""
        self._images = OrderedDict(
            (key, image) for key, image in self._images.items() if not key.startswith(document.id)
        )


_images = PageImages()


@router.get("", responses=problem_responses(500, 503))
async def list_documents(linelead: Program, access: Access) -> DocumentsOut:
    """The documents that the caller may read."""
    documents = await asyncio.to_thread(linelead.library.catalogue.documents, access.scope)
    return DocumentsOut(documents=[document_out(d) for d in documents])


@router.post(
    "",
    status_code=202,
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
async def upload_documents(request: Request, linelead: Program, access: ManagerAccess) -> UploadOut:
    """Takes in files of a multipart body; the work goes on afterwards, and its progress can be watched.

    A file with the name of a document in the collection is a new version of it.
    """
    limit = linelead.settings.max_upload_megabytes * 2**20
    async with received(request, linelead.settings.data, limit) as (uploads, fields):
        if not uploads:
            raise InvalidInput("No file was sent; send one part “files” for each file.", code="no_files")
        collection = collection_name(fields.get("collection") or GENERAL)
        if await asyncio.to_thread(linelead.library.catalogue.is_hidden, access.scope, collection):
            raise Forbidden(f"You may not add to the collection {collection!r}; name another.")
        accepted: list[AcceptedOut] = []
        for upload in uploads:
            taken = await linelead.jobs.submit(
                upload.path, workspace=access.scope.workspace, collection=collection, name=upload.name
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

    await _check_known(linelead, access.scope, document)

    async def lines() -> AsyncGenerator[bytes]:
        yield b": watching\n\n"
        async with aclosing(_events(linelead, access.scope, document)) as events:
            async for event in events:
                yield f"event: progress\nid: {event.number}\ndata: {progress_out(event).model_dump_json()}\n\n".encode()

    return StreamingResponse(lines(), media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


@router.websocket("/progress")
async def watch_progress_socket(
    socket: WebSocket, linelead: Program, access: Access, document: str | None = None
) -> None:
    """The same over a web socket: one JSON text per event."""
    await _check_known(linelead, access.scope, document)
    await socket.accept()
    async with aclosing(_events(linelead, access.scope, document)) as events, anyio.create_task_group() as tasks:

        async def send() -> None:
            async for event in events:
                await socket.send_text(progress_out(event).model_dump_json())
            await socket.close()
            tasks.cancel_scope.cancel()

        tasks.start_soon(send)
        while (await socket.receive())["type"] != "websocket.disconnect":
            continue  # what the client says is passed over; that it goes is not
        tasks.cancel_scope.cancel()


async def _check_known(linelead: Linelead, scope: Scope, document_id: str | None) -> None:
    """Raises NotFound for a document that the scope may not read; one that was deleted may be watched."""
    if document_id is not None:
        with suppress(DocumentRemoved):
            await asyncio.to_thread(linelead.library.catalogue.document, scope, document_id)


async def _events(linelead: Linelead, scope: Scope, document_id: str | None) -> AsyncGenerator[JobEvent]:
    """How far the documents are that the scope may read at that moment."""
    events = linelead.jobs.events(document_id=document_id, allowed=lambda event: event.workspace == scope.workspace)
    async with aclosing(events):
        async for event in events:
            if event.collection in await asyncio.to_thread(linelead.library.catalogue.collections, scope):
                yield event


@router.delete("/{document_id}", responses=problem_responses(403, 404, 410, 500, 503))
async def delete_document(document_id: str, linelead: Program, access: ManagerAccess, place: From) -> DeletedOut:
    """Deletes a document with all that was made of it; its id then answers that it was removed, and when."""
    document = await asyncio.to_thread(linelead.library.catalogue.document, access.scope, document_id)
    named = {"collection": document.collection, "name": document.name}
    async with linelead.audit.act(access, place, "document.deleted", document.id, **named):
        await linelead.jobs.delete(access.scope, document_id)
    _images.forget(document)
    return DeletedOut(id=document.id, name=document.name)


@router.post(
    "/{document_id}/retry",
    status_code=202,
    responses=problem_responses(403, 404, 410, 422, 500, 503),
)
async def retry_document(document_id: str, linelead: Program, access: ManagerAccess) -> AcceptedOut:
    """Takes up again what failed or was cancelled."""
    pending = await linelead.jobs.retry(access.scope, document_id)
    return AcceptedOut(
        id=pending.document_id,
        name=pending.name,
        collection=pending.collection,
        state=DocumentState.QUEUED.value,
        unchanged=False,
    )


@router.post(
    "/{document_id}/cancel",
    responses=problem_responses(403, 404, 410, 500, 503),
)
async def cancel_document(document_id: str, linelead: Program, access: ManagerAccess) -> CancelledOut:
    """Stops the work on a document; a version that was searchable before stays."""
    await asyncio.to_thread(linelead.library.catalogue.document, access.scope, document_id)
    return CancelledOut(id=document_id, cancelled=await linelead.jobs.cancel(document_id))


@router.get("/{document_id}", responses=problem_responses(404, 410, 500, 503))
@router.get("/{document_id}/report", responses=problem_responses(404, 410, 500, 503))
async def show_document(document_id: str, linelead: Program, access: Access) -> DocumentReportOut:
    """A document with what was found on each of its pages."""
    catalogue = linelead.library.catalogue

    def read() -> DocumentReportOut:
        document = catalogue.document(access.scope, document_id)
        return report_out(document, catalogue.report(access.scope, document_id))

    return await asyncio.to_thread(read)


_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The picture", "content": {"image/png": {}}},
    304: {"description": "The picture that the client has is still right"},
    **problem_responses(404, 410, 422, 500, 503),
}
_Page = Annotated[
    int, Path(ge=1, description="Counted from 1; a slide, a sheet and a frame of a picture count as pages")
]
_Spans = Annotated[list[str] | None, Query(description="Span ids that are marked", max_length=MOST_SPANS)]
_Known = Annotated[str | None, Header(alias="if-none-match")]


@router.get("/{document_id}/pages/{page}.png", response_class=Response, responses=_PICTURE)
async def page_image(
    document_id: str, page: _Page, linelead: Program, access: Access, span: _Spans = None, known: _Known = None
) -> Response:
    """The picture of a page, slide, sheet or image, with the words of the named spans marked on it."""
    catalogue = linelead.library.catalogue

    def find() -> tuple[Document, list[Mark], list[Block]]:
        document = catalogue.document(access.scope, document_id)
        marks = [_mark(catalogue, access.scope, document, span_id) for span_id in span or []]
        needs_text = page_word(document.media_type) in ("slide", "sheet") or document.media_type in _ROWS_OF_TEXT
        blocks = [stored.block for stored in catalogue.blocks(access.scope, document_id)] if needs_text else []
        return document, marks, blocks

    document, marks, blocks = await asyncio.to_thread(find)
    boxes = [box for mark in marks for box in mark.boxes if box.page == page]
    rows = frozenset(mark.stored.block.line for mark in marks if mark.stored.block.line is not None)
    here = [block for block in blocks if block.page in (page, None)]

    def draw() -> bytes:
        return linelead.pictures.page(
            catalogue.file(document),
            document.name,
            document.media_type,
            page,
            boxes,
            blocks=here,
            rows=rows,
            scale=SCALE,
        )

    return await _picture(document, (page, boxes, sorted(rows)), draw, known)


@router.get("/{document_id}/moments/{seconds}.png", response_class=Response, responses=_PICTURE)
async def moment_image(
    document_id: str,
    seconds: Annotated[float, Path(ge=0, description="Seconds from the start of the video")],
    linelead: Program,
    access: Access,
    known: _Known = None,
) -> Response:
    """The picture that a video shows at a moment."""
    catalogue = linelead.library.catalogue
    document = await asyncio.to_thread(catalogue.document, access.scope, document_id)

    def draw() -> bytes:
        return linelead.pictures.moment(catalogue.file(document), document.name, document.media_type, seconds)

    return await _picture(document, seconds, draw, known)


@router.get("/{document_id}/boxes", responses=problem_responses(404, 410, 422, 500, 503))
async def span_boxes(
    document_id: str,
    linelead: Program,
    access: Access,
    span: Annotated[list[str], Query(description="Span ids", min_length=1, max_length=MOST_SPANS)],
) -> list[BoxesOut]:
    """The raw rectangles of spans, for those who draw them themselves."""
    catalogue = linelead.library.catalogue

    def find() -> list[BoxesOut]:
        document = catalogue.document(access.scope, document_id)
        marks = [_mark(catalogue, access.scope, document, span_id) for span_id in span]
        return [
            BoxesOut(span_id=mark.span_id, text=mark.text, boxes=[box_out(box) for box in mark.boxes]) for mark in marks
        ]

    return await asyncio.to_thread(find)


async def _picture(document: Document, shown: object, draw: Callable[[], bytes], known: str | None) -> Response:
    """A picture as a response, from the cache or the client's own where it is still right."""
    key = document.id + hashlib.sha256(repr((document.sha256, shown, SCALE)).encode()).hexdigest()
    headers = {"ETag": f'"{key[:48]}"', "Cache-Control": "private, max-age=0, must-revalidate"}
    if known is not None and headers["ETag"] in known:
        return Response(status_code=304, headers=headers)
    return Response(await _images.get(key, draw), media_type="image/png", headers=headers)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: its block, and its words' rectangles."""

    span_id: str
    stored: StoredBlock
    text: str
    boxes: tuple[Box, ...]


def _mark(catalogue: Catalogue, scope: Scope, document: Document, span_id: str) -> Mark:
    """A span of the document. Raises NotFound for one that is not in it."""
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
    return Mark(span_id, stored, stored.text[start:end], merge_lines(words))
