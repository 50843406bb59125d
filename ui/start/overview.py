"""What the start page puts first, and what is still open for it. Rules only, no widgets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.vocabulary import PlanItemKind, SessionState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.people import ParticipantView
    from app.domain.plan import PlanItemView
    from app.domain.schedule import Schedule
    from app.domain.sessions import SessionSummary, SessionView

NEAR_DAYS = 14
"""A planned session this many days ahead gets the large card."""


class Occasion(StrEnum):
    """Why a session has the large card."""

    RUNNING = "running"
    TODAY = "today"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class NextUp:
    """The session that comes first, and why."""

    session: SessionSummary
    occasion: Occasion


class Field(StrEnum):
    """Places on the page Vorbereiten that a point of the preparation leads to."""

    START = "start"
    PLACE = "place"
    FACILITATORS = "facilitators"
    NOTE_TAKERS = "note_takers"
    PLAN = "plan"
    PARTICIPANTS = "participants"


class Point(StrEnum):
    """One thing the preparation is checked for."""

    QUESTIONS = "questions"
    TOO_LONG = "too_long"
    PARTICIPANTS = "participants"
    NOBODY = "nobody"
    NO_START = "no_start"
    NO_PLACE = "no_place"
    NO_FACILITATOR = "no_facilitator"
    NO_NOTE_TAKER = "no_note_taker"
    NO_ORGANISATION = "no_organisation"


_FIELDS = {
    Point.QUESTIONS: Field.PLAN,
    Point.TOO_LONG: Field.PLAN,
    Point.PARTICIPANTS: Field.PARTICIPANTS,
    Point.NOBODY: Field.PARTICIPANTS,
    Point.NO_START: Field.START,
    Point.NO_PLACE: Field.PLACE,
    Point.NO_FACILITATOR: Field.FACILITATORS,
    Point.NO_NOTE_TAKER: Field.NOTE_TAKERS,
    Point.NO_ORGANISATION: Field.PARTICIPANTS,
}

_SETTLED = frozenset({Point.QUESTIONS, Point.PARTICIPANTS})


@dataclass(frozen=True, slots=True)
class Finding:
    """A point with the numbers of its sentence, as questions and minutes."""

    point: Point
    numbers: tuple[int, ...] = ()

    @property
    def settled(self) -> bool:
        """True for green; an amber one is open, which blocks nothing."""
        return self.point in _SETTLED

    @property
    def field(self) -> Field:
        """Where to go to change it."""
        return _FIELDS[self.point]


def next_up(sessions: Iterable[SessionSummary], now: dt.datetime) -> NextUp | None:
    """The session for the large card at the local time ``now``, or None.

    One that still runs goes first, then the next of today – once it is over, a later one of the
    same day –, then the next within ``NEAR_DAYS``. Examples give way to real sessions.
    """
    all_sessions = tuple(sessions)
    running = [s for s in all_sessions if s.state is SessionState.RUNNING]
    if running:
        latest = max(running, key=lambda s: (not s.is_example, s.date, s.start_time or dt.time.min))
        return NextUp(latest, Occasion.RUNNING)
    last = now.date() + dt.timedelta(days=NEAR_DAYS)
    planned = [
        s for s in all_sessions if s.state is SessionState.PLANNED and now.date() <= s.date <= last
    ]
    if not planned:
        return None
    first = min(planned, key=lambda s: (s.is_example, s.date, _is_over(s, now), _starts(s)))
    return NextUp(first, Occasion.TODAY if first.date == now.date() else Occasion.SOON)


def findings(
    session: SessionView,
    items: Sequence[PlanItemView],
    participants: Sequence[ParticipantView],
    schedule: Schedule,
) -> tuple[Finding, ...]:
    """What the preparation of a session lacks and what it has, green points first."""
    found = [*_of_plan(items, schedule), *_of_people(session, participants)]
    if session.start_time is None:
        found.append(Finding(Point.NO_START))
    if not session.place:
        found.append(Finding(Point.NO_PLACE))
    if not session.facilitators:
        found.append(Finding(Point.NO_FACILITATOR))
    if not session.note_takers:
        found.append(Finding(Point.NO_NOTE_TAKER))
    return tuple(sorted(found, key=lambda finding: not finding.settled))


def _of_plan(items: Sequence[PlanItemView], schedule: Schedule) -> Iterable[Finding]:
    questions = sum(item.kind is PlanItemKind.QUESTION for item in items)
    yield Finding(Point.QUESTIONS, (questions, schedule.total_minutes))
    planned_twice = sum(-slot.gap for slot in schedule.slots if slot.gap < 0)
    too_long = max(schedule.over_minutes or 0, planned_twice)
    if too_long > 0:
        yield Finding(Point.TOO_LONG, (too_long,))


def _of_people(session: SessionView, participants: Sequence[ParticipantView]) -> Iterable[Finding]:
    if not participants:
        yield Finding(Point.NOBODY)
        return
    yield Finding(Point.PARTICIPANTS, (len(participants),))
    without = sum(not (person.organisation or person.role) for person in participants)
    if without and not session.confidential:
        yield Finding(Point.NO_ORGANISATION, (without,))


def _is_over(session: SessionSummary, now: dt.datetime) -> bool:
    end = session.end_time
    crosses_midnight = (
        end is not None and session.start_time is not None and (end <= session.start_time)
    )
    return (
        session.date == now.date()
        and end is not None
        and not crosses_midnight
        and end < now.time().replace(tzinfo=None)
    )


def _starts(session: SessionSummary) -> dt.time:
    return session.start_time or dt.time.max
