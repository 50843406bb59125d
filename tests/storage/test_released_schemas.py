"""Every schema that people's files may have opens, and nothing in it is lost or changed.

``tests/data/schema-NNNN.db`` are files of those schemas, written by the program of that time.
"""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite3
from alembic.script import ScriptDirectory

from app.bootstrap import workspace
from app.paths import migrations_folder
from app.storage.schema import SCHEMA_HEAD
from tests.support.tables import dump

DATA = Path(__file__).resolve().parents[1] / "data"
RELEASED = sorted(DATA.glob("schema-*.db"))
EACH = pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)

Rows = dict[str, list[dict[str, Any]]]


UNRELEASED = {
    *("0002", "0003", "0004", "0005", "0007", "0008", "0009", "0010", "0011"),
    *("0013", "0014", "0015", "0016"),
}
"""Schemas that nobody's file ever had: replaced by the next before a version went out."""


def test_every_schema_before_this_one_has_a_file() -> None:
    scripts = ScriptDirectory(str(migrations_folder())).walk_revisions()
    older = {script.revision for script in scripts} - {SCHEMA_HEAD}
    assert older - UNRELEASED <= {path.stem.removeprefix("schema-") for path in RELEASED}


@EACH
def test_a_released_file_is_filled(released: Path, tmp_path: Path) -> None:
    """Otherwise it proves little."""
    rows = _rows(_copy(released, tmp_path))
    assert [table for table, found in rows.items() if not found] == []


@EACH
def test_a_released_file_opens_and_keeps_every_value(released: Path, tmp_path: Path) -> None:
    path = _copy(released, tmp_path)
    before, raw = _rows(path), dump(path)
    with workspace(path) as services:
        assert services.workspace.check().problems == ()
        assert services.search.count("schöner") == 6
    assert _lost(before, _rows(path)) == []
    if before["alembic_version"][0]["version_num"] != SCHEMA_HEAD:
        (backup,) = (tmp_path / "backups").glob("*.db")
        assert dump(backup) == raw


@EACH
def test_a_released_file_can_be_worked_on_and_handed_on(released: Path, tmp_path: Path) -> None:
    path = _copy(released, tmp_path)
    out = tmp_path / "out.session.json"
    with workspace(path) as services:
        newest = services.views.sessions()[0].uid
        services.history.undo(newest)
        services.history.redo(newest)
        services.documents.write(newest, out)
        with workspace(tmp_path / "elsewhere.db") as other:
            assert other.documents.read(out).session_uid == newest
            said = [each.text for each in other.views.statements(newest)]
            assert said == [each.text for each in services.views.statements(newest)]


def test_a_lost_row_and_a_changed_value_would_be_found(tmp_path: Path) -> None:
    path = _copy(RELEASED[0], tmp_path)
    before = _rows(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM next_step")
        connection.execute("UPDATE person SET name = 'anders' WHERE id = 1")
        connection.commit()
    assert _lost(before, _rows(path)) == ["person", "next_step"]


def _copy(released: Path, folder: Path) -> Path:
    return Path(shutil.copy(released, folder / "workspace.db"))


def _rows(path: Path) -> Rows:
    """Every row of every table, by the names of its columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in dump(path)
        }


def _lost(before: Rows, after: Rows) -> list[str]:
    """The tables in which a row or a value of before is not there any more."""
    return [
        table
        for table, rows in before.items()
        if table != "alembic_version"
        and rows != [{name: row[name] for name in rows[0]} for row in after[table]]
    ]
