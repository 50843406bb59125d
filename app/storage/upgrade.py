"""Bring a database file to this program's schema: backup first, one transaction, checked after.

Alembic works on a connection of its own with foreign keys off – its batch mode on a parent table
would otherwise delete every child row – inside one explicit ``BEGIN IMMEDIATE``.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite

from app.errors import BadInputError, RefusedError, reason
from app.paths import migrations_folder
from app.storage import search
from app.storage.database import explained, schema_version
from app.storage.schema import SCHEMA_HEAD

if TYPE_CHECKING:
    from sqlalchemy import Connection


def ensure_schema(path: Path, backups: Path) -> None:
    """Create the database or upgrade it; does nothing at the present schema.

    Raises:
        BadInputError: the path cannot hold a database or is none of ours.
        RefusedError: newer than this program, or the upgrade left inconsistent rows (undone).
    """
    version = schema_version(path)
    if version == SCHEMA_HEAD:
        return
    if version is None:
        _make_room(path)
    else:
        from app.storage.backup import back_up  # an older file is opened once

        back_up(path, backups, reason="migration")
    build(path)


def _make_room(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            pass
    except OSError as error:
        raise BadInputError("not_writable", path=path, reason=reason(error)) from error


def known_versions() -> set[str]:
    """The versions there are migrations for."""
    return {script.name[:4] for script in (migrations_folder() / "versions").glob("[0-9]*.py")}


def build(path: Path, target: str = "head") -> None:
    """Run the migrations up to ``target`` on a file, which may be new; fill the search anew."""
    from sqlalchemy import create_engine  # a start at the present schema needs nothing of it
    from sqlalchemy.pool import StaticPool

    with (
        explained(path),
        closing(sqlite.connect(str(path), isolation_level=None, timeout=10)) as raw,
    ):
        # Journal mode cannot change inside a transaction; it is kept in the file.
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA foreign_keys=OFF")
        engine = create_engine(
            "sqlite://", module=sqlite, creator=lambda: raw, poolclass=StaticPool
        )
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                search.remove(connection)
                _run_alembic(connection, target)
                search.install(connection)
                search.rebuild(connection)
                _check(connection, path)
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if raw.in_transaction:
                    connection.exec_driver_sql("ROLLBACK")
                raise
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _run_alembic(connection: "Connection", target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _check(connection: "Connection", path: Path) -> None:
    broken: Sequence[Any] = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RefusedError("upgrade_broken", path=path, count=len(broken))
