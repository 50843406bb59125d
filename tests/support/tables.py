"""All tables of a database as plain values, to prove that nothing was lost or changed.

Read with the program's own SQLite: a second copy of the library in one process does not see the
other's locks and would clear away a log that is in use.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite3

LOCAL = {"id", "created_at", "updated_at", "order_key"}
"""Columns that belong to one machine; order is compared as order, not as keys."""

_REFERENCES = {
    "series_id": "series",
    "session_id": "dialogue_session",
    "plan_item_id": "plan_item",
    "person_id": "person",
    "organisation_id": "organisation",
    "participant_id": "participant",
    "statement_id": "statement",
    "theme_id": "theme",
}
CONTENT = (
    "series",
    "theme",
    "own_word",
    "text_block",
    "dialogue_session",
    "plan_item",
    "person",
    "organisation",
    "participant",
    "statement",
    "statement_theme",
    "next_step",
    "photo",
    "feedback",
    "photo_content",
    "off_record_passage",
    "logo",
    "minutes_version",
)


_LIVE = "SELECT id FROM statement WHERE deleted_at IS NULL"


def everything(path: Path, tables: tuple[str, ...] = CONTENT) -> dict[str, list[dict[str, Any]]]:
    """The live rows of each table, in order, with uids instead of integer keys."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        uids = {table: _uids(connection, table) for table in set(_REFERENCES.values())}
        return {table: _rows(connection, table, uids) for table in tables}


def without_log(tables: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """``dump`` without what giving something out may write: the export log, and its journal."""
    log = ("export", "minutes_version", "operation", "journal_entry")
    return {name: rows for name, rows in tables.items() if name not in log}


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as it is."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE '%search%'"
            )
        ]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def _uids(connection: sqlite3.Connection, table: str) -> dict[int, str]:
    return dict(connection.execute(f"SELECT id, uid FROM {table}").fetchall())


def _rows(
    connection: sqlite3.Connection, table: str, uids: dict[str, dict[int, str]]
) -> list[dict[str, Any]]:
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
    rows = [row for row in rows if row.get("deleted_at") is None]
    if table == "statement_theme":  # links of deleted statements stay for undo, unseen
        live = {row[0] for row in connection.execute(_LIVE)}
        rows = [row for row in rows if row["statement_id"] in live]
    found = [
        {
            name: uids[_REFERENCES[name]].get(value) if name in _REFERENCES else value
            for name, value in row.items()
            if name not in LOCAL
        }
        for row in rows
    ]
    order = [row.get("order_key", "") for row in rows]
    key = [
        (str(row.get("plan_item_id") or row.get("session_id") or ""), at, str(row.get("uid", row)))
        for row, at in zip(found, order, strict=True)
    ]
    return [row for _, row in sorted(zip(key, found, strict=True), key=lambda pair: pair[0])]
