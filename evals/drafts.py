"""Live turns that went wrong, as draft cases: YAML that an author completes and pastes into a suite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import yaml

from app.wiring import Review
from evals.cases import plain
from evals.online import LiveTurn, read_turns

KINDS = ("draft-thumbs-down", "draft-unsupported", "draft-refused")
"""Why a turn is a draft, the surest sign first: its asker said so; its source does not; nothing was found."""
LINE_CHARACTERS = 118
"""Longest line of YAML before the indent of a case."""

HEAD = """\
# Draft cases from live turns: what crews wrote, word for word. Read them before you share this file.
# Above each case stand the answer that was given and what people said of it. To make it a case, write what a right
# answer is like under `expected_output` (an empty one judges nothing; a refusal may have been right), and move it into
# a suite's cases.yaml.
name: drafts
cases:
"""

_NOT_PRINTABLE = re.compile("[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no YAML file may hold, comments included. Source: YAML 1.2.2, production 1, c-printable, without line breaks."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with the earlier ones of its conversation, and the turns, oldest first, that went wrong with it."""

    question: str
    earlier: tuple[str, ...]
    turns: tuple[LiveTurn, ...]

    @property
    def kind(self) -> str:
        """The surest sign that any of its turns went wrong."""
        return min((fault for turn in self.turns if (fault := fault_of(turn))), key=KINDS.index)


def fault_of(turn: LiveTurn) -> str | None:
    """Why a turn is a draft, one of KINDS, or None. A refusal that its asker thanked for is none."""
    if turn.rating == "down":
        return "draft-thumbs-down"
    if turn.sampled and turn.has("unsupported"):
        return "draft-unsupported"
    if turn.sampled and turn.refused and turn.rating != "up":
        return "draft-refused"
    return None


def find_drafts(review: Review, since: datetime | None) -> list[Draft]:
    """The live turns that went wrong, those that asked the same after the same together, the oldest first."""
    found: dict[tuple[str, ...], list[LiveTurn]] = {}
    conversations: dict[tuple[str, ...], tuple[str, ...]] = {}
    for turn in read_turns(review, since):
        if fault_of(turn) is None:
            continue
        earlier = _earlier(review, turn)
        key = tuple(plain(text).lower() for text in (*earlier, turn.question))
        conversations.setdefault(key, earlier)
        found.setdefault(key, []).append(turn)
    return [Draft(turns[0].question, conversations[key], tuple(turns)) for key, turns in found.items()]


def _earlier(review: Review, turn: LiveTurn) -> tuple[str, ...]:
    """The questions answered before in the same conversation: those that failed left no trace in it."""
    earlier: list[str] = []
    for stored in review.sessions.turns(turn.session_id):
        if stored.id == turn.id:
            break
        if stored.state == "done":
            earlier.append(stored.question)
    return tuple(earlier)


def as_yaml(drafts: Iterable[Draft]) -> str:
    """The drafts as a file of cases, each under comments that tell what happened."""
    return HEAD + "\n".join(_case(draft) for draft in drafts)


def _case(draft: Draft) -> str:
    question = draft.question
    case = {
        "inputs": {"earlier": list(draft.earlier), "question": question} if draft.earlier else question,
        "expected_output": {},
        "metadata": {"split": "tune", "kind": draft.kind},
    }
    text = yaml.safe_dump(
        [case], allow_unicode=True, default_flow_style=None, sort_keys=False, width=LINE_CHARACTERS
    ).rstrip("\n")
    lines = [*_story(draft.turns), *text.split("\n")]
    return "".join(f"  {line}\n" for line in lines)


def _story(turns: Sequence[LiveTurn]) -> list[str]:
    """What happened, as YAML comments: what was said of each turn, and the last one's answer."""
    last = turns[-1]
    lines = _comment("turns", f"{len(turns)}, the last on {last.started_at.partition('T')[0]}")
    for rating, comment in dict.fromkeys((turn.rating, turn.comment) for turn in turns if turn.rating or turn.comment):
        lines += _comment(f"thumbs {rating}" if rating else "comment", comment)
    if last.result is None:
        return lines + _comment("no answer", last.reason)
    route, answer = last.result.route, last.result.answer
    lines += _comment("answered by", f"{', '.join(last.routes)} ({route.reason})")
    lines += _comment("refused" if answer.refused else "answer", answer.text)
    for claim in last.claims("unsupported"):
        lines += _comment("not supported", f"{claim.sentence} ({claim.reason})")
    return lines


def _comment(label: str, text: str) -> list[str]:
    """Lines of a YAML comment: whatever the text holds, none of it is read as YAML."""
    first, *more = text.splitlines() or [""]
    lines = [f"# {label}: {first}" if first else f"# {label}", *(f"#   {line}" for line in more)]
    return [_NOT_PRINTABLE.sub("\ufffd", line).rstrip() for line in lines]
