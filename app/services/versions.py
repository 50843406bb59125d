"""Versions of the minutes of a session: which one a document is, and what it printed."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.changes import Entity
from app.domain.exports import Export, chosen
from app.domain.minutes import MinutesOptions, MinutesRecord, obeying
from app.domain.minutes_names import masking
from app.domain.version_lines import PrintedLine, stored_line
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


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that left the program, with the ``options`` that ``as_issued`` gave it.

    ``as_of`` is the last change that was made before the record was read; ``lines`` are what it
    prints if it is the first of its kind in its version: later somebody may have changed them.
    """

    record: MinutesRecord
    options: MinutesOptions
    export: Export
    as_of: int
    lines: tuple[PrintedLine, ...] = ()


def issued(
    database: Database, record: MinutesRecord, options: MinutesOptions, export: Export, as_of: int
) -> Issued:
    """A document of ``options`` as ``as_issued`` gave them, just before it is written."""
    lines: tuple[PrintedLine, ...] = ()
    if export.form not in _TABLES:
        with database.look() as driver:
            version = (options.version, options.kind)
            is_kept = exports.has_version(driver, record.session.uid, *version)
        lines = () if is_kept else printed_lines(record, options)
    return Issued(record, options, export, as_of, lines)


def last_change(database: Database) -> int:
    """The last operation that could change what minutes print."""
    with database.look() as driver:
        return exports.last_change(driver)


def as_issued(database: Database, record: MinutesRecord, options: MinutesOptions) -> MinutesOptions:
    """The options with state and version of the document, and what changed since the last.

    Where nothing has happened since the same document was given out, nothing is compared.
    """
    session = record.session
    with database.look() as driver:
        state = state_of_minutes(
            session=session.state,
            deadline=session.feedback_deadline,
            today=options.created,
            unreleased=feedback.unreleased_in(driver, session.uid),
            open_feedback=feedback.open_in(driver, session.uid),
        )
        known = exports.known_version(driver, session.uid, _wished(options), options.kind)
        if known is not None:
            number, given_on = known
            return replace(options, state=state, version=number, given_on=given_on)
        earlier = exports.versions(driver, session.uid)
    options = replace(options, state=state)
    if not earlier:
        return replace(options, version=1)
    lines = printed_lines(record, options)
    issue = issue_of(lines, earlier, options, _Masked(record, options))
    return replace(
        options,
        version=issue.number,
        given_on=issue.given_on,
        since=issue.since,
        changes=issue.changes,
    )


class _Masked:
    """``masking``, prepared when the first changed text is to be shown: most have not changed."""

    def __init__(self, record: MinutesRecord, options: MinutesOptions) -> None:
        self._of = (record, options)
        self._masked: Callable[[str], str] | None = None

    def __call__(self, text: str) -> str:
        self._masked = self._masked or masking(*self._of)
        return self._masked(text)


def _wished(options: MinutesOptions) -> str:
    """The kind and all that decides what it prints, in one line."""
    return json.dumps([options.kind.value, chosen(options)], sort_keys=True)


def given_out(unit: UnitOfWork, issued: Issued) -> str:
    """Note that minutes were given out; returns the uid of the log's line.

    What they printed is kept where minutes of this kind are the first of their version.
    """
    record, options, export = issued.record, issued.options, issued.export
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
    if not exports.has_version(unit.driver, session.uid, options.version, options.kind):
        _keep(unit, issued)
    if options.since is None:
        day = options.given_on or options.created
        exports.remember_version(
            unit.driver, session.uid, _wished(options), issued.as_of, options.version, day
        )
    return uid


def _keep(unit: UnitOfWork, issued: Issued) -> None:
    uid, options = new_uid(), issued.options
    session = lookup.row(unit.connection, Entity.SESSION, issued.record.session.uid)
    values = {
        "session_id": session["id"],
        "number": options.version,
        "kind": options.kind.value,
        "given_on": options.given_on or options.created,
    }
    unit.create(Entity.MINUTES_VERSION, {**values, "lines": []}, uid)
    # Past the journal: what somebody withdraws would have to be taken out of that as well.
    lines = [stored_line(line) for line in issued.lines]
    unit.connection.execute(VERSION.update().where(VERSION.c.uid == uid).values(lines=lines))
