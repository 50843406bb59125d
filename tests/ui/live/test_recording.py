"""Recording by keyboard only: what is typed arrives, in its place, and nothing else does."""

import random

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.statements import MAX_TEXT
from app.domain.vocabulary import SessionState, StatementKind
from tests.support.german import German
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live
from ui.models.plan_model import ItemState
from ui.pages import Step


def test_a_beginner_needs_text_and_enter(running: Live) -> None:
    assert running.page.entry.edit.hasFocus()
    running.enter("Wir teilen uns die Küche.")
    (statement,) = running.statements(4)
    assert statement.text == "Wir teilen uns die Küche."
    assert statement.kind is StatementKind.COOPERATION
    assert statement.participant_uid is None
    assert running.line == ""
    assert running.shown() == ["Wir teilen uns die Küche."]
    assert running.page.entry.edit.hasFocus()


def test_sixty_statements_without_the_mouse(live: Live) -> None:
    """Through three questions, with people, kinds, themes and results."""
    german = German(random.Random(7))
    people = ("kw: ", "mö: ", "", "@sab")
    expected = []
    press("Ctrl+PgDown")
    for number in range(60):
        if number % 20 == 0:
            live.run(number // 20 + 1)
        text = german.text(45)
        who = people[number % len(people)]
        type_text(who)
        if who.startswith("@"):
            press("Tab")
        kind = " /potenzial" if number % 5 == 0 else ""
        theme = " #Wohnen" if number % 7 == 0 else ""
        mark = "*" if number % 6 == 0 and not who.startswith("@") else ""
        live.enter(f"{mark}{text}{kind}{theme}")
        expected.append((text, number))
    recorded = [s for question in (1, 2, 3) for s in live.statements(question)]
    assert [s.text for s in recorded] == [text for text, _ in expected]
    uids = {0: live.room.people[0], 1: live.room.people[1], 2: None, 3: live.room.people[2]}
    assert [s.participant_uid for s in recorded] == [uids[n % 4] for _, n in expected]
    assert [s.kind is StatementKind.POTENTIAL for s in recorded] == [
        n % 5 == 0 for _, n in expected
    ]
    assert [s.themes for s in recorded] == [("Wohnen",) if n % 7 == 0 else () for _, n in expected]
    assert [s.is_result for s in recorded] == [n % 6 == 0 and n % 4 != 3 for _, n in expected]
    assert live.draft() == ""


@pytest.mark.parametrize(
    "text",
    ["Bürger*innen", "und/oder", "50+", "Wer zahlt das?", "Brücke endlich bauen!"],
)
def test_nothing_fires_in_the_examples(running: Live, text: str) -> None:
    running.enter(text)
    (statement,) = running.statements(4)
    assert statement.text == text
    assert statement.kind is StatementKind.COOPERATION
    assert not statement.is_result
    assert not statement.verbatim
    assert statement.themes == ()


def test_unknown_initials_stay_text(running: Live) -> None:
    running.enter("xy: war auch da")
    (statement,) = running.statements(4)
    assert statement.text == "xy: war auch da"
    assert statement.participant_uid is None


def test_two_that_fit_are_kept_as_unclear(running: Live) -> None:
    running.services.people.add(running.room.uid, ParticipantDraft(name="Stefan Bär"))
    running.enter("sb: Wir haben keinen Raum")
    (statement,) = running.statements(4)
    assert statement.person_unclear == "SB"
    assert statement.participant_uid is None
    assert statement.text == "Wir haben keinen Raum"


def test_a_table_can_speak(running: Live) -> None:
    type_text("tisch 2: ")
    assert running.page.entry.edit.chip_words() == ("Tisch 2",)
    running.enter("Mehr Bänke")
    (statement,) = running.statements(4)
    assert (statement.source, statement.participant_uid) == ("Tisch 2", None)
    assert statement.text == "Mehr Bänke"


def test_a_statement_under_a_presentation_works_alike(live: Live) -> None:
    item = next(item for item in live.room.items if item.title == "Impulse")
    live.place.start(item.uid)
    live.enter("kw: Die Klingelrunde läuft seit 2019")
    (statement,) = live.services.views.statements(live.room.uid, item.uid)
    assert statement.kind is item.statement_kind
    assert statement.participant_uid == live.room.people[0]


def test_a_star_alone_marks_the_statement_before(running: Live) -> None:
    running.enter("Eins")
    running.enter("Zwei")
    running.enter("*")
    assert [s.is_result for s in running.statements(4)] == [False, True]
    assert running.line == ""
    assert running.draft() == ""


def test_a_star_without_a_statement_before_says_so_and_stays(running: Live) -> None:
    running.enter("*")
    assert running.line == "*"
    assert running.page.quiet.text()


def test_a_line_of_chips_alone_is_not_recorded(running: Live) -> None:
    type_text("kw: ")
    press("Return")
    assert running.statements(4) == ()
    assert running.line == "kw: "


def test_pasted_text_is_recorded_as_it_is(running: Live) -> None:
    data = QMimeData()
    data.setText("kw: #Wohnen */ziel\x00")
    QGuiApplication.clipboard().setMimeData(data)
    press("Ctrl+V", "Return")
    (statement,) = running.statements(4)
    assert statement.text == "kw: #Wohnen */ziel"
    assert statement.participant_uid is None


def test_a_long_paste_is_asked_about_in_the_band(running: Live) -> None:
    running.page.entry.edit.insertFromMimeData(_mime("Wort " * 5_000))
    notice = running.desk.window.band.notice
    assert notice is not None
    assert QLocale().toString(25_000) in notice.text
    assert running.line == ""
    assert notice.action is not None
    notice.action()
    assert len(running.line) == 25_000
    press("Return")
    assert len(running.statements(4)[0].text) == 24_999


def test_more_than_a_statement_can_hold_is_refused_in_words(running: Live) -> None:
    running.page.entry.edit.insertFromMimeData(_mime("x" * (MAX_TEXT + 1)))
    notice = running.desk.window.band.notice
    assert notice is not None
    assert QLocale().toString(MAX_TEXT) in notice.text
    assert running.line == ""


def test_a_text_that_grew_too_long_stays_in_the_line(running: Live) -> None:
    edit = running.page.entry.edit
    edit.insert_pasted("x" * MAX_TEXT)
    type_text("y")
    press("Return")
    assert running.statements(4) == ()
    assert len(running.line) == MAX_TEXT + 1
    assert running.desk.window.session_bar.saved.failed


def test_the_kind_goes_round_by_key_and_back_after_recording(running: Live) -> None:
    type_text("Es fehlt ein Vertrag")
    press("Alt+A", "Alt+A")
    assert running.page.entry.kind.kind() is StatementKind.OBSTACLE
    press("Return")
    assert running.statements(4)[0].kind is StatementKind.OBSTACLE
    assert running.page.entry.kind.kind() is StatementKind.COOPERATION


@pytest.mark.parametrize("state", [SessionState.PLANNED, SessionState.REVIEW])
def test_every_open_state_takes_statements(live: Live, state: SessionState) -> None:
    live.services.sessions.set_state(live.room.uid, state)
    press("Alt+2")
    live.enter("Ein Anlass")
    assert [s.text for s in live.statements(2)] == ["Ein Anlass"]
    assert live.shown() == ["Ein Anlass"]


def test_a_closed_session_shows_the_line_disabled_with_the_reason(live: Live) -> None:
    live.services.sessions.set_state(live.room.uid, SessionState.CLOSED)
    edit = live.page.entry.edit
    assert not edit.isEnabled()
    assert "abgeschlossen" in edit.placeholderText()
    live.place.entry.submit()
    live.services.sessions.set_state(live.room.uid, SessionState.REVIEW)
    assert edit.isEnabled()


def test_in_a_closed_session_nothing_runs(running: Live) -> None:
    running.clock.go_on(minutes=4)
    running.place.clock.tick()
    page = running.page
    since, face = page.heading._since, page.side.clock.face

    def said() -> tuple[bool, bool, bool, bool]:
        hint = next(each for each in page.findChildren(QLabel) if each.text() == "sb:")
        return (
            since.text().startswith("läuft seit"),
            face.word() == "noch",
            any(row.state is ItemState.RUNNING for row in page.plan.model.rows()),
            hint.isVisible(),
        )

    assert said() == (True, True, True, True)
    assert page.side.clock.status.isVisible()
    running.services.sessions.set_state(running.room.uid, SessionState.CLOSED)
    running.place.clock.tick()
    assert said() == (False, False, False, False)
    assert since.text().startswith("beendet um ")
    assert not page.side.clock.status.isVisible()
    assert page.heading.question.text() == running.room.question(4).text


def test_the_list_takes_one_row_for_one_statement(running: Live) -> None:
    """Nothing is loaded anew, so that a long session costs no more than a short one."""
    resets: list[str] = []
    model = running.place.statements.model
    model.modelReset.connect(lambda: resets.append("reset"))
    model.rowsRemoved.connect(lambda *_: resets.append("removed"))
    inserted: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append(last - first + 1))
    for number in range(3):
        running.enter(f"Beitrag {number}")
    assert resets == []
    assert inserted == [1, 1, 1]
    count = next(row.count for row in running.page.plan.model.rows() if row.number == "4")
    assert count == str(running.room.question(4).statement_count) == "3"


