"""What is noted of a turn when it ends: counted, and said in one line of the log."""

from __future__ import annotations

import logging
from typing import Literal

from opentelemetry.trace import get_current_span

from app.events import DoneEvent, Ending, StoppedEvent
from app.metrics import Metrics
from tools.deps import EVALUATION

log = logging.getLogger(__name__)

Outcome = Literal["answered", "refused", "asked", "stopped", "failed"]
"""refused: the documents do not answer it; asked: the answer is a question back."""
NOBODY = "none"
"""The specialist of a turn that went to none, or did not come so far."""


def outcome_of(ending: Ending) -> Outcome:
    """What became of a turn."""
    if isinstance(ending, DoneEvent):
        answer = ending.turn.answer
        return "refused" if answer.refused else "asked" if answer.asks else "answered"
    return "stopped" if isinstance(ending, StoppedEvent) else "failed"


class TurnNotes:
    """Notes the ends of turns. With `content` the log holds what was asked and answered."""

    def __init__(self, metrics: Metrics, *, content: bool) -> None:
        self._metrics = metrics
        self._content = content

    def approval(self, what: Literal["asked", "approved", "refused", "expired"]) -> None:
        """Counts what becomes of a call that needs an approval."""
        self._metrics.approval(what)

    def ended(self, question: str, ending: Ending, *, asked_by: str = "") -> None:
        """Counts a turn and logs that it ended. An evaluation's is none of a crew's: an alarm on emergencies must not
        ring for it. Its cost is one all the same.
        """
        counted = asked_by != EVALUATION.id
        outcome = outcome_of(ending)
        notes: dict[str, object] = {"outcome": outcome}
        span = get_current_span()
        span.set_attribute("outcome", outcome)
        if isinstance(ending, DoneEvent):
            turn = ending.turn
            specialist = turn.route.routes[0] if turn.route.routes else NOBODY
            if counted:
                self._metrics.turn_ended(specialist, outcome, emergency=turn.route.emergency is not None)
                self._metrics.turn_took(turn.milliseconds, fell_back=bool(turn.answer.fallback))
            if usage := turn.usage:
                self._metrics.model_used(usage.input_tokens, usage.output_tokens, usage.cost)
            span.set_attribute("specialist", specialist)
            notes |= {"specialist": specialist, "milliseconds": turn.milliseconds}
            if self._content:
                notes |= {"question": question, "answer": turn.answer.text}
        else:
            if counted:
                self._metrics.turn_ended(NOBODY, outcome, emergency=False)
            notes |= {"code": getattr(ending, "code", "")} | ({"question": question} if self._content else {})
        log.info("A turn ended.", extra=notes)
