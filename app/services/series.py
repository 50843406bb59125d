"""Series and their codebook."""

from typing import Any

from sqlalchemy import Connection, select

from app.domain.changes import Entity
from app.domain.guides import GuideTheme
from app.domain.incoming.series import SeriesChanges, SeriesDraft
from app.domain.order import between, spread
from app.domain.text import clean, fold
from app.domain.vocabulary import ThemeState
from app.services import lookup
from app.services.values import all_values, cleaned, column_values
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork, Writer

THEME = TABLES[Entity.THEME]


class SeriesService:
    """Create, change and list series."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def create(self, draft: SeriesDraft, *, initiator: object | None = None) -> str:
        """Create a series without a guide; returns its uid."""
        with self._writer.operation("series.create", initiator=initiator) as unit:
            return insert_series(unit, cleaned(all_values(draft), required=("title",)))[1]

    def update(self, uid: str, changes: SeriesChanges, *, initiator: object | None = None) -> None:
        """Write the fields that are set."""
        values = cleaned(column_values(changes), required=("title",))
        with self._writer.operation("series.update", initiator=initiator) as unit:
            lookup.row(unit.connection, Entity.SERIES, uid)
            unit.change(Entity.SERIES, uid, values)


def insert_series(
    unit: UnitOfWork, values: dict[str, Any], uid: str | None = None
) -> tuple[int, str]:
    """Insert a series inside an operation; returns key and uid."""
    table = TABLES[Entity.SERIES]
    empty = dict.fromkeys(("purpose", "funding", "sender", "guide_key"), "")
    defaults = {**empty, "is_example": False, "minutes": None}
    defaults |= {"feedback_days": None, "with_release": False}
    series_id = unit.create(Entity.SERIES, {**defaults, **values}, uid)
    uid = unit.connection.execute(select(table.c.uid).where(table.c.id == series_id)).scalar_one()
    return series_id, uid


def insert_codebook(unit: UnitOfWork, series_id: int, themes: tuple[GuideTheme, ...]) -> None:
    """Give a new series its starter codebook."""
    for theme, key in zip(themes, spread(len(themes)), strict=True):
        _insert_theme(unit, series_id, theme.name, theme.definition, ThemeState.ACCEPTED, key)


def theme_keys(unit: UnitOfWork, series_id: int, names: tuple[str, ...]) -> dict[str, int]:
    """Keys of the named themes; an unknown one is added as a proposal."""
    known = known_themes(unit.connection, series_id)
    keys: dict[str, int] = {}
    for name in names:
        label = clean(name).text.strip()
        folded = fold(label)
        if folded and folded not in known:
            last = unit.connection.execute(
                select(THEME.c.order_key)
                .where(THEME.c.series_id == series_id)
                .order_by(THEME.c.order_key.desc())
                .limit(1)
            ).scalar_one_or_none()
            known[folded] = _insert_theme(
                unit, series_id, label, "", ThemeState.PROPOSED, between(last, None)
            )
        if folded:
            keys[label] = known[folded]
    return keys


def known_themes(connection: Connection, series_id: int) -> dict[str, int]:
    """Folded name → key of a series' themes."""
    rows = connection.execute(
        select(THEME.c.folded_name, THEME.c.id).where(
            THEME.c.series_id == series_id, THEME.c.deleted_at.is_(None)
        )
    )
    return {row[0]: row[1] for row in rows}


def _insert_theme(
    unit: UnitOfWork, series_id: int, name: str, definition: str, state: ThemeState, key: str
) -> int:
    return unit.create(
        Entity.THEME,
        {
            "series_id": series_id,
            "name": name,
            "folded_name": fold(name),
            "definition": definition,
            "state": state.value,
            "order_key": key,
        },
    )
