"""The rows of a session document beyond version 1, entity by entity, each with its id.

Each model lists the fields of one entity; their defaults are those of a new row. How they are read
stands in ``document_extensions``.
"""

import datetime as dt
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
)
from pydantic_core import PydanticCustomError

from app.domain.document_statements import showable
from app.domain.exports import MAX_RECIPIENT
from app.domain.feedback import MAX_COMMENT, MAX_WHO
from app.domain.in_the_room import MAX_TOPIC, MAX_WORDING
from app.domain.incoming.tables import TableDraft
from app.domain.minutes_wishes import MinutesWishes
from app.domain.people import MAX_CONTACT
from app.domain.photos import (
    LOGO_HEIGHT,
    MAX_ALT_TEXT,
    MAX_CAPTION,
    MAX_LOGO_BASE64,
    MAX_LOGO_HEIGHT,
    MIN_LOGO_HEIGHT,
)
from app.domain.plan import MAX_BLOCK_KEY, MAX_METHOD
from app.domain.sessions import (
    CODE,
    MAX_CODE,
    MAX_FEEDBACK_DAYS,
    MAX_INFORMATION,
    MAX_NAMES_LEFT,
    MAX_SECONDS_EACH,
    MIN_SECONDS_EACH,
    NAME_MARK,
    SECONDS_EACH,
)
from app.domain.statements import MAX_CLUSTER, MAX_COUNT, MAX_TEXT, Actor, StatementDetails
from app.domain.tables import MAX_TABLES
from app.domain.text_blocks import MAX_BLOCK, MAX_BLOCK_NAME
from app.domain.version_lines import LinePart
from app.domain.vocabulary import (
    Addressee,
    FeedbackAnswer,
    FeedbackDecision,
    FeedbackWay,
    MinutesKind,
    NamingLevel,
    OrganisationKind,
    Outcome,
    PlanItemKind,
    Presence,
    Reading,
    SessionState,
    StatementKind,
    StatementState,
    ThemeState,
)


def _written(value: Any) -> Any:
    """Moments stand as texts; pydantic would also take numbers for them."""
    if value is not None and not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    return value


def _in_utc(moment: dt.datetime | None) -> dt.datetime | None:
    """Moments are kept in UTC and shown in any zone; the ends of the calendar cannot be."""
    try:
        return moment and showable(moment.astimezone(dt.UTC))
    except OverflowError:
        raise PydanticCustomError("datetime_range", "not in every zone") from None


WRITTEN = BeforeValidator(_written)
Moment = Annotated[AwareDatetime | None, WRITTEN, AfterValidator(_in_utc)]


class Extra(BaseModel):
    """Base of the extension rows. Every field may be missing."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class SeriesExtra(Extra):
    """Fields of a series."""

    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: StrictInt | None = Field(default=None, ge=1, le=1000)
    is_example: StrictBool = False
    guide_key: str = ""
    minutes: MinutesWishes | None = None
    feedback_days: StrictInt | None = Field(default=None, ge=0, le=MAX_FEEDBACK_DAYS)
    with_release: StrictBool = False


class SessionExtra(Extra):
    """Fields of a session's head."""

    occasion: str = ""
    distribution: str = ""
    naming: NamingLevel = NamingLevel.ORGANISATION
    confidential: StrictBool = False
    code: str = Field(default="", max_length=MAX_CODE, pattern=CODE)
    guide_key: str = ""
    guide_title: str = ""
    state: SessionState = SessionState.REVIEW
    information: str = Field(default="", max_length=MAX_INFORMATION)
    agreed_end: Annotated[dt.time | None, WRITTEN] = None
    seconds_each: StrictInt = Field(default=SECONDS_EACH, ge=MIN_SECONDS_EACH, le=MAX_SECONDS_EACH)
    feedback_until: Annotated[dt.date | None, WRITTEN] = None
    names_left: tuple[Annotated[str, Field(pattern=NAME_MARK)], ...] = Field(
        default=(), max_length=MAX_NAMES_LEFT
    )


class OrganisationExtra(Extra):
    """An organisation; version 1 knows only its name."""

    name: str = Field(min_length=1, max_length=MAX_TEXT)
    kind: OrganisationKind | None = None


class ThemeExtra(Extra):
    """A code of the series' codebook."""

    name: str = Field(min_length=1, max_length=MAX_TEXT)
    definition: str = ""
    state: ThemeState = ThemeState.ACCEPTED


