"""What becomes of turns, written as it happens: accepted, begun, logged, finished, failed or cut short.

What a method returns from is on disk. All methods block: call them off the event loop.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic_ai import Conversation
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, TextPart, UserPromptPart
from sqlalchemy import Connection, case, func, insert, select, true, update
from sqlalchemy.exc import IntegrityError

from app import tables
from app.database import ServiceDatabase
from app.errors import Conflict, KeyReused
from app.eventlog import LoggedEvent, append, insert_events, now
from app.events import ErrorEvent, StartedEvent, TurnEvent
from knowledge.errors import NotFound
from tools.deps import EVALUATION

TurnState = Literal["queued", "running", "waiting", "done", "failed", "stopped", "interrupted"]
"""queued: waits for the turn before it in its session; waiting: for an approval; stopped: by its asker; interrupted:
the program stopped."""
AT_WORK: tuple[TurnState, ...] = ("queued", "running")
"""A process answers it, and with that process it ends."""
ACTIVE: tuple[TurnState, ...] = (*AT_WORK, "waiting")

INTERRUPTED = "The program stopped during this turn; ask again."
TITLE_CHARACTERS = 80

_conversations: TypeAdapter[Conversation] = TypeAdapter(Conversation)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTurn:
    """A question as it is accepted. Without `session_id` it starts a session, and with `creates` when there is none.

    `earlier` is what was said before, as the client remembers it; a session that is started begins with it.
    `key` is the client's name for its request: the same key of the same principal is the same turn.
    `retry_of` is the turn whose question it asks again, which can be done once.
    """

    question: str
    principal: str
    workspace: str
    session_id: str | None = None
    specialist: str | None = None
    key: str | None = None
    retry_of: str | None = None
    creates: bool = False
    earlier: Sequence[ModelMessage] = ()

    @property
    def may_repeat(self) -> bool:
        """Whether the same request may have come before."""
        return self.key is not None or self.retry_of is not None

    @property
    def request_key(self) -> str | None:
        """The key as stored, its principal's own."""
        return _digest(self.workspace, self.principal, self.key) if self.key is not None else None

    @property
    def request_digest(self) -> str | None:
        """What the key stands for."""
        return _digest(self.question, self.session_id, self.specialist) if self.key is not None else None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A turn that is on disk. `repeated`: it was before, and nothing was stored.

    `started` is its first event and `conversation` the one so far; None when repeated, the latter also when queued.
    """

    session_id: str
    turn_id: str
    started: LoggedEvent | None = None
    conversation: Conversation | None = None

    @property
    def repeated(self) -> bool:
        return self.started is None


@dataclass(frozen=True, slots=True)
class Entry:
    """Events of a running turn that are to be logged, the first of them as its `number`th."""

    session_id: str
    turn_id: str
    number: int
    events: Sequence[TurnEvent]


def is_sampled(turn_id: str, share: float) -> bool:
    """Whether a turn belongs to a sample of that share (0..1) of all turns.

    The id's hash decides: the same turn always falls the same way, whatever was asked and whatever came of it, and a
    larger share holds every turn of a smaller one.
    """
    return int.from_bytes(hashlib.sha256(turn_id.encode()).digest()[:8]) < share * 2**64


class TurnStore:
    """The turns in a service database, as the one who answers them writes them."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

    def repeated(self, new: NewTurn) -> Accepted | None:
        """The turn that this very request, or a retry of the same turn, made before.

        Raises KeyReused when another request had its key.
        """
        if not new.may_repeat:
            return None
        with self._database.read() as connection:
            return _repeated(connection, new)

    def accept(self, new: NewTurn, *, state: Literal["queued", "running"] = "running", sample: float = 0.0) -> Accepted:
        """Stores a question as a turn, and marks it for review when it belongs to a sample of that share of live turns.

        Raises NotFound for an unknown session and for somebody else's, KeyReused for the key of another request, and
        Conflict while a turn of the session waits for an approval.
        """
        try:
            with self._database.write() as connection:
                return _repeated(connection, new) or self._insert(connection, new, state, sample)
        except IntegrityError:  # Postgres: the same request came twice at the same moment
            if found := self.repeated(new):
                return found
            if not new.creates:
                raise
            with self._database.write() as connection:  # another question has made the session meanwhile
                return self._insert(connection, new, state, sample)

    def _insert(self, connection: Connection, new: NewTurn, state: TurnState, sample: float) -> Accepted:
        turn_id, at = f"t{uuid4().hex}", now()
        session_id, sequence, conversation = _enter(connection, new, at)
        connection.execute(
            insert(tables.turns),
            {
                "id": turn_id,
                "session_id": session_id,
                "state": state,
                "reason": "",
                "started_at": at,
                "sampled": new.principal != EVALUATION.id and is_sampled(turn_id, sample),
                "specialist": new.specialist,
                "owner": self._database.owner,
                "retry_of": new.retry_of,
                "request_key": new.request_key,
                "request_digest": new.request_digest,
            },
        )
        _say(connection, turn_id, "user", new.question, at)
        started = StartedEvent(session_id=session_id, turn_id=turn_id)
        [logged] = insert_events(connection, session_id, turn_id, 1, sequence, [started])
        return Accepted(session_id, turn_id, logged, conversation if state == "running" else None)

    def begin(self, session_id: str, turn_id: str) -> Conversation:
        """Marks a queued turn as running; gives the conversation that it goes on with."""
        with self._database.write() as connection:
            connection.execute(update(tables.turns).where(tables.turns.c.id == turn_id).values(state="running"))
            return _conversation(connection, session_id)

    def log(self, entries: Sequence[Entry]) -> list[list[LoggedEvent] | Exception]:
        """Logs events of running turns, at most one entry of each, in one transaction.

        For each entry it gives what was logged, or what went wrong: nothing of a turn that was cut while its events
        were on their way here.
        """
        try:
            with self._database.write() as connection:
                at_work = _at_work(connection, [entry.turn_id for entry in entries])
                # in this order, so that two programs that write at once never wait for each other
                ordered = sorted(
                    (entry for entry in entries if entry.turn_id in at_work), key=lambda entry: entry.session_id
                )
                logged = {e.turn_id: append(connection, e.session_id, e.turn_id, e.number, e.events) for e in ordered}
            return [logged.get(entry.turn_id, []) for entry in entries]
        except Exception as error:  # noqa: BLE001 - told to the turn whose events they are
            if len(entries) == 1:
                return [error]
        return [outcome for entry in entries for outcome in self.log([entry])]  # the trouble of one is not the others'

    def finish(
        self,
        session_id: str,
        turn_id: str,
        result: dict[str, Any],
        conversation: Conversation,
        number: int = 1,
        events: Sequence[TurnEvent] = (),
    ) -> list[LoggedEvent]:
        """Stores the answer, its message, the conversation and the turn's last events in one transaction."""
        with self._database.write() as connection:
            end_turn(connection, turn_id, "done", result=result)
            _say(connection, turn_id, "assistant", result["answer"]["text"], now())
            return append(connection, session_id, turn_id, number, events, **_kept(conversation))

    def fail(
        self, session_id: str, turn_id: str, reason: str, number: int = 1, events: Sequence[TurnEvent] = ()
    ) -> list[LoggedEvent]:
        """Marks a turn as failed and logs its last events; one that has ended stays as it is."""
        with self._database.write() as connection:
            if not end_turn(connection, turn_id, "failed", reason=reason):
                return []
            return append(connection, session_id, turn_id, number, events)

    def cut(
        self,
        session_id: str,
        turn_id: str,
        state: Literal["stopped", "interrupted"],
        reason: str,
        text: str,
        number: int | None,
        events: Sequence[TurnEvent],
    ) -> list[LoggedEvent]:
        """Ends a turn before its answer was whole; one that has ended stays as it is.

        `text`, what was written of the answer, becomes a message of the history and part of the conversation. `number`
        None: the events come after what is logged by then, for a caller that cannot wait for what is being written.
        """
        with self._database.write() as connection:
            if not end_turn(connection, turn_id, state, reason=reason):
                return []
            if text:
                keep_unfinished(connection, session_id, turn_id, text)
            if number is None:
                number = logged_so_far(connection, turn_id)[0] + 1
            return append(connection, session_id, turn_id, number, events)

    def recover(self) -> int:
        """Ends as interrupted the turns that stopped processes left unfinished, with what was logged of them.

        Returns their number.
        """
        active = tables.turns.c.state.in_(AT_WORK)
        with self._database.read() as connection:
            owners = set(connection.scalars(select(tables.turns.c.owner).where(active).distinct()))
        gone = self._database.gone(owners)
        if not gone:
            return 0
        with self._database.read() as connection:
            left = connection.execute(
                select(tables.turns.c.id, tables.turns.c.session_id)
                .where(active, tables.turns.c.owner.in_(gone))
                .order_by(tables.turns.c.started_at)
            ).all()
            logged = [logged_so_far(connection, row.id) for row in left]
        ended = ErrorEvent(code="turn_interrupted", message=INTERRUPTED)
        for row, (number, text) in zip(left, logged, strict=True):
            self.cut(row.session_id, row.id, "interrupted", INTERRUPTED, text, number + 1, [ended])
        return len(left)


