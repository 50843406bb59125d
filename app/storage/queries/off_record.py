"""The passages off the record of a session as views."""

from app.domain.off_record import OffRecordView
from app.storage.database import Driver
from app.storage.moments import aware

_IN_SESSION = """
    SELECT p.uid, i.uid, p.started_at, p.ended_at, p.printed
    FROM off_record_passage p JOIN plan_item i ON i.id = p.plan_item_id
    WHERE p.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND p.deleted_at IS NULL
    ORDER BY p.started_at, p.uid"""


def in_session(driver: Driver, session_uid: str) -> tuple[OffRecordView, ...]:
    """The passages in the order in which they began."""
    return tuple(
        OffRecordView(
            uid=uid,
            plan_item_uid=item,
            started_at=aware(started_at),
            ended_at=aware(ended_at) if ended_at else None,
            printed=bool(printed),
        )
        for uid, item, started_at, ended_at, printed in driver.execute(_IN_SESSION, (session_uid,))
    )
