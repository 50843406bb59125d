"""The speakers list: never part of a session document, and emptied when a session closes."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from app.storage.tables.base import TravellingRow


class SpeakingRequestRow(TravellingRow, table=True):
    """Somebody asked for the floor at ``created_at``.

    Who it was and how long the turn took is only kept while the session is open: after that the
    row stays empty, since keys of rows that are gone would look like a loss.
    """

    __tablename__ = "speaking_request"
    __table_args__ = (Index("ix_speaking_request_session", "session_id", "order_key"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    plan_item_id: int | None = Field(default=None, foreign_key="plan_item.id")
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    kind: str
    order_key: str


class SpeakersListRow(TravellingRow, table=True):
    """How the list of a session is led, if not as they come: order, and groups by participant."""

    __tablename__ = "speakers_list"
    __table_args__ = (Index("ix_speakers_list_session", "session_id"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    speaking_order: str
    groups: dict[str, Any] = Field(sa_type=JSON)
