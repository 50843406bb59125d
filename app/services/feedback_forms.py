"""Feedback forms: out as a Word file, and back in as answers that wait for a decision."""

import datetime as dt
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.exports import FEEDBACK_FORM, Export
from app.domain.feedback import (
    FeedbackView,
    FormDifferences,
    Printed,
    ProposedFeedback,
    ReturnedForm,
)
from app.domain.feedback_compare import compare
from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.sessions import SessionView
from app.domain.text import file_name, fold
from app.domain.vocabulary import FeedbackWay, MinutesKind
from app.errors import BadInputError, NotFoundError
from app.services import lookup
from app.services.exports import ExportService
from app.services.feedback import NOTHING_DECIDED, participant_key
from app.services.minutes import MinutesService
from app.services.targets import refuse_own_files
from app.storage.journal_codec import TABLES
from app.storage.queries import feedback as queries
from app.storage.queries import journal, people, sessions, statements, wishes
from app.storage.unit_of_work import UnitOfWork, Writer
from app.texts import Texts

SESSION = TABLES[Entity.SESSION]


class FeedbackFormService:
    """Writes forms and reads them. ``texts`` give the words of the language they are written in."""

    def __init__(
        self, writer: Writer, minutes: MinutesService, log: ExportService, texts: Texts
    ) -> None:
        self._log = log
        self._writer = writer
        self._database = writer.database
        self._minutes = minutes
        self._texts = texts

    def write(
        self,
        session_uid: str,
        options: MinutesOptions,
        path: Path,
        *,
        until: dt.date | None = None,
        return_to: str = "",
        participant_uid: str = "",
    ) -> None:
        """Write a form for what ``options`` print; what is printed gets its evidence number.

        That it was given out is noted in the export log. With a participant it asks only about
        what that person said, or is spoken about in.

        Raises:
            BadInputError: the day until which to answer is over.
            RefusedError: there is nothing to ask about.
            UserError: the target cannot be written; an existing file stays as it was.
        """
        from app.export.docx.sheets import write_sheets  # python-docx loads at the first export
        from app.export.feedback_form import FormRequest, compose_form
        from app.export.formats import MinutesFormat, check_suffix
        from app.export.named import named_in_sheets
        from app.export.wording import LANGUAGE_TAGS, Wording

        refuse_own_files(path, self._database.path)
        check_suffix(path, MinutesFormat.DOCX)
        if until is not None and until < options.created:
            day = Wording(self._texts, ZoneInfo("UTC"), with_dates=False).date(until)
            raise BadInputError("feedback_until_past", day=day)
        options = replace(options, evidence=True)
        code = secrets.token_hex(4).upper()
        request = FormRequest(code, until, return_to, participant_uid)
        compose_form(self._minutes.proposed(session_uid, options), options, request, self._texts)
        record = self._minutes.give_numbers(session_uid, options)
        sheets = compose_form(record, options, request, self._texts)
        language = LANGUAGE_TAGS[self._texts.language]
        write_sheets(sheets, language=language, created=options.created, path=path)
        export = Export(FEEDBACK_FORM, "docx", path.name, named=named_in_sheets(record, sheets))
        self._log.note(session_uid, export)

    def suggested_name(self, session_uid: str, participant_uid: str = "") -> str:
        """A name for the file, with ending; dates first, so that a folder sorts itself."""
        with self._database.look() as driver:
            session = _session(sessions.view(driver, session_uid), session_uid)
            found = people.in_session(driver, session_uid) if participant_uid else ()
        names = [person.name for person in found if person.uid == participant_uid]
        parts = (session.date.isoformat(), self._texts.get("documents.feedback.title"))
        return f"{file_name(' '.join((*parts, session.title, *names)))}.docx"

    def look_at(self, session_uid: str, path: Path) -> FormDifferences:
        """What a form that came back asks for; nothing is stored.

        Raises:
            BadInputError: it cannot be read, is no form, or one of another session.
        """
        from app.export.feedback_reader import as_form_error, read_form
        from app.export.house.foreign import read_file

        try:
            data = read_file(path)
        except BadInputError as error:
            raise as_form_error(error, path.name) from error
        form = read_form(data, path.name)
        self._check_session(session_uid, form, path.name)
        record = self._minutes.record(session_uid)
        with self._database.look() as driver:
            known = queries.in_session(driver, session_uid)
        whose = _participant(record, form)
        return compare(form, self._printed(record, form), whose, known)

    def is_form(self, path: Path) -> bool:
        """Whether a file is one of our forms, of whatever session; no if it cannot be read."""
        from app.export.feedback_reader import read_form
        from app.export.house.foreign import read_file

        try:
            read_form(read_file(path), path.name)
        except BadInputError:
            return False
        return True

    def take(
        self, session_uid: str, found: FormDifferences, *, initiator: object | None = None
    ) -> int:
        """Keep the answers of a form that are new, as one undoable step; returns how many.

        An answer of the same form to the same statement that nobody has decided yet is replaced.
        Raises ``RefusedError`` if the session is closed.
        """
        with self._writer.operation(
            "feedback.read", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            stored = queries.in_session(unit.driver, session_uid)
            person = participant_key(unit, session.id, found.participant_uid)
            for answer in found.new:
                values = _values(unit, found, answer)
                earlier = _earlier(stored, found, answer)
                if earlier is not None:
                    unit.change(Entity.FEEDBACK, earlier.uid, values)
                    continue
                given = {"session_id": session.id, "participant_id": person}
                unit.create(Entity.FEEDBACK, {**NOTHING_DECIDED, **given, **values})
        return len(found.new)

    def _check_session(self, session_uid: str, form: ReturnedForm, name: str) -> None:
        if form.session_uid == session_uid:
            return
        with self._database.read() as connection:
            title = connection.execute(
                select(SESSION.c.title).where(SESSION.c.uid == form.session_uid)
            ).scalar_one_or_none()
        if title is None:
            raise BadInputError("feedback_form_session", name=name)
        raise BadInputError("feedback_form_session_known", name=name, title=title)

    def _printed(self, record: MinutesRecord, form: ReturnedForm) -> dict[str, Printed]:
        """The statements by evidence number, as forms show them."""
        uid = record.session.uid
        with self._database.look() as driver:
            numbers = queries.numbered(driver, uid)
            found = {each.uid: each for each in statements.in_session(driver, uid)}
            wanted = wishes.of_session(driver, uid)
        options = wanted.options(MinutesKind.FULL, dt.date.min)
        spoken = _speaking(record, options, self._texts)
        texts = {row.evidence: row.text for row in form.rows}
        printed = {}
        for number, statement_uid in numbers.items():
            statement = found[statement_uid]
            shown = (spoken(statement),)
            if number in texts and texts[number] not in (statement.text, *shown):
                shown = (*shown, *self._earlier_wordings(statement_uid))
            printed[number] = Printed(statement_uid, statement.text, shown)
        return printed

    def _earlier_wordings(self, statement_uid: str) -> Iterator[str]:
        with self._database.look() as driver:
            found = journal.of_statement(driver, statement_uid)
        yield from found.wordings() if found else ()


def _speaking(record: MinutesRecord, options: MinutesOptions, texts: Texts) -> Any:
    """Gives the text of a statement with those it speaks about as they may be named."""
    from app.export.minutes_speakers import Speakers

    speakers = Speakers(record, options, texts)
    return lambda statement: speakers.text_of(statement, statement.text)


def _session(found: SessionView | None, uid: str) -> SessionView:
    if found is None:
        raise NotFoundError("session_not_found", reference=uid)
    return found


def _participant(record: MinutesRecord, form: ReturnedForm) -> str | None:
    """Whom the form was made for, or the only one of the session with the written name."""
    uids = [person.uid for person in record.participants]
    if form.participant_uid in uids:
        return form.participant_uid
    name = fold(form.who)
    named = [person.uid for person in record.participants if name and fold(person.name) == name]
    return named[0] if len(named) == 1 else None


def _values(unit: UnitOfWork, found: FormDifferences, answer: ProposedFeedback) -> dict[str, Any]:
    key = lookup.row(unit.connection, Entity.STATEMENT, answer.statement_uid)["id"]
    return {
        "statement_id": key,
        "evidence": answer.evidence,
        "who": found.who,
        "way": FeedbackWay.FORM.value,
        "given_on": unit.at.astimezone().date(),
        "answer": answer.answer.value,
        "wording": answer.wording,
        "comment": answer.comment,
        "tracked": answer.tracked,
        "form": found.form,
    }


def _earlier(
    stored: tuple[FeedbackView, ...], found: FormDifferences, answer: ProposedFeedback
) -> FeedbackView | None:
    """What the same person said before in the same form, if nobody has decided about it."""
    whose = found.participant_uid or fold(found.who)
    for each in stored:
        same = (each.form, each.evidence) == (found.form, answer.evidence)
        if same and whose == (each.participant_uid or fold(each.who)) and each.decision is None:
            return each
    return None
