"""The step "Nachbereiten" by keyboard: correct, mark, sort, sum up, close."""

import datetime as dt
import gc
import weakref
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from app.domain.changes import ChangeSet
from app.domain.drafts import DraftPayload
from app.domain.people import ParticipantDraft
from app.domain.plan import PlanItemChanges, PlanItemView
from app.domain.sessions import SessionChanges, SessionDraft
from app.domain.statements import StatementChanges, StatementView
from app.domain.vocabulary import (
    ActivityStatus,
    NamingLevel,
    OrganisationKind,
    Participation,
    SessionState,
    StatementKind,
)
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.look import clipped, lay_out, nameless
from ui.factories import FACTORIES
from ui.minutes.controller import MinutesController
from ui.pages import Extent, Step
from ui.review.controller import ReviewController
from ui.review.filters import Mark
from ui.review.next_steps import StepTyped
from ui.review.page import ReviewPage
from ui.review.side import STEPS
from ui.widgets.scroll_column import RING_ROOM


class Review:
    """The review of the example evening, with short ways to what is in it."""

    def __init__(self, desk: Desk, uid: str) -> None:
        self.desk = desk
        self.services = desk.services
        self.uid = uid
        self.place = desk.open(uid, Step.REVIEW, ReviewController)
        assert isinstance(self.place.page, ReviewPage)
        self.page = self.place.page

    def item(self, number: int) -> PlanItemView:
        return next(i for i in self.services.views.plan_items(self.uid) if i.number == number)

    def said(self, number: int) -> tuple[StatementView, ...]:
        return self.services.views.statements(self.uid, self.item(number).uid)

    def go_to(self, number: int, row: int = 0) -> StatementView:
        """The cursor on a statement of a question, the focus in the list."""
        statement = self.said(number)[row]
        assert self.place.reveal(self.item(number).uid, statement.uid)
        return statement

    def now(self, statement: StatementView) -> StatementView:
        return self.services.views.statement(statement.uid)

    def shown(self) -> list[str]:
        return [row.uid for row in self.place.statements.model.rows()]

    def choose(self, text: str) -> None:
        """Choose an entry of the open menu by its keys."""
        self.desk.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(200):
            action = menu.activeAction()
            if action is not None and action.text().split("\t")[0] == text:
                break
            self.desk.press("Down", to=menu)
        self.desk.press("Return", to=menu)


@pytest.fixture
def review(desk: Desk, evening: str) -> Review:
    return Review(desk, evening)


# -- showing -----------------------------------------------------------------------------------


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


# -- text --------------------------------------------------------------------------------------


def test_enter_edits_in_place_and_ctrl_enter_saves(review: Review) -> None:
    statement = review.go_to(2, row=1)
    press("Return")
    assert review.page.list.editor() is QApplication.focusWidget()
    type_text(" Und noch ein Satz.")
    press("Ctrl+Return")
    assert review.now(statement).text == f"{statement.text} Und noch ein Satz."
    assert QApplication.focusWidget() is review.page.list
    review.desk.press("Ctrl+Z")
    assert review.now(statement).text == statement.text


def test_esc_gives_up_and_shift_enter_is_a_new_line(review: Review) -> None:
    statement = review.go_to(2)
    press("Return", "Shift+Return")
    type_text("zweite")
    press("Esc")
    assert review.now(statement).text == statement.text
    press("Return", "Shift+Return")
    type_text("zweite")
    press("Return")
    assert review.now(statement).text == f"{statement.text}\nzweite"


def test_a_text_that_was_emptied_is_refused_and_stays_open(review: Review) -> None:
    statement = review.go_to(2)
    press("Return", "Ctrl+A", "Del", "Return")
    assert review.now(statement).text == statement.text
    assert review.page.list.editing_uid == statement.uid
    assert review.desk.window.band.notice is not None


