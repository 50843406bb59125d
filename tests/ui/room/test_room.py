"""The room view at work: what it shows of a session that is led, and the keys."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.domain.incoming.people import ParticipantChanges
from app.domain.vocabulary import NamingLevel, PlanItemKind
from tests.support.keyboard import press, type_text
from tests.support.room import Room
from tests.support.screens import PROJECTOR
from tests.ui.room.conftest import Wall
from ui.live.controller import LiveController
from ui.pages import Step
from ui.room.board import Board
from ui.room.clock import RoomClock
from ui.room.look import RoomLook
from ui.room.message import MessageDialog
from ui.room.stage import Black, Stage


def _stage(wall: Wall) -> Stage:
    assert wall.desk.projection is not None
    return wall.desk.projection.window.stage


def _clock(wall: Wall) -> RoomClock:
    return _stage(wall).board.clock


def test_question_and_clock_are_what_the_room_sees_first(wall: Wall) -> None:
    wall.show()
    wall.live.enter("Ein Beitrag")
    wall.settle()
    assert "Leitfrage 1 von 8" in wall.texts
    assert "Warum ist die Quartiers- und Sozialraumperspektive relevant für Sie?" in wall.text
    assert "Ein Beitrag" not in wall.text
    assert _clock(wall).text() == "15:00"
    assert _clock(wall).words() == ("noch", "von 15 Minuten")
    assert "Leitfrage 2: Anlass um" in wall.text


def test_the_next_item_follows(wall: Wall) -> None:
    wall.show()
    press("Ctrl+PgDown")
    wall.settle()
    assert "Leitfrage 2 von 8" in wall.texts
    assert "Was war der Anlass?" in wall.text


def test_the_room_reads_along_without_names(wall: Wall) -> None:
    wall.show()
    wall.desk.switch("statements")
    wall.live.enter("kw: Das meint auch Herr Öztürk")
    wall.settle()
    assert "Zuletzt festgehalten" in wall.texts
    assert "Das meint auch Nachbarschaftshilfe e. V." in wall.text
    assert "Weiß" not in wall.text
    press("F8")
    wall.settle()
    assert "Das meint auch" not in wall.text


def test_off_the_record_the_room_reads_nothing(wall: Wall) -> None:
    wall.show()
    wall.desk.switch("statements")
    wall.live.enter("Das bitte nicht")
    wall.settle()
    assert "Das bitte nicht" in wall.text
    press("Alt+O")
    wall.settle()
    assert "Das bitte nicht" not in wall.text
    press("Alt+O")
    wall.settle()
    assert "Das bitte nicht" in wall.text


def test_a_person_who_may_be_named_is(wall: Wall) -> None:
    wall.live.services.people.update(
        wall.live.room.people[1], ParticipantChanges(naming=NamingLevel.NAME)
    )
    wall.show()
    wall.desk.switch("statements")
    wall.live.enter("Das meint auch Herr Öztürk")
    wall.settle()
    assert "Das meint auch Herr Öztürk" in wall.text


def test_the_prompt_is_the_one_of_the_cockpit(wall: Wall) -> None:
    wall.show()
    wall.desk.switch("prompt")
    prompts = wall.live.page.heading.prompts
    assert prompts.text() in wall.text
    before = prompts.text()
    press("Alt+N")
    assert before not in wall.text
    assert prompts.text() in wall.text


def test_the_speakers_list_if_wanted(wall: Wall) -> None:
    wall.show()
    speakers, uid = wall.live.services.speakers, wall.live.room.uid
    for person in wall.live.room.people:
        speakers.request(uid, person)
    speakers.give_floor(uid)
    wall.settle()
    assert "St. Lukas" not in wall.text
    wall.desk.switch("speakers")
    assert "Kirchengemeinde St. Lukas" in wall.texts
    said = wall.desk.card.preview.accessibleDescription()
    assert "danach Nachbarschaftshilfe e. V., eine teilnehmende Person" in said


def test_black_by_a_key_of_the_entry_line(wall: Wall) -> None:
    wall.show()
    type_text("Brot und ")
    press("Alt+B")
    assert isinstance(_stage(wall).currentWidget(), Black)
    assert wall.desk.card.state() == "schwarz"
    type_text("Butter")
    press("Alt+B")
    assert isinstance(_stage(wall).currentWidget(), Board)
    assert wall.live.line == "Brot und Butter"
    assert wall.desk.card.state() == "wird gezeigt"


def test_b_in_the_preview(wall: Wall) -> None:
    wall.show()
    wall.desk.card.preview.setFocus()
    press("B")
    assert isinstance(_stage(wall).currentWidget(), Black)
    assert isinstance(wall.desk.card.stage.currentWidget(), Black)
    press("B")
    assert isinstance(_stage(wall).currentWidget(), Board)
    press("Return")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_a_message_until_another_item_begins(wall: Wall) -> None:
    wall.show()
    press("Ctrl+F5")
    assert isinstance(QApplication.activeModalWidget(), MessageDialog)
    type_text("Bitte kommen Sie ans Fenster")
    press("Return")
    assert wall.text == "Strategiegespräch Quartier Lindenviertel Bitte kommen Sie ans Fenster"
    assert _clock(wall).isHidden()
    wall.live.run(2)
    wall.settle()
    assert "Was war der Anlass?" in wall.text


def test_the_same_key_takes_the_message_away(wall: Wall) -> None:
    wall.show()
    wall.desk.show_message("Pause im Garten")
    press("Ctrl+F5")
    assert "Leitfrage 1 von 8" in wall.texts


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_message_shows_nothing(wall: Wall, typed: str) -> None:
    wall.show()
    press("Ctrl+F5")
    type_text(typed)
    press("Return")
    assert "Leitfrage 1 von 8" in wall.texts
    assert wall.desk.wishes.message == ""


def test_a_break_counts_down_to_when_it_goes_on(wall: Wall) -> None:
    pause = next(i for i in wall.live.room.items if i.kind is PlanItemKind.BREAK)
    wall.show()
    wall.live.clock.moment = dt.datetime(2026, 11, 22, 17, 3, 20, tzinfo=dt.UTC)
    wall.live.place.start(pause.uid)
    wall.settle()
    assert "Weiter um 18:18 Uhr" in wall.texts  # in Berlin
    wall.live.clock.go_on(minutes=5)
    wall.desk.tick()
    assert _clock(wall).text() == "10:00"
    press("Alt+P")
    wall.settle()
    assert "Weiter um" not in wall.text
    assert _clock(wall).words()[0] == "die Uhr steht"


def test_the_clock_says_in_words_that_time_is_up(wall: Wall) -> None:
    wall.show()
    wall.live.clock.go_on(minutes=13)
    wall.desk.tick()
    assert _clock(wall).words()[0] == "bald zu Ende, noch"
    wall.live.clock.go_on(minutes=3)
    wall.desk.tick()
    assert _clock(wall).words()[0] == "über der Zeit"
    assert _clock(wall).text() == "+01:00"


class _Painted(QObject):
    """Which widgets are painted, anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.append(watched)
        return False


