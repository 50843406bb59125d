"""The same blocks written with python-docx as its documentation shows: the oracle of our writer.

Slow, and that is its point: nothing of our own XML is in it. Without contents, fields and
bookmarks, which python-docx cannot make.
"""

from collections.abc import Iterable

import docx
from docx.document import Document as WordDocument
from docx.table import _Cell

from app.export.blocks import Block, Paragraph, ParagraphRole, RunRole, Table
from app.export.look import PARAGRAPHS, RUNS, TABLE_STYLE
from app.paths import resource


def with_python_docx(blocks: Iterable[Block]) -> WordDocument:
    """A document of the blocks."""
    document = docx.Document(str(resource("templates", "minutes.docx")))
    document._body.clear_content()
    for block in blocks:
        if isinstance(block, Paragraph):
            add_paragraph(document, block)
        elif isinstance(block, Table):
            add_table(document, block)
    return document


def add_paragraph(document: WordDocument, block: Paragraph) -> None:
    """One paragraph with its runs, styles by name."""
    paragraph = document.add_paragraph(style=_python_name(block.role))
    for run in block.runs:
        if run.text:
            look = RUNS.get(run.role)
            paragraph.add_run(run.text, style=look.name if look else None)


def add_table(document: WordDocument, block: Table) -> None:
    """One table, row by row."""
    table = document.add_table(rows=0, cols=len(block.columns), style=TABLE_STYLE)
    titles = [column.title for column in block.columns]
    plain = [RunRole.PLAIN] * len(titles)
    _add_row(table.add_row().cells, titles, plain, ParagraphRole.TABLE_HEAD)
    roles = [column.role for column in block.columns]
    for row in block.rows:
        _add_row(table.add_row().cells, row, roles, ParagraphRole.TABLE_TEXT)


def _add_row(
    cells: Iterable[_Cell], values: Iterable[str], roles: Iterable[RunRole], role: ParagraphRole
) -> None:
    for cell, value, run_role in zip(cells, values, roles, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = _python_name(role)
        if value:
            look = RUNS.get(run_role)
            paragraph.add_run(value, style=look.name if look else None)


def _python_name(role: ParagraphRole) -> str:
    """python-docx knows headings by the names Word shows."""
    name = PARAGRAPHS[role].name
    return name.capitalize() if name.startswith(("heading", "header", "footer")) else name
