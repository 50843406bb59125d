"""What every row that can leave the machine has in common."""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import JSON, CursorResult
from sqlmodel import Field, SQLModel

OptionalJSON: Any = JSON(none_as_null=True)
"""JSON or nothing. Nothing is NULL, not the text "null", which would be parsed for every row."""


def new_uid() -> str:
    """A UUID made where the thing is made; it never changes and travels with it."""
    return str(uuid.uuid4())


class TravellingRow(SQLModel):
    """Integer key for joins and search, ``uid`` for everybody else; deleted rows stay, marked."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True, max_length=36)
    created_at: dt.datetime
    updated_at: dt.datetime
    deleted_at: dt.datetime | None = None


def table_of(model: type[SQLModel]) -> Any:
    """The SQLAlchemy table behind a table model (SQLModel declares it only at run time)."""
    return model.__table__  # type: ignore[attr-defined]


def inserted_key(result: CursorResult[Any]) -> int:
    """The integer key of the row that an INSERT just made."""
    key = result.inserted_primary_key
    assert key is not None  # noqa: S101 - a single-row INSERT into a table with a key has one
    return int(key[0])
