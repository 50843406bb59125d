"""A session from an earlier one: plan, if wanted people and open topics, never statements."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.naming import strictest
from app.domain.order import spread
from app.domain.vocabulary import NamingLevel
from app.services.people import NOT_CHECKED_IN
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork

_ANY_DAY = dt.date(2000, 1, 2)
_OWN = frozenset({"id", "uid", "created_at", "updated_at", "deleted_at"})
_OF_THAT_EVENING: Mapping[str, Any] = {
    "summary": "",
    "speaker": "",
    "organisation": "",
    "started_at": None,
    "ended_at": None,
    "minutes_now": None,
    "in_writing": False,
    "pauses": None,
}
"""What an item of a plan holds of one evening, as it stands in a new one."""
_HEAD = (
    "naming",
    "confidential",
    "occasion",
    "distribution",
    "guide_key",
    "guide_title",
    "information",
    "seconds_each",
)


def head_of(earlier: Mapping[str, Any]) -> dict[str, Any]:
    """What a new session takes from the head of an earlier one."""
    return {name: earlier[name] for name in _HEAD}


def copy_plan(unit: UnitOfWork, source_id: int, session_id: int, moved: dt.timedelta | None) -> int:
    """Copy the items of a plan; questions keep their identity. Returns their minutes.

    ``moved``: by how much the begin differs, and pinned starts with it; None: it is not known, and
    nothing is pinned.
    """
    rows = _rows(unit, Entity.PLAN_ITEM, source_id)
    for row, key in zip(rows, spread(len(rows)), strict=True):
        pinned = row["pinned_start"] and moved is not None and shifted(row["pinned_start"], moved)
        own = {"session_id": session_id, "order_key": key, "pinned_start": pinned or None}
        unit.create(Entity.PLAN_ITEM, {**row, **_OF_THAT_EVENING, **own})
    return sum(row["minutes"] for row in rows)


def copy_people(unit: UnitOfWork, source_id: int, session_id: int, level: NamingLevel) -> None:
    """Invite the same people. Who wanted to be named less than all keeps that, nothing else."""
    rows = _rows(unit, Entity.PARTICIPANT, source_id)
    for row, key in zip(rows, spread(len(rows)), strict=True):
        chosen = NamingLevel(row["naming"]) if row["naming"] else None
        stricter = chosen if chosen and strictest(chosen, level) is not level else None
        own = {"session_id": session_id, "order_key": key, "naming": stricter}
        own["withdrawn_at"] = row["withdrawn_at"]
        unit.create(Entity.PARTICIPANT, {**row, **NOT_CHECKED_IN, **own})


def copy_topics(unit: UnitOfWork, source_id: int, session_id: int) -> None:
    """Take over what is still open in the parking lot, each topic under the same question."""
    asked = {row["id"]: row["identity"] for row in _rows(unit, Entity.PLAN_ITEM, source_id, "id")}
    here = _rows(unit, Entity.PLAN_ITEM, session_id, "id")
    items = {row["identity"]: row["id"] for row in here if row["identity"]}
    rows = [row for row in _rows(unit, Entity.PARKED_TOPIC, source_id) if not row["settled"]]
    for row, key in zip(rows, spread(len(rows)), strict=True):
        item = items.get(asked.get(row["plan_item_id"], ""))
        own = {"session_id": session_id, "order_key": key, "plan_item_id": item}
        unit.create(Entity.PARKED_TOPIC, {**row, **own})


def shifted(time: dt.time, by: dt.timedelta) -> dt.time:
    """A clock time moved; past midnight it goes on at 00:00."""
    return (dt.datetime.combine(_ANY_DAY, time) + by).time()


def between(earlier: dt.time | None, later: dt.time | None) -> dt.timedelta | None:
    """From one clock time to another; None if one is not known."""
    if earlier is None or later is None:
        return None
    return dt.datetime.combine(_ANY_DAY, later) - dt.datetime.combine(_ANY_DAY, earlier)


def _rows(
    unit: UnitOfWork, entity: Entity, session_id: int, *keys: str
) -> Sequence[dict[str, Any]]:
    """What is said in the rows of a session, in order; ``keys`` are wanted beside it."""
    table = TABLES[entity]
    found = unit.connection.execute(
        select(table)
        .where(table.c.session_id == session_id, table.c.deleted_at.is_(None))
        .order_by(table.c.order_key, table.c.uid)
    ).mappings()
    return [{name: row[name] for name in row if name in keys or name not in _OWN} for row in found]