def test_going_to_another_row_question_or_step_saves_what_is_being_edited(review: Review) -> None:
    ways: list[Callable[[], object]] = [
        lambda: review.page.list.select(review.said(2)[0].uid),
        lambda: review.place.show_item(review.item(3).uid),
        lambda: review.desk.frame.go_to(Step.MINUTES),
    ]
    for number, way in enumerate(ways):
        review.desk.frame.go_to(Step.REVIEW)
        statement = review.go_to(2, row=1)
        press("Return")
        type_text(f" {number}")
        way()
        assert review.now(statement).text == f"{statement.text} {number}"
    review.desk.settle()


def test_a_change_that_was_not_saved_stands_there_again(desk: Desk, evening: str) -> None:
    services = desk.services
    item = next(i for i in services.views.plan_items(evening) if i.number == 6)
    statement = services.views.statements(evening, item.uid)[3]
    services.drafts.keep(evening, f"edit:{statement.uid}", DraftPayload("Angefangen"))
    review = Review(desk, evening)
    assert review.page.question.text() == item.text
    editor = review.page.list.editor()
    assert editor is not None
    assert editor.text() == "Angefangen"
    assert QApplication.focusWidget() is editor
    assert desk.window.band.notice is not None
    press("Return")
    assert review.now(statement).text == "Angefangen"
    assert services.drafts.load(evening) == {}
    assert QApplication.focusWidget() is review.page.list
    assert desk.window.band.notice is None


@pytest.mark.parametrize("key", ["F6", "Shift+F6", "Tab", "Shift+Tab"])
def test_leaving_the_editor_by_key_saves(review: Review, key: str) -> None:
    statement = review.go_to(2)
    press("Return", "End")
    type_text(" Nachtrag")
    press(key)
    review.desk.wait_for(lambda: review.page.list.editor() is None)
    assert review.now(statement).text == f"{statement.text} Nachtrag"
    assert QApplication.focusWidget() is not None


def test_an_emptied_text_is_not_left_behind(review: Review) -> None:
    statement = review.go_to(2)
    press("Return", "Ctrl+A", "Del", "F6")
    editor = review.page.list.editor()
    assert editor is not None
    review.desk.wait_for(editor.hasFocus)
    assert review.desk.window.band.notice is not None
    press("Esc")
    assert review.now(statement).text == statement.text


def test_every_key_in_a_row_is_kept_as_a_draft(review: Review) -> None:
    statement = review.go_to(2)
    press("Return", "End")
    type_text("!")
    kept = review.services.drafts.load(review.uid)
    assert kept[f"edit:{statement.uid}"].text == f"{statement.text}!"
    press("Esc")
    assert review.services.drafts.load(review.uid) == {}


# -- summary -----------------------------------------------------------------------------------


def test_the_summary_is_saved_when_it_is_left(review: Review) -> None:
    press("Ctrl+E", "Ctrl+A")
    type_text("Neue Zusammenfassung.")
    assert f"summary:{review.item(1).uid}" in review.services.drafts.load(review.uid)
    press("Esc")
    assert review.item(1).summary == "Neue Zusammenfassung."
    assert QApplication.focusWidget() is review.page.list
    assert review.services.drafts.load(review.uid) == {}


def test_the_summary_is_saved_after_a_pause(review: Review) -> None:
    press("Ctrl+E", "Ctrl+A")
    type_text("Nach einer Pause.")
    review.place.summary._pause.setInterval(0)
    type_text(" ")
    review.desk.wait_for(lambda: review.item(1).summary == "Nach einer Pause.")
    assert QApplication.focusWidget() is review.page.summary


def test_a_summary_that_was_not_saved_stands_there_again(desk: Desk, evening: str) -> None:
    item = next(i for i in desk.services.views.plan_items(evening) if i.number == 1)
    desk.services.drafts.keep(evening, f"summary:{item.uid}", DraftPayload("Angefangen"))
    review = Review(desk, evening)
    assert review.page.summary.text() == "Angefangen"
    review.place.leave()
    assert review.item(1).summary == "Angefangen"


def test_the_summary_goes_with_its_question(review: Review) -> None:
    press("Ctrl+E", "Ctrl+A")
    type_text("Zur ersten Frage.")
    review.place.show_item(review.item(2).uid)
    assert review.item(1).summary == "Zur ersten Frage."
    assert review.page.summary.text() == review.item(2).summary


