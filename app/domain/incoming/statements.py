"""Statements and next steps as they come in: made and changed."""

import datetime as dt

from pydantic import AwareDatetime, Field

from app.domain.statements import (
    MAX_CLUSTER,
    MAX_COUNT,
    MAX_MEMO,
    MAX_STEP,
    MAX_TEXT,
    NO_DETAILS,
    Actor,
    StatementDetails,
)
from app.domain.validated import Validated
from app.domain.vocabulary import (
    Addressee,
    NamingLevel,
    Outcome,
    StatementKind,
)


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
    naming: NamingLevel | None = None
    """Stricter than the person's level, or None."""
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
    in_short: bool | None = None
    outcome: Outcome | None = None


class NextStepDraft(Validated):
    """A next step to add."""

    text: str = Field(min_length=1, max_length=MAX_STEP)
    who: str = Field(default="", max_length=500)
    participant_uid: str | None = None
    """Who does it, if it is somebody of the session."""
    due: dt.date | None = None
    statement_uid: str | None = None
    draft_revision: int | None = None
    """As in ``StatementDraft``, if it was typed into the entry line."""
