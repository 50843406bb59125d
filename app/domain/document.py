"""Session documents, version 1: what a file holds, checked down to the last field.

Pure: a file in, rows out. Every fault names the place in the file, what was found and what was
expected. What version 1 does not name travels under ``extensions`` (``document_extensions``).
"""

import datetime as dt
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any
from zoneinfo import ZoneInfo

from app.domain.document_reader import Reader, Row, canonical_uid, join, shown
from app.domain.document_statements import (
    STATEMENTS,
    Opener,
    Outline,
    Statements,
    showable,
    statement_kind,
)
from app.domain.document_stream import Lists, members
from app.domain.sessions import DEFAULT_TIME_ZONE
from app.domain.vocabulary import NamingLevel
from app.errors import BadInputError

FORMAT = "quartiersdialog-session"
VERSION = 1
EXTENSION = "quartiersdialog"
PHOTOS = "photo"
CONTENT = "data"
"""The bytes of a photo in its row, as base64."""
LISTS: Lists = {STATEMENTS: None, "extensions": {EXTENSION: {PHOTOS: None}}}
"""What may be larger than memory."""
SCHEMA = 1
ENTITIES = frozenset(
    [
        "series",
        "session",
        "organisation",
        "theme",
        "own_word",
        "text_block",
        "participant",
        "plan_item",
        "statement",
        "next_step",
        "off_record_passage",
        "hand_count",
        "parked_topic",
        "logo",
        "export",
        "minutes_version",
        PHOTOS,
        "feedback",
    ]
)
"""What the extensions have lists of; their fields stand in ``document_models``."""
MAX_BYTES = 500_000_000
MINUTES_A_DAY = 1440
_NOTHING = (None, "")
"""What is not required may be missing, null or empty."""
_LOCAL_ZONES = ("localtime", "posixrules", "Factory", "posix/", "right/")
"""Names that mean another zone, or none, on another machine."""


@dataclass(slots=True)
class SessionDocument:
    """A checked file. Participants and questions keep the order of the file.

    ``statements`` are checked while they are read, and read anew at every iteration.
    """

    source: str
    licence: str
    origin: str
    series: Row
    session: Row
    participants: list[Row]
    questions: list[Row]
    statements: Statements
    extensions: dict[str, list[dict[str, Any]]]
    schema: int
    """Of the extensions. With a higher one than ours they may hold what we do not know."""
    reader: Reader
    """Counts what had to be cleaned and remembers fields that were ignored."""


def parse_document(opened: Opener, source: str) -> SessionDocument:
    """Check a file but for its statements, which are checked as they are read.

    ``opened`` opens the file, each time from its beginning; ``source`` names it in messages.

    Raises:
        BadInputError: anything that is not as the format says.
    """
    reader = Reader(source)
    try:
        with opened() as stream:
            root, outline = _walk(stream)
    except (ValueError, RecursionError):
        with opened() as stream:
            raise _fault(reader, stream.read()) from None
    _check_head(reader, root)
    return _Parser(reader, root, opened, outline).document()


def _walk(stream: IO[bytes]) -> tuple[dict[str, Any], Outline]:
    """The whole file but for its statements, of which only the outline is kept, and photos."""
    root: dict[str, Any] = {}
    outline = Outline()
    for name, value in members(stream, LISTS):
        if not isinstance(value, Iterator):
            root[name] = value
        elif name == STATEMENTS:
            outline.look(value)
            root[name] = []
        else:
            root[name] = _without_contents(value)
    return root, outline


def _without_contents(extensions: Iterator[tuple[str, Any]]) -> dict[str, Any]:
    """The extensions with the rows of photos, but not with what these show."""
    found: dict[str, Any] = {}
    for name, own in extensions:
        found[name] = own
        if isinstance(own, Iterator):
            found[name] = {
                entity: list(map(_without_content, rows)) if isinstance(rows, Iterator) else rows
                for entity, rows in own
            }
    return found


