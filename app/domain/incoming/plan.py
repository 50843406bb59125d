"""Plan items as they come in: made and changed."""

import datetime as dt

from pydantic import Field

from app.domain.incoming.tables import TableDraft
from app.domain.plan import MAX_BLOCK_KEY, MAX_KINDS_OFFERED, MAX_METHOD, MAX_MINUTES
from app.domain.tables import MAX_TABLES
from app.domain.validated import Validated
from app.domain.vocabulary import Addressee, PlanItemKind, Reading, StatementKind


class PlanItemDraft(Validated):
    """A new item of a plan or of a guide."""

    kind: PlanItemKind
    title: str = Field(min_length=1, max_length=200)
    text: str = Field(default="", max_length=2000)
    minutes: int = Field(default=10, ge=0, le=MAX_MINUTES)
    min_minutes: int = Field(default=0, ge=0, le=MAX_MINUTES)
    protected: bool = False
    optional: bool = False
    block: str = Field(default="", max_length=MAX_BLOCK_KEY)
    method: str = Field(default="", max_length=MAX_METHOD)
    tables: tuple[TableDraft, ...] = Field(default=(), max_length=MAX_TABLES)
    pinned_start: dt.time | None = None
    identity: str = ""
    statement_kind: StatementKind = StatementKind.REMARK
    kinds_offered: tuple[StatementKind, ...] = Field(default=(), max_length=MAX_KINDS_OFFERED)
    reading: Reading = Reading.NONE
    prompts: tuple[str, ...] = ()
    details_offered: tuple[str, ...] = ()
    default_addressees: tuple[Addressee, ...] = ()
    notes: str = ""
    speaker: str = Field(default="", max_length=500)
    organisation: str = Field(default="", max_length=500)


class PlanItemChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    title: str = Field(default="", min_length=1, max_length=200)
    text: str = Field(default="", max_length=2000)
    minutes: int = Field(default=10, ge=0, le=MAX_MINUTES)
    min_minutes: int = Field(default=0, ge=0, le=MAX_MINUTES)
    protected: bool = False
    optional: bool = False
    block: str = Field(default="", max_length=MAX_BLOCK_KEY)
    method: str = Field(default="", max_length=MAX_METHOD)
    tables: tuple[TableDraft, ...] = Field(default=(), max_length=MAX_TABLES)
    minutes_now: int | None = Field(default=None, ge=0, le=MAX_MINUTES)
    in_writing: bool = False
    pinned_start: dt.time | None = None
    statement_kind: StatementKind = StatementKind.REMARK
    kinds_offered: tuple[StatementKind, ...] = Field(default=(), max_length=MAX_KINDS_OFFERED)
    reading: Reading = Reading.NONE
    prompts: tuple[str, ...] = ()
    details_offered: tuple[str, ...] = ()
    default_addressees: tuple[Addressee, ...] = ()
    notes: str = ""
    summary: str = Field(default="", max_length=100_000)
    speaker: str = Field(default="", max_length=500)
    organisation: str = Field(default="", max_length=500)
