"""The tables of the service database, as the newest migration leaves them; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
)

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    Column("workspace", String, nullable=False),
    Column("principal", String, nullable=False),
    Column("title", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("updated_at", String, nullable=False),
    Column("conversation", LargeBinary, nullable=False),
    Column("sequence", Integer, nullable=False, server_default="0"),  # number of its last event
)

turns = Table(
    "turns",
    metadata,
    Column("id", String, primary_key=True),
    Column("session_id", String, ForeignKey("sessions.id"), nullable=False, index=True),
    Column("state", String, nullable=False, index=True),  # app.sessions.TurnState
    Column("reason", String, nullable=False, default=""),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
    Column("result", JSON),
    Column("rating", String),  # up, down; null: not rated
    Column("comment", String, nullable=False, server_default=""),
    Column("sampled", Boolean, nullable=False, server_default=false()),
    Column("specialist", String),  # the one the question was sent to; null: routed
    Column("owner", String, nullable=False, server_default=""),  # the process that answers it
    Column("retry_of", String),  # the turn whose question it answers again
    Column("request_key", String),  # what makes a repeated request the same one; null: none was given
    Column("request_digest", String),  # SHA-256 of what that request asked
    Column("approvals", JSON(none_as_null=True)),  # app.events.Approval, each call that asked for one
    Column("pause", LargeBinary),  # app.pausing.Pause while it waits for an approval, else null
    Column("expires_at", String),  # when it waits no longer
    Index("uq_turns_request_key", "request_key", unique=True),
    Index("uq_turns_retry_of", "retry_of", unique=True),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("turn_id", String, ForeignKey("turns.id"), nullable=False, index=True),
    Column("role", String, nullable=False),  # user, assistant
    Column("text", String, nullable=False),
    Column("created_at", String, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("session_id", String, ForeignKey("sessions.id"), primary_key=True),
    Column("sequence", Integer, primary_key=True),  # from 1 in each session, without gaps
    Column("turn_id", String, ForeignKey("turns.id"), nullable=False),
    Column("number", Integer, nullable=False),  # from 1 in each turn, without gaps
    Column("type", String, nullable=False),
    Column("data", JSON, nullable=False),
    Column("at", String, nullable=False),
    UniqueConstraint("turn_id", "number", name="uq_events_turn_number"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String, primary_key=True),
    Column("workspace", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),  # tools.deps.Role
    Column("prefix", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("created_by", String, nullable=False),  # id of a principal
    Column("expires_at", String),
    Column("revoked_at", String),
    Column("last_used_at", String),
    Index("uq_api_keys_sha256", "sha256", unique=True),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("workspace", String, nullable=False, index=True),
    Column("principal", String, nullable=False),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("action", String, nullable=False),
    Column("target", String, nullable=False),
    Column("outcome", String, nullable=False),  # done, or an error's code
    Column("address", String, nullable=False),
    Column("request_id", String, nullable=False),
    Column("details", JSON, nullable=False),
    sqlite_autoincrement=True,  # a number is never given twice
)
