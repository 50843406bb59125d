"""The speakers list: requests to speak, and how a session leads its list."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two new tables; nothing else is touched."""
    op.create_table(
        "speaking_request",
        *_travelling(),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("plan_item_id", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("order_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["dialogue_session.id"]),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"]),
        sa.ForeignKeyConstraint(["plan_item_id"], ["plan_item.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_speaking_request_session", "speaking_request", ["session_id", "order_key"])
    op.create_index("ix_speaking_request_participant_id", "speaking_request", ["participant_id"])
    op.create_table(
        "speakers_list",
        *_travelling(),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("speaking_order", sa.Text(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["dialogue_session.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("ix_speakers_list_session", "speakers_list", ["session_id"])


def _travelling() -> tuple[sa.Column[object], ...]:
    """What every row has that belongs to somebody."""
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
    )
