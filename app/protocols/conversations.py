"""Conversations as clients of other protocols keep them: under names of their own, or sent whole with each question."""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, TextPart, UserPromptPart

from app.access import Caller
from knowledge.errors import InvalidInput

MOST_EARLIER = 20
"""Messages of a client's own history that are looked at: a follow-up needs the last few turns."""
MOST_CHARACTERS = 40_000
"""And of their text, some ten pages: it all goes to a language model, where there is one."""
MAX_NAME_CHARACTERS = 200
_SESSION = re.compile(r"s[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Said:
    """A message as a client remembers it."""

    role: Literal["user", "assistant"]
    text: str


class Session(TypedDict):
    """The session of a question, and whether it is made when there is none."""

    session_id: str | None
    creates: bool


def is_session_id(name: str) -> bool:
    """Whether a name is the id of a session, and not one that a client chose."""
    return _SESSION.fullmatch(name) is not None


def session_of(name: str | None, caller: Caller) -> Session:
    """The session that a client means by a name: a session's own id, or the caller's session of that name.

    Raises InvalidInput for a name that is empty, over-long or not printable.
    """
    if name is None or is_session_id(name):
        return Session(session_id=name, creates=False)
    if not (0 < len(name) <= MAX_NAME_CHARACTERS and name.isprintable()):
        raise InvalidInput(
            f"The name of a conversation must be 1 to {MAX_NAME_CHARACTERS} printable characters; send a UUID, say.",
            code="bad_conversation_name",
        )
    # the caller is part of it: a name is nobody else's
    parts = json.dumps([caller.scope.workspace, caller.principal.id, name])
    return Session(session_id=f"s{hashlib.sha256(parts.encode()).hexdigest()[:32]}", creates=True)


def messages_of(earlier: Sequence[Said]) -> list[ModelMessage]:
    """The last of a client's own messages, as a conversation begins with them. They prove nothing and cite nothing."""
    kept: deque[ModelMessage] = deque()
    characters = 0
    for said in reversed(earlier[-MOST_EARLIER:]):
        characters += len(said.text)
        if characters > MOST_CHARACTERS:
            break
        if said.text.strip():
            kept.appendleft(_message(said))
    return list(kept)


def _message(said: Said) -> ModelMessage:
    if said.role == "user":
        return ModelRequest(parts=[UserPromptPart(said.text)])
    return ModelResponse(parts=[TextPart(said.text)])
