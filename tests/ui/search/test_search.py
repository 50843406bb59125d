"""The popup on a real database: typing, paging, jumping, interrupting."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.incoming.statements import StatementDraft
from app.services.search import SearchHit
from app.texts import Texts
from tests.support.look import clipped, nameless
from tests.support.room import Room
from ui.messages import Messages
from ui.search.controller import PAGE, SearchController
from ui.search.popup import SearchPopup
from ui.tasks import Tasks
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("german")


class Case:
    """A window with a popup over it and two sessions below."""

    def __init__(self, qtbot: QtBot, theme: Theme, services: Services) -> None:
        self.qtbot = qtbot
        self.services = services
        self.rooms = [Room(services), Room(services)]
        self.window = QWidget()
        self.before = QPushButton("Arbeit")
        QVBoxLayout(self.window).addWidget(self.before)
        self.tasks = Tasks(Messages(Texts("de")), self.window)
        self.popup = SearchPopup(theme, self.window)
        self.search = SearchController(self.popup, services.search, self.tasks)
        self.tester = QAbstractItemModelTester(
            self.popup.model, QAbstractItemModelTester.FailureReportingMode.Fatal, self.popup
        )
        self.hits: list[SearchHit] = []
        self.search.chosen.connect(self.hits.append)
        qtbot.addWidget(self.window)
        self.window.resize(1000, 700)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.before.setFocus()

    def say(self, room: int, *texts: str) -> None:
        item = self.rooms[room].question(4).uid
        for text in texts:
            self.services.capture.record(StatementDraft(plan_item_uid=item, text=text))

    def type(self, text: str) -> None:
        self.popup.field.clear()
        self.qtbot.keyClicks(self.popup.field, text)
        self.qtbot.waitUntil(lambda: self.search._query is not None)
        self.qtbot.waitUntil(self.settled)

    def settled(self) -> bool:
        query = self.search._query
        asked = query is not None and query.text == self.popup.field.text().strip()
        return asked and not self.tasks.busy and self.search._next is None

    @property
    def texts(self) -> list[str]:
        return [row.text for row in self.popup.model.rows()]


@pytest.fixture
def case(qtbot: QtBot, theme: Theme, services: Services) -> Iterator[Case]:
    made = Case(qtbot, theme, services)
    yield made
    made.tasks.wait()


def test_typing_finds_newest_first(case: Case) -> None:
    case.say(0, "Die Straße ist laut", "In der STRASSE", "Kein Treffer")
    case.search.open(everywhere=True, session_uid="")
    case.type("strasse")
    assert case.texts == ["In der STRASSE", "Die Straße ist laut"]
    assert case.popup.count.text() == "2 Treffer"
    case.type("laut")
    assert case.popup.count.text() == "1 Treffer"
    case.type("unauffindbar")
    assert (case.texts, case.popup.count.text()) == ([], "keine Treffer")


def test_an_empty_field_shows_nothing(case: Case) -> None:
    case.say(0, "Text")
    case.search.open(everywhere=True, session_uid="")
    case.type("text")
    case.popup.field.clear()
    case.qtbot.waitUntil(lambda: case.popup.count.text() == "")
    assert case.texts == []


def test_in_this_session_or_everywhere(case: Case) -> None:
    case.say(0, "Quartier eins")
    case.say(1, "Quartier zwei")
    case.search.open(everywhere=False, session_uid=case.rooms[0].uid)
    case.type("quartier")
    assert case.texts == ["Quartier eins"]
    case.popup.everywhere.click()
    case.qtbot.waitUntil(lambda: len(case.texts) == 2)
    case.popup.close_popup()
    case.search.open(everywhere=True, session_uid="")
    assert not case.popup.here.isVisible()


def test_further_pages_come_by_scrolling_and_all_are_counted(case: Case) -> None:
    case.say(0, *(f"Treffer Nummer {number}" for number in range(PAGE + 7)))
    case.search.open(everywhere=True, session_uid="")
    case.type("treffer")
    assert case.popup.count.text() == f"{PAGE + 7} Treffer"
    assert len(case.texts) == PAGE
    bar = case.popup.hits.verticalScrollBar()
    bar.setValue(bar.maximum())
    case.qtbot.waitUntil(lambda: len(case.texts) == PAGE + 7)
    assert case.texts[0] == f"Treffer Nummer {PAGE + 6}"
    assert case.texts[-1] == "Treffer Nummer 0"


def test_arrows_choose_and_enter_jumps(case: Case) -> None:
    case.say(0, "eins gesagt", "zwei gesagt", "drei gesagt")
    case.search.open(everywhere=True, session_uid="")
    case.type("gesagt")
    case.qtbot.keyClick(case.popup.field, Qt.Key.Key_Down)
    case.qtbot.keyClick(case.popup.field, Qt.Key.Key_Return)
    assert [hit.text for hit in case.hits] == ["zwei gesagt"]
    assert case.hits[0].session_uid == case.rooms[0].uid
    assert not case.popup.isVisible()


def test_enter_without_hits_does_nothing(case: Case) -> None:
    case.search.open(everywhere=True, session_uid="")
    case.type("nichts")
    case.qtbot.keyClick(case.popup.field, Qt.Key.Key_Return)
    assert case.hits == []
    assert case.popup.isVisible()


def test_a_click_on_a_hit_jumps(case: Case) -> None:
    case.say(0, "eins gesagt", "zwei gesagt")
    case.search.open(everywhere=True, session_uid="")
    case.type("gesagt")
    point = case.popup.hits.box_of(1).center()
    case.qtbot.mouseClick(case.popup.hits.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [hit.text for hit in case.hits] == ["eins gesagt"]


def test_esc_closes_and_gives_the_focus_back(case: Case) -> None:
    case.search.open(everywhere=True, session_uid="")
    assert QApplication.focusWidget() is case.popup.field
    case.qtbot.keyClick(case.popup.field, Qt.Key.Key_Escape)
    assert not case.popup.isVisible()
    assert QApplication.focusWidget() is case.before


def test_a_click_beside_the_card_closes(case: Case) -> None:
    case.search.open(everywhere=True, session_uid="")
    case.qtbot.mouseClick(case.popup, Qt.MouseButton.LeftButton, pos=case.popup.rect().bottomLeft())
    assert not case.popup.isVisible()


def test_tab_stays_inside(case: Case) -> None:
    case.search.open(everywhere=True, session_uid=case.rooms[0].uid)
    seen = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        case.qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert all(case.popup.isAncestorOf(widget) for widget in seen)
    assert seen[0] is seen[4]


def test_only_the_answer_to_the_newest_query_is_shown(case: Case) -> None:
    case.say(0, "alpha eins", "beta zwei")
    case.search.open(everywhere=True, session_uid="")
    case.popup.queried.emit("alpha", True)
    case.popup.queried.emit("beta", True)
    case.qtbot.waitUntil(lambda: not case.tasks.busy and bool(case.texts))
    assert case.texts == ["beta zwei"]


def test_closing_while_it_searches_leaves_nothing_running(case: Case) -> None:
    case.say(0, "alpha")
    case.search.open(everywhere=True, session_uid="")
    case.popup.queried.emit("alpha", True)
    case.popup.close_popup()
    case.qtbot.waitUntil(lambda: not case.tasks.busy)
    assert case.texts == []


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_and_everything_has_a_name(case: Case, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    case.search.open(everywhere=True, session_uid=case.rooms[0].uid)
    QApplication.processEvents()
    assert clipped(case.popup) == []
    assert nameless(case.popup) == []
