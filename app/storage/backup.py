"""Backups with SQLite's backup API. Copying the file of an open WAL database gives an old one.

A backup is a file whose name says of which database, when (UTC) and why, and a record beside it:
what is in it and its SHA-256, so that a list is quick and a changed byte is noticed wherever it is.
"""

import datetime as dt
import json
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.domain.backups import BackupView, Contents, kept
from app.errors import RefusedError, TextKey, UserError
from app.errors import reason as why
from app.storage.database import Driver
from app.storage.soundness import examine, readable, texts_are_as_journalled

log = logging.getLogger(__name__)

SUFFIX = ".backup.db"
_RECORD, _UNFINISHED = ".json", ".part"
_MOMENT = "%Y-%m-%dT%H-%M-%S-%fZ"
_ABANDONED = dt.timedelta(hours=6)
"""An unfinished copy that is older was left by a program that was ended."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A backup as its name tells; ``dated`` False: the name is not ours."""

    path: Path
    moment: dt.datetime
    reason: str
    dated: bool


def back_up(path: Path, folder: Path, *, reason: str = "") -> Path:
    """Copy a database into ``folder``, check the copy, and only then let old ones go.

    The copy gets its name when it was opened and passed its check. Nothing is let go when a
    statement of the store is not as the journal says: the older backups may be better.

    Raises:
        RefusedError: the folder cannot be written or the copy did not pass its check.
    """
    now = dt.datetime.now(dt.UTC)
    target = _free_name(path, folder, now, reason)
    unfinished = target.with_name(target.name + _UNFINISHED)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_abandoned(path, folder)
        copy_database(path, unfinished)
        contents = examine(unfinished)
        keeps_old = not texts_are_as_journalled(unfinished)
        _write_record(target, unfinished, contents)
        unfinished.replace(target)
        _sync_folder(folder)
    except (OSError, ValueError, sqlite.Error, UserError) as error:
        for left in (unfinished, unfinished.with_name(unfinished.name + "-journal"), _of(target)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise RefusedError("backup_failed", path=target, reason=_reason(error)) from error
    if not keeps_old:
        rotate(path, folder, now)
    return target


def copy_database(path: Path, target: Path) -> None:
    """Copy a database, also one that is open, into the new file ``target``, forced to the disk."""
    with (
        closing(sqlite.connect(readable(path), uri=True, timeout=10)) as source,
        closing(sqlite.connect(str(target))) as copy,
    ):
        source.backup(copy)
        # A backup is one file that opens anywhere, without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def copy_over(source: Path, path: Path) -> None:
    """Put the content of ``source`` in the place of that of a sound database: in one transaction.

    Killed half-way it is as before; a file that took the other's place would find the other's log.
    """
    with (
        closing(sqlite.connect(readable(source), uri=True)) as original,
        closing(sqlite.connect(str(path), timeout=10)) as database,
    ):
        database.execute("PRAGMA synchronous=FULL")
        original.backup(database)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rewrite(source: Path, change: Callable[[Driver], None]) -> None:
    """Let a changed and checked copy take the place of a backup, with a new record.

    Raises:
        UserError: it is damaged or cannot be changed; then it is as it was.
    """
    _check_before_change(source)
    unfinished = source.with_name(source.name + _UNFINISHED)
    try:
        copy_database(source, unfinished)
        with closing(sqlite.connect(str(unfinished), isolation_level=None)) as driver:
            driver.execute("PRAGMA journal_mode=OFF")  # nothing of it may stand in another file
            driver.execute("PRAGMA secure_delete=ON")
            change(driver)
        contents = examine(unfinished)
        _write_record(source, unfinished, contents)
        unfinished.replace(source)
        _sync_folder(source.parent)
    except (OSError, ValueError, sqlite.Error, UserError) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise RefusedError("backup_failed", path=source, reason=_reason(error)) from error


def _check_before_change(source: Path) -> None:
    """A record that is not about this file may come from a change that was interrupted."""
    try:
        verify(source)
    except UserError:
        examine(source)
        if not texts_are_as_journalled(source):
            raise


def remove(source: Path) -> None:
    """Take a backup away with its record. Raises ``OSError``."""
    source.unlink(missing_ok=True)
    _of(source).unlink(missing_ok=True)


def since(path: Path, folder: Path, moment: dt.datetime) -> tuple[list[Path], list[Path]]:
    """The backups of a database made after ``moment``, and those made before."""
    found = _found(path, folder)
    after = [one.path for one in found if one.moment >= moment]
    return after, [one.path for one in found if one.moment < moment]


def unfinished(path: Path, folder: Path) -> list[Path]:
    """What programs that were ended while making a backup have left."""
    return sorted(folder.glob(f"{path.stem}_*{SUFFIX}{_UNFINISHED}*"))


def rotate(path: Path, folder: Path, now: dt.datetime) -> None:
    """Let go of the backups of a database that have become too many."""
    ours = [one for one in _found(path, folder) if one.dated]
    staying = kept((one.moment for one in ours), now)
    for one in ours:
        if one.moment not in staying:
            try:
                one.path.unlink(missing_ok=True)
                _of(one.path).unlink(missing_ok=True)
            except OSError as error:  # it will be tried again
                log.info("a backup stays: %s", type(error).__name__)


def backups(path: Path, folder: Path) -> Iterator[BackupView]:
    """The backups of a database, oldest first, each checked when it is reached."""
    for one in _found(path, folder):
        recorded = _recorded(one.path)
        try:
            contents: Contents | None = verify(one.path)
        except UserError:
            contents = None
        shown = contents or recorded
        yield BackupView(
            name=one.path.name,
            path=one.path,
            created_at=one.moment,
            reason=one.reason,
            sessions=shown.sessions if shown else None,
            statements=shown.statements if shown else None,
            ok=contents is not None,
        )


def verify(path: Path) -> Contents:
    """What is in a backup that is as it was made.

    A file without a record, as one that somebody has copied, is looked at as a whole.

    Raises:
        UserError: it is damaged, was changed, is newer than the program or cannot be read.
    """
    record = _read_record(path)
    if record is None:
        contents = examine(path)
        if not texts_are_as_journalled(path):
            raise RefusedError("backup_damaged", path=path, reason=_key("texts"))
        return contents
    try:
        same = _digest(path) == record["sha256"]
    except OSError as error:
        raise RefusedError("backup_damaged", path=path, reason=why(error)) from error
    if not same:
        raise RefusedError("backup_damaged", path=path, reason=_key("changed"))
    return _contents(record) or examine(path)


def latest(path: Path, folder: Path) -> tuple[Path, dt.datetime] | None:
    """The newest backup of a database and when it was made (aware UTC), if there is one."""
    found = _found(path, folder)
    return (found[-1].path, found[-1].moment) if found else None


def last_operation(path: Path, folder: Path) -> int | None:
    """Up to which operation the newest backup goes; None if that is not known."""
    newest = latest(path, folder)
    recorded = _recorded(newest[0]) if newest else None
    return recorded.operation if recorded else None


# -- names ----------------------------------------------------------------------------------


def _free_name(path: Path, folder: Path, now: dt.datetime, reason: str) -> Path:
    ending = f"_{reason}{SUFFIX}" if reason else SUFFIX
    return folder / f"{path.stem}_{now.strftime(_MOMENT)}{ending}"


def _found(path: Path, folder: Path) -> list[_Named]:
    """The backups of a database in ``folder``, oldest first."""
    try:
        names = [each.name for each in folder.iterdir() if each.name.endswith(SUFFIX)]
    except OSError:  # there is no folder, or none that can be read: there are no backups
        return []
    ours = re.compile(rf"{re.escape(path.stem)}_(.*?Z)?(?:_?(.*)){re.escape(SUFFIX)}")
    found = []
    for name in names:
        match = ours.fullmatch(name)
        if match:
            with suppress(OSError):
                found.append(_named(folder / name, match[1] or "", match[2] or ""))
    return sorted(found, key=lambda one: (one.moment, one.path.name))


def _named(path: Path, moment: str, reason: str) -> _Named:
    try:
        at = dt.datetime.strptime(moment, _MOMENT).replace(tzinfo=dt.UTC)
    except ValueError:
        at = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
        return _Named(path, at, "", dated=False)
    return _Named(path, at, reason, dated=True)


def _clear_abandoned(path: Path, folder: Path) -> None:
    before = dt.datetime.now(dt.UTC) - _ABANDONED
    for left in folder.glob(f"{path.stem}_*{SUFFIX}{_UNFINISHED}*"):
        with suppress(OSError):
            if dt.datetime.fromtimestamp(left.stat().st_mtime, dt.UTC) < before:
                left.unlink()


# -- records --------------------------------------------------------------------------------


def _of(backup: Path) -> Path:
    """The record of a backup."""
    return backup.with_name(backup.name + _RECORD)


def _write_record(target: Path, file: Path, contents: Contents) -> None:
    record = {**asdict(contents), "sha256": _digest(file)}
    with _of(target).open("w", encoding="utf-8") as out:
        json.dump(record, out, indent=2)
        out.flush()
        os.fsync(out.fileno())


def _read_record(backup: Path) -> dict[str, object] | None:
    try:
        record = json.loads(_of(backup).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) and "sha256" in record else None


def _recorded(backup: Path) -> Contents | None:
    record = _read_record(backup)
    return None if record is None else _contents(record)


def _contents(record: dict[str, object]) -> Contents | None:
    names = Contents.__dataclass_fields__
    try:
        return Contents(**{name: record[name] for name in names})  # type: ignore[arg-type]
    except KeyError:
        return None


def _digest(path: Path) -> str:
    import hashlib  # a start that makes no backup needs nothing of it

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# -- the system -----------------------------------------------------------------------------


def _sync_folder(folder: Path) -> None:
    """Force a new name to the disk, where a folder can be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: BaseException) -> object:
    if isinstance(error, UserError):
        return error.values.get("reason") or TextKey("errors.reason.other")
    if isinstance(error, OSError | ValueError):
        return why(error)
    return _key("full") if "disk is full" in str(error) else str(error)


def _key(name: str) -> TextKey:
    return TextKey(f"errors.reason.{name}")