# -- one statement -----------------------------------------------------------------------------


def test_signs_of_the_entry_line_change_a_statement(review: Review) -> None:
    statement = review.go_to(2, row=1)
    press("*")
    review.page.list.setFocus()
    type_text('"')
    type_text("/")
    review.choose(review.services.texts.word(StatementKind.GOAL))
    changed = review.now(statement)
    assert changed.is_result is not statement.is_result
    assert changed.verbatim is not statement.verbatim
    assert changed.kind is StatementKind.GOAL


def test_the_person_is_chosen_from_a_menu(review: Review) -> None:
    statement = review.go_to(2, row=1)
    people = review.services.views.participants(review.uid)
    other = next(p for p in people if p.uid != statement.participant_uid)
    type_text("@")
    review.choose(", ".join(filter(None, (other.name, other.organisation))))
    assert review.now(statement).participant_uid == other.uid


def test_themes_are_typed_divided_by_commas(review: Review) -> None:
    statement = review.go_to(2)
    type_text("#")
    assert QApplication.focusWidget() is review.page.side.facts.themes
    press("Ctrl+A")
    type_text("#Wohnen, Personal,")
    press("Return", "Esc")
    assert set(review.now(statement).themes) == {"Wohnen", "Personal"}
    assert QApplication.focusWidget() is review.page.list


def test_the_time_is_that_of_the_session(review: Review) -> None:
    statement = review.go_to(2)
    press("Ctrl+T", "Ctrl+A")
    type_text("1805")
    press("Return")
    local = review.now(statement).recorded_at.astimezone(ZoneInfo("Europe/Berlin"))
    assert (local.hour, local.minute) == (18, 5)
    assert local.date() == dt.date(2026, 11, 12)
    press("Ctrl+A")
    type_text("gleich")
    press("Return")
    assert review.page.side.facts.time.text() == "18:05"


def test_a_statement_moves_in_its_question(review: Review) -> None:
    order = [s.uid for s in review.said(6)]
    statement = review.go_to(6, row=2)
    press("Alt+Up")
    moved = [s.uid for s in review.said(6)]
    assert moved == [order[0], order[2], order[1], *order[3:]]
    press("Alt+Down", "Alt+Down")
    assert [s.uid for s in review.said(6)] == [*order[:2], order[3], order[2], *order[4:]]
    assert review.page.list.current_uid() == statement.uid


def test_with_a_filter_it_moves_past_its_visible_neighbour(review: Review) -> None:
    review.go_to(6)
    review.page.filters.pills[Mark.RESULT].click()
    shown = review.shown()
    review.page.list.select(shown[1])
    press("Alt+Up")
    order = [s.uid for s in review.said(6)]
    assert order.index(shown[1]) < order.index(shown[0])
    assert review.shown() == [shown[1], shown[0], *shown[2:]]


def test_a_statement_goes_to_another_question(review: Review) -> None:
    statement = review.go_to(2)
    press("Alt+3")
    assert review.now(statement).plan_item_uid == review.item(3).uid
    assert statement.uid not in review.shown()
    notice = review.desk.window.band.notice
    assert notice is not None
    assert review.item(3).title in notice.text
    assert notice.action is not None
    notice.action()
    assert review.now(statement).plan_item_uid == review.item(2).uid


def test_deleting_offers_to_undo(review: Review) -> None:
    statement = review.go_to(2, row=1)
    press("Del")
    assert statement.uid not in review.shown()
    assert review.page.list.current_uid()
    notice = review.desk.window.band.notice
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert review.shown() == [s.uid for s in review.said(2)]


def test_naming_can_only_be_stricter_than_agreed(review: Review) -> None:
    statement = review.go_to(2)
    base = review.place._session.naming_of(statement.participant_uid)  # type: ignore[union-attr]
    naming = review.page.side.facts.naming
    words = [naming.itemText(n) for n in range(1, naming.count())]
    stricter = [level for level in NamingLevel if level.strictness > base.strictness]
    assert words == [review.services.texts.word(level) for level in stricter]
    naming.setFocus()
    press("End")
    assert review.now(statement).naming is NamingLevel.ANONYMOUS
    press("Home")
    assert review.now(statement).naming is None


