"""Tables from spreadsheets: CSV in the dialects and encodings that lists come in, and Excel.

Every cell becomes the text that a reader sees. Files are looked at by content: many a picture is
called ``.xlsx`` and many a CSV ``.txt``.
"""

import csv
import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import BadInputError, reason

MAX_BYTES = 10_000_000
MAX_UNPACKED = 200_000_000
"""What an Excel file may become; a small one can be made to fill any memory."""
MAX_ROWS = 20_000
MAX_COLUMNS = 200

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WORKBOOK = "xl/workbook.xml"
_DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 200
"""Rows by which the delimiter is judged."""

Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; ``name`` is empty for CSV. The first row is number 1."""

    name: str
    rows: Sequence[tuple[str, ...]]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The visible tables of a file.

    Raises:
        BadInputError: it cannot be read, or is no table; the error says what to do.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise BadInputError("file_not_found", path=path) from None
    except IsADirectoryError:
        raise BadInputError("is_a_directory", path=path) from None
    except (OSError, ValueError) as error:
        raise BadInputError("not_readable", path=path, reason=reason(error)) from None
    if len(data) > MAX_BYTES:
        raise BadInputError("table_too_large", source=path.name, limit=MAX_BYTES // 1_000_000)
    if data.startswith(_OLD_OFFICE):
        raise BadInputError("table_old_excel", source=path.name)
    if data.startswith(_ZIP):
        return tuple(_workbook(data, path.name))
    return (Sheet("", _csv(_decoded(data, path.name), path.name)),)


def _decoded(data: bytes, source: str) -> str:
    """Text of any encoding that Excel and LibreOffice write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise BadInputError("table_not_a_table", source=source)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv(text: str, source: str) -> Rows:
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        # Excel's own way to say it; the line keeps its number.
        return [(), *_parsed(rest, first.strip()[-1], source, lines_before=1)]
    return _parsed(text, _delimiter(text), source, lines_before=0)


def _delimiter(text: str) -> str:
    """The one by which most rows have the same number of columns."""

    def agreement(delimiter: str) -> int:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths: Counter[int] = Counter()
        try:
            for row, _ in zip(reader, range(_LOOKED_AT), strict=False):
                widths[len(row)] += len(row) > 1
        except csv.Error:
            pass
        return max(widths.values(), default=0)

    return max(_DELIMITERS, key=agreement)


def _parsed(text: str, delimiter: str, source: str, *, lines_before: int) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    try:
        for row in reader:
            rows.append(tuple(row[:MAX_COLUMNS]))
            _check_length(rows, source)
    except csv.Error:
        line = reader.line_num + lines_before
        started = len(rows) + 1 + lines_before
        raise BadInputError("table_broken_quotes", source=source, row=started, line=line) from None
    return rows


def _check_length(rows: Rows, source: str) -> None:
    if len(rows) > MAX_ROWS:
        raise BadInputError("table_too_long", source=source, limit=MAX_ROWS)


def _workbook(data: bytes, source: str) -> Iterator[Sheet]:
    _check_package(data, source)
    values, formulas = _opened(data, source, values=True), _opened(data, source, values=False)
    for sheet in values.worksheets:
        if sheet.sheet_state == "visible":
            yield Sheet(sheet.title, _rows(sheet, formulas[sheet.title], source))


def _check_package(data: bytes, source: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            size = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise BadInputError("table_damaged", source=source) from None
    if _WORKBOOK not in names:
        raise BadInputError("table_not_excel", source=source)
    if size > MAX_UNPACKED:
        raise BadInputError("table_too_large", source=source, limit=MAX_BYTES // 1_000_000)


def _opened(data: bytes, source: str, *, values: bool) -> Any:
    import openpyxl  # only when a spreadsheet is read

    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values)
    except Exception as error:  # openpyxl raises whatever the damage leads to
        raise BadInputError("table_damaged", source=source) from error


def _rows(sheet: Any, formulas: Any, source: str) -> Rows:
    """The sheet's rows as texts; a formula that was never calculated stands as such."""
    rows: Rows = []
    try:
        # A sheet may claim any size; what counts are the rows it has.
        for found in (sheet, formulas):
            found.reset_dimensions()
        pairs = zip(
            sheet.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=False
        )
        for row, written in pairs:
            cells = zip(row[:MAX_COLUMNS], written[:MAX_COLUMNS], strict=False)
            rows.append(
                tuple(_text(value if value is not None else wrote) for value, wrote in cells)
            )
            _check_length(rows, source)
    except BadInputError:
        raise
    except Exception as error:
        raise BadInputError("table_damaged", source=source) from error
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _text(value: Any) -> str:
    """A cell as it is read: no ".0" behind whole numbers, dates in German order."""
    match value:
        case None | bool():
            return {None: "", True: "ja", False: "nein"}[value]
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime() | dt.date():
            return f"{value:%d.%m.%Y}"
    return str(value)
