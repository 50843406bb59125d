"""What a session document carries beyond version 1: rows by entity, each with its id.

Each model lists the fields of one entity; their defaults are those of a new row. Fields that are
not listed are ignored with a warning.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from app.domain.document import EXTENSION, SessionDocument
from app.domain.document_reader import Reader, Row, join, shown
from app.domain.statements import MAX_TEXT, Actor, StatementDetails
from app.domain.vocabulary import (
    Addressee,
    NamingLevel,
    OrganisationKind,
    PlanItemKind,
    Reading,
    SessionState,
    StatementKind,
    ThemeState,
)

SCHEMA = 1


class Extra(BaseModel):
    """Base of the extension rows. Every field may be missing."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class SeriesExtra(Extra):
    """Fields of a series."""

    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: int | None = Field(default=None, ge=1, le=1000)
    is_example: bool = False
    guide_key: str = ""


class SessionExtra(Extra):
    """Fields of a session's head."""

    occasion: str = ""
    distribution: str = ""
    naming: NamingLevel = NamingLevel.ORGANISATION
    confidential: bool = False
    code: str = ""
    guide_key: str = ""
    guide_title: str = ""
    state: SessionState = SessionState.REVIEW


class OrganisationExtra(Extra):
    """An organisation; version 1 knows only its name."""

    name: str = Field(min_length=1, max_length=500)
    kind: OrganisationKind | None = None


class ThemeExtra(Extra):
    """A code of the series' codebook."""

    name: str = Field(min_length=1, max_length=200)
    definition: str = ""
    state: ThemeState = ThemeState.ACCEPTED


class ParticipantExtra(Extra):
    """Choices of a participant; ``naming`` null: the session's level holds."""

    naming: NamingLevel | None = None
    on_attendance_list: bool | None = None


class PlanItemExtra(Extra):
    """An item of the plan; those that are no questions stand only here."""

    kind: PlanItemKind = PlanItemKind.QUESTION
    title: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=MAX_TEXT)
    position: int | None = None
    minutes: int = Field(default=0, ge=0, le=1440)
    min_minutes: int = Field(default=0, ge=0, le=1440)
    protected: bool = False
    pinned_start: dt.time | None = None
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
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None


class StatementExtra(Extra):
    """What a statement has beyond version 1."""

    source: str = ""
    is_result: bool = False
    naming: NamingLevel | None = None
    addressee_note: str = ""
    details: StatementDetails | None = None
    actors: tuple[Actor, ...] = ()
    reading_confirmed: bool = False
    person_unclear: str = ""
    evidence: str = ""


class NextStepExtra(Extra):
    """A next step; ``statement`` is the id of the statement it came from."""

    text: str = Field(min_length=1, max_length=MAX_TEXT)
    who: str = ""
    due: dt.date | None = None
    statement: str | None = None
    position: int | None = None


MODELS: dict[str, type[Extra]] = {
    "series": SeriesExtra,
    "session": SessionExtra,
    "organisation": OrganisationExtra,
    "theme": ThemeExtra,
    "participant": ParticipantExtra,
    "plan_item": PlanItemExtra,
    "statement": StatementExtra,
    "next_step": NextStepExtra,
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


def extension_rows(document: SessionDocument, reader: Reader, entity: str) -> Iterator[Row]:
    """The checked rows of one entity with only the fields that are present.

    Raises ``BadInputError`` with the place of the first fault.
    """
    model = MODELS[entity]
    own = frozenset(("id", *model.model_fields))
    known = own | STATEMENT_FIELDS if entity == "statement" else own
    for number, row in enumerate(document.extensions.get(entity, ())):
        where = f"extensions.{EXTENSION}.{entity}[{number}]"
        reader.unknown(row, known, where)
        yield Row(reader.uid(row, "id", where), where, _values(reader, model, row, where))


def _values(reader: Reader, model: type[Extra], row: dict[str, Any], where: str) -> dict[str, Any]:
    try:
        checked = model.model_validate(row)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"])
        raise reader.fail(
            "invalid", where=join(where, place), found=shown(fault["input"]), reason=fault["msg"]
        ) from None
    return {
        name: _clean(reader, _plain(getattr(checked, name)), where)
        for name in model.model_fields
        if name in row
    }


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC)
    return str(value) if isinstance(value, str) else value


def _clean(reader: Reader, value: Any, where: str) -> Any:
    if isinstance(value, str):
        return reader.clean(value, where)
    if isinstance(value, list):
        return [_clean(reader, part, where) for part in value]
    if isinstance(value, dict):
        return {key: _clean(reader, part, where) for key, part in value.items()}
    return value
