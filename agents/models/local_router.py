"""The router that needs no provider: a PydanticAI decision model over the specialists' own examples."""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from pydantic_ai.exceptions import ModelAPIError
from pydantic_ai.models.decision import (
    ChoiceAnswer,
    ChoiceQuestion,
    DecisionAnswer,
    DecisionModel,
    DecisionModelSettings,
    DecisionRequest,
    DecisionResponse,
    UnsureRoute,
)

from agents.background import BACKGROUND
from agents.regression import Vectors
from agents.routing import NOBODY, ROUTING, SURE, Classifier, Decision, Fitting, Method, fingerprint
from knowledge.embedder import Embedder

log = logging.getLogger(__name__)

TOO_NEAR = 0.8
"""Cosine from which a background question is dropped: a specialist of somebody's may make it its subject."""

STATES_KEPT = 3
"""Fitted states left in the cache: with a specialist and without it, while its file is being written."""

_DAMAGED = (OSError, ValueError, KeyError, BadZipFile)  # what reading a broken NumPy archive raises


class RememberedVectors:
    """Embeds example questions, and keeps their vectors in a file by what they say: only a new one is ever embedded."""

    def __init__(self, embedder: Embedder, folder: Path | None = None) -> None:
        """Without `folder` they are kept in memory alone."""
        self._embedder = embedder
        name = hashlib.blake2b(embedder.name.encode(), digest_size=6).hexdigest()
        self._file = folder / f"{name}.vectors" if folder is not None else None
        self._known: dict[bytes, Vectors] | None = None
        self._embedding = threading.Lock()

    def of(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts, (n, dimension), of unit length. Blocks."""
        keys = [hashlib.blake2b(text.encode(), digest_size=16).digest() for text in texts]
        with self._embedding:
            if self._known is None:
                self._known = self._read()
            known = self._known
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            if new:
                known.update(zip(new, self._embedder.embed_now(list(new.values())), strict=True))
                self._write(known)
            return np.stack([known[key] for key in keys])

    def _read(self) -> dict[bytes, Vectors]:
        if self._file is None or not self._file.is_file():
            return {}
        try:
            with np.load(io.BytesIO(self._file.read_bytes()), allow_pickle=False) as kept:
                return dict(zip(map(bytes, kept["keys"]), kept["vectors"], strict=True))
        except _DAMAGED as error:
            log.warning("The examples' vectors in %s cannot be read (%s); embedding them anew.", self._file, error)
            return {}

    def _write(self, known: Mapping[bytes, Vectors]) -> None:
        if self._file is None:
            return
        buffer = io.BytesIO()
        keys = np.frombuffer(b"".join(known), dtype=np.uint8).reshape(len(known), -1)
        np.savez(buffer, keys=keys, vectors=np.stack(list(known.values())))
        _write_whole(self._file, buffer.getvalue())


def _write_whole(file: Path, data: bytes) -> None:
    """Writes a file so that nobody ever reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.{os.getpid()}.part")
    partial.write_bytes(data)
    partial.replace(file)


class LocalRouter(DecisionModel):
    """Decides which specialist a question is for. Fitted at first use, and kept in `cache` for the next start."""

    def __init__(
        self,
        examples: Mapping[str, Sequence[str]],
        embedder: Embedder,
        *,
        cache: Path | None = None,
        vectors: RememberedVectors | None = None,
        nobodys: Sequence[str] | None = None,
        method: Method = ROUTING,
    ) -> None:
        """`vectors` are another router's, to embed nothing twice. `nobodys` are the examples of no label, the
        background (agents/background.py) without them."""
        super().__init__()
        self.examples = {name: list(texts) for name, texts in examples.items()}
        self.embedder = embedder
        self._cache = cache
        self.vectors = vectors or RememberedVectors(embedder, cache)
        self._nobodys = nobodys
        self._method = method
        self._classifier: Classifier | None = None
        self._fitting = threading.Lock()

    def of_other_examples(
        self, examples: Mapping[str, Sequence[str]], *, nobodys: Sequence[str], method: Method, folder: str
    ) -> LocalRouter:
        """A router for other labels, of the same embedder and vectors; its state is kept in `folder` here."""
        cache = None if self._cache is None else self._cache / folder
        return LocalRouter(examples, self.embedder, cache=cache, vectors=self.vectors, nobodys=nobodys, method=method)

    def without(self, name: str) -> LocalRouter:
        """A router for the others' examples, of the same embedder, vectors and cache."""
        others = {label: texts for label, texts in self.examples.items() if label != name}
        return LocalRouter(others, self.embedder, cache=self._cache, vectors=self.vectors, method=self._method)

    @property
    def model_name(self) -> str:
        return f"linelead-router-{self.embedder.name}"

    @property
    def system(self) -> str:
        return "linelead"

    @property
    def base_url(self) -> str | None:
        return None

    @property
    def is_fitted(self) -> bool:
        """Whether questions can be routed without waiting for the fit."""
        return self._classifier is not None

    async def decide_text(self, text: str) -> Decision:
        """Where a question goes, with calibrated probabilities."""
        return (await self.decide_texts([text]))[0]

    async def decide_texts(self, texts: Sequence[str]) -> list[Decision]:
        """Where each of some texts goes: they are embedded at once."""
        if self._classifier is None:
            await asyncio.to_thread(self.fit)
        assert self._classifier is not None
        return [self._classifier.decide(*each) for each in zip(texts, await self.embedder.embed(texts), strict=True)]

    async def decide(self, request: DecisionRequest, model_settings: DecisionModelSettings) -> DecisionResponse:
        state = request.state
        text = str(state.get("text") or "") if isinstance(state, dict) else str(state)
        answers: dict[str, DecisionAnswer] = {}
        for key, question in request.questions.items():
            if not isinstance(question, ChoiceQuestion):
                raise ModelAPIError(self.model_name, f"{question.type} questions are not supported")
            decision = await self.decide_text(text)
            probabilities = {label: decision.probabilities.get(label, 0.0) for label in question.criteria}
            best = decision.route or NOBODY
            floor = model_settings.get("decision_route_threshold") or SURE
            # PydanticAI applies the threshold to several routes only, not to one choice: so it is held here
            if best not in probabilities or decision.confidence < floor:
                raise UnsureRoute(self.model_name, best, {best: decision.confidence, **probabilities}, floor)
            answers[key] = ChoiceAnswer(choice=best, confidence=decision.confidence, probabilities=probabilities)
        return DecisionResponse(answers=answers, model_name=self.model_name)

    def fit(self) -> Classifier:
        """The fitted classifier: from the cache when the examples are the same, else fitted now and cached."""
        with self._fitting:
            if self._classifier is None:
                self._classifier = self._cached() or self._fitted()
            return self._classifier

    def held_out(self) -> list[tuple[str, str]]:
        """What `Fitting.held_out` says of what is learned from. Blocks; fits by the way, which then costs little."""
        fitting = Fitting(self.training(), self.vectors.of, self._method)
        with self._fitting:
            if self._classifier is None:
                self._classifier = self._cached() or self._kept(fitting.classifier())
        return fitting.held_out()

    def _file(self) -> Path | None:
        if self._cache is None:
            return None
        nobodys = BACKGROUND if self._nobodys is None else self._nobodys
        name = fingerprint({**self.examples, NOBODY: nobodys}, self.embedder.name, self._method)
        return self._cache / f"{name}.npz"

    def _cached(self) -> Classifier | None:
        file = self._file()
        if file is None or not file.is_file():
            return None
        try:
            return Classifier.from_bytes(file.read_bytes())
        except _DAMAGED as error:
            log.warning("The router's cache %s cannot be read (%s); fitting anew.", file, error)
            return None

    def training(self) -> dict[str, list[str]]:
        """What is learned from, by label: the specialists' examples, and for NOBODY the background that is like none
        of them, or what it was given. Blocks.
        """
        if self._nobodys is not None:
            return {**self.examples, NOBODY: list(self._nobodys)}
        background = self.vectors.of(BACKGROUND)
        closest = np.full(len(BACKGROUND), -1.0, dtype=np.float32)
        for texts in self.examples.values():
            closest = np.maximum(closest, (background @ self.vectors.of(texts).T).max(axis=1))
        strangers = [text for text, cosine in zip(BACKGROUND, closest, strict=True) if cosine < TOO_NEAR]
        return {**self.examples, NOBODY: strangers}

    def _fitted(self) -> Classifier:
        return self._kept(Classifier.fit(self.training(), self.vectors.of, self._method))

    def _kept(self, classifier: Classifier) -> Classifier:
        """The same, kept in the cache."""
        file = self._file()
        if file is not None:
            _write_whole(file, classifier.to_bytes())
            states = sorted(file.parent.glob("*.npz"), key=lambda path: path.stat().st_mtime)
            for old in states[:-STATES_KEPT]:
                old.unlink(missing_ok=True)
        return classifier
