"""The history of one statement, read from the journal."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from app.domain.wordings import FieldChange, Wording
from app.storage.database import Driver
from app.storage.journalled import IDS
from app.storage.moments import aware

_HIDDEN = frozenset({"folded", "order_key"})
"""Columns that follow from others or say nothing to anybody."""

_OWN = """
    SELECT o.id, o.at, o.name, o.role, o.author, e.field, e.before, e.after
    FROM journal_entry e JOIN operation o ON o.id = e.operation_id
    WHERE e.entity = 'statement' AND e.entity_uid = ? ORDER BY e.id"""
# The ids of an import are one long list: only those that hold the id somewhere are taken apart.
_IMPORT = f"""
    SELECT o.at, o.name, o.role, o.author
    FROM journal_entry e JOIN operation o ON o.id = e.operation_id
    WHERE e.entity = 'session' AND e.field = '{IDS}' AND instr(e.after, :uid) > 0
        AND EXISTS (SELECT 1 FROM json_each(e.after) each WHERE each.value = :uid)"""


def matching(driver: Driver, part: str) -> list[str]:
    """The uids of statements that are or contain ``part``, also of deleted and of lost ones."""
    sql = """
        SELECT uid FROM statement WHERE instr(uid, :part) > 0 UNION
        SELECT entity_uid FROM journal_entry WHERE entity = 'statement'
            AND instr(entity_uid, :part) > 0"""
    return [uid for (uid,) in driver.execute(sql, {"part": part})]


def of_statement(driver: Driver, uid: str) -> tuple[Wording, ...]:
    """Everything that happened to it, oldest first."""
    rows = driver.execute(_OWN, (uid,)).fetchall()
    current = driver.execute("SELECT text FROM statement WHERE uid = ?", (uid,)).fetchone()
    texts = [json.loads(before) for *_, field, before, _ in rows if field == "text"]
    text = str(texts[0] if texts else current[0] if current else "")
    found = [
        Wording(aware(at), name, role, author, text, ())
        for at, name, role, author in driver.execute(_IMPORT, {"uid": uid})
    ]
    for (_, at, name, role, author), entries in groupby(rows, key=lambda row: row[:5]):
        changes = tuple(change for entry in entries for change in _changes(*entry[5:]))
        text = next((str(each.after) for each in changes if each.field == "text"), text)
        shown = tuple(each for each in changes if each.field not in _HIDDEN)
        found.append(Wording(aware(at), name, role, author, text, shown))
    return tuple(found)


def _changes(field: str | None, before: Any, after: Any) -> Iterator[FieldChange]:
    """The fields of one entry; numbers stand in the column as such, everything else as JSON."""
    old, new = (json.loads(each) if isinstance(each, str) else each for each in (before, after))
    if field is not None:
        yield FieldChange(field, old, new)
        return
    for name, value in new.items():
        if value not in (None, "", False, [], {}):
            yield FieldChange(name, None, value)
