"""One SQLite file, opened so that confirmed means on disk.

``read()`` and ``write()`` are the only ways to it. The driver runs in manual mode
(``isolation_level=None``): SQLAlchemy's own transactions would leave half a schema after a failed
migration, and a plain ``BEGIN`` makes concurrent writers fail at once.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from app.errors import BadInputError, RefusedError, UserError
from app.storage.schema import SCHEMA_HEAD

log = logging.getLogger(__name__)

BUSY_TIMEOUT_SECONDS = 10
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged rows when the power goes
    "foreign_keys": 1,
    "secure_delete": 1,
}
SQLITE_MAGIC = b"SQLite format 3\x00"


class Database:
    """An open workspace database. Thread-safe: each block takes a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = _engine(path)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one consistent state."""
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        with self._explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    connection.exec_driver_sql("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what the disk does to us into words; anything else stays a bug."""
        try:
            yield
        except DBAPIError as error:
            raise explain(error.orig or error, self.path) from error

    def pragmas(self) -> dict[str, object]:
        """The pragmas that durability rests on, as the connection reports them."""
        with self._engine.connect() as connection:
            return {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in PRAGMAS
            }

    def checkpoint(self, *, truncate: bool = False) -> None:
        """Move the write-ahead log into the file. Called when idle and on close."""
        mode = "TRUNCATE" if truncate else "PASSIVE"
        with self._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA wal_checkpoint({mode})")

    def raw(self) -> Any:
        """A driver connection of its own, with the same pragmas; the caller closes it."""
        return _connect(self.path)

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        try:
            self.checkpoint(truncate=True)
        except DBAPIError as error:
            # Nothing is lost: the log beside the file is read at the next start.
            log.info("checkpoint on close: %s", type(error.orig).__name__)
        self._engine.dispose()


def verify(database: Database) -> None:
    """Refuse to work with a connection that would not keep its promises.

    Raises:
        RefusedError: a pragma is not in force or FTS5 is missing.
    """
    found = database.pragmas()
    wrong = [f"{name}={found[name]}" for name, value in PRAGMAS.items() if found[name] != value]
    with database.read() as connection:
        options = {row[0] for row in connection.exec_driver_sql("PRAGMA compile_options")}
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
    if path.is_dir():
        raise BadInputError("is_a_directory", path=path)
    try:
        if not path.exists() or path.stat().st_size == 0:
            return None
        with path.open("rb") as file:
            magic = file.read(len(SQLITE_MAGIC))
    except OSError as error:
        raise BadInputError("not_readable", path=path, reason=error.strerror) from error
    if magic != SQLITE_MAGIC:
        raise BadInputError("not_a_database", path=path)
    version = _read_version(path)
    if version > SCHEMA_HEAD:
        raise RefusedError("newer_schema", path=path, found=version, known=SCHEMA_HEAD)
    return version


def explain(error: BaseException, path: Path) -> BaseException:
    """The expected error behind one of the driver's, or the same error if it is a bug.

    The driver names the cause in English only; SQLite's messages are stable.
    """
    message = str(error)
    if "disk is full" in message:
        return UserError("disk_full", path=path)
    if "is locked" in message:
        return UserError("database_busy", path=path)
    if "malformed" in message or "not a database" in message:
        return UserError("check_integrity", found=message)
    if any(word in message for word in ("disk I/O", "readonly", "unable to open")):
        return UserError("not_writable", path=path, reason=message)
    return error


def _read_version(path: Path) -> str:
    connection = sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite.DatabaseError, TypeError) as error:
        raise BadInputError("not_a_database", path=path) from error
    finally:
        connection.close()


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        module=sqlite,
        connect_args={
            "isolation_level": None,
            "timeout": BUSY_TIMEOUT_SECONDS,
            "check_same_thread": False,
        },
    )
    event.listen(engine, "connect", _on_connect)
    return engine


def _connect(path: Path) -> Any:
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
    # Checkpoints cost syncs of their own: they run when idle and on close, not inside a save.
    connection.execute("PRAGMA wal_autocheckpoint=0")
