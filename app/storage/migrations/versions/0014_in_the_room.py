"""What the room says: hands counted, topics put off, and how results were answered."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two new tables, and a column that may be empty: SQLite adds it without touching a row."""
    op.add_column("statement", sa.Column("outcome", sa.Text(), nullable=True))
    op.create_table(
        "hand_count",
        *_travelling(),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("plan_item_id", sa.Integer(), nullable=False),
        sa.Column("order_key", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("agree", sa.Integer(), nullable=False),
        sa.Column("disagree", sa.Integer(), nullable=False),
        sa.Column("undecided", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(), nullable=False),
        *_references(),
    )
    op.create_index("ix_hand_count_session", "hand_count", ["session_id", "order_key"])
    op.create_table(
        "parked_topic",
        *_travelling(),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("plan_item_id", sa.Integer(), nullable=True),
        sa.Column("order_key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        *_references(),
    )
    op.create_index("ix_parked_topic_session", "parked_topic", ["session_id", "order_key"])


def _references() -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(["session_id"], ["dialogue_session.id"]),
        sa.ForeignKeyConstraint(["plan_item_id"], ["plan_item.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )


def _travelling() -> tuple[sa.Column[object], ...]:
    """What every row has that belongs to somebody."""
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
    )
