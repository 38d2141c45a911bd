"""What every embedder must do, as tests to inherit: a class with a fixture `embedder` runs them against its own."""

from __future__ import annotations

import asyncio

import numpy as np

from knowledge.embedder import Embedder

TEXTS = ("The oil is too hot.", "Press RESET for five seconds to clear code E05.", "Fold the napkins.", "")


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
