"""The logos of a file: they belong to the series, and stand in their rows as they are small."""

import base64
from typing import Any

from app.domain.changes import Entity
from app.domain.document import SessionDocument
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader, Row, join
from app.domain.photos import LOGO_HEIGHT
from app.errors import BadInputError
from app.services.document_merge import Merge, by_position
from app.services.document_statements import check_new_id
from app.services.photo_files import kept
from app.storage.queries.photos import keep
from app.storage.unit_of_work import UnitOfWork


def read_logos(
    unit: UnitOfWork, document: SessionDocument, reader: Reader, merge: Merge, series_id: int
) -> None:
    """Add the logos that are not known. Raises ``BadInputError`` at one that is no picture."""
    found = list(extension_rows(document, reader, "logo"))
    for row in found:
        check_new_id(document, row)
        row.values.update(_kept(unit, reader, row))
    rows = by_position((row.values.pop("position", None), row) for row in found)
    defaults = {"alt_text": "", "height_mm": LOGO_HEIGHT}
    scope = {"series_id": series_id}
    merge.rows(Entity.LOGO, rows, defaults=defaults, scope=scope, order_in="series_id")


def _kept(unit: UnitOfWork, reader: Reader, row: Row) -> dict[str, Any]:
    try:
        data = base64.b64decode(row.values.pop("data"), validate=True)
        logo = kept(data, row.path)
    except (BadInputError, ValueError):
        raise reader.fail("photo_content", where=join(row.path, "data")) from None
    keep(unit.driver, logo.sha256, logo.data)
    return {
        "width": logo.width,
        "height": logo.height,
        "media_type": logo.media_type.value,
        "sha256": logo.sha256,
    }
