"""The export log and the versions of a file: what its session has given out, here or elsewhere.

Whoever receives a session must know what was sent of it, and which version comes next.
"""

from typing import Any

from app.domain.changes import Entity
from app.domain.document import SessionDocument
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader
from app.services.document_merge import Merge
from app.services.document_statements import check_new_id


def read_exports(document: SessionDocument, reader: Reader, merge: Merge, session_id: int) -> None:
    """Add the lines and versions that are not known. Raises ``BadInputError``."""
    for entity, defaults in (
        (Entity.EXPORT, _EXPORT_DEFAULTS),
        (Entity.MINUTES_VERSION, {"lines": []}),
    ):
        rows = list(extension_rows(document, reader, entity.value))
        for row in rows:
            check_new_id(document, row)
        merge.rows(entity, rows, defaults=defaults, scope={"session_id": session_id})


_EXPORT_DEFAULTS: dict[str, Any] = {
    "version": None,
    "state": "",
    "naming": "",
    "options": {},
    "template": "",
    "recipient": "",
    "file_name": "",
    "named": [],
}
