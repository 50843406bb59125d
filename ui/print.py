"""The paper on the screen: a composed document as pages, drawn from the same blocks as the file.

``Paper`` turns blocks into a ``QTextDocument`` – a slice at a time, so that a session of 1,500
statements does not stop the window – and paints its pages. Lengths are pixels at 96 per inch;
whoever paints scales the painter. What ``QTextDocument`` does not know is added here: paragraphs
that stay with the next one, lines of dots, rules of the head, headers and footers.
"""

from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
    QTextLine,
    QTextTable,
)

from app.services import paper as look
from app.services.paper import (
    Block,
    Contents,
    Logos,
    Page,
    Paragraph,
    ParagraphRole,
    Picture,
    Run,
    RunRole,
    SideBySide,
    Table,
)
from ui.print_formats import (
    CM,
    HAIRLINE,
    HEIGHT,
    POINT,
    WIDTH,
    characters_of,
    color_of,
    contents_entry,
    empty_document,
    fill_row,
    fill_side,
    format_of,
    insert_bullet,
    insert_logos,
    insert_picture,
    no_characters,
    role_of,
    sides_format,
    table_format,
)

__all__ = ["CM", "HEIGHT", "WIDTH", "Paper"]

_HEAD_RULE = 0.75 * POINT
_UNKNOWN_PAGE = "…"
_MIN_LINES = 2
_HEAD_DISTANCE = 4 * POINT
_LEFT = look.MARGIN_LEFT * CM
_RIGHT = (look.PAGE_WIDTH - look.MARGIN_RIGHT) * CM
_Move = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Paper:
    """The pages of one document. ``build`` until it says that it is done; paint at any time."""

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self._page = page
        self._blocks = blocks
        self._next = 0
        self._inside = 0
        self._previous: ParagraphRole | None = None
        self._chain: QTextBlock | None = None
        self._checked = 0
        self._head_lines: list[int] = []
        self._leaders: list[int] = []
        self._contents: dict[int, str] = {}
        self._anchors: dict[str, int] = {}
        self._references: list[tuple[int, str]] = []
        self._fresh = True
        self.done = False
        # Without a device of its own the document would take the screen's dots per inch.
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        self._device.setDotsPerMeterX(round(96 / 0.0254))
        self._device.setDotsPerMeterY(round(96 / 0.0254))
        self.document = empty_document(self._device)
        self._cursor = QTextCursor(self.document)

    # -- building -----------------------------------------------------------------------------

    def build(self, seconds: float = 60.0) -> bool:
        """Add blocks for about this long; True when all are there."""
        end = perf_counter() + seconds
        while not self.done:
            self._add_some()
            if perf_counter() > end:
                break
        return self.done

    def _add_some(self) -> None:
        some = self._blocks[self._next : self._next + 8]
        self._cursor.beginEditBlock()
        for self._inside, block in enumerate(some):
            self._add(block)
        self._cursor.endEditBlock()
        self._next += len(some)
        self._keep_together()
        if self._next >= len(self._blocks):
            self._fill_in_pages()
            self.done = True

    def _add(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._add_paragraph(block)
        elif isinstance(block, Table):
            self._add_table(block)
        elif isinstance(block, Picture):
            self._open_paragraph(ParagraphRole.PICTURE)
            insert_picture(self._cursor, block)
        elif isinstance(block, Logos):
            self._open_paragraph(ParagraphRole.TABLE_TEXT)
            insert_logos(self._cursor, block)
        elif isinstance(block, SideBySide):
            self._add_side_by_side(block)
        else:
            self._add_contents(block)

    def _add_paragraph(self, block: Paragraph) -> None:
        style = look.PARAGRAPHS[block.role]
        number = self._open_paragraph(block.role)
        if block.anchor:
            self._anchors[block.anchor] = number
        if block.role is ParagraphRole.HEAD_LINE:
            self._head_lines.append(number)
        elif block.role is ParagraphRole.SIGNATURE:
            self._leaders.append(number)
        self._cursor.setBlockCharFormat(characters_of(block.role, RunRole.PLAIN))
        if style.bullet:
            insert_bullet(self._cursor, block.role)
        for run in block.runs:
            self._add_run(block.role, run)

    def _open_paragraph(self, role: ParagraphRole) -> int:
        """Begin a paragraph where the cursor is or behind it; returns its number."""
        block_format = self._spaced(role)
        if self._fresh:
            self._cursor.setBlockFormat(block_format)
        else:
            self._cursor.insertBlock(block_format)
        self._fresh = False
        self._previous = role
        return self._cursor.blockNumber()

    def _add_run(self, role: ParagraphRole, run: Run) -> None:
        characters = characters_of(role, run.role)
        if run.role is RunRole.PAGE_OF:
            self._references.append((self._cursor.position(), run.text))
            self._cursor.insertText(_UNKNOWN_PAGE, characters)
            return
        # A line feed would begin a paragraph with a number column of its own.
        self._cursor.insertText(run.text.replace("\n", "\u2028"), characters)

    def _spaced(self, role: ParagraphRole) -> QTextBlockFormat:
        """Word adds the distances that Qt lets collapse, so all of it stands above."""
        before = look.PARAGRAPHS[role].before
        if self._previous is not None:
            before += look.PARAGRAPHS[self._previous].after
        return format_of(role, before)

    def _add_contents(self, contents: Contents) -> None:
        title = Run(RunRole.PLAIN, contents.title)
        self._add_paragraph(Paragraph(ParagraphRole.CONTENTS_TITLE, (title,)))
        for block in self._blocks[self._next :]:
            if isinstance(block, Paragraph) and block.anchor:
                self._add_paragraph(contents_entry(block))
                self._contents[self._cursor.blockNumber()] = block.anchor

    def _add_table(self, table: Table) -> None:
        """Insert a table; where a row would be torn, the rest begins a page with its own head."""
        first, broken = 0, False
        while first < len(table.rows) or first == 0:
            made = self._insert_table(table, first, broken=broken)
            self._cursor.endEditBlock()  # only now the rows have their places
            kept = self._whole_rows(made)
            self._cursor.beginEditBlock()
            if kept < made.rows() and kept > 1:
                made.removeRows(kept, made.rows() - kept)
            elif first + made.rows() - 1 == len(table.rows):
                self._space_below(made)
            first, broken = first + made.rows() - 1, True
            self._leave_table()

    def _add_side_by_side(self, block: SideBySide) -> None:
        """One row without lines; Qt lets it go on over the page."""
        before = look.PARAGRAPHS[self._previous].after if self._previous else 0
        made = self._cursor.insertTable(1, 2, sides_format(before))
        for cell, parts in enumerate((block.left, block.right)):
            fill_side(made.cellAt(0, cell).firstCursorPosition(), parts)
        self._previous = ParagraphRole.TABLE_TEXT
        self._space_below(made)
        self._leave_table()

    def _leave_table(self) -> None:
        self._cursor.movePosition(_Move.End)
        # Qt needs a paragraph behind a table; until it is used nobody shall see it.
        self._cursor.setBlockFormat(format_of(ParagraphRole.TABLE_TEXT, 0))
        self._cursor.setBlockCharFormat(no_characters())
        self._fresh = True

    def _insert_table(self, table: Table, first: int, *, broken: bool) -> QTextTable:
        rows = table.rows[first:]
        before = look.PARAGRAPHS[self._previous].after if self._previous and not broken else 0
        made = self._cursor.insertTable(
            len(rows) + 1, len(table.columns), table_format(table, before, broken=broken)
        )
        titles = [column.title for column in table.columns]
        fill_row(made, 0, titles, ParagraphRole.TABLE_HEAD, [RunRole.PLAIN] * len(titles))
        roles = [column.role for column in table.columns]
        for number, cells in enumerate(rows, start=1):
            fill_row(made, number, cells, ParagraphRole.TABLE_TEXT, roles)
        self._previous = ParagraphRole.TABLE_TEXT
        return made

    def _space_below(self, table: QTextTable) -> None:
        """The distance to what follows: after a table Qt takes no heed of a paragraph's own."""
        following = self._blocks[self._next + self._inside + 1 :][:1]
        if following and isinstance(following[0], Paragraph):
            changed = table.format()
            changed.setBottomMargin(look.PARAGRAPHS[following[0].role].before * POINT)
            table.setFormat(changed)

    # -- page breaks --------------------------------------------------------------------------

    def _keep_together(self) -> None:
        """Begin a page before what must not be torn from what follows it."""
        end = self._cursor.blockNumber() + (0 if self._fresh else 1)
        block = self.document.findBlockByNumber(self._checked)
        while block.isValid() and block.blockNumber() < end:
            self._check(block)
            block = block.next()
        self._checked = end

    def _check(self, block: QTextBlock) -> None:
        style = look.PARAGRAPHS[role_of(block)]
        start = self._chain or block
        if self._is_torn(start, block, whole=style.keep_lines):
            self._break_before(start)
        self._chain = start if style.keep_next else None

    def _is_torn(self, start: QTextBlock, block: QTextBlock, *, whole: bool) -> bool:
        """Whether too little of a paragraph stands on the page where its chain begins.

        As in Word, one of three lines stays whole: one line alone would be left.
        """
        pages = self._pages_of_lines(block)
        if not pages or start.blockFormat().pageBreakPolicy():
            return False
        first = self._pages_of_lines(start)[0]
        apart = pages.count(first) < min(_MIN_LINES, len(pages))
        whole = whole or len(pages) < 2 * _MIN_LINES
        return apart or (whole and pages[-1] - first == 1)

    @staticmethod
    def _break_before(block: QTextBlock) -> None:
        changed = QTextBlockFormat()
        changed.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        changed.setTopMargin(0)
        QTextCursor(block).mergeBlockFormat(changed)

    def _whole_rows(self, table: QTextTable) -> int:
        """How many rows stand before the first that is torn by the end of a page."""
        for row in range(1, table.rows()):
            cells = [table.cellAt(row, column) for column in range(table.columns())]
            pages = [self._pages_of_lines(cell.firstCursorPosition().block()) for cell in cells]
            if len({page for cell in pages for page in cell}) > 1:
                return row
        return table.rows()

    def _fill_in_pages(self) -> None:
        """Write the numbers of pages where they are referred to."""
        pages = [(position, str(self.page_of(anchor))) for position, anchor in self._references]
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for position, page in reversed(pages):
            cursor.setPosition(position)
            cursor.movePosition(_Move.NextCharacter, _KEEP, len(_UNKNOWN_PAGE))
            cursor.insertText(page, cursor.charFormat())
        cursor.endEditBlock()

    def _pages_of_lines(self, block: QTextBlock) -> list[int]:
        layout = block.layout()
        # Inside a table the layout knows only its place in the cell.
        top = self.document.documentLayout().blockBoundingRect(block).top()
        return [int((top + layout.lineAt(i).y()) // HEIGHT) for i in range(layout.lineCount())]

    # -- looking --------------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        """How many pages there are so far."""
        return self.document.pageCount()

    @property
    def anchors(self) -> Iterable[str]:
        """The names of the headings that are there so far, in order."""
        return self._anchors

    def top_of(self, anchor: str) -> float | None:
        """How far below the top of the first page a heading stands; None: not there."""
        number = self._anchors.get(anchor)
        if number is None:
            return None
        return _line_top(self.document.findBlockByNumber(number))

    def page_of(self, anchor: str) -> int:
        """The page of a heading, from 1."""
        return int((self.top_of(anchor) or 0) // HEIGHT) + 1

    def text_of(self, number: int) -> str:
        """What stands on a page (from 0), for screen readers."""
        layout = self.document.documentLayout()
        top = QPointF(look.MARGIN_LEFT * CM, number * HEIGHT + look.MARGIN_TOP * CM)
        bottom = QPointF(WIDTH, (number + 1) * HEIGHT - look.MARGIN_BOTTOM * CM)
        cursor = QTextCursor(self.document)
        cursor.setPosition(max(0, layout.hitTest(top, Qt.HitTestAccuracy.FuzzyHit)))
        end = layout.hitTest(bottom, Qt.HitTestAccuracy.FuzzyHit)
        cursor.setPosition(max(0, end), _KEEP)
        return cursor.selectedText().replace("\u2029", "\n")

    # -- painting -------------------------------------------------------------------------------

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint a page (from 0) with its upper left corner at the origin."""
        painter.save()
        painter.setClipRect(QRectF(0, 0, WIDTH, HEIGHT), Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), Qt.GlobalColor.white)
        header = self._page.first_header if number == 0 else self._page.header
        self._paint_edge(painter, header, look.HEADER_DISTANCE * CM, number, above=True)
        bottom = HEIGHT - look.FOOTER_DISTANCE * CM
        self._paint_edge(painter, self._page.footer, bottom, number, above=False)
        painter.translate(0, -number * HEIGHT)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, number * HEIGHT, WIDTH, HEIGHT)
        context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
        self.document.documentLayout().draw(painter, context)
        self._paint_marks(painter, number)
        painter.restore()

    def _paint_edge(
        self, painter: QPainter, block: Paragraph, y: float, number: int, *, above: bool
    ) -> None:
        """Header (``y`` is its top) or footer (its bottom): left and right of a tab."""
        characters = characters_of(block.role, RunRole.PLAIN)
        metrics = QFontMetricsF(characters.font(), self._device)
        top = y if above else y - metrics.height()
        left, _, right = self._in_words(block, number).partition("\t")
        box = QRectF(look.MARGIN_LEFT * CM, top, look.TEXT_WIDTH * CM, metrics.height())
        painter.setFont(_in_pixels(characters.font()))
        if not above:
            painter.setPen(QPen(color_of(look.Colour.RULE), HAIRLINE))
            painter.drawLine(box.topLeft() - QPointF(0, 4), box.topRight() - QPointF(0, 4))
        painter.setPen(color_of(look.PARAGRAPHS[block.role].colour))
        room = box.width() - metrics.horizontalAdvance(right) - 12
        shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, right)

    def _in_words(self, block: Paragraph, number: int) -> str:
        fields = {RunRole.PAGE: str(number + 1), RunRole.PAGES: str(self.page_count)}
        return "".join(fields.get(run.role, run.text) for run in block.runs)

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        for number in self._on_page(self._head_lines, page):
            self._paint_head_rules(painter, number)
        for number in self._on_page(self._leaders, page):
            _paint_lines_to_sign(painter, self.document.findBlockByNumber(number))
        for number in self._on_page(self._contents, page):
            self._paint_contents_page(painter, number)

    def _on_page(self, numbers: Iterable[int], page: int) -> list[int]:
        find, start = self.document.findBlockByNumber, page * HEIGHT
        return [n for n in numbers if start <= _line_top(find(n)) < start + HEIGHT]

    def _paint_head_rules(self, painter: QPainter, number: int) -> None:
        """Equal borders of neighbouring paragraphs join to one frame."""
        block = self.document.findBlockByNumber(number)
        bottom = block.layout().position().y() + block.layout().boundingRect().bottom()
        painter.setPen(QPen(color_of(look.Colour.PETROL), _HEAD_RULE))
        for neighbour, y in (
            (number - 1, _line_top(block) - _HEAD_DISTANCE),
            (number + 1, bottom + _HEAD_DISTANCE),
        ):
            if neighbour not in self._head_lines:
                painter.drawLine(QPointF(_LEFT, y), QPointF(_RIGHT, y))

    def _paint_contents_page(self, painter: QPainter, number: int) -> None:
        """The page of a heading at the right margin, and dots that lead to it."""
        block = self.document.findBlockByNumber(number)
        page = str(self.page_of(self._contents[number])) if self.done else _UNKNOWN_PAGE
        layout = block.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        base = layout.position().y() + line.y() + line.ascent()
        font = _in_pixels(characters_of(role_of(block), RunRole.PLAIN).font())
        start = _RIGHT - QFontMetricsF(font, self._device).horizontalAdvance(page)
        end = layout.position().x() + line.naturalTextRect().right()
        painter.setFont(font)
        painter.setPen(QPen(Qt.GlobalColor.black, HAIRLINE, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(end + 3, base), QPointF(start - 3, base))
        painter.drawText(QPointF(start, base), page)


def _in_pixels(font: QFont) -> QFont:
    """The font for a painter that is scaled: points it would take for those of its device."""
    result = QFont(font)
    result.setPixelSize(round(font.pointSizeF() * POINT))
    return result


def _line_top(block: QTextBlock) -> float:
    """Where the first line of a paragraph really begins, below its distance or a page break."""
    layout = block.layout()
    inside = layout.lineAt(0).y() if layout.lineCount() else 0.0
    return layout.position().y() + inside


def _paint_lines_to_sign(painter: QPainter, block: QTextBlock) -> None:
    """A line from where a tab begins to where it leads, at every second one."""
    layout = block.layout()
    line = layout.lineAt(0)
    y = layout.position().y() + line.y() + line.ascent()
    left = layout.position().x()
    painter.setPen(QPen(Qt.GlobalColor.black, HAIRLINE))
    tabs = look.PARAGRAPHS[ParagraphRole.SIGNATURE].tabs
    for place, tab in enumerate(tabs[: len(block.text())]):
        if tab.leader:
            start, end = _cursor_x(line, place), _cursor_x(line, place + 1)
            painter.drawLine(QPointF(left + start, y), QPointF(left + end, y))


def _cursor_x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else cast(float, found))
