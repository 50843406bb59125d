"""Sessions as they come in: made and changed."""

import datetime as dt

from pydantic import Field

from app.domain.sessions import (
    CODE,
    DEFAULT_TIME_ZONE,
    MAX_CODE,
    MAX_INFORMATION,
    MAX_SECONDS_EACH,
    MIN_SECONDS_EACH,
    SECONDS_EACH,
)
from app.domain.validated import Validated
from app.domain.vocabulary import NamingLevel


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
    earlier_uid: str | None = None
    """Take the plan from this session instead of the guide, and its series with it."""
    with_participants: bool = False
    """Invite the people of that session, too; what they were asked there holds there only."""
    with_topics: bool = False
    """Take the topics of its parking lot that are still open, too."""


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
    information: str = Field(default="", max_length=MAX_INFORMATION)
    agreed_end: dt.time | None = None
    seconds_each: int = Field(default=SECONDS_EACH, ge=MIN_SECONDS_EACH, le=MAX_SECONDS_EACH)
    feedback_until: dt.date | None = None
