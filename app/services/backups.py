"""Backups: made, listed, and brought back as a copy.

Works on the path of a database, not on an open one: a backup is wanted most when the database does
not open any more.
"""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite

from app.domain.backups import BackupView, Contents, Salvaged
from app.errors import NotFoundError, RefusedError, UserError
from app.errors import reason as why
from app.paths import backup_folder, own_files
from app.services.lock import WriterLock
from app.storage import backup
from app.storage.database import explained, schema_version
from app.storage.soundness import examine, last_operation, readable

if TYPE_CHECKING:
    from app.storage.salvage import Progress


def _quietly(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


class BackupService:
    """The backups of one database, in the folder beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.folder = backup_folder(path)
        self.undisturbed = threading.RLock()
        """Held while a backup is made or changed."""

    def make(self, reason: str = "") -> Path:
        """Make a checked backup and let go of the old ones there are too many of.

        Raises:
            UserError: there is no database, or the backup did not come about.
        """
        if schema_version(self._path) is None:
            raise NotFoundError("database_not_found", path=self._path)
        with self.undisturbed:
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

    def restore_copy(self, source: Path, target: Path, *, instead: bool = False) -> Contents:
        """Bring a backup back as the new file ``target``; returns what is in it.

        ``instead``: it may be the database itself, if that is not there.

        Raises:
            UserError: the backup is damaged, ``target`` is there already or cannot be written.
        """
        if not instead:
            self._refuse(target)
        contents = backup.verify(source)
        with _whole(target) as unfinished:
            backup.copy_database(source, unfinished)
            if examine(unfinished) != contents:
                raise RefusedError("restore_differs", path=source)
        return contents

    def salvage(
        self, broken: Path, target: Path, *, placeholder: str, progress: "Progress" = _quietly
    ) -> Salvaged:
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

    def present(self) -> Contents | None:
        """What is in the database now; None if it cannot be read."""
        try:
            return examine(self._path)
        except UserError:
            return None

    def restore_instead(self, source: Path) -> Contents:
        """Put a backup in the place of the database, which nobody may have open.

        What is there now is backed up before; if that cannot be because it is damaged, it is kept
        under another name.

        Raises:
            UserError: the backup is damaged, or the database is open or cannot be written.
        """
        with WriterLock(self._path).held():
            contents = backup.verify(source)
            if self.present() is None:
                self._set_aside()
                return self.restore_copy(source, self._path, instead=True)
            self.make("restore")
            with explained(self._path):
                backup.copy_over(source, self._path)
            return contents

    def salvage_instead(self, *, placeholder: str, progress: "Progress" = _quietly) -> Salvaged:
        """Put what can be salvaged of the damaged database in its place; it is kept aside.

        Raises:
            UserError: nothing is left in it, or it is open or cannot be written.
        """
        with WriterLock(self._path).held():
            rescued = self._path.with_name(f".{self._path.name}.rescued")
            rescued.unlink(missing_ok=True)
            salvaged = self.salvage(self._path, rescued, placeholder=placeholder, progress=progress)
            self._set_aside()
            try:
                rescued.replace(self._path)
            except OSError as error:
                raise UserError("not_writable", path=self._path, reason=why(error)) from error
            return salvaged

    def _set_aside(self) -> Path:
        """Give the damaged database another name, its log first: a new one must not find that."""
        moment = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{moment}.db")
        try:
            for ending in ("-shm", "-wal", "-journal", ""):
                part = self._path.with_name(self._path.name + ending)
                if part.exists():
                    part.replace(aside.with_name(aside.name + ending))
        except OSError as error:
            raise UserError("not_writable", path=self._path, reason=why(error)) from error
        return aside

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
