"""The table of pseudonyms: two columns, and nothing of what anybody said."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.export.csv_file import write_table_csv
from app.export.formats import MinutesFormat
from app.export.statement_table import Cell
from app.export.xlsx_file import write_table_xlsx
from app.texts import Texts


class PseudonymTable:
    """Rows of pseudonym and name."""

    author = ""
    widths = (16, 44)

    def __init__(self, pseudonyms: Sequence[tuple[str, str]], texts: Texts) -> None:
        self._pseudonyms = pseudonyms
        self.title = texts.get("documents.pseudonyms.title")
        self.head = (texts.get("documents.pseudonyms.head"), texts.get("documents.pseudonyms.name"))

    def rows(self) -> Iterator[Sequence[Cell]]:
        """One for each person, in the order of the pseudonyms."""
        yield from self._pseudonyms


def write_pseudonyms(
    pseudonyms: Sequence[tuple[str, str]],
    texts: Texts,
    form: MinutesFormat,
    created: dt.date,
    path: Path,
) -> None:
    """Write the table. Raises ``UserError`` when the file cannot be written."""
    table = PseudonymTable(pseudonyms, texts)
    if form is MinutesFormat.XLSX:
        write_table_xlsx(table, table.title, created, path)
    else:
        write_table_csv(table, path)
