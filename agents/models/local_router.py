"""The router that needs no provider: a PydanticAI decision model over the specialists' own examples."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

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
from agents.routing import NOBODY, SURE, Classifier, Decision, fingerprint
from knowledge.embedder import Embedder

log = logging.getLogger(__name__)

TOO_NEAR = 0.8
"""Cosine from which a background question is dropped: a specialist of somebody's may make it its subject."""


class LocalRouter(DecisionModel):
    """Decides which specialist a question is for. Fitted at first use, and kept in `cache` for the next start."""

    def __init__(self, examples: Mapping[str, Sequence[str]], embedder: Embedder, *, cache: Path | None = None) -> None:
        super().__init__()
        self._examples = {name: list(texts) for name, texts in examples.items()}
        self._embedder = embedder
        self._cache = cache
        self._classifier: Classifier | None = None
        self._fitting = threading.Lock()

    @property
    def model_name(self) -> str:
        return f"linelead-router-{self._embedder.name}"

    @property
    def system(self) -> str:
        return "linelead"

    @property
    def base_url(self) -> str | None:
        return None

    async def decide_text(self, text: str) -> Decision:
        """Where a question goes, with calibrated probabilities."""
        if self._classifier is None:
            await asyncio.to_thread(self.fit)
        vector = (await self._embedder.embed([text]))[0]
        assert self._classifier is not None
        return self._classifier.decide(text, vector)

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

    def _file(self) -> Path | None:
        if self._cache is None:
            return None
        name = fingerprint({**self._examples, NOBODY: BACKGROUND}, self._embedder.name)
        return self._cache / f"{name}.npz"

    def _cached(self) -> Classifier | None:
        file = self._file()
        if file is None or not file.is_file():
            return None
        try:
            return Classifier.from_bytes(file.read_bytes())
        except (OSError, ValueError, KeyError) as error:
            log.warning("The router's cache %s cannot be read (%s); fitting anew.", file, error)
            return None

    def _fitted(self) -> Classifier:
        vectors = {name: self._embedder.embed_now(texts) for name, texts in self._examples.items()}
        background = self._embedder.embed_now(BACKGROUND)
        near = max((float((background @ own.T).max()) for own in vectors.values()), default=0.0)
        kept = list(range(len(BACKGROUND)))
        if near >= TOO_NEAR:
            closeness = [max(float((own @ row).max()) for own in vectors.values()) for row in background]
            kept = [index for index, value in enumerate(closeness) if value < TOO_NEAR]
        examples = {**self._examples, NOBODY: [BACKGROUND[index] for index in kept]}
        classifier = Classifier.fit(examples, {**vectors, NOBODY: background[kept]})
        file = self._file()
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            for old in file.parent.glob("*.npz"):
                old.unlink()
            partial = file.with_suffix(".part")
            partial.write_bytes(classifier.to_bytes())
            partial.replace(file)
        return classifier
