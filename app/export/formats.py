"""The forms in which minutes leave: each is written from the same record under the same options."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import IO, TypeAlias

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.templates import HouseTemplate
from app.errors import BadInputError
from app.export.blocks import Document
from app.export.files import replaced_file
from app.texts import Texts

Draw: TypeAlias = Callable[[Document], bytes]
"""Makes a PDF file of a document. Drawing needs Qt, so it is handed in from outside."""
Write: TypeAlias = Callable[[MinutesRecord, MinutesOptions, Texts, Path], None]


class MinutesFormat(StrEnum):
    """Forms of a file; the value is its ending without the dot."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    """The statements as a table, for Excel."""
    CSV = "csv"
    """The same as text with semicolons."""
    TXT = "txt"
    """Plain text, for an e-mail."""

    @property
    def suffix(self) -> str:
        """The ending with the dot."""
        return f".{self}"

    @property
    def is_table(self) -> bool:
        """Whether it holds the statements alone."""
        return self in {MinutesFormat.XLSX, MinutesFormat.CSV}


def check_suffix(path: Path, form: MinutesFormat) -> None:
    """Raise ``UserError`` unless ``path`` has the ending of this form."""
    if path.suffix.lower() != form.suffix:
        raise BadInputError(f"not_a_{form}_target", path=path)


def writer_of(
    form: MinutesFormat, draw: Draw | None = None, template: HouseTemplate | None = None
) -> Write:
    """The way to write a form; what it needs is imported now.

    A PDF needs ``draw``. A ``template`` of the house frames Word files only.
    """
    if form is MinutesFormat.PDF:
        if draw is None:
            raise BadInputError("no_pdf_here")
        return _Drawn(draw)
    if form is MinutesFormat.XLSX:
        from app.export.xlsx_file import write_xlsx

        return write_xlsx
    if form is MinutesFormat.CSV:
        from app.export.csv_file import write_csv

        return write_csv
    if form is MinutesFormat.TXT:
        from app.export.plain_text import write_text

        return write_text
    from app.export.minutes import write_minutes

    return partial(write_minutes, template=template)


class _Drawn:
    """Composes the document, has it drawn and writes what came out."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def __call__(
        self, record: MinutesRecord, options: MinutesOptions, texts: Texts, path: Path
    ) -> None:
        from app.export.minutes import compose

        content = self._draw(compose(record, options, texts))
        with replaced_file(path, check=_check) as target:
            target.write(content)


def _check(target: IO[bytes]) -> str:
    return "" if target.read(5) == b"%PDF-" else "not a PDF file"
