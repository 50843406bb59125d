"""The export log: every file and print is noted when it is there, never before.

Noting is no part of giving out. Where another window holds the database, the file is there all the
same, and the caller says that it is not in the log.
"""

from dataclasses import asdict

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.exports import MAX_RECIPIENT, Export
from app.domain.text import clean_line
from app.errors import UserError
from app.services import lookup
from app.storage.journal_codec import TABLES
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

SESSION = TABLES[Entity.SESSION]


class ExportService:
    """Keeps the log. Read through ``ViewService.exports``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def note(self, session_uid: str, export: Export) -> str:
        """Note what has just been given out; returns the uid of its line, empty if it was refused.

        It is refused while another window has the database open.
        """
        try:
            with self._writer.operation(
                "export.note", session_uid=session_uid, undoable=False
            ) as unit:
                return note_in(unit, session_uid, export)
        except UserError:
            return ""

    def set_recipient(self, uid: str, recipient: str, *, initiator: object | None = None) -> None:
        """Write for whom it was. Raises ``NotFoundError``."""
        text = clean_line(recipient).text.strip()[:MAX_RECIPIENT]
        with self._writer.database.read() as connection:
            export = lookup.row(connection, Entity.EXPORT, uid)
            session = connection.execute(
                select(SESSION.c.uid).where(SESSION.c.id == export["session_id"])
            ).scalar_one()
        with self._writer.operation(
            "export.recipient", session_uid=session, undoable=False, initiator=initiator
        ) as unit:
            unit.change(Entity.EXPORT, uid, {"recipient": text})


def note_in(unit: UnitOfWork, session_uid: str, export: Export) -> str:
    """Note it as part of another operation; returns the uid of its line."""
    uid = new_uid()
    session = lookup.row(unit.connection, Entity.SESSION, session_uid)
    values = asdict(export)
    values["named"] = list(export.named)
    values["recipient"] = clean_line(export.recipient).text.strip()[:MAX_RECIPIENT]
    unit.create(Entity.EXPORT, {"session_id": session["id"], "exported_at": unit.at, **values}, uid)
    return uid
