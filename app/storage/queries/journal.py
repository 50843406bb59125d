"""What the journal says of one statement."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.history import FieldChange, HistoryStep, StatementHistory
from app.storage.database import Driver
from app.storage.moments import aware

_STATEMENT = """
    SELECT s.text, d.uid FROM statement s JOIN dialogue_session d ON d.id = s.session_id
    WHERE s.uid = ?"""
_ENTRIES = """
    SELECT o.id, o.at, o.author, o.name, o.role, e.field, e.before, e.after
    FROM journal_entry e JOIN operation o ON o.id = e.operation_id
    WHERE e.entity = 'statement' AND e.entity_uid = ?
    ORDER BY e.id"""
# An import has no entry for each statement: their uids stand together, at the session.
_IMPORT = """
    SELECT o.id, o.at, o.author, o.name, o.role, NULL, NULL, NULL
    FROM journal_entry e JOIN operation o ON o.id = e.operation_id
    WHERE e.entity = 'session' AND e.entity_uid = ? AND e.field = 'statements'
        AND EXISTS (SELECT 1 FROM json_each(e.after) WHERE value = ?)
    ORDER BY e.id LIMIT 1"""
_THESE = "uid IN (SELECT value FROM json_each(?))"
_NAMES: Mapping[str, str] = {
    "participant_id": f"""SELECT p.uid, n.name FROM participant p
        JOIN person n ON n.id = p.person_id WHERE p.{_THESE}""",
    "plan_item_id": f"SELECT uid, title FROM plan_item WHERE {_THESE}",
    "themes": f"SELECT uid, name FROM theme WHERE {_THESE}",
}
"""How the uids in a column are called."""
_RENAMED = {
    "participant_id": "person",
    "plan_item_id": "item",
    "order_key": "place",
    "deleted_at": "deleted",
}
_HIDDEN = frozenset({"folded", "session_id", "removed"})

_Entry = tuple[str | None, Any, Any]


def of_statement(driver: Driver, uid: str) -> StatementHistory | None:
    """The history of a statement, also of a deleted one; None if there never was such a one."""
    found = driver.execute(_STATEMENT, (uid,)).fetchone()
    if found is None:
        return None
    text, session_uid = found
    rows = driver.execute(_ENTRIES, (uid,)).fetchall()
    if not any(row[5] is None for row in rows):
        rows = [*driver.execute(_IMPORT, (session_uid, uid)), *rows]
    operations: dict[int, tuple[tuple[str, ...], list[_Entry]]] = {}
    for key, at, author, name, role, field, before, after in rows:
        head = (at, author, name, role)
        entries = operations.setdefault(key, (head, []))[1]
        entries.append((field, _loaded(before), _loaded(after)))
    names = _names(driver, [entry for _, entries in operations.values() for entry in entries])
    steps = []
    wording = _first_wording(operations.values(), text)
    for (at, author, name, role), entries in operations.values():
        made = any(field is None for field, _, _ in entries)
        reworded = [after for field, _, after in entries if field == "text"]
        text_before = None if made else wording
        wording = str(reworded[-1]) if reworded else wording
        changes = tuple(_change(entry, names) for entry in entries if _is_shown(entry))
        steps.append(HistoryStep(aware(at), author, name, role, changes, text_before, wording))
    return StatementHistory(uid, tuple(steps))


def _first_wording(operations: Iterable[tuple[Any, list[_Entry]]], text: str) -> str:
    """As it was recorded or read in; without any change that is as it is now."""
    for _, entries in operations:
        for field, before, after in entries:
            if field is None and after:
                return str(after["text"])
            if field == "text":
                return str(before)
    return text


def _is_shown(entry: _Entry) -> bool:
    return entry[0] is not None and entry[0] not in _HIDDEN


def _change(entry: _Entry, names: Mapping[str, str]) -> FieldChange:
    field, before, after = entry
    assert field is not None  # noqa: S101 - made rows have no change
    if field == "order_key":
        before = after = None
    elif field == "deleted_at":
        before, after = before is not None, after is not None
    elif field in _NAMES:
        before, after = _named(before, names), _named(after, names)
    return FieldChange(_RENAMED.get(field, field), before, after)


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [names.get(uid, uid) for uid in value]
    return names.get(value, value)


def _names(driver: Driver, entries: Iterable[_Entry]) -> dict[str, str]:
    wanted: dict[str, set[str]] = {field: set() for field in _NAMES}
    for field, *values in entries:
        for value in values if field in wanted else ():
            wanted[str(field)].update(value if isinstance(value, list) else filter(None, [value]))
    names: dict[str, str] = {}
    for field, uids in wanted.items():
        if uids:
            names.update(driver.execute(_NAMES[field], (json.dumps(sorted(uids)),)).fetchall())
    return names


def _loaded(value: str | float | None) -> Any:
    # The column is declared JSON, which SQLite gives numeric affinity: a 4 comes back as a number.
    return json.loads(value) if isinstance(value, str) else value
