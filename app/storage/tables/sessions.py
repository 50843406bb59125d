"""Dialogue sessions and their plan."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from app.storage.tables.base import OptionalJSON, TravellingRow


class DialogueSessionRow(TravellingRow, table=True):
    """One session (Gespräch) with its head."""

    __tablename__ = "dialogue_session"

    series_id: int = Field(foreign_key="series.id", index=True)
    title: str
    folded_title: str
    date: dt.date
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    time_zone: str
    place: str = ""
    host: str = ""
    occasion: str = ""
    facilitators: list[Any] = Field(default_factory=list, sa_type=JSON)
    note_takers: list[Any] = Field(default_factory=list, sa_type=JSON)
    distribution: str = ""
    naming: str
    confidential: bool = False
    state: str
    code: str = ""
    licence: str = ""
    source: str = ""
    guide_key: str = ""
    guide_title: str = ""
    information: str = ""
    agreed_end: dt.time | None = None
    seconds_each: int = 90
    feedback_until: dt.date | None = None
    names_left: list[Any] | None = Field(default=None, sa_type=OptionalJSON)


class PlanItemRow(TravellingRow, table=True):
    """One item of a session's plan, the session's own copy of the guide's item."""

    __tablename__ = "plan_item"
    __table_args__ = (Index("ix_plan_item_session", "session_id", "order_key"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    order_key: str
    kind: str
    title: str
    text: str = ""
    identity: str = Field(default="", index=True)
    minutes: int
    min_minutes: int = 0
    protected: bool = False
    pinned_start: dt.time | None = None
    statement_kind: str
    kinds_offered: list[Any] = Field(default_factory=list, sa_type=JSON)
    details_offered: list[Any] = Field(default_factory=list, sa_type=JSON)
    default_addressees: list[Any] = Field(default_factory=list, sa_type=JSON)
    reading: str
    prompts: list[Any] = Field(default_factory=list, sa_type=JSON)
    notes: str = ""
    summary: str = ""
    speaker: str = ""
    organisation: str = ""
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    optional: bool = False
    block: str = ""
    method: str = ""
    minutes_now: int | None = None
    in_writing: bool = False
    pauses: list[Any] | None = Field(default=None, sa_type=OptionalJSON)
    tables: list[Any] = Field(default_factory=list, sa_type=JSON)
