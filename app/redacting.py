"""What a reader may no longer read is left out of old answers, in place, wherever they are shown.

An answer is kept as it was given. When a collection that it quotes is closed to its reader later on, the lines that
came out of it are replaced by NOTICE: in the history, in exports, in the events of the turn, and in what the next
question of the session is told of it. When it is opened again they are shown again.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from pydantic_ai import Conversation
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, TextPart, ToolReturnPart
from sqlalchemy import select

from agents.answer import ANSWER, Answer, Claim
from app import tables
from app.access import ROLES
from app.database import ServiceDatabase
from app.eventlog import LoggedEvent
from app.events import CitationEvent, ClaimEvent, DeltaEvent, DoneEvent, EvidenceEvent, StoppedEvent
from app.sessions import StoredMessage, StoredTurn
from knowledge.catalogue import Catalogue
from knowledge.types import Scope
from tools.evidence import KEPT, current_turn

NOTICE = "*(from a document you may no longer read)*"


@dataclass(frozen=True, slots=True)
class Hidden:
    """The collections of a workspace that a reader may not read, and the documents in them."""

    collections: frozenset[str]
    documents: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.collections)


NOTHING = Hidden(frozenset(), frozenset())


def collections_in(value: object) -> set[str]:
    """The collections that a tool's finding names, at any depth."""
    found: set[str] = set()
    if isinstance(value, dict):
        for key, each in cast(dict[str, object], value).items():
            found |= {each} if key == "collection" and isinstance(each, str) else collections_in(each)
    elif isinstance(value, list):
        for each in cast(list[object], value):
            found |= collections_in(each)
    return found


def redacted(answer: Answer, hidden: Hidden, used: Iterable[str] = ()) -> Answer:
    """The answer without what came out of hidden collections. `used` are those that its turn's tools looked into.

    Where it cites something, the lines of hidden citations go; where nothing says which line is from where, all do.
    """
    citations = [c for c in answer.citations if c.collection in hidden.collections]
    gone = {c.marker for c in citations}
    nearest = [place for place in answer.nearest if place.document_id in hidden.documents]
    if not gone and not nearest and hidden.collections.isdisjoint(used):
        return answer  # the very same: that is how it is told that nothing is hidden
    left = [c for c in answer.citations if c.marker not in gone]
    texts = [_plain(" ".join([c.text, *c.cells])) for c in citations]
    titles = [_plain(title) for title in {*(c.document for c in citations), *(place.document for place in nearest)}]

    def is_hidden(line: str, claims: Sequence[Claim]) -> bool:
        if not left and not nearest:
            return True
        plain = _plain(line)
        return bool(plain) and (
            any(gone & set(claim.markers) for claim in claims)
            # nothing says where it is from
            or any(claim.status in ("unsupported", "uncited") and not claim.markers for claim in claims)
            or any(plain in text for text in texts)
            or any(title and title in plain for title in titles)
        )

    text, claims = _without(answer, is_hidden)
    rest = [place for place in answer.nearest if place not in nearest]
    return answer.model_copy(update={"text": text, "claims": claims, "citations": left, "nearest": rest})


def readable(conversation: Conversation, hidden: Hidden) -> Conversation:
    """The conversation as whoever may not read what is hidden may go on with it."""
    if not hidden or not conversation.messages:
        return conversation
    messages: list[ModelMessage] = []
    before: Sequence[ModelMessage] = conversation.messages
    while before:
        _, earlier, turn = current_turn(before)
        messages[:0] = _readable_turn(turn or before, hidden)  # without a turn: what stands before the first question
        before = earlier if turn else ()
    return replace(conversation, messages=messages)


