"""Participants and organisations, as views."""

from typing import Any

from app.domain.people import OrganisationView, ParticipantView
from app.domain.presence import Attendance, Consent
from app.domain.vocabulary import ConsentPurpose, NamingLevel, OrganisationKind, Presence
from app.storage.database import Driver
from app.storage.moments import aware

_IN_SESSION = """
    SELECT p.uid, h.uid, h.name, o.name, o.kind, p.role, p.naming, p.on_attendance_list,
        c.statements, p.presence, p.is_guest, p.arrived_at, p.left_at, p.contact,
        p.on_attendance_list, p.attendance_list_at, p.may_be_named, p.naming_at,
        p.may_be_photographed, p.photo_at, p.may_be_contacted, p.contact_at,
        (SELECT min(w.withdrawn_at) FROM participant w
            JOIN dialogue_session d ON d.id = w.session_id
            WHERE w.person_id = p.person_id AND w.withdrawn_at IS NOT NULL
                AND w.deleted_at IS NULL AND d.series_id = (
                    SELECT series_id FROM dialogue_session WHERE uid = :session))
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
            attendance=_attendance(*attendance),
            withdrawn_at=aware(withdrawn) if withdrawn else None,
        )
        for (
            uid,
            person,
            name,
            organisation,
            kind,
            role,
            naming,
            listed,
            count,
            *attendance,
            withdrawn,
        ) in rows
    )


def _attendance(
    presence: str, is_guest: int, arrived: Any, left: Any, contact: str, *consents: Any
) -> Attendance:
    answers = zip(ConsentPurpose, consents[::2], consents[1::2], strict=True)
    return Attendance(
        presence=Presence(presence),
        is_guest=bool(is_guest),
        arrived_at=aware(arrived) if arrived else None,
        left_at=aware(left) if left else None,
        contact=contact,
        consents={
            purpose: Consent(bool(given), aware(at) if at else None)
            for purpose, given, at in answers
            if given is not None
        },
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
