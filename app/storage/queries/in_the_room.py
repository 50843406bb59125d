"""Hands counted and the parking lot of a session, as views."""

from app.domain.in_the_room import HandCountView, ParkedTopicView
from app.storage.database import Driver
from app.storage.moments import aware

_HANDS = """
    SELECT h.uid, i.uid, h.wording, h.agree, h.disagree, h.undecided, h.counted_at
    FROM hand_count h
    JOIN plan_item i ON i.id = h.plan_item_id
    WHERE h.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND h.deleted_at IS NULL
    ORDER BY i.order_key, i.uid, h.order_key, h.uid"""
_TOPICS = """
    SELECT t.uid, i.uid, t.text, t.settled
    FROM parked_topic t
    LEFT JOIN plan_item i ON i.id = t.plan_item_id AND i.deleted_at IS NULL
    WHERE t.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND t.deleted_at IS NULL
    ORDER BY t.order_key, t.uid"""


def hand_counts(driver: Driver, session_uid: str) -> tuple[HandCountView, ...]:
    """By plan item, and there in the order in which they were counted."""
    return tuple(
        HandCountView(uid, item, wording, agree, disagree, undecided, aware(at))
        for uid, item, wording, agree, disagree, undecided, at in driver.execute(
            _HANDS, (session_uid,)
        )
    )


def parked_topics(driver: Driver, session_uid: str) -> tuple[ParkedTopicView, ...]:
    """In the order in which they were put off, settled ones too."""
    return tuple(
        ParkedTopicView(uid, item, text, settled == 1)
        for uid, item, text, settled in driver.execute(_TOPICS, (session_uid,))
    )
