"""Sessions and series, as views."""

from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from app.domain.changes import Entity
from app.domain.series import SeriesView, ThemeView
from app.domain.sessions import SessionSummary, SessionView
from app.domain.vocabulary import NamingLevel, PlanItemKind, SessionState, ThemeState
from app.storage.journal_codec import TABLES

SERIES = TABLES[Entity.SERIES]
SESSION = TABLES[Entity.SESSION]
ITEM = TABLES[Entity.PLAN_ITEM]
PARTICIPANT = TABLES[Entity.PARTICIPANT]
STATEMENT = TABLES[Entity.STATEMENT]
THEME = TABLES[Entity.THEME]

_LISTED = (
    "id",
    "series_id",
    "uid",
    "title",
    "date",
    "start_time",
    "end_time",
    "place",
    "state",
)
"""Columns of a session that a list of them shows."""


def _numbered(*columns: Any, series: Any = None) -> Any:
    """Sessions that are not deleted, with their number in the series by date.

    ``series``: only those of the series with this key, which keeps counting cheap.
    """
    order = (SESSION.c.date, SESSION.c.start_time, SESSION.c.id)
    window = {"partition_by": SESSION.c.series_id}
    query = select(
        *columns,
        func.row_number().over(**window, order_by=order).label("number"),
        func.count().over(**window).label("of"),
    ).where(SESSION.c.deleted_at.is_(None))
    return (query if series is None else query.where(SESSION.c.series_id == series)).subquery()


def _count(table: Any, session: Any, *conditions: Any) -> Any:
    return (
        select(func.count())
        .where(table.c.session_id == session.c.id, table.c.deleted_at.is_(None), *conditions)
        .scalar_subquery()
    )


def _without_result(session: Any) -> Any:
    has_result = (
        select(STATEMENT.c.id)
        .where(
            STATEMENT.c.plan_item_id == ITEM.c.id,
            STATEMENT.c.deleted_at.is_(None),
            STATEMENT.c.is_result,
        )
        .exists()
    )
    return _count(ITEM, session, ITEM.c.kind == PlanItemKind.QUESTION, ~has_result)


def _summaries() -> Select[Any]:
    session = _numbered(*(SESSION.c[name] for name in _LISTED))
    return (
        select(
            session,
            SERIES.c.uid.label("series_uid"),
            SERIES.c.title.label("series_title"),
            SERIES.c.is_example,
            _count(ITEM, session, ITEM.c.kind == PlanItemKind.QUESTION).label("questions"),
            _count(PARTICIPANT, session).label("participants"),
            _count(STATEMENT, session).label("statements"),
            _without_result(session).label("without_result"),
        )
        .join(SERIES, SERIES.c.id == session.c.series_id)
        .order_by(session.c.date.desc(), session.c.start_time.desc(), session.c.id.desc())
    )


def _head() -> Select[Any]:
    uid: Any = bindparam("session")
    own = select(SESSION.c.series_id).where(SESSION.c.uid == uid).scalar_subquery()
    session = _numbered(SESSION, series=own)
    return (
        select(
            session,
            SERIES.c.uid.label("series_uid"),
            SERIES.c.title.label("series_title"),
            SERIES.c.is_example,
        )
        .join(SERIES, SERIES.c.id == session.c.series_id)
        .where(session.c.uid == uid)
    )


# Built once: making them anew takes longer than running them.
_SUMMARIES, _HEAD = _summaries(), _head()


def summaries(connection: Connection) -> tuple[SessionSummary, ...]:
    """All sessions, newest date first."""
    return tuple(_summary(row) for row in connection.execute(_SUMMARIES).mappings())


def _summary(row: Any) -> SessionSummary:
    return SessionSummary(
        uid=row["uid"],
        title=row["title"],
        date=row["date"],
        start_time=row["start_time"],
        end_time=row["end_time"],
        place=row["place"],
        state=SessionState(row["state"]),
        series_uid=row["series_uid"],
        series_title=row["series_title"],
        is_example=row["is_example"],
        number=row["number"],
        question_count=row["questions"],
        participant_count=row["participants"],
        statement_count=row["statements"],
        questions_without_result=row["without_result"],
    )


def view(connection: Connection, uid: str) -> SessionView | None:
    """The head of one session."""
    row = connection.execute(_HEAD, {"session": uid}).mappings().one_or_none()
    return None if row is None else _view(row)


