"""The database as a whole: is it sound, and how much is in it."""

import logging
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import sqlcipher3.dbapi2 as sqlite

from app.errors import UserError
from app.paths import open_mark
from app.storage import search
from app.storage.completeness import missing
from app.storage.database import PRAGMAS, Database, Driver, explained
from app.storage.journalled import differing
from app.storage.queries import photos
from app.storage.schema import SCHEMA_HEAD
from app.storage.soundness import SOUND, quick_check, readable

COUNTED = ("series", "dialogue_session", "plan_item", "participant", "statement", "operation")

log = logging.getLogger(__name__)

SHOWN = 5
"""More than these of one kind are not named one by one."""

Problem: TypeAlias = tuple[str, dict[str, object]]
"""A code below ``errors`` and what fills its text."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What ``check`` found; ``problems`` is empty when all is well (codes below ``errors``)."""

    path: Path
    schema: str
    integrity: str
    pragmas: dict[str, object]
    counts: dict[str, int]
    problems: tuple[Problem, ...]


def quick_problem(path: Path) -> UserError | None:
    """What SQLite finds wrong with the pages of a database; as quick as reading the file."""
    try:
        with closing(sqlite.connect(readable(path), uri=True, timeout=10)) as driver:
            found = quick_check(driver)
    except sqlite.Error as error:
        found = str(error)
    if found == SOUND:
        return None
    log.info("damaged pages")  # which, says the command line
    return UserError("database_damaged")


def problem_after_unclean_end(path: Path) -> UserError | None:
    """The same for a database that was not closed the last time; None for any other."""
    try:
        left = open_mark(path).exists() and path.exists()
    except (OSError, ValueError):  # said in words when the database is opened
        return None
    return quick_problem(path) if left else None


class WorkspaceService:
    """Checks the database file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    def check(self) -> CheckReport:
        """Integrity, pragmas, schema version, counts, search index. Reads only.

        A damaged file is not looked at further than its damage, an old one not further than its
        version.
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
            counts: dict[str, int] = {}
            if integrity == SOUND and schema == SCHEMA_HEAD:
                counts, found = _contents(driver)
                problems += found
        for name, value in PRAGMAS.items():
            problems += _problem("check_pragma", pragmas[name] != value, name=name)
        return CheckReport(self.path, schema, integrity, pragmas, counts, tuple(problems))


def _problem(code: str, is_wrong: bool, **values: object) -> list[Problem]:
    return [(code, values)] if is_wrong else []


def _integrity(driver: Driver) -> str:
    """What SQLite finds wrong, on one line, or ``SOUND``."""
    try:
        found = driver.execute("PRAGMA integrity_check(5)").fetchall()
    except sqlite.Error as error:  # some damage ends the check itself
        return str(error)
    return "; ".join(" ".join(str(line).split()) for (line,) in found)


def _contents(driver: Driver) -> tuple[dict[str, int], list[Problem]]:
    """What is in a database whose pages are in order, and what is wrong with it."""
    gone = list(missing(driver))
    counts = {table: _count(driver, table) for table in COUNTED if table not in gone}
    if gone:
        return counts, _problem("check_incomplete", is_wrong=True, found=_some(gone))
    broken = _broken_references(driver)
    problems = _problem("check_references", bool(broken), count=len(broken), found=_some(broken))
    changed = differing(driver)
    problems += _problem("check_texts", bool(changed), count=len(changed), found=_some(changed))
    bare = photos.without_content(driver)
    problems += _problem("check_photos", bool(bare), count=len(bare), found=_some(bare))
    # A search without triggers is put back into step when a window opens.
    if any(search.missing_triggers(driver)):
        problems += _problem("check_search", is_wrong=True)
    else:
        problems += _problem("check_search_texts", search.differs(driver))
    return counts, problems


def _some(found: Sequence[str]) -> str:
    """The first few, which fit into one line."""
    return ", ".join(found[:SHOWN]) + (" …" if len(found) > SHOWN else "")


def _count(driver: Driver, table: str) -> int:
    return int(driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _broken_references(driver: Driver) -> list[str]:
    """Rows that belong to a row which is not there, as in "statement 3 → plan_item"."""
    found = driver.execute("PRAGMA foreign_key_check").fetchall()
    return [f"{table} {row} → {parent}" for table, row, parent, _ in found]
