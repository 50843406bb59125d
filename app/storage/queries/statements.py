"""Statements in their order, as views."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

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
from app.storage.tables import StatementThemeRow
from app.storage.tables.base import table_of

STATEMENT = TABLES[Entity.STATEMENT]
ITEM = TABLES[Entity.PLAN_ITEM]
PARTICIPANT = TABLES[Entity.PARTICIPANT]
SESSION = TABLES[Entity.SESSION]
THEME = TABLES[Entity.THEME]
NEXT_STEP = TABLES[Entity.NEXT_STEP]
LINK = table_of(StatementThemeRow)

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
    session_id = select(SESSION.c.id).where(SESSION.c.uid == session_uid).scalar_subquery()
    live = (STATEMENT.c.session_id == session_id) & STATEMENT.c.deleted_at.is_(None)
    if plan_item_uid is not None:
        live &= ITEM.c.uid == plan_item_uid
    return tuple(_views(connection, _select().where(live), live))


def by_uids(connection: Connection, uids: Sequence[str]) -> tuple[StatementView, ...]:
    """The named statements that exist, in the order of the protocol."""
    live = STATEMENT.c.uid.in_(uids) & STATEMENT.c.deleted_at.is_(None)
    return tuple(_views(connection, _select().where(live), live))


def _select() -> Select[Any]:
    return (
        select(
            STATEMENT.c.id,
            STATEMENT.c.uid,
            ITEM.c.uid,
            PARTICIPANT.c.uid,
            *(STATEMENT.c[name] for name in _OWN_COLUMNS),
        )
        .join(ITEM, ITEM.c.id == STATEMENT.c.plan_item_id)
        .outerjoin(PARTICIPANT, PARTICIPANT.c.id == STATEMENT.c.participant_id)
        .order_by(ITEM.c.order_key, ITEM.c.uid, STATEMENT.c.order_key, STATEMENT.c.uid)
    )


def _views(connection: Connection, statement: Select[Any], live: Any) -> Iterator[StatementView]:
    themes = _themes(connection, live)
    for row in connection.execute(statement):
        yield _view(row, tuple(themes.get(row[0], ())))


def view_of(
    values: Mapping[str, Any],
    uid: str,
    plan_item_uid: str,
    participant_uid: str | None,
    themes: tuple[str, ...],
) -> StatementView:
    """The view of a statement that was just written with these columns."""
    own = (values[name] for name in _OWN_COLUMNS)
    return _view((0, uid, plan_item_uid, participant_uid, *own), themes)


def _view(row: Any, themes: tuple[str, ...]) -> StatementView:
    (_, uid, item, participant, source, text, kind, recorded_at, verbatim, is_result) = row[:10]
    naming, addressees, note, details, actors, confirmed, unclear, evidence = row[10:]
    return StatementView(
        uid=uid,
        plan_item_uid=item,
        participant_uid=participant,
        source=source,
        text=text,
        kind=_KINDS[kind],
        recorded_at=recorded_at,
        verbatim=verbatim,
        is_result=is_result,
        naming=NamingLevel(naming) if naming else None,
        addressees=tuple(Addressee(value) for value in addressees) if addressees else (),
        addressee_note=note,
        themes=themes,
        details=StatementDetails.model_validate(details) if details else NO_DETAILS,
        actors=tuple(Actor.model_validate(actor) for actor in actors) if actors else (),
        reading_confirmed=confirmed,
        person_unclear=unclear,
        evidence=evidence,
    )


def _themes(connection: Connection, live: Any) -> dict[int, list[str]]:
    """Theme names per statement. One query for all: joining them in would repeat every text."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = connection.execute(
        select(LINK.c.statement_id, THEME.c.name)
        .join(THEME, THEME.c.id == LINK.c.theme_id)
        .join(STATEMENT, STATEMENT.c.id == LINK.c.statement_id)
        .join(ITEM, ITEM.c.id == STATEMENT.c.plan_item_id)
        .where(live)
        .order_by(THEME.c.order_key, THEME.c.uid)
    )
    for statement_id, name in rows:
        found[statement_id].append(name)
    return found


def next_steps(connection: Connection, session_uid: str) -> tuple[NextStepView, ...]:
    """The next steps of a session in their order."""
    rows = connection.execute(
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
        .where(SESSION.c.uid == session_uid, NEXT_STEP.c.deleted_at.is_(None))
        .order_by(NEXT_STEP.c.order_key, NEXT_STEP.c.uid)
    )
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
