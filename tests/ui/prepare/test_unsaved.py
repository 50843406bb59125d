"""Nothing typed in a field of the preparation is lost, saved or not, understood or not."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, workspace
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from tests.support.desk import Desk
from tests.ui.prepare.conftest import DAY
from ui.pages import Step
from ui.prepare.controller import PrepareController
from ui.prepare.page import PreparePage


def type_into(desk: Desk, prepare: PrepareController, name: str, text: str) -> None:
    """Type over a field and stay in it."""
    line = prepare.page.form.fields()[name].line
    line.setFocus()
    line.selectAll()
    desk.qtbot.keyClicks(line, text)


def seen_anew(desk: Desk, session_uid: str) -> PreparePage:
    """The page as another start of the program shows it."""
    page = PreparePage(desk.theme, desk.services.texts)
    desk.qtbot.addWidget(page)
    PrepareController(page, desk.tools, parent=page).open_session(session_uid)
    return page


def test_a_line_in_progress_stands_there_again(
    prepare: PrepareController, desk: Desk, session_uid: str, services: Services
) -> None:
    type_into(desk, prepare, "place", "Kulturha")
    prepare.page.people.add_field.setFocus()
    desk.type("Helene B")
    page = seen_anew(desk, session_uid)
    assert page.people.add_field.text() == "Helene B"
    assert services.views.session(session_uid).place == "Kulturha", "it was left"


def test_what_came_back_and_was_not_touched_comes_back_again(
    prepare: PrepareController, desk: Desk, session_uid: str, services: Services
) -> None:
    prepare.page.people.add_field.setFocus()
    desk.type("Helene B")
    for _ in range(3):
        page = seen_anew(desk, session_uid)
        assert page.people.add_field.text() == "Helene B"
        services.drafts.flush()


def test_what_was_not_left_is_neither_saved_nor_lost(
    prepare: PrepareController, desk: Desk, session_uid: str, services: Services
) -> None:
    type_into(desk, prepare, "place", "Kulturha")
    assert services.views.session(session_uid).place == "Gemeindehaus"
    page = seen_anew(desk, session_uid)
    assert page.form.place.line.text() == "Kulturha"
    assert services.views.session(session_uid).place == "Gemeindehaus"


def test_what_is_not_understood_survives_the_end_of_the_window(
    prepare: PrepareController, desk: Desk, session_uid: str, services: Services
) -> None:
    type_into(desk, prepare, "date", "31.2.")
    desk.frame.leave()
    page = seen_anew(desk, session_uid)
    assert page.form.date.line.text() == "31.2."
    assert page.form.date.problem == "Diesen Tag gibt es nicht. Bitte prüfen Sie Tag und Monat."


def test_what_is_not_touched_again_survives_every_end(
    qtbot: QtBot, tmp_path: Path, german: None, services: Services, session_uid: str
) -> None:
    desk = Desk(qtbot, services, tmp_path)
    prepare = desk.open(session_uid, Step.PREPARE, PrepareController)
    for name in ("date", "start_time", "end_time"):
        type_into(desk, prepare, name, "31.2.")
    qtbot.keyClicks(prepare.page.people.add_field, "Helene B")
    for _ in range(3):
        desk.window.close()
        services.drafts.flush()
        desk = Desk(qtbot, services, tmp_path)
        prepare = desk.open(session_uid, Step.PREPARE, PrepareController)
        kept = services.drafts.load(session_uid)
        assert set(kept) == {f"prepare:{n}" for n in ("date", "start_time", "end_time", "person")}
        assert prepare.page.people.add_field.text() == "Helene B"
        for name in ("date", "start_time", "end_time"):
            assert prepare.page.form.fields()[name].text() == "31.2."
            assert prepare.page.form.fields()[name].problem
    prepare.page.people.add_field.clear()
    assert "prepare:person" not in services.drafts.load(session_uid)


def test_a_saved_field_leaves_no_draft(
    prepare: PrepareController, desk: Desk, session_uid: str, services: Services
) -> None:
    type_into(desk, prepare, "place", "Rathaus")
    desk.press("Tab")
    prepare.page.people.add_field.setFocus()
    desk.type("Anna")
    desk.press("Return")
    assert services.drafts.load(session_uid) == {}
    services.sessions.update(session_uid, SessionChanges(place="Kirche"))
    assert seen_anew(desk, session_uid).form.place.line.text() == "Kirche"


def test_another_step_and_back_goes_on_where_it_was(prepare: PrepareController, desk: Desk) -> None:
    prepare.page.people.add_field.setFocus()
    desk.type("Helene")
    desk.press("Ctrl+2", "Ctrl+1")
    desk.type(" B")
    assert prepare.page.people.add_field.text() == "Helene B"
    desk.press("Ctrl+3", "Ctrl+4", "Ctrl+1")
    desk.type("erg")
    assert prepare.page.people.add_field.text() == "Helene Berg"


def test_drafts_belong_to_their_session(
    prepare: PrepareController, desk: Desk, session_uid: str, services: Services
) -> None:
    other = services.sessions.create(SessionDraft(date=DAY, title="Anderes"))
    prepare.page.people.add_field.setFocus()
    desk.type("Helene")
    desk.open(other, Step.PREPARE, PrepareController)
    assert prepare.page.people.add_field.text() == ""
    desk.open(session_uid, Step.PREPARE, PrepareController)
    assert prepare.page.people.add_field.text() == "Helene"


@pytest.mark.parametrize("name", ["title", "note_takers"])
def test_after_a_restart(
    qtbot: QtBot, tmp_path: Path, german: None, services: Services, session_uid: str, name: str
) -> None:
    desk = Desk(qtbot, services, tmp_path)
    prepare = desk.open(session_uid, Step.PREPARE, PrepareController)
    type_into(desk, prepare, name, "Halb getipp")
    services.drafts.flush()
    with workspace(services.workspace.path, writing=False) as later:
        assert later.drafts.load(session_uid)[f"prepare:{name}"].text == "Halb getipp"
