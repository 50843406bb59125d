"""The database as a whole: is it sound, how much is in it, when was it last backed up."""

import datetime as dt
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.paths import backup_folder
from app.storage import search
from app.storage.backup import back_up, latest
from app.storage.database import PRAGMAS, Database, Driver, explained
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
        # A connection of its own: FTS5 checks against what a connection remembers of the index, and
        # that may be older than the index.
        with explained(self.path), closing(self._database.raw()) as driver:
            driver.execute("BEGIN")
            integrity = _integrity(driver)
            schema = str(driver.execute("SELECT version_num FROM alembic_version").fetchone()[0])
            problems = [
                *_problem("check_integrity", integrity != SOUND, found=integrity),
                *_problem("check_schema", schema != SCHEMA_HEAD, found=schema, known=SCHEMA_HEAD),
            ]
            counts = {}
            if integrity == SOUND:
                counts = {table: _count(driver, table) for table in COUNTED}
                problems += _problem("check_references", _broken_references(driver))
                problems += _problem("check_search", _search_differs(driver))
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


def _integrity(driver: Driver) -> str:
    """What SQLite finds wrong, on one line, or ``SOUND``."""
    try:
        found = driver.execute("PRAGMA integrity_check(5)").fetchall()
    except sqlite.Error as error:  # some damage ends the check itself
        return str(error)
    return "; ".join(" ".join(str(line).split()) for (line,) in found)


def _count(driver: Driver, table: str) -> int:
    return int(driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _broken_references(driver: Driver) -> bool:
    return driver.execute("PRAGMA foreign_key_check").fetchone() is not None


def _search_differs(driver: Driver) -> bool:
    """True if the search would miss something: triggers gone or rows not in the index."""
    if any(search.missing_triggers(driver)):
        return True
    return _count(driver, "statement_search_docsize") != _count(driver, "statement_live")
