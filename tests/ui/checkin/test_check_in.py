"""Check-in at the door, by keyboard alone."""

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.people import ParticipantView
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence, SessionState
from tests.support.desk import Desk
from tests.support.room import Room
from ui.checkin.dialog import CheckInDialog
from ui.checkin.information import InformationDialog
from ui.checkin.rows import CheckInRow
from ui.dialogs.form_dialog import Fitting

pytestmark = pytest.mark.usefixtures("german")
P = Presence


@pytest.fixture
def room(services: Services) -> Room:
    return Room(services)


@pytest.fixture
def dialog(desk: Desk, room: Room) -> CheckInDialog:
    return opened(desk, room)


def opened(desk: Desk, room: Room) -> CheckInDialog:
    made = CheckInDialog(desk.tools, room.uid, parent=desk.window)
    made.show_over()
    desk.wait_for(made.field.hasFocus)
    return made


def person(room: Room, name: str) -> ParticipantView:
    people = room.services.views.participants(room.uid)
    return next(each for each in people if each.name == name)


def presence(room: Room) -> dict[str, Presence]:
    return {p.name: p.attendance.presence for p in room.services.views.participants(room.uid)}


def shown(dialog: CheckInDialog) -> list[str]:
    return [row.name for row in dialog.list.rows.rows()]


