"""Many rows into one table: what SQLAlchemy does per row and column is done once here."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.types import TypeEngine
from sqlmodel.sql.sqltypes import UTCDateTime

from app.storage.moments import stored

Process = Callable[[Any], Any] | None


class BulkInsert:
    """Inserts rows of one table; a column that a row does not name takes its default.

    ``columns`` are all columns to be written, with their defaults. Values are what a Core insert
    takes: the columns' own types turn them into what the driver takes.
    """

    def __init__(self, connection: Connection, table: Any, columns: Mapping[str, Any]) -> None:
        # The driver's own: SQLAlchemy would look at every row again.
        self._cursor = connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
        dialect = connection.dialect
        self._into = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES"
        self._processes = {name: _process(table.c[name].type, dialect) for name in columns}
        self._defaults = {
            name: _stored(default, self._processes[name]) for name, default in columns.items()
        }

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert these rows."""
        rows = list(rows)
        if not rows:
            return
        # What is NULL in every row is written into the statement: the driver asks its adapters
        # for each None, which takes longer than all the rest of an insert.
        named = set[str]().union(*rows)
        bound = {
            name: default
            for name, default in self._defaults.items()
            if default is not None or name in named
        }
        marks = ", ".join("?" if name in bound else "NULL" for name in self._defaults)
        places = {name: (at, self._processes[name]) for at, name in enumerate(bound)}
        defaults = list(bound.values())
        values = []
        for row in rows:  # a function of its own would cost as much as its work
            filled = defaults.copy()
            for name, value in row.items():
                at, process = places[name]
                filled[at] = value if process is None else process(value)
            values.append(filled)
        self._cursor.executemany(f"{self._into} ({marks})", values)


def _stored(value: Any, process: Process) -> Any:
    return value if value is None or process is None else process(value)


def _process(kind: TypeEngine[Any], dialect: Dialect) -> Process:
    if isinstance(kind, UTCDateTime):
        return lambda moment: None if moment is None else stored(moment)
    return kind.dialect_impl(dialect).bind_processor(dialect)
