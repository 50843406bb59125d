"""Passages off the record in the review: a box each, at the question where it was."""

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import SessionState
from tests.support.desk import Desk
from tests.support.keyboard import press
from tests.support.traces import traces
from tests.ui.review.room import Review

pytestmark = pytest.mark.usefixtures("german")


def _printed(review: Review) -> list[bool]:
    return [each.printed for each in review.services.views.off_record(review.uid)]


def test_a_box_stands_where_it_was_and_nowhere_else(review: Review) -> None:
    review.go_to(1)
    (box,) = review.place.passages.boxes
    assert box.isVisible()
    assert box.isChecked()
    assert box.text() == "17:59–18:01 Uhr ohne Protokoll: im Protokoll erwähnen"
    review.go_to(2)
    assert review.place.passages.boxes == []
    review.go_to(1)
    assert len(review.place.passages.boxes) == 1


def test_space_leaves_it_out_and_undo_takes_that_back(review: Review) -> None:
    review.go_to(1)
    review.place.passages.boxes[0].setFocus()
    press("Space")
    assert _printed(review) == [False]
    assert review.place.passages.boxes[0].hasFocus()
    press("Ctrl+Z")
    assert _printed(review) == [True]
    assert review.place.passages.boxes[0].isChecked()


def test_a_closed_session_shows_it_only(review: Review) -> None:
    review.services.sessions.set_state(review.uid, SessionState.CLOSED)
    review.go_to(1)
    assert not review.place.passages.boxes[0].isEnabled()


def test_tab_reaches_the_box(review: Review) -> None:
    review.go_to(1)
    (box,) = review.place.passages.boxes
    chain: list[QWidget | None] = [review.page.photos]
    while len(chain) < 30 and (last := chain[-1]) is not None:
        chain.append(last.nextInFocusChain())
    assert box in chain


def test_statements_of_the_review_are_removed_on_request(review: Review, desk: Desk) -> None:
    review.go_to(1)
    first, second, *rest = review.said(1)
    rows = [review.place._session.rows.row(each) for each in (first, second)]  # type: ignore[union-attr]
    review.place.changes.ask_to_remove(review.uid, rows, review.page.window())
    press("2", "Return")
    desk.tasks.wait()
    assert [each.uid for each in review.said(1)] == [each.uid for each in rest]
    folder = review.services.workspace.path.parent
    assert traces(folder, first.text, second.text) == []
