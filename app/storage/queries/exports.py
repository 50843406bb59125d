"""The export log and the versions of minutes, as views."""

import json
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
