"""Reading a session document into the database: whole or nothing, twice is once.

Unknown rows are added, known rows are compared and – only where the caller said so – brought to
the file's values, deleted rows stay deleted. Rows go in as chunks through Core; the import is one
operation that carries the document's hash, the counts and the ids.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select

from app.domain.changes import Entity
from app.domain.document import Row, SessionDocument, statement_values
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader, join
from app.domain.order import spread
from app.domain.sessions import DEFAULT_TIME_ZONE
from app.domain.text import fold
from app.domain.vocabulary import (
    NamingLevel,
    PlanItemKind,
    Reading,
    SessionState,
    StatementKind,
    ThemeState,
)
from app.services.document_merge import CHUNK, Merge, in_chunks
from app.services.people import organisation_key
from app.storage.journal_codec import TABLES
from app.storage.queries.statements import LINK
from app.storage.unit_of_work import UnitOfWork

TITLE_LENGTH = 60
"""How much of a question's text serves as its short name when the file has none."""


@dataclass(slots=True)
class Imported:
    """Counts of an import so far."""

    session_uid: str
    title: str
    known: bool = False
    new: Counter[Entity] = field(default_factory=Counter)
    unchanged: Counter[Entity] = field(default_factory=Counter)
    different: Counter[Entity] = field(default_factory=Counter)


