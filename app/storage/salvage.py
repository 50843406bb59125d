"""What can still be read of a damaged database goes into a new one; the old one stays as it is.

Rows are read page by page (``pages``) and recognised by their shape – how many columns, of which
types – so that neither header nor schema nor index need be readable. Where the row that others
belong to is lost, an empty one takes its place: what belongs to nothing would be seen nowhere.
"""

import datetime as dt
import json
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import sqlcipher3.dbapi2 as sqlite

from app.domain.backups import Salvaged
from app.domain.order import between
from app.domain.text import clean, fold
from app.errors import RefusedError
from app.storage.database import Driver
from app.storage.moments import stored
from app.storage.pages import Pages, Row, Value
from app.storage.schema import SCHEMA_HEAD
from app.storage.upgrade import build, known_versions

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
_EVERY = 256
"""Pages between two reports of how far it is."""
_LINKS = ("statement_theme",)
"""Tables whose rows mean nothing without both rows they connect."""


def salvage(
    broken: Path, target: Path, *, placeholder: str, progress: Progress = lambda *_: None
) -> Salvaged:
    """Fill the new file ``target``. ``placeholder`` is the title of what had to be made up.

    Raises:
        OSError: a file cannot be read or written.
        RefusedError: nothing of ours is in it, or it is newer than the program.
    """
    with closing(Pages(broken)) as pages:
        version = _version(pages, broken)
        build(target, version)
        with closing(sqlite.connect(str(target), isolation_level=None)) as driver:
            driver.execute("PRAGMA foreign_keys=OFF")
            driver.execute("BEGIN")
            for (name,) in driver.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                driver.execute(f"DROP TRIGGER {name}")  # the index is filled at the end
            tables = _shapes(driver)
            found, unfit = _fill(driver, tables, pages, progress)
            for name in _LINKS:
                found[name] += _fill_links(driver, tables[name], pages)
            if not any(found.values()):
                raise RefusedError("salvage_nothing", path=broken)
            lost = {
                name: _lost(driver, shape, tables) if shape.has_key else unfit[name]
                for name, shape in tables.items()
            }
            _Repair(driver, tables, placeholder).run()
            for name in _LINKS:
                (left,) = driver.execute(f"SELECT count(*) FROM {name}").fetchone()
                lost[name] += found[name] - left
                found[name] = left
            driver.execute("COMMIT")
    build(target, "head")
    return Salvaged(found, lost)


def _version(pages: Pages, broken: Path) -> str:
    """The schema of the file; this program's where it cannot be read any more."""
    for number in range(1, pages.count + 1):
        for row in pages.rows(number) or ():
            if row and len(row.values) == 1 and _is_version(row.values[0]):
                version = str(row.values[0])
                if version > SCHEMA_HEAD:
                    raise RefusedError(
                        "newer_schema", path=broken, found=version, known=SCHEMA_HEAD
                    )
                return version if version in known_versions() else SCHEMA_HEAD
    return SCHEMA_HEAD


def _is_version(value: Value) -> bool:
    return isinstance(value, str) and len(value) == len(SCHEMA_HEAD) and value.isdigit()


# -- shapes ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: str
    optional: bool
    is_key: bool
    """The row's own integer key, which does not stand among its values."""
    left_out: bool
    """A row may have been written before the column was there."""

    def takes(self, value: Value) -> bool:
        """Whether a value may stand here."""
        if value is None:
            return self.optional or self.is_key
        if self.is_key:
            return False
        if self.kind in _READS:
            return isinstance(value, str) and _can(_READS[self.kind], value)
        if self.kind == "JSON":  # a number alone is kept as one
            return isinstance(value, int | float) or (
                isinstance(value, str) and _can(json.loads, value)
            )
        return isinstance(value, _TYPES.get(self.kind, str))


_TYPES: dict[str, type] = {"INTEGER": int, "BOOLEAN": int, "BLOB": bytes}
_READS: dict[str, Callable[[str], object]] = {
    "DATETIME": dt.datetime.fromisoformat,
    "DATE": dt.date.fromisoformat,
    "TIME": dt.time.fromisoformat,
}


