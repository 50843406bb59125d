"""Finding rows for a service: by uid, with one error for everything that is not there."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.changes import Entity
from app.domain.order import between, place
from app.domain.vocabulary import SessionState
from app.errors import NotFoundError, RefusedError
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork

SESSION = TABLES[Entity.SESSION]


@dataclass(frozen=True, slots=True)
class SessionKeys:
    """What an operation needs to know of its session."""

    id: int
    uid: str
    state: SessionState
    series_id: int


def row(connection: Connection, entity: Entity, uid: str) -> Any:
    """The live row with this uid as a mapping.

    Raises:
        NotFoundError: it does not exist or was deleted.
    """
    table = TABLES[entity]
    found = (
        connection.execute(select(table).where(table.c.uid == uid, table.c.deleted_at.is_(None)))
        .mappings()
        .one_or_none()
    )
    if found is None:
        raise NotFoundError(f"{entity.value}_not_found", reference=uid)
    return found


def open_session(connection: Connection, *, uid: str | None = None, key: int = 0) -> SessionKeys:
    """The session, if it may be changed.

    Raises:
        NotFoundError: there is no such session.
        RefusedError: it is closed.
    """
    which = SESSION.c.uid == uid if uid is not None else SESSION.c.id == key
    found = connection.execute(
        select(
            SESSION.c.id, SESSION.c.uid, SESSION.c.state, SESSION.c.series_id, SESSION.c.title
        ).where(which, SESSION.c.deleted_at.is_(None))
    ).one_or_none()
    if found is None:
        raise NotFoundError("session_not_found", reference=uid or key)
    if found.state == SessionState.CLOSED:
        raise RefusedError("session_closed", title=found.title)
    return SessionKeys(found.id, found.uid, SessionState(found.state), found.series_id)


def order_key_last(connection: Connection, entity: Entity, column: str, parent_id: int) -> str:
    """An order key behind the last row of a parent."""
    table = TABLES[entity]
    last = connection.execute(
        select(func.max(table.c.order_key)).where(table.c[column] == parent_id)
    ).scalar_one()
    return between(last, None)


def order_key_after(
    unit: UnitOfWork,
    entity: Entity,
    column: str,
    parent_id: int,
    after: str | None,
    moving: str | None = None,
) -> str:
    """An order key right behind the row ``after`` (None: before the first) of a parent.

    ``moving`` is the uid of the row that will get the key; it does not count as a neighbour.
    Neighbours with equal keys, as merged files may bring them, get new ones.
    """
    table = TABLES[entity]
    siblings = [
        (key, uid)
        for key, uid in unit.connection.execute(
            select(table.c.order_key, table.c.uid)
            .where(table.c[column] == parent_id, table.c.deleted_at.is_(None))
            .order_by(table.c.order_key, table.c.uid)
        )
        if uid != moving
    ]
    uids = [uid for _, uid in siblings]
    found = place([key for key, _ in siblings], 0 if after is None else uids.index(after) + 1)
    for index, key in found.moved.items():
        unit.change(entity, uids[index], {"order_key": key})
    return found.key


def free_uid(unit: UnitOfWork, table: Any, uid: str | None) -> str | None:
    """``uid`` unless a row of the table has it already; then None, so that a new one is made."""
    if uid is None:
        return None
    taken = unit.connection.execute(select(table.c.id).where(table.c.uid == uid)).first()
    return None if taken else uid