class DocumentImport:
    """One import inside an open unit of work."""

    def __init__(
        self, unit: UnitOfWork, document: SessionDocument, reader: Reader, *, update: bool
    ) -> None:
        self._unit = unit
        self._document = document
        self._reader = reader
        self._extras = {
            entity: {row.uid: row for row in extension_rows(document, reader, entity)}
            for entity in ("series", "session", "organisation", "theme", "participant")
        }
        self._result = Imported(document.session.uid, document.session.values["title"])
        self._merge = Merge(unit, reader, self._result, update=update)

    def run(self) -> Imported:
        """Read everything in. Raises ``BadInputError`` when ids belong to another session."""
        series_id = self._series()
        session_id = self._session(series_id)
        participants = self._participants(session_id)
        items = self._items(session_id, series_id)
        themes = self._themes(series_id)
        statements = self._statements(session_id, items, participants, themes)
        self._next_steps(session_id, statements)
        return self._result

    @property
    def _connection(self) -> Connection:
        return self._unit.connection

    def _with_extra(self, entity: str, row: Row) -> dict[str, Any]:
        extra = self._extras[entity].get(row.uid)
        return {**row.values, **(extra.values if extra else {})}

    def _series(self) -> int:
        row = self._document.series
        values = self._with_extra("series", row)
        defaults = {
            "purpose": "",
            "funding": "",
            "sender": "",
            "planned_sessions": None,
            "is_example": False,
            "guide_key": "",
        }
        return self._merge.rows(Entity.SERIES, [Row(row.uid, row.path, values)], defaults=defaults)[
            row.uid
        ]

    def _session(self, series_id: int) -> int:
        row = self._document.session
        values = self._with_extra("session", row)
        values["folded_title"] = fold(values["title"])
        defaults: dict[str, Any] = {
            **dict.fromkeys(("start_time", "end_time")),
            **dict.fromkeys(
                ("place", "host", "occasion", "distribution", "code", "guide_key", "guide_title"),
                "",
            ),
            "facilitators": [],
            "note_takers": [],
            "time_zone": DEFAULT_TIME_ZONE,
            "naming": NamingLevel.ORGANISATION.value,
            "confidential": False,
            "state": SessionState.REVIEW.value,
            "licence": self._document.licence,
            "source": self._document.origin,
        }
        keys = self._merge.rows(
            Entity.SESSION,
            [Row(row.uid, row.path, values)],
            defaults=defaults,
            scope={"series_id": series_id},
            ignore=("state",),
        )
        self._result.known = not self._result.new[Entity.SESSION]
        return keys[row.uid]

    def _participants(self, session_id: int) -> dict[str, int]:
        organisations = _Organisations(self._unit, self._extras["organisation"].values())
        rows = []
        for row in self._document.participants:
            values = self._with_extra("participant", row)
            name = values.pop("name")
            person = values.pop("person", "")
            if "organisation" in values:
                values["organisation_id"] = organisations.key(values.pop("organisation"))
            known = self._merge.known(Entity.PARTICIPANT, row.uid)
            if known is None:
                values["person_id"] = self._person(person, name)
            else:
                self._merge.compare_name(known["person_id"], name)
            rows.append(Row(row.uid, row.path, values))
        defaults = {
            "organisation_id": None,
            "role": "",
            "naming": NamingLevel.ANONYMOUS.value,
            "on_attendance_list": None,
        }
        return self._merge.rows(
            Entity.PARTICIPANT,
            rows,
            defaults=defaults,
            scope={"session_id": session_id},
            order_in="session_id",
        )

    def _person(self, uid: str, name: str) -> int:
        """The person with this uid, or a new one: nobody is matched by name alone."""
        person = TABLES[Entity.PERSON]
        if uid:
            found = self._connection.execute(
                select(person.c.id).where(person.c.uid == uid)
            ).scalar_one_or_none()
            if found is not None:
                return int(found)
        return self._merge.insert_one(Entity.PERSON, {"name": name}, uid or None)

    def _items(self, session_id: int, series_id: int) -> dict[str, int]:
        extras = {row.uid: row for row in extension_rows(self._document, self._reader, "plan_item")}
        identities = _identities(self._connection, series_id)
        rows = []
        for row in self._document.questions:
            extra = extras.pop(row.uid, None)
            values = {**row.values, **(extra.values if extra else {})}
            values["kind"] = PlanItemKind.QUESTION.value
            if not values.get("title"):
                values["title"] = short_title(values["text"])
            if not values.get("identity"):
                known = self._merge.known(Entity.PLAN_ITEM, row.uid)
                values["identity"] = (
                    known["identity"]
                    if known
                    else identities.get(fold(values["text"])) or self._merge.new_uid()
                )
            rows.append((values.pop("position", None), Row(row.uid, row.path, values)))
        for row in extras.values():
            row.values.setdefault("title", row.values.get("text", "")[:TITLE_LENGTH])
            rows.append((row.values.pop("position", None), row))
        return self._merge.rows(
            Entity.PLAN_ITEM,
            _by_position(rows),
            defaults=_ITEM_DEFAULTS,
            scope={"session_id": session_id},
            order_in="session_id",
        )

    def _themes(self, series_id: int) -> dict[str, int]:
        """Folded name → key of every theme the file uses, missing ones made."""
        theme = TABLES[Entity.THEME]
        keys = {
            row.folded_name: row.id
            for row in self._connection.execute(
                select(theme.c.folded_name, theme.c.id).where(
                    theme.c.series_id == series_id, theme.c.deleted_at.is_(None)
                )
            )
        }
        wanted: dict[str, Row] = {}
        for row in self._extras["theme"].values():
            wanted.setdefault(fold(row.values["name"]), row)
        for name in self._used_themes():
            wanted.setdefault(fold(name), Row(self._merge.new_uid(), "", {"name": name}))
        new = [(folded, row) for folded, row in wanted.items() if folded not in keys]
        last = self._connection.execute(
            select(func.max(theme.c.order_key)).where(theme.c.series_id == series_id)
        ).scalar()
        for (folded, row), order_key in zip(new, spread(len(new), last), strict=True):
            values = {"definition": "", "state": ThemeState.ACCEPTED.value, **row.values}
            keys[folded] = self._merge.insert_one(
                Entity.THEME,
                {**values, "folded_name": folded, "series_id": series_id, "order_key": order_key},
                self._merge.free_uid(Entity.THEME, row.uid),
            )
        return keys

    def _used_themes(self) -> Iterator[str]:
        seen = set()
        for row in self._document.statements:
            for name in row.values.get("themes", ()):
                if name not in seen:
                    seen.add(name)
                    yield name
        for raw in self._document.extensions.get("statement", ()):
            yield from raw.get("themes") or ()

    def _statements(
        self,
        session_id: int,
        items: Mapping[str, int],
        participants: Mapping[str, int],
        themes: Mapping[str, int],
    ) -> dict[str, int]:
        rows, linked = [], []
        for row in _by_position(list(self._statement_rows(items))):
            values = row.values
            values["plan_item_id"] = items[values.pop("item")]
            if "participant" in values:
                values["participant_id"] = participants.get(values.pop("participant"))
            values["folded"] = fold(values["text"])
            names = values.pop("themes", None)
            rows.append(row)
            if names:
                linked.append((row.uid, {themes[fold(name)] for name in names}))
        keys = self._merge.rows(
            Entity.STATEMENT,
            rows,
            defaults=_STATEMENT_DEFAULTS,
            scope={"session_id": session_id},
            order_in="plan_item_id",
        )
        self._link(linked, keys)
        return keys

    def _statement_rows(self, items: Mapping[str, int]) -> Iterator[tuple[int | None, Row]]:
        """Statements under questions with their extras, then those under other plan items."""
        raw_rows = self._document.extensions.get("statement", ())
        checked = extension_rows(self._document, self._reader, "statement")
        extras = {row.uid: (row, raw) for row, raw in zip(checked, raw_rows, strict=True)}
        for row in self._document.statements:
            row.values["item"] = row.values.pop("question")
            if row.uid in extras:
                row.values.update(extras.pop(row.uid)[0].values)
            yield row.values.pop("position", None), row
        for row, raw in extras.values():
            item = self._reader.uid(raw, "plan_item", row.path)
            if item not in items:
                raise self._reader.fail(
                    "missing_reference",
                    where=join(row.path, "plan_item"),
                    found=item,
                    target="plan_item",
                )
            row.values.update(statement_values(self._reader, raw, row.path), item=item)
            yield row.values.pop("position", None), row

    def _link(self, linked: Sequence[tuple[str, set[int]]], keys: Mapping[str, int]) -> None:
        """Themes of new statements. Known ones keep theirs."""
        new = self._merge.created[Entity.STATEMENT]
        pairs = [
            {"statement_id": keys[uid], "theme_id": theme}
            for uid, wanted in linked
            if uid in new
            for theme in sorted(wanted)
        ]
        for chunk in in_chunks(pairs, CHUNK):
            self._connection.execute(insert(LINK), list(chunk))

    def _next_steps(self, session_id: int, statements: Mapping[str, int]) -> None:
        rows = []
        for row in extension_rows(self._document, self._reader, "next_step"):
            statement = row.values.pop("statement", None)
            row.values["statement_id"] = statements.get(statement) if statement else None
            rows.append((row.values.pop("position", None), row))
        self._merge.rows(
            Entity.NEXT_STEP,
            _by_position(rows),
            defaults={"who": "", "due": None, "statement_id": None},
            scope={"session_id": session_id},
            order_in="session_id",
        )


