"""The shapes of documents over HTTP: states, reports, formats, progress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from app.jobs import JobEvent
from app.schemas.common import BoxOut
from knowledge.readers import FORMATS
from knowledge.types import Document, DocumentReport


class DocumentOut(BaseModel):
    """A document of the library. Only `ready` and `partial` ones are searched; `reason` explains any other state."""

    id: str
    name: str
    title: str
    collection: str
    media_type: str
    state: str
    reason: str
    code: str = Field(description="Result kind of a file that was not taken in, else empty")
    version: int
    pages: int | None
    blocks: int
    windows: int
    size_bytes: int
    sha256: str
    created_at: str
    updated_at: str


class DocumentsOut(BaseModel):
    documents: list[DocumentOut]


class AcceptedOut(BaseModel):
    """A file that was sent. `unchanged`: the library had exactly this file; else its work is under way."""

    id: str
    name: str
    collection: str
    state: str
    unchanged: bool


class UploadOut(BaseModel):
    """What became of the files of an upload, in their order."""

    documents: list[AcceptedOut]


class DeletedOut(BaseModel):
    id: str
    name: str
    deleted: bool = True


class CancelledOut(BaseModel):
    """`cancelled` is false when no work was going on."""

    id: str
    cancelled: bool


class FormatOut(BaseModel):
    """A kind of file that is read."""

    media_type: str
    suffixes: list[str]
    max_megabytes: int


class FormatsOut(BaseModel):
    formats: list[FormatOut]


class ProgressOut(BaseModel):
    """How far a document is. The last one of a document is `ready`, `partial`, `failed` or `deleted`."""

    number: int = Field(description="Grows with every event since the program started")
    id: str
    name: str
    collection: str
    state: str
    percent: int = Field(description="0 to 100")
    pages: int = Field(description="Pages of the file, 0 until known")
    pages_done: int
    position: int = Field(description="Documents before it in the queue; 0 when it is at work")
    message: str
    at: str


class BoxesOut(BaseModel):
    """The rectangles of a span, in PDF points from the top left of the page as shown (pixels on an image)."""

    span_id: str
    text: str
    boxes: list[BoxOut]


class PageOut(BaseModel):
    """What was found on a page, slide, sheet or image; a document without pages has one."""

    page: int
    characters: int
    blocks: int
    tables: int
    images: int
    warnings: list[str]
    name: str = Field(description="Name of the sheet or title of the slide, else empty")
    confidence: float | None = Field(description="How sure recognition was of its text, 0 to 1; null: not recognised")
    seconds: float = Field(description="How long the page took to read; 0 where pages are not read one by one")


class ChangesOut(BaseModel):
    """What a version changed against the one before: headings of sections. All empty for a first version."""

    added: list[str]
    removed: list[str]
    changed: list[str]


class DocumentReportOut(DocumentOut):
    """A document with what was found on each of its pages."""

    warnings: list[str]
    changes: ChangesOut
    page_reports: list[PageOut]


def document_out(document: Document) -> DocumentOut:
    return DocumentOut(**_document(document))


def report_out(document: Document, report: DocumentReport) -> DocumentReportOut:
    return DocumentReportOut(
        **_document(document),
        warnings=list(report.warnings),
        changes=ChangesOut(
            added=list(report.changes.added),
            removed=list(report.changes.removed),
            changed=list(report.changes.changed),
        ),
        page_reports=[
            PageOut(
                page=p.page,
                characters=p.characters,
                blocks=p.blocks,
                tables=p.tables,
                images=p.images,
                warnings=list(p.warnings),
                name=p.name,
                confidence=p.confidence,
                seconds=p.seconds,
            )
            for p in report.pages
        ],
    )


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "collection": document.collection,
        "media_type": document.media_type,
        "state": document.state.value,
        "code": document.code,
        "reason": document.reason,
        "version": document.version,
        "pages": document.pages,
        "blocks": document.blocks,
        "windows": document.windows,
        "size_bytes": document.size_bytes,
        "sha256": document.sha256,
        "created_at": document.created_at,
        "updated_at": document.updated_at,
    }


def formats_out(max_megabytes: Mapping[str, int]) -> FormatsOut:
    """The kinds of files that are read; `max_megabytes` are limits by suffix in place of their own."""
    return FormatsOut(
        formats=[
            FormatOut(
                media_type=form.media_type,
                suffixes=list(form.suffixes),
                max_megabytes=max_megabytes.get(form.suffixes[0], form.megabytes),
            )
            for form in FORMATS
            if form.reader is not None
        ]
    )


def progress_out(event: JobEvent) -> ProgressOut:
    return ProgressOut(
        number=event.number,
        id=event.document_id,
        name=event.name,
        collection=event.collection,
        state=event.state.value,
        percent=event.percent,
        pages=event.pages,
        pages_done=event.pages_done,
        position=event.position,
        message=event.message,
        at=event.at,
    )
