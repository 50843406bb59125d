"""Participants: a person at a session, with organisation, role and naming level."""

import datetime as dt
from dataclasses import dataclass

from app.domain.presence import UNCHECKED, Attendance, agreed_naming
from app.domain.text import fold
from app.domain.vocabulary import ConsentPurpose, NamingLevel, OrganisationKind

MAX_CONTACT = 500


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
    attendance: Attendance = UNCHECKED
    withdrawn_at: dt.datetime | None = None
    """Since when they are not named any more, in all sessions of the series."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether they do not want to be named any more."""
        return self.withdrawn_at is not None

    @property
    def may_be_listed(self) -> bool | None:
        """Whether they may stand on an attendance list; None: nobody asked, which counts as no."""
        return False if self.is_withdrawn else self.on_attendance_list

    @property
    def agreed(self) -> NamingLevel | None:
        """The naming level that holds for this person; None leaves it to the session."""
        if self.is_withdrawn:
            return NamingLevel.ANONYMOUS
        return agreed_naming(
            self.naming,
            may_be_named=self.attendance.consent(ConsentPurpose.NAMING).given,
            came_later=self.attendance.arrived_at is not None,
        )


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation of the workspace."""

    uid: str
    name: str
    kind: OrganisationKind | None


def identity(name: str, organisation: str) -> tuple[str, str]:
    """Same name and organisation in one session are the same person; elsewhere nobody is."""
    return fold(name), fold(organisation)
