"""One transaction that writes rows and, with them, the journal of what it did.

This is the one write path: services open a unit of work, call ``create``, ``change`` and
``delete``, and leave the block; the operation and its entries are written just before the commit,
and the change is published after it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.changes import Changed, ChangeSet, Entity
from app.storage import search
from app.storage.database import Database, Driver
from app.storage.journal_codec import REFERENCES, TABLES, decode, encode
from app.storage.journalled import DIGESTS, IDS, digests_of
from app.storage.tables import JournalEntryRow, OperationRow
from app.storage.tables.base import inserted_key, new_uid, table_of

OPERATION = table_of(OperationRow)
ENTRY = table_of(JournalEntryRow)
# Built once: making a statement anew costs SQLAlchemy more than SQLite needs to run it.
INSERT = {entity: insert(table) for entity, table in TABLES.items()}
_INSERT_OPERATION = insert(OPERATION)
_INSERT_ENTRY = insert(ENTRY)

_INDEXED = frozenset({"folded", "deleted_at"})
_FEW = 20
"""Up to so many changed texts the search index is kept tidy at once."""
_AT_ONCE = 500
"""Uids per question: SQLite limits the number of values."""

CREATED, CHANGED, DELETED = "created", "changed", "deleted"


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes and on which device; stands on every operation."""

    name: str
    device: str


