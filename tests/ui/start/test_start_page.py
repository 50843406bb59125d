"""The start page as it is used: with the keyboard, on a real database."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.series import SeriesChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementDraft
from app.domain.vocabulary import SessionState
from tests.support.desk import Desk
from tests.ui.start.conftest import NOW, AddSession, StartAt
from ui.dialogs.form_dialog import ConfirmDialog
from ui.dialogs.series import SeriesDialog
from ui.dialogs.session_list import SessionListDialog
from ui.pages import Extent, Step
from ui.prepare.controller import PrepareController
from ui.start.content import Content
from ui.start.controller import ROWS, StartController
from ui.start.page import StartPage
from ui.start.promise import PromiseLine


def focused() -> object:
    return QApplication.focusWidget()


def test_without_sessions_the_first_of_three_ways_has_the_focus(start: StartAt) -> None:
    page = start().page
    assert not page.shows_home
    assert focused() is page.welcome.new_button
    assert page.welcome.new_button.property("variant") == "primary"
    filled = [
        b
        for b in (page.welcome.read_button, page.welcome.example_button)
        if b.property("variant") == "primary"
    ]
    assert not filled


def test_the_example_is_built_and_opened(start: StartAt, desk: Desk) -> None:
    page = start().page
    page.welcome.example_button.setFocus()
    desk.press("Space")
    desk.wait_for(lambda: desk.frame.session_uid != "")
    session = desk.services.views.session(desk.frame.session_uid)
    assert session.is_example


def test_enter_begins_the_session_of_today(
    start: StartAt, add_session: AddSession, desk: Desk, services: Services
) -> None:
    add_session("Gestern", -1, SessionState.REVIEW)
    uid = add_session("Heute")
    page = start().page
    assert page.shows_home
    assert page.home.overline.text() == "Heute, Freitag, 20. November 2026"
    assert focused() is page.home.card.main_button
    desk.press("Return")
    assert desk.frame.session_uid == uid
    assert services.views.session(uid).state is SessionState.RUNNING
    assert services.views.plan_items(uid)[0].is_running


def test_the_card_says_what_is_open_and_leads_there(
    start: StartAt, add_session: AddSession, desk: Desk, services: Services
) -> None:
    uid = add_session("Heute", place="Gemeindehaus")
    services.sessions.update(uid, SessionChanges(facilitators=("Anna",)))
    services.people.add(uid, ParticipantDraft(name="Peter Fuchs"))
    card = start().page.home.card
    texts = {point.text(): point for point in card.points()}
    assert texts["8 Leitfragen, 180 Minuten"].settled
    assert texts["1 Person ohne Organisation"].settled is False
    open_point = texts["Wer protokolliert, ist offen"]
    assert open_point.focusPolicy() != Qt.FocusPolicy.NoFocus
    open_point.setFocus()
    desk.press("Space")
    prepare = desk.open(uid, Step.PREPARE, PrepareController)
    assert focused() is not None
    open_point.click()
    assert focused() is prepare.page.form.note_takers.line


def test_settled_points_are_no_tab_stop(start: StartAt, add_session: AddSession) -> None:
    add_session("Heute")
    settled = [p for p in start().page.home.card.points() if p.settled]
    assert settled
    assert all(p.focusPolicy() is Qt.FocusPolicy.NoFocus for p in settled)


def test_the_band_describes_the_plan_in_words(start: StartAt, add_session: AddSession) -> None:
    add_session("Heute")
    band = start().page.home.card.band
    words = band.accessibleDescription()
    assert words.startswith("16:15 Begrüßung, 16:25 Vorstellungsrunde")
    assert "17:00 1. Relevanz des Quartiers" in words
    assert words.endswith("Ende 19:15")


def test_an_interrupted_session_goes_first(
    start: StartAt, add_session: AddSession, desk: Desk
) -> None:
    add_session("Heute")
    running = add_session("Gestern", -1, SessionState.RUNNING)
    page = start().page
    assert page.home.overline.text() == "Das Gespräch läuft noch – weitermachen"
    desk.press("Return")
    assert desk.frame.session_uid == running


def test_a_session_soon_is_prepared_not_begun(
    start: StartAt, add_session: AddSession, desk: Desk, services: Services
) -> None:
    uid = add_session("Bald", 5)
    page = start().page
    assert page.home.overline.text() == "In 5 Tagen, Mittwoch, 25. November 2026"
    assert page.home.card.main_button.text() == "Vorbereitung öffnen"
    desk.press("Return")
    assert desk.frame.session_uid == uid
    assert services.views.session(uid).state is SessionState.PLANNED


def test_when_nothing_is_near_a_new_session_is_proposed(
    start: StartAt, add_session: AddSession
) -> None:
    add_session("Vorbei", -30, SessionState.CLOSED)
    page = start().page
    assert page.home.nothing.isVisible()
    assert not page.home.card.isVisible()
    assert focused() is page.home.new_button


def test_without_a_time_the_place_stands_at_the_edge(
    start: StartAt, add_session: AddSession, services: Services, desk: Desk
) -> None:
    uid = add_session("Heute")
    card = start().page.home.card
    QApplication.processEvents()
    edge = left_of(card.title, card)
    assert left_of(card._pin, card) > edge
    services.sessions.update(uid, SessionChanges(start_time=None, end_time=None))
    desk.settle()
    QApplication.processEvents()
    assert not card.times.isVisible()
    assert left_of(card._pin, card) == edge


def left_of(part: QWidget, inside: QWidget) -> int:
    """How far a part lies from the left edge of another."""
    return part.mapTo(inside, QPoint(0, 0)).x()


def test_the_link_ends_with_the_card_below_it(start: StartAt, add_session: AddSession) -> None:
    for number in range(8):
        add_session(f"Gespräch {number}", -number - 1, SessionState.REVIEW)
    page = start().page
    QApplication.processEvents()
    link, home = page.home.all_button, page.home
    frame = home._sessions_frame
    edge = left_of(frame, home) + frame.width()
    assert left_of(link, home) + link.width() == edge
    blank = [x for x in range(edge - 8, edge) if not column_has_ink(home, link, x)]
    assert len(blank) <= 2, "the letters end there, not a padding"


def column_has_ink(home: QWidget, link: QWidget, x: int) -> bool:
    """Whether anything of a link is painted in a column of pixels."""
    top = link.mapTo(home, QPoint(0, 0)).y()
    image = home.grab(QRect(x, top, 1, link.height())).toImage()
    return len({image.pixel(0, y) for y in range(image.height())}) > 1


@pytest.mark.parametrize(("height", "scrolls"), [(749, False), (700, False), (600, True)])
def test_the_first_page_scrolls_only_if_it_must(
    start: StartAt, desk: Desk, height: int, scrolls: bool
) -> None:
    desk.window.resize(1366, height)
    page = start().page
    QApplication.processEvents()
    bar = page._areas[0].verticalScrollBar()
    assert bar.isVisible() is scrolls
    bar.setValue(bar.maximum())
    promise = page.welcome.findChildren(PromiseLine)[0]
    lower = promise.mapTo(desk.window, promise.rect().bottomLeft()).y()
    assert lower < desk.window.height(), "its end can be seen"


def test_five_rows_then_all_with_a_filter(
    start: StartAt, add_session: AddSession, desk: Desk
) -> None:
    for number in range(8):
        add_session(f"Gespräch {number}", -number - 1, SessionState.REVIEW)
    target = add_session("Nachbarschaftshaus Übersee", -60, SessionState.REVIEW)
    page = start().page
    assert page.home.sessions.rows.rowCount() == ROWS
    assert page.home.all_button.text() == "Alle 9 ansehen"
    page.home.all_button.setFocus()
    desk.press("Space")
    dialog = page.findChild(SessionListDialog)
    assert dialog is not None
    desk.wait_for(lambda: focused() is dialog.filter)
    desk.settle()
    dialog.filter.setText("ubersee")
    assert [row.uid for row in dialog.list.rows.rows()] == [target]
    desk.press("Return", to=dialog.filter)
    assert desk.frame.session_uid == target


def test_the_list_of_all_closes_and_deletes(
    start: StartAt, add_session: AddSession, desk: Desk, services: Services
) -> None:
    uids = [add_session(f"Gespräch {n}", -n - 1, SessionState.REVIEW) for n in range(7)]
    page = start().page
    page.home.all_button.click()
    dialog = page.findChild(SessionListDialog)
    assert dialog is not None
    desk.settle()
    dialog.list.select(uids[2])
    dialog.close_button.click()
    desk.settle()
    assert services.views.session(uids[2]).state is SessionState.CLOSED
    assert dialog.list.current_uid() == uids[2], "the keyboard stays where it was"
    assert dialog.close_button.text() == "Wieder öffnen"
    dialog.delete_button.click()
    question = dialog.findChild(ConfirmDialog)
    assert question is not None
    question.confirm.click()
    desk.wait_for(lambda: dialog.list.rows.rowCount() == len(uids) - 1)
    desk.settle()
    assert uids[2] not in [row.uid for row in dialog.list.rows.rows()]


def test_the_filter_says_when_nothing_fits(
    start: StartAt, add_session: AddSession, desk: Desk
) -> None:
    for number in range(7):
        add_session(f"Gespräch {number}", -number - 1, SessionState.REVIEW)
    page = start().page
    page.home.all_button.click()
    dialog = page.findChild(SessionListDialog)
    assert dialog is not None
    desk.wait_for(lambda: focused() is dialog.filter)
    desk.settle()
    dialog.filter.setText("gibt es nicht")
    assert dialog.nothing.isVisible()
    assert not dialog.confirm.isEnabled()
    dialog.filter.clear()
    desk.press("Down", to=dialog.filter)
    assert focused() is dialog.list


def test_rows_say_date_count_and_state(
    start: StartAt, add_session: AddSession, services: Services
) -> None:
    uid = add_session("Hafen", -14, SessionState.REVIEW)
    items = services.views.plan_items(uid)
    services.capture.record(StatementDraft(plan_item_uid=items[3].uid, text="Die Halle ist leer."))
    (row,) = start().page.home.sessions.rows.rows()
    assert row.detail == "6. November 2026 · 1 Beitrag"
    assert row.note == "8 Leitfragen ohne Ergebnis"
    assert row.chip is not None
    assert row.chip.word == "in Nachbereitung"
    for word in ("Hafen", "1 Beitrag", "in Nachbereitung"):
        assert word in row.accessible


def test_a_row_opens_with_enter_and_with_a_click(
    start: StartAt, add_session: AddSession, desk: Desk
) -> None:
    first = add_session("A", -1, SessionState.REVIEW)
    second = add_session("B", -2, SessionState.REVIEW)
    page = start().page
    page.home.sessions.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Down", "Return")
    assert desk.frame.session_uid == second
    desk.frame.go_home()
    desk.settle()
    view = page.home.sessions
    box = view.visualRect(view.rows.index_of(first))
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert desk.frame.session_uid == first


def test_series_have_a_bar_for_each_planned_session(
    start: StartAt, add_session: AddSession, services: Services, desk: Desk
) -> None:
    add_session("A", -1, SessionState.CLOSED)
    uid = add_session("Heute")
    series = services.views.session(uid).series_uid
    services.series.update(series, SeriesChanges(planned_sessions=8))
    page = start().page
    (row,) = page.home.series.rows.rows()
    assert row.bars is not None
    assert (row.bars.held, row.bars.planned) == (1, 8)
    assert row.detail == "heute das 2. von 8 Gesprächen · 0 Beiträge"
    page.home.series.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Return")
    dialog = page.findChild(SeriesDialog)
    assert dialog is not None
    desk.settle()
    assert dialog.list.rows.rowCount() == 2
    dialog.planned.setValue(6)
    dialog.accept()
    desk.settle()
    assert services.views.series(series).planned_sessions == 6
    assert page.home.series.rows.row_at(0).bars is not None


def test_every_list_is_one_tab_stop_with_a_name(
    start: StartAt, add_session: AddSession, desk: Desk
) -> None:
    add_session("Heute")
    for number in range(3):
        add_session(f"G {number}", -number - 1, SessionState.REVIEW)
    home = start().page.home
    for view in (home.sessions, home.ways, home.series):
        assert view.accessibleName()
        QAbstractItemModelTester(
            view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, view
        )
    home.card.main_button.setFocus()
    stops = []
    for _ in range(12):
        desk.press("Tab")
        stops.append(focused())
    assert stops.count(home.sessions) == 1
    assert stops.count(home.ways) == 1


def test_closing_reopening_and_deleting_from_the_menu_of_a_row(
    start: StartAt, add_session: AddSession, desk: Desk, services: Services
) -> None:
    uid = add_session("Fertig", -1, SessionState.REVIEW)
    page = start().page
    choose(page, "Abschließen")
    desk.settle()
    assert services.views.session(uid).state is SessionState.CLOSED
    choose(page, "Wieder öffnen")
    desk.settle()
    assert services.views.session(uid).state is SessionState.REVIEW
    choose(page, "Löschen …")
    dialog = page.findChild(ConfirmDialog)
    assert dialog is not None
    desk.wait_for(lambda: focused() is dialog.cancel)
    dialog.confirm.click()
    desk.wait_for(lambda: not services.views.sessions())
    desk.settle()
    assert services.backups.last() is not None, "a backup was made before"
    desk.wait_for(lambda: not page.shows_home)


def test_cancelling_deletes_nothing(
    start: StartAt, add_session: AddSession, desk: Desk, services: Services
) -> None:
    add_session("Bleibt", -1, SessionState.REVIEW)
    page = start().page
    choose(page, "Löschen …")
    dialog = page.findChild(ConfirmDialog)
    assert dialog is not None
    desk.press("Return", to=dialog.cancel)
    desk.settle()
    assert len(services.views.sessions()) == 1


def test_a_planned_session_is_not_closed(start: StartAt, add_session: AddSession) -> None:
    add_session("Heute")
    add_session("Später", 3)
    page = start().page
    texts = [entry.text() for entry in menu(page).actions()]
    assert not any("Abschließen" in text for text in texts)


def test_before_the_services_wishes_are_kept(desk: Desk, german: None, services: Services) -> None:
    page = StartPage(desk.theme)
    start = StartController(page, services.texts, desk.frame, parent=desk.window)
    desk.window.show_page(page, in_session=False)
    page.welcome.example_button.click()
    assert services.views.sessions() == ()
    start.attach(desk.tools)
    desk.wait_for(lambda: desk.frame.session_uid != "")


def test_before_the_services_the_last_visit_is_shown(
    desk: Desk, german: None, services: Services, add_session: AddSession
) -> None:
    uid = add_session("Gestern", -1)
    page = StartPage(desk.theme)
    start = StartController(page, services.texts, desk.frame, now=moment, parent=desk.window)
    content = Content(services.texts, start)
    start.show_recent([content.session_row(one) for one in services.views.sessions()])
    desk.window.show_page(page, in_session=False)
    assert page.shows_home
    assert [row.uid for row in page.home.sessions.rows.rows()] == [uid]
    assert not page.home.card.isVisible()
    page.home.sessions.opened.emit(uid)
    assert desk.frame.session_uid == "", "kept until the services are there"
    start.attach(desk.tools)
    assert desk.frame.session_uid == uid


def test_narrow_windows_put_the_right_column_below(start: StartAt, add_session: AddSession) -> None:
    add_session("Heute")
    controller = start()
    home = controller.page.home
    assert home.ways.mapTo(home, home.ways.rect().topLeft()).x() > home.card.width()
    controller.set_extent(Extent(narrow=True))
    QApplication.processEvents()
    below = home.ways.mapTo(home, home.ways.rect().topLeft())
    assert below.x() < 100
    assert below.y() > home.card.geometry().bottom()


@pytest.mark.parametrize("count", [1, 112])
def test_counts_read_as_german(start: StartAt, count: int) -> None:
    content = start()._content
    assert content.statements(count) == ("1 Beitrag" if count == 1 else "112 Beiträge")


def test_enter_on_the_welcome_asks_for_a_new_session(start: StartAt, desk: Desk) -> None:
    start()
    with desk.qtbot.waitSignal(desk.actions.get("app.new_session").triggered):
        desk.press("Return")


def moment() -> dt.datetime:
    return NOW


def choose(page: StartPage, text: str) -> None:
    """Choose from the menu of the first session."""
    shown = menu(page)
    entry = next(e for e in shown.actions() if e.text().startswith(text))
    entry.trigger()
    shown.close()


def menu(page: StartPage) -> QMenu:
    """The menu of the first session, asked for with the menu key."""
    view = page.home.sessions
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.rows.index(0))
    place = view.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    found = [m for m in page.findChildren(QMenu) if m.isVisible()]
    assert len(found) == 1
    return found[0]
