"""Sheets as a Word file: styles from a template of their own, every page in one format."""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from app.export.blocks import Properties
from app.export.docx.markup import escape, twips
from app.export.docx.package import Package
from app.export.docx.properties import with_property
from app.export.files import replaced_file
from app.export.look import Colour
from app.export.sheets import LOOKS, MARGIN, PORTRAIT, Block, Cell, Choice, Grid, Line, Sheets
from app.paths import resource

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)


def write_sheets(sheets: Sheets, *, language: str, created: dt.date, path: Path) -> None:
    """Write ``sheets``; an existing file is replaced only by a complete new one.

    Raises ``UserError`` when that is not possible.
    """
    with replaced_file(path, check=_check) as target:
        package = Package(resource("templates", "sheets.docx"))
        package.describe(Properties(sheets.title, sheets.subject, language, created))
        body = _Markup(package.style_id).body(sheets).encode()
        with ZipFile(target, "w", ZIP_DEFLATED) as made:
            for name, content in with_property(package.parts(), sheets.property):
                made.writestr(name, body if name == package.body else content)


def _check(target: IO[bytes]) -> str:
    """What is wrong with a written file; empty if nothing is."""
    try:
        with ZipFile(target) as made:
            return made.testzip() or ""
    except BadZipFile as error:
        return str(error)


class _Markup:
    """Blocks as XML."""

    def __init__(self, style_id: Callable[[str], str]) -> None:
        self._styles = {role: style_id(look.style.name) for role, look in LOOKS.items()}
        self._choices = count(1)

    def body(self, sheets: Sheets) -> str:
        blocks = "".join(map(self._block, sheets.blocks))
        return f"{_OPEN}{blocks}{_section(sheets)}</w:body></w:document>"

    def _block(self, block: Block) -> str:
        return self._line(block) if isinstance(block, Line) else self._grid(block)

    def _line(self, line: Line) -> str:
        text = escape(line.text).replace("\n", _BREAK).replace("\t", _TAB)
        run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
        run = run.replace('<w:t xml:space="preserve"></w:t>', "")
        style = self._styles[line.role]
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'

    def _choice(self, choice: Choice) -> str:
        """A list to choose from; what it shows is plain text for whoever does not know lists."""
        entries = "".join(
            f'<w:listItem w:displayText="{entry}" w:value="{entry}"/>'
            for entry in map(_attribute, (choice.text, *choice.entries))
        )
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._styles[choice.role]}"/></w:pPr><w:sdt><w:sdtPr>'
            f'<w:alias w:val="{_attribute(choice.name)}"/><w:tag w:val="answer"/>'
            f'<w:id w:val="{next(self._choices)}"/><w:dropDownList>{entries}</w:dropDownList>'
            f"</w:sdtPr><w:sdtContent><w:r><w:t>{escape(choice.text)}</w:t></w:r></w:sdtContent>"
            "</w:sdt></w:p>"
        )

    def _part(self, part: Line | Choice) -> str:
        return self._line(part) if isinstance(part, Line) else self._choice(part)

    def _grid(self, grid: Grid) -> str:
        widths = [twips(width) for width in grid.widths]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        caption = _attribute(" ".join(grid.caption.split()))
        rule = f'w:val="single" w:sz="4" w:space="0" w:color="{Colour.RULE}"'
        inner = f"<w:insideH {rule}/>" + f"<w:insideV {rule}/>" * grid.framed
        sides = ("top", "left", "bottom", "right") if grid.framed else ("top", "bottom")
        borders = "".join(f"<w:{side} {rule}/>" for side in sides) + inner
        head = self._row(grid, widths, grid.head, "<w:tblHeader/>") if grid.head else ""
        rows = "".join(self._row(grid, widths, row, "") for row in grid.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'<w:tblCaption w:val="{caption}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
            f"{head}{rows}</w:tbl>"
        )

    def _row(self, grid: Grid, widths: Sequence[int], cells: Sequence[Cell], more: str) -> str:
        height = ""
        if grid.height and not more:
            rule = "exact" if grid.exact else "atLeast"
            height = f'<w:trHeight w:val="{twips(grid.height)}" w:hRule="{rule}"/>'
        filled = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{''.join(map(self._part, cell))}</w:tc>"
            for width, cell in zip(widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{more}</w:trPr>{filled}</w:tr>"


def _attribute(text: str) -> str:
    return escape(text).replace('"', "&quot;")


_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def _section(sheets: Sheets) -> str:
    short, long = (twips(side) for side in PORTRAIT)
    margin = twips(MARGIN)
    size = f'w:w="{short}" w:h="{long}"'
    if sheets.landscape:
        size = f'w:w="{long}" w:h="{short}" w:orient="landscape"'
    return (
        f'<w:sectPr><w:pgSz {size}/><w:pgMar w:top="{margin}" w:right="{margin}"'
        f' w:bottom="{margin}" w:left="{margin}" w:header="{twips(0.8)}"'
        f' w:footer="{twips(0.8)}" w:gutter="0"/></w:sectPr>'
    )
