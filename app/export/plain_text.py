"""Minutes as plain text, to be put into an e-mail: no formatting, one paragraph a line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.text import clean
from app.export.blocks import (
    Block,
    Contents,
    Logos,
    Paragraph,
    ParagraphRole,
    Picture,
    SideBySide,
    Table,
)
from app.export.files import replaced_file
from app.export.look import PARAGRAPHS
from app.export.minutes import compose
from app.texts import Texts

_APART = frozenset(
    {
        ParagraphRole.KICKER,
        ParagraphRole.HEADING,
        ParagraphRole.SUBHEADING,
        ParagraphRole.SUMMARY,
        ParagraphRole.SHEET_QUESTION,
        ParagraphRole.NOTE,
    }
)
"""Before these an empty line."""
_ADDED = frozenset(
    {
        ParagraphRole.RESULT_ADDITION,
        ParagraphRole.RESULT_ADDITION_FOLLOWED,
        ParagraphRole.STATEMENT_ADDITION,
    }
)
_UNDERLINED = {ParagraphRole.TITLE: "=", ParagraphRole.HEADING: "-"}


def write_text(record: MinutesRecord, options: MinutesOptions, texts: Texts, path: Path) -> None:
    """Write the minutes as UTF-8 text. Raises ``UserError`` when that is not possible."""
    with replaced_file(path, check=_check) as target:
        for line in lines_of(record, options, texts):
            target.write(f"{line}\r\n".encode())


def lines_of(record: MinutesRecord, options: MinutesOptions, texts: Texts) -> Iterator[str]:
    """The lines of the minutes, without what only paper needs."""
    on_screen = replace(options, contents=False, signatures=False, paged=False)
    head = False
    for block in compose(record, on_screen, texts).blocks:
        is_head = isinstance(block, Paragraph) and block.role is ParagraphRole.HEAD_LINE
        if is_head and not head:
            yield ""
        head = is_head
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _paragraph(block)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, SideBySide):
        for part in (*block.left, *block.right):
            yield from _lines(part)
    elif not isinstance(block, Contents | Picture | Logos):  # a caption follows each picture
        raise TypeError(block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    text = " ".join(clean(piece).text for piece in block.text.split("\t")).strip()
    if block.role is ParagraphRole.HEAD_LINE:
        label, _, value = block.text.partition("\t")
        text = f"{label}: {value}"
    if block.role in _APART:
        yield ""
    before = "    " if block.role in _ADDED else "• " if PARAGRAPHS[block.role].bullet else ""
    text = text.replace("\u00a0", " ").replace("\n", f"\r\n{' ' * len(before)}")
    yield f"{before}{text}"
    if block.role in _UNDERLINED:
        yield _UNDERLINED[block.role] * min(len(text), 72)


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        filled = [clean(cell).text.replace("\u00a0", " ") for cell in row if cell]
        yield f"• {' · '.join(' '.join(cell.split()) for cell in filled)}"


def _check(target: IO[bytes]) -> str:
    return "" if target.read(1) else "empty"
