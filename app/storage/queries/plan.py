"""The plan of a session, as views."""

from typing import Any

from sqlalchemy import Connection, Integer, bindparam, func, select, type_coerce

from app.domain.changes import Entity
from app.domain.plan import PlanItemView
from app.domain.vocabulary import Addressee, PlanItemKind, Reading, StatementKind
from app.storage.journal_codec import TABLES

ITEM = TABLES[Entity.PLAN_ITEM]
SESSION = TABLES[Entity.SESSION]
STATEMENT = TABLES[Entity.STATEMENT]


_SESSION_ID = select(SESSION.c.id).where(SESSION.c.uid == bindparam("session")).scalar_subquery()
_COUNTS = (
    select(
        STATEMENT.c.plan_item_id,
        func.count().label("statements"),
        # A sum of yes and no would come back as yes or no.
        func.sum(type_coerce(STATEMENT.c.is_result, Integer)).label("results"),
    )
    .where(STATEMENT.c.session_id == _SESSION_ID, STATEMENT.c.deleted_at.is_(None))
    .group_by(STATEMENT.c.plan_item_id)
    .subquery()
)
# Built once: making it anew takes longer than running it.
_IN_SESSION = (
    select(ITEM, _COUNTS.c.statements, _COUNTS.c.results)
    .outerjoin(_COUNTS, _COUNTS.c.plan_item_id == ITEM.c.id)
    .where(ITEM.c.session_id == _SESSION_ID, ITEM.c.deleted_at.is_(None))
    .order_by(ITEM.c.order_key, ITEM.c.uid)
)


def in_session(connection: Connection, session_uid: str) -> tuple[PlanItemView, ...]:
    """The items of a session's plan in order, questions numbered, with their counts."""
    rows = connection.execute(_IN_SESSION, {"session": session_uid}).mappings()
    views, number = [], 0
    for row in rows:
        is_question = row["kind"] == PlanItemKind.QUESTION
        number += is_question
        views.append(_view(row, number if is_question else None))
    return tuple(views)


def _view(row: Any, number: int | None) -> PlanItemView:
    return PlanItemView(
        uid=row["uid"],
        kind=PlanItemKind(row["kind"]),
        title=row["title"],
        text=row["text"],
        number=number,
        minutes=row["minutes"],
        min_minutes=row["min_minutes"],
        protected=row["protected"],
        pinned_start=row["pinned_start"],
        identity=row["identity"],
        statement_kind=StatementKind(row["statement_kind"]),
        kinds_offered=tuple(StatementKind(kind) for kind in row["kinds_offered"]),
        details_offered=tuple(row["details_offered"]),
        default_addressees=tuple(Addressee(value) for value in row["default_addressees"]),
        reading=Reading(row["reading"]),
        prompts=tuple(row["prompts"]),
        notes=row["notes"],
        summary=row["summary"],
        speaker=row["speaker"],
        organisation=row["organisation"],
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        statement_count=row["statements"] or 0,
        result_count=row["results"] or 0,
    )
