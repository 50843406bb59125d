"""Series (Reihe): all sessions that share a purpose, a guide and a codebook."""

from dataclasses import dataclass

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
    template: str = ""
    """The name of its house template's file; empty: our own."""
    feedback_days: int | None = None
    """So many days after a session feedback is taken; None: there is no deadline."""
    with_release: bool = False
    """Whether statements are checked and released before minutes count as final."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A code of the series' codebook (Thema)."""

    uid: str
    name: str
    definition: str
    state: ThemeState
