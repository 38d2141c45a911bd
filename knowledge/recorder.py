"""The writing side of the catalogue: accepted, advanced, failed, committed, removed. Only the ingestor uses it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, text

from knowledge.catalogue import DOCUMENT_COLUMNS, Catalogue, as_document, as_json
from knowledge.codes import normalise_code
from knowledge.packing import pack_place, pack_words
from knowledge.types import (
    NO_CHANGES,
    NO_REPORT,
    Changes,
    Chunk,
    Document,
    DocumentReport,
    DocumentState,
    PageReport,
    StoredBlock,
    Window,
)


@dataclass(frozen=True, slots=True)
class Pending:
    """A version of a document that was accepted and is not finished: enough to take it up again after a crash.

    `ticket` names the work on it: a newer version, another try and a deletion make it invalid.
    """

    document_id: str
    workspace: str
    collection: str
    name: str
    sha256: str
    size_bytes: int
    ticket: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code found in a table row, before it is stored: `block_id` is the row's."""

    code: str
    meaning: str
    cause: str
    action: str
    block_id: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """Everything that makes a version of a document searchable. `chunk_windows` are in reading order."""

    title: str
    media_type: str
    state: DocumentState
    reason: str
    pages: int | None
    reports: Sequence[PageReport]
    warnings: Sequence[str]
    blocks: Sequence[StoredBlock]
    chunks: Sequence[Chunk]
    windows: Sequence[Window]
    codes: Sequence[Code]
    recipe: int


