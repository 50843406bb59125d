"""Presence, consents with their moments, and the information a session begins with."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Plain columns: SQLite adds them without touching a row. Nobody was checked in or asked."""
    for column in (
        sa.Column("attendance_list_at", sa.DateTime(), nullable=True),
        sa.Column("presence", sa.Text(), nullable=False, server_default="expected"),
        sa.Column("is_guest", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("arrived_at", sa.DateTime(), nullable=True),
        sa.Column("left_at", sa.DateTime(), nullable=True),
        sa.Column("may_be_named", sa.Boolean(), nullable=True),
        sa.Column("naming_at", sa.DateTime(), nullable=True),
        sa.Column("may_be_photographed", sa.Boolean(), nullable=True),
        sa.Column("photo_at", sa.DateTime(), nullable=True),
        sa.Column("may_be_contacted", sa.Boolean(), nullable=True),
        sa.Column("contact_at", sa.DateTime(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=False, server_default=""),
    ):
        op.add_column("participant", column)
    information = sa.Column("information", sa.Text(), nullable=False, server_default="")
    op.add_column("dialogue_session", information)
