"""Statements get a memo, the marks „klären“, assent and dissent, and numbers of merged ones."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Plain columns: SQLite adds them without touching a row."""
    for column in (
        sa.Column("memo", sa.Text(), nullable=False, server_default=""),
        sa.Column("clarify", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("assent", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("dissent", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("evidence_also", sa.JSON(), nullable=True),
    ):
        op.add_column("statement", column)
