"""Full-text search over messages: FTS5 kept in step by triggers, or an index of Postgres."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute("CREATE INDEX ix_messages_search ON messages USING gin (to_tsvector('simple'::regconfig, text))")
        return
    op.execute(
        "CREATE VIRTUAL TABLE messages_search USING fts5("
        "text, content='messages', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    added = "INSERT INTO messages_search(rowid, text) VALUES (new.id, new.text);"
    removed = "INSERT INTO messages_search(messages_search, rowid, text) VALUES ('delete', old.id, old.text);"
    for event, statements in (("INSERT", added), ("DELETE", removed), ("UPDATE", removed + added)):
        op.execute(f"CREATE TRIGGER messages_{event.lower()} AFTER {event} ON messages BEGIN {statements} END")
    op.execute("INSERT INTO messages_search(messages_search) VALUES ('rebuild')")
