"""Statements that came from cards know the group their card was put into."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A plain column: SQLite adds it without touching a row."""
    column = sa.Column("cluster", sa.Text(), nullable=False, server_default="")
    op.add_column("statement", column)
