"""The statements of a session document, read from the file one by one.

A file may hold more of them than memory; so the first walk over it only looks at order and ids,
and every later walk checks and yields rows as they come.
"""

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import IO, Any, TypeVar

from app.domain.document_reader import Reader, Row, canonical_uid, join
from app.domain.document_stream import members
from app.domain.vocabulary import Addressee, StatementKind

Opener = Callable[[], IO[bytes]]
"""Opens the file anew, at its beginning."""

STATEMENTS = "statements"
LEGACY_KIND = "statement"
"""Older files say ``statement`` where the kind is not known; read as ``remark``."""

_FIELDS = frozenset(
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
_LAST = float("inf")
_FIRST_AND_LAST_YEAR = (dt.MINYEAR, dt.MAXYEAR)

MomentT = TypeVar("MomentT", dt.date, dt.datetime)


@dataclass(slots=True)
class Outline:
    """What the first walk over a file has seen of its statements."""

    lists: int = 0
    """How often the file names them; the last one counts, as for every name in JSON."""
    in_order: bool = True
    """Whether the statements of each question stand in the order of their positions."""
    _last: dict[Any, float] = field(default_factory=dict)
    _ids: "array[int]" = field(default_factory=lambda: array("q"))

    def look(self, elements: Iterable[Any]) -> None:
        """Take in one list; it replaces an earlier one."""
        self.lists += 1
        self.in_order, self._last, self._ids = True, {}, array("q")
        for element in elements:
            if isinstance(element, dict):
                self._note(element)

    @property
    def may_repeat(self) -> bool:
        """False if no id stands in the list twice; True if that has to be looked at closely."""
        return any(one == other for one, other in pairwise(sorted(self._ids)))

    def _note(self, element: Mapping[str, Any]) -> None:
        uid, question = canonical_uid(element.get("id")), element.get("question")
        if uid is not None:
            self._ids.append(hash(uid))
        if isinstance(question, str):
            position = element.get("position")
            place = position if isinstance(position, int) else _LAST
            if place < self._last.get(question, -_LAST):
                self.in_order = False
            self._last[question] = place


@dataclass(frozen=True, slots=True)
class Statements:
    """The checked statements of a file; every iteration reads it again.

    They come so that those of each question are in order. ``position`` is not among the values.
    """

    opened: Opener
    outline: Outline
    reader: Reader
    taken: Mapping[str, str]
    """Ids of the file's other rows, with their places."""
    questions: frozenset[str]
    participants: frozenset[str]

    def __iter__(self) -> Iterator[Row]:
        """Raises ``BadInputError`` at the first row that is not as the format says."""
        if self.outline.may_repeat:
            self._check_repeated()
        rows = self._rows()
        if not self.outline.in_order:
            # Ties and rows without a position keep the order of the file, those last.
            rows = iter(sorted(rows, key=_position))
        for row in rows:
            del row.values["position"]
            yield row

    def _elements(self) -> Iterator[Any]:
        left = self.outline.lists
        if not left:
            return
        with self.opened() as stream:
            for name, value in members(stream, {STATEMENTS: None}):
                if name == STATEMENTS and isinstance(value, Iterator):
                    left -= 1
                    if not left:
                        yield from value
                        return

    def _rows(self) -> Iterator[Row]:
        reader = self.reader
        for number, element in enumerate(self._elements()):
            where = f"{STATEMENTS}[{number}]"
            row = reader.as_table(element, where)
            reader.unknown(row, _FIELDS, where)
            uid = reader.uid(row, "id", where)
            if uid in self.taken:
                raise self._repeated(uid, where, self.taken[uid])
            values = statement_values(reader, row, where)
            values["question"] = self._reference(row, "question", self.questions, where)
            if "participant" in row:
                values["participant"] = self._reference(
                    row, "participant", self.participants, where
                )
            yield Row(uid, where, values)

    def _reference(
        self, row: Mapping[str, Any], name: str, known: frozenset[str], where: str
    ) -> str:
        """The id of a row that is there; only a participant may be nobody."""
        value = row.get(name)
        if isinstance(value, str) and value in known:
            return value
        uid = self.reader.uid(row, name, where, required=name == "question")
        if uid and uid not in known:
            raise self.reader.fail(
                "missing_reference", where=join(where, name), found=uid, target=f"{name}s"
            )
        return uid

    def _check_repeated(self) -> None:
        """Find the id that stands in the list twice, if two did not only look alike."""
        seen: dict[str, str] = {}
        for number, element in enumerate(self._elements()):
            where = f"{STATEMENTS}[{number}]"
            if isinstance(element, dict):
                uid = self.reader.uid(element, "id", where)
                first = seen.setdefault(uid, where)
                if first != where:
                    raise self._repeated(uid, where, first)

    def _repeated(self, uid: str, where: str, first: str) -> Exception:
        return self.reader.fail("duplicate_id", where=join(where, "id"), found=uid, first=first)


def _position(row: Row) -> tuple[bool, int]:
    position = row.values["position"]
    return position is None, position or 0


def statement_values(reader: Reader, row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What a statement says, wherever in the plan it stands, but for who said it."""
    values: dict[str, Any] = {
        "text": reader.text(row, "text", where, required=True),
        "kind": statement_kind(reader, row, where),
        "recorded_at": reader.parsed(
            row, "recorded_at", where, parse=_moment, expected="datetime", required=True
        ),
        "position": reader.integer(row, "position", where),
    }
    if "themes" in row:
        values["themes"] = reader.lines(row, "themes", where)
    if (quote := reader.flag(row, "quote", where)) is not None:
        values["verbatim"] = quote
    if "addressee" in row:
        place = join(where, "addressee")
        values["addressees"] = [
            reader.member(Addressee, value, f"{place}[{number}]").value
            for number, value in enumerate(reader.items(row, "addressee", where))
        ] or None
    return values


def statement_kind(reader: Reader, row: Mapping[str, Any], where: str) -> str:
    """The required kind of a statement, or the one that a question proposes."""
    value = row.get("kind")
    if value is None:
        raise reader.missing(where, "kind", "string")
    if value == LEGACY_KIND:
        return StatementKind.REMARK.value
    return reader.member(StatementKind, value, join(where, "kind")).value


def _moment(value: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    moment = moment.astimezone(dt.UTC)
    return showable(moment)


def showable(moment: MomentT) -> MomentT:
    """``moment`` if it can be shown in every zone; the ends of the calendar cannot.

    Raises ``OverflowError``.
    """
    if moment.year in _FIRST_AND_LAST_YEAR:
        day = dt.timedelta(days=1)
        _ = moment - day, moment + day
    return moment
