"""Whom a document names, for the export log: looked for in what it says, wherever it says it."""

from collections.abc import Iterable, Iterator

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.names.finder import NameFinder
from app.domain.names.model import Closeness, Named, NamedKind
from app.domain.people import ParticipantView
from app.export.blocks import Block, Document, Logos, Paragraph, Picture, RunRole, SideBySide, Table
from app.export.minutes import compose
from app.export.sheets import Grid, Sheets
from app.export.statement_table import StatementTable
from app.texts import Texts

_SHORT = 120
"""Letters of a text that is remembered: a name with an organisation is no longer."""


def named_in_minutes(
    record: MinutesRecord, options: MinutesOptions, texts: Texts, *, as_table: bool = False
) -> tuple[str, ...]:
    """The participants (uids) of ``record`` whose name stands in its minutes."""
    if as_table:
        rows = StatementTable(record, options, texts).rows()
        return _named(record.participants, (str(cell) for row in rows for cell in row))
    return _named(record.participants, _said(compose(record, options, texts)))


def named_in_sheets(record: MinutesRecord, sheets: Sheets) -> tuple[str, ...]:
    """The participants (uids) of ``record`` whose name stands on these sheets."""
    return _named(record.participants, _written(sheets))


def _written(sheets: Sheets) -> Iterator[str]:
    yield sheets.title
    for block in sheets.blocks:
        if isinstance(block, Grid):
            yield from (line.text for row in block.rows for cell in row for line in cell)
        else:
            yield block.text


def _named(people: Iterable[ParticipantView], texts: Iterable[str]) -> tuple[str, ...]:
    people = tuple(people)
    finder = NameFinder(Named(NamedKind.PERSON, p.uid, p.name) for p in people)
    uids = {
        named.uid
        for text in _different(texts)
        for found in finder.find(text)
        if found.closeness is not Closeness.SIMILAR
        for named in found.named
    }
    return tuple(person.uid for person in people if person.uid in uids)


def _different(texts: Iterable[str]) -> Iterator[str]:
    """Short texts once: before each statement stands who said it."""
    seen: set[str] = set()
    for text in texts:
        if len(text) <= _SHORT:
            if text in seen:
                continue
            seen.add(text)
        yield text


def _said(document: Document) -> Iterator[str]:
    own, page = document.properties, document.page
    yield from (own.title, own.subject, own.author)
    yield from (page.first_header.text, page.header.text, page.footer.text)
    for block in document.blocks:
        yield from _words(block)


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (run.text for run in block.runs if run.role is RunRole.WHO)
        yield "".join(run.text for run in block.runs if run.role is not RunRole.WHO)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Picture):
        yield block.alt_text
    elif isinstance(block, Logos):
        yield from (picture.alt_text for picture in block.pictures)
    elif isinstance(block, SideBySide):
        for part in (*block.left, *block.right):
            yield from _words(part)
