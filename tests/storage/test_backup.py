from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import workspace
from app.errors import RefusedError
from app.storage.backup import back_up, latest
from tests.support.room import Room
from tests.support.tables import dump


def test_a_backup_of_an_open_database_holds_what_was_just_said(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services).say("Eben gesagt")
        backup = services.workspace.backup()
        assert services.workspace.last_backup() is not None
        assert dump(backup) == dump(path)


def test_copying_the_open_file_would_lose_it(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services).say("Eben gesagt")
        copy = tmp_path / "copy.db"
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as connection:
            count = connection.execute("SELECT count(*) FROM statement").fetchone()[0]
        assert count == 0


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services).say("Ein Beitrag")
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    path.write_bytes(data)
    with pytest.raises(RefusedError) as caught:
        back_up(path, tmp_path / "backups")
    assert caught.value.code == "backup_failed"
    assert list((tmp_path / "backups").iterdir()) == []


def test_without_a_folder_there_is_no_latest(tmp_path: Path) -> None:
    assert latest(tmp_path / "backups") is None
