"""One SQLite file, opened so that confirmed means on disk.

Two ways to it. ``look()`` and ``save()`` give the driver's connection: what a start needs – showing
a session, keeping a draft – must not wait for SQLAlchemy, which takes longer to import than the
window takes to appear. ``read()`` and ``write()`` give SQLAlchemy's, for everything else; it is
imported when they are first used.

The driver runs in manual mode (``isolation_level=None``): SQLAlchemy's own transactions would leave
half a schema after a failed migration, and a plain ``BEGIN`` makes concurrent writers fail at once.
"""

import logging
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from queue import Empty, LifoQueue
from typing import TYPE_CHECKING, Any, TypeAlias

import sqlcipher3.dbapi2 as sqlite

from app.errors import BadInputError, RefusedError, TextKey, UserError, reason
from app.paths import free_megabytes
from app.storage.schema import SCHEMA_HEAD

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

log = logging.getLogger(__name__)

BUSY_TIMEOUT_SECONDS = 10
CACHE_KIB = 4_000
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged rows when the power goes
    "foreign_keys": 1,
    "secure_delete": 1,
}
SQLITE_MAGIC = b"SQLite format 3\x00"


Driver: TypeAlias = Any
"""A connection of the driver (``sqlite3.Connection``; the driver ships without types)."""


