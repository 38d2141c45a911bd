"""What somebody has asked and been answered: their sessions listed, renamed, deleted and searched.

Everything is theirs alone: what belongs to another principal or workspace does not exist here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic_ai import Conversation
from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    FromClause,
    Integer,
    String,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
    update,
)

from app import tables
from app.database import ServiceDatabase
from app.errors import Conflict
from app.eventlog import now, utc
from app.paging import decode_cursor, encode_cursor
from app.texts import check_text
from app.turnstore import ACTIVE
from knowledge.errors import InvalidInput, NotFound

MAX_TITLE_CHARACTERS = 200
MAX_SEARCH_CHARACTERS = 200
_SEARCH_WORDS = 12
_SNIPPET_WORDS = 24
_OPEN, _CLOSE = "\x02", "\x03"  # around a hit while it comes out of the database; no message holds them
_DELETED_AT_ONCE = 100
_LANGUAGE: ColumnElement[Any] = literal_column("'simple'::regconfig")  # as the index of the migration has it

_conversations: TypeAdapter[Conversation] = TypeAdapter(Conversation)


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """A session in a list. `title` is empty before its first question; times are UTC, ISO 8601."""

    id: str
    title: str
    created_at: str
    updated_at: str
    turns: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that a search found. `highlights` are the hits' offsets in `snippet`, which leaves out with "…"."""

    session_id: str
    session_title: str
    turn_id: str
    role: Literal["user", "assistant"]
    at: str
    snippet: str
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose history it is."""

    principal: str
    workspace: str

    def owns(self) -> ColumnElement[bool]:
        """The condition on rows of the sessions."""
        sessions = tables.sessions.c
        return (sessions.principal == self.principal) & (sessions.workspace == self.workspace)


class History:
    """The histories in a service database. All methods block: call them off the event loop."""

    def __init__(self, database: ServiceDatabase) -> None:
        self._database = database

    def create(self, owner: Owner, title: str = "") -> SessionEntry:
        """A new session without a turn; its first question becomes the title when none is given."""
        session_id, at = f"s{uuid4().hex}", now()
        given = _checked_title(title) if title.strip() else ""
        with self._database.write() as connection:
            connection.execute(
                insert(tables.sessions).values(
                    id=session_id,
                    workspace=owner.workspace,
                    principal=owner.principal,
                    title=given,
                    created_at=at,
                    updated_at=at,
                    conversation=_conversations.dump_json(Conversation()),
                )
            )
        return SessionEntry(session_id, given, at, at, 0)

    def sessions(self, owner: Owner, limit: int, cursor: str | None = None) -> tuple[list[SessionEntry], str | None]:
        """A page of the sessions, the last used first, and the cursor of the next page; None at the end.

        Raises InvalidInput for a cursor that is none.
        """
        table = tables.sessions.c
        wanted = owner.owns()
        if cursor is not None:
            at, session_id = decode_cursor(cursor, 2)
            wanted &= (table.updated_at < at) | ((table.updated_at == at) & (table.id < session_id))
        with self._database.read() as connection:
            found = _entries(connection, wanted, limit + 1)
        page = found[:limit]
        return page, encode_cursor(page[-1].updated_at, page[-1].id) if len(found) > limit else None

    def session(self, owner: Owner, session_id: str) -> SessionEntry:
        """A session. Raises NotFound for an unknown id and for somebody else's."""
        with self._database.read() as connection:
            found = _entries(connection, owner.owns() & (tables.sessions.c.id == session_id), 1)
        if not found:
            raise _unknown(session_id)
        return found[0]

    def rename(self, owner: Owner, session_id: str, title: str) -> SessionEntry:
        """The session with its new title. Raises InvalidInput for a title that is none, NotFound as `session`."""
        given = _checked_title(title)
        with self._database.write() as connection:
            mine = owner.owns() & (tables.sessions.c.id == session_id)
            if not connection.execute(update(tables.sessions).where(mine).values(title=given)).rowcount:
                raise _unknown(session_id)
            return _entries(connection, mine, 1)[0]

    def delete(self, owner: Owner, session_id: str) -> None:
        """Removes a session with all that was said in it; its words are gone from the database's files too.

        Raises NotFound as `session`, SessionBusy while a turn of it is being answered.
        """
        with self._database.write() as connection:
            mine = select(tables.sessions.c.id).where(owner.owns(), tables.sessions.c.id == session_id)
            if connection.execute(mine).one_or_none() is None:
                raise _unknown(session_id)
            if _active(connection, [session_id]):
                raise Conflict(
                    "An answer is being written in this session; stop it first, then delete the session.",
                    code="session_busy",
                )
            _remove(connection, [session_id])
        self._forget()

    def forget_before(self, moment: datetime) -> int:
        """Removes every session that was last used before a moment and answers nothing now; how many they were."""
        before = utc(moment)
        removed = 0
        while True:
            with self._database.write() as connection:
                old = select(tables.sessions.c.id).where(tables.sessions.c.updated_at < before)
                busy = select(tables.turns.c.session_id).where(tables.turns.c.state.in_(ACTIVE))
                ids = list(connection.scalars(old.where(tables.sessions.c.id.not_in(busy)).limit(_DELETED_AT_ONCE)))
                _remove(connection, ids)
            removed += len(ids)
            if len(ids) < _DELETED_AT_ONCE:
                break
        if removed:
            self._forget()
        return removed

    def _forget(self) -> None:
        """Lets nothing of what was removed stay in the files."""
        with self._database.write() as connection:
            if connection.dialect.name == "sqlite":  # the index drops removed words only when it is merged
                connection.exec_driver_sql("INSERT INTO messages_search(messages_search) VALUES ('optimize')")
        self._database.compact()

    def search(self, owner: Owner, query: str, limit: int, cursor: str | None = None) -> tuple[list[Hit], str | None]:
        """A page of the messages that hold every word of a query, the best first, and the cursor of the next page.

        A word may be the beginning of one. Raises InvalidInput for a query without a word, or an over-long one.
        """
        words = _words(query)
        start = _start(cursor)
        with self._database.read() as connection:
            how = (_in_sqlite if connection.dialect.name == "sqlite" else _in_postgres)(words)
            messages, turns, sessions = tables.messages.c, tables.turns.c, tables.sessions.c
            said = (messages.turn_id, messages.role, messages.created_at)
            rows = connection.execute(
                select(sessions.id, sessions.title, *said, how.piece)
                .select_from(how.source)
                .join(tables.turns, turns.id == messages.turn_id)
                .join(tables.sessions, sessions.id == turns.session_id)
                .where(owner.owns(), how.found)
                .order_by(how.rank, messages.id.desc())
                .offset(start)
                .limit(limit + 1)
            ).all()
        hits = [
            Hit(session, title, turn, role, at, *_highlighted(piece))
            for session, title, turn, role, at, piece in rows[:limit]
        ]
        return hits, encode_cursor(str(start + limit)) if len(rows) > limit else None


