"""What is decided while leading: minutes given and taken, pauses, questions run together."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Plain columns: SQLite adds them without touching a row."""
    for column in (
        sa.Column("optional", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("block", sa.Text(), nullable=False, server_default=""),
        sa.Column("method", sa.Text(), nullable=False, server_default=""),
        sa.Column("minutes_now", sa.Integer(), nullable=True),
        sa.Column("in_writing", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("pauses", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("tables", sa.JSON(), nullable=False, server_default="[]"),
    ):
        op.add_column("plan_item", column)
    op.add_column("dialogue_session", sa.Column("agreed_end", sa.Time(), nullable=True))
    seconds = sa.Column("seconds_each", sa.Integer(), nullable=False, server_default="90")
    op.add_column("dialogue_session", seconds)
