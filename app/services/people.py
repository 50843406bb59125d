"""Participants of a session, entered by hand or taken over from a document."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, String, cast, func, select

from app.domain.changes import Entity
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.people import identity
from app.domain.protection import NameSearch
from app.domain.text import fold
from app.domain.vocabulary import OrganisationKind, Presence
from app.errors import RefusedError
from app.services import lookup
from app.services.values import all_values, cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.queries.people import in_session
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import UnitOfWork, Writer

ORGANISATION = TABLES[Entity.ORGANISATION]
PERSON = TABLES[Entity.PERSON]
STATEMENT = TABLES[Entity.STATEMENT]

NOT_CHECKED_IN: Mapping[str, Any] = {
    "presence": Presence.EXPECTED.value,
    "is_guest": False,
    "arrived_at": None,
    "left_at": None,
    "on_attendance_list": None,
    "attendance_list_at": None,
    "may_be_named": None,
    "naming_at": None,
    "may_be_photographed": None,
    "photo_at": None,
    "may_be_contacted": None,
    "contact_at": None,
    "contact": "",
    "withdrawn_at": None,
}
"""The columns of somebody new: not there yet, asked nothing."""


class PeopleService:
    """Who takes part in a session."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(
        self, session_uid: str, draft: ParticipantDraft, *, initiator: object | None = None
    ) -> str:
        """Add somebody; always a new person. Returns the participant's uid."""
        values = cleaned(all_values(draft), required=("name",))
        uid = new_uid()
        with self._writer.operation(
            "participant.add", session_uid=session_uid, initiator=initiator
        ) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            create_participant(unit, session.id, values, uid)
        return uid

    def add_all(self, session_uid: str, drafts: Sequence[ParticipantDraft]) -> int:
        """Add everybody of a list who is not there yet, as one step, or nobody.

        Somebody of the same (folded) name and organisation is there already, also if only since
        the draft before. Returns how many were added.
        """
        found = [cleaned(all_values(draft), required=("name",)) for draft in drafts]
        with self._writer.database.look() as driver:
            here = {identity(one.name, one.organisation) for one in in_session(driver, session_uid)}
        count = 0
        with self._writer.operation("participant.read", session_uid=session_uid) as unit:
            session = lookup.open_session(unit.connection, uid=session_uid)
            for values in found:
                known = identity(values["name"], values["organisation"])
                if known not in here:
                    here.add(known)
                    create_participant(unit, session.id, values, new_uid())
                    count += 1
        return count

    def update(
        self, uid: str, changes: ParticipantChanges, *, initiator: object | None = None
    ) -> None:
        """Write the fields that are set; the name is the person's, the kind the organisation's."""
        values = cleaned(column_values(changes), required=("name",))
        with self._writer.database.read() as connection:
            session = self._session(connection, uid)
        with self._writer.operation(
            "participant.update", session_uid=session.uid, initiator=initiator
        ) as unit:
            participant = lookup.row(unit.connection, Entity.PARTICIPANT, uid)
            own: dict[str, Any] = {
                name: values[name] for name in ("role", "naming") if name in values
            }
            if "on_attendance_list" in values:
                own |= listing(unit, values["on_attendance_list"], participant)
            if "organisation" in values:
                own["organisation_id"] = organisation_key(unit, values["organisation"], None)
            if own:
                unit.change(Entity.PARTICIPANT, uid, own)
            if "name" in values:
                self._rename(unit, participant["person_id"], values["name"])
            if "organisation_kind" in values:
                _set_kind(unit, uid, values["organisation_kind"])

    def remove(self, uid: str, *, initiator: object | None = None) -> None:
        """Take somebody off the list. Raises ``RefusedError`` while statements are theirs."""
        with self._writer.database.read() as connection:
            session = self._session(connection, uid)
        with self._writer.operation(
            "participant.remove", session_uid=session.uid, initiator=initiator
        ) as unit:
            participant = lookup.row(unit.connection, Entity.PARTICIPANT, uid)
            count = unit.connection.execute(
                select(func.count()).where(
                    STATEMENT.c.participant_id == participant["id"],
                    STATEMENT.c.deleted_at.is_(None),
                )
            ).scalar_one()
            if count:
                raise RefusedError("participant_has_statements", count=count)
            self._check_mentions(unit, participant, uid)
            unit.delete(Entity.PARTICIPANT, uid)

    @staticmethod
    def _check_mentions(unit: UnitOfWork, participant: Any, uid: str) -> None:
        """A name that statements protect stays known as long as it stands in them."""
        name = unit.connection.execute(
            select(PERSON.c.name).where(PERSON.c.id == participant["person_id"])
        ).scalar_one()
        texts = unit.connection.execute(
            select(STATEMENT.c.text).where(
                STATEMENT.c.session_id == participant["session_id"],
                STATEMENT.c.about.is_not(None),
                cast(STATEMENT.c.about, String).contains(uid),
                STATEMENT.c.deleted_at.is_(None),
            )
        ).scalars()
        search = NameSearch([name])
        count = sum(bool(search.first_in(text)) for text in texts)
        if count:
            raise RefusedError("participant_is_mentioned", count=count)

    @staticmethod
    def _session(connection: Connection, uid: str) -> lookup.SessionKeys:
        participant = lookup.row(connection, Entity.PARTICIPANT, uid)
        return lookup.open_session(connection, key=participant["session_id"])

    @staticmethod
    def _rename(unit: UnitOfWork, person_id: int, name: str) -> None:
        person = unit.connection.execute(
            select(PERSON.c.uid).where(PERSON.c.id == person_id)
        ).scalar_one()
        unit.change(Entity.PERSON, person, {"name": name})


