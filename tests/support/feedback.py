"""Feedback forms as people fill them in: answers chosen, wordings typed, rows tampered with."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import docx
from docx.document import Document
from docx.oxml.ns import qn

from app.bootstrap import Services
from app.domain.vocabulary import MinutesKind
from app.export.house.names import Element

AGREE, CHANGE, LEAVE_OUT = "stimmt so", "bitte ändern", "bitte weglassen"
NUMBER, TEXT, ANSWER, WORDING = range(4)
TODAY = dt.date(2026, 11, 28)


class Said(NamedTuple):
    """What somebody says about one statement."""

    answer: str = ""
    wording: str = ""
    text: str | None = None
    """Typed over what was printed."""


def form_of(
    services: Services,
    session: str,
    path: Path,
    *,
    until: dt.date | None = None,
    return_to: str = "",
    participant_uid: str = "",
) -> Path:
    """A form for every statement of a session."""
    options = services.views.minutes_wishes(session).options(MinutesKind.FULL, TODAY)
    services.feedback_forms.write(
        session,
        options,
        path,
        until=until,
        return_to=return_to,
        participant_uid=participant_uid,
    )
    return path


def rows_of(document: Document) -> Iterator[Element]:
    """The rows with statements, as elements."""
    for table in document.element.body.iter(qn("w:tbl")):
        for row in table.iterchildren(qn("w:tr")):
            cells = cells_of(row)
            if len(cells) == 4 and "-" in text_of(cells[NUMBER]):
                yield row


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, as elements."""
    return list(row.iterchildren(qn("w:tc")))


def text_of(cell: Element) -> str:
    """What stands in a cell."""
    return "".join(each.text or "" for each in cell.iter(qn("w:t")))


def write_into(cell: Element, text: str) -> None:
    """Replace what stands in a cell, inside its control if it has one."""
    found = list(cell.iter(qn("w:t")))
    if not found:
        paragraph = next(cell.iter(qn("w:p")))
        run = paragraph.makeelement(qn("w:r"), {})
        mark = run.makeelement(qn("w:t"), {})
        run.append(mark)
        paragraph.append(run)
        found = [mark]
    found[0].text = text
    for other in found[1:]:
        other.text = ""


def number_of(row: Element) -> str:
    """The evidence number in the first paragraph of a row."""
    paragraph = next(cells_of(row)[NUMBER].iter(qn("w:p")))
    return text_of(paragraph)


def filled(
    path: Path, said: Mapping[str, Said], *, name: str = "", out: Path | None = None
) -> Path:
    """Fill a form in and save it, by default over itself."""
    document = docx.Document(str(path))
    if name:
        first = next(document.element.body.iter(qn("w:tbl")))
        write_into(list(first.iter(qn("w:tc")))[1], name)
    for row in rows_of(document):
        says = said.get(number_of(row))
        if says is None:
            continue
        cells = cells_of(row)
        if says.answer:
            write_into(cells[ANSWER], says.answer)
        if says.wording:
            write_into(cells[WORDING], says.wording)
        if says.text is not None:
            write_into(cells[TEXT], says.text)
    document.save(str(path))
    return path