@dataclass(slots=True)
class UnitOfWork:
    """The open transaction of one operation."""

    connection: Connection
    name: str
    author: Author
    session_uid: str | None
    at: dt.datetime
    role: str = "do"
    undoable: bool = True
    reverts_id: int | None = None
    payload: dict[str, Any] | None = None
    initiator: object | None = None
    _entries: list[dict[str, Any]] = field(default_factory=list)
    _changed: dict[tuple[Entity, str], tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    _uids: dict[tuple[Entity, int], str] = field(default_factory=dict)
    _key: int | None = None

    @property
    def driver(self) -> Driver:
        """The driver's connection inside the same transaction, for the queries."""
        return self.connection.connection.driver_connection

    def know(self, entity: Entity, key: int, uid: str) -> None:
        """Spare the journal looking up the uid behind a key that the caller has just read."""
        self._uids[entity, key] = uid

    def create(self, entity: Entity, values: Mapping[str, Any], uid: str | None = None) -> int:
        """Insert a row; returns its integer key. ``uid`` is made here unless it is given."""
        uid = uid or new_uid()
        stamps = {"uid": uid, "created_at": self.at, "updated_at": self.at}
        result = self.connection.execute(INSERT[entity], {**values, **stamps})
        row_id = inserted_key(result)
        encoded = {name: self._encode(name, value) for name, value in values.items()}
        self._note(entity, uid, None, None, encoded)
        self._changed[entity, uid] = (CREATED, ())
        return row_id

    def change(self, entity: Entity, uid: str, values: Mapping[str, Any]) -> bool:
        """Set columns of a row; equal values write nothing. Returns whether anything changed."""
        table = TABLES[entity]
        before = self.connection.execute(
            select(*(table.c[name] for name in values)).where(table.c.uid == uid)
        ).one()
        different = {
            name: value
            for name, value, old in zip(values, values.values(), before, strict=True)
            if value != old
        }
        if not different:
            return False
        self.connection.execute(
            update(table).where(table.c.uid == uid).values(**different, updated_at=self.at)
        )
        old_values = dict(zip(values, before, strict=True))
        for name, value in different.items():
            self._note(
                entity,
                uid,
                name,
                self._encode(name, old_values[name]),
                self._encode(name, value),
            )
        self._touch(entity, uid, CHANGED, tuple(different))
        return True

    def change_many(self, entity: Entity, values: Mapping[str, Mapping[str, Any]]) -> None:
        """``change`` for many rows at once, by uid; all of them name the same columns."""
        if not values:
            return
        table = TABLES[entity]
        columns = tuple(next(iter(values.values())))
        before = columns_of(self.connection, entity, columns, list(values))
        changed = {
            uid: tuple(n for n, old in zip(columns, before[uid], strict=True) if new[n] != old)
            for uid, new in values.items()
        }
        changed = {uid: fields for uid, fields in changed.items() if fields}
        if not changed:
            return
        indexed = entity is Entity.STATEMENT and _INDEXED.intersection(columns)
        many = indexed and len(changed) > _FEW
        with search.many_changes(self.connection) if many else nullcontext():
            self._update(table, columns, {uid: values[uid] for uid in changed})
        for at, name in enumerate(columns):
            for uid in (uid for uid, fields in changed.items() if name in fields):
                old, new = before[uid][at], values[uid][name]
                self._note(entity, uid, name, self._encode(name, old), self._encode(name, new))
        for uid, fields in changed.items():
            self._touch(entity, uid, CHANGED, fields)
            if "deleted_at" in fields:
                gone = values[uid]["deleted_at"] is not None
                self._touch(entity, uid, DELETED if gone else CREATED, ())

    def _update(
        self, table: Any, columns: Sequence[str], rows: Mapping[str, Mapping[str, Any]]
    ) -> None:
        """All columns in all rows, the same value where nothing changes: one statement for all."""
        marks: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
        self.connection.execute(
            update(table)
            .where(table.c.uid == bindparam("row"))
            .values(**marks, updated_at=bindparam("now")),
            [
                {"row": uid, "now": self.at, **{f"new_{n}": values[n] for n in columns}}
                for uid, values in rows.items()
            ],
        )

    def fill(self, entity: Entity, column: str, values: Mapping[str, str], *, empty: str) -> None:
        """Set a column that is ``empty`` in many rows (values by uid), all in one go."""
        table = TABLES[entity]
        statement = (
            update(table)
            .where(table.c.uid == bindparam("row"))
            .values({column: bindparam("value"), "updated_at": self.at})
        )
        rows = [{"row": uid, "value": value} for uid, value in values.items()]
        self.connection.execute(statement, rows)
        for uid, value in values.items():
            self._note(entity, uid, column, empty, value)
            self._touch(entity, uid, CHANGED, (column,))

    def delete(self, entity: Entity, uid: str) -> None:
        """Mark a row as deleted; it stays for undo and so that its number is never reused."""
        if self.change(entity, uid, {"deleted_at": self.at}):
            self._touch(entity, uid, DELETED, ())

    def delete_many(self, entity: Entity, uids: Sequence[str]) -> None:
        """``delete`` for many rows at once."""
        self.change_many(entity, {uid: {"deleted_at": self.at} for uid in uids})

    def restore(self, entity: Entity, uid: str) -> None:
        """Take the deletion of a row back."""
        if self.change(entity, uid, {"deleted_at": None}):
            self._touch(entity, uid, CREATED, ())

    def note_list(self, entity: Entity, uid: str, name: str, before: Any, after: Any) -> None:
        """Journal a change that stands in a link table, as one list-valued field."""
        self._note(entity, uid, name, before, after)
        self._touch(entity, uid, CHANGED, (name,))

    def note_statements(self, session_uid: str, texts: Mapping[str, str]) -> None:
        """Journal statements (texts by uid) of a session that have no entries of their own.

        Written at once: an import may bring more of them than memory should hold.
        """
        key = self._operation_key()
        for name, after in ((IDS, list(texts)), (DIGESTS, digests_of(texts.values()))):
            entry = self._entry(Entity.SESSION, session_uid, name, None, after)
            self.connection.execute(_INSERT_ENTRY, {**entry, "operation_id": key})

    def apply_many(self, entity: Entity, name: str, values: Mapping[str, Any]) -> None:
        """Set journalled values of one field again (undo and redo), as ``encode`` made them."""
        known: dict[Any, Any] = {}
        for value in values.values():
            if isinstance(value, str) and value not in known:
                known[value] = decode(self.connection, name, value)
        decoded = {uid: known[v] if isinstance(v, str) else v for uid, v in values.items()}
        self.change_many(entity, {uid: {name: value} for uid, value in decoded.items()})

    @property
    def is_empty(self) -> bool:
        """True while nothing was changed."""
        return not self._entries and self.payload is None and self._key is None

    def finish(self) -> int | None:
        """Write operation and entries; returns the operation's key, None if nothing happened."""
        if self.is_empty:
            return None
        begun = self._key is not None
        operation_id = self._operation_key()
        if begun:
            self.connection.execute(
                update(OPERATION).where(OPERATION.c.id == operation_id).values(payload=self.payload)
            )
        for entry in self._entries:
            entry["operation_id"] = operation_id
        if self._entries:
            self.connection.execute(_INSERT_ENTRY, self._entries)
        return operation_id

    def _operation_key(self) -> int:
        """The key of the operation, whose row is written when this is first asked for."""
        if self._key is None:
            result = self.connection.execute(
                _INSERT_OPERATION,
                {
                    "uid": new_uid(),
                    "name": self.name,
                    "session_uid": self.session_uid,
                    "author": self.author.name,
                    "device": self.author.device,
                    "at": self.at,
                    "role": self.role,
                    "undoable": self.undoable,
                    "undone": False,
                    "reverts_id": self.reverts_id,
                    "payload": self.payload,
                },
            )
            self._key = inserted_key(result)
        return self._key

    def change_set(self) -> ChangeSet:
        """What was changed, for whoever shows it."""
        changes = tuple(
            Changed(entity, uid, what, fields)
            for (entity, uid), (what, fields) in self._changed.items()
        )
        return ChangeSet(self.name, self.session_uid, changes, self.initiator)

    def publish(self, entity: Entity, uid: str, what: str) -> None:
        """Report a row that was created or deleted without an entry of its own."""
        self._changed[entity, uid] = (what, ())

    def _encode(self, column: str, value: Any) -> Any:
        entity = REFERENCES.get(column)
        if entity is not None and (uid := self._uids.get((entity, value))):
            return uid
        encoded = encode(self.connection, column, value)
        if entity is not None and value is not None:
            self._uids[entity, value] = encoded
        return encoded

    def _note(
        self, entity: Entity, uid: str, name: str | None, before: object, after: object
    ) -> None:
        self._entries.append(self._entry(entity, uid, name, before, after))

    @staticmethod
    def _entry(
        entity: Entity, uid: str, name: str | None, before: object, after: object
    ) -> dict[str, Any]:
        return {
            "entity": entity.value,
            "entity_uid": uid,
            "field": name,
            "before": before,
            "after": after,
        }

    def _touch(self, entity: Entity, uid: str, what: str, fields: tuple[str, ...]) -> None:
        old, old_fields = self._changed.get((entity, uid), (what, ()))
        if what == CHANGED and old != CHANGED:
            return
        self._changed[entity, uid] = (
            what,
            (*old_fields, *fields) if what == CHANGED else (),
        )


def columns_of(
    connection: Connection, entity: Entity, columns: Sequence[str], uids: Sequence[str]
) -> dict[str, tuple[Any, ...]]:
    """These columns of the rows with these uids."""
    table = TABLES[entity]
    chosen = [table.c[name] for name in columns]
    found: dict[str, tuple[Any, ...]] = {}
    for start in range(0, len(uids), _AT_ONCE):
        these = table.c.uid.in_(uids[start : start + _AT_ONCE])
        rows = connection.execute(select(table.c.uid, *chosen).where(these))
        found.update({row[0]: tuple(row[1:]) for row in rows})
    return found


class Writer:
    """Opens units of work on one database and publishes what they changed."""

    def __init__(
        self,
        database: Database,
        author: Author,
        publish: Callable[[ChangeSet], None],
        now: Callable[[], dt.datetime],
        gate: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """``now`` dates operations. ``gate`` is entered for the time of each; it may refuse."""
        self.database = database
        self.author = author
        self._publish = publish
        self._now = now
        self._gate = gate

    @contextmanager
    def operation(
        self,
        name: str,
        *,
        session_uid: str | None = None,
        undoable: bool = True,
        initiator: object | None = None,
    ) -> Iterator[UnitOfWork]:
        """One operation as one transaction; published after the commit unless it was empty."""
        with self._gate(), self.database.write() as connection:
            unit = UnitOfWork(
                connection,
                name,
                self.author,
                session_uid,
                self._now(),
                undoable=undoable,
                initiator=initiator,
            )
            yield unit
            unit.finish()
        if not unit.is_empty:
            self._publish(unit.change_set())
