"""Undo in the review: it shows what it took back, wherever that was, and blocks nothing."""

import pytest

from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.errors import RefusedError
from tests.ui.review.room import Review
from ui.undoing import MANY

pytestmark = pytest.mark.usefixtures("german")


def band(review: Review) -> str:
    notice = review.desk.window.band.notice
    return notice.text if notice is not None else ""


def test_what_happened_under_another_question_is_shown_there(review: Review) -> None:
    here, there = review.item(2), review.item(4)
    statement = review.go_to(4)
    review.desk.press("Del")
    review.go_to(2)
    review.desk.press("Ctrl+Z")
    assert review.place.item_at_work() == there.uid
    assert statement.uid in review.shown()
    current = review.place.statements.current()
    assert current is not None
    assert current.uid == statement.uid
    assert f"„{there.title}“" in band(review)
    review.place.show_item(here.uid)
    review.desk.frame.redo()
    assert review.place.item_at_work() == there.uid
    assert statement.uid not in review.shown()


def test_what_happened_here_names_no_question(review: Review) -> None:
    review.go_to(2)
    review.desk.press("Del")
    review.desk.press("Ctrl+Z")
    assert band(review)
    assert " bei " not in band(review)


@pytest.fixture
def many(review: Review) -> tuple[str, ...]:
    """More statements than are undone in one go, under question 6."""
    draft = StatementDraft(plan_item_uid=review.item(6).uid, text="x")
    texts = [f"Beitrag {number}" for number in range(MANY + 100)]
    made = review.services.capture.record_lines(draft, texts)
    return tuple(statement.uid for statement in made)


def test_a_large_change_is_taken_back_beside_the_window_in_order(
    review: Review, many: tuple[str, ...]
) -> None:
    views, frame = review.services.views, review.desk.frame
    review.services.capture.update(many, StatementChanges(is_result=True))
    review.services.capture.delete(many[:-1])
    frame.undo()
    assert review.desk.tasks.busy
    frame.undo()
    frame.redo()
    review.desk.settle()
    review.desk.wait_for(lambda: not review.desk.tasks.busy)
    found = views.statements_by_uid(many)
    assert len(found) == len(many)
    assert all(statement.is_result for statement in found)
    frame.undo()
    review.desk.settle()
    assert not any(statement.is_result for statement in views.statements_by_uid(many))


def test_what_cannot_be_taken_back_beside_the_window_is_said(
    review: Review, many: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    review.services.capture.update(many, StatementChanges(is_result=True))
    with review.services.history._writer.database.write() as connection:
        connection.exec_driver_sql("UPDATE statement SET is_result = 0")
    seen: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: seen.append(error))
    review.desk.frame.undo()
    review.desk.frame.undo()
    review.desk.settle()
    assert [type(error) for error in seen] == [RefusedError]
