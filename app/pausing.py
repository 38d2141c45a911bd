"""Turns that wait for an approval: stored with all they need to go on, however often the program starts meanwhile.

All methods block: call them off the event loop. What a method returns from is on disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter
from pydantic_ai import Conversation
from sqlalchemy import ColumnElement, Connection, Row, func, select, update

from app import tables
from app.access import Caller, covers
from app.database import ServiceDatabase
from app.errors import Conflict, Forbidden
from app.eventlog import LoggedEvent, append, now
from app.events import Approval, ApprovalAnswer, ApprovalAnsweredEvent, ApprovalEvent, Decision, Ending, TurnEvent
from app.turnstore import TurnState, end_turn, keep_unfinished, logged_so_far
from knowledge.errors import NotFound
from knowledge.types import Scope
from tools.deps import Principal

PAUSED = "paused"
_turns, _sessions = tables.turns.c, tables.sessions.c


@dataclass(frozen=True, slots=True)
class Pause:
    """What a turn goes on with: who asked, what they might read, and its answer so far.

    `milliseconds` holds `route`, perhaps `first_text`, and PAUSED: the time from its start without what it waited.
    """

    principal: Principal
    scope: Scope
    route: Decision
    conversation: Conversation
    milliseconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Resumption:
    """How a turn goes on whose calls have all been answered: `number` is that of its last event."""

    question: str
    pause: Pause
    answers: list[ApprovalAnswer]
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of answers: the events that were logged, and a resumption when no answer is missing any more."""

    session_id: str
    logged: list[LoggedEvent]
    resumption: Resumption | None = None


@dataclass(frozen=True, slots=True)
class TurnApprovals:
    """A turn, and those of its calls that are for somebody to allow. What was asked stays its asker's own."""

    turn_id: str
    state: TurnState
    started_at: str
    approvals: list[Approval]


_pauses: TypeAdapter[Pause] = TypeAdapter(Pause)
_approvals: TypeAdapter[list[Approval]] = TypeAdapter(list[Approval])


def approvals_of(stored: object) -> list[Approval]:
    """A turn's approvals as its row holds them."""
    return _approvals.validate_python(stored or [])


class PauseStore:
    """The waiting turns in a service database."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

    def pause(
        self,
        session_id: str,
        turn_id: str,
        pause: Pause,
        asked: Sequence[ApprovalEvent],
        number: int,
        events: Sequence[TurnEvent],
    ) -> list[LoggedEvent]:
        """Lets a running turn wait for answers to what it `asked`; logs these last events, the first as its `number`th.

        All of it is one transaction.
        """
        with self._database.write() as connection:
            before = connection.execute(select(_turns.approvals).where(_turns.id == turn_id)).scalar_one()
            approvals = [*approvals_of(before), *(Approval(**each.model_dump(exclude={"type"})) for each in asked)]
            values = {
                "state": "waiting",
                "approvals": _approvals.dump_python(approvals, mode="json"),
                "pause": _pauses.dump_json(pause),
                "expires_at": asked[0].expires_at,
            }
            connection.execute(update(tables.turns).where(_turns.id == turn_id).values(**values))
            return append(connection, session_id, turn_id, number, [*events, *asked])

    def answer(self, turn_id: str, answer: ApprovalAnswer, caller: Caller) -> Taken:
        """Takes a person's answer to a call; with the last one that was missing the turn is running, and our own.

        The same answer again changes nothing. Raises NotFound for a turn or a call that the caller has nothing to do
        with, Forbidden for a call that needs a higher role, Conflict for another answer than before, for a turn that
        waits no more, and for one whose asker's key holds no more.
        """
        with self._database.write() as connection:
            row = self._row(connection, turn_id, caller, lock=True)
            approvals = approvals_of(row.approvals)
            approval = _asked(approvals, answer, caller, is_asker=row.principal == caller.principal.id)
            if approval.answer is not None:
                return Taken(row.session_id, [])
            if row.state != "waiting":
                raise Conflict(f"The turn {turn_id!r} waits no more; ask again.", code="turn_not_waiting")
            if answer.approved and _is_gone(connection, row.principal):
                raise Conflict(
                    f"The key of {approval.asked_by}, who asked for this, holds no more; refuse it or let it expire.",
                    code="asker_gone",
                )
            approval.answer = answer
            number, text = logged_so_far(connection, turn_id)
            told = ApprovalAnsweredEvent(**answer.model_dump())
            logged = append(connection, row.session_id, turn_id, number + 1, [told])
            answers = [each.answer for each in approvals if each.answer is not None]
            is_last = len(answers) == len(approvals)
            values: dict[str, Any] = {"approvals": _approvals.dump_python(approvals, mode="json")}
            if is_last:
                values |= {"state": "running", "owner": self._database.owner, "pause": None, "expires_at": None}
            connection.execute(update(tables.turns).where(_turns.id == turn_id).values(**values))
        if not is_last:
            return Taken(row.session_id, logged)
        pause = _pauses.validate_json(row.pause)
        return Taken(row.session_id, logged, Resumption(row.text, pause, answers, number + 1, text))

    def end(self, turn_id: str, state: TurnState, reason: str, ending: Ending) -> tuple[str, list[LoggedEvent]] | None:
        """Ends a turn that waits: its session, and what was logged. None when it waits no more."""
        with self._database.write() as connection:
            if not end_turn(connection, turn_id, state, among=("waiting",), reason=reason, pause=None, expires_at=None):
                return None
            session_id = connection.execute(select(_turns.session_id).where(_turns.id == turn_id)).scalar_one()
            number, text = logged_so_far(connection, turn_id)
            if text:
                keep_unfinished(connection, session_id, turn_id, text)
            return session_id, append(connection, session_id, turn_id, number + 1, [ending])

    def text(self, turn_id: str) -> str:
        """What a turn has written of its answer."""
        with self._database.read() as connection:
            return logged_so_far(connection, turn_id)[1]

    def waiting(self, turn_id: str) -> list[Approval]:
        """What a turn waits for; empty when it does not wait."""
        with self._database.read() as connection:
            wanted = select(_turns.approvals).where(_turns.id == turn_id, _turns.state == "waiting")
            stored = connection.execute(wanted).scalar_one_or_none()
        return [each for each in approvals_of(stored) if each.answer is None]

    def expired(self) -> list[str]:
        """The turns that have waited for too long."""
        with self._database.read() as connection:
            late = select(_turns.id).where(_turns.state == "waiting", _turns.expires_at <= now())
            return list(connection.scalars(late))

    def count(self) -> int:
        """How many turns wait."""
        with self._database.read() as connection:
            return connection.execute(select(func.count()).where(_turns.state == "waiting")).scalar_one()

    def in_session(self, session_id: str) -> list[str]:
        """The turns of a session that wait: one at most."""
        with self._database.read() as connection:
            return list(
                connection.scalars(select(_turns.id).where(_turns.session_id == session_id, _turns.state == "waiting"))
            )

    def answerable(self, caller: Caller, limit: int) -> list[TurnApprovals]:
        """The waiting turns with calls that the caller may answer, oldest first, each with those calls."""
        with self._database.read() as connection:
            waiting = _of_workspace(caller).where(_turns.state == "waiting").order_by(_turns.started_at, _turns.id)
            found = [_for(caller, row) for row in connection.execute(waiting)]
        mine = [
            replace(
                turn, approvals=[each for each in turn.approvals if each.answer is None and _may(each, caller, own)]
            )
            for turn, own in found
        ]
        return [turn for turn in mine if turn.approvals][:limit]

    def find(self, turn_id: str, caller: Caller) -> TurnApprovals:
        """The approvals of a turn that are the caller's to see: of their own all. Raises NotFound as `answer`."""
        with self._database.read() as connection:
            return _for(caller, self._row(connection, turn_id, caller))[0]

    def _row(self, connection: Connection, turn_id: str, caller: Caller, *, lock: bool = False) -> Row[Any]:
        """The caller's own turn, or one of their workspace with a call that is theirs to answer. Raises NotFound."""
        wanted = _of_workspace(caller).where(_turns.id == turn_id)
        row = connection.execute(wanted.with_for_update(of=tables.turns) if lock else wanted).one_or_none()
        if row is None or not (row.principal == caller.principal.id or _for(caller, row)[0].approvals):
            raise NotFound(
                f"There is no turn {turn_id!r} that waits for your word; GET /api/v1/approvals lists those that do."
            )
        return row


