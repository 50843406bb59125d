"""Passages off the record: begin, end, and whether the minutes say that there was one."""

import datetime as dt

from sqlalchemy import select

from app.domain.changes import Entity
from app.services import lookup
from app.storage.journal_codec import TABLES
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

PASSAGE = TABLES[Entity.OFF_RECORD_PASSAGE]


class OffRecordService:
    """The passages of a session. Read through ``ViewService.off_record``.

    Beginning and ending cannot be undone: undo is for what was taken down.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def begin(self, plan_item_uid: str, *, at: dt.datetime, initiator: object | None = None) -> str:
        """From now on nothing is taken down; returns the uid, also of a passage that goes on.

        Raises:
            NotFoundError: no such item.
            RefusedError: the session is closed.
        """
        with self._writer.operation(
            "off_record.begin", undoable=False, initiator=initiator
        ) as unit:
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, plan_item_uid)
            session = lookup.open_session(unit.connection, key=item["session_id"])
            unit.session_uid = session.uid
            known = _going_on(unit, session.id)
            if known:
                return known[0]
            uid = new_uid()
            values = {
                "session_id": session.id,
                "plan_item_id": item["id"],
                "started_at": at.astimezone(dt.UTC),
                "ended_at": None,
                "printed": True,
            }
            unit.create(Entity.OFF_RECORD_PASSAGE, values, uid)
        return uid

    def end(
        self, session_uid: str, *, at: dt.datetime, initiator: object | None = None
    ) -> str | None:
        """What is said is taken down again; returns the uid of the passage, None without one."""
        with self._writer.operation(
            "off_record.end", session_uid=session_uid, undoable=False, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            return end_passages(unit, session.id, at)

    def set_printed(self, uid: str, *, printed: bool, initiator: object | None = None) -> None:
        """Whether the minutes say that there was this passage. Raises ``NotFoundError``."""
        with self._writer.database.read() as connection:
            row = lookup.row(connection, Entity.OFF_RECORD_PASSAGE, uid)
            session = lookup.open_session(connection, key=row["session_id"])
        with self._writer.operation(
            "off_record.printed", session_uid=session.uid, initiator=initiator
        ) as unit:
            unit.change(Entity.OFF_RECORD_PASSAGE, uid, {"printed": printed})


def end_passages(unit: UnitOfWork, session_id: int, at: dt.datetime) -> str | None:
    """End what goes on, also as part of another operation: nobody is off the record at the end.

    A clock that was put back meanwhile must not let a passage end before it began.
    """
    ended = None
    for ended in _going_on(unit, session_id):
        row = lookup.row(unit.connection, Entity.OFF_RECORD_PASSAGE, ended)
        end = max(at.astimezone(dt.UTC), row["started_at"])
        unit.change(Entity.OFF_RECORD_PASSAGE, ended, {"ended_at": end})
    return ended


def _going_on(unit: UnitOfWork, session_id: int) -> list[str]:
    found = unit.connection.execute(
        select(PASSAGE.c.uid).where(
            PASSAGE.c.session_id == session_id,
            PASSAGE.c.ended_at.is_(None),
            PASSAGE.c.deleted_at.is_(None),
        )
    )
    return list(found.scalars())
