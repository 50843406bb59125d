"""The item running and the item written to are two things."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.vocabulary import SessionState
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live


def written_row(live: Live) -> str:
    """The number of the outlined row in the plan."""
    return "".join(row.number for row in live.page.plan.model.rows() if row.written_to)


def test_going_on_never_moves_a_line_in_progress(live: Live) -> None:
    live.run(3)
    live.page.entry.edit.setFocus()
    type_text("Donnerstags ist jetzt Sprechstunde im")
    press("Ctrl+PgDown")
    assert live.page.heading.question.text() == live.room.question(4).text
    assert live.page.entry.target_text() == "Beitrag zu Leitfrage 3: Was ist neu?"
    assert written_row(live) == "3"
    live.enter(" Gemeindehaus")
    assert [s.text for s in live.statements(3)] == [
        "Donnerstags ist jetzt Sprechstunde im Gemeindehaus"
    ]
    assert live.page.entry.target_text() == ""
    assert written_row(live) == ""
    live.enter("Jetzt zu vier")
    assert [s.text for s in live.statements(4)] == ["Jetzt zu vier"]


def test_the_empty_line_follows(live: Live) -> None:
    live.run(3)
    press("Ctrl+PgDown")
    assert live.page.entry.target_text() == ""
    live.page.entry.edit.setFocus()
    live.enter("Gehört zu vier")
    assert [s.text for s in live.statements(4)] == ["Gehört zu vier"]


def test_alt_and_a_digit_sends_the_line(running: Live) -> None:
    type_text("Eine Empfehlung")
    press("Alt+8")
    assert running.page.entry.target_text() == "Beitrag zu Leitfrage 8: Empfehlungen"
    assert running.page.entry._band_hint.text() == "Alt+4 legt ihn zu Leitfrage 4"
    assert running.page.heading.question.text() == running.room.question(4).text
    press("Alt+4")
    assert running.page.entry.target_text() == ""
    press("Alt+8", "Return")
    assert [s.text for s in running.statements(8)] == ["Eine Empfehlung"]
    assert running.shown() == []


def test_the_kinds_are_those_of_the_item_written_to(running: Live) -> None:
    press("Alt+6")
    assert running.page.entry.kind.currentText() == "Hemmnis"
    press("Alt+4")
    assert running.page.entry.kind.currentText() == "Kooperation"


def test_going_back_to_the_question_of_the_line_closes_the_band(live: Live) -> None:
    live.run(3)
    live.page.entry.edit.setFocus()
    type_text("Halb")
    press("Ctrl+PgDown", "Ctrl+PgUp")
    assert live.page.entry.target_text() == ""
    assert live.line == "Halb"


def test_a_click_in_the_plan_sends_the_line_and_starts_nothing(running: Live) -> None:
    plan = running.page.plan
    pause = next(item for item in running.room.items if item.title == "Pause")
    center = plan.list.visualRect(plan.model.index_of(pause.uid)).center()
    running.desk.qtbot.mouseClick(plan.list.viewport(), Qt.MouseButton.LeftButton, pos=center)
    assert running.page.entry.target_text() == "Beitrag zu: Pause"
    assert running.page.entry.edit.hasFocus()
    assert running.room.question(4).is_running


def test_the_menu_of_the_plan_lets_any_item_run(running: Live) -> None:
    plan = running.page.plan
    target = running.room.question(7)
    plan.list.scrollTo(plan.model.index_of(target.uid))
    plan.list.customContextMenuRequested.emit(
        plan.list.visualRect(plan.model.index_of(target.uid)).center()
    )
    (menu,) = plan.list.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert running.room.question(7).is_running
    assert not running.room.question(4).is_running


def test_beginning_going_on_and_ending(live: Live) -> None:
    assert live.page.on.text() == "Gespräch beginnen"
    assert not live.page.back.isVisible()
    live.page.on.click()
    session = live.services.views.session(live.room.uid)
    assert session.state is SessionState.RUNNING
    assert live.room.items[0].is_running
    assert live.page.on.text() == "Weiter: Vorstellungsrunde"
    for _ in live.room.items[1:]:
        live.page.on.click()
    assert live.page.on.text() == "Gespräch beenden"
    live.page.on.click()
    assert live.services.views.session(live.room.uid).state is SessionState.REVIEW
    assert not any(item.is_running for item in live.room.items)


def test_what_comes_next_stands_on_the_button(live: Live) -> None:
    live.run(4)
    assert live.page.on.text() == "Weiter: Pause"
    live.run(5)
    assert live.page.on.text() == "Weiter: Frage 6"


def test_ending_with_text_in_the_line_keeps_it_in_sight(live: Live) -> None:
    live.place.start(live.room.items[-1].uid)
    live.page.entry.edit.setFocus()
    type_text("Noch ein Wort")
    press("Ctrl+PgDown")
    assert live.services.views.session(live.room.uid).state is SessionState.REVIEW
    assert live.page.isVisible()
    assert live.line == "Noch ein Wort"
    assert live.desk.window.band.notice is not None
    press("Return")
    last = live.services.views.statements(live.room.uid, live.room.items[-1].uid)
    assert [s.text for s in last] == ["Noch ein Wort"]


def test_an_ended_session_can_be_resumed_where_it_was(live: Live) -> None:
    live.place.start(live.room.items[-1].uid)
    live.services.plan.finish(live.room.uid)
    assert live.page.back.accessibleName() == "Fortsetzen"
    assert live.page.on.text() == "Zum Nachbereiten"
    live.page.back.click()
    assert live.room.items[-1].is_running


def test_without_anything_running_the_item_written_to_is_shown(live: Live) -> None:
    press("Alt+6")
    assert live.page.heading.question.text() == live.room.question(6).text
    assert live.page.entry.target_text() == ""
    live.enter("Eins")
    live.enter("Zwei")
    assert live.shown() == ["Eins", "Zwei"]


def test_the_line_does_not_lose_its_item_when_the_plan_changes(running: Live) -> None:
    type_text("Zu sechs")
    press("Alt+6")
    pause = next(item for item in running.room.items if item.title == "Pause")
    running.services.plan.remove(pause.uid)
    assert running.page.entry.target_text() == "Beitrag zu Leitfrage 6: Hemmnisse"


def test_a_removed_item_gives_the_line_back_to_what_runs(running: Live) -> None:
    pause = next(item for item in running.room.items if item.title == "Pause")
    type_text("Zur Pause")
    running.place.entry.send_to(pause.uid)
    running.services.plan.remove(pause.uid)
    assert running.page.entry.target_text() == ""
    assert running.line == "Zur Pause"
    press("Return")
    assert [s.text for s in running.statements(4)] == ["Zur Pause"]
