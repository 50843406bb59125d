"""Statements, their themes and the next steps."""

import datetime as dt
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from app.storage.tables.base import OptionalJSON, TravellingRow


class StatementRow(TravellingRow, table=True):
    """What somebody said. ``folded`` is the text as the search sees it (``domain.text.fold``)."""

    __tablename__ = "statement"
    __table_args__ = (
        # What is counted in a session – per question, per person, results, first and last moment,
        # whether all have evidence numbers – comes from the index alone.
        Index(
            "ix_statement_session",
            "session_id",
            "deleted_at",
            "plan_item_id",
            "participant_id",
            "is_result",
            "recorded_at",
            "evidence",
        ),
        # With the uid, which decides between equal order keys: rows come in order without sorting.
        Index("ix_statement_plan_item", "plan_item_id", "order_key", "uid"),
        # Which questions have a result: hardly any row is in here.
        Index(
            "ix_statement_result",
            "plan_item_id",
            sqlite_where=text("is_result = 1 AND deleted_at IS NULL"),
        ),
    )

    session_id: int = Field(foreign_key="dialogue_session.id")
    plan_item_id: int = Field(foreign_key="plan_item.id")
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    order_key: str
    text: str
    folded: str
    kind: str
    recorded_at: dt.datetime
    source: str = ""
    verbatim: bool = False
    is_result: bool = False
    naming: str | None = None
    addressees: list[Any] | None = Field(default=None, sa_type=OptionalJSON)
    addressee_note: str = ""
    details: dict[str, Any] | None = Field(default=None, sa_type=OptionalJSON)
    actors: list[Any] | None = Field(default=None, sa_type=OptionalJSON)
    reading_confirmed: bool = False
    person_unclear: str = ""
    evidence: str = ""
    memo: str = ""
    clarify: bool = False
    assent: int = 0
    dissent: int = 0
    evidence_also: list[Any] | None = Field(default=None, sa_type=OptionalJSON)
    about: list[Any] | None = Field(default=None, sa_type=OptionalJSON)
    cluster: str = ""
    in_short: bool | None = None
    outcome: str | None = None
    state: str = "note"


class StatementThemeRow(SQLModel, table=True):
    """Which themes a statement is about."""

    __tablename__ = "statement_theme"

    statement_id: int = Field(foreign_key="statement.id", primary_key=True)
    theme_id: int = Field(foreign_key="theme.id", primary_key=True, index=True)


class NextStepRow(TravellingRow, table=True):
    """Nächster Schritt of a session."""

    __tablename__ = "next_step"

    session_id: int = Field(foreign_key="dialogue_session.id", index=True)
    statement_id: int | None = Field(default=None, foreign_key="statement.id", index=True)
    order_key: str
    text: str
    who: str = ""
    """As it was written; a participant is called as in the list of participants."""
    due: dt.date | None = None
    participant_id: int | None = Field(default=None, foreign_key="participant.id")
