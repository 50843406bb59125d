"""What participants answered to the minutes of a session, and how much of it is open."""

from typing import Any

from app.domain.feedback import FeedbackView
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision, FeedbackWay
from app.storage.database import Driver
from app.storage.moments import aware, date_of

_FEEDBACK = """
    SELECT f.uid, s.uid, coalesce(i.uid, ''), f.evidence, coalesce(s.text, ''), p.uid,
        coalesce(e.name, f.who), p.id IS NOT NULL AND p.id = s.participant_id, f.way, f.given_on,
        f.answer, f.wording, f.comment, f.tracked, f.decision, f.reason, f.decided_at, f.form
    FROM feedback f
    LEFT JOIN statement s ON s.id = f.statement_id AND s.deleted_at IS NULL
    LEFT JOIN plan_item i ON i.id = s.plan_item_id
    LEFT JOIN participant p ON p.id = f.participant_id AND p.deleted_at IS NULL
    LEFT JOIN person e ON e.id = p.person_id
    WHERE f.deleted_at IS NULL AND f.session_id = (SELECT id FROM dialogue_session WHERE uid = ?)
    ORDER BY i.order_key, i.uid, s.order_key, s.uid, f.id"""
_OPEN = """
    SELECT count(*) FROM feedback
    WHERE deleted_at IS NULL AND decision IS NULL AND answer != 'agree'
        AND session_id = (SELECT id FROM dialogue_session WHERE uid = ?)"""
_UNRELEASED = """
    SELECT count(*) FROM dialogue_session d
    JOIN series e ON e.id = d.series_id
    JOIN statement s ON s.session_id = d.id
    WHERE d.uid = ? AND e.with_release AND s.deleted_at IS NULL AND s.state != 'released'"""
_WITH_RELEASE = """
    SELECT e.with_release FROM dialogue_session d JOIN series e ON e.id = d.series_id
    WHERE d.uid = ?"""
_NUMBERED = """
    SELECT s.evidence, s.uid FROM statement s
    WHERE s.session_id = (SELECT id FROM dialogue_session WHERE uid = :session)
        AND s.deleted_at IS NULL AND s.evidence != ''
    UNION
    SELECT n.value, s.uid FROM statement s, json_each(s.evidence_also) n
    WHERE s.session_id = (SELECT id FROM dialogue_session WHERE uid = :session)
        AND s.deleted_at IS NULL AND s.evidence_also IS NOT NULL"""


def in_session(driver: Driver, session_uid: str) -> tuple[FeedbackView, ...]:
    """Every answer, in the order of the statements."""
    return tuple(_view(row) for row in driver.execute(_FEEDBACK, (session_uid,)))


def open_in(driver: Driver, session_uid: str) -> int:
    """How many answers nobody has decided yet."""
    return int(driver.execute(_OPEN, (session_uid,)).fetchone()[0])


def unreleased_in(driver: Driver, session_uid: str) -> int:
    """How many statements are not released; 0 where the series does without releasing."""
    return int(driver.execute(_UNRELEASED, (session_uid,)).fetchone()[0])


def with_release(driver: Driver, session_uid: str) -> bool:
    """Whether the statements of a session are checked and released."""
    found = driver.execute(_WITH_RELEASE, (session_uid,)).fetchone()
    return bool(found and found[0])


def numbered(driver: Driver, session_uid: str) -> dict[str, str]:
    """The statements by their evidence numbers, also by those that went into them."""
    return dict(driver.execute(_NUMBERED, {"session": session_uid}))


def _view(row: Any) -> FeedbackView:
    (
        uid, statement, item, evidence, text, participant, who, is_own, way, given_on, answer,
        wording, comment, tracked, decision, reason, decided_at, form,
    ) = row  # fmt: skip
    return FeedbackView(
        uid=uid,
        statement_uid=statement,
        plan_item_uid=item,
        evidence=evidence,
        text=text,
        participant_uid=participant,
        who=who,
        is_own=bool(is_own),
        way=FeedbackWay(way),
        given_on=date_of(given_on),
        answer=FeedbackAnswer(answer),
        wording=wording,
        comment=comment,
        tracked=bool(tracked),
        decision=FeedbackDecision(decision) if decision else None,
        reason=reason,
        decided_at=aware(decided_at) if decided_at else None,
        form=form,
    )
