"""The step "Nachbereiten" by keyboard: going through, state, the page as a whole."""

import datetime as dt
import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.changes import ChangeSet
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import (
    SessionState,
)
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.look import clipped, lay_out, nameless
from tests.ui.review.room import Review
from ui.factories import FACTORIES
from ui.minutes.controller import MinutesController
from ui.pages import Extent, Step
from ui.review.side import STEPS
from ui.widgets.scroll_column import RING_ROOM

# -- showing --------------------------------------------------------------------------------------


def test_it_opens_at_a_question_with_the_focus_in_the_list(review: Review) -> None:
    assert QApplication.focusWidget() is review.page.list
    assert review.page.overline.text()
    assert review.page.list.current_uid() == review.said(1)[0].uid


def test_it_opens_at_the_first_question_without_result(desk: Desk, evening: str) -> None:
    views = desk.services.views
    item = next(i for i in views.plan_items(evening) if i.number == 5)
    results = [s.uid for s in views.statements(evening, item.uid) if s.is_result]
    desk.services.capture.update(results, StatementChanges(is_result=False))
    review = Review(desk, evening)
    assert review.page.question.text() == item.text


def test_arrows_in_the_plan_show_each_item_at_once(review: Review) -> None:
    press("F6", "F6")
    assert QApplication.focusWidget() is review.page.plan.list
    review.page.plan.list.show_item(review.item(1).uid)
    press("Down")
    assert review.page.question.text() == review.item(2).text
    assert review.shown() == [statement.uid for statement in review.said(2)]
    press("Esc")
    assert QApplication.focusWidget() is review.page.list


def test_each_item_remembers_where_one_was(review: Review) -> None:
    statement = review.go_to(2, row=2)
    review.place.show_item(review.item(3).uid)
    review.place.show_item(review.item(2).uid)
    assert review.page.list.current_uid() == statement.uid


def test_the_plan_counts_results_as_they_are_marked(review: Review) -> None:
    statement = review.go_to(6, row=1)
    row = review.page.plan.model.number_of(review.item(6).uid)
    before = review.page.plan.model.row_at(row).detail
    press("*")
    assert review.now(statement).is_result is not statement.is_result
    assert review.page.plan.model.row_at(row).detail != before


def test_the_models_keep_the_rules_of_qt(review: Review) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(review.place.statements.model, mode),
        QAbstractItemModelTester(review.page.plan.model, mode),
    ]
    review.go_to(4)
    press("*", "Alt+Down", "Del")
    review.desk.frame.undo()
    review.page.filters.pills[next(iter(review.page.filters.pills))].click()
    del testers


# -- state ----------------------------------------------------------------------------------------


def test_a_closed_session_is_only_read_and_can_be_opened_again(review: Review) -> None:
    statement = review.go_to(2)
    review.page.state_button.setFocus()
    press("Space")
    review.desk.wait_for(lambda: QApplication.activeModalWidget() is not None)
    press("Tab", "Return")
    assert review.services.views.session(review.uid).state is SessionState.CLOSED
    assert review.page.summary.isReadOnly()
    assert not review.page.side.steps.form.isVisible()
    review.page.list.setFocus()
    press("*", "Return", "Del")
    type_text('"')
    assert review.now(statement) == statement
    assert review.page.list.editor() is None
    review.page.state_button.setFocus()
    press("Space")
    assert review.services.views.session(review.uid).state is SessionState.REVIEW
    assert not review.page.summary.isReadOnly()


def test_the_conclusion_leads_to_the_minutes(review: Review) -> None:
    review.page.on.setFocus()
    press("Space")
    assert review.desk.frame.session_uid == review.uid
    assert isinstance(review.desk._places[Step.MINUTES], MinutesController)
    review.desk.settle()


def test_questions_without_result_lead_back_from_the_minutes(review: Review) -> None:
    services = review.services
    item = review.item(7)
    services.plan.update(item.uid, PlanItemChanges(summary=""))
    for statement in review.said(7):
        services.capture.update([statement.uid], StatementChanges(is_result=False))
    review.desk.frame.reveal(review.uid, item.uid, "")
    assert review.page.question.text() == item.text


# -- whole page -----------------------------------------------------------------------------------


def test_an_empty_session_says_so_everywhere(desk: Desk) -> None:
    uid = desk.services.sessions.create(
        SessionDraft(date=dt.date(2026, 11, 20), place="Lindenviertel")
    )
    review = Review(desk, uid)
    assert review.page.empty.isVisible()
    assert not review.page.clear_filter.isVisible()
    assert review.page.side.nothing.isVisible()
    press("*", "Del", "Return", "F9")
    assert desk.services.history.undoable(uid) is None