class Recorder:
    """Changes what the catalogue holds, one transaction per method. All methods block."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def document(self, document_id: str) -> Document | None:
        """The document with this id, whoever may read it; None when there is none."""
        rows = self._catalogue.rows(
            text(f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.id = :id"), {"id": document_id}
        )
        return as_document(rows[0]) if rows else None

    def set_roles(self, workspace: str, collection: str, roles: Iterable[str] | None) -> None:
        """Lets only `roles` read the collection (None: everyone); creates it if need be."""
        value = None if roles is None else as_json(sorted(roles))
        with self._catalogue.database.write() as connection:
            connection.execute(
                text(
                    "INSERT INTO collections (workspace, name, roles) VALUES (:workspace, :name, :roles)"
                    " ON CONFLICT (workspace, name) DO UPDATE SET roles = excluded.roles"
                ),
                {"workspace": workspace, "name": collection, "roles": value},
            )

    def settled(self, document_id: str, sha256: str, recipe: int) -> bool:
        """Whether this content of the document is searchable already, made by this recipe."""
        rows = self._catalogue.rows(
            text(
                "SELECT 1 FROM documents WHERE id = :id AND visible AND sha256 = :sha256 AND recipe = :recipe"
                " AND pending_sha256 IS NULL"
            ),
            {"id": document_id, "sha256": sha256, "recipe": recipe},
        )
        return bool(rows)

    def queue(self, pending: Pending) -> None:
        """Records that a version was accepted. What is searchable stays so until `commit`."""
        values = {
            "id": pending.document_id, "workspace": pending.workspace, "collection": pending.collection,
            "name": pending.name, "title": Path(pending.name).stem, "sha256": pending.sha256,
            "size": pending.size_bytes, "now": _now(), "ticket": pending.ticket,
        }  # fmt: skip
        with self._catalogue.database.write() as connection:
            connection.execute(
                text("INSERT OR IGNORE INTO collections (workspace, name) VALUES (:workspace, :collection)"), values
            )
            connection.execute(
                text(
                    "INSERT INTO documents (id, workspace, collection, name, title, media_type, sha256, size_bytes,"
                    " version, state, created_at, updated_at, pending_sha256, pending_size, ticket, queued_at)"
                    " VALUES (:id, :workspace, :collection, :name, :title, '', :sha256, :size,"
                    " 1, 'queued', :now, :now, :sha256, :size, :ticket, :now)"
                    " ON CONFLICT (id) DO UPDATE SET pending_sha256 = :sha256, pending_size = :size, reason = '',"
                    " ticket = :ticket, queued_at = :now, failed_sha256 = NULL, failed_size = NULL,"
                    " code = '',"
                    " sha256 = iif(visible, sha256, :sha256), size_bytes = iif(visible, size_bytes, :size),"
                    " state = iif(visible, state, 'queued'), updated_at = :now"
                ),
                values,
            )

    def is_current(self, pending: Pending) -> bool:
        """Whether the version still waits to be finished: not superseded, given up, deleted or done."""
        rows = self._catalogue.rows(
            text("SELECT 1 FROM documents WHERE id = :id AND ticket = :ticket AND pending_sha256 IS NOT NULL"),
            {"id": pending.document_id, "ticket": pending.ticket},
        )
        return bool(rows)

    def is_latest(self, pending: Pending) -> bool:
        """Whether no newer version was accepted after this one, and the document was not deleted."""
        rows = self._catalogue.rows(
            text("SELECT 1 FROM documents WHERE id = :id AND ticket = :ticket"),
            {"id": pending.document_id, "ticket": pending.ticket},
        )
        return bool(rows)

    def is_visible(self, document_id: str) -> bool:
        """Whether a version of the document can be searched."""
        rows = self._catalogue.rows(text("SELECT 1 FROM documents WHERE id = :id AND visible"), {"id": document_id})
        return bool(rows)

    def retry(self, document_id: str, ticket: str) -> Pending | None:
        """Puts the version that was given up on record again; None when there is none."""
        found = self._catalogue.rows(
            text(
                "SELECT id, workspace, collection, name, failed_sha256, failed_size FROM documents"
                " WHERE id = :id AND failed_sha256 IS NOT NULL AND pending_sha256 IS NULL"
            ),
            {"id": document_id},
        )
        if not found:
            return None
        row = found[0]
        pending = Pending(row.id, row.workspace, row.collection, row.name, row.failed_sha256, row.failed_size, ticket)
        self.queue(pending)
        return pending

    def advance(self, pending: Pending, state: DocumentState) -> None:
        """Records how far the pending version is; a version that is searchable keeps its own state."""
        with self._catalogue.database.write() as connection:
            connection.execute(
                text(
                    "UPDATE documents SET state = :state, updated_at = :now"
                    " WHERE id = :id AND ticket = :ticket AND NOT visible"
                ),
                {"id": pending.document_id, "ticket": pending.ticket, "state": state, "now": _now()},
            )

    def fail(self, pending: Pending, reason: str, code: str, report: DocumentReport = NO_REPORT) -> None:
        """Gives the pending version up, saying why. An older version stays searchable, with the reason noted.

        Does nothing when the version is not the one that is waited for any more.
        """
        with self._catalogue.database.write() as connection:
            row = connection.execute(
                text(
                    "SELECT key, visible, state FROM documents"
                    " WHERE id = :id AND ticket = :ticket AND pending_sha256 IS NOT NULL"
                ),
                {"id": pending.document_id, "ticket": pending.ticket},
            ).first()
            if row is None:
                return
            state, note = str(row.state), reason
            if not row.visible:
                state = DocumentState.FAILED
                _write_reports(connection, row.key, report.pages, report.warnings)
            elif state == DocumentState.INDEXING:
                state, note = DocumentState.PARTIAL, f"Only the first pages could be read. {reason}"
            else:
                note = f"The newer file was not taken in; this is the version before it. {reason}"
            connection.execute(
                text(
                    "UPDATE documents SET reason = :reason, code = :code, state = :state, updated_at = :now,"
                    " failed_sha256 = pending_sha256, failed_size = pending_size,"
                    " pending_sha256 = NULL, pending_size = NULL WHERE key = :key"
                ),
                {"key": row.key, "reason": note, "code": code, "state": state, "now": _now()},
            )

    def commit(self, pending: Pending, version: NewVersion) -> Changes | None:
        """Makes the version searchable in place of the one before, all at once; what that changed comes back.

        None, and nothing happens, when the version is not waited for any more: deleted, given up or superseded while it
        was made. A version in the state INDEXING is a first look: the pending version still waits to be finished.
        """
        with self._catalogue.database.write() as connection:
            found = connection.execute(
                text(
                    "SELECT key, state FROM documents WHERE id = :id AND ticket = :ticket"
                    " AND pending_sha256 IS NOT NULL"
                ),
                {"id": pending.document_id, "ticket": pending.ticket},
            ).first()
            if found is None:
                return None
            key, state = found
            # against a first look at this very version there is nothing to report
            changes = NO_CHANGES if state == DocumentState.INDEXING else _changes(connection, key, version.blocks)
            _clear(connection, key)
            _write_reports(connection, key, version.reports, version.warnings)
            _write_text(connection, key, version)
            connection.execute(
                text(
                    "UPDATE documents SET title = :title, media_type = :media_type, sha256 = :sha256,"
                    " size_bytes = :size, version = version + (visible AND state != 'indexing'), state = :state,"
                    " pages = :pages,"
                    " blocks = :blocks, windows = :windows, reason = :reason, recipe = :recipe, visible = 1, code = '',"
                    " changes = :changes, updated_at = :now,"
                    " pending_sha256 = iif(:first_look, pending_sha256, NULL),"
                    " pending_size = iif(:first_look, pending_size, NULL) WHERE key = :key"
                ),
                {
                    "key": key, "title": version.title, "media_type": version.media_type, "sha256": pending.sha256,
                    "size": pending.size_bytes, "state": version.state, "pages": version.pages,
                    "blocks": len(version.blocks), "windows": len(version.windows), "reason": version.reason,
                    "recipe": version.recipe, "now": _now(),
                    "first_look": version.state == DocumentState.INDEXING,
                    "changes": as_json([changes.added, changes.removed, changes.changed]) if changes else "",
                },
            )  # fmt: skip
        self._catalogue.forget()
        return changes

    def remove(self, document_id: str) -> None:
        """Deletes all that was made of a document and leaves a tombstone."""
        with self._catalogue.database.write() as connection:
            key = connection.execute(text("SELECT key FROM documents WHERE id = :id"), {"id": document_id}).scalar()
            if key is not None:
                _clear(connection, int(key))
                connection.execute(
                    text(
                        "UPDATE documents SET state = 'deleted', visible = 0, blocks = 0, windows = 0, pages = NULL,"
                        " sha256 = '', size_bytes = 0, reason = '', code = '', changes = '', warnings = '[]',"
                        " pending_sha256 = NULL, pending_size = NULL, failed_sha256 = NULL, failed_size = NULL,"
                        " ticket = '', updated_at = :now WHERE key = :key"
                    ),
                    {"key": key, "now": _now()},
                )
        self._catalogue.forget()

    def pending(self) -> list[Pending]:
        """The versions that were accepted and not finished, oldest first."""
        rows = self._catalogue.rows(
            text(
                "SELECT id, workspace, collection, name, pending_sha256, pending_size, ticket FROM documents"
                " WHERE pending_sha256 IS NOT NULL ORDER BY queued_at, key"
            ),
            {},
        )
        return [Pending(*row) for row in rows]

    def workspaces(self) -> list[str]:
        """The workspaces that hold documents."""
        return [row[0] for row in self._catalogue.rows(text("SELECT DISTINCT workspace FROM documents ORDER BY 1"), {})]

    def window_ids_of(self, document_id: str) -> list[str]:
        """The ids of a document's searchable windows."""
        statement = text("SELECT w.id FROM windows w JOIN documents d ON d.key = w.document WHERE d.id = :id")
        return [row.id for row in self._catalogue.rows(statement, {"id": document_id})]

    def window_places(self, workspace: str) -> dict[str, tuple[str, str]]:
        """Every window of a workspace: id → (document id, collection)."""
        statement = text(
            "SELECT w.id, d.id AS document, d.collection FROM windows w JOIN documents d ON d.key = w.document"
            " WHERE d.workspace = :workspace ORDER BY w.key"
        )
        return {
            row.id: (row.document, row.collection) for row in self._catalogue.rows(statement, {"workspace": workspace})
        }

    def window_texts(self, window_ids: Sequence[str]) -> dict[str, str]:
        """The texts of windows by id; those that are gone are left out."""
        statement = text("SELECT id, text FROM windows WHERE id IN (SELECT value FROM json_each(:ids))")
        return {row.id: row.text for row in self._catalogue.rows(statement, {"ids": as_json(window_ids)})}

    def originals_in_use(self) -> set[Path]:
        """The stored originals that some document, searchable or pending, still needs."""
        rows = self._catalogue.rows(
            text("SELECT name, iif(visible, sha256, NULL), pending_sha256, failed_sha256 FROM documents"), {}
        )
        return {self._catalogue.original(sha256, name) for name, *hashes in rows for sha256 in hashes if sha256}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _changes(connection: Connection, key: int, blocks: Sequence[StoredBlock]) -> Changes:
    """The sections that the new blocks add, remove and change; empty for a first version."""
    before: dict[str, list[str]] = {}
    for row in connection.execute(
        text("SELECT id, heading_path FROM blocks WHERE document = :key ORDER BY ordinal"), {"key": key}
    ):
        before.setdefault(row.heading_path, []).append(row.id)
    if not before:
        return Changes()
    after: dict[str, list[str]] = {}
    for stored in blocks:
        after.setdefault(as_json(stored.heading_path), []).append(stored.id)
    return Changes(
        tuple(_section(path) for path in after if path not in before),
        tuple(_section(path) for path in before if path not in after),
        tuple(_section(path) for path in after if path in before and set(after[path]) != set(before[path])),
    )