def _view(row: Any) -> SessionView:
    return SessionView(
        uid=row["uid"],
        title=row["title"],
        date=row["date"],
        start_time=row["start_time"],
        end_time=row["end_time"],
        time_zone=row["time_zone"],
        place=row["place"],
        host=row["host"],
        occasion=row["occasion"],
        facilitators=tuple(row["facilitators"]),
        note_takers=tuple(row["note_takers"]),
        distribution=row["distribution"],
        naming=NamingLevel(row["naming"]),
        confidential=row["confidential"],
        state=SessionState(row["state"]),
        code=row["code"] or f"S{row['number']}",
        licence=row["licence"],
        source=row["source"],
        guide_key=row["guide_key"],
        guide_title=row["guide_title"],
        series_uid=row["series_uid"],
        series_title=row["series_title"],
        is_example=row["is_example"],
        number=row["number"],
        series_session_count=row["of"],
    )


def find(connection: Connection, reference: str, folded: str, *, exact: bool) -> dict[str, str]:
    """Labels by uid of the sessions that a reference fits, newest first.

    ``exact``: it is the uid or the whole title. Otherwise it is a part of either; a part that
    stands in one title only is meant as that, even if it also occurs in several uids.
    """
    if exact:
        return _labels(
            connection, (SESSION.c.uid == reference.lower()) | (SESSION.c.folded_title == folded)
        )
    by_uid = _labels(connection, func.instr(SESSION.c.uid, reference.lower()) > 0)
    by_title = _labels(connection, func.instr(SESSION.c.folded_title, folded) > 0)
    if len(by_title) == 1 and len(by_uid) > 1:
        return by_title
    return by_uid if len(by_uid) == 1 and len(by_title) > 1 else {**by_uid, **by_title}


def _labels(connection: Connection, condition: Any) -> dict[str, str]:
    rows = connection.execute(
        select(SESSION.c.uid, SESSION.c.title, SESSION.c.date)
        .where(SESSION.c.deleted_at.is_(None), condition)
        .order_by(SESSION.c.date.desc())
    )
    return {uid: f"{title} ({date:%d.%m.%Y}, {uid})" for uid, title, date in rows}


def all_series(connection: Connection, uid: str | None = None) -> tuple[SeriesView, ...]:
    """The series with what they hold, by title; or only the one with ``uid``."""
    rows = connection.execute(_series(uid)).mappings()
    return tuple(
        SeriesView(
            uid=row["uid"],
            title=row["title"],
            purpose=row["purpose"],
            funding=row["funding"],
            sender=row["sender"],
            planned_sessions=row["planned_sessions"],
            is_example=row["is_example"],
            session_count=row["sessions"],
            held_count=row["held"],
            statement_count=row["statements"],
        )
        for row in rows
    )


def _series(uid: str | None) -> Select[Any]:
    live = (SESSION.c.series_id == SERIES.c.id) & SESSION.c.deleted_at.is_(None)
    statements = (
        select(func.count())
        .select_from(STATEMENT.join(SESSION, SESSION.c.id == STATEMENT.c.session_id))
        .where(live, STATEMENT.c.deleted_at.is_(None))
        .scalar_subquery()
    )
    held = SESSION.c.state != SessionState.PLANNED
    query = (
        select(
            SERIES,
            select(func.count()).where(live).scalar_subquery().label("sessions"),
            select(func.count()).where(live, held).scalar_subquery().label("held"),
            statements.label("statements"),
        )
        .where(SERIES.c.deleted_at.is_(None))
        .order_by(SERIES.c.title)
    )
    return query if uid is None else query.where(SERIES.c.uid == uid)


def themes(connection: Connection, series_uid: str) -> tuple[ThemeView, ...]:
    """The codebook of a series in its order."""
    rows = connection.execute(
        select(THEME.c.uid, THEME.c.name, THEME.c.definition, THEME.c.state)
        .join(SERIES, SERIES.c.id == THEME.c.series_id)
        .where(SERIES.c.uid == series_uid, THEME.c.deleted_at.is_(None))
        .order_by(THEME.c.order_key, THEME.c.uid)
    )
    return tuple(ThemeView(uid, name, text, ThemeState(state)) for uid, name, text, state in rows)
