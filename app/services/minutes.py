"""Minutes of one session: the record, the preview and the Word file."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.exports import PRINTED, Export
from app.domain.feedback import differing_views
from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    numbers_to_give,
    questions_without_result,
)
from app.domain.minutes_names import NameInText, names_in_texts
from app.domain.minutes_wishes import MinutesWishes
from app.domain.plan import PlanItemView
from app.domain.sessions import SessionView
from app.domain.statements import StatementView
from app.domain.templates import HouseTemplate
from app.errors import NotFoundError, UserError
from app.export.formats import Draw, MinutesFormat, check_suffix, writer_of
from app.services import versions
from app.services.house_templates import examine
from app.services.targets import refuse_own_files
from app.services.versions import Issued
from app.storage.database import Database
from app.storage.journal_codec import TABLES
from app.storage.queries import (
    feedback,
    in_the_room,
    logos,
    off_record,
    people,
    photos,
    plan,
    sessions,
    statements,
    templates,
    wishes,
)
from app.storage.unit_of_work import Writer
from app.texts import Texts

MOST_HELD = 1_000
"""So many statements of one item stay in memory while a document is made."""
SESSION = TABLES[Entity.SESSION]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: where, and the questions printed whole for want of summary and result."""

    path: Path
    without_result: tuple[PlanItemView, ...]
    form: MinutesFormat
    issued: Issued
    """What has to be known to note it in the export log."""
    logged: str = ""
    """Its line in the export log; empty where that was not or could not be written."""


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
            first, last, unnumbered = statements.extent(driver, session_uid)
            return MinutesRecord(
                session=session,
                series=series,
                items=plan.in_session(driver, session_uid),
                participants=people.in_session(driver, session_uid),
                next_steps=statements.next_steps(driver, session_uid),
                statements=_StoredStatements(self._database, session_uid),
                photos=photos.in_session(driver, session_uid),
                off_record=off_record.in_session(driver, session_uid),
                photo_content=self._photo,
                hand_counts=in_the_room.hand_counts(driver, session_uid),
                parked_topics=in_the_room.parked_topics(driver, session_uid),
                logos=logos.of_series(driver, session.series_uid),
                differing=differing_views(feedback.in_session(driver, session_uid)),
                theme_openers=cache(partial(self._openers, session_uid)),
                names_left=frozenset(wishes.names_left(driver, session_uid)),
                first_at=first,
                last_at=last,
                unnumbered=unnumbered,
            )

    def _openers(self, session_uid: str) -> frozenset[str]:
        with self._database.look() as driver:
            return wishes.theme_openers(driver, session_uid)

    def keep_wishes(
        self, session_uid: str, chosen: MinutesWishes, *, initiator: object | None = None
    ) -> None:
        """Remember what the series of a session wants. Not undoable: it changes no record."""
        with self._database.look() as driver:
            session = sessions.view(driver, session_uid)
        if session is None:
            raise NotFoundError("session_not_found", reference=session_uid)
        values = {"minutes": chosen.model_dump(mode="json", exclude_defaults=True) or None}
        with self._writer.operation("series.minutes", initiator=initiator, undoable=False) as unit:
            unit.change(Entity.SERIES, session.series_uid, values)

    def _photo(self, sha256: str) -> bytes | None:
        with self._database.look() as driver:
            return photos.content(driver, sha256)

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
        *,
        form: MinutesFormat = MinutesFormat.DOCX,
        draw: Draw | None = None,
        recipient: str = "",
        pseudonyms: Mapping[str, str] | None = None,
    ) -> ExportReport:
        """``write`` the file and ``note``, for ``recipient``, that it was given out."""
        report = self.write(
            session_uid, options, path, template, form=form, draw=draw, pseudonyms=pseudonyms
        )
        return replace(report, logged=self.note(report, recipient=recipient))

    def write(
        self,
        session_uid: str,
        options: MinutesOptions,
        path: Path,
        template: HouseTemplate | None = None,
        *,
        form: MinutesFormat = MinutesFormat.DOCX,
        draw: Draw | None = None,
        pseudonyms: Mapping[str, str] | None = None,
    ) -> ExportReport:
        """Give evidence numbers to what is printed for the first time and write the file.

        Without a ``template`` that of the series is used, or our own. State and version are those
        the session has now. With ``pseudonyms``, by participant (uid), a table tells speakers apart
        by these. Whoever writes has to ``note`` it when the file is there.

        Raises:
            UserError: the target cannot be written, or the template cannot be used; an existing
                file stays as it was.
        """
        self.check_target(path, form)  # a number is given for good, so not for what cannot be
        as_of = versions.last_change(self._database)
        record = self.record(session_uid)
        template = template or self._template(record.series.uid)
        write = writer_of(form, draw, template)  # python-docx loads at the first export
        if record.unnumbered:  # only then all have to be looked at first
            if template is not None:
                examine(template)
            self.give_numbers(session_uid, options)
            as_of = versions.last_change(self._database)
            record = self.record(session_uid)
        record = replace(record, pseudonyms=pseudonyms or {})
        options = self.as_issued(record, options)
        used = template.name if template is not None and form is MinutesFormat.DOCX else ""
        export = Export(options.kind.value, form.value, path.name, template=used)
        issued = versions.issued(self._database, record, options, export, as_of)
        write(record, options, self._texts, path)
        return ExportReport(path, questions_without_result(record, options), form, issued)

    def printed(self, session_uid: str, options: MinutesOptions) -> str:
        """Note that the minutes went to a printer; returns the uid of the log's line, or empty."""
        as_of = versions.last_change(self._database)
        record = self.proposed(session_uid, options)
        options = self.as_issued(record, options)
        export = Export(options.kind.value, PRINTED)
        return self._note(versions.issued(self._database, record, options, export, as_of))

    def as_issued(self, record: MinutesRecord, options: MinutesOptions) -> MinutesOptions:
        """The options with the state and version a document has now, and what is new in it."""
        return versions.as_issued(self._database, record, options)

    def note(self, report: ExportReport, *, recipient: str = "") -> str:
        """Note in the export log what was written; the uid of its line, empty if it was refused.

        All that the file says is searched for names, which takes longer than writing it.
        """
        export = replace(report.issued.export, recipient=recipient)
        return self._note(replace(report.issued, export=export))

    def _note(self, issued: Issued) -> str:
        """The file is there, whatever comes of this: while a window writes, it is refused."""
        from app.export.named import named_in_minutes

        record, export = issued.record, issued.export
        is_table = export.form in {MinutesFormat.XLSX, MinutesFormat.CSV}
        named = named_in_minutes(record, issued.options, self._texts, as_table=is_table)
        issued = replace(issued, export=replace(export, named=named))
        try:
            with self._writer.operation(
                "export.note", session_uid=record.session.uid, undoable=False
            ) as unit:
                return versions.given_out(unit, issued)
        except UserError:
            return ""

    def give_numbers(
        self, session_uid: str, options: MinutesOptions, *, only: Collection[str] | None = None
    ) -> MinutesRecord:
        """Give an evidence number to everything ``options`` print that has none.

        ``only``: to these statements, the others wait. Returns the record with the numbers.
        """
        coded = self._coded(self.record(session_uid))
        numbers = numbers_to_give(coded, options, self._given(session_uid), only)
        if numbers:
            self._give(coded.session, numbers)
        return self.record(session_uid)

    def names_in_texts(self, session_uid: str, options: MinutesOptions) -> tuple[NameInText, ...]:
        """Protected names that somebody typed into texts these minutes print."""
        return names_in_texts(self.record(session_uid), options)

    def _template(self, series_uid: str) -> HouseTemplate | None:
        with self._database.look() as driver:
            return templates.of_series(driver, series_uid)

    def check_target(self, path: Path, form: MinutesFormat = MinutesFormat.DOCX) -> None:
        """Raise ``UserError`` if it is already clear that no minutes can be written to ``path``."""
        refuse_own_files(path, self._database.path)
        check_suffix(path, form)

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
    """Reads the statements of one plan item at a time.

    Some kinds look at the statements of an item before they print them: the last item is kept as
    long as it is no longer than an evening's.
    """

    def __init__(self, database: Database, session_uid: str) -> None:
        self._database = database
        self._session_uid = session_uid
        self._held: tuple[str, list[list[StatementView]]] = ("", [])

    def of(self, plan_item_uid: str) -> Iterator[StatementView]:
        """The statements of the item in order, read while they are taken."""
        known, held = self._held
        return chain.from_iterable(held if known == plan_item_uid else self._read(plan_item_uid))

    def _read(self, plan_item_uid: str) -> Iterator[list[StatementView]]:
        kept: list[list[StatementView]] = []
        count = 0
        with self._database.look() as driver:
            for some in statements.stream(driver, self._session_uid, plan_item_uid):
                count += len(some)
                if count <= MOST_HELD:
                    kept.append(some)
                yield some
        if count <= MOST_HELD:
            self._held = (plan_item_uid, kept)
