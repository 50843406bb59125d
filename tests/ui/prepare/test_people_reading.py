"""A list of participants is chosen or dropped, shown, and taken over by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit

from app.bootstrap import Services
from app.domain.people_table import PeopleField
from tests.support.desk import Desk
from tests.support.guest_list import guest_list
from ui.dialogs.people_import import PeopleImportDialog
from ui.prepare.controller import PrepareController
from ui.prepare.people_reading import PeopleReader
from ui.widgets.band import BandKind


@pytest.fixture
def reader(prepare: PrepareController, desk: Desk) -> PeopleReader:
    found = prepare.page.people.findChild(PeopleReader)
    assert isinstance(found, PeopleReader)
    return found


def shown(desk: Desk) -> PeopleImportDialog:
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), PeopleImportDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, PeopleImportDialog)
    return found


def names(services: Services, session_uid: str) -> list[str]:
    return [person.name for person in services.views.participants(session_uid)]


def test_a_list_is_chosen_shown_taken_over_and_taken_back(
    prepare: PrepareController, desk: Desk, services: Services, session_uid: str, tmp_path: Path
) -> None:
    path = guest_list(tmp_path)
    prepare.page.people.read_button.setFocus()
    desk.press("Space", to=prepare.page.people.read_button)
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    line = chooser.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    desk.press("Return", to=line)
    dialog = shown(desk)
    assert dialog.confirm.text() == "4 Personen übernehmen"
    rows = [(row.title, row.chip.word if row.chip else "") for row in dialog.list.rows.rows()]
    assert rows == [
        ("Dr. Fatma Aksoy", "neu"),
        ("Jonas Petersen", "neu"),
        ("Jonas Petersen", "doppelt in der Liste"),
        ("Marlene von der Heide", "neu"),
        ("Sportverein 1899", "ohne Namen"),
        ("Igor Sokolow", "neu"),
    ]
    details = [row.detail for row in dialog.list.rows.rows()]
    assert "„vielleicht“ nicht verstanden, deshalb anonym" in details[3]
    assert names(services, session_uid) == [], "nothing before the yes"
    desk.press("Return", to=dialog.confirm)
    people = ["Dr. Fatma Aksoy", "Jonas Petersen", "Marlene von der Heide", "Igor Sokolow"]
    assert names(services, session_uid) == people
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.text == "4 Personen wurden hinzugefügt."
    desk.tools.actions.get("session.undo").trigger()
    assert names(services, session_uid) == []


def test_another_column_can_be_the_name(
    reader: PeopleReader, desk: Desk, services: Services, session_uid: str, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Wer;Woher\nAnna;Kiel\n", encoding="utf-8")
    reader.read(session_uid, path)
    dialog = shown(desk)
    assert not dialog.confirm.isEnabled()
    combo = next(
        combo
        for combo in dialog.findChildren(QComboBox)
        if combo.accessibleName() == "Spalte „Wer“ enthält"
    )
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Down", to=combo)
    desk.wait_for(dialog.confirm.isEnabled)
    assert dialog.columns == {"Wer": PeopleField.NAME}
    assert dialog.confirm.text() == "Eine Person übernehmen"
    desk.press("Return", to=dialog.confirm)
    assert names(services, session_uid) == ["Anna"]


def test_a_no_adds_nobody(
    reader: PeopleReader, desk: Desk, services: Services, session_uid: str, tmp_path: Path
) -> None:
    reader.read(session_uid, guest_list(tmp_path))
    desk.press("Escape", to=shown(desk))
    desk.settle()
    assert names(services, session_uid) == []


def test_a_picture_called_a_list_is_said(
    reader: PeopleReader, desk: Desk, session_uid: str, tmp_path: Path
) -> None:
    path = tmp_path / "foto.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    reader.read(session_uid, path)
    desk.wait_for(lambda: desk.window.band.notice is not None)
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.kind is BandKind.ERROR
    assert "keine Tabelle" in notice.text
