"""Three hours with twenty people in the real window, from the check-in to the printed minutes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from app.domain.plan import PlanItemView
from tests.evening import actions as act
from tests.evening import checks
from tests.evening.actions import Event
from tests.evening.driver import ZONE, Evening
from tests.evening.expected import Expected, Reader
from tests.evening.printed import Minutes
from tests.evening.script import EVENING, INVITED, ON_REQUEST, PLACE, TABLES
from tests.support.real_window import services_of
from ui.room.screens import Screens

REQUESTS, STATEMENTS, PEOPLE = 60, 120, 20
"""What an evening of three hours has at least."""


@pytest.fixture
def evening(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Evening]:
    """An empty machine, its screens as the script has them; real ones: ``tests.xserver``."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with ExitStack() as windows:
        made = Evening(tmp_path, dt.datetime.now(ZONE).date(), windows)
        monkeypatch.setattr(Screens, "places", lambda _screens: made.screens)
        yield made


def test_the_script_is_an_evening() -> None:
    expected = Reader().read(EVENING)
    said = sum(len(item.said) for item in expected.items.values())
    assert sum(isinstance(event.do, act.Ask) for event in EVENING) >= REQUESTS
    assert said >= STATEMENTS
    assert len(expected.present) == PEOPLE


def test_an_evening_as_it_stands_in_the_minutes(evening: Evening, tmp_path: Path) -> None:
    evening.prepare(PLACE, INVITED, TABLES)
    for event in EVENING:
        evening.play(event)
    expected = Reader().read(EVENING)
    checks.check_stored(services_of(evening.program), evening.session_uid, expected)
    full, sheet = tmp_path / "verlauf.docx", tmp_path / "ergebnisblatt.docx"
    evening.save(full, kind="Verlaufsprotokoll", choices=("Dauer: Plan und Ist",))
    evening.save(sheet, kind="Ergebnisblatt")
    items = services_of(evening.program).views.plan_items(evening.session_uid)
    papers = Papers(Minutes(full), Minutes(sheet), items)
    papers.check(expected)
    assert evening.files_with(*ON_REQUEST) == []
    unnoticed = [name for name, other in _other_evenings() if not papers.tell_from(other)]
    assert unnoticed == []


class Papers:
    """What was saved at the end."""

    def __init__(self, full: Minutes, sheet: Minutes, items: Sequence[PlanItemView]) -> None:
        self._full = full
        self._sheet = sheet
        self._headings = {item.title: item.text or item.title for item in items}
        self._numbers = {item.title: item.number for item in items}
        self._planned = {item.title: item.minutes for item in items}

    def check(self, expected: Expected) -> None:
        """All of it is as it has to be."""
        checks.check_course(self._full, expected, self._headings)
        checks.check_people(self._full, expected)
        checks.check_times(self._full, expected, self._planned)
        checks.check_steps(self._full, expected)
        checks.check_parked(self._full, expected, self._numbers)
        checks.check_results(self._sheet, expected)
        checks.check_silence(self._sheet, expected)

    def tell_from(self, other: Expected) -> bool:
        """Whether they are noticed to be no papers of another evening."""
        try:
            self.check(other)
        except AssertionError:
            return True
        return False


def _other_evenings() -> Iterator[tuple[str, Expected]]:
    """Evenings that were not this one: the comparison has to notice each."""

    def changed(*changes: tuple[Event, Event | None]) -> Expected:
        other: dict[Event, Event | None] = dict(changes)
        events = (other.get(event, event) for event in EVENING)
        return Reader().read(event for event in events if event)

    def last(kind: type) -> Event:
        return next(event for event in reversed(EVENING) if isinstance(event.do, kind))

    said, moved = last(act.Say), last(act.GoOn)
    yield "a statement is missing", changed((said, None))
    yield "it was said a minute later", changed((said, replace(said, at=said.at + 60)))
    yield "an item began later", changed((moved, replace(moved, at=moved.at + 60)))
    yield "a step is missing", changed((last(act.Step), None))
    yield "nobody left", changed((last(act.CheckIn), None))
    yield "all was on the record", changed((last(act.OffRecord), None))
    yield "a name was left", changed((last(act.Unnamed), None))
    yield "nothing was removed", changed((last(act.Remove), None))
    yield "nothing was put off", changed((last(act.Park), None))
    yield "no hands were counted", changed((last(act.Hands), None))
    yield "nobody disagreed", changed((last(act.Agree), None))
    yield "nothing was read back", changed((last(act.ReadBack), None))
    pauses = [event for event in EVENING if event.do == act.Press("Alt+P")]
    yield "there was no pause", changed(*((pause, None) for pause in pauses))
    for name, fields in (("by another", {"who": INVITED[1]}), ("no result", {"result": False})):
        lines = [(event, event.do) for event in EVENING if isinstance(event.do, act.Say)]
        others = [(event, replace(say, **fields)) for event, say in lines]
        yield name, changed(*((event, replace(event, do=other)) for event, other in others))
