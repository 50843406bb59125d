"""The speakers list beside the statements: two letters, the floor, the pale suggestion."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.tables import parse_tables
from app.domain.vocabulary import Presence, RequestKind, SessionState, SpeakingOrder
from tests.support.desk import Desk
from tests.support.keyboard import focus, press, type_text
from tests.support.look import clipped, nameless
from tests.support.room import Room
from tests.ui.live.conftest import Live
from ui.live.controller import LiveController
from ui.live.page import TAB_CLOCK, TAB_STATEMENTS
from ui.live.speakers_desk import SpeakersDesk
from ui.live.speaking_groups import SpeakingGroupsDialog
from ui.models.movable_model import Move
from ui.pages import Step


def _ask(live: Live, *typed: str) -> None:
    for text in typed:
        press("Alt+R")
        type_text(text)


def _desk(live: Live) -> SpeakersDesk:
    return live.place.speakers.desk


def _waiting(live: Live) -> list[str]:
    return [row.initials for row in _desk(live).board.queue.rows.rows()]


def _speaking(live: Live) -> str:
    speaker = _desk(live).board.speaker
    return "" if speaker.isHidden() else speaker.name.text()


def test_off_until_first_used(running: Live) -> None:
    card = running.page.side.speakers
    assert running.place.speakers._desk is None
    assert card.ask.isVisible()
    card.ask.click()
    assert focus() is _desk(running).board.ask.line
    press("Esc")
    assert focus() is running.page.entry.edit
    assert card.ask.isVisible()
    assert not _desk(running).board.isVisible()


def test_one_key_and_two_letters(running: Live) -> None:
    _ask(running, "sb")
    assert focus() is running.page.entry.edit
    _ask(running, "kw", "mö")
    assert _waiting(running) == ["SB", "KW", "MÖ"]
    assert not running.page.side.speakers.ask.isVisible()


def test_letters_that_may_mean_several_wait_for_enter(running: Live) -> None:
    running.services.people.add(running.room.uid, ParticipantDraft(name="Stefan Bauer"))
    _ask(running, "sb")
    board = _desk(running).board
    assert focus() is board.ask.line
    assert board.ask.names.count() == 2
    press("Down", "Return")
    assert [row.name for row in board.queue.rows.rows()] == ["Stefan Bauer"]


def test_an_organisation_that_begins_so_makes_no_letters_unclear(running: Live) -> None:
    draft = ParticipantDraft(name="Petra Mendel", organisation="Pflegedienst Morgenrot")
    running.services.people.add(running.room.uid, draft)
    _ask(running, "mö")
    assert _waiting(running) == ["MÖ"]
    assert focus() is running.page.entry.edit


def test_nobody_of_that_name_is_said(running: Live) -> None:
    _ask(running, "xx")
    press("Return")
    ask = _desk(running).board.ask
    assert ask.isVisible()
    assert "Nobody" in ask.hint.text() or "niemand" in ask.hint.text()
    press("Esc")
    assert running.services.views.speakers(running.room.uid).requests == ()


def test_whoever_is_not_on_the_list_is_taken_in_as_a_guest(running: Live) -> None:
    _ask(running, "Petra Neu, Mieterbund")
    ask = _desk(running).board.ask
    assert (ask.names.count(), ask.names.item(0).text()) == (1, "Als Gast anlegen")
    before = len(running.services.views.participants(running.room.uid))
    press("Return")
    people = running.services.views.participants(running.room.uid)
    assert len(people) == before + 1
    guest = next(p for p in people if p.name == "Petra Neu")
    assert guest.organisation == "Mieterbund"
    assert guest.attendance.is_guest
    assert guest.attendance.presence is Presence.PRESENT
    assert _waiting(running) == ["PN"]
    assert focus() is running.page.entry.edit
    _ask(running, "pn")  # known from now on
    assert [p.name for p in running.services.views.participants(running.room.uid)].count(
        "Petra Neu"
    ) == 1


def test_a_guest_is_offered_only_for_a_name_nobody_has(running: Live) -> None:
    press("Alt+R")
    ask = _desk(running).board.ask
    for typed, offered in (("Kar", False), ("Petra Neu", True), ("und jetzt", False)):
        ask.line.clear()
        type_text(typed)
        assert bool(ask._guest) is offered, typed
    press("Esc")
    assert not ask.isVisible()
    assert running.services.views.speakers(running.room.uid).requests == ()


def test_the_check_in_can_be_reached_while_leading(running: Live, qtbot: QtBot) -> None:
    action = running.desk.tools.actions.get("session.check_in")
    with qtbot.waitSignal(action.triggered):
        running.page.side.speakers.check_in.click()
    with qtbot.waitSignal(action.triggered):
        press("Ctrl+Shift+A")


def test_waiting_speaking_done_by_one_key(running: Live) -> None:
    _ask(running, "sb", "kw")
    press("F9")
    assert (_speaking(running), _waiting(running)) == ("Sabine Brandt", ["KW"])
    press("F9")
    assert (_speaking(running), _waiting(running)) == ("Karin Weiß", [])
    press("F9")
    assert _speaking(running) == ""


def test_the_key_for_the_next_asks_while_nobody_is_on_the_list(running: Live) -> None:
    press("F9")
    assert focus() is _desk(running).board.ask.line


def test_keys_of_the_list(running: Live) -> None:
    _ask(running, "sb", "kw", "mö")
    queue = _desk(running).board.queue
    queue.setFocus()
    press("Alt+Down")
    assert _waiting(running) == ["KW", "SB", "MÖ"]
    assert queue.current_uid() == queue.rows.row_at(1).uid  # it goes along
    press("Alt+Up", "Alt+Up")
    assert _waiting(running) == ["SB", "KW", "MÖ"]
    press("Down", "Return")
    assert (_speaking(running), _waiting(running)) == ("Karin Weiß", ["SB", "MÖ"])
    press("Del")
    assert len(_waiting(running)) == 1
    press("Esc")
    assert focus() is running.page.entry.edit


def test_dragging_asks_for_the_same_move(running: Live) -> None:
    _ask(running, "sb", "kw", "mö")
    queue = _desk(running).board.queue
    data = queue.rows.mimeData([queue.rows.index(2)])
    nowhere = queue.rows.index(-1)
    queue.rows.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, nowhere)
    assert _waiting(running) == ["MÖ", "SB", "KW"]
    queue.rows.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 1, 0, nowhere)
    assert _waiting(running) == ["MÖ", "SB", "KW"]


def test_while_a_table_reports_nobody_is_offered(running: Live) -> None:
    """Two sources would compete: the table stands beside the statement, unless Tab took a name."""
    changes = PlanItemChanges(tables=parse_tables("Tisch 1, 10"))
    running.services.plan.update(running.room.question(1).uid, changes)
    edit = running.page.entry.edit
    _ask(running, "sb")
    press("F9")
    press("Alt+T")
    assert edit.suggestion is None
    assert "spricht" not in edit.placeholderText()
    press("Alt+T")
    assert edit.placeholderText() == "Sabine Brandt spricht – Tab übernimmt den Namen"


def test_in_a_narrow_line_the_offer_is_short_not_cut(running: Live) -> None:
    edit = running.page.entry.edit
    _ask(running, "sb")
    press("F9")
    assert edit.placeholderText() == "Sabine Brandt spricht – Tab übernimmt den Namen"
    running.desk.window.resize(700, 768)
    running.desk.theme.set_scale(150)
    QApplication.processEvents()
    narrow = edit.placeholderText()
    fits = edit.fontMetrics().horizontalAdvance(narrow) <= edit.viewport().width()
    running.desk.theme.set_scale(100)
    running.desk.window.resize(1366, 768)
    QApplication.processEvents()
    assert narrow == "Tab: Sabine Brandt"
    assert fits
    assert edit.placeholderText().endswith("den Namen")


def test_the_speaker_is_offered_and_only_tab_takes_it(running: Live) -> None:
    edit = running.page.entry.edit
    plain = edit.placeholderText()
    _ask(running, "sb")
    assert edit.placeholderText() == plain
    press("F9")
    assert "Sabine Brandt" in edit.placeholderText()
    running.enter("Ohne Person")
    press("Tab")
    type_text("Mit Person")
    press("Return")
    press("F9")
    assert edit.placeholderText() == plain
    sabine = running.room.people[2]
    found = [(s.text, s.participant_uid) for s in running.statements(4)]
    assert found == [("Ohne Person", None), ("Mit Person", sabine)]


def test_tab_leaves_a_line_that_holds_text(running: Live) -> None:
    _ask(running, "sb")
    press("F9")
    type_text("Halb")
    press("Tab")
    assert running.line == "Halb"
    assert focus() is not running.page.entry.edit


def test_the_reason_is_said_where_it_is_needed(running: Live) -> None:
    _ask(running, "sb")
    press("F9")
    _ask(running, "sb", "kw")
    reason = _desk(running).board.reason
    assert not reason.isVisible()
    running.services.speakers.set_order(running.room.uid, SpeakingOrder.BALANCED)
    assert reason.isVisible()
    assert "Karin Weiß" in reason.text()
    assert "noch nicht gesprochen" in reason.text()
    assert _waiting(running) == ["KW", "SB"]


def test_sorting_by_hand_goes_back_to_as_they_come(running: Live) -> None:
    _ask(running, "sb", "kw")
    desk = _desk(running)
    running.services.speakers.set_order(running.room.uid, SpeakingOrder.BALANCED)
    uid = desk.board.queue.rows.row_at(1).uid
    desk._move(Move(uid, None))
    assert desk.speakers.order is SpeakingOrder.AS_THEY_COME
    assert _waiting(running) == ["KW", "SB"]


def test_the_menu_holds_what_is_needed_less_often(running: Live) -> None:
    _ask(running, "sb", "kw")
    desk = _desk(running)
    actions = {action.text(): action for action in desk.make_menu().actions()}
    actions["Direkte Erwiderung …"].trigger()
    type_text("mö")
    assert _waiting(running) == ["MÖ", "SB", "KW"]
    assert desk.speakers.waiting[0].kind is RequestKind.DIRECT_REPLY
    actions["Erstredende zuerst"].trigger()
    assert desk.speakers.order is SpeakingOrder.FIRST_SPEAKERS
    checked = [each.text() for each in desk.make_menu().actions() if each.isChecked()]
    assert checked == ["Erstredende zuerst"]


def test_groups_are_written_one_a_line(running: Live) -> None:
    _ask(running, "sb")
    desk = _desk(running)
    desk._set_order(SpeakingOrder.QUOTA)  # without groups they are asked for
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SpeakingGroupsDialog)
    dialog.edit.setPlainText("Nord: kw, Unbekannt\nSüd")
    dialog.accept()
    assert "Unbekannt" in dialog.field.problem
    assert "Süd" in dialog.field.problem
    dialog.edit.setPlainText("Nord: kw, Sabine Brandt\nSüd: mö")
    dialog.accept()
    assert desk.speakers.order is SpeakingOrder.QUOTA
    assert sorted(desk.speakers.groups.values()) == ["Nord", "Nord", "Süd"]
    again = SpeakingGroupsDialog(
        running.desk.tools, running.room.uid, desk.speakers.groups, parent=running.desk.window
    )
    assert again.edit.text() == "Nord: Karin Weiß, Sabine Brandt\nSüd: Mehmet Öztürk"
    again.reject()


def test_who_waits_already_is_said(running: Live) -> None:
    _ask(running, "sb", "sb")
    assert _waiting(running) == ["SB"]
    notice = running.desk.window.band.notice
    assert notice is not None
    assert "steht schon" in notice.text


def test_undo_takes_the_last_request_back(running: Live) -> None:
    _ask(running, "sb", "kw")
    press("Ctrl+Z")
    assert _waiting(running) == ["SB"]


def test_more_than_four_are_counted(running: Live) -> None:
    for number in range(6):
        uid = running.services.people.add(running.room.uid, ParticipantDraft(name=f"Gast {number}"))
        running.services.speakers.request(running.room.uid, uid)
    board = _desk(running).board
    assert board.queue.rows.rowCount() == 6
    assert "2" in board.more.text()


def _hold(live: Live, kind: QEvent.Type) -> None:
    event = QKeyEvent(kind, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(focus(), event)


def test_who_was_not_heard_is_seen_only_while_the_key_is_held(running: Live) -> None:
    running.enter("kw: Gesagt")
    _hold(running, QEvent.Type.KeyPress)
    panel = _desk(running).panel
    assert panel.isVisible()
    people, here, shares = panel.texts()
    assert people == "Mehmet Öztürk, Sabine Brandt"
    assert here == "Alle Gruppen wurden gehört."
    assert shares.startswith("100 %")
    _hold(running, QEvent.Type.KeyRelease)
    assert not panel.isVisible()


def test_where_no_kind_is_known_nobody_is_said_to_be_heard(running: Live) -> None:
    for uid in running.room.people:
        running.services.people.update(uid, ParticipantChanges(organisation_kind=None))
    _hold(running, QEvent.Type.KeyPress)
    _, here, shares = _desk(running).panel.texts()
    assert here == "Von niemandem hier ist die Art der Organisation bekannt."
    assert shares == "Noch kein Beitrag hat eine Person."
    _hold(running, QEvent.Type.KeyRelease)


def test_offered_names_stand_whole_below_the_field(running: Live) -> None:
    for name in ("Sandra Brandt", "Sina Brandt"):
        running.services.people.add(running.room.uid, ParticipantDraft(name=name))
    press("Alt+R")
    type_text("brandt")
    for _ in range(3):
        QApplication.processEvents()
    names = _desk(running).board.ask.names
    assert names.count() > 1
    last = names.visualItemRect(names.item(names.count() - 1))
    assert names.viewport().rect().contains(last)
    assert last.height() >= running.desk.theme.px(30)


def test_who_was_not_heard_is_seen_only_while_the_button_is_down(running: Live) -> None:
    button = running.page.side.speakers.unheard
    button.pressed.emit()
    assert _desk(running).panel.isVisible()
    button.released.emit()
    assert not _desk(running).panel.isVisible()


def test_it_does_not_stay_when_the_page_goes(running: Live) -> None:
    _hold(running, QEvent.Type.KeyPress)
    running.page.hide()
    assert _desk(running).panel.isHidden()


def test_a_tick_changes_the_time_of_who_speaks(running: Live) -> None:
    _ask(running, "sb")
    press("F9")
    speaking = _desk(running).speakers.speaking
    assert speaking is not None
    assert speaking.started_at is not None
    running.clock.moment = speaking.started_at
    running.clock.go_on(seconds=95)
    running.place.clock.tick()
    assert _desk(running).board.speaker.time.text() == "1:35"


def test_another_session_has_another_list(running: Live) -> None:
    _ask(running, "sb", "kw")
    press("F9")
    other = Room(running.services)
    running.desk.open(other.uid, Step.LIVE, LiveController)
    assert running.page.side.speakers.ask.isVisible()
    assert "Sabine" not in running.page.entry.edit.placeholderText()
    running.open()
    assert (_speaking(running), _waiting(running)) == ("Sabine Brandt", ["KW"])


def test_a_list_that_is_used_is_there_at_once(german: None, desk: Desk, room: Room) -> None:
    room.services.speakers.request(room.uid, room.people[2])
    live = Live(desk, room)
    assert live.place.speakers._desk is not None
    assert _waiting(live) == ["SB"]
    assert not live.page.side.speakers.ask.isVisible()


def test_a_closed_session_has_no_list(running: Live) -> None:
    _ask(running, "sb")
    running.services.sessions.set_state(running.room.uid, SessionState.CLOSED)
    assert not running.page.side.speakers.isVisible()
    press("Alt+R")
    assert not _desk(running).board.ask.isVisible()


def test_in_a_narrow_window_the_tab_comes_and_goes(running: Live) -> None:
    running.desk.window.resize(900, 700)
    QApplication.processEvents()
    assert running.page.narrow
    press("Alt+R")
    assert running.page.tabs.current == TAB_CLOCK
    type_text("sb")
    assert running.page.tabs.current == TAB_STATEMENTS
    assert _waiting(running) == ["SB"]


def test_a_hidden_column_comes_when_somebody_asks(running: Live) -> None:
    press("F11")
    assert not running.page.side.isVisible()
    press("Alt+R")
    assert running.page.side.isVisible()
    type_text("sb")
    assert _waiting(running) == ["SB"]


@pytest.mark.parametrize(("width", "scale"), [(1366, 100), (1366, 150), (1366, 200), (911, 100)])
def test_no_button_is_cut_off_and_all_have_names(running: Live, width: int, scale: int) -> None:
    _ask(running, "sb", "kw", "mö")
    press("F9")
    running.desk.window.resize(width, 768)
    running.desk.theme.set_scale(scale)
    for _ in range(3):
        QApplication.processEvents()
    buttons = [text for text in clipped(running.page) if not text.startswith("QLabel")]
    running.desk.theme.set_scale(100)
    assert buttons == []
    assert nameless(running.page) == []
