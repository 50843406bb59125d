"""How a hit looks: two lines of text with the words marked, below it where it was said."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyle

from ui.models.row_model import Row
from ui.search.hits import HitRow
from ui.theme import Role, Theme
from ui.widgets.row_list import RowDelegate
from ui.widgets.text_block import TextBlock

_LINE = 1.4
_KEPT = 300
_State = QStyle.StateFlag


class HitDelegate(RowDelegate):
    """Paints ``HitRow`` objects."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._blocks: OrderedDict[tuple[str, str, int], TextBlock] = OrderedDict()
        self.refresh()
        theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Another theme or text size."""
        self._blocks.clear()
        self._font = self._theme.font(Role.BODY)
        self._meta = self._theme.font(Role.META)
        self._metrics = QFontMetricsF(self._meta)
        self._look = QTextCharFormat()
        self._look.setFontWeight(QFont.Weight.DemiBold)
        self._look.setForeground(self._theme.tokens.primary)

    def estimates(self, rows: Sequence[Row], width: int) -> list[int]:
        """From the number of letters."""
        letter = QFontMetricsF(self._font).averageCharWidth()
        room = max(1, width - self._theme.gap(24))
        step, around = self._font.pixelSize() * _LINE, self._around()
        return [
            around + round((1 + int(len(self._hit(r).text) * letter / room)) * step) for r in rows
        ]

    def height(self, row: Row, width: int) -> int:
        """From the lines of the excerpt."""
        return self._around() + self._block(self._hit(row), width).height

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Paint a hit; the current one is tinted."""
        hit, tokens, gap = self._hit(row), self._theme.tokens, self._theme.gap
        if state & _State.State_HasFocus:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(QRectF(box), 8, 8)
        painter.setPen(tokens.ink)
        left = box.left() + gap(12)
        block = self._block(hit, box.width())
        block.draw(painter, left, box.top() + gap(8))
        painter.setFont(self._meta)
        painter.setPen(tokens.ink2)
        room = box.width() - gap(24)
        where = self._metrics.elidedText(hit.where, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QPointF(left, box.bottom() - gap(9) - self._metrics.descent() + 1), where)

    def _around(self) -> int:
        return self._theme.gap(8) * 2 + self._theme.gap(4) + round(self._metrics.height())

    def _block(self, row: HitRow, width: int) -> TextBlock:
        key = (row.uid, row.text, width)
        block = self._blocks.get(key)
        if block is None:
            marks = [(start, end, self._look) for start, end in row.marks]
            room = width - self._theme.gap(24)
            block = TextBlock(row.text, self._font, room, _LINE, marks=marks)
            self._blocks[key] = block
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        return block

    @staticmethod
    def _hit(row: Row) -> HitRow:
        assert isinstance(row, HitRow)  # noqa: S101 – only hits come here
        return row
