"""What a series wants in its minutes (Was hineinkommt): chosen once, kept and handed on with it."""

import datetime as dt
from typing import Any

from pydantic import Field

from app.domain.minutes import MinutesOptions
from app.domain.validated import Validated
from app.domain.vocabulary import MinutesKind, NamingLevel


class MinutesWishes(Validated):
    """The choices of one series, whichever kind of minutes is made."""

    naming_limit: NamingLevel = NamingLevel.NAME
    attribution: dict[MinutesKind, bool] = Field(default_factory=dict)
    """Who said what, by kind; a kind that is not here does as usual."""
    times: dict[MinutesKind, bool] = Field(default_factory=dict)
    """When it was said, likewise."""
    attendance_list: bool = True
    contents: bool = True
    signatures: bool = True
    statement_kinds: bool = True
    themes: bool = False
    memos: bool = False
    durations: bool = False
    """Planned and actual minutes of each item."""
    hands: bool = True
    """Shows of hands."""
    answers: bool = True
    """What the room said to a statement; the result sheet has it always."""
    parking_lot: bool = True
    distribution: bool = True
    photos: bool = False
    evidence: bool = True

    def options(self, kind: MinutesKind, created: dt.date, **more: object) -> MinutesOptions:
        """The options of a document of this kind; ``more`` are options no series keeps."""
        values: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields}
        for name in ("attribution", "times"):
            values[name] = values[name].get(kind)
        return MinutesOptions(kind=kind, created=created, **{**values, **more})

    def usual_for(self, kind: MinutesKind) -> MinutesOptions:
        """What a kind does with these choices; only the date is none."""
        return self.options(kind, dt.date.min)

    def changed(self, **changes: object) -> "MinutesWishes":
        """The same with some choices changed."""
        return self.model_copy(update=changes)

    def with_own(self, name: str, kind: MinutesKind, *, wanted: bool) -> "MinutesWishes":
        """The same with another choice of ``attribution`` or ``times`` for one kind."""
        return self.changed(**{name: {**getattr(self, name), kind: wanted}})
