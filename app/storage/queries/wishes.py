"""What series want in their minutes, what is proposed for the short ones, which names may stand.

By itself, because a start does not need it.
"""

import json

from app.domain.minutes_wishes import MinutesWishes
from app.storage.database import Driver

_WISHES = """
    SELECT e.minutes FROM series e JOIN dialogue_session d ON d.series_id = e.id
    WHERE d.uid = ?"""

_NAMES_LEFT = "SELECT names_left FROM dialogue_session WHERE uid = ?"
_OPENERS = """
    SELECT uid FROM (
        SELECT s.uid, row_number() OVER (
            PARTITION BY l.theme_id ORDER BY i.order_key, i.uid, s.order_key, s.uid) AS number
        FROM statement s
        JOIN statement_theme l ON l.statement_id = s.id
        JOIN plan_item i ON i.id = s.plan_item_id
        WHERE s.session_id = (SELECT id FROM dialogue_session WHERE uid = ?)
            AND s.deleted_at IS NULL AND i.deleted_at IS NULL)
    WHERE number = 1"""


def theme_openers(driver: Driver, session_uid: str) -> frozenset[str]:
    """The statements that are the first of a session about one of its themes."""
    return frozenset(row[0] for row in driver.execute(_OPENERS, (session_uid,)))


def names_left(driver: Driver, session_uid: str) -> tuple[str, ...]:
    """The marks of names in texts of a session that may stand, the oldest decision first."""
    row = driver.execute(_NAMES_LEFT, (session_uid,)).fetchone()
    return tuple(json.loads(row[0])) if row and row[0] else ()


def of_session(driver: Driver, session_uid: str) -> MinutesWishes:
    """What the series of a session wants; what is not known here is passed over."""
    row = driver.execute(_WISHES, (session_uid,)).fetchone()
    kept = json.loads(row[0]) if row and row[0] else {}
    known = {name: kept[name] for name in MinutesWishes.model_fields if name in kept}
    return MinutesWishes.model_validate(known)
