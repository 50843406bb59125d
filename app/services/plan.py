"""The plan of a session: edit its items, start them, end them."""

from typing import Any

from sqlalchemy import func, select

from app.domain.changes import Entity
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.vocabulary import PlanItemKind, SessionState
from app.errors import RefusedError
from app.services import lookup
from app.services.values import all_values, cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

ITEM = TABLES[Entity.PLAN_ITEM]
SESSION = TABLES[Entity.SESSION]
STATEMENT = TABLES[Entity.STATEMENT]
_HELD = {STATEMENT: "item_has_statements", TABLES[Entity.PHOTO]: "item_has_photos"}
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

    def start(self, uid: str, *, initiator: object | None = None) -> None:
        """Make this the running item; the one that ran ends. The session runs.

        Going back to an item that had ended lets it run on: its first start is kept.
        """
        with self._operation("plan.start", uid, initiator, undoable=False) as unit:
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, uid)
            _end_running(unit, item["session_id"], except_uid=uid)
            start = item["started_at"] or unit.at
            unit.change(Entity.PLAN_ITEM, uid, {"started_at": start, "ended_at": None})
            _set_state(unit, item["session_id"], SessionState.RUNNING)

    def finish(self, session_uid: str, *, initiator: object | None = None) -> None:
        """End the running item; the session goes on to its review."""
        with self._writer.operation(
            "plan.finish", session_uid=session_uid, undoable=False, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            _end_running(unit, session.id)
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


def _end_running(unit: UnitOfWork, session_id: int, except_uid: str = "") -> None:
    running = unit.connection.execute(
        select(ITEM.c.uid).where(
            ITEM.c.session_id == session_id,
            ITEM.c.started_at.is_not(None),
            ITEM.c.ended_at.is_(None),
            ITEM.c.deleted_at.is_(None),
            ITEM.c.uid != except_uid,
        )
    ).scalars()
    for uid in running.all():
        unit.change(Entity.PLAN_ITEM, uid, {"ended_at": unit.at})


def _set_state(unit: UnitOfWork, session_id: int, state: SessionState) -> None:
    session = unit.connection.execute(
        select(SESSION.c.uid, SESSION.c.state).where(SESSION.c.id == session_id)
    ).one()
    unit.change(Entity.SESSION, session.uid, {"state": state.value})
