"""The export log and the versions of minutes, as views."""

import datetime as dt
import json
from operator import itemgetter
from typing import Any

from app.domain.exports import ExportView
from app.domain.version_lines import line_from
from app.domain.versions import MinutesVersion
from app.domain.vocabulary import MinutesKind
from app.storage.database import Driver
from app.storage.moments import aware, date_of

_COLUMNS = """x.uid, x.exported_at, x.kind, x.form, x.version, x.state, x.naming, x.options,
        x.template, x.recipient, x.file_name, x.named, d.uid"""
_OF_SESSION = f"""
    SELECT {_COLUMNS} FROM export x JOIN dialogue_session d ON d.id = x.session_id
    WHERE d.uid = ? AND x.deleted_at IS NULL
    ORDER BY x.exported_at DESC, x.id DESC"""
_NAMING = f"""
    SELECT {_COLUMNS} FROM participant me
    JOIN dialogue_session mine ON mine.id = me.session_id
    JOIN participant p ON p.person_id = me.person_id
    JOIN dialogue_session d ON d.id = p.session_id AND d.series_id = mine.series_id
    JOIN export x ON x.session_id = d.id
    WHERE me.uid = ? AND x.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM json_each(x.named) n WHERE n.value = p.uid)
    ORDER BY x.exported_at DESC, x.id DESC"""
_VERSIONS = """
    SELECT v.number, v.kind, v.given_on, v.lines FROM minutes_version v
    WHERE v.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND v.deleted_at IS NULL
    ORDER BY v.number, v.id"""

_LAST_CHANGE = """
    SELECT id FROM operation WHERE name NOT IN ('export.note', 'export.recipient')
    ORDER BY id DESC LIMIT 1"""
_OF_KIND = """
    SELECT 1 FROM minutes_version
    WHERE session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND kind = ?
        AND deleted_at IS NULL"""
_OF_VERSION = f"{_OF_KIND} AND number = ?"
_VALUE = "SELECT value FROM workspace_value WHERE key = ?"


def of_session(driver: Driver, session_uid: str) -> tuple[ExportView, ...]:
    """What was given out of a session, the newest first."""
    return tuple(_view(*row) for row in driver.execute(_OF_SESSION, (session_uid,)))


def naming(driver: Driver, participant_uid: str) -> tuple[ExportView, ...]:
    """What named this person, out of all sessions of the series, the newest first."""
    return tuple(_view(*row) for row in driver.execute(_NAMING, (participant_uid,)))


def versions(driver: Driver, session_uid: str) -> tuple[MinutesVersion, ...]:
    """What minutes of a session printed in each version, the oldest first."""
    rows = driver.execute(_VERSIONS, (session_uid,))
    return tuple(
        MinutesVersion(number, MinutesKind(kind), date_of(day), tuple(map(line_from, _read(lines))))
        for number, kind, day, lines in rows
    )


def has_version(driver: Driver, session_uid: str, number: int, kind: MinutesKind) -> bool:
    """Whether it is kept what minutes of this kind printed in this version."""
    return driver.execute(_OF_VERSION, (session_uid, kind, number)).fetchone() is not None


def last_change(driver: Driver) -> int:
    """The last operation that was not about giving out; 0 if there is none."""
    found = driver.execute(_LAST_CHANGE).fetchone()
    return int(found[0]) if found else 0


def known_version(
    driver: Driver, session_uid: str, wished: str, kind: MinutesKind
) -> tuple[int, dt.date] | None:
    """Number and date of the version a document of these wishes is, if nothing has changed since.

    Minutes of a kind that was not given out yet join the version of the others.
    """
    found = driver.execute(_VALUE, (_remembered_as(session_uid),)).fetchone()
    now = last_change(driver)
    current = {w: e for w, e in json.loads(found[0]).items() if e["as_of"] == now} if found else {}
    known = current.get(wished)
    if known is None and current and not driver.execute(_OF_KIND, (session_uid, kind)).fetchone():
        known = max(current.values(), key=itemgetter("number"))
    return (known["number"], date_of(known["given_on"])) if known else None


def remember_version(
    driver: Driver, session_uid: str, wished: str, as_of: int, number: int, given_on: dt.date
) -> None:
    """Remember which version a document of these wishes is as long as nothing changes.

    It is a fact about this file: elsewhere operations have other numbers.
    """
    key = _remembered_as(session_uid)
    found = driver.execute(_VALUE, (key,)).fetchone()
    known = json.loads(found[0]) if found else {}
    current = {w: each for w, each in known.items() if each["as_of"] == as_of}
    current[wished] = {"as_of": as_of, "number": number, "given_on": given_on.isoformat()}
    driver.execute(
        "INSERT INTO workspace_value (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(current)),
    )


def _remembered_as(session_uid: str) -> str:
    return f"given_out {session_uid}"


def _view(uid: str, at: str, kind: str, form: str, version: int | None, *rest: Any) -> ExportView:
    state, naming_level, options, template, recipient, file_name, named, session_uid = rest
    return ExportView(
        uid=uid,
        exported_at=aware(at),
        session_uid=session_uid,
        kind=kind,
        form=form,
        version=version,
        state=state,
        naming=naming_level,
        options=_read(options),
        template=template,
        recipient=recipient,
        file_name=file_name,
        named=tuple(_read(named)),
    )


def _read(text: str) -> Any:
    return json.loads(text)
