"""Everything that can be done with a statement, without leaving the keyboard, while leading."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.statements import StatementView
from app.domain.vocabulary import StatementKind
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live
from ui.dialogs.statement_fields import StatementFieldsDialog
from ui.dialogs.statement_history import StatementHistoryDialog


@pytest.fixture
def filled(running: Live) -> Live:
    """Two statements under question 4; the cursor is on the second."""
    for text in ("Eins", "Zwei drei"):
        running.enter(text)
    press("Up")
    return running


def last(live: Live) -> StatementView:
    return live.statements(4)[-1]


def test_f7_splits_at_the_cursor_and_undo_joins(filled: Live) -> None:
    press("Return", "Ctrl+Home", "Ctrl+Right", "F7")
    assert filled.shown() == ["Eins", "Zwei", "drei"]
    assert filled.page.list.hasFocus()
    filled.services.history.undo(filled.room.uid)
    assert filled.shown() == ["Eins", "Zwei drei"]


def test_it_goes_into_the_one_before(filled: Live) -> None:
    press("Ctrl+J")
    assert filled.shown() == ["Eins Zwei drei"]
    press("Ctrl+J")
    assert filled.shown() == ["Eins Zwei drei"]


def test_signs_mark_and_count(filled: Live) -> None:
    for sign in '?!!-"':
        type_text(sign)
    said = last(filled)
    assert (said.clarify, said.assent, said.dissent, said.verbatim) == (True, 2, 1, True)


@pytest.mark.parametrize(("sign", "field"), [("/", "kind"), ("@", "participant_uid")])
def test_signs_open_the_menus(filled: Live, sign: str, field: str) -> None:
    before = getattr(last(filled), field)
    type_text(sign)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press("Down", "Down", "Return")
    assert getattr(last(filled), field) != before
    assert isinstance(last(filled).kind, StatementKind)


def test_alt_and_a_digit_moves_the_selected_statement(filled: Live) -> None:
    uid = last(filled).uid
    press("Alt+5")
    assert filled.shown() == ["Eins"]
    assert filled.statements(5)[-1].uid == uid


def test_alt_and_a_digit_sends_the_line_when_the_focus_is_there(filled: Live) -> None:
    """Negative control: only in the list the digit is about a statement."""
    press("Esc", "Alt+5")
    assert filled.statements(5) == ()


def test_time_and_memo_have_a_dialog(filled: Live) -> None:
    before = last(filled)
    press("Ctrl+M")
    dialog = filled.desk.window.findChild(StatementFieldsDialog)
    assert dialog is not None
    dialog.memo.setPlainText("Nur für uns")
    dialog.assent.setValue(7)
    dialog.time.setText("viel später")
    filled.desk.press("Return", to=dialog)
    assert last(filled) == before
    dialog.time.setText("9.05")
    dialog.confirm.click()
    said = last(filled)
    assert (said.memo, said.assent) == ("Nur für uns", 7)
    assert said.recorded_at.minute == 5
    assert filled.services.history.undoable(filled.room.uid) == "statement.update"


def test_the_history_is_a_key_away(filled: Live) -> None:
    press("Ctrl+H")
    dialog = filled.desk.window.findChild(StatementHistoryDialog)
    assert dialog is not None
    assert not dialog.restores
    filled.desk.press("Escape", to=dialog)


def test_counts_take_their_room_from_the_text(filled: Live) -> None:
    delegate = filled.page.list._statements
    filled.place.statements.changes.count(last(filled), assent=12)
    row = filled.place.statements.model.rows()[-1]
    plain = filled.place.statements.model.rows()[0]
    assert delegate.beside_text(row) > 0
    assert delegate.beside_text(plain) == 0
    index = filled.page.list.statements().index_of(row.uid)
    assert "12" in index.data(Qt.ItemDataRole.AccessibleTextRole)
