"""The databases behind the pictures, filled through the services at the right moments."""

import datetime as dt
import os
from pathlib import Path

import time_machine

from app.bootstrap import Services, workspace
from app.domain.incoming.series import SeriesChanges
from app.domain.incoming.sessions import SessionDraft
from app.domain.incoming.statements import StatementDraft
from app.domain.plan import PlanItemView
from app.domain.vocabulary import SessionState
from tests.pictures.documents import (
    Document,
    Evening,
    afterwards,
    earlier,
    in_series,
    planned,
    starts,
    under_way,
    write,
)

Clock = time_machine.Traveller

SERIES = "Engagement im Quartier"
COURSE = "qualifiziert-fuers-quartier"
_COURSE_STATEMENTS = 60
_EARLIER = (
    ("Hafenviertel", 14, 0.9, SessionState.REVIEW),
    ("Nordstadt", 28, 0.8, SessionState.CLOSED),
    ("Marktviertel", 42, 1.0, SessionState.CLOSED),
    ("Lindenhof", 56, 0.7, SessionState.CLOSED),
)


def home(database: Path, evening: Evening, clock: Clock) -> str:
    """A session today, four earlier ones, a course; returns the uid of the one today."""
    with workspace(database) as services:
        for place, days, share, state in reversed(_EARLIER):
            date = evening.day - dt.timedelta(days=days)
            uid = _read(services, in_series(earlier(evening, place, date, share), SERIES), database)
            services.sessions.set_state(uid, state)
        _course(services, evening)
        uid = _read(services, in_series(planned(evening), SERIES), database)
        services.sessions.set_state(uid, SessionState.PLANNED)
        series = services.views.session(uid).series_uid
        services.series.update(series, SeriesChanges(planned_sessions=8))
        _backed_up(services.backups.make(), evening.at(8, 12))
    return uid


def leading(database: Path, evening: Evening, clock: Clock) -> str:
    """The session in the middle of its evening."""
    with workspace(database) as services:
        uid = _read(services, under_way(evening), database)
        services.sessions.set_state(uid, SessionState.PLANNED)
        items = services.views.plan_items(uid)
        for item, moment in _course_of(items, evening):
            clock.move_to(moment)
            services.plan.start(item.uid)
        clock.move_to(evening.moment)
    return uid


def reviewing(database: Path, evening: Evening, clock: Clock) -> str:
    """The session on the morning after, with one question that has neither summary nor result."""
    clock.move_to(evening.at(9, 30, days=1))
    with workspace(database) as services:
        return _read(services, afterwards(evening), database)


def _read(services: Services, document: Document, database: Path) -> str:
    return services.documents.read(write(document, database.parent)).session_uid


def _backed_up(path: Path, moment: dt.datetime) -> None:
    """The age of a backup without a moment in its name is that of its file."""
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    path.rename(path.with_name("workspace_x.backup.db"))


def _course(services: Services, evening: Evening) -> None:
    """Two sessions of the training course, with a part of what was said each time."""
    said = [row["text"] for row in evening.document["statements"]]
    for weeks, share in ((3, 2), (6, 3)):
        date = evening.day - dt.timedelta(weeks=weeks)
        draft = SessionDraft(date=date, place="Familienzentrum Süd", guide_key=COURSE)
        uid = services.sessions.create(draft)
        items = services.views.plan_items(uid)
        for number, text in enumerate(said[:_COURSE_STATEMENTS:share]):
            item = items[number % len(items)]
            services.capture.record(StatementDraft(plan_item_uid=item.uid, text=text))
        services.sessions.set_state(uid, SessionState.CLOSED)


def _course_of(
    items: tuple[PlanItemView, ...], evening: Evening
) -> list[tuple[PlanItemView, dt.datetime]]:
    """The items up to the running one with their starts: the real ones, else as planned."""
    known = starts(evening)
    at = next(n for n, item in enumerate(items) if item.number == evening.running + 1)
    course, moment = [], evening.moment - dt.timedelta(minutes=5)
    for item in reversed(items[: at + 1]):
        moment = known.get(item.uid, moment)
        course.append((item, moment))
        moment -= dt.timedelta(minutes=max(item.minutes, 1))
    return course[::-1]
