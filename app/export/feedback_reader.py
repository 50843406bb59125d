"""Reads a feedback form that came back, whichever program saved it last.

A returned form is foreign data: it is looked at like a house template before it is opened. Tracked
changes count as accepted, and are remembered as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.feedback import ReturnedForm, ReturnedRow
from app.domain.text import clean, fold
from app.errors import BadInputError
from app.export.docx.properties import PART
from app.export.feedback_form import CELLS, PROPERTY, Identity, identity_in
from app.export.house.foreign import ForeignPackage
from app.export.house.names import Element, W

_TAGS = {name: f"{W}{name}" for name in (
    "tbl", "tr", "tc", "p", "t", "tab", "br", "cr", "noBreakHyphen", "del", "ins", "moveFrom",
    "moveTo", "trPr", "tcPr", "pPr", "rPr", "tblHeader", "vMerge", "gridSpan", "comment", "val",
)}  # fmt: skip
_NUMBER = re.compile(r"^\w{1,12}-\w{1,4}-\d{1,6}$")
_GONE = frozenset({_TAGS["del"], _TAGS["moveFrom"]})
_CHANGED = frozenset({*_GONE, _TAGS["ins"], _TAGS["moveTo"]})
_BREAKS = {_TAGS["tab"]: "\t", _TAGS["br"]: "\n", _TAGS["cr"]: "\n", _TAGS["noBreakHyphen"]: "-"}
_NO_NUMBER = frozenset(map(fold, ("Nr.", "No.")))
_COMMENTS = "comments"

_SAID = {
    "template_empty": "nothing",
    "template_password": "password",
    "template_old_word": "old_word",
    "template_open_document": "open_document",
    "template_is_rtf": "rtf",
    "template_is_pdf": "pdf",
    "template_is_picture": "picture",
    "template_damaged": "damaged",
    "template_no_word": "no_word",
    "template_strict": "strict",
    "template_macros": "macros",
    "template_too_large": "too_large",
}
"""What the look at foreign files finds, in words about a form; all else is unsafe."""


def read_form(data: bytes, name: str) -> ReturnedForm:
    """The answers in a form. ``name`` stands in messages.

    Raises:
        BadInputError: it cannot be read, or is no form of ours.
    """
    try:
        package = ForeignPackage(data, name)
        tree = package.tree(package.document)
        identity = _identity(package, tree)
        comments = _count_comments(package)
    except BadInputError as error:
        raise as_form_error(error, name) from error
    if identity is None:
        raise BadInputError("feedback_form_other", name=name)
    reader = _Reader()
    rows = tuple(reader.rows(tree))
    if not rows:
        raise BadInputError("feedback_form_without_rows", name=name)
    return ReturnedForm(
        identity.session_uid, identity.code, identity.participant_uid, reader.who, rows, comments
    )


def as_form_error(error: BadInputError, name: str) -> BadInputError:
    """An error about a foreign file in the words of a form that came back."""
    if not error.code.startswith("template_"):
        return error
    code = _SAID.get(error.code, "unsafe")
    limit = error.values.get("limit", "")
    return BadInputError(f"feedback_form_{code}", name=name, limit=limit)


def _identity(package: ForeignPackage, tree: Element) -> Identity | None:
    """From the line in the text, which people see, or from the property."""
    found = identity_in(_text(tree))
    if found is None and PART in package.parts:
        for each in package.tree(PART):
            if each.get("name") == PROPERTY:
                found = identity_in("".join(each.itertext()))
    return found


def _count_comments(package: ForeignPackage) -> int:
    links = (link for link in package.links(package.document) if link.kind == _COMMENTS)
    parts = [link.target for link in links if link.target in package.parts]
    return sum(1 for part in parts for _ in package.tree(part).iter(_TAGS["comment"]))


@dataclass(slots=True)
class _Reader:
    """Goes through the tables; the one with two cells says who answers."""

    who: str = ""
    _line: int = 0

    def rows(self, tree: Element) -> Iterator[ReturnedRow]:
        for table in tree.iter(_TAGS["tbl"]):
            if not _inside(table, _TAGS["tc"]):  # a table in a cell is part of its text
                yield from self._table(table)

    def _table(self, table: Element) -> Iterator[ReturnedRow]:
        rows = [row for row in _own(table, _TAGS["tr"]) if not _is_gone(row)]
        if len(rows) == 1 and len(list(_own(rows[0], _TAGS["tc"]))) == 2:  # noqa: PLR2004 - label, name
            self.who = self.who or _cell(list(_own(rows[0], _TAGS["tc"]))[1]).replace("\n", " ")
            return
        if not any(map(_is_head, rows)) and not any(_evidence(row) for row in rows):
            return  # a table that somebody has added
        for row in rows:
            if not _is_head(row):
                self._line += 1
                yield self._row(row)

    def _row(self, row: Element) -> ReturnedRow:
        cells = list(_own(row, _TAGS["tc"]))
        if len(cells) != CELLS or any(_is_merged(cell) for cell in cells):
            text = " ".join(filter(None, map(_cell, cells)))
            return ReturnedRow(self._line, "", text, "", "", is_merged=True)
        text, answer, wording = map(_cell, cells[1:])
        tracked = any(each.tag in _CHANGED for cell in cells[1:] for each in cell.iter())
        return ReturnedRow(self._line, _evidence(row), text, answer, wording, tracked=tracked)


def _own(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, the cells of a row: also those wrapped into controls or changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TAGS["tbl"], _TAGS["tr"], _TAGS["tc"], _TAGS["p"]):
            yield from _own(child, tag)


def _inside(element: Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _is_gone(row: Element) -> bool:
    """Somebody took the row out and had Word track it."""
    properties = row.find(_TAGS["trPr"])
    return properties is not None and properties.find(_TAGS["del"]) is not None


def _is_head(row: Element) -> bool:
    properties = row.find(_TAGS["trPr"])
    if properties is not None and properties.find(_TAGS["tblHeader"]) is not None:
        return True
    first = next(_own(row, _TAGS["tc"]), None)
    return first is not None and fold(_cell(first)) in _NO_NUMBER


def _evidence(row: Element) -> str:
    """The number in the first cell; who is named may stand below it."""
    first = next(_own(row, _TAGS["tc"]), None)
    lines = _cell(first).split("\n") if first is not None else []
    return next((line.strip() for line in lines if _NUMBER.match(line.strip())), "")


def _is_merged(cell: Element) -> bool:
    properties = cell.find(_TAGS["tcPr"])
    if properties is None:
        return False
    span = properties.find(_TAGS["gridSpan"])
    wide = span is not None and span.get(_TAGS["val"], "1") != "1"
    return wide or properties.find(_TAGS["vMerge"]) is not None


def _cell(cell: Element) -> str:
    return clean(_text(cell)).text.strip()


def _text(element: Element) -> str:
    """What stands there once all tracked changes are accepted."""
    parts: list[str] = []
    for each in _kept(element):
        if each.tag == _TAGS["t"]:
            parts.append(each.text or "")
        elif each.tag in _BREAKS:
            parts.append(_BREAKS[each.tag])
        elif each.tag == _TAGS["p"] and parts and not _joins(each):
            parts.append("\n")
    return "".join(parts)


def _kept(element: Element) -> Iterator[Element]:
    """Everything below, in order, but for what was taken out and how it looks."""
    for child in element:
        if child.tag in _GONE or child.tag in (_TAGS["pPr"], _TAGS["rPr"]):
            continue
        yield child
        yield from _kept(child)


def _joins(paragraph: Element) -> bool:
    """Whether the break before it was taken out."""
    before = paragraph.getprevious()
    if before is None or before.tag != _TAGS["p"]:
        return False
    return before.find(f"{_TAGS['pPr']}/{_TAGS['rPr']}/{_TAGS['del']}") is not None
