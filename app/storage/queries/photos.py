"""Photos as views, and apart from them what they show."""

from app.domain.photos import MediaType, PhotoView
from app.storage.database import Driver

_IN_SESSION = """
    SELECT p.uid, i.uid, p.caption, p.alt_text, p.width, p.height, p.media_type, p.sha256
    FROM photo p JOIN plan_item i ON i.id = p.plan_item_id
    WHERE p.session_id = (SELECT id FROM dialogue_session WHERE uid = ?)
        AND p.deleted_at IS NULL AND i.deleted_at IS NULL
    ORDER BY i.order_key, i.uid, p.order_key, p.uid"""

_WITHOUT_CONTENT = """
    SELECT p.uid FROM photo p
    WHERE p.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM photo_content c WHERE c.sha256 = p.sha256)
    ORDER BY p.id"""


def in_session(driver: Driver, session_uid: str) -> tuple[PhotoView, ...]:
    """The photos of a session in the order of plan and photos."""
    rows = driver.execute(_IN_SESSION, (session_uid,))
    return tuple(
        PhotoView(uid, item, number, caption, alt_text, width, height, MediaType(media), sha256)
        for number, (uid, item, caption, alt_text, width, height, media, sha256) in enumerate(
            rows, start=1
        )
    )


def without_content(driver: Driver) -> list[str]:
    """The uids of photos of which nothing can be shown any more."""
    return [uid for (uid,) in driver.execute(_WITHOUT_CONTENT)]


def content(driver: Driver, sha256: str) -> bytes | None:
    """The bytes with this name."""
    row = driver.execute("SELECT data FROM photo_content WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else bytes(row[0])


def keep(driver: Driver, sha256: str, data: bytes) -> None:
    """Keep bytes under this name, once."""
    driver.execute(
        "INSERT INTO photo_content (sha256, data) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        (sha256, data),
    )
