"""Finding rows for a service: by uid, with one error for everything that is not there."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from app.domain.changes import Entity
from app.domain.order import between, place, spread
from app.domain.vocabulary import SessionState
from app.errors import NotFoundError, RefusedError
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork

SESSION = TABLES[Entity.SESSION]
ITEM = TABLES[Entity.PLAN_ITEM]
STATEMENT = TABLES[Entity.STATEMENT]
PARTICIPANT = TABLES[Entity.PARTICIPANT]


@dataclass(frozen=True, slots=True)
class SessionKeys:
    """What an operation needs to know of its session."""

    id: int
    uid: str
    state: SessionState
    series_id: int


@dataclass(frozen=True, slots=True)
class RecordingPlace:
    """All that recording a statement must know: where it goes and who may have said it."""

    session: SessionKeys
    item: Any
    """The plan item as a mapping: id, reading, statement_kind, default_addressees."""
    order_key: str
    """Behind the last statement of the item."""
    participant_id: int | None


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
        select(*_SESSION_KEYS).where(which, SESSION.c.deleted_at.is_(None))
    ).one_or_none()
    if found is None:
        raise NotFoundError("session_not_found", reference=uid or key)
    return _open_keys(*found)


def recording_place(
    connection: Connection, plan_item_uid: str, participant_uid: str | None
) -> RecordingPlace:
    """Where a new statement goes, in one query: this is read at every Enter.

    Raises:
        NotFoundError: no such item, or the participant is not one of its session.
        RefusedError: the session is closed.
    """
    found = (
        connection.execute(_PLACE, {"item_uid": plan_item_uid, "participant_uid": participant_uid})
        .mappings()
        .one_or_none()
    )
    if found is None:
        raise NotFoundError("plan_item_not_found", reference=plan_item_uid)
    session = _open_keys(*(found[column] for column in _SESSION_KEYS))
    if participant_uid is not None and found["participant_id"] is None:
        raise NotFoundError("participant_not_found", reference=participant_uid)
    item = {name: found[ITEM.c[name]] for name in _ITEM_COLUMNS}
    order_key = between(found["last_key"], None)
    return RecordingPlace(session, item, order_key, found["participant_id"])


_SESSION_KEYS = (
    SESSION.c.id,
    SESSION.c.uid,
    SESSION.c.state,
    SESSION.c.series_id,
    SESSION.c.title,
)
_ITEM_COLUMNS = ("id", "reading", "statement_kind", "default_addressees")
_PLACE = (
    select(
        *_SESSION_KEYS,
        *(ITEM.c[name] for name in _ITEM_COLUMNS),
        select(func.max(STATEMENT.c.order_key))
        .where(STATEMENT.c.plan_item_id == ITEM.c.id)
        .scalar_subquery()
        .label("last_key"),
        select(PARTICIPANT.c.id)
        .where(
            PARTICIPANT.c.uid == bindparam("participant_uid"),
            PARTICIPANT.c.session_id == SESSION.c.id,
            PARTICIPANT.c.deleted_at.is_(None),
        )
        .scalar_subquery()
        .label("participant_id"),
    )
    .join(SESSION, SESSION.c.id == ITEM.c.session_id)
    .where(
        ITEM.c.uid == bindparam("item_uid"),
        ITEM.c.deleted_at.is_(None),
        SESSION.c.deleted_at.is_(None),
    )
)


def _open_keys(key: int, uid: str, state: str, series_id: int, title: str) -> SessionKeys:
    if state == SessionState.CLOSED:
        raise RefusedError("session_closed", title=title)
    return SessionKeys(key, uid, SessionState(state), series_id)


def order_key_last(connection: Connection, entity: Entity, column: str, parent_id: int) -> str:
    """An order key behind the last row of a parent."""
    return between(_last_key(connection, entity, column, parent_id), None)


def order_keys_last(
    connection: Connection, entity: Entity, column: str, parent_id: int, count: int
) -> tuple[str, ...]:
    """``count`` rising order keys behind the last row of a parent."""
    return spread(count, _last_key(connection, entity, column, parent_id))


def _last_key(connection: Connection, entity: Entity, column: str, parent_id: int) -> str | None:
    table = TABLES[entity]
    found: str | None = connection.execute(
        select(func.max(table.c.order_key)).where(table.c[column] == parent_id)
    ).scalar_one()
    return found


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
    if after is not None and after not in uids:
        raise NotFoundError(f"{entity.value}_not_found", reference=after)
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
