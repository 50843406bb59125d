"""Participants as ready rows, sorted by the name they are filed under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCollator, QLocale

from app.domain.people import ParticipantView
from app.domain.text import fold
from app.domain.vocabulary import NamingLevel
from app.texts import Texts
from ui.models.row_model import RowModel


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One participant. ``naming`` stands in grey unless it is an exception (``own``)."""

    uid: str
    name: str
    organisation: str
    lacks_organisation: bool
    level: NamingLevel | None
    """The person's own choice; None: as the session says."""
    naming: str
    own: bool
    confidential: bool
    """Nobody is named, so there is no choice either."""
    accessible: str


@dataclass(frozen=True, slots=True)
class NamingChoice:
    """A person is wanted at this level; None: as the session says."""

    uid: str
    level: NamingLevel | None


class PeopleModel(RowModel[PersonRow]):
    """The participants that are shown."""


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """What holds for every row: the session's level, and its words."""

    texts: Texts
    naming: NamingLevel
    confidential: bool
    organisation_missing: str


def people_rows(people: Sequence[ParticipantView], rules: PeopleRules) -> list[PersonRow]:
    """The rows, by surname as the language sorts: Ärger stands before Zoe."""
    collator = QCollator(QLocale(rules.texts.language))
    rows = [_row(person, rules) for person in people]
    return sorted(rows, key=lambda row: collator.sortKey(row.name))


def filtered(rows: Sequence[PersonRow], text: str) -> list[PersonRow]:
    """Those whose name or organisation holds the first part of ``text``."""
    wanted = fold(text.partition(",")[0].strip())
    return [row for row in rows if wanted in fold(f"{row.name}\n{row.organisation}")]


def filed_name(name: str) -> str:
    """``Helene Beck`` as ``Beck, Helene``; what is no such name stays as it is."""
    words = name.split()
    if "," in name or "(" in name or len(words) <= 1 or not words[-1][0].isupper():
        return name
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}"


def _row(person: ParticipantView, rules: PeopleRules) -> PersonRow:
    name = filed_name(person.name)
    level = person.agreed or rules.naming
    naming = "" if rules.confidential else rules.texts.word(level)
    shown = person.organisation or person.role
    lacks = not shown and not rules.confidential
    organisation = rules.organisation_missing if lacks else shown
    parts = (name, organisation, naming)
    return PersonRow(
        uid=person.uid,
        name=name,
        organisation=organisation,
        lacks_organisation=lacks,
        level=person.naming,
        naming=naming,
        own=person.agreed is not None and person.agreed is not rules.naming,
        confidential=rules.confidential,
        accessible=", ".join(part for part in parts if part),
    )
