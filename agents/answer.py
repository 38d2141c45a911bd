"""The answer of a turn, the same object everywhere: CLI, HTTP, streams, history, evals.

The answering model puts it into `ModelResponse.metadata[ANSWER]`, so it is saved with the conversation and read back
from it by `read_answer`; nothing else needs to be stored to show an old answer with its citations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_ai.messages import ModelMessage, ModelResponse

from tools.evidence import Excerpt, Place

ANSWER = "linelead.answer"


class Citation(Excerpt):
    """The pointer from an answer to the words of a document. `marker` is the number shown as [n] in the text."""

    marker: int = Field(ge=1)


class Claim(BaseModel):
    """One sentence of an answer, checked against the spans it cites.

    `status`: `supported`; `unsupported` (a number, unit, code or key word is not in the cited span, `reason` names it);
    `uncited` (states something and cites nothing); `own` (Linelead's own words: a greeting, a heading, a question).
    """

    model_config = ConfigDict(frozen=True)

    sentence: str
    start: int
    end: int
    markers: list[int]
    status: Literal["supported", "unsupported", "uncited", "own"]
    reason: str = ""


class Answer(BaseModel):
    """What a turn says. `text` is Markdown with [n] markers that point into `citations`.

    `refused` is True when the documents do not clearly answer; `nearest` then lists the pages that come closest, and
    `citations` holds the words that do, if they are close at all. `asks` is True when the answer is a question back.
    `model` names what wrote it; `fallback` says, in a safe sentence, why a language model's answer was replaced by a
    quoted one, or "".
    """

    text: str
    citations: list[Citation] = Field(default_factory=list[Citation])
    claims: list[Claim] = Field(default_factory=list[Claim])
    refused: bool = False
    asks: bool = False
    nearest: list[Place] = Field(default_factory=list[Place])
    strength: float = 0.0
    model: str = ""
    fallback: str = ""


def read_answer(messages: Sequence[ModelMessage]) -> Answer | None:
    """The answer of the last model response in `messages` that carries one, or None."""
    for message in reversed(messages):
        if isinstance(message, ModelResponse) and message.metadata and ANSWER in message.metadata:
            return Answer.model_validate(message.metadata[ANSWER])
    return None
