from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite3
from sqlalchemy import text

from app.bootstrap import workspace
from app.errors import BadInputError, RefusedError
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


def test_reading_goes_on_while_a_window_is_open(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as window, workspace(path, writing=False) as reader:
        window.example.ensure()
        assert len(reader.sessions.summaries()) == 1
        uid = reader.sessions.summaries()[0].uid
        with pytest.raises(RefusedError):
            reader.plan.finish(uid)
