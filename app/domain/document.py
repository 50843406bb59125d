"""Session documents, version 1: what a file holds, checked down to the last field.

Pure: bytes in, rows out. Every fault names the place in the file, what was found and what was
expected. What version 1 does not name travels under ``extensions`` (``document_extensions``).
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from app.domain.document_reader import Reader, join, shown
from app.domain.sessions import DEFAULT_TIME_ZONE
from app.domain.vocabulary import Addressee, NamingLevel, StatementKind

FORMAT = "quartiersdialog-session"
VERSION = 1
EXTENSION = "quartiersdialog"
MAX_BYTES = 500_000_000
MINUTES_A_DAY = 1440
LEGACY_KIND = "statement"
"""Older files say ``statement`` where the kind is not known; read as ``remark``."""


MomentT = TypeVar("MomentT", dt.date, dt.datetime)


@dataclass(slots=True)
class Row:
    """One row of the file: its id, its place and the values that are present."""

    uid: str
    path: str
    values: dict[str, Any]


@dataclass(slots=True)
class SessionDocument:
    """A checked file. Participants, questions and statements keep the order of the file."""

    source: str
    licence: str
    origin: str
    series: Row
    session: Row
    participants: list[Row]
    questions: list[Row]
    statements: list[Row]
    extensions: dict[str, list[dict[str, Any]]]
    cleaned: int = 0
    warnings: list[str] = field(default_factory=list)
    """Places of fields that are not known and were ignored."""


def parse_document(data: bytes, source: str) -> SessionDocument:
    """Check a whole file. ``source`` names it in messages.

    Raises:
        BadInputError: anything that is not as the format says.
    """
    reader = Reader(source)
    root = _load(reader, data)
    _check_head(reader, root)
    return _Parser(reader, root).document()


def _load(reader: Reader, data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise reader.fail("empty")
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise reader.fail("too_large", size=len(data) // 1_000_000, limit=limit)
    try:
        root = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise reader.fail("wrong_encoding", position=error.start) from None
    except json.JSONDecodeError as error:
        raise reader.fail("broken_json", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise reader.fail("too_deep") from None
    except ValueError:  # a number with more digits than Python converts
        raise reader.fail("broken_json", line=1, column=1) from None
    return reader.as_table(root, "$")


def _check_head(reader: Reader, root: Mapping[str, Any]) -> None:
    if root.get("format") != FORMAT:
        raise reader.fail("wrong_format", found=shown(root.get("format")), expected=FORMAT)
    version = reader.integer(root, "version", "")
    if version is None:
        raise reader.wrong_type("version", version, "integer")
    if version != VERSION:
        raise reader.fail("wrong_version", found=version, known=VERSION)


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
_STATEMENT = frozenset(
    [
        "id",
        "question",
        "participant",
        "position",
        "text",
        "kind",
        "recorded_at",
        "themes",
        "quote",
        "addressee",
    ]
)


class _Parser:
    """Walks one file; remembers every id so that none stands in it twice."""

    def __init__(self, reader: Reader, root: dict[str, Any]) -> None:
        self._reader = reader
        self._root = root
        self._seen: dict[str, str] = {}

    def document(self) -> SessionDocument:
        reader, root = self._reader, self._root
        reader.unknown(root, _ROOT, "")
        series, session = self._series(), self._session()
        participants = list(self._rows("participants", _PARTICIPANT, self._participant))
        questions = list(self._rows("questions", _QUESTION, self._question))
        statements = list(self._rows("statements", _STATEMENT, self._statement))
        self._check_references(statements, "question", questions, "questions")
        self._check_references(statements, "participant", participants, "participants")
        return SessionDocument(
            source=reader.source,
            licence=reader.text(root, "licence", ""),
            origin=reader.text(root, "source", ""),
            series=series,
            session=session,
            participants=participants,
            questions=questions,
            statements=statements,
            extensions=self._extensions(),
            cleaned=reader.cleaned,
            warnings=reader.warnings,
        )

    def _series(self) -> Row:
        reader = self._reader
        row = reader.table(self._root, "series")
        reader.unknown(row, _SERIES, "series")
        title = reader.text(row, "title", "series", required=True)
        return Row(self._id(row, "series"), "series", {"title": title})

    def _session(self) -> Row:
        reader, where = self._reader, "session"
        row = reader.table(self._root, where)
        reader.unknown(row, _SESSION, where)
        values: dict[str, Any] = {
            "title": reader.text(row, "title", where, required=True),
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
                values[name] = reader.text(row, name, where)
        for name in ("facilitators", "note_takers"):
            if name in row:
                values[name] = reader.texts(row, name, where)
        return Row(self._id(row, where), where, values)

    def _participant(self, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        reader = self._reader
        values: dict[str, Any] = {"name": reader.text(row, "name", where, required=True)}
        for name in ("organisation", "role"):
            if name in row:
                values[name] = reader.text(row, name, where)
        if row.get("attribution") is not None:
            level = reader.member(NamingLevel, row["attribution"], join(where, "attribution"))
            values["naming"] = level.value
        values["person"] = reader.uid(row, "person", where, required=False)
        return values

    def _question(self, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        reader = self._reader
        values: dict[str, Any] = {"text": reader.text(row, "text", where, required=True)}
        if row.get("kind") is not None:
            values["statement_kind"] = _kind(reader, row, where)
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

    def _statement(self, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        values = statement_values(self._reader, row, where)
        values["question"] = self._reader.uid(row, "question", where)
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

    def _check_references(self, rows: list[Row], name: str, targets: list[Row], what: str) -> None:
        known = {target.uid for target in targets}
        for row in rows:
            uid = row.values.get(name)
            if uid and uid not in known:
                raise self._reader.fail(
                    "missing_reference", where=join(row.path, name), found=uid, target=what
                )

    def _extensions(self) -> dict[str, list[dict[str, Any]]]:
        reader = self._reader
        extensions = self._root.get("extensions")
        if extensions is None:
            return {}
        extensions = reader.as_table(extensions, "extensions")
        reader.unknown(extensions, frozenset((EXTENSION,)), "extensions")
        own = reader.as_table(extensions.get(EXTENSION) or {}, f"extensions.{EXTENSION}")
        where = f"extensions.{EXTENSION}"
        found: dict[str, list[dict[str, Any]]] = {}
        for entity in own:
            if entity != "schema":
                rows = reader.items(own, entity, where)
                found[entity] = [
                    reader.as_table(row, f"{where}.{entity}[{number}]")
                    for number, row in enumerate(rows)
                ]
        return found


def _time(value: str) -> dt.time:
    return dt.datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone


def _zone(value: str) -> str:
    ZoneInfo(value)
    return value


def _moment(value: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    moment = moment.astimezone(dt.UTC)
    return _showable(moment)


def _day(value: str) -> dt.date:
    return _showable(dt.date.fromisoformat(value))


def _showable(moment: MomentT) -> MomentT:
    """``moment`` if it can be shown in every zone; the ends of the calendar cannot."""
    day = dt.timedelta(days=1)
    _ = moment - day, moment + day
    return moment


def statement_values(reader: Reader, row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What a statement says, wherever in the plan it stands."""
    values: dict[str, Any] = {
        "text": reader.text(row, "text", where, required=True),
        "kind": _kind(reader, row, where),
        "recorded_at": reader.parsed(
            row, "recorded_at", where, parse=_moment, expected="datetime", required=True
        ),
        "position": reader.integer(row, "position", where),
    }
    if "participant" in row:
        values["participant"] = reader.uid(row, "participant", where, required=False)
    if "themes" in row:
        values["themes"] = reader.texts(row, "themes", where)
    if (quote := reader.flag(row, "quote", where)) is not None:
        values["verbatim"] = quote
    if "addressee" in row:
        place = join(where, "addressee")
        values["addressees"] = [
            reader.member(Addressee, value, f"{place}[{number}]").value
            for number, value in enumerate(reader.items(row, "addressee", where))
        ] or None
    return values


def _kind(reader: Reader, row: Mapping[str, Any], where: str) -> str:
    value = row.get("kind")
    if value is None:
        raise reader.missing(where, "kind", "string")
    if value == LEGACY_KIND:
        return StatementKind.REMARK.value
    return reader.member(StatementKind, value, join(where, "kind")).value
