"""Undo and redo, read from the journal: they survive a restart and never guess.

Undo takes back the newest own operation of a session as a new operation; redo takes that one back.
A new change clears what could be redone. If a field no longer has the value the operation gave it,
nothing is undone and the reason is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update

from app.domain.changes import ChangeSet, Entity
from app.domain.history import StatementHistory
from app.errors import NotFoundError, RefusedError, TextKey
from app.services import lookup
from app.services.statement_themes import replace_themes
from app.storage.erasure import REMOVED
from app.storage.journal_codec import REFERENCES, TABLES, encode
from app.storage.queries import journal
from app.storage.unit_of_work import ENTRY, OPERATION, UnitOfWork, Writer, columns_of

LIST_FIELDS = ("themes",)
"""Fields that stand in link tables; their journal values are lists of uids."""

ONE_BY_ONE = (None, *LIST_FIELDS)

DO, UNDO, REDO = "do", "undo", "redo"


class HistoryService:
    """What can be taken back and done again, per session; what happened to a statement."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def undoable(self, session_uid: str) -> str | None:
        """Name code of the operation that undo would take back (``operations.<code>``)."""
        with self._writer.database.read() as connection:
            operation = self._next_undo(connection, session_uid)
        return operation.name if operation else None

    def redoable(self, session_uid: str) -> str | None:
        """Name code of the operation that redo would do again."""
        with self._writer.database.read() as connection:
            operation = self._next_redo(connection, session_uid)
        return operation.name if operation else None

    def weight(self, session_uid: str, role: str) -> int:
        """How many entries ``undo`` or ``redo`` (the ``role``) would write back; 0 for nothing."""
        with self._writer.database.read() as connection:
            find = self._next_undo if role == UNDO else self._next_redo
            operation = find(connection, session_uid)
            if operation is None:
                return 0
            entries = select(func.count()).where(ENTRY.c.operation_id == operation.id)
            return int(connection.execute(entries).scalar_one())

    def undo(self, session_uid: str, *, initiator: object | None = None) -> ChangeSet:
        """Take back the newest own operation of the session.

        Raises:
            RefusedError: nothing to undo, or a field has changed since.
        """
        return self._revert(session_uid, UNDO, initiator)

    def redo(self, session_uid: str, *, initiator: object | None = None) -> ChangeSet:
        """Do again what undo took back last. Raises ``RefusedError`` like ``undo``."""
        return self._revert(session_uid, REDO, initiator)

    def of_statement(self, uid: str) -> StatementHistory:
        """Everything that has happened to a statement, oldest first, also to a deleted one.

        Raises ``NotFoundError``.
        """
        with self._writer.database.look() as driver:
            found = journal.of_statement(driver, uid)
        if found is None:
            raise NotFoundError("statement_not_found", reference=uid)
        return found

    def _revert(self, session_uid: str, role: str, initiator: object | None) -> ChangeSet:
        with self._writer.database.read() as connection:
            lookup.open_session(connection, uid=session_uid)
            find = self._next_undo if role == UNDO else self._next_redo
            operation = find(connection, session_uid)
        if operation is None:
            raise RefusedError(f"{role}_nothing")
        with self._writer.operation(
            operation.name, session_uid=session_uid, undoable=False, initiator=initiator
        ) as unit:
            unit.role, unit.reverts_id = role, operation.id
            for entries in _runs(_entries(unit.connection, operation.id)):
                _take_back(unit, entries, operation.name)
            self._mark(unit.connection, operation, role)
        return unit.change_set()

    def _next_undo(self, connection: Connection, session_uid: str) -> Any:
        """The newest operation of this device that was done and not undone."""
        return connection.execute(
            select(OPERATION)
            .where(self._own(session_uid), OPERATION.c.role == DO, OPERATION.c.undoable)
            .where(~OPERATION.c.undone)
            .order_by(OPERATION.c.id.desc())
            .limit(1)
        ).one_or_none()

    def _next_redo(self, connection: Connection, session_uid: str) -> Any:
        """The newest undo that nothing new was done after."""
        own = self._own(session_uid)
        last_change = (
            select(func.coalesce(func.max(OPERATION.c.id), 0))
            .where(own, OPERATION.c.role == DO, OPERATION.c.undoable)
            .scalar_subquery()
        )
        return connection.execute(
            select(OPERATION)
            .where(own, OPERATION.c.role == UNDO, ~OPERATION.c.undone)
            .where(OPERATION.c.id > last_change)
            .order_by(OPERATION.c.id.desc())
            .limit(1)
        ).one_or_none()

    def _own(self, session_uid: str) -> Any:
        return (OPERATION.c.session_uid == session_uid) & (
            OPERATION.c.device == self._writer.author.device
        )

    @staticmethod
    def _mark(connection: Connection, operation: Any, role: str) -> None:
        """Keep the stacks: what was undone can be redone, what was redone undone again."""
        connection.execute(
            update(OPERATION).where(OPERATION.c.id == operation.id).values(undone=True)
        )
        if role == REDO:
            connection.execute(
                update(OPERATION).where(OPERATION.c.id == operation.reverts_id).values(undone=False)
            )


