"""Presence and consents: who was there from when to when, and what each was asked and said."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence

LATE_AFTER = dt.timedelta(minutes=10)
"""Who is checked in within this time from the begin came on time: somebody has to key them in."""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer. ``given`` None: not asked, which counts as no."""

    given: bool | None = None
    at: dt.datetime | None = None
    """When it was answered."""


NOT_ASKED = Consent()


@dataclass(frozen=True, slots=True)
class Attendance:
    """How somebody takes part: whether, from when to when, as a guest, with which consents."""

    presence: Presence = Presence.EXPECTED
    is_guest: bool = False
    arrived_at: dt.datetime | None = None
    """None: from the begin."""
    left_at: dt.datetime | None = None
    """None: to the end."""
    contact: str = ""
    """How to reach them; empty without the consent to be contacted."""
    consents: Mapping[ConsentPurpose, Consent] = field(default_factory=dict)

    def consent(self, purpose: ConsentPurpose) -> Consent:
        """The answer for one purpose."""
        return self.consents.get(purpose, NOT_ASKED)


UNCHECKED = Attendance()


def agreed_naming(
    own: NamingLevel | None, *, may_be_named: bool | None, came_later: bool
) -> NamingLevel | None:
    """The level a person chose; None leaves it to the session.

    Whoever refused to be named is anonymous. So is whoever came later, until somebody asks: the
    information of the session was not read out to them.
    """
    if own is not None:
        return own
    unasked = may_be_named is None and came_later
    return NamingLevel.ANONYMOUS if may_be_named is False or unasked else None


def arrival(now: dt.datetime, started_at: dt.datetime | None) -> dt.datetime | None:
    """What to note as the arrival of somebody checked in ``now``; None: from the begin.

    ``started_at``: when the session began, None while it has not or when it is over.
    """
    if started_at is None or now - started_at <= LATE_AFTER:
        return None
    return now


def moment_on(time: dt.time, *, date: dt.date, start: dt.time | None, zone: str) -> dt.datetime:
    """A clock time during a session as a moment; long before its start is the night after."""
    place = ZoneInfo(zone)
    moment = dt.datetime.combine(date, time, place)
    if start is not None:
        begin = dt.datetime.combine(date, start, place)
        if begin - moment > _DAY / 2:
            moment = dt.datetime.combine(date + _DAY, time, place)
    return moment.astimezone(dt.UTC)


def was_checked(attendances: Sequence[Attendance]) -> bool:
    """Whether anybody of a session was checked in: without, everybody on the list counts."""
    return any(each.presence is Presence.PRESENT for each in attendances)


def counts_as_present(attendance: Attendance, *, checked: bool) -> bool:
    """Whether the minutes count somebody as present; ``checked`` as from ``was_checked``."""
    if checked:
        return attendance.presence is Presence.PRESENT
    return attendance.presence is not Presence.EXCUSED
