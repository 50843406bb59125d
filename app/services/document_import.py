"""Reading a session document into the database: whole or nothing, twice is once.

Unknown rows are added, known rows are compared and – only where the caller said so – brought to
the file's values, deleted rows stay deleted. Rows go in as chunks through Core; the import is one
operation that carries the document's hash, the counts and the ids.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, select

from app.domain.changes import Difference, Entity
from app.domain.document import SessionDocument
from app.domain.document_extensions import extension_rows
from app.domain.document_reader import Reader, Row, join, shown
from app.domain.sessions import DEFAULT_TIME_ZONE, SECONDS_EACH
from app.domain.text import fold
from app.domain.text_blocks import free_name, is_block_name
from app.domain.vocabulary import (
    FeedbackWay,
    NamingLevel,
    PlanItemKind,
    Reading,
    SessionState,
    StatementKind,
)
from app.errors import TextKey
from app.services.document_exports import read_exports
from app.services.document_logos import read_logos
from app.services.document_merge import Merge, by_position
from app.services.document_passages import import_passages
from app.services.document_photos import PhotoImport
from app.services.document_room import import_room
from app.services.document_statements import Parents, StatementImport, Themes, check_new_id
from app.services.people import NOT_CHECKED_IN, organisation_key
from app.services.text_blocks import blocks_by_name
from app.services.words import known_words
from app.storage.journal_codec import TABLES
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
    differences: list[Difference] = field(default_factory=list)


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
        self._warn_of_strangers()

    def run(self) -> Imported:
        """Read everything in. Raises ``BadInputError`` when ids belong to another session."""
        series_id = self._series()
        session_id = self._session(series_id)
        participants = self._participants(session_id)
        items = self._items(session_id, series_id)
        themes = Themes(self._connection, self._merge, series_id)
        for row in self._extras["theme"].values():
            themes.key(row.values["name"], row)
        self._own_words(series_id)
        self._text_blocks(series_id)
        parents = Parents(session_id, self._document.session.uid, items, participants, themes)
        StatementImport(self._unit, self._reader, self._merge, parents).run(self._document)
        self._next_steps(session_id)
        import_passages(self._document, self._reader, self._merge, session_id, items)
        import_room(self._merge, self._document, session_id, items)
        self._feedback(session_id)
        photos = PhotoImport(self._unit, self._reader, self._merge)
        photos.run(self._document, session_id, items)
        read_logos(self._unit, self._document, self._reader, self._merge, series_id)
        read_exports(self._document, self._reader, self._merge, session_id)
        self._result.differences = [self._readable(one) for one in self._result.differences]
        return self._result

    def _readable(self, found: Difference) -> Difference:
        """Names instead of uids and keys."""
        if found.entity is not Entity.PARTICIPANT:
            return found
        names = {row.uid: row.values["name"] for row in self._document.participants}
        found = replace(found, name=names[found.name])
        if found.field != "organisation_id":
            return found
        here, in_file = (self._organisation_name(key) for key in (found.here, found.in_file))
        return replace(found, field="organisation", here=here, in_file=in_file)

    def _organisation_name(self, key: int | None) -> str:
        organisation = TABLES[Entity.ORGANISATION]
        found = select(organisation.c.name).where(organisation.c.id == key)
        return str(self._connection.execute(found).scalar_one()) if key else ""

    @property
    def _connection(self) -> Connection:
        return self._unit.connection

    def _warn_of_strangers(self) -> None:
        """Remember extension rows that say more about something the file does not hold."""
        document = self._document
        own = {
            "series": {document.series.uid},
            "session": {document.session.uid},
            "participant": {row.uid for row in document.participants},
        }
        for entity, uids in own.items():
            strangers = (row for uid, row in self._extras[entity].items() if uid not in uids)
            self._reader.warnings += [join(row.path, "id") for row in strangers]

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
            "minutes": None,
            "feedback_days": None,
            "with_release": False,
        }
        return self._merge.rows(Entity.SERIES, [Row(row.uid, row.path, values)], defaults=defaults)[
            row.uid
        ]

    def _session(self, series_id: int) -> int:
        row = self._document.session
        values = self._with_extra("session", row)
        values["folded_title"] = fold(values["title"])
        self._check_series(series_id)
        defaults: dict[str, Any] = {
            **dict.fromkeys(("start_time", "end_time", "agreed_end")),
            **dict.fromkeys(("feedback_until", "names_left")),
            "seconds_each": SECONDS_EACH,
            **dict.fromkeys(
                (
                    "place",
                    "host",
                    "occasion",
                    "distribution",
                    "code",
                    "guide_key",
                    "guide_title",
                    "information",
                ),
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
        if self._result.known and self._merge.known(Entity.SESSION, [row])[row.uid]["deleted_at"]:
            title = values["title"]
            raise self._reader.fail("deleted_session", where=join(row.path, "id"), title=title)
        return keys[row.uid]

    def _check_series(self, series_id: int) -> None:
        """A known session stays in its series: the file may be of another place by mistake."""
        session, series = TABLES[Entity.SESSION], TABLES[Entity.SERIES]
        here = self._connection.execute(
            select(session.c.title.label("session"), series.c.uid, series.c.title, series.c.id)
            .join(series, series.c.id == session.c.series_id)
            .where(session.c.uid == self._document.session.uid)
        ).one_or_none()
        if here is not None and here.id != series_id:
            there = self._document.series
            raise self._reader.fail(
                "other_series",
                where=join(there.path, "id"),
                found=there.uid,
                title=shown(there.values["title"]),
                expected=here.uid,
                known=shown(here.title),
                session=shown(here.session),
            )

    def _participants(self, session_id: int) -> dict[str, int]:
        organisations = _Organisations(self._unit, self._extras["organisation"].values())
        known_rows = self._merge.known(Entity.PARTICIPANT, self._document.participants)
        rows = []
        renamed = set()
        for row in self._document.participants:
            values = self._with_extra("participant", row)
            name = values.pop("name")
            person = values.pop("person", "")
            if not values.get("may_be_contacted"):
                values.pop("contact", None)  # nobody agreed to its being kept
            if "organisation" in values:
                values["organisation_id"] = organisations.key(values.pop("organisation"))
            known = known_rows.get(row.uid)
            if known is None:
                values["person_id"] = self._person(person, name)
            elif self._merge.compare_name(known["person_id"], name):
                renamed.add(row.uid)
            rows.append(Row(row.uid, row.path, values))
        defaults = {
            "organisation_id": None,
            "role": "",
            "naming": NamingLevel.ANONYMOUS.value,
            **NOT_CHECKED_IN,
        }
        return self._merge.rows(
            Entity.PARTICIPANT,
            rows,
            defaults=defaults,
            scope={"session_id": session_id},
            order_in="session_id",
            renamed=renamed,
        )

    def _person(self, uid: str, name: str) -> int:
        """The person with this uid, or a new one: nobody is matched by name alone."""
        person = TABLES[Entity.PERSON]
        if uid:
            found = self._connection.execute(
                select(person.c.id).where(person.c.uid == uid)
            ).scalar_one_or_none()
            if found is not None:
                self._result.different[Entity.PERSON] += self._merge.compare_name(int(found), name)
                return int(found)
        return self._merge.insert_one(Entity.PERSON, {"name": name}, uid or None)

    def _items(self, session_id: int, series_id: int) -> dict[str, int]:
        extras = {row.uid: row for row in extension_rows(self._document, self._reader, "plan_item")}
        identities = _identities(self._connection, series_id)
        known_rows = self._merge.known(Entity.PLAN_ITEM, self._document.questions)
        rows = []
        for row in self._document.questions:
            extra = extras.pop(row.uid, None)
            values = {**row.values, **(extra.values if extra else {})}
            values["kind"] = PlanItemKind.QUESTION.value
            if not values.get("title"):
                values["title"] = short_title(values["text"])
            if not values.get("identity"):
                known = known_rows.get(row.uid)
                values["identity"] = (
                    known["identity"]
                    if known
                    else identities.get(fold(values["text"])) or self._merge.new_uid()
                )
            rows.append((values.pop("position", None), Row(row.uid, row.path, values)))
        for row in extras.values():
            check_new_id(self._document, row)
            row.values.setdefault("title", short_title(row.values.get("text", "")))
            rows.append((row.values.pop("position", None), row))
        return self._merge.rows(
            Entity.PLAN_ITEM,
            by_position(rows),
            defaults=_ITEM_DEFAULTS,
            scope={"session_id": session_id},
            order_in="session_id",
        )

    def _own_words(self, series_id: int) -> None:
        """The own words of the series. Who has a word already needs no second one."""
        known = known_words(self._unit, series_id)
        rows = [
            row
            for row in extension_rows(self._document, self._reader, "own_word")
            if row.uid in known.get(row.values["word"], (row.uid,))
        ]
        self._merge.rows(Entity.OWN_WORD, rows, defaults={}, scope={"series_id": series_id})

    def _text_blocks(self, series_id: int) -> None:
        """The text blocks of the series. A new one whose name is taken gets a name beside it."""
        found = list(extension_rows(self._document, self._reader, "text_block"))
        known = self._merge.known(Entity.TEXT_BLOCK, found)
        taken = blocks_by_name(self._connection, series_id)
        rows = []
        for row in found:
            name, text = row.values["name"], row.values["text"]
            if not is_block_name(name):
                where = join(row.path, "name")
                reason = TextKey("errors.document_fault.signs")
                raise self._reader.fail("invalid", where=where, found=shown(name), reason=reason)
            if row.uid in known:
                rows.append(row)
            elif taken.get(fold(name), {}).get("text") != text:
                row.values["name"] = free_name(name, taken)
                taken[fold(row.values["name"])] = row.values
                rows.append(row)
        self._merge.rows(Entity.TEXT_BLOCK, rows, defaults={}, scope={"series_id": series_id})

    def _next_steps(self, session_id: int) -> None:
        found = list(extension_rows(self._document, self._reader, "next_step"))
        for row in found:
            check_new_id(self._document, row)
        self._refer(found, "statement", Entity.STATEMENT, session_id)
        self._refer(found, "participant", Entity.PARTICIPANT, session_id)
        self._merge.rows(
            Entity.NEXT_STEP,
            by_position([(row.values.pop("position", None), row) for row in found]),
            defaults={"who": "", "due": None},
            scope={"session_id": session_id},
            order_in="session_id",
        )

    def _feedback(self, session_id: int) -> None:
        """Answers to the minutes; one that is known stays as it is, decided or not."""
        found = list(extension_rows(self._document, self._reader, "feedback"))
        for row in found:
            check_new_id(self._document, row)
        self._refer(found, "statement", Entity.STATEMENT, session_id)
        self._refer(found, "participant", Entity.PARTICIPANT, session_id)
        self._merge.rows(
            Entity.FEEDBACK, found, defaults=FEEDBACK_DEFAULTS, scope={"session_id": session_id}
        )

    def _refer(self, rows: list[Row], field: str, entity: Entity, session_id: int) -> None:
        """The key of a row of the session in the place of its id."""
        for row in rows:
            row.values[field] = self._reader.uid(row.values, field, row.path, required=False)
        wanted = [uid for row in rows if (uid := row.values[field])]
        keys = self._merge.keys_in(entity, wanted, session_id=session_id)
        for row in rows:
            uid = row.values.pop(field)
            if uid and uid not in keys:
                where = join(row.path, field)
                raise self._reader.fail(
                    "missing_reference", where=where, found=uid, target=f"{field}s"
                )
            row.values[f"{field}_id"] = keys.get(uid)


_ITEM_DEFAULTS: dict[str, Any] = {
    "kind": PlanItemKind.QUESTION.value,
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
    "optional": False,
    "block": "",
    "method": "",
    "minutes_now": None,
    "in_writing": False,
    "pauses": None,
    "tables": [],
}


FEEDBACK_DEFAULTS: dict[str, Any] = {
    **dict.fromkeys(("evidence", "who", "wording", "comment", "reason", "form"), ""),
    "way": FeedbackWay.FORM.value,
    "tracked": False,
    "decision": None,
    "decided_at": None,
}
"""What an answer to the minutes has that says nothing more."""


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
    line = text.split("\n", 1)[0].strip()
    if len(line) <= TITLE_LENGTH:
        return line
    return f"{line[:TITLE_LENGTH].rsplit(' ', 1)[0]} …"


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
