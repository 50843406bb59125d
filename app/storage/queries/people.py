"""Participants and organisations, as views."""

from app.domain.people import OrganisationView, ParticipantView
from app.domain.vocabulary import NamingLevel, OrganisationKind
from app.storage.database import Driver

_IN_SESSION = """
    SELECT p.uid, h.uid, h.name, o.name, o.kind, p.role, p.naming, p.on_attendance_list,
        c.statements
    FROM participant p
    JOIN person h ON h.id = p.person_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN (
        SELECT participant_id, count(*) AS statements FROM statement
        WHERE session_id = (SELECT id FROM dialogue_session WHERE uid = :session)
            AND deleted_at IS NULL
        GROUP BY participant_id
    ) c ON c.participant_id = p.id
    WHERE p.session_id = (SELECT id FROM dialogue_session WHERE uid = :session)
        AND p.deleted_at IS NULL
    ORDER BY p.order_key, p.uid"""


def in_session(driver: Driver, session_uid: str) -> tuple[ParticipantView, ...]:
    """The participants of a session in the order they were entered."""
    rows = driver.execute(_IN_SESSION, {"session": session_uid})
    return tuple(
        ParticipantView(
            uid=uid,
            person_uid=person,
            name=name,
            organisation=organisation or "",
            organisation_kind=OrganisationKind(kind) if kind else None,
            role=role,
            naming=NamingLevel(naming) if naming else None,
            on_attendance_list=None if listed is None else bool(listed),
            statement_count=count or 0,
        )
        for uid, person, name, organisation, kind, role, naming, listed, count in rows
    )


def organisations(driver: Driver) -> tuple[OrganisationView, ...]:
    """All organisations of the workspace by folded name."""
    rows = driver.execute(
        "SELECT uid, name, kind FROM organisation WHERE deleted_at IS NULL ORDER BY folded_name"
    )
    return tuple(
        OrganisationView(uid, name, OrganisationKind(kind) if kind else None)
        for uid, name, kind in rows
    )
