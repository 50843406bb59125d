"""The list of backups: what is in them, and the ways back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.errors import UserError
from app.services.backups import BackupService
from tests.support.damage import overwrite_bytes
from tests.support.desk import Desk
from tests.support.look import clipped, nameless
from tests.support.room import Room
from tests.support.tables import dump
from ui.backups import Afterwards
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.form_dialog import ConfirmDialog
from ui.models.row_model import ROW_ROLE

pytestmark = pytest.mark.usefixtures("german")


class Opened:
    """The dialog over the window, and what it asked to be done afterwards."""

    def __init__(self, desk: Desk, damage: UserError | None = None) -> None:
        self.asked: list[Afterwards] = []
        self.desk = desk
        self.dialog = BackupsDialog(
            desk.theme,
            desk.services.texts,
            desk.tasks,
            desk.messages,
            desk.services.backups,
            self.asked.append,
            damage=damage,
            parent=desk.window,
        )
        self.dialog.show_over()
        desk.settle()

    @property
    def rows(self) -> list[str]:
        rows = self.dialog.list.rows
        return [rows.index(n, 0).data(ROW_ROLE).accessible for n in range(rows.rowCount())]

    def confirm(self) -> None:
        found = self.dialog.findChild(ConfirmDialog)
        assert found is not None
        found.confirm.click()


def test_without_a_backup_it_says_so(desk: Desk) -> None:
    opened = Opened(desk)
    assert opened.dialog.nothing.isVisible()
    assert "Noch keine Sicherung" in opened.dialog.nothing.text()
    assert not opened.dialog.confirm.isEnabled()
    assert not opened.dialog.copy.isEnabled()


def test_newest_first_with_counts_and_compared_with_now(desk: Desk, services: Services) -> None:
    room = Room(services)
    room.say("Eins")
    services.backups.make("auto")
    for text in ("Zwei", "Drei"):
        room.say(text)
    damaged = services.backups.make("import")
    services.backups.make("close")
    room.say("Vier")
    overwrite_bytes(damaged, 1)
    opened = Opened(desk)
    dialog = opened.dialog
    assert [row.split(" Uhr, ")[1] for row in opened.rows] == [
        "1 Gespräch, 3 Beiträge · am Ende, geprüft",
        "1 Gespräch, 3 Beiträge · vor dem Einlesen, beschädigt",
        "1 Gespräch, 1 Beitrag · beim Arbeiten, geprüft",
    ]
    assert dialog.list.hasFocus()
    assert dialog.compared.text() == "Gegenüber jetzt: Beiträge −1."
    desk.press("Down")
    assert "Bitte nehmen Sie eine andere" in dialog.compared.text()
    assert not dialog.confirm.isEnabled()
    desk.press("Down")
    assert dialog.compared.text() == "Gegenüber jetzt: Beiträge −3."
    assert dialog.confirm.isEnabled()
    assert [*nameless(dialog), *clipped(dialog)] == []


def test_a_copy_is_written_where_it_was_asked_for(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    Room(services).say("Eins")
    services.backups.make()
    before = dump(services.workspace.path)
    opened = Opened(desk)
    opened.dialog.copy.click()
    chooser = opened.dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "Kopie.db"))
    desk.settle()
    assert dump(tmp_path / "Kopie.db") == before
    notice = desk.window.band.notice
    assert notice is not None
    assert "Kopie.db" in notice.text


def test_in_the_place_of_the_present_when_the_window_has_closed(
    qtbot: QtBot, desk: Desk, services: Services
) -> None:
    room = Room(services)
    room.say("Eins")
    services.backups.make()
    before = dump(services.workspace.path)
    room.say("Zwei")
    opened = Opened(desk)
    opened.dialog.confirm.click()
    assert opened.asked == [], "asked before"
    opened.confirm()
    (then,) = opened.asked
    desk.settle()
    services.close()
    result = then.work(None)  # type: ignore[arg-type]
    assert dump(services.workspace.path) == before
    assert "ist zurückgeholt" in then.say(result)
    assert [each.reason for each in BackupService(services.workspace.path).all()][-1] == "restore"


def test_a_damaged_database_can_be_salvaged(desk: Desk, services: Services) -> None:
    Room(services).say("Eins")
    opened = Opened(desk, UserError("database_damaged"))
    assert opened.dialog.windowTitle() == "Die Datenbank ist beschädigt"
    opened.dialog.salvage.click()
    opened.confirm()
    (then,) = opened.asked
    desk.settle()
    services.close()
    text = then.say(then.work(_Task()))  # type: ignore[arg-type]
    assert text.startswith("Gerettet: 1 Beiträge, verloren: 0.")


class _Task:
    def report(self, done: int, total: int) -> None:
        assert done <= total