def test_a_few_letters_and_enter_a_head(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    desk.type("wei")
    assert shown(dialog) == ["Weiß, Karin"]
    desk.press("Return")
    assert dialog.field.text() == ""
    desk.type("nach")  # of the organisation
    desk.press("Return")
    assert presence(room) == {
        "Karin Weiß": P.PRESENT,
        "Mehmet Öztürk": P.PRESENT,
        "Sabine Brandt": P.EXPECTED,
    }
    assert dialog.count.text() == "2 von 3 da"


def test_space_marks_and_takes_back(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    desk.press("Down", "Space")
    assert presence(room)["Mehmet Öztürk"] is P.PRESENT
    desk.press("Space")
    assert presence(room)["Mehmet Öztürk"] is P.EXPECTED


def test_enter_again_changes_nobody_who_is_here(
    desk: Desk, room: Room, dialog: CheckInDialog
) -> None:
    desk.press("Space", "Alt+W")
    before = person(room, "Sabine Brandt")
    assert before.attendance.left_at is not None
    desk.type("bra")
    desk.press("Return")
    assert person(room, "Sabine Brandt") == before


def test_in_a_small_window_nothing_is_hidden_behind_the_scroll_bar(desk: Desk, room: Room) -> None:
    desk.window.resize(911, 512)
    desk.theme.set_scale(125)
    dialog = opened(desk, room)
    dialog.resize(885, 470)
    QApplication.processEvents()
    area = next(a for a in dialog.findChildren(Fitting) if a.widget() is dialog.person)
    assert area.verticalScrollBar().isVisible()
    assert dialog.person.minimumSizeHint().width() <= area.viewport().width()
    desk.theme.set_scale(100)


def test_a_walk_in_is_a_name_and_two_keys(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    desk.type("Nora Neu, Mieterbeirat")
    desk.press("Return")
    assert "Noch einmal Enter" in dialog.nobody.text()
    assert len(presence(room)) == 3  # once may be a slip of the finger
    desk.press("Return")
    found = person(room, "Nora Neu")
    assert (found.organisation, found.attendance.presence) == ("Mieterbeirat", P.PRESENT)
    assert dialog.list.current_uid() == found.uid
    assert dialog.field.text() == ""


def test_another_text_asks_again(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    desk.type("Nora")
    desk.press("Return")
    desk.type("x")
    desk.press("Return")
    assert len(presence(room)) == 3


def test_a_second_person_of_the_same_name(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    dialog.field.setText("Karin Weiß")
    desk.press("Ctrl+Return")
    names = [each.name for each in room.services.views.participants(room.uid)]
    assert names.count("Karin Weiß") == 2


def test_keys_for_exceptions_and_consents(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    desk.type("wei")
    desk.press("Return", "Alt+G", "Alt+1", "Alt+2", "Alt+3", "Alt+3", "Alt+4")
    found = person(room, "Karin Weiß").attendance
    assert found.is_guest
    answers = {purpose: found.consent(purpose).given for purpose in ConsentPurpose}
    assert answers == {
        ConsentPurpose.ATTENDANCE_LIST: True,
        ConsentPurpose.NAMING: True,
        ConsentPurpose.PHOTO: False,
        ConsentPurpose.CONTACT: True,
    }
    desk.press("Alt+E")
    assert presence(room)["Karin Weiß"] is P.EXCUSED
    desk.press("Alt+E")
    assert presence(room)["Karin Weiß"] is P.EXPECTED


def test_nothing_is_ticked_before_somebody_asked(dialog: CheckInDialog) -> None:
    for target in dialog.person.consents.values():
        assert "nicht gefragt" in target.text()
    assert not dialog.person.contact.isEnabled()


def test_naming_is_chosen_and_answers_the_question(
    desk: Desk, room: Room, dialog: CheckInDialog
) -> None:
    dialog.person.naming.setCurrentIndex(1)
    dialog.person.naming.activated.emit(1)
    found = person(room, "Sabine Brandt")
    assert found.naming is NamingLevel.NAME
    assert found.attendance.consent(ConsentPurpose.NAMING).given is True


def test_times_are_typed_and_explained(desk: Desk, room: Room, dialog: CheckInDialog) -> None:
    dialog.person.came.line.setFocus()
    desk.type("abends")
    desk.press("Return")
    assert "18:20" in dialog.person.came.problem
    assert dialog.isVisible()
    dialog.person.came.line.clear()
    desk.type("18.20")
    desk.press("Return")
    assert dialog.person.came.text() == "18:20"
    dialog.person.left.line.setFocus()
    desk.type("18:00")
    desk.press("Return")
    assert "bevor sie kam" in dialog.problem.text()
    assert person(room, "Sabine Brandt").attendance.left_at is None


def test_undo_takes_back_only_what_was_done_here(
    desk: Desk, room: Room, dialog: CheckInDialog
) -> None:
    desk.press("Space", "Ctrl+Z")
    assert presence(room)["Sabine Brandt"] is P.EXPECTED
    desk.press("Ctrl+Z")  # would take the last person off the list
    assert len(presence(room)) == 3


def test_a_confidential_session_asks_for_no_names(desk: Desk, room: Room) -> None:
    room.services.sessions.update(room.uid, SessionChanges(confidential=True))
    dialog = opened(desk, room)
    shown = {p for p, target in dialog.person.consents.items() if target.isVisibleTo(dialog)}
    assert shown == {ConsentPurpose.PHOTO, ConsentPurpose.CONTACT}
    desk.press("Alt+2")
    found = person(room, "Sabine Brandt").attendance
    assert found.consent(ConsentPurpose.NAMING).given is None


def test_a_closed_session_is_only_looked_at(desk: Desk, room: Room) -> None:
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    dialog = CheckInDialog(desk.tools, room.uid, parent=desk.window)
    dialog.show_over()
    dialog.toggle_present()
    assert "abgeschlossen" in dialog.problem.text()
    assert presence(room)["Sabine Brandt"] is P.EXPECTED


def test_an_empty_list_says_what_to_do(desk: Desk, room: Room) -> None:
    for uid in room.people:
        room.services.people.remove(uid)
    dialog = opened(desk, room)
    assert "zweimal Enter" in dialog.nobody.text()
    desk.press("Space", "Alt+E", "Alt+1", "Alt+W", "Return")
    assert room.services.views.participants(room.uid) == ()


def test_ninety_people_are_found_at_once(desk: Desk, room: Room) -> None:
    drafts = [ParticipantDraft(name=f"Vorname{n} Nachname{n}") for n in range(90)]
    room.services.people.add_all(room.uid, drafts)
    dialog = opened(desk, room)
    reads: list[str] = []
    views = room.services.views
    found = views.participants

    def counted(session_uid: str) -> tuple[ParticipantView, ...]:
        reads.append(session_uid)
        return found(session_uid)

    views.participants = counted  # type: ignore[method-assign]
    desk.type("nachname77")
    assert shown(dialog) == ["Nachname77, Vorname77"]
    assert reads == []  # typing reads nothing
    desk.press("Return")
    assert person(room, "Vorname77 Nachname77").attendance.presence is P.PRESENT


def test_rows_say_everything_to_a_screen_reader(
    desk: Desk, room: Room, dialog: CheckInDialog
) -> None:
    desk.press("Space", "Alt+1")
    row = dialog.list.rows.rows()[0]
    assert isinstance(row, CheckInRow)
    assert row.accessible == "Brandt, Sabine, anwesend, Teilnahmeliste erteilt"


def test_the_text_to_read_out_is_kept_when_changed(
    desk: Desk, room: Room, dialog: CheckInDialog
) -> None:
    desk.press("Alt+I")
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), InformationDialog))
    reader = QApplication.activeModalWidget()
    assert isinstance(reader, InformationDialog)
    assert "Wer nichts sagt, hat nicht zugestimmt" in reader.text.toPlainText()
    reader.text.setPlainText("Unser Text")
    reader.reject()  # Esc loses nothing
    assert room.services.views.session(room.uid).information == "Unser Text"
    again = InformationDialog(desk.tools, room.uid, parent=dialog)
    again.show_over()
    again.standard.click()
    again.accept()
    assert room.services.views.session(room.uid).information == ""
