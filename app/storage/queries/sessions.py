"""Sessions and series, as views."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from app.domain.series import SeriesView, ThemeView
from app.domain.sessions import SessionSummary, SessionView
from app.domain.text_blocks import TextBlockView
from app.domain.vocabulary import NamingLevel, SessionState, ThemeState
from app.storage.database import Driver
from app.storage.moments import aware, date_of, time_of
from app.storage.queries.reading import Read, fields_of, if_given, listed

_SUMMARIES = """
    SELECT d.uid, d.title, d.date, d.start_time, d.end_time, d.place, d.state, e.uid, e.title,
        e.is_example, d.number,
        (SELECT count(*) FROM plan_item i
            WHERE i.session_id = d.id AND i.deleted_at IS NULL AND i.kind = 'question'),
        (SELECT count(*) FROM participant p WHERE p.session_id = d.id AND p.deleted_at IS NULL),
        (SELECT count(*) FROM statement s WHERE s.session_id = d.id AND s.deleted_at IS NULL),
        (SELECT count(*) FROM plan_item i
            WHERE i.session_id = d.id AND i.deleted_at IS NULL AND i.kind = 'question'
                AND NOT EXISTS (SELECT s.id FROM statement s WHERE s.plan_item_id = i.id
                    AND s.deleted_at IS NULL AND s.is_result = 1))
    FROM (
        SELECT id, series_id, uid, title, date, start_time, end_time, place, state,
            row_number() OVER (PARTITION BY series_id ORDER BY date, start_time, id) AS number
        FROM dialogue_session WHERE deleted_at IS NULL
    ) d
    JOIN series e ON e.id = d.series_id
    ORDER BY d.date DESC, d.start_time DESC, d.id DESC"""

# Only the sessions of the same series are counted, which keeps it cheap.
_HEAD = """
    SELECT d.uid, d.title, d.date, d.start_time, d.end_time, d.time_zone, d.place, d.host,
        d.occasion, d.facilitators, d.note_takers, d.distribution, d.naming, d.confidential,
        d.state, d.code, d.licence, d.source, d.guide_key, d.guide_title, e.uid, e.title,
        e.is_example, d.number, d.of_all, d.information, d.agreed_end, d.seconds_each,
        d.feedback_until, e.feedback_days
    FROM (
        SELECT *, count(*) OVER () AS of_all,
            row_number() OVER (ORDER BY date, start_time, id) AS number
        FROM dialogue_session
        WHERE deleted_at IS NULL
            AND series_id = (SELECT series_id FROM dialogue_session WHERE uid = :session)
    ) d
    JOIN series e ON e.id = d.series_id
    WHERE d.uid = :session"""

_SERIES = """
    SELECT e.uid, e.title, e.purpose, e.funding, e.sender, e.planned_sessions, e.is_example,
        (SELECT count(*) FROM dialogue_session d
            WHERE d.series_id = e.id AND d.deleted_at IS NULL),
        (SELECT count(*) FROM dialogue_session d
            WHERE d.series_id = e.id AND d.deleted_at IS NULL AND d.state != 'planned'),
        (SELECT count(*) FROM statement s JOIN dialogue_session d ON d.id = s.session_id
            WHERE d.series_id = e.id AND d.deleted_at IS NULL AND s.deleted_at IS NULL),
        e.template_name, e.feedback_days, e.with_release
    FROM series e
    WHERE e.deleted_at IS NULL"""

_THEMES = """
    SELECT t.uid, t.name, t.definition, t.state FROM theme t JOIN series e ON e.id = t.series_id
    WHERE e.uid = ? AND t.deleted_at IS NULL
    ORDER BY t.order_key, t.uid"""
_OWN_WORDS = """
    SELECT DISTINCT w.word FROM own_word w JOIN series s ON s.id = w.series_id
    WHERE s.uid = ? AND w.deleted_at IS NULL ORDER BY w.word
"""
_TEXT_BLOCKS = """
    SELECT b.uid, b.name, b.text FROM text_block b JOIN series s ON s.id = b.series_id
    WHERE s.uid = ? AND b.deleted_at IS NULL ORDER BY b.name, b.uid
