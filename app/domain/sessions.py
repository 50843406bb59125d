"""Dialogue sessions (Gespräch): drafts that go in, views that come out."""

import datetime as dt
from dataclasses import dataclass

from pydantic import Field

from app.domain.validated import Validated
from app.domain.vocabulary import NamingLevel, SessionState

DEFAULT_TIME_ZONE = "Europe/Berlin"
MAX_CODE = 12
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


class SessionDraft(Validated):
    """A new session: date and place are asked, everything else has a default."""

    date: dt.date
    place: str = Field(default="", max_length=500)
    title: str = Field(default="", max_length=500)
    """Empty: made from the guide's title and the place."""
    series_uid: str | None = None
    """None: the series of the guide, created if there is none yet."""
    guide_key: str = "strategiegespraech-quartier"
    start_time: dt.time | None = None
    time_zone: str = DEFAULT_TIME_ZONE


class SessionChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    title: str = Field(default="", min_length=1, max_length=500)
    date: dt.date = dt.date.min
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    time_zone: str = DEFAULT_TIME_ZONE
    place: str = Field(default="", max_length=500)
    host: str = Field(default="", max_length=500)
    occasion: str = Field(default="", max_length=2000)
    facilitators: tuple[str, ...] = ()
    note_takers: tuple[str, ...] = ()
    distribution: str = Field(default="", max_length=2000)
    naming: NamingLevel = NamingLevel.ORGANISATION
    confidential: bool = False
    code: str = Field(default="", max_length=MAX_CODE, pattern=CODE)
