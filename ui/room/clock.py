"""The clock of the room view: the only thing that is painted again every second."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.schedule import SOON_SHARE, Clock
from ui.room.look import SMALLEST, RoomLook
from ui.style.fonts import REGULAR, SEMIBOLD
from ui.widgets.clock_card import clock_digits, share_gone

_DIGITS, _BAR = 208, 16
_CAPITALS = 0.727
"""The height of digits, of the size of their font."""


class RoomClock(QWidget):
    """Digits, a word, a bar and how long it may take; no red at zero, a word says it."""

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._clock: Clock | None = None
        self._minutes = 0
        self._words = ("", "")
        self._unit = 1.0
        self._in_row = False
        self._digits = ""
        self.hide()

    def arrange(self, rect: QRectF | None, unit: float, *, in_row: bool) -> None:
        """Its place in units, and how many pixels one is; None: there is no clock."""
        self._unit, self._in_row = unit, in_row
        # Opaque, so that nothing behind it is painted with each second. Not at 125 or 150 %: there
        # its edges lie within pixels of the screen, which would keep what stood there before.
        whole = self.devicePixelRatioF().is_integer()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, whole)
        if rect is not None:
            pixels = QRectF(rect.topLeft() * unit, rect.size() * unit)
            self.setGeometry(pixels.toAlignedRect())
        self.setVisible(rect is not None)

    def show_clock(self, clock: Clock | None, minutes: int, above: str, below: str) -> None:
        """The time of an item; ``above`` and ``below`` are the words around the digits."""
        digits = clock_digits(clock, minutes)
        before = (self._digits, self._minutes, self._words)
        self._clock, self._minutes, self._words = clock, minutes, (above, below)
        self._digits = digits
        if (digits, minutes, self._words) != before:
            self.update()

    def text(self) -> str:
        """The digits."""
        return self._digits

    def words(self) -> tuple[str, str]:
        """The words above and below."""
        return self._words

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, digits, bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.scale(self._unit, self._unit)
        width, height = self.width() / self._unit, self.height() / self._unit
        if self._in_row:
            self._paint_row(painter, width, height)
        else:
            self._paint_block(painter, width, height)

    def _paint_block(self, painter: QPainter, width: float, height: float) -> None:
        """The word above, large digits, the bar and the minutes below; all at the right."""
        bottom = height - 60
        font = self._digits_font(width, (bottom - 120) / _CAPITALS)
        above, below = self._words
        self._write(painter, above, SMALLEST, QPointF(width, 40), right=True)
        painter.setFont(font)
        painter.setPen(self._look.color("ink"))
        advance = QFontMetricsF(font).horizontalAdvance(self._digits)
        painter.drawText(QPointF(width - advance, bottom - 50), self._digits)
        self._paint_bar(painter, QRectF(0, bottom - 24, width, _BAR))
        self._write(painter, below, SMALLEST, QPointF(width, height - 6), right=True)

    def _paint_row(self, painter: QPainter, width: float, height: float) -> None:
        """Bar and words at the left of the digits."""
        font = self._digits_font(width * 0.55, min(_DIGITS, height / 0.8))
        metrics = QFontMetricsF(font)
        advance = metrics.horizontalAdvance(self._digits)
        painter.setFont(font)
        painter.setPen(self._look.color("ink"))
        middle = height / 2
        painter.drawText(QPointF(width - advance, middle + metrics.capHeight() / 2), self._digits)
        above, below = self._words
        self._paint_bar(painter, QRectF(0, middle - _BAR / 2, width - advance - 60, _BAR))
        self._write(painter, above, SMALLEST, QPointF(0, middle - 28))
        self._write(painter, below, SMALLEST, QPointF(0, middle + 56))

    def _digits_font(self, width: float, size: float) -> QFont:
        font = self._look.font(int(size), SEMIBOLD, tabular=True)
        advance = QFontMetricsF(font).horizontalAdvance(self._digits)
        if advance > width:
            font = self._look.font(int(size * width / advance), SEMIBOLD, tabular=True)
        return font

    def _write(
        self, painter: QPainter, text: str, size: int, place: QPointF, *, right: bool = False
    ) -> None:
        font = self._look.font(size, REGULAR)
        if right:
            place -= QPointF(QFontMetricsF(font).horizontalAdvance(text), 0)
        painter.setFont(font)
        painter.setPen(self._look.color("ink2"))
        painter.drawText(place, text)

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        """How much of the time is gone; a mark where the last fifth begins."""
        if not self._minutes:
            return
        radius = rect.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("line"))
        painter.drawRoundedRect(rect, radius, radius)
        gone = QRectF(rect)
        gone.setWidth(rect.width() * share_gone(self._clock, self._minutes))
        if gone.width() >= rect.height():
            painter.setBrush(self._look.color("primary"))
            painter.drawRoundedRect(gone, radius, radius)
        x = rect.left() + rect.width() * (1 - SOON_SHARE)
        painter.fillRect(
            QRectF(x - 2, rect.top() - 6, 4, rect.height() + 12), self._look.color("result")
        )
