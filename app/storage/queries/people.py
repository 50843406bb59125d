"""Participants and organisations, as views."""

from sqlalchemy import Connection, bindparam, func, select

from app.domain.changes import Entity
from app.domain.people import OrganisationView, ParticipantView
from app.domain.vocabulary import NamingLevel, OrganisationKind
from app.storage.journal_codec import TABLES

PARTICIPANT = TABLES[Entity.PARTICIPANT]
PERSON = TABLES[Entity.PERSON]
ORGANISATION = TABLES[Entity.ORGANISATION]
SESSION = TABLES[Entity.SESSION]
STATEMENT = TABLES[Entity.STATEMENT]


_SESSION_ID = select(SESSION.c.id).where(SESSION.c.uid == bindparam("session")).scalar_subquery()
_COUNTS = (
    select(STATEMENT.c.participant_id, func.count().label("statements"))
    .where(STATEMENT.c.session_id == _SESSION_ID, STATEMENT.c.deleted_at.is_(None))
    .group_by(STATEMENT.c.participant_id)
    .subquery()
)
# Built once: making it anew takes longer than running it.
_IN_SESSION = (
    select(
        PARTICIPANT.c.uid,
        PERSON.c.uid,
        PERSON.c.name,
        ORGANISATION.c.name,
        ORGANISATION.c.kind,
        PARTICIPANT.c.role,
        PARTICIPANT.c.naming,
        PARTICIPANT.c.on_attendance_list,
        _COUNTS.c.statements,
    )
    .join(PERSON, PERSON.c.id == PARTICIPANT.c.person_id)
    .outerjoin(ORGANISATION, ORGANISATION.c.id == PARTICIPANT.c.organisation_id)
    .outerjoin(_COUNTS, _COUNTS.c.participant_id == PARTICIPANT.c.id)
    .where(PARTICIPANT.c.session_id == _SESSION_ID, PARTICIPANT.c.deleted_at.is_(None))
    .order_by(PARTICIPANT.c.order_key, PARTICIPANT.c.uid)
)


def in_session(connection: Connection, session_uid: str) -> tuple[ParticipantView, ...]:
    """The participants of a session in the order they were entered."""
    rows = connection.execute(_IN_SESSION, {"session": session_uid})
    return tuple(
        ParticipantView(
            uid=uid,
            person_uid=person,
            name=name,
            organisation=organisation or "",
            organisation_kind=OrganisationKind(kind) if kind else None,
            role=role,
            naming=NamingLevel(naming) if naming else None,
            on_attendance_list=listed,
            statement_count=count or 0,
        )
        for uid, person, name, organisation, kind, role, naming, listed, count in rows
    )


def organisations(connection: Connection) -> tuple[OrganisationView, ...]:
    """All organisations of the workspace by folded name."""
    rows = connection.execute(
        select(ORGANISATION.c.uid, ORGANISATION.c.name, ORGANISATION.c.kind)
        .where(ORGANISATION.c.deleted_at.is_(None))
        .order_by(ORGANISATION.c.folded_name)
    )
    return tuple(
        OrganisationView(uid, name, OrganisationKind(kind) if kind else None)
        for uid, name, kind in rows
    )
