import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
import sqlcipher3.dbapi2 as sqlite3
from sqlalchemy import text

from app.bootstrap import workspace
from app.errors import BadInputError, RefusedError, UserError
from app.storage.database import PRAGMAS, Database, schema_version, verify
from app.storage.schema import SCHEMA_HEAD
from app.storage.upgrade import ensure_schema


@pytest.fixture
def database(tmp_path: Path) -> Database:
    path = tmp_path / "workspace.db"
    ensure_schema(path, tmp_path / "backups")
    return Database(path)


def test_every_connection_keeps_its_promises(database: Database) -> None:
    verify(database)
    assert database.pragmas() == PRAGMAS


def test_a_connection_without_full_sync_is_refused(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "synchronous", 1)
    weaker = Database(database.path)
    weaker.pragmas()  # opens the connection that verify gets
    monkeypatch.setitem(PRAGMAS, "synchronous", 2)
    with pytest.raises(RefusedError) as caught:
        verify(weaker)
    assert caught.value.values["what"] == "synchronous=1"


def test_a_failing_block_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.write() as connection:
            connection.execute(text("INSERT INTO workspace_value VALUES ('a', 'b')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM workspace_value")).scalar_one() == 0


def test_nested_readers_see_one_state(database: Database) -> None:
    with database.read() as reader:
        reader.execute(text("SELECT * FROM workspace_value")).fetchall()
        with database.write() as connection:
            connection.execute(text("INSERT INTO workspace_value VALUES ('a', 'b')"))
        assert reader.execute(text("SELECT count(*) FROM workspace_value")).scalar_one() == 0
    with database.read() as reader:
        assert reader.execute(text("SELECT count(*) FROM workspace_value")).scalar_one() == 1


def test_closing_leaves_one_file(database: Database) -> None:
    with database.write() as connection:
        connection.execute(text("INSERT INTO workspace_value VALUES ('a', 'b')"))
    database.close()
    assert [path.name for path in database.path.parent.glob("workspace*")] == ["workspace.db"]


def test_version_of_files_that_are_none_of_ours(tmp_path: Path) -> None:
    note = tmp_path / "note.db"
    note.write_text("Dies ist keine Datenbank, sondern ein Text.", encoding="utf-8")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")
    for path, code in ((note, "not_a_database"), (other, "not_a_database"), (tmp_path, "is_a_")):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(BadInputError) as caught:
            schema_version(path)
        assert caught.value.code.startswith(code)
        assert before is None or path.read_bytes() == before


def test_a_newer_file_is_refused_and_untouched(database: Database) -> None:
    path = database.path
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(RefusedError) as caught, workspace(path):
        pass
    assert caught.value.code == "newer_schema"
    assert caught.value.values["found"] == "9999"
    assert path.read_bytes() == before


def test_what_creating_left_behind_when_it_was_interrupted_is_taken_as_new(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert path.stat().st_size > 0
    with workspace(path) as services:
        assert services.workspace.check().problems == ()


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    """In a URL, a question mark would end the path and the data would lie somewhere else."""
    path = tmp_path / "Was ist neu?mode=ro#1 %20.db"
    with workspace(path) as services:
        services.example.ensure()
    assert {each.name for each in tmp_path.iterdir()} == {path.name, f"{path.name}.lock"}
    with workspace(path, writing=False) as services:
        assert len(services.views.sessions()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_no_database_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInputError) as caught:
        schema_version(tmp_path / "pipe")
    assert caught.value.code == "not_a_file"


def test_a_name_the_system_cannot_have_is_said(tmp_path: Path) -> None:
    for name in ("x" * 300, "nul\0"):
        with pytest.raises(BadInputError) as caught, workspace(tmp_path / name):
            pass
        assert caught.value.values["reason"] == "errors.reason.name"


def test_a_file_that_only_cannot_be_opened_is_not_called_damaged(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a folder without rights is no reason to go back to a backup."""
    database.close()
    for message, code in (
        ("unable to open database file", "not_writable"),
        ("database or disk is full", "disk_full"),
        ("database is locked", "database_busy"),
        ("file is not a database", "not_a_database"),
    ):
        monkeypatch.setattr(sqlite3, "connect", _raising(sqlite3.OperationalError(message)))
        with pytest.raises(UserError) as caught:
            schema_version(database.path)
        assert caught.value.code == code


def _raising(error: Exception) -> Callable[..., NoReturn]:
    def connect(*_args: object, **_options: object) -> NoReturn:
        raise error

    return connect


def test_a_full_disk_while_creating_is_said_and_the_file_can_be_used_later(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "workspace.db"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(UserError) as caught, workspace(path):
            pass
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.code in {"disk_full", "not_writable"}
    with workspace(path) as services:
        assert services.workspace.check().problems == ()


def test_damage_is_named_wherever_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        services.example.ensure()
    whole = path.read_bytes()
    pages = len(whole) // 4096
    met: set[str] = set()
    for page in range(1, pages, 3):
        path.write_bytes(whole[: page * 4096] + b"\xff" * 4096 + whole[(page + 1) * 4096 :])
        try:
            with workspace(path, writing=False) as services:
                problems = services.workspace.check().problems
                met.update(code for code, _ in problems)
                assert all("\n" not in str(values) for _, values in problems)
                services.search.page("quartier", limit=1000)
        except UserError as error:
            met.add(error.code)
    assert met <= {"check_integrity", "not_a_database"}
    assert "check_integrity" in met


def test_empty_and_missing_files_have_no_version(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert schema_version(tmp_path / "empty.db") is None
    assert schema_version(tmp_path / "missing.db") is None


def test_the_present_version_is_read_without_changing_the_file(database: Database) -> None:
    database.close()
    before = database.path.read_bytes()
    assert schema_version(database.path) == SCHEMA_HEAD
    assert database.path.read_bytes() == before


def test_a_second_writer_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path), pytest.raises(RefusedError) as caught, workspace(path):
        pass
    assert caught.value.code == "locked_by_window"
    with workspace(path):  # free again
        pass


def test_who_only_read_does_not_wait_for_a_writer_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Emptying the log needs the file for itself: a window that writes would be held up."""
    emptied: list[Path] = []
    monkeypatch.setattr(Database, "checkpoint", lambda self, **_: emptied.append(self.path))
    path = tmp_path / "workspace.db"
    with workspace(path):
        pass
    assert emptied == [path]
    with workspace(path, writing=False):
        pass
    assert emptied == [path]


def test_reading_goes_on_while_a_window_is_open(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as window, workspace(path, writing=False) as reader:
        window.example.ensure()
        assert len(reader.views.sessions()) == 1
        uid = reader.views.sessions()[0].uid
        with pytest.raises(RefusedError):
            reader.plan.finish(uid)
