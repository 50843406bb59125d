"""The table of pseudonyms of a series: who is "Person A" – kept and written apart.

Who evaluates the statements of a series may want to see that two are of one person without knowing
of whom. Each person gets a letter the first time it is asked for, and keeps it. Which letter is
whose stands in a table of its own and in a file of its own: in no session document, no minutes, and
beside no statement. The statements with the letters are another file, in which nobody is named.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.exports import PSEUDONYM_TABLE, Export
from app.domain.minutes import MinutesOptions
from app.domain.pseudonyms import letters
from app.domain.text import file_name
from app.errors import RefusedError
from app.export.formats import MinutesFormat, check_suffix
from app.export.pseudonym_table import write_pseudonyms
from app.services import lookup
from app.services.exports import ExportService
from app.services.minutes import MinutesService
from app.services.targets import refuse_own_files
from app.services.views import ViewService
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


@dataclass(slots=True)
class _Person:
    """Who takes part in sessions of a series: as which participants, and whether still named."""

    participants: list[str] = field(default_factory=list)
    withdrawn: bool = False


class PseudonymService:
    """Gives pseudonyms and writes their table."""

    def __init__(
        self,
        writer: Writer,
        texts: Texts,
        views: ViewService,
        minutes: MinutesService,
        log: ExportService,
    ) -> None:
        self._writer = writer
        self._texts = texts
        self._views = views
        self._minutes = minutes
        self._log = log

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

    def write(self, session_uid: str, path: Path, *, created: dt.date) -> None:
        """Write who is who in the series of a session as CSV or Excel, by the ending of ``path``.

        It stands in the export log with everybody it names. Who has withdrawn is not in it.

        Raises:
            NotFoundError: no such session.
            UserError: the file cannot be written; an existing one stays as it was.
        """
        refuse_own_files(path, self._writer.database.path)
        form = _form(path)
        series = self._views.session(session_uid).series_uid
        given, people = self.of_series(series), self._people(series)
        named = [each for each in given if not people[each.person_uid].withdrawn]
        rows = [(each.word, each.name) for each in named]
        write_pseudonyms(rows, self._texts, form, created, path)
        uids = tuple(uid for each in named for uid in people[each.person_uid].participants)
        self._log.note(session_uid, Export(PSEUDONYM_TABLE, form.value, path.name, named=uids))

    def _people(self, series_uid: str) -> dict[str, _Person]:
        """Everybody of the series by the uid of the person."""
        found: dict[str, _Person] = defaultdict(_Person)
        with self._writer.database.read() as connection:
            series = lookup.row(connection, Entity.SERIES, series_uid)
            rows = connection.execute(
                select(PERSON.c.uid, PARTICIPANT.c.uid, PARTICIPANT.c.withdrawn_at)
                .join(PERSON, PERSON.c.id == PARTICIPANT.c.person_id)
                .join(SESSION, SESSION.c.id == PARTICIPANT.c.session_id)
                .where(SESSION.c.series_id == series["id"])
            )
            for person, participant, withdrawn_at in rows:
                found[person].participants.append(participant)
                found[person].withdrawn |= withdrawn_at is not None
        return found

    def suggested_table_name(self, session_uid: str) -> str:
        """A name for the file of the table, without ending."""
        series = self._views.series(self._views.session(session_uid).series_uid)
        return file_name(f"{self._texts.get('documents.pseudonyms.title')} {series.title}")

    def check(self, session_uid: str, options: MinutesOptions) -> None:
        """Raise ``RefusedError`` where statements must not be told apart by who said them."""
        if options.confidential or self._views.session(session_uid).confidential:
            raise RefusedError("pseudonyms_confidential")

    def write_statements(self, session_uid: str, options: MinutesOptions, path: Path) -> None:
        """Write what ``options`` print as CSV or Excel, with pseudonyms and no names of speakers.

        Whoever has withdrawn has no pseudonym there.

        Raises:
            RefusedError: as ``check``.
            UserError: the file cannot be written; an existing one stays as it was.
        """
        self.check(session_uid, options)
        form = _form(path)
        series = self._views.session(session_uid).series_uid
        words = {each.person_uid: each.word for each in self.of_series(series)}
        people = self._views.participants(session_uid)
        pseudonyms = {p.uid: words[p.person_uid] for p in people if not p.is_withdrawn}
        options = replace(options, attribution=False)
        self._minutes.export(session_uid, options, path, form=form, pseudonyms=pseudonyms)

    def suggested_name(self, session_uid: str) -> str:
        """A name for the file of the statements, without ending."""
        session = self._views.session(session_uid)
        word = self._texts.get("documents.pseudonyms.statements")
        return file_name(f"{session.date.isoformat()} {word} {session.title}")


def _form(path: Path) -> MinutesFormat:
    form = MinutesFormat.XLSX if path.suffix.lower() == ".xlsx" else MinutesFormat.CSV
    check_suffix(path, form)
    return form


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
