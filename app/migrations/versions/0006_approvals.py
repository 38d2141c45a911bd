"""What a turn needs to wait for an approval, and to go on after it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("turns", sa.Column("approvals", sa.JSON))
    op.add_column("turns", sa.Column("pause", sa.LargeBinary))
    op.add_column("turns", sa.Column("expires_at", sa.String))
