"""A stack of cards at the keyboard: typed, sorted, recorded, never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.bootstrap import Services
from app.domain.vocabulary import SessionState
from app.services.photo_files import prepared
from tests.support.desk import Desk
from tests.support.pictures_made import coded, picture
from tests.support.room import Room
from ui.cards.dialog import CardsDialog
from ui.live.controller import LiveController
from ui.pages import Step
from ui.review.controller import ReviewController

pytestmark = pytest.mark.usefixtures("german")
Opened = Callable[[], CardsDialog]


@pytest.fixture
def room(services: Services) -> Room:
    made = Room(services)
    services.plan.start(made.question(2).uid)
    return made


@pytest.fixture
def opened(desk: Desk, room: Room) -> Opened:
    """Opens the dialog by its key while leading."""
    desk.open(room.uid, Step.LIVE, LiveController)

    def open_it() -> CardsDialog:
        back_in_the_window(desk)
        desk.press("Ctrl+Shift+K")
        return shown(desk)

    return open_it


def shown(desk: Desk) -> CardsDialog:
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), CardsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CardsDialog)
    desk.wait_for(dialog.line.hasFocus)
    desk.settle()
    return dialog


def back_in_the_window(desk: Desk) -> None:
    """As the desktop does when a dialog has closed."""
    desk.window.activateWindow()
    desk.wait_for(desk.window.isActiveWindow)


def type_group(desk: Desk, name: str) -> None:
    """The first letter opens the field for the name, Enter puts the card into the group."""
    desk.type(name[0])
    type_cards(desk, name[1:])


def said(room: Room) -> list[tuple[str, str]]:
    found = room.services.views.statements(room.uid, room.question(2).uid)
    return [(each.text, each.cluster) for each in found]


def rows(dialog: CardsDialog) -> list[str]:
    return [dialog.cards.item(n).text() for n in range(dialog.cards.count())]


def groups(dialog: CardsDialog) -> list[str]:
    return [dialog.groups.item(n).text() for n in range(dialog.groups.count())]


def type_cards(desk: Desk, *texts: str) -> None:
    for text in texts:
        desk.type(text)
        desk.press("Return")


def test_cards_are_typed_sorted_and_recorded_by_keys_alone(
    desk: Desk, room: Room, opened: Opened
) -> None:
    dialog = opened()
    type_cards(desk, "Bank", "Bus", "Zeit", "Garten")
    assert rows(dialog) == ["Bank", "Bus", "Zeit", "Garten"]
    assert QApplication.focusWidget() is dialog.line
    desk.press("Down", "Home")
    type_group(desk, "Orte")
    assert rows(dialog)[0] == "Bank  →  Orte"
    type_group(desk, "Wege")
    assert dialog.cards.currentRow() == 2
    assert groups(dialog) == ["1  Orte (1)", "2  Wege (1)", "0  ohne Gruppe (2)"]
    desk.press("Down", "1")
    assert rows(dialog)[3] == "Garten  →  Orte"
    assert dialog.confirm.text() == "4 Karten festhalten"
    dialog.confirm.click()
    assert said(room) == [("Zeit", ""), ("Bank", "Orte"), ("Garten", "Orte"), ("Bus", "Wege")]
    assert "4 Karten festgehalten." in band(desk)
    back_in_the_window(desk)
    desk.actions.get("session.undo").trigger()
    assert said(room) == []


def band(desk: Desk) -> str:
    return " ".join(each.text() for each in desk.window.band.findChildren(QLabel))


def test_a_card_is_reworded_removed_and_taken_out_of_its_group(desk: Desk, opened: Opened) -> None:
    dialog = opened()
    type_cards(desk, "Bank", "Bus")
    desk.press("Down", "Home")
    type_group(desk, "Orte")
    desk.press("Home", "0")
    assert rows(dialog) == ["Bank", "Bus"]
    desk.press("Home", "F2")
    desk.type(" am Platz")
    desk.press("Return")
    assert rows(dialog) == ["Bank am Platz", "Bus"]
    desk.press("Down", "Home", "Del")
    assert rows(dialog) == ["Bus"]
    desk.press("9")  # there is no ninth group
    assert rows(dialog) == ["Bus"]
    desk.press("Esc")
    assert QApplication.focusWidget() is dialog.line


def test_a_group_gets_another_name(desk: Desk, opened: Opened) -> None:
    dialog = opened()
    type_cards(desk, "Bank")
    desk.press("Down")
    type_group(desk, "Orte")
    dialog.groups.setFocus()
    desk.press("Home", "F2")
    type_cards(desk, "Treffpunkte")
    assert rows(dialog) == ["Bank  →  Treffpunkte"]
    assert groups(dialog)[0] == "1  Treffpunkte (1)"


def test_a_card_is_dragged_into_a_group(desk: Desk, opened: Opened) -> None:
    dialog = opened()
    type_cards(desk, "Bank", "Bus")
    desk.press("Down", "Home")
    type_group(desk, "Orte")
    assert dialog.cards.currentRow() == 1
    dialog.groups.setCurrentRow(0)

    class Drop(QDropEvent):
        def source(self) -> object:  # type: ignore[override]
            return dialog.cards

    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = QMimeData()
    dialog.groups.dropEvent(Drop(QPointF(5, 5), Qt.DropAction.MoveAction, data, buttons, keys))
    assert rows(dialog) == ["Bank  →  Orte", "Bus  →  Orte"]


def test_closing_loses_nothing(desk: Desk, room: Room, opened: Opened) -> None:
    opened()
    type_cards(desk, "Bank", "Bus")
    desk.press("Down", "Home")
    type_group(desk, "Orte")
    desk.press("Esc")
    desk.type("halbe Kar")
    desk.press("Esc")
    desk.wait_for(lambda: QApplication.activeModalWidget() is None)
    assert said(room) == []
    assert "aufgehoben" in band(desk)
    room.services.drafts.flush()
    dialog = opened()
    assert rows(dialog) == ["Bank  →  Orte", "Bus"]
    assert dialog.line.text() == "halbe Kar"
    dialog.confirm.click()
    assert said(room) == [("Bus", ""), ("halbe Kar", ""), ("Bank", "Orte")]
    assert room.services.drafts.load(room.uid) == {}
    dialog = opened()
    assert dialog.confirm.text() == "Festhalten"
    dialog.reject()


def test_recorded_cards_are_sorted_anew_but_edited_elsewhere(
    desk: Desk, room: Room, opened: Opened
) -> None:
    first = opened()
    type_cards(desk, "Bank")
    first.confirm.click()
    dialog = opened()
    desk.press("Down", "Del")
    assert "schon ein Beitrag" in dialog.problem.text()
    desk.press("F2")
    assert rows(dialog) == ["Bank"]
    type_group(desk, "Orte")
    dialog.confirm.click()
    assert said(room) == [("Bank", "Orte")]
    assert "Karten geordnet." in band(desk)


def test_what_is_refused_is_said_and_stays(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    type_cards(desk, "Bank")
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    dialog.confirm.click()
    assert "abgeschlossen" in dialog.problem.text()
    assert rows(dialog) == ["Bank"]
    dialog.reject()
    back_in_the_window(desk)
    desk.press("Ctrl+Shift+K")
    assert QApplication.activeModalWidget() is None


def test_the_photo_stands_beside(desk: Desk, room: Room) -> None:
    photos = [prepared(coded(picture(80 + n, 60), "PNG"), "x") for n in range(2)]
    room.services.photos.add(room.question(2).uid, photos)
    review = desk.open(room.uid, Step.REVIEW, ReviewController)
    review.show_item(room.question(2).uid)
    review._page.cards_button.click()
    dialog = shown(desk)
    assert dialog.photos.isVisible()
    assert dialog.photos.picture._image.width() == 80
    dialog.photos.on.click()
    desk.wait_for(lambda: dialog.photos.picture._image.width() == 81)
    dialog.reject()
    review.show_item(room.question(1).uid)
    back_in_the_window(desk)
    desk.press("Ctrl+Shift+K")
    assert not shown(desk).photos.isVisible()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_it_fits_the_screen(desk: Desk, opened: Opened, scale: int) -> None:
    desk.theme.set_scale(scale)
    dialog = opened()
    type_cards(desk, *(f"Karte {n}" for n in range(12)))
    for part in (dialog.line, dialog.cards, dialog.groups, dialog.group, dialog.confirm):
        corner = part.mapTo(dialog, part.rect().bottomRight())
        assert dialog.rect().contains(corner), part.accessibleName()
    dialog.reject()
