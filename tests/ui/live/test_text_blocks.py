"""Text blocks at the keyboard: a name becomes its text, and no key is lost to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain.entry import Sign
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.text_blocks import TextBlockView
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live
from tests.ui.live.test_signs import paste
from ui.text_blocks import selected_text
from ui.widgets.text_expansion import TextExpansion

FIRE = "Freiwillige Feuerwehr Kalkofen"


@pytest.fixture
def blocks(running: Live) -> Live:
    for name, text in (("fw", FIRE), ("fb", "Familien\nbildung")):
        draft = TextBlockDraft(name=name, text=text)
        running.services.text_blocks.add(running.room.uid, draft)
    return running


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("kw: ;fw hat Platz", f"{FIRE} hat Platz"),
        ("Die ;fw, sagt er", f"Die {FIRE}, sagt er"),
        ("Die ;FW.", f"Die {FIRE}."),
        ("@kw ;fw kommt", f"{FIRE} kommt"),
        ("Es geht; fw bleibt", "Es geht; fw bleibt"),
        ("Raum;fw bleibt", "Raum;fw bleibt"),
        (";fwx bleibt", ";fwx bleibt"),
        (";fb jetzt", "Familien\nbildung jetzt"),
    ],
)
def test_a_name_becomes_its_text_when_it_ends(blocks: Live, typed: str, text: str) -> None:
    blocks.enter(typed)
    (statement,) = blocks.statements(4)
    assert statement.text == text


def test_enter_ends_a_name_and_records(blocks: Live) -> None:
    blocks.enter("Mit der ;fw")
    assert [s.text for s in blocks.statements(4)] == [f"Mit der {FIRE}"]
    assert blocks.line == ""


def test_the_proposals_show_it_and_tab_takes_it(blocks: Live) -> None:
    type_text("Die ;f")
    popup = blocks.page.popup
    shown = [(c.what, c.label, c.detail) for c in popup.proposals()]
    assert shown == [
        (Sign.BLOCK, "fb", "Familien bildung"),
        (Sign.BLOCK, "fw", FIRE),
    ]
    press("Down", "Tab")
    assert blocks.line == f"Die {FIRE} "
    assert not popup.is_open()
    assert blocks.page.entry.edit.hasFocus()


def test_one_backspace_takes_it_back(blocks: Live) -> None:
    type_text("Die ;fw ")
    press("Backspace")
    assert blocks.line == "Die ;fw "
    blocks.enter("bleibt")
    assert [s.text for s in blocks.statements(4)] == ["Die ;fw bleibt"]


def test_backspace_takes_a_chosen_one_back_and_it_stays(blocks: Live) -> None:
    type_text(";fw")
    press("Tab", "Backspace")
    assert blocks.line == ";fw "
    press("Backspace")
    type_text(" x")
    assert blocks.line == ";fw x"


def test_backspace_later_only_deletes(blocks: Live) -> None:
    type_text(";fw ab")
    press("Backspace")
    assert blocks.line == f"{FIRE} a"
    press("Backspace", "Backspace", "Backspace")
    assert blocks.line == FIRE[:-1]


def test_undo_takes_it_back(blocks: Live) -> None:
    type_text(";fw ")
    press("Ctrl+Z")
    assert blocks.line == ";fw"


def test_signs_in_a_block_mean_nothing(blocks: Live) -> None:
    draft = TextBlockDraft(name="x", text="/ziel @kw #Wohnen")
    blocks.services.text_blocks.add(blocks.room.uid, draft)
    blocks.enter("a ;x b")
    (statement,) = blocks.statements(4)
    assert (statement.text, statement.themes) == ("a /ziel @kw #Wohnen b", ())


def test_pasted_names_stay(blocks: Live) -> None:
    paste("die ;fw")
    type_text(" bleibt")
    assert blocks.line == "die ;fw bleibt"


def test_what_is_added_and_removed_counts_at_once(blocks: Live) -> None:
    services, uid = blocks.services, blocks.room.uid
    services.text_blocks.add(uid, TextBlockDraft(name="neu", text="Neues"))
    type_text(";neu ")
    assert blocks.line == "Neues "
    for block in services.views.text_blocks(services.views.session(uid).series_uid):
        services.text_blocks.remove(uid, block.uid)
    type_text(";neu ")
    assert blocks.line == "Neues ;neu "
    assert not blocks.page.popup.is_open()


def test_a_statement_that_is_edited_and_the_summary_know_them(blocks: Live) -> None:
    blocks.enter("Die")
    press("Up", "Return")
    type_text(" ;fw")
    press("Return")
    assert [s.text for s in blocks.statements(4)] == [f"Die {FIRE}"]
    press("Ctrl+E")
    type_text(";fw. ")
    press("Ctrl+S")
    blocks.place.leave()
    assert blocks.room.question(4).summary == f"{FIRE}."


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit])
def test_any_field(qtbot: QtBot, kind: type[QPlainTextEdit | QTextEdit]) -> None:
    edit = kind()
    qtbot.addWidget(edit)
    TextExpansion(edit, lambda: (TextBlockView("1", "fw", FIRE),))
    edit.setPlainText("🎉 eins\n")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.insertPlainText("🎉 ")
    qtbot.keyClicks(edit, ";fw!")
    assert edit.toPlainText() == f"🎉 eins\n🎉 {FIRE}!"
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.toPlainText() == "🎉 eins\n🎉 ;fw!"
    edit.setReadOnly(True)
    qtbot.keyClick(edit, Qt.Key.Key_Space)
    assert edit.toPlainText().endswith(";fw!")


def test_the_selection_of_the_field_with_the_focus(running: Live) -> None:
    type_text("eins zwei")
    assert selected_text() == ""
    press("Ctrl+Shift+Left")
    assert selected_text() == "zwei"
