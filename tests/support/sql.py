"""What is asked of the database inside a block: counts and query plans need no clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from app.bootstrap import Services

_TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK")


@contextmanager
def statements_of_sql(services: Services) -> Iterator[list[str]]:
    """The statements of SQL, values put in, without what transactions and the index add."""
    found: list[str] = []

    def note(sql: str) -> None:
        text = sql.strip()
        # Going into a trigger and out of it, a comment and the same statement are reported again.
        counts = not text.startswith((*_TRANSACTION, "--")) and "statement_search" not in text
        if counts and text not in found[-1:]:
            found.append(text)

    connections = _connections(services)
    for connection in connections:
        connection.set_trace_callback(note)
    try:
        yield found
    finally:
        for connection in connections:
            connection.set_trace_callback(None)


def first_words(statements: list[str]) -> list[str]:
    """What each statement does: SELECT, INSERT and the like."""
    return [sql.split(maxsplit=1)[0] for sql in statements]


def query_plan(services: Services, sql: str) -> list[str]:
    """The steps SQLite would take."""
    raw = services._database.raw()
    try:
        return [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}")]
    finally:
        raw.close()


def _connections(services: Services) -> list[Any]:
    """The connections that the next block on this thread will take."""
    database = services._database
    with database.look() as driver, database.read() as connection:
        return [driver, connection.connection.driver_connection]
