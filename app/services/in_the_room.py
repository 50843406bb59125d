"""What is asked and put off in the room: hands are counted, topics go to the parking lot."""

from collections.abc import Callable
from typing import Any

from app.domain.changes import Entity
from app.domain.incoming.in_the_room import HandCountDraft, TopicDraft
from app.errors import NotFoundError
from app.services import lookup
from app.services.drafts import end_draft
from app.services.values import cleaned
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer


class RoomService:
    """Hands and parking lot of a session. Both are read through ``ViewService``.

    Everything here raises ``RefusedError`` for a closed session, ``BadInputError`` if nothing is
    left of a text, and ``NotFoundError`` for what is not there any more.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def count_hands(
        self, plan_item_uid: str, draft: HandCountDraft, *, initiator: object | None = None
    ) -> str:
        """Keep a show of hands under a plan item; returns its uid."""
        uid = new_uid()
        with self._writer.operation("hand_count.add", initiator=initiator) as unit:
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, plan_item_uid)
            session = lookup.open_session(unit.connection, key=item["session_id"])
            unit.session_uid = session.uid
            values = {
                **_counted(draft),
                "session_id": session.id,
                "plan_item_id": item["id"],
                "counted_at": draft.counted_at or unit.at,
                "order_key": _last(unit, Entity.HAND_COUNT, session.id),
            }
            unit.create(Entity.HAND_COUNT, values, uid)
        return uid

    def correct_hands(
        self, uid: str, draft: HandCountDraft, *, initiator: object | None = None
    ) -> None:
        """Change what was asked or counted."""
        values = _counted(draft)
        if draft.counted_at is not None:
            values["counted_at"] = draft.counted_at
        self._change("hand_count.update", Entity.HAND_COUNT, uid, values, initiator)

    def remove_hands(self, uid: str, *, initiator: object | None = None) -> None:
        """Delete a show of hands; undo brings it back."""
        self._delete("hand_count.remove", Entity.HAND_COUNT, uid, initiator)

    def park(self, session_uid: str, draft: TopicDraft, *, initiator: object | None = None) -> str:
        """Put a topic at the end of the parking lot; returns its uid."""
        uid = new_uid()
        with self._writer.operation(
            "parked_topic.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            values = {
                **cleaned({"text": draft.text}, required=("text",)),
                "session_id": session.id,
                "plan_item_id": _item_key(unit, session.id, draft.plan_item_uid),
                "settled": False,
                "order_key": _last(unit, Entity.PARKED_TOPIC, session.id),
            }
            unit.create(Entity.PARKED_TOPIC, values, uid)
            if draft.draft_revision is not None:
                end_draft(unit.driver, session_uid, "entry", draft.draft_revision)
        return uid

    def reword_topic(self, uid: str, text: str, *, initiator: object | None = None) -> None:
        """Change what a topic says."""
        values = cleaned({"text": TopicDraft(text=text).text}, required=("text",))
        self._change("parked_topic.update", Entity.PARKED_TOPIC, uid, values, initiator)

    def settle_topic(self, uid: str, *, settled: bool, initiator: object | None = None) -> None:
        """Say that a topic needs nothing more, or that it is open again."""
        values = {"settled": settled}
        self._change("parked_topic.settle", Entity.PARKED_TOPIC, uid, values, initiator)

    def remove_topic(self, uid: str, *, initiator: object | None = None) -> None:
        """Delete a topic; undo brings it back."""
        self._delete("parked_topic.remove", Entity.PARKED_TOPIC, uid, initiator)

    def _change(
        self, name: str, entity: Entity, uid: str, values: dict[str, Any], initiator: object | None
    ) -> None:
        self._write(name, entity, uid, lambda unit: unit.change(entity, uid, values), initiator)

    def _delete(self, name: str, entity: Entity, uid: str, initiator: object | None) -> None:
        self._write(name, entity, uid, lambda unit: unit.delete(entity, uid), initiator)

    def _write(
        self,
        name: str,
        entity: Entity,
        uid: str,
        work: Callable[[UnitOfWork], object],
        initiator: object | None,
    ) -> None:
        with self._writer.operation(name, initiator=initiator) as unit:
            row = lookup.row(unit.connection, entity, uid)
            unit.session_uid = lookup.open_session(unit.connection, key=row["session_id"]).uid
            work(unit)


def _counted(draft: HandCountDraft) -> dict[str, Any]:
    said = {
        "wording": draft.wording,
        "agree": draft.agree,
        "disagree": draft.disagree,
        "undecided": draft.undecided,
    }
    return cleaned(said, required=("wording",))


def _item_key(unit: UnitOfWork, session_id: int, uid: str | None) -> int | None:
    if uid is None:
        return None
    item = lookup.row(unit.connection, Entity.PLAN_ITEM, uid)
    if item["session_id"] != session_id:
        raise NotFoundError("plan_item_not_found", reference=uid)
    return int(item["id"])


def _last(unit: UnitOfWork, entity: Entity, session_id: int) -> str:
    return lookup.order_key_last(unit.connection, entity, "session_id", session_id)
