"""The catalogue: what is known of every document, in SQLite. It is the truth; the vector index follows from it.

Rows of blocks, chunks, windows and codes exist only for the version of a document that is searchable: a new version
replaces them in one transaction, so a half-read document is never visible. Every read takes a Scope and filters by it
in SQL. All methods block: callers on an event loop use `asyncio.to_thread`.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, TextClause, text

from knowledge.codes import normalise_code
from knowledge.database import Database
from knowledge.errors import DocumentRemoved, NotFound, OperatorError
from knowledge.lexicon import words
from knowledge.packing import unpack_place, unpack_words
from knowledge.schema import SCHEMA_VERSION, create_schema, upgrade_schema
from knowledge.types import (
    Block,
    BlockKind,
    Changes,
    Chunk,
    CodeRow,
    Collection,
    Document,
    DocumentReport,
    DocumentState,
    PageReport,
    Scope,
    StoredBlock,
    Window,
)

_CHUNKS_REMEMBERED = 4_000
_WINDOWS_REMEMBERED = 50_000  # of each only its chunk's id: some 10 MB
LONGEST_SECTION = 2_000
"""Blocks of a section that are read at most."""
VOCABULARIES = 8
"""Scopes whose words are remembered: one for each role of a workspace or two."""
_COMPOUND = re.compile(r"\b[^\W\d_]+-[^\W\d_]+\b")
_ALL = ""  # stands among the remembered counts for all windows; no term is empty

# the one place where access is decided: the documents that a scope may read
_READABLE = """
    d.workspace = :workspace AND d.collection IN (
        SELECT c.name FROM collections c WHERE c.workspace = :workspace
        AND (:collections IS NULL OR c.name IN (SELECT value FROM json_each(:collections)))
        AND (c.roles IS NULL OR EXISTS (
            SELECT 1 FROM json_each(c.roles) has JOIN json_each(:roles) asked ON has.value = asked.value)))