class Redaction:
    """Leaves out of what is stored of turns what a reader may no longer read. All methods but one block."""

    def __init__(self, catalogue: Catalogue, database: ServiceDatabase) -> None:
        self._catalogue = catalogue
        self._database = database

    async def hidden_from(self, scope: Scope) -> Hidden:
        """As `hidden`, off the event loop, and at once for whoever has every role."""
        return NOTHING if _reads_all(scope) else await asyncio.to_thread(self.hidden, scope)

    def hidden(self, scope: Scope) -> Hidden:
        """What somebody who may read `scope` may not read."""
        if _reads_all(scope):
            return NOTHING
        found = self._catalogue.hidden(scope)
        return Hidden(frozenset(found), frozenset(document for each in found.values() for document in each))

    def turns(self, turns: Sequence[StoredTurn], scope: Scope) -> list[StoredTurn]:
        """The turns as their reader may see them."""
        if not (hidden := self.hidden(scope)):
            return list(turns)
        used = self._used({turn.id for turn in turns})
        return [replace(turn, result=_result(turn.result, hidden, used[turn.id])) for turn in turns]

    def messages(self, messages: Sequence[StoredMessage], scope: Scope) -> list[StoredMessage]:
        """The messages as their reader may see them."""
        if not (hidden := self.hidden(scope)):
            return list(messages)
        used = self._used({message.turn_id for message in messages})
        return [
            message if message.role == "user" else _message(message, hidden, used[message.turn_id])
            for message in messages
        ]

    def touched(self, turn_ids: Iterable[str], hidden: Hidden) -> set[str]:
        """Those turns whose answers, or what was written of them, hold something hidden."""
        if not hidden:
            return set()
        used = self._used(turn_ids)
        with self._database.read() as connection:
            wanted = select(tables.turns.c.id, tables.turns.c.result).where(tables.turns.c.id.in_(used))
            results = {row.id: row.result for row in connection.execute(wanted)}
        return {
            turn_id
            for turn_id, names in used.items()
            if hidden.collections & names or results.get(turn_id) != _result(results.get(turn_id), hidden, ())
        }

    def events(self, events: Sequence[LoggedEvent], hidden: Hidden, touched: dict[str, bool]) -> list[LoggedEvent]:
        """The events as their reader may see them, as many; `touched` is kept from call to call of one reader."""
        if unknown := {each.turn_id for each in events} - touched.keys():
            found = self.touched(unknown, hidden)
            touched |= {turn_id: turn_id in found for turn_id in unknown}
        shown: list[LoggedEvent] = []
        for each in events:
            if isinstance(each.event, EvidenceEvent) and not hidden.collections.isdisjoint(each.event.collections):
                touched[each.turn_id] = True
            shown.append(_event(each, hidden) if touched[each.turn_id] else each)
        return shown

    def _used(self, turn_ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """The collections that the tools of each turn looked into, as far as its log says."""
        found: dict[str, set[str]] = {turn_id: set() for turn_id in turn_ids}
        events = tables.events.c
        wanted = select(events.turn_id, events.data).where(events.turn_id.in_(found), events.type == "evidence")
        with self._database.read() as connection:
            for turn_id, data in connection.execute(wanted):
                found[turn_id].update(data.get("collections", ()))
        return {turn_id: frozenset(names) for turn_id, names in found.items()}


def _reads_all(scope: Scope) -> bool:
    """Whether no collection can be closed to a reader."""
    return scope.collections is None and scope.roles.issuperset(ROLES)


def _result(stored: dict[str, Any] | None, hidden: Hidden, used: Iterable[str]) -> dict[str, Any] | None:
    """A turn's result as stored, without what is hidden."""
    if stored is None:
        return None
    answer = Answer.model_validate(stored["answer"])
    shown = redacted(answer, hidden, used)
    return stored if shown is answer else {**stored, "answer": shown.model_dump(mode="json")}


def _message(message: StoredMessage, hidden: Hidden, used: frozenset[str]) -> StoredMessage:
    """An answer of the history, without what is hidden."""
    if message.result is None:  # it was stopped: no citation says which words are from where
        return message if hidden.collections.isdisjoint(used) else replace(message, text=NOTICE)
    result = _result(message.result, hidden, used)
    if result is None or result is message.result:
        return message
    return replace(message, result=result, text=result["answer"]["text"])


def _event(logged: LoggedEvent, hidden: Hidden) -> LoggedEvent:
    """An event of a turn with something hidden; of its text only the end has the rest: it knows what is from where."""
    match logged.event:
        case DeltaEvent() | ClaimEvent():
            return replace(logged, event=DeltaEvent(text=""))
        case CitationEvent(citation=citation) if citation.collection in hidden.collections:
            return replace(logged, event=DeltaEvent(text=""))
        case EvidenceEvent(collections=names) as found:
            left = [name for name in names if name not in hidden.collections]
            return replace(logged, event=found.model_copy(update={"collections": left}))
        case StoppedEvent(text=text) if text:
            return replace(logged, event=StoppedEvent(text=NOTICE))
        case DoneEvent(turn=turn):
            answer = redacted(turn.answer, hidden, hidden.collections)
            return replace(logged, event=DoneEvent(turn=turn.model_copy(update={"answer": answer})))
        case _:
            return logged


def _without(answer: Answer, is_hidden: Callable[[str, Sequence[Claim]], bool]) -> tuple[str, list[Claim]]:
    """The text with NOTICE in place of each run of hidden lines, and the claims of what is left of it."""
    text, claims, position, was_hidden = "", list[Claim](), 0, False
    for line in answer.text.splitlines(keepends=True):
        end = position + len(line)
        of_line = [claim for claim in answer.claims if position <= claim.start < end]
        if not line.strip():
            text += line
        elif not is_hidden(line, of_line):
            shift = len(text) - position
            claims += [c.model_copy(update={"start": c.start + shift, "end": c.end + shift}) for c in of_line]
            text += line
            was_hidden = False
        elif not was_hidden:
            told = Claim(sentence=NOTICE, start=len(text), end=len(text) + len(NOTICE), markers=[], status="own")
            claims.append(told)
            text += NOTICE + ("\n" if line.endswith("\n") else "")
            was_hidden = True
        position = end
    return text.rstrip(), claims


def _readable_turn(turn: Sequence[ModelMessage], hidden: Hidden) -> list[ModelMessage]:
    """A turn of a conversation without what is hidden: neither in what its tools found nor in what was answered."""
    used = {
        name
        for message in turn
        if isinstance(message, ModelRequest)
        for part in message.parts
        if isinstance(part, ToolReturnPart)
        for name in collections_in(part.metadata)
    }
    for message in turn:
        if isinstance(message, ModelResponse):
            used |= collections_in((message.metadata or {}).get(KEPT))
    left: list[ModelMessage] = []
    for message in turn:
        if isinstance(message, ModelRequest):
            parts = [
                replace(part, content=NOTICE, metadata=None)
                if isinstance(part, ToolReturnPart) and not hidden.collections.isdisjoint(collections_in(part.metadata))
                else part
                for part in message.parts
            ]
            left.append(replace(message, parts=parts))
        else:
            left.append(_readable_response(message, hidden, used))
    return left


def _readable_response(message: ModelResponse, hidden: Hidden, used: set[str]) -> ModelResponse:
    if not hidden.collections.isdisjoint(collections_in((message.metadata or {}).get(KEPT))):
        left = {key: value for key, value in (message.metadata or {}).items() if key != KEPT}
        message = replace(message, metadata=left)
    stored = (message.metadata or {}).get(ANSWER)
    if stored is not None:
        answer = Answer.model_validate(stored)
        shown = redacted(answer, hidden, used)
        if shown is answer:
            return message
        text, metadata = shown.text, {**(message.metadata or {}), ANSWER: shown.model_dump(mode="json")}
    elif hidden.collections.isdisjoint(used):
        return message
    else:
        text, metadata = NOTICE, message.metadata
    parts = [TextPart(text) if isinstance(part, TextPart) else part for part in message.parts]
    return replace(message, parts=parts, metadata=metadata)


def _plain(text: str) -> str:
    """The words of a text, for a comparison that marks and layout do not change."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\[\d+\]", " ", text).lower()))