def _amid_a_minute(wall: Wall) -> None:
    """With a new minute the next item may start at another time."""
    wall.live.clock.moment = wall.live.clock.moment.replace(second=10) + dt.timedelta(minutes=1)
    wall.desk.tick()


def _painted_by_a_second(wall: Wall) -> set[QWidget]:
    wall.settle()
    wall.live.desk.qtbot.wait(50)
    painted = _Painted()
    wall.live.clock.go_on(seconds=1)
    wall.desk.tick()
    wall.live.desk.qtbot.wait(50)
    painted.deleteLater()
    windows = (_stage(wall).window(), wall.desk.card)
    return {w for w in painted.widgets if any(each.isAncestorOf(w) for each in windows)}


def test_a_second_paints_only_the_clocks(wall: Wall) -> None:
    wall.show()
    _amid_a_minute(wall)
    assert _painted_by_a_second(wall) == {_clock(wall), wall.desk.card.stage.board.clock}


def test_a_board_that_is_painted_with_each_second_would_be_noticed(wall: Wall) -> None:
    wall.show()
    _amid_a_minute(wall)
    _clock(wall).setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
    assert _stage(wall).board in _painted_by_a_second(wall)


def test_another_session_begins_with_question_and_clock(wall: Wall) -> None:
    wall.show()
    wall.desk.switch("statements")
    other = Room(wall.live.services)
    wall.live.desk.open(other.uid, Step.LIVE, LiveController)
    assert not wall.desk.is_on
    wall.desk.open()
    wall.settle()
    assert not wall.desk.wishes.statements
    assert wall.text == "Strategiegespräch Quartier Lindenviertel"


