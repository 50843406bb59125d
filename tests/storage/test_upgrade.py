from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite3
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlmodel import SQLModel

import app.storage.tables  # noqa: F401 - fills the metadata
from app.bootstrap import workspace
from app.errors import RefusedError
from app.paths import migrations_folder
from app.storage import upgrade
from app.storage.schema import SCHEMA_HEAD
from tests.support.room import Room
from tests.support.tables import dump


def test_the_head_is_the_newest_migration() -> None:
    scripts = ScriptDirectory(str(migrations_folder()))
    assert scripts.get_heads() == [SCHEMA_HEAD]


def test_the_migrations_make_what_the_models_say(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    upgrade.ensure_schema(path, tmp_path / "backups")
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _is_ours, "compare_type": False}
        )
        differences = compare_metadata(context, SQLModel.metadata)
    engine.dispose()
    assert differences == []


def _is_ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
    return kind != "table" or (name or "") in SQLModel.metadata.tables


def test_a_new_database_needs_no_backup(tmp_path: Path) -> None:
    upgrade.ensure_schema(tmp_path / "workspace.db", tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def test_an_old_schema_is_backed_up_first_and_keeps_every_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _filled(tmp_path)
    before = dump(path)
    _pretend_next_migration(tmp_path, monkeypatch, "op.add_column('plan_item', EXTRA)")
    upgrade.ensure_schema(path, tmp_path / "backups")
    (backup,) = (tmp_path / "backups").glob("*.db")
    assert dump(backup) == before
    after = dump(path)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }


def test_a_batch_on_a_parent_table_keeps_children_and_triggers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _filled(tmp_path)
    before = dump(path)
    _pretend_next_migration(
        tmp_path,
        monkeypatch,
        "for name in ('dialogue_session', 'statement'):\n"
        "        with op.batch_alter_table(name, recreate='always') as batch:\n"
        "            batch.add_column(sa.Column('extra', sa.Text()))",
    )
    upgrade.ensure_schema(path, tmp_path / "backups")
    after = dump(path)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    with closing(sqlite3.connect(path)) as connection:
        triggers = {
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
        }
    assert {f"statement_search_{what}" for what in ("insert", "update", "delete")} <= triggers


def test_a_failing_migration_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _filled(tmp_path)
    before = dump(path)
    _pretend_next_migration(
        tmp_path, monkeypatch, "op.add_column('plan_item', EXTRA)\n    op.drop_table('nothing')"
    )
    with pytest.raises(Exception, match="nothing"):
        upgrade.ensure_schema(path, tmp_path / "backups")
    assert dump(path) == before


def test_a_migration_that_breaks_references_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _filled(tmp_path)
    before = dump(path)
    _pretend_next_migration(tmp_path, monkeypatch, "op.execute('DELETE FROM plan_item')")
    with pytest.raises(RefusedError) as caught:
        upgrade.ensure_schema(path, tmp_path / "backups")
    assert caught.value.code == "upgrade_broken"
    assert dump(path) == before


def _filled(folder: Path) -> Path:
    path = folder / "workspace.db"
    with workspace(path) as services:
        room = Room(services)
        for number in range(5):
            room.say(f"Beitrag {number}", person=number % 3)
    return path


def _pretend_next_migration(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Make the program one schema newer than it is, with a migration of the test's own."""
    scripts = folder / "migrations"
    (scripts / "versions").mkdir(parents=True)
    shipped = migrations_folder()
    (scripts / "env.py").write_bytes((shipped / "env.py").read_bytes())
    for script in (shipped / "versions").glob("*.py"):
        (scripts / "versions" / script.name).write_bytes(script.read_bytes())
    (scripts / "versions" / "9998_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9998'\ndown_revision = '{SCHEMA_HEAD}'\n"
        "EXTRA = sa.Column('extra', sa.Text())\n"
        f"def upgrade() -> None:\n    {body}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(upgrade, "migrations_folder", lambda: scripts)
    monkeypatch.setattr(upgrade, "SCHEMA_HEAD", "9998")
    monkeypatch.setattr("app.storage.database.SCHEMA_HEAD", "9998")
