"""The themes of a statement: links in a table of their own, journalled as one list."""

from sqlalchemy import delete, insert, select

from app.domain.changes import Entity
from app.services.series import theme_keys
from app.storage.journal_codec import LINK, TABLES
from app.storage.queries import statements as queries
from app.storage.unit_of_work import UnitOfWork


def set_themes(
    unit: UnitOfWork, series_id: int, key: int, uid: str, names: tuple[str, ...]
) -> None:
    """Make these the themes of a statement; unknown names become proposals of the series."""
    wanted = set(theme_keys(unit, series_id, names).values())
    replace_themes(unit, key, uid, wanted)


def replace_themes(unit: UnitOfWork, key: int, uid: str, wanted: set[int]) -> None:
    """Make ``wanted`` (theme keys) the themes of a statement; journalled as one list of uids."""
    link, theme = LINK, TABLES[Entity.THEME]
    before = queries.theme_ids(unit.driver, key)
    if set(before) == wanted:
        return
    unit.connection.execute(delete(link).where(link.c.statement_id == key))
    if wanted:
        unit.connection.execute(
            insert(link), [{"statement_id": key, "theme_id": theme_id} for theme_id in wanted]
        )
    uids = unit.connection.execute(select(theme.c.uid).where(theme.c.id.in_(wanted))).scalars()
    unit.note_list(Entity.STATEMENT, uid, "themes", sorted(before.values()), sorted(uids))
