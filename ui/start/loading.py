"""Reads what the start page shows; runs on a worker, for a workspace may hold much.

Imported when the services are there: it reaches the storage, which the first paint must not.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.bootstrap import Services
from app.domain.schedule import lay_out
from app.domain.series import SeriesView
from app.domain.sessions import DEFAULT_TIME_ZONE, SessionSummary
from ui.start.content import CardSource
from ui.start.overview import NextUp, findings, next_up


@dataclass(frozen=True, slots=True)
class StartData:
    """Everything on the page at one moment; ``now`` and ``backup`` are local times."""

    now: dt.datetime
    sessions: tuple[SessionSummary, ...]
    series: tuple[SeriesView, ...]
    card: CardSource | None
    backup: dt.datetime | None


def load(services: Services, now: dt.datetime) -> StartData:
    """Read it all; ``now`` is aware."""
    zone = ZoneInfo(DEFAULT_TIME_ZONE)
    local = now.astimezone(zone)
    sessions = services.views.sessions()
    up = next_up(sessions, local)
    backup = services.backups.last()
    return StartData(
        now=local,
        sessions=sessions,
        series=_recent_first(services.views.all_series(), sessions),
        card=None if up is None else _card(services, up),
        backup=None if backup is None else backup.astimezone(zone),
    )


def _card(services: Services, up: NextUp) -> CardSource:
    session = services.views.session(up.session.uid)
    items = services.views.plan_items(session.uid)
    schedule = lay_out(
        items,
        date=session.date,
        start=session.start_time,
        end=session.end_time,
        zone=session.time_zone,
    )
    people = services.views.participants(session.uid)
    found = findings(session, items, people, schedule)
    return CardSource(up, session, items, schedule, found)


def _recent_first(
    series: tuple[SeriesView, ...], sessions: tuple[SessionSummary, ...]
) -> tuple[SeriesView, ...]:
    """Real series that have sessions, the one with the latest session first."""
    latest: dict[str, dt.date] = {}
    for session in sessions:
        latest.setdefault(session.series_uid, session.date)
    real = [one for one in series if one.uid in latest and not one.is_example]
    return tuple(sorted(real, key=lambda one: latest[one.uid], reverse=True))