def _entries(connection: Connection, operation_id: int) -> list[Any]:
    """The entries of an operation, last first; without those of what was removed on request."""
    return list(
        connection.execute(
            select(ENTRY)
            .where(ENTRY.c.operation_id == operation_id, ENTRY.c.field.is_distinct_from(REMOVED))
            .order_by(ENTRY.c.id.desc())
        )
    )


def _runs(entries: Iterable[Any]) -> Iterator[list[Any]]:
    """Entries that follow each other and are about the same field of different rows, together."""
    run: list[Any] = []
    rows: set[str] = set()
    for entry in entries:
        same = run and (entry.entity, entry.field) == (run[0].entity, run[0].field)
        if run and (not same or entry.field in ONE_BY_ONE or entry.entity_uid in rows):
            yield run
            run, rows = [], set()
        run.append(entry)
        rows.add(entry.entity_uid)
    if run:
        yield run


def _take_back(unit: UnitOfWork, entries: Sequence[Any], operation: str) -> None:
    first = entries[0]
    entity = Entity(first.entity)
    if first.field is None:
        _check_row(unit.connection, entity, first, operation)
        unit.delete(entity, first.entity_uid)
    elif first.field in LIST_FIELDS:
        _take_back_themes(unit, first)
    else:
        _check_fields(unit.connection, entity, entries, operation)
        unit.apply_many(entity, first.field, {e.entity_uid: e.before for e in entries})


def _check_row(connection: Connection, entity: Entity, entry: Any, operation: str) -> None:
    """A created row may only go if it is still as it was created (evidence numbers aside)."""
    expected = {name: value for name, value in entry.after.items() if name != "evidence"}
    uid = entry.entity_uid
    found = columns_of(connection, entity, tuple(expected), [uid])[uid]
    for (name, value), now in zip(expected.items(), found, strict=True):
        if encode(connection, name, now) != value:
            raise _changed_since(operation)


def _check_fields(
    connection: Connection, entity: Entity, entries: Sequence[Any], operation: str
) -> None:
    """The field must still be in every row as the operation left it."""
    name = entries[0].field
    found = columns_of(connection, entity, (name,), [entry.entity_uid for entry in entries])
    if name in REFERENCES:  # the same few rows again and again
        keys = {row[0] for row in found.values()}
        uids = {key: encode(connection, name, key) for key in keys}
        now = {uid: uids[row[0]] for uid, row in found.items()}
    else:
        now = {uid: encode(connection, name, row[0]) for uid, row in found.items()}
    if any(now[entry.entity_uid] != entry.after for entry in entries):
        raise _changed_since(operation)


def _changed_since(operation: str) -> RefusedError:
    return RefusedError("undo_changed_since", operation=TextKey(f"operations.{operation}"))


def _take_back_themes(unit: UnitOfWork, entry: Any) -> None:
    statement, theme = TABLES[Entity.STATEMENT], TABLES[Entity.THEME]
    key = unit.connection.execute(
        select(statement.c.id).where(statement.c.uid == entry.entity_uid)
    ).scalar_one()
    themes = unit.connection.execute(
        select(theme.c.id).where(theme.c.uid.in_(entry.before))
    ).scalars()
    replace_themes(unit, key, entry.entity_uid, set(themes))
