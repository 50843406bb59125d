"""What is prepared on paper for a session, and what is read out from it."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.exports import Export
from app.domain.sessions import SessionView
from app.domain.text import file_name
from app.domain.vocabulary import PaperKind
from app.services.exports import ExportService
from app.services.methods import MethodService
from app.services.targets import refuse_own_files
from app.services.views import ViewService
from app.texts import Texts


class PaperService:
    """Papers of a session. ``texts`` give the words of the language they are written in."""

    def __init__(
        self,
        views: ViewService,
        texts: Texts,
        database: Path,
        log: ExportService,
        methods: MethodService,
    ) -> None:
        self._views = views
        self._log = log
        self._texts = texts
        self._database = database
        self._methods = methods

    def information(self, session_uid: str) -> str:
        """The built-in text that is read out before anybody is asked for consent."""
        return standard_information(self._views.session(session_uid), self._texts)

    def write(self, session_uid: str, kind: PaperKind, path: Path, *, created: dt.date) -> None:
        """Write one kind of paper as a Word file.

        Raises:
            RefusedError: nothing to print, or nothing that a confidential session may print.
            UserError: the target cannot be written; an existing file stays as it was.
        """
        from app.export.docx.sheets import write_sheets  # python-docx loads at the first export
        from app.export.formats import MinutesFormat, check_suffix
        from app.export.papers import PaperSource, compose_paper, named_on
        from app.export.wording import Wording

        refuse_own_files(path, self._database)
        check_suffix(path, MinutesFormat.DOCX)
        session = self._views.session(session_uid)
        source = PaperSource(
            session,
            self._views.plan_items(session_uid),
            self._views.participants(session_uid),
            self._methods.all(),
        )
        words = Wording(self._texts, ZoneInfo(session.time_zone), with_dates=False)
        sheets = compose_paper(kind, source, words)
        write_sheets(sheets, language=words.language_tag, created=created, path=path)
        named = named_on(kind, source)
        self._log.note(session_uid, Export(kind.value, "docx", path.name, named=named))

    def suggested_name(self, session_uid: str, kind: PaperKind) -> str:
        """A name for the file, with ending; dates first, so that a folder sorts itself."""
        session = self._views.session(session_uid)
        word = self._texts.word(kind)
        return f"{file_name(f'{session.date.isoformat()} {word} {session.title}')}.docx"


def standard_information(session: SessionView, texts: Texts) -> str:
    """Who keeps what for which purpose and how long, and what everybody may demand."""

    def say(key: str, **values: object) -> str:
        return texts.get(f"documents.information.{key}", **values)

    host = session.host.strip() or say("host")
    kept = say("confidential") if session.confidential else say("naming")
    return say("text", title=session.title, host=host, kept=kept).strip()