def test_a_confidential_session_has_no_levels_to_choose(desk: Desk, evening: str) -> None:
    desk.services.sessions.update(evening, SessionChanges(confidential=True))
    review = Review(desk, evening)
    assert not review.page.side.facts.naming.isVisible()


def test_tab_goes_left_centre_right_and_to_the_conclusion_last(review: Review) -> None:
    statement = review.go_to(4)
    page, reading = review.page, review.page.side.reading
    page.plan.list.setFocus()
    visited: list[QWidget] = []
    while not visited or visited[-1] is not page.on:
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus not in visited
        visited.append(focus)
        press("Tab")
    places = [
        page.plan.list,
        page.summary,
        page.filters.everything,
        page.list,
        *(row.head for row in reading.rows),
        reading.add,
        page.side.facts.person,
        page.on,
    ]
    assert len(reading.rows) == len(statement.actors)
    found = [visited.index(place) for place in places]
    assert found == sorted(found)


def test_nothing_is_written_by_looking(desk: Desk, evening: str) -> None:
    written: list[ChangeSet] = []
    desk.services.changes.subscribe(written.append)
    review = Review(desk, evening)
    for number in range(1, 9):
        review.go_to(number)
        press("Down", "Up", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    review.place.leave()
    desk.services.changes.unsubscribe(written.append)
    assert written == []


def test_narrow_windows_have_three_tabs(review: Review) -> None:
    page = review.page
    review.place.set_extent(Extent(narrow=True, low=True))
    assert page.list.isVisible()
    assert not page.side.isVisible()
    review.go_to(2)
    type_text("#")
    assert page.side.facts.themes.hasFocus()
    press("Esc")
    assert page.list.isVisible()
    press("Ctrl+L")
    assert page.side.steps.isVisible()
    assert page.tabs.current == STEPS + 1
    review.place.set_extent(Extent())
    assert page.list.isVisible()
    assert page.side.isVisible()


def test_behind_tabs_cards_begin_and_end_where_the_list_does(review: Review) -> None:
    review.desk.window.resize(911, 512)
    lay_out(review.page)
    assert review.page.narrow
    review.go_to(4)
    lay_out(review.page)
    page, side = review.page, review.page.side
    rows = QRect(page.list.viewport().mapTo(page, QPoint()), page.list.viewport().size())
    for number, part in ((1, side.reading), (2, side.steps.form)):
        page.tabs.chosen.emit(number)
        lay_out(page)
        box = QRect(part.mapTo(page, QPoint()), part.size())
        assert box.left() - rows.left() == RING_ROOM
        assert box.right() == rows.right()


def test_f11_takes_the_right_column_away(review: Review) -> None:
    press("F11")
    assert not review.page.side.isVisible()
    press("F11")
    assert review.page.side.isVisible()


def test_everything_that_takes_the_focus_has_a_name(review: Review) -> None:
    review.go_to(4)
    review.page.side.reading.rows[0].head.click()
    assert nameless(review.page) == []
    review.page.side.show_tab(STEPS)
    assert nameless(review.page) == []
    review.page.list.setAccessibleName("")
    assert nameless(review.page) == ["ReviewList"]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_cut_off(desk: Desk, evening: str, scale: int, german: None) -> None:
    desk.theme.set_scale(scale)
    review = Review(desk, evening)
    for number in (4, 6, 8):
        review.go_to(number)
        review.desk.wait_for(lambda: clipped(review.page) == [])


def test_a_page_that_is_not_needed_any_more_is_freed(desk: Desk, evening: str) -> None:
    place = FACTORIES[Step.REVIEW](desk.tools)
    place.open_session(evening)
    page, controller = weakref.ref(place.page), weakref.ref(place)
    place.page.deleteLater()
    del place
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert page() is None
    assert controller() is None


@pytest.mark.parametrize("key", ["Ctrl+M", "Ctrl+J", "F7"])
def test_a_key_for_a_statement_says_that_none_is_chosen(
    german: None, review: Review, key: str
) -> None:
    review.page.plan.list.setFocus()
    press(key)
    notice = review.desk.window.band.notice
    assert notice is not None
    assert "Beitrag" in notice.text
    assert review.page.list.hasFocus()


def test_esc_in_the_list_lets_go_of_the_selection_and_stays(review: Review) -> None:
    review.go_to(2)
    press("Ctrl+A", "Esc")
    assert review.page.list.hasFocus()
    assert not review.page.list.selectionModel().hasSelection()