def test_initials_that_fit_several_are_settled_with_one_press(desk: Desk, evening: str) -> None:
    services = desk.services
    people = [
        services.people.add(evening, ParticipantDraft(name=name))
        for name in ("Sven Brandtner", "Sabine Bergmann")
    ]
    review = Review(desk, evening)
    statement = review.said(2)[0]
    unclear = StatementChanges(participant_uid=None, source="", person_unclear="SB")
    services.capture.update([statement.uid], unclear)
    review.go_to(2)
    facts = review.page.side.facts
    assert facts.unclear.isVisible()
    choices = facts.unclear.findChildren(QPushButton)
    assert len(choices) >= 2
    choice = next(choice for choice in choices if "Bergmann" in choice.text())
    choice.setFocus()
    press("Space")
    changed = review.now(statement)
    assert (changed.participant_uid, changed.person_unclear) == (people[1], "")
    assert not facts.unclear.isVisible()


# -- several -----------------------------------------------------------------------------------


def test_several_are_changed_as_one_step(review: Review) -> None:
    review.go_to(6)
    press("Space", "Down", "Space")
    chosen = review.said(6)[:2]
    press("*")
    after = [review.now(s).is_result for s in chosen]
    assert after == [not all(s.is_result for s in chosen)] * 2
    press("Ctrl+Z")
    assert [review.now(s).is_result for s in chosen] == [s.is_result for s in chosen]


def test_shift_and_arrows_extend_the_selection(review: Review) -> None:
    review.go_to(6)
    press("Shift+Down", "Shift+Down", "Alt+5")
    assert len(review.said(6)) == len(review.shown())
    moved = review.said(5)[-3:]
    assert len(moved) == 3
    notice = review.desk.window.band.notice
    assert notice is not None
    assert "3" in notice.text


# -- filters -----------------------------------------------------------------------------------


def test_filters_combine_and_say_when_nothing_is_left(review: Review) -> None:
    review.go_to(6)
    pills = review.page.filters.pills
    said = review.said(6)
    pills[Mark.RESULT].click()
    assert review.shown() == [s.uid for s in said if s.is_result]
    pills[Mark.QUOTE].click()
    both = [s.uid for s in said if s.is_result and s.verbatim]
    assert review.shown() == both
    if not both:
        assert review.page.empty.isVisible()
        review.page.clear_filter.setFocus()
        press("Space")
    else:
        review.page.filters.everything.click()
    assert review.shown() == [s.uid for s in said]


def test_empty_filters_vanish(review: Review) -> None:
    review.go_to(1)
    quotes = any(s.verbatim for s in review.said(1))
    assert review.page.filters.pills[Mark.QUOTE].isVisible() == quotes
    assert not review.page.filters.pills[Mark.UNCLEAR].isVisible()


def test_the_current_row_stays_until_the_cursor_goes_on(review: Review) -> None:
    statements = review.said(6)[:2]
    nobody = StatementChanges(participant_uid=None, source="")
    review.services.capture.update([s.uid for s in statements], nobody)
    review.go_to(6)
    review.page.filters.pills[Mark.NOBODY].click()
    shown = review.shown()
    review.page.list.select(shown[0])
    person = review.services.views.participants(review.uid)[0]
    review.services.capture.update([shown[0]], StatementChanges(participant_uid=person.uid))
    assert review.shown() == shown
    review.page.list.setFocus()
    press("Down")
    review.desk.wait_for(lambda: review.shown() == shown[1:])
    assert review.page.list.current_uid() == shown[1]


def test_kind_and_person_are_chosen_in_the_menu(review: Review) -> None:
    review.go_to(4)
    review.page.filters.more.setFocus()
    menu = review.page.filters.more.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    kinds = menu.actions()[0].menu()
    assert isinstance(kinds, QMenu)
    kinds.actions()[0].trigger()
    chosen = review.place.statements.filter.kind
    assert chosen is not None
    assert review.shown() == [s.uid for s in review.said(4) if s.kind is chosen]
    assert review.page.filters.kind.isVisible()
    review.page.filters.kind.click()
    assert len(review.shown()) == len(review.said(4))


