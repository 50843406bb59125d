"""Backups with SQLite's backup API. Copying the file of an open WAL database gives an old one."""

import datetime as dt
import os
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.errors import RefusedError

SUFFIX = ".backup.db"


def back_up(path: Path, folder: Path, *, reason: str = "") -> Path:
    """Copy a database into ``folder`` and return the checked copy.

    The copy gets its name only after it was opened and passed ``quick_check``; a copy that fails
    is removed.

    Raises:
        RefusedError: the folder cannot be written or the copy did not pass its check.
    """
    stamp = dt.datetime.now().astimezone().strftime("%Y-%m-%d_%H-%M-%S-%f")
    target = folder / f"{path.stem}_{stamp}{'_' + reason if reason else ''}{SUFFIX}"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(path, unfinished)
        _check(unfinished)
        unfinished.replace(target)
    except (OSError, sqlite.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise RefusedError("backup_failed", path=target, reason=error) from error
    return target


def _copy(path: Path, target: Path) -> None:
    with (
        closing(sqlite.connect(str(path), timeout=10)) as source,
        closing(sqlite.connect(str(target))) as copy,
    ):
        source.backup(copy)
        # A backup is one file that opens anywhere, without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")


def _check(path: Path) -> None:
    with closing(sqlite.connect(str(path))) as copy:
        result = copy.execute("PRAGMA quick_check").fetchone()[0]
    if result != "ok":
        raise sqlite.DatabaseError(str(result))
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def latest(folder: Path) -> tuple[Path, dt.datetime] | None:
    """The newest backup and when it was made (aware UTC), if there is one."""
    if not folder.is_dir():
        return None
    found = [(path.stat().st_mtime, path) for path in folder.glob(f"*{SUFFIX}")]
    if not found:
        return None
    moment, path = max(found)
    return path, dt.datetime.fromtimestamp(moment, dt.UTC)