"""


def summaries(driver: Driver) -> tuple[SessionSummary, ...]:
    """All sessions, newest date first."""
    return tuple(_summary(*row) for row in driver.execute(_SUMMARIES))


def _summary(uid: str, title: str, date: str, start: Any, end: Any, *rest: Any) -> SessionSummary:
    place, state, series_uid, series_title, is_example, *counts = rest
    number, questions, participants, statements, without_result = counts
    return SessionSummary(
        uid=uid,
        title=title,
        date=date_of(date),
        start_time=time_of(start) if start else None,
        end_time=time_of(end) if end else None,
        place=place,
        state=SessionState(state),
        series_uid=series_uid,
        series_title=series_title,
        is_example=bool(is_example),
        number=number,
        question_count=questions,
        participant_count=participants,
        statement_count=statements,
        questions_without_result=without_result,
    )


def view(driver: Driver, uid: str) -> SessionView | None:
    """The head of one session."""
    row = driver.execute(_HEAD, {"session": uid}).fetchone()
    return None if row is None else _view(row)


def last_saved(driver: Driver, uid: str) -> dt.datetime | None:
    """When the newest operation of a session was written."""
    row = driver.execute(
        "SELECT at FROM operation WHERE session_uid = ? ORDER BY id DESC LIMIT 1", (uid,)
    ).fetchone()
    return aware(row[0]) if row else None


def _view(row: Any) -> SessionView:
    values = fields_of(_HEAD_NAMES, row, _HEAD_READ)
    return SessionView(**{**values, "code": values["code"] or f"S{values['number']}"})


_HEAD_NAMES = (
    *("uid", "title", "date", "start_time", "end_time", "time_zone", "place", "host"),
    *("occasion", "facilitators", "note_takers", "distribution", "naming", "confidential"),
    *("state", "code", "licence", "source", "guide_key", "guide_title", "series_uid"),
    *("series_title", "is_example", "number", "series_session_count", "information"),
    *("agreed_end", "seconds_each", "feedback_until", "feedback_days"),
)
"""The columns of ``_HEAD`` as the view calls them."""
_HEAD_READ: Mapping[str, Read] = {
    "date": date_of,
    "start_time": if_given(time_of),
    "end_time": if_given(time_of),
    "facilitators": listed,
    "note_takers": listed,
    "naming": NamingLevel,
    "confidential": bool,
    "state": SessionState,
    "is_example": bool,
    "agreed_end": if_given(time_of),
    "feedback_until": if_given(date_of),
}


def find(driver: Driver, reference: str, folded: str, *, exact: bool) -> dict[str, str]:
    """Labels by uid of the sessions that a reference fits, newest first.

    ``exact``: it is the uid or the whole title. Otherwise it is a part of either; a part that
    stands in one title only is meant as that, even if it also occurs in several uids.
    """
    uid = reference.lower()
    if exact:
        return _labels(driver, "uid = ? OR folded_title = ?", uid, folded)
    by_uid = _labels(driver, "instr(uid, ?) > 0", uid)
    by_title = _labels(driver, "instr(folded_title, ?) > 0", folded)
    if len(by_title) == 1 and len(by_uid) > 1:
        return by_title
    return by_uid if len(by_uid) == 1 and len(by_title) > 1 else {**by_uid, **by_title}


def _labels(driver: Driver, condition: str, *values: str) -> dict[str, str]:
    rows = driver.execute(
        f"""SELECT uid, title, date FROM dialogue_session
            WHERE deleted_at IS NULL AND ({condition}) ORDER BY date DESC""",
        values,
    )
    return {uid: f"{title} ({date_of(date):%d.%m.%Y}, {uid})" for uid, title, date in rows}


def all_series(driver: Driver) -> tuple[SeriesView, ...]:
    """The series with what they hold, by title."""
    return tuple(_series(*row) for row in driver.execute(f"{_SERIES} ORDER BY e.title"))


def series(driver: Driver, uid: str) -> SeriesView | None:
    """One series with what it holds."""
    row = driver.execute(f"{_SERIES} AND e.uid = ?", (uid,)).fetchone()
    return _series(*row) if row else None


def _series(
    uid: str, title: str, purpose: str, funding: str, sender: str, *rest: Any
) -> SeriesView:
    planned, is_example, sessions, held, statements, template, *release = rest
    feedback_days, with_release = release
    return SeriesView(
        uid=uid,
        title=title,
        purpose=purpose,
        funding=funding,
        sender=sender,
        planned_sessions=planned,
        is_example=bool(is_example),
        session_count=sessions,
        held_count=held,
        statement_count=statements,
        template=template,
        feedback_days=feedback_days,
        with_release=bool(with_release),
    )


def themes(driver: Driver, series_uid: str) -> tuple[ThemeView, ...]:
    """The codebook of a series in its order."""
    rows = driver.execute(_THEMES, (series_uid,))
    return tuple(ThemeView(uid, name, text, ThemeState(state)) for uid, name, text, state in rows)


def own_words(driver: Driver, series_uid: str) -> tuple[str, ...]:
    """The words that are spelled right in a series beside the dictionary."""
    return tuple(row[0] for row in driver.execute(_OWN_WORDS, (series_uid,)))


def text_blocks(driver: Driver, series_uid: str) -> tuple[TextBlockView, ...]:
    """The text blocks of a series by their names."""
    return tuple(TextBlockView(*row) for row in driver.execute(_TEXT_BLOCKS, (series_uid,)))


def has_speakers(driver: Driver, session_uid: str) -> bool:
    """Whether somebody is or was on the speakers list, or how it is led was set."""
    key = "(SELECT id FROM dialogue_session WHERE uid = :session) AND deleted_at IS NULL"
    row = driver.execute(
        f"SELECT EXISTS (SELECT 1 FROM speaking_request WHERE session_id = {key})"
        f" OR EXISTS (SELECT 1 FROM speakers_list WHERE session_id = {key})",
        {"session": session_uid},
    ).fetchone()
    return bool(row[0])
