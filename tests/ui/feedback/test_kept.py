"""What is typed about feedback is there again: after a kill, after Esc, until it is recorded."""

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import workspace
from app.domain.incoming.feedback import DecisionDraft, FeedbackDraft
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision, FeedbackWay
from tests.endurance.processes import run
from tests.support.desk import Desk
from tests.support.real_window import wait_until
from tests.support.room import Room
from tests.ui.feedback.caller import NUMBER, WHO, WORDING
from ui.dialogs.form_dialog import ConfirmDialog
from ui.feedback.by_hand import ByHandDialog
from ui.feedback.dialog import FeedbackDialog

pytestmark = pytest.mark.usefixtures("german")


@pytest.fixture
def room(desk: Desk) -> Room:
    """Two statements with numbers."""
    return filled(Room(desk.services))


def filled(room: Room) -> Room:
    room.say("Der Saal steht leer.")
    room.say("Niemand hat den Schlüssel.")
    room.services.release.release_all(room.uid)
    return room


def by_hand(desk: Desk, room: Room) -> ByHandDialog:
    dialog = ByHandDialog(desk.tools, room.uid, parent=desk.window)
    dialog.show_over()
    return dialog


def kept(desk: Desk, room: Room) -> list[str]:
    """The drafts that are on the disk, by slot."""
    desk.services.drafts.flush()
    return sorted(desk.services.drafts.load(room.uid))


@pytest.mark.parametrize("watched", [True, False])
def test_what_a_killed_program_had_in_its_fields_is_there_again(
    tmp_path: Path, desk: Desk, *, watched: bool
) -> None:
    path = tmp_path / "killed" / "w.db"
    path.parent.mkdir()
    with workspace(path) as services:
        room = filled(Room(services))
    how = [] if watched else ["unwatched"]
    command = [sys.executable, "-P", "-m", "tests.ui.feedback.caller", str(path), room.uid, *how]
    ended = run(command, path.parent / "home")
    assert ended.code == -9, ended.err
    with workspace(path) as services:
        tools = replace(desk.tools, services=services)
        dialog = ByHandDialog(tools, room.uid, parent=desk.window)
        dialog.show_over()
        found = (dialog.number.text(), dialog.who.currentText(), dialog.wording.text())
        assert (found == (NUMBER, WHO, WORDING)) is watched  # without: the control
        assert (dialog.statement.text() == "Niemand hat den Schlüssel.") is watched
        dialog.reject()


def test_everything_that_was_chosen_comes_back(desk: Desk, room: Room) -> None:
    first = by_hand(desk, room)
    first.number.line.setText("S1-1-1")
    first.date.line.setText("17.11.2026")
    first.way.setCurrentIndex(first.way.findText("E-Mail"))
    first.answer.setCurrentIndex(1)
    first.comment.setText("Zu hart")
    first.reject()
    again = by_hand(desk, room)
    assert again.date.text() == "17.11.2026"
    assert again.way.currentText() == "E-Mail"
    assert not again.wording.isVisible()
    again.accept()
    (found,) = desk.services.views.feedback(room.uid)
    assert (found.answer, found.way) == (FeedbackAnswer.LEAVE_OUT, FeedbackWay.MAIL)
    assert (found.comment, found.given_on) == ("Zu hart", dt.date(2026, 11, 17))


def test_the_draft_belongs_to_the_statement_and_ends_with_the_record(
    desk: Desk, room: Room
) -> None:
    said = [each.uid for each in desk.services.views.statements(room.uid)]
    dialog = by_hand(desk, room)
    dialog.wording.setPlainText("Anders")
    assert kept(desk, room) == ["feedback:"]
    dialog.number.line.setText("S1-1-1")
    assert kept(desk, room) == [f"feedback:{said[0]}"]
    dialog.number.line.setText("S1-1-2")
    assert kept(desk, room) == [f"feedback:{said[1]}"]
    dialog.accept()
    assert kept(desk, room) == []
    assert by_hand(desk, room).wording.text() == ""


