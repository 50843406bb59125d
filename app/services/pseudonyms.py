"""The table of pseudonyms of a series: who is "Person A" – kept and written apart.

Who evaluates the statements of a series may want to see that two are of one person without knowing
of whom. Each person gets a letter the first time it is asked for, and keeps it. Which letter is
whose stands in a table of its own and in a file of its own: in no session document, no minutes, and
beside no statement.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.pseudonyms import letters
from app.export.formats import MinutesFormat, check_suffix
from app.export.pseudonym_table import write_pseudonyms
from app.services import lookup
from app.services.targets import refuse_own_files
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork, Writer
from app.texts import Texts

PARTICIPANT = TABLES[Entity.PARTICIPANT]
PERSON = TABLES[Entity.PERSON]
PSEUDONYM = TABLES[Entity.PSEUDONYM]
SESSION = TABLES[Entity.SESSION]


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """One line of the table."""

    word: str
    """As in "Person A"."""
    name: str
    person_uid: str


class PseudonymService:
    """Gives pseudonyms and writes their table."""

    def __init__(self, writer: Writer, texts: Texts) -> None:
        self._writer = writer
        self._texts = texts

    def of_series(self, series_uid: str) -> tuple[Pseudonym, ...]:
        """Everybody who takes part in a session of the series; who is new gets the next letter.

        Raises ``NotFoundError``.
        """
        with self._writer.operation("pseudonym.give", undoable=False) as unit:
            series = lookup.row(unit.connection, Entity.SERIES, series_uid)
            _give(unit, series["id"])
            rows = unit.connection.execute(
                select(PSEUDONYM.c.number, PERSON.c.name, PERSON.c.uid)
                .join(PERSON, PERSON.c.id == PSEUDONYM.c.person_id)
                .where(PSEUDONYM.c.series_id == series["id"])
                .order_by(PSEUDONYM.c.number)
            ).all()
        say = self._texts.get
        return tuple(
            Pseudonym(say("documents.pseudonyms.word", letters=letters(number)), name, uid)
            for number, name, uid in rows
        )

    def write(self, series_uid: str, path: Path, *, created: dt.date) -> None:
        """Write the table as CSV or Excel, by the ending of ``path``.

        Raises:
            NotFoundError: no such series.
            UserError: the file cannot be written; an existing one stays as it was.
        """
        refuse_own_files(path, self._writer.database.path)
        form = MinutesFormat.XLSX if path.suffix.lower() == ".xlsx" else MinutesFormat.CSV
        check_suffix(path, form)
        rows = [(each.word, each.name) for each in self.of_series(series_uid)]
        write_pseudonyms(rows, self._texts, form, created, path)


def _give(unit: UnitOfWork, series_id: int) -> None:
    """A number for everybody of the series who has none, in the order they came in."""
    known = set(
        unit.connection.execute(
            select(PSEUDONYM.c.person_id).where(PSEUDONYM.c.series_id == series_id)
        ).scalars()
    )
    people = unit.connection.execute(
        select(PARTICIPANT.c.person_id)
        .join(SESSION, SESSION.c.id == PARTICIPANT.c.session_id)
        .where(
            SESSION.c.series_id == series_id,
            SESSION.c.deleted_at.is_(None),
            PARTICIPANT.c.deleted_at.is_(None),
        )
        .order_by(PARTICIPANT.c.id)
    ).scalars()
    new = [person for person in dict.fromkeys(people.all()) if person not in known]
    for number, person_id in enumerate(new, start=len(known) + 1):
        values = {"series_id": series_id, "person_id": person_id, "number": number}
        unit.create(Entity.PSEUDONYM, values)
