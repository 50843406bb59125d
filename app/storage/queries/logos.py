"""The logos of series, as views; what they show stands with the photos."""

from app.domain.photos import LogoView, MediaType
from app.storage.database import Driver

_OF_SERIES = """
    SELECT l.uid, l.alt_text, l.height_mm, l.width, l.height, l.media_type, l.sha256
    FROM logo l JOIN series e ON e.id = l.series_id
    WHERE e.uid = ? AND l.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM photo_content c WHERE c.sha256 = l.sha256)
    ORDER BY l.order_key, l.uid"""


def of_series(driver: Driver, series_uid: str) -> tuple[LogoView, ...]:
    """The logos whose picture is there, from left to right."""
    rows = driver.execute(_OF_SERIES, (series_uid,))
    return tuple(
        LogoView(uid, alt_text, height_mm, width, height, MediaType(media), sha256)
        for uid, alt_text, height_mm, width, height, media, sha256 in rows
    )
