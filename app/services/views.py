"""Everything that is shown: sessions, plan, people, statements – read, never changed.

A class of its own, and without SQLAlchemy: a session can be shown and typed into while what writes
is still being imported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.in_the_room import HandCountView, ParkedTopicView
from app.domain.off_record import OffRecordView
from app.domain.people import OrganisationView, ParticipantView
from app.domain.photos import PhotoView
from app.domain.plan import PlanItemView
from app.domain.series import SeriesView, ThemeView
from app.domain.sessions import SessionSummary, SessionView
from app.domain.statements import NextStepView, StatementView
from app.domain.text import clean, fold
from app.domain.text_blocks import TextBlockView
from app.errors import AmbiguousError, NotFoundError
from app.storage.database import Database
from app.storage.queries import (
    in_the_room,
    off_record,
    people,
    photos,
    plan,
    sessions,
    statements,
)

if TYPE_CHECKING:
    from app.domain.exports import ExportView
    from app.domain.feedback import FeedbackView
    from app.domain.minutes_wishes import MinutesWishes
    from app.domain.photos import LogoView
    from app.domain.speakers import SpeakersList

MATCHES_SHOWN = 10


class ViewService:
    """Reads the workspace. Every method sees one consistent state."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- sessions and series ----------------------------------------------------------------

    def sessions(self) -> tuple[SessionSummary, ...]:
        """All sessions, newest date first."""
        with self._database.look() as driver:
            return sessions.summaries(driver)

    def session(self, uid: str) -> SessionView:
        """The head of a session. Raises ``NotFoundError``."""
        with self._database.look() as driver:
            found = sessions.view(driver, uid)
        if found is None:
            raise NotFoundError("session_not_found", reference=uid)
        return found

    def minutes_wishes(self, session_uid: str) -> MinutesWishes:
        """What the series of a session wants in its minutes."""
        from app.storage.queries import wishes  # not before the first key: it knows minutes

        with self._database.look() as driver:
            return wishes.of_session(driver, session_uid)

    def theme_openers(self, session_uid: str) -> frozenset[str]:
        """The statements that are the first of a session about one of its themes."""
        from app.storage.queries import wishes

        with self._database.look() as driver:
            return wishes.theme_openers(driver, session_uid)

    def last_saved(self, session_uid: str) -> dt.datetime | None:
        """When something of a session was last written (aware UTC)."""
        with self._database.look() as driver:
            return sessions.last_saved(driver, session_uid)

    def find_session(self, reference: str) -> str:
        """The uid of the session that a uid, a part of one or a part of a title names.

        Raises:
            NotFoundError: nothing fits.
            AmbiguousError: several fit; they are listed.
        """
        wanted = clean(reference).text.strip()
        if not fold(wanted):  # nothing, or only invisible signs: that is part of every title
            raise NotFoundError("session_not_found", reference=reference)
        with self._database.look() as driver:
            for exact in (True, False):
                found = sessions.find(driver, wanted, fold(wanted), exact=exact)
                if len(found) == 1:
                    return next(iter(found))
                if found:
                    labels = tuple(found.values())
                    raise AmbiguousError("session_ambiguous", reference=reference, matches=labels)
        raise NotFoundError("session_not_found", reference=reference)

    def all_series(self) -> tuple[SeriesView, ...]:
        """The series with their counts, by title."""
        with self._database.look() as driver:
            return sessions.all_series(driver)

    def series(self, uid: str) -> SeriesView:
        """One series. Raises ``NotFoundError``."""
        with self._database.look() as driver:
            found = sessions.series(driver, uid)
        if found is None:
            raise NotFoundError("series_not_found", reference=uid)
        return found

    def themes(self, series_uid: str) -> tuple[ThemeView, ...]:
        """The codebook of a series."""
        with self._database.look() as driver:
            return sessions.themes(driver, series_uid)

    def own_words(self, series_uid: str) -> tuple[str, ...]:
        """The words that are spelled right in a series beside the dictionary."""
        with self._database.look() as driver:
            return sessions.own_words(driver, series_uid)

    def text_blocks(self, series_uid: str) -> tuple[TextBlockView, ...]:
        """The text blocks of a series by their names."""
        with self._database.look() as driver:
            return sessions.text_blocks(driver, series_uid)

    # -- plan and people --------------------------------------------------------------------

    def plan_items(self, session_uid: str) -> tuple[PlanItemView, ...]:
        """The plan of a session in order, with counts."""
        with self._database.look() as driver:
            return plan.in_session(driver, session_uid)

    def plan_item(self, uid: str) -> PlanItemView:
        """One item of a plan. Raises ``NotFoundError``."""
        with self._database.look() as driver:
            session_uid = plan.session_of(driver, uid)
            items = plan.in_session(driver, session_uid) if session_uid else ()
        for item in items:
            if item.uid == uid:
                return item
        raise NotFoundError("plan_item_not_found", reference=uid)

    def participants(self, session_uid: str) -> tuple[ParticipantView, ...]:
        """The participants of a session in the order they were entered."""
        with self._database.look() as driver:
            return people.in_session(driver, session_uid)

    def organisations(self) -> tuple[OrganisationView, ...]:
        """All organisations of the workspace, for completion."""
        with self._database.look() as driver:
            return people.organisations(driver)

    def photos(self, session_uid: str) -> tuple[PhotoView, ...]:
        """The photos of a session in the order of plan and photos, without their content."""
        with self._database.look() as driver:
            return photos.in_session(driver, session_uid)

    def logos(self, series_uid: str) -> tuple[LogoView, ...]:
        """The logos of a series from left to right; ``photo_content`` is what they show."""
        from app.storage.queries import logos  # most series have none

        with self._database.look() as driver:
            return logos.of_series(driver, series_uid)

    def photo_content(self, sha256: str) -> bytes | None:
        """What a photo shows; None if a damaged file had to do without it."""
        with self._database.look() as driver:
            return photos.content(driver, sha256)

    def speakers(self, session_uid: str) -> SpeakersList:
        """The speakers list of a session; an empty one as long as it was not used."""
        from app.storage.queries import speakers  # most sessions do without the list

        with self._database.look() as driver:
            return speakers.in_session(driver, session_uid)

    def has_speakers(self, session_uid: str) -> bool:
        """Whether the speakers list of a session is in use: quicker than asking for it."""
        with self._database.look() as driver:
            return sessions.has_speakers(driver, session_uid)

    def off_record(self, session_uid: str) -> tuple[OffRecordView, ...]:
        """The passages off the record of a session, also one that goes on."""
        with self._database.look() as driver:
            return off_record.in_session(driver, session_uid)

    def exports(self, session_uid: str) -> tuple[ExportView, ...]:
        """What was given out of a session, the newest first."""
        from app.storage.queries import exports  # it knows minutes

        with self._database.look() as driver:
            return exports.of_session(driver, session_uid)

    def exports_naming(self, participant_uid: str) -> tuple[ExportView, ...]:
        """What named a person, out of all sessions of the series, the newest first."""
        from app.storage.queries import exports

        with self._database.look() as driver:
            return exports.naming(driver, participant_uid)

    def feedback(self, session_uid: str) -> tuple[FeedbackView, ...]:
        """What participants answered to the minutes of a session, in the order of statements."""
        from app.storage.queries import feedback  # asked for when the evening is over

        with self._database.look() as driver:
            return feedback.in_session(driver, session_uid)

    def open_feedback(self, session_uid: str) -> int:
        """How many answers nobody has decided yet."""
        from app.storage.queries import feedback

        with self._database.look() as driver:
            return feedback.open_in(driver, session_uid)

    def unreleased(self, session_uid: str) -> int:
        """How many statements are not released; 0 where the series does without releasing."""
        from app.storage.queries import feedback

        with self._database.look() as driver:
            return feedback.unreleased_in(driver, session_uid)

    def with_release(self, session_uid: str) -> bool:
        """Whether the statements of a session are checked and released."""
        from app.storage.queries import feedback

        with self._database.look() as driver:
            return feedback.with_release(driver, session_uid)

    # -- statements -------------------------------------------------------------------------

    def statements(
        self, session_uid: str, plan_item_uid: str | None = None
    ) -> tuple[StatementView, ...]:
        """The statements of a session, or of one plan item, in order."""
        with self._database.look() as driver:
            return statements.in_session(driver, session_uid, plan_item_uid)

    def statements_by_uid(self, uids: Sequence[str]) -> tuple[StatementView, ...]:
        """The named statements that exist and are not deleted, in order."""
        with self._database.look() as driver:
            return statements.by_uids(driver, uids)

    def statement(self, uid: str) -> StatementView:
        """One statement. Raises ``NotFoundError``."""
        found = self.statements_by_uid([uid])
        if not found:
            raise NotFoundError("statement_not_found", reference=uid)
        return found[0]

    def find_statement(self, reference: str) -> str:
        """The uid of the statement that a uid or a part of one names, also of a deleted one.

        Raises:
            NotFoundError: nothing fits.
            AmbiguousError: several fit; they are listed.
        """
        wanted = clean(reference).text.strip().lower()
        with self._database.look() as driver:
            found = statements.matching(driver, wanted) if wanted else []
        if not found:
            raise NotFoundError("wordings_not_found", reference=reference)
        if wanted not in found and len(found) > 1:
            matches = (*found[:MATCHES_SHOWN], *(["…"] if len(found) > MATCHES_SHOWN else []))
            raise AmbiguousError("wordings_ambiguous", reference=reference, matches=matches)
        return wanted if wanted in found else found[0]

    def item_of_statement(self, uid: str) -> PlanItemView | None:
        """The plan item a statement stands under, also of a deleted one; None if it is gone."""
        with self._database.look() as driver:
            found = statements.item_of(driver, uid)
        return self.plan_item(found) if found else None

    def last_statement(self, session_uid: str) -> StatementView | None:
        """The statement of a session that was recorded last; None without any."""
        with self._database.look() as driver:
            return statements.last_in_session(driver, session_uid)

    def hand_counts(self, session_uid: str) -> tuple[HandCountView, ...]:
        """Every show of hands of a session, by plan item."""
        with self._database.look() as driver:
            return in_the_room.hand_counts(driver, session_uid)

    def parked_topics(self, session_uid: str) -> tuple[ParkedTopicView, ...]:
        """The parking lot of a session, settled topics too."""
        with self._database.look() as driver:
            return in_the_room.parked_topics(driver, session_uid)

    def next_steps(self, session_uid: str) -> tuple[NextStepView, ...]:
        """The next steps of a session."""
        with self._database.look() as driver:
            return statements.next_steps(driver, session_uid)
