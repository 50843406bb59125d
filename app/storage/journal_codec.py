"""How values of columns stand in the journal: as JSON, with uids instead of integer keys.

Integer keys mean nothing on another machine; the journal will travel, so references are uids.
"""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from app.domain.changes import Entity
from app.storage import tables
from app.storage.tables.base import table_of

TABLES: dict[Entity, Any] = {
    Entity.SERIES: table_of(tables.SeriesRow),
    Entity.THEME: table_of(tables.ThemeRow),
    Entity.OWN_WORD: table_of(tables.OwnWordRow),
    Entity.TEXT_BLOCK: table_of(tables.TextBlockRow),
    Entity.SESSION: table_of(tables.DialogueSessionRow),
    Entity.PLAN_ITEM: table_of(tables.PlanItemRow),
    Entity.PERSON: table_of(tables.PersonRow),
    Entity.ORGANISATION: table_of(tables.OrganisationRow),
    Entity.PARTICIPANT: table_of(tables.ParticipantRow),
    Entity.STATEMENT: table_of(tables.StatementRow),
    Entity.NEXT_STEP: table_of(tables.NextStepRow),
    Entity.PHOTO: table_of(tables.PhotoRow),
    Entity.HAND_COUNT: table_of(tables.HandCountRow),
    Entity.PARKED_TOPIC: table_of(tables.ParkedTopicRow),
    Entity.SPEAKING_REQUEST: table_of(tables.SpeakingRequestRow),
    Entity.SPEAKERS_LIST: table_of(tables.SpeakersListRow),
    Entity.OFF_RECORD_PASSAGE: table_of(tables.OffRecordPassageRow),
    Entity.EXPORT: table_of(tables.ExportRow),
    Entity.MINUTES_VERSION: table_of(tables.MinutesVersionRow),
    Entity.LOGO: table_of(tables.LogoRow),
    Entity.PSEUDONYM: table_of(tables.PseudonymRow),
    Entity.FEEDBACK: table_of(tables.FeedbackRow),
}
LINK = table_of(tables.StatementThemeRow)
"""Which themes a statement is about; journalled as a list of the statement."""
REFERENCES = {
    "series_id": Entity.SERIES,
    "session_id": Entity.SESSION,
    "plan_item_id": Entity.PLAN_ITEM,
    "person_id": Entity.PERSON,
    "organisation_id": Entity.ORGANISATION,
    "participant_id": Entity.PARTICIPANT,
    "statement_id": Entity.STATEMENT,
}
"""Columns that hold the key of another row."""
_MOMENTS = {
    "recorded_at",
    "counted_at",
    "started_at",
    "ended_at",
    "deleted_at",
    "arrived_at",
    "left_at",
    "attendance_list_at",
    "naming_at",
    "photo_at",
    "contact_at",
    "withdrawn_at",
    "exported_at",
    "decided_at",
}
_DATES = {"date", "due", "feedback_until", "given_on"}
_TIMES = {"start_time", "end_time", "agreed_end", "pinned_start"}


def encode(connection: Connection, column: str, value: Any) -> Any:
    """A column's value as JSON for the journal."""
    if value is None:
        return None
    if column in REFERENCES:
        table = TABLES[REFERENCES[column]]
        return connection.execute(select(table.c.uid).where(table.c.id == value)).scalar_one()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return value


def decode(connection: Connection, column: str, value: Any) -> Any:
    """A journalled value as the column wants it."""
    if value is None:
        return None
    if column in REFERENCES:
        table = TABLES[REFERENCES[column]]
        return connection.execute(select(table.c.id).where(table.c.uid == value)).scalar_one()
    if column in _MOMENTS:
        return dt.datetime.fromisoformat(value)
    if column in _DATES:
        return dt.date.fromisoformat(value)
    if column in _TIMES:
        return dt.time.fromisoformat(value)
    return value