"""
DOCUMENT_COLUMNS = (
    "d.id, d.workspace, d.collection, d.name, d.title, d.media_type, d.sha256, d.size_bytes, d.version, d.state, "
    "d.pages, d.blocks, d.windows, d.reason, d.created_at, d.updated_at, d.code"
)
_DOCUMENT_WIDTH = 17
_BLOCK = (
    "b.id, b.ordinal, b.heading_path, b.kind, b.text, b.level, b.label, b.page, b.words, b.cells, b.header, "
    "b.table_title, b.line, b.place"
)


def _reading(sql: str) -> TextClause:
    return text(sql.format(readable=_READABLE, document=DOCUMENT_COLUMNS, block=_BLOCK))


_DOCUMENTS = _reading(
    "SELECT {document} FROM documents d WHERE {readable} AND d.state != 'deleted' ORDER BY d.collection, d.name"
)
_SAID_TWICE = text(
    "SELECT sha256 FROM documents WHERE workspace = :workspace AND visible GROUP BY sha256 HAVING count(*) > 1"
)
_TWINS = _reading(
    "SELECT d.id, d.sha256, d.state FROM documents d WHERE d.sha256 IN (SELECT value FROM json_each(:twice))"
    " AND d.visible AND {readable} ORDER BY d.collection, d.name"
)
_ONE_DOCUMENT = _reading("SELECT {document} FROM documents d WHERE {readable} AND d.id = :id")
_COLLECTIONS = _reading(
    "SELECT c.name FROM collections c JOIN (SELECT :workspace AS workspace, c.name AS collection FROM collections c"
    " WHERE c.workspace = :workspace) d ON d.collection = c.name WHERE c.workspace = :workspace AND {readable}"
)
_LISTED_COLLECTIONS = text(
    "SELECT c.name, c.roles, count(d.key) AS documents FROM collections c LEFT JOIN documents d"
    " ON d.workspace = c.workspace AND d.collection = c.name AND d.state != 'deleted'"
    " WHERE c.workspace = :workspace AND c.name IN (SELECT value FROM json_each(:names))"
    " GROUP BY c.name, c.roles ORDER BY c.name"
)
_HIDDEN_COLLECTIONS = text(
    "SELECT c.name, d.id FROM collections c"
    " LEFT JOIN documents d ON d.workspace = c.workspace AND d.collection = c.name"
    " WHERE c.workspace = :workspace AND c.name NOT IN (SELECT value FROM json_each(:names))"
)
_ONE_COLLECTION = text("SELECT 1 FROM collections WHERE workspace = :workspace AND name = :name")
_ALL_COLLECTIONS = text("SELECT count(*) FROM collections WHERE workspace = :workspace")
_PAGES = text(
    "SELECT p.page, p.characters, p.blocks, p.tables, p.images, p.warnings, p.name, p.confidence, p.seconds"
    " FROM pages p JOIN documents d ON d.key = p.document WHERE d.id = :id ORDER BY p.page"
)
_NOTES = text("SELECT warnings, changes FROM documents WHERE id = :id")
_ONE_BLOCK = _reading(
    "SELECT {document}, {block} FROM blocks b JOIN documents d ON d.key = b.document WHERE b.id = :id AND {readable}"
)
_BLOCKS = _reading(
    "SELECT {block} FROM blocks b JOIN documents d ON d.key = b.document"
    " WHERE d.id = :id AND {readable} ORDER BY b.ordinal"
)
_SECTION = _reading(
    "SELECT {block} FROM blocks b JOIN documents d ON d.key = b.document"
    " WHERE d.id = :id AND b.heading_path = :path AND {readable} ORDER BY b.ordinal LIMIT :limit"
)
_CHUNK = _reading(
    "SELECT {document}, c.id AS chunk FROM chunks c JOIN documents d ON d.key = c.document"
    " WHERE c.id = :id AND {readable}"
)
_CHUNK_ROWS = text(
    "SELECT c.key, c.id, c.ordinal, c.heading_path FROM chunks c WHERE c.id IN (SELECT value FROM json_each(:ids))"
)
_CHUNK_BLOCKS = text(
    f"SELECT b.chunk, {_BLOCK} FROM blocks b WHERE b.chunk IN (SELECT value FROM json_each(:keys))"
    " ORDER BY b.document, b.ordinal"
)
# CROSS JOIN keeps SQLite from starting with anything but the few matches
_LEXICAL = _reading(
    "SELECT w.id, -m.rank AS score FROM windows_fts m CROSS JOIN windows w ON w.key = m.rowid"
    " WHERE m.windows_fts MATCH :match AND w.document IN (SELECT d.key FROM documents d WHERE {readable})"
    " ORDER BY m.rank LIMIT :limit"
)
_HEADED = _reading(
    "SELECT w.id FROM windows_fts m CROSS JOIN windows w ON w.key = m.rowid JOIN chunks c ON c.key = w.chunk"
    " WHERE m.windows_fts MATCH :match AND c.heading_path LIKE :heading"
    " AND w.document IN (SELECT d.key FROM documents d WHERE {readable}) LIMIT :limit"
)
_FREQUENCIES = text(
    "SELECT asked.key AS term, (SELECT count(*) FROM windows_fts WHERE windows_fts MATCH asked.value) AS windows"
    " FROM json_each(:phrases) asked"
)
_WINDOW_COUNT = _reading("SELECT coalesce(sum(d.windows), 0) FROM documents d WHERE {readable}")
_TEXTS = _reading("SELECT w.text FROM windows w WHERE w.document IN (SELECT d.key FROM documents d WHERE {readable})")
_WINDOWS_OF_ALL = text("SELECT coalesce(sum(windows), 0) FROM documents WHERE visible")
_CHUNKS_OF = text(
    "SELECT w.id, c.id AS chunk FROM json_each(:ids) asked CROSS JOIN windows w ON w.id = asked.value"
    " JOIN chunks c ON c.key = w.chunk"
)
_WINDOWS = _reading(
    "SELECT w.id, w.text, c.id AS chunk, d.id AS document FROM json_each(:ids) asked"
    " CROSS JOIN windows w ON w.id = asked.value JOIN chunks c ON c.key = w.chunk"
    " JOIN documents d ON d.key = w.document WHERE {readable}"
)
_WINDOWS_WITHIN = text(
    "SELECT w.id FROM json_each(:ids) asked CROSS JOIN windows w ON w.id = asked.value"
    " JOIN documents d ON d.key = w.document WHERE d.id IN (SELECT value FROM json_each(:documents))"
)
_DOCUMENTS_BY_ID = text(f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE d.id IN (SELECT value FROM json_each(:ids))")
_CODES = _reading(
    "SELECT {document}, {block}, e.code AS error_code, e.meaning, e.cause, e.action FROM codes e"
    " JOIN blocks b ON b.key = e.block JOIN documents d ON d.key = e.document"
    " WHERE (:code IS NULL OR e.normalised = :code) AND {readable} ORDER BY d.title, b.ordinal"
)
_MACHINES = _reading(
    "SELECT DISTINCT d.id, d.title FROM codes e JOIN documents d ON d.key = e.document"
    " WHERE {readable} ORDER BY d.title"
)


class Catalogue:
    """The documents of all workspaces, and the stored originals beside them."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the file at `path`; originals are in the folder `files` beside it.

        Raises StoreUnavailable when it cannot be written, OperatorError when a newer Linelead made it.
        """
        self.database = Database(path)
        self.files = path.parent / "files"
        self._guard = threading.Lock()
        self._chunks: OrderedDict[str, Chunk] = OrderedDict()
        self._counts: dict[str, int] = {}
        self._said_twice: dict[str, list[str]] = {}  # by workspace, the SHA-256 of what stands in it more than once
        self._vocabularies: OrderedDict[Scope, Counter[str]] = OrderedDict()
        self._chunk_of: dict[str, str] = {}
        with self.database.write() as connection:
            found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            if found > SCHEMA_VERSION:
                raise OperatorError(
                    f"{path}: made by a newer Linelead (schema {found}, this one knows {SCHEMA_VERSION})."
                    " Update Linelead, or use another --data folder."
                )
            if found == 0:
                create_schema(connection)
            elif found < SCHEMA_VERSION:
                upgrade_schema(connection, found)

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    # --- reading ------------------------------------------------------------------------------------------------------

    def documents(self, scope: Scope) -> list[Document]:
        """The documents in scope, in every state, by collection and name."""
        return [as_document(row) for row in self.rows(_DOCUMENTS, _asked(scope))]

    def copies(self, scope: Scope) -> dict[str, str]:
        """The documents that answers leave out, as id → id of the document that stands for it: one in scope of the very
        same bytes, as when a file was taken in by two paths.

        The first by collection and name stands for the others, but not while it is only looked into. Each keeps its own
        place in the catalogue: its file may change, or the other be deleted.
        """
        remembered = self._said_twice  # as with the counts
        if scope.workspace not in remembered:
            remembered[scope.workspace] = [row.sha256 for row in self.rows(_SAID_TWICE, _asked(scope))]
        if not (twice := remembered[scope.workspace]):
            return {}
        found = self.rows(_TWINS, {**_asked(scope), "twice": as_json(twice)})
        twins = sorted(found, key=lambda row: row.state == DocumentState.INDEXING)
        first: dict[str, str] = {}
        for row in twins:
            first.setdefault(row.sha256, row.id)
        return {row.id: first[row.sha256] for row in twins if first[row.sha256] != row.id}

    def sources(self, scope: Scope) -> list[Document]:
        """The documents in scope that answers are made from: all but `copies`."""
        copies = self.copies(scope)
        return [document for document in self.documents(scope) if document.id not in copies]

    def document(self, scope: Scope, document_id: str) -> Document:
        """The document with this id. Raises NotFound: none in scope; DocumentRemoved: it was deleted."""
        rows = self.rows(_ONE_DOCUMENT, {**_asked(scope), "id": document_id})
        if not rows:
            raise NotFound(f'No document "{document_id}". List the documents to see their ids.')
        document = as_document(rows[0])
        if document.state is DocumentState.DELETED:
            raise DocumentRemoved(f"“{document.name}” was removed on {document.updated_at[:10]}.")
        return document

    def report(self, scope: Scope, document_id: str) -> DocumentReport:
        """What was found page by page in the version that is searchable, or in the one that failed. Raises NotFound."""
        self.document(scope, document_id)
        return self.report_of(document_id)

    def report_of(self, document_id: str) -> DocumentReport:
        """The same, whoever may read the document: for the ingestor."""
        pages = [
            PageReport(
                row.page,
                row.characters,
                row.blocks,
                row.tables,
                row.images,
                tuple(json.loads(row.warnings)),
                row.name,
                row.confidence,
                row.seconds,
            )
            for row in self.rows(_PAGES, {"id": document_id})
        ]
        notes = self.rows(_NOTES, {"id": document_id})
        if not notes:
            return DocumentReport(tuple(pages))
        changes = Changes(*map(tuple, json.loads(notes[0].changes))) if notes[0].changes else Changes()
        return DocumentReport(tuple(pages), tuple(json.loads(notes[0].warnings)), changes)

    def collections(self, scope: Scope) -> frozenset[str]:
        """The names of the collections that the scope may read."""
        return frozenset(row.name for row in self.rows(_COLLECTIONS, _asked(scope)))

    def listed_collections(self, scope: Scope) -> list[Collection]:
        """The collections that the scope may read, by name, with who may read them and how much they hold."""
        asked = {"workspace": scope.workspace, "names": as_json(sorted(self.collections(scope)))}
        return [
            Collection(row.name, None if row.roles is None else frozenset(json.loads(row.roles)), row.documents)
            for row in self.rows(_LISTED_COLLECTIONS, asked)
        ]

    def hidden(self, scope: Scope) -> dict[str, list[str]]:
        """The collections of the workspace that the scope may not read, each with the ids of its documents."""
        asked = {"workspace": scope.workspace, "names": as_json(sorted(self.collections(scope)))}
        found: dict[str, list[str]] = {}
        for row in self.rows(_HIDDEN_COLLECTIONS, asked):
            found.setdefault(row.name, []).extend([row.id] if row.id is not None else [])
        return found

    def is_hidden(self, scope: Scope, name: str) -> bool:
        """Whether the workspace has a collection of that name which the scope may not read."""
        exists = self.rows(_ONE_COLLECTION, {"workspace": scope.workspace, "name": name})
        return bool(exists) and name not in self.collections(scope)

    def restriction(self, scope: Scope) -> frozenset[str] | None:
        """The collections that the scope may read, or None when that is all of the workspace.

        For the vector index, whose search is several times slower with a filter.
        """
        readable = self.collections(scope)
        total = int(self.rows(_ALL_COLLECTIONS, {"workspace": scope.workspace})[0][0])
        return None if len(readable) == total else readable

    def block(self, scope: Scope, span_id: str) -> tuple[StoredBlock, Document]:
        """The block of a span (its id with or without ".n") and its document. Raises NotFound."""
        rows = self.rows(_ONE_BLOCK, {**_asked(scope), "id": span_id.partition(".")[0]})
        if not rows:
            raise NotFound(f'No span "{span_id}": its document was deleted or its text has changed.')
        document = as_document(rows[0])
        return _stored(rows[0], document.id, _DOCUMENT_WIDTH), document

    def blocks(self, scope: Scope, document_id: str) -> list[StoredBlock]:
        """All blocks of a document in reading order, headings included. Raises NotFound."""
        self.document(scope, document_id)
        return [_stored(row, document_id) for row in self.rows(_BLOCKS, {**_asked(scope), "id": document_id})]

    def section(self, scope: Scope, document_id: str, heading_path: Sequence[str]) -> list[StoredBlock]:
        """The blocks under exactly this heading path in reading order, its heading first; empty when there is none.

        The first LONGEST_SECTION of them: a table may have a hundred thousand rows.
        """
        asked = {**_asked(scope), "id": document_id, "path": as_json(heading_path), "limit": LONGEST_SECTION}
        return [_stored(row, document_id) for row in self.rows(_SECTION, asked)]

    def chunk(self, scope: Scope, chunk_id: str) -> tuple[Chunk, Document]:
        """The chunk with this id and its document. Raises NotFound."""
        with self.database.read() as connection:
            row = connection.execute(_CHUNK, {**_asked(scope), "id": chunk_id}).first()
            if row is None:
                raise NotFound(f'No passage "{chunk_id}": its document was deleted or its text has changed.')
            document = as_document(row)
            return self._load_chunks(connection, {chunk_id: document.id})[chunk_id], document

    def lexical(self, scope: Scope, match: str, limit: int) -> list[tuple[str, float]]:
        """The windows that match an FTS5 expression, best first, as (window id, BM25 score, higher is better).

        The expression is the caller's: quote each term, and leave out words that most windows hold.
        """
        rows = self.rows(_LEXICAL, {**_asked(scope), "match": match, "limit": limit})
        return [(row.id, row.score) for row in rows]

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """For each term, in how many windows of all workspaces it stands (stemmed as the index does)."""
        counts = self._counts  # a writer replaces the dictionary, so late answers never enter the new one
        missing = [term for term in dict.fromkeys(terms) if term not in counts]
        if missing:
            phrases = ['"' + term.replace('"', '""') + '"' for term in missing]
            found = self.rows(_FREQUENCIES, {"phrases": as_json(phrases)})
            counts.update({missing[row.term]: row.windows for row in found})
        return {term: counts[term] for term in terms}

    def vocabulary(self, scope: Scope) -> Mapping[str, int]:
        """The words of the windows in scope, only of letters, and compounds ("walk-in"), and how many hold each.

        All are read (about 40 ms for a thousand) and remembered until something is written, for the VOCABULARIES scopes
        asked for last.
        """
        remembered = self._vocabularies  # as with the counts
        with self._guard:
            found = remembered.pop(scope, None)
        if found is None:
            found = Counter[str]()
            with self.database.read() as connection:
                for (stored,) in connection.execute(_TEXTS, _asked(scope)):
                    found.update({word for word in words(stored) if word.isalpha()})
                    if "-" in stored:
                        found.update(set(_COMPOUND.findall(stored.lower())))
        with self._guard:
            remembered[scope] = found
            while len(remembered) > VOCABULARIES:
                remembered.popitem(last=False)
        return found

    def headed(self, scope: Scope, number: str, limit: int) -> list[str]:
        """The windows of sections whose heading, or one above it, begins with a number such as "6.4"; not ranked."""
        spaced = " ".join(number.split("."))
        asked = {**_asked(scope), "match": f'"{spaced}"', "heading": f'%"{number} %', "limit": limit}
        return [row.id for row in self.rows(_HEADED, asked)]

    def windows_of_all(self) -> int:
        """How many windows all workspaces have together: what `frequencies` are counted among."""
        counts = self._counts
        if _ALL not in counts:
            counts[_ALL] = int(self.rows(_WINDOWS_OF_ALL, {})[0][0])
        return counts[_ALL]

    def chunks_of(self, window_ids: Iterable[str]) -> dict[str, str]:
        """Window id → id of its chunk, for those of `window_ids` that are searchable.

        Whoever may read them: that is for the searches which found them, and for `load`, to see to.
        """
        remembered = self._chunk_of  # a writer replaces it, so late answers never enter the new one
        found = {window_id: remembered.get(window_id, "") for window_id in window_ids}
        missing = [window_id for window_id, chunk_id in found.items() if not chunk_id]
        if missing:
            rows = self.rows(_CHUNKS_OF, {"ids": as_json(missing)})
            new: dict[str, str] = {row.id: row.chunk for row in rows}
            found.update(new)
            if len(remembered) > _WINDOWS_REMEMBERED:
                remembered.clear()
            remembered.update(new)
        return {window_id: chunk_id for window_id, chunk_id in found.items() if chunk_id}

    def windows_within(self, window_ids: Iterable[str], document_ids: Iterable[str]) -> set[str]:
        """Those of the windows that stand in one of the documents."""
        asked = {"ids": as_json(list(window_ids)), "documents": as_json(list(document_ids))}
        return {row.id for row in self.rows(_WINDOWS_WITHIN, asked)}

    def window_count(self, scope: Scope) -> int:
        """How many windows the scope may search."""
        return int(self.rows(_WINDOW_COUNT, _asked(scope))[0][0])

    def load(self, scope: Scope, window_ids: Sequence[str]) -> dict[str, tuple[Window, Chunk, Document]]:
        """The windows with these ids that are in scope, each with its chunk and document; unknown ids are left out."""
        with self.database.read() as connection:
            rows = connection.execute(_WINDOWS, {**_asked(scope), "ids": as_json(window_ids)}).all()
            chunks = self._load_chunks(connection, {row.chunk: row.document for row in rows})
            asked = as_json(sorted({row.document for row in rows}))
            documents = {row.id: as_document(row) for row in connection.execute(_DOCUMENTS_BY_ID, {"ids": asked})}
        return {
            row.id: (Window(row.id, row.chunk, row.text), chunks[row.chunk], documents[row.document]) for row in rows
        }

    def codes(self, scope: Scope, code: str | None = None) -> list[CodeRow]:
        """The rows of error-code tables but those of `copies`, all or those of one code, by machine and place.

        "E05", "e 05" and "E-05" are the same code.
        """
        asked = {**_asked(scope), "code": None if code is None else normalise_code(code)}
        found: list[CodeRow] = []
        copies = self.copies(scope)
        for row in self.rows(_CODES, asked):
            document = as_document(row)
            if document.id in copies:
                continue
            stored = _stored(row, document.id, _DOCUMENT_WIDTH)
            found.append(CodeRow(row.error_code, document.title, row.meaning, row.cause, row.action, stored, document))
        return found

    def machines(self, scope: Scope) -> list[tuple[str, str]]:
        """The documents with error-code tables but `copies`, as (document id, title), by title."""
        copies = self.copies(scope)
        return [(row.id, row.title) for row in self.rows(_MACHINES, _asked(scope)) if row.id not in copies]

    def file(self, document: Document) -> Path:
        """The stored original of a document. Raises NotFound when none is kept (a file that was refused)."""
        path = self.original(document.sha256, document.name)
        if not path.exists():
            raise NotFound(f'No file is kept for "{document.name}"; take it in again.')
        return path

    def original(self, sha256: str, name: str) -> Path:
        """Where the original with this content is stored; it keeps the suffix of its name."""
        return self.files / (sha256 + Path(name).suffix.lower())

    def _load_chunks(self, connection: Connection, wanted: Mapping[str, str]) -> dict[str, Chunk]:
        """The chunks of `wanted` (chunk id → document id), from memory where they are."""
        with self._guard:
            remembered = self._chunks  # a writer replaces it, so chunks of an old version never enter the new one
            found = {chunk_id: remembered[chunk_id] for chunk_id in wanted if chunk_id in remembered}
            for chunk_id in found:
                remembered.move_to_end(chunk_id)
        missing = [chunk_id for chunk_id in wanted if chunk_id not in found]
        if not missing:
            return found
        rows = connection.execute(_CHUNK_ROWS, {"ids": as_json(missing)}).all()
        document_of = {row.key: wanted[row.id] for row in rows}
        blocks: dict[int, list[StoredBlock]] = {row.key: [] for row in rows}
        for row in connection.execute(_CHUNK_BLOCKS, {"keys": as_json(list(blocks))}):
            blocks[row[0]].append(_stored(row, document_of[row[0]], 1))
        loaded = {
            row.id: Chunk(
                row.id, document_of[row.key], row.ordinal, tuple(json.loads(row.heading_path)), tuple(blocks[row.key])
            )
            for row in rows
        }
        with self._guard:
            remembered.update(loaded)
            while len(remembered) > _CHUNKS_REMEMBERED:
                remembered.popitem(last=False)
        return found | loaded

    def rows(self, statement: TextClause, parameters: Mapping[str, object]) -> Sequence[Row[Any]]:
        """All rows of a query, from a connection that cannot write."""
        with self.database.read() as connection:
            return connection.execute(statement, parameters).all()

    def forget(self) -> None:
        """Drops what is remembered in memory; called after every change of what is searchable."""
        with self._guard:
            self._chunks = OrderedDict()
            self._counts = {}
            self._said_twice = {}
            self._vocabularies = OrderedDict()
            self._chunk_of = {}


# --- rows -------------------------------------------------------------------------------------------------------------


def _asked(scope: Scope) -> dict[str, object]:
    return {
        "workspace": scope.workspace,
        "collections": None if scope.collections is None else as_json(sorted(scope.collections)),
        "roles": as_json(sorted(scope.roles)),
    }


def as_json(value: Sequence[object]) -> str:
    """A list as compact JSON, the form of every list in the catalogue."""
    return json.dumps(list(value), ensure_ascii=False, separators=(",", ":"))


def as_document(row: Row[Any]) -> Document:
    """A document from the columns of `DOCUMENT_COLUMNS`, which come first in every query that has them."""
    (
        document_id, workspace, collection, name, title, media_type, sha256, size_bytes, version, state, pages, blocks,
        windows, reason, created_at, updated_at, code,
    ) = tuple(row)[:_DOCUMENT_WIDTH]  # fmt: skip
    return Document(
        document_id, workspace, collection, name, title, media_type, sha256, size_bytes, version, DocumentState(state),
        pages, blocks, windows, reason, created_at, updated_at, code,
    )  # fmt: skip


def _stored(row: Row[Any], document_id: str, first: int = 0) -> StoredBlock:
    """A block from the columns of `_BLOCK` that begin at `first`."""
    (
        block_id, ordinal, path, kind, content, level, label, page, words, cells, header, table, line, place,
    ) = tuple(row)[first : first + 14]  # fmt: skip
    block = Block(
        BlockKind(kind), content, level, label, page, unpack_words(words),
        tuple(json.loads(cells)) if cells else (), tuple(json.loads(header)) if header else (), table, line,
        **unpack_place(place),
    )  # fmt: skip
    return StoredBlock(block_id, document_id, ordinal, tuple(json.loads(path)), block)
