"""Split, merge, marks, memo and history in the review; several statements at once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QFrame

from app.bootstrap import Services
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.vocabulary import StatementKind
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.tables import everything
from tests.ui.review.room import Review
from ui.dialogs.close_session import CloseSessionDialog
from ui.dialogs.statement_history import StatementHistoryDialog
from ui.review.changes import MANY
from ui.review.filters import Mark


@pytest.fixture
def review(german: None, desk: Desk, evening: str) -> Review:
    """In German: ``german`` is asked for before the window is made."""
    return Review(desk, evening)


def said_by_the_band(review: Review) -> str:
    notice = review.desk.window.band.notice
    return notice.text if notice else ""


def test_the_editor_splits_at_the_cursor(review: Review) -> None:
    first = review.go_to(1)
    press("Return", "Ctrl+Home")
    for _ in range(len(first.text.split()[0])):
        press("Right")
    press("F7")
    one, two = review.said(1)[:2]
    assert one.uid == first.uid
    assert f"{one.text} {two.text}" == first.text
    assert (two.kind, two.participant_uid) == (first.kind, first.participant_uid)
    assert two.recorded_at == first.recorded_at
    assert review.page.list.editor() is None
    assert review.page.list.current_uid() == two.uid
    press("Ctrl+Z")
    assert review.said(1)[0] == first
    assert "Beitrag teilen" in said_by_the_band(review)
    press("Ctrl+Shift+Z")
    assert review.said(1)[:2] == (one, two)


def test_splitting_keeps_what_was_typed_before(review: Review) -> None:
    review.go_to(1)
    press("Return", "Ctrl+A")
    type_text("Vorne hinten")
    for _ in range(len("hinten")):
        press("Left")
    press("F7")
    assert [s.text for s in review.said(1)[:2]] == ["Vorne", "hinten"]
    assert not [s for s in review.services.drafts.load(review.uid) if s.startswith("edit:")]


def test_the_menu_names_the_step_that_undo_takes_back(review: Review) -> None:
    first = review.go_to(1)
    review.place.statements._changes.split(first.uid, "Vorne", "hinten")
    review.place.statements.open_menu()
    review.choose("Rückgängig: Beitrag teilen")
    assert review.said(1)[0] == first


def test_at_the_edge_nothing_is_split_and_the_editor_stays(review: Review) -> None:
    first = review.go_to(1)
    press("Return", "Ctrl+End", "F7")
    assert review.now(first) == first
    assert review.page.list.editor() is not None
    assert "Schreibmarke" in said_by_the_band(review)


def test_a_statement_goes_into_the_one_before(review: Review) -> None:
    before, statement = review.said(1)[:2]
    review.go_to(1, 1)
    press("Ctrl+J")
    assert review.said(1)[0].uid == before.uid
    assert statement.text in review.said(1)[0].text
    assert review.page.list.current_uid() == before.uid
    press("Ctrl+Z")
    assert review.said(1)[:2] == (before, statement)


def test_the_first_statement_has_none_before(review: Review) -> None:
    before = review.said(1)
    review.go_to(1)
    press("Ctrl+J")
    assert review.said(1) == before


def test_signs_clarify_and_count(review: Review) -> None:
    statement = review.go_to(1)
    for sign in "?!!-":
        type_text(sign)
    now = review.now(statement)
    assert (now.clarify, now.assent, now.dissent) == (True, 2, 1)
    (row,) = [r for r in review.place.statements.model.rows() if r.uid == statement.uid]
    for word in ("klären", "2 dafür", "1 dagegen"):
        assert word in row.accessible
    pill = review.page.filters.pills[Mark.CLARIFY]
    pill.click()
    assert review.shown() == [statement.uid]


def test_a_memo_is_written_by_key_and_shown_small(review: Review) -> None:
    statement = review.go_to(1)
    press("Ctrl+M")
    type_text("Nachfragen")
    press("Return")
    assert review.now(statement).memo == "Nachfragen"
    assert QApplication.focusWidget() is review.page.list
    assert review.services.search.page("Nachfragen") == ()
    (row,) = [r for r in review.place.statements.model.rows() if r.uid == statement.uid]
    assert "mit Vermerk" in row.accessible


def test_counts_in_the_right_column(review: Review) -> None:
    statement = review.go_to(1)
    field = review.page.side.facts.assent
    field.setFocus()
    type_text("12")
    press("Return")
    assert review.now(statement).assent == 12
    press("Ctrl+A")
    type_text("viele")
    press("Return")
    assert review.now(statement).assent == 12
    assert field.text() == "12"


def test_the_history_shows_every_wording_and_restores_one(review: Review) -> None:
    statement = review.go_to(1)
    change = StatementChanges(text="Ganz anders")
    review.services.capture.update([statement.uid], change)
    press("Ctrl+H")
    dialog = review.desk.window.findChild(StatementHistoryDialog)
    assert dialog is not None
    assert len(dialog.restores) == 1
    review.desk.press("Space", to=dialog.restores[0])
    assert review.now(statement).text == statement.text
    assert review.services.history.undoable(review.uid) == "statement.restore"
    press("Ctrl+Z")
    assert review.now(statement).text == "Ganz anders"


def test_a_short_history_stands_together_at_the_top(review: Review) -> None:
    review.go_to(1)
    press("Ctrl+H")
    dialog = review.desk.window.findChild(StatementHistoryDialog)
    assert dialog is not None
    (card,) = (f for f in dialog.findChildren(QFrame) if f.property("surface") == "card")
    assert card.height() <= card.sizeHint().height()


def test_a_closed_session_still_shows_its_history_but_restores_nothing(review: Review) -> None:
    statement = review.go_to(1)
    review.services.capture.update([statement.uid], StatementChanges(text="Ganz anders"))
    review.place._close()
    review.go_to(1)
    press("Ctrl+H")
    dialog = review.desk.window.findChild(StatementHistoryDialog)
    assert dialog is not None
    assert not dialog.restores
    dialog.reject()
    type_text("?")
    assert not review.now(statement).clarify


# -- several at once ---------------------------------------------------------------------------


def test_the_bar_comes_without_moving_the_list(review: Review) -> None:
    review.go_to(1)
    QApplication.processEvents()
    before = review.page.list.geometry()
    assert not review.page.bulk.buttons["*"].isVisible()
    press("Space")
    assert review.page.bulk.buttons["*"].isVisible()
    assert review.page.bulk.selected.text() == "1 ausgewählt"
    QApplication.processEvents()
    assert review.page.list.geometry() == before


def test_the_bar_changes_all_selected_as_one_step(review: Review) -> None:
    statements = review.said(1)
    review.go_to(1)
    press("Ctrl+A")
    bar = review.page.bulk.buttons
    bar["/"].click()
    review.choose("Ziel")
    assert {s.kind for s in review.said(1)} == {StatementKind.GOAL}
    assert said_by_the_band(review) == f"{len(statements)} Beiträge geändert."
    bar["merge"].click()
    assert len(review.said(1)) == 1
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert review.said(1) == statements


def test_very_many_are_changed_beside_the_window(review: Review) -> None:
    item = review.item(1).uid
    for number in range(MANY + 1):
        draft = StatementDraft(plan_item_uid=item, text=f"Beitrag {number}")
        review.services.capture.record(draft)
    review.go_to(1)
    press("Ctrl+A")
    type_text("*")
    assert review.desk.tasks.busy
    wanted = len(review.said(1))
    review.desk.wait_for(lambda: said_by_the_band(review) == f"{wanted} Beiträge geändert.")
    assert all(s.is_result for s in review.said(1))
    press("Ctrl+Z")
    review.desk.wait_for(lambda: not all(s.is_result for s in review.said(1)))


# -- closing -----------------------------------------------------------------------------------


def test_closing_names_what_is_missing_and_leads_there(review: Review) -> None:
    statement = review.go_to(2)
    review.services.capture.update([statement.uid], StatementChanges(clarify=True))
    review.services.capture.add_next_step(review.uid, NextStepDraft(text="Anrufen"))
    review.go_to(1)
    review.page.state_button.click()
    dialog = review.desk.window.findChild(CloseSessionDialog)
    assert dialog is not None
    (jump,) = [j for j in dialog.jumps if "zu klären" in j.text()]
    assert any("nächste" in j.text() for j in dialog.jumps)
    review.desk.press("Space", to=jump)
    assert review.page.list.current_uid() == statement.uid
    review.page.state_button.click()
    dialog = review.desk.window.findChildren(CloseSessionDialog)[-1]
    assert dialog.confirm.text() == "Abschließen", "closing a dialog is called Schließen"
    dialog.confirm.click()
    assert review.services.views.session(review.uid).state == "closed"


# -- whatever keys come ------------------------------------------------------------------------

KEYS = st.lists(
    st.sampled_from(
        [
            "Down",
            "Up",
            "Space",
            "Ctrl+A",
            "?",
            "!",
            "-",
            "*",
            '"',
            "Ctrl+J",
            "Alt+Up",
            "Alt+Down",
            "Alt+2",
            "Alt+1",
            "Del",
            "split",
            "edit",
        ]
    ),
    max_size=10,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(KEYS)
def test_undo_of_all_keys_is_the_start_and_redo_the_end(
    review: Review, services: Services, keys: list[str]
) -> None:
    review.go_to(1)
    start, done = everything(services.workspace.path), _operations(services)
    for key in keys:
        _do(review, key)
    end, count = everything(services.workspace.path), _operations(services) - done
    for _ in range(count):
        press("Ctrl+Z")
    assert everything(services.workspace.path) == start
    for _ in range(count):
        press("Ctrl+Shift+Z")
    assert everything(services.workspace.path) == end
    for _ in range(count):
        press("Ctrl+Z")


def _do(review: Review, key: str) -> None:
    view = review.page.list
    if not view.isVisible() or not view.current_uid():
        return
    view.setFocus()
    if key == "edit":
        press("Return")
        type_text(" dazu")
        press("Return")
    elif key == "split":
        press("Return", "Ctrl+Home", "Ctrl+Right", "F7")
        if view.editor() is not None:
            press("Esc")
    elif len(key) == 1:
        type_text(key)
    else:
        press(key)


def _operations(services: Services) -> int:
    return services.workspace.check().counts["operation"]
