"""The journal: every operation with its entries, written in the transaction it describes."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from app.storage.tables.base import OptionalJSON


class OperationRow(SQLModel, table=True):
    """One thing somebody did. ``role`` is do, undo or redo; ``reverts_id`` what it took back."""

    __tablename__ = "operation"
    __table_args__ = (Index("ix_operation_session", "session_uid", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True, max_length=36)
    name: str
    session_uid: str | None = None
    author: str
    device: str
    at: dt.datetime
    role: str
    undoable: bool
    undone: bool = False
    reverts_id: int | None = Field(default=None, foreign_key="operation.id")
    payload: dict[str, Any] | None = Field(default=None, sa_type=OptionalJSON)


class JournalEntryRow(SQLModel, table=True):
    """Creating a row (no ``field``, its values in ``after``) or changing one field of it.

    The statements that an import brought stand as uids in ``after`` of the session's entries for
    ``statements``.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (Index("ix_journal_entry_entity", "entity_uid"),)

    id: int | None = Field(default=None, primary_key=True)
    operation_id: int = Field(foreign_key="operation.id", index=True)
    entity: str
    entity_uid: str
    field: str | None = None
    before: Any = Field(default=None, sa_type=JSON)
    after: Any = Field(default=None, sa_type=JSON)
