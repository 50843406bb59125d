"""The head of a session: saved field by field, wrong input explained and kept."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges
from app.domain.vocabulary import NamingLevel, SessionState
from tests.support.desk import Desk
from tests.ui.prepare.conftest import ON_ITS_DAY
from ui.pages import Step
from ui.prepare.beginning import EarlyDialog
from ui.prepare.controller import PrepareController


def enter(desk: Desk, prepare: PrepareController, name: str, text: str) -> None:
    """Type over a field and go on with Tab."""
    line = prepare.page.form.fields()[name].line
    line.setFocus()
    line.selectAll()
    desk.press("Del", to=line)
    desk.qtbot.keyClicks(line, text)
    desk.press("Tab", to=line)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "Gespraech im Hof", "Gespraech im Hof"),
        ("date", "3.12.26", dt.date(2026, 12, 3)),
        ("end_time", "1930", dt.time(19, 30)),
        ("place", "Rathaus", "Rathaus"),
        ("facilitators", "Anna; Bernd, Diakonie", ("Anna", "Bernd, Diakonie")),
        ("note_takers", "Tobias", ("Tobias",)),
    ],
)
def test_a_field_is_saved_when_it_is_left(
    prepare: PrepareController,
    desk: Desk,
    services: Services,
    session_uid: str,
    name: str,
    text: str,
    value: object,
) -> None:
    enter(desk, prepare, name, text)
    assert getattr(services.views.session(session_uid), name) == value
    assert services.history.undoable(session_uid) == "session.update"
    services.history.undo(session_uid)
    assert getattr(services.views.session(session_uid), name) != value
    assert prepare.page.form.fields()[name].problem == ""


def test_each_field_is_one_step_to_undo(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    before = services.views.session(session_uid)
    enter(desk, prepare, "title", "Anders")
    enter(desk, prepare, "place", "Rathaus")
    desk.actions.get("session.undo").trigger()
    assert services.views.session(session_uid).place == before.place
    assert services.views.session(session_uid).title == "Anders"
    assert prepare.page.form.place.text() == before.place, "the field follows"
    desk.actions.get("session.redo").trigger()
    assert prepare.page.form.place.text() == "Rathaus"


def test_leaving_an_unchanged_field_writes_nothing(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    for field in prepare.page.form.fields().values():
        field.line.setFocus()
        desk.press("Tab")
    assert services.history.undoable(session_uid) is None


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("date", "31.2.", "Diesen Tag gibt es nicht. Bitte prüfen Sie Tag und Monat."),
        ("date", "bald", "Bitte ein Datum eingeben wie 20.11.2026."),
        ("start_time", "abends", "Bitte eine Uhrzeit eingeben wie 17:00."),
        ("title", "", "Ein Gespräch braucht einen Titel."),
    ],
)
def test_what_is_not_understood_stays_and_is_explained(
    prepare: PrepareController,
    desk: Desk,
    services: Services,
    session_uid: str,
    name: str,
    text: str,
    reason: str,
) -> None:
    before = services.views.session(session_uid)
    enter(desk, prepare, name, text)
    field = prepare.page.form.fields()[name]
    assert field.problem == reason
    assert field.line.accessibleDescription() == reason
    assert field.line.text() == text
    assert services.views.session(session_uid) == before
    enter(desk, prepare, "place", "Rathaus")
    assert field.line.text() == text, "another change does not take it away"
    enter(desk, prepare, name, {"date": "1.12.2026", "start_time": "18"}.get(name, "Titel"))
    assert field.problem == ""


def test_another_begin_takes_the_end_along(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    enter(desk, prepare, "start_time", "18:00")
    session = services.views.session(session_uid)
    assert (session.start_time, session.end_time) == (dt.time(18), dt.time(21))
    services.history.undo(session_uid)
    session = services.views.session(session_uid)
    assert (session.start_time, session.end_time) == (dt.time(16, 15), dt.time(19, 15))


def test_an_emptied_time_is_no_time(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    enter(desk, prepare, "end_time", "")
    assert services.views.session(session_uid).end_time is None


def test_what_is_being_typed_is_saved_when_the_page_is_left(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    line = prepare.page.form.place.line
    line.setFocus()
    line.selectAll()
    desk.type("Kulturhaus")
    desk.frame.leave()
    assert services.views.session(session_uid).place == "Kulturhaus"


def test_a_change_from_elsewhere_does_not_touch_a_field_being_typed(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    line = prepare.page.form.place.line
    line.setFocus()
    line.selectAll()
    desk.type("Kul")
    services.sessions.update(session_uid, SessionChanges(title="Neu"))
    assert line.text() == "Kul"
    assert prepare.page.form.title.text() == "Neu"


def test_naming_and_confidentiality(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    form = prepare.page.form
    form.naming.setFocus()
    desk.press("Up")
    assert services.views.session(session_uid).naming is NamingLevel.ROLE
    form.confidential.setFocus()
    desk.press("Space")
    assert services.views.session(session_uid).confidential
    assert not form.naming.isEnabled()
    assert prepare.page.people.confidential.isVisible()


def filled(prepare: PrepareController) -> str:
    conclusion = prepare.page.form.conclusion
    both = (conclusion.hand_on, conclusion.begin)
    (one,) = [button for button in both if button.property("variant") == "primary"]
    return one.text()


def test_before_its_day_handing_on_has_the_weight(prepare: PrepareController) -> None:
    assert filled(prepare) == "Gespräch weitergeben …"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (SessionState.PLANNED, "Gespräch beginnen"),
        (SessionState.RUNNING, "Weiter zum Gespräch"),
        (SessionState.REVIEW, "Weiter zur Nachbereitung"),
        (SessionState.CLOSED, "Zum Protokoll"),
    ],
)
def test_the_conclusion_says_what_comes_next(
    prepare: PrepareController,
    services: Services,
    session_uid: str,
    monkeypatch: pytest.MonkeyPatch,
    state: SessionState,
    text: str,
) -> None:
    monkeypatch.setattr(prepare, "_now", lambda: ON_ITS_DAY)
    services.sessions.set_state(session_uid, state)
    prepare.open_session(session_uid)
    assert filled(prepare) == text


def test_a_closed_session_is_read_only_until_it_is_reopened(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    services.sessions.set_state(session_uid, SessionState.CLOSED)
    page = prepare.page
    assert page.form.closed.isVisible()
    assert all(field.line.isReadOnly() for field in page.form.fields().values())
    assert not page.plan.add_button.isVisible()
    assert not page.people.add_field.isVisible()
    page.plan.list.setFocus()
    before = services.views.plan_items(session_uid)
    desk.press("2", "5", "Return", "Del", "Alt+Down")
    assert services.views.plan_items(session_uid) == before
    page.form.reopen.setFocus()
    desk.press("Space")
    assert services.views.session(session_uid).state is SessionState.REVIEW
    assert not page.form.closed.isVisible()
    assert page.plan.add_button.isVisible()


def test_the_start_page_leads_to_a_field(prepare: PrepareController, desk: Desk) -> None:
    form = prepare.page.form
    for name, target in (
        ("place", form.place.line),
        ("note_takers", form.note_takers.line),
        ("plan", prepare.page.plan.list),
        ("participants", prepare.page.people.add_field),
    ):
        desk.actions.get(f"prepare.go_{name}").trigger()
        assert QApplication.focusWidget() is target


def test_beginning_early_is_asked_first(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str
) -> None:
    prepare.page.form.conclusion.begin.click()
    dialog = prepare.page.findChild(EarlyDialog)
    assert dialog is not None
    assert services.views.session(session_uid).state is SessionState.PLANNED
    dialog.look.click()
    assert services.views.session(session_uid).state is SessionState.PLANNED
    desk.frame.go_to(Step.PREPARE)
    prepare.page.form.conclusion.begin.click()
    dialogs = prepare.page.findChildren(EarlyDialog)
    dialogs[-1].confirm.click()
    assert services.views.session(session_uid).state is SessionState.RUNNING


def test_on_its_day_it_begins_at_once(
    prepare: PrepareController,
    services: Services,
    session_uid: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(prepare, "_now", lambda: ON_ITS_DAY)
    prepare.open_session(session_uid)
    prepare.focus_main()
    assert QApplication.focusWidget() is prepare.page.form.conclusion.begin
    prepare.page.form.conclusion.begin.click()
    assert services.views.plan_items(session_uid)[0].is_running


def test_a_plan_without_items_can_be_opened(
    prepare: PrepareController, services: Services, session_uid: str
) -> None:
    for item in services.views.plan_items(session_uid):
        services.plan.remove(item.uid)
    assert prepare.page.plan.list.rows.rowCount() == 0
    prepare.open_session(session_uid)
    assert prepare.page.plan.sum.text() == "0 von 180 min, Ende 16:15"


def test_what_is_wrong_with_a_narrow_field_has_the_width_of_the_form(
    prepare: PrepareController, desk: Desk
) -> None:
    form = prepare.page.form
    enter(desk, prepare, "start_time", "abends")
    below = form.start.below
    desk.wait_for(below.isVisible)
    assert below.width() > 2 * form.start.width()
    assert below.mapTo(form, below.rect().topLeft()).y() > form.end.geometry().bottom()