def test_a_search_hit_is_shown_although_the_filter_hides_it(review: Review) -> None:
    review.go_to(6)
    review.page.filters.pills[Mark.RESULT].click()
    hidden = next(s for s in review.said(6) if not s.is_result)
    assert hidden.uid not in review.shown()
    review.desk.frame.reveal(review.uid, hidden.plan_item_uid, hidden.uid)
    assert review.page.list.current_uid() == hidden.uid
    assert QApplication.focusWidget() is review.page.list
    other = review.said(2)[1]
    assert review.place.show_statement(other.uid)
    assert review.page.list.current_uid() == other.uid


# -- how it was read ---------------------------------------------------------------------------


def unread(review: Review, number: int) -> list[StatementView]:
    read = {StatementKind.ACTOR, StatementKind.COOPERATION}
    found = [s for s in review.said(number) if s.kind in read]
    again = StatementChanges(reading_confirmed=False)
    review.services.capture.update([s.uid for s in found], again)
    return found


def test_that_is_right_goes_from_one_to_the_next(review: Review) -> None:
    found = unread(review, 4)
    review.go_to(4, row=[s.uid for s in review.said(4)].index(found[0].uid))
    for number, statement in enumerate(found):
        assert review.page.list.current_uid() == statement.uid
        press("F9")
        assert review.now(statement).reading_confirmed
        assert [review.now(s).reading_confirmed for s in found[number + 1 :]].count(True) == 0
    assert not review.page.side.next.isVisible()
    assert QApplication.focusWidget() is review.page.list


def test_an_actor_is_corrected(review: Review) -> None:
    statement = review.go_to(4)
    assert statement.actors
    reading = review.page.side.reading
    reading.rows[0].head.setFocus()
    press("Space")
    assert QApplication.focusWidget() is reading.rows[0].name
    press("Ctrl+A")
    type_text("Diakonie Nord")
    press("Return", "Tab")
    press("End")
    press("Tab", "End")
    first = review.now(statement).actors[0]
    assert first.name == "Diakonie Nord"
    assert first.kind is list(OrganisationKind)[-1]
    assert first.participation is Participation.MISSING
    assert review.now(statement).actors[1:] == statement.actors[1:]


def test_an_actor_is_added_and_taken_away(review: Review) -> None:
    statement = review.go_to(4)
    reading = review.page.side.reading
    reading.add.setFocus()
    press("Space")
    type_text("Sportverein")
    press("Return")
    assert [a.name for a in review.now(statement).actors][-1] == "Sportverein"
    assert len(reading.rows) == len(statement.actors) + 1
    reading.rows[-1].remove.setFocus()
    press("Space")
    assert review.now(statement).actors == statement.actors


def test_what_belongs_to_a_cooperation_is_saved_field_by_field(review: Review) -> None:
    statement = review.go_to(4)
    details = review.page.side.details
    assert set(details.names) >= {"purpose", "since", "status", "place"}
    details.editor("purpose").setFocus()
    press("Ctrl+A")
    type_text("Mittagstisch")
    press("Tab", "Ctrl+A")
    type_text("2024")
    press("Tab")
    details.status.setFocus()
    press("Home", "Down", "Down")
    changed = review.now(statement).details
    assert (changed.purpose, changed.since) == ("Mittagstisch", "2024")
    assert changed.status is ActivityStatus.RUNNING
    press("Ctrl+Z")
    assert review.now(statement).details.status is ActivityStatus.PLANNED


def test_the_text_can_be_read_again(review: Review) -> None:
    statement = review.go_to(4)
    text = StatementChanges(text="Kita Sonnenhof + Seniorenkreis: Vorlesen", actors=())
    review.services.capture.update([statement.uid], text)
    review.page.side.reading.again.setFocus()
    press("Space")
    changed = review.now(statement)
    assert [actor.name for actor in changed.actors] == ["Kita Sonnenhof", "Seniorenkreis"]
    assert changed.details.purpose == "Vorlesen"