def listing(
    unit: UnitOfWork, listed: bool | None, before: Mapping[str, Any] = NOT_CHECKED_IN
) -> dict[str, Any]:
    """The columns for the choice to stand on the list, with the moment of a new one."""
    if listed == before["on_attendance_list"]:
        return {}
    at = None if listed is None else unit.at
    return {"on_attendance_list": listed, "attendance_list_at": at}


def create_participant(
    unit: UnitOfWork,
    session_id: int,
    values: Mapping[str, Any],
    uid: str,
    further: Mapping[str, Any] = {},
) -> None:
    """A new person at a session; ``further`` are columns beyond those of a draft."""
    unit.create(
        Entity.PARTICIPANT,
        {
            "session_id": session_id,
            "person_id": unit.create(Entity.PERSON, {"name": values["name"]}),
            "organisation_id": organisation_key(
                unit, values["organisation"], values["organisation_kind"]
            ),
            "order_key": lookup.order_key_last(
                unit.connection, Entity.PARTICIPANT, "session_id", session_id
            ),
            "role": values["role"],
            "naming": values["naming"],
            **NOT_CHECKED_IN,
            **listing(unit, values["on_attendance_list"]),
            **further,
        },
        uid,
    )


def organisation_key(
    unit: UnitOfWork, name: str, kind: str | None, *, uid: str | None = None
) -> int | None:
    """The key of the organisation with this (folded) name, made if it is new; None without one.

    A kind is only filled in where none is known yet. ``uid`` is for a new one, unless it is taken.
    """
    folded = fold(name.strip())
    if not folded:
        return None
    found = unit.connection.execute(
        select(ORGANISATION.c.id, ORGANISATION.c.uid, ORGANISATION.c.kind)
        .where(ORGANISATION.c.folded_name == folded, ORGANISATION.c.deleted_at.is_(None))
        .order_by(ORGANISATION.c.id)
    ).first()
    if found is None:
        values = {"name": name.strip(), "folded_name": folded, "kind": kind}
        return unit.create(Entity.ORGANISATION, values, lookup.free_uid(unit, ORGANISATION, uid))
    if kind and not found.kind:
        unit.change(Entity.ORGANISATION, found.uid, {"kind": kind})
    return int(found.id)


def _set_kind(unit: UnitOfWork, participant_uid: str, kind: OrganisationKind | None) -> None:
    participant = lookup.row(unit.connection, Entity.PARTICIPANT, participant_uid)
    found: Any = unit.connection.execute(
        select(ORGANISATION.c.uid).where(ORGANISATION.c.id == participant["organisation_id"])
    ).scalar_one_or_none()
    if found is not None:
        unit.change(Entity.ORGANISATION, found, {"kind": kind})