def _section(path: str) -> str:
    return " › ".join(json.loads(path)) or "(before the first heading)"


def _clear(connection: Connection, key: int) -> None:
    """Deletes what was made of a document's content."""
    connection.execute(
        text(
            "INSERT INTO windows_fts (windows_fts, rowid, text)"
            " SELECT 'delete', key, text FROM windows WHERE document = :key"
        ),
        {"key": key},
    )
    for table in ("codes", "windows", "blocks", "chunks", "pages"):
        connection.execute(text(f"DELETE FROM {table} WHERE document = :key"), {"key": key})


def _write_reports(connection: Connection, key: int, reports: Sequence[PageReport], warnings: Sequence[str]) -> None:
    connection.execute(text("DELETE FROM pages WHERE document = :key"), {"key": key})
    connection.execute(
        text("UPDATE documents SET warnings = :warnings WHERE key = :key"), {"key": key, "warnings": as_json(warnings)}
    )
    if reports:
        connection.execute(
            text(
                "INSERT INTO pages (document, page, characters, blocks, tables, images, warnings, name, confidence,"
                " seconds) VALUES (:document, :page, :characters, :blocks, :tables, :images, :warnings, :name,"
                " :confidence, :seconds)"
            ),
            [
                {
                    "document": key, "page": page.page, "characters": page.characters, "blocks": page.blocks,
                    "tables": page.tables, "images": page.images, "warnings": as_json(page.warnings),
                    "name": page.name, "confidence": page.confidence, "seconds": page.seconds,
                }
                for page in reports
            ],
        )  # fmt: skip


