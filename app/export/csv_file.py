"""Tables as CSV: with semicolons and a byte order mark, as German Excel opens it right."""

import csv
import io
from pathlib import Path
from typing import IO

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.export.files import replaced_file
from app.export.statement_table import Cell, StatementTable, Table, is_formula
from app.texts import Texts

_MARK = "\ufeff".encode()


def write_csv(record: MinutesRecord, options: MinutesOptions, texts: Texts, path: Path) -> None:
    """Write the statements ``options`` print. Raises like ``write_table_csv``."""
    write_table_csv(StatementTable(record, options, texts), path)


def write_table_csv(table: Table, path: Path) -> None:
    """Write a table.

    An apostrophe stands before what would be calculated: a spreadsheet then shows it as text.
    Raises ``UserError`` when the file cannot be written.
    """
    with replaced_file(path, check=_check) as target:
        lines = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
        writer.writerow(table.head)
        for row in table.rows():
            writer.writerow(map(_neutral, row))
        lines.detach()


def _neutral(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def _check(target: IO[bytes]) -> str:
    return "" if target.read(len(_MARK)) == _MARK else "no byte order mark"
