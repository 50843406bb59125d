"""Participants as they come in: made and changed."""

from pydantic import Field

from app.domain.validated import Validated
from app.domain.vocabulary import NamingLevel, OrganisationKind


class ParticipantDraft(Validated):
    """Somebody to add to a session. Always a new person: nobody is matched by name alone."""

    name: str = Field(min_length=1, max_length=500)
    organisation: str = Field(default="", max_length=500)
    organisation_kind: OrganisationKind | None = None
    role: str = Field(default="", max_length=500)
    naming: NamingLevel | None = None
    on_attendance_list: bool | None = None


class ParticipantChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``).

    ``name`` changes the person, ``organisation_kind`` the organisation everywhere.
    """

    name: str = Field(default="", min_length=1, max_length=500)
    organisation: str = Field(default="", max_length=500)
    organisation_kind: OrganisationKind | None = None
    role: str = Field(default="", max_length=500)
    naming: NamingLevel | None = None
    on_attendance_list: bool | None = None
