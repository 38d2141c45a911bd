"""The vectors of all windows, in Chroma. The only module that imports chromadb.

One Chroma collection per workspace, cosine set by name, the embedder's name and dimension in its metadata. It holds
nothing that the catalogue and the embedder could not make again, and one process owns the folder. All methods block.
"""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import StoreMismatch, StoreUnavailable
from knowledge.types import Scope

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.client import Client

MIN_FREE_BYTES = 64 * 2**20
"""Below this nothing is written: Chroma takes a disk that fills up in the middle of a write badly."""

SEARCHED = 800
"""Vectors that a search of the graph keeps in view (`ef_search`). All 80 windows nearest to a question are then found
among the sample site's 1,700, in whatever order they came in, so that two indexes of one site answer alike; of 20,000
a third of a window is missed on average. With 200, where 3 are missed, a search is not noticeably faster."""

_READ_AT_ONCE = 10_000  # ids per get: SQLite binds at most 32,766 variables


class VectorIndex:
    """The nearest windows of a vector, by cosine."""

    def __init__(self, folder: Path, *, embedder_name: str, dimension: int, rebuild: bool = False) -> None:
        """Opens or creates the index. `dimension` 0 means that the first vectors will tell.

        With `rebuild` whatever is in the folder is thrown away: for a reindex by another embedder, or of a damaged
        folder. Raises StoreMismatch when another embedder made the vectors, StoreUnavailable when the folder cannot
        be used.
        """
        # half a second to import, so only those who open an index pay
        from chromadb.errors import ChromaError, NotFoundError

        self._folder = folder
        self._embedder_name = embedder_name
        self._refused = ChromaError
        self._absent = NotFoundError
        self._guard = threading.RLock()
        self._opened: Client | None = None
        self._collections: dict[str, Collection] = {}
        with self._explained():
            if rebuild and folder.exists():
                shutil.rmtree(folder)
            folder.mkdir(parents=True, exist_ok=True)
            self._batch = self._client().get_max_batch_size()
            for collection in self._client().list_collections():
                made_by, size = _maker(collection)
                if made_by != embedder_name or (dimension and size and size != dimension):
                    self.close()
                    raise StoreMismatch(
                        f"{folder}: the vectors were made by {made_by} ({size} dimensions), and the embedder is now"
                        f" {embedder_name} ({dimension or 'unknown'} dimensions). Run `linelead reindex` to make them"
                        " again, or set the embedder back."
                    )

    def upsert(
        self,
        workspace: str,
        ids: Sequence[str],
        vectors: NDArray[np.float32],
        places: Sequence[tuple[str, str]],
    ) -> None:
        """Stores vectors, shape (len(ids), dimension), unit length; `places` are their (document id, collection)."""
        if not len(ids) == len(vectors) == len(places):
            raise ValueError(f"{len(ids)} ids, {len(vectors)} vectors and {len(places)} places: not as many of each")
        if not ids:
            return
        if shutil.disk_usage(self._folder).free < MIN_FREE_BYTES:
            raise StoreUnavailable(
                f"{self._folder}: the disk is full (less than {MIN_FREE_BYTES // 2**20} MB free). Free some space and"
                " try again. What was stored before is unharmed."
            )
        with self._explained():
            collection = self._made(workspace, int(vectors.shape[1]))
            for start in range(0, len(ids), self._batch):
                part = slice(start, start + self._batch)
                collection.upsert(
                    ids=list(ids[part]),
                    embeddings=vectors[part],
                    metadatas=[{"document": document, "collection": place} for document, place in places[part]],
                )

    def search(
        self, scope: Scope, allowed: frozenset[str] | None, vector: NDArray[np.float32], limit: int
    ) -> list[tuple[str, float]]:
        """The windows nearest to `vector`, best first, as (window id, cosine similarity).

        `allowed` are the collections that may be read; None is all of them, and many times faster than naming them:
        `Catalogue.restriction` tells. Vectors of windows that are not searchable yet, or no more, may be among those
        found: `Catalogue.load` leaves them out.
        """
        collection = self._found(scope.workspace)
        if collection is None or limit < 1 or (allowed is not None and not allowed):
            return []
        with self._explained():
            found = collection.query(
                query_embeddings=vector.reshape(1, -1),
                n_results=limit,
                where=None if allowed is None else {"collection": {"$in": sorted(allowed)}},
                include=["distances"],
            )
        distances = found["distances"]
        if distances is None:
            return []
        return [(window, 1.0 - distance) for window, distance in zip(found["ids"][0], distances[0], strict=True)]

    def delete(self, workspace: str, ids: Iterable[str]) -> None:
        """Deletes vectors; ids that are not there are passed over."""
        collection = self._found(workspace)
        listed = list(ids)
        if collection is None:
            return
        with self._explained():
            for start in range(0, len(listed), self._batch):
                collection.delete(ids=listed[start : start + self._batch])

    def ids(self, workspace: str) -> set[str]:
        """The ids of all stored vectors."""
        collection = self._found(workspace)
        if collection is None:
            return set()
        with self._explained():
            return set(collection.get(include=[])["ids"])

    def ids_of(self, workspace: str, document_ids: Iterable[str]) -> set[str]:
        """The ids of the stored vectors of these documents."""
        collection = self._found(workspace)
        asked: list[str | int | float | bool] = sorted(document_ids)
        if collection is None or not asked:
            return set()
        with self._explained():
            return set(collection.get(where={"document": {"$in": asked}}, include=[])["ids"])

    def present(self, workspace: str, ids: Sequence[str]) -> set[str]:
        """Those of `ids` that have a vector."""
        collection = self._found(workspace)
        if collection is None:
            return set()
        found: set[str] = set()
        asked = list(dict.fromkeys(ids))
        with self._explained():
            for start in range(0, len(asked), _READ_AT_ONCE):
                found.update(collection.get(ids=asked[start : start + _READ_AT_ONCE], include=[])["ids"])
        return found

    def vectors(self, workspace: str, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors of `ids`; those that are not there are left out."""
        collection = self._found(workspace)
        if collection is None or not ids:
            return {}
        with self._explained():
            found = collection.get(ids=list(dict.fromkeys(ids)), include=["embeddings"])
        stored = np.asarray(found["embeddings"], dtype=np.float32)
        return dict(zip(found["ids"], stored, strict=True))

    def workspaces(self) -> list[str]:
        """The workspaces that have vectors."""
        with self._explained():
            return sorted(str((c.metadata or {}).get("workspace")) for c in self._client().list_collections())

    def reset(self, workspace: str) -> None:
        """Deletes all vectors of a workspace, with the shape of its index."""
        with self._explained(), self._guard:
            if self._collections.pop(workspace, None) is not None or self._exists(workspace):
                self._client().delete_collection(_name(workspace))

    def close(self) -> None:
        """Closes the folder; it may be opened again afterwards."""
        with self._guard:
            self._collections.clear()
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _client(self) -> Client:
        with self._guard:
            if self._opened is None:
                import chromadb
                from chromadb.config import Settings

                client = chromadb.PersistentClient(self._folder, settings=Settings(anonymized_telemetry=False))
                self._opened = cast("Client", client)  # declared as the interface, which has no `close`
            return self._opened

    def _exists(self, workspace: str) -> bool:
        return any(collection.name == _name(workspace) for collection in self._client().list_collections())

    def _found(self, workspace: str) -> Collection | None:
        """The collection of a workspace, or None before its first vector."""
        with self._explained(), self._guard:
            if workspace not in self._collections:
                try:
                    # embedding_function=None: never Chroma's own, which downloads a model
                    found = self._client().get_collection(_name(workspace), embedding_function=None)
                except self._absent:
                    return None
                if found.configuration_json["hnsw"]["ef_search"] != SEARCHED:  # made by an earlier version
                    found.modify(configuration={"hnsw": {"ef_search": SEARCHED}})
                self._collections[workspace] = found
            return self._collections[workspace]

    def _made(self, workspace: str, dimension: int) -> Collection:
        found = self._found(workspace)
        if found is not None:
            return found
        with self._guard:
            self._collections[workspace] = self._client().get_or_create_collection(
                _name(workspace),
                configuration={"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": SEARCHED}},
                metadata={"workspace": workspace, "embedder": self._embedder_name, "dimension": dimension},
                embedding_function=None,
            )
            return self._collections[workspace]

    @contextmanager
    def _explained(self) -> Generator[None]:
        """Turns what Chroma says of a folder it cannot use into StoreUnavailable.

        After a failed write Chroma's connection keeps its lock and the next write waits for ever, so the folder is
        closed; the next call opens it again.
        """
        try:
            yield
        except (self._refused, OSError) as error:
            if isinstance(error, self._refused) and error.code() < 500:
                raise  # a mistake of the caller, not of the disk
            self.close()
            raise StoreUnavailable(
                f"{self._folder}: the vector index cannot be used ({_first_line(error)}). Check that the disk has room"
                " and the folder is writable; if it does, `linelead reindex` makes the index again."
            ) from error


def _name(workspace: str) -> str:
    """A name that Chroma takes, whatever the workspace is called."""
    return "workspace-" + hashlib.blake2b(workspace.encode(), digest_size=8).hexdigest()


def _maker(collection: Collection) -> tuple[str, int]:
    metadata = collection.metadata or {}
    dimension = metadata.get("dimension")
    return str(metadata.get("embedder", "an unknown embedder")), dimension if isinstance(dimension, int) else 0


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