def test_other_questions_show_their_own_fields(review: Review) -> None:
    review.go_to(2)
    assert not review.page.side.reading.isVisible()
    assert set(review.page.side.details.names) == {"year", "who_began"}
    review.go_to(8)
    facts = review.page.side.facts
    assert facts.addressees.isVisible()
    assert "reason" in review.page.side.details.names


def test_addressees_are_chosen_in_a_menu_that_stays(review: Review) -> None:
    statement = review.go_to(8)
    box = review.page.side.facts.addressees.box
    box.setFocus()
    press("Space")
    menu = box.menu
    review.desk.wait_for(menu.isVisible)
    before = len(statement.addressees)
    review.desk.press("Down", "Space", "Down", "Space", to=menu)
    assert menu.isVisible()
    menu.close()
    assert len(review.now(statement).addressees) != before


# -- next steps --------------------------------------------------------------------------------


def test_a_next_step_is_added_with_person_and_date(review: Review) -> None:
    press("Ctrl+L")
    type_text("Raum anfragen")
    press("Return")
    type_text("Karin Weiß")
    press("Tab")
    type_text("4.12.2027")
    press("Return")
    step = review.services.views.next_steps(review.uid)[-1]
    assert (step.text, step.who, step.due) == ("Raum anfragen", "Karin Weiß", dt.date(2027, 12, 4))
    form = review.page.side.steps.form
    assert form.typed().is_empty
    assert review.services.drafts.load(review.uid) == {}
    assert QApplication.focusWidget() is form.text


def test_a_wrong_date_is_said_and_nothing_is_lost(review: Review) -> None:
    before = review.services.views.next_steps(review.uid)
    press("Ctrl+L")
    type_text("Raum anfragen")
    press("Return", "Tab")
    type_text("bald")
    press("Return")
    form = review.page.side.steps.form
    assert form.problem
    assert QApplication.focusWidget() is form.due
    assert form.text.text() == "Raum anfragen"
    assert review.services.views.next_steps(review.uid) == before


def test_a_next_step_is_taken_away_with_del_and_comes_back(review: Review) -> None:
    steps = review.services.views.next_steps(review.uid)
    press("Ctrl+L")
    review.page.side.steps.cards[0].setFocus()
    press("Down", "Del")
    assert review.services.views.next_steps(review.uid) == (steps[0], *steps[2:])
    assert QApplication.focusWidget() is review.page.side.steps.cards[1]
    press("Ctrl+Z")
    assert review.services.views.next_steps(review.uid) == steps


def test_a_next_step_that_was_not_added_is_a_draft(desk: Desk, evening: str) -> None:
    review = Review(desk, evening)
    press("Ctrl+L")
    type_text("Plakate aufhängen")
    press("Return")
    type_text("Karin")
    press("Tab")
    type_text("4.12.")
    kept = review.services.drafts.load(evening)["next_step"]
    assert (kept.text, kept.data) == ("Plakate aufhängen", {"who": "Karin", "due": "4.12."})
    press("Ctrl+A", "Del", "Shift+Tab", "Ctrl+A", "Del", "Shift+Tab", "Ctrl+A", "Del")
    assert review.services.drafts.load(evening) == {}


def test_a_next_step_that_was_not_added_stands_there_again(desk: Desk, evening: str) -> None:
    kept = DraftPayload("Plakate aufhängen", 3, {"who": "Karin"})
    desk.services.drafts.keep(evening, "next_step", kept)
    review = Review(desk, evening)
    form = review.page.side.steps.form
    assert form.typed() == StepTyped("Plakate aufhängen", "Karin", "")
    other = desk.services.sessions.create(SessionDraft(date=dt.date(2026, 11, 22)))
    review.place.open_session(other)
    assert form.typed().is_empty
    review.place.open_session(evening)
    assert form.typed() == StepTyped("Plakate aufhängen", "Karin", "")


# -- state -------------------------------------------------------------------------------------


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


# -- whole page --------------------------------------------------------------------------------


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