def _entries(connection: Connection, wanted: ColumnElement[bool], limit: int) -> list[SessionEntry]:
    table = tables.sessions.c
    asked = select(func.count()).where(tables.turns.c.session_id == table.id).scalar_subquery()
    rows = connection.execute(
        select(table.id, table.title, table.created_at, table.updated_at, asked.label("turns"))
        .where(wanted)
        .order_by(table.updated_at.desc(), table.id.desc())
        .limit(limit)
    )
    return [SessionEntry(row.id, row.title, row.created_at, row.updated_at, row.turns) for row in rows]


def _active(connection: Connection, session_ids: Sequence[str]) -> bool:
    turns = tables.turns.c
    running = select(turns.id).where(turns.session_id.in_(session_ids), turns.state.in_(ACTIVE)).limit(1)
    return connection.execute(running).one_or_none() is not None


def _remove(connection: Connection, session_ids: Sequence[str]) -> None:
    turns = select(tables.turns.c.id).where(tables.turns.c.session_id.in_(session_ids))
    connection.execute(delete(tables.events).where(tables.events.c.session_id.in_(session_ids)))
    connection.execute(delete(tables.messages).where(tables.messages.c.turn_id.in_(turns)))
    connection.execute(delete(tables.turns).where(tables.turns.c.session_id.in_(session_ids)))
    connection.execute(delete(tables.sessions).where(tables.sessions.c.id.in_(session_ids)))


def _unknown(session_id: str) -> NotFound:
    return NotFound(f"There is no session {session_id!r}; list yours with GET /api/v1/sessions.")


def _checked_title(title: str) -> str:
    given = " ".join(title.split())
    if not given:
        raise InvalidInput("The title is empty; write what the session is about.", code="empty_title")
    check_text(given, "title", MAX_TITLE_CHARACTERS)
    return given


# --- searching --------------------------------------------------------------------------------------------------------


def _words(query: str) -> list[str]:
    check_text(query, "search", MAX_SEARCH_CHARACTERS)
    words = re.findall(r"[^\W_]+", query)
    if not words:
        raise InvalidInput("The search holds no word; write what to look for.", code="empty_search")
    return words[:_SEARCH_WORDS]


def _start(cursor: str | None) -> int:
    if cursor is None:
        return 0
    place = decode_cursor(cursor, 1)[0]
    return int(place) if place.isdecimal() and len(place) < 10 else 0


@dataclass(frozen=True, slots=True)
class _Search:
    """Where messages are looked for, which, the piece with its hits marked, and what to sort by."""

    source: FromClause
    found: ColumnElement[bool]
    piece: ColumnElement[str]
    rank: ColumnElement[float]


def _in_sqlite(words: Sequence[str]) -> _Search:
    index = table("messages_search", column("rowid", Integer))
    match = " ".join(f'"{word}"*' for word in words)
    piece = f"snippet(messages_search, 0, char({ord(_OPEN)}), char({ord(_CLOSE)}), '…', {_SNIPPET_WORDS})"
    return _Search(
        index.join(tables.messages, tables.messages.c.id == index.c.rowid),
        literal_column("messages_search", String).op("MATCH", is_comparison=True)(match),
        literal_column(piece, String).label("piece"),
        literal_column("bm25(messages_search)", Float),
    )


def _in_postgres(words: Sequence[str]) -> _Search:
    query = func.to_tsquery(_LANGUAGE, " & ".join(f"{word}:*" for word in words))
    vector = func.to_tsvector(_LANGUAGE, tables.messages.c.text)
    options = f"StartSel={_OPEN}, StopSel={_CLOSE}, MaxWords={_SNIPPET_WORDS}, MinWords=8"
    return _Search(
        tables.messages,
        vector.op("@@", is_comparison=True)(query),
        func.ts_headline(_LANGUAGE, tables.messages.c.text, query, options).label("piece"),
        -func.ts_rank_cd(vector, query),
    )


def _highlighted(piece: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A piece of text without its marks, and the offsets of what was between them."""
    text, highlights = "", list[tuple[int, int]]()
    for part in piece.split(_OPEN):
        hit, closed, rest = part.partition(_CLOSE)
        if closed:
            highlights.append((len(text), len(text) + len(hit)))
        text += hit + rest
    return text, tuple(highlights)
