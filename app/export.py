"""A session as a Markdown text that stands alone: questions, answers, and every citation as a footnote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.history import SessionEntry
from app.sessions import StoredTurn
from app.turns import Approval, TurnResult

_MARKER = re.compile(r"\[(\d{1,3})\](?!\()")
_UNANSWERED = {
    "queued": "Not answered yet.",
    "running": "Being answered.",
    "waiting": "Waits for an approval.",
    "failed": "Not answered: something went wrong.",
    "stopped": "Stopped before there was an answer.",
    "interrupted": "Not answered: the program stopped.",
}


def as_markdown(session: SessionEntry, turns: Sequence[StoredTurn]) -> str:
    """The session's turns, oldest first. Times are UTC."""
    parts = [f"# {_line(session.title) or 'Session'}", f"Begun {session.created_at}, last used {session.updated_at}."]
    for number, turn in enumerate(turns, start=1):
        parts += [f"## {number}. {_line(turn.question)}", f"*Asked {turn.started_at}*"]
        parts += [_approval(each) for each in turn.approvals]
        parts += _answer(turn, number) if turn.result else [_UNANSWERED.get(turn.state, turn.state)]
    return "\n\n".join(parts) + "\n"


def _approval(approval: Approval) -> str:
    answer = approval.answer
    if answer is None:
        return f"*Asked for: {_line(approval.action)}*"
    said = f"*{'Allowed' if answer.approved else 'Refused'} by {_line(answer.by)}: {_line(approval.action)}*"
    return f"{said} ({_line(answer.reason)})" if answer.reason else said


def _answer(turn: StoredTurn, number: int) -> list[str]:
    result = TurnResult.model_validate(turn.result)
    known = {citation.marker for citation in result.answer.citations}

    def footnote(marker: re.Match[str]) -> str:
        return f"[^{number}-{marker[1]}]" if int(marker[1]) in known else marker[0]

    notes = [
        f"[^{number}-{citation.marker}]: "
        + ", ".join(part for part in (_line(citation.document), citation.place) if part)
        + f": “{_line(citation.text)}”"
        for citation in result.answer.citations
    ]
    return [_MARKER.sub(footnote, result.answer.text), *notes]


def _line(text: str) -> str:
    return " ".join(text.split())