def _is_gone(connection: Connection, principal: str) -> bool:
    """Whether somebody asked with a key that was revoked or has expired: what they asked for is not done any more."""
    keys = tables.api_keys.c
    ended = keys.revoked_at.is_not(None) | (keys.expires_at <= now())
    return connection.execute(select(keys.id).where(keys.id == principal, ended)).one_or_none() is not None


def _for(caller: Caller, row: Row[Any]) -> tuple[TurnApprovals, bool]:
    """A turn with the calls that the caller may see, and whether it is their own."""
    own = row.principal == caller.principal.id
    approvals = [each for each in approvals_of(row.approvals) if own or _may(each, caller, own)]
    return TurnApprovals(row.id, row.state, row.started_at, approvals), own


def _of_workspace(caller: Caller) -> Any:
    """The turns of the caller's workspace, with their questions."""
    asked: ColumnElement[bool] = (tables.messages.c.turn_id == _turns.id) & (tables.messages.c.role == "user")
    return (
        select(tables.turns, _sessions.principal, tables.messages.c.text)
        .join(tables.sessions, _sessions.id == _turns.session_id)
        .join(tables.messages, asked)
        .where(_sessions.workspace == caller.scope.workspace)
    )


def _may(approval: Approval, caller: Caller, is_asker: bool) -> bool:
    """Whether a caller may answer: the asker for crew's, everybody who has the role for a higher one's."""
    return covers(caller.principal.role, approval.role) and (is_asker or approval.role != "crew")


def _asked(approvals: Sequence[Approval], answer: ApprovalAnswer, caller: Caller, *, is_asker: bool) -> Approval:
    """The approval that an answer is for, the newest of that call. Raises NotFound, Forbidden and Conflict."""
    approval = next((each for each in reversed(approvals) if each.call_id == answer.call_id), None)
    if approval is None or not (is_asker or _may(approval, caller, is_asker)):
        raise NotFound(f"This turn asks nothing with the call_id {answer.call_id!r}; read it to see what it asks.")
    if not _may(approval, caller, is_asker):
        raise Forbidden(f"“{approval.action}” is for a {approval.role} to allow; ask one to look at the approvals.")
    if approval.answer is not None and approval.answer.approved != answer.approved:
        said = "allowed" if approval.answer.approved else "refused"
        raise Conflict(f"“{approval.action}” was {said} by {approval.answer.by} already.", code="approval_answered")
    return approval
