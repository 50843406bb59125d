"""The speakers list of a session as a view."""

import json
from typing import Any

from app.domain.speakers import SpeakersList, SpeakingRequestView
from app.domain.vocabulary import RequestKind, SpeakingOrder
from app.storage.database import Driver
from app.storage.moments import aware

_REQUESTS = """
    SELECT r.uid, p.uid, h.name, coalesce(o.name, ''), r.kind, r.id, i.uid, r.started_at, r.ended_at
    FROM speaking_request r
    JOIN participant p ON p.id = r.participant_id
    JOIN person h ON h.id = p.person_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN plan_item i ON i.id = r.plan_item_id
    WHERE r.session_id = (SELECT id FROM dialogue_session WHERE uid = ?)
        AND r.deleted_at IS NULL AND p.deleted_at IS NULL
    ORDER BY r.order_key, r.uid"""
_SETTINGS = """
    SELECT speaking_order, groups FROM speakers_list
    WHERE session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND deleted_at IS NULL"""


def in_session(driver: Driver, session_uid: str) -> SpeakersList:
    """The list; an empty one as long as it was not used."""
    settings = driver.execute(_SETTINGS, (session_uid,)).fetchone()
    order, groups = settings or (SpeakingOrder.AS_THEY_COME, "{}")
    requests = driver.execute(_REQUESTS, (session_uid,))
    return SpeakersList(
        order=SpeakingOrder(order),
        groups=json.loads(groups),
        requests=tuple(_view(row) for row in requests),
    )


def _view(row: Any) -> SpeakingRequestView:
    uid, participant, name, organisation, kind, number, item, started_at, ended_at = row
    return SpeakingRequestView(
        uid=uid,
        participant_uid=participant,
        name=name,
        organisation=organisation,
        kind=RequestKind(kind),
        number=number,
        plan_item_uid=item,
        started_at=aware(started_at) if started_at else None,
        ended_at=aware(ended_at) if ended_at else None,
    )
