"""The plan of a session (Ablauf): its items in order. Times are worked out in ``schedule``."""

import datetime as dt
from dataclasses import dataclass

from app.domain.pauses import Pause, time_paused
from app.domain.tables import Table
from app.domain.vocabulary import Addressee, PlanItemKind, Reading, StatementKind

MAX_KINDS_OFFERED = 4
MAX_MINUTES = 1440
MAX_BLOCK_KEY = 36
MAX_METHOD = 100


@dataclass(frozen=True, slots=True)
class PlanItemView:
    """One item of the plan.

    ``title`` is the short name for lists ("Kooperationen"), ``text`` the whole question; a
    presentation carries ``speaker`` and ``organisation``. ``number`` counts the questions from 1.
    ``started_at``/``ended_at`` (UTC) are the actual times; an item with a start and no end runs.
    """

    uid: str
    kind: PlanItemKind
    title: str
    text: str
    number: int | None
    minutes: int
    min_minutes: int
    protected: bool
    pinned_start: dt.time | None
    identity: str
    """The question across sessions; empty for other items."""
    statement_kind: StatementKind
    kinds_offered: tuple[StatementKind, ...]
    reading: Reading
    prompts: tuple[str, ...]
    notes: str
    """For the facilitator only; in no export."""
    summary: str
    speaker: str
    organisation: str
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    statement_count: int
    result_count: int
    details_offered: tuple[str, ...] = ()
    """Fields for afterwards that this question asks for; see ``guides.details_for``."""
    default_addressees: tuple[Addressee, ...] = ()
    """Addressees a new statement starts with (question 8: the Bund)."""
    optional: bool = False
    """May be left out when time runs over."""
    block: str = ""
    """Items of the same block run as one, with the first of them; empty: alone."""
    method: str = ""
    """Key of the method card that is attached; see ``methods``."""
    minutes_now: int | None = None
    """Minutes as decided while leading; None: as planned, 0: left out."""
    in_writing: bool = False
    """Not asked in the room: the answers are handed in in writing."""
    pauses: tuple[Pause, ...] = ()
    """When its clock stood still; the last one has no end while it still does."""
    tables: tuple[Table, ...] = ()
    """The small groups that talk about it."""

    @property
    def heading(self) -> str:
        """What stands above its statements: the whole question or the item's title."""
        return self.text or self.title

    @property
    def is_running(self) -> bool:
        """True between start and end."""
        return self.started_at is not None and self.ended_at is None

    @property
    def is_paused(self) -> bool:
        """True while it runs with its clock standing still."""
        return self.is_running and bool(self.pauses) and self.pauses[-1].end is None

    @property
    def is_left_out(self) -> bool:
        """Whether it was decided that the room does without it."""
        return self.in_writing or self.minutes_now == 0

    @property
    def time_given(self) -> int:
        """The minutes it may take: as decided while leading, else as planned."""
        if self.in_writing:
            return 0
        return self.minutes if self.minutes_now is None else self.minutes_now

    def time_held(self, now: dt.datetime) -> dt.timedelta:
        """How long it has run until ``now`` or its end, pauses not counted."""
        if self.started_at is None:
            return dt.timedelta()
        until = self.ended_at or now
        held = until - self.started_at - time_paused(self.pauses, self.started_at, until)
        return max(held, dt.timedelta())
