"""The frame: opening, steps, leaving, undo, saved, search."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.incoming.sessions import SessionChanges
from app.domain.vocabulary import SessionState
from app.errors import RefusedError
from tests.support.room import Room
from tests.ui.frame.plain_frame import Case
from ui.pages import Step
from ui.widgets.band import BandKind

pytestmark = pytest.mark.usefixtures("german")


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (SessionState.PLANNED, Step.PREPARE),
        (SessionState.RUNNING, Step.LIVE),
        (SessionState.REVIEW, Step.REVIEW),
        (SessionState.CLOSED, Step.MINUTES),
    ],
)
def test_a_session_opens_where_its_state_asks_for(
    case: Case, state: SessionState, step: Step
) -> None:
    if state is not SessionState.PLANNED:
        case.services.sessions.set_state(case.room.uid, state)
    case.frame.open_session(case.room.uid)
    assert case.shown is case.places[step].page
    assert case.window.session_bar.steps.buttons()[step].isChecked()
    assert QApplication.focusWidget() is case.places[step].first


def test_keys_lead_to_the_steps_and_home(case: Case) -> None:
    case.press("Ctrl+3")
    assert case.shown is case.start.page
    case.frame.open_session(case.room.uid)
    for step in (Step.REVIEW, Step.MINUTES, Step.LIVE, Step.PREPARE):
        case.press(f"Ctrl+{step.value}")
        assert case.shown is case.places[step].page
    case.press("Alt+Home")
    assert case.shown is case.start.page
    assert QApplication.focusWidget() is case.start.page
    assert not case.actions.get("session.undo").isEnabled()


def test_a_step_is_made_once_and_told_when_it_is_left(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    live = case.places[Step.LIVE]
    live.told.clear()
    case.frame.go_to(Step.REVIEW)
    assert live.told == ["leave"]
    case.frame.go_to(Step.LIVE)
    assert live.told == ["leave"]
    case.frame.go_to(Step.LIVE)
    other = Room(case.services)
    live.told.clear()
    case.frame.open_session(other.uid, Step.LIVE)
    assert ("open", other.uid) in live.told
    assert live.told[0] == "leave"


def test_the_live_page_is_ready_before_anybody_asks(case: Case) -> None:
    added = case.window.pages.count()
    case.frame.make_ready()
    assert case.window.pages.count() == added + 1
    assert ("open", case.room.uid) not in case.places[Step.LIVE].told
    case.frame.open_session(case.room.uid, Step.LIVE)
    assert case.window.pages.count() == added + 1, "the page that was made is shown"
    assert ("open", case.room.uid) in case.places[Step.LIVE].told


def test_nothing_is_made_beside_an_open_session(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    pages = case.window.pages.count()
    case.frame.make_ready()
    assert case.window.pages.count() == pages


def test_a_step_gets_its_focus_back(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.PREPARE)
    place = case.places[Step.PREPARE]
    place.second.setFocus()
    case.press("Ctrl+3")
    case.press("Ctrl+1")
    assert QApplication.focusWidget() is place.second
    case.press("Ctrl+3")
    place.second.setEnabled(False)
    case.press("Ctrl+1")
    assert QApplication.focusWidget() is place.first, "nothing to give it back to"


def test_live_always_begins_in_its_line(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    case.places[Step.LIVE].second.setFocus()
    case.press("Ctrl+3")
    case.press("Ctrl+2")
    assert QApplication.focusWidget() is case.places[Step.LIVE].first


def test_a_session_opened_anew_begins_where_work_begins(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.PREPARE)
    case.places[Step.PREPARE].second.setFocus()
    other = Room(case.services)
    case.frame.open_session(other.uid, Step.PREPARE)
    assert QApplication.focusWidget() is case.places[Step.PREPARE].first
    case.places[Step.PREPARE].second.setFocus()
    case.frame.go_home()
    case.frame.open_session(other.uid, Step.PREPARE)
    assert QApplication.focusWidget() is case.places[Step.PREPARE].first


def test_the_bar_says_which_session_and_how_far(case: Case) -> None:
    case.services.sessions.update(
        case.room.uid,
        SessionChanges(title="Strategiegespräch Lindenviertel", date=dt.date(2026, 11, 20)),
    )
    case.frame.open_session(case.room.uid)
    bar = case.window.session_bar
    assert bar.title.text() == "Strategiegespräch Lindenviertel"
    assert bar.subline.text() == "Fr 20. November 2026 · geplant"
    case.record()
    case.frame.go_to(Step.REVIEW)
    assert bar.subline.text() == "Fr 20. November 2026 · 1 Beitrag"
    case.record()
    assert bar.subline.text() == "Fr 20. November 2026 · 2 Beiträge"
    case.services.sessions.update(case.room.uid, SessionChanges(title="Neu"))
    assert bar.title.text() == "Neu"


def test_every_commit_is_said(case: Case) -> None:
    assert case.saved == "alles gespeichert"
    case.frame.open_session(case.room.uid)
    case.record()
    assert case.saved.startswith("gespeichert ")
    assert len(case.saved) == len("gespeichert 10:42:07")


def test_a_session_that_is_opened_says_when_it_was_saved(case: Case) -> None:
    """Also when that was before this start; on another day the date."""
    moment = case.services.views.last_saved(case.room.uid)
    assert moment is not None
    case.frame.open_session(case.room.uid)
    local = moment.astimezone(ZoneInfo("Europe/Berlin"))  # the session's, not the computer's
    assert case.saved == f"gespeichert {local:%H:%M:%S}"
    before = dt.datetime.now(local.tzinfo)
    case.record()
    hours = {f"gespeichert {moment:%H}" for moment in (before, dt.datetime.now(local.tzinfo))}
    assert case.saved.split(":")[0] in hours
    with case.services._database.save() as driver:
        driver.execute("UPDATE operation SET at = '2026-11-12 17:33:07.000000'")
    case.frame.open_session(case.room.uid)
    assert case.saved == "gespeichert 12.11.2026"


def test_what_could_not_be_saved_is_said_until_something_is(case: Case) -> None:
    case.frame.open_session(case.room.uid)
    case.messages.unsaved(RefusedError("undo_nothing"))
    assert case.saved == "nicht gespeichert"
    assert case.band
    case.window.session_bar.saved.help_wanted.emit()
    assert "freien Platz" in case.band
    case.record()
    assert case.saved.startswith("gespeichert ")


def test_places_that_were_made_hear_of_changes(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    case.record()
    assert "statement.record" in case.places[Step.LIVE].told
    assert "statement.record" not in case.places[Step.REVIEW].told


def test_undo_says_what_and_offers_the_way_back(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.record()
    count = len(case.services.views.statements(case.room.uid))
    case.places[Step.REVIEW].page.setFocus()
    case.window.session_bar.home.setFocus()
    case.press("Ctrl+Z")
    assert len(case.services.views.statements(case.room.uid)) == count - 1
    name = case.services.texts.get("operations.statement.record")
    assert case.band == f"Rückgängig gemacht: {name}"
    notice = case.window.band.notice
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert len(case.services.views.statements(case.room.uid)) == count
    assert case.band == f"Wiederholt: {name}"


def test_undo_in_the_band_goes_with_the_next_change(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.record("Erster")
    case.frame.undo()
    assert case.band
    other = Room(case.services)
    other.say("In einem anderen Gespräch")
    assert case.band, "that is another history"
    case.record("Zweiter")
    assert case.band == ""


def test_what_the_band_offers_leaves_with_its_session(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.messages.done("1 Beitrag gelöscht.", "Rückgängig", case.frame.undo)
    case.frame.go_home()
    assert case.band == ""
    case.messages.done("Gespeichert.", "Ordner öffnen", list, lasting=True)
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.messages.done("Gespeichert.", "Ordner öffnen", list, lasting=True)
    case.record()
    assert case.band == "Gespeichert."


def test_nothing_to_undo_is_said_without_alarm_until_the_next_change(case: Case) -> None:
    case.frame.open_session(case.room.uid)
    while case.services.history.undoable(case.room.uid):
        case.services.history.undo(case.room.uid)
    case.frame.undo()
    notice = case.window.band.notice
    assert notice is not None
    assert notice.text == "Es gibt nichts mehr rückgängig zu machen."
    assert notice.kind is BandKind.WARNING
    case.record()
    assert case.band == ""


def test_a_deleted_session_is_left(case: Case) -> None:
    case.frame.open_session(case.room.uid)
    case.services.sessions.delete(case.room.uid)
    assert case.shown is case.start.page
    assert case.frame.session_uid == ""


def test_a_hit_is_shown_where_it_can_be(case: Case) -> None:
    uid = case.record()
    item = case.room.question(4).uid
    case.frame.open_session(case.room.uid, Step.MINUTES)
    case.frame.reveal(case.room.uid, item, uid)
    assert case.shown is case.places[Step.REVIEW].page
    assert case.places[Step.REVIEW].told[-1] == ("reveal", uid)
    case.places[Step.LIVE].can_reveal = True
    case.frame.go_to(Step.LIVE)
    case.frame.reveal(case.room.uid, item, uid)
    assert case.shown is case.places[Step.LIVE].page


def test_search_and_dialogs_are_asked_for(case: Case) -> None:
    asked: list[tuple[bool, str]] = []
    case.frame.search_wanted.connect(lambda everywhere, text: asked.append((everywhere, text)))
    case.press("Ctrl+K")
    case.frame.open_session(case.room.uid)
    case.press("Ctrl+F")
    case.press("Ctrl+K")
    case.window.session_bar.search.click()
    assert asked == [(True, ""), (False, ""), (True, ""), (True, "")]
    with case.qtbot.waitSignal(case.frame.dialog_wanted) as dialog:
        case.press("F1")
    assert dialog.args == ["keys"]


def test_what_was_only_said_goes_with_the_next_change(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.messages.done("3 Dateien wurden eingelesen.")
    assert case.band
    case.record()
    assert case.band == ""
