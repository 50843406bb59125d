"""Wrong words get a wavy line when the typing pauses; the menu puts another word in their place."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantDraft
from app.services.spelling import SpellingService
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.room import Room
from ui.dialogs.settings import SettingsDialog
from ui.live.controller import LiveController
from ui.live.page import LivePage
from ui.pages import Step
from ui.review.controller import ReviewController
from ui.review.page import ReviewPage
from ui.widgets.spelling_marks import SpellingMarks


@pytest.fixture
def room(services: Services) -> Room:
    return Room(services)


@pytest.fixture
def desk(german: None, qtbot: QtBot, services: Services, tmp_path: Path) -> Desk:
    return Desk(qtbot, services, tmp_path, spelling=True)


@pytest.fixture
def live(desk: Desk, room: Room) -> LivePage:
    """Question 4 runs, the focus is in the entry line."""
    place = desk.open(room.uid, Step.LIVE, LiveController)
    place.start(room.question(4).uid)
    assert isinstance(place.page, LivePage)
    return place.page


def marks(edit: QPlainTextEdit | QTextEdit) -> SpellingMarks:
    found = edit.findChild(SpellingMarks)
    assert isinstance(found, SpellingMarks)
    return found


def wait_for(desk: Desk, edit: QPlainTextEdit | QTextEdit, *words: str) -> None:
    desk.wait_for(lambda: marks(edit).marked() == words)


def menu(desk: Desk) -> QMenu:
    desk.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return opened


def offered(opened: QMenu) -> list[str]:
    return [action.text() for action in opened.actions()]


def choose(opened: QMenu, text: str) -> None:
    next(action for action in opened.actions() if text in action.text()).trigger()
    opened.close()


def test_finished_words_are_marked_and_the_one_being_typed_is_not(
    desk: Desk, live: LivePage
) -> None:
    type_text("Im Quatier fehlt Beteilligung")
    wait_for(desk, live.entry.edit, "Quatier")
    type_text(" ")
    wait_for(desk, live.entry.edit, "Quatier", "Beteilligung")
    (first, _) = live.entry.edit.extraSelections()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert first.format.underlineStyle() is wave
    press("Left", "Backspace")
    assert marks(live.entry.edit).marked() == ("Quatier",)


def test_a_cursor_that_only_visits_a_word_leaves_its_mark(desk: Desk, live: LivePage) -> None:
    type_text("Im Quatier ist ")
    wait_for(desk, live.entry.edit, "Quatier")
    press(*["Left"] * 8)
    pause = marks(live.entry.edit)._pause
    assert pause.isActive()
    desk.wait_for(lambda: not pause.isActive())
    assert marks(live.entry.edit).marked() == ("Quatier",)


def test_shorthand_chips_names_and_places_are_not_marked(
    desk: Desk, live: LivePage, room: Room
) -> None:
    desk.services.people.add(room.uid, ParticipantDraft(name="Ngozi Obiwuru", organisation="Zwäx"))
    type_text("mö: #Neuesthema Öztürks Zwäx und Obiwuru im Lindenviertel fragn wir ")
    wait_for(desk, live.entry.edit, "fragn")
    assert live.entry.edit.chips()


def test_typing_records_the_same_with_and_without(desk: Desk, live: LivePage, room: Room) -> None:
    type_text("mö: Im Quatier fehlt was")
    wait_for(desk, live.entry.edit, "Quatier")
    press("Return")
    assert room.texts(4) == ["Im Quatier fehlt was"]
    wait_for(desk, live.entry.edit)


def test_a_suggestion_is_one_step_of_undo_and_keeps_chips(desk: Desk, live: LivePage) -> None:
    edit = live.entry.edit
    type_text("mö: Im Quatier fehlt was ")
    wait_for(desk, edit, "Quatier")
    press("Alt+Return")
    opened = menu(desk)
    desk.wait_for(lambda: "Quartier" in offered(opened))
    assert opened.activeAction().text() == "Quartier"
    choose(opened, "Quartier")
    assert edit.line.text == "mö: Im Quartier fehlt was "
    assert edit.cursor_index() == len(edit.line.text)
    assert len(edit.chips()) == 1
    assert edit.hasFocus()
    wait_for(desk, edit)
    press("Ctrl+Z")
    assert edit.line.text == "mö: Im Quatier fehlt was "


def test_suggestions_that_come_later_do_not_push_the_menu_off_the_screen(
    desk: Desk, live: LivePage
) -> None:
    type_text("Im Quatier fehlt was ")
    wait_for(desk, live.entry.edit, "Quatier")
    window, screen = live.window(), live.screen().availableGeometry()
    below = live.entry.mapToGlobal(live.entry.rect().bottomLeft()).y()
    window.move(window.x(), window.y() + screen.bottom() - below)
    press("Alt+Return")
    opened = menu(desk)
    desk.wait_for(lambda: "Quartier" in offered(opened))
    assert screen.top() <= opened.geometry().top()
    assert opened.geometry().bottom() <= screen.bottom()
    opened.close()


def test_a_word_of_the_series_is_right_from_then_on_and_undo_takes_it_out(
    desk: Desk, live: LivePage, room: Room
) -> None:
    edit = live.entry.edit
    type_text("Auf den Stuberwiesn wird ")
    wait_for(desk, edit, "Stuberwiesn")
    press("Alt+Return")
    choose(menu(desk), "Stuberwiesn")
    wait_for(desk, edit)
    series = desk.services.views.session(room.uid).series_uid
    assert desk.services.views.own_words(series) == ("Stuberwiesn",)
    desk.frame.undo()
    wait_for(desk, edit, "Stuberwiesn")


def test_switched_off_in_the_menu_and_remembered(desk: Desk, live: LivePage) -> None:
    edit = live.entry.edit
    type_text("Im Quatier fehlt was ")
    wait_for(desk, edit, "Quatier")
    edit.customContextMenuRequested.emit(edit.cursorRect().center())
    choose(menu(desk), "Rechtschreibung")
    assert marks(edit).marked() == ()
    assert edit.extraSelections() == []
    assert not desk.settings.flag("spelling", default=True)
    press("Alt+Return")
    assert QApplication.activePopupWidget() is None
    assert edit.line.text == "Im Quatier fehlt was "


def test_the_summary_and_the_editor_of_a_row_are_checked_too(
    desk: Desk, live: LivePage, room: Room
) -> None:
    live.summary.setFocus()
    type_text("Kein Quatier. ")
    wait_for(desk, live.summary, "Quatier")
    room.say("Die Beteilligung fehlt.", 4)
    review = desk.open(room.uid, Step.REVIEW, ReviewController)
    page = review.page
    assert isinstance(page, ReviewPage)
    review.show_item(room.question(4).uid)
    page.list.setFocus()
    press("Return")
    editor = page.list.editor()
    assert editor is not None
    wait_for(desk, editor, "Beteilligung")
    wait_for(desk, page.summary, "Quatier")
    press("Alt+Return")
    opened = menu(desk)
    desk.wait_for(lambda: "Beteiligung" in offered(opened))
    choose(opened, "Beteiligung")
    assert editor.text() == "Die Beteiligung fehlt."
    assert page.list.editor() is editor


def test_marks_do_not_touch_the_document(desk: Desk, live: LivePage) -> None:
    """Otherwise undo would take back a line instead of a word."""
    edit = live.entry.edit
    type_text("Im Quatier ")
    steps, changes = edit.document().availableUndoSteps(), []
    edit.textChanged.connect(lambda: changes.append(1))
    wait_for(desk, edit, "Quatier")
    assert edit.document().availableUndoSteps() == steps
    assert changes == []


def test_without_a_dictionary_one_sentence_says_so(
    desk: Desk, live: LivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.services.__dict__["spelling"] = SpellingService(("no-such-program",))
    type_text("Im Quatier fehlt was ")
    desk.wait_for(lambda: desk.speller.missing)
    assert marks(live.entry.edit).marked() == ()
    dialog = SettingsDialog(desk.theme, desk.settings, "de", desk.speller, parent=desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._no_dictionary.isVisible()
    assert "Wörterbuch" in dialog._no_dictionary.text()
    dialog.spelling.setChecked(False)
    assert not dialog._no_dictionary.isVisible()


def test_the_word_under_the_pointer(desk: Desk, live: LivePage) -> None:
    edit = live.entry.edit
    type_text("Quatier und Beteilligung sind ")
    wait_for(desk, edit, "Quatier", "Beteilligung")
    cursor = QTextCursor(edit.document())
    cursor.setPosition(15)
    edit.customContextMenuRequested.emit(edit.cursorRect(cursor).center())
    opened = menu(desk)
    assert any("Beteilligung" in text for text in offered(opened))
    desk.wait_for(lambda: "Beteiligung" in offered(opened))
    opened.close()


def test_nobody_is_asked_before_something_is_typed(desk: Desk, live: LivePage) -> None:
    assert "spelling" not in vars(desk.services)
