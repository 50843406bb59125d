"""Statements know whether they stand in the short minutes, series how their minutes are made."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Columns that may be empty: SQLite adds them without touching a row."""
    op.add_column("statement", sa.Column("in_short", sa.Boolean(), nullable=True))
    op.add_column("series", sa.Column("minutes", sa.JSON(), nullable=True))
