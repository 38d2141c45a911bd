"""What every embedder and every vector index must do, as tests to inherit: a fixture gives what they run against."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest

from knowledge.embedder import Embedder
from knowledge.errors import StoreMismatch
from knowledge.index import VectorIndex
from knowledge.types import Scope

TEXTS = ("The oil is too hot.", "Press RESET for five seconds to clear code E05.", "Fold the napkins.", "")
VECTORS = np.array([[1, 0, 0, 0], [0.6, 0.8, 0, 0], [0, 0, 1, 0]], dtype=np.float32)
PLACES = [("d1", "equipment"), ("d2", "safety"), ("d2", "safety")]
QUERY = VECTORS[0]


class EmbedderConformance:
    """Inherit it as `class TestMine(EmbedderConformance)` with a fixture `embedder` that gives yours."""

    async def test_there_is_one_row_of_unit_length_for_each_text(self, embedder: Embedder) -> None:
        vectors = await embedder.embed(TEXTS)
        assert (vectors.shape, vectors.dtype) == ((len(TEXTS), embedder.dimension), np.float32)
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, rtol=1e-5)

    async def test_rows_stand_in_the_order_of_the_texts(self, embedder: Embedder) -> None:
        together = await embedder.embed(TEXTS)
        alone = np.concatenate([await embedder.embed([text]) for text in TEXTS])
        assert (together @ alone.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))

    async def test_nothing_to_embed_gives_no_rows_of_the_same_width(self, embedder: Embedder) -> None:
        await embedder.embed(TEXTS)
        assert (await embedder.embed([])).shape == embedder.embed_now([]).shape == (0, embedder.dimension)

    async def test_a_question_gets_the_same_vector_whoever_asks_at_the_same_time(self, embedder: Embedder) -> None:
        texts = [f"How do I clean filter number {n}" + " really" * n for n in range(12)]
        at_once = np.concatenate(await asyncio.gather(*(embedder.embed([text]) for text in texts)))
        one_by_one = np.concatenate([await embedder.embed([text]) for text in texts])
        np.testing.assert_allclose(at_once, one_by_one, atol=1e-6)

    async def test_what_blocks_gives_the_same_vectors(self, embedder: Embedder) -> None:
        waited, blocked = await embedder.embed(TEXTS), await asyncio.to_thread(embedder.embed_now, TEXTS)
        np.testing.assert_allclose(waited, blocked, atol=1e-6)

    async def test_the_event_loop_goes_on_while_it_works(self, embedder: Embedder) -> None:
        """Vectors that are there at the first step were made on the loop."""
        work = asyncio.ensure_future(embedder.embed(["a text that was never embedded before this test asks for it"]))
        await asyncio.sleep(0)
        assert not work.done()
        await work

    async def test_what_a_caller_does_to_a_vector_stays_with_the_caller(self, embedder: Embedder) -> None:
        first = await embedder.embed(["a question asked twice"])
        kept = first.copy()
        first *= 0
        np.testing.assert_allclose(await embedder.embed(["a question asked twice"]), kept, atol=1e-6)

    async def test_its_name_and_what_is_worth_a_call_are_told(self, embedder: Embedder) -> None:
        assert embedder.name
        assert embedder.at_once >= 1


class OpenIndex(Protocol):
    """Opens or makes an index as `VectorIndex` does."""

    def __call__(self, folder: Path, *, embedder_name: str, dimension: int, rebuild: bool = False) -> VectorIndex: ...


class IndexConformance:
    """Inherit it with a fixture `open_index` that gives yours: a class with the methods of `VectorIndex`."""

    @pytest.fixture
    def index(self, open_index: OpenIndex, tmp_path: Path) -> Iterator[VectorIndex]:
        opened = open_index(tmp_path / "index", embedder_name="four", dimension=4)
        yield opened
        opened.close()

    def test_an_empty_index_finds_nothing_and_complains_of_nothing(self, index: VectorIndex) -> None:
        assert index.search(Scope(), None, QUERY, 5) == []
        assert index.ids("default") == index.present("default", ["a"]) == set()
        assert index.vectors("default", ["a"]) == {}
        index.delete("default", ["a"])
        index.reset("default")

    def test_search_gives_cosine_similarity_best_first(self, index: VectorIndex) -> None:
        index.upsert("default", ["a", "b", "c"], VECTORS, PLACES)
        found = index.search(Scope(), None, QUERY, 10)
        assert [window for window, _ in found] == ["a", "b", "c"]
        assert [similarity for _, similarity in found] == pytest.approx([1.0, 0.6, 0.0], abs=1e-6)
        assert index.search(Scope(), None, QUERY, 0) == []

    def test_the_filter_works_before_ranking(self, index: VectorIndex) -> None:
        index.upsert("default", ["a", "b", "c"], VECTORS, PLACES)
        assert [window for window, _ in index.search(Scope(), frozenset({"safety"}), QUERY, 1)] == ["b"]
        assert index.search(Scope(), frozenset(), QUERY, 5) == []
        assert index.search(Scope(workspace="other"), None, QUERY, 5) == []

    def test_vectors_are_replaced_deleted_and_given_back(self, index: VectorIndex) -> None:
        index.upsert("default", ["a", "b"], VECTORS[:2], PLACES[:2])
        index.upsert("default", ["a"], VECTORS[2:], PLACES[:1])
        index.delete("default", ["b", "never there"])
        assert index.ids("default") == index.present("default", ["a", "b", "a"]) == {"a"}
        assert list(index.vectors("default", ["a", "b"])) == ["a"]
        np.testing.assert_allclose(index.vectors("default", ["a"])["a"], VECTORS[2])

    def test_workspaces_keep_apart_whatever_they_are_called(self, index: VectorIndex) -> None:
        index.upsert("Küche & Bar / 2", ["a"], VECTORS[:1], PLACES[:1])
        index.upsert("default", ["a"], VECTORS[1:2], PLACES[:1])
        index.reset("default")
        assert index.workspaces() == ["Küche & Bar / 2"]
        assert index.search(Scope(workspace="Küche & Bar / 2"), None, QUERY, 1) == [("a", pytest.approx(1.0))]

    def test_what_was_stored_is_there_when_it_is_opened_again(self, open_index: OpenIndex, tmp_path: Path) -> None:
        first = open_index(tmp_path / "index", embedder_name="four", dimension=0)  # the first vectors tell it
        first.upsert("default", ["a", "b", "c"], VECTORS, PLACES)
        first.close()
        again = open_index(tmp_path / "index", embedder_name="four", dimension=4)
        assert again.ids("default") == {"a", "b", "c"}
        assert again.ids_of("default", ["d2", "none"]) == {"b", "c"}
        again.close()

    @pytest.mark.parametrize(("name", "dimension"), [("five", 4), ("four", 5), ("five", 0)])
    def test_another_embedders_vectors_are_refused_and_a_rebuild_begins_anew(
        self, open_index: OpenIndex, tmp_path: Path, name: str, dimension: int
    ) -> None:
        folder = tmp_path / "index"
        made = open_index(folder, embedder_name="four", dimension=4)
        made.upsert("default", ["a"], VECTORS[:1], PLACES[:1])
        made.close()
        with pytest.raises(StoreMismatch, match=rf"made by four \(4 .*now {name} .*linelead reindex"):
            open_index(folder, embedder_name=name, dimension=dimension)
        again = open_index(folder, embedder_name="four", dimension=4)
        assert again.ids("default") == {"a"}
        again.close()
        rebuilt = open_index(folder, embedder_name=name, dimension=dimension, rebuild=True)
        assert rebuilt.workspaces() == []
        rebuilt.close()