class OwnWordExtra(Extra):
    """A word that is spelled right in the series."""

    word: str = Field(min_length=1, max_length=100)


class TextBlockExtra(Extra):
    """A text that stands for its short name in the series."""

    name: str = Field(min_length=1, max_length=MAX_BLOCK_NAME)
    text: str = Field(min_length=1, max_length=MAX_BLOCK)


class ParticipantExtra(Extra):
    """Presence and choices of a participant; ``naming`` null: the session's level holds."""

    naming: NamingLevel | None = None
    presence: Presence = Presence.EXPECTED
    is_guest: StrictBool = False
    arrived_at: Moment = None
    left_at: Moment = None
    on_attendance_list: StrictBool | None = None
    attendance_list_at: Moment = None
    may_be_named: StrictBool | None = None
    naming_at: Moment = None
    may_be_photographed: StrictBool | None = None
    photo_at: Moment = None
    may_be_contacted: StrictBool | None = None
    contact_at: Moment = None
    contact: str = Field(default="", max_length=MAX_CONTACT)
    withdrawn_at: Moment = None


class PauseExtra(BaseModel):
    """A time in which the clock of an item stood still."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    start: Annotated[AwareDatetime, WRITTEN, AfterValidator(_in_utc)]
    end: Moment = None


class PlanItemExtra(Extra):
    """An item of the plan; those that are no questions stand only here."""

    kind: PlanItemKind = PlanItemKind.QUESTION
    title: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=MAX_TEXT)
    position: StrictInt | None = None
    minutes: StrictInt = Field(default=0, ge=0, le=1440)
    min_minutes: StrictInt = Field(default=0, ge=0, le=1440)
    protected: StrictBool = False
    pinned_start: Annotated[dt.time | None, WRITTEN] = None
    identity: str = ""
    statement_kind: StatementKind = StatementKind.REMARK
    kinds_offered: tuple[StatementKind, ...] = ()
    details_offered: tuple[str, ...] = ()
    default_addressees: tuple[Addressee, ...] = ()
    reading: Reading = Reading.NONE
    prompts: tuple[str, ...] = ()
    notes: str = ""
    summary: str = Field(default="", max_length=MAX_TEXT)
    speaker: str = ""
    organisation: str = ""
    started_at: Moment = None
    ended_at: Moment = None
    optional: StrictBool = False
    block: str = Field(default="", max_length=MAX_BLOCK_KEY)
    method: str = Field(default="", max_length=MAX_METHOD)
    minutes_now: StrictInt | None = Field(default=None, ge=0, le=1440)
    in_writing: StrictBool = False
    pauses: tuple[PauseExtra, ...] = ()
    tables: tuple[TableDraft, ...] = Field(default=(), max_length=MAX_TABLES)


class StatementExtra(Extra):
    """What a statement has beyond version 1."""

    source: str = ""
    is_result: StrictBool = False
    naming: NamingLevel | None = None
    addressee_note: str = ""
    details: StatementDetails | None = None
    actors: tuple[Actor, ...] = ()
    reading_confirmed: StrictBool = False
    person_unclear: str = ""
    evidence: str = ""
    memo: str = Field(default="", max_length=MAX_TEXT)
    clarify: StrictBool = False
    assent: StrictInt = Field(default=0, ge=0, le=MAX_COUNT)
    dissent: StrictInt = Field(default=0, ge=0, le=MAX_COUNT)
    evidence_also: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    cluster: str = Field(default="", max_length=MAX_CLUSTER)
    in_short: StrictBool | None = None
    outcome: Outcome | None = None
    state: StatementState = StatementState.NOTE


class NextStepExtra(Extra):
    """A next step; ``statement`` is the id of the statement it came from.

    ``participant`` is the id of who does it; ``who`` how it was written.
    """

    text: str = Field(min_length=1, max_length=MAX_TEXT)
    who: str = ""
    participant: str | None = None
    due: Annotated[dt.date | None, WRITTEN] = None
    statement: str | None = None
    position: StrictInt | None = None


class OffRecordPassageExtra(Extra):
    """A passage off the record at a plan item; without an end it went on when it was written."""

    plan_item: str
    started_at: Annotated[AwareDatetime, WRITTEN, AfterValidator(_in_utc)]
    ended_at: Moment = None
    printed: StrictBool = True


class HandCountExtra(Extra):
    """A show of hands at a plan item."""

    plan_item: str
    wording: str = Field(min_length=1, max_length=MAX_WORDING)
    agree: StrictInt = Field(default=0, ge=0, le=MAX_COUNT)
    disagree: StrictInt = Field(default=0, ge=0, le=MAX_COUNT)
    undecided: StrictInt = Field(default=0, ge=0, le=MAX_COUNT)
    counted_at: Annotated[AwareDatetime, WRITTEN]
    position: StrictInt | None = None


class ParkedTopicExtra(Extra):
    """A topic of the parking lot, with the id of the item under which it came up."""

    plan_item: str | None = None
    text: str = Field(min_length=1, max_length=MAX_TOPIC)
    settled: StrictBool = False
    position: StrictInt | None = None


class PhotoExtra(Extra):
    """A photo at a plan item. What it shows stands beside these as ``data``."""

    plan_item: str
    caption: str = Field(default="", max_length=MAX_CAPTION)
    alt_text: str = Field(default="", max_length=MAX_ALT_TEXT)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    position: StrictInt | None = None


class LogoExtra(Extra):
    """A logo in the head of the minutes of the series; ``data`` is the picture as base64."""

    alt_text: str = Field(default="", max_length=MAX_ALT_TEXT)
    height_mm: StrictInt = Field(default=LOGO_HEIGHT, ge=MIN_LOGO_HEIGHT, le=MAX_LOGO_HEIGHT)
    position: StrictInt | None = None
    data: str = Field(min_length=1, max_length=MAX_LOGO_BASE64)


class ExportExtra(Extra):
    """A line of the export log. ``named`` are participants of the session."""

    exported_at: Annotated[AwareDatetime, WRITTEN, AfterValidator(_in_utc)]
    kind: str = Field(min_length=1, max_length=50)
    form: str = Field(min_length=1, max_length=50)
    version: StrictInt | None = Field(default=None, ge=1)
    state: str = Field(default="", max_length=50)
    naming: str = Field(default="", max_length=50)
    options: dict[str, StrictBool | str] = Field(default_factory=dict)
    template: str = ""
    recipient: str = Field(default="", max_length=MAX_RECIPIENT)
    file_name: str = ""
    named: tuple[str, ...] = ()


class LineExtra(BaseModel):
    """A line that minutes printed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    part: LinePart
    key: str
    number: str = ""
    text: str = Field(default="", max_length=MAX_TEXT)
    rest: str = ""
    who: str = ""
    themes: str = ""
    memo: str = ""


