"""Statements in the review: marked, sorted, moved – one, several, and filtered."""

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import (
    NamingLevel,
    StatementKind,
)
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.ui.review.room import Review
from ui.review.filters import Mark

# -- one statement --------------------------------------------------------------------------------


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


def test_a_key_puts_a_statement_into_the_short_minutes_and_takes_it_out(review: Review) -> None:
    statement = review.go_to(2, row=1)
    press("Ctrl+B")
    wanted = review.now(statement).in_short
    assert wanted is not None
    review.page.list.setFocus()
    press("Ctrl+B")
    assert review.now(statement).in_short is not wanted


def test_the_person_is_chosen_from_a_menu(review: Review) -> None:
    statement = review.go_to(2, row=1)
    people = review.services.views.participants(review.uid)
    other = next(p for p in people if p.uid != statement.participant_uid)
    type_text("@")
    review.choose(", ".join(filter(None, (other.name, other.organisation))))
    assert review.now(statement).participant_uid == other.uid


def test_the_group_of_a_card_is_shown_and_changed(review: Review) -> None:
    facts = review.page.side.facts
    statement = review.go_to(2)
    assert not facts.cluster.isVisible()
    review.services.capture.update([statement.uid], StatementChanges(cluster="Orte"))
    assert facts.cluster.isVisible()
    assert facts.cluster.text() == "Orte"
    facts.cluster.setFocus()
    press("Ctrl+A")
    type_text("Räume")
    press("Return")
    assert review.now(statement).cluster == "Räume"
    review.desk.frame.undo()
    assert review.now(statement).cluster == "Orte"


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


# -- several --------------------------------------------------------------------------------------


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


# -- filters --------------------------------------------------------------------------------------


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
