"""One writer per database: a lock beside the file keeps a second window out.

The command line may read while a window is open; what writes is refused in words.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.errors import BadInputError, RefusedError, TextKey, reason
from app.paths import lock_file, open_mark


class WriterLock:
    """Holds the lock while the program may write. Released by the system if the program dies.

    The lock is a transaction in an empty file: SQLite locks files on every system.
    """

    def __init__(self, database: Path) -> None:
        self._path = lock_file(database)
        self._database = database
        self._held: Any = None

    def acquire(self) -> None:
        """Take the lock. Raises ``UserError`` while somebody else holds it or it cannot be made."""
        try:
            self._database.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab"):  # says why better than SQLite does
                pass
            self._begin()
        except (OSError, ValueError) as error:
            why = reason(error)
            raise BadInputError("not_writable", path=self._database, reason=why) from error

    def _begin(self) -> None:
        connection = sqlite.connect(
            str(self._path), isolation_level=None, timeout=0, check_same_thread=False
        )
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite.OperationalError as error:
            connection.close()
            if "locked" in str(error):
                raise RefusedError("locked_by_window", path=self._database) from None
            why = TextKey("errors.reason.cannot_open")
            raise BadInputError("not_writable", path=self._database, reason=why) from error
        self._held = connection

    def release(self) -> None:
        """Let others write."""
        if self._held is not None:
            self._held.close()
            self._held = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for a ``with`` block."""
        self.acquire()
        try:
            yield
        finally:
            self.release()


class OpenMark:
    """A file beside the database while it is open for writing: who finds it, finds no clean end."""

    def __init__(self, database: Path) -> None:
        self._path = open_mark(database)

    def set(self) -> None:
        """The database is open."""
        with suppress(OSError):  # without a mark only the check after an unclean end is left out
            self._path.touch()

    def clear(self) -> None:
        """It was closed with everything written."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
