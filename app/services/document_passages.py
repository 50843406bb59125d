"""Reading the passages off the record of a session document."""

from collections.abc import Mapping

from app.domain.changes import Entity
from app.domain.document import SessionDocument
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader, join
from app.services.document_merge import Merge
from app.services.document_statements import check_new_id


def import_passages(
    document: SessionDocument,
    reader: Reader,
    merge: Merge,
    session_id: int,
    items: Mapping[str, int],
) -> None:
    """Merge the passages of a file. Raises ``BadInputError`` at the first that is wrong."""
    rows = list(extension_rows(document, reader, Entity.OFF_RECORD_PASSAGE))
    for row in rows:
        check_new_id(document, row)
        uid = row.values.pop("plan_item")
        if uid not in items:
            where = join(row.path, "plan_item")
            raise reader.fail("missing_reference", where=where, found=uid, target="plan_item")
        row.values["plan_item_id"] = items[uid]
    merge.rows(
        Entity.OFF_RECORD_PASSAGE,
        rows,
        defaults={"ended_at": None, "printed": True},
        scope={"session_id": session_id},
    )
