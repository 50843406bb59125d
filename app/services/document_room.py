"""The hands and the parking lot of a file, merged into the session."""

from collections.abc import Mapping

from app.domain.changes import Entity
from app.domain.document import SessionDocument
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Row, join
from app.services.document_merge import Merge, by_position
from app.services.document_statements import check_new_id


def import_room(
    merge: Merge, document: SessionDocument, session_id: int, items: Mapping[str, int]
) -> None:
    """Read both in. Raises ``BadInputError`` at the first row that is wrong."""
    defaults = {"agree": 0, "disagree": 0, "undecided": 0}
    _import(merge, document, Entity.HAND_COUNT, session_id, items, defaults)
    _import(merge, document, Entity.PARKED_TOPIC, session_id, items, {"settled": False})


def _import(
    merge: Merge,
    document: SessionDocument,
    entity: Entity,
    session_id: int,
    items: Mapping[str, int],
    defaults: Mapping[str, object],
) -> None:
    found = list(extension_rows(document, document.reader, entity.value))
    for row in found:
        check_new_id(document, row)
        row.values["plan_item_id"] = _item(document, row, items)
    merge.rows(
        entity,
        by_position([(row.values.pop("position", None), row) for row in found]),
        defaults=defaults,
        scope={"session_id": session_id},
        order_in="session_id",
    )


def _item(document: SessionDocument, row: Row, items: Mapping[str, int]) -> int | None:
    """The key of the item a row stands under; a topic needs none."""
    uid = row.values.pop("plan_item", None)
    if uid is not None and uid not in items:
        where = join(row.path, "plan_item")
        raise document.reader.fail("missing_reference", where=where, found=uid, target="plan_item")
    return items.get(uid) if uid else None
