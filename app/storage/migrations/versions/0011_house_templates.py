"""A series knows its house template; what is in the file stands in a table of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A new table and two plain columns: no row is touched."""
    op.create_table(
        "template_content",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    for name in ("template_name", "template_sha256"):
        op.add_column("series", sa.Column(name, sa.Text(), nullable=False, server_default=""))
