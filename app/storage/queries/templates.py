"""The house template of a series: read and kept by itself, as its file may be large."""

from app.domain.templates import HouseTemplate
from app.storage.database import Driver

_OF_SERIES = """
    SELECT e.template_name, c.data
    FROM series e LEFT JOIN template_content c ON c.sha256 = e.template_sha256
    WHERE e.uid = ? AND e.template_sha256 != ''"""
_KEEP = """
    INSERT INTO template_content (sha256, size, data) VALUES (?, ?, ?)
    ON CONFLICT (sha256) DO NOTHING"""


def of_series(driver: Driver, series_uid: str) -> HouseTemplate | None:
    """The template a series has chosen.

    Without its content – which a damaged file may have lost – it is empty, and refused as such.
    """
    row = driver.execute(_OF_SERIES, (series_uid,)).fetchone()
    return None if row is None else HouseTemplate(row[0], bytes(row[1] or b""))


def keep(driver: Driver, sha256: str, data: bytes) -> None:
    """Keep the bytes of a template under this name, once."""
    driver.execute(_KEEP, (sha256, len(data), data))