def _can(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except (ValueError, RecursionError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Shape:
    table: str
    columns: tuple[_Column, ...]

    @property
    def has_key(self) -> bool:
        return any(column.is_key for column in self.columns)

    def demands(self, width: int) -> int:
        """How many of the first ``width`` columns take more than any text."""
        return sum(column.kind != "TEXT" for column in self.columns[:width])

    def fits(self, row: Row | None) -> bool:
        """Whether it can be a row of this table."""
        if row is None or len(row.values) > len(self.columns):
            return False
        if not all(map(_Column.takes, self.columns, row.values)):
            return False
        return all(column.left_out for column in self.columns[len(row.values) :])

    def insert(self, driver: Driver, row: Row) -> bool:
        """Put a row in; False when one with the same key or uid is there already."""
        columns = self.columns[: len(row.values)]
        values = [
            row.key if column.is_key else _cleaned(value)
            for column, value in zip(columns, row.values, strict=True)
        ]
        names, marks = ", ".join(c.name for c in columns), ", ".join("?" * len(columns))
        sql = f"INSERT OR IGNORE INTO {self.table} ({names}) VALUES ({marks})"
        return bool(driver.execute(sql, values).rowcount)


def _cleaned(value: Value) -> Value:
    """Text without what no text may hold, as it stands in a page that was hit."""
    return clean(value).text if isinstance(value, str) else value


def _shapes(driver: Driver) -> dict[str, _Shape]:
    """The tables of the new file."""
    names = driver.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'statement_search%'"
        " AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'"
    ).fetchall()
    return {name: _Shape(name, tuple(_columns(driver, name))) for (name,) in names}


def _columns(driver: Driver, table: str) -> Iterable[_Column]:
    info = driver.execute(f"PRAGMA table_info({table})").fetchall()
    single = sum(bool(key) for *_, key in info) == 1
    for _, name, kind, needed, default, key in info:
        is_key = bool(key) and single and kind == "INTEGER"
        left_out = not needed or default is not None
        yield _Column(name, kind, not needed, is_key, left_out)


# -- reading --------------------------------------------------------------------------------


def _fill(
    driver: Driver, tables: dict[str, _Shape], pages: Pages, progress: Progress
) -> tuple[dict[str, int], dict[str, int]]:
    """Put in every row that can be read; returns how many could be and could not, by table."""
    found, unfit = dict.fromkeys(tables, 0), dict.fromkeys(tables, 0)
    for number in range(1, pages.count + 1):
        if number % _EVERY == 0:
            progress(number, pages.count)
        rows = pages.rows(number)
        shape = _recognised(rows, tables.values()) if rows else None
        if shape is not None and rows is not None:
            fitting = [row for row in rows if row is not None and shape.fits(row)]
            unfit[shape.table] += len(rows) - len(fitting)
            found[shape.table] += sum(shape.insert(driver, row) for row in fitting)
    return found, unfit


def _fill_links(driver: Driver, shape: _Shape, pages: Pages) -> int:
    """Put in the links that are in their index only: it has all their columns.

    A page holds hundreds of them, so one that is damaged would cost more than all other rows.
    """
    added = 0
    width = len(shape.columns) + 1  # and the key
    for number in range(1, pages.count + 1):
        for entry in pages.entries(number):
            if len(entry) == width and all(isinstance(value, int) for value in entry):
                added += shape.insert(driver, Row(0, entry[:-1]))
    return added


def _recognised(rows: Sequence[Row | None], shapes: Iterable[_Shape]) -> _Shape | None:
    """The table a page belongs to: the one that most of its rows fit.

    Of several, the one that asks more than texts of what stands there: JSON is a text, too.
    """
    width = max((len(row.values) for row in rows if row is not None), default=0)
    count, shape = max(
        ((sum(map(shape.fits, rows)), shape) for shape in shapes),
        key=lambda found: (found[0], found[1].demands(width)),
    )
    return shape if count else None


def _lost(driver: Driver, shape: _Shape, tables: dict[str, _Shape]) -> int:
    """How many rows must have been there and are not.

    Keys go up by one and rows that have one are never taken away; other rows point at keys, and
    the journal at uids.
    """
    table = shape.table
    (count, last) = driver.execute(f"SELECT count(*), coalesce(max(id), 0) FROM {table}").fetchone()
    for name, column, parent in _references(driver, tables):
        if parent == table:
            (pointed,) = driver.execute(f"SELECT coalesce(max({column}), 0) FROM {name}").fetchone()
            last = max(last, pointed)
    unknown = 0
    if any(column.name == "uid" for column in shape.columns):
        entity = {"dialogue_session": "session"}.get(table, table)
        (unknown,) = driver.execute(
            f"SELECT count(DISTINCT entity_uid) FROM journal_entry WHERE entity = ?"
            f" AND field IS NULL AND entity_uid NOT IN (SELECT uid FROM {table})",
            (entity,),
        ).fetchone()
    if table == "statement":
        (imported,) = driver.execute(
            "SELECT count(*) FROM journal_entry e JOIN json_each(e.after) each"
            " WHERE e.entity = 'session' AND e.field = 'statements'"
            " AND each.value NOT IN (SELECT uid FROM statement)"
        ).fetchone()
        unknown += imported
    return max(int(last) - int(count), int(unknown))


def _references(driver: Driver, tables: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Table, column and the table it points at."""
    for table in tables:
        for _, _, parent, column, *_ in driver.execute(f"PRAGMA foreign_key_list({table})"):
            yield table, column, parent


# -- putting in order -----------------------------------------------------------------------


class _Repair:
    """Makes every reference lead somewhere."""

    def __init__(self, driver: Driver, tables: dict[str, _Shape], placeholder: str) -> None:
        self._driver = driver
        self._tables = tables
        self._placeholder = placeholder

    def run(self) -> None:
        """One reference after the other; a row that is made up may itself point at a lost one."""
        while broken := self._driver.execute("PRAGMA foreign_key_check").fetchall():
            for table, key, parent, number in broken:
                self._mend(table, key, parent, number)

    def _mend(self, table: str, key: int, parent: str, number: int) -> None:
        column = next(
            row[3]
            for row in self._driver.execute(f"PRAGMA foreign_key_list({table})")
            if row[0] == number
        )
        shape = self._tables[table]
        if table in _LINKS:
            self._driver.execute(f"DELETE FROM {table} WHERE rowid = ?", (key,))
        elif next(each for each in shape.columns if each.name == column).optional:
            self._driver.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (key,))
        else:
            self._make_up(parent, table, key, column)

    def _make_up(self, parent: str, table: str, key: int, column: str) -> None:
        """An empty row in the place of a lost one that ``column`` of a row of ``table`` names."""
        missing, *session = self._driver.execute(
            f"SELECT {column}{', session_id' if parent == 'plan_item' else ''}"
            f" FROM {table} WHERE rowid = ?",
            (key,),
        ).fetchone()
        values: dict[str, Value] = {
            each.name: _EMPTY[each.kind]
            for each in self._tables[parent].columns
            if not each.optional and not each.is_key
        }
        now = stored(dt.datetime.now(dt.UTC))
        title = self._placeholder
        values.update({name: now for name in values if name.endswith("_at") or name == "at"})
        values.update({"id": missing, **_NEUTRAL.get(parent, {})})
        for name, value in (("uid", str(uuid4())), ("title", title), ("name", title)):
            if name in values and name not in _NEUTRAL.get(parent, {}):
                values[name] = value
        for name, source in (("folded_title", "title"), ("folded_name", "name")):
            if name in values:
                values[name] = fold(str(values[source]))
        if session:
            values["session_id"] = session[0]
        if "series_id" in values:
            values["series_id"] = self._some_series()
        if "order_key" in values:
            values["order_key"] = self._behind(parent)
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self._driver.execute(
            f"INSERT OR IGNORE INTO {parent} ({names}) VALUES ({marks})", list(values.values())
        )

    def _some_series(self) -> int:
        (found,) = self._driver.execute("SELECT coalesce(max(id), 1) FROM series").fetchone()
        return int(found)

    def _behind(self, table: str) -> str:
        (last,) = self._driver.execute(f"SELECT max(order_key) FROM {table}").fetchone()
        return between(last, None)


_EMPTY: dict[str, Value] = {
    "TEXT": "",
    "INTEGER": 0,
    "BOOLEAN": 0,
    "JSON": "[]",
    "DATETIME": "",
    "DATE": dt.date(2000, 1, 1).isoformat(),
}
_NEUTRAL: dict[str, dict[str, Value]] = {
    "plan_item": {"kind": "question", "statement_kind": "remark", "reading": "none"},
    "dialogue_session": {
        "naming": "anonymous",
        "state": "review",
        "time_zone": "Europe/Berlin",
    },
    "operation": {"name": "statement.update", "role": "do"},
    "theme": {"state": "accepted"},
}
"""What an empty row says where an empty text would mean nothing."""
