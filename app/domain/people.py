"""Participants: a person at a session, with organisation, role and naming level."""

from dataclasses import dataclass

from pydantic import Field

from app.domain.text import fold
from app.domain.validated import Validated
from app.domain.vocabulary import NamingLevel, OrganisationKind


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """One person at one session. ``naming`` None: the session's level holds."""

    uid: str
    person_uid: str
    name: str
    organisation: str
    organisation_kind: OrganisationKind | None
    role: str
    naming: NamingLevel | None
    on_attendance_list: bool | None
    """None: nothing recorded, which counts as no."""
    statement_count: int


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation of the workspace."""

    uid: str
    name: str
    kind: OrganisationKind | None


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


def identity(name: str, organisation: str) -> tuple[str, str]:
    """Same name and organisation in one session are the same person; elsewhere nobody is."""
    return fold(name), fold(organisation)
