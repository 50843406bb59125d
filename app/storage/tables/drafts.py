"""What is being typed, and facts about this workspace."""

import datetime as dt
from typing import Any

from sqlmodel import Field, SQLModel

from app.storage.tables.base import OptionalJSON


class DraftRow(SQLModel, table=True):
    """A line in progress. Its row stays, empty, so that an older revision cannot come back."""

    __tablename__ = "draft"

    session_uid: str = Field(primary_key=True)
    slot: str = Field(primary_key=True)
    text: str
    cursor: int = 0
    data: dict[str, Any] | None = Field(default=None, sa_type=OptionalJSON)
    revision: int
    updated_at: dt.datetime


class WorkspaceValue(SQLModel, table=True):
    """Facts about the database itself, such as the uid of this device."""

    __tablename__ = "workspace_value"

    key: str = Field(primary_key=True)
    value: str
