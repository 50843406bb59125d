"""Feedback and release in the window: by keys alone, one decision after the other."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.feedback import FeedbackView
from app.domain.incoming.feedback import FeedbackDraft
from app.domain.incoming.series import SeriesChanges
from app.domain.vocabulary import (
    FeedbackAnswer,
    FeedbackDecision,
    FeedbackWay,
    SessionState,
    StatementState,
)
from tests.support.desk import Desk
from tests.support.feedback import CHANGE, Said, filled, form_of
from tests.support.room import Room
from ui.feedback.by_hand import ByHandDialog
from ui.feedback.dialog import FeedbackDialog
from ui.feedback.form_preview import FormPreviewDialog
from ui.feedback.form_request import FormRequestDialog, Wanted
from ui.pages import Step
from ui.review.controller import ReviewController

pytestmark = pytest.mark.usefixtures("german")
DialogT = TypeVar("DialogT", bound=QDialog)
Opened = Callable[[], FeedbackDialog]
DAY = dt.date(2026, 11, 18)
ADOPTED, NOTED, DECLINED = FeedbackDecision


@pytest.fixture
def room(desk: Desk) -> Room:
    """Two statements with numbers; about the first one a wish is open."""
    made = Room(desk.services)
    made.say("Der Saal steht leer.")
    made.say("Niemand hat den Schlüssel.", person=0)
    with_release(made)
    made.services.release.release_all(made.uid)
    give(made, "S1-1-1", wording="Der Saal steht oft leer.")
    return made


@pytest.fixture
def opened(desk: Desk, room: Room) -> Opened:
    def open_it() -> FeedbackDialog:
        desk.open(room.uid, Step.REVIEW, ReviewController)
        dialog = FeedbackDialog(desk.tools, room.uid, parent=desk.window)
        dialog.show_over()
        desk.wait_for(dialog.list.hasFocus)
        return dialog

    return open_it


def with_release(room: Room) -> None:
    series = room.services.views.session(room.uid).series_uid
    room.services.series.update(series, SeriesChanges(with_release=True))


def give(room: Room, number: str, **more: object) -> None:
    values = {"evidence": number, "given_on": DAY, "who": "Frau Albers", **more}
    room.services.feedback.add(room.uid, FeedbackDraft.model_validate(values))


def answers(room: Room) -> tuple[FeedbackView, ...]:
    return room.services.views.feedback(room.uid)


def on_top(desk: Desk, kind: type[DialogT]) -> DialogT:
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    desk.wait_for(dialog.isActiveWindow)
    return dialog


def back_in(desk: Desk, dialog: FeedbackDialog) -> None:
    """As the desktop does when the dialog over it has closed."""
    desk.wait_for(lambda: QApplication.activeModalWidget() is dialog)
    dialog.activateWindow()
    desk.wait_for(dialog.isActiveWindow)


def test_the_difference_is_shown_word_by_word(opened: Opened) -> None:
    panel = opened().panel
    assert panel.text.text() == "Der Saal steht <b><u>oft </u></b>leer."
    assert "Frau Albers · Telefon" in panel.source.text()
    assert "gewünscht: Der Saal steht oft leer." in panel.text.accessibleName()


def test_a_long_wish_is_cut_at_a_word_in_the_list(room: Room, opened: Opened) -> None:
    wish = "Der Saal steht oft leer, " * 3 + "und niemand weiß, wer den Schlüssel hat."
    give(room, "S1-1-2", wording=wish)
    below = opened().list.item(1).text().splitlines()[1]
    assert below.endswith(" …")
    assert wish.startswith(f"{below.removesuffix('…')}")


def test_one_key_adopts_and_one_takes_it_back(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    desk.press("1")
    assert room.texts()[0] == "Der Saal steht oft leer."
    assert answers(room)[0].decision is ADOPTED
    assert "Strg+Z" in dialog.said.text()
    desk.press("Ctrl+Z")
    assert room.texts()[0] == "Der Saal steht leer."
    assert answers(room)[0].is_open
    desk.press("Ctrl+Z")  # nothing from before the dialog was opened
    assert len(answers(room)) == 1


def test_a_refusal_asks_for_the_reason_at_its_field(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    desk.press("3")
    assert answers(room)[0].is_open
    assert "warum" in dialog.panel.reason_field.problem
    dialog.panel.reason.setFocus()
    desk.type("So war es.")
    dialog.list.setFocus()
    desk.press("3")
    assert (answers(room)[0].decision, answers(room)[0].reason) == (DECLINED, "So war es.")
    assert dialog.panel.reason_field.problem == ""


def test_the_wording_can_be_changed_before_it_is_adopted(
    desk: Desk, room: Room, opened: Opened
) -> None:
    dialog = opened()
    desk.press("Return")
    assert dialog.panel.wording.hasFocus()
    desk.press("Ctrl+A")
    desk.type("Der Saal ist oft frei.")
    dialog.list.setFocus()
    desk.press("1")
    assert room.texts()[0] == "Der Saal ist oft frei."


def test_after_a_decision_the_next_open_one_is_shown(
    desk: Desk, room: Room, opened: Opened
) -> None:
    give(room, "S1-1-2", answer=FeedbackAnswer.LEAVE_OUT)
    dialog = opened()
    desk.press("2")
    assert dialog.panel.answer is not None
    assert dialog.panel.answer.evidence == "S1-1-2"
    assert "jemand anderes hat es gesagt" in dialog.panel.source.text()
    desk.press("1")
    assert len(room.texts()) == 2  # leaving out what another one said needs a reason
    assert dialog.panel.reason_field.problem
    assert dialog.count.text() == "Rückmeldungen: 2, davon offen: 1"


def test_what_was_a_mistake_goes(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    desk.press("Del")
    assert answers(room) == ()
    assert dialog.nothing.isVisible()
    desk.press("Ctrl+Z")
    assert len(answers(room)) == 1


def test_a_closed_session_is_only_read(desk: Desk, room: Room, opened: Opened) -> None:
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    dialog = opened()
    desk.press("1", "2", "3", "Del", "Ins")
    assert answers(room)[0].is_open
    assert not dialog.read.isEnabled()
    assert "wieder" in dialog.said.text()
    assert isinstance(QApplication.activeModalWidget(), FeedbackDialog)


def test_who_agrees_leaves_nothing_to_decide(desk: Desk, room: Room, opened: Opened) -> None:
    room.services.feedback.remove(room.uid, answers(room)[0].uid)
    give(room, "S1-1-2", answer=FeedbackAnswer.AGREE)
    dialog = opened()
    assert not any(each.isVisible() for each in dialog.panel.buttons.values())
    desk.press("1")
    assert answers(room)[0].decision is None


def test_what_was_typed_waits_while_another_answer_is_shown(
    desk: Desk, room: Room, opened: Opened
) -> None:
    give(room, "S1-1-2", answer=FeedbackAnswer.LEAVE_OUT, comment="Zu hart")
    dialog = opened()
    dialog.panel.reason.setFocus()
    desk.type("Halb getippt")
    dialog.list.setFocus()
    desk.press("Down")
    assert dialog.panel.reason.text() == ""
    desk.press("Up")
    assert dialog.panel.reason.text() == "Halb getippt"
    desk.press("2")
    assert answers(room)[0].reason == "Halb getippt"


# -- by hand ----------------------------------------------------------------------------------


def test_a_call_is_entered_by_keys(desk: Desk, room: Room, opened: Opened) -> None:
    dialog = opened()
    desk.press("Ins")
    by_hand = on_top(desk, ByHandDialog)
    desk.wait_for(by_hand.number.line.hasFocus)
    desk.type("s1-1-2")
    assert by_hand.statement.text() == "Niemand hat den Schlüssel."
    by_hand.who.setCurrentText("Mehmet Öztürk")
    by_hand.wording.setFocus()
    desk.type("Das Amt hat ihn.")
    by_hand.confirm.setFocus()
    desk.press("Return")
    back_in(desk, dialog)
    found = next(each for each in answers(room) if each.evidence == "S1-1-2")
    assert (found.participant_uid, found.way) == (room.people[1], FeedbackWay.PHONE)
    assert dialog.panel.answer == found


def test_a_call_that_was_interrupted_stands_there_again(
    desk: Desk, room: Room, opened: Opened
) -> None:
    dialog = opened()
    desk.press("Ins")
    on_top(desk, ByHandDialog).wording.setPlainText("Halb getippt")
    desk.press("Esc")
    back_in(desk, dialog)
    desk.press("Ins")
    by_hand = on_top(desk, ByHandDialog)
    assert by_hand.wording.text() == "Halb getippt"
    by_hand.number.set_text("S1-1-2")
    by_hand.confirm.click()
    back_in(desk, dialog)
    desk.press("Ins")
    assert on_top(desk, ByHandDialog).wording.text() == ""


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [("date", "morgen", "Tag"), ("date", "1.1.2099", "Tag"), ("number", "S9-9", "gibt es")],
)
def test_what_is_wrong_is_said_at_its_field(
    desk: Desk, room: Room, opened: Opened, field: str, text: str, problem: str
) -> None:
    opened()
    desk.press("Ins")
    by_hand = on_top(desk, ByHandDialog)
    by_hand.number.set_text("S1-1-2")
    by_hand.wording.setPlainText("Anders")
    getattr(by_hand, field).set_text(text)
    by_hand.confirm.click()
    assert problem in getattr(by_hand, field).problem
    assert by_hand.isVisible()
    assert len(answers(room)) == 1


def test_a_day_without_a_year_is_the_last_such_day(desk: Desk, room: Room, opened: Opened) -> None:
    opened()
    desk.press("Ins")
    by_hand = on_top(desk, ByHandDialog)
    yesterday = dt.datetime.now().astimezone().date() - dt.timedelta(days=1)
    by_hand.number.set_text("S1-1-2")
    by_hand.wording.setPlainText("Anders")
    by_hand.date.set_text(f"{yesterday.day}.{yesterday.month}.")
    by_hand.confirm.click()
    assert answers(room)[1].given_on == yesterday


# -- forms ------------------------------------------------------------------------------------


def test_a_form_is_shown_before_anything_is_kept(
    desk: Desk, room: Room, opened: Opened, tmp_path: Path
) -> None:
    dialog = opened()
    path = form_of(room.services, room.uid, tmp_path / "bogen.docx")
    filled(path, {"S1-1-2": Said(CHANGE, "Der Schlüssel liegt im Büro.")}, name="Karin Weiß")
    dialog.forms.read(path)
    preview = on_top(desk, FormPreviewDialog)
    assert len(answers(room)) == 1
    assert preview.confirm.text() == "Eine Antwort einlesen"
    desk.press("Return")
    back_in(desk, dialog)
    assert len(answers(room)) == 2
    desk.press("Ctrl+Z")
    assert len(answers(room)) == 1


def test_a_form_that_brings_nothing_cannot_be_read_in(
    desk: Desk, room: Room, opened: Opened, tmp_path: Path
) -> None:
    opened().forms.read(form_of(room.services, room.uid, tmp_path / "bogen.docx"))
    preview = on_top(desk, FormPreviewDialog)
    assert (preview.confirm.text(), preview.confirm.isEnabled()) == ("Nichts einzulesen", False)


def test_what_is_no_form_is_said_in_the_dialog(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    dialog = opened()
    path = tmp_path / "bogen.docx"
    path.write_bytes(b"")
    dialog.forms.read(path)
    desk.settle()
    assert dialog.said.text().startswith("„bogen.docx“ ist leer")


def test_a_form_is_asked_for_and_written(
    desk: Desk, room: Room, opened: Opened, tmp_path: Path
) -> None:
    dialog = opened()
    desk.press("Ctrl+S")
    request = on_top(desk, FormRequestDialog)
    asked: list[Wanted] = []
    request.wanted.disconnect()
    request.wanted.connect(asked.append)
    request.whom.setCurrentIndex(1)
    request.until.set_text("10.12.2099")
    request.to.set_text("team@example.org")
    request.confirm.click()
    (wanted,) = asked
    assert wanted == Wanted(room.people[0], dt.date(2099, 12, 10), "team@example.org")
    path = tmp_path / "bogen.docx"
    dialog.forms._write(wanted, str(path))
    desk.settle()
    assert path.exists()
    assert "bogen.docx" in dialog.said.text()


def test_a_form_is_not_asked_back_by_a_day_that_is_over(desk: Desk, opened: Opened) -> None:
    opened()
    desk.press("Ctrl+S")
    request = on_top(desk, FormRequestDialog)
    request.until.set_text("1.3.2024")
    request.confirm.click()
    assert "vorbei" in request.until.problem
    assert request.isVisible()
    request.until.set_text("")
    request.confirm.click()
    assert not request.isVisible(), "without a day it may be asked for"


# -- release ----------------------------------------------------------------------------------


def test_release_is_hidden_until_it_is_switched_on(desk: Desk, room: Room, opened: Opened) -> None:
    series = room.services.views.session(room.uid).series_uid
    room.services.series.update(series, SeriesChanges(with_release=False))
    dialog = opened()
    assert not dialog.release.isVisible()
    dialog.with_release.click()
    assert dialog.release.isVisible()
    assert room.services.views.with_release(room.uid)


def test_all_are_released_as_one_step(desk: Desk, room: Room, opened: Opened) -> None:
    room.say("Noch etwas.")
    dialog = opened()
    assert dialog.release.text() == "Alle prüfen und freigeben (1)"
    dialog.release.click()
    assert room.services.views.unreleased(room.uid) == 0
    dialog.list.setFocus()
    desk.press("Ctrl+Z")
    assert room.services.views.unreleased(room.uid) == 1


def test_states_have_filters_a_key_and_a_menu(desk: Desk, room: Room) -> None:
    place = desk.open(room.uid, Step.REVIEW, ReviewController)
    room.say("Noch etwas.")
    assert place.reveal(room.question(1).uid, room.services.views.statements(room.uid)[2].uid)
    page = place._page
    assert page.filters.pills["note"].isVisible()  # type: ignore[index]
    desk.press("Ctrl+G")
    desk.settle()
    states = [each.state for each in room.services.views.statements(room.uid)]
    assert states[2] is StatementState.CHECKED
    desk.press("Ctrl+A", "Ctrl+G")
    desk.settle()
    states = [each.state for each in room.services.views.statements(room.uid)]
    assert states == [StatementState.RELEASED] * 3
    assert [row.evidence for row in place.statements.model.rows()] == [
        "freigegeben · S1-1-1",
        "freigegeben · S1-1-2",
        "freigegeben · S1-1-3",
    ]
    desk.press("Ctrl+Z")
    assert room.services.views.unreleased(room.uid) == 1


def test_without_release_nothing_of_it_is_seen(desk: Desk, room: Room) -> None:
    series = room.services.views.session(room.uid).series_uid
    room.services.series.update(series, SeriesChanges(with_release=False))
    place = desk.open(room.uid, Step.REVIEW, ReviewController)
    place.reveal(room.question(1).uid, room.services.views.statements(room.uid)[0].uid)
    assert [row.evidence for row in place.statements.model.rows()] == ["S1-1-1", "S1-1-2"]
    desk.press("Ctrl+G")
    states = {each.state for each in room.services.views.statements(room.uid)}
    assert states == {StatementState.RELEASED}
    with_release(room)  # the control: the same rows say it now
    desk.settle()
    assert place.statements.model.row_at(0).evidence == "freigegeben · S1-1-1"