class Database:
    """An open workspace database. Thread-safe: each block takes a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: LifoQueue[Driver] = LifoQueue()

    @contextmanager
    def look(self) -> Iterator[Driver]:
        """The driver's connection, which sees one consistent state."""
        with explained(self.path), self._lent() as driver:
            driver.execute("BEGIN")
            try:
                yield driver
            finally:
                driver.execute("ROLLBACK")

    @contextmanager
    def save(self) -> Iterator[Driver]:
        """One transaction on the driver's connection; for the few rows that have no journal."""
        with explained(self.path), self._lent() as driver:
            driver.execute("BEGIN IMMEDIATE")
            try:
                yield driver
                driver.execute("COMMIT")
            except BaseException:
                if driver.in_transaction:
                    driver.execute("ROLLBACK")
                raise

    @contextmanager
    def read(self) -> "Iterator[Connection]":
        """A connection that sees one consistent state."""
        with explained(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    @contextmanager
    def write(self) -> "Iterator[Connection]":
        """One transaction: committed when the block ends, rolled back when it raises."""
        with explained(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    connection.exec_driver_sql("ROLLBACK")
                raise

    def pragmas(self) -> dict[str, object]:
        """The pragmas that durability rests on, as the connection reports them."""
        with explained(self.path), self._lent() as driver:
            return {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}

    def checkpoint(self, *, truncate: bool = False) -> None:
        """Move the write-ahead log into the file. Called when idle and on close."""
        mode = "TRUNCATE" if truncate else "PASSIVE"
        with self._lent() as driver:
            driver.execute(f"PRAGMA wal_checkpoint({mode})")

    def empty_log(self) -> None:
        """Move the write-ahead log into the file and cut it to nothing, for certain.

        Raises:
            UserError: somebody else was at it all the time.
        """
        with explained(self.path), self._lent() as driver:
            (busy, *_) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise UserError("database_busy", path=self.path)

    def raw(self) -> Driver:
        """A driver connection of its own, with the same pragmas; the caller closes it."""
        with explained(self.path):
            return _connect(self.path)

    def close(self, *, checkpoint: bool = True) -> None:
        """Let go of the file; ``checkpoint``: with everything written into it before."""
        try:
            if checkpoint:
                self.checkpoint(truncate=True)
        except sqlite.Error as error:
            # Nothing is lost: the log beside the file is read at the next start.
            log.info("checkpoint on close: %s", type(error).__name__)
        if "_engine" in self.__dict__:
            self._engine.dispose()
        while (driver := self._next_idle()) is not None:
            driver.close()

    @contextmanager
    def _lent(self) -> Iterator[Driver]:
        """A connection nobody else uses for as long as the block takes."""
        driver = self._next_idle() or _connect(self.path)
        try:
            yield driver
        finally:
            self._idle.put(driver)

    def _next_idle(self) -> Driver:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None

    @cached_property
    def _engine(self) -> "Engine":
        return _engine(self.path)


def verify(database: Database) -> None:
    """Refuse to work with a connection that would not keep its promises.

    Raises:
        RefusedError: a pragma is not in force or FTS5 is missing.
    """
    found = database.pragmas()
    wrong = [f"{name}={found[name]}" for name, value in PRAGMAS.items() if found[name] != value]
    with database.look() as driver:
        options = {row[0] for row in driver.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" not in options:
        wrong.append("FTS5")
    if wrong:
        raise RefusedError("database_not_safe", path=database.path, what=", ".join(wrong))


def schema_version(path: Path) -> str | None:
    """The migration a file stands at, without changing it; None for a new or empty file.

    Raises:
        BadInputError: the path is a folder, cannot be read or is no database of ours.
        RefusedError: the file was written by a newer program.
    """
    try:
        if not path.exists():
            return None
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise BadInputError("is_a_directory", path=path)
        if not stat.S_ISREG(found.st_mode):  # a device or a pipe may never end
            raise BadInputError("not_a_file", path=path)
        if found.st_size == 0:
            return None
        with path.open("rb") as file:
            magic = file.read(len(SQLITE_MAGIC))
    except (OSError, ValueError) as error:
        raise BadInputError("not_readable", path=path, reason=reason(error)) from error
    if magic != SQLITE_MAGIC:
        raise BadInputError("not_a_database", path=path)
    version = _read_version(path)
    if version is not None and version > SCHEMA_HEAD:
        raise RefusedError("newer_schema", path=path, found=version, known=SCHEMA_HEAD)
    return version


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the disk does to a database into words; anything else stays a bug."""
    try:
        yield
    except Exception as error:
        # SQLAlchemy wraps the driver's errors. Without its name here it need not be imported.
        driver_error = getattr(error, "orig", error)
        if not isinstance(driver_error, sqlite.Error):
            raise
        known = explain(driver_error, path)
        if known is error:
            raise
        raise known from error


def explain(error: BaseException, path: Path) -> BaseException:
    """The expected error behind one of the driver's, or the same error if it is a bug.

    The driver names the cause in English only; SQLite's messages are stable.
    """
    message = str(error)
    if "disk is full" in message:
        return UserError("disk_full", path=path, free=free_megabytes(path))
    if message.startswith(_NO_TABLE):
        return UserError("check_incomplete", found=message.removeprefix(_NO_TABLE))
    if "is locked" in message:
        return UserError("database_busy", path=path)
    if any(word in message for word in ("malformed", "not a database", "vtable constructor")):
        return UserError("check_integrity", found=message)
    for words, why in _DISK_FAULTS.items():
        if words in message:
            return UserError("not_writable", path=path, reason=TextKey(f"errors.reason.{why}"))
    return error


_NO_TABLE = "no such table: "
_DISK_FAULTS = {"disk I/O": "device", "readonly": "read_only", "unable to open": "cannot_open"}


_NOT_OURS = {"check_integrity", "check_incomplete"}
"""Before its version is known, a file with such a fault is no database of this program."""


def _read_version(path: Path) -> str | None:
    """The version that stands in a file of SQLite; None if there is nothing at all in it.

    That is how a file is left when creating the database was interrupted.
    """
    try:
        with closing(sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if not names:
                return None
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite.DatabaseError as error:
        known = explain(error, path)
        if isinstance(known, UserError) and known.code not in _NOT_OURS:
            raise known from error
        raise BadInputError("not_a_database", path=path) from error
    if not rows:
        raise BadInputError("not_a_database", path=path)
    if len(rows) > 1:  # which of them is true cannot be known
        found = ", ".join(sorted(str(version) for (version,) in rows))
        raise BadInputError("several_versions", path=path, found=found)
    return str(rows[0][0])


def _engine(path: Path) -> "Engine":
    from sqlalchemy import URL, create_engine, event

    # Not as text: a "?" in the name of a folder would end the path there.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlite,
        # Errors reach the log, and the log holds nothing that people said.
        hide_parameters=True,
        connect_args={
            "isolation_level": None,
            "timeout": BUSY_TIMEOUT_SECONDS,
            "check_same_thread": False,
        },
    )
    event.listen(engine, "connect", _on_connect)
    return engine


def _connect(path: Path) -> Driver:
    connection = sqlite.connect(
        str(path),
        isolation_level=None,
        timeout=BUSY_TIMEOUT_SECONDS,
        check_same_thread=False,
    )
    _on_connect(connection, None)
    return connection


def _on_connect(connection: Any, _record: object) -> None:
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")
    # The build's 8 MB would be taken by every connection of a long export; SQLite's own is 2.
    connection.execute(f"PRAGMA cache_size={-CACHE_KIB}")
    # Checkpoints cost syncs of their own: they run when idle and on close, not inside a save.
    connection.execute("PRAGMA wal_autocheckpoint=0")