def test_a_draft_ends_in_the_transaction_of_the_record(desk: Desk, room: Room) -> None:
    """Killed right after it, the program must not offer again what is recorded."""
    dialog = by_hand(desk, room)
    dialog.number.line.setText("S1-1-1")
    dialog.wording.setPlainText("Anders")
    desk.services.drafts.flush()
    desk.services.feedback.add(room.uid, dialog._draft(dt.date(2026, 11, 18)))
    assert kept(desk, room) == []


def test_fields_emptied_by_hand_leave_no_draft(desk: Desk, room: Room) -> None:
    dialog = by_hand(desk, room)
    dialog.wording.setPlainText("Anders")
    assert dialog.away.isVisible()
    dialog.wording.setPlainText("")
    assert not dialog.away.isVisible()
    assert kept(desk, room) == []


@pytest.mark.parametrize("sure", [True, False])
def test_throwing_away_asks_first(desk: Desk, room: Room, *, sure: bool) -> None:
    dialog = by_hand(desk, room)
    dialog.number.line.setText("S1-1-1")
    dialog.wording.setPlainText("Anders")
    dialog.away.click()
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog), "the question")
    asks = QApplication.activeModalWidget()
    assert isinstance(asks, ConfirmDialog)
    (asks.confirm if sure else asks.cancel).click()
    assert dialog.isVisible()
    assert (dialog.wording.text() == "") is sure
    assert (kept(desk, room) == []) is sure


def test_the_dialog_says_that_something_waits(desk: Desk, room: Room) -> None:
    dialog = FeedbackDialog(desk.tools, room.uid, parent=desk.window)
    assert dialog.said.text() == ""
    typing = by_hand(desk, room)
    typing.left.connect(dialog._say_waiting)
    typing.comment.setText("Zu hart")
    typing.reject()
    assert "Von Hand eingeben" in dialog.said.text()
    again = FeedbackDialog(desk.tools, room.uid, parent=desk.window)
    assert "Von Hand eingeben" in again.said.text()


def test_what_is_removed_for_good_is_in_no_draft_of_it(desk: Desk, room: Room) -> None:
    first, second = desk.services.views.statements(room.uid)
    dialog = by_hand(desk, room)
    dialog.number.line.setText("S1-1-2")
    dialog.wording.setPlainText("Anders")
    dialog.reject()
    desk.services.erasure.erase(room.uid, [first.uid])
    assert kept(desk, room) == [f"feedback:{second.uid}"]  # the control: about another one
    desk.services.erasure.erase(room.uid, [second.uid])
    assert kept(desk, room) == []


def test_what_was_typed_to_decide_is_there_again(desk: Desk, room: Room) -> None:
    for number in ("S1-1-1", "S1-1-2"):
        day = dt.date(2026, 11, 18)
        draft = FeedbackDraft(evidence=number, given_on=day, who="Frau Albers", wording="Anders")
        desk.services.feedback.add(room.uid, draft)
    answers = desk.services.views.feedback(room.uid)
    first = FeedbackDialog(desk.tools, room.uid, parent=desk.window)
    first.show_over()
    first.panel.reason.setPlainText("Es w")
    assert kept(desk, room) == [f"decision:{answers[0].uid}"]
    first.list.setCurrentRow(1)
    assert first.panel.reason.text() == ""
    first.close()
    again = FeedbackDialog(desk.tools, room.uid, parent=desk.window)
    again.show_over()
    assert again.panel.reason.text() == "Es w"
    again.decide(DecisionDraft(decision=FeedbackDecision.DECLINED, reason="Es war so."))
    assert kept(desk, room) == []
    again.panel.wording.setPlainText("Ganz anders")
    desk.services.erasure.erase(room.uid, [str(answers[0].statement_uid)])
    assert kept(desk, room) == [f"decision:{answers[1].uid}"]  # the control: about another one
    desk.services.erasure.erase(room.uid, [str(answers[1].statement_uid)])
    assert kept(desk, room) == []
