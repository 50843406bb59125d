"""The logos of a series: a strip above the minutes in our own layout.

They come in like photos – small, and nothing but what they show – and stand in the same table of
contents. A house template brings its own letterhead, so there they are left out. SVG is refused in
words: Word shows it only beside a picture of the same, which we cannot draw from it.
"""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select

from app.domain.changes import Entity
from app.domain.incoming.photos import LogoChanges
from app.domain.photos import LOGO_HEIGHT, LOGO_SIDE, MAX_LOGO_BYTES, MAX_LOGOS
from app.errors import RefusedError
from app.services import lookup
from app.services.photo_files import PreparedPhoto, content_of, prepared
from app.services.values import cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.queries import photos as queries
from app.storage.tables.base import new_uid
from app.storage.unit_of_work import Writer

LOGO = TABLES[Entity.LOGO]
_SMALLER = (600, 400, 240)
"""Pixels a side, tried one after the other where a picture has too much in it."""


def prepared_logo(path: Path) -> PreparedPhoto:
    """The logo in a file, as small as it may be. Raises ``BadInputError`` like a photo."""
    return small_logo(content_of(path), path.name)


def small_logo(data: bytes, name: str) -> PreparedPhoto:
    """The same from the content of a file."""
    logo = prepared(data, name, LOGO_SIDE)
    for side in _SMALLER:
        if len(logo.data) <= MAX_LOGO_BYTES:
            break
        logo = prepared(data, name, side)
    return logo


class LogoService:
    """Add, describe, sort and remove logos. Read through ``ViewService.logos``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def add(self, series_uid: str, logos: Sequence[tuple[str, PreparedPhoto]]) -> tuple[str, ...]:
        """Put logos, each with its text in words, behind those that are there; gives their uids.

        Raises:
            NotFoundError: no such series.
            RefusedError: there would be too many for one line.
        """
        uids = tuple(new_uid() for _ in logos)
        with self._writer.operation("logo.add") as unit:
            series = lookup.row(unit.connection, Entity.SERIES, series_uid)
            here = (LOGO.c.series_id == series["id"]) & LOGO.c.deleted_at.is_(None)
            count = unit.connection.execute(select(func.count()).where(here)).scalar_one()
            if count + len(logos) > MAX_LOGOS:
                raise RefusedError("too_many_logos", limit=MAX_LOGOS)
            keys = lookup.order_keys_last(
                unit.connection, Entity.LOGO, "series_id", series["id"], len(logos)
            )
            for uid, key, (alt_text, logo) in zip(uids, keys, logos, strict=True):
                queries.keep(unit.driver, logo.sha256, logo.data)
                values = {
                    "series_id": series["id"],
                    "order_key": key,
                    "alt_text": alt_text,
                    "height_mm": LOGO_HEIGHT,
                    "width": logo.width,
                    "height": logo.height,
                    "media_type": logo.media_type.value,
                    "sha256": logo.sha256,
                }
                unit.create(Entity.LOGO, values, uid)
        return uids

    def update(self, uid: str, changes: LogoChanges) -> None:
        """Write the fields that are set. Raises ``NotFoundError``."""
        with self._writer.operation("logo.update") as unit:
            lookup.row(unit.connection, Entity.LOGO, uid)
            unit.change(Entity.LOGO, uid, cleaned(column_values(changes)))

    def move(self, uid: str, *, after: str | None) -> None:
        """Put a logo behind another one (None: to the front). Raises ``NotFoundError``."""
        with self._writer.operation("logo.move") as unit:
            row = lookup.row(unit.connection, Entity.LOGO, uid)
            key = lookup.order_key_after(
                unit, Entity.LOGO, "series_id", row["series_id"], after, uid
            )
            unit.change(Entity.LOGO, uid, {"order_key": key})

    def remove(self, uid: str) -> None:
        """Take a logo away; undo brings it back. Raises ``NotFoundError``."""
        with self._writer.operation("logo.remove") as unit:
            lookup.row(unit.connection, Entity.LOGO, uid)
            unit.delete(Entity.LOGO, uid)
