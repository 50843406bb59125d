"""The program with one protection switched off: what a harness must notice.

``python -m tests.endurance.weakened NAMES ARGUMENTS…`` is ``quartiersdialog ARGUMENTS…`` without
the protections of these names. ``killed=30`` among them ends it at its thirtieth write.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, Any

_WRITING = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP")


def weaken(names: str) -> None:
    """Switch protections off in this process: their names with commas, or none.

    Before the program is imported: most modules bind what they import.
    """
    for each in filter(None, names.split(",")):
        name, _, number = each.partition("=")
        if number:
            _killed_at(int(number))
        else:
            _PROTECTIONS[name]()


def _killed_at(number: int) -> None:
    """The process ends at its n-th statement of SQL that writes: nobody has to trace its calls."""
    from sqlalchemy import Engine, event

    writes = count(1)

    @event.listens_for(Engine, "before_cursor_execute")
    def look(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.lstrip().upper().startswith(_WRITING) and next(writes) == number:
            os.kill(os.getpid(), signal.SIGKILL)


def _no_full_sync() -> None:
    """Commits are not forced to the disk."""
    from app.storage import database

    database.PRAGMAS["synchronous"] = 1


def _no_journal() -> None:
    """SQLite writes its pages straight into the file."""
    from app.storage import database

    database.PRAGMAS["journal_mode"] = "off"


def _no_drafts() -> None:
    """What is being typed is not kept."""
    from app.services import drafts

    setattr(drafts, "_save", lambda *_arguments, **_options: None)


def _no_transactions() -> None:
    """Every statement of SQL stands for itself."""
    from sqlalchemy import Connection, CursorResult

    through = Connection.exec_driver_sql

    def execute(self: Connection, statement: str, *arguments: Any) -> CursorResult[Any]:  # noqa: ANN401 - as it has them
        ends = statement in ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        return through(self, "SELECT 1" if ends else statement, *arguments)

    setattr(Connection, "exec_driver_sql", execute)


def _no_errors() -> None:
    """A write that failed counts as done."""
    from app.errors import UserError
    from app.storage.database import Database

    write = Database.write

    @contextmanager
    def silent(self: Database) -> Iterator[Any]:
        try:
            with write(self) as connection:
                yield connection
        except UserError:
            pass

    setattr(Database, "write", silent)


def _no_telling() -> None:
    """The window keeps to itself that something was not saved."""
    from ui.live.draft_watch import DraftWatch
    from ui.messages import Messages

    setattr(DraftWatch, "look", lambda _self: None)
    setattr(Messages, "unsaved", lambda _self, _error: None)


def _no_keeping() -> None:
    """The line is cleared before the statement is on the disk."""
    from ui.live.entry_desk import EntryDesk
    from ui.live.live_session import LiveSession
    from ui.widgets.statement_entry import Typed

    record = EntryDesk._record

    def clear_first(self: EntryDesk, session: LiveSession, item_uid: str, typed: Typed) -> None:
        self._clear()
        record(self, session, item_uid, typed)

    setattr(EntryDesk, "_record", clear_first)


def _no_replacing() -> None:
    """An export writes into the file that is there."""
    from app.export import files

    @contextmanager
    def written_over(path: Path, *, check: Callable[[IO[bytes]], str]) -> Iterator[IO[bytes]]:
        try:
            with path.open("wb") as file:
                yield file
                os.fsync(file.fileno())
        except OSError as error:
            raise files._explained(error, path) from error

    setattr(files, "replaced_file", written_over)


def _no_cleaning() -> None:
    """Text is kept as it comes."""
    from app.domain import text

    setattr(text, "clean", lambda typed: text.Cleaned(typed, 0))


def _no_rollback() -> None:
    """A refused document leaves what was read before the fault."""
    from app.storage.database import Database

    write = Database.write

    @contextmanager
    def keeping(self: Database) -> Iterator[Any]:
        failed: BaseException | None = None
        with write(self) as connection:
            try:
                yield connection
            except Exception as error:  # noqa: BLE001 - whatever it was
                failed = error
        if failed is not None:
            raise failed

    setattr(Database, "write", keeping)


def _no_digest() -> None:
    """A backup is taken as it is."""
    from app.storage import backup, soundness

    setattr(backup, "verify", soundness.examine)


_PROTECTIONS: dict[str, Callable[[], None]] = {
    name.removeprefix("_no_"): switch
    for name, switch in list(globals().items())
    if name.startswith("_no_")
}


if __name__ == "__main__":
    weaken(sys.argv.pop(1))
    from ui.__main__ import main

    sys.exit(main())
