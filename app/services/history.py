"""Undo and redo, read from the journal: they survive a restart and never guess.

Undo takes back the newest own operation of a session as a new operation; redo takes that one back.
A new change clears what could be redone. If a field no longer has the value the operation gave it,
nothing is undone and the reason is said.
"""

from typing import Any

from sqlalchemy import Connection, func, select, update

from app.domain.changes import ChangeSet, Entity
from app.domain.history import StatementHistory
from app.errors import NotFoundError, RefusedError, TextKey
from app.services import lookup
from app.services.capture import replace_themes
from app.storage.journal_codec import TABLES, encode
from app.storage.queries import journal
from app.storage.unit_of_work import ENTRY, OPERATION, UnitOfWork, Writer

LIST_FIELDS = ("themes",)
"""Fields that stand in link tables; their journal values are lists of uids."""

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
            for entry in _entries(unit.connection, operation.id):
                _take_back(unit, entry, operation.name)
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
    """The entries of an operation, last first."""
    return list(
        connection.execute(
            select(ENTRY).where(ENTRY.c.operation_id == operation_id).order_by(ENTRY.c.id.desc())
        )
    )


def _take_back(unit: UnitOfWork, entry: Any, operation: str) -> None:
    entity = Entity(entry.entity)
    if entry.field is None:
        _check_row(unit.connection, entity, entry, operation)
        unit.delete(entity, entry.entity_uid)
    elif entry.field in LIST_FIELDS:
        _take_back_themes(unit, entry)
    else:
        _check_field(unit.connection, entity, entry.entity_uid, entry.field, entry.after, operation)
        unit.apply(entity, entry.entity_uid, entry.field, entry.before)


def _check_row(connection: Connection, entity: Entity, entry: Any, operation: str) -> None:
    """A created row may only go if it is still as it was created (evidence numbers aside)."""
    for name, value in entry.after.items():
        if name != "evidence":
            _check_field(connection, entity, entry.entity_uid, name, value, operation)


def _check_field(
    connection: Connection, entity: Entity, uid: str, name: str, expected: Any, operation: str
) -> None:
    table = TABLES[entity]
    found = connection.execute(select(table.c[name]).where(table.c.uid == uid)).scalar_one()
    if encode(connection, name, found) != expected:
        raise RefusedError("undo_changed_since", operation=TextKey(f"operations.{operation}"))


def _take_back_themes(unit: UnitOfWork, entry: Any) -> None:
    statement, theme = TABLES[Entity.STATEMENT], TABLES[Entity.THEME]
    key = unit.connection.execute(
        select(statement.c.id).where(statement.c.uid == entry.entity_uid)
    ).scalar_one()
    themes = unit.connection.execute(
        select(theme.c.id).where(theme.c.uid.in_(entry.before))
    ).scalars()
    replace_themes(unit, key, entry.entity_uid, set(themes))
