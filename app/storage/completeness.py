"""Whether a database has everything this program keeps things in.

SQLite calls a file sound from which a whole table is gone; the first command that needs it fails.
"""

from collections.abc import Iterator

from app.storage.database import Driver

_SEARCH = ("statement_search", "statement_live")
"""The index and the view it stands on, which no table of ours describes."""


def missing(driver: Driver) -> Iterator[str]:
    """Names of tables, columns (``table.column``) and indexes that should exist and do not."""
    found = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    yield from (name for name in _SEARCH if name not in found)
    for table, columns, indexes in _expected():
        if table not in found:
            yield table
            continue
        has = {name for _, name, *_ in driver.execute(f"PRAGMA table_info({table})")}
        yield from (f"{table}.{column}" for column in columns if column not in has)
        yield from (index for index in indexes if index not in found)


def _expected() -> Iterator[tuple[str, list[str], list[str]]]:
    from sqlmodel import SQLModel

    from app.storage import tables  # fills the description; a start needs nothing of it

    assert tables.__all__  # noqa: S101 - imported for its effect
    for name, table in sorted(SQLModel.metadata.tables.items()):
        yield name, [c.name for c in table.columns], sorted(str(i.name) for i in table.indexes)
