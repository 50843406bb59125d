"""Collecting a session for its document: version 1, and everything else as extensions.

An extension row holds every column of its table that version 1 does not name and that is not
at its default, so a new column travels without a change here.
"""

import datetime as dt
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from app.domain.changes import Entity
from app.domain.document import CONTENT, EXTENSION, FORMAT, SCHEMA, VERSION
from app.domain.document_models import MODELS
from app.domain.presence import agreed_naming
from app.domain.vocabulary import NamingLevel, PlanItemKind
from app.services.values import same
from app.storage.database import Driver
from app.storage.journal_codec import LINK, TABLES
from app.storage.queries.photos import content

Rows = list[dict[str, Any]]


def collect(connection: Connection, session_uid: str) -> dict[str, Any] | None:
    """The whole document of a session as JSON values; None if there is no such session."""
    session = _one(connection, Entity.SESSION, "uid", session_uid)
    if session is None:
        return None
    return _Collection(connection, session).document()


class _Collection:
    """All live rows of one session."""

    def __init__(self, connection: Connection, session: dict[str, Any]) -> None:
        self._connection = connection
        self._session = session
        self._series = _one(connection, Entity.SERIES, "id", session["series_id"]) or {}
        self._items = self._rows(Entity.PLAN_ITEM)
        self._participants = self._rows(Entity.PARTICIPANT)
        self._statements = self._rows(Entity.STATEMENT)
        self._persons = self._by_id(Entity.PERSON, "person_id")
        self._organisations = self._by_id(Entity.ORGANISATION, "organisation_id")
        self._themes = _all(connection, Entity.THEME, series_id=session["series_id"])
        self._zone = ZoneInfo(session["time_zone"])

    def document(self) -> dict[str, Any]:
        questions = [item for item in self._items if item["kind"] == PlanItemKind.QUESTION]
        asked = {item["id"] for item in questions}
        statements, others = self._statement_rows(asked)
        return {
            "format": FORMAT,
            "version": VERSION,
            "licence": self._session["licence"],
            "source": self._session["source"],
            "series": {"id": self._series["uid"], "title": self._series["title"]},
            "session": self._head(),
            "participants": [self._participant(row) for row in self._participants],
            "questions": [_question(row, at) for at, row in enumerate(questions, start=1)],
            "statements": statements,
            "extensions": {EXTENSION: {"schema": SCHEMA, **self._extensions(others)}},
        }

    def _rows(self, entity: Entity) -> Rows:
        rows = _all(self._connection, entity, session_id=self._session["id"])
        return sorted(rows, key=lambda row: (row["order_key"], row["uid"]))

    def _by_id(self, entity: Entity, reference: str) -> dict[int, dict[str, Any]]:
        wanted = [row[reference] for row in self._participants if row[reference] is not None]
        table = TABLES[entity]
        rows = self._connection.execute(select(table).where(table.c.id.in_(wanted))).mappings()
        return {row["id"]: dict(row) for row in rows}

    def _head(self) -> dict[str, Any]:
        row = self._session
        return {
            "id": row["uid"],
            "title": row["title"],
            "date": row["date"].isoformat(),
            "start_time": _hours(row["start_time"]),
            "end_time": _hours(row["end_time"]),
            "time_zone": row["time_zone"],
            "place": row["place"],
            "host": row["host"],
            "facilitators": row["facilitators"],
            "note_takers": row["note_takers"],
        }

    def _participant(self, row: dict[str, Any]) -> dict[str, Any]:
        person = self._persons[row["person_id"]]
        organisation = self._organisations.get(row["organisation_id"])
        return {
            "id": row["uid"],
            "name": person["name"],
            "organisation": organisation["name"] if organisation else "",
            "role": row["role"],
            "attribution": self._naming(row),
            "person": person["uid"],
        }

    def _naming(self, row: Mapping[str, Any]) -> str:
        """The level that holds, for programs that know nothing of presence and consents."""
        if row["withdrawn_at"] is not None:
            return NamingLevel.ANONYMOUS.value
        agreed = agreed_naming(
            NamingLevel(row["naming"]) if row["naming"] else None,
            may_be_named=row["may_be_named"],
            came_later=row["arrived_at"] is not None,
        )
        return agreed or str(self._session["naming"])

    def _statement_rows(self, asked: set[int]) -> tuple[Rows, Rows]:
        """Statements under questions, and the whole rows of those under other items."""
        items = {item["id"]: item["uid"] for item in self._items}
        people = {row["id"]: row["uid"] for row in self._participants}
        themes = self._statement_themes()
        positions: dict[int, int] = defaultdict(int)
        under_questions: Rows = []
        others: Rows = []
        order = {item["id"]: at for at, item in enumerate(self._items)}
        for row in sorted(
            self._statements,
            key=lambda row: (order[row["plan_item_id"]], row["order_key"], row["uid"]),
        ):
            item = row["plan_item_id"]
            positions[item] += 1
            values = {
                "participant": people.get(row["participant_id"]),
                "position": positions[item],
                "text": row["text"],
                "kind": row["kind"],
                "recorded_at": row["recorded_at"].astimezone(self._zone).isoformat(),
                "themes": themes.get(row["id"], []),
                "quote": row["verbatim"],
                "addressee": row["addressees"] or [],
            }
            if item in asked:
                under_questions.append({"id": row["uid"], "question": items[item], **values})
            else:
                others.append({"id": row["uid"], "plan_item": items[item], **values})
        return under_questions, others

    def _statement_themes(self) -> dict[int, list[str]]:
        names = {theme["id"]: theme["name"] for theme in self._themes}
        statement = TABLES[Entity.STATEMENT]
        found: dict[int, list[str]] = defaultdict(list)
        rows = self._connection.execute(
            select(LINK.c.statement_id, LINK.c.theme_id)
            .join(statement, statement.c.id == LINK.c.statement_id)
            .where(statement.c.session_id == self._session["id"])
            .order_by(LINK.c.statement_id, LINK.c.theme_id)
        )
        for statement_id, theme_id in rows:
            if theme_id in names:
                found[statement_id].append(names[theme_id])
        return found

    def _exports(self) -> Rows:
        """The export log in its order. The file that is being written is not in it yet."""
        rows = _all(self._connection, Entity.EXPORT, session_id=self._session["id"])
        return sorted(rows, key=itemgetter("exported_at", "uid"))

    def _versions(self) -> Rows:
        rows = _all(self._connection, Entity.MINUTES_VERSION, session_id=self._session["id"])
        return sorted(rows, key=itemgetter("number", "uid"))

    def _logos(self) -> Rows:
        """The logos of the series, each with its picture in its row: they are small."""
        rows = self._of_series(Entity.LOGO, "order_key")
        driver = self._connection.connection.driver_connection
        found = []
        for row in rows:
            data = content(driver, row["sha256"])
            if data is not None:
                found.append({**row, "data": b64encode(data).decode("ascii")})
        return found

    def _of_series(self, entity: Entity, by: str) -> Rows:
        rows = _all(self._connection, entity, series_id=self._session["series_id"])
        return sorted(rows, key=itemgetter(by, "uid"))

    def _photos(self) -> Rows:
        """The photos, with what they show as base64."""
        places = {item["id"]: at for at, item in enumerate(self._items)}
        items = {item["id"]: item["uid"] for item in self._items}
        rows = [row for row in self._rows(Entity.PHOTO) if row["plan_item_id"] in items]
        rows.sort(key=lambda row: (places[row["plan_item_id"]], row["order_key"], row["uid"]))
        for row in rows:
            row["plan_item"] = items[row["plan_item_id"]]
        driver = self._connection.connection.driver_connection
        return _WithContents(driver, _positioned(_extras("photo", rows)))

    def _passages(self) -> Rows:
        """The passages off the record, as they began."""
        items = {item["id"]: item["uid"] for item in self._items}
        rows = _all(self._connection, Entity.OFF_RECORD_PASSAGE, session_id=self._session["id"])
        rows = [{**row, "plan_item": items[row["plan_item_id"]]} for row in rows]
        rows.sort(key=itemgetter("started_at", "uid"))
        return _extras("off_record_passage", rows)

    def _at_items(self, entity: Entity) -> Rows:
        """Rows in order, each with the id of its plan item."""
        items = {item["id"]: item["uid"] for item in self._items}
        rows = self._rows(entity)
        for row in rows:
            row["plan_item"] = items.get(row["plan_item_id"])
        return _positioned(_extras(entity, rows))

    def _feedback(self) -> Rows:
        """Answers to the minutes in the order in which they came."""
        rows = _all(self._connection, Entity.FEEDBACK, session_id=self._session["id"])
        statements = {row["id"]: row["uid"] for row in self._statements}
        people = {row["id"]: row["uid"] for row in self._participants}
        for row in rows:
            row["statement"] = statements.get(row["statement_id"])
            row["participant"] = people.get(row["participant_id"])
        return _extras("feedback", sorted(rows, key=itemgetter("id")))

    def _extensions(self, others: Rows) -> dict[str, Rows]:
        whole = {row["id"]: row for row in others}
        statements = {row["id"]: row for row in _extras("statement", self._statements)}
        for uid, row in whole.items():
            statements[uid] = {**row, **statements.get(uid, {})}
        steps = self._rows(Entity.NEXT_STEP)
        statement_uids = {row["id"]: row["uid"] for row in self._statements}
        people = {row["id"]: row["uid"] for row in self._participants}
        for step in steps:
            step["statement"] = statement_uids.get(step["statement_id"])
            step["participant"] = people.get(step["participant_id"])
        themes = sorted(self._themes, key=lambda row: (row["order_key"], row["uid"]))
        rows = {
            "series": _extras("series", [self._series]),
            "session": _extras("session", [self._session], always=("naming", "state")),
            "organisation": _extras("organisation", self._organisations.values()),
            "theme": _extras("theme", themes),
            "own_word": _extras("own_word", self._of_series(Entity.OWN_WORD, "word")),
            "text_block": _extras("text_block", self._of_series(Entity.TEXT_BLOCK, "name")),
            "participant": _extras("participant", self._participants, always=("naming",)),
            "plan_item": _positioned(_extras("plan_item", self._items, always=("kind",))),
            "statement": list(statements.values()),
            "next_step": _positioned(_extras("next_step", steps)),
            "off_record_passage": self._passages(),
            "hand_count": self._at_items(Entity.HAND_COUNT),
            "parked_topic": self._at_items(Entity.PARKED_TOPIC),
            "logo": _positioned(_extras("logo", self._logos())),
            "export": _extras("export", self._exports()),
            "minutes_version": _extras("minutes_version", self._versions()),
            "photo": self._photos(),
            "feedback": self._feedback(),
        }
        return {entity: found for entity, found in rows.items() if found}


