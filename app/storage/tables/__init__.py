"""The tables. Importing this package fills ``SQLModel.metadata`` completely."""

from app.storage.tables.drafts import DraftRow, WorkspaceValue
from app.storage.tables.feedback import FeedbackRow
from app.storage.tables.journal import JournalEntryRow, OperationRow
from app.storage.tables.people import OrganisationRow, ParticipantRow, PersonRow
from app.storage.tables.photos import PhotoContentRow, PhotoRow
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
    "FeedbackRow",
    "JournalEntryRow",
    "NextStepRow",
    "OperationRow",
    "OrganisationRow",
    "OwnWordRow",
    "ParticipantRow",
    "PersonRow",
    "PhotoContentRow",
    "PhotoRow",
    "PlanItemRow",
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
