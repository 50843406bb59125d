"""The window on the projector: where it opens, that it takes no keyboard, that it returns."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.keyboard import focus, press, type_text
from tests.support.screens import LAPTOP, PROJECTOR
from tests.ui.frame.plain_frame import PlainStart
from tests.ui.room.conftest import Wall
from ui.pages import Step
from ui.room.look import RoomLook
from ui.room.message import MessageDialog
from ui.room.screens import projector
from ui.room.window import RoomWindow

MIRRORED = (
    "Der Beamer zeigt womöglich dasselbe wie dieser Bildschirm. Windows-Taste + P, dann Erweitern."
)
OTHER = QRect(0, 768, 1024, 768)


@pytest.mark.parametrize(
    ("places", "cockpit", "expected"),
    [
        ([LAPTOP, PROJECTOR], QRect(0, 0, 1366, 768), PROJECTOR),
        ([PROJECTOR, LAPTOP], QRect(100, 80, 900, 600), PROJECTOR),
        ([LAPTOP, PROJECTOR], QRect(1400, 50, 900, 600), LAPTOP),
        ([LAPTOP, PROJECTOR], QRect(1000, 0, 900, 700), LAPTOP),
        ([LAPTOP, PROJECTOR, OTHER], QRect(0, 0, 1366, 768), PROJECTOR),
        ([LAPTOP], QRect(0, 0, 1366, 768), None),
        ([LAPTOP, LAPTOP], QRect(0, 0, 1366, 768), None),
        ([LAPTOP, QRect(0, 0, 1280, 720)], QRect(0, 0, 1366, 768), None),
        ([], QRect(0, 0, 1366, 768), None),
    ],
)
def test_the_room_never_gets_the_screen_of_the_cockpit(
    places: list[QRect], cockpit: QRect, expected: QRect | None
) -> None:
    assert projector(places, cockpit) == expected


def test_it_opens_on_the_second_screen_and_the_keyboard_stays(wall: Wall) -> None:
    type_text("Ein angefangener ")
    wall.screens.plug(PROJECTOR)
    press("F5")
    wall.settle()
    assert wall.is_seen()
    assert wall.desk.projection is not None
    assert wall.desk.projection.place == PROJECTOR
    assert focus() is wall.live.page.entry.edit
    type_text("Satz")
    assert wall.live.line == "Ein angefangener Satz"
    press("F5")
    assert not wall.is_seen()
    assert wall.live.line == "Ein angefangener Satz"


def test_a_window_that_kept_the_keyboard_would_be_noticed(wall: Wall, qtbot: QtBot) -> None:
    greedy = RoomWindow(RoomLook())
    qtbot.addWidget(greedy)
    greedy.show_on(PROJECTOR)
    wall.settle()
    assert QApplication.activeWindow() is greedy  # offscreen every new window gets it


def test_with_one_screen_it_does_not_open_but_says_what_to_do(wall: Wall) -> None:
    press("F5")
    wall.settle()
    assert not wall.is_seen()
    assert wall.desk.is_on
    assert wall.notice == MIRRORED
    assert wall.desk.card.state() == "noch kein Beamer"
    wall.screens.plug(PROJECTOR)
    wall.settle()
    assert wall.is_seen()
    assert wall.notice == ""
    assert wall.desk.card.state() == "wird gezeigt"


def test_what_else_the_band_says_stays_when_the_projector_comes(wall: Wall) -> None:
    press("F5")
    wall.live.desk.messages.warn("Der Akku ist fast leer.")
    wall.screens.plug(PROJECTOR)
    wall.settle()
    assert wall.is_seen()
    assert wall.notice == "Der Akku ist fast leer."


def test_the_projector_goes_and_comes_back(wall: Wall) -> None:
    wall.show()
    type_text("Mitten im ")
    wall.screens.plug()
    assert not wall.is_seen()  # at once: Qt would move it over the cockpit
    wall.settle()
    assert wall.notice.startswith("Der Beamer ist weg.")
    type_text("Satz")
    wall.screens.plug(PROJECTOR)
    wall.settle()
    assert wall.is_seen()
    assert wall.live.line == "Mitten im Satz"
    assert focus() is wall.live.page.entry.edit


def test_another_resolution_moves_it(wall: Wall) -> None:
    wall.show()
    smaller = QRect(1366, 0, 1024, 768)
    wall.screens.plug(smaller)
    wall.settle()
    assert wall.desk.projection is not None
    assert wall.desk.projection.place == smaller
    assert wall.is_seen()
    assert wall.notice == ""


def test_a_cockpit_dragged_to_the_projector_swaps_with_it(wall: Wall) -> None:
    wall.show()
    wall.live.desk.window.move(PROJECTOR.topLeft())
    wall.settle()
    assert wall.desk.projection is not None
    assert wall.desk.projection.place == LAPTOP


def test_the_projector_vanishes_in_the_middle_of_a_transition(wall: Wall) -> None:
    """While an item begins, a message is typed, and something is being written."""
    wall.show()
    wall.desk.switch("statements")
    press("Ctrl+F5")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MessageDialog)
    type_text("Gleich geht es")
    wall.screens.plug()
    assert QApplication.activeModalWidget() is dialog
    type_text(" weiter")
    press("Return")
    wall.live.run(2)
    wall.screens.plug(PROJECTOR)
    wall.live.enter("Ein Beitrag")
    wall.screens.plug()
    wall.screens.plug(PROJECTOR)
    wall.settle()
    assert wall.is_seen()
    assert "Ein Beitrag" in wall.text
    assert [s.text for s in wall.live.statements(2)] == ["Ein Beitrag"]


def test_it_stays_while_another_step_is_shown_and_ends_with_the_session(wall: Wall) -> None:
    wall.show()
    wall.live.desk.frame.go_to(Step.PREPARE)
    assert wall.is_seen()
    wall.live.desk.frame.start_with(PlainStart)
    wall.live.desk.frame.go_home()
    assert not wall.is_seen()
    assert not wall.desk.is_on


def test_the_desktop_closes_it_then_it_is_off(wall: Wall) -> None:
    wall.show()
    assert wall.desk.projection is not None
    wall.desk.projection.window.close()
    assert not wall.desk.is_on
    press("F5")
    wall.settle()
    assert wall.is_seen()


@pytest.mark.parametrize(("key", "is_on", "is_black"), [("B", True, True), ("Esc", False, False)])
def test_its_own_keys_if_it_has_the_keyboard_all_the_same(
    wall: Wall, key: str, is_on: bool, is_black: bool
) -> None:
    wall.show()
    assert wall.desk.projection is not None
    wall.live.desk.press(key, to=wall.desk.projection.window)
    assert (wall.desk.is_on, wall.desk.wishes.black) == (is_on, is_black)


def test_it_goes_with_the_window_of_the_program(wall: Wall) -> None:
    wall.show()
    wall.live.desk.window.close()
    assert not wall.is_seen()
    assert not [
        w for w in QApplication.topLevelWidgets() if isinstance(w, RoomWindow) and w.isVisible()
    ]
