"""How the roles of a document look in a ``QTextDocument``: characters, paragraphs, tables.

Everything comes from the one description of the look; lengths are pixels at 96 per inch.
"""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.services import paper as look
from app.services.paper import LOGO_SPACES, Logos, Paragraph, ParagraphRole, Picture, RunRole, Table
from ui.print_pictures import image_of

CM = 96 / 2.54
POINT = 96 / 72
WIDTH = look.PAGE_WIDTH * CM
HEIGHT = look.PAGE_HEIGHT * CM
HAIRLINE = 0.5 * POINT

_FAMILIES = [look.FONT, "Carlito", "Inter"]
"""Carlito has the widths of Calibri; Inter is always there."""
_BULLET = "•"
_TABLE_RULE = 1.0 * POINT
_ROLE = int(QTextFormat.Property.UserProperty) + 1
_LINE_HEIGHT = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def empty_document(device: QImage) -> QTextDocument:
    """A document with the page and its margins, measured for ``device``."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(font_of(11))
    document.setPageSize(QSizeF(WIDTH, HEIGHT))
    frame = QTextFrameFormat()
    frame.setLeftMargin(look.MARGIN_LEFT * CM)
    frame.setRightMargin(look.MARGIN_RIGHT * CM)
    frame.setTopMargin(look.MARGIN_TOP * CM)
    frame.setBottomMargin(look.MARGIN_BOTTOM * CM)
    document.rootFrame().setFrameFormat(frame)
    return document


def font_of(points: float) -> QFont:
    """The typeface of the documents at a size."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def color_of(colour: look.Colour) -> QColor:
    """A colour of the look; "automatic" is black on paper."""
    return QColor(f"#{colour.value}") if colour.value else QColor(Qt.GlobalColor.black)


@cache
def characters_of(role: ParagraphRole, run: RunRole) -> QTextCharFormat:
    """The characters of a run inside a paragraph."""
    style = look.PARAGRAPHS[role]
    own = look.RUNS.get(run)
    font = font_of(own.size if own and own.size else style.size)
    font.setBold(style.bold or bool(own and own.bold))
    font.setItalic(bool(own and own.italic))
    result = QTextCharFormat()
    result.setFont(font)
    colour = own.colour if own and own.colour.value else style.colour
    result.setForeground(color_of(colour))
    return result


@cache
def no_characters() -> QTextCharFormat:
    """As small as can be, for a paragraph nobody shall see."""
    result = QTextCharFormat()
    result.setFont(font_of(1))
    return result


@cache
def bullet_of(role: ParagraphRole) -> QTextCharFormat:
    """The bullet before a paragraph."""
    result = QTextCharFormat(characters_of(role, RunRole.PLAIN))
    result.setForeground(color_of(look.Colour.PETROL))
    return result


def insert_bullet(cursor: QTextCursor, role: ParagraphRole) -> None:
    """The bullet with what follows it."""
    suffix = " " if look.PARAGRAPHS[role].tabs else "\t"
    cursor.insertText(_BULLET + suffix, bullet_of(role))


def insert_picture(cursor: QTextCursor, picture: Picture) -> None:
    """A picture in the line; the document holds each content and size once."""
    url = QUrl(f"picture:{picture.name}-{picture.width}")
    kind = QTextDocument.ResourceType.ImageResource.value
    document = cursor.document()
    if document.resource(kind, url) is None:
        document.addResource(kind, url, image_of(picture))
    shown = QTextImageFormat()
    shown.setName(url.toString())
    shown.setWidth(picture.width * CM)
    shown.setHeight(picture.height * CM)
    shown.setToolTip(picture.alt_text)
    cursor.insertImage(shown)


def insert_logos(cursor: QTextCursor, block: Logos) -> None:
    """Pictures in one line, spaces between."""
    for number, picture in enumerate(block.pictures):
        if number:
            cursor.insertText(LOGO_SPACES)
        insert_picture(cursor, picture)


def sides_format(before: float) -> QTextTableFormat:
    """Two columns without lines, with a distance above them."""
    result = _plain_table(before)
    widths = (look.SIDE_LEFT, look.TEXT_WIDTH - look.SIDE_LEFT)
    result.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.FixedLength, width * CM) for width in widths]
    )
    return result


