"""The log of a turn's events, and what a turn needs to be repeated, retried and taken over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("sequence", sa.Integer, nullable=False, server_default="0"))
    op.add_column("turns", sa.Column("specialist", sa.String))
    op.add_column("turns", sa.Column("owner", sa.String, nullable=False, server_default=""))
    op.add_column("turns", sa.Column("retry_of", sa.String))
    op.add_column("turns", sa.Column("request_key", sa.String))
    op.add_column("turns", sa.Column("request_digest", sa.String))
    op.create_index("uq_turns_request_key", "turns", ["request_key"], unique=True)
    op.create_index("uq_turns_retry_of", "turns", ["retry_of"], unique=True)
    op.create_index("ix_turns_state", "turns", ["state"])
    op.create_table(
        "events",
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("turn_id", sa.String, sa.ForeignKey("turns.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.UniqueConstraint("turn_id", "number", name="uq_events_turn_number"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = 3")  # so that a Linelead from before the revisions refuses the file
