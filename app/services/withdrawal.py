"""Withdrawal: somebody does not want to be named any more, from now on and everywhere.

It holds for the person in all sessions of the series, also in closed ones and in those that are
still to come. What earlier versions of the minutes printed is kept to be compared with, so their
name goes from there as well; it stands in no journal. What has left the program cannot be called
back: the export log says where they are named.
"""

import datetime as dt
from contextlib import AbstractContextManager

from sqlalchemy import Select, select, update

from app.domain.changes import Entity
from app.domain.names.finder import NameFinder
from app.domain.names.model import Named, NamedKind
from app.domain.version_lines import HIDDEN
from app.services import lookup
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork, Writer

PARTICIPANT = TABLES[Entity.PARTICIPANT]
PERSON = TABLES[Entity.PERSON]
SESSION = TABLES[Entity.SESSION]
VERSION = TABLES[Entity.MINUTES_VERSION]


class WithdrawalService:
    """Who may not be named any more. Where they were: ``ViewService.exports_naming``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def withdraw(self, participant_uid: str, *, initiator: object | None = None) -> None:
        """Name them no more in the whole series. Raises ``NotFoundError``.

        Not undone by Ctrl+Z, which nobody should press by mistake: ``take_back`` does it.
        """
        with self._operation("participant.withdraw", participant_uid, initiator) as unit:
            self._set(unit, participant_uid, unit.at)
            _forget_name(unit, participant_uid)

    def take_back(self, participant_uid: str, *, initiator: object | None = None) -> None:
        """They agree again to be named as before. Raises ``NotFoundError``."""
        with self._operation("participant.named_again", participant_uid, initiator) as unit:
            self._set(unit, participant_uid, None)

    def _operation(
        self, name: str, participant_uid: str, initiator: object | None
    ) -> AbstractContextManager[UnitOfWork]:
        with self._writer.database.read() as connection:
            participant = lookup.row(connection, Entity.PARTICIPANT, participant_uid)
            session = connection.execute(
                select(SESSION.c.uid).where(SESSION.c.id == participant["session_id"])
            ).scalar_one()
        return self._writer.operation(
            name, session_uid=session, undoable=False, initiator=initiator
        )

    @staticmethod
    def _set(unit: UnitOfWork, participant_uid: str, at: dt.datetime | None) -> None:
        me = lookup.row(unit.connection, Entity.PARTICIPANT, participant_uid)
        same_person = unit.connection.execute(
            select(PARTICIPANT.c.uid, PARTICIPANT.c.withdrawn_at).where(
                PARTICIPANT.c.person_id == me["person_id"],
                PARTICIPANT.c.session_id.in_(_sessions(me["session_id"])),
                PARTICIPANT.c.deleted_at.is_(None),
            )
        )
        for uid, before in same_person.all():
            if (before is None) != (at is None):
                unit.change(Entity.PARTICIPANT, uid, {"withdrawn_at": at})


def _sessions(session_id: int) -> Select[tuple[int]]:
    """The keys of all sessions of the series that one session belongs to."""
    series = select(SESSION.c.series_id).where(SESSION.c.id == session_id).scalar_subquery()
    return select(SESSION.c.id).where(SESSION.c.series_id == series)


def _forget_name(unit: UnitOfWork, participant_uid: str) -> None:
    """Take the name out of what earlier versions printed, past the journal like the lines."""
    me = lookup.row(unit.connection, Entity.PARTICIPANT, participant_uid)
    name = unit.connection.execute(
        select(PERSON.c.name).where(PERSON.c.id == me["person_id"])
    ).scalar_one()
    finder = NameFinder([Named(NamedKind.PERSON, participant_uid, name)])
    found = unit.connection.execute(
        select(VERSION.c.uid, VERSION.c.lines).where(
            VERSION.c.session_id.in_(_sessions(me["session_id"]))
        )
    )
    for uid, lines in found.all():
        cleaned = [{**line, "text": _without(finder, line.get("text", ""))} for line in lines]
        if any(old.get("text", "") != new["text"] for old, new in zip(lines, cleaned, strict=True)):
            of_this = VERSION.c.uid == uid
            unit.connection.execute(update(VERSION).where(of_this).values(lines=cleaned))


def _without(finder: NameFinder, text: str) -> str:
    for found in reversed(finder.find(text)):
        text = f"{text[: found.start]}{HIDDEN}{text[found.end :]}"
    return text
