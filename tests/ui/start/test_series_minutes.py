"""The minutes of a series from its dialog: kind, folder, files, and what is said then."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from app.bootstrap import Services
from tests.support.desk import Desk
from tests.support.room import Room
from ui.dialogs.series import SeriesDialog
from ui.start.upkeep import Upkeep


@pytest.fixture
def dialog(desk: Desk, german: None, services: Services) -> SeriesDialog:
    """The series of two sessions that took place."""
    rooms = [Room(services), Room(services)]
    for room in rooms:
        services.plan.start(room.question(1).uid)
        room.say("Gesagt.", person=0)
    series = services.views.session(rooms[0].uid).series_uid
    made = SeriesDialog(desk.tools, Upkeep(desk.tools, desk.window), series, parent=desk.window)
    made.show_over()
    desk.settle()
    return made


def choose(desk: Desk, dialog: SeriesDialog, folder: Path) -> None:
    """Space on the button, Enter on the first kind, the folder by keyboard."""
    dialog.minutes.setFocus()
    desk.press("Space", to=dialog.minutes)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Ergebnisprotokoll …"
    desk.press("Return", to=menu)
    desk.wait_for(lambda: desk.window.findChild(QFileDialog) is not None)
    files = desk.window.findChild(QFileDialog)
    assert files is not None
    line = files.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(folder))
    desk.press("Return", to=line)


def test_all_sessions_of_a_series_are_written(
    desk: Desk, dialog: SeriesDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "Protokolle"
    folder.mkdir()
    choose(desk, dialog, folder)
    desk.wait_for(lambda: desk.window.band.notice is not None)
    desk.settle()
    assert len(list(folder.glob("*Ergebnisprotokoll*.docx"))) == 2
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.text == "Geschriebene Dateien: 2, im Ordner „Protokolle“."
    assert notice.button == "Ordner öffnen"
    assert desk.settings.text("session_folder") == str(folder)
