"""Shares of the talk per kind of organisation, for passing on: anonymous, and nothing else."""

import datetime as dt
from pathlib import Path

from app.domain.exports import SHARES, Export
from app.domain.shares import AnonymousShares, anonymous_shares
from app.domain.text import file_name
from app.domain.unheard import Said
from app.errors import RefusedError
from app.export.formats import MinutesFormat
from app.export.shares_table import write_shares
from app.services.exports import ExportService
from app.services.targets import refuse_own_files
from app.services.views import ViewService
from app.texts import Texts


class ShareService:
    """Reads who said how much and tells no more than groups of three and more people."""

    def __init__(
        self, views: ViewService, texts: Texts, database: Path, log: ExportService
    ) -> None:
        self._views = views
        self._texts = texts
        self._database = database
        self._log = log

    def of_session(self, session_uid: str, *, now: dt.datetime) -> AnonymousShares:
        """The shares until ``now``. Times are there as long as the session is not closed.

        Raises ``RefusedError`` where groups would point to somebody: in a confidential session,
        or if too few took part or nobody was heard.
        """
        if self._views.session(session_uid).confidential:
            raise RefusedError("shares_confidential")
        statements = self._views.statements(session_uid)
        said = [Said(s.participant_uid, s.plan_item_uid) for s in statements if s.participant_uid]
        people, speakers = self._views.participants(session_uid), self._views.speakers(session_uid)
        shares = anonymous_shares(people, said, speakers, now=now)
        if not shares.rows:
            raise RefusedError("shares_too_few")
        return shares

    def write(self, session_uid: str, path: Path, *, form: MinutesFormat, now: dt.datetime) -> None:
        """Write the shares as a table.

        Raises:
            RefusedError: as ``of_session``.
            UserError: another form, or the target cannot be written; an existing file stays.
        """
        refuse_own_files(path, self._database)
        shares = self.of_session(session_uid, now=now)
        write_shares(self._views.session(session_uid), shares, self._texts, form, path)
        self._log.note(session_uid, Export(SHARES, form.value, path.name))

    def suggested_name(self, session_uid: str) -> str:
        """A name for the file, without ending."""
        session = self._views.session(session_uid)
        word = self._texts.get("documents.shares.sheet")
        return file_name(f"{session.date.isoformat()} {word} {session.title}")
