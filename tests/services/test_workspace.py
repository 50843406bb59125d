"""What ``check`` finds: damage that SQLite itself calls sound is named, with its place."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.bootstrap import check_workspace, workspace
from app.errors import BadInputError, NotFoundError
from app.services.photo_files import prepared
from app.services.workspace import Problem
from app.storage import search
from app.storage.database import PRAGMAS
from app.storage.schema import SCHEMA_HEAD
from tests.support.pictures_made import coded, picture
from tests.support.room import Room


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        services.example.ensure()
    return path


@contextmanager
def _changing(path: Path) -> Iterator[Any]:
    """Change the file as some other program would."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as driver:
        yield driver


def _problems(path: Path) -> Sequence[Problem]:
    report = check_workspace(path)
    assert report.integrity == "ok"  # as SQLite sees it
    return report.problems


def test_a_sound_file_has_no_problems_and_stays_as_it_is(filled: Path) -> None:
    before = filled.read_bytes()
    report = check_workspace(filled)
    assert (report.problems, report.pragmas) == ((), PRAGMAS)
    assert report.counts["statement"] > 50
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("DROP TABLE next_step", "next_step"),
        ("DROP TABLE draft", "draft"),
        ("DROP TABLE statement", "statement"),
        ("DROP TABLE statement_search", "statement_search"),
        ("DROP VIEW statement_live", "statement_live"),
        ("DROP INDEX ix_plan_item_session", "ix_plan_item_session"),
        ("ALTER TABLE participant DROP COLUMN role", "participant.role"),
    ],
)
def test_what_is_gone_is_named(filled: Path, change: str, named: str) -> None:
    with _changing(filled) as driver:
        driver.execute(change)
    assert _problems(filled) == (("check_incomplete", {"found": named}),)


def test_a_second_version_is_named(filled: Path) -> None:
    with _changing(filled) as driver:
        driver.execute("INSERT INTO alembic_version VALUES ('0000')")
    with pytest.raises(BadInputError) as caught:
        check_workspace(filled)
    assert caught.value.code == "several_versions"
    assert caught.value.values["found"] == f"0000, {SCHEMA_HEAD}"


def test_an_older_version_is_named_and_not_upgraded(filled: Path) -> None:
    with _changing(filled) as driver:
        driver.execute("UPDATE alembic_version SET version_num = '0000'")
    assert [code for code, _ in _problems(filled)] == ["check_schema"]
    assert [code for code, _ in _problems(filled)] == ["check_schema"]


def test_a_reference_that_leads_nowhere_is_named_with_its_row(filled: Path) -> None:
    with _changing(filled) as driver:
        driver.execute("UPDATE statement SET plan_item_id = 9999 WHERE id = 3")
    values = {"count": 1, "found": "statement 3 → plan_item"}
    assert _problems(filled) == (("check_references", values),)
    with _changing(filled) as driver:
        driver.execute("UPDATE statement SET plan_item_id = 9999")
    ((_, values),) = _problems(filled)
    assert values["count"] == check_workspace(filled).counts["statement"]
    assert str(values["found"]).endswith("statement 5 → plan_item …")


@contextmanager
def _behind_the_index(path: Path) -> Iterator[Any]:
    """Change the file while the index is not told; afterwards its triggers are back."""
    with _changing(path) as driver:
        (trigger,) = driver.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'statement_search_update'"
        ).fetchone()
        driver.execute("DROP TRIGGER statement_search_update")
        yield driver
        driver.execute(trigger)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statement SET folded = 'etwas ganz anderes' WHERE id = 4",
        "UPDATE statement SET deleted_at = '2026-01-01' WHERE id = 4",
        """INSERT INTO statement_search(statement_search, rowid, folded)
            SELECT 'delete', id, folded FROM statement WHERE id = 4""",
    ],
)
def test_an_index_that_differs_from_the_texts_is_noticed(filled: Path, change: str) -> None:
    with _behind_the_index(filled) as driver:
        driver.execute(change)
    before = filled.read_bytes()
    assert _problems(filled) == (("check_search_texts", {}),)
    assert filled.read_bytes() == before


def test_an_index_that_is_told_does_not_differ(filled: Path) -> None:
    with _changing(filled) as driver:
        driver.execute("UPDATE statement SET folded = 'etwas ganz anderes' WHERE id = 4")
        driver.execute("UPDATE statement SET deleted_at = '2026-01-01' WHERE id = 5")
    assert _problems(filled) == ()


def test_triggers_that_are_gone_come_back_with_a_window(filled: Path) -> None:
    with _changing(filled) as driver:
        driver.execute("DROP TRIGGER statement_search_update")
        driver.execute("UPDATE statement SET folded = 'etwas ganz anderes' WHERE id = 4")
    assert _problems(filled) == (("check_search", {}),)
    with workspace(filled):
        pass
    assert _problems(filled) == ()


def test_an_index_is_compared_while_somebody_writes(filled: Path) -> None:
    with workspace(filled) as services, services._database.write():
        assert _problems(filled) == ()
        assert not search.differs(services._database.raw())


def test_only_a_reader_that_may_creates(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "new.db"
    with pytest.raises(NotFoundError) as caught:
        check_workspace(path, create=False)
    assert caught.value.code == "database_not_found"
    with pytest.raises(NotFoundError), workspace(path, writing=False, create=False):
        pass
    assert not path.parent.exists()
    assert check_workspace(path).problems == ()
    assert check_workspace(path, create=False).problems == ()


def test_a_photo_that_shows_nothing_is_named(filled: Path) -> None:
    with workspace(filled) as services:
        photo = prepared(coded(picture(), "PNG"), "x")
        services.photos.add(Room(services).question(1).uid, [photo])
    assert _problems(filled) == ()
    with _changing(filled) as driver:
        (uid,) = driver.execute("SELECT uid FROM photo WHERE deleted_at IS NULL").fetchone()
        driver.execute("DELETE FROM photo_content")
    assert _problems(filled) == (("check_photos", {"count": 1, "found": uid}),)
