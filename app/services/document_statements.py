"""The statements of a file: chunk by chunk into the database, indexed for the search at the end.

Only what a chunk needs is in memory, so that the length of a file does not matter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.changes import Entity
from app.domain.document import SessionDocument
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader, Row, join
from app.domain.document_statements import statement_values
from app.domain.order import between
from app.domain.text import fold
from app.domain.vocabulary import StatementState, ThemeState
from app.services.document_merge import Merge, by_position, in_chunks
from app.storage.bulk import BulkInsert
from app.storage.journal_codec import LINK, TABLES
from app.storage.queries.statements import numbers_given
from app.storage.search import BulkIndexing
from app.storage.unit_of_work import UnitOfWork

CHUNK = 500
STATEMENT = TABLES[Entity.STATEMENT]
THEME = TABLES[Entity.THEME]
ITEM = TABLES[Entity.PLAN_ITEM]
PARTICIPANT = TABLES[Entity.PARTICIPANT]

_DEFAULTS: dict[str, Any] = {
    "id": None,
    "uid": None,
    "plan_item_id": None,
    "participant_id": None,
    "order_key": None,
    "text": None,
    "folded": None,
    "kind": None,
    "recorded_at": None,
    "source": "",
    "verbatim": False,
    "is_result": False,
    "naming": None,
    "addressees": None,
    "addressee_note": "",
    "details": None,
    "actors": None,
    "reading_confirmed": False,
    "person_unclear": "",
    "evidence": "",
    "memo": "",
    "clarify": False,
    "assent": 0,
    "dissent": 0,
    "evidence_also": None,
    "about": None,
    "cluster": "",
    "in_short": None,
    "outcome": None,
    "state": StatementState.NOTE.value,
}


class Themes:
    """The codebook of a series while a file is read: what is missing is made when it is used."""

    def __init__(self, connection: Connection, merge: Merge, series_id: int) -> None:
        self._merge = merge
        self._series_id = series_id
        rows = connection.execute(
            select(THEME.c.folded_name, THEME.c.id).where(
                THEME.c.series_id == series_id, THEME.c.deleted_at.is_(None)
            )
        )
        self._keys = {folded: int(key) for folded, key in rows}
        self._last = connection.execute(
            select(func.max(THEME.c.order_key)).where(THEME.c.series_id == series_id)
        ).scalar()

    def key(self, name: str, row: Row | None = None) -> int:
        """The key of a theme; ``row`` tells more about it if it is new."""
        folded = fold(name)
        if folded not in self._keys:
            self._last = between(self._last, None)
            values = {
                "name": name,
                "definition": "",
                "state": ThemeState.ACCEPTED.value,
                **(row.values if row else {}),
                "folded_name": folded,
                "series_id": self._series_id,
                "order_key": self._last,
            }
            uid = self._merge.free_uid(Entity.THEME, row.uid) if row else None
            self._keys[folded] = self._merge.insert_one(Entity.THEME, values, uid)
        return self._keys[folded]


@dataclass(frozen=True, slots=True)
class Parents:
    """What statements belong to: keys by uid."""

    session_id: int
    session_uid: str
    items: Mapping[str, int]
    participants: Mapping[str, int]
    themes: Themes


class _Numbers:
    """The evidence numbers of a session. One that was given stays with its statement for good."""

    def __init__(self, unit: UnitOfWork, session_uid: str) -> None:
        self._unit = unit
        self._session_uid = session_uid

    @cached_property
    def _given(self) -> set[str]:
        return set(numbers_given(self._unit.driver, self._session_uid))

    def is_free(self, number: str) -> bool:
        """Whether no statement has it; from now on one does."""
        free = number not in self._given
        self._given.add(number)
        return free


class StatementImport:
    """Merges the statements of one file inside one unit of work."""

    def __init__(self, unit: UnitOfWork, reader: Reader, merge: Merge, parents: Parents) -> None:
        self._unit = unit
        self._reader = reader
        self._merge = merge
        self._parents = parents
        self._indexing = BulkIndexing(unit.connection)
        stamps = {"created_at": unit.at, "updated_at": unit.at, "session_id": parents.session_id}
        self._insert = BulkInsert(unit.connection, STATEMENT, {**_DEFAULTS, **stamps})
        self._link = BulkInsert(unit.connection, LINK, {"statement_id": None, "theme_id": None})
        self._key = self._highest(STATEMENT.c.id, None) or 0
        self._order: dict[int, str | None] = {}
        self._numbers = _Numbers(unit, parents.session_uid)
        self._removed_items = self._removed(ITEM, ITEM.c.title)
        self._removed_people = self._removed(PARTICIPANT, PARTICIPANT.c.uid)

    def run(self, document: SessionDocument) -> None:
        """Read all statements in. Raises ``BadInputError`` at the first that is wrong."""
        rows = self._rows(document)
        for chunk in in_chunks(rows, CHUNK):
            self._merge_chunk(chunk)
        self._indexing.end()

    def _rows(self, document: SessionDocument) -> Iterator[Row]:
        """Statements under questions with their extras, then those under other plan items."""
        raw_rows = document.extensions.get("statement", ())
        checked = extension_rows(document, self._reader, "statement")
        extras = {row.uid: (row, raw) for row, raw in zip(checked, raw_rows, strict=True)}
        for row in document.statements:
            extra = extras.pop(row.uid, None)
            if extra is not None:
                row.values.update(extra[0].values)
            yield self._placed(row, row.values.pop("question"))
        of_nothing = [
            row for row, raw in extras.values() if not ("text" in raw or "plan_item" in raw)
        ]
        self._reader.warnings += [join(row.path, "id") for row in of_nothing]
        for row in of_nothing:  # the statement was taken out of the file by something else
            del extras[row.uid]
        for row, _ in extras.values():
            check_new_id(document, row)
        others = [self._other(row, raw) for row, raw in extras.values()]
        yield from by_position((row.values.pop("position"), row) for row in others)

    def _other(self, row: Row, raw: Mapping[str, Any]) -> Row:
        item = self._reader.uid(raw, "plan_item", row.path)
        if item not in self._parents.items:
            where = join(row.path, "plan_item")
            raise self._reader.fail(
                "missing_reference", where=where, found=item, target="plan_item"
            )
        row.values.update(statement_values(self._reader, raw, row.path))
        if "participant" in raw:
            uid = self._reader.uid(raw, "participant", row.path, required=False)
            if uid and uid not in self._parents.participants:
                where = join(row.path, "participant")
                raise self._reader.fail(
                    "missing_reference", where=where, found=uid, target="participants"
                )
            row.values["participant"] = uid
        return self._placed(row, item)

    def _placed(self, row: Row, item: str) -> Row:
        """The row with keys instead of uids."""
        values = row.values
        values["plan_item_id"] = self._parents.items[item]
        if "participant" in values:
            values["participant_id"] = self._parents.participants.get(values.pop("participant"))
        values["folded"] = fold(values["text"])
        for uid in values.get("about") or ():
            if uid not in self._parents.participants:
                where = join(row.path, "about")
                raise self._reader.fail(
                    "missing_reference", where=where, found=uid, target="participants"
                )
        return row

    def _merge_chunk(self, rows: Sequence[Row]) -> None:
        themes = {row.uid: row.values.pop("themes", None) for row in rows}
        scope = {"session_id": self._parents.session_id}
        new = self._merge.unknown(Entity.STATEMENT, rows, scope=scope)
        if not new:
            return
        self._indexing.begin()
        links = []
        for row in new:
            self._check_parents(row)
            self._check_number(row)
            self._key += 1
            row.values["id"], row.values["uid"] = self._key, row.uid
            row.values["order_key"] = self._order_key(row.values["plan_item_id"])
            wanted = {self._parents.themes.key(name) for name in themes[row.uid] or ()}
            links += [{"statement_id": self._key, "theme_id": theme} for theme in sorted(wanted)]
        self._insert.write(row.values for row in new)
        self._indexing.advance(self._key)
        self._link.write(links)
        self._merge.count_new(Entity.STATEMENT, len(new))
        texts = {row.uid: row.values["text"] for row in new}
        self._unit.note_statements(self._parents.session_uid, texts)

    def _check_parents(self, row: Row) -> None:
        """A new statement must not vanish below what was removed here.

        Below a question nobody would see it any more; without its speaker it is still there.
        """
        title = self._removed_items.get(row.values["plan_item_id"])
        if title is not None:
            where = join(row.path, "question")
            raise self._reader.fail("deleted_item", where=where, title=title)
        if row.values.get("participant_id") in self._removed_people:
            row.values["participant_id"] = None
            self._reader.warnings.append(join(row.path, "participant"))

    def _check_number(self, row: Row) -> None:
        """A number that is taken is left out: the next export gives a new one."""
        number = row.values.get("evidence")
        if number and not self._numbers.is_free(number):
            row.values["evidence"] = ""
            self._reader.taken_numbers.append(number)

    def _order_key(self, item_id: int) -> str:
        """The next key behind the last statement of a plan item."""
        if item_id not in self._order:
            in_item = STATEMENT.c.plan_item_id == item_id
            self._order[item_id] = self._highest(STATEMENT.c.order_key, in_item)
        key = self._order[item_id] = between(self._order[item_id], None)
        return key

    def _removed(self, table: Any, column: Any) -> dict[int, str]:
        """``column`` by key of the rows that were taken out of the session."""
        in_session = table.c.session_id == self._parents.session_id
        rows = self._unit.connection.execute(
            select(table.c.id, column).where(in_session, table.c.deleted_at.is_not(None))
        )
        return {int(key): value for key, value in rows}

    def _highest(self, column: Any, condition: Any) -> Any:
        query = select(func.max(column))
        if condition is not None:
            query = query.where(condition)
        return self._unit.connection.execute(query).scalar()


def check_new_id(document: SessionDocument, row: Row) -> None:
    """Refuse an extension row of its own with the id of another row of the file."""
    first = document.statements.taken.get(row.uid)
    if first is not None:
        raise document.reader.fail(
            "duplicate_id", where=join(row.path, "id"), found=row.uid, first=first
        )
