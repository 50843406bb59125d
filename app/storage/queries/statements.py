"""Statements in their order, as views."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, make_dataclass
from typing import Any

from sqlalchemy import Connection, Select, Text, and_, bindparam, func, select, type_coerce

from app.domain.changes import Entity
from app.domain.statements import (
    NO_DETAILS,
    Actor,
    NextStepView,
    StatementDetails,
    StatementView,
)
from app.domain.vocabulary import Addressee, NamingLevel, StatementKind
from app.storage.journal_codec import TABLES
from app.storage.moments import aware
from app.storage.tables import StatementThemeRow
from app.storage.tables.base import table_of

STATEMENT = TABLES[Entity.STATEMENT]
ITEM = TABLES[Entity.PLAN_ITEM]
PARTICIPANT = TABLES[Entity.PARTICIPANT]
SESSION = TABLES[Entity.SESSION]
THEME = TABLES[Entity.THEME]
NEXT_STEP = TABLES[Entity.NEXT_STEP]
LINK = table_of(StatementThemeRow)
_CHUNK = 500
_KINDS = {kind.value: kind for kind in StatementKind}
_OWN_COLUMNS = (
    "source",
    "text",
    "kind",
    "recorded_at",
    "verbatim",
    "is_result",
    "naming",
    "addressees",
    "addressee_note",
    "details",
    "actors",
    "reading_confirmed",
    "person_unclear",
    "evidence",
)


def in_session(
    connection: Connection, session_uid: str, plan_item_uid: str | None = None
) -> tuple[StatementView, ...]:
    """All statements of a session in the order of the protocol, or those of one plan item."""
    if plan_item_uid is None:
        return _views(connection, _IN_SESSION, {"session": session_uid})
    return _views(connection, _IN_ITEM, {"session": session_uid, "item": plan_item_uid})


def by_uids(connection: Connection, uids: Sequence[str]) -> tuple[StatementView, ...]:
    """The named statements that exist, in the order of the protocol."""
    return _views(connection, _BY_UIDS, {"uids": uids})


@dataclass(frozen=True, slots=True)
class _Query:
    """Reads statements, and the names of their themes.

    Themes are asked for once for all: joining them in would repeat every text.
    """

    statements: Select[Any]
    themes: Select[Any]


def _query(*conditions: Any) -> _Query:
    live = and_(*conditions, STATEMENT.c.deleted_at.is_(None))
    statements = (
        select(
            STATEMENT.c.id,
            STATEMENT.c.uid,
            ITEM.c.uid,
            PARTICIPANT.c.uid,
            # As text, which SQLAlchemy hands on untouched: its types cost more than reading.
            *(type_coerce(STATEMENT.c[name], Text()) for name in _OWN_COLUMNS),
        )
        .join(ITEM, ITEM.c.id == STATEMENT.c.plan_item_id)
        .outerjoin(PARTICIPANT, PARTICIPANT.c.id == STATEMENT.c.participant_id)
        .where(live)
        .order_by(ITEM.c.order_key, ITEM.c.uid, STATEMENT.c.order_key, STATEMENT.c.uid)
    )
    themes = (
        select(LINK.c.statement_id, THEME.c.name)
        .join(THEME, THEME.c.id == LINK.c.theme_id)
        .join(STATEMENT, STATEMENT.c.id == LINK.c.statement_id)
        .join(ITEM, ITEM.c.id == STATEMENT.c.plan_item_id)
        .where(live)
        .order_by(THEME.c.order_key, THEME.c.uid)
    )
    return _Query(statements, themes)


# Built once: making a query anew takes as long as reading two hundred statements.
_OF_SESSION = STATEMENT.c.session_id == (
    select(SESSION.c.id).where(SESSION.c.uid == bindparam("session")).scalar_subquery()
)
_IN_SESSION = _query(_OF_SESSION)
_IN_ITEM = _query(_OF_SESSION, ITEM.c.uid == bindparam("item"))
_BY_UIDS = _query(STATEMENT.c.uid.in_(bindparam("uids", expanding=True)))
_WANTED = func.json_each(bindparam("statements")).table_valued("value")
_THEMES_OF = (
    select(LINK.c.statement_id, THEME.c.name)
    .join(_WANTED, _WANTED.c.value == LINK.c.statement_id)
    .join(THEME, THEME.c.id == LINK.c.theme_id)
    .order_by(THEME.c.order_key, THEME.c.uid)
)


def _views(
    connection: Connection, query: _Query, values: Mapping[str, Any]
) -> tuple[StatementView, ...]:
    themes = _themes(connection, query.themes, values)
    rows = connection.execute(query.statements, values).fetchall()
    return tuple([_view(row, themes.get(row[0], ())) for row in rows])


def _themes(
    connection: Connection, query: Select[Any], values: Mapping[str, Any]
) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for statement_id, name in connection.execute(query, values).fetchall():
        found[statement_id] = (*found.get(statement_id, ()), name)
    return found


def stream(connection: Connection, session_uid: str, plan_item_uid: str) -> Iterator[StatementView]:
    """The statements of a plan item in order, with memory for a few hundred of them.

    The connection must stay open, in its transaction, until the last one was taken.
    """
    values = {"session": session_uid, "item": plan_item_uid}
    result = connection.execute(
        _IN_ITEM.statements, values, execution_options={"yield_per": _CHUNK}
    )
    for rows in result.partitions():
        keys = json.dumps([row[0] for row in rows])
        themes = _themes(connection, _THEMES_OF, {"statements": keys})
        yield from [_view(row, themes.get(row[0], ())) for row in rows]


def view_of(
    values: Mapping[str, Any],
    uid: str,
    plan_item_uid: str,
    participant_uid: str | None,
    themes: tuple[str, ...],
) -> StatementView:
    """The view of a statement that was just written with these columns."""
    naming = values["naming"]
    return StatementView(
        uid=uid,
        plan_item_uid=plan_item_uid,
        participant_uid=participant_uid,
        source=values["source"],
        text=values["text"],
        kind=_KINDS[values["kind"]],
        recorded_at=values["recorded_at"],
        verbatim=values["verbatim"],
        is_result=values["is_result"],
        naming=NamingLevel(naming) if naming else None,
        addressees=_addressees(values["addressees"] or ()),
        addressee_note=values["addressee_note"],
        themes=themes,
        details=_details(values["details"]),
        actors=_actors(values["actors"] or ()),
        reading_confirmed=values["reading_confirmed"],
        person_unclear=values["person_unclear"],
        evidence=values["evidence"],
    )


def _view(row: Any, themes: tuple[str, ...]) -> StatementView:
    """The view of a row as the driver gives it: no column's type has touched it yet."""
    (
        _,
        uid,
        item,
        participant,
        source,
        text,
        kind,
        recorded_at,
        verbatim,
        is_result,
        naming,
        addressees,
        note,
        details,
        actors,
        confirmed,
        unclear,
        evidence,
    ) = row
    view: Any = _Unfrozen(
        uid,
        item,
        participant,
        source,
        text,
        _KINDS[kind],
        aware(recorded_at),
        verbatim == 1,
        is_result == 1,
        NamingLevel(naming) if naming else None,
        _addressees(json.loads(addressees)) if addressees else (),
        note,
        themes,
        _details(json.loads(details)) if details else NO_DETAILS,
        _actors(json.loads(actors)) if actors else (),
        confirmed == 1,
        unclear,
        evidence,
    )
    view.__class__ = StatementView
    return view


