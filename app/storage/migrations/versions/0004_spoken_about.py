"""Statements know the participants whose names stand in their text."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A plain column: SQLite adds it without touching a row."""
    op.add_column("statement", sa.Column("about", sa.JSON(), nullable=True))
