"""Merging the rows of a file into one table: add the unknown, compare the known."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import func, select

from app.domain.changes import Difference, Entity
from app.domain.document_reader import Reader, Row, join
from app.domain.order import spread
from app.services.document_order import as_in_file, in_order, is_other_order, placed
from app.services.lookup import free_uid
from app.services.values import same
from app.storage.journal_codec import TABLES
from app.storage.tables.base import inserted_key, new_uid
from app.storage.unit_of_work import INSERT, UnitOfWork

CHUNK = 5_000
LOOKUP_CHUNK = 500
"""Ids per IN clause."""

UPDATED = frozenset({Entity.SERIES, Entity.SESSION, Entity.PARTICIPANT, Entity.PLAN_ITEM})
"""What a later version of a session may bring up to date; statements are never overwritten."""

_PLAN = Entity.PLAN_ITEM

_OWNERS = {
    Entity.SESSION: "id",
    Entity.PARTICIPANT: "session_id",
    Entity.PLAN_ITEM: "session_id",
    Entity.STATEMENT: "session_id",
    Entity.NEXT_STEP: "session_id",
    Entity.HAND_COUNT: "session_id",
    Entity.PARKED_TOPIC: "session_id",
    Entity.PHOTO: "session_id",
    Entity.OFF_RECORD_PASSAGE: "session_id",
    Entity.EXPORT: "session_id",
    Entity.MINUTES_VERSION: "session_id",
    Entity.FEEDBACK: "session_id",
}
"""Column with the session that a row belongs to."""

ItemT = TypeVar("ItemT")


class Counts(Protocol):
    """Where a merge counts, and notes what a later version would bring up to date."""

    new: Any
    unchanged: Any
    different: Any
    differences: list[Difference]


class Merge:
    """Merges rows of one file inside one unit of work and counts what it did."""

    def __init__(self, unit: UnitOfWork, reader: Reader, counts: Counts, *, update: bool) -> None:
        self._unit = unit
        self._reader = reader
        self._counts = counts
        self._update = update

    def rows(
        self,
        entity: Entity,
        rows: Sequence[Row],
        *,
        defaults: Mapping[str, Any],
        scope: Mapping[str, int] | None = None,
        order_in: str | None = None,
        ignore: tuple[str, ...] = (),
        renamed: Container[str] = (),
    ) -> dict[str, int]:
        """Merge ``rows``; returns the key of each by uid.

        ``defaults`` fill a new row; ``scope`` are the columns every row must share (a known row
        with others belongs to another session: an error); ``order_in`` is the parent column in
        which rows stand in order; ``ignore`` are fields that are no difference; ``renamed`` are
        the uids of rows that differ in more than their own columns.
        """
        table = TABLES[entity]
        known = self._known_rows(table, [row.uid for row in rows])
        new = self._compare_known(entity, rows, known, scope or {}, ignore, renamed)
        places = self._plan_order(rows, scope or {}) if known and entity is _PLAN else {}
        self._insert(entity, new, {**defaults, **(scope or {})}, order_in, places)
        keys = {uid: int(found["id"]) for uid, found in known.items()}
        keys.update(self.keys(entity, [row.uid for row in new]))
        return keys

    def unknown(
        self, entity: Entity, rows: Sequence[Row], *, scope: Mapping[str, int]
    ) -> list[Row]:
        """Compare and count those of ``rows`` that are known; returns the others to insert."""
        known = self._known_rows(TABLES[entity], self._existing(entity, rows))
        return self._compare_known(entity, rows, known, scope)

    def known(self, entity: Entity, rows: Iterable[Row]) -> Mapping[str, Any]:
        """Those of ``rows`` that are there already, as mappings by uid."""
        return self._known_rows(TABLES[entity], [row.uid for row in rows])

    def insert_one(self, entity: Entity, values: Mapping[str, Any], uid: str | None) -> int:
        """Insert a row that the file needs beside its own; counted as new."""
        self._counts.new[entity] += 1
        result = self._unit.connection.execute(
            INSERT[entity], {**values, **self._stamps(uid or new_uid())}
        )
        return inserted_key(result)

    def count_new(self, entity: Entity, count: int) -> None:
        """Count rows that the caller has inserted."""
        self._counts.new[entity] += count

    def compare_name(self, person_id: int, name: str) -> bool:
        """Whether the person behind a participant has another name here."""
        person = TABLES[Entity.PERSON]
        found = self._unit.connection.execute(
            select(person.c.uid, person.c.name).where(person.c.id == person_id)
        ).one()
        if found.name == name:
            return False
        self._counts.differences.append(Difference(Entity.PERSON, name, "name", found.name, name))
        if self._update:
            self._unit.change(Entity.PERSON, found.uid, {"name": name})
        return True

    def new_uid(self) -> str:
        """A uid for a row the file has none for."""
        return new_uid()

    def free_uid(self, entity: Entity, uid: str) -> str | None:
        """``uid`` unless it is taken."""
        return free_uid(self._unit, TABLES[entity], uid)

    def _known_rows(self, table: Any, uids: Sequence[str]) -> dict[str, Any]:
        known = {}
        for chunk in in_chunks(uids, LOOKUP_CHUNK):
            rows = self._unit.connection.execute(select(table).where(table.c.uid.in_(chunk)))
            known.update({row["uid"]: row for row in rows.mappings()})
        return known

    def _existing(self, entity: Entity, rows: Sequence[Row]) -> list[str]:
        """Uids that are there already: asked for so plainly because mostly none is."""
        marks = ", ".join("?" * len(rows))
        found = self._unit.connection.exec_driver_sql(
            f"SELECT uid FROM {TABLES[entity].name} WHERE uid IN ({marks})",
            tuple(row.uid for row in rows),
        )
        return [row[0] for row in found]

    def keys(self, entity: Entity, uids: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Uid and key of the rows that exist."""
        table = TABLES[entity]
        for chunk in in_chunks(uids, LOOKUP_CHUNK):
            rows = self._unit.connection.execute(
                select(table.c.uid, table.c.id).where(table.c.uid.in_(chunk))
            )
            yield from ((uid, int(key)) for uid, key in rows)

    def keys_in(self, entity: Entity, uids: Sequence[str], *, session_id: int) -> dict[str, int]:
        """Keys by uid of those rows that belong to the session."""
        found = self._known_rows(TABLES[entity], uids).items()
        return {uid: int(row["id"]) for uid, row in found if row["session_id"] == session_id}

    def _compare_known(
        self,
        entity: Entity,
        rows: Sequence[Row],
        known: Mapping[str, Any],
        scope: Mapping[str, int],
        ignore: tuple[str, ...] = (),
        renamed: Container[str] = (),
    ) -> list[Row]:
        """Compare the rows that are known; returns the others."""
        new = []
        for row in rows:
            found = known.get(row.uid)
            if found is None:
                new.append(row)
                continue
            for column, value in scope.items():
                if found[column] != value:
                    raise self._reader.fail("foreign_id", where=join(row.path, "id"), found=row.uid)
            self._compare(entity, row, found, ignore, renamed=row.uid in renamed)
        for chunk in in_chunks(new, LOOKUP_CHUNK):
            self._check_other_kinds(entity, chunk, scope.get("session_id"))
        return new

    def _check_other_kinds(
        self, entity: Entity, rows: Sequence[Row], session_id: int | None
    ) -> None:
        """No new row may have the id that a row of another kind has, wherever it stands.

        Such a session could not be read in again from its own file.
        """
        marks = ", ".join(f"?{number}" for number in range(1, len(rows) + 1))
        taken = " UNION ALL ".join(
            f"SELECT uid, {owner} FROM {TABLES[kind].name} WHERE uid IN ({marks})"
            for kind, owner in _OWNERS.items()
            if kind is not entity
        )
        found = self._unit.connection.exec_driver_sql(taken, tuple(row.uid for row in rows)).first()
        if found is not None:
            uid, owner = found
            where = next(join(row.path, "id") for row in rows if row.uid == uid)
            code = "other_kind" if owner == session_id else "foreign_id"
            raise self._reader.fail(code, where=where, found=uid)

    def _compare(
        self, entity: Entity, row: Row, found: Any, ignore: tuple[str, ...], *, renamed: bool
    ) -> None:
        different = {
            name: value
            for name, value in row.values.items()
            if name not in ignore and not same(found[name], value)
        }
        if not (different or renamed) or found["deleted_at"] is not None:
            self._counts.unchanged[entity] += 1
            return
        self._counts.different[entity] += 1
        if entity not in UPDATED:
            return
        called = found.get("title") or row.uid
        self._counts.differences += [
            Difference(entity, called, name, found[name], value)
            for name, value in different.items()
        ]
        if different and self._update:
            self._unit.change(entity, row.uid, different)

    def _plan_order(self, rows: Sequence[Row], scope: Mapping[str, int]) -> dict[str, str]:
        """Order keys of the new items of a known plan, which takes the file's order if it may."""
        item = TABLES[_PLAN]
        found = self._unit.connection.execute(
            select(item.c.uid, item.c.order_key, item.c.title).where(
                item.c.session_id == scope["session_id"], item.c.deleted_at.is_(None)
            )
        ).all()
        here = {row.uid: row.order_key for row in found}
        in_file = [row.uid for row in rows]
        if not is_other_order(here, in_file):
            return placed(here, in_file)
        titles = {row.uid: row.title for row in found}
        orders = (
            [titles[uid] for uid in order if uid in titles] for order in (in_order(here), in_file)
        )
        self._counts.differences.append(Difference(Entity.SESSION, "", "order", *orders))
        if not self._update:
            return placed(here, in_file)
        keys = as_in_file(here, in_file)
        for uid in here:
            self._unit.change(_PLAN, uid, {"order_key": keys[uid]})
        return keys

    def _insert(
        self,
        entity: Entity,
        rows: Sequence[Row],
        base: Mapping[str, Any],
        order_in: str | None,
        places: Mapping[str, str],
    ) -> None:
        orders = self._order_keys(entity, rows, base, order_in) if order_in else None
        for chunk in in_chunks(rows, CHUNK):
            records = [{**base, **row.values, **self._stamps(row.uid)} for row in chunk]
            if orders is not None:
                for record in records:
                    key = places.get(record["uid"])
                    record["order_key"] = key or next(orders[record[str(order_in)]])
            self._unit.connection.execute(INSERT[entity], records)
        self._counts.new[entity] += len(rows)

    def _order_keys(
        self, entity: Entity, rows: Sequence[Row], base: Mapping[str, Any], order_in: str
    ) -> dict[int, Iterator[str]]:
        """Evenly spaced keys behind what already stands under each parent."""
        table = TABLES[entity]
        counts: dict[Any, int] = defaultdict(int)
        for row in rows:
            counts[row.values.get(order_in, base.get(order_in))] += 1
        keys = {}
        for parent, count in counts.items():
            last = self._unit.connection.execute(
                select(func.max(table.c.order_key)).where(table.c[order_in] == parent)
            ).scalar_one()
            keys[parent] = iter(spread(count, last))
        return keys

    def _stamps(self, uid: str) -> dict[str, Any]:
        return {"uid": uid, "created_at": self._unit.at, "updated_at": self._unit.at}


def in_chunks(items: Iterable[ItemT], size: int) -> Iterator[Sequence[ItemT]]:
    """``items`` in lists of at most ``size``."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def by_position(rows: Iterable[tuple[int | None, Row]]) -> list[Row]:
    """Rows by position; ties and rows without one keep the order of the file, those last."""
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0] is None, pair[0] or 0))]
