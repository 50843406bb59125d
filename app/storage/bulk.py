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
        self._columns: dict[str, tuple[int, Process]] = {}
        self._defaults: list[Any] = []
        for at, (name, default) in enumerate(columns.items()):
            process = _process(table.c[name].type, dialect)
            self._columns[name] = (at, process)
            self._defaults.append(
                default if process is None or default is None else process(default)
            )
        marks = ", ".join("?" * len(columns))
        self._sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert these rows."""
        columns, defaults = self._columns, self._defaults
        values = []
        for row in rows:  # a function of its own would cost as much as its work
            filled = defaults.copy()
            for name, value in row.items():
                at, process = columns[name]
                filled[at] = value if process is None else process(value)
            values.append(filled)
        if values:
            self._cursor.executemany(self._sql, values)


def _process(kind: TypeEngine[Any], dialect: Dialect) -> Process:
    if isinstance(kind, UTCDateTime):
        return lambda moment: None if moment is None else stored(moment)
    return kind.dialect_impl(dialect).bind_processor(dialect)
