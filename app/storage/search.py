"""The search index: an FTS5 trigram table over the folded text of statements that are not deleted.

``GLOB '*…*'`` on a trigram table with ``detail=none`` finds every substring of three characters
and more through the index, newest first; shorter words are looked for with ``instr`` over the
newest rows.
Triggers keep it in step with the table, also for bulk writes; Alembic's batch mode drops them, so
every upgrade takes them away before and puts them back after.
"""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite

from app.domain.text import parse_query
from app.storage.database import Driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIN_INDEXED = 3
"""Shortest word the trigram index can find."""

_HELD, _HELD_IN_BULK = 1 << 20, 4 << 20
"""FTS5's own limit, and one with which a long import writes half as many pieces."""

_LIVE = "SELECT id, folded FROM statement WHERE deleted_at IS NULL"
_DROP = (
    "DROP VIEW IF EXISTS statement_live",
    "DROP TRIGGER IF EXISTS statement_search_insert",
    "DROP TRIGGER IF EXISTS statement_search_update",
    "DROP TRIGGER IF EXISTS statement_search_delete",
)
_CREATE_INSERT = """CREATE TRIGGER statement_search_insert AFTER INSERT ON statement
        WHEN new.deleted_at IS NULL BEGIN
        INSERT INTO statement_search(rowid, folded) VALUES (new.id, new.folded); END"""
_CREATE = (
    f"CREATE VIEW statement_live AS {_LIVE}",
    """CREATE VIRTUAL TABLE IF NOT EXISTS statement_search USING fts5(
        folded, content='statement_live', content_rowid='id', tokenize='trigram', detail='none')""",
    _CREATE_INSERT,
    """CREATE TRIGGER statement_search_update AFTER UPDATE OF folded, deleted_at ON statement BEGIN
        INSERT INTO statement_search(statement_search, rowid, folded)
            SELECT 'delete', old.id, old.folded WHERE old.deleted_at IS NULL;
        INSERT INTO statement_search(rowid, folded)
            SELECT new.id, new.folded WHERE new.deleted_at IS NULL; END""",
    """CREATE TRIGGER statement_search_delete AFTER DELETE ON statement
        WHEN old.deleted_at IS NULL BEGIN
        INSERT INTO statement_search(statement_search, rowid, folded)
            VALUES ('delete', old.id, old.folded); END""",
)
_SECURE = "INSERT INTO statement_search(statement_search, rank) VALUES ('secure-delete', ?)"
_CONFIGURE = (
    # Merging while saving makes some saves slow, and merging a lot inside an import takes memory;
    # ``merge`` does it when idle.
    "INSERT INTO statement_search(statement_search, rank) VALUES ('automerge', 0)",
    "INSERT INTO statement_search(statement_search, rank) VALUES ('crisismerge', 64)",
    "INSERT INTO statement_search(statement_search, rank) VALUES ('secure-delete', 1)",
)


def remove(connection: "Connection") -> None:
    """Take view and triggers away, so that a migration may rebuild the table they stand on."""
    for statement in _DROP:
        connection.exec_driver_sql(statement)


def install(connection: "Connection") -> None:
    """Create index, view and triggers, or put them back. Inside a transaction."""
    remove(connection)
    for statement in (*_CREATE, *_CONFIGURE):
        connection.exec_driver_sql(statement)


