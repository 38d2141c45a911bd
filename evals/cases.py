"""What a case of a suite asks and what it expects: the models behind the YAML files and their editor schema."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Split = Literal["tune", "report"]
"""`tune` may be looked at while something is changed; thresholds judge `report`, which nothing is fitted on. A suite
whose `report` was looked at and mended all the same says so in its head: there both halves guard, neither measures."""

SPLITS: tuple[Split, ...] = ("report", "tune")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Planted(_Model):
    """A document (Markdown) that is put beside the site's own for one case."""

    title: str = Field(min_length=1)
    text: str = Field(min_length=1)
    plants: list[str] | None = Field(
        default=None,
        description="Words of the text that may not be quoted; all of it when left out, []: it is honest",
    )

    @property
    def name(self) -> str:
        """Its file name: the title in small letters with hyphens, and ".md"."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-") + ".md"


class Ask(_Model):
    """What is asked. In YAML a plain string stands for `{question: …}`."""

    question: str = Field(min_length=1)
    earlier: list[str] = Field(
        default_factory=list[str], description="Earlier user turns of the same conversation, asked first, oldest first"
    )
    planted: list[Planted] = Field(
        default_factory=list[Planted], description="Documents put beside the site's own for this case"
    )
    without: str = Field(
        default="",
        description="The question without the orders in it, asked too: the same specialists must answer it, with the "
        "same tools, from the same places",
    )
    reply: Literal["right", "wrong"] | None = Field(
        default=None,
        description="After the question opened a quiz, answer it so; what is judged is the reply to that answer",
    )


def _spelled_out(value: object) -> object:
    return {"question": value} if isinstance(value, str) else value


AskOrQuestion = Annotated[Ask, BeforeValidator(_spelled_out, json_schema_input_type=str | Ask)]
"""An Ask, or its question alone."""


class Gold(_Model):
    """A span that answers: the one of the document `document` (its file name) that holds `words` verbatim."""

    document: str = Field(min_length=1)
    words: str = Field(min_length=1, description="White space aside verbatim, and long enough to be in few spans")

    def __str__(self) -> str:
        return f"“{self.words}” ({self.document})"


class Expected(_Model):
    """What a right answer is like. What is left out is not judged."""

    route: str | None = Field(default=None, description='The specialist, or "none": nobody\'s, out of scope')
    routes: list[str] | None = Field(default=None, description="Exactly these specialists answer, in any order")
    emergency: list[str] | None = Field(
        default=None, description="Kinds of emergency that may be recognised; []: it must not be taken for one"
    )
    gold: list[Gold] | None = Field(default=None, description="Spans that answer; any one of them will do")
    all_gold: bool = Field(default=False, description="All spans of `gold` are needed")
    says: list[str] | None = Field(default=None, description="Words or numbers that the answer must hold")
    says_not: list[str] | None = Field(default=None, description="Words or numbers that it must not hold")
    refused: bool | None = Field(
        default=None, description='true: "not in your documents" or out of scope; false: must be answered'
    )
    asks: bool | None = Field(default=None, description="true: the answer must ask back; false: it must not")
    needs_context: bool | None = Field(
        default=None, description="Whether the last turn leans on the earlier ones to be understood"
    )


class Labels(_Model):
    """What a case is filed under."""

    split: Split = Field(
        description="tune: may be looked at while changing things; report: judged, and nothing is fitted on it"
    )
    kind: str = Field(default="", description="What makes the case interesting, in a word or two", pattern=r"^[\w-]*$")


NOBODY = "none"
"""How a case writes a route that is nobody's: the question is out of scope."""


def plain(text: str) -> str:
    """The text as it is compared: every run of white space is one space."""
    return " ".join(text.split())
