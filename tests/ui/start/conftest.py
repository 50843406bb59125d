"""The start page in the window, on a day of our own choosing."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionDraft
from app.domain.vocabulary import SessionState
from tests.support.desk import Desk
from ui.start.controller import StartController
from ui.start.page import StartPage

NOW = dt.datetime(2026, 11, 20, 8, 14, tzinfo=dt.UTC)
"""09:14 in Berlin on Friday, 20 November 2026."""

TODAY = dt.date(2026, 11, 20)

StartAt = Callable[[], StartController]
AddSession = Callable[..., str]


@pytest.fixture
def start(desk: Desk, german: None) -> StartAt:
    """Shows the start page on the given day, filled."""

    def show() -> StartController:
        controller = StartController(
            StartPage(desk.theme), desk.services.texts, desk.frame, now=_now, parent=desk.window
        )
        desk.frame.start_with(partial(_given, controller))
        desk.frame.show_start()
        desk.settle()
        return controller

    return show


@pytest.fixture
def add_session(services: Services) -> AddSession:
    """Adds a session some days away, in a state."""

    def add(
        title: str, days: int = 0, state: SessionState = SessionState.PLANNED, place: str = "Saal"
    ) -> str:
        draft = SessionDraft(
            date=TODAY + dt.timedelta(days=days),
            title=title,
            place=place,
            start_time=dt.time(16, 15),
        )
        uid = services.sessions.create(draft)
        if state is not SessionState.PLANNED:
            services.sessions.set_state(uid, state)
        return uid

    return add


def _now() -> dt.datetime:
    return NOW


def _given(controller: StartController) -> StartController:
    return controller