class _WithContents(list[dict[str, Any]]):
    """Rows of photos; what they show is read when they are written, one after the other."""

    def __init__(self, driver: Driver, rows: Rows) -> None:
        super().__init__(rows)
        self._driver = driver

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in super().__iter__():
            data = content(self._driver, row["sha256"])
            if data is not None:
                yield {**row, CONTENT: b64encode(data).decode("ascii")}


def _extras(entity: str, rows: Iterable[Mapping[str, Any]], always: tuple[str, ...] = ()) -> Rows:
    """Per row the extension fields that are not at their default, with its id."""
    fields = MODELS[entity].model_fields
    found = []
    for row in rows:
        values = {
            name: _json(row[name])
            for name, field in fields.items()
            if name in row and (name in always or not same(row[name], field.get_default()))
        }
        if values:
            found.append({"id": row["uid"], **values})
    return found


def _positioned(rows: Rows) -> Rows:
    return [{"id": row.pop("id"), "position": at, **row} for at, row in enumerate(rows, start=1)]


def _question(row: Mapping[str, Any], position: int) -> dict[str, Any]:
    return {
        "id": row["uid"],
        "position": position,
        "text": row["text"],
        "kind": row["statement_kind"],
        "planned_minutes": row["minutes"],
        "prompts": row["prompts"],
        "identity": row["identity"],
    }


def _json(value: Any) -> Any:
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return value


def _hours(value: dt.time | None) -> str | None:
    return f"{value:%H:%M}" if value else None


def _one(
    connection: Connection, entity: Entity, column: str, value: object
) -> dict[str, Any] | None:
    table = TABLES[entity]
    row = (
        connection.execute(
            select(table).where(table.c[column] == value, table.c.deleted_at.is_(None))
        )
        .mappings()
        .one_or_none()
    )
    return None if row is None else dict(row)


def _all(connection: Connection, entity: Entity, **parent: int) -> Rows:
    table = TABLES[entity]
    ((column, value),) = parent.items()
    rows = connection.execute(
        select(table).where(table.c[column] == value, table.c.deleted_at.is_(None))
    ).mappings()
    return [dict(row) for row in rows]
