"""Passages off the record."""

import datetime as dt

from sqlmodel import Field

from app.storage.tables.base import TravellingRow


class OffRecordPassageRow(TravellingRow, table=True):
    """A time in which nothing was taken down; it stands where it began. No end: it goes on."""

    __tablename__ = "off_record_passage"

    session_id: int = Field(foreign_key="dialogue_session.id", index=True)
    plan_item_id: int = Field(foreign_key="plan_item.id", index=True)
    started_at: dt.datetime
    ended_at: dt.datetime | None = None
    printed: bool = True
