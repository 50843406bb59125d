"""Texts and summaries in the review: edited in place, saved, never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.drafts import DraftPayload
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.ui.review.room import Review
from ui.pages import Step

# -- text -----------------------------------------------------------------------------------------


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


# -- summary --------------------------------------------------------------------------------------


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
