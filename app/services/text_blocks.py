"""A series' text blocks: short names that become whole texts while somebody writes."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from app.domain.changes import Entity
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.text import fold
from app.domain.text_blocks import is_block_name
from app.errors import BadInputError
from app.services import lookup
from app.services.values import all_values, cleaned
from app.storage.journal_codec import TABLES
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

BLOCK = TABLES[Entity.TEXT_BLOCK]


class TextBlockService:
    """Add, change and take away text blocks. Undone in the session in which it was done."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(
        self, session_uid: str, draft: TextBlockDraft, *, initiator: object | None = None
    ) -> str:
        """Add a block to the series of a session; returns its uid.

        Raises:
            NotFoundError: no such session.
            RefusedError: it is closed.
            BadInputError: nothing is left of the text, the name is none or is taken.
        """
        values = _values(draft)
        uid = new_uid()
        with self._writer.operation(
            "text_block.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            series_id = lookup.open_session(unit.connection, uid=session_uid).series_id
            _check_free(unit, series_id, values["name"])
            unit.create(Entity.TEXT_BLOCK, {"series_id": series_id, **values}, uid)
        return uid

    def update(
        self, session_uid: str, uid: str, draft: TextBlockDraft, *, initiator: object | None = None
    ) -> None:
        """Give a block another name or text. Raises like ``add``; ``NotFoundError`` without it."""
        values = _values(draft)
        with self._writer.operation(
            "text_block.update", session_uid=session_uid, initiator=initiator
        ) as unit:
            series_id = lookup.open_session(unit.connection, uid=session_uid).series_id
            lookup.row(unit.connection, Entity.TEXT_BLOCK, uid)
            _check_free(unit, series_id, values["name"], but=uid)
            unit.change(Entity.TEXT_BLOCK, uid, values)

    def remove(self, session_uid: str, uid: str, *, initiator: object | None = None) -> None:
        """Take a block away; undo brings it back."""
        with self._writer.operation(
            "text_block.remove", session_uid=session_uid, initiator=initiator
        ) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            lookup.row(unit.connection, Entity.TEXT_BLOCK, uid)
            unit.delete(Entity.TEXT_BLOCK, uid)


def blocks_by_name(connection: Connection, series_id: int) -> dict[str, dict[str, Any]]:
    """The blocks of a series – uid, name, text – by their folded names."""
    rows: Iterable[Any] = connection.execute(
        select(BLOCK.c.uid, BLOCK.c.name, BLOCK.c.text).where(
            BLOCK.c.series_id == series_id, BLOCK.c.deleted_at.is_(None)
        )
    ).mappings()
    return {fold(row["name"]): dict(row) for row in rows}


def _values(draft: TextBlockDraft) -> dict[str, Any]:
    values = cleaned(all_values(draft), required=("name", "text"))
    if not is_block_name(values["name"]):
        raise BadInputError("block_name", name=values["name"])
    return values


def _check_free(unit: UnitOfWork, series_id: int, name: str, *, but: str = "") -> None:
    """Names that differ only in capitals are the same to somebody who types."""
    known = blocks_by_name(unit.connection, series_id).get(fold(name))
    if known is not None and known["uid"] != but:
        raise BadInputError("block_taken", name=known["name"])
