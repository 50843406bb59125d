"""Participants by keyboard: added by a line, changed in place, filtered, removed and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.people import ParticipantView
from app.domain.vocabulary import NamingLevel, OrganisationKind
from tests.support.desk import Desk
from ui.dialogs.participant import ParticipantDialog
from ui.prepare.controller import PrepareController
from ui.prepare.people_panel import PeoplePanel
from ui.prepare.people_rows import filed_name


@pytest.fixture
def people(prepare: PrepareController) -> PeoplePanel:
    """The panel with the keyboard in the field."""
    panel = prepare.page.people
    panel.add_field.setFocus()
    return panel


def stored(services: Services, session_uid: str) -> dict[str, ParticipantView]:
    return {person.name: person for person in services.views.participants(session_uid)}


def names(people: PeoplePanel) -> list[str]:
    return [row.name for row in people.list.rows.rows()]


def add(desk: Desk, people: PeoplePanel, text: str) -> None:
    people.add_field.setFocus()
    people.add_field.setText(text)
    desk.press("Return", to=people.add_field)


def test_without_anybody_a_sentence_says_that_this_is_fine(people: PeoplePanel) -> None:
    assert people.empty.isVisible()
    assert people.empty.text() == "Noch niemand. Sie können auch ohne Liste beginnen."
    assert not people.list.isVisible()


def test_name_comma_organisation_enter(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    desk.type("Helene Beck, Kirchengemeinde St. Lukas")
    desk.press("Return")
    person = stored(services, session_uid)["Helene Beck"]
    assert person.organisation == "Kirchengemeinde St. Lukas"
    assert names(people) == ["Beck, Helene"]
    assert people.add_field.text() == ""
    assert people.count.text() == "1"
    assert QApplication.focusWidget() is people.add_field, "ready for the next"
    desk.press("Return")
    assert len(stored(services, session_uid)) == 1, "an empty line adds nobody"


def test_sorted_by_surname_as_german_sorts(people: PeoplePanel, desk: Desk) -> None:
    for name in ("Zoe Zander", "Änne Ärger", "Karl Azur", "Mehmet Öztürk", "Karl von Ahlen"):
        add(desk, people, name)
    assert names(people) == [
        "Ärger, Änne",
        "Azur, Karl",
        "Öztürk, Mehmet",
        "von Ahlen, Karl",
        "Zander, Zoe",
    ]


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Helene Beck", "Beck, Helene"),
        ("Prof. Dr. Stefan Wiegand", "Wiegand, Prof. Dr. Stefan"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Fatma", "Fatma"),
        ("Beck, Helene", "Beck, Helene"),
        ("Gast 3", "Gast 3"),
        ("Anna Beck (online)", "Anna Beck (online)"),
    ],
)
def test_how_a_name_is_filed(name: str, filed: str) -> None:
    assert filed_name(name) == filed


def test_a_missing_organisation_is_amber_a_role_is_enough(
    people: PeoplePanel, services: Services, session_uid: str
) -> None:
    services.people.add(session_uid, ParticipantDraft(name="Peter Fuchs"))
    services.people.add(session_uid, ParticipantDraft(name="Ute Jansen", role="Anwohnerin"))
    fuchs, jansen = people.list.rows.rows()
    assert (fuchs.lacks_organisation, fuchs.organisation) == (True, "Organisation fehlt")
    assert (jansen.lacks_organisation, jansen.organisation) == (False, "Anwohnerin")


def test_only_exceptions_stand_out(
    people: PeoplePanel, services: Services, session_uid: str
) -> None:
    services.people.add(session_uid, ParticipantDraft(name="Anna A", organisation="Verein"))
    draft = ParticipantDraft(name="Berta B", organisation="Verein", naming=NamingLevel.ANONYMOUS)
    services.people.add(session_uid, draft)
    usual, exception = people.list.rows.rows()
    assert (usual.own, usual.naming) == (False, "nur Organisation")
    assert (exception.own, exception.naming) == (True, "anonym")


def test_the_naming_is_chosen_in_the_row_and_taken_back(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    add(desk, people, "Anna A, Verein")
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    menu = people.list.naming_menu(people.list.rows.row_at(0))
    texts = [entry.text() for entry in menu.actions() if entry.text()]
    assert texts[0] == "Wie für alle (nur Organisation)"
    next(e for e in menu.actions() if e.text() == "mit Namen").trigger()
    assert stored(services, session_uid)["Anna A"].naming is NamingLevel.NAME
    desk.actions.get("session.undo").trigger()
    assert stored(services, session_uid)["Anna A"].naming is None
    assert not people.list.rows.row_at(0).own
    menu.close()


def test_space_opens_the_choice(people: PeoplePanel, desk: Desk) -> None:
    add(desk, people, "Anna A, Verein")
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Space")
    (menu,) = [m for m in people.list.findChildren(QMenu) if m.isVisible()]
    desk.press("Down", "Return", to=menu)
    assert not menu.isVisible()


def test_the_session_level_holds_for_all_without_a_choice(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    add(desk, people, "Anna A, Verein")
    services.sessions.update(session_uid, SessionChanges(naming=NamingLevel.NAME))
    assert people.list.rows.row_at(0).naming == "mit Namen"


def test_a_confidential_session_has_no_naming_column(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    add(desk, people, "Anna A")
    services.sessions.update(session_uid, SessionChanges(confidential=True))
    row = people.list.rows.row_at(0)
    assert (row.naming, row.confidential, row.lacks_organisation) == ("", True, False)
    assert people.confidential.isVisible()
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Space")
    assert people.list.hasFocus(), "no menu"


def test_f2_edits_in_a_dialog_as_one_step(
    people: PeoplePanel,
    desk: Desk,
    services: Services,
    session_uid: str,
    prepare: PrepareController,
) -> None:
    add(desk, people, "Anna A, Vereinn")
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("F2")
    dialog = prepare.page.findChild(ParticipantDialog)
    assert dialog is not None
    dialog.name.line.setText("Anna Adler")
    dialog.organisation.line.setText("Verein")
    dialog.kind.setCurrentIndex(dialog._kinds.index(OrganisationKind.ASSOCIATION))
    dialog.role.line.setText("Vorstand")
    dialog.naming.setCurrentIndex(dialog._levels.index(NamingLevel.ROLE))
    dialog.listed.setCurrentIndex(1)
    dialog.accept()
    person = stored(services, session_uid)["Anna Adler"]
    assert person.organisation == "Verein"
    assert person.organisation_kind is OrganisationKind.ASSOCIATION
    assert (person.role, person.naming) == ("Vorstand", NamingLevel.ROLE)
    assert person.on_attendance_list is True
    services.history.undo(session_uid)
    assert "Anna A" in stored(services, session_uid)


def test_a_known_organisation_brings_its_kind(
    people: PeoplePanel,
    desk: Desk,
    services: Services,
    session_uid: str,
    prepare: PrepareController,
) -> None:
    draft = ParticipantDraft(
        name="Anna A", organisation="Kita Mitte", organisation_kind=OrganisationKind.SCHOOL
    )
    services.people.add(session_uid, draft)
    add(desk, people, "Berta B")
    people.list.select(stored(services, session_uid)["Berta B"].uid)
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Return")
    dialog = prepare.page.findChild(ParticipantDialog)
    assert dialog is not None
    assert not dialog.kind.isEnabled()
    dialog.organisation.line.setText("kita mitte")
    assert dialog.kind.currentText() == "Kita/Schule"
    completer = dialog.organisation.line.completer()
    completer.setCompletionPrefix("mit")
    assert completer.currentCompletion() == "Kita Mitte"
    dialog.accept()
    assert stored(services, session_uid)["Berta B"].organisation == "Kita Mitte"


def test_a_person_needs_a_name(people: PeoplePanel, desk: Desk, prepare: PrepareController) -> None:
    add(desk, people, "Anna A")
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("F2")
    dialog = prepare.page.findChild(ParticipantDialog)
    assert dialog is not None
    dialog.name.line.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.name.problem


def test_delete_removes_and_the_band_gives_back(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    add(desk, people, "Anna A, Verein")
    add(desk, people, "Berta B, Verein")
    people.list.setFocus(Qt.FocusReason.TabFocusReason)
    people.list.setCurrentIndex(people.list.rows.index(0))
    desk.press("Del")
    assert names(people) == ["B, Berta"]
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.button == "Rückgängig"
    assert notice.action is not None
    notice.action()
    assert names(people) == ["A, Anna", "B, Berta"]


def test_two_of_the_same_name_are_kept_and_said(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    add(desk, people, "Anna A, Verein")
    add(desk, people, "anna a, Kita")
    assert len(services.views.participants(session_uid)) == 2
    assert desk.window.band.notice is not None
    add(desk, people, "Carla C, Kita")
    assert desk.window.band.notice is None, "undo would take away Carla now"


def test_ninety_people_are_filtered_while_typing(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    for number in range(90):
        services.people.add(
            session_uid,
            ParticipantDraft(name=f"Person {chr(65 + number % 26)}{number}", organisation="Amt"),
        )
    services.people.add(session_uid, ParticipantDraft(name="Ömer Çelik", organisation="Kita"))
    assert people.list.rows.rowCount() == 91
    desk.type("omer")
    assert names(people) == ["Çelik, Ömer"]
    people.add_field.setText("niemand")
    assert people.nobody.isVisible()
    desk.press("Esc", to=people.add_field)
    assert people.list.rows.rowCount() == 91
    desk.press("Down")
    assert people.list.hasFocus()
    desk.press("Up")
    assert people.add_field.hasFocus(), "Up on the first row goes back"


def test_the_model_keeps_the_rules_of_models(
    people: PeoplePanel, desk: Desk, services: Services, session_uid: str
) -> None:
    QAbstractItemModelTester(
        people.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, people
    )
    for name in ("Anna A", "Berta B", "Carla C"):
        add(desk, people, name)
    uid = stored(services, session_uid)["Berta B"].uid
    services.people.update(uid, ParticipantChanges(name="Zora Z"))
    services.people.remove(uid)
    assert names(people) == ["A, Anna", "C, Carla"]


def test_rows_say_everything_in_words(people: PeoplePanel, desk: Desk) -> None:
    add(desk, people, "Anna Adler, Kita Mitte")
    assert people.list.rows.row_at(0).accessible == "Adler, Anna, Kita Mitte, nur Organisation"
