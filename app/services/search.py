"""Search over all statements: newest first, page by page, interruptible."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.domain.text import clean
from app.storage import search
from app.storage.database import Database, explained

PAGE = 50


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A statement that matches. ``key`` continues the search behind it (``before=``)."""

    key: int
    session_uid: str
    session_title: str
    date: dt.date
    plan_item_uid: str
    plan_item_title: str
    statement_uid: str
    text: str
    recorded_at: dt.datetime


class SearchService:
    """Searches on a read connection of its own, so that a superseded query can be interrupted."""

    def __init__(self, database: Database) -> None:
        self._path = database.path
        self._connection = database.raw()

    def page(
        self,
        text: str,
        *,
        session_uid: str | None = None,
        before: int | None = None,
        limit: int = PAGE,
    ) -> tuple[SearchHit, ...]:
        """The newest hits recorded before ``before`` (a hit's ``key``); empty text finds nothing.

        Raises ``InterruptedError`` when another thread called ``interrupt``.
        """
        found, values = _matching(text, session_uid)
        condition = found.condition
        if before is not None:
            condition += f" AND {found.key} < :before"
            values["before"] = before
        rows = self._run(
            f"""SELECT s.id, d.uid, d.title, d.date, p.uid, p.title, s.uid, s.text, s.recorded_at
                FROM {found.source}
                JOIN plan_item p ON p.id = s.plan_item_id
                JOIN dialogue_session d ON d.id = s.session_id AND d.deleted_at IS NULL
                WHERE {condition} ORDER BY {found.key} DESC LIMIT :limit""",
            {**values, "limit": limit},
        )
        return tuple(_hit(row) for row in rows)

    def count(self, text: str, *, session_uid: str | None = None) -> int:
        """How many statements match in all. May take long: call it from a worker."""
        found, values = _matching(text, session_uid)
        rows = self._run(
            f"""SELECT count(*) FROM {found.source}
                JOIN dialogue_session d ON d.id = s.session_id AND d.deleted_at IS NULL
                WHERE {found.condition}""",
            values,
        )
        return int(rows[0][0])

    def interrupt(self) -> None:
        """End the query that another thread is running."""
        self._connection.interrupt()

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def _run(self, sql: str, values: dict[str, Any]) -> list[Any]:
        try:
            with explained(self._path):
                return list(self._connection.execute(sql, values).fetchall())
        except sqlite.OperationalError as error:
            if "interrupted" in str(error):
                raise InterruptedError from error
            raise


def _matching(text: str, session_uid: str | None) -> tuple[search.Matching, dict[str, Any]]:
    found = search.matching(clean(text).text, in_session=session_uid is not None)
    session = {} if session_uid is None else {"session": session_uid}
    return found, {**found.values, **session}


def _hit(row: Any) -> SearchHit:
    return SearchHit(
        key=row[0],
        session_uid=row[1],
        session_title=row[2],
        date=dt.date.fromisoformat(row[3]),
        plan_item_uid=row[4],
        plan_item_title=row[5],
        statement_uid=row[6],
        text=row[7],
        recorded_at=dt.datetime.fromisoformat(row[8]).replace(tzinfo=dt.UTC),
    )
