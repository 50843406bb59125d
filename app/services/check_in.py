"""Check-in: who is there, from when to when, and what each person was asked.

One key, one operation: every answer can be taken back alone.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, select

from app.domain.changes import Entity
from app.domain.incoming.people import ParticipantDraft
from app.domain.people import MAX_CONTACT
from app.domain.presence import arrival, moment_on
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence, SessionState
from app.errors import BadInputError, RefusedError
from app.services import lookup
from app.services.people import create_participant, listing
from app.services.values import all_values, cleaned
from app.storage.journal_codec import TABLES
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

ITEM = TABLES[Entity.PLAN_ITEM]
SESSION = TABLES[Entity.SESSION]

_ANSWERS: Mapping[ConsentPurpose, tuple[str, str]] = {
    ConsentPurpose.NAMING: ("may_be_named", "naming_at"),
    ConsentPurpose.PHOTO: ("may_be_photographed", "photo_at"),
    ConsentPurpose.CONTACT: ("may_be_contacted", "contact_at"),
}
"""Columns with the answer and its moment; the list's are written by ``listing``."""


class CheckInService:
    """Presence and consents of the participants of a session."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def mark(self, uid: str, presence: Presence, *, initiator: object | None = None) -> None:
        """Somebody is there, is excused, or is still expected.

        In a running session, who comes later than some minutes after its begin gets the present
        moment as the time of arrival.
        """
        with self._operation("participant.presence", uid, initiator) as (unit, row):
            arrived = row["arrived_at"]
            if presence is not Presence.PRESENT:
                arrived = None
            elif row["presence"] != Presence.PRESENT:
                arrived = arrival(unit.at, _begun(unit, row["session_id"]))
            values = {"presence": presence.value, "arrived_at": arrived, "left_at": None}
            unit.change(Entity.PARTICIPANT, uid, values)

    def walk_in(
        self,
        session_uid: str,
        draft: ParticipantDraft,
        *,
        guest: bool = False,
        initiator: object | None = None,
    ) -> str:
        """Somebody who was not on the list and is there; returns the participant's uid."""
        values = cleaned(all_values(draft), required=("name",))
        uid = new_uid()
        with self._writer.operation(
            "participant.walk_in", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            further = {
                "presence": Presence.PRESENT.value,
                "is_guest": guest,
                "arrived_at": arrival(unit.at, _begun(unit, session.id)),
            }
            create_participant(unit, session.id, values, uid, further)
        return uid

    def set_guest(self, uid: str, *, guest: bool, initiator: object | None = None) -> None:
        """A guest listens or helps, and stands apart from the participants in the minutes."""
        with self._operation("participant.guest", uid, initiator) as (unit, _):
            unit.change(Entity.PARTICIPANT, uid, {"is_guest": guest})

    def arrived(self, uid: str, time: dt.time | None, *, initiator: object | None = None) -> None:
        """Somebody came at this time of the session's own clock; None: was there from the begin.

        Raises ``BadInputError`` when they would have left before.
        """
        self._times(uid, "arrived_at", time, initiator)

    def left(self, uid: str, time: dt.time | None, *, initiator: object | None = None) -> None:
        """Somebody left at this time; None: stayed to the end. Raises like ``arrived``."""
        self._times(uid, "left_at", time, initiator)

    def leaves(self, uid: str, *, initiator: object | None = None) -> None:
        """Somebody goes right now."""
        with self._operation("participant.times", uid, initiator) as (unit, _):
            values = {"presence": Presence.PRESENT.value, "left_at": unit.at}
            unit.change(Entity.PARTICIPANT, uid, values)

    def answer(
        self,
        uid: str,
        purpose: ConsentPurpose,
        given: bool | None,
        *,
        initiator: object | None = None,
    ) -> None:
        """Keep an answer with the present moment; None: not asked after all.

        A refusal takes away what stood on the consent: a chosen naming, the contact.
        """
        with self._operation("participant.consent", uid, initiator) as (unit, row):
            if values := _answered(unit, row, purpose, given):
                unit.change(Entity.PARTICIPANT, uid, values)

    def choose_naming(
        self, uid: str, level: NamingLevel | None, *, initiator: object | None = None
    ) -> None:
        """How somebody wants to be named, which answers the question for that; None: as all."""
        with self._operation("participant.consent", uid, initiator) as (unit, row):
            given = None if level is None else level is not NamingLevel.ANONYMOUS
            values = _answered(unit, row, ConsentPurpose.NAMING, given)
            unit.change(Entity.PARTICIPANT, uid, values | {"naming": level and level.value})

    def keep_contact(self, uid: str, text: str, *, initiator: object | None = None) -> None:
        """How to reach somebody. Raises ``RefusedError`` without the consent to be contacted."""
        contact = cleaned({"contact": text})["contact"]
        if len(contact) > MAX_CONTACT:
            raise BadInputError("contact_too_long", length=len(contact), limit=MAX_CONTACT)
        with self._operation("participant.contact", uid, initiator) as (unit, row):
            if contact and not row["may_be_contacted"]:
                raise RefusedError("contact_needs_consent")
            unit.change(Entity.PARTICIPANT, uid, {"contact": contact})

    def _times(self, uid: str, column: str, time: dt.time | None, initiator: object | None) -> None:
        with self._operation("participant.times", uid, initiator) as (unit, row):
            moment = None if time is None else _moment(unit, row["session_id"], time)
            both = {**row, column: moment}
            if both["arrived_at"] and both["left_at"] and both["left_at"] < both["arrived_at"]:
                raise BadInputError("left_before_arrival")
            values = {"presence": Presence.PRESENT.value, column: moment}
            unit.change(Entity.PARTICIPANT, uid, values)

    @contextmanager
    def _operation(
        self, name: str, uid: str, initiator: object | None
    ) -> Iterator[tuple[UnitOfWork, Any]]:
        with self._writer.database.read() as connection:
            found = lookup.row(connection, Entity.PARTICIPANT, uid)
            session = lookup.open_session(connection, key=found["session_id"])
        with self._writer.operation(name, session_uid=session.uid, initiator=initiator) as unit:
            yield unit, lookup.row(unit.connection, Entity.PARTICIPANT, uid)


def _answered(
    unit: UnitOfWork, row: Any, purpose: ConsentPurpose, given: bool | None
) -> dict[str, Any]:
    """The columns for an answer. The same answer again keeps its moment."""
    if purpose is ConsentPurpose.ATTENDANCE_LIST:
        return listing(unit, given, row)
    column, at = _ANSWERS[purpose]
    values: dict[str, Any] = {}
    if row[column] != given:
        values = {column: given, at: None if given is None else unit.at}
    if purpose is ConsentPurpose.NAMING and row["naming"]:
        contradicts = (row["naming"] == NamingLevel.ANONYMOUS) is bool(given)
        values["naming"] = None if contradicts else row["naming"]
    if purpose is ConsentPurpose.CONTACT and not given:
        values["contact"] = ""
    return values


def _begun(unit: UnitOfWork, session_id: int) -> dt.datetime | None:
    """When a session that is running began; None for every other."""
    state = unit.connection.execute(
        select(SESSION.c.state).where(SESSION.c.id == session_id)
    ).scalar_one()
    if state != SessionState.RUNNING:
        return None
    started: dt.datetime | None = unit.connection.execute(
        select(func.min(ITEM.c.started_at)).where(
            ITEM.c.session_id == session_id, ITEM.c.deleted_at.is_(None)
        )
    ).scalar_one()
    return started


def _moment(unit: UnitOfWork, session_id: int, time: dt.time) -> dt.datetime:
    head = unit.connection.execute(
        select(SESSION.c.date, SESSION.c.start_time, SESSION.c.time_zone).where(
            SESSION.c.id == session_id
        )
    ).one()
    return moment_on(time, date=head.date, start=head.start_time, zone=head.time_zone)
