"""The list by keyboard: select, edit in place, mark, move, delete, take back – all undoable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from app.domain.incoming.statements import StatementDraft
from app.domain.vocabulary import SessionState, StatementKind
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live
from tests.ui.live.test_drafts import reopened


@pytest.fixture
def filled(running: Live) -> Live:
    """Three statements under question 4; the focus is in the empty line."""
    tester = QAbstractItemModelTester(
        running.place.statements.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    running.page.list.setProperty("tester", tester)
    for text in ("Eins", "Zwei", "Drei"):
        running.enter(text)
    return running


def current(live: Live) -> str:
    """The text of the selected row."""
    uid = live.page.list.current_uid()
    return next((row.text for row in live.place.statements.model.rows() if row.uid == uid), "")


def menu_of(live: Live) -> QMenu:
    """The menu that the menu key opens."""
    index = live.page.list.currentIndex()
    live.page.list.customContextMenuRequested.emit(live.page.list.visualRect(index).center())
    menus = [menu for menu in live.page.list.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def entry_of(menu: QMenu, *names: str) -> QAction:
    """An entry by the names on the way to it."""
    for name in names[:-1]:
        action = next(a for a in menu.actions() if a.text() == name)
        found = action.menu()
        assert isinstance(found, QMenu)
        menu = found
    return next(a for a in menu.actions() if a.text().split("\t")[0] == names[-1])


def test_up_selects_the_last_and_escape_returns(filled: Live) -> None:
    press("Up")
    assert current(filled) == "Drei"
    press("Up")
    assert current(filled) == "Zwei"
    press("Esc")
    assert filled.page.entry.edit.hasFocus()
    type_text("weiter")
    assert filled.line == "weiter"


def test_enter_edits_in_place(filled: Live) -> None:
    press("Up", "Return")
    type_text(" und ein halb")
    press("Return")
    assert filled.shown() == ["Eins", "Zwei", "Drei und ein halb"]
    assert [s.text for s in filled.statements(4)][-1] == "Drei und ein halb"
    assert filled.page.list.hasFocus()


def test_escape_gives_an_edit_up_and_offers_it_back(filled: Live) -> None:
    press("Up", "Return")
    type_text("xyz")
    press("Esc")
    assert filled.shown()[-1] == "Drei"
    notice = filled.desk.window.band.notice
    assert notice is not None
    assert notice.action is not None
    notice.action()
    editor = filled.page.list.editor()
    assert editor is not None
    assert editor.text() == "Dreixyz"
    press("Return")
    assert filled.shown()[-1] == "Dreixyz"


def test_an_unchanged_edit_makes_no_step_of_undo(filled: Live) -> None:
    before = filled.services.history.undoable(filled.room.uid)
    press("Up", "Return", "Return")
    assert filled.services.history.undoable(filled.room.uid) == before == "statement.record"


def test_an_emptied_edit_is_refused_and_stays_open(filled: Live) -> None:
    press("Up", "Return", "Ctrl+A", "Del", "Return")
    assert filled.page.list.editor() is not None
    assert filled.desk.window.band.notice is not None
    assert filled.statements(4)[-1].text == "Drei"


def test_going_on_saves_a_row_that_is_being_edited(filled: Live) -> None:
    press("Up", "Return")
    type_text("!")
    filled.run(5)
    assert [s.text for s in filled.statements(4)][-1] == "Drei!"


def test_an_edit_survives_the_kill(filled: Live, tmp_path: Path) -> None:
    press("Up", "Return")
    type_text(" halb")
    for again in reopened(filled, tmp_path):
        editor = again.page.list.editor()
        assert editor is not None
        assert editor.text() == "Drei halb"
        assert again.shown()[-1] == "Drei"
        assert again.desk.window.focusWidget() is editor
        press("Return")
        assert again.shown()[-1] == "Drei halb"


@pytest.mark.parametrize("key", ["F6", "Shift+F6", "Tab", "Shift+Tab"])
def test_leaving_the_editor_by_key_saves(filled: Live, key: str) -> None:
    press("Up", "Return")
    type_text(" halb")
    press(key)
    filled.desk.wait_for(lambda: filled.page.list.editor() is None)
    assert filled.shown()[-1] == "Drei halb"


def test_delete_is_undone_from_the_band(filled: Live) -> None:
    press("Up", "Up", "Del")
    assert filled.shown() == ["Eins", "Drei"]
    notice = filled.desk.window.band.notice
    assert notice is not None
    assert notice.button == "Rückgängig"
    assert notice.action is not None
    notice.action()
    assert filled.shown() == ["Eins", "Zwei", "Drei"]


def band_button(live: Live) -> QPushButton:
    """The button of the band."""
    return live.desk.window.band.findChildren(QPushButton)[0]


def test_the_band_of_a_deletion_goes_with_the_next_statement(filled: Live) -> None:
    press("Up", "Del", "Esc")
    offered = filled.desk.window.band.notice
    assert offered is not None
    filled.enter("Vier")
    assert not band_button(filled).isVisible()
    assert filled.shown() == ["Eins", "Zwei", "Vier"]
    assert offered.action is not None
    offered.action()
    assert filled.shown() == ["Eins", "Zwei"], "pressed now it would take the new one away"
    assert band_button(filled).text() == "Wiederholen"
    filled.enter("Fünf")
    assert not band_button(filled).isVisible()


def test_after_the_button_of_the_band_typing_goes_on(filled: Live) -> None:
    press("Up", "Del", "Esc")
    type_text("Mitten im ")
    filled.desk.qtbot.mouseClick(band_button(filled), Qt.MouseButton.LeftButton)
    assert filled.shown() == ["Eins", "Zwei", "Drei"]
    type_text("Satz")
    assert filled.line == "Mitten im Satz"


def test_a_change_given_up_can_be_restored_after_others(filled: Live) -> None:
    press("Up", "Return")
    type_text(" und mehr")
    press("Esc", "Esc")
    filled.enter("Vier")
    band_button(filled).click()
    editor = filled.page.list.editor()
    assert editor is not None
    assert editor.text() == "Drei und mehr"


def test_alt_and_arrows_move_and_stop_at_the_ends(filled: Live) -> None:
    press("Up", "Alt+Up")
    assert filled.shown() == ["Eins", "Drei", "Zwei"]
    assert current(filled) == "Drei"
    press("Alt+Up", "Alt+Up")
    assert filled.shown() == ["Drei", "Eins", "Zwei"]
    press("Alt+Down")
    assert filled.shown() == ["Eins", "Drei", "Zwei"]


def test_the_star_marks_and_unmarks(filled: Live) -> None:
    press("Up", "*")
    assert filled.statements(4)[-1].is_result
    press("*")
    assert not filled.statements(4)[-1].is_result


def test_undo_and_redo_by_key_from_the_untouched_line(filled: Live) -> None:
    press("Ctrl+Z")
    assert filled.shown() == ["Eins", "Zwei"]
    press("Ctrl+Shift+Z")
    assert filled.shown() == ["Eins", "Zwei", "Drei"]


# -- taking back -------------------------------------------------------------------------------


def test_take_back_puts_everything_into_the_empty_line(running: Live) -> None:
    type_text('*"kw')
    press("Ctrl+A", "Del")
    running.enter("kw: *Wir #Wohnen teilen die Küche /erfahrung")
    before = running.statements(4)[0]
    press("F8")
    assert running.statements(4) == ()
    typed = running.page.entry.typed()
    assert typed.parsed.text == "Wir teilen die Küche"
    assert typed.parsed.is_result
    assert running.draft() != ""
    press("Return")
    after = running.statements(4)[0]
    for name in ("text", "kind", "participant_uid", "themes", "is_result", "recorded_at"):
        assert getattr(after, name) == getattr(before, name)


def test_take_back_keeps_the_item_and_signs_that_were_text(running: Live) -> None:
    running.services.capture.record(
        StatementDraft(
            plan_item_uid=running.room.question(2).uid, text='kw: #Wohnen, "so"', source="Tisch 3"
        )
    )
    press("F8")
    assert running.page.entry.target_text() == "Beitrag zu Leitfrage 2: Anlass"
    press("Return")
    (statement,) = running.statements(2)
    assert (statement.text, statement.source) == ('kw: #Wohnen, "so"', "Tisch 3")


def test_undo_of_take_back_clears_the_line_it_would_record_twice(running: Live) -> None:
    running.enter("Einmal gesagt")
    press("F8")
    assert running.line == "Einmal gesagt"
    running.desk.frame.undo()
    assert running.line == ""
    assert running.page.quiet.text() == ""
    running.services.drafts.flush()
    assert running.services.drafts.load(running.room.uid) == {}
    assert [s.text for s in running.statements(4)] == ["Einmal gesagt"]


def test_undo_of_take_back_leaves_a_line_that_was_changed(running: Live) -> None:
    running.enter("Einmal gesagt")
    press("F8")
    type_text(" und mehr")
    running.desk.frame.undo()
    assert running.line == "Einmal gesagt und mehr"


def test_take_back_leaves_a_line_in_progress_alone(filled: Live) -> None:
    type_text("Vier")
    press("F8")
    assert filled.line == "Vier"
    assert filled.shown() == ["Eins", "Zwei"]
    notice = filled.desk.window.band.notice
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert filled.shown() == ["Eins", "Zwei", "Drei"]


def test_undo_of_taking_back_empties_the_line_again(filled: Live) -> None:
    press("F8")
    assert filled.line == "Drei"
    press("Ctrl+Z")
    assert filled.shown() == ["Eins", "Zwei", "Drei"]
    assert filled.line == ""
    assert filled.draft() == ""
    assert not filled.page.quiet.isVisible()
    press("Return")
    assert filled.shown() == ["Eins", "Zwei", "Drei"]


def test_undo_leaves_a_line_that_was_changed(filled: Live) -> None:
    press("F8")
    type_text(" und mehr")
    filled.desk.frame.undo()
    assert filled.shown() == ["Eins", "Zwei", "Drei"]
    assert filled.line == "Drei und mehr"
    assert filled.draft() == "Drei und mehr"


def test_undo_of_something_else_leaves_what_was_taken_back(filled: Live) -> None:
    press("F8", "F8")
    assert filled.line == "Drei"
    assert filled.shown() == ["Eins"]
    filled.desk.frame.undo()
    assert filled.shown() == ["Eins", "Zwei"]
    assert filled.line == "Drei", "this one is not in the list yet"
    filled.desk.frame.undo()
    assert filled.shown() == ["Eins", "Zwei", "Drei"]
    assert filled.line == ""


def test_what_was_taken_back_is_known_after_a_restart(filled: Live, tmp_path: Path) -> None:
    press("F8")
    for again in reopened(filled, tmp_path):
        assert again.line == "Drei"
        again.desk.frame.undo()
        assert again.shown() == ["Eins", "Zwei", "Drei"]
        assert again.line == ""
        assert again.draft() == ""


@pytest.mark.parametrize("keys", [["Ctrl+A", "x"], ["Ctrl+A", "Del"], ["x"], ["F8"]])
def test_the_note_of_taking_back_goes_with_the_line_it_is_about(
    filled: Live, keys: list[str]
) -> None:
    press("F8")
    assert filled.page.quiet.text().startswith("Zurückgenommen")
    press("Left", "Shift+Right")
    assert filled.page.quiet.isVisible(), "nothing was changed"
    press("End", *keys)
    assert not filled.page.quiet.isVisible()


def test_a_note_ends_with_the_item(filled: Live) -> None:
    press("F8")
    filled.run(5)
    assert filled.line == "Drei"
    assert not filled.page.quiet.isVisible()


def test_a_note_keeps_its_distance_from_the_line(filled: Live) -> None:
    press("F8")
    filled.desk.wait_for(filled.page.quiet.isVisible)
    QApplication.processEvents()
    quiet, entry = filled.page.quiet, filled.page.entry
    lower = quiet.mapTo(filled.page, quiet.contentsRect().bottomLeft()).y()
    assert entry.mapTo(filled.page, entry.rect().topLeft()).y() - lower - 1 == 4
    assert quiet.contentsRect().height() >= quiet.fontMetrics().height()


def test_nothing_to_take_back_is_said_quietly(running: Live) -> None:
    press("F8")
    assert running.page.quiet.text()


# -- the menu ----------------------------------------------------------------------------------


Effect = Callable[[Live], bool]


@pytest.mark.parametrize(
    ("way", "effect"),
    [
        (("Ergebnis",), lambda live: live.statements(4)[-1].is_result),
        (("Zitat",), lambda live: live.statements(4)[-1].verbatim),
        (("Art", "Hemmnis"), lambda live: live.statements(4)[-1].kind is StatementKind.OBSTACLE),
        (
            ("Person", "Karin Weiß, Kirchengemeinde St. Lukas"),
            lambda live: live.statements(4)[-1].participant_uid == live.room.people[0],
        ),
        (("Legen zu", "6. Hemmnisse"), lambda live: "Drei" in [s.text for s in live.statements(6)]),
        (("Nach oben",), lambda live: live.shown() == ["Eins", "Drei", "Zwei"]),
        (("Löschen",), lambda live: live.shown() == ["Eins", "Zwei"]),
        (("Bearbeiten",), lambda live: live.page.list.editor() is not None),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_every_action_stands_in_the_menu(
    filled: Live, way: tuple[str, ...], effect: Effect
) -> None:
    press("Up")
    assert not effect(filled)
    menu = menu_of(filled)
    entry_of(menu, *way).trigger()
    menu.close()
    assert effect(filled)


def test_a_person_takes_the_place_of_unclear_initials(filled: Live) -> None:
    recorded = filled.services.capture.record(
        StatementDraft(plan_item_uid=filled.room.question(4).uid, text="Vier", person_unclear="SB")
    )
    press("Up")
    assert filled.place.statements.model.rows()[-1].unclear == "SB?"
    menu = menu_of(filled)
    entry_of(menu, "Person", "Sabine Brandt").trigger()
    menu.close()
    assert filled.services.views.statement(recorded.uid).person_unclear == ""


def test_a_closed_session_can_be_read_only(filled: Live) -> None:
    filled.services.sessions.set_state(filled.room.uid, SessionState.CLOSED)
    filled.page.list.setFocus()
    press("Return")
    assert filled.page.list.editor() is None
    press("Del")
    assert filled.shown() == ["Eins", "Zwei", "Drei"]


# -- showing -----------------------------------------------------------------------------------


def test_the_empty_item_says_what_to_do(running: Live) -> None:
    assert running.page.empty.isVisible()
    assert running.page.empty.text() == (
        "Noch nichts festgehalten. Tippen Sie los, Enter hält fest."
    )
    running.enter("Eins")
    assert not running.page.empty.isVisible()
    assert running.page.list.isVisible()


def test_a_found_statement_is_shown_when_its_item_runs(filled: Live) -> None:
    first = filled.statements(4)[0]
    other = filled.room.say("Anderswo", question=2)
    assert filled.place.reveal(first.plan_item_uid, first.uid)
    assert current(filled) == "Eins"
    assert not filled.place.reveal(other.plan_item_uid, other.uid)


def test_what_others_change_shows_at_once(filled: Live) -> None:
    uid = filled.statements(4)[1].uid
    filled.services.capture.delete([uid])
    filled.room.say("Neu", question=4)
    assert filled.shown() == ["Eins", "Drei", "Neu"]


def test_a_row_is_said_in_words(filled: Live) -> None:
    said = filled.place.statements.model.rows()[0].accessible
    assert said.startswith("noch ohne Person, ")
    assert said.endswith(": Eins")
