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

from knowledge.errors import StoreMismatch
from knowledge.index import SEARCHED, VectorIndex
from knowledge.types import Scope

VECTORS = np.array([[1, 0, 0, 0], [0.6, 0.8, 0, 0], [0, 0, 1, 0]], dtype=np.float32)
PLACES = [("d1", "equipment"), ("d2", "safety"), ("d2", "safety")]
QUERY = VECTORS[0]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    opened = VectorIndex(tmp_path / "index", embedder_name="four", dimension=4)
    yield opened
    opened.close()


def test_an_empty_index_finds_nothing_and_complains_of_nothing(index: VectorIndex) -> None:
    assert index.search(Scope(), None, QUERY, 5) == []
    assert index.ids("default") == index.present("default", ["a"]) == set()
    assert index.vectors("default", ["a"]) == {}
    index.delete("default", ["a"])
    index.reset("default")


def test_search_gives_cosine_similarity_best_first(index: VectorIndex) -> None:
    index.upsert("default", ["a", "b", "c"], VECTORS, PLACES)
    found = index.search(Scope(), None, QUERY, 10)
    assert [window for window, _ in found] == ["a", "b", "c"]
    assert [similarity for _, similarity in found] == pytest.approx([1.0, 0.6, 0.0], abs=1e-6)
    assert index.search(Scope(), None, QUERY, 0) == []


def test_the_filter_works_before_ranking(index: VectorIndex) -> None:
    index.upsert("default", ["a", "b", "c"], VECTORS, PLACES)
    assert [window for window, _ in index.search(Scope(), frozenset({"safety"}), QUERY, 1)] == ["b"]
    assert index.search(Scope(), frozenset(), QUERY, 5) == []
    assert index.search(Scope(workspace="other"), None, QUERY, 5) == []


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


def test_vectors_are_replaced_deleted_and_given_back(index: VectorIndex) -> None:
    index.upsert("default", ["a", "b"], VECTORS[:2], PLACES[:2])
    index.upsert("default", ["a"], VECTORS[2:], PLACES[:1])
    index.delete("default", ["b", "never there"])
    assert index.ids("default") == index.present("default", ["a", "b", "a"]) == {"a"}
    assert list(index.vectors("default", ["a", "b"])) == ["a"]
    np.testing.assert_allclose(index.vectors("default", ["a"])["a"], VECTORS[2])


def test_workspaces_keep_apart_whatever_they_are_called(index: VectorIndex) -> None:
    index.upsert("Küche & Bar / 2", ["a"], VECTORS[:1], PLACES[:1])
    index.upsert("default", ["a"], VECTORS[1:2], PLACES[:1])
    index.reset("default")
    assert index.workspaces() == ["Küche & Bar / 2"]
    assert index.search(Scope(workspace="Küche & Bar / 2"), None, QUERY, 1) == [("a", pytest.approx(1.0))]


@pytest.mark.parametrize(("name", "dimension"), [("five", 4), ("four", 5), ("five", 0)])
def test_another_embedders_vectors_are_refused_and_a_rebuild_begins_anew(
    tmp_path: Path, name: str, dimension: int
) -> None:
    folder = tmp_path / "index"
    made = VectorIndex(folder, embedder_name="four", dimension=4)
    made.upsert("default", ["a"], VECTORS[:1], PLACES[:1])
    made.close()
    with pytest.raises(StoreMismatch, match=rf"made by four \(4 .*now {name} .*linelead reindex"):
        VectorIndex(folder, embedder_name=name, dimension=dimension)
    again = VectorIndex(folder, embedder_name="four", dimension=4)
    assert again.ids("default") == {"a"}
    again.close()
    rebuilt = VectorIndex(folder, embedder_name=name, dimension=dimension, rebuild=True)
    assert rebuilt.workspaces() == []
    rebuilt.close()


def test_more_vectors_than_chroma_takes_at_once_are_stored(index: VectorIndex) -> None:
    count = 6_000
    vectors = np.tile(VECTORS[0], (count, 1))
    ids = [f"w{n}" for n in range(count)]
    index.upsert("default", ids, vectors, [("d", "c")] * count)
    assert index.present("default", ids) == set(ids)
    index.delete("default", ids)
    assert index.ids("default") == set()
