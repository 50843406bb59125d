"""Cutting a statement in two and putting several together, inside one operation."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.statement_parts import (
    actors_of_parts,
    least_worked_on,
    merged,
    merged_numbers,
    state_after_change,
)
from app.domain.statements import MAX_TEXT, StatementView, actor_from, stored
from app.domain.text import fold
from app.domain.vocabulary import StatementState
from app.errors import BadInputError
from app.services import lookup
from app.services.release import no_longer_released
from app.services.statement_reading import read_again
from app.services.statement_themes import replace_themes
from app.services.values import column_values, same
from app.storage.journal_codec import TABLES
from app.storage.queries import statements as queries
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork

STATEMENT = TABLES[Entity.STATEMENT]
PARTICIPANT = TABLES[Entity.PARTICIPANT]
NEXT_STEP = TABLES[Entity.NEXT_STEP]
_STAYS: dict[str, Any] = {"evidence": "", "evidence_also": None, "memo": ""}
"""What only the first part keeps: a number is never given twice, a memo is about one."""
_MADE = frozenset({"id", "uid", "created_at", "updated_at", "deleted_at"})


def split(unit: UnitOfWork, uid: str, first: str, second: str) -> str:
    """``uid`` keeps the text ``first``; returns the uid of the new statement behind it."""
    row = lookup.row(unit.connection, Entity.STATEMENT, uid)
    key = lookup.order_key_after(unit, Entity.STATEMENT, "plan_item_id", row["plan_item_id"], uid)
    staying, going = _confirmed_actors(row, second)
    kept = {name: value for name, value in row.items() if name not in _MADE}
    state = state_after_change(StatementState(row["state"])).value
    new = {**kept, **_STAYS, **_worded(second), "order_key": key, "state": state, **going}
    unit.change(Entity.STATEMENT, uid, {**_worded(first), **staying})
    no_longer_released(unit, [uid])
    made = new_uid()
    new_key = unit.create(Entity.STATEMENT, new, made)
    replace_themes(unit, new_key, made, set(queries.theme_ids(unit.driver, row["id"])))
    read_again(unit, [uid, made])
    return made


def _confirmed_actors(row: Any, second: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The actors of both parts, if somebody has confirmed them; else both are read anew."""
    if not row["reading_confirmed"]:
        return {}, {}
    actors = [actor_from(value) for value in row["actors"] or ()]
    first, last = (
        {"actors": [stored(a) for a in part] or None} for part in actors_of_parts(actors, second)
    )
    return first, last


def _worded(text: str) -> dict[str, str]:
    return {"text": text, "folded": fold(text)}


def merge(unit: UnitOfWork, statements: Sequence[StatementView]) -> None:
    """Everything goes into the first of ``statements``; the others are deleted."""
    first, *others = statements
    _check_length(statements)
    values = column_values(merged(statements))
    del values["themes"]
    values["participant_id"] = _participant_key(unit, values.pop("participant_uid"))
    number, also = merged_numbers(statements)
    state = least_worked_on(statement.state for statement in statements)
    columns = {
        "evidence": number,
        "evidence_also": list(also) or None,
        "state": state_after_change(state).value,
    }
    row = lookup.row(unit.connection, Entity.STATEMENT, first.uid)
    values = {**_like_stored(row, values), **columns, "folded": fold(values["text"])}
    unit.change(Entity.STATEMENT, first.uid, values)
    _join_themes(unit, row["id"], first.uid, [s.uid for s in others])
    _move_next_steps(unit, row["id"], [s.uid for s in others])
    unit.delete_many(Entity.STATEMENT, [s.uid for s in others])


def _check_length(statements: Sequence[StatementView]) -> None:
    texts, memos = ([s.text for s in statements], [s.memo for s in statements])
    length = max(sum(len(text) + 3 for text in each) for each in (texts, memos))
    if length > MAX_TEXT:
        raise BadInputError("merge_too_long", length=length, limit=MAX_TEXT)


def _like_stored(row: Any, values: dict[str, Any]) -> dict[str, Any]:
    """What is nothing before and after stays the nothing that is stored, be it NULL or empty."""
    return {name: row[name] if same(row[name], value) else value for name, value in values.items()}


def _participant_key(unit: UnitOfWork, uid: str | None) -> int | None:
    query = select(PARTICIPANT.c.id).where(PARTICIPANT.c.uid == uid)
    return None if uid is None else int(unit.connection.execute(query).scalar_one())


def _keys(unit: UnitOfWork, uids: Sequence[str]) -> list[int]:
    query = select(STATEMENT.c.id).where(STATEMENT.c.uid.in_(uids))
    return list(unit.connection.execute(query).scalars())


def _join_themes(unit: UnitOfWork, key: int, uid: str, others: Sequence[str]) -> None:
    wanted = set(queries.theme_ids(unit.driver, key))
    for other in _keys(unit, others):
        wanted |= set(queries.theme_ids(unit.driver, other))
    replace_themes(unit, key, uid, wanted)


def _move_next_steps(unit: UnitOfWork, key: int, others: Sequence[str]) -> None:
    """A next step that came from one of the others comes from the first now."""
    steps = unit.connection.execute(
        select(NEXT_STEP.c.uid).where(
            NEXT_STEP.c.statement_id.in_(_keys(unit, others)), NEXT_STEP.c.deleted_at.is_(None)
        )
    ).scalars()
    unit.change_many(Entity.NEXT_STEP, {uid: {"statement_id": key} for uid in list(steps)})