class BulkIndexing:
    """Indexes new statements by the thousand: a sixth of what one at a time costs.

    FTS5 writes what it holds in memory at every savepoint, and each row that fires a trigger makes
    one. Inside one transaction, which others do not see before it ends.
    """

    STEP = 10_000
    """More at once would save nothing and take memory."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._indexed: int | None = None

    def begin(self) -> None:
        """From now on new statements wait for ``advance`` and ``end``. Once is enough."""
        if self._indexed is None:
            found = self._connection.exec_driver_sql("SELECT max(id) FROM statement").scalar()
            self._indexed = int(found or 0)
            self._connection.exec_driver_sql("DROP TRIGGER statement_search_insert")
            self._hold(_HELD_IN_BULK)

    def advance(self, last: int) -> None:
        """Statements up to this key were inserted; index them if enough are waiting."""
        if self._indexed is not None and last - self._indexed >= self.STEP:
            self._index()
            self._indexed = last

    def end(self) -> None:
        """Index the rest; from now on every statement is indexed when it is inserted."""
        if self._indexed is not None:
            self._index()
            self._connection.exec_driver_sql(_CREATE_INSERT)
            self._hold(_HELD)
            self._indexed = None

    def _hold(self, size: int) -> None:
        """How many bytes of the index stay in memory before they are written."""
        self._connection.exec_driver_sql(
            "INSERT INTO statement_search(statement_search, rank) VALUES ('hashsize', ?)", (size,)
        )

    def _index(self) -> None:
        self._connection.exec_driver_sql(
            f"INSERT INTO statement_search(rowid, folded) {_LIVE} AND id > ?", (self._indexed,)
        )


@contextmanager
def many_changes(connection: "Connection") -> Iterator[None]:
    """For taking many texts out of the index at once: a tenth of the time.

    What is taken out so is only marked in the index until pieces are merged. That does no harm
    where the texts themselves stay in the table, as with everything that undo can bring back.
    """
    connection.exec_driver_sql(_SECURE, (0,))
    yield
    connection.exec_driver_sql(_SECURE, (1,))


def rebuild(connection: "Connection") -> None:
    """Fill the index anew from the table."""
    connection.exec_driver_sql("INSERT INTO statement_search(statement_search) VALUES ('rebuild')")


def merge(driver: Driver) -> bool:
    """Tidy the index a little, some milliseconds long; True if there may be more to tidy."""
    before = driver.total_changes
    driver.execute("INSERT INTO statement_search(statement_search, rank) VALUES ('merge', 100)")
    # FTS5 counts one change for the command itself.
    return bool(driver.total_changes - before > 1)


@dataclass(frozen=True, slots=True)
class Matching:
    """What to put behind FROM and WHERE to get the statements ``s`` that match.

    ``key`` is the statement's key as an expression; ordered by it, newest first, the first hits
    come without looking at the others.
    """

    source: str
    condition: str
    key: str
    values: dict[str, Any]


def matching(query: str, *, in_session: bool) -> Matching:
    """How to find what somebody typed: every word must occur as a folded substring.

    An empty query matches nothing (``domain.text.parse_query``). ``in_session``: only in the
    session whose uid is the value ``session``; a session is small enough to be read.
    """
    words = parse_query(query)
    names = {f"word{number}": word for number, word in enumerate(words)}
    indexed = {name for name, word in names.items() if len(word) >= MIN_INDEXED and not in_session}
    conditions = ["s.deleted_at IS NULL" if words else "0"]
    if in_session:
        conditions.append("s.session_id = (SELECT id FROM dialogue_session WHERE uid = :session)")
    conditions += [
        f"f.folded GLOB :{name}" if name in indexed else f"instr(s.folded, :{name}) > 0"
        for name in names
    ]
    values = {
        name: f"*{_escape(word)}*" if name in indexed else word for name, word in names.items()
    }
    if indexed:
        # CROSS JOIN: the index comes first, whatever SQLite thinks of it.
        source = "statement_search f CROSS JOIN statement s ON s.id = f.rowid"
        return Matching(source, " AND ".join(conditions), "f.rowid", values)
    return Matching("statement s", " AND ".join(conditions), "s.id", values)


def _escape(word: str) -> str:
    return re.sub(r"[*?\[]", lambda match: f"[{match[0]}]", word)


def missing_triggers(driver: Driver) -> Iterator[str]:
    """Names of triggers that should exist and do not: the search would stop silently."""
    found = {
        row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    }
    for name in ("insert", "update", "delete"):
        if f"statement_search_{name}" not in found:
            yield f"statement_search_{name}"


def differs(driver: Driver) -> bool:
    """Whether the index holds anything else than the folded texts: some would not be found.

    FTS5 compares by a command that SQLite takes for writing, and with what its connection already
    knows of the index. So it looks at a copy, which goes with this connection.
    """
    with closing(sqlite.connect("", isolation_level=None)) as copy:
        driver.backup(copy)
        try:
            copy.execute(
                "INSERT INTO statement_search(statement_search, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite.DatabaseError as error:
            if "malformed" not in str(error):
                raise
            return True
    return False
