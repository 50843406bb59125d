"""Whether a file of ours is sound, and how much is in it – looked at without changing it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite

from app.errors import RefusedError, TextKey
from app.storage.completeness import missing
from app.storage.database import Driver, schema_version
from app.storage.journalled import differing
from app.storage.schema import SCHEMA_HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.backups import Contents

SOUND = "ok"
"""SQLite's own word for a file in which nothing is wrong."""


def readable(path: Path) -> str:
    """A file that must be there and is not to be changed, as SQLite opens it by address."""
    return f"{path.absolute().as_uri()}?mode=ro"


def quick_check(driver: Driver) -> str:
    """What SQLite finds wrong with the pages, on one line, or ``SOUND``."""
    try:
        found = driver.execute("PRAGMA quick_check(3)").fetchall()
    except sqlite.Error as error:  # some damage ends the check itself
        return str(error)
    return "; ".join(" ".join(str(line).split()) for (line,) in found)


def examine(path: Path) -> Contents:
    """Pages, schema, tables and counts of a file.

    Raises:
        UserError: it is no database of ours, newer than the program, or damaged.
    """
    version = schema_version(path)
    if version is None:
        raise RefusedError("backup_damaged", path=path, reason=TextKey("errors.reason.empty"))
    try:
        with closing(sqlite.connect(readable(path), uri=True)) as driver:
            found = quick_check(driver)
            if found == SOUND and version == SCHEMA_HEAD:
                found = ", ".join(missing(driver)) or SOUND
            if found == SOUND:
                return _contents(driver, version)
    except sqlite.Error as error:
        found = str(error)
    raise RefusedError("backup_damaged", path=path, reason=found)


def texts_are_as_journalled(path: Path) -> bool:
    """Whether every statement of a sound file says what was written into it."""
    with closing(sqlite.connect(readable(path), uri=True)) as driver:
        return not differing(driver)


def last_operation(driver: Driver) -> int:
    """The key of the newest operation; it grows with everything that is written."""
    return int(driver.execute("SELECT coalesce(max(id), 0) FROM operation").fetchone()[0])


def _contents(driver: Driver, version: str) -> Contents:
    from app.domain.backups import Contents  # whoever only opens a workspace does without

    sessions, statements = (
        int(driver.execute(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL").fetchone()[0])
        for table in ("dialogue_session", "statement")
    )
    return Contents(version, sessions, statements, last_operation(driver))
