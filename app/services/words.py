"""A series' own words: spelled right beside those of the dictionary."""

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.incoming.series import OwnWordDraft
from app.domain.text import clean_line
from app.errors import BadInputError
from app.services import lookup
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork, Writer

OWN_WORD = TABLES[Entity.OWN_WORD]


class WordService:
    """Add words to a series, and take them out again."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(
        self, session_uid: str, draft: OwnWordDraft, *, initiator: object | None = None
    ) -> None:
        """Add a word to the series of a session, in which it can be undone; twice is once.

        Raises:
            NotFoundError: no such session.
            RefusedError: it is closed.
            BadInputError: nothing is left of the word.
        """
        word = clean_line(draft.word).text
        if not word:
            raise BadInputError("name_empty")
        with self._writer.operation(
            "own_word.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            if word not in known_words(unit, session.series_id):
                unit.create(Entity.OWN_WORD, {"series_id": session.series_id, "word": word})

    def remove(self, session_uid: str, word: str, *, initiator: object | None = None) -> None:
        """Take a word out of the series of a session. Nothing happens if it is not there."""
        with self._writer.operation(
            "own_word.remove", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            for uid in known_words(unit, session.series_id).get(word, ()):
                unit.delete(Entity.OWN_WORD, uid)


def known_words(unit: UnitOfWork, series_id: int) -> dict[str, list[str]]:
    """The uids of each word of a series; several where files brought it several times."""
    found: dict[str, list[str]] = {}
    rows = unit.connection.execute(
        select(OWN_WORD.c.word, OWN_WORD.c.uid).where(
            OWN_WORD.c.series_id == series_id, OWN_WORD.c.deleted_at.is_(None)
        )
    )
    for word, uid in rows:
        found.setdefault(word, []).append(uid)
    return found
