"""Minutes of one session: the record, the preview and the Word file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    numbers_to_give,
    questions_without_result,
)
from app.domain.minutes_review import NameInText, names_in_texts
from app.domain.plan import PlanItemView
from app.domain.sessions import SessionView
from app.domain.statements import StatementView
from app.domain.templates import HouseTemplate
from app.domain.vocabulary import MinutesKind
from app.errors import NotFoundError
from app.services.house_templates import examine
from app.services.targets import refuse_own_files
from app.storage.database import Database
from app.storage.journal_codec import TABLES
from app.storage.queries import people, plan, sessions, statements, templates
from app.storage.unit_of_work import Writer
from app.texts import Texts

STATEMENT = TABLES[Entity.STATEMENT]
SESSION = TABLES[Entity.SESSION]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: where, and the questions printed whole for want of summary and result."""

    path: Path
    without_result: tuple[PlanItemView, ...]


class MinutesService:
    """Makes minutes. ``texts`` give the words of the language they are written in."""

    def __init__(self, writer: Writer, texts: Texts) -> None:
        self._writer = writer
        self._database = writer.database
        self._texts = texts

    def record(self, session_uid: str) -> MinutesRecord:
        """All a document needs of a session; its statements are read item by item."""
        with self._database.look() as driver:
            session = sessions.view(driver, session_uid)
            if session is None:
                raise NotFoundError("session_not_found", reference=session_uid)
            series = sessions.series(driver, session.series_uid)
            assert series is not None  # noqa: S101 - a session has one, which is never deleted
            first, last = statements.period(driver, session_uid)
            return MinutesRecord(
                session=session,
                series=series,
                items=plan.in_session(driver, session_uid),
                participants=people.in_session(driver, session_uid),
                next_steps=statements.next_steps(driver, session_uid),
                statements=_StoredStatements(self._database, session_uid),
                first_at=first,
                last_at=last,
            )

    def proposed(self, session_uid: str, options: MinutesOptions) -> MinutesRecord:
        """The record with the evidence numbers an export would give; nothing is stored."""
        record = self._coded(self.record(session_uid))
        return record.numbered(numbers_to_give(record, options, self._given(session_uid)))

    def export(
        self,
        session_uid: str,
        options: MinutesOptions,
        path: Path,
        template: HouseTemplate | None = None,
    ) -> ExportReport:
        """Give evidence numbers to what is printed for the first time and write the Word file.

        Without a ``template`` that of the series is used, or our own.

        Raises:
            UserError: the target cannot be written, or the template cannot be used; an existing
                file stays as it was.
        """
        from app.export.minutes import write_minutes  # python-docx loads at the first export

        self.check_target(path)  # a number is given for good, so not for a file that cannot be
        record = self.record(session_uid)
        template = template or self._template(record.series.uid)
        if self._lacks_numbers(session_uid):
            if template is not None:
                examine(template)
            coded = self._coded(record)
            numbers = numbers_to_give(coded, options, self._given(session_uid))
            if numbers:
                self._give(coded.session, numbers)
                record = self.record(session_uid)
        write_minutes(record, options, self._texts, path, template)
        lacking = questions_without_result(record)
        return ExportReport(
            path=path,
            without_result=lacking if options.kind is MinutesKind.SUMMARY else (),
        )

    def names_in_texts(self, session_uid: str, options: MinutesOptions) -> tuple[NameInText, ...]:
        """Protected names that somebody typed into texts these minutes print."""
        return names_in_texts(self.record(session_uid), options)

    def _template(self, series_uid: str) -> HouseTemplate | None:
        with self._database.look() as driver:
            return templates.of_series(driver, series_uid)

    def check_target(self, path: Path) -> None:
        """Raise ``UserError`` if it is already clear that no minutes can be written to ``path``."""
        from app.export.minutes import check_suffix

        refuse_own_files(path, self._database.path)
        check_suffix(path)

    def _lacks_numbers(self, session_uid: str) -> bool:
        """Whether a statement has no number yet: only then all have to be looked at first."""
        with self._database.read() as connection:
            found = connection.execute(
                select(STATEMENT.c.id)
                .join(SESSION, SESSION.c.id == STATEMENT.c.session_id)
                .where(
                    SESSION.c.uid == session_uid,
                    STATEMENT.c.deleted_at.is_(None),
                    STATEMENT.c.evidence == "",
                )
                .limit(1)
            ).first()
        return found is not None

    def _given(self, session_uid: str) -> Sequence[str]:
        with self._database.look() as driver:
            return statements.numbers_given(driver, session_uid)

    def _coded(self, record: MinutesRecord) -> MinutesRecord:
        """The record with the session code that new numbers begin with.

        A code nobody has set is the session's number in the series. That changes when an earlier
        session joins the series, so the code is kept with the first numbers, and one that another
        session of the series has kept is not used again.
        """
        session = record.session
        with self._database.read() as connection:
            own, series_id = connection.execute(
                select(SESSION.c.code, SESSION.c.series_id).where(SESSION.c.uid == session.uid)
            ).one()
            kept = select(SESSION.c.code).where(SESSION.c.series_id == series_id)
            taken = set(connection.execute(kept).scalars())
        number = session.number
        while f"S{number}" in taken:
            number += 1
        return replace(record, session=replace(session, code=own or f"S{number}"))

    def _give(self, session: SessionView, numbers: Mapping[str, str]) -> None:
        with self._writer.operation(
            "minutes.numbers", session_uid=session.uid, undoable=False
        ) as unit:
            unit.change(Entity.SESSION, session.uid, {"code": session.code})
            unit.fill(Entity.STATEMENT, "evidence", numbers, empty="")


class _StoredStatements:
    """Reads the statements of one plan item at a time."""

    def __init__(self, database: Database, session_uid: str) -> None:
        self._database = database
        self._session_uid = session_uid

    def of(self, plan_item_uid: str) -> Iterator[StatementView]:
        """The statements of the item in order, read while they are taken."""
        with self._database.look() as driver:
            yield from statements.stream(driver, self._session_uid, plan_item_uid)
