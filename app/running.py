"""Runs turns as tasks of their own, one at a time in each session, whoever asked and whether they still listen."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection
from contextlib import aclosing
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from time import perf_counter
from typing import Literal

from opentelemetry.trace import get_tracer

from app.access import Caller
from app.answering import Answered, Answering, Paused
from app.errors import Stopping, TurnFailed
from app.eventlog import LoggedEvent
from app.events import (
    ApprovalAnswer,
    ApprovalAnsweredEvent,
    CitationEvent,
    ClaimEvent,
    DoneEvent,
    Ending,
    ErrorEvent,
    StoppedEvent,
    TurnEvent,
    TurnResult,
)
from app.failing import failure
from app.lines import Lines, Place
from app.logs import bind
from app.logwriter import LogWriter, SharedLog
from app.observing import TurnNotes
from app.pausing import PAUSED, Pause, PauseStore, Resumption
from app.streams import Streams
from app.turnstore import INTERRUPTED, Accepted, NewTurn, TurnState, TurnStore
from knowledge.errors import LineleadError, StoreUnavailable
from tools.deps import Deps

log = logging.getLogger(__name__)
tracer = get_tracer(__name__)

RECOVER_SECONDS = 60.0
STOPPED = "Stopped on request."
EXPIRED = "Nobody allowed or refused in time what this turn wanted to do. Ask again."


@dataclass(frozen=True, slots=True)
class Question:
    """A question to be answered: what is stored of it, what the orchestrator is told, and what it may use.

    `started` is the reading of `perf_counter` at which it came in; `context` that of its asker, whose log and trace
    the turn belongs to whoever sets it going.
    """

    new: NewTurn
    prompt: str
    deps: Deps
    started: float = field(default_factory=perf_counter)
    context: Context = field(default_factory=copy_context)


@dataclass(eq=False, slots=True)
class _Turn:
    """A turn between its acceptance and its end."""

    question: Question
    accepted: Accepted
    writer: LogWriter
    place: Place[_Turn]
    resumption: Resumption | None = None  # after an approval
    paused: bool = False  # it waits for an approval, and its task has ended
    task: asyncio.Task[None] | None = None
    ending: Literal["stopped", "interrupted"] | None = None  # why it is ended early
    saving: bool = False  # from here on it ends by itself


class Turns:
    """The turns that this process answers. Its methods belong to one event loop at a time."""

    def __init__(
        self,
        store: TurnStore,
        pauses: PauseStore,
        streams: Streams,
        answering: Answering,
        *,
        notes: TurnNotes,
        sample: float,
        waits: bool,
    ) -> None:
        """`sample` is the share of turns marked for review; `waits`: a busy session lets the next question wait."""
        self._store = store
        self._log = SharedLog(store)
        self._pauses = pauses
        self._streams = streams
        self._answering = answering
        self._notes = notes
        self._sample = sample
        self._lines = Lines[_Turn](waits=waits)
        self._turns: dict[str, _Turn] = {}
        self._held: dict[str, Place[_Turn]] = {}  # of the turns that wait for an approval
        self._closing = False

    async def ask(self, question: Question) -> Accepted:
        """Stores a question and has it answered, now or after the turn before it; what is returned is on disk.

        A repeated request gives the turn that it made. Raises NotFound, KeyReused, Conflict (the session is busy) and
        Stopping; nothing is stored then.
        """
        # a task of its own: a question that is on disk is answered, even when its asker has gone meanwhile
        return await asyncio.shield(asyncio.create_task(self._accept(question)))

    async def stop(self, turn_id: str) -> bool:
        """Stops a turn, keeping what was written of its answer; False when it had ended."""
        turn = self._turns.get(turn_id)
        if turn is not None:
            await self._end_early(turn, "stopped")
            if turn.ending == "stopped":
                return True
        text = await asyncio.to_thread(self._pauses.text, turn_id)
        return await self._end_waiting(turn_id, "stopped", STOPPED, StoppedEvent(text=text))

    async def go_on(
        self,
        turn_id: str,
        answer: ApprovalAnswer,
        caller: Caller,
        deps: Callable[[Pause], Deps],
    ) -> None:
        """Takes an answer to what a turn waits for; it goes on when none is missing.

        `deps` are those of its asker. Raises Stopping, and what `PauseStore.answer` raises.
        """
        if self._closing:
            raise Stopping("Linelead is being stopped; answer again in a moment.")
        # a task of its own: a turn that is allowed to go on goes on, even when whoever allowed it has gone meanwhile
        await asyncio.shield(asyncio.create_task(self._go_on(turn_id, answer, caller, deps)))

    async def expire(self, turn_id: str) -> None:
        """Ends a turn that nobody allowed to go on; one that waits no more stays as it is."""
        ended = ErrorEvent(code="approval_expired", message=EXPIRED)
        if await self._end_waiting(turn_id, "failed", ended.code, ended):
            self._notes.approval("expired")

    def active(self, session_id: str) -> list[str]:
        """The turns of a session that are answered or wait, in their order."""
        return [turn.accepted.turn_id for turn in self._lines.all(session_id)]

    @property
    def living(self) -> Collection[str]:
        """Every turn that is answered or waits, in the order of their acceptance."""
        return self._turns.keys()

    async def close(self, seconds: float) -> None:
        """Takes no more questions; lets running turns finish for so long, and ends the others as interrupted."""
        self._closing = True
        waiting = [turn for turn in self._turns.values() if turn.task is None]
        await asyncio.gather(*(self._end_early(turn, "interrupted") for turn in waiting))
        running = [turn.task for turn in self._turns.values() if turn.task is not None]
        if running:
            await asyncio.wait(running, timeout=seconds)
        await asyncio.gather(*(self._end_early(turn, "interrupted") for turn in list(self._turns.values())))

    async def _go_on(self, turn_id: str, answer: ApprovalAnswer, caller: Caller, deps: Callable[[Pause], Deps]) -> None:
        taken = await asyncio.to_thread(self._pauses.answer, turn_id, answer, caller)
        session_id, resumption = taken.session_id, taken.resumption
        channel = self._streams.channel(session_id)
        channel.publish(taken.logged)
        for logged in taken.logged:
            if isinstance(logged.event, ApprovalAnsweredEvent):
                self._notes.approval("approved" if logged.event.approved else "refused")
        if resumption is not None:
            pause = resumption.pause
            place = self._held.pop(turn_id, None)
            if place is None:  # the program was started anew meanwhile
                place = Place[_Turn]()
                self._lines.come_back(session_id, place)
            new = NewTurn(
                question=resumption.question,
                principal=pause.principal.id,
                workspace=pause.scope.workspace,
                session_id=session_id,
            )
            started = perf_counter() - pause.milliseconds[PAUSED] / 1000
            turn = place.holder = self._turns[turn_id] = _Turn(
                Question(new, resumption.question, deps(pause), started),
                Accepted(session_id, turn_id, conversation=pause.conversation),
                LogWriter(self._log, channel, session_id, turn_id, resumption.number, resumption.text),
                place,
                resumption,
            )
            self._begin(turn)

    async def _end_waiting(self, turn_id: str, state: TurnState, reason: str, ending: Ending) -> bool:
        """Ends a turn that waits for an approval; False when it waits no more."""
        ended = await asyncio.to_thread(self._pauses.end, turn_id, state, reason, ending)
        if ended is None:
            return False
        session_id, logged = ended
        self._streams.channel(session_id).publish(logged)
        self._notes.ended("", ending)
        if place := self._held.pop(turn_id, None):
            self._leave(session_id, place)
        return True

    async def keep_recovering(self) -> None:
        """Ends what other processes left when they stopped, again and again: Postgres tells it some time after."""
        while True:
            await asyncio.sleep(RECOVER_SECONDS)
            try:
                if ended := await asyncio.to_thread(self._store.recover):
                    log.warning("%d turns of processes that have stopped are interrupted.", ended)
            except LineleadError as error:
                log.error("Turns of stopped processes could not be looked for; it is tried again: %s", error)

    async def _accept(self, question: Question) -> Accepted:
        new = question.new
        if new.may_repeat and (found := await asyncio.to_thread(self._store.repeated, new)):
            return found
        if self._closing:
            raise Stopping("Linelead is being stopped; ask again in a moment.")
        place = Place[_Turn]()
        first = new.session_id is None or self._lines.join(new.session_id, place)
        try:
            accepted = await asyncio.to_thread(
                self._store.accept, new, state="running" if first else "queued", sample=self._sample
            )
            if accepted.started is not None:
                if new.session_id is None:
                    self._lines.join(accepted.session_id, place)
                channel = self._streams.channel(accepted.session_id)
                channel.publish([accepted.started])
                writer = LogWriter(self._log, channel, accepted.session_id, accepted.turn_id, 1)
                place.holder = self._turns[accepted.turn_id] = _Turn(question, accepted, writer, place)
                self._advance(accepted.session_id)
            return accepted
        finally:
            if place.holder is None and new.session_id is not None:
                self._leave(new.session_id, place)

    # --- one turn -----------------------------------------------------------------------------------------------------

    def _leave(self, session_id: str, place: Place[_Turn]) -> None:
        """Gives up a place in the session's line; the next turn begins."""
        self._lines.leave(session_id, place)
        self._advance(session_id)

    def _advance(self, session_id: str) -> None:
        """Begins the first turn of the line, unless it has begun, or nobody has the place."""
        turn = self._lines.first(session_id)
        if turn is not None and turn.task is None:
            self._begin(turn)

    def _begin(self, turn: _Turn) -> asyncio.Task[None]:
        turn.task = asyncio.create_task(self._run(turn), context=turn.question.context)
        return turn.task

    async def _run(self, turn: _Turn) -> None:
        """Settles a turn; every line of the log and every span that comes of it bears its ids."""
        ids = {"session_id": turn.accepted.session_id, "turn_id": turn.accepted.turn_id}
        bind(**ids)
        with tracer.start_as_current_span("turn", attributes=ids):
            await self._settle(turn)

    async def _settle(self, turn: _Turn) -> None:
        """Answers a turn and saves whatever comes of it."""
        try:
            if turn.ending is None:
                await self._answer(turn)
            else:
                await self._cut(turn, turn.ending)
        except asyncio.CancelledError:
            if turn.ending is None:  # the event loop is being closed: blocking, for nothing may be awaited any more
                self._store.cut(*_cut_of(turn, "interrupted"), None, [_INTERRUPTED_EVENT])
                raise
            if task := asyncio.current_task():
                task.uncancel()
            await self._cut(turn, turn.ending)
        except Exception as error:  # noqa: BLE001 - the last line of defence: the client gets a safe sentence
            if turn.ending is not None and not turn.saving:  # what a run says when it is cut off at a bad moment
                await self._cut(turn, turn.ending)
                return
            turn.saving = True
            ended = failure(error)
            accepted = turn.accepted
            await self._end(
                turn,
                ended,
                lambda number, events: self._store.fail(
                    accepted.session_id, accepted.turn_id, ended.code, number, events
                ),
            )
        finally:
            del self._turns[turn.accepted.turn_id]
            if turn.paused:  # the next in line waits, too
                turn.place.holder = None
                self._held[turn.accepted.turn_id] = turn.place
            else:
                self._leave(turn.accepted.session_id, turn.place)

    async def _answer(self, turn: _Turn) -> None:
        question, accepted, writer = turn.question, turn.accepted, turn.writer
        conversation = accepted.conversation
        if conversation is None:
            conversation = await asyncio.to_thread(self._store.begin, accepted.session_id, accepted.turn_id)
        answered: Answered | Paused | None = None
        items = self._answering.answer(
            question.new.question, question.prompt, question.deps, conversation, question.started, turn.resumption
        )
        async with aclosing(items):
            async for item in items:
                if isinstance(item, Answered | Paused):
                    answered = item
                else:
                    writer.add(item)
        if answered is None:
            raise TurnFailed("The run ended without an answer. Ask again.")
        turn.saving = True
        if isinstance(answered, Paused):
            await self._pause(turn, answered)
            return
        rest = await writer.settle()
        marks = {name: value for name, value in answered.milliseconds.items() if name != PAUSED}
        marks |= {"total": (perf_counter() - question.started) * 1000}
        result = TurnResult(
            session_id=accepted.session_id,
            turn_id=accepted.turn_id,
            route=answered.route,
            answer=answered.answer,
            milliseconds={name: round(value, 2) for name, value in marks.items()},
            usage=answered.usage,
        )
        events: list[TurnEvent] = [
            *rest,
            *(CitationEvent(citation=citation) for citation in answered.answer.citations),
            *(ClaimEvent(claim=claim) for claim in answered.answer.claims),
            done := DoneEvent(turn=result),
        ]
        logged = await asyncio.to_thread(
            self._store.finish,
            accepted.session_id,
            accepted.turn_id,
            result.model_dump(mode="json"),
            answered.conversation,
            writer.next_number,
            events,
        )
        writer.publish(logged)
        self._notes.ended(question.new.question, done, asked_by=question.new.principal)

    async def _pause(self, turn: _Turn, paused: Paused) -> None:
        """Saves a turn that waits for an approval, with all it needs to go on."""
        question, accepted = turn.question, turn.accepted
        rest = await turn.writer.settle()
        marks = {**paused.milliseconds, PAUSED: (perf_counter() - question.started) * 1000}
        pause = Pause(question.deps.principal, question.deps.scope, paused.route, paused.conversation, marks)
        logged = await asyncio.to_thread(
            self._pauses.pause,
            accepted.session_id,
            accepted.turn_id,
            pause,
            paused.asked,
            turn.writer.next_number,
            rest,
        )
        turn.paused = True
        turn.writer.publish(logged)
        for _ in paused.asked:
            self._notes.approval("asked")

    async def _end(self, turn: _Turn, ended: Ending, save: Callable[[int, list[TurnEvent]], list[LoggedEvent]]) -> None:
        """Saves what is not logged yet and the end of a turn without a whole answer."""
        try:
            try:
                rest = await turn.writer.settle()
            except StoreUnavailable:  # logging failed before, and there may be no gap
                rest = []
            logged = await asyncio.to_thread(save, turn.writer.next_number, [*rest, ended])
        except Exception as unsaved:
            # the next start marks the turn as interrupted
            log.error("The end of turn %s could not be saved.", turn.accepted.turn_id, exc_info=unsaved)
            turn.writer.publish_unlogged(ended)
        else:
            turn.writer.publish(logged)
        self._notes.ended(turn.question.new.question, ended, asked_by=turn.question.new.principal)

    async def _cut(self, turn: _Turn, ending: Literal["stopped", "interrupted"]) -> None:
        ended = StoppedEvent(text=turn.writer.text) if ending == "stopped" else _INTERRUPTED_EVENT
        await self._end(turn, ended, lambda number, events: self._store.cut(*_cut_of(turn, ending), number, events))

    async def _end_early(self, turn: _Turn, ending: Literal["stopped", "interrupted"]) -> None:
        """Ends a turn before its answer is whole, unless it is being saved; returns when its end is on disk."""
        if turn.task is None:  # it waits in line: its task has nothing to do but to end it
            turn.ending = ending
            task = self._begin(turn)
        else:
            task = turn.task
            await asyncio.sleep(0)  # a task that is cancelled before its first step would not even clean up
            if not turn.saving and turn.ending is None:
                turn.ending = ending
                turn.task.cancel()
        await asyncio.wait([task])


_INTERRUPTED_EVENT = ErrorEvent(code="turn_interrupted", message=INTERRUPTED)


def _cut_of(
    turn: _Turn, ending: Literal["stopped", "interrupted"]
) -> tuple[str, str, Literal["stopped", "interrupted"], str, str]:
    reason = STOPPED if ending == "stopped" else INTERRUPTED
    return turn.accepted.session_id, turn.accepted.turn_id, ending, reason, turn.writer.text
