"""A session knows the names in its texts that somebody looked at and lets stand."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column that may be empty: SQLite adds it without touching a row."""
    op.add_column("dialogue_session", sa.Column("names_left", sa.JSON(), nullable=True))
