"""Text to vectors of unit length: all-MiniLM-L6-v2 on this machine, or any provider that PydanticAI knows."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import OperatorError
from knowledge.likeness import TextVectors
from knowledge.minilm import MINILM, MiniLM

if TYPE_CHECKING:
    from pydantic_ai.embeddings import Embedder as ProviderClient


_PER_REQUEST = 64


class Embedder(Protocol):
    """Text to vectors; `name` and `dimension` are stored with the index, so neither may change with the machine.

    `dimension` is 0 until the first vectors came back when only they can tell.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def at_once(self) -> int:
        """Windows that are worth a call: more are no faster, and make others wait."""
        ...

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, shape (n, dimension), unit length, computed off the event loop; n may be 0."""
        ...

    def embed_now(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same, blocking: for training and scripts, never on an event loop."""
        ...


@runtime_checkable
class WordEmbedder(Embedder, Protocol):
    """An Embedder that also tells how it sees the words of a text: MiniLM, which the weights of quoting are fitted
    to."""

    def read_now(self, texts: Sequence[str]) -> list[TextVectors]:
        """The texts with the vectors of their words, blocking."""
        ...


def make_embedder(name: str) -> Embedder:
    """The embedder called `name`: "minilm", or a PydanticAI string such as "openai:text-embedding-3-small".

    Raises OperatorError for a name nobody knows or a provider without its key. Loads no model.
    """
    if name.lower() in ("minilm", MINILM.lower()):
        return MiniLM()
    return Provider(name)


class Provider:
    """An embedder of a provider, by its PydanticAI string; vectors are brought to unit length.

    All calls run on one event loop in a thread of its own, because a provider's HTTP client belongs to one loop.
    """

    def __init__(self, name: str, *, client: ProviderClient | None = None) -> None:
        """Raises OperatorError for a name nobody knows or a provider without its key."""
        self.name = name
        self.dimension = 0
        self.at_once = _PER_REQUEST
        self._client = client or _client(name)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="embedder", daemon=True).start()

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return await asyncio.wrap_future(self._run(self._vectors(texts)))

    def embed_now(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._run(self._vectors(texts)).result()

    def _run(self, work: Coroutine[Any, Any, NDArray[np.float32]]) -> Future[NDArray[np.float32]]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        # one input type for questions and windows: callers of `embed` do not say which they have
        result = await self._client.embed_documents(list(texts))
        vectors = np.asarray(result.embeddings, dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        self.dimension = int(vectors.shape[1])
        return (vectors / np.maximum(lengths, np.finfo(np.float32).tiny)).astype(np.float32)


def _client(name: str) -> ProviderClient:
    from pydantic_ai.embeddings import Embedder as ProviderClient  # 0.6 s that the default does not need
    from pydantic_ai.exceptions import UserError

    try:
        return ProviderClient(name, defer_model_check=False)
    except (UserError, ValueError, ImportError) as error:
        reason = str(error).partition(". ")[0].rstrip(".")
        raise OperatorError(
            f'The embedder "{name}" cannot be used: {reason}. Use "minilm", or "<provider>:<model>" with the '
            "provider's key, such as openai:text-embedding-3-small."
        ) from error