def _write_text(connection: Connection, key: int, version: NewVersion) -> None:
    """Writes blocks, chunks, windows and codes, each table in one statement."""
    chunk_keys = _next_keys(connection, "chunks", [chunk.id for chunk in version.chunks])
    chunk_of = {stored.id: chunk_keys[chunk.id] for chunk in version.chunks for stored in chunk.blocks}
    block_keys = _next_keys(connection, "blocks", [stored.id for stored in version.blocks])
    window_keys = _next_keys(connection, "windows", [window.id for window in version.windows])
    _insert(
        connection, "chunks", ("key", "id", "document", "ordinal", "heading_path"),
        [(chunk_keys[c.id], c.id, key, c.ordinal, as_json(c.heading_path)) for c in version.chunks],
    )  # fmt: skip
    _insert(
        connection, "blocks",
        (
            "key", "id", "document", "chunk", "ordinal", "heading_path", "kind", "text", "level", "label", "page",
            "words", "cells", "header", "table_title", "line", "place",
        ),
        [
            (
                block_keys[s.id], s.id, key, chunk_of.get(s.id), s.ordinal, as_json(s.heading_path), s.block.kind,
                s.block.text, s.block.level, s.block.label, s.block.page, pack_words(s.block.words),
                as_json(s.block.cells) if s.block.cells else "", as_json(s.block.header) if s.block.header else "",
                s.block.table, s.block.line, pack_place(s.block),
            )
            for s in version.blocks
        ],
    )  # fmt: skip
    windows = [(window_keys[w.id], w.id, key, chunk_keys[w.chunk_id], w.text) for w in version.windows]
    _insert(connection, "windows", ("key", "id", "document", "chunk", "text"), windows)
    _insert(connection, "windows_fts", ("rowid", "text"), [(row[0], row[4]) for row in windows])
    _insert(
        connection, "codes", ("document", "block", "code", "normalised", "meaning", "cause", "action"),
        [
            (key, block_keys[c.block_id], c.code, normalise_code(c.code), c.meaning, c.cause, c.action)
            for c in version.codes
        ],
    )  # fmt: skip


def _next_keys(connection: Connection, table: str, ids: Sequence[str]) -> dict[str, int]:
    first = int(connection.execute(text(f"SELECT coalesce(max(key), 0) + 1 FROM {table}")).scalar_one())
    return {row_id: first + n for n, row_id in enumerate(ids)}


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(rows))
