"""Statements (Beitrag): what somebody said, under one plan item."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any

from app.domain.vocabulary import (
    ActivityStatus,
    Addressee,
    NamingLevel,
    OrganisationKind,
    Outcome,
    Participation,
    StatementKind,
    StatementState,
)

MAX_TEXT = 100_000
"""Longest text of a statement in characters (session document, version 1)."""
MAX_STEP = 5_000
MAX_MEMO = 10_000
MAX_CLUSTER = 200
MAX_COUNT = 9_999
"""Most people a room can hold."""


@dataclass(frozen=True, slots=True)
class Between:
    """How many characters a text may have. Pydantic asks it; this module works without pydantic."""

    least: int
    most: int

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """The schema of a text, with the limits (pydantic's protocol for annotations)."""
        return {**handler(source), "min_length": self.least, "max_length": self.most}


_Name = Annotated[str, Between(1, 500)]
_Short = Annotated[str, Between(0, 200)]
_Line = Annotated[str, Between(0, 500)]
_Text = Annotated[str, Between(0, 2000)]

_CHECKED = {"extra": "forbid", "revalidate_instances": "always"}
"""For pydantic, where these come in as a part of something: also whoever made one is checked."""


@dataclass(frozen=True, slots=True)
class StatementDetails:
    """The guide's fields for afterwards; which of them are offered depends on kind and question."""

    __pydantic_config__ = _CHECKED

    year: _Short = ""
    who_began: _Text = ""
    status: ActivityStatus | None = None
    purpose: _Text = ""
    since: _Short = ""
    place: _Line = ""
    role: _Line = ""
    level: _Line = ""
    why_missing: _Text = ""
    who_asks: _Line = ""
    reason: Annotated[str, Between(0, 5000)] = ""


NO_DETAILS = StatementDetails()
"""For statements without any, which are most: one object, quick to recognise."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation or a group named in a statement, and whether it takes part or is missing."""

    __pydantic_config__ = _CHECKED

    name: _Name
    participation: Participation = Participation.TAKES_PART
    kind: OrganisationKind | None = None


def stored(part: StatementDetails | Actor) -> dict[str, str]:
    """A part of a statement as columns and documents hold it: without what is at its default."""
    filled = ((field.name, getattr(part, field.name), field.default) for field in fields(part))
    return {name: str(value) for name, value, default in filled if value != default}


def details_from(values: Mapping[str, str]) -> StatementDetails:
    """What ``stored`` made of details, which was checked when it came in."""
    if "status" not in values:
        return StatementDetails(**values)  # type: ignore[arg-type]
    return StatementDetails(**{**values, "status": ActivityStatus(values["status"])})  # type: ignore[arg-type]


def actor_from(values: Mapping[str, str]) -> Actor:
    """What ``stored`` made of an actor."""
    kind = values.get("kind")
    return Actor(
        name=values["name"],
        participation=Participation(values.get("participation", Participation.TAKES_PART)),
        kind=OrganisationKind(kind) if kind else None,
    )


@dataclass(frozen=True, slots=True)
class StatementView:
    """A recorded statement. ``themes`` are names; ``recorded_at`` is aware UTC."""

    uid: str
    plan_item_uid: str
    participant_uid: str | None
    source: str
    """Instead of a person, as "Tisch 2"."""
    text: str
    kind: StatementKind
    recorded_at: dt.datetime
    verbatim: bool = False
    is_result: bool = False
    naming: NamingLevel | None = None
    """Stricter than the person's level, or None."""
    addressees: tuple[Addressee, ...] = ()
    addressee_note: str = ""
    themes: tuple[str, ...] = ()
    details: StatementDetails = NO_DETAILS
    actors: tuple[Actor, ...] = ()
    reading_confirmed: bool = False
    person_unclear: str = ""
    """Initials that fitted several people ("SB"), to be settled later."""
    evidence: str = ""
    """Evidence number once given, else empty."""
    memo: str = ""
    """For ourselves: in no document and not searched."""
    clarify: bool = False
    """To be settled later (``?``)."""
    assent: int = 0
    """How many in the room agreed."""
    dissent: int = 0
    evidence_also: tuple[str, ...] = ()
    """Evidence numbers of statements that were merged into this one."""
    about: tuple[str, ...] = ()
    """Participants (uids) whose names stand in the text; printed only as they may be named."""
    cluster: str = ""
    """The group its card was put into; printed under the name of that group."""
    in_short: bool | None = None
    """Whether it stands in the short minutes; None: as proposed (``minutes.is_ticked``)."""
    outcome: Outcome | None = None
    """What the room said when it was read back; None: it was not."""
    state: StatementState = StatementState.NOTE
    """How far the work on it is, where the series wants statements released."""


@dataclass(frozen=True, slots=True)
class NextStepView:
    """Nächster Schritt with person and date.

    ``who`` is the name that ``participant_uid`` has now, or what was written where it has none.
    """

    uid: str
    text: str
    who: str
    due: dt.date | None
    statement_uid: str | None
    evidence: str
    participant_uid: str | None = None