def _enter(connection: Connection, new: NewTurn, at: str) -> tuple[str, int, Conversation]:
    """The session of a new turn, the number of the event that it begins with, and the conversation so far.

    Raises NotFound for a session that there is not, or that is somebody else's, Conflict for one that waits.
    """
    if new.session_id is not None:
        row = connection.execute(
            update(tables.sessions)
            .where(
                tables.sessions.c.id == new.session_id,
                tables.sessions.c.principal == new.principal,
                tables.sessions.c.workspace == new.workspace,
            )
            .values(
                sequence=tables.sessions.c.sequence + 1,
                # a session that was begun without a question is called after its first
                title=case((tables.sessions.c.title == "", _title(new.question)), else_=tables.sessions.c.title),
            )
            .returning(tables.sessions.c.sequence, tables.sessions.c.conversation)
        ).one_or_none()
        if row is not None:
            _refuse_waiting(connection, new.session_id)
            return new.session_id, row.sequence, _conversations.validate_json(row.conversation)
        if not new.creates:
            raise NotFound(f"There is no session {new.session_id!r}; leave the session out to start a new one.")
    session_id, conversation = new.session_id or f"s{uuid4().hex}", Conversation(messages=list(new.earlier))
    connection.execute(
        insert(tables.sessions),
        {
            "id": session_id,
            "workspace": new.workspace,
            "principal": new.principal,
            "title": _title(new.question),
            "created_at": at,
            "updated_at": at,
            "conversation": _conversations.dump_json(conversation),
            "sequence": 1,
        },
    )
    return session_id, 1, conversation


