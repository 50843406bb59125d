"""Tables as Excel files. Every text is a text there, also one that begins with "="."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.export.files import replaced_file
from app.export.statement_table import Cell, StatementTable, Table, is_formula
from app.texts import Texts

LONGEST = 32_000
"""An Excel cell holds 32,767 characters; what is longer goes on in the row below."""


def write_xlsx(record: MinutesRecord, options: MinutesOptions, texts: Texts, path: Path) -> None:
    """Write the statements ``options`` print. Raises like ``write_table_xlsx``."""
    sheet = texts.get("documents.table.sheet")
    write_table_xlsx(StatementTable(record, options, texts), sheet, options.created, path)


def write_table_xlsx(table: Table, name: str, created: dt.date, path: Path) -> None:
    """Write a table on a sheet called ``name``; the head row stays in view and filters.

    Raises ``UserError`` when the file cannot be written.
    """
    import openpyxl
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(table.widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    try:
        count = _fill(sheet, table)
    except BaseException:
        sheet.close()  # openpyxl streams: what was begun has to be ended in its order
        raise
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.head))}{count}"
    _describe(book, table, created)
    with replaced_file(path, check=_check) as target:
        book.save(target)


def _fill(sheet: Any, table: Table) -> int:  # noqa: ANN401 - openpyxl has no types
    """Write head and rows; returns how many rows there are."""
    sheet.append(_cells(sheet, table.head, bold=True))
    count = 1
    for row in table.rows():
        for part in _divided(row):
            sheet.append(_cells(sheet, part))
            count += 1
    return count


def _cells(sheet: Any, values: Sequence[Cell], *, bold: bool = False) -> list[Any]:  # noqa: ANN401 - openpyxl has no types
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cells = []
    for value in values:
        cell = WriteOnlyCell(sheet, value=value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if bold:
            cell.font = Font(bold=True)
        if isinstance(value, str):
            cell.data_type = "s"
            cell.quotePrefix = is_formula(value)
        cells.append(cell)
    return cells


def _divided(row: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """The row, and below it what did not fit into its cells."""
    rest = list(row)
    while any(_length(value) > LONGEST for value in rest):
        yield [value[:LONGEST] if isinstance(value, str) else value for value in rest]
        rest = [value[LONGEST:] if isinstance(value, str) else "" for value in rest]
    yield rest


def _length(value: Cell) -> int:
    return len(value) if isinstance(value, str) else 0


def _describe(book: Any, table: Table, created: dt.date) -> None:  # noqa: ANN401
    """What the file says about itself: nothing of whom and with what."""
    about = book.properties
    about.creator = table.author or None
    about.title = table.title
    about.created = about.modified = dt.datetime.combine(created, dt.time())


def _check(target: IO[bytes]) -> str:
    try:
        with ZipFile(target) as made:
            return made.testzip() or ""
    except BadZipFile as error:
        return str(error)