def fill_side(cursor: QTextCursor, parts: Sequence[Picture | Paragraph]) -> None:
    """Write one of the two columns, one paragraph after the other."""
    after = 0.0
    for number, part in enumerate(parts):
        role = ParagraphRole.TABLE_TEXT if isinstance(part, Picture) else part.role
        style = look.PARAGRAPHS[role]
        block_format = format_of(role, style.before + after)
        if number:
            cursor.insertBlock(block_format)
        else:
            cursor.setBlockFormat(block_format)
        after = style.after
        if isinstance(part, Picture):
            insert_picture(cursor, part)
            continue
        if style.bullet:
            insert_bullet(cursor, role)
        for run in part.runs:
            text = run.text.replace("\n", "\u2028")
            cursor.insertText(text, characters_of(role, run.role))


@cache
def format_of(role: ParagraphRole, before: float) -> QTextBlockFormat:
    """The paragraph of a role with a distance above it in points."""
    style = look.PARAGRAPHS[role]
    result = QTextBlockFormat()
    result.setLeftMargin(style.left * CM)
    result.setRightMargin(style.right * CM)
    result.setTextIndent(-style.hanging * CM)
    result.setTopMargin(before * POINT)
    result.setLineHeight(style.line * 100, _LINE_HEIGHT)
    result.setHeadingLevel(style.outline)
    result.setProperty(_ROLE, role.value)
    stops = style.tabs
    if style.bullet and not stops:
        stops = (look.Tab(style.left),)
    result.setTabPositions([_tab_stop(stop, style) for stop in stops if not stop.right])
    return result


def _tab_stop(stop: look.Tab, style: look.ParagraphLook) -> QTextOption.Tab:
    # Qt counts from where the line begins, and tabs stand in first lines only.
    start = style.left - style.hanging
    return QTextOption.Tab((stop.at - start) * CM, QTextOption.TabType.LeftTab)


def role_of(block: QTextBlock) -> ParagraphRole:
    """What a paragraph is."""
    return ParagraphRole(block.blockFormat().property(_ROLE))


def contents_entry(heading: Paragraph) -> Paragraph:
    """A heading as it stands in the table of contents, without its page."""
    first = heading.role is ParagraphRole.HEADING
    role = ParagraphRole.CONTENTS_1 if first else ParagraphRole.CONTENTS_2
    return Paragraph(role, heading.runs)


def table_format(table: Table, before: float, *, broken: bool) -> QTextTableFormat:
    """A table with a distance above it; ``broken``: it goes on from the page before."""
    result = _plain_table(before)
    if broken:
        result.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    result.setHeaderRowCount(1)
    widths = [
        QTextLength(QTextLength.Type.FixedLength, column.width * CM) for column in table.columns
    ]
    result.setColumnWidthConstraints(widths)
    return result


def _plain_table(before: float) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setCellSpacing(0)
    result.setCellPadding(0)
    result.setBorder(0)
    result.setTopMargin(before * POINT)
    result.setWidth(QTextLength(QTextLength.Type.FixedLength, look.TEXT_WIDTH * CM))
    return result


def fill_row(
    table: QTextTable,
    number: int,
    cells: Sequence[str],
    role: ParagraphRole,
    runs: Sequence[RunRole],
) -> None:
    """Write one row with its rules."""
    last = number == table.rows() - 1
    style = look.PARAGRAPHS[role]
    cell_format = QTextTableCellFormat()
    cell_format.setLeftPadding(look.CELL_MARGIN * CM)
    cell_format.setRightPadding(look.CELL_MARGIN * CM)
    cell_format.setTopPadding(style.before * POINT)
    cell_format.setBottomPadding(style.after * POINT)
    head = role is ParagraphRole.TABLE_HEAD
    if head:
        _set_rule(cell_format, "Top", _TABLE_RULE, look.Colour.PETROL)
    strong = head or last
    colour = look.Colour.PETROL if strong else look.Colour.RULE
    _set_rule(cell_format, "Bottom", _TABLE_RULE if strong else HAIRLINE, colour)
    for column, (text, run) in enumerate(zip(cells, runs, strict=True)):
        cell = table.cellAt(number, column)
        cell.setFormat(cell_format)
        cursor = cell.firstCursorPosition()
        cursor.setBlockFormat(format_of(role, 0))
        cursor.insertText(text.replace("\n", "\u2028"), characters_of(role, run))


def _set_rule(target: QTextTableCellFormat, side: str, width: float, colour: look.Colour) -> None:
    getattr(target, f"set{side}Border")(width)
    getattr(target, f"set{side}BorderStyle")(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    getattr(target, f"set{side}BorderBrush")(color_of(colour))
