"""Backups while the window is open: none on the way of whoever types."""

from pathlib import Path

import pytest

from app.bootstrap import Services
from app.paths import backup_folder
from app.services.backups import BackupService
from tests.support.desk import Desk
from tests.support.room import Room
from ui.backups import EVERY_MS, AutomaticBackups

pytestmark = pytest.mark.usefixtures("german")


def _automatic(desk: Desk) -> AutomaticBackups:
    return AutomaticBackups(desk.services, desk.tasks, desk.messages, desk.window)


def test_one_is_made_when_something_was_written(desk: Desk, services: Services) -> None:
    automatic = _automatic(desk)
    assert automatic.timer.isActive()
    assert automatic.timer.interval() == EVERY_MS == 600_000
    automatic.timer.timeout.emit()
    desk.settle()
    assert services.backups.last() is None
    Room(services)
    automatic.timer.timeout.emit()
    assert services.backups.last() is None, "a worker makes it"
    desk.settle()
    first = services.backups.last()
    assert first is not None
    automatic.timer.timeout.emit()
    desk.settle()
    assert services.backups.last() == first


def test_a_failure_is_said_once_and_tried_again(desk: Desk, services: Services) -> None:
    room = Room(services)
    folder = backup_folder(services.workspace.path)
    folder.write_bytes(b"")
    automatic = _automatic(desk)
    automatic.make()
    desk.settle()
    notice = desk.window.band.notice
    assert notice is not None
    assert "nicht gelungen" in notice.text
    assert "in zehn Minuten" in notice.text
    desk.messages.clear()
    automatic.make()
    desk.settle()
    assert desk.window.band.notice is None
    room.say("Es geht weiter")
    folder.unlink()
    automatic.make()
    desk.settle()
    assert services.backups.last() is not None


def test_the_last_one_is_made_at_the_end(desk: Desk, services: Services) -> None:
    automatic = _automatic(desk)
    automatic.finish()
    assert services.backups.last() is None
    Room(services)
    automatic.finish()
    assert [each.reason for each in services.backups.all()] == ["close"]
    assert not automatic.timer.isActive()


def test_the_end_is_not_held_up_by_a_folder_that_is_gone(desk: Desk, services: Services) -> None:
    Room(services)
    backup_folder(services.workspace.path).write_bytes(b"")
    _automatic(desk).finish()
    assert BackupService(Path(services.workspace.path)).due()
