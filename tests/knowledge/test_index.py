"""The vector index finds by cosine, filters by collection, and refuses another embedder's vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import chromadb
import numpy as np
import pytest
from chromadb.api.client import Client
from chromadb.config import Settings

from knowledge.index import SEARCHED, VectorIndex
from knowledge.types import Scope

from .conformance import PLACES, QUERY, VECTORS, IndexConformance, OpenIndex


class TestVectorIndex(IndexConformance):
    @pytest.fixture
    def open_index(self) -> OpenIndex:
        return VectorIndex


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    opened = VectorIndex(tmp_path / "index", embedder_name="four", dimension=4)
    yield opened
    opened.close()


def test_two_indexes_of_the_same_vectors_find_alike_whatever_order_they_came_in(tmp_path: Path) -> None:
    chance = np.random.default_rng(7)
    centres = chance.normal(size=(40, 128))  # windows lie in clusters: a document speaks of one thing
    drawn = centres[chance.integers(0, 40, 1500)] + 3 * chance.normal(size=(1500, 128))
    vectors = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    found: list[list[set[str]]] = []
    for order in (np.arange(1500), chance.permutation(1500)):
        opened = VectorIndex(tmp_path / f"index-{len(found)}", embedder_name="many", dimension=128)
        for part in np.split(order, 15):
            opened.upsert("default", [f"w{n}" for n in part], vectors[part], [("d1", "equipment")] * len(part))
        found.append([{window for window, _ in opened.search(Scope(), None, v, 80)} for v in vectors[::50]])
        opened.close()
    nearest = [{f"w{n}" for n in np.argsort(-(vectors @ v))[:80]} for v in vectors[::50]]
    assert found == [nearest, nearest]


def test_an_index_that_searched_less_well_does_so_no_more_once_opened(tmp_path: Path) -> None:
    made = VectorIndex(tmp_path / "index", embedder_name="four", dimension=4)
    made.upsert("default", ["a", "b", "c"], VECTORS, PLACES)
    made.close()
    _configure(tmp_path / "index", 10)
    opened = VectorIndex(tmp_path / "index", embedder_name="four", dimension=4)
    assert len(opened.search(Scope(), None, QUERY, 10)) == 3
    opened.close()
    assert _configure(tmp_path / "index", SEARCHED) == SEARCHED


def _configure(folder: Path, searched: int) -> int:
    """How many vectors a search of the folder's only collection has kept in view; from now on `searched`."""
    client = cast("Client", chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False)))
    [collection] = client.list_collections()
    before = collection.configuration_json["hnsw"]["ef_search"]
    collection.modify(configuration={"hnsw": {"ef_search": searched}})
    client.close()
    return before


def test_more_vectors_than_chroma_takes_at_once_are_stored(index: VectorIndex) -> None:
    count = 6_000
    vectors = np.tile(VECTORS[0], (count, 1))
    ids = [f"w{n}" for n in range(count)]
    index.upsert("default", ids, vectors, [("d", "c")] * count)
    assert index.present("default", ids) == set(ids)
    index.delete("default", ids)
    assert index.ids("default") == set()
