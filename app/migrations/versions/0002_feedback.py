"""What people think of a turn, and which turns are reviewed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("turns", sa.Column("rating", sa.String))
    op.add_column("turns", sa.Column("comment", sa.String, nullable=False, server_default=""))
    op.add_column("turns", sa.Column("sampled", sa.Boolean, nullable=False, server_default=sa.false()))
