"""One writer per database: a lock beside the file keeps a second window out.

The command line may read while a window is open; what writes is refused in words.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from app.errors import BadInputError, RefusedError, reason


class WriterLock:
    """Holds the lock while the program may write. Released by the system if the program dies."""

    def __init__(self, database: Path) -> None:
        self._lock = FileLock(database.with_name(database.name + ".lock"))
        self._database = database

    def acquire(self) -> None:
        """Take the lock. Raises ``UserError`` while somebody else holds it or it cannot be made."""
        try:
            self._database.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            raise RefusedError("locked_by_window", path=self._database) from None
        except (OSError, ValueError) as error:
            why = reason(error)
            raise BadInputError("not_writable", path=self._database, reason=why) from error

    def release(self) -> None:
        """Let others write."""
        self._lock.release()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for a ``with`` block."""
        self.acquire()
        try:
            yield
        finally:
            self.release()
