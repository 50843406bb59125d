"""Participants from a spreadsheet: looked at first, then taken over whole or not at all.

Which column says what is recognised by its head; what somebody chose instead is remembered for the
next list with such a column.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.incoming.people import ParticipantDraft
from app.domain.people import identity
from app.domain.people_table import (
    Head,
    Line,
    PeopleField,
    Words,
    find_head,
    known_head,
    names_people,
    read_lines,
)
from app.domain.text import clean_line, fold
from app.domain.vocabulary import NamingLevel, OrganisationKind
from app.errors import BadInputError
from app.services.people import PeopleService
from app.services.people_file import Sheet, read_sheets
from app.storage.database import Database
from app.storage.queries.people import in_session
from app.texts import LANGUAGES, Texts

MAX_PEOPLE = 2_000
"""In one list; a session of more is none."""

_REMEMBERED = "people_columns"
"""Workspace value: folded head → field, as JSON."""

_Table = tuple[Sheet, int, tuple[Head, ...]]
"""A sheet with the place of its head and what that says."""

Columns = Mapping[str, PeopleField | None]
"""What columns say, by the text of their head; None: the column is left out."""


class LineState(StrEnum):
    """What happens to a row of the list."""

    NEW = "new"
    KNOWN = "known"
    """Is on the session's list already."""
    TWICE = "twice"
    """Stands further up in the same list."""
    WITHOUT_NAME = "without_name"
    FORMULA = "formula"
    """The name is a formula that nobody has calculated yet."""


@dataclass(frozen=True, slots=True)
class PeopleLine:
    """A row of the list and what happens to it. Only ``NEW`` ones are taken over."""

    line: Line
    state: LineState


@dataclass(frozen=True, slots=True)
class PeoplePreview:
    """What a list would bring."""

    source: str
    sheet: str
    heads: tuple[Head, ...]
    lines: tuple[PeopleLine, ...]
    other_sheets: tuple[str, ...] = ()
    """Sheets of the same file that name people too and were not read."""

    @property
    def names_people(self) -> bool:
        """Whether a column with names is known; without one nothing can be taken over."""
        return names_people(self.heads)

    @property
    def drafts(self) -> tuple[ParticipantDraft, ...]:
        """Those who would be added."""
        return tuple(
            ParticipantDraft(
                name=one.line.name,
                organisation=one.line.organisation,
                organisation_kind=one.line.organisation_kind,
                role=one.line.role,
                naming=one.line.naming,
            )
            for one in self.lines
            if one.state is LineState.NEW
        )

    def check(self) -> None:
        """Raises ``BadInputError`` if no column has names."""
        if not self.names_people:
            heads = ", ".join(f"„{head.text}“" for head in self.heads if head.text)
            raise BadInputError("table_without_names", source=self.source, columns=heads or "–")

    def count(self, state: LineState) -> int:
        """How many rows are in this state."""
        return sum(one.state is state for one in self.lines)


class PeopleImportService:
    """Reads lists of participants in."""

    def __init__(self, database: Database, people: PeopleService) -> None:
        self._database = database
        self._people = people

    def preview(
        self, session_uid: str, path: Path, columns: Columns | None = None
    ) -> PeoplePreview:
        """What the list at ``path`` would bring; nothing is changed.

        Raises:
            BadInputError: it is no table, is empty, has too many people or lacks a column of
                ``columns``.
        """
        wanted = {fold(clean_line(head).text): field for head, field in (columns or {}).items()}
        given = {**self._remembered(), **wanted}
        sheets = read_sheets(path)
        found = [(sheet, *head) for sheet in sheets if (head := find_head(sheet.rows, given))]
        sheet, index, heads = _best(found) if found else _first(sheets, given, path.name)
        _check_columns(columns or {}, heads, path.name)
        lines = tuple(
            read_lines(sheet.rows[index + 1 :], heads, _words(), first=index + 2)
            if names_people(heads)
            else ()
        )
        if len(lines) > MAX_PEOPLE:
            raise BadInputError(
                "table_too_many_people", source=path.name, count=len(lines), limit=MAX_PEOPLE
            )
        others = tuple(other.name for other, _, _ in found if other is not sheet)
        return PeoplePreview(path.name, sheet.name, heads, self._judged(session_uid, lines), others)

    def take(self, session_uid: str, preview: PeoplePreview, columns: Columns | None = None) -> int:
        """Add everybody who is new, as one step; remember ``columns``. Returns how many.

        Raises:
            BadInputError: no column has names.
            RefusedError: the session is closed.
        """
        preview.check()
        count = self._people.add_all(session_uid, preview.drafts)
        if columns:
            self._remember(columns)
        return count

    def _judged(self, session_uid: str, lines: Sequence[Line]) -> tuple[PeopleLine, ...]:
        with self._database.look() as driver:
            here = {identity(one.name, one.organisation) for one in in_session(driver, session_uid)}
        seen: set[tuple[str, str]] = set()
        judged = []
        for line in lines:
            known = identity(line.name, line.organisation)
            judged.append(PeopleLine(line, _state(line, known in here, known in seen)))
            seen.add(known)
        return tuple(judged)

    def _remembered(self) -> dict[str, PeopleField | None]:
        with self._database.look() as driver:
            found = driver.execute(
                "SELECT value FROM workspace_value WHERE key = ?", (_REMEMBERED,)
            ).fetchone()
        stored = json.loads(found[0]) if found else {}
        return {head: PeopleField(field) if field else None for head, field in stored.items()}

    def _remember(self, columns: Columns) -> None:
        folded = {fold(clean_line(head).text): field for head, field in columns.items()}
        value = json.dumps({**self._remembered(), **folded})
        with self._database.save() as driver:
            driver.execute(
                "INSERT INTO workspace_value (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (_REMEMBERED, value),
            )


def _best(found: Sequence[_Table]) -> _Table:
    """The table that says most about people."""
    return max(found, key=lambda one: sum(head.field is not None for head in one[2]))


def _first(sheets: Sequence[Sheet], given: Mapping[str, PeopleField | None], source: str) -> _Table:
    """The first table that has something; its first row is the head, to be chosen from."""
    for sheet in sheets:
        for index, row in enumerate(sheet.rows):
            if any(cell.strip() for cell in row):
                return sheet, index, tuple(known_head(cell, given) for cell in row)
    raise BadInputError("table_empty", source=source)


def _check_columns(columns: Columns, heads: Sequence[Head], source: str) -> None:
    there = {fold(head.text) for head in heads}
    for column in columns:
        if fold(clean_line(column).text) not in there:
            names = ", ".join(head.text for head in heads if head.text)
            raise BadInputError(
                "table_column_missing", source=source, column=column, columns=names or "–"
            )


def _state(line: Line, here: bool, seen: bool) -> LineState:
    if not line.name:
        return LineState.WITHOUT_NAME
    if line.name.startswith("="):
        return LineState.FORMULA
    if here:
        return LineState.KNOWN
    return LineState.TWICE if seen else LineState.NEW


def _words() -> Words:
    """What values are called, in every language of the program and as the files say it."""
    namings: dict[str, NamingLevel] = {}
    kinds: dict[str, OrganisationKind] = {}
    for language in LANGUAGES:
        texts = Texts(language)
        namings |= {
            fold(word): level for level in NamingLevel for word in (level, texts.word(level))
        }
        kinds |= {
            fold(word): kind for kind in OrganisationKind for word in (kind, texts.word(kind))
        }
    return Words(namings, kinds)
