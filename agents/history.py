"""What the conversation so far says: its turns on a subject, who answered the last of them, and from where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic_ai.messages import ModelMessage, ModelResponse

from agents.answer import read_answer
from agents.specialist import AGENT
from knowledge.types import Section
from tools.chatter import Kind, kind_of
from tools.evidence import Reply, current_turn, evidence_of

PASSING: frozenset[Kind] = frozenset(
    {"greeting", "thanks", "goodbye", "apology", "brief", "full", "acknowledgement", "presence"}
)
"""What is said in passing: a follow-up after it goes on with the subject before."""

Turn = tuple[str, Sequence[ModelMessage]]
"""What the user said, and the messages of the turn."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The turns before this one that were more than a word in passing.

    `said` is what the user said, oldest first; `specialist` who answered the last of them, and `cited` the sections
    that this answer quoted, in order.
    """

    said: tuple[str, ...] = ()
    specialist: str | None = None
    cited: tuple[Section, ...] = ()


def earlier(history: Sequence[ModelMessage]) -> Earlier:
    """The turns of a conversation as a follow-up sees them."""
    turns = [(text, turn) for text, turn in turns_of(history) if _is_more(kind_of(text), turn)]
    if not turns:
        return Earlier()
    _, last = turns[0]
    answer = read_answer(last)
    cited = [(one.document_id, tuple(one.heading_path)) for one in answer.citations] if answer is not None else []
    return Earlier(
        said=tuple(text for text, _ in reversed(turns)),
        specialist=last_specialist(last),
        cited=tuple(dict.fromkeys(cited)),
    )


def _is_more(kind: Kind, turn: Sequence[ModelMessage]) -> bool:
    """Whether a turn is more than a word in passing, or than a look at the page of the last answer."""
    return kind != "source" and (kind not in PASSING or _cites(turn))


def _cites(turn: Sequence[ModelMessage]) -> bool:
    """Whether a turn was answered from documents: "keep it short, how hot is chicken" says more than its wish."""
    answer = read_answer(turn)
    return answer is not None and bool(answer.citations)


def turns_of(history: Sequence[ModelMessage]) -> Iterator[Turn]:
    """The turns of a conversation, newest first."""
    text, before, turn = current_turn(history)
    while turn:
        yield text, turn
        text, before, turn = current_turn(before)


def last_specialist(history: Sequence[ModelMessage]) -> str | None:
    """Who answered last, or None."""
    for message in reversed(history):
        if isinstance(message, ModelResponse) and message.metadata and message.metadata.get(AGENT):
            return str(message.metadata[AGENT])
    return None


def awaiting(history: Sequence[ModelMessage]) -> str | None:
    """The specialist whose last reply waits for an answer (an open quiz question), or None."""
    _, _, turn = current_turn(history)
    for finding in reversed(evidence_of(turn)):
        if isinstance(finding, Reply) and isinstance(waiting := finding.state.get("awaiting"), str):
            return waiting
    return None
