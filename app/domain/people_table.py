"""A list of participants from somewhere else: which column says what, and who stands in which row.

Lists come as coordinators keep them: with a title above, with first and last name in one column
or two, with columns that are none of our business. What is not understood is said, never guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from app.domain.initials import titled
from app.domain.person_line import are_given_names, is_surname
from app.domain.text import clean_line, fold
from app.domain.vocabulary import NamingLevel, OrganisationKind

HEAD_WITHIN = 20
"""Rows in which the head is looked for."""
LONGEST = 500
"""Characters of a name, an organisation or a role."""


class PeopleField(StrEnum):
    """What a column can say about a participant; the names of ``--map``."""

    NAME = "name"
    TITLE = "title"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORGANISATION = "organisation"
    ORGANISATION_KIND = "organisation_kind"
    ROLE = "role"
    NAMING = "naming"


_HEADS: dict[PeopleField, tuple[str, ...]] = {
    PeopleField.NAME: (
        *("name", "namen", "vollständiger name", "vor- und nachname", "vorname nachname"),
        *("vor- und zuname", "name, vorname", "nachname, vorname", "teilnehmer", "teilnehmende"),
        *("person", "full name", "participant", "ansprechpartner", "ansprechperson", "kontakt"),
    ),
    PeopleField.TITLE: ("titel", "akademischer titel", "akad. titel", "title"),
    PeopleField.FIRST_NAME: ("vorname", "rufname", "first name", "given name", "forename"),
    PeopleField.LAST_NAME: (
        *("nachname", "familienname", "zuname", "last name", "surname", "family name"),
    ),
    PeopleField.ORGANISATION: (
        *("organisation", "organization", "einrichtung", "institution", "firma", "träger"),
        *("verein", "verband", "gemeinde", "kirchengemeinde", "arbeitgeber", "dienststelle"),
        *("unternehmen", "company", "name der organisation", "name der einrichtung"),
        *("name des vereins",),
    ),
    PeopleField.ORGANISATION_KIND: (
        *("art der organisation", "organisationsart", "bereich", "sektor", "kind of organisation"),
    ),
    PeopleField.ROLE: (
        *("funktion", "rolle", "position", "aufgabe", "role", "amt", "tätigkeit", "stellung"),
        *("funktion im verein", "funktion in der organisation"),
    ),
    PeopleField.NAMING: (
        *("nennung", "wird genannt", "namensnennung", "naming", "attribution", "nennung als"),
    ),
}
"""What the heads of columns are called in German and English lists."""

_AGREED = frozenset({"ja", "yes", "x", "j", "y"})
_WITHOUT_DECORATION = re.compile(r"\(.*?\)|[*:]+$|\.$|(?<=er)[*:_/]?-?in(nen)?$|(?<=e)[*:_/]r$")
"""Remarks, and what names the other genders: "Teilnehmer*in", "Teilnehmer/-innen"."""
_ERRORS = frozenset(
    [
        *("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"),
        *("#NV", "#BEZUG!", "#WERT!", "#ZAHL!"),
    ]
)
"""What a spreadsheet shows where a formula has no result, in a file and in German."""
_KNOWN_HEADS = {fold(head): field for field, heads in _HEADS.items() for head in heads}
_LAST_NAME_FIRST = {fold("name, vorname"), fold("nachname, vorname")}


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its text as it stands and what it says; None: left out."""

    text: str
    field: PeopleField | None
    reversed: bool = False
    """The name stands with the last name first."""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in the list. ``number`` is the row as the spreadsheet counts it."""

    number: int
    name: str
    organisation: str = ""
    organisation_kind: OrganisationKind | None = None
    role: str = ""
    naming: NamingLevel | None = None
    unclear_naming: str = ""
    """What stood in the column and was not understood; the person stays anonymous."""


@dataclass(frozen=True, slots=True)
class Words:
    """What values are called, by folded word."""

    namings: Mapping[str, NamingLevel]
    kinds: Mapping[str, OrganisationKind]


def known_head(text: str, given: Mapping[str, PeopleField | None]) -> Head:
    """What a column with this head says: as ``given`` by folded text, else by common names."""
    text = clean_line(text).text
    folded = fold(text)
    if folded in given:
        return Head(text, given[folded])
    plain = " ".join(_WITHOUT_DECORATION.sub("", folded).split())
    return Head(text, _field(plain), plain in _LAST_NAME_FIRST)


def _field(head: str) -> PeopleField | None:
    """What a folded head says; one of several words ("Firma / Träger") if all say the same."""
    if head in _KNOWN_HEADS:
        return _KNOWN_HEADS[head]
    fields = {_KNOWN_HEADS.get(word.strip()) for word in head.split("/")}
    return fields.pop() if len(fields) == 1 else None


def find_head(
    rows: Sequence[Sequence[str]], given: Mapping[str, PeopleField | None]
) -> tuple[int, tuple[Head, ...]] | None:
    """Index and columns of the row that names the columns; None if none names people.

    It is the row among the first with most known heads; titles and remarks may stand above it.
    Heads of two rows count as one: "Name" above "Nachname" and "Vorname", with others beside it.
    """
    best: tuple[int, int, tuple[Head, ...]] | None = None
    above: tuple[Head, ...] = ()
    for index, row in enumerate(rows[:HEAD_WITHIN]):
        own = tuple(known_head(cell, given) for cell in row)
        heads = _once(_of_two_rows(above, own))
        above = own
        count = sum(head.field is not None for head in heads)
        if names_people(heads) and (best is None or count > best[0]):
            best = count, index, heads
    return best[1:] if best else None


def _of_two_rows(above: Sequence[Head], own: Sequence[Head]) -> Iterator[Head]:
    """The heads of a row, and where it has none the one above."""
    for upper, lower in zip_longest(above, own, fillvalue=Head("", None)):
        yield lower if lower.text or upper.field is None else upper


def names_people(heads: Sequence[Head]) -> bool:
    """Whether there is a column with names."""
    fields = {head.field for head in heads}
    return bool(fields & {PeopleField.NAME, PeopleField.FIRST_NAME, PeopleField.LAST_NAME})


def _once(heads: Iterator[Head]) -> tuple[Head, ...]:
    """The first column of each kind counts; "Name" beside "Vorname" is the last name."""
    found: list[Head] = []
    for head in heads:
        taken = head.field is not None and any(other.field is head.field for other in found)
        found.append(Head(head.text, None) if taken else head)
    fields = {head.field for head in found}
    if PeopleField.FIRST_NAME in fields and PeopleField.LAST_NAME not in fields:
        found = [
            Head(head.text, PeopleField.LAST_NAME) if head.field is PeopleField.NAME else head
            for head in found
        ]
    return tuple(found)


def read_lines(
    rows: Sequence[Sequence[str]], heads: Sequence[Head], words: Words, *, first: int
) -> Iterator[Line]:
    """The people below the head; ``first`` is the spreadsheet's number of ``rows[0]``.

    Empty rows are passed over. A row that has something but no name has an empty ``name``.
    """
    for number, row in enumerate(rows, start=first):
        cells = [_plain(cell) for cell in row]
        if any(cells):
            yield _line(number, cells, heads, words)


def _plain(cell: str) -> str:
    """A cell on one line; empty where a formula has no result."""
    text = " ".join(clean_line(cell).text.split())[:LONGEST]
    return "" if text in _ERRORS else text


def _line(number: int, cells: Sequence[str], heads: Sequence[Head], words: Words) -> Line:
    values = {
        head.field: cell for head, cell in zip(heads, cells, strict=False) if head.field is not None
    }
    naming = values.get(PeopleField.NAMING, "")
    level = _naming(naming, words)
    return Line(
        number=number,
        name=_name(values, heads)[:LONGEST],
        organisation=values.get(PeopleField.ORGANISATION, ""),
        organisation_kind=words.kinds.get(fold(values.get(PeopleField.ORGANISATION_KIND, ""))),
        role=values.get(PeopleField.ROLE, ""),
        naming=level or (NamingLevel.ANONYMOUS if naming else None),
        unclear_naming="" if level else naming,
    )


def _naming(text: str, words: Words) -> NamingLevel | None:
    """The level; "ja" to being named is one, and whatever is not understood names nobody."""
    return NamingLevel.NAME if fold(text) in _AGREED else words.namings.get(fold(text))


def _name(values: Mapping[PeopleField, str], heads: Sequence[Head]) -> str:
    parts = (values.get(PeopleField.FIRST_NAME, ""), values.get(PeopleField.LAST_NAME, ""))
    name = _spoken(*parts) or values.get(PeopleField.NAME, "")
    last, comma, first = (part.strip() for part in name.partition(","))
    turned = any(head.field is PeopleField.NAME and head.reversed for head in heads)
    if comma and first and (turned or (is_surname(titled(last)[1]) and are_given_names(first))):
        name = _spoken(first, last)
    title = values.get(PeopleField.TITLE, "")
    return f"{title} {name}" if title and name and not name.startswith(title) else name


def _spoken(first: str, last: str) -> str:
    """Both names in the order of speech; a title that stands with the last name comes first."""
    title, surname = titled(last)
    return " ".join(filter(None, (title, first, surname)))