def _without_content(row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    return {name: value for name, value in row.items() if name != CONTENT}


def photo_contents(opened: Opener) -> Iterator[tuple[str, Any]]:
    """Id and content – base64, if it is as it should be – of every photo in a checked file."""
    with opened() as stream:
        for _, value in members(stream, {"extensions": LISTS["extensions"]}):
            for _, own in value if isinstance(value, Iterator) else ():
                for _, rows in own if isinstance(own, Iterator) else ():
                    for row in rows if isinstance(rows, Iterator) else ():
                        if uid := canonical_uid(row.get("id")):
                            yield uid, row.get(CONTENT)


def _fault(reader: Reader, data: bytes) -> BadInputError:
    """What is wrong with a file that is no JSON object, with its place."""
    if not data.removeprefix(BOM_UTF8).strip():
        return reader.fail("empty")
    try:
        root = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return reader.fail("wrong_encoding", position=error.start)
    except json.JSONDecodeError as error:
        return reader.fail("broken_json", line=error.lineno, column=error.colno)
    except RecursionError:
        return reader.fail("too_deep")
    except ValueError:  # a number with more digits than Python converts
        return reader.fail("broken_json", line=1, column=1)
    return reader.wrong_type("$", root, "object")


def _check_head(reader: Reader, root: Mapping[str, Any]) -> None:
    if root.get("format") != FORMAT:
        raise reader.fail("wrong_format", found=shown(root.get("format")), expected=FORMAT)
    version = reader.integer(root, "version", "")
    if version is None:
        raise reader.wrong_type("version", version, "integer")
    if version > VERSION:
        raise reader.fail("wrong_version", found=shown(version), known=VERSION)
    if version < VERSION:
        raise reader.fail("no_version", where="version", found=shown(version), known=VERSION)


_ROOT = frozenset(
    [
        "format",
        "version",
        "licence",
        "source",
        "series",
        "session",
        "participants",
        "questions",
        "statements",
        "extensions",
    ]
)
_SERIES = frozenset(("id", "title"))
_SESSION = frozenset(
    [
        "id",
        "title",
        "date",
        "start_time",
        "end_time",
        "time_zone",
        "place",
        "host",
        "facilitators",
        "note_takers",
    ]
)
_PARTICIPANT = frozenset(["id", "name", "organisation", "role", "attribution", "person"])
_QUESTION = frozenset(["id", "position", "text", "kind", "planned_minutes", "prompts", "identity"])


_OWN = f"extensions.{EXTENSION}"


class _Parser:
    """Walks one file; remembers every id so that none stands in it twice."""

    def __init__(
        self, reader: Reader, root: dict[str, Any], opened: Opener, outline: Outline
    ) -> None:
        self._reader = reader
        self._root = root
        self._opened = opened
        self._outline = outline
        self._seen: dict[str, str] = {}

    def document(self) -> SessionDocument:
        reader, root = self._reader, self._root
        reader.unknown(root, _ROOT, "")
        series, session = self._series(), self._session()
        participants = list(self._rows("participants", _PARTICIPANT, self._participant))
        questions = list(self._rows("questions", _QUESTION, self._question))
        reader.items(root, STATEMENTS)
        own = self._own_extensions()
        statements = Statements(
            self._opened,
            self._outline,
            reader,
            self._seen,
            frozenset(row.uid for row in questions),
            frozenset(row.uid for row in participants),
        )
        return SessionDocument(
            source=reader.source,
            licence=reader.text(root, "licence", ""),
            origin=reader.text(root, "source", ""),
            series=series,
            session=session,
            participants=participants,
            questions=questions,
            statements=statements,
            extensions=self._extensions(own),
            schema=self._schema(own),
            reader=reader,
        )

    def _series(self) -> Row:
        reader = self._reader
        row = reader.table(self._root, "series")
        reader.unknown(row, _SERIES, "series")
        title = reader.line(row, "title", "series", required=True)
        return Row(self._id(row, "series"), "series", {"title": title})

    def _session(self) -> Row:
        reader, where = self._reader, "session"
        row = reader.table(self._root, where)
        reader.unknown(row, _SESSION, where)
        values: dict[str, Any] = {
            "title": reader.line(row, "title", where, required=True),
            "date": reader.parsed(row, "date", where, parse=_day, expected="date", required=True),
        }
        for name in ("start_time", "end_time"):
            if name in row:
                values[name] = reader.parsed(row, name, where, parse=_time, expected="time")
        if "time_zone" in row:
            zone = reader.parsed(row, "time_zone", where, parse=_zone, expected="time_zone")
            values["time_zone"] = zone or DEFAULT_TIME_ZONE
        for name in ("place", "host"):
            if name in row:
                values[name] = reader.line(row, name, where)
        for name in ("facilitators", "note_takers"):
            if name in row:
                values[name] = reader.lines(row, name, where)
        return Row(self._id(row, where), where, values)

    def _participant(self, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        reader = self._reader
        values: dict[str, Any] = {"name": reader.line(row, "name", where, required=True)}
        for name in ("organisation", "role"):
            if name in row:
                values[name] = reader.line(row, name, where)
        if row.get("attribution") not in _NOTHING:
            level = reader.member(NamingLevel, row["attribution"], join(where, "attribution"))
            values["naming"] = level.value
        values["person"] = reader.uid(row, "person", where, required=False)
        return values

    def _question(self, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        reader = self._reader
        values: dict[str, Any] = {"text": reader.text(row, "text", where, required=True)}
        if row.get("kind") not in _NOTHING:
            values["statement_kind"] = statement_kind(reader, row, where)
        minutes = reader.integer(row, "planned_minutes", where)
        if minutes is not None:
            if not 0 <= minutes <= MINUTES_A_DAY:
                raise reader.wrong_type(join(where, "planned_minutes"), minutes, "minutes")
            values["minutes"] = minutes
        if "prompts" in row:
            values["prompts"] = reader.texts(row, "prompts", where)
        if identity := reader.uid(row, "identity", where, required=False):
            values["identity"] = identity
        values["position"] = reader.integer(row, "position", where)
        return values

    def _rows(
        self,
        key: str,
        known: frozenset[str],
        values: Callable[[Mapping[str, Any], str], dict[str, Any]],
    ) -> Iterator[Row]:
        for number, value in enumerate(self._reader.items(self._root, key)):
            where = f"{key}[{number}]"
            row = self._reader.as_table(value, where)
            self._reader.unknown(row, known, where)
            yield Row(self._id(row, where), where, values(row, where))

    def _id(self, row: Mapping[str, Any], where: str) -> str:
        uid = self._reader.uid(row, "id", where)
        first = self._seen.setdefault(uid, where)
        if first != where:
            raise self._reader.fail("duplicate_id", where=join(where, "id"), found=uid, first=first)
        return uid

    def _own_extensions(self) -> dict[str, Any]:
        reader = self._reader
        extensions = self._root.get("extensions")
        if extensions is None:
            return {}
        extensions = reader.as_table(extensions, "extensions")
        reader.unknown(extensions, frozenset((EXTENSION,)), "extensions")
        own = extensions.get(EXTENSION)
        return {} if own is None else reader.as_table(own, _OWN)

    def _extensions(self, own: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
        reader = self._reader
        reader.unknown(own, ENTITIES | {"schema"}, _OWN)
        return {
            entity: [
                reader.as_table(row, f"{_OWN}.{entity}[{number}]")
                for number, row in enumerate(reader.items(own, entity, _OWN))
            ]
            for entity in own
            if entity in ENTITIES
        }

    def _schema(self, own: Mapping[str, Any]) -> int:
        """A higher one is no error: what it brings is left out like every unknown field."""
        schema = self._reader.integer(own, "schema", _OWN)
        if schema is not None and schema < SCHEMA:
            where, found = join(_OWN, "schema"), shown(schema)
            raise self._reader.fail("no_version", where=where, found=found, known=SCHEMA)
        return SCHEMA if schema is None else schema


def _time(value: str) -> dt.time:
    return dt.datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone


def _zone(value: str) -> str:
    if value.startswith(_LOCAL_ZONES):
        raise ValueError(value)
    return ZoneInfo(value).key


def _day(value: str) -> dt.date:
    return showable(dt.date.fromisoformat(value))
