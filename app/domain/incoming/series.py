"""Series and their own words as they come in: made and changed."""

from pydantic import Field

from app.domain.sessions import MAX_FEEDBACK_DAYS
from app.domain.validated import Validated


class SeriesDraft(Validated):
    """What a new series needs."""

    title: str = Field(min_length=1, max_length=500)
    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: int | None = Field(default=None, ge=1, le=1000)
    feedback_days: int | None = Field(default=None, ge=0, le=MAX_FEEDBACK_DAYS)


class SeriesChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    title: str = Field(default="", min_length=1, max_length=500)
    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: int | None = Field(default=None, ge=1, le=1000)
    feedback_days: int | None = Field(default=None, ge=0, le=MAX_FEEDBACK_DAYS)
    with_release: bool = False


class OwnWordDraft(Validated):
    """A word that is spelled right in a series."""

    word: str = Field(min_length=1, max_length=100)
