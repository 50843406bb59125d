"""What was asked and put off in the room: hands counted, and the parking lot."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field

from app.storage.tables.base import TravellingRow


class HandCountRow(TravellingRow, table=True):
    """Stimmungsbild: how many raised their hands when ``wording`` was asked."""

    __tablename__ = "hand_count"
    __table_args__ = (Index("ix_hand_count_session", "session_id", "order_key"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    plan_item_id: int = Field(foreign_key="plan_item.id")
    order_key: str
    wording: str
    agree: int
    disagree: int
    undecided: int
    counted_at: dt.datetime


class ParkedTopicRow(TravellingRow, table=True):
    """A topic of the Themenparkplatz, with the item under which it came up."""

    __tablename__ = "parked_topic"
    __table_args__ = (Index("ix_parked_topic_session", "session_id", "order_key"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    plan_item_id: int | None = Field(default=None, foreign_key="plan_item.id")
    order_key: str
    text: str
    settled: bool = False
