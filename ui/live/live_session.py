"""What the live page knows of the open session, and how it is asked for again."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from app.bootstrap import Services
from app.domain.blocks import leaders
from app.domain.off_record import OffRecordView, going_on
from app.domain.people import ParticipantView
from app.domain.schedule import Progress, Schedule, lay_out, minutes_between, progress
from app.domain.series import ThemeView
from app.domain.sessions import SessionView
from app.domain.shorthand import EntryContext
from app.domain.statements import StatementView
from app.domain.text_blocks import TextBlockView
from app.domain.vocabulary import SessionState
from app.texts import Texts
from ui.live.shorthand_context import Voices, shorthand_context, voices
from ui.live.standing import Standing
from ui.live.wording import LiveWords
from ui.models.statement_model import RowMaker
from ui.widgets.statement_list import row_words

Now = Callable[[], dt.datetime]


class LiveSession:
    """The open session: head, plan, people, themes, and who spoke last."""

    def __init__(self, services: Services, texts: Texts, session_uid: str) -> None:
        self._services = services
        self._texts = texts
        self.uid = session_uid
        self.view: SessionView = services.views.session(session_uid)
        self.words = LiveWords(texts, self.view.time_zone)
        self.standing = Standing()
        self.people: Mapping[str, ParticipantView] = {}
        self.rows = RowMaker(texts, row_words(), self.view.time_zone)
        self._voices = Voices()
        self._themes: tuple[ThemeView, ...] = ()
        self._blocks: tuple[TextBlockView, ...] = ()
        self._previous: tuple[str, ...] = ()
        self.schedule: Schedule = lay_out((), date=self.view.date, start=None)
        self.later = dt.timedelta()
        """By how much a later end was agreed than the plan had."""
        self.reload_plan(typing=False)
        self.reload_people()
        self.reload_series()
        self.passage: OffRecordView | None = None
        """The passage off the record that goes on."""
        self.reload_off_record()

    @property
    def off_record(self) -> bool:
        """Whether nothing may be taken down, nor be shown to anybody, at the moment."""
        return self.passage is not None

    @property
    def takes_nothing(self) -> bool:
        """Whether no statement can be recorded: it is closed, or off the record."""
        return self.is_closed or self.off_record

    def reload_off_record(self) -> None:
        """A passage began, ended or changed."""
        self.passage = going_on(self._services.views.off_record(self.uid))

    @property
    def is_closed(self) -> bool:
        """A closed session takes no statements."""
        return self.view.state is SessionState.CLOSED

    def reload_plan(self, *, typing: bool) -> None:
        """Head and plan are different now. ``typing``: there is a line in progress."""
        self.view = self._services.views.session(self.uid)
        items = self._services.views.plan_items(self.uid)
        self.standing = self.standing.with_plan(items, self.view.state, typing=typing)
        self.schedule = lay_out(
            items,
            date=self.view.date,
            start=self.view.start_time,
            end=self.view.agreed_end or self.view.end_time,
            zone=self.view.time_zone,
        )
        agreed = self.schedule.end_of_slot if self.view.agreed_end else None
        late = minutes_between(self.schedule.end, agreed) or 0
        self.later = dt.timedelta(minutes=max(late, 0))

    @property
    def deadline(self) -> dt.datetime | None:
        """When the session has to be over: as agreed, else as planned; None without times."""
        return self.schedule.end_of_slot or self.schedule.end

    def progress(self, now: dt.datetime) -> Progress | None:
        """How the session keeps to its plan; None unless something runs."""
        if self.standing.running is None:
            return None
        return progress(self.standing.items, self.schedule, now, later=self.later)

    def count(self, statement: StatementView) -> None:
        """One statement more; the plan needs not be read again for it."""
        self.standing = self.standing.counting(statement.plan_item_uid, statement.is_result)

    def reload_people(self) -> None:
        """Somebody came, went or has another name."""
        participants = self._services.views.participants(self.uid)
        self.people = {participant.uid: participant for participant in participants}
        self._voices = voices(participants)
        self.rows.set_people(self.people)

    def reload_series(self) -> None:
        """The codebook or the text blocks are different now."""
        self._themes = self._services.views.themes(self.view.series_uid)
        self._blocks = self._services.views.text_blocks(self.view.series_uid)

    def starts(self, now: dt.datetime) -> dict[str, str]:
        """When each item starts, in words; see ``expected``."""
        return {
            uid: self.words.time(start) if start else ""
            for uid, start in self.expected(now).items()
        }

    def expected(self, now: dt.datetime) -> dict[str, dt.datetime | None]:
        """When each item starts: as it did, else as it would if all goes on like this."""
        found = {}
        state = self.progress(now)
        coming = {each.item.uid: each.start for each in state.coming} if state else {}
        led = leaders(self.standing.items)
        for item in self.standing.items:
            planned = coming.get(led[item.uid].uid) or self.schedule.slot(item.uid).start
            found[item.uid] = item.started_at or (None if item.is_left_out else planned)
        return found

    def remember_speakers(self, statements: Sequence[StatementView]) -> None:
        """Who spoke, the latest last in ``statements``; ``@`` offers them first."""
        latest = [s.participant_uid for s in reversed(statements) if s.participant_uid]
        self._previous = tuple(dict.fromkeys((*latest, *self._previous)))

    def context(self) -> EntryContext:
        """What the shorthand means for the item written to."""
        item = self.standing.written_to
        return shorthand_context(
            self._texts,
            self._voices,
            previous=self._previous,
            offered=item.kinds_offered if item else (),
            themes=self._themes,
            blocks=self._blocks,
            today=self.view.date,
        )
