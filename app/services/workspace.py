"""The database as a whole: is it sound, how much is in it, when was it last backed up."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.paths import backup_folder
from app.storage import search
from app.storage.backup import back_up, latest
from app.storage.database import PRAGMAS, Database
from app.storage.schema import SCHEMA_HEAD

SOUND = "ok"
"""SQLite's own word for a file in which nothing is wrong."""
COUNTED = ("series", "dialogue_session", "plan_item", "participant", "statement", "operation")


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What ``check`` found; ``problems`` is empty when all is well (codes below ``errors``)."""

    path: Path
    schema: str
    integrity: str
    pragmas: dict[str, object]
    counts: dict[str, int]
    problems: tuple[tuple[str, dict[str, object]], ...]


class WorkspaceService:
    """Checks and backs up the database file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    def check(self) -> CheckReport:
        """Integrity, pragmas, schema version, counts, search index. Reads only.

        A damaged file is not looked at further than its damage.
        """
        pragmas = self._database.pragmas()
        with self._database.read() as connection:
            integrity = _integrity(connection)
            schema = str(
                connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
            )
            problems = [
                *_problem("check_integrity", integrity != SOUND, found=integrity),
                *_problem("check_schema", schema != SCHEMA_HEAD, found=schema, known=SCHEMA_HEAD),
            ]
            counts = {}
            if integrity == SOUND:
                counts = {table: _count(connection, table) for table in COUNTED}
                problems += _problem("check_references", _broken_references(connection))
                problems += _problem("check_search", _search_differs(connection))
        for name, value in PRAGMAS.items():
            problems += _problem("check_pragma", pragmas[name] != value, name=name)
        return CheckReport(self.path, schema, integrity, pragmas, counts, tuple(problems))

    def backup(self, reason: str = "") -> Path:
        """Make a checked backup beside the database; returns its path."""
        return back_up(self.path, backup_folder(self.path), reason=reason)

    def last_backup(self) -> dt.datetime | None:
        """When the newest backup was made (aware UTC)."""
        found = latest(backup_folder(self.path))
        return found[1] if found else None


def _problem(code: str, is_wrong: bool, **values: object) -> list[tuple[str, dict[str, object]]]:
    return [(code, values)] if is_wrong else []


def _integrity(connection: Connection) -> str:
    """What SQLite finds wrong, on one line, or ``SOUND``."""
    try:
        found = connection.exec_driver_sql("PRAGMA integrity_check(5)").scalars().all()
    except DBAPIError as error:  # some damage ends the check itself
        return str(error.orig)
    return "; ".join(" ".join(str(line).split()) for line in found)


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def _broken_references(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


def _search_differs(connection: Connection) -> bool:
    """True if the search would miss something: triggers gone or rows not in the index."""
    if any(search.missing_triggers(connection)):
        return True
    indexed = connection.exec_driver_sql("SELECT count(*) FROM statement_search_docsize")
    live = connection.exec_driver_sql("SELECT count(*) FROM statement_live")
    return bool(indexed.scalar_one() != live.scalar_one())
