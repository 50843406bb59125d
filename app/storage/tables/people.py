"""People: one person per human, one participant per person and session."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field

from app.storage.tables.base import TravellingRow


class PersonRow(TravellingRow, table=True):
    """A human of the workspace. Never matched by name alone."""

    __tablename__ = "person"

    name: str


class OrganisationRow(TravellingRow, table=True):
    """An organisation; equal folded names in one workspace are one organisation."""

    __tablename__ = "organisation"

    name: str
    folded_name: str = Field(index=True)
    kind: str | None = None


class ParticipantRow(TravellingRow, table=True):
    """A person at a session."""

    __tablename__ = "participant"
    __table_args__ = (Index("ix_participant_session", "session_id", "order_key"),)

    session_id: int = Field(foreign_key="dialogue_session.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    order_key: str
    role: str = ""
    naming: str | None = None
    on_attendance_list: bool | None = None
    attendance_list_at: dt.datetime | None = None
    presence: str = "expected"
    is_guest: bool = False
    arrived_at: dt.datetime | None = None
    left_at: dt.datetime | None = None
    may_be_named: bool | None = None
    naming_at: dt.datetime | None = None
    may_be_photographed: bool | None = None
    photo_at: dt.datetime | None = None
    may_be_contacted: bool | None = None
    contact_at: dt.datetime | None = None
    contact: str = ""
    withdrawn_at: dt.datetime | None = None
    """Since when they are not named any more, in whatever leaves the program."""


class PseudonymRow(TravellingRow, table=True):
    """Person A of a series: who that is stands here and never beside a statement."""

    __tablename__ = "pseudonym"
    __table_args__ = (Index("ix_pseudonym_series", "series_id"),)

    series_id: int = Field(foreign_key="series.id")
    person_id: int = Field(foreign_key="person.id")
    number: int
