"""What came of a case: everything that evaluators judge, whoever was asked and in whatever way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from agents.answer import Answer, Claim
from agents.models.grounded import reason_of
from app.turns import Decision
from evals.cases import Expected, Gold, plain
from evals.errors import ModelMissing
from tools.evidence import Excerpt

Part = Literal["decision", "answer", "passages", "context", "quiz"]
"""What a target may give: who answers; the answer; the passages the retriever found; whether the turn leans on earlier
ones; and the questions of an opened quiz with their expected answers."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Cited(_Model):
    """What an answer points to. `document` is the file name, `text` the quote, verbatim."""

    document: str
    text: str
    place: str = ""
    heading_path: list[str] = Field(default_factory=list[str])
    span_id: str = ""


class Said(_Model):
    """An answer. `strength` is the evidence behind it (0..1); None when the target does not tell."""

    text: str
    refused: bool
    asks: bool
    citations: list[Cited]
    claims: list[Claim]
    strength: float | None = None
    model: str = ""
    fallback: str = ""


class Found(_Model):
    """A passage as the retriever ranked it: its file name, headings and the texts of its spans, in order."""

    document: str
    heading_path: list[str]
    spans: list[str]


class QuizQuestion(_Model):
    """A question of an opened quiz: as asked, what is expected, and the spans it was made from."""

    kind: Literal["cloze", "order"]
    prompt: str
    expected: str
    sources: list[Cited]


class Outcome(_Model):
    """What a case produced. A part that was not wanted is None; one that the target cannot give is None, and `missing`
    says why. `milliseconds` holds `route`, `first_text` and `total` of the judged turn. `tools` are those it called, in
    order, None when the target does not tell; `without` is what came of the question without its orders.
    """

    question: str
    decision: Decision | None = None
    answer: Said | None = None
    passages: list[Found] | None = None
    needs_context: bool | None = None
    quiz: list[QuizQuestion] | None = None
    milliseconds: dict[str, float]
    tools: list[str] | None = None
    without: Outcome | None = None
    missing: dict[Part, str] = Field(default_factory=dict[Part, str])


SENTENCE_WORDS = 3
"""Words that a quote from within gold words must have, so that a stray "yes" is not one."""

Result = Outcome | Expected
"""What pydantic-evals calls the output type: what a case produced, and in the same place what it expects."""


def said(answer: Answer) -> Said:
    """An answer as evaluators see it."""
    return Said(
        text=answer.text,
        refused=answer.refused,
        asks=answer.asks,
        citations=[cited(citation) for citation in answer.citations],
        claims=answer.claims,
        strength=answer.strength,
        model=answer.model,
        fallback=answer.fallback,
    )


UNCONFIRMED = reason_of(None)
"""What an answer says that a language model wrote and the documents did not confirm: it counts as that model's."""


def why_quoted(fallback: str) -> str:
    """Why quotes stand in an answer for a language model's words, in short."""
    return fallback.replace(", so here is what your documents say.", ".").rstrip(".")


def check_model(fallback: str) -> None:
    """Raises ModelMissing when an answer was quoted because the language model could not be asked."""
    failed = fallback.replace(UNCONFIRMED, "").strip()
    if failed:
        raise ModelMissing(f"{why_quoted(failed)}; quotes stood in for its answer, which say nothing of it.")


def cited(excerpt: Excerpt) -> Cited:
    """A located excerpt as evaluators see it."""
    return Cited(
        document=excerpt.name,
        text=excerpt.text,
        place=excerpt.place,
        heading_path=excerpt.heading_path,
        span_id=excerpt.span_id,
    )


def is_gold(document: str, text: str, gold: Gold) -> bool:
    """Whether a span of a document is a gold one: it holds the words, or is a whole sentence from within them."""
    span, words = plain(text), plain(gold.words)
    return document == gold.document and (words in span or (len(span.split()) >= SENTENCE_WORDS and span in words))


def holds_gold(found: Found, gold: Gold) -> bool:
    """Whether one span of a passage holds the gold words."""
    words = plain(gold.words)
    return found.document == gold.document and any(words in plain(text) for text in found.spans)


def first_rank(passages: Sequence[Found], gold: Gold) -> int | None:
    """The rank (from 1) of the first passage that holds the gold words, or None."""
    return next((rank for rank, found in enumerate(passages, 1) if holds_gold(found, gold)), None)