_ITEM_DEFAULTS: dict[str, Any] = {
    "text": "",
    "identity": "",
    "minutes": 0,
    "min_minutes": 0,
    "protected": False,
    "pinned_start": None,
    "statement_kind": StatementKind.REMARK.value,
    "kinds_offered": [],
    "details_offered": [],
    "default_addressees": [],
    "reading": Reading.NONE.value,
    "prompts": [],
    "notes": "",
    "summary": "",
    "speaker": "",
    "organisation": "",
    "started_at": None,
    "ended_at": None,
}
_STATEMENT_DEFAULTS: dict[str, Any] = {
    "participant_id": None,
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
}


class _Organisations:
    """Organisations by folded name; the file's kinds fill in where none is known."""

    def __init__(self, unit: UnitOfWork, extras: Iterable[Row]) -> None:
        self._unit = unit
        self._extras = {fold(row.values["name"]): row for row in extras}
        self._keys: dict[str, int | None] = {}

    def key(self, name: str) -> int | None:
        """The key of the organisation, made if it is new; None for no name."""
        folded = fold(name)
        if folded not in self._keys:
            extra = self._extras.get(folded)
            kind = extra.values.get("kind") if extra else None
            self._keys[folded] = organisation_key(
                self._unit, name, kind, uid=extra.uid if extra else None
            )
        return self._keys[folded]


def short_title(text: str) -> str:
    """The beginning of a question, cut between words, as its short name for lists."""
    line = text.split("\n", 1)[0]
    if len(line) <= TITLE_LENGTH:
        return line
    return f"{line[:TITLE_LENGTH].rsplit(' ', 1)[0]} …"


def _by_position(rows: Sequence[tuple[int | None, Row]]) -> list[Row]:
    """Rows by position; ties and rows without one keep the order of the file, those last."""
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0] is None, pair[0] or 0))]


def _identities(connection: Connection, series_id: int) -> dict[str, str]:
    """Folded question text → identity, over the questions a series has asked so far."""
    item, session = TABLES[Entity.PLAN_ITEM], TABLES[Entity.SESSION]
    rows = connection.execute(
        select(item.c.text, item.c.identity)
        .join(session, session.c.id == item.c.session_id)
        .where(session.c.series_id == series_id, item.c.identity != "")
        .order_by(item.c.id)
    )
    return {fold(text): identity for text, identity in rows}


def document_hash(data: bytes) -> str:
    """The SHA-256 of a file, kept with its import."""
    return hashlib.sha256(data).hexdigest()
