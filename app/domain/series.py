"""Series (Reihe): all sessions that share a purpose, a guide and a codebook."""

from dataclasses import dataclass

from pydantic import Field

from app.domain.validated import Validated
from app.domain.vocabulary import ThemeState


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with what the start page says about it. ``held_count``: sessions not planned."""

    uid: str
    title: str
    purpose: str
    funding: str
    sender: str
    planned_sessions: int | None
    is_example: bool
    session_count: int
    held_count: int
    statement_count: int


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A code of the series' codebook (Thema)."""

    uid: str
    name: str
    definition: str
    state: ThemeState


class SeriesDraft(Validated):
    """What a new series needs."""

    title: str = Field(min_length=1, max_length=500)
    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: int | None = Field(default=None, ge=1, le=1000)


class SeriesChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    title: str = Field(default="", min_length=1, max_length=500)
    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: int | None = Field(default=None, ge=1, le=1000)


class OwnWordDraft(Validated):
    """A word that is spelled right in a series."""

    word: str = Field(min_length=1, max_length=100)
