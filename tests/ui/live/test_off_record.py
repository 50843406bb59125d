"""Off the record, by keyboard in the real window: what was typed is gone, and nothing comes in."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.domain.vocabulary import NamingLevel
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.look import clipped
from tests.support.traces import traces
from tests.ui.live.conftest import Live
from ui.dialogs.removal import RemovalDialog
from ui.live.off_record_bar import OffRecordBar

SECRET = "Der Zwölfjährige schläft heimlich im Gemeindebüro"


def _settled(live: Live) -> None:
    live.desk.tasks.wait()
    QApplication.processEvents()


def _folder(live: Live) -> Path:
    return live.services.workspace.path.parent


def _bar(live: Live) -> OffRecordBar:
    return live.place.off_record.desk.bar


def test_one_key_takes_the_line_and_closes_it(running: Live) -> None:
    running.enter("Vorher gesagt")
    type_text(SECRET)
    running.draft()
    running.services.backups.make("getippt")
    assert traces(_folder(running), SECRET)
    press("Alt+O")
    _settled(running)
    assert traces(_folder(running), SECRET) == []
    assert running.line == ""
    assert running.draft() == ""
    assert not running.page.entry.edit.isEnabled()
    assert "Ohne Protokoll" in running.page.entry.edit.placeholderText()
    assert _bar(running).isVisible()
    assert _bar(running).hasFocus()
    assert running.place._session is not None
    assert running.place._session.off_record
    assert running.shown() == ["Vorher gesagt"]


def test_an_empty_item_asks_for_typing_only_on_the_record(running: Live) -> None:
    asked = "Noch nichts festgehalten. Tippen Sie los, Enter hält fest."
    assert running.page.empty.text() == asked
    press("Alt+O")
    assert running.page.empty.text() == "Hier wurde nichts festgehalten."
    press("Alt+O")
    assert running.page.empty.text() == asked


def test_what_is_typed_meanwhile_goes_nowhere_and_it_is_said(running: Live) -> None:
    press("Alt+O")
    type_text(SECRET)
    press("Return")
    assert running.statements(4) == ()
    assert running.draft() == ""
    assert "kommt nirgends an" in _bar(running).hint.text()
    press("F8")
    assert running.line == ""


def test_closing_the_line_takes_no_proposal(running: Live) -> None:
    services, session = running.services, running.room.uid
    services.speakers.request(session, running.room.people[0])
    services.speakers.give_floor(session)
    assert running.page.entry.edit.suggestion is not None
    press("Alt+O")
    assert running.line == ""
    press("Alt+O")
    type_text("@")
    assert running.page.popup.is_open()
    press("Alt+O")
    assert running.line == ""


def test_the_same_key_goes_on_and_undo_brings_nothing_back(running: Live) -> None:
    type_text(SECRET)
    press("Alt+O", "Alt+O")
    assert not _bar(running).isVisible()
    assert running.page.entry.edit.hasFocus()
    press("Ctrl+Z", "Ctrl+Z")
    assert running.line == ""
    running.enter("Es geht weiter")
    assert running.shown() == ["Es geht weiter"]
    _settled(running)
    assert traces(_folder(running), SECRET) == []


def test_the_bar_counts_and_reminds_every_five_minutes(running: Live) -> None:
    said: list[str] = []
    press("Alt+O")
    running.place.clock.announce = said.append
    for minutes, hint in ((4, "Es wird nichts"), (1, "Ist das noch"), (1, "Ist das noch")):
        running.clock.go_on(minutes=minutes)
        running.place.clock.tick()
        assert hint in _bar(running).hint.text()
    assert _bar(running).text.text() == "Ohne Protokoll seit 6 min"
    assert len(said) == 1
    running.clock.go_on(minutes=4)
    running.place.clock.tick()
    assert len(said) == 2


def test_the_next_item_asks(running: Live) -> None:
    press("Alt+O", "Ctrl+PgDown")
    bar = _bar(running)
    assert bar.stay.hasFocus()
    assert bar.text.text() == "Weiter ohne Protokoll?"
    press("Space")
    assert bar.isVisible()
    assert bar.stay.isHidden()
    assert bar.hasFocus()
    press("Ctrl+PgDown")
    bar.end.click()
    assert not bar.isVisible()
    passage = running.services.views.off_record(running.room.uid)[0]
    assert passage.plan_item_uid == running.room.question(4).uid
    assert passage.ended_at is not None


def test_the_line_in_the_minutes_can_be_left_out(running: Live) -> None:
    press("Alt+O", "Alt+O")
    notice = running.desk.window.band.notice
    assert notice is not None
    assert "Austausch ohne Protokoll" in notice.text
    assert notice.button == "Weglassen"
    assert notice.action is not None
    notice.action()
    assert [p.printed for p in running.services.views.off_record(running.room.uid)] == [False]


def test_a_new_start_is_still_off_the_record(running: Live) -> None:
    press("Alt+O")
    place = running.open()
    assert place.off_record.desk.bar.isVisible()
    assert not running.page.entry.edit.isEnabled()


@pytest.fixture
def dialog(running: Live) -> RemovalDialog:
    for text in ("Eins", "Zwei", SECRET):
        running.enter(text)
    running.services.backups.make("gesagt")
    press("Alt+Shift+O")
    found = QApplication.activeModalWidget()
    assert isinstance(found, RemovalDialog)
    return found


def test_the_last_ones_go_after_a_choice(running: Live, dialog: RemovalDialog) -> None:
    assert not dialog.confirm.isEnabled()
    press("Return")
    assert dialog.isVisible()
    press("2")
    assert [box.isChecked() for box in dialog.boxes] == [True, True, False]
    press("Return")
    _settled(running)
    assert running.shown() == ["Eins"]
    assert traces(_folder(running), SECRET) == []
    press("Ctrl+Z")
    assert running.shown() == []
    press("Ctrl+Y")
    assert running.shown() == ["Eins"]


def test_esc_removes_nothing(running: Live, dialog: RemovalDialog) -> None:
    press("3", "Esc")
    assert running.shown() == ["Eins", "Zwei", SECRET]


def test_a_line_being_typed_stays_when_others_go(running: Live) -> None:
    running.enter(SECRET)
    type_text("Die nächste")
    press("Alt+Shift+O", "1", "Return")
    _settled(running)
    assert running.shown() == []
    assert running.line == "Die nächste"
    assert running.draft() == "Die nächste"
    press("Return")
    assert running.shown() == ["Die nächste"]


def test_a_statement_taken_back_into_the_line_goes_with_it(running: Live) -> None:
    running.enter(SECRET)
    press("F8")
    assert running.line == SECRET
    press("Alt+O")
    _settled(running)
    assert traces(_folder(running), SECRET) == []


def _naming(live: Live) -> list[NamingLevel | None]:
    return [statement.naming for statement in live.statements(4)]


def test_the_line_without_a_name_from_draft_to_statement(running: Live) -> None:
    type_text("Ich sage das ohne Namen")
    press("Alt+U")
    assert "ohne Namen" in running.page.entry.target_text()
    running.draft()
    kept = running.services.drafts.load(running.room.uid)["entry"]
    assert kept.data["naming"] == "anonymous"
    running.open()
    assert "ohne Namen" in running.page.entry.target_text()
    press("Return")
    running.enter("Und das mit")
    assert _naming(running) == [NamingLevel.ANONYMOUS, None]
    assert running.page.entry.target_text() == ""


def test_the_key_twice_is_as_agreed_again(running: Live) -> None:
    type_text("Doch mit Namen")
    press("Alt+U", "Alt+U", "Return")
    assert _naming(running) == [None]


def test_a_line_emptied_by_hand_takes_the_wish_with_it(running: Live) -> None:
    type_text("x")
    press("Alt+U", "Backspace")
    running.enter("Etwas anderes")
    assert _naming(running) == [None]


def test_without_a_line_the_last_or_the_chosen_one(running: Live) -> None:
    for text in ("Eins", "Zwei"):
        running.enter(text)
    press("Alt+U")
    assert _naming(running) == [None, NamingLevel.ANONYMOUS]
    press("Up", "Up", "Alt+U")
    assert _naming(running) == [NamingLevel.ANONYMOUS] * 2
    press("Esc", "Ctrl+Z")
    assert _naming(running) == [None, NamingLevel.ANONYMOUS]


def test_a_statement_taken_back_keeps_the_wish(running: Live) -> None:
    type_text("Vertraulich")
    press("Alt+U", "Return", "F8")
    assert "ohne Namen" in running.page.entry.target_text()
    press("Return")
    assert _naming(running) == [NamingLevel.ANONYMOUS]


def test_the_menu_of_a_statement_removes_it(running: Live, services: Services) -> None:
    running.enter(SECRET)
    press("Up")
    menu = running.place.statements._menu
    session = running.place._session
    assert session is not None
    (statement,) = running.statements(4)
    opened = menu.open(session, statement, running.page.mapToGlobal(running.page.rect().center()))
    next(a for a in opened.actions() if a.text().startswith("Auf Wunsch")).trigger()
    opened.close()
    press("1", "Return")
    _settled(running)
    assert running.shown() == []
    assert traces(_folder(running), SECRET) == []


def test_a_desk_that_is_never_asked_is_not_made(running: Live, desk: Desk) -> None:
    running.enter("Etwas")
    assert running.place.off_record._desk is None


@pytest.mark.parametrize(
    ("size", "scale"), [((1366, 768), 100), ((911, 512), 125), ((911, 512), 150)]
)
def test_nothing_in_the_bar_is_cut_off(running: Live, size: tuple[int, int], scale: int) -> None:
    running.desk.window.resize(*size)
    running.desk.theme.set_scale(scale)
    press("Alt+O")
    type_text("x")
    for _ in range(3):
        QApplication.processEvents()
    found = clipped(_bar(running))
    hint = _bar(running).hint
    whole = hint.fontMetrics().horizontalAdvance(hint.text()) <= hint.width()
    running.desk.theme.set_scale(100)
    assert found == []
    assert whole


def test_what_lasts_less_than_a_minute_has_one_time(running: Live) -> None:
    press("Alt+O", "Alt+O")
    notice = running.desk.window.band.notice
    assert notice is not None
    assert "–" not in notice.text
