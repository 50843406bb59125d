"""The plan of a session, as views."""

import json
from collections.abc import Mapping
from typing import Any

from app.domain.pauses import pauses_of
from app.domain.plan import PlanItemView
from app.domain.tables import tables_of
from app.domain.vocabulary import Addressee, PlanItemKind, Reading, StatementKind
from app.storage.database import Driver
from app.storage.moments import aware, time_of
from app.storage.queries.reading import Read, fields_of, if_given, list_of, listed

_IN_SESSION = """
    SELECT i.uid, i.kind, i.title, i.text, i.minutes, i.min_minutes, i.protected, i.pinned_start,
        i.identity, i.statement_kind, i.kinds_offered, i.details_offered, i.default_addressees,
        i.reading, i.prompts, i.notes, i.summary, i.speaker, i.organisation, i.started_at,
        i.ended_at, i.optional, i.block, i.method, i.minutes_now, i.in_writing, i.pauses, i.tables,
        c.statements, c.results
    FROM plan_item i
    LEFT JOIN (
        SELECT plan_item_id, count(*) AS statements, sum(is_result) AS results FROM statement
        WHERE session_id = (SELECT id FROM dialogue_session WHERE uid = :session)
            AND deleted_at IS NULL
        GROUP BY plan_item_id
    ) c ON c.plan_item_id = i.id
    WHERE i.session_id = (SELECT id FROM dialogue_session WHERE uid = :session)
        AND i.deleted_at IS NULL
    ORDER BY i.order_key, i.uid"""


def in_session(driver: Driver, session_uid: str) -> tuple[PlanItemView, ...]:
    """The items of a session's plan in order, questions numbered, with their counts."""
    views, number = [], 0
    for row in driver.execute(_IN_SESSION, {"session": session_uid}):
        is_question = row[1] == PlanItemKind.QUESTION
        number += is_question
        views.append(_view(row, number if is_question else None))
    return tuple(views)


def session_of(driver: Driver, item_uid: str) -> str | None:
    """The uid of the session whose plan has this item."""
    row = driver.execute(
        """SELECT d.uid FROM dialogue_session d JOIN plan_item i ON i.session_id = d.id
           WHERE i.uid = ?""",
        (item_uid,),
    ).fetchone()
    return row[0] if row else None


def _view(row: Any, number: int | None) -> PlanItemView:
    return PlanItemView(number=number, **fields_of(_NAMES, row, _READ))


_NAMES = (
    *("uid", "kind", "title", "text", "minutes", "min_minutes", "protected", "pinned_start"),
    *("identity", "statement_kind", "kinds_offered", "details_offered", "default_addressees"),
    *("reading", "prompts", "notes", "summary", "speaker", "organisation", "started_at"),
    *("ended_at", "optional", "block", "method", "minutes_now", "in_writing", "pauses", "tables"),
    *("statement_count", "result_count"),
)
"""The columns of ``_IN_SESSION`` as the view calls them."""
_READ: Mapping[str, Read] = {
    "kind": PlanItemKind,
    "protected": bool,
    "pinned_start": if_given(time_of),
    "statement_kind": StatementKind,
    "kinds_offered": list_of(StatementKind),
    "details_offered": listed,
    "default_addressees": list_of(Addressee),
    "reading": Reading,
    "prompts": listed,
    "started_at": if_given(aware),
    "ended_at": if_given(aware),
    "optional": bool,
    "in_writing": bool,
    "pauses": lambda value: pauses_of(json.loads(value)) if value else (),
    "tables": lambda value: tables_of(json.loads(value)),
    "statement_count": lambda value: value or 0,
    "result_count": lambda value: value or 0,
}
