"""What was given out of a session, and what its minutes said then."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from app.storage.tables.base import TravellingRow


class ExportRow(TravellingRow, table=True):
    """One file or print that left the program. ``named``: participants (uids) whose name is in it.

    ``version`` is that of minutes; ``state`` and ``naming`` are theirs, too, else empty.
    """

    __tablename__ = "export"
    __table_args__ = (Index("ix_export_session", "session_id", "exported_at"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    exported_at: dt.datetime
    kind: str
    form: str
    version: int | None = None
    state: str = ""
    naming: str = ""
    options: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    template: str = ""
    recipient: str = ""
    file_name: str = ""
    named: list[Any] = Field(default_factory=list, sa_type=JSON)


class MinutesVersionRow(TravellingRow, table=True):
    """What minutes of one kind printed when a version of them was first given out.

    ``lines`` stand in no journal: who withdraws must be able to have a name taken out of them.
    """

    __tablename__ = "minutes_version"
    __table_args__ = (Index("ix_minutes_version_session", "session_id"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    number: int
    kind: str
    given_on: dt.date
    lines: list[Any] = Field(default_factory=list, sa_type=JSON)
