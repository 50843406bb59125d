"""Statements (Beitrag): what somebody said, under one plan item."""

import datetime as dt
from dataclasses import dataclass

from pydantic import AwareDatetime, Field

from app.domain.validated import Validated
from app.domain.vocabulary import (
    ActivityStatus,
    Addressee,
    NamingLevel,
    OrganisationKind,
    Participation,
    StatementKind,
)

MAX_TEXT = 100_000
"""Longest text of a statement in characters (session document, version 1)."""
MAX_STEP = 5_000
MAX_MEMO = 10_000
MAX_CLUSTER = 200
MAX_COUNT = 9_999
"""Most people a room can hold."""


class StatementDetails(Validated):
    """The guide's fields for afterwards; which of them are offered depends on kind and question."""

    year: str = Field(default="", max_length=200)
    who_began: str = Field(default="", max_length=2000)
    status: ActivityStatus | None = None
    purpose: str = Field(default="", max_length=2000)
    since: str = Field(default="", max_length=200)
    place: str = Field(default="", max_length=500)
    role: str = Field(default="", max_length=500)
    level: str = Field(default="", max_length=500)
    why_missing: str = Field(default="", max_length=2000)
    who_asks: str = Field(default="", max_length=500)
    reason: str = Field(default="", max_length=5000)


NO_DETAILS = StatementDetails.model_construct()
"""For statements without any, which are most: one object, quick to recognise. Nothing to check."""


class Actor(Validated):
    """An organisation or a group named in a statement, and whether it takes part or is missing."""

    name: str = Field(min_length=1, max_length=500)
    participation: Participation = Participation.TAKES_PART
    kind: OrganisationKind | None = None


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


class StatementDraft(Validated):
    """What the entry line hands over. The text is cleaned by the service."""

    plan_item_uid: str
    text: str = Field(min_length=1, max_length=MAX_TEXT)
    kind: StatementKind | None = None
    """None: the plan item's kind."""
    participant_uid: str | None = None
    source: str = Field(default="", max_length=200)
    verbatim: bool = False
    is_result: bool = False
    themes: tuple[str, ...] = ()
    person_unclear: str = Field(default="", max_length=50)
    memo: str = Field(default="", max_length=MAX_MEMO)
    clarify: bool = False
    assent: int = Field(default=0, ge=0, le=MAX_COUNT)
    dissent: int = Field(default=0, ge=0, le=MAX_COUNT)
    about: tuple[str, ...] = ()
    cluster: str = Field(default="", max_length=MAX_CLUSTER)
    recorded_at: AwareDatetime | None = None
    """None: now."""
    draft_revision: int | None = None
    """Revision of the kept draft this statement came from; it ends with the commit."""


class StatementChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    text: str = Field(default="", min_length=1, max_length=MAX_TEXT)
    kind: StatementKind = StatementKind.REMARK
    participant_uid: str | None = None
    source: str = Field(default="", max_length=200)
    recorded_at: AwareDatetime = dt.datetime.min.replace(tzinfo=dt.UTC)
    verbatim: bool = False
    is_result: bool = False
    naming: NamingLevel | None = None
    addressees: tuple[Addressee, ...] = ()
    addressee_note: str = Field(default="", max_length=2000)
    themes: tuple[str, ...] = ()
    details: StatementDetails = NO_DETAILS
    actors: tuple[Actor, ...] = ()
    reading_confirmed: bool = False
    person_unclear: str = Field(default="", max_length=50)
    memo: str = Field(default="", max_length=MAX_MEMO)
    clarify: bool = False
    assent: int = Field(default=0, ge=0, le=MAX_COUNT)
    dissent: int = Field(default=0, ge=0, le=MAX_COUNT)
    about: tuple[str, ...] = ()
    cluster: str = Field(default="", max_length=MAX_CLUSTER)


@dataclass(frozen=True, slots=True)
class NextStepView:
    """Nächster Schritt with person and date."""

    uid: str
    text: str
    who: str
    due: dt.date | None
    statement_uid: str | None
    evidence: str


class NextStepDraft(Validated):
    """A next step to add."""

    text: str = Field(min_length=1, max_length=MAX_STEP)
    who: str = Field(default="", max_length=500)
    due: dt.date | None = None
    statement_uid: str | None = None
    draft_revision: int | None = None
    """As in ``StatementDraft``, if it was typed into the entry line."""