def test_the_menu_switches_everything(wall: Wall) -> None:
    wall.show()
    entries = {a.text().partition("\t")[0]: a for a in wall.desk.menu.make().actions()}
    checked = [text for text, action in entries.items() if action.isChecked()]
    assert checked == ["Auf dem Beamer zeigen", "Uhr"]
    for text in (
        "Nachfrage",
        "Redeliste",
        "Mitlesen: Beiträge, wie sie festgehalten werden",
        "Uhr",
    ):
        entries[text].trigger()
    wishes = wall.desk.wishes
    assert (wishes.prompt, wishes.speakers, wishes.statements, wishes.clock) == (True,) * 3 + (
        False,
    )
    assert _clock(wall).isHidden()
    entries["Dunkler Grund"].trigger()
    assert wall.desk.look.is_dark
    assert wall.live.desk.settings.flag("room_dark", default=False)


def test_the_menu_opens_with_the_button_and_with_a_key(wall: Wall) -> None:
    wall.live.desk.window.session_bar.room.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    wall.settle()
    press("Shift+F5")
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    press("Esc")


def test_the_button_is_there_only_while_leading(wall: Wall) -> None:
    bar = wall.live.desk.window.session_bar
    assert bar.room.isVisible()
    wall.live.desk.frame.go_to(Step.REVIEW)
    assert not bar.room.isVisible()


# -- another content ------------------------------------------------------------------------------


class _Results(QWidget):
    """What somebody else puts in."""

    def __init__(self, look: RoomLook) -> None:
        super().__init__()
        self.look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.color("surface"))


def test_another_content_stands_on_the_projector_and_in_the_preview(wall: Wall) -> None:
    wall.live.place.room.show_content(_Results)
    wall.show()
    for stage in (_stage(wall), wall.desk.card.stage):
        assert isinstance(stage.currentWidget(), _Results)
    press("Alt+B")
    assert isinstance(_stage(wall).currentWidget(), Black)
    press("Alt+B")
    wall.desk.show_message("Kurz warten")
    assert isinstance(_stage(wall).currentWidget(), Board)
    press("Ctrl+F5")
    assert isinstance(_stage(wall).currentWidget(), _Results)
    wall.screens.plug()
    wall.screens.plug(PROJECTOR)
    wall.settle()
    assert isinstance(_stage(wall).currentWidget(), _Results)
    wall.live.place.room.take_content()
    assert isinstance(_stage(wall).currentWidget(), Board)


def test_off_the_record_the_statements_leave_the_wall(wall: Wall) -> None:
    wall.show()
    wall.desk.switch("statements")
    wall.live.enter("Ein Beitrag")
    wall.settle()
    assert "Ein Beitrag" in wall.text
    service, now = wall.live.services.off_record, wall.live.clock.moment
    service.begin(wall.live.room.question(1).uid, at=now)
    wall.settle()
    assert "Ein Beitrag" not in wall.text
    service.end(wall.live.room.uid, at=now)
    wall.settle()
    assert "Ein Beitrag" in wall.text
