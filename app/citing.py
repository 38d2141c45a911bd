"""Which questions were answered out of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, select

from app import tables
from app.database import ServiceDatabase
from app.quality import as_asked
from tools.deps import EVALUATION

MOST_TURNS = 5_000
MOST_QUESTIONS = 100


@dataclass(frozen=True, slots=True)
class CitingQuestion:
    """A question whose answers cite a document. `places` are the cited ones, as "page 12", in their order.

    `session_id` and `turn_id` are of the last time that it was asked by the one who looks; None: by others only.
    """

    question: str
    times: int
    last_asked_at: str
    places: list[str]
    session_id: str | None
    turn_id: str | None


@dataclass(frozen=True, slots=True)
class Citing:
    """The questions, the last asked first, at most 100, and how many turns they are from: the newest, at most 5,000."""

    turns: int
    questions: list[CitingQuestion]


def questions_citing(
    database: ServiceDatabase, document_id: str, workspace: str, principal: str, *, of_everybody: bool
) -> Citing:
    """The questions whose answers cite a document: those of the principal, or `of_everybody` in the workspace. Blocks.

    Whether they may read the document is for the caller to ask.
    """
    turns, messages, sessions = tables.turns.c, tables.messages.c, tables.sessions.c
    citations = turns.result[("answer", "citations")]
    wanted = [
        sessions.workspace == workspace,
        sessions.principal != EVALUATION.id,
        turns.state == "done",
        cast(turns.result, String).contains(document_id, autoescape=True),
    ]
    if not of_everybody:
        wanted.append(sessions.principal == principal)
    statement = (
        select(
            turns.id, turns.session_id, turns.started_at, sessions.principal, messages.text, citations.label("cited")
        )
        .join(tables.sessions, sessions.id == turns.session_id)
        .join(tables.messages, (messages.turn_id == turns.id) & (messages.role == "user"))
        .where(*wanted)
        .order_by(turns.started_at.desc())
        .limit(MOST_TURNS)
    )
    found: dict[str, CitingQuestion] = {}
    counted = 0
    with database.read() as connection:
        for turn_id, session_id, at, asker, question, cited in connection.execute(statement):
            places = _places(cited, document_id)
            if places is None:
                continue
            counted += 1
            is_own = asker == principal
            key = as_asked(question)
            before = found.get(key)
            found[key] = CitingQuestion(
                question=before.question if before else question,
                times=before.times + 1 if before else 1,
                last_asked_at=before.last_asked_at if before else at,
                places=list(dict.fromkeys([*(before.places if before else []), *places])),
                session_id=before.session_id if before and before.session_id else session_id if is_own else None,
                turn_id=before.turn_id if before and before.turn_id else turn_id if is_own else None,
            )
    return Citing(counted, list(found.values())[:MOST_QUESTIONS])


def _places(cited: list[dict[str, Any]], document_id: str) -> list[str] | None:
    """The places of the document that are cited; None when it is only named."""
    of_it = [one for one in cited if one["document_id"] == document_id]
    return list(dict.fromkeys(one["place"] for one in of_it if one["place"])) if of_it else None
