"""Papers for the room, chosen from a menu and saved where the user says."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from app.domain.incoming.sessions import SessionChanges
from app.domain.vocabulary import PaperKind
from tests.support.desk import Desk
from tests.support.docx_checks import assert_sound
from tests.support.room import Room
from ui.pages import Step
from ui.prepare.controller import PrepareController
from ui.prepare.papers import Papers

pytestmark = pytest.mark.usefixtures("german")


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk.services)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_is_written_where_the_user_says(
    kind: PaperKind, desk: Desk, room: Room, tmp_path: Path
) -> None:
    papers = Papers(desk.tools, desk.window)
    papers.ask(room.uid, kind)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "meins"))  # an ending is given to it
    dialog.reject()
    desk.settle()
    assert_sound(tmp_path / "meins.docx")


def test_the_button_opens_the_menu(desk: Desk, room: Room) -> None:
    place = desk.open(room.uid, Step.PREPARE, PrepareController)
    place.page.people.paper_button.click()
    desk.wait_for(lambda: any(menu.isVisible() for menu in place.page.findChildren(QMenu)))
    (menu,) = (menu for menu in place.page.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions()]
    assert words[0] == "Anwesenheitsliste …"
    assert len(words) == len(PaperKind)
    menu.close()


def test_a_confidential_session_offers_no_list_to_sign(desk: Desk, room: Room) -> None:
    room.services.sessions.update(room.uid, SessionChanges(confidential=True))
    menu = Papers(desk.tools, desk.window).menu(room.uid)
    assert [action.isEnabled() for action in menu.actions()].count(False) == 1
    menu.deleteLater()