# The constructor of a frozen class goes through object.__setattr__ for every field, which is half
# of what opening a session takes beside the query. A class with the same slots that is not frozen
# fills them six times as fast, and what it made is a view from then on.
_Unfrozen: Any = make_dataclass("_Unfrozen", StatementView.__slots__, slots=True)


def _addressees(values: Iterable[str]) -> tuple[Addressee, ...]:
    return tuple(Addressee(value) for value in values or ())


def _details(values: Mapping[str, Any] | None) -> StatementDetails:
    return StatementDetails.model_validate(values) if values else NO_DETAILS


def _actors(values: Iterable[Mapping[str, Any]]) -> tuple[Actor, ...]:
    return tuple(Actor.model_validate(value) for value in values or ())


_NEXT_STEPS = (
    select(
        NEXT_STEP.c.uid,
        NEXT_STEP.c.text,
        NEXT_STEP.c.who,
        NEXT_STEP.c.due,
        STATEMENT.c.uid,
        STATEMENT.c.evidence,
    )
    .join(SESSION, SESSION.c.id == NEXT_STEP.c.session_id)
    .outerjoin(STATEMENT, STATEMENT.c.id == NEXT_STEP.c.statement_id)
    .where(SESSION.c.uid == bindparam("session"), NEXT_STEP.c.deleted_at.is_(None))
    .order_by(NEXT_STEP.c.order_key, NEXT_STEP.c.uid)
)


def next_steps(connection: Connection, session_uid: str) -> tuple[NextStepView, ...]:
    """The next steps of a session in their order."""
    rows = connection.execute(_NEXT_STEPS, {"session": session_uid})
    return tuple(
        NextStepView(uid, text, who, due, statement, evidence or "")
        for uid, text, who, due, statement, evidence in rows
    )


def theme_names(connection: Connection, statement_id: int) -> tuple[str, ...]:
    """The themes of a statement in the order of the codebook."""
    rows = connection.execute(
        select(THEME.c.name)
        .join(LINK, LINK.c.theme_id == THEME.c.id)
        .where(LINK.c.statement_id == statement_id)
        .order_by(THEME.c.order_key, THEME.c.uid)
    )
    return tuple(rows.scalars())


def theme_ids(connection: Connection, statement_id: int) -> dict[int, str]:
    """Keys and uids of a statement's themes."""
    rows: Iterable[Any] = connection.execute(
        select(THEME.c.id, THEME.c.uid)
        .join(LINK, LINK.c.theme_id == THEME.c.id)
        .where(LINK.c.statement_id == statement_id)
    )
    return {row[0]: row[1] for row in rows}