def test_a_new_name_of_the_session_shows_and_changes_nothing_else(running: Live) -> None:
    type_text("Angefangen")
    running.services.sessions.update(running.room.uid, SessionChanges(title="Neuer Titel"))
    assert running.line == "Angefangen"
    assert running.desk.window.session_bar.title.text() == "Neuer Titel"


def test_what_reached_the_disk_is_said_in_the_bar(running: Live) -> None:
    running.enter("Gesichert")
    assert running.desk.window.session_bar.saved.text().startswith("gespeichert ")


def test_every_window_key_works_from_the_entry_line(running: Live) -> None:
    """No key of the window is swallowed by the text field."""
    fired: list[str] = []
    names = ("app.search", "session.search", "live.next", "live.summary", "live.take_back")
    for name in names:
        action = running.desk.actions.get(name)
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, name=name: fired.append(name))
    running.page.entry.edit.setFocus()
    press("Ctrl+K", "Ctrl+F", "Ctrl+PgDown", "Ctrl+E", "F8")
    assert fired == list(names)


def test_the_step_is_reached_with_the_line_focused(live: Live) -> None:
    live.desk.frame.go_to(Step.MINUTES)
    live.desk.frame.go_to(Step.LIVE)
    assert live.page.entry.edit.hasFocus()
    assert live.page.entry.edit.focusPolicy() & Qt.FocusPolicy.StrongFocus


def _mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data
