"""The example session: an invented evening to try everything on, left out of every evaluation."""

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.exports import LOGGING
from app.paths import resource
from app.services.documents import DocumentService
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import OPERATION, Writer

SESSION = TABLES[Entity.SESSION]
SERIES = TABLES[Entity.SERIES]
MAKING = "document.copy"
UNTOUCHING = (MAKING, "minutes.numbers", *LOGGING)


class ExampleService:
    """Builds the example from ``resources/example``."""

    def __init__(self, writer: Writer, documents: DocumentService) -> None:
        self._writer = writer
        self._documents = documents

    def ensure(self) -> str:
        """The uid of an example session nobody has changed; built if there is none."""
        found = self._untouched()
        if found is not None:
            return found
        return self._documents.read_copy(resource("example", "beispiel.session.json"))

    def _untouched(self) -> str | None:
        """The newest live example session whose journal holds nothing but its making.

        What was read in from a file counts as a change: who knows what is in that file.
        """
        own = select(OPERATION.c.id).where(OPERATION.c.session_uid == SESSION.c.uid)
        made = own.where(OPERATION.c.name == MAKING).exists()
        touched = own.where(OPERATION.c.name.not_in(UNTOUCHING)).exists()
        with self._writer.database.read() as connection:
            found = connection.execute(
                select(SESSION.c.uid)
                .join(SERIES, SERIES.c.id == SESSION.c.series_id)
                .where(SERIES.c.is_example, SESSION.c.deleted_at.is_(None))
                .where(made, ~touched)
                .order_by(SESSION.c.id.desc())
                .limit(1)
            ).scalar_one_or_none()
        return None if found is None else str(found)
