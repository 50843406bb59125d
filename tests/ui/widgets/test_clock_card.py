"""The clock: words and colours by phase, and nothing else repaints each second."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.schedule import Clock, Phase
from ui.theme import Theme
from ui.widgets.clock_card import ClockCard, PlanStatus


def clock(elapsed: int, minutes: int = 15) -> Clock:
    """The time of an item after so many seconds."""
    remaining = dt.timedelta(minutes=minutes, seconds=-elapsed)
    phase = Phase.NORMAL
    if remaining < dt.timedelta():
        phase = Phase.OVER
    elif remaining <= dt.timedelta(minutes=minutes) * 0.2:
        phase = Phase.SOON
    return Clock(dt.timedelta(seconds=elapsed), remaining, phase)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, german: None) -> ClockCard:
    made = ClockCard(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("elapsed", "digits", "word"),
    [(247, "10:53", "noch"), (740, "02:40", "noch, bald um"), (980, "+01:20", "darüber")],
)
def test_digits_and_words(card: ClockCard, elapsed: int, digits: str, word: str) -> None:
    card.face.show_clock(clock(elapsed), 15)
    assert card.face.text() == digits
    assert card.face.word() == word


def test_an_item_that_has_not_begun_shows_its_minutes(card: ClockCard) -> None:
    card.face.show_clock(None, 15)
    assert (card.face.text(), card.face.word()) == ("15:00", "geplant")


def test_an_item_without_minutes_counts_up(card: ClockCard) -> None:
    card.face.show_clock(Clock(dt.timedelta(seconds=65), None, Phase.NORMAL), 0)
    assert (card.face.text(), card.face.word()) == ("01:05", "seit")


def test_the_status_stands_in_words(card: ClockCard) -> None:
    card.show_status(PlanStatus("3 min hinter dem Plan", "open", "clock", "Ende etwa 19:18"))
    assert card.status.isVisible()
    card.show_status(None)
    assert not card.status.isVisible()


class _Painted(QObject):
    """Which widgets were painted."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self.names: list[str] = []
        for widget in (root, *root.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.append(type(watched).__name__)
        return False


def _repainted_by(card: ClockCard, *clocks: Clock) -> set[str]:
    status = PlanStatus("Im Plan", "settled", "circle-check", "Ende etwa 19:15")
    card.show_status(status)
    _let_paint()
    watcher = _Painted(card)
    for time in clocks:
        card.face.show_clock(time, 15)
        card.show_status(status)
        _let_paint()
    return set(watcher.names)


def _let_paint() -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_a_second_repaints_the_face_only(card: ClockCard) -> None:
    card.face.show_clock(clock(246), 15)
    painted = _repainted_by(card, clock(247), clock(248), clock(249))
    # Qt asks the parent to paint the ground below a transparent child: the card itself, no label.
    assert "ClockFace" in painted
    assert painted <= {"ClockFace", "ClockCard"}


def test_another_status_is_noticed_by_the_test_above(qtbot: QtBot, card: ClockCard) -> None:
    watcher = _Painted(card)
    card.show_status(PlanStatus("1 min hinter dem Plan", "open", "clock"))
    qtbot.waitUntil(lambda: bool({"QLabel", "ElidedLabel"} & set(watcher.names)))


def test_the_accessible_name_changes_with_the_minute(card: ClockCard) -> None:
    card.face.show_clock(clock(247), 15)
    said = card.face.accessibleName()
    card.face.show_clock(clock(248), 15)
    assert card.face.accessibleName() == said == "10 Minuten, noch"
    card.face.show_clock(clock(302), 15)
    assert card.face.accessibleName() == "09 Minuten, noch"