def _refuse_waiting(connection: Connection, session_id: str) -> None:
    """Raises Conflict while a turn of the session waits for an approval: that may take a person hours."""
    turns = tables.turns.c
    waiting = select(turns.id).where(turns.session_id == session_id, turns.state == "waiting").limit(1)
    if (turn_id := connection.execute(waiting).scalar_one_or_none()) is not None:
        raise Conflict(
            f"The turn {turn_id!r} of this session waits for an approval; allow or refuse what it wants to do"
            f" (POST /api/v1/turns/{turn_id}/approvals), or stop it.",
            code="approval_open",
        )


def _at_work(connection: Connection, turn_ids: Collection[str]) -> set[str]:
    turns = tables.turns.c
    return set(connection.scalars(select(turns.id).where(turns.id.in_(turn_ids), turns.state.in_(AT_WORK))))


def logged_so_far(connection: Connection, turn_id: str) -> tuple[int, str]:
    """The number of a turn's last event, and the text it had written."""
    events = tables.events.c
    number, route = (
        connection.execute(select(func.max(events.number)).where(events.turn_id == turn_id, wanted)).scalar_one() or 0
        for wanted in (true(), events.type == "route")  # an answer that begins again is routed again
    )
    deltas = connection.scalars(
        select(events.data)
        .where(events.turn_id == turn_id, events.type == "delta", events.number > route)
        .order_by(events.number)
    )
    return number, "".join(data["text"] for data in deltas)


def _repeated(connection: Connection, new: NewTurn) -> Accepted | None:
    turns = tables.turns.c
    if new.key is not None:
        row = connection.execute(
            select(turns.id, turns.session_id, turns.request_digest).where(turns.request_key == new.request_key)
        ).one_or_none()
        if row is not None and row.request_digest != new.request_digest:
            raise KeyReused(f"The key {new.key!r} was sent before with another question; take a new one for each.")
    elif new.retry_of is not None:
        row = connection.execute(select(turns.id, turns.session_id).where(turns.retry_of == new.retry_of)).one_or_none()
    else:
        return None
    return Accepted(row.session_id, row.id) if row is not None else None


def end_turn(
    connection: Connection, turn_id: str, state: TurnState, *, among: Collection[TurnState] = AT_WORK, **values: Any
) -> bool:
    """Ends a turn that is in one of these states; False when it is not."""
    turns = tables.turns
    ended = update(turns).where(turns.c.id == turn_id, turns.c.state.in_(among))
    return bool(connection.execute(ended.values(state=state, finished_at=now(), **values)).rowcount)


def keep_unfinished(connection: Connection, session_id: str, turn_id: str, text: str) -> None:
    """Makes what was written of an answer a message of the history and part of the conversation."""
    question = connection.execute(
        select(tables.messages.c.text).where(tables.messages.c.turn_id == turn_id, tables.messages.c.role == "user")
    ).scalar_one()
    _say(connection, turn_id, "assistant", text, now())
    conversation = _conversation(connection, session_id)
    said = [
        ModelRequest(parts=[UserPromptPart(question)]),
        ModelResponse(parts=[TextPart(text)], state="interrupted"),
    ]
    kept = _kept(replace(conversation, messages=[*conversation.messages, *said]))
    connection.execute(update(tables.sessions).where(tables.sessions.c.id == session_id).values(kept))


def _say(connection: Connection, turn_id: str, role: Literal["user", "assistant"], text: str, at: str) -> None:
    message = {"turn_id": turn_id, "role": role, "text": text, "created_at": at}
    connection.execute(insert(tables.messages), message)


def _conversation(connection: Connection, session_id: str) -> Conversation:
    stored = connection.execute(
        select(tables.sessions.c.conversation).where(tables.sessions.c.id == session_id)
    ).scalar_one()
    return _conversations.validate_json(stored)


def _kept(conversation: Conversation) -> dict[str, Any]:
    """A conversation as the columns of its session."""
    return {"updated_at": now(), "conversation": _conversations.dump_json(conversation)}


def _title(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= TITLE_CHARACTERS else line[: TITLE_CHARACTERS - 1].rstrip() + "…"


def _digest(*parts: str | None) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
