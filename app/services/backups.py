"""Backups: made, listed, and brought back as a copy.

Works on the path of a database, not on an open one: a backup is wanted most when the database does
not open any more.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite

from app.domain.backups import BackupView
from app.errors import NotFoundError, RefusedError, UserError
from app.errors import reason as why
from app.paths import backup_folder, own_files
from app.storage import backup
from app.storage.database import explained, schema_version
from app.storage.soundness import Contents, examine, last_operation, readable

if TYPE_CHECKING:
    from app.storage.salvage import Progress, Salvaged


def _quietly(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


class BackupService:
    """The backups of one database, in the folder beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.folder = backup_folder(path)

    def make(self, reason: str = "") -> Path:
        """Make a checked backup and let go of the old ones there are too many of.

        Raises:
            UserError: there is no database, or the backup did not come about.
        """
        if schema_version(self._path) is None:
            raise NotFoundError("database_not_found", path=self._path)
        return backup.back_up(self._path, self.folder, reason=reason)

    def make_if_changed(self, reason: str) -> Path | None:
        """The same, unless nothing was written since the last one. Raises ``UserError``."""
        return self.make(reason) if self.due() else None

    def due(self) -> bool:
        """Whether something was written since the last backup."""
        with (
            explained(self._path),
            closing(sqlite.connect(readable(self._path), uri=True, timeout=10)) as driver,
        ):
            newest = last_operation(driver)
        return newest > 0 and newest != backup.last_operation(self._path, self.folder)

    def last(self) -> dt.datetime | None:
        """When the newest backup was made (aware UTC)."""
        found = backup.latest(self._path, self.folder)
        return found[1] if found else None

    def all(self) -> Iterator[BackupView]:
        """All backups, oldest first, each checked when it is reached."""
        return backup.backups(self._path, self.folder)

    def find(self, reference: str) -> Path:
        """The file that the name of a backup, or a path, means. Raises ``NotFoundError``."""
        for found in (self.folder / reference, Path(reference).expanduser()):
            with suppress(OSError, ValueError):
                if found.is_file():
                    return found
        raise NotFoundError("backup_not_found", reference=reference, folder=self.folder)

    def restore_copy(self, source: Path, target: Path) -> Contents:
        """Bring a backup back as the new file ``target``; returns what is in it.

        Raises:
            UserError: the backup is damaged, ``target`` is there already or cannot be written.
        """
        self._refuse(target)
        contents = backup.verify(source)
        with _whole(target) as unfinished:
            backup.copy_database(source, unfinished)
            if examine(unfinished) != contents:
                raise RefusedError("restore_differs", path=source)
        return contents

    def salvage(
        self, broken: Path, target: Path, *, placeholder: str, progress: "Progress" = _quietly
    ) -> "Salvaged":
        """Bring what can still be read of a damaged database into the new file ``target``.

        ``placeholder`` is the title of what had to be made up because it was lost and others
        belong to it. The damaged file is only read.

        Raises:
            UserError: nothing is left in it, or ``target`` is there already or cannot be written.
        """
        from app.storage.salvage import salvage  # needs the migrations, which a start does not

        self._refuse(target)
        try:
            with broken.open("rb"):
                pass
        except FileNotFoundError:
            raise NotFoundError("file_not_found", path=broken) from None
        except (OSError, ValueError) as error:
            raise UserError("not_readable", path=broken, reason=why(error)) from error
        with _whole(target) as unfinished:
            salvaged = salvage(broken, unfinished, placeholder=placeholder, progress=progress)
            examine(unfinished)
        return salvaged

    def _refuse(self, target: Path) -> None:
        """Nothing that is there is written over, the database least of all."""
        try:
            if any(target.absolute() == own for own in own_files(self._path)):
                raise RefusedError("restore_onto_open", path=target)
            if target.exists() or target.is_symlink():
                raise RefusedError("target_exists", path=target)
            if not target.parent.is_dir():
                raise UserError("target_folder_missing", path=target.parent)
        except (OSError, ValueError) as error:
            raise UserError("not_writable", path=target, reason=why(error)) from error


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A file to fill that becomes ``target`` when the block ends without an error."""
    unfinished = target.with_name(f".{target.name}.part")
    parts = [unfinished.with_name(unfinished.name + end) for end in ("", "-wal", "-shm")]
    try:
        for part in parts:
            part.unlink(missing_ok=True)
        yield unfinished
        with closing(sqlite.connect(str(unfinished))) as driver:
            driver.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        unfinished.replace(target)
    except OSError as error:
        raise UserError("not_writable", path=target, reason=why(error)) from error
    except sqlite.Error as error:
        raise UserError("not_writable", path=target, reason=str(error)) from error
    finally:
        with suppress(OSError):
            for part in parts:
                part.unlink(missing_ok=True)
