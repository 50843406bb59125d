"""Versions of the minutes of a session: which one a document is, and what it printed."""

from dataclasses import replace

from app.domain.changes import Entity
from app.domain.exports import Export, chosen
from app.domain.minutes import MinutesOptions, MinutesRecord, obeying
from app.domain.minutes_names import masking
from app.domain.version_lines import stored_line
from app.domain.versions import issue_of, printed_lines, state_of_minutes
from app.services import lookup
from app.services.exports import note_in
from app.storage.database import Database
from app.storage.journal_codec import TABLES
from app.storage.queries import exports, feedback
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork

VERSION = TABLES[Entity.MINUTES_VERSION]
_TABLES = frozenset(("xlsx", "csv"))
"""Forms that hold the statements alone: no head says which version they are."""


def as_issued(database: Database, record: MinutesRecord, options: MinutesOptions) -> MinutesOptions:
    """The options with state and version of the document, and what changed since the last."""
    session = record.session
    with database.look() as driver:
        earlier = exports.versions(driver, session.uid)
        state = state_of_minutes(
            session=session.state,
            deadline=session.feedback_deadline,
            today=options.created,
            unreleased=feedback.unreleased_in(driver, session.uid),
            open_feedback=feedback.open_in(driver, session.uid),
        )
    if not earlier:
        return replace(options, state=state, version=1)
    lines = printed_lines(record, options)
    masked = masking(record, options)
    issue = issue_of(lines, earlier, options.kind, options.created, masked)
    return replace(
        options,
        state=state,
        version=issue.number,
        given_on=issue.given_on,
        since=issue.since,
        changes=issue.changes,
    )


def given_out(
    unit: UnitOfWork, record: MinutesRecord, options: MinutesOptions, export: Export
) -> str:
    """Note that minutes were given out as these options say; returns the uid of the log's line.

    What they printed is kept where minutes of this kind are the first of their version.
    """
    session = obeying(record, options).session
    level = options.rules(session).level() if options.attributed else ""
    has_version = export.form not in _TABLES
    export = replace(
        export,
        version=options.version if has_version else None,
        state=options.state.value if has_version else "",
        naming=str(level),
        options=chosen(options),
    )
    uid = note_in(unit, session.uid, export)
    if not has_version:
        return uid
    known = exports.versions(unit.driver, session.uid)
    if not any(v.number == options.version and v.kind is options.kind for v in known):
        _keep(unit, record, options)
    return uid


def _keep(unit: UnitOfWork, record: MinutesRecord, options: MinutesOptions) -> None:
    uid = new_uid()
    session = lookup.row(unit.connection, Entity.SESSION, record.session.uid)
    values = {
        "session_id": session["id"],
        "number": options.version,
        "kind": options.kind.value,
        "given_on": options.given_on or options.created,
    }
    unit.create(Entity.MINUTES_VERSION, {**values, "lines": []}, uid)
    # Past the journal: what somebody withdraws would have to be taken out of that as well.
    lines = [stored_line(line) for line in printed_lines(record, options)]
    unit.connection.execute(VERSION.update().where(VERSION.c.uid == uid).values(lines=lines))