class MinutesVersionExtra(Extra):
    """What minutes of one kind printed when a version of them was first given out."""

    number: StrictInt = Field(ge=1)
    kind: MinutesKind
    given_on: Annotated[dt.date, WRITTEN]
    lines: tuple[LineExtra, ...] = ()


class FeedbackExtra(Extra):
    """An answer to the statement with the id ``statement``; without one that statement is gone.

    ``participant`` is the id of who gave it, ``who`` how the name was written.
    """

    statement: str | None = None
    participant: str | None = None
    evidence: str = ""
    who: str = Field(default="", max_length=MAX_WHO)
    way: FeedbackWay = FeedbackWay.FORM
    given_on: Annotated[dt.date, WRITTEN]
    answer: FeedbackAnswer
    wording: str = Field(default="", max_length=MAX_TEXT)
    comment: str = Field(default="", max_length=MAX_COMMENT)
    tracked: StrictBool = False
    decision: FeedbackDecision | None = None
    reason: str = Field(default="", max_length=MAX_COMMENT)
    decided_at: Moment = None
    form: str = Field(default="", max_length=MAX_WHO)


MODELS: dict[str, type[Extra]] = {
    "series": SeriesExtra,
    "session": SessionExtra,
    "organisation": OrganisationExtra,
    "theme": ThemeExtra,
    "own_word": OwnWordExtra,
    "text_block": TextBlockExtra,
    "participant": ParticipantExtra,
    "plan_item": PlanItemExtra,
    "statement": StatementExtra,
    "next_step": NextStepExtra,
    "off_record_passage": OffRecordPassageExtra,
    "hand_count": HandCountExtra,
    "parked_topic": ParkedTopicExtra,
    "logo": LogoExtra,
    "export": ExportExtra,
    "minutes_version": MinutesVersionExtra,
    "photo": PhotoExtra,
    "feedback": FeedbackExtra,
}

STATEMENT_FIELDS = frozenset(
    [
        "plan_item",
        "participant",
        "position",
        "text",
        "kind",
        "recorded_at",
        "themes",
        "quote",
        "addressee",
    ]
)
"""Fields of version 1 that a statement under another item than a question has here too."""
