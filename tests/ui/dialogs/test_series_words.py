"""Words and text blocks of a series, by keys and by buttons."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.domain.incoming.series import OwnWordDraft
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.text_blocks import MAX_BLOCK
from app.domain.vocabulary import SessionState
from tests.support.desk import Desk
from tests.support.room import Room
from ui.dialogs.series_words import SeriesWordsDialog
from ui.live.controller import LiveController
from ui.pages import Step

pytestmark = pytest.mark.usefixtures("german")
Opened = Callable[..., SeriesWordsDialog]


@pytest.fixture
def room(services: object, desk: Desk) -> Room:
    return Room(desk.services)


@pytest.fixture
def opened(desk: Desk, room: Room) -> Opened:
    desk.open(room.uid, Step.LIVE, LiveController)

    def open_it(text: str = "") -> SeriesWordsDialog:
        dialog = SeriesWordsDialog(desk.tools, room.uid, text, parent=desk.window)
        dialog.show_over()
        desk.wait_for(dialog.isActiveWindow)
        return dialog

    return open_it


def blocks(desk: Desk, room: Room) -> list[tuple[str, str]]:
    views = desk.services.views
    found = views.text_blocks(views.session(room.uid).series_uid)
    return [(block.name, block.text) for block in found]


def words(desk: Desk, room: Room) -> tuple[str, ...]:
    views = desk.services.views
    return views.own_words(views.session(room.uid).series_uid)


def add(desk: Desk, room: Room, *names: str) -> None:
    for name in names:
        desk.services.text_blocks.add(room.uid, TextBlockDraft(name=name, text=f"Text {name}"))


def test_a_block_is_written_by_keys_alone(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    desk.type("fw")
    desk.press("Return")
    desk.type("Freiwillige Feuerwehr")
    desk.press("Tab", "Space")
    assert blocks(desk, room) == [("fw", "Freiwillige Feuerwehr")]
    assert ";fw" in dialog.said.text()
    assert dialog.blocks.list.count() == 1


def test_a_selected_text_begins_a_block_with_a_free_name(
    desk: Desk, room: Room, opened: Opened
) -> None:
    add(desk, room, "ff")
    dialog = opened("Freiwillige Feuerwehr")
    assert dialog.blocks.name.text() == "ff-2"
    dialog.accept()
    assert ("ff-2", "Freiwillige Feuerwehr") in blocks(desk, room)


def test_a_chosen_block_is_changed_and_taken_away(desk: Desk, room: Room, opened: Opened) -> None:
    add(desk, room, "a", "b")
    dialog = opened()
    panel = dialog.blocks
    panel.list.setFocus()
    desk.press("Home")
    panel.list.setCurrentRow(1)
    assert (panel.name.text(), panel.text.text()) == ("b", "Text b")
    desk.press("Return")
    desk.press("Ctrl+A")
    desk.type("Neu")
    panel.list.setCurrentRow(0)  # what was typed is kept
    assert blocks(desk, room) == [("a", "Text a"), ("b", "Neu")]
    assert panel.name.text() == "a"
    panel.list.setFocus()
    desk.press("Del")
    assert blocks(desk, room) == [("b", "Neu")]
    assert panel.name.text() == "b"
    desk.press("Del")
    assert panel.name.text() == ""
    dialog.accept()
    desk.frame.undo()
    desk.frame.undo()
    assert [name for name, _ in blocks(desk, room)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("", "Text", "name_field"),
        ("x", " ", "text_field"),
        ("f w", "Text", "name_field"),
        ("A", "Text", "name_field"),
        ("x", "x" * (MAX_BLOCK + 1), "text_field"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    desk: Desk, room: Room, opened: Opened, name: str, text: str, where: str
) -> None:
    add(desk, room, "a")
    dialog = opened()
    dialog.blocks.name.setText(name)
    dialog.blocks.text.setPlainText(text)
    dialog.accept()
    assert dialog.isVisible()
    assert getattr(dialog.blocks, where).problem
    assert blocks(desk, room) == [("a", "Text a")]


def test_escape_asks_once_before_it_drops(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    desk.type("fw")
    desk.press("Esc")
    assert dialog.isVisible()
    assert "Esc" in dialog.said.text()
    desk.press("Esc")
    assert dialog.blocks.is_unsaved is True
    assert blocks(desk, room) == []


def test_own_words_are_seen_added_and_removed(desk: Desk, room: Room, opened: Opened) -> None:
    desk.services.words.add(room.uid, OwnWordDraft(word="Stuberwiesen"))
    dialog = opened()
    dialog.tabs.tab(1).click()
    panel = dialog.words
    assert [panel.list.item(n).text() for n in range(panel.list.count())] == ["Stuberwiesen"]
    panel.word.setFocus()
    desk.type("Kalkofener")
    desk.press("Return")
    assert words(desk, room) == ("Kalkofener", "Stuberwiesen")
    panel.list.setFocus()
    panel.list.setCurrentRow(1)
    desk.press("Del")
    assert words(desk, room) == ("Kalkofener",)
    desk.qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    assert panel.field.problem


def test_a_closed_session_says_so_and_loses_nothing(desk: Desk, room: Room, opened: Opened) -> None:
    desk.services.sessions.set_state(room.uid, SessionState.CLOSED)
    dialog = opened("Freiwillige Feuerwehr")
    dialog.accept()
    assert dialog.isVisible()
    assert "abgeschlossen" in dialog.blocks.name_field.problem
    assert dialog.blocks.text.text() == "Freiwillige Feuerwehr"
