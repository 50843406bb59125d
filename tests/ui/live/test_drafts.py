"""Nothing typed is ever lost: not by closing, killing, failing disks or a wrong key."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor

from app.bootstrap import Services, workspace
from app.domain.vocabulary import PlanItemKind, SessionState, StatementKind
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow: what SQLite writes is refused by the system."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def reopened(live: Live, tmp_path: Path) -> Iterator[Live]:
    """The window of another start, on the files as a killed program leaves them."""
    live.services.drafts.flush()
    live.desk.window.hide()
    copy = tmp_path / "after-the-kill"
    copy.mkdir()
    for file in tmp_path.glob("workspace.db*"):
        if "lock" not in file.name:
            shutil.copy2(file, copy / file.name)
    with workspace(copy / "workspace.db") as services:
        yield second_window(live, services, copy)


def second_window(live: Live, services: Services, folder: Path) -> Live:
    live.room.services = services
    return Live(Desk(live.desk.qtbot, services, folder), live.room)


@pytest.fixture
def killed(running: Live, tmp_path: Path) -> Iterator[Live]:
    """A line with a person, a theme and a chosen kind; the program is killed and started again."""
    type_text("kw: ")
    press("Alt+6")
    type_text("Donnerstags #Wohnen 😀 ist")
    press("Alt+A")
    running.page.entry.edit.moveCursor(QTextCursor.MoveOperation.Start)
    yield from reopened(running, tmp_path)


def test_after_a_kill_the_line_stands_as_it_was(killed: Live) -> None:
    assert killed.line == "kw: Donnerstags #Wohnen 😀 ist"
    entry = killed.page.entry
    assert entry.edit.parsed.participant_uid == killed.room.people[0]
    assert entry.kind.kind() is StatementKind.CONDITION
    assert entry.target_text() == "Beitrag zu Leitfrage 6: Hemmnisse"
    assert entry.edit.cursor_index() == len(killed.line)


def test_a_quiet_line_says_where_it_came_from(killed: Live) -> None:
    assert killed.page.quiet.isVisible()
    assert killed.page.quiet.text().startswith("Entwurf von ")
    assert killed.desk.window.band.notice is None


def test_the_line_can_be_recorded_after_the_kill(killed: Live) -> None:
    killed.page.entry.edit.setFocus()
    press("Return")
    (statement,) = killed.statements(6)
    assert statement.text == "Donnerstags 😀 ist"
    assert statement.kind is StatementKind.CONDITION
    assert statement.themes == ("Wohnen",)
    assert killed.draft() == ""
    assert not killed.page.quiet.text().startswith("Entwurf")


def test_each_key_is_handed_over(running: Live) -> None:
    type_text("Halb")
    assert running.draft() == "Halb"
    press("Backspace")
    assert running.draft() == "Hal"


def test_recording_ends_the_draft(running: Live) -> None:
    running.enter("Ganz")
    assert running.draft() == ""
    assert [s.text for s in running.statements(4)] == ["Ganz"]


def test_an_emptied_line_leaves_no_draft(running: Live) -> None:
    type_text("x")
    press("Backspace")
    assert running.draft() == ""


def test_what_is_not_touched_again_survives_every_end(running: Live, tmp_path: Path) -> None:
    running.enter("Eins")
    type_text("kw: Halb")
    running.page.list.setFocus()
    press("Home", "Return")
    type_text(" und mehr")
    running.page.summary.setPlainText("Kurz")
    again = running
    for number in range(3):
        again.services.drafts.flush()
        kept = again.services.drafts.load(again.room.uid)
        assert {payload.text for payload in kept.values()} >= {"kw: Halb", "Eins und mehr"}
        if number:
            again.desk.window.close()
        else:
            again.desk.window.hide()  # a kill: nothing is handed over
        again = second_window(again, again.services, tmp_path)
        assert again.line == "kw: Halb"
        assert again.page.summary.text() == "Kurz"
        editor = again.page.list.editor()
        assert editor is not None
        assert editor.text() == "Eins und mehr"


@pytest.mark.logs_warnings
def test_on_a_full_disk_the_text_stays_and_the_window_says_why(running: Live) -> None:
    type_text("Wichtig")
    with full_disk():
        press("Return")
    assert running.line == "Wichtig"
    assert running.statements(4) == ()
    assert running.desk.window.session_bar.saved.failed
    assert running.desk.window.band.notice is not None
    press("Return")
    assert [s.text for s in running.statements(4)] == ["Wichtig"]
    assert running.line == ""
    assert not running.desk.window.session_bar.saved.failed


@pytest.mark.logs_warnings
def test_drafts_that_do_not_reach_the_disk_are_said(running: Live) -> None:
    with full_disk():
        type_text("Wichtig")
        running.desk.wait_for(lambda: running.services.drafts.failed is not None)
    running.place.clock.tick()
    assert running.desk.window.session_bar.saved.failed
    assert running.line == "Wichtig"
    type_text(" und mehr")
    assert running.draft() == "Wichtig und mehr"
    running.place.clock.tick()
    notice = running.desk.window.band.notice
    assert notice is not None
    assert notice.text == "Was Sie schreiben, wird wieder gesichert."


def test_a_session_closed_meanwhile_refuses_in_words_and_keeps_the_text(running: Live) -> None:
    type_text("Zu spät")
    running.services.sessions.set_state(running.room.uid, SessionState.CLOSED)
    running.place.entry.submit()
    assert running.line == "Zu spät"
    running.services.sessions.set_state(running.room.uid, SessionState.REVIEW)
    running.page.entry.edit.setFocus()
    press("Return")
    assert [s.text for s in running.statements(4)] == ["Zu spät"]


def test_leaving_the_page_hands_everything_over(running: Live) -> None:
    type_text("Unterwegs")
    running.page.summary.setFocus()
    type_text("Kurz gesagt")
    running.desk.frame.leave()
    assert running.draft() == "Unterwegs"
    assert running.room.question(4).summary == "Kurz gesagt"


def test_two_sessions_keep_their_own_lines(running: Live) -> None:
    from tests.support.room import Room

    type_text("Zur ersten")
    other = Room(running.services)
    running.desk.frame.open_session(other.uid)
    first = running.room
    running.room = other
    running.open()
    assert running.line == ""
    type_text("Zur zweiten")
    running.room = first
    running.open()
    assert running.line == "Zur ersten"
    running.room = other
    running.open()
    assert running.line == "Zur zweiten"


# -- the summary ------------------------------------------------------------------------------


def test_the_summary_is_saved_when_the_focus_leaves(running: Live) -> None:
    press("Ctrl+E")
    assert running.page.summary.hasFocus()
    type_text("Tragfähig mit klarem Anlass.")
    assert running.room.question(4).summary == ""
    press("Return")
    assert running.page.entry.edit.hasFocus()
    assert running.room.question(4).summary == "Tragfähig mit klarem Anlass."
    running.services.drafts.flush()
    assert not any("summary" in slot for slot in running.services.drafts.load(running.room.uid))


def test_the_summary_is_saved_by_itself_after_a_pause(running: Live) -> None:
    press("Ctrl+E")
    type_text("Mitten im")
    running.desk.wait_for(lambda: running.room.question(4).summary == "Mitten im")
    assert running.page.summary.hasFocus()


def test_going_on_saves_the_summary_of_the_question_before(running: Live) -> None:
    press("Ctrl+E")
    type_text("Von vier")
    running.run(5)
    assert running.room.question(4).summary == "Von vier"
    assert running.page.summary.text() == ""
    running.run(4)
    assert running.page.summary.text() == "Von vier"


def test_a_summary_survives_the_kill(running: Live, tmp_path: Path) -> None:
    press("Ctrl+E")
    type_text("Nicht gesp")
    for again in reopened(running, tmp_path):
        assert again.page.summary.text() == "Nicht gesp"


def test_only_questions_have_a_summary(live: Live) -> None:
    pause = next(item for item in live.room.items if item.kind is PlanItemKind.BREAK)
    live.place.start(pause.uid)
    assert not live.page.summary.isVisible()
    live.run(2)
    assert live.page.summary.isVisible()


def test_undo_of_a_summary_shows_in_the_field(running: Live) -> None:
    press("Ctrl+E")
    type_text("Erst so")
    press("Return")
    running.services.history.undo(running.room.uid)
    assert running.page.summary.text() == ""
