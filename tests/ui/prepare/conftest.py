"""Vorbereiten in the window, for a session of Friday, 20 November 2026."""

import datetime as dt
from collections.abc import Callable

import pytest

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionDraft
from app.domain.plan import PlanItemView
from tests.support.desk import Desk
from ui.pages import Step
from ui.prepare.controller import PrepareController

DAY = dt.date(2026, 11, 20)
ON_ITS_DAY = dt.datetime(2026, 11, 20, 8, 14, tzinfo=dt.UTC)
BEFORE = dt.datetime(2026, 11, 3, 8, 14, tzinfo=dt.UTC)

Items = Callable[[], dict[str, PlanItemView]]


@pytest.fixture
def session_uid(services: Services) -> str:
    """A session with the whole built-in plan, 16:15 to 19:15."""
    draft = SessionDraft(
        date=DAY, title="Lindenviertel", place="Gemeindehaus", start_time=dt.time(16, 15)
    )
    return services.sessions.create(draft)


@pytest.fixture
def prepare(desk: Desk, german: None, session_uid: str) -> PrepareController:
    """The page, before the day of the session."""
    place = desk.open(session_uid, Step.PREPARE, PrepareController)
    desk.wait_for(desk.window.isActiveWindow)
    place._now = _before
    place.open_session(session_uid)
    return place


@pytest.fixture
def items(services: Services, session_uid: str) -> Items:
    """The stored plan by title."""

    def read() -> dict[str, PlanItemView]:
        return {item.title: item for item in services.views.plan_items(session_uid)}

    return read


def _before() -> dt.datetime:
    return BEFORE
