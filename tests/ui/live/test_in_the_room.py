"""What the room does while leading, by keys: agree, put off, count hands, read back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import MinutesKind, Outcome, PlanItemKind, SessionState
from tests.support.keyboard import focus, press, type_text
from tests.ui.live.conftest import Live
from ui.in_the_room.hands_dialog import HandsDialog
from ui.in_the_room.lists_dialog import RoomListsDialog
from ui.in_the_room.reading_back import ReadingBackDialog
from ui.minutes.page import MinutesPage


def _dialog() -> QWidget | None:
    return QApplication.activeModalWidget()


def _counts(live: Live, text: str) -> tuple[int, int]:
    (found,) = [s for s in live.services.views.statements(live.room.uid) if s.text == text]
    return found.assent, found.dissent


@pytest.fixture
def said(live: Live) -> Live:
    """Question 1 runs and two things were said."""
    live.run(1)
    for text in ("Erstens", "Zweitens"):
        type_text(text)
        press("Return")
    return live


# Assent and dissent


def test_from_the_line_the_statement_recorded_last_is_meant(said: Live) -> None:
    type_text("halb")
    press("Alt++", "Alt++", "Alt+=", "Alt+-")
    assert _counts(said, "Zweitens") == (3, 1)
    assert _counts(said, "Erstens") == (0, 0)
    assert said.line == "halb"
    assert "Zweitens" in said.page.quiet.text()
    assert "3" in said.page.quiet.text()


def test_a_chosen_card_is_meant_and_shows_it(said: Live) -> None:
    press("Up", "Up", "Alt++", "Alt+-")
    assert _counts(said, "Erstens") == (1, 1)
    assert _counts(said, "Zweitens") == (0, 0)
    row = said.place.statements.model.row_at(0)
    assert (row.assent, row.dissent) == (1, 1)


def test_each_count_is_undone_by_itself(said: Live) -> None:
    press("Alt++", "Alt+-")
    said.services.history.undo(said.room.uid)
    assert _counts(said, "Zweitens") == (1, 0)


def test_before_anything_was_said_it_is_explained(live: Live) -> None:
    live.run(1)
    press("Alt++")
    assert live.page.quiet.text()


# Parking lot


def test_one_key_puts_what_is_typed_off_with_its_question(said: Live) -> None:
    type_text("Wer haftet?")
    press("Alt+L")
    (topic,) = said.services.views.parked_topics(said.room.uid)
    assert (topic.text, topic.plan_item_uid) == ("Wer haftet?", said.room.question(1).uid)
    assert said.line == ""
    assert focus() is said.page.entry.edit
    said.services.drafts.flush()
    assert said.services.drafts.load(said.room.uid) == {}
    assert len(said.services.views.statements(said.room.uid)) == 2


def test_an_empty_line_puts_nothing_off_and_says_so(said: Live) -> None:
    press("Alt+L")
    assert said.services.views.parked_topics(said.room.uid) == ()
    assert said.page.quiet.text()


# Hands


def test_hands_are_counted_by_keyboard_alone(said: Live) -> None:
    press("Alt+H")
    assert isinstance(_dialog(), HandsDialog)
    type_text("Wer ist dafür?")
    for number in ("12", "3", "2"):
        press("Tab")
        type_text(number)
    press("Return")
    (count,) = said.services.views.hand_counts(said.room.uid)
    assert (count.wording, count.agree, count.disagree, count.undecided) == (
        "Wer ist dafür?",
        *(12, 3, 2),
    )
    assert count.plan_item_uid == said.room.question(1).uid
    assert _dialog() is None
    assert focus() is said.page.entry.edit
    assert "12" in said.page.quiet.text()


def test_the_question_itself_is_proposed_as_the_wording(said: Live) -> None:
    press("Alt+H", "Tab")
    type_text("9")
    press("Return")
    (count,) = said.services.views.hand_counts(said.room.uid)
    assert count.wording == said.room.question(1).text


def test_without_a_number_or_a_wording_it_is_explained(said: Live) -> None:
    press("Alt+H", "Return")
    dialog = _dialog()
    assert isinstance(dialog, HandsDialog)
    assert dialog.agree.problem
    type_text("x7")  # only digits can be typed
    assert dialog.agree.text() == "7"
    dialog.wording.line.setFocus()
    press("Ctrl+A", "Del", "Return")
    assert dialog.wording.problem
    assert said.services.views.hand_counts(said.room.uid) == ()


def test_what_was_typed_survives_closing_and_is_gone_once_kept(said: Live) -> None:
    press("Alt+H")
    type_text("Halbe Frage")
    press("Tab")
    type_text("4")
    press("Esc")
    said.services.drafts.flush()
    press("Alt+H")
    dialog = _dialog()
    assert isinstance(dialog, HandsDialog)
    assert (dialog.wording.text(), dialog.agree.text()) == ("Halbe Frage", "4")
    press("Return", "Alt+H")
    dialog = _dialog()
    assert isinstance(dialog, HandsDialog)
    assert dialog.agree.text() == ""


def test_in_a_closed_session_no_key_changes_anything(said: Live) -> None:
    said.services.sessions.set_state(said.room.uid, SessionState.CLOSED)
    press("Alt++", "Alt+H")
    assert _dialog() is None
    assert _counts(said, "Zweitens") == (0, 0)


# The lists


def test_topics_are_added_reworded_settled_and_undone_in_the_list(said: Live) -> None:
    press("Ctrl+Shift+L")
    dialog = _dialog()
    assert isinstance(dialog, RoomListsDialog)
    type_text("Haftung")
    press("Return")
    type_text("Räume")
    press("Return")
    first = dialog.topics[0]
    first.text.setFocus()
    press("End")
    type_text(" klären")
    press("Return")
    first.settled.click()
    views = said.services.views
    assert [(t.text, t.settled) for t in views.parked_topics(said.room.uid)] == [
        ("Haftung klären", True),
        ("Räume", False),
    ]
    first.remove.click()
    assert [t.text for t in views.parked_topics(said.room.uid)] == ["Räume"]
    dialog.undo()
    assert [card.text.text() for card in dialog.topics] == ["Haftung klären", "Räume"]


def test_an_emptied_topic_keeps_its_text(said: Live) -> None:
    press("Ctrl+Shift+L")
    dialog = _dialog()
    assert isinstance(dialog, RoomListsDialog)
    type_text("Haftung")
    press("Return")
    dialog.topics[0].text.setFocus()
    press("Ctrl+A", "Del", "Return")
    assert not dialog.problem.isHidden()
    dialog.accept()
    (topic,) = said.services.views.parked_topics(said.room.uid)
    assert topic.text == "Haftung"


def test_closing_keeps_what_still_stands_in_the_line(said: Live) -> None:
    press("Ctrl+Shift+L")
    type_text("Haftung")
    press("Esc")
    assert [t.text for t in said.services.views.parked_topics(said.room.uid)] == ["Haftung"]


def test_a_count_is_corrected_in_the_list(said: Live) -> None:
    press("Alt+H", "Tab")
    type_text("9")
    press("Return", "Ctrl+Shift+L")
    lists = _dialog()
    assert isinstance(lists, RoomListsDialog)
    lists.counts[0].edit.click()
    hands = _dialog()
    assert isinstance(hands, HandsDialog)
    hands.disagree.line.setFocus()
    press("Ctrl+A")
    type_text("5")
    hands.time.line.setFocus()
    press("Ctrl+A")
    type_text("17:05")
    press("Return")
    (count,) = said.services.views.hand_counts(said.room.uid)
    assert (count.agree, count.disagree, count.counted_at.minute) == (9, 5, 5)
    assert _dialog() is lists


# Reading back


@pytest.fixture
def results(said: Live) -> Live:
    """Both are results, and the results are being read back."""
    for each in said.services.views.statements(said.room.uid):
        said.services.capture.update([each.uid], StatementChanges(is_result=True))
    item = next(i for i in said.room.items if i.kind is PlanItemKind.READING_BACK)
    said.place.start(item.uid)
    return said


def _outcomes(live: Live) -> list[Outcome | None]:
    item = live.room.question(1).uid
    return [s.outcome for s in live.services.views.statements(live.room.uid, item)]


def _open(live: Live) -> ReadingBackDialog:
    press("Ctrl+Shift+B")
    dialog = _dialog()
    assert isinstance(dialog, ReadingBackDialog)
    return dialog


def test_the_button_stands_where_results_are_read_back(said: Live) -> None:
    assert not said.page.reading_back.isVisible()
    item = next(i for i in said.room.items if i.kind is PlanItemKind.READING_BACK)
    said.place.start(item.uid)
    assert said.page.reading_back.isVisible()
    said.page.reading_back.click()
    assert isinstance(_dialog(), ReadingBackDialog)


def test_one_key_confirms_and_goes_on(results: Live) -> None:
    dialog = _open(results)
    assert dialog.text.text() == "Erstens"
    press("B")
    assert _outcomes(results) == [Outcome.CONFIRMED, None]
    assert dialog.text.text() == "Zweitens"
    press("1")
    assert _outcomes(results) == [Outcome.CONFIRMED] * 2


def test_changed_is_typed_in_place(results: Live) -> None:
    dialog = _open(results)
    press("G", "End")
    type_text(" und gut")
    press("Return")
    assert results.room.texts() == ["Erstens und gut", "Zweitens"]
    assert _outcomes(results) == [Outcome.CHANGED, None]
    assert focus() is dialog.list


def test_disputed_keeps_what_is_said_against_it(results: Live) -> None:
    _open(results)
    press("S")
    type_text("Die Stadt sieht das anders.")
    press("Return")
    assert _outcomes(results) == [Outcome.DISPUTED, None]
    item = next(i for i in results.room.items if i.kind is PlanItemKind.READING_BACK)
    (said,) = results.services.views.statements(results.room.uid, item.uid)
    assert said.text.endswith("1: Die Stadt sieht das anders.")
    assert "Erstens" not in said.text, "what is taken out one day is not repeated here"


def test_an_answer_is_taken_back_and_undone(results: Live) -> None:
    dialog = _open(results)
    press("B", "Up", "Del")
    assert _outcomes(results) == [None, None]
    dialog.undo()
    assert _outcomes(results) == [Outcome.CONFIRMED, None]


def test_letters_are_typed_where_something_is_typed(results: Live) -> None:
    dialog = _open(results)
    press("S")
    type_text("bgs123")
    assert dialog.editor.text() == "bgs123"
    assert _outcomes(results) == [None, None]


def test_what_was_typed_stands_there_again(results: Live) -> None:
    _open(results)
    press("S")
    type_text("Die Stadt")
    press("Esc", "Esc")
    assert _outcomes(results) == [None, None]
    results.services.drafts.flush()
    dialog = _open(results)
    assert dialog.editor.isVisible()
    assert dialog.editor.text() == "Die Stadt"
    press("Return")
    results.services.drafts.flush()
    assert results.services.drafts.load(results.room.uid) == {}
    assert not _open_again(results).editor.isVisible()


def _open_again(live: Live) -> ReadingBackDialog:
    press("Esc")
    return _open(live)


def test_the_result_sheet_is_one_key_away(results: Live) -> None:
    _open(results)
    press("Ctrl+Shift+E")
    assert _dialog() is None
    page = results.desk.window.findChild(MinutesPage)
    assert page is not None
    assert page.isVisible()
    assert page.choices.kinds[MinutesKind.RESULTS].isChecked()


def test_without_results_it_says_what_makes_one(said: Live) -> None:
    dialog = _open(said)
    press("B", "G", "S")
    assert "*" in dialog.text.text()
    assert not dialog.editor.isVisible()


def test_a_closed_session_shows_the_answers_only(results: Live) -> None:
    results.services.sessions.set_state(results.room.uid, SessionState.CLOSED)
    dialog = _open(results)
    press("B", "G")
    assert _outcomes(results) == [None, None]
    assert not any(button.isEnabled() for button in dialog.buttons_of.values())


def test_rows_say_their_answer_without_colour(results: Live) -> None:
    dialog = _open(results)
    press("B")
    spoken = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert results.desk.tools.texts.word(Outcome.CONFIRMED) in spoken
