"""The tables. Importing this package fills ``SQLModel.metadata`` completely."""

from app.storage.tables.drafts import DraftRow, WorkspaceValue
from app.storage.tables.exports import ExportRow, MinutesVersionRow
from app.storage.tables.feedback import FeedbackRow
from app.storage.tables.in_the_room import HandCountRow, ParkedTopicRow
from app.storage.tables.journal import JournalEntryRow, OperationRow
from app.storage.tables.off_record import OffRecordPassageRow
from app.storage.tables.people import OrganisationRow, ParticipantRow, PersonRow, PseudonymRow
from app.storage.tables.photos import LogoRow, PhotoContentRow, PhotoRow
from app.storage.tables.series import (
    OwnWordRow,
    SeriesRow,
    TemplateContentRow,
    TextBlockRow,
    ThemeRow,
)
from app.storage.tables.sessions import DialogueSessionRow, PlanItemRow
from app.storage.tables.speakers import SpeakersListRow, SpeakingRequestRow
from app.storage.tables.statements import NextStepRow, StatementRow, StatementThemeRow

__all__ = [
    "DialogueSessionRow",
    "DraftRow",
    "ExportRow",
    "FeedbackRow",
    "HandCountRow",
    "JournalEntryRow",
    "LogoRow",
    "MinutesVersionRow",
    "NextStepRow",
    "OffRecordPassageRow",
    "OperationRow",
    "OrganisationRow",
    "OwnWordRow",
    "ParkedTopicRow",
    "ParticipantRow",
    "PersonRow",
    "PhotoContentRow",
    "PhotoRow",
    "PlanItemRow",
    "PseudonymRow",
    "SeriesRow",
    "SpeakersListRow",
    "SpeakingRequestRow",
    "StatementRow",
    "StatementThemeRow",
    "TemplateContentRow",
    "TextBlockRow",
    "ThemeRow",
    "WorkspaceValue",
]
