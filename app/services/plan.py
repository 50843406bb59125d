"""The plan of a session: edit its items, start them, pause them, end them, catch up.

``at`` is the moment something happens, from the clock of whoever leads (``clockwork``); without
it, it happens when it is written.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from app.domain.blocks import leader, members, shared_out
from app.domain.changes import Entity
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.pauses import Pause, as_rows
from app.domain.plan import MAX_MINUTES, PlanItemView
from app.domain.vocabulary import PlanItemKind, SessionState
from app.errors import NotFoundError, RefusedError
from app.services import lookup
from app.services.speakers import end_turn_of
from app.services.values import all_values, cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.queries import plan
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

ITEM = TABLES[Entity.PLAN_ITEM]
SESSION = TABLES[Entity.SESSION]
STATEMENT = TABLES[Entity.STATEMENT]
_HELD = {
    STATEMENT: "item_has_statements",
    TABLES[Entity.PHOTO]: "item_has_photos",
    TABLES[Entity.OFF_RECORD_PASSAGE]: "item_has_passages",
    TABLES[Entity.HAND_COUNT]: "item_has_hands",
}
"""What an item must not hold when it is removed, with the error that says so."""


class PlanService:
    """The items of a session's plan."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(
        self,
        session_uid: str,
        draft: PlanItemDraft,
        *,
        after: str | None = None,
        initiator: object | None = None,
    ) -> str:
        """Insert an item behind ``after`` (None: at the top); returns its uid."""
        with self._writer.operation(
            "plan.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            key = lookup.order_key_after(unit, Entity.PLAN_ITEM, "session_id", session.id, after)
            return insert_item(unit, session.id, draft, key)

    def update(
        self, uid: str, changes: PlanItemChanges, *, initiator: object | None = None
    ) -> None:
        """Write the fields that are set."""
        values = cleaned(column_values(changes), required=("title",))
        name = "plan.summary" if set(values) == {"summary"} else "plan.update"
        with self._operation(name, uid, initiator) as unit:
            unit.change(Entity.PLAN_ITEM, uid, values)

    def move(self, uid: str, *, after: str | None, initiator: object | None = None) -> None:
        """Put an item behind another one (None: at the top)."""
        with self._operation("plan.move", uid, initiator) as unit:
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, uid)
            key = lookup.order_key_after(
                unit, Entity.PLAN_ITEM, "session_id", item["session_id"], after, uid
            )
            unit.change(Entity.PLAN_ITEM, uid, {"order_key": key})

    def remove(self, uid: str, *, initiator: object | None = None) -> None:
        """Take an item out of the plan. Raises ``RefusedError`` while it holds something."""
        with self._operation("plan.remove", uid, initiator) as unit:
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, uid)
            for table, code in _HELD.items():
                held = table.c.plan_item_id == item["id"], table.c.deleted_at.is_(None)
                count = unit.connection.execute(select(func.count()).where(*held)).scalar_one()
                if count:
                    raise RefusedError(code, title=item["title"], count=count)
            unit.delete(Entity.PLAN_ITEM, uid)

    def join(self, uid: str, other: str | None, *, initiator: object | None = None) -> None:
        """Let an item run as one block with another one; None: alone again."""
        with self._operation("plan.join", uid, initiator) as unit:
            items = _items(unit, uid)
            block = ""
            if other is not None and other != uid:
                partner = next((item for item in items if item.uid == other), None)
                if partner is None:
                    raise NotFoundError("plan_item_not_found", reference=other)
                block = partner.block or new_uid()
                unit.change(Entity.PLAN_ITEM, other, {"block": block})
            unit.change(Entity.PLAN_ITEM, uid, {"block": block})

    # -- leading --------------------------------------------------------------------------------

    def start(
        self, uid: str, *, at: dt.datetime | None = None, initiator: object | None = None
    ) -> None:
        """Make this the running item, with its block; what ran before ends. The session runs.

        Going back to an item that had ended lets it run on: its first start is kept, and the time
        until now counts as a pause.
        """
        with self._operation("plan.start", uid, initiator, undoable=False) as unit:
            now = at or unit.at
            items = _items(unit, uid)
            together = members(items, uid)
            for item in items:
                if item.is_running and item not in together:
                    _change(unit, item, _ended(item, now))
            for item in together:
                if not item.is_running:
                    _change(unit, item, _started(item, now))
            _set_state(
                unit,
                lookup.row(unit.connection, Entity.PLAN_ITEM, uid)["session_id"],
                SessionState.RUNNING,
            )

    def pause(
        self, uid: str, *, at: dt.datetime | None = None, initiator: object | None = None
    ) -> None:
        """Let the clock of the running item stand still."""
        with self._operation("plan.pause", uid, initiator, undoable=False) as unit:
            for item in members(_items(unit, uid), uid):
                if item.is_running and not item.is_paused:
                    pauses = (*item.pauses, Pause(at or unit.at))
                    _change(unit, item, {"pauses": as_rows(pauses)})

    def resume(
        self, uid: str, *, at: dt.datetime | None = None, initiator: object | None = None
    ) -> None:
        """Let the clock of the running item go on."""
        with self._operation("plan.resume", uid, initiator, undoable=False) as unit:
            for item in members(_items(unit, uid), uid):
                if item.is_paused:
                    _change(unit, item, {"pauses": as_rows(_closed(item, at or unit.at))})

    def give(self, uid: str, minutes: int, *, initiator: object | None = None) -> None:
        """Give an item more minutes (or less, down to none) than it has; the rest shifts."""
        with self._operation("plan.give", uid, initiator) as unit:
            items = _items(unit, uid)
            lead = leader(items, uid)
            new = min(max(lead.time_given + minutes, 0), MAX_MINUTES)
            unit.change(Entity.PLAN_ITEM, lead.uid, {"minutes_now": new})

    def catch_up(
        self,
        session_uid: str,
        minutes: Mapping[str, int],
        *,
        in_writing: str = "",
        agreed_end: dt.time | None = None,
        initiator: object | None = None,
    ) -> None:
        """Carry out what was decided when time ran over; see ``domain.catching_up``.

        ``minutes`` are the new minutes of items, for a block under its first item. One operation,
        so that it is taken back as one.
        """
        with self._writer.operation(
            "plan.catch_up", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            items = plan.in_session(unit.driver, session_uid)
            for uid, whole in minutes.items():
                for member, share in shared_out(members(items, uid), whole).items():
                    unit.change(Entity.PLAN_ITEM, member, {"minutes_now": share})
            if in_writing:
                unit.change(Entity.PLAN_ITEM, in_writing, {"in_writing": True})
            if agreed_end is not None:
                unit.change(Entity.SESSION, session.uid, {"agreed_end": agreed_end})

    def finish(
        self,
        session_uid: str,
        *,
        at: dt.datetime | None = None,
        initiator: object | None = None,
    ) -> None:
        """End the running item; the session goes on to its review."""
        with self._writer.operation(
            "plan.finish", session_uid=session_uid, undoable=False, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            for item in plan.in_session(unit.driver, session_uid):
                if item.is_running:
                    _change(unit, item, _ended(item, at or unit.at))
            end_turn_of(unit, session_uid)
            _set_state(unit, session.id, SessionState.REVIEW)

    def _operation(
        self, name: str, uid: str, initiator: object | None, *, undoable: bool = True
    ) -> Any:
        """An operation on the session that an item belongs to, refused if it is closed."""
        with self._writer.database.read() as connection:
            item = lookup.row(connection, Entity.PLAN_ITEM, uid)
            session = lookup.open_session(connection, key=item["session_id"])
        return self._writer.operation(
            name, session_uid=session.uid, undoable=undoable, initiator=initiator
        )


def _items(unit: UnitOfWork, uid: str) -> tuple[PlanItemView, ...]:
    """The plan that an item belongs to."""
    return plan.in_session(unit.driver, plan.session_of(unit.driver, uid) or "")


def insert_item(unit: UnitOfWork, session_id: int, draft: PlanItemDraft, order_key: str) -> str:
    """Insert a plan item inside an operation; returns its uid.

    A question without an identity of its own gets a new one.
    """
    uid = new_uid()
    is_question = draft.kind is PlanItemKind.QUESTION
    unit.create(
        Entity.PLAN_ITEM,
        {
            **cleaned(all_values(draft), required=("title",)),
            "identity": (draft.identity or new_uid()) if is_question else "",
            "summary": "",
            "session_id": session_id,
            "order_key": order_key,
        },
        uid,
    )
    return uid


def _started(item: PlanItemView, now: dt.datetime) -> dict[str, Any]:
    """The columns of an item that runs from now on."""
    values: dict[str, Any] = {"started_at": item.started_at or now, "ended_at": None}
    if item.ended_at is not None:
        pauses = (*item.pauses, Pause(item.ended_at, max(now, item.ended_at)))
        values["pauses"] = as_rows(pauses)
    return values


def _ended(item: PlanItemView, now: dt.datetime) -> dict[str, Any]:
    """The columns of an item that is over; a pause it was in ends with it."""
    values: dict[str, Any] = {"ended_at": now}
    if item.is_paused:
        values["pauses"] = as_rows(_closed(item, now))
    return values


def _closed(item: PlanItemView, now: dt.datetime) -> tuple[Pause, ...]:
    *before, last = item.pauses
    return (*before, Pause(last.start, max(now, last.start)))


def _change(unit: UnitOfWork, item: PlanItemView, values: dict[str, Any]) -> None:
    unit.change(Entity.PLAN_ITEM, item.uid, values)


def _set_state(unit: UnitOfWork, session_id: int, state: SessionState) -> None:
    session = unit.connection.execute(
        select(SESSION.c.uid, SESSION.c.state).where(SESSION.c.id == session_id)
    ).one()
    unit.change(Entity.SESSION, session.uid, {"state": state.value})
