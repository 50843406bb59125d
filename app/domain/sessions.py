"""Dialogue sessions (Gespräch): drafts that go in, views that come out."""

import datetime as dt
from dataclasses import dataclass

from app.domain.vocabulary import NamingLevel, SessionState

DEFAULT_TIME_ZONE = "Europe/Berlin"
MAX_CODE = 12
MAX_INFORMATION = 10_000
SECONDS_EACH = 90
"""How long a person speaks at a time, until somebody knows better."""
MIN_SECONDS_EACH, MAX_SECONDS_EACH = 10, 3600
MAX_FEEDBACK_DAYS = 365
MAX_NAMES_LEFT = 2000
"""So many decisions on names in texts are kept, the newest ones."""
NAME_MARK = r"^[0-9a-f]{32}$"
"""How a decision on a name is kept; see ``minutes_names.NameInText.mark``."""
CODE = r"^[A-Za-z0-9ÄÖÜäöüß]*$"
"""What a session code may hold: it stands in front of every evidence number."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line in a list of sessions."""

    uid: str
    title: str
    date: dt.date
    start_time: dt.time | None
    end_time: dt.time | None
    place: str
    state: SessionState
    series_uid: str
    series_title: str
    is_example: bool
    number: int
    """Which session of its series this is, by date, starting at 1."""
    question_count: int
    participant_count: int
    statement_count: int
    questions_without_result: int


@dataclass(frozen=True, slots=True)
class SessionView:
    """The head of a session: everything that is not plan, people or statements."""

    uid: str
    title: str
    date: dt.date
    start_time: dt.time | None
    end_time: dt.time | None
    time_zone: str
    place: str
    host: str
    occasion: str
    facilitators: tuple[str, ...]
    note_takers: tuple[str, ...]
    distribution: str
    naming: NamingLevel
    confidential: bool
    state: SessionState
    code: str
    """Session code of the evidence numbers; the given one or S + number in the series."""
    licence: str
    source: str
    guide_key: str
    guide_title: str
    series_uid: str
    series_title: str
    is_example: bool
    number: int
    series_session_count: int
    information: str = ""
    """What is read out before anybody is asked; empty: the built-in text."""
    agreed_end: dt.time | None = None
    """An end agreed while leading, later than ``end_time``."""
    seconds_each: int = SECONDS_EACH
    """How long one contribution is taken to last; see ``reality``."""
    feedback_until: dt.date | None = None
    """The feedback deadline of this session; None: as the series has it."""
    feedback_days: int | None = None
    """So many days after a session the series takes feedback; None: it sets no deadline."""

    @property
    def feedback_deadline(self) -> dt.date | None:
        """Up to and with this day participants can ask for changes."""
        if self.feedback_until is not None or self.feedback_days is None:
            return self.feedback_until
        try:
            return self.date + dt.timedelta(days=self.feedback_days)
        except OverflowError:  # the calendar ends before
            return None
