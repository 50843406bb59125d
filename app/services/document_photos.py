"""The photos of a file, with what they show: looked at and kept one by one."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.document import CONTENT, PHOTOS, SessionDocument, photo_contents
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader, Row, join
from app.errors import BadInputError
from app.services.document_merge import Merge, by_position
from app.services.document_statements import check_new_id
from app.services.photo_files import kept
from app.storage.journal_codec import TABLES
from app.storage.queries.photos import keep
from app.storage.unit_of_work import UnitOfWork

ITEM = TABLES[Entity.PLAN_ITEM]


class PhotoImport:
    """Merges the photos of one file inside one unit of work."""

    def __init__(self, unit: UnitOfWork, reader: Reader, merge: Merge) -> None:
        self._unit = unit
        self._reader = reader
        self._merge = merge

    def run(self, document: SessionDocument, session_id: int, items: Mapping[str, int]) -> None:
        """Read all photos in. Raises ``BadInputError`` at the first that is wrong."""
        found = list(extension_rows(document, self._reader, PHOTOS))
        for row in found:
            check_new_id(document, row)
            row.values["plan_item_id"] = self._item(row, items)
        rows = by_position((row.values.pop("position", None), row) for row in found)
        scope = {"session_id": session_id}
        new = self._merge.unknown(Entity.PHOTO, rows, scope=scope)
        if not new:
            return
        self._check_items(new, session_id)
        self._take_contents(document, new)
        defaults = {"caption": "", "alt_text": ""}
        self._merge.rows(Entity.PHOTO, new, defaults=defaults, scope=scope, order_in="plan_item_id")

    def _item(self, row: Row, items: Mapping[str, int]) -> int:
        uid = row.values.pop("plan_item")
        if uid not in items:
            where = join(row.path, "plan_item")
            raise self._reader.fail("missing_reference", where=where, found=uid, target="plan_item")
        return items[uid]

    def _check_items(self, new: Sequence[Row], session_id: int) -> None:
        """A new photo must not vanish below an item that was removed here."""
        gone = ITEM.c.session_id == session_id, ITEM.c.deleted_at.is_not(None)
        query = select(ITEM.c.id, ITEM.c.title).where(*gone)
        removed = {row.id: row.title for row in self._unit.connection.execute(query)}
        for row in new:
            title = removed.get(row.values["plan_item_id"])
            if title is not None:
                where = join(row.path, "plan_item")
                raise self._reader.fail("deleted_item", where=where, title=title)

    def _take_contents(self, document: SessionDocument, new: Sequence[Row]) -> None:
        wanted = {row.uid: row for row in new}
        for uid, encoded in photo_contents(document.statements.opened):
            row = wanted.pop(uid, None)
            if row is not None:
                row.values.update(self._kept(row, encoded))
        for row in wanted.values():
            raise self._reader.missing(row.path, CONTENT, "string")

    def _kept(self, row: Row, encoded: Any) -> dict[str, Any]:
        """Keep what a photo shows; returns what its row says about that."""
        wrong = self._reader.fail("photo_content", where=join(row.path, CONTENT))
        try:
            data = base64.b64decode(encoded, validate=True)
            photo = kept(data, row.path)
        except (BadInputError, TypeError, ValueError):
            raise wrong from None
        if hashlib.sha256(data).hexdigest() != row.values["sha256"]:
            raise wrong
        keep(self._unit.driver, photo.sha256, photo.data)
        return {
            "width": photo.width,
            "height": photo.height,
            "media_type": photo.media_type.value,
            "sha256": photo.sha256,
        }
