"""A session being led in a real window on a real database."""

import datetime as dt

import pytest

from app.bootstrap import Services
from app.domain.statements import StatementView
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.room import Room
from ui.live.controller import LiveController
from ui.live.page import LivePage
from ui.pages import Step


class Clock:
    """A time that goes on when the test says so."""

    def __init__(self) -> None:
        self.moment = dt.datetime.now(dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.moment

    def go_on(self, **time: float) -> None:
        self.moment += dt.timedelta(**time)


class Live:
    """The live page with its room; keys go where the focus is."""

    def __init__(self, desk: Desk, room: Room) -> None:
        self.desk = desk
        self.room = room
        self.clock = Clock()
        self.place = self.open()
        self.place.clock.now = self.clock

    def open(self) -> LiveController:
        self.place = self.desk.open(self.room.uid, Step.LIVE, LiveController)
        return self.place

    @property
    def page(self) -> LivePage:
        page = self.place.page
        assert isinstance(page, LivePage)
        return page

    @property
    def services(self) -> Services:
        return self.desk.services

    @property
    def line(self) -> str:
        return self.page.entry.edit.line.text

    def run(self, question: int) -> None:
        """Let a question run."""
        self.place.start(self.room.question(question).uid)

    def enter(self, text: str) -> None:
        """Type a line and record it."""
        type_text(text)
        press("Return")

    def statements(self, question: int) -> tuple[StatementView, ...]:
        return self.services.views.statements(self.room.uid, self.room.question(question).uid)

    def shown(self) -> list[str]:
        """The texts in the list."""
        return [row.text for row in self.place.statements.model.rows()]

    def draft(self) -> str:
        """What the drafts would bring back."""
        self.services.drafts.flush()
        payload = self.services.drafts.load(self.room.uid).get("entry")
        return payload.text if payload else ""


@pytest.fixture
def room(services: Services) -> Room:
    return Room(services)


@pytest.fixture
def live(german: None, desk: Desk, room: Room) -> Live:
    """A planned session on the live page."""
    return Live(desk, room)


@pytest.fixture
def running(live: Live) -> Live:
    """Question 4 runs."""
    live.run(4)
    return live
