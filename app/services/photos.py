"""Photos of flipcharts and cards at a plan item: add, describe, remove.

What a photo shows stands in the database, in a table of its own: a backup – a copy of the database
– is complete by itself, a transaction holds row and content together, and there is no folder that
somebody could move or tidy up. Lists read ``photo`` only, so a photo costs them a few hundred
bytes. Content is named by its SHA-256 and kept once. At most 2000 pixels a side are some hundred
kilobytes; a session with 30 photos adds about 15 MB. The content of a removed photo stays, as
deleted rows do: undo brings it back.
"""

from collections.abc import Sequence
from typing import Any

from app.domain.changes import Entity
from app.domain.incoming.photos import PhotoChanges
from app.services import lookup
from app.services.photo_files import PreparedPhoto
from app.services.values import cleaned, column_values
from app.storage.queries import photos as queries
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import Writer


class PhotoService:
    """The photos of a session. They are read through ``ViewService``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(
        self,
        plan_item_uid: str,
        photos: Sequence[PreparedPhoto],
        *,
        initiator: object | None = None,
    ) -> tuple[str, ...]:
        """Put photos behind those of a plan item, as one undoable step; returns their uids.

        Raises:
            NotFoundError: no such item.
            RefusedError: the session is closed.
        """
        uids = tuple(new_uid() for _ in photos)
        with self._operation("photo.add", Entity.PLAN_ITEM, plan_item_uid, initiator) as unit:
            item = lookup.row(unit.connection, Entity.PLAN_ITEM, plan_item_uid)
            keys = lookup.order_keys_last(
                unit.connection, Entity.PHOTO, "plan_item_id", item["id"], len(photos)
            )
            for uid, key, photo in zip(uids, keys, photos, strict=True):
                queries.keep(unit.driver, photo.sha256, photo.data)
                values = {
                    "session_id": item["session_id"],
                    "plan_item_id": item["id"],
                    "order_key": key,
                    "caption": "",
                    "alt_text": "",
                    "width": photo.width,
                    "height": photo.height,
                    "media_type": photo.media_type.value,
                    "sha256": photo.sha256,
                }
                unit.create(Entity.PHOTO, values, uid)
        return uids

    def update(self, uid: str, changes: PhotoChanges, *, initiator: object | None = None) -> None:
        """Write the fields that are set. Raises ``NotFoundError`` and ``RefusedError``."""
        values = cleaned(column_values(changes))
        with self._operation("photo.update", Entity.PHOTO, uid, initiator) as unit:
            unit.change(Entity.PHOTO, uid, values)

    def move(self, uid: str, *, after: str | None, initiator: object | None = None) -> None:
        """Put a photo behind another one of its plan item (None: to the front)."""
        with self._operation("photo.move", Entity.PHOTO, uid, initiator) as unit:
            row = lookup.row(unit.connection, Entity.PHOTO, uid)
            key = lookup.order_key_after(
                unit, Entity.PHOTO, "plan_item_id", row["plan_item_id"], after, uid
            )
            unit.change(Entity.PHOTO, uid, {"order_key": key})

    def remove(self, uid: str, *, initiator: object | None = None) -> None:
        """Take a photo away; undo brings it back."""
        with self._operation("photo.remove", Entity.PHOTO, uid, initiator) as unit:
            unit.delete(Entity.PHOTO, uid)

    def _operation(self, name: str, entity: Entity, uid: str, initiator: object | None) -> Any:
        """An operation on the session that the row belongs to, refused if it is closed."""
        with self._writer.database.read() as connection:
            row = lookup.row(connection, entity, uid)
            session = lookup.open_session(connection, key=row["session_id"])
        return self._writer.operation(name, session_uid=session.uid, initiator=initiator)
